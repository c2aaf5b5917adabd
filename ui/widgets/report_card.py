# SPDX-License-Identifier: Apache-2.0
"""Today's report of the office: how far it is, and Lapor NIHIL in one click."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import daily_reports
from ui import icons, theme
from ui.widgets import form, marks


class ReportCard(QtWidgets.QFrame):
    """`nihil_wanted()`: Lapor NIHIL; `report_wanted()`: open the report."""

    nihil_wanted = QtCore.Signal()
    report_wanted = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.title = form.label("", "heading")
        self.chip = marks.Chip()
        self.nihil = QtWidgets.QPushButton(_("Lapor NIHIL"))
        self.nihil.setToolTip(_("Tidak ada kejadian hari ini: laporan langsung selesai dan terhitung melapor."))
        self.nihil.clicked.connect(lambda _checked=False: self.nihil_wanted.emit())
        self.open = QtWidgets.QPushButton(_("Buka laporan"))
        icons.put(self.open, "laporan", "primary")
        theme.set_role(self.open, "link")
        self.open.clicked.connect(lambda _checked=False: self.report_wanted.emit())
        top = QtWidgets.QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.chip)
        line = QtWidgets.QHBoxLayout()
        line.addWidget(self.nihil)
        line.addWidget(self.open)
        line.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(line)

    def set_report(self, report: daily_reports.Report) -> None:
        """Show today's report."""
        self.title.setText(_("Laporan harian no. {number}").format(number=report.sequence))
        self.title.setToolTip(f"{report.day:%d-%m-%Y} · {report.day_words}")
        if report.nihil:
            self.chip.set_value(marks.Marked(_("Nihil"), "siap"))
        elif report.sent_at:
            self.chip.set_value(marks.Marked(_("Dikirim"), "siap"))
        elif report.finished:
            self.chip.set_value(marks.Marked(_("Selesai"), "siap"))
        elif report.record:
            self.chip.set_value(marks.Marked(_("Sedang disusun"), "belum_lengkap"))
        else:
            self.chip.set_value(marks.Marked(_("Belum dibuat"), "belum"))
        self.nihil.setVisible(not report.finished)
