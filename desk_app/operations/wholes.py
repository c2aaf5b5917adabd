# SPDX-License-Identifier: Apache-2.0
"""An issue, an activity or a shipment deleted and brought back with all that is nothing without it (decision 0021)."""

from collections.abc import Iterator

from desk_app.data import parts, schema, unit_of_work
from desk_app.data.record_states import ALIVE_NO
from desk_app.domain import records
from desk_app.journal.change import ALIVE, Change, ChangeKind


def delete(unit: unit_of_work.Unit, declared: records.RecordType, no: int) -> None:
    """Delete a record with its parts. What another office wrote of one meanwhile then stands against it for all."""
    unit.delete(declared, no)  # first: a transaction is named after its first record
    unit.flush()
    for kind, part in parts.living(unit.connection, declared, no):
        unit.delete(kind, part)


def bring_back(unit: unit_of_work.Unit, declared: records.RecordType, no: int) -> None:
    """Let a record live again with what was deleted together with it; what was deleted by itself stays so."""
    unit.flush()
    together = _deletions(unit, declared, no)
    unit.undelete(declared, no)
    for kind, part in parts.deleted(unit.connection, declared, no):
        if not together & _deletions(unit, kind, part):
            continue
        if kind is declared:
            bring_back(unit, kind, part)
        else:
            unit.undelete(kind, part)


def bring_back_of(unit: unit_of_work.Unit, declared: records.RecordType, part: int) -> int | None:
    """Let the record live again that a part is nothing without, if it is deleted; returns its number then."""
    unit.flush()
    found = parts.whole_of(unit.connection, declared, part)
    if found is None or unit.projector.state(found[1], found[0].no).alive != ALIVE_NO:
        return None
    bring_back(unit, *found)
    return found[1]


def _deletions(unit: unit_of_work.Unit, declared: records.RecordType, no: int) -> set[tuple[bytes, int]]:
    """By which computer and when a record was deleted, where it is: one transaction has one time."""
    state = unit.projector.state(no, declared.no)
    if state.alive != ALIVE_NO and not state.heads.get(ALIVE):
        return set()
    return {
        (unit.book.by_no(key >> schema.SHIFT).replica or b"", change.claimed)
        for key, change in _standing(unit, state.standing(ALIVE))
        if change.kind == ChangeKind.DELETE
    }


def _standing(unit: unit_of_work.Unit, keys: dict[int, int]) -> Iterator[tuple[int, Change]]:
    for key in keys:
        yield key, unit.projector.change(key)
