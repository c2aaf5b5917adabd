# SPDX-License-Identifier: Apache-2.0
"""What a database holds, read by plain SQL and without any of the program's own reading."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from desk_app.data import schema
from desk_app.domain import records
from desk_app.journal.streams import Dot, ReaderClass, Scope
from desk_app.operations.desk import Desk

SHIFT = 40


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream as its row has it."""

    no: int
    id: bytes
    replica: bytes | None
    scope: Scope | None
    held: int
    rolling: bytes


@dataclass
class Seen:
    """One database: its streams and their bodies, the rows of each kind of record, and the lists beside them."""

    replica: bytes
    types: Mapping[int, records.RecordType]
    """The kinds of record that the version of the program here knows."""
    streams: dict[bytes, Stream] = field(default_factory=dict)
    bodies: dict[bytes, list[bytes]] = field(default_factory=dict)
    keys_in_order: bool = True
    records: dict[Dot, int] = field(default_factory=dict)
    """Change → the local number of its record."""
    rows: dict[int, dict[int, dict[str, Any]]] = field(default_factory=dict)
    """Kind → local number → columns."""
    heads: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    conflicts: set[tuple[int, int]] = field(default_factory=set)
    unread: set[tuple[int, int]] = field(default_factory=set)
    waiting: int = 0
    asides: dict[bytes, str] = field(default_factory=dict)
    alarms: list[tuple[str, str]] = field(default_factory=list)
    said: list[tuple[bytes, bytes, int, bytes]] = field(default_factory=list)
    """(replica, stream, upto, rolling hash) that others have said."""
    living: set[bytes] = field(default_factory=set)
    """The other computers of this office that it knows of and that have not been replaced."""

    def dot(self, key: int) -> Dot:
        return Dot(self._by_no[key >> SHIFT], key & ((1 << SHIFT) - 1))

    def key(self, dot: Dot) -> int | None:
        stream = self.streams.get(dot.stream)
        return None if stream is None else stream.no << SHIFT | dot.seq

    _by_no: dict[int, bytes] = field(default_factory=dict)

    def number_streams(self) -> None:
        self._by_no = {one.no: one.id for one in self.streams.values()}

    def scopes(self) -> set[Scope]:
        return {one.scope for one in self.streams.values() if one.scope is not None and one.held}


@contextmanager
def plainly(desk: Desk) -> Iterator[Any]:
    """The driver's own connection to the database."""
    with desk.reading() as connection:
        yield connection.connection.driver_connection


def see(desk: Desk) -> Seen:
    """Read a database whole."""
    with plainly(desk) as driver:
        run = driver.execute
        seen = Seen(run("SELECT value FROM meta WHERE name = 'replica'").fetchone()[0], records.TYPES)
        for no, name, replica, event, place, reader, held, rolling in run(
            "SELECT no, id, replica, event, place, reader_class, held, rolling FROM stream"
        ):
            scope = None if place is None else Scope(event, place, ReaderClass(reader))
            seen.streams[name] = Stream(no, name, replica, scope, held, rolling)
        seen.number_streams()
        for key, record, body in run("SELECT key, record, bytes FROM change ORDER BY key"):
            dot = seen.dot(key)
            held_bodies = seen.bodies.setdefault(dot.stream, [])
            held_bodies.append(body)
            seen.keys_in_order &= len(held_bodies) == dot.seq
            seen.records[dot] = record
        for kind, table in schema.tables.items():
            names = [column.name for column in table.columns]
            columns = ", ".join(f'"{name}"' for name in names)
            found = (dict(zip(names, row, strict=True)) for row in run(f"SELECT {columns} FROM \"{table.name}\""))
            seen.rows[kind] = {row["no"]: row for row in found}
        for record, no, change in run("SELECT record, field, change FROM head"):
            seen.heads.setdefault((record, no), set()).add(change)
        seen.conflicts = set(run("SELECT record, field FROM conflict"))
        seen.unread = set(run("SELECT record, field FROM unread"))
        seen.waiting = run("SELECT count(*) FROM inbox").fetchone()[0]
        seen.asides = {seen.dot(no << SHIFT).stream: why for no, why in run("SELECT stream, reason FROM aside")}
        seen.alarms = list(run("SELECT kind, office FROM alarm"))
        seen.said = list(run("SELECT replica, stream, upto, rolling FROM said"))
        public = run("SELECT value FROM meta WHERE name = 'public'").fetchone()[0]
        seen.living = {one for (one,) in run("SELECT id FROM replica WHERE office = ? AND NOT superseded", (public,))}
        seen.living.discard(seen.replica)
    return seen


def fingerprint(desk: Desk) -> bytes:
    """A hash over every row of every table: whatever is written shows in it."""
    digest = hashlib.sha256()
    with plainly(desk) as driver:
        tables = driver.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        for (table,) in tables:
            digest.update(table.encode())
            for row in sorted(driver.execute(f'SELECT * FROM "{table}"').fetchall(), key=repr):
                digest.update(repr(row).encode())
    return digest.digest()


def derived(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but `meta`; which change of a record came last (`latest`) depends on the order."""
    found = {}
    with plainly(desk) as driver:
        for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns = [row[1] for row in driver.execute(f'PRAGMA table_info("{name}")') if row[1] != "latest"]
            listed = ", ".join(f'"{one}"' for one in columns)
            found[name] = sorted(driver.execute(f'SELECT {listed} FROM "{name}"').fetchall(), key=repr)
    del found["meta"]
    return found


def every_value(desk: Desk) -> bytes:
    """Everything that stands in the database, one value behind another."""
    parts: list[bytes] = []
    with plainly(desk) as driver:
        tables = driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in driver.execute(f'SELECT * FROM "{table}"'):
                parts += [one if isinstance(one, bytes) else str(one).encode() for one in row]
    return b"\n".join(parts)
