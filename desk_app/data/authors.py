# SPDX-License-Identifier: Apache-2.0
"""Who made a change and when, for many changes at once: "Operator 2, Desk Tempe, 13.05"."""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import bindparam, select

from desk_app.data import schema
from desk_app.data.streams import StreamBook
from desk_app.journal import codec

_office = schema.by_name["office"]
_operator = schema.by_name["operator"]
_CHUNK = 400
_BODIES = select(schema.change.c.key, schema.change.c.bytes).where(
    schema.change.c.key.in_(bindparam("keys", expanding=True))
)
_OFFICE = select(_office.c.name).where(_office.c.replica == bindparam("replica"))
_OPERATOR = select(_operator.c.name).where(
    _operator.c.office == bindparam("office"), _operator.c.number == bindparam("number")
)


@dataclass(frozen=True, slots=True)
class Authored:
    """`at`: the author's clock (seconds UTC); `operator` and `office` are names, "" if they are not known here."""

    at: int
    operator: str
    office: str


def of_changes(connection: sqlalchemy.Connection, keys: Iterable[int]) -> dict[int, Authored]:
    """The authors of changes by their local keys (`latest` of a record's row)."""
    book = StreamBook(connection)
    offices: dict[bytes, str] = {}
    operators: dict[tuple[bytes, int], str] = {}
    found: dict[int, Authored] = {}
    wanted = sorted(set(keys))
    for start in range(0, len(wanted), _CHUNK):
        for row in connection.execute(_BODIES, {"keys": wanted[start : start + _CHUNK]}):
            stream = book.by_no(row.key >> schema.SHIFT)
            change = codec.read(row.bytes, stream.id)
            replica = stream.replica or b""
            if replica not in offices:
                offices[replica] = str(connection.execute(_OFFICE, {"replica": replica}).scalar() or "")
            actor = (replica, change.actor)
            if actor not in operators:
                named = {"office": replica.hex(), "number": change.actor}
                operators[actor] = str(connection.execute(_OPERATOR, named).scalar() or "")
            found[row.key] = Authored(change.claimed, operators[actor], offices[replica])
    return found
