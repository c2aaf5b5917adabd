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
_CHANGES = (
    select(schema.change)
    .where(schema.change.c.record == bindparam("record"))
    .order_by(schema.change.c.arrival, schema.change.c.key)
)
_KIND_WORDS: dict[int, str] = {
    ChangeKind.CREATE: N_("dibuat"),
    ChangeKind.SET: N_("diubah"),
    ChangeKind.DELETE: N_("dihapus"),
    ChangeKind.UNDELETE: N_("dikembalikan"),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one change: its label, the values it replaced and the new one, as kept.

    `said`: the key of the change that said the value; another one where an undo brought a disagreement back.
    """

    field: str
    label: str
    before: tuple[Any, ...]
    after: Any
    said: int


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
    deletes: bool = False


def entries(connection: Connection, record: int, own_replica: bytes) -> list[Entry]:
    """Every change of one record, as they came in here; empty if there is no such record."""
    return Histories(connection, own_replica).of(record)


class Histories:
    """The histories of many records, read within one transaction; names of offices and operators are read once."""

    def __init__(self, connection: Connection, own_replica: bytes) -> None:
        self._connection = connection
        self._own = own_replica
        self._book = StreamBook(connection)
        self._names = _Names(connection, self._book)

    def of(self, record: int) -> list[Entry]:
        """Every change of a record, as they came in here; empty if there is no such record."""
        rows = self._connection.execute(_CHANGES, {"record": record}).all()
        book, names = self._book, self._names
        changes = {row.key: codec.read(row.bytes, book.by_no(row.key >> schema.SHIFT).id) for row in rows}
        return [
            Entry(
                key=row.key,
                arrival=row.arrival,
                at=changes[row.key].claimed,
                office=names.office(row.key),
                operator=names.operator(row.key, changes[row.key].actor),
                kind=_KIND_WORDS.get(changes[row.key].kind, N_("diubah")),
                undoes=_undoes(row.key, changes),
                own=book.by_no(row.key >> schema.SHIFT).replica == self._own,
                fields=tuple(_field_changes(row.key, changes, book)),
                deletes=changes[row.key].kind == ChangeKind.DELETE,
            )
            for row in rows
        ]


def record_of(connection: Connection, change: int) -> int | None:
    """The record that a change is about, None for a change that is not held."""
    found: int | None = connection.execute(
        select(schema.change.c.record).where(schema.change.c.key == change)
    ).scalar_one_or_none()
    return found


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


def _undoes(key: int, known: Mapping[int, Change]) -> bool:
    """Whether a change is of a transaction that takes another back, as the first of it (of this record) tells."""
    while known[key].undoes is None and known[key].follows and key - 1 in known:
        key -= 1
    return known[key].undoes is not None


def _said(key: int, no: int, known: Mapping[int, Change], book: StreamBook) -> int:
    """The change that said a value which stands beside others of its own stream: only an undo brings that about."""
    preds = known[key].preds.get(no)
    beside = (other for other in known if other != key and other >> schema.SHIFT == key >> schema.SHIFT)
    if not preds or not any(known[other].preds.get(no) == preds for other in beside):
        return key
    for settled in (known.get(book.key(dot)) for dot in preds):
        for dot in settled.preds.get(no, ()) if settled is not None else ():
            before = book.key(dot)
            if before in known and known[before].fields.get(no) == known[key].fields[no]:
                return _said(before, no, known, book)
    return key


def _field_changes(key: int, known: Mapping[int, Change], book: StreamBook) -> Iterable[FieldChange]:
    change = known[key]
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
            _said(key, no, known, book),
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
