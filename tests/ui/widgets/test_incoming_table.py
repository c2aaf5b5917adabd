# SPDX-License-Identifier: Apache-2.0
"""The register of reports: a column a day, nihil is a report."""

from datetime import date

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import daily_reports
from ui.widgets import incoming_table

IN, NIHIL, OUT = (daily_reports.IncomingMark(state, 0, "") for state in daily_reports.Received)


def register(*heads: str, silent: tuple[int, ...] = ()) -> daily_reports.IncomingRegister:
    days = tuple(daily_reports.DayHead(date(2024, 2, 8 + at), words) for at, words in enumerate(heads))
    marks = (NIHIL, OUT, IN)[: len(days)]
    rows = [daily_reports.IncomingRow("73.13.06", "Tempe", marks, 0)]
    rows += [daily_reports.IncomingRow(f"73.13.0{at}", f"Kecamatan {at}", (OUT, OUT), 0, True) for at in silent]
    return daily_reports.IncomingRegister(days, tuple(rows))


def test_cells_can_be_opened_and_columns_follow_the_days(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = incoming_table.IncomingTable()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.set_register(register("H-6", "H-5"), lambda at: "")
    made.show()
    panel = made.panel
    assert panel is not None
    shown = [panel.model.index(0, at).data() for at in range(4)]
    assert shown == ["Tempe", "nihil", "belum", "–"]
    with qtbot.waitSignal(made.cell_opened) as told:
        box = panel.view.visualRect(panel.model.index(0, 2))
        qtbot.mouseClick(panel.view.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=box.center())
    assert told.args == ["73.13.06", 1]
    made.set_register(register("H-6", "H-5", "H-4"), lambda at: "")
    assert made.panel is not None
    assert made.panel.model.columnCount() == 5
    assert made.panel.model.index(0, 3).data() == "sudah"


def test_only_who_is_silent_until_all_are_asked_for(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = incoming_table.IncomingTable()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    made.show_silent(True)
    made.set_register(register("H-6", "H-5", silent=(7, 8)), lambda at: "")
    assert made.panel is not None
    assert [row.place for row in made.panel.model.shown()] == ["73.13.07", "73.13.08"]
    made.set_register(register("H-6", "H-5"), lambda at: "")
    nothing = made._nothing
    assert nothing is not None
    qtbot.waitUntil(nothing.isVisible)
    assert nothing.title.text() == "Semua sudah mengirim"
    made.picked.click()
    assert [row.place for row in made.panel.model.shown()] == ["73.13.06"]
    assert not made.picked.isVisible()
