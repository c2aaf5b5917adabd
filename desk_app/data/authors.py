# SPDX-License-Identifier: Apache-2.0
"""Who made a change and when, for many changes at once: "Operator 2, Desk Tempe, 13.05"."""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import bindparam, select

from desk_app.data import schema
from desk_app.data.streams import StreamBook
from desk_app.domain import records
from desk_app.journal import codec

_office = schema.by_name["office"]
_operator = schema.by_name["operator"]
_CHUNK = 400
_BODIES = select(schema.change.c.key, schema.change.c.bytes).where(
    schema.change.c.key.in_(bindparam("keys", expanding=True))
)
_OFFICE = select(_office.c.name).where(_office.c.replica == bindparam("replica"))
_ANNOUNCEMENTS = select(schema.change.c.key, schema.change.c.bytes, _office.c.name).join(
    _office, _office.c.no == schema.change.c.record
)
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
                offices[replica] = office_name(connection, book, replica)
            actor = (replica, change.actor)
            if actor not in operators:
                named = {"office": replica.hex(), "number": change.actor}
                operators[actor] = str(connection.execute(_OPERATOR, named).scalar() or "")
            found[row.key] = Authored(change.claimed, operators[actor], offices[replica])
    return found


def office_name(connection: sqlalchemy.Connection, book: StreamBook, replica: bytes) -> str:
    """The name of the office that a replica writes or wrote for, "" if it was not announced here.

    After a restored backup the office's record names its new replica; the old one stands in the record's changes.
    """
    name = connection.execute(_OFFICE, {"replica": replica}).scalar()
    if name is None:
        field = records.OFFICE.field("replica").no
        for row in connection.execute(_ANNOUNCEMENTS):
            change = codec.read(row.bytes, book.by_no(row.key >> schema.SHIFT).id)
            if change.fields.get(field) == replica:
                name = row.name
    return str(name or "")
