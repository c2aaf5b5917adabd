# SPDX-License-Identifier: Apache-2.0
"""Canonical bytes of a change, and back: CBOR with one form for each meaning (exchange.md §3, §23 nos. 36–44).

Wire form: an array `[kind, type, record, fields, preds, observed, depth, actor, claimed, flags, undoes, salt]`
whose default entries at the end are left off. A dot of the same stream is its number; a dot of another stream is
`16 bytes of stream id ‖ number, big-endian without leading zeros`; a natural key is an array. A reference as a
*value* or in a key is always the tag-free pair `[stream id or null for the same stream, number]`.

That bytes are the one form is seen from the bytes themselves; encoding again and comparing would cost five times more.
"""

import itertools
import re
from collections.abc import Iterable
from typing import Any, cast

import cbor2

from desk_app.journal.change import ALIVE, Change, Key, Value
from desk_app.journal.streams import Dot

LONGEST = 1 << 20
"""Bytes of one change at most: a text field is limited far below; what is longer is hostile."""

_FOLLOWS = 1
_SALT = 16
_DEFAULTS: tuple[object, ...] = (None, None, None, {}, {}, [], 1, 0, 0, 0, None, b"")
_FLAGS_AT = 9


class BadBytes(ValueError):
    """These bytes are not the canonical form of a change."""


def encode(change: Change, stream: bytes) -> bytes:
    """The canonical bytes of a change that stands in the stream with this id."""
    entries: list[object] = [
        change.kind,
        change.type,
        _record_out(change.record, stream),
        {no: _value_out(value, stream) for no, value in change.fields.items()},
        {no: [_dot_out(dot, stream) for dot in sorted(dots)] for no, dots in change.preds.items()},
        [_dot_out(dot, stream) for dot in sorted(change.observed)],
        change.depth,
        change.actor,
        change.claimed,
        _FOLLOWS if change.follows else 0,
        None if change.undoes is None else _dot_out(change.undoes, stream),
        change.salt,
    ]
    while len(entries) > 3 and entries[-1] == _DEFAULTS[len(entries) - 1]:
        entries.pop()
    return cbor2.dumps(entries, canonical=True)


def decode(body: bytes, stream: bytes) -> Change:
    """The change in these bytes; raises BadBytes unless they are exactly its canonical form."""
    change = understand(entries(body), stream)
    if not (
        ascend(change.fields)
        and ascend(change.preds)
        and all(_in_order(dots) for dots in change.preds.values())
        and _in_order(change.observed)
    ):
        raise BadBytes("not in canonical order")
    return change


def read(body: bytes, stream: bytes) -> Change:
    """The change in bytes that were checked when they came in (own journal)."""
    if len(body) > LONGEST:
        raise BadBytes("too long")
    try:
        found = cbor2.loads(body)
    except FAULTS as fault:
        raise BadBytes(str(fault)) from fault
    return understand(found, stream)


def type_of(begin: bytes) -> int:
    """The kind of record that a change of the own journal is about, from its first eight bytes: array, kind, type."""
    at = 1 + _head(begin[1])
    size = _head(begin[at]) - 1
    return int.from_bytes(begin[at + 1 : at + 1 + size], "big") if size else begin[at]


def _head(first: int) -> int:
    """How many bytes a whole number of CBOR takes that begins with this one."""
    return {24: 2, 25: 3}.get(first, 1)


def entries(body: bytes) -> list[Any]:
    """What stands in these bytes: one array in the one form of CBOR, its defaults left off, not looked into further.

    Raises BadBytes. What it holds is still anything but a float: `understand` says whether it is a change.
    """
    if len(body) > LONGEST:
        raise BadBytes("too long")
    if _ITEMS.fullmatch(body) is None and not _is_strict(body):
        raise BadBytes("not in canonical form")
    try:
        # A float cannot stand in these bytes, so the one put behind them shows that they are one item and no more.
        found, end = cbor2.loads(_PAIR + body + _FLOAT, allow_indefinite=False, allow_duplicate_keys=False)
    except FAULTS as fault:
        raise BadBytes(str(fault)) from fault
    if type(end) is not float or type(found) is not list or not 3 <= len(found) <= len(_DEFAULTS):
        raise BadBytes("not an array of a change")
    if len(found) > 3 and found[-1] == _DEFAULTS[len(found) - 1]:
        raise BadBytes("a default written out")
    return found


def understand(found: object, stream: bytes) -> Change:
    """The change that an array of entries says; raises BadBytes. Order and form of bytes are not its matter."""
    try:
        if not isinstance(found, list) or not 3 <= len(found) <= len(_DEFAULTS):
            raise BadBytes("not an array of a change")
        whole: list[Any] = [*found, *_DEFAULTS[len(found) :]]
        kind, kind_of_record, record, fields, preds, observed, depth, actor, claimed, flags, undoes, salt = whole
        for number in (kind, kind_of_record, depth, actor, claimed, flags):
            if type(number) is not int or not -(1 << 63) <= number < 1 << 63:
                raise BadBytes("not a 64-bit integer")
        if not 1 <= kind < 1 << 16 or not 1 <= kind_of_record < 1 << 16:
            raise BadBytes("not a kind")
        if not isinstance(fields, dict) or not isinstance(preds, dict) or not isinstance(observed, list):
            raise BadBytes("wrong shape")
        if type(salt) is not bytes or len(salt) not in (0, _SALT) or depth < 1 or flags not in (0, _FOLLOWS):
            raise BadBytes("wrong shape")
        if ALIVE in fields:
            raise BadBytes("being alive is not a field that is set")
        if not all(isinstance(dots, list) and dots for dots in preds.values()):
            raise BadBytes("replaces nothing, and says so at length")
        return Change(
            kind=kind,
            type=kind_of_record,
            record=_record_in(record, stream),
            fields={_field_no(no): _value_in(value, stream) for no, value in fields.items()},
            preds={_field_no(no): tuple(_dot_in(dot, stream) for dot in dots) for no, dots in preds.items()},
            observed=tuple(_dot_in(dot, stream) for dot in observed),
            depth=depth,
            actor=actor,
            claimed=claimed,
            follows=bool(flags),
            undoes=None if undoes is None else _dot_in(undoes, stream),
            salt=salt,
        )
    except (TypeError, AttributeError, OverflowError) as fault:
        raise BadBytes(str(fault)) from fault


def follows(body: bytes) -> bool:
    """Whether a change is of the same transaction as the one before it, told from canonical bytes alone."""
    head = body[:1]
    if head < b"\x8a":
        return False
    if head == b"\x8a":  # the flags are its last entry
        return body[-1] == _FOLLOWS
    try:
        return bool(entries(body)[_FLAGS_AT])
    except BadBytes:
        return False


def _form() -> bytes:
    """One CBOR item, or the head of an array or map, in its shortest form; no tags, no floats, nothing indefinite.

    Texts and bytes longer than 23 carry their length in a head of their own, and `_is_strict` steps over them.
    """
    ways = [rb"[\x00-\x17\x20-\x37\x40\x60\x80-\x97\xa0-\xb7\xf4-\xf6]++"]
    ways += [re.escape(bytes([0x60 + length])) + b".{%d}" % length for length in range(1, 24)]
    ways += [re.escape(bytes([0x40 + length])) + b".{%d}" % length for length in range(1, 24)]
    ways += [
        rb"[\x18\x38\x98\xb8][\x18-\xff]",
        rb"[\x19\x39\x99\xb9](?!\x00)..",
        rb"[\x1a\x3a\x9a\xba](?!\x00\x00)....",
        rb"[\x1b\x3b\x9b\xbb](?!\x00{4}).{8}",
    ]
    return b"(?>" + b"|".join(ways) + b")*+"


_ITEMS = re.compile(_form(), re.DOTALL)
_LONG_HEAD = re.compile(rb"[\x58\x78]([\x18-\xff])|[\x59\x79]((?!\x00)..)|[\x5a\x7a]((?!\x00\x00)....)", re.DOTALL)
_PAIR = b"\x82"
_FLOAT = b"\xf9\x00\x00"
FAULTS = (cbor2.CBORError, ValueError, TypeError, RecursionError, OverflowError)
"""What the library raises over bytes that are no CBOR, or none that can be held."""


def _is_strict(body: bytes) -> bool:
    """Whether bytes are items in their shortest form, long texts among them."""
    at = 0
    while True:
        items = _ITEMS.match(body, at)
        at = items.end() if items else at
        if at == len(body):
            return True
        head = _LONG_HEAD.match(body, at)
        if head is None:
            return False
        at = head.end() + int.from_bytes(head[head.lastindex or 0], "big")
        if at > len(body):
            return False


def ascend(numbers: Iterable[int]) -> bool:
    """Whether the keys of a map stand in the one order."""
    last = -1
    for no in numbers:
        if no <= last:
            return False
        last = no
    return True


def _in_order(dots: tuple[Dot, ...]) -> bool:
    return len(dots) < 2 or all(one <= other for one, other in itertools.pairwise(dots))


def _dot_out(dot: Dot, stream: bytes) -> int | bytes:
    if dot.stream == stream:
        return dot.seq
    return dot.stream + dot.seq.to_bytes((dot.seq.bit_length() + 7) // 8, "big")


def _dot_in(wire: object, stream: bytes) -> Dot:
    if type(wire) is int and 1 <= wire < 1 << 40:
        return Dot(stream, wire)
    if type(wire) is bytes and 17 <= len(wire) <= 21 and wire[16] and wire[:16] != stream:
        return Dot(wire[:16], int.from_bytes(wire[16:], "big"))
    raise BadBytes("not the name of a change")


def _record_out(record: Dot | Key | None, stream: bytes) -> object:
    if record is None:
        return None
    if isinstance(record, Dot):
        return _dot_out(record, stream)
    return [_value_out(part, stream) for part in record]


def _record_in(wire: object, stream: bytes) -> Dot | Key | None:
    if wire is None:
        return None
    if isinstance(wire, list):
        parts = tuple(_value_in(part, stream) for part in wire)
        if not parts or not all(type(part) in (str, int, Dot) for part in parts):
            raise BadBytes("not a key")
        return cast(Key, parts)
    return _dot_in(wire, stream)


def _value_out(value: Value, stream: bytes) -> object:
    if isinstance(value, Dot):
        return [None if value.stream == stream else value.stream, value.seq]
    return value


def _value_in(wire: object, stream: bytes) -> Value:
    if wire is None or type(wire) in (str, bool, bytes):
        return cast(Value, wire)
    if type(wire) is int:
        if -(1 << 63) <= wire < 1 << 63:
            return wire
        raise BadBytes("number beyond 64 bits")
    if isinstance(wire, list) and len(wire) == 2 and type(wire[1]) is int and 1 <= wire[1] < 1 << 40:
        if wire[0] is None:
            return Dot(stream, wire[1])
        if type(wire[0]) is bytes and len(wire[0]) == 16 and wire[0] != stream:
            return Dot(wire[0], wire[1])
    raise BadBytes("not a value")


def _field_no(no: object) -> int:
    if type(no) is not int or not 0 <= no < 1 << 16:
        raise BadBytes("not a field number")
    return no
