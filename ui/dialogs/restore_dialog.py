# SPDX-License-Identifier: Apache-2.0
"""Before a backup is brought back: what will happen, in words, and the operator's password.

It stays over the window until that is gone: nothing can be typed any more that would not be brought back.
"""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import backups, days, locking
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.widgets import form, password_field, progress_panel


class RestoreDialog(QtWidgets.QDialog):
    """`wanted(password)`: it was understood, and the password is right."""

    wanted = QtCore.Signal(str)

    def __init__(
        self, desk: Desk, lanes: runner.Runner, chosen: backups.Backup, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lanes = lanes
        self._goes = False
        self.setWindowTitle(_("Pulihkan backup"))
        at = days.local(desk, chosen.at)
        title = _("Kembali ke keadaan {day} pukul {hour}").format(day=f"{at:%d-%m-%Y}", hour=f"{at:%H.%M}")
        steps = (
            _("Jendela ini ditutup; keadaan sekarang dibuatkan backup lebih dahulu."),
            _("Data sekarang tidak dihapus: disimpan tersendiri di dalam folder kantor."),
            _(
                "Isian sesudah waktu itu tidak tampak lagi di sini. Yang sudah dikirim ke kantor lain kembali lewat "
                "Terima Data."
            ),
            _("Sesudahnya kantor dibuka lagi."),
        )
        self.password = password_field.PasswordField()
        self.rows = form.Form()
        self.rows.add("password", _("Kata sandi {name}").format(name=desk.operator.name), self.password)
        self.button = QtWidgets.QPushButton(_("Pulihkan backup no. {number}").format(number=chosen.number))
        theme.set_role(self.button, "danger")
        self.button.setAutoDefault(False)
        self.button.setEnabled(False)
        self.button.clicked.connect(self._check)
        self.password.textChanged.connect(lambda typed: self.button.setEnabled(bool(typed)))
        self.password.returnPressed.connect(self._check)
        self.cancel = QtWidgets.QPushButton(_("Batal"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        foot = QtWidgets.QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.button)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(form.label(title, "heading", wraps=True))
        for number, words in enumerate(steps, 1):
            column.addWidget(form.label(f"{number}.  {words}", wraps=True))
        self.progress = progress_panel.ProgressPanel()
        column.addWidget(self.rows)
        column.addWidget(self.progress)
        column.addLayout(foot)
        theme.dress(self)
        self.setMinimumWidth(500)
        self.password.setFocus()

    @QtCore.Slot()
    def _check(self) -> None:
        if not self.button.isEnabled():
            return
        desk, typed = self._desk, self.password.text()
        self._wait(True)
        self._lanes.read(lambda: locking.require_operator(desk, typed), self._right, self._wrong)

    def _wait(self, waits: bool) -> None:
        self.button.setEnabled(not waits)
        self.password.setReadOnly(waits)
        if waits:
            self.progress.begin(_("Memeriksa kata sandi …"), can_cancel=False)
        else:
            self.progress.end()

    def reject(self) -> None:
        if not self._goes:
            super().reject()

    def _right(self, _result: object) -> None:
        self._goes = True
        self.cancel.setEnabled(False)
        self.progress.begin(_("Menyimpan isian terakhir dan menutup kantor …"), can_cancel=False)
        self.wanted.emit(self.password.text())

    def _wrong(self, error: Exception) -> None:
        self._wait(False)
        if not isinstance(error, known.Refused):
            raise error
        self.rows.rows["password"].refuse(errors.words(error))
        self.password.selectAll()
