# SPDX-License-Identifier: Apache-2.0
"""The key of an authority was lost or stolen: the sheet from the safe replaces it."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import authority_root, office_list
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.widgets import form, spoken_blocks


class RenewKeyDialog(QtWidgets.QDialog):
    """`renewed()`: the key is another one."""

    renewed = QtCore.Signal()

    def __init__(self, desk: Desk, lanes: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lanes = lanes
        self.setWindowTitle(_("Ganti kunci kantor"))
        self.code = spoken_blocks.SpokenBlocks(authority_root.SEED)
        self.code.changed.connect(self._look)
        self.button = QtWidgets.QPushButton(_("Ganti kunci"))
        theme.set_role(self.button, "primary")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._renew)
        cancel = QtWidgets.QPushButton(_("Batal"))
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        foot = QtWidgets.QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.button)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(form.label(_("Ganti kunci kantor"), "heading"))
        words = _(
            "Ambil lembar kunci cadangan dari brankas dan ketik kodenya. Kunci yang lama tidak berlaku lagi, semua "
            "kantor didaftarkan ulang dengan sendirinya pada kiriman berikutnya, dan lembar baru harus dicetak."
        )
        column.addWidget(form.label(words, wraps=True))
        column.addWidget(self.code)
        column.addStretch(1)
        column.addLayout(foot)
        theme.dress(self)
        self.setMinimumWidth(800)
        self._look()
        self.code.setFocus()

    def _look(self) -> None:
        self.button.setEnabled(self.code.value() is not None)

    def _renew(self) -> None:
        typed = self.code.value()
        if typed is None:
            return
        self.button.setEnabled(False)
        desk = self._desk
        self._lanes.write(lambda: office_list.renew_key(desk, typed), self._done, self._refuse)

    def _done(self, _nothing: object) -> None:
        self.renewed.emit()
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self._look()
        if not isinstance(error, known.Refused):
            raise error
        self.code.refuse(errors.words(error))
