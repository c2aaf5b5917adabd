# SPDX-License-Identifier: Apache-2.0
"""The TPS of a village: which comes next, what is still open, and how another village is picked."""


from pytestqt.qtbot import QtBot

from desk_app.operations import count_entry, count_rules
from desk_app.operations.desk import Desk
from tests.counted_offices import RACE
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE, tps
from tests.ui.pages.counts_page.number_pad import CTRL, KEY, Sit, numbers, own

ONE, TWO, THREE, FIVE = (tps(TEMPE_VILLAGE, number) for number in (1, 2, 3, 5))


def test_the_end_of_a_village_leads_to_the_next(wajo: Desk, sit: Sit) -> None:
    count_rules.edit(wajo, brief=True)
    for subject in (ONE, TWO, THREE):
        count_entry.save(wajo, subject, RACE, numbers(wajo, subject))
    hand = sit()
    assert hand.part.side.list.table.current().subject == FIVE
    hand.open(FIVE)
    for value in numbers(wajo, FIVE).values():
        hand.type(value)
        hand.press(KEY.Key_Enter)
    hand.settle()
    assert hand.focus is hand.part.side.villages.next
    assert "Semua TPS" in hand.page.notices.text
    hand.press(KEY.Key_Return)
    hand.settle()
    assert hand.part.side.villages.code == MADDUKELLENG
    assert (hand.shown, hand.focus) == (tps(MADDUKELLENG, 1), hand.part.sheet.form)


def test_those_above_that_are_open_are_told(wajo: Desk, sit: Sit) -> None:
    hand = sit()
    hand.open(FIVE)
    hand.press(KEY.Key_S, modifier=CTRL)
    hand.settle()
    assert "3 TPS di atasnya" in hand.page.notices.text
    assert hand.focus is hand.part.side.list.table.view


def test_a_list_that_is_narrowed_does_not_move_the_form(wajo: Desk, sit: Sit, qtbot: QtBot) -> None:
    hand = sit()
    hand.open(TWO)
    hand.part.side.list.table.filter.setText("005")
    qtbot.waitUntil(lambda: hand.part.side.list.subjects() == [FIVE])
    hand.type(120)
    hand.press(KEY.Key_Enter)
    hand.part.commit()
    hand.settle()
    assert own(wajo, TWO) == {"dpt_l": 120}
    assert hand.shown == TWO
    assert hand.part.sheet.form.figures() == {"dpt_l": 120}


def test_another_village_is_picked_when_what_is_typed_is_saved_and_comes_again_next_time(wajo: Desk, sit: Sit) -> None:
    hand = sit()
    hand.open(ONE)
    hand.type(139)
    hand.part.side.villages.picked.emit(TEMPE_VILLAGE)  # the same one: nothing is lost by it either
    assert hand.part.sheet.saved.text() == "menyimpan …"
    hand.settle()
    assert own(wajo, ONE) == {"dpt_l": 139}
    hand.part.side.go_to(tps(MADDUKELLENG, 1))
    hand.settle()
    assert (hand.part.side.villages.code, hand.shown) == (MADDUKELLENG, tps(MADDUKELLENG, 1))
    again = sit()
    assert (again.part.side.villages.code, again.shown) == (MADDUKELLENG, tps(MADDUKELLENG, 1))


def test_other_races_are_other_columns_and_the_keys_stay_in_the_list(wajo: Desk, sit: Sit) -> None:
    hand = sit()
    hand.part.side.setFocus()
    before = hand.part.side.list
    assert hand.part.side.has_keys()
    count_rules.edit(wajo, races=[RACE, "dpr"])
    hand.settle()
    assert hand.part.side.list is not before
    assert [column.key for column in hand.part.side.list.table.model.columns][-2:] == [RACE, "dpr"]
    assert hand.part.side.has_keys()
    assert hand.part.side.list.subjects() == [ONE, TWO, THREE, FIVE]
    hand.press(KEY.Key_Enter)
    hand.settle()
    assert hand.focus is hand.part.sheet.form


def test_how_many_are_still_to_be_copied(wajo: Desk, sit: Sit) -> None:
    count_rules.edit(wajo, brief=True)
    count_entry.save(wajo, TWO, RACE, numbers(wajo, TWO))
    side = sit().part.side
    assert side.next_open(ONE, RACE) == THREE
    assert side.next_open(FIVE, RACE) == ""
    assert (side.others_open(ONE), side.others_open(TWO)) == (2, 3)
