# SPDX-License-Identifier: Apache-2.0
"""Where the number of a paper form is typed, one after the other: "7313061001005", "tem 5"."""

from PySide6 import QtCore, QtGui

from desk_app.base.text import _
from ui.widgets import place_box


class FormBox(place_box.PlaceBox):
    """`searched(text)`, answered by `set_offers`; `wanted(subject)`: this form comes next, the box is empty again.

    What is offered (`offer`) is taken by Enter; left with words in it, it asks for nothing.
    """

    wanted = QtCore.Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Nomor formulir / tem 5 · Ctrl+G"))
        self.setAccessibleName(_("Nomor formulir"))
        self.setToolTip(_("Mengetik formulir kertas: nomornya 13 angka (kode TPS), atau desa dan nomor TPS."))
        self.setMaxLength(80)
        self.committed.connect(self._taken)

    def offer(self, number: str) -> None:
        """Bring the keyboard here, with the number of the next form in it."""
        self.forget()
        self.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.setText(number)
        self.selectAll()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        super(place_box.PlaceBox, self).focusOutEvent(event)
        if event.reason() is QtCore.Qt.FocusReason.MouseFocusReason:
            QtCore.QTimer.singleShot(200, self, self._empty)  # a click into the list comes after the focus has gone
        else:
            self._empty()

    def _taken(self, subject: str) -> None:
        if subject:
            self._empty()
            self.wanted.emit(subject)

    def _empty(self) -> None:
        self._subject = self._label = ""
        self.forget()
