# SPDX-License-Identifier: Apache-2.0
"""What else can be found by typing beside places: issues, members, lines of the book, papers."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from desk_app.data import schema
from desk_app.data.database import Connection

_issue = schema.by_name["issue"]
_member = schema.by_name["member"]
_line = schema.by_name["log_entry"]
_printed = schema.by_name["printed"]


def issues(connection: Connection, event: str, words: Sequence[str], limit: int) -> list[Any]:
    """Issues by number and words, the newest first."""
    return _found(connection, _issue, ("number", "title", "description", "addressee"), event, words, limit)


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
    matches: list[ColumnElement[bool]] = [
        or_(*(table.c[name].ilike(f"%{_plain(word)}%", escape="^") for name in names)) for word in words
    ]
    query = select(table).where(table.c.event == event, table.c.alive != 0, and_(*matches))
    return list(connection.execute(query.order_by(table.c.no.desc()).limit(limit)))


def _plain(word: str) -> str:
    return word.replace("^", "^^").replace("%", "^%").replace("_", "^_")
