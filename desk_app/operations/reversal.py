# SPDX-License-Identifier: Apache-2.0
"""The reversal of one transaction: what each of its changes replaced is written again, by further changes."""

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from desk_app.data import arrivals, unit_of_work
from desk_app.data import history as kept
from desk_app.data.projection import ALIVE_YES, State
from desk_app.domain import errors, records, words
from desk_app.journal import heads
from desk_app.journal.change import ALIVE, Change, ChangeKind
from desk_app.journal.streams import Dot

N_ = words.N_


class Reversal:
    """The reversal of the transaction with number `arrival` inside another.

    A field may be taken back where the change to be reversed still stands, or where all that came after it was
    itself taken back: an undo or redo stands for what it restored. Where a change had settled a disagreement, the
    values that stood before stand side by side again.
    """

    def __init__(self, unit: unit_of_work.Unit, arrival: int) -> None:
        self._unit = unit
        self._arrival = arrival
        self._restored: dict[tuple[int, int], set[int]] = {}
        """(change written here, field) → the changes whose values it brought back."""
        self._reversed: set[tuple[int, int, frozenset[Dot]]] = set()
        """(record, field, what was replaced): of changes that stand side by side, one is reversed for all."""

    def reverse(self, declared: records.RecordType, record: int, key: int, change: Change) -> None:
        """Reverse the change with this key, of the record with that number. Raises Refused."""
        state = self._unit.projector.state(record, declared.no)
        fields = [no for no in heads.fields_of(change) if self._is_first(record, no, change)]
        if change.kind == ChangeKind.DELETE:
            if fields:
                self._require_still(declared, state, ALIVE, key, declared.title)
                self._bring_back_life(declared, state, change)
        elif change.kind == ChangeKind.UNDELETE:
            if fields:
                self._require_still(declared, state, ALIVE, key, declared.title)
                self._require_nothing_newer(declared, state)
                self._bring_back_life(declared, state, change)
        elif record == key:
            if state.alive != ALIVE_YES:
                raise _moved_on(declared, declared.title)
            self._require_nothing_newer(declared, state)
            self._unit.delete(declared, record)
            fields = [ALIVE]
        else:
            sides: dict[str, list[Any]] = {}
            for no in fields:
                field = declared.numbered(no)
                if field is not None:
                    self._require_still(declared, state, no, key, (field.name,))
                    values = heads.sides(self._replaced(change, no)) or [None]
                    sides[field.name] = [kept.local(value, self._unit.book) for value in values]
            self._unit.bring_back(declared, record, sides)
        self._note(state, change, fields)

    def reverse_what_stands(self, declared: records.RecordType, record: int, key: int, change: Change) -> list[str]:
        """Reverse what nobody has touched since, field by field; returns the fields (msgids) that were left alone.

        A record that came with the transaction and was worked on since stays as a whole.
        """
        if change.kind not in (ChangeKind.SET, ChangeKind.CREATE) or record == key:
            try:
                self.reverse(declared, record, key, change)
            except errors.Refused:
                return [declared.label]
            return []
        left = []
        for no in heads.fields_of(change):
            field = declared.numbered(no)
            if field is None:
                continue
            part = dataclasses.replace(
                change, fields={no: change.fields.get(no)}, preds={no: change.preds.get(no, ())}
            )
            try:
                self.reverse(declared, record, key, part)
            except errors.Refused:
                left.append(field.label)
        return left

    def _is_first(self, record: int, no: int, change: Change) -> bool:
        place = (record, no, frozenset(change.preds.get(no, ())))
        known = place in self._reversed
        self._reversed.add(place)
        return not known

    def _replaced(self, change: Change, no: int) -> list[heads.Head]:
        found = [(dot, self._unit.projector.change(self._unit.book.key(dot))) for dot in change.preds.get(no, ())]
        return [heads.Head(dot, heads.value_of(one, no), one.depth) for dot, one in found]

    def _bring_back_life(self, declared: records.RecordType, state: State, change: Change) -> None:
        """A deletion comes back having seen what it had seen: an edit that stood against it does so again."""
        replaced = self._replaced(change, ALIVE)
        lives = [bool(alive) for alive in heads.sides(replaced)] or [True]
        unseen: set[int] = set()
        if False in lives:
            seen = {self._unit.book.key(dot) for head in replaced for dot in self._observed(head.dot)}
            for no, key in _standing(declared, state):
                if self._origins(state.no, no, key) - self._origins_of_all(state.no, no, seen):
                    unseen.add(key)
        self._unit.bring_back_life(declared, state.no, lives, unseen)

    def _observed(self, dot: Dot) -> tuple[Dot, ...]:
        return self._unit.projector.change(self._unit.book.key(dot)).observed

    def _note(self, state: State, change: Change, fields: Iterable[int]) -> None:
        for no in fields:
            replaced = {self._unit.book.key(dot) for dot in change.preds.get(no, ())}
            self._restored.update({(key, no): replaced for key in state.standing(no)})

    def _require_still(
        self, declared: records.RecordType, state: State, no: int, key: int, names: Iterable[str]
    ) -> None:
        if self._origins_of_all(state.no, no, state.standing(no)) != self._origins(state.no, no, key):
            raise _moved_on(declared, names)

    def _require_nothing_newer(self, declared: records.RecordType, state: State) -> None:
        """A record goes only with what this transaction and older ones have said of it."""
        for no, key in _standing(declared, state):
            origins = self._origins(state.no, no, key)
            if any(arrivals.of_change(self._unit.connection, one) > self._arrival for one in origins):
                field = declared.numbered(no)
                raise _moved_on(declared, (field.name,) if field else declared.title)

    def _origins_of_all(self, record: int, no: int, keys: Iterable[int]) -> set[int]:
        return set[int]().union(*(self._origins(record, no, key) for key in keys))

    def _origins(self, record: int, no: int, key: int) -> set[int]:
        """The changes whose value a change stands for: itself, or what it restored by taking others back."""
        restored = self._restored.get((key, no))
        if restored is None:
            for other in arrivals.taken_back(self._unit.connection, key, record):
                change = self._unit.projector.change(other)
                if no in heads.fields_of(change):
                    restored = {self._unit.book.key(dot) for dot in change.preds.get(no, ())}
                    break
        if restored is None:
            return {key}
        return self._origins_of_all(record, no, restored)


def _standing(declared: records.RecordType, state: State) -> Iterator[tuple[int, int]]:
    """(field, change) of all that stands for a record's fields."""
    for no in {field.no for field in declared.fields} | (set(state.heads) - {ALIVE}):
        for key in state.standing(no):
            yield no, key


def _moved_on(declared: records.RecordType, names: Iterable[str]) -> errors.Refused:
    fields = ", ".join(declared.field(name).label for name in names)
    return errors.Refused(
        N_("Tidak dibatalkan: {field} pada {record} sudah diubah lagi sesudahnya."),
        field=fields,
        record=declared.label,
    )
