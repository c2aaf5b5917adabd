# SPDX-License-Identifier: Apache-2.0
"""The sheet with its call list: who is named there, what the buttons ask for, hours that are refused."""

import dataclasses

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import watch_calls, whom_to_call
from tests.ui.widgets import watch_sheets
from ui.widgets import watch_panel

Person = whom_to_call.Person


@pytest.fixture
def panel(app: QtWidgets.QApplication, qtbot: QtBot) -> watch_panel.WatchPanel:
    made = watch_panel.WatchPanel()
    qtbot.addWidget(made)
    made.resize(1140, 500)
    made.show()
    made.set_sheet(watch_sheets.make(), "08.00 WITA · H", "Ketik")
    return made


def call(*people: Person) -> watch_calls.Call:
    return watch_calls.Call("73.13.07", "Belawa", 86, 4, None, people)


def test_who_is_called_is_named_with_the_phone(panel: watch_panel.WatchPanel) -> None:
    people = (Person("Camat", "Andi", "0812"), Person("Operator", "Siti"))
    row = watch_panel.call_row(call(*people))
    assert (row.who, row.phone) == ("Andi (Camat) +1", "0812")
    row = watch_panel.call_row(call(people[1]))
    assert (row.who, row.phone) == ("Siti (Operator)", "")
    assert watch_panel.call_row(call()).who == "tidak ada kontak"
    panel.set_calls(watch_calls.CallList(watch_sheets.COLUMNS[0], True, (call(*people),)))
    assert panel.title.text() == "Belum lapor 07.00: 1"
    assert panel.late.text() == "Belum lapor (1)"
    assert [row.known for row in panel.calls.model.shown()] == ["4/86"]
    panel.set_calls(watch_calls.CallList(watch_sheets.COLUMNS[0], False, ()))
    assert panel.title.text() == "Ditunggu 07.00: 0"


def test_an_island_says_why_its_word_comes_late(panel: watch_panel.WatchPanel) -> None:
    owing = watch_calls.Call("73.13.07", "Belawa", 86, 4, None, (), "tanpa sinyal, lewat laut")
    assert watch_panel.call_row(owing).name == "Belawa (tanpa sinyal, lewat laut)"
    sheet = watch_sheets.make()
    rows = tuple(dataclasses.replace(row, hint="lewat laut") if row.depth == 0 else row for row in sheet.rows)
    panel.set_sheet(dataclasses.replace(sheet, rows=rows), "08.00 WITA", "")
    model = panel.grid.model
    assert model.index(model.row_of("73.13.07"), 0).data() == "Belawa · lewat laut"
    assert model.index(model.row_of("73.13.06.1001-001"), 0).data() == "TPS 001"


def test_telephones_are_copied_and_go_to_no_chat(panel: watch_panel.WatchPanel) -> None:
    panel.set_calls(watch_calls.CallList(watch_sheets.COLUMNS[0], True, (call(Person("Camat", "Andi", "0812 999")),)))
    clipboard = QtWidgets.QApplication.clipboard()
    panel.calls.copy_for_chat()
    assert "Andi" in clipboard.text()
    assert "0812" not in clipboard.text()
    panel.calls.view.selectAll()
    panel.calls.copy()
    assert "0812 999" in clipboard.text()


def test_a_call_leads_to_its_cell(panel: watch_panel.WatchPanel) -> None:
    panel.set_calls(watch_calls.CallList(watch_sheets.COLUMNS[0], True, (call(),)))
    panel.calls.opened.emit(panel.calls.model.shown()[0])
    assert panel.grid.model.rows[panel.grid.view.currentIndex().row()].code == "73.13.07"


def test_the_message_is_of_the_column_in_which_one_works(panel: watch_panel.WatchPanel, qtbot: QtBot) -> None:
    panel.grid.view.go("73.13.06", 3)
    with qtbot.waitSignal(panel.message_wanted) as told:
        panel.message.click()
    assert told.args == [1]
    with qtbot.waitSignal(panel.wall_wanted):
        panel.wall.click()


def test_the_call_list_gives_way_on_a_small_screen_and_comes_back(panel: watch_panel.WatchPanel, qtbot: QtBot) -> None:
    assert panel.calls.isVisible()
    assert (panel.hint.text(), panel.below.isVisible()) == ("Ketik", False)
    panel.resize(800, 400)
    qtbot.waitUntil(lambda: not panel.calls.isVisible())
    assert (panel.hint.text(), panel.below.text(), panel.below.isVisible()) == ("", "Ketik", True)
    panel.late.click()
    assert panel.calls.isVisible()


def test_hours_are_typed_and_their_refusal_stands_beside_them(panel: watch_panel.WatchPanel, qtbot: QtBot) -> None:
    panel.show_hours("07 buka", 30)
    field = panel.editor.findChild(QtWidgets.QLineEdit)
    assert field.text() == "07 buka"
    with qtbot.waitSignal(panel.late_typed) as minutes:
        panel.minutes.setText("15")
        panel.minutes.commit()
    assert minutes.args == [15]
    field.setText("07 terbang")
    with qtbot.waitSignal(panel.hours_typed) as told:
        field.returnPressed.emit()
    assert told.args == ["07 terbang"]
    panel.end_hours("bukan kolom")
    assert panel.editor.isVisible()
    panel.end_hours()
    assert not panel.editor.isVisible()
    panel.show_hours("07 buka", 30)
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Escape)
    assert not panel.editor.isVisible()


def test_without_tps_it_says_what_comes_here(panel: watch_panel.WatchPanel) -> None:
    panel.set_sheet(dataclasses.replace(watch_sheets.make(), rows=()), "08.00 WITA", "")
    assert not panel.grid.isVisible()
    assert not panel.message.isEnabled()
