# SPDX-License-Identifier: Apache-2.0
"""Who is it, and the password: the door of an office. What the window needs is read in while one types."""

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain.words import N_
from desk_app.operations import opening
from ui import errors, icons, runner, theme
from ui.widgets import fields, form, notice, password_field

if TYPE_CHECKING:  # imported while somebody types the password
    from desk_app.operations import backups, entrance

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


@dataclass(frozen=True, slots=True)
class Rescue:
    """What is to be brought back, and by whom."""

    backup: "backups.Backup"
    name: str
    password: str


class LoginDialog(QtWidgets.QDialog):
    """`opened(Desk)`: the password was right. `new_wanted()`, `other_wanted(Path)`, `forgotten()`, `left()`.

    `rescue_wanted(Rescue)`: the data are gone or broken, and the last backup is to take their place.
    """

    opened = QtCore.Signal(object)
    rescue_wanted = QtCore.Signal(object)
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
        self._seen: entrance.Entrance | None = None
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
        self.trouble = notice.NoticeBar()
        self.rescue_button = QtWidgets.QPushButton()
        icons.put(self.rescue_button, "backup")
        self.rescue_button.setAutoDefault(False)
        self.rescue_button.clicked.connect(lambda _checked=False: self._rescue())
        self.rescue_words = form.label(
            _("Isian sesudah backup itu tidak ikut. Data yang rusak tidak dihapus."), "small", wraps=True
        )
        for part in (self.rescue_button, self.rescue_words):
            part.hide()
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
        column.addWidget(self.trouble)
        column.addWidget(self.rows)
        column.addWidget(self.button)
        column.addWidget(self.rescue_button)
        column.addWidget(self.rescue_words)
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(forgot)
        foot.addStretch(1)
        foot.addWidget(self.other)
        column.addLayout(foot)
        column.addStretch(1)
        theme.dress(self)
        self.setMinimumWidth(400)
        self.password.setFocus()
        lanes.read(self._look, self._show_entrance, self._refuse, key="login")
        lanes.read(lambda: [importlib.import_module(name) for name in (*NEEDED, *needed)])

    def reject(self) -> None:
        self._done = True
        super().reject()
        self.left.emit()

    def _look(self) -> "entrance.Entrance":
        from desk_app.operations import entrance

        return entrance.look(self._folder)

    def _show_entrance(self, seen: "entrance.Entrance") -> None:
        self._seen = seen
        names = seen.names
        self.operator.set_choices([(name, name) for name in names])
        if self.operator.value() is None:
            self.operator.set_value(self._wanted if self._wanted in names else (names or ("",))[0])
        if seen.trouble is not None:
            self._tell(seen.trouble)

    def _tell(self, trouble: known.Refused) -> None:
        """Say what is wrong with the office, and offer its last backup where that is what helps."""
        words, seen = errors.words(trouble), self._seen
        is_broken = isinstance(trouble, known.Damaged | known.NotFound)
        if is_broken and seen is not None and seen.backup is not None:
            words = _("Data kantor ini rusak atau tidak ada lagi. Backup terakhirnya masih utuh.")
            self._offer_rescue(f"{seen.made_at:%d-%m-%Y %H.%M}")
        self.trouble.tell(notice.Notice(words, notice.Tone.REFUSED))

    def _offer_rescue(self, when: str) -> None:
        if not self.rescue_button.isHidden():
            return
        words = _("Pulihkan dari backup terakhir ({when})").format(when=when)
        self.rescue_button.setText(words)
        self.rescue_button.show()
        self.rescue_words.show()
        menu = self.other.menu()
        action = QtGui.QAction(icons.icon("backup"), words, menu)
        action.triggered.connect(lambda _checked=False: self._rescue())
        menu.insertAction(menu.actions()[0], action)
        self.setMinimumWidth(460)

    def _rescue(self) -> None:
        from desk_app.operations import entrance

        seen, password, name = self._seen, self.password.text(), str(self.operator.value() or "")
        if seen is None or seen.backup is None or not self.rescue_button.isEnabled():
            return
        if not password:
            self._refuse(known.NotPermitted(N_("Isi kata sandi dahulu, lalu pulihkan.")))
            return
        backup = seen.backup
        self.rows.accept_all()
        self._wait(True)
        self._lanes.read(
            lambda: entrance.require_password(self._folder, backup, password, name),
            lambda _none: self.rescue_wanted.emit(Rescue(backup, name, password)),
            self._refuse,
        )

    @QtCore.Slot()
    def _open(self) -> None:

        if not self.button.isEnabled():
            return
        password, name = self.password.text(), self.operator.value()
        self.rows.accept_all()
        self.trouble.clear()
        self._wait(True)
        self._lanes.write(lambda: opening.open_office(self._folder, password, name=name), self._take, self._refuse)

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
        if isinstance(error, known.NotPermitted):
            self.rows.rows["password"].refuse(errors.words(error))
        else:
            self._tell(error)
        self.password.setFocus()
        self.password.selectAll()

    def _wait(self, waits: bool) -> None:
        self.button.setEnabled(not waits)
        self.rescue_button.setEnabled(not waits)
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
