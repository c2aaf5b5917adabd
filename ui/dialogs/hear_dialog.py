# SPDX-License-Identifier: Apache-2.0
"""The receipt of a package over the phone: typed as it is heard, or shown to be read out."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import parcel_register
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.widgets import form


class HearDialog(QtWidgets.QDialog):
    """`heard(Entry)`: the other office has it."""

    heard = QtCore.Signal(object)

    def __init__(
        self, desk: Desk, lanes: runner.Runner, entry: parcel_register.Entry, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lanes = lanes
        self._place = entry.place
        self.setWindowTitle(_("Tanda terima lewat telepon"))
        self.code = QtWidgets.QLineEdit(maxLength=40)
        self.code.setPlaceholderText("0014-ABCD-EFGH")
        self.code.textChanged.connect(lambda _text: self._look())
        self.rows = form.Form()
        hint = _("Nomor kiriman, lalu delapan huruf. Huruf kecil dan spasi boleh.")
        self.rows.add("code", _("Yang dibacakan {office}").format(office=entry.office), self.code, hint)
        self.button = QtWidgets.QPushButton(_("Catat"))
        theme.set_role(self.button, "primary")
        self.button.clicked.connect(self._note)
        cancel = QtWidgets.QPushButton(_("Batal"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QtWidgets.QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.button)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(form.label(_("Tanda terima lewat telepon"), "heading"))
        words = _("Minta penerima membuka register kirimannya dan membacakan tanda terima kiriman ke-{number}.")
        column.addWidget(form.label(words.format(number=entry.number), wraps=True))
        column.addWidget(self.rows)
        column.addStretch(1)
        column.addLayout(foot)
        theme.dress(self)
        self.setMinimumWidth(480)
        self._look()
        self.code.setFocus()

    def _look(self) -> None:
        self.button.setEnabled(bool(self.code.text().strip()))

    def _note(self) -> None:
        self.rows.accept_all()
        self.button.setEnabled(False)
        desk, place, typed = self._desk, self._place, self.code.text()
        self._lanes.write(lambda: parcel_register.hear_receipt(desk, place, typed), self._done, self._refuse)

    def _done(self, entry: parcel_register.Entry) -> None:
        self.heard.emit(entry)
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self._look()
        if not isinstance(error, known.Refused):
            raise error
        self.rows.rows["code"].refuse(errors.words(error))


class SayDialog(QtWidgets.QDialog):
    """Shows the receipt of a package that was received whole."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, entry: parcel_register.Entry, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Tanda terima lewat telepon"))
        self.code = form.label("", "figure")
        self.code.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QtWidgets.QPushButton(_("Tutup"))
        close.clicked.connect(self.accept)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        head = _("Bacakan kepada {office}:").format(office=entry.office)
        column.addWidget(form.label(head, "heading", wraps=True))
        column.addWidget(self.code)
        words = _("Di sana dicatat pada register kiriman. Kabar ini juga ikut sendiri dengan kiriman berikutnya.")
        column.addWidget(form.label(words, "muted", wraps=True))
        column.addStretch(1)
        column.addWidget(close, 0, QtCore.Qt.AlignmentFlag.AlignRight)
        theme.dress(self)
        self.setMinimumWidth(440)
        lanes.read(lambda: parcel_register.spoken_receipt(desk, entry.package), self.code.setText, self._refuse)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.code.setText(errors.words(error))
