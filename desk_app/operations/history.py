# SPDX-License-Identifier: Apache-2.0
"""The history of any record, and undo and redo, which are read from it and written as further changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desk_app.data import arrivals, rows, unit_of_work
from desk_app.data import history as kept
from desk_app.data.database import Connection
from desk_app.data.projection import ALIVE_YES, State
from desk_app.domain import errors, records, words
from desk_app.journal import heads
from desk_app.journal.change import ALIVE, Change, ChangeKind
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
    kind: str = ""
    """The name of the kind of the record which `title` is about."""


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


def kind_name(desk: Desk, record: int) -> str:
    """The name of the kind of a record (`records.NAMES`), "" for one of a newer version. Raises NotFound."""
    with desk.reading() as connection:
        kind = kept.kind_of(connection, record)
    if kind is None:
        raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    return records.TYPES[kind].name if kind in records.TYPES else ""


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
        reversal = _Reversal(unit, arrival)
        for key, record in reversed(done):
            change = unit.projector.change(key)
            declared = records.TYPES.get(change.type)
            if declared is None:
                raise errors.Refused(N_("Catatan ini dari versi program yang lebih baru."))
            reversal.reverse(declared, record, key, change)
        arrivals.mark_undone(unit.connection, arrival, unit.arrival)

    with desk.reading() as connection:
        label = arrivals.one(connection, arrival).label
    transact(desk, label, work, kind=kind, undoes=arrival)


class _Reversal:
    """The reversal of one transaction inside another.

    A field may be taken back where the change to be reversed still stands, or where all that came after it was
    itself taken back: an undo or redo stands for what it restored.
    """

    def __init__(self, unit: unit_of_work.Unit, arrival: int) -> None:
        self._unit = unit
        self._arrival = arrival
        self._restored: dict[tuple[int, int], set[int]] = {}
        """(change written here, field) → the changes whose values it brought back."""

    def reverse(self, declared: records.RecordType, record: int, key: int, change: Change) -> None:
        state = self._unit.projector.state(record, declared.no)
        if change.kind == ChangeKind.DELETE:
            self._require_still(declared, state, ALIVE, key, declared.title)
            self._unit.undelete(declared, record)
            self._note(state, change, (ALIVE,))
        elif change.kind == ChangeKind.UNDELETE or record == key:
            if change.kind == ChangeKind.UNDELETE:
                self._require_still(declared, state, ALIVE, key, declared.title)
            self._require_nothing_newer(declared, state)
            self._unit.delete(declared, record)
            self._note(state, change, (ALIVE,))
        else:
            values: dict[str, Any] = {}
            for no in change.fields:
                field = declared.numbered(no)
                if field is not None:
                    self._require_still(declared, state, no, key, (field.name,))
                    values[field.name] = _replaced_value(self._unit, change, no)
            self._unit.set(declared, record, values, even_equal=True)
            self._note(state, change, change.fields)

    def _note(self, state: State, change: Change, fields: Iterable[int]) -> None:
        for no in fields:
            replaced = {self._unit.book.key(dot) for dot in change.preds.get(no, ())}
            self._restored.update({(key, no): replaced for key in state.standing(no)})

    def _require_still(
        self, declared: records.RecordType, state: State, no: int, key: int, names: Iterable[str]
    ) -> None:
        standing = set[int]().union(*(self._origins(state.no, no, head) for head in state.standing(no)))
        if standing != self._origins(state.no, no, key):
            raise _moved_on(declared, names)

    def _require_nothing_newer(self, declared: records.RecordType, state: State) -> None:
        """A record goes only with what this transaction and older ones have said of it."""
        if state.alive != ALIVE_YES:
            raise _moved_on(declared, declared.title)
        for no in {field.no for field in declared.fields} | (set(state.heads) - {ALIVE}):
            for head in state.standing(no):
                origins = self._origins(state.no, no, head)
                if any(arrivals.of_change(self._unit.connection, one) > self._arrival for one in origins):
                    field = declared.numbered(no)
                    raise _moved_on(declared, (field.name,) if field else declared.title)

    def _origins(self, record: int, no: int, key: int) -> set[int]:
        """The changes whose value a change stands for: itself, or what it restored by taking others back."""
        restored = self._restored.get((key, no))
        if restored is None:
            for other in arrivals.taken_back(self._unit.connection, key, record):
                change = self._unit.projector.change(other)
                if no in heads.fields_of(change):
                    restored = {self._unit.book.key(dot) for dot in change.preds.get(no, ())}
                    break
        if restored is None:
            return {key}
        return set[int]().union(*(self._origins(record, no, one) for one in restored))


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
        return Group(found.no, found.at, found.label, *title_of_group(connection, found.no))


def title_of_group(connection: Connection, arrival: int) -> tuple[str, str]:
    """Which record the first change of a transaction is about, in the record's own words, and its kind."""
    done = arrivals.changes_of(connection, arrival)
    kind = kept.kind_of(connection, done[0][1]) if done else None
    declared = records.TYPES.get(kind or 0)
    if declared is None:
        return "", ""
    return rows.title(declared, rows.row(connection, declared, done[0][1])), declared.name
