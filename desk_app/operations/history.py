# SPDX-License-Identifier: Apache-2.0
"""The history of any record, and undo and redo, which are read from it and written as further changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desk_app.data import arrivals, rows, unit_of_work
from desk_app.data import history as kept
from desk_app.data.database import Connection
from desk_app.domain import errors, records, words
from desk_app.journal import heads
from desk_app.journal.change import Change, ChangeKind
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

Entry = kept.Entry
FieldChange = kept.FieldChange


@dataclass(frozen=True, slots=True)
class Group:
    """A transaction of this operator that can be taken back or brought back."""

    arrival: int
    at: int
    label: str
    title: str


def history(desk: Desk, record: int) -> list[Entry]:
    """Every change of one record, oldest first as they came in here. Raises NotFound."""
    with desk.reading() as connection:
        found = kept.entries(connection, record, desk.identity.replica)
    if not found:
        raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    return found


def find_record(desk: Desk, kind: str, key: tuple[Any, ...]) -> int:
    """The local number of a record by its kind's name and natural key. Raises NotFound."""
    with desk.reading() as connection:
        no = rows.find(connection, records.NAMES[kind], key)
    if no is None:
        raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    return no


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
        done = arrivals.changes_of(unit.connection, arrival)
        if not done:
            raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
        unit.takes_back(unit.book.dot(done[0][0]))
        for key, record in reversed(done):
            change = unit.projector.change(key)
            declared = records.TYPES.get(change.type)
            if declared is None:
                raise errors.Refused(N_("Catatan ini dari versi program yang lebih baru."))
            _reverse(unit, declared, record, key, change)
        arrivals.mark_undone(unit.connection, arrival, unit.arrival)

    with desk.reading() as connection:
        label = arrivals.one(connection, arrival).label
    transact(desk, label, work, kind=kind, undoes=arrival)


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
    return kept.local(shown, unit.book)


def _moved_on(declared: records.RecordType, names: Iterable[str]) -> errors.Refused:
    fields = ", ".join(declared.field(name).label for name in names)
    return errors.Refused(
        N_("Tidak dibatalkan: {field} pada {record} sudah diubah lagi sesudahnya."),
        field=fields,
        record=declared.label,
    )


def _last(desk: Desk, kinds: tuple[str, ...], *, standing_only: bool = True) -> Group | None:
    with desk.reading() as connection:
        found = arrivals.last_of(connection, desk.operator.number, kinds, standing_only=standing_only)
        if found is None:
            return None
        return Group(found.no, found.at, found.label, title_of_group(connection, found.no))


def title_of_group(connection: Connection, arrival: int) -> str:
    """Which record the first change of a transaction is about, in the record's own words."""
    done = arrivals.changes_of(connection, arrival)
    kind = kept.kind_of(connection, done[0][1]) if done else None
    declared = records.TYPES.get(kind or 0)
    if declared is None:
        return ""
    return rows.title(declared, rows.row(connection, declared, done[0][1]))
