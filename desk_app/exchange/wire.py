# SPDX-License-Identifier: Apache-2.0
"""Hostile bytes read strictly: CBOR with one form for each value, and only the values that a package needs.

`load` accepts exactly what `dump` writes: null, truth, integers of 64 bits, text, byte strings, arrays, and maps by
text or integer. Floats, tags, indefinite lengths, long forms of short numbers, repeated or unsorted keys, and bytes
after the end are refused (exchange.md §23 nos. 36–44). Whatever length a head claims, nothing is set aside for it that
the input does not hold; a byte string costs one copy, so that a large body is not read piece by piece.
"""

from typing import TypeAlias

import cbor2

from desk_app.domain import errors, words

N_ = words.N_

Item: TypeAlias = "bool | int | str | bytes | list[Item] | dict[int | str, Item] | None"

MOST_ITEMS = 1 << 20
"""Values in one message at most: each takes a hundred bytes of memory where it took one on the wire."""

DEEPEST = 8


class BadBytes(errors.Damaged):
    """These bytes are not what they should be."""


def bad(why: str) -> BadBytes:
    """The refusal of bytes; `why` is for those who look for the cause, the user reads that they cannot be used."""
    return BadBytes(N_("Isi kiriman tidak dapat dibaca. Minta kiriman ulang."), why=why)


def dump(item: object) -> bytes:
    """The one form of a value (ours: never called with what was received and not checked)."""
    return cbor2.dumps(item, canonical=True)


def load(raw: bytes, *, most: int = MOST_ITEMS) -> Item:
    """The value in bytes that are its one form, of at most `most` values in all. Raises BadBytes."""
    reader = _Reader(raw, most)
    item = reader.item(DEEPEST)
    if reader.at != len(raw):
        raise bad("bytes after the end")
    return item


class _Reader:
    """Goes through the bytes once; `at` is the place of the next, `left` how many values may still come."""

    __slots__ = ("at", "left", "raw")

    def __init__(self, raw: bytes, most: int) -> None:
        self.raw = raw
        self.at = 0
        self.left = most

    def item(self, depth: int) -> Item:
        if not self.left:
            raise bad("too many values")
        self.left -= 1
        if self.at >= len(self.raw):
            raise bad("cut")
        head = self.raw[self.at]
        self.at += 1
        major = head >> 5
        if major == 7:
            if head == 0xF6:
                return None
            if head in (0xF4, 0xF5):
                return head == 0xF5
            raise bad("a float or an unknown simple value")
        number = self._number(head & 31)
        if major < 2:
            if number >> 63:
                raise bad("beyond 64 bits")
            return -1 - number if major else number
        if major == 2:
            return self._take(number)
        if major == 3:
            return self._text(number)
        if major == 6:
            raise bad("a tag")
        if not depth:
            raise bad("too deep")
        if major == 4:
            return [self.item(depth - 1) for _ in range(number)]
        return self._map(number, depth - 1)

    def _map(self, count: int, depth: int) -> dict[int | str, Item]:
        found: dict[int | str, Item] = {}
        before = b""
        for _ in range(count):
            start = self.at
            key = self.item(0)
            if type(key) is not str and type(key) is not int:
                raise bad("not a key")
            name = self.raw[start : self.at]
            if (len(name), name) <= (len(before), before):
                raise bad("keys repeated or out of order")
            before = name
            found[key] = self.item(depth)
        return found

    def _number(self, small: int) -> int:
        if small < 24:
            return small
        if small > 27:
            raise bad("an indefinite length")
        width = 1 << (small - 24)
        number = int.from_bytes(self._take(width), "big")
        if number < 24 or (width > 1 and not number >> (4 * width)):
            raise bad("a short number in a long form")
        return number

    def _take(self, length: int) -> bytes:
        end = self.at + length
        if end > len(self.raw):
            raise bad("cut")
        taken = self.raw[self.at : end]
        self.at = end
        return taken

    def _text(self, length: int) -> str:
        try:
            return self._take(length).decode("utf-8")
        except UnicodeDecodeError as fault:
            raise bad("not UTF-8") from fault
