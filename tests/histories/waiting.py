# SPDX-License-Identifier: Apache-2.0
"""Which changes must be in and which must wait, reckoned by brute force from all that was ever brought (P7, P8)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tests.histories import truth


@dataclass(frozen=True, slots=True)
class Brought:
    """A sealed run of a stream as it stood in a package."""

    stream: bytes
    first: int
    bodies: tuple[bytes, ...]

    @property
    def upto(self) -> int:
        return self.first + len(self.bodies) - 1


@dataclass
class Waiting:
    """What a computer has been given: bodies by stream and number, and the lengths at which its author sealed."""

    bodies: dict[bytes, dict[int, bytes]] = field(default_factory=dict)
    ends: dict[bytes, set[int]] = field(default_factory=dict)

    def copy(self) -> "Waiting":
        return Waiting(
            {stream: dict(known) for stream, known in self.bodies.items()},
            {stream: set(ends) for stream, ends in self.ends.items()},
        )

    def bring(self, runs: Iterable[Brought]) -> None:
        for run in runs:
            known = self.bodies.setdefault(run.stream, {})
            for seq, body in enumerate(run.bodies, run.first):
                known.setdefault(seq, body)
            self.ends.setdefault(run.stream, set()).add(run.upto)

    def settle(self, held: Mapping[bytes, list[bytes]]) -> dict[bytes, list[bytes]]:
        """All that must be held then: groups, whole, in their order, each after all that it names. The rest stays."""
        have = {stream: list(bodies) for stream, bodies in held.items()}
        moved = True
        while moved:
            moved = False
            for stream in self.bodies:
                while group := self._next_group(have, stream):
                    have.setdefault(stream, []).extend(group)
                    moved = True
        for stream, known in self.bodies.items():
            for seq in [seq for seq in known if seq <= len(have.get(stream, ()))]:
                del known[seq]
        return have

    def count(self) -> int:
        """How many changes wait."""
        return sum(len(known) for known in self.bodies.values())

    def _next_group(self, have: Mapping[bytes, list[bytes]], stream: bytes) -> list[bytes]:
        known, ends = self.bodies[stream], self.ends[stream]
        first = len(have.get(stream, ())) + 1
        group: list[bytes] = []
        seq = first
        while seq in known:
            group.append(known[seq])
            if seq in ends or (seq + 1 in known and not truth.change(stream, known[seq + 1]).follows):
                break
            seq += 1
        sealed = any(
            end >= seq and all(number in known for number in range(first, end + 1)) for end in ends if end >= first
        )
        if not group or not sealed:
            return []
        for number, body in enumerate(group, first):
            for dot in truth.change(stream, body).named():
                here = number - 1 if dot.stream == stream else len(have.get(dot.stream, ()))
                if dot.seq > here:
                    return []
        return group
