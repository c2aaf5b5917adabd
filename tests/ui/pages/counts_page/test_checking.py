# SPDX-License-Identifier: Apache-2.0
"""Pemeriksaan: the queue, a dispute settled by keys, a figure corrected, notes accepted, verified and on, locked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.domain.counts.standing import State
from desk_app.operations import accounts, attachments, count_check, count_view, targets
from desk_app.operations.desk import Desk
from tests import counting_people, photographs, regency_offices
from tests.ui.pages import opened
from ui import runner
from ui.dialogs import attachment_dialog
from ui.pages import counts_page
from ui.pages.counts_page import checking

Key = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
RACE = counting_people.RACE
ONE, TWO, THREE = (regency_offices.tps(regency_offices.TEMPE_VILLAGE, number) for number in (1, 2, 3))
Open = Callable[..., checking.CheckingPart]


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        counting_people.prepare(made)
        yield made


@pytest.fixture
def copied(wajo: Desk) -> Desk:
    """One in dispute, one with notes, one whole."""
    counting_people.copy(wajo, ONE)
    counting_people.copy(wajo, TWO, (60, 50, 40))
    counting_people.copy(wajo, THREE, (40, 30, 20), used=999)
    with counting_people.somebody(wajo, "Sitti"):
        counting_people.copy(wajo, ONE, (81, 40, 50))
    return wajo


@pytest.fixture
def open_part(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Open:
    def made(size: tuple[int, int] = (1366, 700)) -> checking.CheckingPart:
        window = opened.show(qtbot, wajo, lanes, "counts", lambda: counts_page.CountsPage(wajo, lanes), size)
        page = window.page("counts")
        assert isinstance(page, counts_page.CountsPage)
        page.open(targets.Target(targets.Page.COUNTS, chosen={"show": "checking"}))
        opened.settle(qtbot, lanes)
        part = page.tab("checking")
        assert isinstance(part, checking.CheckingPart)
        return part

    return made


def listed(part: checking.CheckingPart) -> list[tuple[str, str]]:
    return [(one.subject, one.line.state.value) for one in part.list.model.shown()]


def state(desk: Desk, subject: str) -> State:
    return count_view.view(desk, subject, RACE).standing.state


def press(qtbot: QtBot, part: checking.CheckingPart, key: Key) -> None:
    """A key in the table of the readings."""
    table = part.detail.compare.table
    assert table is not None
    qtbot.keyClick(table.view, key)


def reason(qtbot: QtBot, lanes: runner.Runner, part: checking.CheckingPart, words: str) -> None:
    """Type the reason and say it with Enter."""
    assert part.detail.saying.reason.hasFocus()
    qtbot.keyClicks(part.detail.saying.reason, words)
    qtbot.keyClick(part.detail.saying.reason, Key.Key_Return)
    opened.settle(qtbot, lanes)


def test_what_is_in_dispute_stands_first_and_the_lines_that_differ_are_marked(copied: Desk, open_part: Open) -> None:
    part = open_part()
    assert listed(part) == [(ONE, "klarifikasi"), (THREE, "dengan_catatan"), (TWO, "lengkap")]
    shown = part.detail.shown
    assert shown is not None
    assert shown.titles == ("Andi", "Sitti")
    rows = {one.code: one for one in shown.lines}
    assert (rows["v1"].sides, rows["v1"].stands, rows["v1"].words) == ((80, 81), None, "berbeda: 80, 81")
    assert rows["v2"].words == ""
    assert part.detail.compare.current() == "registered_p"  # the first line that differs
    assert part.words.text() == "Dalam klarifikasi 1 · Lengkap dengan catatan 1 · Lengkap 1"


def test_a_dispute_is_settled_by_keys_alone(
    copied: Desk, open_part: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    part = open_part()
    press(qtbot, part, Key.Key_2)
    qtbot.keyClick(part.detail.saying.reason, Key.Key_Return)
    assert "alasan" in part.detail.saying.refusal.text()
    reason(qtbot, lanes, part, "Formulir dibaca lagi")
    assert count_view.view(copied, ONE, RACE).standing.figures["v1"] == 81
    assert part.detail.shown is not None
    assert part.detail.shown.view.key.subject == ONE
    qtbot.keyClick(part.list.view, Key.Key_Return, CTRL)
    opened.settle(qtbot, lanes)
    assert state(copied, ONE) is State.VERIFIED
    assert [subject for subject, _state in listed(part)] == [THREE, TWO]


def test_the_paper_is_read_again_in_the_lines_that_differ(
    copied: Desk, open_part: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    part = open_part()
    press(qtbot, part, Key.Key_B)
    seen = count_view.view(copied, ONE, RACE)
    right = dict(seen.sides[0].figures) | {code: values[-1] + 1 for code, values in seen.standing.differing.items()}
    assert list(part.detail.saying.numbers) == [line.code for line in seen.form if line.code in seen.standing.differing]
    for code, number in part.detail.saying.numbers.items():
        assert number.hasFocus()
        qtbot.keyClicks(number, str(right[code]))
        qtbot.keyClick(number, Key.Key_Return)
    reason(qtbot, lanes, part, "Angka tertindih lipatan")
    assert dict(count_view.view(copied, ONE, RACE).standing.figures) == right


def test_a_line_is_corrected_with_its_reason_and_esc_leaves_it(
    copied: Desk, open_part: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    part = open_part()
    part.list.show_row(TWO)
    opened.settle(qtbot, lanes)
    part.detail.compare.show_line("v1")
    press(qtbot, part, Key.Key_P)
    qtbot.keyClick(part.detail.saying.numbers["v1"], Key.Key_Escape)
    assert part.detail.saying.asked is None
    press(qtbot, part, Key.Key_Return)
    number = part.detail.saying.numbers["v1"]
    assert number.value() == 60
    number.clear()
    qtbot.keyClicks(number, "59")
    qtbot.keyClick(number, Key.Key_Return)
    reason(qtbot, lanes, part, "Salah ketik")
    assert count_view.view(copied, TWO, RACE).standing.figures["v1"] == 59
    assert part.detail.shown is not None
    assert "60 → 59" in part.detail.shown.history[0].text


def test_an_error_is_accepted_and_then_verified(
    copied: Desk, open_part: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    part = open_part()
    part.list.show_row(THREE)
    opened.settle(qtbot, lanes)
    part.verify()
    opened.settle(qtbot, lanes)
    assert state(copied, THREE) is State.NOTED
    press(qtbot, part, Key.Key_T)
    reason(qtbot, lanes, part, "Tertulis demikian")
    part.list.show_row(THREE)
    opened.settle(qtbot, lanes)
    part.verify()
    opened.settle(qtbot, lanes)
    assert state(copied, THREE) is State.VERIFIED


def test_some_notes_are_accepted_and_the_others_stay(
    copied: Desk, open_part: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    part = open_part()
    part.list.show_row(THREE)
    opened.settle(qtbot, lanes)
    press(qtbot, part, Key.Key_T)
    ticks = part.detail.saying.ticks
    assert set(ticks) == {one.finding.rule.number for one in count_view.view(copied, THREE, RACE).notes}
    assert "V06 · Kesalahan: digunakan 999" in ticks["V06"].toolTip()
    for number, tick in ticks.items():
        if number != "V06":
            qtbot.keyClick(tick, Key.Key_Space)
    qtbot.keyClick(ticks["V06"], Key.Key_Return)
    reason(qtbot, lanes, part, "Tertulis demikian")
    accepted = {one.finding.rule.number: one.is_accepted for one in count_view.view(copied, THREE, RACE).notes}
    assert accepted == {number: number == "V06" for number in ticks}
    assert state(copied, THREE) is State.NOTED


@pytest.mark.parametrize("subject", [ONE, THREE])
def test_nothing_is_cut_at_the_height_of_a_small_screen(
    copied: Desk, open_part: Open, qtbot: QtBot, lanes: runner.Runner, subject: str
) -> None:
    part = open_part((911, 470))
    part.split.show_detail()
    part.list.show_row(subject)
    opened.settle(qtbot, lanes)
    window, detail = part.window(), part.detail
    asks = (detail.ask_typed, detail.ask_reread) if subject == ONE else (detail.ask_correction, detail.ask_acceptance)

    def whole() -> None:
        assert window.height() == 470, "the window grew, so its foot is below the screen"
        last = detail.saying if detail.saying.asked is not None else detail._row
        assert last.isVisible()
        assert last.height() >= last.minimumSizeHint().height()
        assert last.mapTo(window, last.rect().bottomLeft()).y() < window.height()

    for ask in (lambda: None, *asks, detail.drop):
        ask()
        qtbot.waitUntil(whole)  # a layout takes its turns; a window that grew stays so
    part.split.show_list()
    assert part.races.isVisible()


def test_all_without_notes_at_once_then_locked_and_opened(
    copied: Desk, open_part: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    part = open_part()
    count_check.decide(copied, ONE, RACE, "73.13/1", "Dibaca lagi")
    opened.settle(qtbot, lanes)
    assert part.many.text() == "Verifikasi 2 TPS tanpa catatan"
    part.many.click()
    opened.settle(qtbot, lanes)
    assert listed(part) == [(THREE, "dengan_catatan")]
    part.what.set_value(State.VERIFIED.value)
    part.what.committed.emit(State.VERIFIED.value)
    opened.settle(qtbot, lanes)
    assert {subject for subject, _state in listed(part)} == {ONE, TWO}
    part.lock_many.click()
    opened.settle(qtbot, lanes)
    assert state(copied, ONE) is State.LOCKED
    part.open_target(targets.Target(targets.Page.COUNTS, subject=ONE, chosen={"race": RACE}))
    opened.settle(qtbot, lanes)
    assert part.detail.shown is not None
    assert part.detail.shown.view.is_locked
    press(qtbot, part, Key.Key_P)
    assert part.detail.saying.asked is None
    part.detail.lock_wanted.emit(False)
    opened.settle(qtbot, lanes)
    assert state(copied, ONE) is State.VERIFIED


def test_what_comes_in_while_one_types_is_told_and_what_was_typed_stays(
    copied: Desk, open_part: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    part = open_part()
    part.list.show_row(TWO)
    opened.settle(qtbot, lanes)
    part.detail.compare.show_line("v1")
    press(qtbot, part, Key.Key_P)
    qtbot.keyClicks(part.detail.saying.reason, "Salah ketik")
    with counting_people.somebody(copied, "Sitti"):
        counting_people.copy(copied, TWO, (61, 50, 40))
    part.reload(frozenset({"count_form"}))
    opened.settle(qtbot, lanes)
    assert part.detail.saying.asked is not None
    assert part.detail.saying.reason.text() == "Salah ketik"
    assert "baru masuk" in part.detail.saying.refusal.text()


def test_who_may_not_verify_is_told_who_may(wajo: Desk, open_part: Open, qtbot: QtBot) -> None:
    with counting_people.somebody(wajo, "Sitti", accounts.Role.VERIFIER):
        part = open_part()
        assert part.shut.isVisible()
        assert part.shut.words.text() == "Yang boleh memeriksa: Andi."
        assert part.list.model.total == 0


def test_nothing_waits(wajo: Desk, open_part: Open) -> None:
    part = open_part()
    assert listed(part) == []
    assert part.words.text() == "Belum ada salinan di wilayah ini."
    assert part.detail.shown is None


def test_the_rows_of_the_queue_say_what_is_the_matter(copied: Desk, open_part: Open) -> None:
    part = open_part()
    about = {one.subject: one.about for one in part.list.model.shown()}
    assert about[ONE] == "9 baris"
    assert "V06" in about[THREE]
    assert about[TWO] == ""


def test_photos_of_all_copies_stand_beside_the_figures(
    copied: Desk, open_part: Open, qtbot: QtBot, lanes: runner.Runner, tmp_path: Path
) -> None:
    path = tmp_path / "formulir.jpg"
    path.write_bytes(photographs.jpeg())
    for record in count_view.view(copied, ONE, RACE).records:
        attachments.add(copied, record, path)
    part = open_part()
    assert part.detail.photo_button.text() == "F Foto (2)"
    assert part.detail.photo.isHidden()
    press(qtbot, part, Key.Key_F)
    opened.settle(qtbot, lanes)
    assert part.detail.photo.isVisible()
    assert part.detail.photo.stack.currentWidget() is part.detail.photo.view
    assert part.detail.photo.count.text() == "1 dari 2"
    part.detail.photo.stepped.emit(1)
    opened.settle(qtbot, lanes)
    assert part.detail.photo.count.text() == "2 dari 2"
    qtbot.keyClick(part.detail, Key.Key_Down, CTRL)
    opened.settle(qtbot, lanes)
    assert part.detail.shown is not None
    assert part.detail.shown.view.key.subject == THREE
    assert part.detail.photo_button.isHidden()
    assert part.detail.photo.isHidden()


def test_photos_go_with_the_key(
    copied: Desk, open_part: Open, qtbot: QtBot, lanes: runner.Runner, tmp_path: Path
) -> None:
    path = tmp_path / "formulir.jpg"
    path.write_bytes(photographs.jpeg())
    attachments.add(copied, count_view.view(copied, ONE, RACE).records[1], path)  # beside what Sitti copied
    part = open_part()
    press(qtbot, part, Key.Key_F)
    opened.settle(qtbot, lanes)
    photo = part.detail.photo
    assert photo.stack.currentWidget() is photo.view
    part.photos.open_large()
    dialog = part.window().findChild(attachment_dialog.AttachmentDialog)
    assert dialog is not None
    assert dialog.remove.isHidden()  # nothing is taken off here
    dialog.reject()
    with counting_people.somebody(copied, "Sitti"):
        part.reload()
        opened.settle(qtbot, lanes)
        assert photo.stack.currentWidget() is photo.words


def test_the_history_is_told_newest_first(copied: Desk, open_part: Open) -> None:
    part = open_part()
    assert part.detail.shown is not None
    assert [one.text for one in part.detail.shown.history] == ["Disalin", "Disalin"]
    assert part.detail.shown.history[0].who.startswith("Sitti")


def test_a_photo_that_was_taken_off_goes_from_sight(
    copied: Desk, open_part: Open, qtbot: QtBot, lanes: runner.Runner, tmp_path: Path
) -> None:
    path = tmp_path / "formulir.jpg"
    path.write_bytes(photographs.jpeg())
    no = attachments.add(copied, count_view.view(copied, ONE, RACE).records[0], path)
    part = open_part()
    press(qtbot, part, Key.Key_F)
    opened.settle(qtbot, lanes)
    photo = part.detail.photo
    assert photo.stack.currentWidget() is photo.view
    attachments.delete(copied, no)
    opened.settle(qtbot, lanes)
    assert photo.stack.currentWidget() is not photo.view
