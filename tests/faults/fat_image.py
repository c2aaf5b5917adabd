# SPDX-License-Identifier: Apache-2.0
"""Does calls again on a FAT32 image by pyfatfs, and notes every sector that they alter.

Started by `tools.py`: reads the pickled calls, writes [image without its empty sectors, sectors of each call …].
"""

import io
import pickle
import sys
import tempfile
from pathlib import Path
from typing import Any

from pyfatfs import FATDirectoryEntry, PyFat, PyFatFS
from pyfatfs.EightDotThree import EightDotThree

from tests.faults.stick_log import SECTOR, Done

SIZE = 34 << 20
"""The smallest that is FAT32 by its number of clusters."""


class Noting(io.BytesIO):
    """An image whose altered sectors are noted in the order of writing."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.sectors: list[tuple[int, bytes]] = []

    def write(self, data: Any, /) -> int:
        start, view = self.tell(), self.getbuffer()
        first, last = start // SECTOR, (start + len(data) - 1) // SECTOR
        before = bytes(view[first * SECTOR : (last + 1) * SECTOR])
        del view
        done = super().write(data)
        view = self.getbuffer()
        for number in range(first, last + 1):
            now = bytes(view[number * SECTOR : (number + 1) * SECTOR])
            if now != before[(number - first) * SECTOR : (number - first + 1) * SECTOR]:
                self.sectors.append((number, now))
        return done


class Stick:
    """A FAT32 file system in memory that does what was done to the folder."""

    def __init__(self, image: Noting) -> None:
        self.image = image
        self.system = PyFatFS.PyFatBytesIOFS(image)
        self._open: dict[str, Any] = {}

    def do(self, done: Done) -> None:
        match done.what:
            case "folder":
                self.system.makedir(f"/{done.name}")
            case "make":
                self._open[done.name] = self.system.openbin(f"/{done.name}", "w")
            case "write":
                self._open[done.name].write(done.data)
            case "sync":
                self._open.pop(done.name).close()
            case "rename":
                self._rename(f"/{done.name}", done.to.rpartition("/")[2])

    def fill(self, old: bytes) -> None:
        """Write something and remove it, so that what is free is not empty."""
        with self.system.openbin("/old", "w") as file:
            file.write(old * 3)
        self.system.remove("/old")

    def _rename(self, source: str, name: str) -> None:
        """Another entry in the folder for the same clusters; pyfatfs itself would copy the file."""
        entry = self.system.fs.root_dir.get_entry(source)
        folder = entry.get_parent_dir()
        short = EightDotThree(encoding=self.system.fs.encoding)
        short.set_str_name(short.make_8dot3_name(name, folder))
        made = FATDirectoryEntry.FATDirectoryEntry.new(name=short, tz=self.system.tz, encoding=self.system.fs.encoding)
        made.set_lfn_entry(FATDirectoryEntry.make_lfn_entry(name, short))
        made.set_cluster(entry.get_cluster())
        made.set_size(entry.get_size())
        folder.remove_dir_entry(str(entry))
        folder.add_subdirectory(made)
        self.system.fs.update_directory_entry(folder)


def formatted() -> bytes:
    with tempfile.NamedTemporaryFile(suffix=".img") as file:
        file.truncate(SIZE)
        made = PyFat.PyFat()
        made.mkfs(file.name, fat_type=PyFat.PyFat.FAT_TYPE_FAT32, size=SIZE, label="DESK")
        made.close()
        return Path(file.name).read_bytes()


def main(calls: Path, target: Path) -> None:
    log, old = pickle.loads(calls.read_bytes())
    image = Noting(formatted())
    stick = Stick(image)
    stick.fill(old)
    base = image.getvalue()
    sectors = {at // SECTOR: base[at : at + SECTOR] for at in range(0, SIZE, SECTOR) if any(base[at : at + SECTOR])}
    steps: list[tuple[str, list[tuple[int, bytes]]]] = []
    for done in log:
        image.sectors = []
        stick.do(done)
        steps.append((done.what, image.sectors))
    target.write_bytes(pickle.dumps((sectors, steps)))
    print(stick.system.listdir("/DESK"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
