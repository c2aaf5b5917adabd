# SPDX-License-Identifier: Apache-2.0
"""The projection: rows, heads and disagreements kept in step with the changes that are held.

One path serves typing, undo and import: a batch of changes, each after all that it names, is applied to the states
of the records it touches, and what became different is written. The result must equal
`journal.heads.record_state` over the same set of changes; `operations.checking` compares the two. An import takes a
short way for changes about which there is nothing to weigh (`data/plain_rows.py`), with the same result.
"""

from collections.abc import Iterable

import sqlalchemy
from sqlalchemy import insert

from desk_app.data import schema
from desk_app.data.record_states import ALIVE_DISPUTED, ALIVE_NO, ALIVE_YES, RecordStates, State
from desk_app.data.record_writing import RecordWriting
from desk_app.data.streams import StreamBook
from desk_app.domain import errors, records
from desk_app.journal import heads
from desk_app.journal.change import ALIVE, Change, ChangeKind, Key, Value
from desk_app.journal.streams import Dot

__all__ = ["ALIVE_DISPUTED", "ALIVE_NO", "ALIVE_YES", "Projector", "State", "fits"]


class Projector(RecordStates):
    """Applies changes inside one transaction. `touched` collects (record, type) for those who follow changes."""

    def __init__(self, connection: sqlalchemy.Connection, book: StreamBook) -> None:
        super().__init__(connection, book)
        self.touched: dict[int, int] = {}
        self.disputes_moved = False
        """A disagreement has come or gone."""

    def expect(self, changes: Iterable[Change]) -> None:
        """Load at once what a batch of changes will touch."""
        changes = list(changes)
        natural: dict[int, list[Key]] = {}
        free: dict[int, list[int]] = {}
        for one in changes:
            if isinstance(one.record, Dot):
                free.setdefault(one.type, []).append(self._book.key(one.record))
            elif one.record is not None:
                natural.setdefault(one.type, []).append(one.record)
        for kind, keys in natural.items():
            self.prefetch(kind, keys)
        for kind, numbers in free.items():
            self.load(kind, numbers)
        self.read_changes(key for one in changes for key in self._weighed(one))

    def number_of(self, one: Change) -> int | None:
        """The local number of the record that a change is about, None where it begins one."""
        if isinstance(one.record, Dot):
            return self._book.key(one.record)
        return None if one.record is None else self.find(one.type, one.record)

    def depth(self, one: Change, no: int, key: int) -> int:
        """The depth of a change that this one replaces in a field."""
        record = self.number_of(one)
        state = self._states.get(record) if record is not None else None
        standing = state.standing(no) if state is not None else {}
        return standing[key] if key in standing else self.change(key).depth

    def apply(self, key: int, one: Change) -> int:
        """Apply one change whose named changes are all held; returns the local number of its record."""
        self._bodies[key] = one
        state = self._record_of(key, one)
        if key >> schema.SHIFT != state.latest >> schema.SHIFT or key > state.latest:
            state.latest = key  # an import takes plain changes first: of one stream the last counts
        state.dirty = True
        self.touched[state.no] = state.type
        match one.kind:
            case ChangeKind.CREATE | ChangeKind.SET:
                for no, value in one.fields.items():
                    self._set(state, no, value, key, one)
            case ChangeKind.DELETE | ChangeKind.UNDELETE:
                self._stand(state, ALIVE, key, one)
                self._live(state)  # what is written next in this transaction asks for it
            case _:
                state.heads.setdefault(-one.kind, {})[key] = one.depth
                state.touched.add(-one.kind)
        return state.no

    def heads_of(self, state: State, no: int) -> list[heads.Head]:
        """The standing changes of a field with their values, for choosing and for showing."""
        return [
            heads.Head(self._book.dot(key), heads.value_of(self.change(key), no), depth)
            for key, depth in state.standing(no).items()
        ]

    def flush(self) -> None:
        """Write what became different."""
        writing = RecordWriting(self._connection)
        for state in self._states.values():
            if not state.dirty:
                continue
            if state.touched:
                self._write_disputes(writing, state)
                for no in state.touched:
                    if not state.new:
                        writing.clear("head", state.no, no)
                    for key, depth in state.heads[no].items():
                        writing.head(state.no, no, key, depth)
            if state.declared is not None and state.new:
                values = {column.name: state.values.get(column.name) for column in state.declared.columns}
                writing.add_row(state.type, state.no, state.alive, state.latest, values)
            elif state.declared is not None:
                values = {"alive": state.alive} if "alive" in state.changed else {}
                values |= {name: state.values[name] for name in sorted(state.changed - {"alive"})}
                writing.change_row(state.type, state.no, state.latest, values)
            state.new = state.dirty = False
            state.changed.clear()
            state.listed.clear()
            state.touched.clear()
        self.disputes_moved |= writing.finish()

    def _weighed(self, one: Change) -> Iterable[int]:
        """The changes whose bodies are needed to apply this one: what stands beside it, what a deletion has seen."""
        yield from (self._book.key(dot) for dot in one.observed)
        no = self.number_of(one)
        state = self._states.get(no) if no is not None else None
        for field in heads.fields_of(one):
            replaced = {self._book.key(dot) for dot in one.preds.get(field, ())}
            yield from replaced ^ state.standing(field).keys() if state is not None else replaced
        if state is not None:
            yield from state.standing(ALIVE)

    def _record_of(self, key: int, one: Change) -> State:
        no = self.number_of(one)
        if no is not None:
            return self.state(no, one.type)
        if not isinstance(one.record, tuple) or isinstance(one.record, Dot):
            return self._begin(one.type, key)
        state = self._begin(one.type, key)
        self._by_key[one.type, one.record] = key
        if state.declared is None:
            self._connection.execute(
                insert(schema.stranger).values(type=one.type, name=self.key_of_stranger(one.record), record=key)
            )
        else:
            parts = self.local_key(one.record)
            state.values.update(zip((column.name for column in state.declared.key), parts, strict=True))
        return state

    def _begin(self, kind: int, key: int) -> State:
        state = State(records.TYPES.get(kind), kind, key, True)
        self._states[key] = state
        return state

    def _set(self, state: State, no: int, value: Value, key: int, one: Change) -> None:
        column = state.declared.numbered(no) if state.declared is not None else None
        simple = (
            column is not None
            and fits(column, value)
            and state.no == key
            and value is not None
            and one.depth == 1  # what an implied head counts as
            and not one.preds.get(no)
            and no not in state.heads
        )
        if simple and column is not None:
            state.values[column.name] = self.local_value(value)
            state.changed.add(column.name)
            return
        self._stand(state, no, key, one)
        if column is None:
            return
        shown = self._shown(state, no)
        state.values[column.name] = self.local_value(shown) if fits(column, shown) else None
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

    def _write_disputes(self, writing: RecordWriting, state: State) -> None:
        for no in state.touched:
            if no <= ALIVE:
                continue
            disputed = len(state.heads[no]) > 1 and heads.disagree(self.heads_of(state, no))
            self._mark(writing, state, no, disputed)
            column = state.declared.numbered(no) if state.declared is not None else None
            if no in state.listed:
                writing.clear("unread", state.no, no)
            if column is None or not fits(column, self._shown(state, no)):
                writing.enlist("unread", state.no, no, state.type)
        if state.heads.get(ALIVE):
            state.listed.add(ALIVE)
            self._live(state)
            self._mark(writing, state, ALIVE, state.alive == ALIVE_DISPUTED)

    def _live(self, state: State) -> None:
        alive = self._alive(state)
        if alive != state.alive:
            state.alive = alive
            state.changed.add("alive")

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

    def _mark(self, writing: RecordWriting, state: State, no: int, disputed: bool) -> None:
        if no in state.listed:
            writing.clear("conflict", state.no, no)
        if disputed:
            writing.enlist("conflict", state.no, no, state.type)


def fits(column: records.Field, value: Value) -> bool:
    """Whether a value that came from elsewhere is of the field's kind and within this version's limits."""
    if value is None:
        return True
    if isinstance(value, Dot) or column.kind is records.FieldKind.RECORD:
        # A plain number where a reference is meant would be a record here and another one elsewhere.
        return isinstance(value, Dot) and column.kind is records.FieldKind.RECORD
    try:
        return bool(column.check(value) == value)
    except errors.Refused:
        return False
