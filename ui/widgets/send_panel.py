# SPDX-License-Identifier: Apache-2.0
"""Kirim Data: to whom, to which flashdisk or as files, what it holds; then in large type that it may be taken out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import media
from desk_app.domain.words import dotted
from desk_app.operations import outgoing, stick_health
from ui import icons, runner, theme
from ui.widgets import drive_picker, form, progress_panel, receiver_list


@dataclass(frozen=True, slots=True)
class SentLine:
    """One package that was written: to whom, its number, how many isian it held, files and code.

    `package`: its id; `carried`: packages of others that went along; `cleared`: files left half that were taken away.
    """

    office: str
    number: int
    entries: int
    files: tuple[Path, ...]
    code: str
    package: str = ""
    carried: int = 0
    cleared: int = 0
    photos: int = 0

    @property
    def words(self) -> str:
        """Which package, and what it holds."""
        if self.photos:
            along = _("{count} foto dan dokumen").format(count=self.photos)
            return f"{self._data_words()} · {along}"
        return self._data_words()

    def _data_words(self) -> str:
        if not self.entries:
            words = _("Kiriman ke-{number} untuk {office}: tanda terima saja, tanpa isian baru")
            return words.format(number=self.number, office=self.office)
        return _("Kiriman ke-{number} untuk {office}: {count} isian").format(
            number=self.number, office=self.office, count=dotted(self.entries)
        )


class SendPanel(QtWidgets.QWidget):
    """The panel. `send_wanted(places, Path)`; `files_wanted(places, Path)`: as files into a folder; `cancelled()`;
    `closed()`: back; `register_wanted()`: to the list of offices; `told(words)`; `paper_wanted(package)`;
    `copy_wanted(package)`: once more to another stick."""

    send_wanted = QtCore.Signal(object, object)
    files_wanted = QtCore.Signal(object, object)
    paper_wanted = QtCore.Signal(str)
    copy_wanted = QtCore.Signal(str)
    cancelled = QtCore.Signal()
    closed = QtCore.Signal()
    register_wanted = QtCore.Signal()
    told = QtCore.Signal(str)

    def __init__(self, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._sent: tuple[SentLine, ...] = ()
        self.large = form.label(_("Flashdisk boleh dicabut"), "done", wraps=True)
        self._where = form.label("", "muted", wraps=True)
        self._where.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines = QtWidgets.QVBoxLayout()
        self._lines.setSpacing(theme.SPACE)
        self._finish = QtWidgets.QPushButton(_("Selesai"))
        self.offices = receiver_list.ReceiverList()
        self.drives = drive_picker.DrivePicker(runner_)
        self.own_code = form.label("", "small", wraps=True)
        self.own_code.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QtWidgets.QPushButton(_("Kirim Data"))
        icons.put(self.button, "kirim", "on_primary")
        theme.set_role(self.button, "primary")
        self.button.clicked.connect(self._send)
        self.as_files = QtWidgets.QPushButton(_("Simpan sebagai berkas …"))
        self.as_files.setToolTip(_("Untuk WhatsApp atau e-mail: berkasnya disimpan di folder yang dipilih"))
        icons.put(self.as_files, "lampiran")
        self.as_files.clicked.connect(self._ask_folder)
        self.without_photos = QtWidgets.QCheckBox()
        self.without_photos.hide()
        words = _("Foto menyusul dengan kiriman lain; datanya tetap lengkap.")
        self._photos_later = form.label(words, "small", wraps=True)
        self._photos_later.setIndent(26)
        self._photos_later.hide()
        self.without_photos.toggled.connect(self._photos_later.setVisible)
        self.why_not = form.label("", "muted", wraps=True)
        self.progress = progress_panel.ProgressPanel()
        self.progress.cancelled.connect(self.cancelled)
        self._stack = QtWidgets.QStackedLayout(self)
        self._stack.addWidget(self._ask_side())
        self._stack.addWidget(form.scrolled(self._done_side()))
        self._begun = False
        self.offices.changed.connect(self._show_state)
        self.offices.register_wanted.connect(self.register_wanted)
        self.drives.picked.connect(self._picked)
        self._show_state()

    def set_receivers(self, found: Sequence[tuple[outgoing.Receiver, str]], own_code: str) -> None:
        """Show the offices with the hour of their last package, and the code of this office."""
        self.offices.set_receivers(found)
        if self._begun:
            self._begun = False
            (self.button if self.button.isEnabled() else self.drives).setFocus()
        self.own_code.setText(
            _("Kode kantor ini: {code}. Bacakan lewat telepon bila penerima baru pertama kali menerima.").format(
                code=own_code
            )
        )

    def start(self) -> None:
        """Begin anew: ask to whom."""
        self._begun = True
        self._stack.setCurrentIndex(0)

    @property
    def is_done(self) -> bool:
        """Whether it shows what was sent."""
        return self._stack.currentIndex() == 1

    @QtCore.Slot(object)
    def _picked(self, place: Path | None) -> None:
        """Once flashdisk or folder is there, Enter sends."""
        self._show_state()
        if place is not None and self.button.isEnabled() and self.isVisible() and not self.is_done:
            # Not yet: a list that closes takes the keyboard back.
            QtCore.QTimer.singleShot(0, self.button, self.button.setFocus)

    def begin(self) -> None:
        """Show that packages are being made."""
        self.progress.begin(_("Menyiapkan kiriman"))
        self._show_state()

    def end(self) -> None:
        """The work has stopped, or was refused."""
        self.progress.end()
        self._show_state()
        if self.button.isEnabled() and self.isVisible():
            self.button.setFocus()

    def show_sent(self, sent: Sequence[SentLine], *, as_files: bool = False) -> None:
        """Say that all is written and read back."""
        self.end()
        self.offices.forget()
        self._sent = tuple(sent)
        folder = sent[0].files[0].parent if sent and sent[0].files else Path()
        self.large.setText(_("Berkas siap dilampirkan") if as_files else _("Flashdisk boleh dicabut"))
        words = _("Semua sudah ditulis dan dibaca ulang. Letaknya: {folder}")
        if as_files:
            words = _("Lampirkan berkas di {folder} pada WhatsApp atau e-mail. Nama berkas boleh berubah di jalan.")
        told = words.format(folder=folder)
        carried = sum(line.carried for line in sent)
        if carried:
            told += " " + _("{count} titipan untuk kantor lain ikut dibawa.").format(count=carried)
        cleared = sum(line.cleared for line in sent)
        if cleared:
            told += " " + stick_health.cleared_words(cleared)
        self._where.setText(told)
        form.empty(self._lines)
        for line in sent:
            self._lines.addWidget(self._sent_card(line))
        self._stack.setCurrentIndex(1)
        self._finish.setFocus()

    def handover(self) -> str:
        """The words that go with the flashdisk, for WhatsApp or paper."""
        lines = [_("Tanda kirim data")]
        for line in self._sent:
            lines.append(line.words)
            lines += [_("Berkas: {name}").format(name=path.name) for path in line.files]
            lines.append(_("Kode: {code}").format(code=line.code))
        return "\n".join(lines) + "\n"

    def _ask_side(self) -> QtWidgets.QWidget:
        side = QtWidgets.QWidget()
        to_whom = form.card(self.offices, title=_("1. Kepada"))
        where = form.card(self.drives, title=_("2. Flashdisk atau folder"))
        row = QtWidgets.QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.as_files)
        row.addWidget(self.why_not, 1)
        asked = QtWidgets.QWidget()
        cards = QtWidgets.QVBoxLayout(asked)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(theme.SPACE)
        cards.addWidget(to_whom)
        cards.addWidget(where)
        cards.addStretch(1)
        column = QtWidgets.QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(form.scrolled(asked), 1)
        column.addWidget(self.progress)
        column.addWidget(self.without_photos)
        column.addWidget(self._photos_later)
        column.addLayout(row)
        column.addWidget(self.own_code)
        return side

    def _done_side(self) -> QtWidgets.QWidget:
        side = QtWidgets.QWidget()
        copy = QtWidgets.QPushButton(_("Salin tanda kirim"))
        icons.put(copy, "salin")
        copy.clicked.connect(self._copy)
        theme.set_role(self._finish, "primary")
        self._finish.clicked.connect(self.closed)
        row = QtWidgets.QHBoxLayout()
        row.addWidget(self._finish)
        row.addWidget(copy)
        row.addStretch(1)
        head = QtWidgets.QHBoxLayout()
        picture = QtWidgets.QLabel()
        picture.setPixmap(icons.icon("berhasil", "siap").pixmap(40, 40))
        head.addWidget(picture)
        head.addWidget(self.large, 1)
        column = QtWidgets.QVBoxLayout(side)
        column.setContentsMargins(8, 16, 8, 8)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._where)
        column.addLayout(self._lines)
        column.addLayout(row)
        column.addStretch(1)
        return side

    def _sent_card(self, line: SentLine) -> QtWidgets.QWidget:
        code = form.label(_("Kode: {code}").format(code=line.code), "heading")
        code.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        names = form.label("\n".join(path.name for path in line.files), "muted")
        names.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        paper = QtWidgets.QPushButton(_("Cetak berita acara serah terima …"))
        icons.put(paper, "cetak")
        paper.clicked.connect(lambda _checked=False: self.paper_wanted.emit(line.package))
        again = QtWidgets.QPushButton(_("Tulis juga ke flashdisk lain …"))
        icons.put(again, "flashdisk")
        again.clicked.connect(lambda _checked=False: self.copy_wanted.emit(line.package))
        deeds = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(deeds)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(paper)
        row.addWidget(again)
        row.addStretch(1)
        return form.card(form.label(line.words, "strong", wraps=True), names, code, deeds)

    @property
    def photos(self) -> bool:
        """Whether photos and documents go along."""
        return not self.without_photos.isChecked()

    def _show_photos(self, chosen: Sequence[outgoing.Receiver]) -> None:
        """Offer to leave photos out where there are any, and say how much that is."""
        count, size = sum(one.photos for one in chosen), sum(one.photo_bytes for one in chosen)
        self.without_photos.setText(
            _("Tanpa foto ({count} foto dan dokumen, {size})").format(count=count, size=media.size_words(size))
        )
        self.without_photos.setVisible(count > 0)
        if not count:
            self.without_photos.setChecked(False)

    def _show_state(self) -> None:
        chosen, folder = self.offices.chosen(), self.drives.value()
        self._show_photos(chosen)
        words = ""
        if not chosen and self.offices.all_under_way():
            words = _("Semua isian sudah dikirim. Kirim lagi hanya bila flashdisknya hilang.")
        elif not chosen and self.offices.none_known():
            words = _("Belum ada kantor yang terdaftar.")
        elif not chosen:
            words = _("Centang dahulu kantor penerima.")
        elif folder is None:
            words = self.drives.why_not
        elif all(not receiver.entries for receiver in chosen):
            words = _("Tidak ada isian baru; kiriman ini hanya membawa tanda terima.")
        elif all(not receiver.fresh for receiver in chosen):
            words = _("Tidak ada isian baru; kiriman ini mengulang yang belum dikabarkan diterima.")
        free = self.progress.isHidden()
        self.button.setEnabled(bool(chosen) and folder is not None and free)
        self.as_files.setEnabled(bool(chosen) and free)
        self.why_not.setText(words)

    def _send(self) -> None:
        folder = self.drives.value()
        if folder is not None:
            self.send_wanted.emit([receiver.place for receiver in self.offices.chosen()], folder)

    def _ask_folder(self) -> None:
        home = QtCore.QStandardPaths.writableLocation(QtCore.QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = QtWidgets.QFileDialog.getExistingDirectory(self, _("Simpan berkas kiriman di folder"), home)
        if chosen:
            self.save_in(Path(chosen))

    def save_in(self, folder: Path) -> None:
        """Make the packages as files in a folder that was chosen."""
        self.files_wanted.emit([receiver.place for receiver in self.offices.chosen()], folder)

    def _copy(self) -> None:
        QtGui.QGuiApplication.clipboard().setText(self.handover())
        self.told.emit(_("Tanda kirim disalin; tempelkan di WhatsApp."))
