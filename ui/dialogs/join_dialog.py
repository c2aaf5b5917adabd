# SPDX-License-Identifier: Apache-2.0
"""This office asks another one to register it: a small file, and a code that is read out over the phone."""

from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import intake, joining
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.widgets import drive_picker, form, notice


class JoinDialog(QtWidgets.QDialog):
    """`written(Path)`: the request lies there."""

    written = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lanes = lanes
        self.setWindowTitle(_("Permintaan bergabung"))
        self.notices = notice.NoticeBar()
        self.drives = drive_picker.DrivePicker(lanes)
        self.drives.picked.connect(lambda _place: self._look())
        self.code = form.label(intake.own_code(desk), "heading")
        self.code.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = QtWidgets.QPushButton(_("Salin kode"))
        icons.put(copy, "salin", "primary")
        theme.set_role(copy, "link")
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QtGui.QGuiApplication.clipboard().setText(self.code.text()))
        self.button = QtWidgets.QPushButton(_("Tulis permintaan"))
        theme.set_role(self.button, "primary")
        self.button.clicked.connect(self._write)
        self.close_ = QtWidgets.QPushButton(_("Tutup"))
        self.close_.setAutoDefault(False)
        self.close_.clicked.connect(self.reject)
        foot = QtWidgets.QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_)
        foot.addWidget(self.button)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(form.label(_("Minta didaftarkan"), "heading"))
        words = _(
            "Cara kedua bila tidak ada berkas siap: tulis permintaan ini ke flashdisk atau folder, bawa atau kirimkan "
            "lewat WhatsApp. Kantor penerima menelepon dan mencocokkan kode di bawah ini."
        )
        column.addWidget(form.label(words, wraps=True))
        column.addWidget(self.drives)
        column.addWidget(form.card(form.label(_("Kode kantor ini"), "label"), self.code, copy))
        column.addWidget(self.notices)
        column.addStretch(1)
        column.addLayout(foot)
        theme.dress(self)
        self.setMinimumWidth(520)
        self._look()

    def _look(self) -> None:
        self.button.setEnabled(self.drives.value() is not None)

    def _write(self) -> None:
        folder = self.drives.value()
        if folder is None:
            return
        self.button.setEnabled(False)
        desk, target = self._desk, folder
        self._lanes.write(lambda: joining.write_request(desk, target), self._take, self._refuse)

    def _take(self, path: Path) -> None:
        self._look()
        words = _("Permintaan ditulis: {path}. Flashdisk boleh dicabut.").format(path=path)
        self.notices.tell(notice.Notice(words, notice.Tone.DONE, stays=True))
        self.written.emit(path)

    def _refuse(self, error: Exception) -> None:
        self._look()
        if not isinstance(error, known.Refused):
            raise error
        self.notices.tell(notice.Notice(errors.words(error), notice.Tone.REFUSED))
