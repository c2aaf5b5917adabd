# SPDX-License-Identifier: Apache-2.0
"""Where a package goes or comes from: flashdisks as they are plugged in, or any folder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons, runner, theme

_LOOK_EVERY_MS = 2000
_SYSTEM_MOUNTS = ("/", "/boot", "/home", "/usr", "/var", "/opt", "/srv", "/nix", "/snap")


@dataclass(frozen=True, slots=True)
class Drive:
    """A place to write to: where it is mounted, its name, what is free of it in bytes."""

    path: Path
    name: str
    free: int
    total: int

    @property
    def words(self) -> str:
        return _("{name} ({path}) – kosong {free}").format(name=self.name, path=self.path, free=_size(self.free))


def mounted() -> list[Drive]:
    """The drives which are not the computer's own, as the system tells them; may wait for a slow drive."""
    home = QtCore.QStorageInfo(QtCore.QDir.homePath()).rootPath()
    program = QtCore.QStorageInfo.root().rootPath()
    found = []
    for volume in QtCore.QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if not volume.isReady() or volume.isReadOnly() or root in (home, program):
            continue
        device = bytes(volume.device().data())
        if root in _SYSTEM_MOUNTS or (root.startswith("/") and not device.startswith(b"/dev/")):
            continue
        if root.startswith(("/boot/", "/etc/", "/run/credentials", "/snap/", "/System/")):
            continue
        name = volume.displayName() if volume.displayName() != root else _("Flashdisk")
        found.append(Drive(Path(root), name, volume.bytesAvailable(), volume.bytesTotal()))
    return found


class DrivePicker(QtWidgets.QWidget):
    """A list of drives and a button for any folder. `picked(Path or None)`: another place is chosen.

    While it is visible it looks every two seconds which drives there are; `look` is called on another thread.
    """

    picked = QtCore.Signal(object)

    def __init__(
        self,
        runner_: runner.Runner,
        look: Callable[[], Sequence[Drive]] = mounted,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner_
        self._look = look
        self._drives: list[Drive] = []
        self._folder: Path | None = None
        self._told: Path | None = None
        self._box = QtWidgets.QComboBox()
        self._box.setAccessibleName(_("Flashdisk atau folder"))
        self._box.setMinimumContentsLength(24)
        self._box.setSizeAdjustPolicy(QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.activated.connect(lambda _place: self._tell())
        self._button = QtWidgets.QPushButton(_("Pilih folder …"))
        icons.put(self._button, "pilih_folder")
        self._button.clicked.connect(self._ask)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._box, 1)
        row.addWidget(self._button)
        self._timer = QtCore.QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._start_look)
        self._fill()

    def value(self) -> Path | None:
        """The place that is chosen, None without one."""
        chosen = self._box.currentData()
        return Path(chosen) if chosen else None

    def set_folder(self, folder: Path) -> None:
        """Choose a folder."""
        self._folder = folder
        self._fill(str(folder))

    def set_drives(self, drives: Sequence[Drive]) -> None:
        """Show these drives; the first one that is new is chosen when nothing was."""
        if list(drives) != self._drives:
            self._drives = list(drives)
            self._fill()

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        super().showEvent(event)
        self._start_look()
        self._timer.start()

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _start_look(self) -> None:
        self._runner.read(self._look, self.set_drives, key=f"drives-{id(self)}")

    def _fill(self, wanted: str = "") -> None:
        wanted = wanted or str(self._box.currentData() or "")
        self._box.clear()
        for drive in self._drives:
            self._box.addItem(icons.icon("flashdisk"), drive.words, str(drive.path))
        if self._folder is not None:
            self._box.addItem(icons.icon("folder"), str(self._folder), str(self._folder))
        if self._box.count() == 0:
            self._box.addItem(_("Colokkan flashdisk, atau pilih folder"), "")
        self._box.setCurrentIndex(max(self._box.findData(wanted) if wanted else 0, 0))
        self._tell()

    def _tell(self) -> None:
        if self.value() != self._told:
            self._told = self.value()
            self.picked.emit(self._told)

    def _ask(self) -> None:
        start = str(self.value() or QtCore.QDir.homePath())
        chosen = QtWidgets.QFileDialog.getExistingDirectory(self, _("Pilih folder"), start)
        if chosen:
            self.set_folder(Path(chosen))


def _size(count: int) -> str:
    for unit in ("B", "KB", "MB"):
        if count < 1024:
            return f"{count} {unit}"
        count //= 1024
    return f"{count} GB"
