# SPDX-License-Identifier: Apache-2.0
"""Telling plain changes from the rest: those about which, if the database agrees, there is nothing to weigh.

Plain is a change that makes a record with a natural key, or that sets fields of one and replaces in each no more
than one change. Nearly all that a desk types is so. What the bytes alone cannot tell (does the record exist, is it
this change that stands) is asked of the database for thousands at once by `data/plain_rows.py`; whatever is not plain
goes the careful way, which knows every case. This runs once for each change that comes in: it is written for speed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from desk_app.data import belonging
from desk_app.data.projection import fits
from desk_app.data.streams import Stream
from desk_app.data.unit_of_work import reader_class_of
from desk_app.domain import records
from desk_app.journal import codec
from desk_app.journal.change import Change, ChangeKind

ROUNDS = 3
"""Changes of one record that are taken together; of a longer chain the rest goes the careful way."""

_MOST_REMEMBERED = 20_000
_REPEATED = frozenset({records.FieldKind.NUMBER, records.FieldKind.CODE, records.FieldKind.FLAG})

Row = tuple[Any, ...]
"""Local key of the change, its bytes, the parts of the record's key, the values; where it sets fields of a record
that exists also the key of the change replaced in each (0: none), and its depth."""


@dataclass(eq=False, slots=True)
class Shape:
    """What plain changes of one form have in common: the kind of record and the fields set, in order.

    `parts`, `values`: what was seen to fit (values with their class); None where values hardly repeat.
    """

    declared: records.RecordType
    creates: bool
    fields: tuple[records.Field, ...]
    parts: tuple[set[Any], ...]
    values: tuple[dict[Any, type] | None, ...]


@dataclass(slots=True)
class Sorted:
    """A piece of a stream. `rounds`: plain changes, each record once a round; `rest`: the others by their numbers.

    `unreadable`: the number of the first change that is none; nothing from there on was looked at.
    """

    rounds: list[dict[Shape, list[Row]]] = field(default_factory=lambda: [{} for _ in range(ROUNDS)])
    rest: dict[int, Change] = field(default_factory=dict)
    unreadable: int | None = None


class Sorter:
    """Sorts the changes of one stream. `local`: the local key of a change of another stream, None if it is not held."""

    def __init__(self, stream: Stream, local: Callable[[bytes], int | None]) -> None:
        self._id = stream.id
        self._scope = stream.scope
        self._base = stream.key(0)
        self._local = local
        self._shapes: dict[tuple[int, ...], Shape | None] = {}
        self._parts: dict[int, tuple[set[Any], ...]] = {}

    def sort(self, first: int, bodies: Sequence[bytes]) -> Sorted:
        """Sort the changes from number `first` on."""
        found = Sorted()
        turns: dict[int, int] = {}
        for seq, body in enumerate(bodies, first):
            entries = codec.common_entries(body)
            shape = self._shape_of(entries) if entries is not None else None
            if shape is not None and entries is not None:
                _, _, key, fields, preds, _, depth, *_ = entries
                row: Row | None = None
                turn = 0
                if not shape.creates:
                    replaced = self._replaced(seq, fields, preds)
                    if replaced is not None:
                        row = (self._base + seq, bytearray(body), *key, *fields.values(), *replaced, depth)
                        if max(replaced) >= self._base + first:
                            turn = self._turn(found, turns, first, seq, replaced)
                elif not preds and depth == 1:
                    row = (self._base + seq, bytearray(body), *key, *fields.values())
                if row is not None and turn < ROUNDS:
                    found.rounds[turn].setdefault(shape, []).append(row)
                    if turn:
                        turns[seq] = turn
                    continue
            try:
                found.rest[seq] = codec.decode(body, self._id)
            except codec.BadBytes:
                found.unreadable = seq
                break
        return found

    def _shape_of(self, entries: list[Any]) -> Shape | None:
        """The shape of a change whose key and values may stand in this stream, None if it is not plain."""
        kind, kind_of_record, key, fields, _, _, depth, *_ = entries
        form = (kind, kind_of_record, *fields)
        shape = self._shapes[form] if form in self._shapes else self._learn(form)
        if shape is None or len(key) != len(shape.parts) or depth < 1:
            return None
        for part, known in zip(key, shape.parts, strict=True):
            if part not in known:
                if not self._parts_fit(shape, key):
                    return None
                break
        for value, known_values in zip(fields.values(), shape.values, strict=True):
            # True equals 1 in Python and is another value on the wire.
            if known_values is None or known_values.get(value) is not value.__class__:
                return shape if _values_fit(shape, fields) else None
        return shape

    def _turn(self, found: Sorted, turns: dict[int, int], first: int, seq: int, replaced: Iterable[int]) -> int:
        """The round of a change that replaces some of the same piece: the one after theirs."""
        before = [one - self._base for one in replaced if self._base + first <= one < self._base + seq]
        if any(one in found.rest for one in before):
            return ROUNDS
        return max((1 + turns.get(one, 0) for one in before), default=0)

    def _parts_fit(self, shape: Shape, key: list[Any]) -> bool:
        for column, part, known in zip(shape.declared.key, key, shape.parts, strict=True):
            if self._scope is None or belonging.fault_of_part(shape.declared, self._scope, column, part) is not None:
                return False
            if len(known) > _MOST_REMEMBERED:
                known.clear()
            known.add(part)
        return True

    def _replaced(self, seq: int, fields: dict[int, Any], preds: dict[int, list[Any]]) -> list[int] | None:
        """The local key of the change that is replaced in each field, 0 where there is none; None: it is not plain."""
        if len(preds) > 1 and list(preds) != sorted(preds):
            return None
        found = []
        told = 0
        for no in fields:
            if no not in preds:
                found.append(0)
                continue
            told += 1
            dot = preds[no][0]
            if dot.__class__ is int:
                if not 0 < dot < seq:
                    return None
                found.append(self._base + dot)
                continue
            # The one form of another stream's change: not of this stream, no leading zero.
            local = self._local(dot) if dot[16] and dot[:16] != self._id else None
            if local is None:
                return None
            found.append(local)
        return found if told == len(preds) else None

    def _learn(self, form: tuple[int, ...]) -> Shape | None:
        """The shape of changes of a form, None if they cannot be plain."""
        if len(self._shapes) > _MOST_REMEMBERED:
            self._shapes.clear()
        kind, kind_of_record, *numbers = form
        shape = self._shapes[form] = self._shape(kind, kind_of_record, numbers)
        return shape

    def _shape(self, kind: int, kind_of_record: int, numbers: list[int]) -> Shape | None:
        declared = records.TYPES.get(kind_of_record)
        scope = self._scope
        if declared is None or scope is None:
            return None
        keys = {column.name for column in declared.key}
        if not declared.key or declared.parent or declared.place_field not in keys:
            return None
        if reader_class_of(declared) is not scope.reader_class or (scope.event and "event" not in keys):
            return None
        fields = [declared.numbered(no) for no in numbers]
        known = [one for one in fields if one is not None and one.name != "event"]
        if len(known) < len(fields) or numbers != sorted(set(numbers)):
            return None
        if any(one.kind is records.FieldKind.RECORD for one in known):
            return None
        values: list[dict[Any, type] | None] = [{} if one.kind in _REPEATED else None for one in known]
        parts = self._parts.setdefault(declared.no, tuple(set() for _ in declared.key))
        return Shape(declared, kind == ChangeKind.CREATE, tuple(known), parts, tuple(values))


def _values_fit(shape: Shape, fields: dict[int, Any]) -> bool:
    for value, column, known in zip(fields.values(), shape.fields, shape.values, strict=True):
        if not fits(column, value):
            return False
        if known is not None:
            if len(known) > _MOST_REMEMBERED:
                known.clear()
            known[value] = value.__class__
    return True
