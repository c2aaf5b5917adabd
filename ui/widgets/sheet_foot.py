# SPDX-License-Identifier: Apache-2.0
"""The foot of a sheet: what can be done with the item in which the keys work, and who answered it last."""


from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import checklist_pages
from ui import icons, theme
from ui.widgets import form


class Foot(QtWidgets.QWidget):
    """What can be done with the item in which the keys work, each with its key."""

    def __init__(self) -> None:
        super().__init__()
        theme.set_role(self, "foot")
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_StyledBackground)
        self.note = _tool(_("Catatan (N)"), "catatan")
        self.issue = _tool(_("Permasalahan (M)"), "permasalahan")
        self.copy = _tool(_("Salin ke bawah (Ctrl+D)"), "turun")
        self.history = _tool(_("Riwayat"), "riwayat")
        self.words = form.label("", "small")
        self.author = form.label("", "small")
        line = QtWidgets.QHBoxLayout()
        line.setSpacing(0)
        for button in (self.note, self.issue, self.copy, self.history):
            line.addWidget(button)
        line.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(8, 2, 12, 4)
        column.setSpacing(0)
        last = QtWidgets.QHBoxLayout()
        last.setSpacing(2 * theme.SPACE)
        last.addWidget(self.words, 1)
        last.addWidget(self.author)
        column.addLayout(line)
        column.addLayout(last)
        self.words.setContentsMargins(8, 0, 0, 0)
        self.words.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Preferred)

    def show_item(self, item: checklist_pages.PageItem, author: str) -> None:
        """Offer what this item allows, and say the keys and who answered last."""
        self.author.setText(author)
        self.copy.setEnabled(item.value is not None)
        self.history.setEnabled(bool(item.record))
        self.words.setText(
            _("S/B/T atau 1/2/0 · jumlah, atau Enter = yang diperlukan · Ctrl+↓ TPS berikutnya")
        )
        self.words.setToolTip(self.words.text())

    def say_end(self) -> None:
        """The last item is done."""
        self.words.setText(_("Butir terakhir sudah. Enter menawarkan formulir berikutnya, Esc kembali ke daftar."))


def _tool(said: str, icon: str) -> QtWidgets.QPushButton:
    button = QtWidgets.QPushButton(said)
    icons.put(button, icon, "primary")
    theme.set_role(button, "link")
    button.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
    return button
