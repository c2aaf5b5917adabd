# SPDX-License-Identifier: Apache-2.0
"""What is typed into a C.HASIL is saved when it is left or whole; what cannot be saved is kept and leads back."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from desk_app.operations import count_drafts, count_entry, count_rules, history
from desk_app.operations.desk import Desk
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE_VILLAGE, tps
from tests.ui.pages.counts_page.number_pad import KEY, Sit, numbers, own
from ui.pages.counts_page import reading

ONE, TWO, FIVE = (tps(TEMPE_VILLAGE, number) for number in (1, 2, 5))


def test_a_form_that_is_left_is_saved_as_far_as_it_is(wajo: Desk, sit: Sit) -> None:
    hand = sit()
    hand.open(TWO)
    hand.type(120)
    hand.press(KEY.Key_Enter, KEY.Key_Enter)
    hand.type(250)
    assert "belum tersimpan" in hand.part.sheet.saved.text()
    hand.press(KEY.Key_Escape, KEY.Key_Escape)
    hand.settle()
    assert own(wajo, TWO) == {"dpt_l": 120}
    row = hand.part.side.list.table.current()
    assert (row.subject, row.ppwp.mark) == (TWO, "belum_lengkap")
    assert "tersimpan sebagian" in hand.part.sheet.saved.text()
    assert history.next_undo(wajo) is not None


def test_a_whole_form_is_saved_before_it_is_left(wajo: Desk, sit: Sit) -> None:
    count_rules.edit(wajo, brief=True)
    figures = numbers(wajo, ONE)
    count_entry.save(wajo, ONE, RACE, {code: value for code, value in figures.items() if code != "received"})
    hand = sit()
    hand.open(ONE)
    assert hand.part.sheet.form.fields.at == "received"
    hand.type(figures["received"])
    hand.press(KEY.Key_Enter)
    hand.settle()
    assert hand.shown == ONE
    assert own(wajo, ONE) == figures


def test_what_was_typed_outlives_a_power_cut(wajo: Desk, sit: Sit, qtbot: QtBot) -> None:
    hand = sit()
    hand.open(ONE)
    hand.type(139)
    qtbot.waitUntil(lambda: count_drafts.one(wajo, ONE, RACE) is not None)
    assert own(wajo, ONE) == {}
    draft = count_drafts.one(wajo, ONE, RACE)
    assert draft is not None
    assert draft.figures == {"dpt_l": 139}
    hand.press(KEY.Key_Enter, KEY.Key_Escape)
    hand.settle()
    assert own(wajo, ONE) == {"dpt_l": 139}
    assert count_drafts.waiting(wajo) == []


def test_a_draft_stands_in_its_form_again(wajo: Desk, sit: Sit) -> None:
    count_drafts.keep(wajo, count_drafts.Draft(FIVE, RACE, 1, {"dpt_l": 139}))
    hand = sit()
    assert "1 salinan C.HASIL" in hand.page.notices.text
    hand.open(FIVE)
    assert hand.part.sheet.form.figures() == {"dpt_l": 139}
    assert hand.part.sheet.form.fields.at == "dpt_p"
    hand.press(KEY.Key_Escape)
    hand.settle()
    assert own(wajo, FIVE) == {"dpt_l": 139}
    assert count_drafts.waiting(wajo) == []


def test_what_could_not_be_saved_is_kept_and_offered(wajo: Desk, sit: Sit) -> None:
    hand = sit()
    hand.open(ONE)
    hand.type(139)
    # The hour is over before the form is left, and the page has not heard of it yet.
    wajo.news.stop(hand.window._listener)
    count_rules.edit(wajo, closes=wajo.now() - 60)
    hand.press(KEY.Key_Enter, KEY.Key_Escape)
    hand.settle()
    wajo.news.listen(hand.window._listener)
    assert "belum tersimpan" in hand.page.notices.text
    assert "ditutup" in hand.page.notices.text
    assert own(wajo, ONE) == {}
    draft = count_drafts.one(wajo, ONE, RACE)
    assert draft is not None
    assert draft.figures == {"dpt_l": 139}


def test_a_window_that_closes_saves_what_stands_in_the_form(wajo: Desk, sit: Sit) -> None:
    hand = sit()
    hand.open(ONE)
    hand.type(139)
    hand.window.close()
    assert own(wajo, ONE) == {"dpt_l": 139}


def test_another_tab_leaves_the_form(wajo: Desk, sit: Sit) -> None:
    hand = sit()
    hand.open(ONE)
    hand.type(139)
    hand.page.tabs.setCurrentIndex(hand.page.tabs.count() - 1)
    hand.settle()
    assert own(wajo, ONE) == {"dpt_l": 139}


def test_how_it_was_saved_is_said_though_the_next_form_comes_late(
    wajo: Desk, sit: Sit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    count_rules.edit(wajo, brief=True)
    figures = numbers(wajo, ONE)
    come, read_form = threading.Event(), reading.form

    def late(desk: Desk, subject: str, race: str) -> reading.Read:
        if subject == TWO:
            come.wait(20)
        return read_form(desk, subject, race)

    monkeypatch.setattr(reading, "form", late)
    hand = sit()
    hand.open(ONE)
    for value in figures.values():
        hand.type(value)
        hand.press(KEY.Key_Enter)
    qtbot.waitUntil(lambda: not hand.part.saving.is_pending((ONE, RACE)) and own(wajo, ONE) == figures)
    qtbot.wait(50)
    assert hand.shown == ONE
    come.set()
    hand.settle()
    assert hand.shown == TWO
    assert "TPS 001 tersimpan" in hand.part.sheet.saved.text()


def test_another_computer_of_mine_does_not_take_what_i_type(wajo: Desk, sit: Sit) -> None:
    hand = sit()
    hand.open(ONE)
    hand.type(139)
    count_entry.save(wajo, ONE, RACE, {"total": 7})
    hand.settle()
    assert hand.part.sheet.form.figures() == {"dpt_l": 139}
    hand.press(KEY.Key_Enter, KEY.Key_Escape)
    hand.settle()
    assert own(wajo, ONE) == {"dpt_l": 139}


def test_what_was_not_saved_leads_back_to_its_form(wajo: Desk, sit: Sit) -> None:
    count_drafts.keep(wajo, count_drafts.Draft(FIVE, RACE, 1, {"dpt_l": 139}))
    hand = sit()
    assert hand.page.notices._button.text() == "Lanjutkan"
    hand.page.notices._button.click()
    hand.settle()
    assert (hand.shown, hand.focus) == (FIVE, hand.part.sheet.form)
    assert hand.part.sheet.form.figures() == {"dpt_l": 139}
