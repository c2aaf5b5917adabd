# SPDX-License-Identifier: Apache-2.0
"""Salin: a TPS is copied with the number pad alone, saved by itself, and nothing that was typed is lost."""

from pathlib import Path

from PySide6 import QtGui

from desk_app.domain import revotes as kinds
from desk_app.operations import (
    accounts,
    attachments,
    count_check,
    count_entry,
    count_rules,
    count_view,
    history,
    opening,
    revotes,
    targets,
)
from desk_app.operations.desk import Desk
from tests import counted_offices, small_offices
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE_VILLAGE, tps
from tests.ui.pages.counts_page.number_pad import CTRL, KEY, Sit, numbers, own

ONE, TWO, THREE, FIVE = (tps(TEMPE_VILLAGE, number) for number in (1, 2, 3, 5))
BUDI = "sandi budi"


def test_a_tps_takes_few_keys_beyond_its_digits(wajo: Desk, sit: Sit) -> None:
    """From the TPS chosen in the list to the next TPS: the keys besides the digits are counted."""
    count_rules.edit(wajo, brief=True)
    hand = sit()
    figures = numbers(wajo, ONE)
    assert len(figures) >= 12
    assert hand.part.side.list.table.current().subject == ONE
    hand.press(KEY.Key_Enter)
    hand.settle()
    for value in figures.values():
        hand.type(value)
        hand.press(KEY.Key_Enter)
    hand.settle()
    assert (hand.shown, hand.focus) == (TWO, hand.part.sheet.form)
    assert own(wajo, ONE) == figures
    assert hand.digits == sum(len(str(value)) for value in figures.values())
    assert hand.others == len(figures) + 1 < 30
    assert "TPS 001 tersimpan" in hand.part.sheet.saved.text()


def test_a_quick_hand_waits_for_nothing(wajo: Desk, sit: Sit) -> None:
    count_rules.edit(wajo, brief=True)
    hand = sit()
    hand.press(KEY.Key_Enter)
    hand.settle()
    wanted = {}
    for place, subject in enumerate((ONE, TWO, THREE)):
        figures = numbers(wajo, subject)
        figures["unused"] += place
        wanted[subject] = figures
        for value in figures.values():
            hand.type(value)
            hand.press(KEY.Key_Enter)
    hand.settle()
    assert {subject: own(wajo, subject) for subject in wanted} == wanted
    assert hand.shown == FIVE
    assert hand.part.sheet.form.figures() == {}


def test_arithmetic_is_told_while_one_types_and_saved_with_its_note(wajo: Desk, sit: Sit) -> None:
    hand = sit()
    hand.open(ONE)
    form = hand.part.sheet.form
    form.go_to("valid")
    for value in (210, 6, 217):
        hand.type(value)
        if value != 217:
            hand.press(KEY.Key_Enter)
    hand.part.sheet.look()
    assert "sah 210 + tidak sah 6 = 216" in hand.part.sheet.words.text()
    assert hand.part.sheet.words.text().startswith("Kesalahan V04")
    hand.press(KEY.Key_S, modifier=CTRL)
    hand.settle()
    assert hand.shown == TWO
    with wajo.reading() as connection:
        row = connection.exec_driver_sql("SELECT whole, noted FROM count_form").one()
    assert tuple(row) == (0, 1)


def test_a_race_is_changed_by_a_key(wajo: Desk, sit: Sit) -> None:
    counted_offices.stand(wajo, "dpr", tuple(f"Partai {no}" for no in range(1, 19)))
    hand = sit()
    hand.open(ONE)
    hand.type(7)
    hand.press(KEY.Key_PageDown, modifier=CTRL)
    hand.settle()
    sheet = hand.part.sheet.sheet
    assert sheet is not None
    assert sheet.key.race == "dpr"
    assert hand.part.sheet.races.value() == "dpr"
    assert own(wajo, ONE) == {"dpt_l": 7}
    hand.type(8)
    hand.press(KEY.Key_PageUp, modifier=CTRL)
    hand.settle()
    assert hand.part.sheet.form.figures() == {"dpt_l": 7}
    assert own(wajo, ONE, "dpr") == {"dpt_l": 8}


def test_nought_for_all_is_asked_about_once(wajo: Desk, sit: Sit) -> None:
    count_rules.edit(wajo, brief=True)
    hand = sit()
    hand.open(ONE)
    for _line in count_entry.sheet(wajo, ONE, RACE).form:
        hand.type(0)
        hand.press(KEY.Key_Enter)
    hand.settle()
    sheet = hand.part.sheet
    assert (hand.shown, hand.focus) == (ONE, sheet.reason)
    sheet.reason.insert("TPS tidak dibuka")
    hand.press(KEY.Key_Return)
    hand.settle()
    assert hand.shown == TWO
    assert count_entry.sheet(wajo, ONE, RACE).reason == "TPS tidak dibuka"


def test_the_second_entry_is_made_without_seeing_the_first(wajo: Desk, sit: Sit, tmp_path: Path) -> None:
    count_rules.edit(wajo, second_entry=[RACE])
    counted_offices.stand(wajo, "dpr", ("A", "B"))
    accounts.add_account(wajo, "Budi", accounts.Role.OPERATOR, BUDI, key_memory=small_offices.KEY_MEMORY)
    wajo.close()
    with opening.open_office(wajo.folder, BUDI, name="Budi", now=wajo.now) as budi:
        for race in (RACE, "dpr"):
            count_entry.save(budi, ONE, race, numbers(budi, ONE, race))
    with opening.open_office(wajo.folder, small_offices.PASSWORD, name="Andi", now=wajo.now) as andi:
        hand = sit(andi)
        row = hand.part.side.list.table.model.shown()[0]
        assert (row.ppwp, row.dpr) == ("– +1", "– +1")
        hand.open(ONE)
        assert hand.said == ["Sudah disalin 1 orang lain – entri kedua Anda tanpa melihatnya"]
        assert hand.part.sheet.form.figures() == {}
        hand.type(5)
        hand.press(KEY.Key_PageDown, modifier=CTRL)
        hand.settle()
        assert "Entri kedua tidak dipakai" in hand.said[0]
        hand.type(5)
        assert hand.part.sheet.form.figures() == {}
        assert own(andi, ONE) == {"dpt_l": 5}
        hand.part.open_target(targets.Target(targets.Page.COUNTS, subject=ONE, chosen={"race": RACE}))
        hand.settle()
        assert hand.part.sheet.form.figures() == {"dpt_l": 5}


def test_what_was_checked_is_only_read(wajo: Desk, sit: Sit) -> None:
    counted_offices.hold(wajo)
    figures = numbers(wajo, FIVE)
    count_entry.save(wajo, FIVE, RACE, figures)
    hand = sit()
    hand.open(FIVE)
    count_check.verify(wajo, FIVE, RACE, count_view.view(wajo, FIVE, RACE).mark)
    hand.settle()
    assert "sudah diperiksa" in hand.said[0]
    hand.type(9)
    assert hand.part.sheet.form.figures() == figures
    assert hand.part.side.list.table.model.shown()[-1].ppwp.mark == "berhasil"


def test_a_vote_that_was_repeated_is_copied_anew(wajo: Desk, sit: Sit) -> None:
    count_entry.save(wajo, ONE, RACE, numbers(wajo, ONE))
    made = revotes.note(wajo, [ONE], kinds.Kind.REPEATED, race=RACE)
    revotes.note_held(wajo, made, "2024-02-24")
    hand = sit()
    hand.open(ONE)
    assert hand.said == ["PSU – hasil yang lama tetap disimpan"]
    assert hand.part.sheet.form.figures() == {}


def test_up_and_down_the_list(wajo: Desk, sit: Sit) -> None:
    hand = sit()
    hand.open(ONE)
    hand.press(KEY.Key_Down, modifier=CTRL)
    hand.settle()
    assert hand.shown == TWO
    hand.press(KEY.Key_Up, modifier=CTRL)
    hand.settle()
    hand.press(KEY.Key_Up, modifier=CTRL)
    hand.settle()
    assert hand.shown == ONE
    assert "pertama" in hand.page.notices.text


def test_what_is_undone_goes_from_the_form(wajo: Desk, sit: Sit) -> None:
    hand = sit()
    hand.open(ONE)
    hand.type(139)
    hand.press(KEY.Key_Enter, KEY.Key_Escape)
    hand.settle()
    history.undo(wajo)
    hand.settle()
    assert hand.part.sheet.form.figures() == {}
    assert hand.part.side.list.table.current().ppwp == "–"


def test_a_photo_given_first_saves_the_form(wajo: Desk, sit: Sit) -> None:
    hand = sit()
    hand.open(ONE)
    picture = QtGui.QImage(600, 900, QtGui.QImage.Format.Format_RGB32)
    picture.fill(QtGui.QColor("ivory"))
    QtGui.QGuiApplication.clipboard().setImage(picture)
    hand.type(139)
    hand.press(KEY.Key_V, modifier=CTRL)
    hand.settle()
    sheet = count_entry.sheet(wajo, ONE, RACE)
    assert dict(sheet.figures) == {"dpt_l": 139}
    assert sheet.record is not None
    assert len(attachments.of_record(wajo, sheet.record)) == 1
    photo = hand.part.sheet.photo
    assert photo.isVisible()
    assert not photo.view._sheet.picture.isNull()
    whole = photo.view.factor
    hand.press(KEY.Key_Plus, modifier=CTRL)
    assert photo.view.factor > whole
    assert hand.part.sheet.form.figures() == {"dpt_l": 139}
    hand.press(KEY.Key_Down, modifier=CTRL)
    hand.settle()
    assert hand.shown == TWO
    assert not photo.isVisible()


def test_a_small_screen_shows_one_side_at_a_time(wajo: Desk, sit: Sit) -> None:
    hand = sit(size=(911, 470))
    assert hand.page.minimumSizeHint().height() <= 470
    assert hand.page.minimumSizeHint().width() <= 911
    hand.open(ONE)
    assert hand.part.sheet.form.isVisible()
    assert not hand.part.side.list.isVisible()
    hand.press(KEY.Key_Escape)
    hand.settle()
    assert hand.part.side.list.isVisible()
    assert hand.focus is hand.part.side.list.table.view
