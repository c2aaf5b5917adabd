# SPDX-License-Identifier: Apache-2.0
"""Which issues the operator at the keyboard wrote down, and which role he has: what the restricted view hangs on."""

from collections.abc import Iterable

from sqlalchemy import bindparam, select

from desk_app.data import account_list, schema
from desk_app.data.database import Connection
from desk_app.data.streams import StreamBook
from desk_app.journal import codec

_CHUNK = 400
_BODIES = select(schema.change.c.key, schema.change.c.bytes).where(
    schema.change.c.key.in_(bindparam("keys", expanding=True))
)


def role(connection: Connection, place: str, replica: bytes, number: int) -> str:
    """The role of an operator of this computer; "" where none was written."""
    listed = account_list.operators(connection, place, replica)
    return next((one.role for one in listed if one.number == number), "")


def written_by(connection: Connection, records: Iterable[int], replica: bytes, number: int) -> frozenset[int]:
    """Those of some free records that this operator made at this computer."""
    book = StreamBook(connection)
    wanted = sorted(no for no in set(records) if book.by_no(no >> schema.SHIFT).replica == replica)
    found: set[int] = set()
    for start in range(0, len(wanted), _CHUNK):
        for row in connection.execute(_BODIES, {"keys": wanted[start : start + _CHUNK]}):
            change = codec.read(row.bytes, book.by_no(row.key >> schema.SHIFT).id)
            if change.actor == number:
                found.add(row.key)
    return frozenset(found)
