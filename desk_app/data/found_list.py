# SPDX-License-Identifier: Apache-2.0
"""What else can be found by typing beside places: records of every kind that is declared `found_by`."""

import functools
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, bindparam, select

from desk_app.data import duplicates, record_words, schema
from desk_app.data.database import Connection
from desk_app.domain import records

_issue = schema.by_name["issue"]


def rows(
    connection: Connection, declared: records.RecordType, event: str, words: Sequence[str], limit: int
) -> list[Any]:
    """The rows of a kind in whose words each of these begins one, the newest first; of what was merged the kept one."""
    found = record_words.numbers(connection, declared, event, words, limit)
    return _newest_first(connection, _living(declared.name), found)


def issues(connection: Connection, event: str, words: Sequence[str], limit: int) -> list[Any]:
    """Issues, each under its own number, the newest first.

    `kept`, `shown_as`: record and number of the one with which it is shown, None where that is itself.
    """
    found = record_words.numbers(connection, records.ISSUE, event, words, limit)
    return _newest_first(connection, _issues(), found)


@functools.cache
def _living(name: str) -> Select[Any]:
    table = schema.by_name[name]
    counts = duplicates.counted(table) if "merged_into" in table.c else table.c.alive != 0
    return select(table).where(table.c.no.in_(bindparam("found", expanding=True)), counts)


@functools.cache
def _issues() -> Select[Any]:
    into = _issue.alias()
    return (
        select(_issue, into.c.no.label("kept"), into.c.number.label("shown_as"))
        .select_from(_issue)
        .outerjoin(schema.merged, schema.merged.c.record == _issue.c.no)
        .outerjoin(into, into.c.no == schema.merged.c.kept)
        .where(_issue.c.no.in_(bindparam("found", expanding=True)))
    )


def _newest_first(connection: Connection, query: Select[Any], found: list[int]) -> list[Any]:
    if not found:
        return []
    return sorted(connection.execute(query, {"found": found}), key=lambda row: -row.no)
