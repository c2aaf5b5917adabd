# SPDX-License-Identifier: Apache-2.0
"""What became different in many records, written by one statement for each table and shape of row."""

import functools
from collections.abc import Mapping
from typing import Any

import sqlalchemy

from desk_app.data import schema
from desk_app.data.lookups import quoted

_LISTS = ("head", "conflict", "unread")


class RecordWriting:
    """Rows to be written, gathered until `finish`."""

    def __init__(self, connection: sqlalchemy.Connection) -> None:
        self._connection = connection
        self._gone: dict[str, list[tuple[int, int]]] = {name: [] for name in _LISTS}
        self._heads: list[tuple[int, int, int, int]] = []
        self._listed: dict[str, list[tuple[int, int, int]]] = {"conflict": [], "unread": []}
        self._rows: dict[tuple[int, tuple[str, ...]], list[tuple[Any, ...]]] = {}
        self._changed: dict[tuple[int, tuple[str, ...]], list[tuple[Any, ...]]] = {}

    def clear(self, name: str, record: int, field: int) -> None:
        """Take a field of a record out of the heads, the disagreements or the unread values."""
        self._gone[name].append((record, field))

    def head(self, record: int, field: int, change: int, depth: int) -> None:
        self._heads.append((record, field, change, depth))

    def enlist(self, name: str, record: int, field: int, kind: int) -> None:
        """Put a field of a record among the disagreements or the unread values."""
        self._listed[name].append((record, field, kind))

    def add_row(self, kind: int, no: int, alive: int, latest: int, values: Mapping[str, Any]) -> None:
        self._rows.setdefault((kind, tuple(values)), []).append((no, alive, latest, *map(_plain, values.values())))

    def change_row(self, kind: int, no: int, latest: int, values: Mapping[str, Any]) -> None:
        """Set some columns of a record's row (`alive` among them where it is another: it stands in indexes)."""
        bound = (*map(_plain, values.values()), latest, no)
        self._changed.setdefault((kind, tuple(values)), []).append(bound)

    def finish(self) -> bool:
        """Write it all; says whether a disagreement has come or gone."""
        moved = bool(self._listed["conflict"])
        for name, gone in self._gone.items():
            deleted = self._many(f"DELETE FROM {name} WHERE record = ? AND field = ?", gone)
            moved |= name == "conflict" and deleted > 0
        self._many("INSERT INTO head (record, field, change, depth) VALUES (?, ?, ?, ?)", self._heads)
        for name, listed in self._listed.items():
            self._many(f"INSERT INTO {name} (record, field, type) VALUES (?, ?, ?)", listed)
        for (kind, names), rows in self._rows.items():
            self._many(_insert(schema.tables[kind].name, names), rows)
        for (kind, names), rows in self._changed.items():
            self._many(_update(schema.tables[kind].name, names), rows)
        return moved

    def _many(self, statement: str, rows: list[Any]) -> int:
        return self._connection.exec_driver_sql(statement, rows).rowcount if rows else 0


def _plain(value: Any) -> Any:
    """A value as the driver takes it without a detour: bytes and truths cost it ten times more."""
    if isinstance(value, bytes):
        return bytearray(value)
    return int(value) if isinstance(value, bool) else value


@functools.cache
def _insert(table: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(("no", "alive", "latest", *map(quoted, names)))
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * (len(names) + 3))})"


@functools.cache
def _update(table: str, names: tuple[str, ...]) -> str:
    return f"UPDATE {table} SET {''.join(f'{quoted(name)} = ?, ' for name in names)}latest = ? WHERE no = ?"
