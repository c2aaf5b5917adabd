# SPDX-License-Identifier: Apache-2.0
"""Data berbeda: where offices typed different values, both shown with who and when, until somebody decides."""

from dataclasses import dataclass
from typing import Any

from desk_app.data import history as kept
from desk_app.data import rows, unit_of_work
from desk_app.domain import errors, records, words
from desk_app.journal.change import ALIVE
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values: as kept, by which office and operator, at what hour by their clock. `key` names it."""

    key: int
    value: Any
    office: str
    operator: str
    at: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One field of one record on which offices differ; `field` is its name, "" for deleted-against-edited."""

    record: int
    kind: str
    title: str
    field: str
    label: str
    shown: Any
    sides: tuple[Side, ...]


def open_ones(desk: Desk) -> list[Disagreement]:
    """Every disagreement that waits for a decision."""
    found = []
    with desk.reading() as connection:
        for record, no, kind in rows.disputes(connection):
            declared = records.TYPES.get(kind)
            field = declared.numbered(no) if declared is not None else None
            if declared is None or (field is None and no != ALIVE):
                continue
            columns = rows.row(connection, declared, record)
            entries = {entry.key: entry for entry in kept.entries(connection, record, desk.identity.replica)}
            sides = []
            for key in sorted(rows.standing_changes(connection, record, no)):
                entry = entries[key]
                value = next(
                    (one.after for one in entry.fields if field and one.field == field.name), entry.kind
                )
                sides.append(Side(key, value, entry.office, entry.operator, entry.at))
            found.append(
                Disagreement(
                    record=record,
                    kind=declared.name,
                    title=rows.title(declared, columns),
                    field=field.name if field else "",
                    label=field.label if field else N_("Dihapus, tetapi ada perubahan"),
                    shown=columns[field.name] if field else None,
                    sides=tuple(sides),
                )
            )
    return found


def decide(desk: Desk, record: int, kind: str, field: str, value: Any) -> None:
    """Settle a disagreement with one of the values or the right one; it replaces all that stood.

    For deleted-against-edited (`field` "") `value` True keeps the record, False deletes it for good.
    """
    declared = records.NAMES[kind]

    def work(unit: unit_of_work.Unit) -> None:
        state = unit.projector.state(record, declared.no)
        if not field:
            unit.undelete(declared, record)
            if not value:
                unit.delete(declared, record)
            return
        if state.alive == 0:
            raise errors.NotFound(N_("Catatan ini sudah dihapus."))
        unit.set(declared, record, {field: value})

    transact(desk, N_("Data berbeda diputuskan"), work)
