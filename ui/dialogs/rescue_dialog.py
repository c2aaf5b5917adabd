# SPDX-License-Identifier: Apache-2.0
"""An office below has forgotten its passwords: the code that it is told over the phone, once it is sure who calls."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import joining
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.widgets import form, notice


class RescueDialog(QtWidgets.QDialog):
    """Shows nothing before it was said that the caller is known."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, place: str, office: str, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lanes = lanes
        self._place = place
        self.setWindowTitle(_("Kode pertolongan"))
        self.notices = notice.NoticeBar()
        self.sure = QtWidgets.QCheckBox(_("Saya mengenal peneleponnya, atau sudah menelepon balik ke nomor kantornya"))
        self.sure.toggled.connect(self._toggle)
        self._codes = QtWidgets.QVBoxLayout()
        self._codes.setSpacing(theme.SPACE)
        self.how = form.label(
            _(
                "Di kantor itu: layar awal → “Lupa kata sandi?” → ketik kode ini dan kata sandi baru. Kode ini hanya "
                "berlaku sekali; yang baru datang bersama kirimannya yang berikut."
            ),
            "muted",
            wraps=True,
        )
        self.how.hide()
        close = QtWidgets.QPushButton(_("Tutup"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QtWidgets.QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(form.label(_("Kode pertolongan untuk {office}").format(office=office), "heading", wraps=True))
        words = _("Kode ini membuka seluruh data kantor itu. Bacakan hanya kepada operatornya, jangan lewat pesan.")
        column.addWidget(form.label(words, wraps=True))
        column.addWidget(self.sure)
        column.addLayout(self._codes)
        column.addWidget(self.how)
        column.addWidget(self.notices)
        column.addStretch(1)
        column.addLayout(foot)
        theme.dress(self)
        self.setMinimumWidth(560)

    def _toggle(self, on: bool) -> None:
        self._clear()
        if on:
            desk, place = self._desk, self._place
            self._lanes.read(lambda: joining.rescue_words(desk, place), self._show, self._refuse)

    def _show(self, found: list[tuple[str, str]]) -> None:
        if not self.sure.isChecked():
            return
        for name, secret in found:
            code = form.label(secret, "heading")
            code.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
            code.setAccessibleName(_("Kode pertolongan"))
            self._codes.addWidget(form.card(form.label(name, "label"), code))
        self.how.show()
        # Not yet: what has just come in is measured once it is dressed.
        QtCore.QTimer.singleShot(0, self, lambda: form.make_room(self))

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.notices.tell(notice.Notice(errors.words(error), notice.Tone.REFUSED))

    def _clear(self) -> None:
        self.how.hide()
        self.notices.clear()
        form.empty(self._codes)
