# SPDX-License-Identifier: Apache-2.0
"""What a form had seen when it was filled, so that a save replaces that and nothing that came in meanwhile.

A form remembers the number of the last transaction when it was read. What another computer wrote and what came in
after that, the form has not seen; what was written on this computer, who types here has seen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy

from desk_app.data import arrivals, schema
from desk_app.data.record_states import RecordStates, State
from desk_app.data.streams import StreamBook
from desk_app.journal import heads
from desk_app.journal.change import ALIVE


@dataclass(frozen=True, slots=True)
class Met:
    """A field that was saved beside what came in meanwhile; both stand until somebody decides.

    `field` is its number, `ALIVE` (0) where the record was deleted meanwhile. `saw`: what the form had shown, as
    columns keep it (several where offices differed already, none where it was empty); `there`: the changes that came
    in; `typed`: what was saved.
    """

    record: int
    kind: int
    field: int
    saw: tuple[Any, ...]
    there: tuple[int, ...]
    typed: Any


class Sight:
    """What a form had seen: all that came in up to a transaction, and all that this replica wrote."""

    def __init__(
        self, connection: sqlalchemy.Connection, book: StreamBook, states: RecordStates, replica: bytes, seen: int
    ) -> None:
        self._connection = connection
        self._book = book
        self._states = states
        self._replica = replica
        self._seen = seen

    def misses(self, key: int) -> bool:
        """Whether the form had not seen a change."""
        if self._book.by_no(key >> schema.SHIFT).replica == self._replica:
            return False
        return arrivals.of_change(self._connection, key) > self._seen

    def missed(self, keys: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted(key for key in keys if self.misses(key)))

    def standing(self, state: State, no: int) -> dict[int, int]:
        """What stood for a field as the form had seen it: change → depth."""
        found = {}
        waiting, looked = list(state.standing(no).items()), set[int]()
        while waiting:
            key, depth = waiting.pop()
            if key in looked:
                continue
            looked.add(key)
            if not self.misses(key):
                found[key] = depth
                continue
            for dot in self._states.change(key).preds.get(no, ()):
                before = self._book.key(dot)
                waiting.append((before, self._states.change(before).depth))
        return found

    def missed_deletion(self, state: State) -> tuple[int, ...]:
        """The deletions of a record that the form had not seen; none where it had seen one of them."""
        standing = state.standing(ALIVE)
        missed = self.missed(standing)
        return missed if len(missed) == len(standing) else ()

    def said(self, no: int, keys: Iterable[int]) -> tuple[Any, ...]:
        """The different values that changes gave a field, as columns keep them."""
        found = [heads.Head(self._book.dot(key), heads.value_of(self._states.change(key), no), 0) for key in keys]
        return tuple(self._states.local_value(value) for value in heads.sides(found))
