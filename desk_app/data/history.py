# SPDX-License-Identifier: Apache-2.0
"""The changes of one record, read back with what they replaced and who made them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, select

from desk_app.data import authors, schema
from desk_app.data.database import Connection
from desk_app.data.streams import StreamBook
from desk_app.domain import records, words
from desk_app.journal import codec
from desk_app.journal.change import ALIVE, Change, ChangeKind, Value
from desk_app.journal.streams import Dot

N_ = words.N_

_operator = schema.by_name["operator"]
_OPERATOR_NAME = select(func.max(_operator.c.name)).where(
    _operator.c.office == bindparam("office"), _operator.c.number == bindparam("number")
)
_KIND_WORDS: dict[int, str] = {
    ChangeKind.CREATE: N_("dibuat"),
    ChangeKind.SET: N_("diubah"),
    ChangeKind.DELETE: N_("dihapus"),
    ChangeKind.UNDELETE: N_("dikembalikan"),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one change: its label, the values it replaced and the new one, as kept."""

    field: str
    label: str
    before: tuple[Any, ...]
    after: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of a record. `at`: the author's clock, UTC seconds; `office`, `operator`: names, "" if unknown."""

    key: int
    arrival: int
    at: int
    office: str
    operator: str
    kind: str
    undoes: bool
    own: bool
    fields: tuple[FieldChange, ...]


def entries(connection: Connection, record: int, own_replica: bytes) -> list[Entry]:
    """Every change of one record, as they came in here; empty if there is no such record."""
    rows = connection.execute(
        select(schema.change)
        .where(schema.change.c.record == record)
        .order_by(schema.change.c.arrival, schema.change.c.key)
    ).all()
    book = StreamBook(connection)
    names = _Names(connection, book)
    changes = {row.key: codec.read(row.bytes, book.by_no(row.key >> schema.SHIFT).id) for row in rows}
    return [
        Entry(
            key=row.key,
            arrival=row.arrival,
            at=changes[row.key].claimed,
            office=names.office(row.key),
            operator=names.operator(row.key, changes[row.key].actor),
            kind=_KIND_WORDS.get(changes[row.key].kind, N_("diubah")),
            undoes=changes[row.key].undoes is not None,
            own=book.by_no(row.key >> schema.SHIFT).replica == own_replica,
            fields=tuple(_field_changes(changes[row.key], changes, book)),
        )
        for row in rows
    ]


def kind_of(connection: Connection, record: int) -> int | None:
    """The kind of a record by its first change, None if there is no such record."""
    row = connection.execute(
        select(schema.change.c.key, schema.change.c.bytes).where(schema.change.c.key == record)
    ).first()
    if row is None:
        return None
    return codec.read(row.bytes, StreamBook(connection).by_no(row.key >> schema.SHIFT).id).type


def local(value: Value, book: StreamBook) -> Any:
    """A wire value as the columns hold it: a reference becomes a local record number."""
    return book.key(value) if isinstance(value, Dot) else value


def _field_changes(change: Change, known: Mapping[int, Change], book: StreamBook) -> Iterable[FieldChange]:
    declared = records.TYPES.get(change.type)
    for no, value in change.fields.items():
        field = declared.numbered(no) if declared is not None else None
        before = []
        for dot in change.preds.get(no, ()):
            replaced = known.get(book.key(dot))
            if replaced is not None and no != ALIVE:
                before.append(local(replaced.fields.get(no), book))
        yield FieldChange(
            field.name if field else f"#{no}",
            field.label if field else N_("isian dari versi baru"),
            tuple(before),
            local(value, book),
        )


class _Names:
    """Names of offices and operators for the changes of a history."""

    def __init__(self, connection: Connection, book: StreamBook) -> None:
        self._connection = connection
        self._book = book
        self._offices: dict[bytes, str] = {}
        self._operators: dict[tuple[bytes, int], str] = {}

    def office(self, key: int) -> str:
        replica = self._book.by_no(key >> schema.SHIFT).replica or b""
        if replica not in self._offices:
            self._offices[replica] = authors.office_name(self._connection, self._book, replica)
        return self._offices[replica]

    def operator(self, key: int, actor: int) -> str:
        replica = self._book.by_no(key >> schema.SHIFT).replica or b""
        if (replica, actor) not in self._operators:
            named = {"office": replica.hex(), "number": actor}
            name = self._connection.execute(_OPERATOR_NAME, named).scalar()
            self._operators[replica, actor] = str(name) if name else ""
        return self._operators[replica, actor]
