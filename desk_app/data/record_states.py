# SPDX-License-Identifier: Apache-2.0
"""Records as one transaction has loaded them: row, heads and the bodies of changes, looked up many at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import cbor2
import sqlalchemy

from desk_app.data import lookups, schema
from desk_app.data.streams import StreamBook
from desk_app.domain import errors, records, words
from desk_app.journal import codec
from desk_app.journal.change import ALIVE, Change, Key, Value
from desk_app.journal.streams import Dot

ALIVE_YES, ALIVE_NO, ALIVE_DISPUTED = 1, 0, 2


@dataclass(slots=True)
class State:
    """One record while a batch is applied. `heads`: explicit ones only, field → change key → depth."""

    declared: records.RecordType | None
    type: int
    no: int
    new: bool
    values: dict[str, Any] = field(default_factory=dict)
    alive: int = ALIVE_YES
    latest: int = 0
    heads: dict[int, dict[int, int]] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    dirty: bool = False
    listed: set[int] = field(default_factory=set)
    """Fields that may stand in the lists of disagreements or of unread values."""

    def standing(self, no: int) -> dict[int, int]:
        """The heads of a field: change key → depth."""
        explicit = self.heads.get(no)
        if explicit is not None:
            return explicit
        if no == ALIVE or self.declared is None:
            return {}
        column = self.declared.numbered(no)
        if column is not None and self.values.get(column.name) is not None:
            return {self.no: 1}
        return {}

    def all_heads(self) -> set[int]:
        """The standing changes of every field but being alive: what a deletion must have seen."""
        numbers = set(self.heads)
        if self.declared is not None:
            numbers.update(one.no for one in self.declared.fields)
        return {key for no in numbers if no > ALIVE for key in self.standing(no)}


class RecordStates:
    """The records that one transaction looks at; what is read once is remembered until `forget`."""

    def __init__(self, connection: sqlalchemy.Connection, book: StreamBook) -> None:
        self._connection = connection
        self._book = book
        self._states: dict[int, State] = {}
        self._by_key: dict[tuple[int, Key], int | None] = {}
        self._bodies: dict[int, Change] = {}

    def find(self, kind: int, key: Key) -> int | None:
        """The local number of the record with this natural key, None if there is none."""
        if (kind, key) not in self._by_key:
            self.prefetch(kind, [key])
        return self._by_key[kind, key]

    def prefetch(self, kind: int, keys: Iterable[Key]) -> None:
        """Look up many natural keys at once, with the states of the records found."""
        missing = [key for key in dict.fromkeys(keys) if (kind, key) not in self._by_key]
        declared = records.TYPES.get(kind)
        if declared is None:
            for key in missing:
                self._by_key[kind, key] = self._find_stranger(kind, key)
            return
        for key in missing:
            self._by_key[kind, key] = None
        named = tuple(column.name for column in declared.key)
        self._load(declared, lookups.rows(self._connection, declared, named, [self.local_key(key) for key in missing]))

    def state(self, no: int, kind: int) -> State:
        """The state of a record; raises NotFound if it is not here."""
        known = self._states.get(no)
        if known is None:
            self.load(kind, [no])
            known = self._states.get(no)
        if known is None or known.type != kind:
            raise errors.NotFound(words.N_("Catatan yang dimaksud tidak ada."))
        return known

    def load(self, kind: int, numbers: Sequence[int]) -> None:
        """Load the states of many records of one kind at once."""
        missing = [no for no in dict.fromkeys(numbers) if no not in self._states]
        declared = records.TYPES.get(kind)
        if declared is None:
            for no in missing:
                self._states[no] = State(None, kind, no, False)
            self._load_heads(missing)
        else:
            self._load(declared, lookups.rows(self._connection, declared, ("no",), [(no,) for no in missing]))

    def change(self, key: int) -> Change:
        """The change with this local key."""
        known = self._bodies.get(key)
        if known is None:
            self.read_changes([key])
            known = self._bodies[key]
        return known

    def read_changes(self, keys: Iterable[int]) -> None:
        """Read many changes at once."""
        missing = [(key,) for key in dict.fromkeys(keys) if key not in self._bodies]
        for key, body in lookups.found(self._connection, "SELECT key, bytes FROM change WHERE key", missing):
            self._bodies[key] = codec.read(body, self._book.by_no(key >> schema.SHIFT).id)

    def forget(self) -> None:
        """Let go of what was loaded, between the batches of long work."""
        self._states.clear()
        self._by_key.clear()
        self._bodies.clear()

    def local_value(self, value: Value) -> Any:
        """A value as columns hold it: a reference is the local number of its record."""
        return self._book.key(value) if isinstance(value, Dot) else value

    def local_key(self, key: Key) -> tuple[Any, ...]:
        return tuple(self.local_value(part) for part in key)

    def key_of_stranger(self, key: Key) -> bytes:
        """The name under which a record of an unknown kind is kept."""
        return cbor2.dumps([list(part) if isinstance(part, Dot) else part for part in key], canonical=True)

    def _load(self, declared: records.RecordType, rows: Iterable[dict[str, Any]]) -> None:
        numbers = []
        for row in rows:
            no = row.pop("no")
            if declared.key:
                key = tuple(
                    self._book.dot(row[column.name]) if column.kind is records.FieldKind.RECORD else row[column.name]
                    for column in declared.key
                )
                self._by_key[declared.no, key] = no
            if no in self._states:
                continue
            alive, latest = row.pop("alive"), row.pop("latest")
            self._states[no] = State(declared, declared.no, no, False, row, alive, latest)
            numbers.append(no)
        self._load_heads(numbers)

    def _load_heads(self, numbers: Iterable[int]) -> None:
        query = "SELECT record, field, change, depth FROM head WHERE record"
        for record, no, change, depth in lookups.found(self._connection, query, [(no,) for no in numbers]):
            self._states[record].heads.setdefault(no, {})[change] = depth

    def _find_stranger(self, kind: int, key: Key) -> int | None:
        no: int | None = self._connection.exec_driver_sql(
            "SELECT record FROM stranger WHERE type = ? AND name = ?", (kind, self.key_of_stranger(key))
        ).scalar_one_or_none()
        if no is not None and no not in self._states:
            self.load(kind, [no])
        return no
