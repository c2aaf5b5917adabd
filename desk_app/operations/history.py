# SPDX-License-Identifier: Apache-2.0
"""The history of any record in words: who, when, what, and which value was replaced — and undo, read from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy
from sqlalchemy import bindparam, func, select, update

from desk_app.data import schema, unit_of_work
from desk_app.data.streams import StreamBook
from desk_app.domain import errors, records, words
from desk_app.journal import codec, heads
from desk_app.journal.change import ALIVE, Change, ChangeKind, Value
from desk_app.journal.streams import Dot
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

UNDOABLE = ("edit", "undo", "redo")


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


@dataclass(frozen=True, slots=True)
class Group:
    """A transaction of this operator that can be taken back or brought back."""

    arrival: int
    at: int
    label: str
    title: str


def history(desk: Desk, record: int) -> list[Entry]:
    """Every change of one record, oldest first as they came in here."""
    with desk.reading() as connection:
        rows = connection.execute(
            select(schema.change, schema.arrival.c.at)
            .join(schema.arrival, schema.arrival.c.no == schema.change.c.arrival)
            .where(schema.change.c.record == record)
            .order_by(schema.change.c.arrival, schema.change.c.key)
        ).all()
        if not rows:
            raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
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
                kind=_kind_word(changes[row.key]),
                undoes=changes[row.key].undoes is not None,
                own=book.by_no(row.key >> schema.SHIFT).replica == desk.identity.replica,
                fields=tuple(_field_changes(changes[row.key], changes, book)),
            )
            for row in rows
        ]


def next_undo(desk: Desk) -> Group | None:
    """The transaction that Ctrl+Z would take back: this operator's last one that still stands."""
    return _last(desk, ("edit", "redo"))


def next_redo(desk: Desk) -> Group | None:
    """The transaction that Ctrl+Y would bring back: an undo after which nothing new was typed."""
    undone = _last(desk, ("undo",))
    edited = _last(desk, ("edit",), standing_only=False)
    if undone is None or (edited is not None and edited.arrival > undone.arrival):
        return None
    return undone


def undo(desk: Desk) -> Group:
    """Take back the operator's last transaction by further changes. Raises Refused when it cannot be."""
    group = next_undo(desk)
    if group is None:
        raise errors.Refused(N_("Tidak ada yang dapat dibatalkan."))
    take_back(desk, group.arrival, "undo")
    return group


def redo(desk: Desk) -> Group:
    """Bring back what the last undo took away."""
    group = next_redo(desk)
    if group is None:
        raise errors.Refused(N_("Tidak ada yang dapat diulangi."))
    take_back(desk, group.arrival, "redo")
    return group


def take_back(desk: Desk, arrival: int, kind: str) -> None:
    """Reverse every change of one local transaction, newest first; nothing is done if one field moved on since."""

    def work(unit: unit_of_work.Unit) -> None:
        rows = unit.connection.execute(
            select(schema.change).where(schema.change.c.arrival == arrival).order_by(schema.change.c.key.desc())
        ).all()
        if not rows:
            raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
        book = unit.book
        done = [(row.record, row.key, unit.projector.change(row.key)) for row in rows]
        unit.takes_back(book.dot(rows[-1].key))
        for record, key, change in done:
            declared = records.TYPES.get(change.type)
            if declared is None:
                raise errors.Refused(N_("Catatan ini dari versi program yang lebih baru."))
            _reverse(unit, declared, record, key, change)
        unit.connection.execute(
            update(schema.arrival).where(schema.arrival.c.no == arrival).values(undone_by=unit.arrival)
        )

    transact(desk, _label(desk, arrival), work, kind=kind, undoes=arrival)


def _reverse(
    unit: unit_of_work.Unit, declared: records.RecordType, record: int, key: int, change: Change
) -> None:
    state = unit.projector.state(record, declared.no)
    if change.kind == ChangeKind.DELETE:
        unit.undelete(declared, record)
        return
    first = record == key
    if change.kind == ChangeKind.UNDELETE or first:
        if first and any(set(state.standing(no)) - {key} for no in change.fields):
            raise _moved_on(declared, declared.title)
        unit.delete(declared, record)
        return
    values: dict[str, Any] = {}
    for no in change.fields:
        field = declared.numbered(no)
        if field is None:
            continue
        if set(state.standing(no)) != {key}:
            raise _moved_on(declared, (field.name,))
        values[field.name] = _replaced_value(unit, change, no)
    unit.set(declared, record, values)


def _replaced_value(unit: unit_of_work.Unit, change: Change, no: int) -> Any:
    replaced = [unit.book.key(dot) for dot in change.preds.get(no, ())]
    if not replaced:
        return None
    shown = heads.winner(
        heads.Head(unit.book.dot(key), heads.value_of(one, no), one.depth)
        for key in replaced
        for one in [unit.projector.change(key)]
    ).value
    return _local(shown, unit.book)


def _moved_on(declared: records.RecordType, names: Iterable[str]) -> errors.Refused:
    fields = ", ".join(declared.field(name).label for name in names)
    return errors.Refused(
        N_("Tidak dibatalkan: {field} pada {record} sudah diubah lagi sesudahnya."),
        field=fields,
        record=declared.label,
    )


def _last(desk: Desk, kinds: tuple[str, ...], *, standing_only: bool = True) -> Group | None:
    table = schema.arrival
    query = (
        select(table)
        .where(table.c.actor == desk.operator.number, table.c.kind.in_(kinds))
        .order_by(table.c.no.desc())
        .limit(1)
    )
    if standing_only:
        query = query.where(table.c.undone_by.is_(None))
    with desk.reading() as connection:
        row = connection.execute(query).first()
        if row is None:
            return None
        return Group(row.no, row.at, row.label, title_of_group(connection, row.no))


def title_of_group(connection: sqlalchemy.Connection, arrival: int) -> str:
    """Which record the first change of a transaction is about, in the record's own words."""
    row = connection.execute(
        select(schema.change.c.record, schema.change.c.key, schema.change.c.bytes)
        .where(schema.change.c.arrival == arrival)
        .order_by(schema.change.c.key)
        .limit(1)
    ).first()
    if row is None:
        return ""
    book = StreamBook(connection)
    change = codec.read(row.bytes, book.by_no(row.key >> schema.SHIFT).id)
    return title(connection, change.type, row.record)


def title(connection: sqlalchemy.Connection, kind: int, record: int) -> str:
    """What a person calls a record: its title fields."""
    declared = records.TYPES.get(kind)
    if declared is None:
        return ""
    table = schema.tables[kind]
    row = connection.execute(
        select(*(table.c[name] for name in declared.title)).where(table.c.no == record)
    ).first()
    return " · ".join(str(part) for part in row if part is not None) if row else ""


def find_record(desk: Desk, kind: str, key: tuple[Any, ...]) -> int:
    """The local number of a record by its kind's name and natural key. Raises NotFound."""
    declared = records.NAMES[kind]
    table = schema.by_name[kind]
    with desk.reading() as connection:
        no: int | None = connection.execute(
            select(table.c.no).where(
                *(table.c[field.name] == part for field, part in zip(declared.key, key, strict=True))
            )
        ).scalar_one_or_none()
    if no is None:
        raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    return no


def _label(desk: Desk, arrival: int) -> str:
    with desk.reading() as connection:
        label: str = connection.execute(
            select(schema.arrival.c.label).where(schema.arrival.c.no == arrival)
        ).scalar_one()
        return label


def _kind_word(change: Change) -> str:
    words_of: dict[int, str] = {
        ChangeKind.CREATE: N_("dibuat"),
        ChangeKind.SET: N_("diubah"),
        ChangeKind.DELETE: N_("dihapus"),
        ChangeKind.UNDELETE: N_("dikembalikan"),
    }
    return words_of.get(change.kind, N_("diubah"))


def _field_changes(change: Change, known: Mapping[int, Change], book: StreamBook) -> Iterable[FieldChange]:
    declared = records.TYPES.get(change.type)
    for no, value in change.fields.items():
        field = declared.numbered(no) if declared is not None else None
        before = []
        for dot in change.preds.get(no, ()):
            replaced = known.get(book.key(dot))
            if replaced is not None and no != ALIVE:
                before.append(_local(replaced.fields.get(no), book))
        yield FieldChange(
            field.name if field else f"#{no}",
            field.label if field else N_("isian dari versi baru"),
            tuple(before),
            _local(value, book),
        )


def _local(value: Value, book: StreamBook) -> Any:
    return book.key(value) if isinstance(value, Dot) else value


class _Names:
    """Names of offices and operators for the changes of a history."""

    def __init__(self, connection: sqlalchemy.Connection, book: StreamBook) -> None:
        self._connection = connection
        self._book = book
        self._offices: dict[bytes, str] = {}
        self._operators: dict[tuple[bytes, int], str] = {}

    def office(self, key: int) -> str:
        replica = self._book.by_no(key >> schema.SHIFT).replica or b""
        if replica not in self._offices:
            name = self._connection.execute(_OFFICE_NAME, {"replica": replica}).scalar()
            self._offices[replica] = str(name) if name else ""
        return self._offices[replica]

    def operator(self, key: int, actor: int) -> str:
        replica = self._book.by_no(key >> schema.SHIFT).replica or b""
        if (replica, actor) not in self._operators:
            name = self._connection.execute(
                _OPERATOR_NAME, {"office": replica.hex(), "number": actor}
            ).scalar()
            self._operators[replica, actor] = str(name) if name else ""
        return self._operators[replica, actor]


_office = schema.by_name["office"]
_operator = schema.by_name["operator"]
_OFFICE_NAME = select(func.max(_office.c.name)).where(_office.c.replica == bindparam("replica"))
_OPERATOR_NAME = select(func.max(_operator.c.name)).where(
    _operator.c.office == bindparam("office"), _operator.c.number == bindparam("number")
)
