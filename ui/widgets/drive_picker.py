# SPDX-License-Identifier: Apache-2.0
"""Where a package goes or comes from: flashdisks as they are plugged in, or any folder.

Of two flashdisks one is never taken by itself, and one that is pulled out is not replaced by another silently.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.operations import stick_health
from ui import icons, runner, theme
from ui.widgets import icon_line, remembered

_LOOK_EVERY_MS = 2000
_NEARLY_FULL = 1 << 20
_RECENT = "exchange/folder"
_SYSTEM_MOUNTS = ("/", "/boot", "/home", "/usr", "/var", "/opt", "/srv", "/nix", "/snap")


@dataclass(frozen=True, slots=True)
class Drive:
    """A place to write to: where it is mounted, its name, what is free of it in bytes.

    `locked`: it can only be read; `warning`: what looks like a virus on it.
    """

    path: Path
    name: str
    free: int
    total: int
    locked: bool = False
    warning: str = ""

    @property
    def words(self) -> str:
        told = _("{name} ({path}) – kosong {free}").format(name=self.name, path=self.path, free=_size(self.free))
        return f"{told} · {_('terkunci')}" if self.locked else told


def mounted() -> list[Drive]:
    """The drives which are not the computer's own, as the system tells them; may wait for a slow drive."""
    home = QtCore.QStorageInfo(QtCore.QDir.homePath()).rootPath()
    program = QtCore.QStorageInfo.root().rootPath()
    found = []
    for volume in QtCore.QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if not volume.isReady() or root in (home, program):
            continue
        device = bytes(volume.device().data())
        if root in _SYSTEM_MOUNTS or (root.startswith("/") and not device.startswith(b"/dev/")):
            continue
        if root.startswith(("/boot/", "/etc/", "/run/credentials", "/snap/", "/System/")):
            continue
        name = volume.displayName() if volume.displayName() != root else _("Flashdisk")
        path = Path(root)
        warning = stick_health.warning(stick_health.suspicious(path))
        found.append(
            Drive(path, name, volume.bytesAvailable(), volume.bytesTotal(), volume.isReadOnly(), warning)
        )
    return found


class DrivePicker(QtWidgets.QWidget):
    """A list of drives and a button for any folder. `picked(Path or None)`: another place is chosen.

    While it is visible it looks every two seconds which drives there are; `look` is called on another thread.
    `writes`: a locked drive or a full one will not do.
    """

    picked = QtCore.Signal(object)

    def __init__(
        self,
        runner_: runner.Runner,
        look: Callable[[], Sequence[Drive]] = mounted,
        *,
        writes: bool = True,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner_
        self._look = look
        self._writes = writes
        self._drives: list[Drive] = []
        self._folder: Path | None = None
        self._recent: Path | None = None
        self._told: Path | None = None
        self._told_why = ""
        self._by_hand = False
        self._looks = False
        self._box = QtWidgets.QComboBox()
        self._box.setAccessibleName(_("Flashdisk atau folder"))
        self._box.setMinimumContentsLength(24)
        self._box.setSizeAdjustPolicy(QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.activated.connect(self._activated)
        self._button = QtWidgets.QPushButton(_("Pilih folder …"))
        icons.put(self._button, "pilih_folder")
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._ask)
        self.warning = icon_line.IconLine("peringatan", "belum_lengkap", "")
        self.warning.hide()
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self._box, 1)
        row.addWidget(self._button)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.warning)
        self.setFocusProxy(self._box)
        self._timer = QtCore.QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._start_look)
        self._fill("")

    def value(self) -> Path | None:
        """The place that is chosen, None without one, or where it cannot be written to."""
        chosen = self._box.currentData()
        if not chosen:
            return None
        drive = self._drive()
        return None if self._writes and drive is not None and drive.locked else Path(chosen)

    @property
    def why_not(self) -> str:
        """What to do about a place that is missing, "" where there is one."""
        if self.value() is not None:
            return ""
        if self._drive() is not None:
            return _("Flashdisk yang dipilih tidak dapat ditulis; pilih yang lain.")
        return _("Pilih flashdisk atau folder.") if self._drives else _("Colokkan flashdisk, atau pilih folder.")

    def set_folder(self, folder: Path) -> None:
        """Choose a folder."""
        self._folder = folder
        self._by_hand = True
        self._fill(str(folder))

    def choose(self, place: Path) -> None:
        """Choose a flashdisk or a folder by where it is."""
        if any(drive.path == place for drive in self._drives):
            self._by_hand = True
            self._fill(str(place))
        else:
            self.set_folder(place)

    def set_drives(self, drives: Sequence[Drive]) -> None:
        """Show these drives; the only one is chosen by itself, of several the user chooses."""
        if list(drives) == self._drives or self._box.view().isVisible():
            return
        before = {drive.path for drive in self._drives}
        self._drives = list(drives)
        wanted = str(self._box.currentData() or "")
        fresh = [drive for drive in drives if drive.path not in before]
        if not self._by_hand and fresh and len(drives) > 1:
            wanted = ""
        self._fill(wanted)

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        super().showEvent(event)
        self._start_look()
        self._runner.read(_recent, self._offer_recent, key=f"recent-{id(self)}")
        self._timer.start()

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _offer_recent(self, folder: Path | None) -> None:
        if folder != self._recent and not self._box.view().isVisible():
            self._recent = folder
            self._fill(str(self._box.currentData() or ""))

    def _start_look(self) -> None:
        if self._looks:  # a slow drive: the one that is asked answers for those that would wait behind it
            return
        self._looks = True
        self._runner.read(self._look, self._take_drives, self._not_looked)

    def _take_drives(self, drives: Sequence[Drive]) -> None:
        self._looks = False
        self.set_drives(drives)

    def _not_looked(self, error: Exception) -> None:
        self._looks = False
        self._runner.trouble.emit(error)

    def _fill(self, wanted: str) -> None:
        places = [(icons.icon("flashdisk"), drive.words, str(drive.path)) for drive in self._drives]
        # A folder that was used before is offered, never chosen: who plugs a flashdisk in means that.
        for folder in dict.fromkeys((self._folder, self._recent)):
            if folder is not None:
                places.append((icons.icon("folder"), str(folder), str(folder)))
        offered = 1 if self._recent is not None and self._recent != self._folder else 0
        paths = [path for _icon, _words, path in places]
        gone = bool(wanted) and wanted not in paths
        if gone:
            self._by_hand = False
        self._box.clear()
        if not places:
            self._box.addItem(_("Colokkan flashdisk, atau pilih folder"), "")
        elif gone:
            self._box.addItem(_("Flashdisk sudah dicabut; pilih lagi"), "")
        elif wanted not in paths and len(places) == offered:
            self._box.addItem(_("Colokkan flashdisk, atau pilih folder"), "")
        elif wanted not in paths and len(places) - offered > 1:
            self._box.addItem(_("Ada {count} tempat; pilih salah satu").format(count=len(places)), "")
        for icon, words, path in places:
            self._box.addItem(icon, words, path)
        self._box.setCurrentIndex(max(self._box.findData(wanted), 0) if wanted in paths else 0)
        self._tell()

    def _activated(self, _place: int) -> None:
        self._by_hand = True
        self._tell()

    def _tell(self) -> None:
        self._warn()
        if (self.value(), self.why_not) != (self._told, self._told_why):
            self._told, self._told_why = self.value(), self.why_not
            self.picked.emit(self._told)

    def _drive(self) -> Drive | None:
        return next((one for one in self._drives if str(one.path) == self._box.currentData()), None)

    def _warn(self) -> None:
        drive = self._drive()
        told = []
        if drive is not None and self._writes and drive.locked:
            told.append(_("Flashdisk ini terkunci, tidak dapat ditulis. Geser tombol kuncinya, atau pakai yang lain."))
        elif drive is not None and self._writes and drive.free < _NEARLY_FULL:
            told.append(_("Flashdisk ini hampir penuh. Kosongkan sebagian, atau pakai yang lain."))
        if drive is not None and drive.warning:
            told.append(drive.warning)
        self.warning.tell("peringatan", "belum_lengkap", " ".join(told))
        self.warning.setVisible(bool(told))

    def _ask(self) -> None:
        start = str(self.value() or QtCore.QDir.homePath())
        chosen = QtWidgets.QFileDialog.getExistingDirectory(self, _("Pilih folder"), start)
        if chosen:
            remembered.keep(_RECENT, chosen)
            self.set_folder(Path(chosen))


def _recent() -> Path | None:
    """The folder that was chosen last, if it is there; may wait for a slow network."""
    kept = remembered.get(_RECENT)
    return Path(kept) if isinstance(kept, str) and Path(kept).is_dir() else None


def _size(count: int) -> str:
    for unit in ("B", "KB", "MB"):
        if count < 1024:
            return f"{count} {unit}"
        count //= 1024
    return f"{count} GB"
