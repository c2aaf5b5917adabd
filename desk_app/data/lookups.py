# SPDX-License-Identifier: Apache-2.0
"""Many rows by their keys, a few hundred a statement, by generated SQL: an import looks up a hundred thousand."""

import functools
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy

from desk_app.data import schema
from desk_app.domain import records

_SIZES = (1, 8, 64, 512)
"""Keys a statement: of few lengths only, so that the statements stay compiled."""


def found(
    connection: sqlalchemy.Connection, query: str, keys: Sequence[tuple[Any, ...]]
) -> Iterator[Any]:
    """The rows of a query that ends in `WHERE column` or `WHERE (column, column)`, for each of the keys."""
    at = 0
    while at < len(keys):
        size = next((size for size in _SIZES if size >= len(keys) - at), _SIZES[-1])
        part = keys[at : at + size]
        at += size
        asked = [*part, *[part[-1]] * (size - len(part))]
        parameters = tuple(value for key in asked for value in key)
        yield from connection.exec_driver_sql(_among(query, len(part[0]), size), parameters)


def rows(
    connection: sqlalchemy.Connection,
    declared: records.RecordType,
    by: tuple[str, ...],
    keys: Sequence[tuple[Any, ...]],
) -> Iterator[dict[str, Any]]:
    """The rows of a kind of record whose columns `by` hold one of the keys: column → value."""
    table = schema.tables[declared.no]
    names, flags = _columns(table)
    for row in found(connection, _query(table, by), keys):
        values = dict(zip(names, row, strict=True))
        for flag in flags:
            if values[flag] is not None:
                values[flag] = bool(values[flag])
        yield values


@functools.cache
def _among(query: str, width: int, size: int) -> str:
    if width == 1:
        return f"{query} IN ({', '.join('?' * size)})"
    one = f"({', '.join('?' * width)})"
    return f"{query} IN (VALUES {', '.join([one] * size)})"


@functools.cache
def _query(table: sqlalchemy.Table, by: tuple[str, ...]) -> str:
    names, _ = _columns(table)
    where = by[0] if len(by) == 1 else f"({', '.join(map(quoted, by))})"
    return f"SELECT {', '.join(map(quoted, names))} FROM {table.name} WHERE {where}"


@functools.cache
def _columns(table: sqlalchemy.Table) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns of a table, and those of them that are flags: the driver gives these as numbers."""
    flags = tuple(column.name for column in table.columns if isinstance(column.type, sqlalchemy.Boolean))
    return tuple(table.columns.keys()), flags


def quoted(name: str) -> str:
    """A column's name in SQL: some are words of the language (`by`, `text`)."""
    return f'"{name}"'
