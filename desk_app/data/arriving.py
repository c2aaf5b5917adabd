# SPDX-License-Identifier: Apache-2.0
"""A run that came in: bytes of one stream that hash to what their author sealed, or Damaged."""

import bisect
import operator
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk_app.data import sending
from desk_app.domain import errors, words
from desk_app.journal import streams
from desk_app.journal.streams import Scope

N_ = words.N_

_STEP = 1000

Mark = tuple[int, bytes]
"""A length of a stream and its rolling hash there."""


@dataclass(frozen=True, slots=True)
class Run:
    """Changes `first` … `seal.upto` of a stream; made by `checked` alone, and usable for several receivers in turn.

    `marks`: its rolling hash at some lengths, beginning with `first - 1`.
    """

    stream: bytes
    replica: bytes
    scope: Scope
    first: int
    bodies: tuple[bytes, ...]
    seal: sending.SealRow
    marks: tuple[Mark, ...]

    @property
    def upto(self) -> int:
        return self.seal.upto

    def rolling(self, upto: int) -> bytes:
        """The rolling hash of the stream after `upto` changes, from `first - 1` to the seal."""
        return rolling_at(self.marks, self.bodies, self.first, upto)


def checked(
    stream: bytes,
    replica: bytes,
    scope: Scope,
    first: int,
    before: bytes,
    bodies: Iterable[bytes],
    seal: sending.SealRow,
) -> Run:
    """The run, whose seal's signature was verified. Raises Damaged if it is not what its author sealed."""
    held = tuple(bodies)
    if streams.stream_id(replica, scope) != stream or first < 1:
        raise errors.Damaged(N_("Kiriman ini tidak utuh: nama urutan tidak cocok."))
    marks = [(first - 1, before)]
    rolling = before
    for at in range(0, len(held), _STEP):
        part = held[at : at + _STEP]
        rolling = streams.advance_all(rolling, part)
        marks.append((first - 1 + at + len(part), rolling))
    if seal.upto != first + len(held) - 1 or rolling != seal.rolling:
        raise errors.Damaged(N_("Kiriman ini tidak utuh: isi tidak sama dengan yang ditandai pengirim."))
    return Run(stream, replica, scope, first, held, seal, tuple(marks))


def rolling_at(marks: Sequence[Mark], bodies: Sequence[bytes], first: int, upto: int) -> bytes:
    """The rolling hash after `upto` changes, reckoned on from the last length before at which it is known."""
    length, rolling = marks[bisect.bisect_right(marks, upto, key=operator.itemgetter(0)) - 1]
    return streams.advance_all(rolling, bodies[length + 1 - first : upto + 1 - first])
