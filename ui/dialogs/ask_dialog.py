# SPDX-License-Identifier: Apache-2.0
"""A plain question before what cannot be taken back; Enter and Esc leave everything as it is."""

from PySide6 import QtWidgets

from desk_app.base.text import _
from ui import theme
from ui.widgets import form


class AskDialog(QtWidgets.QDialog):
    """A question, what follows from yes, and two buttons; `accepted()` is yes."""

    def __init__(
        self,
        question: str,
        words: str,
        yes: str,
        *,
        no: str = "",
        danger: bool = False,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self.words = form.label(words, wraps=True)
        self.yes = QtWidgets.QPushButton(yes)
        theme.set_role(self.yes, "danger" if danger else "primary")
        self.yes.setAutoDefault(False)
        self.yes.clicked.connect(self.accept)
        self.no = QtWidgets.QPushButton(no or _("Batal"))
        self.no.setDefault(True)
        self.no.clicked.connect(self.reject)
        foot = QtWidgets.QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.no)
        foot.addWidget(self.yes)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(form.label(question, "heading", wraps=True))
        column.addWidget(self.words)
        column.addStretch(1)
        column.addLayout(foot)
        theme.dress(self)
        self.setMinimumWidth(460)
        self.no.setFocus()
