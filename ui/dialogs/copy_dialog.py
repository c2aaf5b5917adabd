# SPDX-License-Identifier: Apache-2.0
"""A package of the outbox once more: to another flashdisk, or as files for WhatsApp and e-mail."""

from pathlib import Path

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import outbox, stick_health, stick_writing
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.widgets import drive_picker, form, notice, progress_panel


class CopyDialog(QtWidgets.QDialog):
    """`written()`: it stands there, read back."""

    written = QtCore.Signal()

    def __init__(
        self, desk: Desk, lanes: runner.Runner, package: str, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lanes = lanes
        self._package = package
        self._handle: runner.Handle | None = None
        self.setWindowTitle(_("Salinan kiriman"))
        self.drives = drive_picker.DrivePicker(lanes)
        self.drives.picked.connect(lambda _place: self._look())
        self.notices = notice.NoticeBar()
        self.progress = progress_panel.ProgressPanel()
        self.progress.cancelled.connect(self._cancel)
        self.large = form.label(_("Flashdisk boleh dicabut"), "done")
        self.large.hide()
        self.write = QtWidgets.QPushButton(_("Tulis ke flashdisk"))
        icons.put(self.write, "flashdisk", "on_primary")
        theme.set_role(self.write, "primary")
        self.write.clicked.connect(self._write)
        self.save = QtWidgets.QPushButton(_("Simpan sebagai berkas …"))
        self.save.setToolTip(_("Untuk WhatsApp atau e-mail: berkasnya disimpan di folder yang dipilih"))
        icons.put(self.save, "lampiran")
        self.save.setAutoDefault(False)
        self.save.clicked.connect(self._ask_folder)
        close = QtWidgets.QPushButton(_("Tutup"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(self.write)
        foot.addWidget(self.save)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(form.label(_("Salinan kiriman"), "heading"))
        words = _("Kiriman yang sama, dengan nomor dan kode yang sama. Diterima dua kali pun tidak mengubah apa-apa.")
        column.addWidget(form.label(words, "muted", wraps=True))
        column.addWidget(self.drives)
        column.addWidget(self.progress)
        column.addWidget(self.large)
        column.addWidget(self.notices)
        column.addStretch(1)
        column.addLayout(foot)
        theme.dress(self)
        self.setMinimumWidth(540)
        self._look()

    def save_in(self, folder: Path) -> None:
        """Save the files in a folder that was chosen."""
        self._begin()
        desk, package = self._desk, self._package
        self._handle = self._lanes.long(
            lambda: outbox.save_files(desk, package, folder),
            self.progress.show_progress,
            self._saved,
            self._refuse,
            self._stopped,
        )

    def reject(self) -> None:
        if self._handle is None:
            super().reject()

    def _look(self) -> None:
        self.write.setEnabled(self.drives.value() is not None and self._handle is None)
        self.save.setEnabled(self._handle is None)

    def _begin(self) -> None:
        self.large.hide()
        self.notices.clear()
        self.progress.begin(_("Menulis dan membaca ulang"))

    def _write(self) -> None:
        folder = self.drives.value()
        if folder is None:
            return
        self._begin()
        desk, package, target = self._desk, self._package, folder
        self._handle = self._lanes.long(
            lambda: outbox.write_again(desk, package, target),
            self.progress.show_progress,
            self._done,
            self._refuse,
            self._stopped,
        )
        self._look()

    def _done(self, sent: stick_writing.Sent) -> None:
        self._end()
        self.large.show()
        words = _("Ditulis di {folder}.").format(folder=sent.files[0].parent)
        if sent.cleared:
            words += " " + stick_health.cleared_words(sent.cleared)
        self.notices.tell(notice.Notice(words, notice.Tone.DONE, stays=True))
        self.written.emit()

    def _saved(self, files: tuple[Path, ...]) -> None:
        self._end()
        words = _("Berkas disimpan: {names}. Lampirkan pada WhatsApp atau e-mail.")
        text = words.format(names=", ".join(str(path) for path in files))
        self.notices.tell(notice.Notice(text, notice.Tone.DONE, stays=True))
        self.written.emit()

    def _refuse(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, known.Refused):
            raise error
        self.notices.tell(notice.Notice(errors.words(error), notice.Tone.REFUSED))

    def _stopped(self) -> None:
        self._end()

    def _end(self) -> None:
        self._handle = None
        self.progress.end()
        self._look()
        form.make_room(self)

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    def _ask_folder(self) -> None:
        home = QtCore.QStandardPaths.writableLocation(QtCore.QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = QtWidgets.QFileDialog.getExistingDirectory(self, _("Simpan berkas kiriman di folder"), home)
        if chosen:
            self.save_in(Path(chosen))
