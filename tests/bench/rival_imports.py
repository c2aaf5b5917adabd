# SPDX-License-Identifier: Apache-2.0
"""The same changed answers applied by others: what is ready to be timed, one application a call."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.bench import many_answers, rivals
from tests.bench.many_answers import DISTRICT
from tests.bench.timing import Took, timed

COLUMNS = "alive INTEGER, latest INTEGER, choice TEXT, quantity INTEGER, note TEXT, version INTEGER"
TABLE = f"CREATE TABLE answer (no INTEGER PRIMARY KEY NOT NULL, event TEXT, subject TEXT, item TEXT, {COLUMNS})"
NAMED_TABLE = (
    "CREATE TABLE answer (no INTEGER, event TEXT NOT NULL, subject TEXT NOT NULL, item TEXT NOT NULL,"
    f" {COLUMNS}, PRIMARY KEY (event, subject, item))"
)
"""Two offices number their rows each for itself: what names an answer at both is event, place and item."""

INSERT = (
    "INSERT INTO answer (no, event, subject, item, alive, latest, quantity, version) "
    "VALUES (?1, ?2, ?3, ?4, 1, ?1, ?5, 1)"
)
CHANGE = "UPDATE answer SET quantity = quantity + 1, latest = no + 1000000000"
Apply = Callable[[], Took]


class Changesets:
    """SQLite's session extension: a changeset of some kecamatan, applied to a table that holds all; plain, WAL."""

    @classmethod
    def ready(cls, folder: Path, districts: list[str], *, named: bool = False, kept: str = "") -> "Changesets | None":
        """`named`: rows are told by event, place and item, not by numbers that are the same on both sides by chance.

        `kept`: the table's own file, in which all that is applied stays; otherwise each time a fresh copy is altered.
        """
        apsw = rivals.get("apsw")
        return None if apsw is None else cls(apsw, folder, districts, named, kept)

    def __init__(self, apsw: Any, folder: Path, districts: list[str], named: bool, kept: str) -> None:
        self._apsw = apsw
        self._folder = folder
        self._districts = districts
        self._named = named
        self._kept = bool(kept)
        self._held = folder / (kept or f"held-{'named' if named else 'numbered'}.db")
        self._changesets: dict[tuple[int, int], bytes] = {}
        if not self._held.exists():
            making = folder / "making.db"
            self._make(making, 0, len(districts)).close()
            making.rename(self._held)

    def apply(self, first: int, count: int) -> Took:
        """Apply the changes of `count` kecamatan from number `first` on."""
        changeset = self._changesets.get((first, count)) or self._changeset(first, count)
        self._changesets = {(first, count): changeset}
        target = self._held if self._kept else copied(self._held, self._folder / "target.db")
        connection = self._opened(target)
        took = timed(lambda: self._apsw.Changeset.apply(changeset, connection))
        connection.close()
        return took

    def _changeset(self, first: int, count: int) -> bytes:
        source = self._make(self._folder / "source.db", first, count)
        session = self._apsw.Session(source, "main")
        session.attach("answer")
        with source:
            source.execute(CHANGE)
        changeset: bytes = session.changeset()
        session.close()
        source.close()
        return changeset

    def _make(self, path: Path, first: int, count: int) -> Any:
        path.unlink(missing_ok=True)
        connection = self._opened(path)
        with connection:
            connection.execute(NAMED_TABLE if self._named else TABLE)
            if not self._named:
                connection.execute("CREATE INDEX answer_by_key ON answer (event, subject, item, alive)")
            connection.executemany(INSERT, _rows(self._districts, first, count))
        return connection

    def _opened(self, path: Path) -> Any:
        connection = self._apsw.Connection(str(path))
        connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        return connection


def copied(path: Path, to: Path) -> Path:
    """A copy of a file, on the disk before this returns: nobody's commit waits for it."""
    shutil.copyfile(path, to)
    with to.open("rb") as file:
        os.fsync(file.fileno())
    return to


def pygeodiff_changeset(folder: Path, districts: list[str]) -> Apply | None:
    """A changeset file between two files, applied to the first."""
    pygeodiff, apsw = rivals.get("pygeodiff"), rivals.get("apsw")
    if pygeodiff is None or apsw is None:
        return None
    base, other, changeset, work = (folder / name for name in ("a.gpkg", "b.gpkg", "a.diff", "c.gpkg"))
    connection = apsw.Connection(str(base))
    with connection:
        connection.execute(TABLE)
        connection.executemany(INSERT, _rows(districts, 0, len(districts)))
    connection.close()
    shutil.copyfile(base, other)
    connection = apsw.Connection(str(other))
    connection.execute(CHANGE)
    connection.close()
    tool = pygeodiff.GeoDiff()
    tool.create_changeset(str(base), str(other), str(changeset))

    def apply() -> Took:
        copied(base, work)
        return timed(lambda: tool.apply_changeset(str(work), str(changeset)))

    return apply


def loro_import(districts: list[str]) -> Apply | None:
    """Updates of one map from place and item to value, into a document in memory."""
    loro = rivals.get("loro")
    if loro is None:
        return None
    source = loro.LoroDoc()
    answers = source.get_map("answer")
    rows = list(_rows(districts, 0, len(districts)))
    for _, _, subject, item, quantity in rows:
        answers.insert(f"{subject}/{item}", quantity)
    source.commit()
    before, seen = source.export(loro.ExportMode.Snapshot()), source.oplog_vv
    for _, _, subject, item, quantity in rows:
        answers.insert(f"{subject}/{item}", quantity + 1)
    source.commit()
    updates = source.export(loro.ExportMode.Updates(seen))

    def apply() -> Took:
        target = loro.LoroDoc()
        target.import_(before)
        return timed(lambda: target.import_(updates))

    return apply


def _rows(districts: list[str], first: int, count: int) -> Iterator[tuple[Any, ...]]:
    for place in range(first, first + count):
        for number, key in enumerate(many_answers.keys(districts[place]), place * DISTRICT + 1):
            yield (number, *key, number * 7 % 500)
