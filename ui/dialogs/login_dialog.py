# SPDX-License-Identifier: Apache-2.0
"""Who is it, and the password: the door of an office. What the window needs is read in while one types."""

import importlib
from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from ui import errors, icons, runner, theme
from ui.widgets import fields, form, password_field

NEEDED = (
    "desk_app.operations.desk",
    "desk_app.operations.accounts",
    "desk_app.operations.elections",
    "desk_app.operations.history",
    "desk_app.operations.sending",
    "desk_app.operations.backups",
    "desk_app.operations.overview",
    "ui.main_window",
)
"""Imported in a worker while the operator types, so that nothing waits after the password."""


class LoginDialog(QtWidgets.QDialog):
    """`opened(Desk)`: the password was right. `new_wanted()`, `other_wanted(Path)`, `forgotten()`, `left()`."""

    opened = QtCore.Signal(object)
    new_wanted = QtCore.Signal()
    other_wanted = QtCore.Signal(object)
    forgotten = QtCore.Signal()
    left = QtCore.Signal()

    def __init__(
        self,
        folder: Path,
        lanes: runner.Runner,
        *,
        office: str = "",
        operator: str = "",
        others: Sequence[tuple[Path, str]] = (),
        needed: Sequence[str] = (),
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """`office`: its name as last seen; `operator`: who worked here last; `others`: offices of this computer."""
        super().__init__(parent)
        self._folder = folder
        self._lanes = lanes
        self._wanted = operator
        self._done = False
        self.setWindowTitle(office or _("Desk Pemilu"))
        title = form.label(office or _("Desk Pemilu"), "title", wraps=True)
        place = form.label(str(folder), "small", wraps=True)
        self.operator = fields.ChoiceField()
        self.password = password_field.PasswordField()
        self.rows = form.Form()
        self.rows.add("operator", _("Operator"), self.operator)
        self.rows.add("password", _("Kata sandi"), self.password)
        self.button = QtWidgets.QPushButton(_("Buka"))
        icons.put(self.button, "kunci", "on_primary")
        theme.set_role(self.button, "primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self._open)
        forgot = _link(_("Lupa kata sandi?"))
        forgot.clicked.connect(lambda: self.forgotten.emit())
        self.other = _link(_("Kantor lain"))
        self.other.setMenu(self._menu(others))
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 20)
        column.setSpacing(theme.SPACE)
        column.addWidget(title)
        column.addWidget(place)
        column.addSpacing(theme.SPACE)
        column.addWidget(self.rows)
        column.addWidget(self.button)
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(forgot)
        foot.addStretch(1)
        foot.addWidget(self.other)
        column.addLayout(foot)
        column.addStretch(1)
        theme.dress(self)
        self.setMinimumWidth(400)
        self.password.setFocus()
        lanes.read(self._names, self._show_names, self._refuse, key="login")
        lanes.read(lambda: [importlib.import_module(name) for name in (*NEEDED, *needed)])

    def reject(self) -> None:
        self._done = True
        super().reject()
        self.left.emit()

    def _names(self) -> list[str]:
        from desk_app.operations import accounts

        return accounts.account_names(self._folder)

    def _show_names(self, names: list[str]) -> None:
        self.operator.set_choices([(name, name) for name in names])
        if self.operator.value() is None:
            self.operator.set_value(self._wanted if self._wanted in names else (names or [""])[0])

    @QtCore.Slot()
    def _open(self) -> None:
        from desk_app.operations import desk

        if not self.button.isEnabled():
            return
        password, name = self.password.text(), self.operator.value()
        self.rows.accept_all()
        self._wait(True)
        self._lanes.write(lambda: desk.open_office(self._folder, password, name=name), self._take, self._refuse)

    def _take(self, opened: object) -> None:
        if self._done:  # closed while it was opened
            opened.close()  # type: ignore[attr-defined]
            return
        self._done = True
        self.opened.emit(opened)

    def _refuse(self, error: Exception) -> None:
        self._wait(False)
        if not isinstance(error, known.Refused):
            raise error
        self.rows.rows["password"].refuse(errors.words(error))
        self.password.setFocus()
        self.password.selectAll()

    def _wait(self, waits: bool) -> None:
        self.button.setEnabled(not waits)
        self.password.setEnabled(not waits)
        self.button.setText(_("Membuka …") if waits else _("Buka"))

    def _menu(self, others: Sequence[tuple[Path, str]]) -> QtWidgets.QMenu:
        menu = QtWidgets.QMenu(self)
        for folder, name in others:
            menu.addAction(name or str(folder)).triggered.connect(
                lambda _checked=False, chosen=folder: self.other_wanted.emit(chosen)
            )
        if others:
            menu.addSeparator()
        menu.addAction(icons.icon("pilih_folder"), _("Buka folder kantor …")).triggered.connect(self._ask_folder)
        menu.addAction(icons.icon("tambah"), _("Buat kantor baru …")).triggered.connect(
            lambda: self.new_wanted.emit()
        )
        return menu

    def _ask_folder(self) -> None:
        chosen = QtWidgets.QFileDialog.getExistingDirectory(self, _("Pilih folder kantor"), str(self._folder.parent))
        if chosen:
            self.other_wanted.emit(Path(chosen))

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)


def _link(words: str) -> QtWidgets.QPushButton:
    button = QtWidgets.QPushButton(words)
    theme.set_role(button, "link")
    button.setAutoDefault(False)
    return button
