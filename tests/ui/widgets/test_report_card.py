# SPDX-License-Identifier: Apache-2.0
"""Today's report: nihil is offered until the report is finished."""

from dataclasses import replace
from datetime import date

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import daily_reports
from ui.widgets import report_card

NONE = daily_reports.Report(0, "73.13", date(2024, 2, 13), "H-1", 6, False, "", "", "", "", 0, 0, "")


def test_how_far_the_report_is(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = report_card.ReportCard()
    qtbot.addWidget(made)
    made.show()
    states = [
        (NONE, "Belum dibuat", True),
        (replace(NONE, record=3), "Sedang disusun", True),
        (replace(NONE, record=3, finished_at=9), "Selesai", False),
        (replace(NONE, record=3, finished_at=9, nihil=True), "Nihil", False),
        (replace(NONE, record=3, finished_at=9, sent_at=9), "Dikirim", False),
    ]
    for report, words, offers_nihil in states:
        made.set_report(report)
        assert made.title.text() == "Laporan harian no. 6"
        assert words in made.chip.accessibleName()
        assert made.nihil.isVisible() == offers_nihil
    made.set_report(NONE)
    with qtbot.waitSignal(made.nihil_wanted):
        made.nihil.click()
    with qtbot.waitSignal(made.report_wanted):
        made.open.click()
