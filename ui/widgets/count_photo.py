# SPDX-License-Identifier: Apache-2.0
"""The photo of a C.HASIL beside its fields: enlarged and moved by mouse or keys, one of several at a time."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons
from ui.widgets import attachment_strip, attachment_view, form

_NOTHING, _PICTURE = range(2)


class CountPhoto(QtWidgets.QWidget):
    """`given(Given)`: to be attached; `stepped(by)`: another photo; `large_wanted()`: shown on its own."""

    given = QtCore.Signal(object)
    stepped = QtCore.Signal(int)
    large_wanted = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = attachment_view.AttachmentView()
        self.words = form.label("", "muted", wraps=True)
        self.words.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self.stack = QtWidgets.QStackedWidget()
        for part in (self.words, self.view):
            self.stack.addWidget(part)
        self.add_button = QtWidgets.QPushButton(_("Tambah foto …"))
        icons.put(self.add_button, "lampiran")
        self.add_button.clicked.connect(lambda _checked=False: self.ask())
        self.back = _tool("mundur", _("Sebelumnya"), lambda: self.stepped.emit(-1))
        self.next = _tool("buka", _("Berikutnya"), lambda: self.stepped.emit(1))
        self.large = _tool("layar_penuh", _("Buka besar, simpan, atau hapus"), self.large_wanted.emit)
        self.count = form.label("", "muted")
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        for widget in (self.back, self.count, self.next, self.large):
            foot.addWidget(widget)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        self.show_nothing()

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(220, 120)

    def show_nothing(self, words: str = "") -> None:
        """Say that there is no photo, or why none is shown."""
        empty = _("Belum ada foto. Seret ke sini, tempel dengan Ctrl+V, atau tekan tombol di bawah.")
        self.words.setText(words or empty)
        self.stack.setCurrentIndex(_NOTHING)
        self.set_place(0, 0)

    def show_picture(self, picture: QtGui.QImage) -> None:
        """Show a photo, whole."""
        self.stack.setCurrentIndex(_PICTURE)
        self.view.set_picture(picture)

    def set_place(self, place: int, count: int) -> None:
        """Which of how many is shown, from 0."""
        self.count.setText(_("{place} dari {count}").format(place=place + 1, count=count) if count > 1 else "")
        for button, possible in ((self.back, place > 0), (self.next, place + 1 < count)):
            button.setVisible(count > 1)
            button.setEnabled(possible)
        self.large.setVisible(count > 0)

    def set_busy(self, busy: bool) -> None:
        """A photo is being made smaller and kept."""
        self.add_button.setEnabled(not busy)
        self.add_button.setText(_("Menyiapkan …") if busy else _("Tambah foto …"))

    def ask(self) -> None:
        """Let the user choose files."""
        chosen = attachment_strip.ask_files(self)
        if chosen:
            self.given.emit(attachment_strip.Given(tuple(chosen)))


def _tool(icon: str, words: str, slot: object) -> QtWidgets.QToolButton:
    button = QtWidgets.QToolButton()
    button.setIcon(icons.icon(icon))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
    button.clicked.connect(slot)
    return button
