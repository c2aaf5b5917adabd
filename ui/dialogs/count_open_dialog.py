# SPDX-License-Identifier: Apache-2.0
"""Opening the sealed count for this session: by the second holder's password, or by the sheet from the safe."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import count_keys
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.widgets import form, password_field


class CountOpenDialog(QtWidgets.QDialog):
    """`opened()`: figures can be read now, until the window is locked or the count is sealed again.

    `other`: the name of the second holder, "" where who is here is none of the two: then only the sheet opens it.
    """

    opened = QtCore.Signal()

    def __init__(self, desk: Desk, lanes: runner.Runner, other: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._lanes, self._other = desk, lanes, other
        self.setWindowTitle(_("Buka hasil suara"))
        self.password = password_field.PasswordField()
        self.letters = QtWidgets.QLineEdit(maxLength=60)
        self.letters.setPlaceholderText("ABCDE-FGHJK-…")
        self.rows = form.Form()
        self.rows.add("password", _("Kata sandi {name}").format(name=other), self.password)
        self.rows.add("letters", _("Kode pada lembar kunci hasil suara"), self.letters)
        self.by_sheet = QtWidgets.QCheckBox(_("Pakai lembar dari brankas"))
        self.by_sheet.setChecked(not other)
        self.by_sheet.setVisible(bool(other))
        self.by_sheet.toggled.connect(lambda _checked: self._look())
        self.trouble = form.label("", "error", wraps=True)
        self.button = QtWidgets.QPushButton(_("Buka"))
        theme.set_role(self.button, "primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self._open)
        cancel = QtWidgets.QPushButton(_("Batal"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QtWidgets.QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.button)
        words = (
            _("Hasil suara disegel. {name} mengetik kata sandinya sendiri di sini.").format(name=other)
            if other
            else _("Ketik kode dari lembar kunci hasil suara.")
        )
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(form.label(words, wraps=True))
        column.addWidget(self.rows)
        column.addWidget(self.by_sheet)
        column.addWidget(self.trouble)
        column.addLayout(foot)
        theme.dress(self)
        self.setMinimumWidth(480)
        for field in (self.password, self.letters):
            field.textChanged.connect(lambda _text: self._look())
        self._look()
        (self.letters if self.by_sheet.isChecked() else self.password).setFocus()

    def _look(self) -> None:
        sheet = self.by_sheet.isChecked()
        self.rows.rows["password"].setVisible(not sheet)
        self.rows.rows["letters"].setVisible(sheet)
        self.button.setEnabled(bool((self.letters if sheet else self.password).text().strip()))

    def _open(self) -> None:
        desk, other = self._desk, self._other
        password, letters, sheet = self.password.text(), self.letters.text(), self.by_sheet.isChecked()
        self.button.setEnabled(False)
        self.trouble.clear()

        def work() -> None:
            if sheet:
                count_keys.open_by_sheet(desk, letters)
            else:
                count_keys.open_with(desk, other, password)

        self._lanes.write(work, self._done, self._refuse)

    def _done(self, _result: object) -> None:
        self.password.forget()
        self.letters.clear()
        self.opened.emit()
        self.accept()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.trouble.setText(errors.words(error))
        self._look()
        (self.letters if self.by_sheet.isChecked() else self.password).selectAll()


def other_of(access: count_keys.Access, own: str) -> str:
    """The second holder where who is here is one of the two, else ""."""
    return next((name for name in access.pair if name != own), "") if own in access.pair else ""
