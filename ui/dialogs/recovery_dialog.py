# SPDX-License-Identifier: Apache-2.0
"""The password is forgotten: the code of the recovery sheet, or the one that the kabupaten tells over the phone, opens
the office, and a new password is made.
"""

from pathlib import Path

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from ui import errors, runner, theme
from ui.widgets import fields, form, new_password, notice


class RecoveryDialog(QtWidgets.QDialog):
    """`opened(Desk)`: the code was right, the password is changed."""

    opened = QtCore.Signal(object)

    def __init__(self, folder: Path, lanes: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lanes = lanes
        self.setWindowTitle(_("Lupa kata sandi"))
        self.notices = notice.NoticeBar()
        self.operator = fields.ChoiceField()
        self.code = QtWidgets.QLineEdit()
        self.code.setPlaceholderText("ABCDE-FGHJK-…")
        self.rows = form.Form()
        self.rows.add("operator", _("Operator yang diberi kata sandi baru"), self.operator)
        hint = _("Huruf besar/kecil dan tanda - tidak berpengaruh.")
        self.rows.add("code", _("Kode pada lembar pemulihan, atau kode pertolongan"), self.code, hint)
        self.passwords = new_password.NewPassword()
        self.passwords.changed.connect(self._look)
        self.code.textChanged.connect(self._look)
        self.button = QtWidgets.QPushButton(_("Ganti kata sandi dan buka"))
        theme.set_role(self.button, "primary")
        self.button.clicked.connect(self._open)
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
        column.addWidget(form.label(_("Buka dengan kode pemulihan"), "heading"))
        column.addWidget(
            form.label(
                _(
                    "Tidak ada lembarnya? Telepon kabupaten: di Daftar kantor ada kode pertolongan untuk kantor ini. "
                    "Atau minta kata sandi baru kepada admin kantor (Pengaturan → Operator)."
                ),
                "muted",
                wraps=True,
            )
        )
        column.addWidget(self.notices)
        column.addWidget(self.rows)
        column.addWidget(self.passwords)
        column.addStretch(1)
        column.addLayout(foot)
        theme.dress(self)
        self.setMinimumWidth(480)
        self._look()
        self.code.setFocus()
        lanes.read(self._names, self._show_names, self._refuse)

    def _names(self) -> list[str]:
        from desk_app.operations import accounts

        return accounts.account_names(self._folder)

    def _show_names(self, names: list[str]) -> None:
        self.operator.set_choices([(name, name) for name in names])
        self.operator.set_value((names or [""])[0])

    @QtCore.Slot()
    def _look(self) -> None:
        self.button.setEnabled(bool(self.code.text().strip()) and self.passwords.value() is not None)

    @QtCore.Slot()
    def _open(self) -> None:
        from desk_app.operations import accounts

        code, name, password = self.code.text(), str(self.operator.value() or ""), self.passwords.value()
        if password is None:
            return
        self.rows.accept_all()
        self.button.setEnabled(False)
        self._lanes.write(
            lambda: accounts.open_with_sheet(self._folder, code, name, password), self._take, self._refuse
        )

    def _take(self, opened: object) -> None:
        self.opened.emit(opened)
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self._look()
        if not isinstance(error, known.Refused):
            raise error
        if isinstance(error, known.NotPermitted):
            words = _("Kode tidak cocok. Periksa setiap huruf, atau minta dibacakan sekali lagi.")
            self.rows.rows["code"].refuse(words)
            self.code.setFocus()
            self.code.selectAll()
        else:
            self.notices.tell(notice.Notice(errors.words(error), notice.Tone.REFUSED))
