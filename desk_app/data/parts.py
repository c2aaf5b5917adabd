# SPDX-License-Identifier: Apache-2.0
"""What is deleted as a whole with its parts: which parts live, which went with it, which were left behind.

A deletion takes the parts that it has seen. A living part of a deleted record is therefore one that its author wrote
without knowing of the deletion, at every office alike (decision 0021).
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from desk_app.data import schema
from desk_app.data.database import Connection
from desk_app.data.record_states import ALIVE_NO, ALIVE_YES
from desk_app.domain import records

OF: dict[int, tuple[records.RecordType, ...]] = {
    records.ISSUE.no: (records.FOLLOW_UP, records.ISSUE_PLACE, records.ISSUE_LINK, records.ATTACHMENT),
    records.ACTIVITY.no: (records.ATTENDANCE, records.VISIT, records.ATTACHMENT),
    records.SHIPMENT.no: (records.SHIPMENT_LINE, records.ATTACHMENT),
}
"""By the number of a kind the kinds that are nothing without it; what only names it stays."""

_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Left:
    """A living part whose whole is deleted: record and kind of both."""

    part: int
    part_kind: int
    whole: int
    whole_kind: int


def living(connection: Connection, declared: records.RecordType, whole: int) -> list[tuple[records.RecordType, int]]:
    """The parts of a record that are not deleted."""
    return [
        (kind, row.no)
        for kind in OF.get(declared.no, ())
        for row in _parts(connection, kind, [whole])
        if row.alive != ALIVE_NO
    ]


def deleted(connection: Connection, declared: records.RecordType, whole: int) -> list[tuple[records.RecordType, int]]:
    """The parts of a record that are deleted, with it or before; of an issue those that are merged with it as well."""
    found = [
        (kind, row.no)
        for kind in OF.get(declared.no, ())
        for row in _parts(connection, kind, [whole])
        if row.alive == ALIVE_NO
    ]
    table = schema.tables[declared.no]
    if "merged_into" in table.c:
        into = select(table.c.merged_into).where(table.c.no == whole).scalar_subquery()
        query = select(table.c.no).where(
            table.c.alive == ALIVE_NO, (table.c.merged_into == whole) | (table.c.no == into), table.c.no != whole
        )
        found += [(declared, no) for no in connection.execute(query).scalars()]
    return found


def left(connection: Connection) -> list[Left]:
    """Every part that was left behind, kind by kind; what offices differ about anyway is told there."""
    found: list[Left] = []
    for whole_kind, kinds in OF.items():
        gone = _gone(connection, whole_kind)
        for start in range(0, len(gone), _CHUNK):
            for kind in kinds:
                rows = _parts(connection, kind, gone[start : start + _CHUNK])
                found += [Left(row.no, kind.no, row.whole, whole_kind) for row in rows if row.alive == ALIVE_YES]
    return found


def whole_of(connection: Connection, declared: records.RecordType, part: int) -> tuple[records.RecordType, int] | None:
    """The record that a part is nothing without, with its kind; None for what stands by itself."""
    for whole_kind, kinds in OF.items():
        if declared not in kinds:
            continue
        table, whole = schema.tables[declared.no], schema.tables[whole_kind]
        query = (
            select(whole.c.no)
            .join(schema.change, schema.change.c.record == whole.c.no)
            .join(table, table.c[declared.parent] == schema.change.c.key)
            .where(table.c.no == part)
        )
        no = connection.execute(query).scalar_one_or_none()
        if no is not None:
            return records.TYPES[whole_kind], no
    return None


def _gone(connection: Connection, kind: int) -> list[int]:
    table = schema.tables[kind]
    return list(connection.execute(select(table.c.no).where(table.c.alive == ALIVE_NO)).scalars())


def _parts(connection: Connection, kind: records.RecordType, wholes: list[int]) -> list[Any]:
    """The parts of a kind of some records, whichever of their changes they name."""
    table = schema.tables[kind.no]
    query = (
        select(table.c.no, table.c.alive, schema.change.c.record.label("whole"))
        .join(schema.change, schema.change.c.key == table.c[kind.parent])
        .where(schema.change.c.record.in_(wholes))
        .order_by(table.c.no)
    )
    return list(connection.execute(query))
