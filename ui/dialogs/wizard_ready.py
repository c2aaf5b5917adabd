# SPDX-License-Identifier: Apache-2.0
"""The quick way of a new office: a ready file from the kabupaten, found on a flashdisk, and the word on its slip."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import enrolment, ready_files
from ui import errors, icons, runner, theme
from ui.dialogs import wizard_details
from ui.widgets import drive_picker, form, icon_line, spoken_blocks

_LOOK_EVERY_MS = 3000

Find = Callable[[], list[ready_files.ReadyFile]]


def on_sticks() -> list[ready_files.ReadyFile]:
    """The ready files on what is plugged in; for a worker."""
    return ready_files.find(drive.path for drive in drive_picker.mounted())


class ReadyOffer(QtWidgets.QFrame):
    """Stands above the first step: opens a ready file, and says when one is plugged in. `wanted(ReadyFile or None)`."""

    wanted = QtCore.Signal(object)

    def __init__(self, lanes: runner.Runner, find: Find = on_sticks, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._search = find
        self._found: ready_files.ReadyFile | None = None
        theme.set_role(self, "card")
        self.words = icon_line.IconLine("flashdisk", "primary", "")
        self.button = QtWidgets.QPushButton(_("Buka berkas siap …"))
        self.button.setAutoDefault(False)
        icons.put(self.button, "paket")
        self.button.clicked.connect(lambda _checked=False: self.wanted.emit(self._found))
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self._timer = QtCore.QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._show([])

    def look(self) -> None:
        """Look whether a ready file is plugged in."""
        self._lanes.read(self._search, self._show, key="ready files")

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        super().showEvent(event)
        self.look()
        self._timer.start()

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _show(self, found: Sequence[ready_files.ReadyFile]) -> None:
        self._found = found[0] if len(found) == 1 else None
        if self._found is not None:
            words = _("Berkas siap untuk {office} ada di flashdisk.").format(office=self._found.office)
        elif found:
            words = _("{count} berkas siap ada di flashdisk.").format(count=len(found))
        else:
            words = _("Menerima berkas siap dari kabupaten? Wilayah dan data TPS-nya sudah ada di dalam.")
        self.words.tell("flashdisk", "siap" if found else "primary", words)
        theme.set_role(self.button, "primary" if found else "")
        icons.put(self.button, "paket", "on_primary" if found else "text")


class ReadyStep(QtWidgets.QWidget):
    """Which file, and its word. `changed()`: something was chosen or typed. `entered()`: Enter in a right word."""

    changed = QtCore.Signal()
    entered = QtCore.Signal()

    def __init__(self, lanes: runner.Runner, find: Find = on_sticks, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._find = find
        self._file: ready_files.ReadyFile | None = None
        self._paths: list[Path] = []
        self.list = QtWidgets.QListWidget()
        self.list.setAccessibleName(_("Berkas siap yang ditemukan"))
        self.list.setMaximumHeight(88)
        self.list.hide()
        self.list.currentRowChanged.connect(self._picked)
        self.choose = QtWidgets.QPushButton(_("Pilih berkas …"))
        self.choose.setAutoDefault(False)
        icons.put(self.choose, "lampiran")
        self.choose.clicked.connect(self._ask_file)
        self.file = icon_line.IconLine("belum", "muted", "")
        self.word = spoken_blocks.SpokenBlocks(enrolment.WORD)
        self.word.changed.connect(self.changed)
        self.word.entered.connect(self.entered)
        self.folder = QtWidgets.QLineEdit()
        self.folder.textChanged.connect(lambda _text: self.changed.emit())
        top = QtWidgets.QHBoxLayout()
        top.addWidget(self.file, 1)
        top.addWidget(self.choose, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        self.rows = form.Form()
        hint = _("Kode ini tercetak pada slip yang dibawa terpisah dari berkasnya. Huruf kecil boleh.")
        self.rows.add("word", _("Kode pembuka pada slip"), self.word, hint)
        self.rows.add("folder", _("Folder data di komputer ini"), self.folder)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.list)
        column.addLayout(top)
        column.addWidget(self.rows)
        column.addStretch(1)
        self._timer = QtCore.QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look_again)
        self._show_file()

    @property
    def path(self) -> Path | None:
        """The file that is chosen."""
        return self._file.path if self._file is not None else None

    @property
    def office(self) -> str:
        """For which office it is, in words."""
        return self._file.office if self._file is not None else ""

    @property
    def first_field(self) -> QtWidgets.QWidget:
        """What is to be done next: choose the file, or type its word."""
        return self.choose if self._file is None else self.word

    def begin(self, chosen: ready_files.ReadyFile | None) -> None:
        """Show this step with a file that was found, or all that are plugged in."""
        if chosen is not None:
            self._take(chosen)
        self._look_again()

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def is_ready(self) -> bool:
        return self._file is not None and self.word.value() is not None and bool(self.folder.text().strip())

    def take_path(self, path: Path) -> None:
        """Take a file that was chosen by hand."""
        self._lanes.read(lambda: ready_files.look(path), self._take, self._refuse)

    def _look_again(self) -> None:
        self._lanes.read(self._find, self._show_found, key="ready list")

    def _show_found(self, found: Sequence[ready_files.ReadyFile]) -> None:
        if [one.path for one in found] == self._paths:
            return
        self._paths = [one.path for one in found]
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            item = QtWidgets.QListWidgetItem(icons.icon("paket"), one.office)
            item.setToolTip(str(one.path))
            item.setData(QtCore.Qt.ItemDataRole.UserRole, one)
            self.list.addItem(item)
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        self.list.setVisible(len(found) > 1)
        if len(found) == 1 and self._file is None:
            self._take(found[0])

    def _picked(self, row: int) -> None:
        item = self.list.item(row)
        if item is not None:
            self._take(item.data(QtCore.Qt.ItemDataRole.UserRole))

    def _take(self, one: ready_files.ReadyFile) -> None:
        self._file = one
        self.folder.setText(str(wizard_details.free_folder(f"{one.place} {one.office.partition(',')[0]}")))
        self._show_file()
        self.word.setFocus()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self._file = None
        self._show_file()
        self.file.tell("ditolak", "masalah", errors.words(error))

    def _show_file(self) -> None:
        if self._file is None:
            words = _("Colokkan flashdisk dari kabupaten, atau pilih berkasnya.")
            self.file.tell("flashdisk", "muted", words)
        else:
            words = _("Berkas siap untuk {office}, dibuat oleh {sender}")
            self.file.tell("siap", "siap", words.format(office=self._file.office, sender=self._file.sender))
        self.changed.emit()

    def _ask_file(self) -> None:
        chosen, _kind = QtWidgets.QFileDialog.getOpenFileName(self, _("Pilih berkas siap"), QtCore.QDir.homePath())
        if chosen:
            self.take_path(Path(chosen))
