# SPDX-License-Identifier: Apache-2.0
"""The Excel button: the list, the empty form, the way back; persons only where there are some, and when asked for."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import issues, teams
from desk_app.operations.desk import Desk
from tests import regency_offices
from ui import runner
from ui.dialogs import workbook_button


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as made:
        yield made


def made(desk: Desk, lanes: runner.Runner, qtbot: QtBot, key: str) -> workbook_button.WorkbookButton:
    button = workbook_button.WorkbookButton(desk, lanes, key)
    qtbot.addWidget(button)
    return button


def test_the_list_is_saved_and_said_so(desk: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path) -> None:
    issues.new_issue(desk, "Kotak basah")
    button = made(desk, lanes, qtbot, "issues")
    with qtbot.waitSignal(button.notices) as told:
        button.save(tmp_path / "a.xlsx")
    assert told.args[0].words.endswith("a.xlsx · 1 baris")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0].max_row == 2


def test_persons_have_an_entry_of_their_own(desk: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path) -> None:
    teams.new_member(desk, "Camat", person="Sitti")
    entries = [len(made(desk, lanes, qtbot, key).menu().actions()) for key in ("logbook", "members")]
    assert entries[1] == entries[0] + 1
    button = made(desk, lanes, qtbot, "members")
    with qtbot.waitSignal(button.notices):
        button.save(tmp_path / "a.xlsx")
    heads = [cell.value for cell in openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0][1]]
    assert "Nama" not in heads


def test_a_file_that_cannot_be_written_is_told(desk: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path) -> None:
    button = made(desk, lanes, qtbot, "issues")
    (tmp_path / "a.xlsx").mkdir()
    with qtbot.waitSignal(button.notices) as told:
        button.save(tmp_path / "a.xlsx")
    assert "tidak dapat ditulis" in told.args[0].words


def test_the_way_back_opens(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    button = made(desk, lanes, qtbot, "issues")
    button.bring_in()
    assert button.dialog is not None
    assert button.dialog.isVisible()
    button.dialog.reject()
    assert button.dialog is None


def test_several_registers_have_a_menu_each_and_none_hides_it(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    button = workbook_button.WorkbookButton(desk, lanes, "activities", "campaign")
    qtbot.addWidget(button)
    assert not button.isVisible(), "alone it is no window"
    room = QtWidgets.QWidget()
    qtbot.addWidget(room)
    QtWidgets.QHBoxLayout(room).addWidget(button)
    room.show()
    menus = [action.menu() for action in button.menu().actions()]
    assert [menu.title() for menu in menus if menu is not None] == ["Kegiatan", "Laporan harian kampanye"]
    button.set_keys([])
    assert not button.isVisible()
    button.set_keys(["checklist@h-1"])
    assert button.isVisible()
    assert button.menu().actions()[0].text() == "Simpan ke Excel …"


def test_the_keyboard_reaches_it(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    button = made(desk, lanes, qtbot, "issues")
    assert button.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus


def test_where_there_is_no_room_it_keeps_its_sign_alone(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    button = made(desk, lanes, qtbot, "issues")
    button.show()
    whole = button.sizeHint().width()
    button.resize(button.minimumSizeHint())
    assert (button.text(), button.accessibleName(), button.sizeHint().width()) == ("", "Excel", whole)
    button.resize(whole, button.height())
    assert (button.text(), button.sizeHint().width()) == ("Excel", whole)
