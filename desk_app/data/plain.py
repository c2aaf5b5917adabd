# SPDX-License-Identifier: Apache-2.0
"""Telling plain changes from the rest: those about which, if the database agrees, there is nothing to weigh.

Plain is a change that makes a record with a natural key, or that sets fields of one and replaces in each no more
than one change. Nearly all that a desk types is so. What the bytes alone cannot tell (does the record exist, is it
this change that stands) is asked of the database for thousands at once by `data/plain_rows.py`; whatever is not plain
goes the careful way, which knows every case.

This runs once for each change that comes in, so it is written for speed: the bytes are cut into pieces, and what a
piece means and whether it fits here is found out once, for most pieces come again and again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from desk_app.data import belonging
from desk_app.data.projection import fits
from desk_app.data.streams import Stream
from desk_app.data.unit_of_work import reader_class_of
from desk_app.domain import records
from desk_app.journal import codec, pieces
from desk_app.journal.change import Change, ChangeKind

ROUNDS = 3
"""Changes of one record that are taken together; of a longer chain the rest goes the careful way."""

_MOST_REMEMBERED = 20_000

Row = tuple[Any, ...]
"""Local key of the change, its bytes, the parts of the record's key, the values; where it sets fields of a record
that exists also the key of the change replaced in each (0: none), and its depth."""


@dataclass(eq=False, slots=True)
class Shape:
    """What plain changes of one form have in common: the kind of record and the fields set, in order."""

    declared: records.RecordType
    creates: bool
    fields: tuple[records.Field, ...]


@dataclass(slots=True)
class Sorted:
    """A piece of a stream. `rounds`: plain changes, each record once a round; `rest`: the others by their numbers.

    `unreadable`: the number of the first change that is none; nothing from there on was looked at.
    """

    rounds: list[dict[Shape, list[Row]]] = field(default_factory=lambda: [{} for _ in range(ROUNDS)])
    rest: dict[int, Change] = field(default_factory=dict)
    unreadable: int | None = None


@dataclass(slots=True)
class _Kind:
    """What was found out of changes that begin alike. `parts`, `said`: pieces and what they mean; `end`: behind the
    last part, where no other may stand."""

    declared: records.RecordType
    creates: bool
    end: int
    parts: tuple[dict[bytes, Any], ...]
    said: dict[bytes, tuple[Shape, tuple[Any, ...]]] = field(default_factory=dict)
    shapes: dict[tuple[int, ...], Shape] = field(default_factory=dict)


class Sorter:
    """Sorts the changes of one stream. `local`: the local key of a change of another stream, None if it is not held."""

    def __init__(self, stream: Stream, local: Callable[[bytes], int | None]) -> None:
        self._id = stream.id
        self._scope = stream.scope
        self._base = stream.key(0)
        self._local = local
        self._kinds: dict[bytes, _Kind] = {}
        self._depths: dict[bytes, int] = {}

    def sort(self, first: int, bodies: Sequence[bytes]) -> Sorted:
        """Sort the changes from number `first` on."""
        found = Sorted()
        turns: dict[int, int] = {}
        begin = self._base + first
        for key, (body, parted) in enumerate(zip(bodies, pieces.cut(bodies), strict=True), begin):
            plain = self._plain(key, body, parted) if parted is not None else None
            if plain is not None:
                shape, row = plain
                turn = 0
                if not shape.creates:
                    replaced = row[-1 - len(shape.fields) : -1]
                    if max(replaced) >= begin:
                        turn = self._turn(found, turns, [one for one in replaced if begin <= one < key])
                        turns[key] = turn
                if turn < ROUNDS:
                    found.rounds[turn].setdefault(shape, []).append(row)
                    continue
            try:
                found.rest[key - self._base] = codec.decode(body, self._id)
            except codec.BadBytes:
                found.unreadable = key - self._base
                break
        return found

    def _plain(self, key: int, body: bytes, parted: tuple[Any, ...]) -> tuple[Shape, Row] | None:
        """The shape and row of a change, None if it is not plain."""
        try:
            kind = self._kinds[parted[pieces.HEAD]]
            name = [known[piece] for piece, known in zip(parted[pieces.FIRST : kind.end], kind.parts, strict=True)]
            shape, values = kind.said[parted[pieces.FIELDS]]
            depth = self._depths[parted[pieces.DEPTH]]
        except KeyError:
            # Met for the first time: found out, and then known.
            return self._plain(key, body, parted) if self._learn(parted) else None
        if parted[kind.end] is not None:
            return None
        if shape.creates:
            if parted[pieces.PREDS] != pieces.NO_PREDS or depth != 1:
                return None
            return shape, (key, bytearray(body), *name, *values)
        replaced = self._replaced(key, shape, parted[pieces.PREDS])
        return None if replaced is None else (shape, (key, bytearray(body), *name, *values, *replaced, depth))

    def _turn(self, found: Sorted, turns: dict[int, int], before: list[int]) -> int:
        """The round of a change that replaces some of the same piece: the one after theirs."""
        if any(one - self._base in found.rest for one in before):
            return ROUNDS
        return max((1 + turns.get(one, 0) for one in before), default=0)

    def _replaced(self, key: int, shape: Shape, preds: bytes) -> list[int] | None:
        """The local key of the change that is replaced in each field, 0 where there is none; None: it is not plain."""
        only = pieces.only_pred(preds)
        if only is not None and len(shape.fields) == 1:
            if only[0] != shape.fields[0].no:
                return None
            replaced = self._local_key(key, only[1])
            return None if replaced is None else [replaced]
        try:
            told: dict[int, list[int | bytes]] = pieces.meaning(preds)
        except codec.BadBytes:  # not in order
            return None
        found = []
        for column in shape.fields:
            local = self._local_key(key, told[column.no][0]) if column.no in told else 0
            if local is None:
                return None
            found.append(local)
        return found if len(told) == len(found) - found.count(0) else None

    def _local_key(self, key: int, dot: int | bytes) -> int | None:
        """The local key of what the change `key` replaces: an earlier change of this stream, or one of another."""
        if isinstance(dot, int):
            return self._base + dot if 0 < dot < key - self._base else None
        # A dot has one form: of this stream it is a number, of another one it has no leading zero.
        return self._local(dot) if dot[16] and dot[:16] != self._id else None

    def _learn(self, parted: tuple[Any, ...]) -> bool:
        """Find out what pieces not met before mean; whether they fit here. One that does not is not remembered."""
        head, fields, depth = parted[pieces.HEAD], parted[pieces.FIELDS], parted[pieces.DEPTH]
        kind = self._kinds.get(head) or self._kind(*pieces.meaning_of_head(head))
        if kind is None:
            return False
        _remember(self._kinds, head, kind)
        try:
            if not self._learn_parts(kind, parted[pieces.FIRST : kind.end]):
                return False
            if fields not in kind.said:
                said = _said(kind, pieces.meaning(fields))
                if said is None:
                    return False
                _remember(kind.said, fields, said)
        except codec.BadBytes:
            return False
        if depth not in self._depths:
            _remember(self._depths, depth, pieces.meaning(depth))
        return True

    def _kind(self, kind: int, kind_of_record: int, parts: int) -> _Kind | None:
        """What may be plain: a record whose scope follows from its key alone, and is the stream's."""
        declared = records.TYPES.get(kind_of_record)
        scope = self._scope
        if declared is None or scope is None or declared.parent or len(declared.key) != parts:
            return None
        keys = {column.name for column in declared.key}
        if declared.place_field not in keys or reader_class_of(declared) is not scope.reader_class:
            return None
        if "event" not in keys and (scope.event or any(column.name == "event" for column in declared.fields)):
            return None
        return _Kind(declared, kind == ChangeKind.CREATE, pieces.FIRST + parts, tuple({} for _ in declared.key))

    def _learn_parts(self, kind: _Kind, found: tuple[bytes | None, ...]) -> bool:
        for piece, column, known in zip(found, kind.declared.key, kind.parts, strict=True):
            if piece in known:
                continue
            if piece is None or self._scope is None:
                return False
            part = pieces.meaning(piece)
            fits_here = (
                belonging.fault_of_part(kind.declared, self._scope, column, part) is None
                if kind.creates
                else belonging.may_name(kind.declared, self._scope, column, part)
            )
            if not fits_here:
                return False
            _remember(known, piece, part)
        return True


def _remember(known: dict[bytes, Any], piece: bytes, meaning: Any) -> None:
    if len(known) > _MOST_REMEMBERED:
        known.clear()
    known[piece] = meaning


def _said(kind: _Kind, told: dict[int, Any]) -> tuple[Shape, tuple[Any, ...]] | None:
    """The shape of changes that say this, and the values; None where a value does not fit."""
    columns = [kind.declared.numbered(no) for no in told]
    known = tuple(column for column in columns if column is not None)
    if len(known) < len(told) or not all(map(fits, known, told.values())):
        return None
    if any(column.kind is records.FieldKind.RECORD for column in known):
        return None
    shape = kind.shapes.setdefault(tuple(told), Shape(kind.declared, kind.creates, known))
    return shape, tuple(int(value) if value.__class__ is bool else value for value in told.values())
