# SPDX-License-Identifier: Apache-2.0
"""Computers of offices: each with a folder, a home of its own (where the witness lies), a clock and a version."""

import contextlib
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desk_app.data import database, keys
from desk_app.operations import opening, witness
from desk_app.operations.desk import DATABASE, Desk
from tests.histories import versions
from tests.histories.waiting import Waiting

CLOCKS = (-86_400, 0, 1_200_000_000, 1_740_000_000, 4_102_444_800, 1_099_500_000_000)
"""1969, 1970, 2008, 2025, 2100 and the year 36812: no clock may matter."""

PASSWORD = "kata sandi uji"
FILES = (DATABASE, f"{DATABASE}-wal", keys.FILE, witness.FILE)


@dataclass(frozen=True, slots=True)
class Kept:
    """A state of a computer that may come back: a backup, or the image of a whole disk with its home."""

    folder: Path
    waiting: Waiting
    newer: bool


@dataclass
class Computer:
    """One computer of an office. `waiting`: what it has been given and could not put in, reckoned by the tests."""

    name: str
    place: str
    folder: Path
    home: Path
    key: bytes
    slot: keys.Slot
    clock: int = CLOCKS[3]
    newer: bool = False
    waiting: Waiting = field(default_factory=Waiting)
    backups: list[Kept] = field(default_factory=list)
    image: Kept | None = None
    _desk: Desk | None = None

    @property
    def desk(self) -> Desk:
        """The office, opened when it is first asked for."""
        if self._desk is None:
            self._desk = opening.open_with_key(self.folder, self.key, self.slot, now=lambda: self.clock)
            self._desk._writer_ident = threading.get_ident()  # writing here: a hand-over costs more than the work
        return self._desk

    @contextlib.contextmanager
    def used(self) -> Iterator[Desk]:
        """Sit down at it: its home is the user's, its version of the program runs."""
        os.environ["DESK_HOME"] = str(self.home)
        with versions.newer() if self.newer else contextlib.nullcontext():
            yield self.desk

    def close(self) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def keep(self, folder: Path, *, with_home: bool) -> Kept:
        """Copy the files as they lie there, as the image of a disk or a curious colleague does."""
        folder.mkdir(parents=True)
        self.close()
        copy_files(self.folder, folder)
        if with_home:
            shutil.copytree(self.home, folder / "home")
        return Kept(folder, self.waiting.copy(), self.newer)

    def put_back(self, kept: Kept) -> None:
        """Let the disk be as it was then: files keep their places on it, and so their numbers."""
        self.close()
        (self.folder / f"{DATABASE}-shm").unlink(missing_ok=True)
        for name in FILES:
            if not (kept.folder / name).exists():
                (self.folder / name).unlink(missing_ok=True)
        copy_files(kept.folder, self.folder)
        if (kept.folder / "home").exists():
            shutil.rmtree(self.home)
            shutil.copytree(kept.folder / "home", self.home)
        self.waiting = kept.waiting.copy()

    def take_for_the_same_disk(self) -> None:
        """The copy of a whole disk keeps the numbers of its files, by which a mere copy of a folder is told."""
        number = str((self.folder / DATABASE).stat().st_ino).encode()
        driver = database._connect(self.folder / DATABASE, self.key)
        try:
            driver.execute("UPDATE meta SET value = ? WHERE name = 'inode'", (number,))
        finally:
            driver.close()


def copy_files(source: Path, target: Path) -> None:
    """Copy an office's files; one that is there is written over in its place."""
    for name in FILES:
        if (source / name).exists():
            shutil.copyfile(source / name, target / name)
