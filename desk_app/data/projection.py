# SPDX-License-Identifier: Apache-2.0
"""The projection: rows, heads and disagreements kept in step with the changes that are held.

One path serves typing, undo and import: a batch of changes, each after all that it names, is applied to the states
of the records it touches, and what became different is written. The result must equal
`journal.heads.record_state` over the same set of changes; `operations.checking` compares the two.
"""

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import cbor2
import sqlalchemy
from sqlalchemy import bindparam, delete, insert, select, tuple_, update

from desk_app.data import schema
from desk_app.data.streams import StreamBook
from desk_app.domain import errors, records, words
from desk_app.journal import codec, heads
from desk_app.journal.change import ALIVE, Change, ChangeKind, Key, Value
from desk_app.journal.streams import Dot

ALIVE_YES, ALIVE_NO, ALIVE_DISPUTED = 1, 0, 2
_CHUNK = 200


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


class Projector:
    """Applies changes inside one transaction. `touched` collects (type, record) for those who follow changes."""

    def __init__(self, connection: sqlalchemy.Connection, book: StreamBook) -> None:
        self._connection = connection
        self._book = book
        self._states: dict[int, State] = {}
        self._by_key: dict[tuple[int, Key], int | None] = {}
        self._bodies: dict[int, Change] = {}
        self.touched: dict[int, int] = {}

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
        for start in range(0, len(missing), _CHUNK):
            chunk = [self._local_key(key) for key in missing[start : start + _CHUNK]]
            if len(chunk) == 1:
                named = {f"part{place}": part for place, part in enumerate(chunk[0])}
                found = self._connection.execute(_with_key(*_keyed(declared)), named)
            else:
                found = self._connection.execute(_with_keys(*_keyed(declared)), {"keys": chunk})
            self._load(declared, found.mappings().all())

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
            return
        for start in range(0, len(missing), _CHUNK):
            chunk = missing[start : start + _CHUNK]
            found = self._connection.execute(_numbered(schema.tables[kind]), {"numbers": chunk})
            self._load(declared, found.mappings().all())

    def change(self, key: int) -> Change:
        """The change with this local key."""
        known = self._bodies.get(key)
        if known is None:
            body = self._connection.execute(_BODY, {"this": key}).scalar_one()
            known = codec.read(body, self._book.by_no(key >> schema.SHIFT).id)
            self._bodies[key] = known
        return known

    def expect(self, changes: Iterable[tuple[int, Change]]) -> None:
        """Load at once what a batch of changes will touch."""
        natural: dict[int, list[Key]] = {}
        free: dict[int, list[int]] = {}
        for _, one in changes:
            if isinstance(one.record, Dot):
                free.setdefault(one.type, []).append(self._book.key(one.record))
            elif one.record is not None:
                natural.setdefault(one.type, []).append(one.record)
        for kind, keys in natural.items():
            self.prefetch(kind, keys)
        for kind, numbers in free.items():
            self.load(kind, numbers)

    def apply(self, key: int, one: Change) -> int:
        """Apply one change whose named changes are all held; returns the local number of its record."""
        self._bodies[key] = one
        state = self._record_of(key, one)
        state.latest = key
        state.dirty = True
        self.touched[state.no] = state.type
        match one.kind:
            case ChangeKind.CREATE | ChangeKind.SET:
                for no, value in one.fields.items():
                    self._set(state, no, value, key, one)
            case ChangeKind.DELETE | ChangeKind.UNDELETE:
                self._stand(state, ALIVE, key, one)
                state.alive = self._alive(state)  # what is written next in this transaction asks for it
            case _:
                state.heads.setdefault(-one.kind, {})[key] = one.depth
                state.touched.add(-one.kind)
        return state.no

    def _record_of(self, key: int, one: Change) -> State:
        if one.record is None:
            return self._begin(one.type, key)
        if isinstance(one.record, Dot):
            return self.state(self._book.key(one.record), one.type)
        no = self.find(one.type, one.record)
        if no is not None:
            return self.state(no, one.type)
        state = self._begin(one.type, key)
        self._by_key[one.type, one.record] = key
        if state.declared is None:
            self._connection.execute(
                insert(schema.stranger).values(type=one.type, name=_key_bytes(one.record), record=key)
            )
        else:
            parts = self._local_key(one.record)
            state.values.update(zip((column.name for column in state.declared.key), parts, strict=True))
        return state

    def _begin(self, kind: int, key: int) -> State:
        state = State(records.TYPES.get(kind), kind, key, True)
        self._states[key] = state
        return state

    def _set(self, state: State, no: int, value: Value, key: int, one: Change) -> None:
        column = state.declared.numbered(no) if state.declared is not None else None
        local = self._local_value(value)
        readable = column is not None and _fits(column, local)
        simple = (
            readable
            and state.no == key
            and value is not None
            and one.depth == 1  # what an implied head counts as
            and not one.preds.get(no)
            and no not in state.heads
        )
        if simple and column is not None:
            state.values[column.name] = local
            state.changed.add(column.name)
            return
        self._stand(state, no, key, one)
        if column is None:
            return
        shown = self._shown(state, no)
        local = self._local_value(shown)
        state.values[column.name] = local if _fits(column, local) else None
        state.changed.add(column.name)

    def _stand(self, state: State, no: int, key: int, one: Change) -> None:
        standing = dict(state.standing(no))
        column = state.declared.numbered(no) if state.declared is not None else None
        if (
            len(standing) > 1
            or no == ALIVE
            or (standing and (not column or state.values.get(column.name) is None))
        ):
            state.listed.add(no)
        for dot in one.preds.get(no, ()):
            standing.pop(self._book.key(dot), None)
        standing[key] = one.depth
        state.heads[no] = standing
        state.touched.add(no)

    def _shown(self, state: State, no: int) -> Value:
        standing = state.heads[no]
        if len(standing) == 1:
            return heads.value_of(self.change(next(iter(standing))), no)
        return heads.winner(self.heads_of(state, no)).value

    def heads_of(self, state: State, no: int) -> list[heads.Head]:
        """The standing changes of a field with their values, for choosing and for showing."""
        return [
            heads.Head(self._book.dot(key), heads.value_of(self.change(key), no), depth)
            for key, depth in state.standing(no).items()
        ]

    def flush(self) -> None:
        """Write what became different."""
        fresh: dict[int, list[State]] = {}
        head_rows: list[dict[str, int]] = []
        for state in self._states.values():
            if not state.dirty:
                continue
            if state.touched:
                self._write_disputes(state)
                for no in state.touched:
                    if not state.new:
                        self._connection.execute(_CLEAR_HEADS, {"this": state.no, "which": no})
                    head_rows.extend(
                        {"record": state.no, "field": no, "change": key, "depth": depth}
                        for key, depth in state.heads[no].items()
                    )
            if state.declared is not None:
                if state.new:
                    fresh.setdefault(state.type, []).append(state)
                else:
                    values = {name: state.values[name] for name in state.changed}
                    self._connection.execute(
                        _update_of(schema.tables[state.type], tuple(sorted(values))),
                        {**values, "this": state.no, "new_alive": state.alive, "new_latest": state.latest},
                    )
            state.new = state.dirty = False
            state.changed.clear()
            state.listed.clear()
            state.touched.clear()
        for kind, states in fresh.items():
            names = [column.name for column in records.TYPES[kind].columns]
            self._connection.execute(
                _add_to(schema.tables[kind]),
                [
                    {name: state.values.get(name) for name in names}
                    | {"no": state.no, "alive": state.alive, "latest": state.latest}
                    for state in states
                ],
            )
        if head_rows:
            self._connection.execute(_ADD_HEAD, head_rows)

    def forget(self) -> None:
        """Let go of loaded states between the batches of long work."""
        self._states.clear()
        self._by_key.clear()
        self._bodies.clear()

    def _write_disputes(self, state: State) -> None:
        for no in state.touched:
            if no <= ALIVE:
                continue
            disputed = len(state.heads[no]) > 1 and heads.disagree(self.heads_of(state, no))
            self._mark(state, no, disputed)
            column = state.declared.numbered(no) if state.declared is not None else None
            unread = column is None or not _fits(column, self._local_value(self._shown(state, no)))
            if no in state.listed:
                self._connection.execute(_CLEAR_UNREAD, {"this": state.no, "which": no})
            if unread:
                self._connection.execute(
                    insert(schema.unread).values(record=state.no, field=no, type=state.type)
                )
        if state.heads.get(ALIVE):
            state.listed.add(ALIVE)
            state.alive = self._alive(state)
            self._mark(state, ALIVE, state.alive == ALIVE_DISPUTED)

    def _alive(self, state: State) -> int:
        standing = self.heads_of(state, ALIVE)
        if heads.disagree(standing):
            return ALIVE_DISPUTED
        if standing[0].value:
            return ALIVE_YES
        seen: set[int] = set()
        for key in state.heads[ALIVE]:
            seen.update(self._book.key(dot) for dot in self.change(key).observed)
        return ALIVE_DISPUTED if state.all_heads() - seen else ALIVE_NO

    def _mark(self, state: State, no: int, disputed: bool) -> None:
        if no in state.listed:
            self._connection.execute(_CLEAR_CONFLICT, {"this": state.no, "which": no})
        if disputed:
            self._connection.execute(
                insert(schema.conflict).values(record=state.no, field=no, type=state.type)
            )

    def _load(self, declared: records.RecordType, rows: Sequence[sqlalchemy.RowMapping]) -> None:
        numbers = []
        for row in rows:
            no = row["no"]
            if declared.key:
                local = tuple(row[column.name] for column in declared.key)
                self._by_key[declared.no, self._global_key(declared, local)] = no
            if no in self._states:
                continue
            values = {column.name: row[column.name] for column in declared.columns}
            self._states[no] = State(declared, declared.no, no, False, values, row["alive"], row["latest"])
            numbers.append(no)
        self._load_heads(numbers)

    def _load_heads(self, numbers: Sequence[int]) -> None:
        for start in range(0, len(numbers), _CHUNK):
            chunk = numbers[start : start + _CHUNK]
            if len(chunk) == 1:
                found = self._connection.execute(_HEADS_OF, {"this": chunk[0]})
            else:
                found = self._connection.execute(_HEADS_OF_MANY, {"numbers": chunk})
            for row in found:
                self._states[row.record].heads.setdefault(row.field, {})[row.change] = row.depth

    def _find_stranger(self, kind: int, key: Key) -> int | None:
        no: int | None = self._connection.execute(
            select(schema.stranger.c.record).where(
                schema.stranger.c.type == kind, schema.stranger.c.name == _key_bytes(key)
            )
        ).scalar_one_or_none()
        if no is not None and no not in self._states:
            self.load(kind, [no])
        return no

    def _local_value(self, value: Value) -> Any:
        return self._book.key(value) if isinstance(value, Dot) else value

    def _local_key(self, key: Key) -> tuple[Any, ...]:
        return tuple(self._local_value(part) for part in key)

    def _global_key(self, declared: records.RecordType, local: tuple[Any, ...]) -> Key:
        return tuple(
            self._book.dot(part) if column.kind is records.FieldKind.RECORD else part
            for column, part in zip(declared.key, local, strict=True)
        )


def _fits(column: records.Field, local: Any) -> bool:
    """Whether a value that came from elsewhere is within this version's limits."""
    try:
        return bool(column.check(local) == local)
    except errors.Refused:
        return False


def _key_bytes(key: Key) -> bytes:
    return cbor2.dumps([list(part) if isinstance(part, Dot) else part for part in key], canonical=True)


def _clear(table: sqlalchemy.Table) -> sqlalchemy.Delete:
    return delete(table).where(table.c.record == bindparam("this"), table.c.field == bindparam("which"))


# Made once: putting a statement together costs as much as running it.
_BODY = select(schema.change.c.bytes).where(schema.change.c.key == bindparam("this"))
_HEADS_OF = select(schema.head).where(schema.head.c.record == bindparam("this"))
_HEADS_OF_MANY = select(schema.head).where(schema.head.c.record.in_(bindparam("numbers", expanding=True)))
_ADD_HEAD = insert(schema.head)
_CLEAR_HEADS = _clear(schema.head)
_CLEAR_CONFLICT = _clear(schema.conflict)
_CLEAR_UNREAD = _clear(schema.unread)


@functools.cache
def _numbered(table: sqlalchemy.Table) -> sqlalchemy.Select[Any]:
    return select(table).where(table.c.no.in_(bindparam("numbers", expanding=True)))


@functools.cache
def _add_to(table: sqlalchemy.Table) -> sqlalchemy.Insert:
    return insert(table)


def _keyed(declared: records.RecordType) -> tuple[sqlalchemy.Table, tuple[str, ...]]:
    return schema.tables[declared.no], tuple(column.name for column in declared.key)


@functools.cache
def _with_key(table: sqlalchemy.Table, names: tuple[str, ...]) -> sqlalchemy.Select[Any]:
    parts = (table.c[name] == bindparam(f"part{place}") for place, name in enumerate(names))
    return select(table).where(*parts)


@functools.cache
def _with_keys(table: sqlalchemy.Table, names: tuple[str, ...]) -> sqlalchemy.Select[Any]:
    columns = tuple_(*(table.c[name] for name in names))
    return select(table).where(columns.in_(bindparam("keys", expanding=True)))


@functools.cache
def _update_of(table: sqlalchemy.Table, names: tuple[str, ...]) -> sqlalchemy.Update:
    return (
        update(table)
        .where(table.c.no == bindparam("this"))
        .values(
            alive=bindparam("new_alive"),
            latest=bindparam("new_latest"),
            **{name: bindparam(name) for name in names},
        )
    )
