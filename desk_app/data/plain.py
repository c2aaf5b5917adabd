# SPDX-License-Identifier: Apache-2.0
"""Telling plain changes from the rest: those about which, if the database agrees, there is nothing to weigh.

Plain is a change that makes a record with a natural key, or that sets fields of one and replaces in each no more
than one change. Nearly all that a desk types is so. What the bytes alone cannot tell (does the record exist, is it
this change that stands) is asked of the database for thousands at once by `data/plain_rows.py`; whatever is not plain
goes the careful way, which knows every case.

This runs once for each change that comes in, so it is written for speed: the bytes are cut into pieces, and changes
that begin alike are gone through column by column. What a piece means and whether it fits here is found out once, for
most pieces come again and again.
"""

import operator
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from desk_app.base import garbage
from desk_app.data import belonging
from desk_app.data.projection import fits
from desk_app.data.scoping import reader_class_of
from desk_app.data.streams import Stream
from desk_app.domain import records
from desk_app.journal import codec, pieces
from desk_app.journal.change import Change, ChangeKind

ROUNDS = 3
"""Changes of one record that are taken together; of a longer chain the rest goes the careful way."""

MOST_REMEMBERED = 20_000

Row = tuple[Any, ...]
"""Local key of the change, its bytes, the parts of the record's key, the values; where it sets fields of a record
that exists also the key of the change replaced in each (0: none), and its depth."""

Column = Sequence[Any]
"""One thing of many changes, in their order; None where a change is not plain."""


@dataclass(eq=False, slots=True)
class Shape:
    """What plain changes of one form have in common: the kind of record and the fields set, in order."""

    declared: records.RecordType
    creates: bool
    fields: tuple[records.Field, ...]


@dataclass(slots=True)
class Sorted:
    """A piece of a stream. `rounds`: plain changes, each record once a round; `rest`: the others by their numbers.

    `unreadable`: the number of the first change that is none; of those that are not plain, none behind it was read.
    """

    rounds: list[dict[Shape, list[Row]]] = field(default_factory=lambda: [{} for _ in range(ROUNDS)])
    rest: dict[int, Change] = field(default_factory=dict)
    unreadable: int | None = None


@dataclass(slots=True)
class Sayings:
    """What changes of one kind say, whatever they are about: shape and values by the bytes, and shapes by fields."""

    told: dict[bytes, tuple[Shape, tuple[Any, ...]]] = field(default_factory=dict)
    shapes: dict[tuple[int, ...], Shape] = field(default_factory=dict)


Heard = dict[bytes, Sayings]
"""The head of changes → what they say, in all streams of an import."""


@dataclass(slots=True)
class _Kind:
    """What was found out of changes of a stream that begin alike. `parts`: what pieces of the record's key mean."""

    declared: records.RecordType
    creates: bool
    parts: tuple[dict[bytes, Any], ...]
    sayings: Sayings


class Sorter:
    """Sorts the changes of one stream. `local`: the local key of a change of another stream, None if it is not held."""

    def __init__(self, stream: Stream, local: Callable[[bytes], int | None], heard: Heard) -> None:
        self._id = stream.id
        self._scope = stream.scope
        self._base = stream.key(0)
        self._local = local
        self._heard = heard
        self._kinds: dict[bytes, _Kind] = {}
        self._depths: dict[bytes, int] = {}

    def sort(self, first: int, bodies: Sequence[bytes]) -> Sorted:
        """Sort the changes from number `first` on."""
        found = Sorted()
        begin = self._base + first
        with garbage.put_off():
            plain = self._plain(begin, bodies)
        left: set[int] = set()
        if sum(map(len, plain.values())) < len(bodies):
            left.update(range(begin, begin + len(bodies)))
            left.difference_update(row[0] for rows in plain.values() for row in rows)
        if any(_last_replaced(shape, rows) >= begin for shape, rows in plain.items()):
            _in_rounds(plain, begin, left, found.rounds)
        else:
            found.rounds[0] = plain
        for key in sorted(left):
            try:
                found.rest[key - self._base] = codec.decode(bodies[key - begin], self._id)
            except codec.BadBytes:
                found.unreadable = key - self._base
                break
        return found

    def _plain(self, begin: int, bodies: Sequence[bytes]) -> dict[Shape, list[Row]]:
        """The plain ones of the changes with the local keys `begin` …, by their shapes."""
        parted = pieces.cut(bodies)
        found: dict[Shape, list[Row]] = {}
        for head, places in _grouped([one and one[pieces.HEAD] for one in parted]):
            kind = self._kind(head) if head is not None else None
            if kind is None:
                continue
            understood = self._understood(kind, list(zip(*_picked(parted, places), strict=True)))
            *columns, said = _plain_only([[begin + at for at in places], _picked(bodies, places), *understood])
            for shape, alike in _grouped([shape for shape, _ in said]):
                values = zip(*(values for _, values in _picked(said, alike)), strict=True)
                rows = self._rows(shape, [_picked(column, alike) for column in columns], list(values))
                if rows:
                    found[shape] = rows
        return found

    def _understood(self, kind: _Kind, columns: list[Column]) -> list[Column]:
        """What the pieces of changes that begin alike mean: parts of the key, depth, what is replaced, what is said."""
        count = len(kind.parts)
        found: list[Column] = [
            _meant(known, columns[pieces.FIRST + at], partial(self._part, kind, kind.declared.key[at]))
            for at, known in enumerate(kind.parts)
        ]
        found.append(_meant(self._depths, columns[pieces.DEPTH], pieces.meaning))
        found.append(columns[pieces.PREDS])
        said = _meant(kind.sayings.told, columns[pieces.FIELDS], partial(_said, kind))
        behind = columns[pieces.FIRST + count]
        if behind.count(None) < len(behind):  # more parts than the head says
            said = [one if part is None else None for one, part in zip(said, behind, strict=True)]
        return [*found, said]

    def _rows(self, shape: Shape, columns: list[Column], values: list[Column]) -> list[Row]:
        """The rows of changes of one shape, without those that replace what a plain one does not."""
        keys, texts, *names, depths, preds = columns
        bodies = list(map(bytearray, texts))
        if shape.creates:
            rows = zip(keys, bodies, *names, *values, strict=True)
            first = (one == pieces.NO_PREDS and depth == 1 for one, depth in zip(preds, depths, strict=True))
            return [row for row, plain in zip(rows, first, strict=True) if plain]
        if len(shape.fields) == 1:
            replaced: list[Column] = [self._replaced_in_one(shape, keys, preds)]
        else:
            several = (self._replaced(shape, key, one) for key, one in zip(keys, preds, strict=True))
            replaced = list(zip(*several, strict=True))
        return list(zip(*_plain_only([keys, bodies, *names, *values, *replaced, depths]), strict=True))

    def _replaced_in_one(self, shape: Shape, keys: Column, preds: Column) -> list[int | None]:
        """The local key of what each change replaces in the one field of its shape, as `_replaced` says it."""
        base, field_no = self._base, shape.fields[0].no
        return [
            self._replaced(shape, key, one)[0] if dot is None else base + dot if 0 < dot < key - base else None
            for key, one, dot in zip(keys, preds, pieces.only_numbers(preds, field_no), strict=True)
        ]

    def _replaced(self, shape: Shape, key: int, preds: bytes) -> list[int | None]:
        """The local key of the change that is replaced in each field, 0 where there is none; None: it is not plain."""
        only = pieces.only_pred(preds)
        if only is not None and len(shape.fields) == 1:
            return [self._local_key(key, only[1]) if only[0] == shape.fields[0].no else None]
        try:
            told: dict[int, list[int | bytes]] = pieces.meaning(preds)
        except codec.BadBytes:  # not in order
            return [None] * len(shape.fields)
        found = [self._local_key(key, told[column.no][0]) if column.no in told else 0 for column in shape.fields]
        return found if len(told) == len(found) - found.count(0) else [None] * len(found)

    def _local_key(self, key: int, dot: int | bytes) -> int | None:
        """The local key of what the change `key` replaces: an earlier change of this stream, or one of another."""
        if isinstance(dot, int):
            return self._base + dot if 0 < dot < key - self._base else None
        # A dot has one form: of this stream it is a number, of another one it has no leading zero.
        return self._local(dot) if dot[16] and dot[:16] != self._id else None

    def _kind(self, head: bytes) -> _Kind | None:
        """What changes that begin so may be, if they may be plain: about a record whose scope, which is the stream's,
        follows from its key alone."""
        if head in self._kinds:
            return self._kinds[head]
        kind, kind_of_record, parts = pieces.meaning_of_head(head)
        declared = records.TYPES.get(kind_of_record)
        scope = self._scope
        if declared is None or scope is None or declared.parent or len(declared.key) != parts:
            return None
        keys = {column.name for column in declared.key}
        if declared.place_field not in keys or reader_class_of(declared) is not scope.reader_class:
            return None
        if "event" not in keys and (scope.event or any(column.name == "event" for column in declared.fields)):
            return None
        sayings = self._heard.setdefault(head, Sayings())
        found = _Kind(declared, kind == ChangeKind.CREATE, tuple({} for _ in declared.key), sayings)
        self._kinds[head] = found
        return found

    def _part(self, kind: _Kind, column: records.Field, piece: bytes) -> Any:
        """What a part of a record's key is, None where it does not fit into this stream."""
        if self._scope is None:
            return None
        part = pieces.meaning(piece)
        if kind.creates:
            return part if belonging.fault_of_part(kind.declared, self._scope, column, part) is None else None
        return part if belonging.may_name(kind.declared, self._scope, column, part) else None


def _said(kind: _Kind, piece: bytes) -> tuple[Shape, tuple[Any, ...]] | None:
    """The shape of changes that say this, and the values; None where a value does not fit."""
    told = pieces.meaning(piece)
    columns = [kind.declared.numbered(no) for no in told]
    known = tuple(column for column in columns if column is not None)
    if len(known) < len(told) or not all(map(fits, known, told.values())):
        return None
    if any(column.kind is records.FieldKind.RECORD for column in known):
        return None
    shape = kind.sayings.shapes.setdefault(tuple(told), Shape(kind.declared, kind.creates, known))
    return shape, tuple(int(value) if value.__class__ is bool else value for value in told.values())


def _meant(known: dict[bytes, Any], column: Column, find: Callable[[bytes], Any]) -> list[Any]:
    """What each piece of a column means, found out for those not met before; what has no meaning is not remembered."""
    new = set(column).difference(known)
    if len(known) + len(new) > MOST_REMEMBERED:
        known.clear()
        new = set(column)
    for piece in new:
        try:
            meaning = None if piece is None else find(piece)
        except codec.BadBytes:
            continue
        if meaning is not None:
            known[piece] = meaning
    return list(map(known.get, column))


def _grouped(marks: Sequence[Any]) -> Iterator[tuple[Any, Sequence[int]]]:
    """The places where each mark stands."""
    if len(set(marks)) == 1:
        yield marks[0], range(len(marks))
        return
    found: dict[Any, list[int]] = {}
    for at, mark in enumerate(marks):
        found.setdefault(mark, []).append(at)
    yield from found.items()


def _picked(column: Column, places: Sequence[int]) -> Column:
    return column if len(places) == len(column) else [column[at] for at in places]


def _plain_only(columns: list[Column]) -> list[Column]:
    """Columns without the changes of which one of them says None."""
    if not any(None in column for column in columns):
        return columns
    rows = [row for row in zip(*columns, strict=True) if None not in row]
    return list(zip(*rows, strict=True)) if rows else [() for _ in columns]


def _last_replaced(shape: Shape, rows: list[Row]) -> int:
    """The greatest local key of a change that is replaced by one of these."""
    ends = () if shape.creates else range(-2, -2 - len(shape.fields), -1)
    return max((max(map(operator.itemgetter(at), rows)) for at in ends), default=0)


def _in_rounds(
    plain: dict[Shape, list[Row]], begin: int, left: set[int], rounds: list[dict[Shape, list[Row]]]
) -> None:
    """Put those that replace others of the same piece in the round after theirs; too long a chain is left."""
    turns: dict[int, int] = {}
    every = [(row, shape) for shape, rows in plain.items() for row in rows]
    for row, shape in sorted(every, key=lambda one: one[0][0]):
        key, turn = row[0], 0
        if not shape.creates:
            before = [one for one in row[-1 - len(shape.fields) : -1] if begin <= one < key]
            turn = max((ROUNDS if one in left else 1 + turns[one] for one in before), default=0)
        if turn < ROUNDS:
            turns[key] = turn
            rounds[turn].setdefault(shape, []).append(row)
        else:
            left.add(key)
