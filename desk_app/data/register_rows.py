# SPDX-License-Identifier: Apache-2.0
"""Whole registers as workbooks show them: every living row of a kind, and the code that names a row for ever."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from desk_app.data import duplicates, schema
from desk_app.data.database import Connection
from desk_app.data.streams import MASK, StreamBook
from desk_app.domain import records

_LETTERS = 10
"""Hexadecimal letters of a stream's id in a code; streams that share them are told by the kind of the record."""


def rows(connection: Connection, declared: records.RecordType, event: str) -> list[Mapping[str, Any]]:
    """The rows of a kind, the oldest first; those shown with another one are left out."""
    table = schema.by_name[declared.name]
    query = select(table).where(duplicates.counted(table) if "merged_into" in table.c else table.c.alive != 0)
    if "event" in table.c:
        query = query.where(table.c.event == event)
    return [dict(row) for row in connection.execute(query.order_by(table.c.no)).mappings()]


def code(book: StreamBook, no: int) -> str:
    """What names a record in a workbook: the same at every office, and after every edit."""
    return f"{book.by_no(no >> schema.SHIFT).id.hex()[:_LETTERS]}-{no & MASK}"
