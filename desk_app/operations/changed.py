# SPDX-License-Identifier: Apache-2.0
"""What a write changed, told to whoever shows it: typed flags and the records touched."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desk_app.data import sight
from desk_app.domain import records


@dataclass(frozen=True, slots=True)
class Changed:
    """After a commit: `flags` are names of kinds of record (and "readiness", "exchange", "conflict", "saved").

    A finished backup tells "backup" alone. `met`: what was saved beside something that its form had not seen.
    """

    flags: frozenset[str]
    records: Mapping[int, int] = field(default_factory=dict)
    """Local number → kind; empty after an import of many ("look at all of it again")."""
    saved_at: int = 0
    met: tuple[sight.Met, ...] = ()


Listener = Callable[[Changed], None]


class News:
    """Who wants to hear of commits. Listeners are called on the writer thread: hand over, do not work."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._guard = threading.Lock()

    def listen(self, listener: Listener) -> None:
        with self._guard:
            self._listeners.append(listener)

    def stop(self, listener: Listener) -> None:
        with self._guard:
            self._listeners.remove(listener)

    def tell(self, news: Changed) -> None:
        with self._guard:
            listeners = list(self._listeners)
        for listener in listeners:
            listener(news)


def flags_of(kinds: set[int]) -> frozenset[str]:
    return frozenset(records.TYPES[kind].name if kind in records.TYPES else "newer" for kind in kinds)
