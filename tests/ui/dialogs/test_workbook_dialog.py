# SPDX-License-Identifier: Apache-2.0
"""A register comes back from Excel through the window: seen before it is written, refused in words, undone as one."""

from collections.abc import Iterator
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
from ui.dialogs import workbook_dialog


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


def shown(desk: Desk, lanes: runner.Runner, qtbot: QtBot, path: Path) -> workbook_dialog.WorkbookDialog:
    dialog = workbook_dialog.WorkbookDialog(desk, lanes, "issues")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.take_file(path)
    for _turn in range(3):
        lanes.wait_idle()
        qtbot.wait(5)
    return dialog


def test_what_it_would_do_is_seen_and_then_done(
    desk: Desk, lanes: runner.Runner, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    dialog = shown(desk, lanes, qtbot, path)
    assert [card.accessibleName().strip() for card in dialog.figures.values()] == [
        "Baru: 1", "Berubah: 1", "Sama: 0", "Ditolak: 1"]
    assert dialog.tabs.currentWidget() is dialog.faults
    [fault] = dialog.faults.model.rows()
    assert (fault.row, fault.said) == (3, "Gawat")
    [change] = dialog.changes.model.rows()
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
    dialog.tabs.setCurrentWidget(dialog.mapping)
    choice = dialog.mapping.choices["Tingkat"]
    choice.set_value("")
    choice.committed.emit("")
    for _turn in range(3):
        lanes.wait_idle()
        qtbot.wait(5)
    assert [dialog.figures[key].accessibleName().strip() for key in ("changed", "refused")] == [
        "Berubah: 0", "Ditolak: 0"]


def test_what_is_no_workbook_is_refused_in_words(
    desk: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"bukan excel")
    dialog = shown(desk, lanes, qtbot, tmp_path / "a.xlsx")
    assert "tidak dapat dibaca" in dialog.notices.text
    assert not dialog.put_in.isEnabled()
