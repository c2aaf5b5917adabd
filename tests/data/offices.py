# SPDX-License-Identifier: Apache-2.0
"""Offices of a data test: real encrypted databases, copied from a prepared one, that carry changes to each other."""

import random
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import delete, select

from desk_app.base import progress
from desk_app.data import arrivals, checking, migrations, receiving, schema, sending, streams
from desk_app.data.database import Connection, Database
from desk_app.data.streams import StreamBook
from desk_app.data.unit_of_work import Author, Unit
from desk_app.domain import records
from desk_app.journal import digest
from desk_app.journal.streams import Dot

T = TypeVar("T")

KEY = bytes(range(32))
EVENT = "pemilu-2024"
VILLAGE = "73.13.06.1001"
USED = (records.STATION, records.ANSWER, records.ISSUE, records.FOLLOW_UP)
"""The kinds of records that the offices of these tests write."""


def prepare(folder: Path) -> Path:
    """An empty database of this version, to be copied: making one takes longer than a copy."""
    path = folder / "prepared.db"
    store = Database(path, KEY, create=True)
    with store.writing() as connection:
        migrations.create(connection)
    store.close()
    return path


@dataclass(frozen=True)
class Package:
    """What one office gave out: every run as it would stand on a stick."""

    runs: tuple[sending.Run, ...]


class Office:
    """One database with an author. `place` is the office's region; `replica` the 16 bytes it writes under."""

    def __init__(self, path: Path, place: str, replica: bytes, *, prepared: Path | None = None) -> None:
        if prepared is not None:
            shutil.copyfile(prepared, path)
        self.path = path
        self.author = Author(replica, place, 1)
        self.store = Database(path, KEY)
        self.dice = random.Random(replica)

    def close(self) -> None:
        self.store.close()

    def begin_again(self, replica: bytes) -> None:
        """Empty the database for another history: quicker than another file, since statements stay compiled."""
        with self.store.writing() as connection:
            for table in schema.metadata.sorted_tables:
                connection.execute(delete(table))
        self.author = Author(replica, self.author.place, self.author.actor)
        self.dice = random.Random(replica)

    def write(self, work: Callable[[Unit], T], *, now: int = 1_707_868_800) -> T:
        """One transaction, as `operations.transact` makes it."""
        with self.store.writing() as connection:
            unit = Unit(
                connection, self.author, now=now, salt=lambda: self.dice.randbytes(16), kind="edit", label="uji"
            )
            result = work(unit)
            unit.finish()
        return result

    def pack(self, said: Mapping[bytes, int] | None = None) -> Package:
        """Everything held beyond what was said to be held, sealed."""
        with self.store.writing() as connection:
            sending.seal_own(
                connection,
                {self.author.replica},
                lambda one, upto, rolling: sending.SealRow(upto, rolling, self.author.replica, b"signature"),
            )
            return Package(tuple(sending.runs(connection, lambda scope: True, dict(said or {}))))

    def take(self, package: Package) -> receiving.Taken:
        """Receive a package in one transaction."""
        with self.store.writing() as connection:
            arrival = arrivals.next_number(connection)
            arrivals.add(connection, arrival, 0, "import", 1, "uji")
            receiver = receiving.Receiver(connection, arrival)
            for run in package.runs:
                stream = run.stream
                if stream.replica is not None and stream.scope is not None:
                    receiver.take(
                        stream.id, stream.replica, stream.scope, run.first, run.before, run.bodies, run.seal
                    )
            receiver.settle()
        return receiver.taken

    def holds(self) -> dict[bytes, int]:
        with self.store.reading() as connection:
            return {one.id: one.held for one in streams.all_streams(connection) if one.scope is not None}

    def digest(self) -> bytes:
        with self.store.reading() as connection:
            return digest.of_streams(checking.held(connection))

    def faults(self) -> tuple[str, ...]:
        return progress.finish(checking.check(self.store)).faults

    def waiting(self) -> int:
        with self.store.reading() as connection:
            return len(connection.execute(select(schema.inbox.c.seq)).all())

    def view(self) -> dict[str, Any]:
        """All that a user could see, under names that are the same at every office."""
        with self.store.reading() as connection:
            book = StreamBook(connection)
            rows = dict(_rows(connection, book))
            names = {no: name for name, (no, _, _) in rows.items()}
            disputes = {
                (names[row.record], row.field) for row in connection.execute(select(schema.conflict))
            }
            heads: dict[tuple[Any, int], set[Dot]] = {}
            assert names.keys() >= set(connection.execute(select(schema.head.c.record)).scalars())
            for row in connection.execute(select(schema.head)):
                heads.setdefault((names[row.record], row.field), set()).add(book.dot(row.change))
        return {
            "rows": {name: (alive, values) for name, (_, alive, values) in rows.items()},
            "disputes": disputes,
            "disputed heads": {name: found for name, found in heads.items() if len(found) > 1},
        }


def _rows(connection: Connection, book: StreamBook) -> Any:
    for declared in USED:
        references = {one.name for one in declared.columns if one.kind is records.FieldKind.RECORD}
        for row in connection.execute(select(schema.tables[declared.no])).mappings():
            values = {
                one.name: book.dot(row[one.name])
                if one.name in references and row[one.name] is not None
                else row[one.name]
                for one in declared.columns
            }
            key = tuple(values[one.name] for one in declared.key) or (book.dot(row["no"]),)
            yield (declared.name, *key), (row["no"], row["alive"], values)


def exchange(offices: list[Office]) -> None:
    """Everybody gives everybody all, until nothing is new."""
    for _ in range(len(offices)):
        for source in offices:
            for target in offices:
                if source is not target and source.holds() != target.holds():
                    target.take(source.pack(target.holds()))
