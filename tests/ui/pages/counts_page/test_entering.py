# SPDX-License-Identifier: Apache-2.0
"""Salin: a TPS is copied with the number pad alone, saved by itself, and nothing that was typed is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import revotes as kinds
from desk_app.operations import (
    accounts,
    attachments,
    count_check,
    count_drafts,
    count_entry,
    count_rules,
    count_view,
    history,
    opening,
    revotes,
    targets,
)
from desk_app.operations.desk import Desk
from tests import counted_offices, regency_offices, small_offices
from tests.counted_offices import RACE
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE, tps
from tests.ui.pages import opened
from ui import runner
from ui.pages import counts_page
from ui.pages.counts_page import entering

KEY = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
PAD = QtCore.Qt.KeyboardModifier.KeypadModifier
ONE, TWO, THREE, FIVE = (tps(TEMPE_VILLAGE, number) for number in (1, 2, 3, 5))
BUDI = "sandi budi"


class Hand:
    """A hand on the number pad: every key that it presses is counted, digits apart from the others."""

    def __init__(self, qtbot: QtBot, lanes: runner.Runner, window: opened.Window) -> None:
        self._qtbot = qtbot
        self._lanes = lanes
        self.window = window
        self.digits = self.others = 0

    @property
    def page(self) -> counts_page.CountsPage:
        found = self.window.page("counts")
        assert isinstance(found, counts_page.CountsPage)
        return found

    @property
    def part(self) -> entering.EntryPart:
        found = self.page.tab("entry")
        assert isinstance(found, entering.EntryPart)
        return found

    @property
    def focus(self) -> QtWidgets.QWidget:
        found = self.window.focusWidget()
        assert found is not None
        return found

    def type(self, number: int | str) -> None:
        for digit in str(number):
            self._qtbot.keyClick(self.focus, digit, PAD)
            self.digits += 1

    def press(self, *keys: QtCore.Qt.Key, modifier: QtCore.Qt.KeyboardModifier = PAD) -> None:
        for key in keys:
            self._qtbot.keyClick(self.focus, key, modifier)
            self.others += 1

    def settle(self) -> None:
        opened.settle(self._qtbot, self._lanes)

    def open(self, subject: str) -> None:
        self.part.side.list.show_subject(subject)
        self.part.side.list.setFocus()
        self.press(KEY.Key_Return)
        self.settle()

    @property
    def shown(self) -> str:
        sheet = self.part.sheet.sheet
        assert sheet is not None
        return sheet.key.subject

    @property
    def said(self) -> list[str]:
        return [note.words for note in self.part.sheet.notes if not note.isHidden()]


Sit = Callable[..., Hand]


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        counted_offices.stand(made)
        yield made


@pytest.fixture
def sit(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Sit:
    def made(desk: Desk = wajo, size: tuple[int, int] = (1366, 700)) -> Hand:
        window = opened.show(qtbot, desk, lanes, "counts", lambda: counts_page.CountsPage(desk, lanes), size)
        return Hand(qtbot, lanes, window)

    return made


def numbers(desk: Desk, subject: str, race: str = RACE) -> dict[str, int]:
    form = count_entry.sheet(desk, subject, race).form
    votes = [100, 50, 60, *[0] * 20][: sum(line.code.startswith("v") and line.code[1:].isdigit() for line in form)]
    return counted_offices.figures(form, votes)


def own(desk: Desk, subject: str, race: str = RACE) -> dict[str, int]:
    return dict(count_entry.sheet(desk, subject, race).figures)


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
