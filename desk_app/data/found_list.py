# SPDX-License-Identifier: Apache-2.0
"""What else can be found by typing beside places: issues, members, lines of the book, papers."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from desk_app.data import duplicates, schema
from desk_app.data.database import Connection

_issue = schema.by_name["issue"]
_member = schema.by_name["member"]
_line = schema.by_name["log_entry"]
_printed = schema.by_name["printed"]


def issues(connection: Connection, event: str, words: Sequence[str], limit: int) -> list[Any]:
    """Issues by number (a former one, too) and words, the newest first.

    `kept`, `shown_as`: record and number of the one with which it is shown, None where that is itself.
    """
    names = ("number", "former_numbers", "title", "description", "addressee")
    into = _issue.alias()
    query = (
        select(_issue, into.c.no.label("kept"), into.c.number.label("shown_as"))
        .select_from(_issue)
        .outerjoin(schema.merged, schema.merged.c.record == _issue.c.no)
        .outerjoin(into, into.c.no == schema.merged.c.kept)
        .where(*_matches(_issue, names, event, words))
    )
    return list(connection.execute(query.order_by(_issue.c.no.desc()).limit(limit)))


def members(connection: Connection, event: str, words: Sequence[str], limit: int) -> list[Any]:
    """Members by name, office, unit and role."""
    return _found(connection, _member, ("person", "office", "unit", "role"), event, words, limit)


def lines(connection: Connection, event: str, words: Sequence[str], limit: int) -> list[Any]:
    """Lines of the Buku Posko, the newest first."""
    return _found(connection, _line, ("text", "sender", "measure"), event, words, limit)


def papers(connection: Connection, event: str, words: Sequence[str], limit: int) -> list[Any]:
    """Papers that were printed, by title, number and code."""
    return _found(connection, _printed, ("title", "number", "code"), event, words, limit)


def _found(
    connection: Connection, table: Any, names: tuple[str, ...], event: str, words: Sequence[str], limit: int
) -> list[Any]:
    query = select(table).where(*_matches(table, names, event, words))
    return list(connection.execute(query.order_by(table.c.no.desc()).limit(limit)))


def _matches(table: Any, names: tuple[str, ...], event: str, words: Sequence[str]) -> Iterable[ColumnElement[bool]]:
    yield table.c.event == event
    # Of merged issues each number is found and leads to the one that is shown; a person is one person.
    yield duplicates.counted(table) if table is _member else table.c.alive != 0
    for word in words:
        yield or_(*(table.c[name].ilike(f"%{_plain(word)}%", escape="^") for name in names))


def _plain(word: str) -> str:
    return word.replace("^", "^^").replace("%", "^%").replace("_", "^_")
