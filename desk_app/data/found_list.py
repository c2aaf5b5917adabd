# SPDX-License-Identifier: Apache-2.0
"""What else can be found by typing beside places: records of every kind that is declared `found_by`."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import case, select

from desk_app.data import duplicates, record_words, schema
from desk_app.data.database import Connection
from desk_app.domain import records

_issue = schema.by_name["issue"]


def rows(
    connection: Connection, declared: records.RecordType, event: str, words: Sequence[str], limit: int
) -> list[Any]:
    """The rows of a kind in whose words each of these begins one, the newest first; of what was merged the kept one."""
    found = record_words.numbers(connection, declared, event, words, limit)
    table = schema.by_name[declared.name]
    counts = duplicates.counted(table) if "merged_into" in table.c else table.c.alive != 0
    return _in_order(connection, select(table).where(table.c.no.in_(found), counts), table, found)


def issues(connection: Connection, event: str, words: Sequence[str], limit: int) -> list[Any]:
    """Issues, each under its own number, the newest first.

    `kept`, `shown_as`: record and number of the one with which it is shown, None where that is itself.
    """
    found = record_words.numbers(connection, records.ISSUE, event, words, limit)
    into = _issue.alias()
    query = (
        select(_issue, into.c.no.label("kept"), into.c.number.label("shown_as"))
        .select_from(_issue)
        .outerjoin(schema.merged, schema.merged.c.record == _issue.c.no)
        .outerjoin(into, into.c.no == schema.merged.c.kept)
        .where(_issue.c.no.in_(found))
    )
    return _in_order(connection, query, _issue, found)


def _in_order(connection: Connection, query: Any, table: Any, found: list[int]) -> list[Any]:
    if not found:
        return []
    place = case({no: place for place, no in enumerate(found)}, value=table.c.no)
    return list(connection.execute(query.order_by(place)))
