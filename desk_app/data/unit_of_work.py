# SPDX-License-Identifier: Apache-2.0
"""One transaction of this office: changes are written, kept and projected together, or not at all.

Every alteration of a record by typing, undo or import of a table goes through a `Unit`; foreign changes come in by
`data.receiving`, through the same projector.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy
from sqlalchemy import insert

from desk_app.data import arrivals, schema, scoping, sight, wire_values
from desk_app.data.projection import ALIVE_NO, ALIVE_YES, Projector, State
from desk_app.data.streams import Stream, StreamBook
from desk_app.domain import errors, records, words
from desk_app.journal import streams
from desk_app.journal.change import ALIVE, Change, ChangeKind, Value
from desk_app.journal.streams import Dot

N_ = words.N_

_BATCH = 2000
_ADD_CHANGE = insert(schema.change)


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: the replica (16 random bytes), the office's place and the operator's number."""

    replica: bytes
    place: str
    actor: int


class Unit:
    """An open transaction. `arrival` is its local number; `touched` the (record → type) it has altered."""

    def __init__(
        self,
        connection: sqlalchemy.Connection,
        author: Author,
        *,
        now: int,
        salt: Any,
        kind: str,
        label: str,
        undoes: int | None = None,
    ) -> None:
        """`salt()` gives 16 random bytes; `kind` and `label` say in the arrival what this transaction is."""
        self.connection = connection
        self.author = author
        self.now = now
        self._salt = salt
        self._book = StreamBook(connection)
        self._wire = wire_values.WireValues(self._book, author.replica)
        self._projector = Projector(connection, self._book)
        self._followed: set[int] = set()
        self._pending: list[dict[str, Any]] = []
        self._undoes_dot: Dot | None = None
        self.arrival = arrivals.next_number(connection)
        self.written = 0
        self.met: list[sight.Met] = []
        """What was saved beside something that its form had not seen."""
        arrivals.add(connection, self.arrival, now, kind, author.actor, label, undoes)

    @property
    def touched(self) -> Mapping[int, int]:
        return self._projector.touched

    @property
    def book(self) -> StreamBook:
        return self._book

    @property
    def projector(self) -> Projector:
        return self._projector

    def takes_back(self, dot: Dot) -> None:
        """Say that this transaction undoes the group that begins with that change."""
        self._undoes_dot = dot

    def find(self, declared: records.RecordType, key: tuple[Any, ...]) -> int | None:
        """The local number of the record with this natural key (local values), None if there is none."""
        return self._projector.find(declared.no, self._wire.key(declared, key))

    def values(self, declared: records.RecordType, no: int) -> Mapping[str, Any]:
        """What a record's columns hold now, inside this transaction."""
        return self._projector.state(no, declared.no).values

    def create(self, declared: records.RecordType, values: Mapping[str, Any]) -> int:
        """Make a free record; empty values are left out. Returns its local number. Raises Refused."""
        scope = scoping.of_new(self._book, self.author.place, declared, values)
        change = Change(
            kind=ChangeKind.CREATE,
            type=declared.no,
            record=None,
            fields=self._wire.fields(declared, values),
        )
        return self._write(self._book.of(self.author.replica, scope), declared, change)

    def put(
        self,
        declared: records.RecordType,
        key: tuple[Any, ...],
        values: Mapping[str, Any],
        *,
        seen: int | None = None,
    ) -> int:
        """Set fields of the record with this natural key, making it if need be. Returns its local number.

        `seen`: as in `set`.
        """
        no = self.find(declared, key)
        if no is not None:
            view = self._view(seen)
            if view is None or not view.missed_deletion(self._projector.state(no, declared.no)):
                self.undelete(declared, no)
            self.set(declared, no, values, seen=seen)
            return no
        named = {field.name: part for field, part in zip(declared.key, key, strict=True)}
        for field in declared.key:
            if field.check(named[field.name]) is None:
                raise errors.Refused(N_("{field}: harus diisi."), field=field.label)
        scope = scoping.of_new(self._book, self.author.place, declared, named | dict(values))
        change = Change(
            kind=ChangeKind.CREATE,
            type=declared.no,
            record=self._wire.key(declared, key),
            fields=self._wire.fields(declared, values),
        )
        return self._write(self._book.of(self.author.replica, scope), declared, change)

    def put_many(
        self, declared: records.RecordType, rows: Iterable[tuple[tuple[Any, ...], Mapping[str, Any]]]
    ) -> int:
        """`put` for many records, looked up together. Returns how many were given."""
        count = 0
        batch: list[tuple[tuple[Any, ...], Mapping[str, Any]]] = []
        for row in rows:
            batch.append(row)
            count += 1
            if len(batch) == _BATCH:
                self._put_batch(declared, batch)
                batch.clear()
        self._put_batch(declared, batch)
        return count

    def set(
        self, declared: records.RecordType, no: int, values: Mapping[str, Any], *, seen: int | None = None
    ) -> bool:
        """Set fields of a record, replacing all that stands for them; what is equal already is not written.

        `seen`: the last transaction when the form was filled that this comes from. What came in since from elsewhere
        is not replaced: it stands beside, also a deletion, and `met` tells it. Returns whether anything was written.
        Raises Refused, and NotFound for a record that was deleted.
        """
        view = self._view(seen)
        state = self._projector.state(no, declared.no)
        deletion = view.missed_deletion(state) if view is not None else ()
        if not deletion:
            self._require_living(state)
        fields: dict[int, Value] = {}
        replaced: dict[int, Mapping[int, int]] = {}
        for name, value in values.items():
            field = declared.field(name)
            if field not in declared.fields:
                raise ValueError(f"{declared.name}.{name} is part of its name")
            checked = field.check(value)
            self._wire.require_there(field, checked)
            scoping.require_same(self._book, declared, no, name, checked)
            settled = len(state.standing(field.no)) < 2
            if settled and checked == state.values.get(name):
                continue
            standing = state.standing(field.no)
            missed = view.missed(standing) if view is not None else ()
            if view is not None and missed:
                standing = view.standing(state, field.no)
                saw = view.said(field.no, standing)
                if (saw or (None,)) == (checked,):
                    continue  # who typed has left it as it was
                if view.said(field.no, missed) != (checked,):
                    self.met.append(sight.Met(no, declared.no, field.no, saw, missed, checked))
            fields[field.no] = self._wire.value(field, checked)
            replaced[field.no] = standing
        if not fields:
            return False
        if deletion:
            self.met.append(sight.Met(no, declared.no, ALIVE, (), deletion, None))
        self._write_on(state, declared, ChangeKind.SET, fields, replaced, ())
        return True

    def meet(
        self, declared: records.RecordType, no: int, name: str, others: Sequence[int], seen: int | None
    ) -> None:
        """Note of a record that was just made which of the `others`, that count for the same, its form had not seen.

        `name`: the field by which they are compared; the first of the others that it had seen is what it saw.
        """
        view = self._view(seen)
        missed = view.missed(others) if view is not None else ()
        if view is None or not missed:
            return
        field = declared.field(name)
        known = [other for other in others if other not in missed][:1]
        saw = tuple(self._projector.state(other, declared.no).values.get(name) for other in known)
        typed = self._projector.state(no, declared.no).values.get(name)
        self.met.append(sight.Met(no, declared.no, field.no, saw, missed, typed))

    def bring_back(self, declared: records.RecordType, no: int, sides: Mapping[str, Sequence[Any]]) -> None:
        """Give fields their former values, of each the one shown last; written also where it is equal.

        Where offices differed there are several. Each then comes in a change of its own that replaces what stands
        and has not seen the others, so that they stand side by side again, here and at every office.
        """
        state = self._projector.state(no, declared.no)
        self._require_living(state)
        fields = [(declared.field(name), values) for name, values in sides.items()]
        standing = {field.no: state.standing(field.no) for field, _ in fields}
        for left in range(max((len(values) for _, values in fields), default=0), 0, -1):
            here = [(field, values[-left]) for field, values in fields if len(values) >= left]
            wire = {field.no: self._wire.value(field, field.check(value)) for field, value in here}
            self._write_on(state, declared, ChangeKind.SET, wire, {no: standing[no] for no in wire}, ())

    def delete(self, declared: records.RecordType, no: int) -> None:
        """Mark a record deleted, saying all that was seen of it; it stays in the journal."""
        if self._projector.state(no, declared.no).alive != ALIVE_NO:
            self.bring_back_life(declared, no, [False])

    def undelete(self, declared: records.RecordType, no: int) -> None:
        if self._projector.state(no, declared.no).alive != ALIVE_YES:
            self.bring_back_life(declared, no, [True])

    def bring_back_life(
        self, declared: records.RecordType, no: int, lives: Sequence[bool], unseen: Collection[int] = ()
    ) -> None:
        """Let a record live, be deleted, or both where offices differed, as `bring_back` does for fields.

        `unseen`: standing changes that the deletion shall not have seen, so that they stand against it.
        """
        state = self._projector.state(no, declared.no)
        standing = state.standing(ALIVE)
        seen = tuple(self._book.dot(key) for key in state.all_heads() if key not in unseen)
        for alive in lives:
            kind, observed = (ChangeKind.UNDELETE, ()) if alive else (ChangeKind.DELETE, seen)
            self._write_on(state, declared, kind, {}, {ALIVE: standing}, observed)

    def expect(
        self, declared: records.RecordType, numbers: Sequence[int] = (), keys: Iterable[tuple[Any, ...]] = ()
    ) -> None:
        """Look many records up together that are wanted next, by number and by natural key (local values)."""
        self._projector.load(declared.no, numbers)
        self._projector.prefetch(declared.no, [self._wire.key(declared, key) for key in keys])

    def let_go(self) -> None:
        """Write all that is in memory and forget what was looked up, between the parts of long work."""
        self.finish()
        self._projector.forget()

    def flush(self) -> None:
        """Write the rows that are still in memory, so that a query of this transaction sees them."""
        self._projector.flush()

    def finish(self) -> None:
        """Write all that is still in memory; the transaction may be committed after this."""
        self._projector.flush()
        if self._pending:
            self.connection.execute(_ADD_CHANGE, self._pending)
            self._pending.clear()
        self._book.flush()

    def _require_living(self, state: State) -> None:
        if state.alive != ALIVE_YES:
            raise errors.NotFound(N_("Catatan ini sudah dihapus."))

    def _view(self, seen: int | None) -> sight.Sight | None:
        """What a form had seen, None where that is all there is."""
        if seen is None or seen >= self.arrival - 1:
            return None
        return sight.Sight(self.connection, self._book, self._projector, self.author.replica, seen)

    def _put_batch(
        self, declared: records.RecordType, rows: list[tuple[tuple[Any, ...], Mapping[str, Any]]]
    ) -> None:
        self._projector.prefetch(declared.no, [self._wire.key(declared, key) for key, _ in rows])
        for key, values in rows:
            self.put(declared, key, values)
        self.let_go()

    def _write_on(
        self,
        state: State,
        declared: records.RecordType,
        kind: ChangeKind,
        fields: Mapping[int, Value],
        standing: Mapping[int, Mapping[int, int]],
        observed: tuple[Dot, ...],
    ) -> None:
        depths = [depth for one in standing.values() for depth in one.values()]
        depths += [self._projector.change(self._book.key(dot)).depth for dot in observed]
        change = Change(
            kind=kind,
            type=declared.no,
            record=self._wire.record(declared, state),
            fields=fields,
            preds={no: tuple(sorted(self._book.dot(key) for key in one)) for no, one in standing.items() if one},
            observed=tuple(sorted(observed)),
            depth=1 + max(depths, default=0),
        )
        first = self._book.by_no(state.no >> schema.SHIFT)
        if first.scope is None:
            raise ValueError("a record without a scope")
        self._write(self._book.of(self.author.replica, first.scope), declared, change)

    def _write(self, stream: Stream, declared: records.RecordType, change: Change) -> int:
        follows = stream.no in self._followed
        change = replace(
            change,
            actor=self.author.actor,
            claimed=self.now,
            follows=follows,
            undoes=None if follows else self._undoes_dot,
            salt=self._salt() if declared.personal & change.fields.keys() else b"",
        )
        self._followed.add(stream.no)
        body = wire_values.encoded(change, stream.id)
        stream.held += 1
        stream.rolling = streams.advance(stream.rolling, body)
        key = stream.key(stream.held)
        no = self._projector.apply(key, change)
        self._pending.append({"key": key, "record": no, "bytes": body, "arrival": self.arrival})
        self.written += 1
        return no
