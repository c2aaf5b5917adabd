# SPDX-License-Identifier: Apache-2.0
"""Strict CBOR: exactly what is written is read; every other form of bytes is refused in bounded time and memory."""

import math
import time
import tracemalloc

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.domain import errors
from desk_app.exchange import wire

INTEGERS = st.integers(-(1 << 63), (1 << 63) - 1)
LEAVES = st.none() | st.booleans() | INTEGERS | st.text() | st.binary()
KEYS = st.text(max_size=6) | INTEGERS
ITEMS = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=20
)


def refused(raw: bytes, **limits: int) -> None:
    with pytest.raises(wire.BadBytes):
        wire.load(raw, **limits)


def depth(item: object) -> int:
    if isinstance(item, dict):
        return 1 + max(map(depth, item.values()), default=0)
    return 1 + max(map(depth, item), default=0) if isinstance(item, list) else 0


@given(ITEMS.filter(lambda item: depth(item) <= wire.DEEPEST))
def test_what_is_written_is_read_back(item: wire.Item) -> None:
    again = wire.load(wire.dump(item))
    assert again == item
    assert wire.dump(again) == wire.dump(item)


@settings(max_examples=500)
@given(st.binary(max_size=40) | st.lists(st.sampled_from(range(256)), max_size=12).map(bytes))
def test_whatever_is_read_has_this_one_form(raw: bytes) -> None:
    try:
        item = wire.load(raw)
    except wire.BadBytes:
        return
    assert wire.dump(item) == raw


def test_every_message_of_two_bytes_is_read_as_by_the_library_or_refused() -> None:
    read = 0
    for number in range(1 << 16):
        raw = number.to_bytes(2, "big")
        try:
            item = wire.load(raw)
        except wire.BadBytes:
            continue
        read += 1
        assert cbor2.loads(raw) == item
        assert wire.dump(item) == raw
    assert read > 400


@pytest.mark.parametrize(
    "raw",
    ["1800", "1817", "190017", "1900ff", "1a0000ffff", "1b00000000ffffffff", "3800", "5803616263", "7801 61",
     "980100", "b8010000", "9a0000000100"],
)  # fmt: skip
def test_36_a_short_number_in_a_long_form_is_refused(raw: str) -> None:
    """§23 no. 36: not canonical."""
    refused(bytes.fromhex(raw))


@pytest.mark.parametrize("raw", ["a2 01 01 01 02", "a2 02 00 01 00", "a2 6161 00 6161 01", "a2 6162 00 6161 00"])
def test_37_keys_twice_or_out_of_order_are_refused(raw: str) -> None:
    """§23 no. 37: cbor2 takes the last of two equal keys without a word."""
    assert len(cbor2.loads(bytes.fromhex(raw))) in (1, 2)
    refused(bytes.fromhex(raw))


def test_38_bytes_after_the_end_are_refused() -> None:
    """§23 no. 38."""
    for raw in (b"\x01\x00", wire.dump([1, 2]) + b"\xf6", wire.dump("x") * 2):
        refused(raw)


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, 0.0, 1.5, 1e300])
def test_39_floats_are_refused(number: float) -> None:
    """§23 no. 39: in each of their three widths."""
    refused(cbor2.dumps(number))
    refused(cbor2.dumps([number], canonical=True))
    refused(b"\xfb" + bytes(8))


@pytest.mark.parametrize("number", [1 << 63, (1 << 64) - 1, -(1 << 63) - 1, -(1 << 64), 1 << 64, 1 << 8_000_000],
                         ids=lambda number: f"{number.bit_length()} bits")  # fmt: skip
def test_40_integers_beyond_64_bits_are_refused(number: int) -> None:
    """§23 no. 40: a number of a megabyte, and those that SQLite cannot hold."""
    refused(cbor2.dumps(number))


def test_40_the_widest_integers_are_read() -> None:
    for number in ((1 << 63) - 1, -(1 << 63)):
        assert wire.load(wire.dump(number)) == number


@pytest.mark.parametrize("head", [b"\x81", b"\xa1\x00", b"\xa1\x61x"])
def test_41_nesting_ends_at_a_few_levels(head: bytes) -> None:
    """§23 no. 41: 100,000 levels neither exhaust the stack nor are taken."""
    assert depth(wire.load(head * wire.DEEPEST + b"\x00")) == wire.DEEPEST
    refused(head * (wire.DEEPEST + 1) + b"\x00")
    refused(head * 100_000 + b"\x00")


@pytest.mark.parametrize("major", range(2, 6))
@pytest.mark.parametrize("length", [1 << 20, 1 << 40, (1 << 63) - 1, (1 << 64) - 1])
def test_42_a_length_beyond_the_input_takes_no_memory(major: int, length: int) -> None:
    """§23 no. 42: 2⁴⁰ entries claimed, none there."""
    raw = bytes([major << 5 | 27]) + length.to_bytes(8, "big") if length >> 32 else (
        bytes([major << 5 | 26]) + length.to_bytes(4, "big")
    )  # fmt: skip
    tracemalloc.start()
    refused(raw + b"\x00" * 10)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000


@pytest.mark.parametrize(
    "value",
    [cbor2.CBORTag(0, "2024-02-14T00:00:00Z"), cbor2.CBORTag(35, "(a+)+$"), cbor2.CBORTag(28, []), cbor2.CBORTag(29, 0),
     cbor2.CBORTag(2, b"\x01"), cbor2.CBORTag(4, [1 << 30, 1]), cbor2.CBORTag(256, ["abc"]), cbor2.CBORTag(55799, 1)],
)  # fmt: skip
def test_43_tags_are_refused(value: object) -> None:
    """§23 no. 43: dates, expressions, shared values, big numbers, decimals."""
    refused(cbor2.dumps(value))
    refused(cbor2.dumps(["x", value]))


@pytest.mark.parametrize("raw", ["9f00ff", "bf0000ff", "5f4100ff", "7f6161ff", "ff", "1c", "1d", "1e", "f7", "f820",
                                 "f814", "e0"])  # fmt: skip
def test_43_indefinite_lengths_and_unknown_values_are_refused(raw: str) -> None:
    refused(bytes.fromhex(raw))


@pytest.mark.parametrize("raw", [b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xc0\x80", b"\xff", b"\xc3", b"\xf5\x80\x80\x80"])
def test_44_text_that_is_none_is_refused(raw: bytes) -> None:
    """§23 no. 44: halves of surrogate pairs, long forms of NUL, cut letters."""
    refused(bytes([0x60 | len(raw)]) + raw)


def test_the_number_of_values_is_bounded() -> None:
    """A value takes a byte on the wire and a hundred in memory."""
    assert wire.load(wire.dump([0] * 9), most=10) == [0] * 9
    refused(wire.dump([0] * 10), most=10)
    begun = time.process_time()
    refused(b"\x9a" + (1 << 25).to_bytes(4, "big") + b"\x80" * (1 << 25))
    assert time.process_time() - begun < 5


def test_a_large_byte_string_costs_one_copy() -> None:
    raw = wire.dump({"bodies": bytes(32 << 20)})
    tracemalloc.start()
    item = wire.load(raw)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 33 << 20
    assert isinstance(item, dict)


def test_the_refusal_is_one_that_users_can_read() -> None:
    fault = wire.bad("a tag")
    assert isinstance(fault, errors.Damaged)
    assert str(fault) == "Isi kiriman tidak dapat dibaca. Minta kiriman ulang."
    assert fault.params == {"why": "a tag"}
