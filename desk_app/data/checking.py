# SPDX-License-Identifier: Apache-2.0
"""Proof that a database is sound: rows equal what their changes say, streams verify, digests to compare."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from desk_app.base.progress import Progress, Steps
from desk_app.data import schema
from desk_app.data import streams as stream_rows
from desk_app.data.database import Connection, Database, check_file
from desk_app.data.projection import ALIVE_DISPUTED, ALIVE_NO, ALIVE_YES
from desk_app.data.streams import StreamBook
from desk_app.domain import errors, records, words
from desk_app.journal import codec, digest, heads, streams
from desk_app.journal.change import ALIVE, Change, Value
from desk_app.journal.streams import Dot

N_ = words.N_
_PAGE = 5000


@dataclass(frozen=True, slots=True)
class Sound:
    """What a check went through; `faults` in words, empty when all is sound.

    `attachments`: contents that are here and are what they were; `missing`: contents that have not come, which is no
    fault: they are asked for.
    """

    changes: int
    records: int
    streams: int
    faults: tuple[str, ...]
    attachments: int = 0
    missing: int = 0


def check(store: Database) -> Steps[Sound]:
    """Go through the whole file: SQLite's own check, rolling hashes, and every record against its changes."""
    yield Progress(0, None, N_("Memeriksa berkas"))
    faults = check_file(store.path, store.key)
    with store.reading() as connection:
        total: int = connection.execute(select(func.count()).select_from(schema.change)).scalar_one()
        known = stream_rows.all_streams(connection)
        done = 0
        for one in known:
            rolling = streams.START
            expected = 1
            for row in _changes_of(connection, one.no):
                if row.key != one.key(expected):
                    faults.append(f"stream {one.no}: change {expected} is missing")
                    break
                rolling = streams.advance(rolling, row.bytes)
                expected += 1
                done += 1
                if done % _PAGE == 0:
                    yield Progress(done, total * 2, N_("Memeriksa urutan isian"))
            if one.scope is not None and streams.stream_id(one.replica or b"", one.scope) != one.id:
                faults.append(f"stream {one.no}: its name is not that of its replica and scope")
            if expected - 1 != one.held or rolling != one.rolling:
                faults.append(f"stream {one.no}: holds {expected - 1} changes, its row says {one.held}")
        book = StreamBook(connection)
        count = 0
        faults.extend(_without_changes(connection))
        for record, changes in _by_record(connection, book, faults):
            count += 1
            done += len(changes)
            faults.extend(_compare(connection, book, record, changes))
            if count % _PAGE == 0:
                yield Progress(done, total * 2, N_("Membandingkan catatan dengan isiannya"))
    return Sound(total, count, len(known), tuple(faults))


def held(connection: Connection) -> Iterator[digest.Held]:
    """How much of each stream this database holds."""
    for one in stream_rows.all_streams(connection):
        if one.scope is not None:
            yield digest.Held(one.id, one.scope, one.held, one.rolling)


def _changes_of(connection: Connection, no: int) -> Iterator[Any]:
    first, last = no << schema.SHIFT, (no + 1) << schema.SHIFT
    while True:
        rows = connection.execute(
            select(schema.change.c.key, schema.change.c.bytes)
            .where(schema.change.c.key > first, schema.change.c.key < last)
            .order_by(schema.change.c.key)
            .limit(_PAGE)
        ).all()
        if not rows:
            return
        yield from rows
        first = rows[-1].key


def _without_changes(connection: Connection) -> Iterator[str]:
    """Rows that no change accounts for."""
    explained = select(schema.change.c.record)
    for declared in records.TYPES.values():
        table = schema.tables[declared.no]
        for no in connection.execute(select(table.c.no).where(table.c.no.not_in(explained))).scalars():
            yield f"{declared.name} {no}: has a row and no changes"


def _by_record(
    connection: Connection, book: StreamBook, faults: list[str]
) -> Iterator[tuple[int, dict[int, Change]]]:
    """Each record with all its changes, in the order of record numbers; what cannot be read is a fault."""
    last = -1
    while True:
        numbers = list(
            connection.execute(
                select(schema.change.c.record)
                .where(schema.change.c.record > last)
                .group_by(schema.change.c.record)
                .order_by(schema.change.c.record)
                .limit(_PAGE)
            ).scalars()
        )
        if not numbers:
            return
        found: dict[int, dict[int, Change]] = {}
        for row in connection.execute(
            select(schema.change.c.record, schema.change.c.key, schema.change.c.bytes).where(
                schema.change.c.record >= numbers[0], schema.change.c.record <= numbers[-1]
            )
        ):
            try:
                change = codec.decode(row.bytes, book.by_no(row.key >> schema.SHIFT).id)
            except codec.BadBytes as fault:
                faults.append(f"change {row.key}: {fault}")
                continue
            found.setdefault(row.record, {})[row.key] = change
        for record in numbers:
            if record in found:
                yield record, found[record]
        last = numbers[-1]


def _compare(
    connection: Connection, book: StreamBook, record: int, changes: dict[int, Change]
) -> Iterator[str]:
    """The record's row against `journal.heads.record_state` over its changes."""
    kind = next(iter(changes.values())).type
    declared = records.TYPES.get(kind)
    if declared is None:
        return
    table = schema.tables[kind]
    row = connection.execute(select(table).where(table.c.no == record)).mappings().one_or_none()
    if row is None:
        yield f"{declared.name} {record}: has changes and no row"
        return
    named = next((one.record for one in changes.values() if isinstance(one.record, tuple)), ())
    for field, part in zip(declared.key, named, strict=False):
        if row[field.name] != (book.key(part) if isinstance(part, Dot) else part):
            yield f"{declared.name} {record}.{field.name}: row {row[field.name]!r}, changes say {part!r}"
    state = heads.record_state({book.dot(key): change for key, change in changes.items()})
    for field in declared.fields:
        told = state.get(field.no)
        shown = told.shown if told is not None else None
        value = None if not _readable(field, shown) else book.key(shown) if isinstance(shown, Dot) else shown
        if row[field.name] != value:
            yield f"{declared.name} {record}.{field.name}: row {row[field.name]!r}, changes say {value!r}"
    alive = state.get(ALIVE)
    expected = ALIVE_YES
    if alive is not None:
        expected = ALIVE_DISPUTED if alive.disputed else ALIVE_YES if alive.shown else ALIVE_NO
    if row["alive"] != expected:
        yield f"{declared.name} {record}: alive {row['alive']}, changes say {expected}"
    disputed = {no for no, told in state.items() if told.disputed}
    if disputed or len(changes) > 1:
        listed = set(
            connection.execute(
                select(schema.conflict.c.field).where(schema.conflict.c.record == record)
            ).scalars()
        )
        if listed != disputed:
            yield f"{declared.name} {record}: disagreements {sorted(listed)}, changes say {sorted(disputed)}"
        kept: dict[int, set[int]] = {}
        for head in connection.execute(select(schema.head).where(schema.head.c.record == record)):
            kept.setdefault(head.field, set()).add(head.change)
        for no, told in state.items():
            # A field that the record's first change set and nothing replaced needs no row.
            if kept.get(no, {record}) != {book.key(dot) for dot in told.heads}:
                yield f"{declared.name} {record}: heads of field {no} are not what the changes say"


def _readable(field: records.Field, value: Value) -> bool:
    if value is None or isinstance(value, Dot) or field.kind is records.FieldKind.RECORD:
        return value is None or isinstance(value, Dot) == (field.kind is records.FieldKind.RECORD)
    try:
        return bool(field.check(value) == value)
    except errors.Refused:
        return False
