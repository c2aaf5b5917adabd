# SPDX-License-Identifier: Apache-2.0
"""A new password: one's own (the old one is asked), or for another operator as an admin."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import accounts
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.widgets import form, new_password, password_field


class PasswordDialog(QtWidgets.QDialog):
    """`changed()`: the password is another one now. `account`: None for one's own."""

    changed = QtCore.Signal()

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        account: accounts.Account | None = None,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lanes = lanes
        self._account = account
        name = desk.operator.name if account is None else account.name
        self.setWindowTitle(_("Ganti kata sandi"))
        self.old = password_field.PasswordField()
        self.rows = form.Form()
        if account is None:
            self.rows.add("old", _("Kata sandi lama"), self.old)
        else:
            self.rows.hide()
        self.passwords = new_password.NewPassword()
        self.passwords.changed.connect(self._look)
        self.old.textChanged.connect(self._look)
        self.trouble = form.label("", "error", wraps=True)
        self.button = QtWidgets.QPushButton(_("Ganti kata sandi"))
        theme.set_role(self.button, "primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self._change)
        cancel = QtWidgets.QPushButton(_("Batal"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QtWidgets.QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.button)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(form.label(_("Kata sandi untuk {name}").format(name=name), "heading", wraps=True))
        column.addWidget(self.rows)
        column.addWidget(self.passwords)
        column.addWidget(self.trouble)
        column.addLayout(foot)
        theme.dress(self)
        self.setMinimumWidth(480)
        (self.old if account is None else self.passwords.first).setFocus()
        self._look()

    @QtCore.Slot()
    def _look(self) -> None:
        typed = self._account is not None or bool(self.old.text())
        self.button.setEnabled(typed and self.passwords.value() is not None)

    @QtCore.Slot()
    def _change(self) -> None:
        desk, account, old, new = self._desk, self._account, self.old.text(), self.passwords.value()
        if new is None:
            return
        self.button.setEnabled(False)
        self.trouble.clear()

        def work() -> None:
            if account is None:
                accounts.change_password(desk, old, new)
            else:
                accounts.reset_password(desk, account.number, new)

        self._lanes.write(work, self._take, self._refuse)

    def _take(self, _result: object) -> None:
        self.accept()
        self.changed.emit()

    def _refuse(self, error: Exception) -> None:
        self._look()
        if not isinstance(error, known.Refused):
            raise error
        self.trouble.setText(errors.words(error))
