# SPDX-License-Identifier: Apache-2.0
"""A register comes back from Excel through the window: seen before it is written, refused in words, undone as one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.base.progress import finish
from desk_app.operations import history, issue_register, issues, register_export
from desk_app.operations.desk import Desk
from tests import small_offices
from ui import runner
from ui.dialogs import workbook_dialog, workbook_ways


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "office").desk as made:
        issues.new_issue(made, "Kotak basah")
        issues.new_issue(made, "Jalan putus")
        yield made


@pytest.fixture
def path(desk: Desk, tmp_path: Path) -> Path:
    """The list as it was saved, with one severity altered, one wrong, and one row more."""
    path = tmp_path / "masalah.xlsx"
    finish(register_export.export(desk, "issues", path))
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    heads = [cell.value for cell in page[1]]
    page.cell(2, heads.index("Tingkat") + 1).value = "Tinggi"
    page.cell(3, heads.index("Tingkat") + 1).value = "Gawat"
    page.cell(4, heads.index("Permasalahan") + 1).value = "Perahu rusak"
    book.save(path)
    return path


def settle(lanes: runner.Runner, qtbot: QtBot) -> None:
    for _turn in range(3):
        lanes.wait_idle()
        qtbot.wait(5)


def leave_out(dialog: workbook_dialog.WorkbookDialog, heading: str, lanes: runner.Runner, qtbot: QtBot) -> None:
    """Map a column to nothing, by hand."""
    dialog.outcome.tabs.setCurrentWidget(dialog.outcome.mapping)
    choice = dialog.outcome.mapping.choices[heading]
    choice.set_value("")
    choice.committed.emit("")
    settle(lanes, qtbot)


def shown(desk: Desk, lanes: runner.Runner, qtbot: QtBot, path: Path) -> workbook_dialog.WorkbookDialog:
    dialog = workbook_dialog.WorkbookDialog(lanes, workbook_ways.RegisterWay(desk, "issues"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.take_file(path)
    settle(lanes, qtbot)
    return dialog


@contextmanager
def lanes_held(lanes: runner.Runner) -> Iterator[None]:
    """The writer's lane is busy with something else as long as this goes on."""
    free = threading.Event()
    lanes.write(free.wait, lambda _nothing: None, None)
    try:
        yield
    finally:
        free.set()


def test_what_it_would_do_is_seen_and_then_done(
    desk: Desk, lanes: runner.Runner, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    dialog = shown(desk, lanes, qtbot, path)
    assert [card.accessibleName().strip() for card in dialog.outcome.figures.values()] == [
        "Baru: 1", "Berubah: 1", "Sama: 0", "Ditolak: 1"]
    assert dialog.outcome.tabs.currentWidget() is dialog.outcome.faults
    [fault] = dialog.outcome.faults.model.rows()
    assert (fault.row, fault.said) == (3, "Gawat")
    [change] = dialog.outcome.changes.model.rows()
    assert (change.before, change.after) == ("Sedang", "Tinggi")
    assert dialog.put_in.text() == "Masukkan 2 baris"
    dialog.save_copy(tmp_path / "perbaiki.xlsx")
    lanes.wait_idle()
    assert (tmp_path / "perbaiki.xlsx").exists()
    with qtbot.waitSignal(dialog.written) as told:
        qtbot.mouseClick(dialog.put_in, QtCore.Qt.MouseButton.LeftButton)
    assert told.args == ["1 baris baru dan 1 yang berubah sudah dimasukkan. 1 baris ditolak."]
    assert {row.title for row in issue_register.issue_rows(desk)} == {"Kotak basah", "Jalan putus", "Perahu rusak"}
    history.undo(desk)
    assert {row.severity for row in issue_register.issue_rows(desk)} == {"sedang"}


def test_a_column_left_out_by_hand_is_not_read(desk: Desk, lanes: runner.Runner, qtbot: QtBot, path: Path) -> None:
    dialog = shown(desk, lanes, qtbot, path)
    leave_out(dialog, "Tingkat", lanes, qtbot)
    assert [dialog.outcome.figures[key].accessibleName().strip() for key in ("changed", "refused")] == [
        "Berubah: 0", "Ditolak: 0"]


def test_what_is_no_workbook_is_refused_in_words(
    desk: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"bukan excel")
    dialog = shown(desk, lanes, qtbot, tmp_path / "a.xlsx")
    assert "tidak dapat dibaca" in dialog.notices.text
    assert not dialog.put_in.isEnabled()


def test_the_keyboard_goes_to_what_is_wrong_and_else_to_the_button(
    desk: Desk, lanes: runner.Runner, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    dialog = shown(desk, lanes, qtbot, path)
    assert dialog.focusWidget() is dialog.outcome.tabs.tabBar()
    good = tmp_path / "baik.xlsx"
    finish(register_export.export(desk, "issues", good))
    book = openpyxl.load_workbook(good)
    book.worksheets[0].cell(4, 3).value = "Perahu rusak"
    book.save(good)
    dialog.take_file(good)
    assert not dialog.put_in.isEnabled()
    settle(lanes, qtbot)
    assert dialog.focusWidget() is dialog.put_in
    qtbot.keyClick(dialog, QtCore.Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_escape_stops_what_is_under_way_before_it_leads_back(
    desk: Desk, lanes: runner.Runner, qtbot: QtBot, path: Path
) -> None:
    dialog = shown(desk, lanes, qtbot, path)
    before = len(issue_register.issue_rows(desk))
    with lanes_held(lanes):
        dialog.write()
        qtbot.keyClick(dialog, QtCore.Qt.Key.Key_Escape)
        assert dialog.isVisible()
    settle(lanes, qtbot)
    assert "Dihentikan" in dialog.notices.text
    assert dialog.put_in.isEnabled()
    assert len(issue_register.issue_rows(desk)) == before
    qtbot.keyClick(dialog, QtCore.Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_columns_are_mapped_one_after_the_other(desk: Desk, lanes: runner.Runner, qtbot: QtBot, path: Path) -> None:
    dialog = shown(desk, lanes, qtbot, path)
    leave_out(dialog, "Tingkat", lanes, qtbot)
    assert dialog.outcome.tabs.currentWidget() is dialog.outcome.mapping
    assert dialog.focusWidget() is dialog.outcome.mapping.choices["Tingkat"]
