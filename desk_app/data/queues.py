# SPDX-License-Identifier: Apache-2.0
"""A queue: what follows at once on what is held of a stream, with the groups that are put in whole or not at all."""

import bisect
from dataclasses import dataclass, field

from desk_app.data import arriving
from desk_app.journal import codec
from desk_app.journal.streams import Dot

_SLOW, _FAST = 4, 1 << 20


@dataclass(slots=True)
class Queue:
    """Changes `first` … of one stream, verified against its seals.

    `waits_for`: a change without which none can go. `pace`: how many to try at once, few after it had to wait, so that
    two streams which name each other all along are not read from end to end at each step.
    """

    first: int
    marks: list[arriving.Mark]
    bodies: list[bytes] = field(default_factory=list)
    waits_for: Dot | None = None
    pace: int = _FAST

    @property
    def upto(self) -> int:
        """The number of the last one."""
        return self.first - 1 + len(self.bodies)

    def wait(self, dot: Dot) -> None:
        self.waits_for = dot
        self.pace = _SLOW

    def go_on(self, upto: int, rolling: bytes) -> None:
        """A stretch was put in up to a number: the next may be longer."""
        self.waits_for = None
        self.pace = min(self.pace * _SLOW, _FAST)
        if upto < self.upto:
            bisect.insort(self.marks, (upto, rolling))

    def agrees(self, run: arriving.Run) -> bool:
        """Whether a run that begins within or right behind the queue says the same."""
        upto = min(self.upto, run.upto)
        return upto < run.first - 1 or self.rolling(upto) == run.rolling(upto)

    def join(self, run: arriving.Run) -> None:
        """Put behind what a run has more."""
        upto = self.upto
        self.bodies.extend(run.bodies[upto + 1 - run.first :])
        self.marks.extend(mark for mark in run.marks if mark[0] > upto)

    def extend(self, bodies: list[bytes], upto: int, rolling: bytes) -> None:
        self.bodies.extend(bodies)
        self.marks.append((upto, rolling))

    def rolling(self, upto: int) -> bytes:
        """The rolling hash of the stream after `upto` changes."""
        return arriving.rolling_at(self.marks, self.bodies, self.first, upto)

    def part(self, after: int, upto: int) -> list[bytes]:
        """The changes after number `after` up to `upto`."""
        return self.bodies[after + 1 - self.first : upto + 1 - self.first]

    def end_of_stretch(self, held: int, most: int) -> int:
        """Where a stretch of about `most` changes ends: with a group, which may be longer."""
        upto = min(held + most, self.upto)
        if upto < self.upto:
            begun = self.begin_of_group(upto + 1, held)
            if begun > held + 1:
                return begun - 1
            while upto < self.upto and self._follows(upto + 1):
                upto += 1
        return upto

    def begin_of_group(self, seq: int, held: int) -> int:
        """The first change, after those held, of the group that a change stands in."""
        while seq > held + 1 and self._follows(seq):
            seq -= 1
        return seq

    def _follows(self, seq: int) -> bool:
        return codec.follows(self.bodies[seq - self.first])
