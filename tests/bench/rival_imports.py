# SPDX-License-Identifier: Apache-2.0
"""The same changed answers applied by others: seconds, the median of a few rounds on a fresh copy each."""

import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.bench import many_answers, rivals

ROUNDS = 3
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
Seconds = Callable[[], float]


def apsw_changeset(
    folder: Path, districts: list[str], first: int, count: int, *, named: bool = False
) -> Seconds | None:
    """A session's changeset of `count` districts from `first` on, into a table that holds all; plain SQLite, WAL.

    `named`: rows are told by event, place and item, not by numbers that are the same on both sides by chance.
    """
    apsw = rivals.get("apsw")
    if apsw is None:
        return None

    def make(name: str, wanted: Iterator[tuple[Any, ...]]) -> Any:
        path = folder / name
        path.unlink(missing_ok=True)
        connection = apsw.Connection(str(path))
        connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        with connection:
            connection.execute(NAMED_TABLE if named else TABLE)
            if not named:
                connection.execute("CREATE INDEX answer_by_key ON answer (event, subject, item, alive)")
            connection.executemany(INSERT, wanted)
        return connection

    def apply() -> float:
        source = make("source.db", _rows(districts, first, count))
        session = apsw.Session(source, "main")
        session.attach("answer")
        with source:
            source.execute(CHANGE)
        changeset = session.changeset()
        session.close()
        source.close()
        make("held.db", _rows(districts, 0, len(districts))).close()
        took = []
        for _ in range(ROUNDS):
            work = shutil.copyfile(folder / "held.db", folder / "target.db")
            target = apsw.Connection(str(work))
            target.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
            begun = time.perf_counter()
            apsw.Changeset.apply(changeset, target)
            took.append(time.perf_counter() - begun)
            target.close()
        for name in ("source.db", "held.db", "target.db"):
            (folder / name).unlink()
        return statistics.median(took)

    return apply


def pygeodiff_changeset(folder: Path, districts: list[str]) -> Seconds | None:
    """A changeset file between two files, applied to the first."""
    pygeodiff, apsw = rivals.get("pygeodiff"), rivals.get("apsw")
    if pygeodiff is None or apsw is None:
        return None

    def apply() -> float:
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
        took = []
        for _ in range(ROUNDS):
            shutil.copyfile(base, work)
            begun = time.perf_counter()
            tool.apply_changeset(str(work), str(changeset))
            took.append(time.perf_counter() - begun)
        return statistics.median(took)

    return apply


def loro_import(districts: list[str]) -> Seconds | None:
    """Updates of one map from place and item to value, into a document in memory."""
    loro = rivals.get("loro")
    if loro is None:
        return None

    def apply() -> float:
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
        took = []
        for _ in range(ROUNDS):
            target = loro.LoroDoc()
            target.import_(before)
            begun = time.perf_counter()
            target.import_(updates)
            took.append(time.perf_counter() - begun)
        return statistics.median(took)

    return apply


def _rows(districts: list[str], first: int, count: int) -> Iterator[tuple[Any, ...]]:
    for place in range(first, first + count):
        for number, key in enumerate(many_answers.keys(districts[place]), place * many_answers.DISTRICT + 1):
            yield (number, *key, number * 7 % 500)
