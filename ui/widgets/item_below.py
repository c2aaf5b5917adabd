# SPDX-License-Identifier: Apache-2.0
"""What stands under an item of a checklist when there is something to say: refusal, disagreement, note, issue."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from ui import icons, theme
from ui.widgets import fields, form


class Below(QtWidgets.QWidget):
    """What stands under an item when there is something to say: refusal, disagreement, note, issue."""

    def __init__(self) -> None:
        super().__init__()
        self.refusal = form.label("", "error", wraps=True)
        self.dispute = _link()
        icons.put(self.dispute, "berbeda", "berbeda")
        self.note = fields.LineField(_("Catatan"), limit=2000)
        self.issue = _link()
        line = QtWidgets.QHBoxLayout()
        line.setSpacing(theme.SPACE)
        line.addWidget(self.note, 1)
        line.addWidget(self.issue)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(self.refusal)
        column.addWidget(self.dispute, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        column.addLayout(line)

    def show_parts(self, *, dispute: bool, issue: bool) -> None:
        """Show the parts that have something to say, and nothing where none has."""
        noting = bool(self.note.text()) or self.note.hasFocus()
        self.note.setVisible(noting)
        self.refusal.setVisible(bool(self.refusal.text()))
        self.dispute.setVisible(dispute)
        self.issue.setVisible(issue)
        self.setVisible(noting or dispute or issue or bool(self.refusal.text()))


def _link() -> QtWidgets.QPushButton:
    button = QtWidgets.QPushButton()
    theme.set_role(button, "link")
    button.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
    return button
