# SPDX-License-Identifier: Apache-2.0
"""What the numbered checks say of a page: the equation with its difference, and room for a reason where one is due."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import words
from desk_app.domain.checklists.rules import Level
from desk_app.operations import checklist_pages
from ui import icons, theme
from ui.widgets import fields, form

MOST = 4
"""So many are shown; the others are counted."""

_MARKS = {Level.ERROR: "masalah", Level.REASON: "peringatan", Level.WARNING: "peringatan"}


class FindingList(QtWidgets.QWidget):
    """`reasoned(code, text)`: a reason was typed for a check."""

    reasoned = QtCore.Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[_Row] = []
        self.more = form.label("", "small")
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(12, 0, 12, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.more)
        self.hide()

    def set_findings(self, findings: Sequence[checklist_pages.PageFinding]) -> None:
        """Show what the checks say now; a reason that is being typed stays."""
        shown = list(findings)[:MOST]
        if [row.finding.code for row in self.rows] != [one.code for one in shown]:
            for row in self.rows:
                row.hide()
                row.setParent(None)
                row.deleteLater()
            self.rows = [_Row(one) for one in shown]
            for at, row in enumerate(self.rows):
                row.reason.committed.connect(lambda text, row=row: self.reasoned.emit(row.finding.code, text))
                self._column.insertWidget(at, row)
        for row, one in zip(self.rows, shown, strict=True):
            row.show_finding(one)
        left = len(findings) - len(shown)
        self.more.setText(_("dan {count} lagi").format(count=left) if left else "")
        self.more.setVisible(bool(left))
        self.setVisible(bool(shown))


    def refuse(self, code: str, said: str) -> None:
        """Say beside a check why its reason was not taken; nothing said: it was."""
        for row in self.rows:
            if row.finding.code == code:
                fields.refuse(row.reason, bool(said))
                row.reason.setToolTip(said)
                if said:
                    row.said.setText(said)
                    theme.set_role(row.said, "error")


class _Row(QtWidgets.QWidget):
    """One check. A reason is told when it is left, if it is another and not empty."""

    def __init__(self, finding: checklist_pages.PageFinding) -> None:
        super().__init__()
        self.finding = finding
        self.icon = QtWidgets.QLabel()
        self.icon.setFixedWidth(20)
        self.said = form.label("", wraps=True)
        self.reason = fields.LineField(_("Alasan, lalu Enter"), limit=1000)
        self.reason.setAccessibleName(_("Alasan"))
        line = QtWidgets.QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.SPACE)
        line.addWidget(self.icon, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.said, 3)
        line.addWidget(self.reason, 2)

    def show_finding(self, finding: checklist_pages.PageFinding) -> None:
        self.finding = finding
        settled = finding.holds or bool(finding.reason)
        mark = "siap" if settled else _MARKS[finding.level]
        tone = mark if mark != "peringatan" else "belum_lengkap"
        self.icon.setPixmap(icons.icon("berhasil" if settled else mark, tone).pixmap(16, 16))
        equation = words.render(finding.words.message, finding.words.params, _)
        text = equation if finding.holds else f"{finding.label}: {equation}"
        if finding.who:
            text += " · " + _("alasan menurut {who}").format(who=finding.who)
        self.said.setText(f"{finding.number}  {text}")
        theme.set_role(self.said, "error" if finding.level is Level.ERROR and not settled else "")
        self.reason.set_value(finding.reason)
        self.reason.setToolTip(_("Kosongkan, lalu Enter, untuk mencabut alasan ini.") if finding.reason else "")
        self.reason.setVisible(not finding.holds and finding.level is not Level.ERROR)
