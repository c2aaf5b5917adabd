# SPDX-License-Identifier: Apache-2.0
"""What an office has written: each change with its stream."""

from sqlalchemy import select

from desk_app.data import schema, streams
from desk_app.journal import codec
from desk_app.journal.change import Change
from tests.data.offices import Office


def written(one: Office) -> list[tuple[streams.Stream, Change]]:
    """All of them, in the order of their keys."""
    with one.store.reading() as connection:
        book = streams.StreamBook(connection)
        return [
            (book.by_no(row.key >> schema.SHIFT), codec.decode(row.bytes, book.by_no(row.key >> schema.SHIFT).id))
            for row in connection.execute(select(schema.change).order_by(schema.change.c.key))
        ]
