# SPDX-License-Identifier: Apache-2.0
"""Numbers that were given to papers, and on which papers they came to stand."""

from dataclasses import dataclass

from sqlalchemy import func, select

from desk_app.data import schema
from desk_app.data.database import Connection

_number = schema.by_name["paper_number"]
_printed = schema.by_name["printed"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was given. `dropped_at`: since when it is said that it is not used, 0: it is or may be."""

    no: int
    kind: str
    year: int
    sequence: int
    number: str
    title: str
    at: int
    dropped_at: int
    reason: str


def of_series(connection: Connection, event: str, kind: str, year: int) -> list[Number]:
    """The numbers of a kind in a year, in their order."""
    query = select(_number).where(
        _number.c.event == event, _number.c.kind == kind, _number.c.year == year, _number.c.alive != 0
    )
    return [_row(row) for row in connection.execute(query.order_by(_number.c.sequence, _number.c.no))]


def one(connection: Connection, no: int) -> Number | None:
    row = connection.execute(select(_number).where(_number.c.no == no, _number.c.alive != 0)).one_or_none()
    return None if row is None else _row(row)


def dropped(connection: Connection, event: str, number: str) -> list[Number]:
    """Where it was said of a number that it is not used."""
    query = select(_number).where(
        _number.c.event == event, _number.c.number == number.strip(), _number.c.dropped_at.is_not(None),
        _number.c.alive != 0,
    )
    return [_row(row) for row in connection.execute(query)]


def series(connection: Connection, event: str) -> list[tuple[str, int]]:
    """The kinds and years of which numbers were given."""
    query = select(_number.c.kind, _number.c.year).where(_number.c.event == event, _number.c.alive != 0).distinct()
    return sorted((row.kind, row.year) for row in connection.execute(query) if row.kind and row.year)


def used(connection: Connection, event: str, kind: str) -> dict[str, int]:
    """On how many different papers of a kind each number stands; further issues of one paper count once."""
    about = func.coalesce(_printed.c.about, "")
    query = (
        select(_printed.c.number, func.count(func.distinct(_printed.c.title + "\n" + about)).label("many"))
        .where(_printed.c.event == event, _printed.c.kind == kind, _printed.c.alive != 0)
        .where(_printed.c.number.is_not(None))
        .group_by(_printed.c.number)
    )
    return {row.number: row.many for row in connection.execute(query)}


def _row(row: object) -> Number:
    def told(name: str) -> object:
        return getattr(row, name)

    return Number(
        no=_whole(told("no")),
        kind=str(told("kind") or ""),
        year=_whole(told("year")),
        sequence=_whole(told("sequence")),
        number=str(told("number") or ""),
        title=str(told("title") or ""),
        at=_whole(told("at")),
        dropped_at=_whole(told("dropped_at")),
        reason=str(told("reason") or ""),
    )


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
