# SPDX-License-Identifier: Apache-2.0
"""A PDF file written as it goes: objects in any order, then the table of where each begins.

Nothing is kept of what was written but eight bytes an object, so that ten thousand pages need no more memory than ten.
Equal objects give equal bytes: no clock, no chance.
"""

import hashlib
import zlib
from array import array
from typing import Protocol

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_LEVEL = 6


class Sink(Protocol):
    """Where the bytes go."""

    def write(self, data: bytes, /) -> object: ...


class PdfFile:
    """The objects of one file. A number is taken with `reserve` where others refer to it before it is written."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._offsets = array("Q", [0])
        self._at = 0
        self._digest = hashlib.sha256()
        self._write(_HEAD)

    def reserve(self) -> int:
        """The number of an object that is written later."""
        self._offsets.append(0)
        return len(self._offsets) - 1

    def put(self, body: bytes, number: int = 0) -> int:
        """Write an object; returns its number."""
        number = number or self.reserve()
        self._offsets[number] = self._at
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        return number

    def put_stream(self, data: bytes, entries: bytes = b"", number: int = 0) -> int:
        """Write a stream, made smaller; `entries` of its dictionary besides length and filter."""
        packed = zlib.compress(data, _LEVEL)
        return self.put(
            b"<</Length %d/Filter/FlateDecode%b>>\nstream\n%b\nendstream" % (len(packed), entries, packed), number
        )

    def close(self, root: int, info: int) -> None:
        """Write the table and the end. Raises ValueError where a number was reserved and never written."""
        if missing := [number for number, offset in enumerate(self._offsets) if number and not offset]:
            raise ValueError(f"objects without a body: {missing[:5]}")
        start, count = self._at, len(self._offsets)
        name = self._digest.hexdigest()[:32].encode()
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        for first in range(1, count, 1000):
            self._write(b"".join(b"%010d 00000 n \n" % offset for offset in self._offsets[first : first + 1000]))
        self._write(
            b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n"
            % (count, root, info, name, name, start)
        )

    def _write(self, data: bytes) -> None:
        self._sink.write(data)
        self._digest.update(data)
        self._at += len(data)


def text(words: str) -> bytes:
    """Words as a PDF's own text, for titles and bookmarks."""
    return b"<FEFF%b>" % words.encode("utf-16-be").hex().upper().encode()
