# SPDX-License-Identifier: Apache-2.0
"""One form of bytes for each change: there and back, and nothing else is taken."""

from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.journal import codec
from desk_app.journal.change import Change, ChangeKind
from desk_app.journal.streams import Dot
from tests.journal import made_changes
from tests.journal.made_changes import OTHER, OWN

PLAIN = [2, 5, 7, {1: "done"}, {1: [3]}, [], 2, 1, 1707868800]


@given(made_changes.changes)
def test_a_change_comes_back_from_its_bytes(change: Change) -> None:
    assert codec.decode(codec.encode(change, OWN), OWN) == change


@given(made_changes.changes, st.randoms(use_true_random=False))
def test_the_order_in_memory_does_not_show(change: Change, random: Any) -> None:
    fields, preds = list(change.fields.items()), list(change.preds.items())
    random.shuffle(fields)
    random.shuffle(preds)
    turned = Change(
        change.kind, change.type, change.record, dict(fields),
        {no: tuple(reversed(dots)) for no, dots in preds}, tuple(reversed(change.observed)), change.depth,
        change.actor, change.claimed, change.follows, change.undoes, change.salt,
    )
    assert codec.encode(turned, OWN) == codec.encode(change, OWN)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_change_in_its_only_form_or_bad(body: bytes) -> None:
    try:
        change = codec.decode(body, OWN)
    except codec.BadBytes:
        return
    assert codec.encode(change, OWN) == body


@given(made_changes.changes, st.data())
def test_a_flipped_bit_is_another_change_or_bad(change: Change, data: st.DataObject) -> None:
    body = bytearray(codec.encode(change, OWN))
    at = data.draw(st.integers(0, len(body) - 1))
    body[at] ^= 1 << data.draw(st.integers(0, 7))
    try:
        other = codec.decode(bytes(body), OWN)
    except codec.BadBytes:
        return
    assert codec.encode(other, OWN) == bytes(body)
    assert codec.encode(other, OWN) != codec.encode(change, OWN)


items = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 70_000) | st.text(max_size=30) | st.binary(max_size=30) | st.floats(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.integers(0, 300), inside, max_size=3),
    max_leaves=12,
)
ways = st.fixed_dictionaries(
    {name: st.booleans() for name in ("canonical", "indefinite_containers", "value_sharing", "string_referencing")}
)


@given(made_changes.changes, st.dictionaries(st.integers(0, 11), items, max_size=2), st.integers(3, 13), ways)
def test_bytes_are_taken_where_encoding_again_gives_them_back(
    change: Change, instead: dict[int, Any], length: int, how: dict[str, bool]
) -> None:
    """The definition of the one form, against what is told from the bytes themselves."""
    entries = cbor2.loads(codec.encode(change, OWN))
    entries += [None, None, None, {}, {}, [], 1, 0, 0, 0, None, b"", 0][len(entries) : length]
    for at, entry in instead.items():
        if at < len(entries):
            entries[at] = entry
    body = cbor2.dumps(entries, **how)
    try:
        definite = codec.encode(codec.read(body, OWN), OWN) == body
    except codec.BadBytes:
        definite = False
    try:
        codec.decode(body, OWN)
        taken = True
    except codec.BadBytes:
        taken = False
    assert taken == definite


@given(made_changes.changes)
def test_the_transaction_is_told_from_the_bytes(change: Change) -> None:
    assert codec.follows(codec.encode(change, OWN)) == change.follows


def test_a_long_text_is_taken() -> None:
    for length in (23, 24, 255, 256, 65_535, 65_536, 300_000):
        change = Change(ChangeKind.SET, 5, Dot(OWN, 7), {1: "x" * length, 2: b"y" * length})
        assert codec.decode(codec.encode(change, OWN), OWN) == change


def test_the_plain_form_is_taken() -> None:
    change = codec.decode(cbor2.dumps(PLAIN, canonical=True), OWN)
    assert change == Change(
        ChangeKind.SET, 5, Dot(OWN, 7), {1: "done"}, {1: (Dot(OWN, 3),)}, depth=2, actor=1, claimed=1707868800
    )


def other(at: int, value: object) -> bytes:
    """The plain change with another entry."""
    entries: list[object] = [*PLAIN, 0, None, b""][: max(len(PLAIN), at + 1)]
    entries[at] = value
    return cbor2.dumps(entries, canonical=True)


BAD = {
    "trailing byte": cbor2.dumps(PLAIN, canonical=True) + b"\0",
    "default written out": cbor2.dumps([*PLAIN, 0], canonical=True),
    "too short": cbor2.dumps([2, 5]),
    "too long": cbor2.dumps([*PLAIN, 0, None, b"", 1]),
    "a map": cbor2.dumps({1: 2}),
    "field twice": bytes.fromhex("84020507a2016161016162"),
    "indefinite length": b"\x9f" + b"".join(cbor2.dumps(entry, canonical=True) for entry in PLAIN) + b"\xff",
    "number in a long form": cbor2.dumps(PLAIN, canonical=True).replace(b"\x89\x02", b"\x89\x18\x02", 1),
    "fields unsorted": cbor2.dumps([2, 5, 7, {2: "b", 1: "a"}]),
    "float": other(3, {1: 1.5}),
    "infinity": other(3, {1: float("inf")}),
    "number beyond 64 bits": other(3, {1: 1 << 63}),
    "claimed beyond 64 bits": other(8, 1 << 64),
    "true as a number": other(1, True),
    "tag": other(3, {1: cbor2.CBORTag(4000, "x")}),
    "list as a value": other(3, {1: ["a", "b"]}),
    "field number 65536": other(3, {65536: "x"}),
    "field number as text": other(3, {"1": "x"}),
    "field -1": other(3, {-1: "x"}),
    "depth 0": other(6, 0),
    "flags 2": other(9, 2),
    "salt of 8 bytes": other(11, bytes(8)),
    "salt as text": other(11, "x" * 16),
    "replaces nothing": other(4, {1: []}),
    "replaces text": other(4, {1: "ab"}),
    "replaces unsorted": other(4, {1: [3, 2]}),
    "dot 0": other(2, 0),
    "dot -1": other(2, -1),
    "dot beyond 40 bits": other(2, 1 << 40),
    "dot of own stream written out": other(2, OWN + b"\x07"),
    "dot with a leading zero": other(2, OTHER + b"\0\x07"),
    "dot without number": other(2, OTHER),
    "dot too long": other(2, OTHER + b"\x01" * 6),
    "empty key": other(2, []),
    "key with true": other(2, [True]),
    "key with nothing": other(2, [None]),
    "key with bytes": other(2, [b"x"]),
    "reference to own stream written out": other(3, {1: [OWN, 3]}),
    "reference of 15 bytes": other(3, {1: [OTHER[:15], 3]}),
    "observed as a number": other(5, 3),
    "nested deep": b"\x81" * 5000 + b"\x01",
    "array of 2^40": bytes.fromhex("9b0000010000000000"),
    "text that is not UTF-8": cbor2.dumps([2, 5, 7, {1: "ab"}], canonical=True).replace(b"ab", b"\xff\xfe"),
    "too many bytes": other(3, {1: "x" * codec.LONGEST}),
    "kind 0": other(0, 0),
    "kind below 0": other(0, -5),
    "kind beyond 16 bits": other(0, 1 << 16),
    "type below 0": other(1, -3),
    "alive as a field": other(3, {0: True}),
    "nothing": b"",
}


@pytest.mark.parametrize("body", BAD.values(), ids=BAD.keys())
def test_what_is_not_the_one_form_is_bad(body: bytes) -> None:
    with pytest.raises(codec.BadBytes):
        codec.decode(body, OWN)


def test_a_dot_of_the_own_stream_is_short() -> None:
    near = Change(ChangeKind.DELETE, 7, Dot(OWN, 9))
    far = Change(ChangeKind.DELETE, 7, Dot(OTHER, 9))
    assert len(codec.encode(far, OWN)) - len(codec.encode(near, OWN)) == 17
    assert codec.decode(codec.encode(near, OTHER), OTHER).record == Dot(OWN, 9)


@given(made_changes.changes)
def test_the_kind_is_told_from_the_first_bytes(change: Change) -> None:
    assert codec.type_of(codec.encode(change, OWN)[:8]) == change.type
