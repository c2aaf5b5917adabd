# SPDX-License-Identifier: Apache-2.0
"""A new password, typed twice."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from ui.widgets import form, password_field

SHORTEST = 4


class NewPassword(form.Form):
    """Two lines that must be alike. `changed()` at each letter; `value()` is None until it is in order."""

    changed = QtCore.Signal()

    def __init__(self, *, columns: int = 2, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self.first = password_field.PasswordField()
        self.second = password_field.PasswordField()
        hint = _("Paling sedikit {least} huruf. Lebih panjang lebih aman.").format(least=SHORTEST)
        self.add("password", _("Kata sandi baru"), self.first, hint)
        self.add("again", _("Ketik sekali lagi"), self.second)
        self.first.textChanged.connect(self._look)
        self.second.textChanged.connect(self._look)

    def value(self) -> str | None:
        """The password, None while it is too short or the two differ."""
        typed = self.first.text()
        return typed if len(typed) >= SHORTEST and typed == self.second.text() else None

    def forget(self) -> None:
        """Empty both lines."""
        self.first.forget()
        self.second.forget()

    @QtCore.Slot()
    def _look(self) -> None:
        first, second = self.first.text(), self.second.text()
        if second and not first.startswith(second):
            self.rows["again"].refuse(_("Tidak sama dengan kata sandi baru."))
        else:
            self.rows["again"].accept()
        self.changed.emit()
