# SPDX-License-Identifier: Apache-2.0
"""All changes ever made anywhere, as their authors wrote them, and what follows from any set of them."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desk_app.journal import codec, heads
from desk_app.journal.change import Change, Key
from desk_app.journal.streams import Dot, Scope

Name = tuple[int, Dot | Key]
"""A record as every office calls it: its kind, and the change that made it or its natural key."""


@functools.lru_cache(200_000)
def change(stream: bytes, body: bytes) -> Change:
    """The change in these bytes."""
    return codec.decode(body, stream)


def name_of(dot: Dot, one: Change) -> Name:
    """The record that a change is about."""
    return one.type, dot if one.record is None else one.record


@dataclass
class Truth:
    """What was written: stream → number → every body that ever stood there (two of them: a number used twice).

    `streams`: of each stream its replica and scope; `places`: of each replica its office's place; `peaks`: the most
    that any database of a replica ever held of a stream; `twice`: replicas whose database was copied with its witness.
    """

    written: dict[bytes, dict[int, list[bytes]]] = field(default_factory=dict)
    streams: dict[bytes, tuple[bytes, Scope]] = field(default_factory=dict)
    places: dict[bytes, str] = field(default_factory=dict)
    peaks: dict[tuple[bytes, bytes], int] = field(default_factory=dict)
    twice: set[bytes] = field(default_factory=set)
    forbidden: set[bytes] = field(default_factory=set)
    """Streams that an office wrote outside of its area: nobody may take them."""

    def copy(self) -> "Truth":
        return Truth(
            {stream: {seq: list(bodies) for seq, bodies in known.items()} for stream, known in self.written.items()},
            dict(self.streams),
            dict(self.places),
            dict(self.peaks),
            set(self.twice),
            set(self.forbidden),
        )

    def forks(self) -> set[bytes]:
        """Streams in which a number was used twice."""
        return {stream for stream, known in self.written.items() if any(len(one) > 1 for one in known.values())}


def by_record(held: Mapping[bytes, Iterable[bytes]]) -> dict[Name, dict[Dot, Change]]:
    """The changes of each record in a set of streams."""
    found: dict[Name, dict[Dot, Change]] = {}
    for stream, bodies in held.items():
        for seq, body in enumerate(bodies, 1):
            dot, one = Dot(stream, seq), change(stream, body)
            found.setdefault(name_of(dot, one), {})[dot] = one
    return found


_Known = tuple[Mapping[Dot, Change], dict[int, heads.FieldState]]
_states: dict[frozenset[tuple[Dot, int]], _Known] = {}


def state(changes: Mapping[Dot, Change]) -> dict[int, heads.FieldState]:
    """The state of one record by its definition; remembered, since most records stay as they are."""
    key = frozenset((dot, id(one)) for dot, one in changes.items())
    known = _states.get(key)
    if known is None:
        if len(_states) > 50_000:
            _states.clear()
        known = _states[key] = (changes, heads.record_state(changes))  # the changes live on, so that ids stay theirs
    return known[1]
