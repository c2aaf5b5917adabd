# SPDX-License-Identifier: Apache-2.0
"""Heads: which changes to a field stand, which one is shown, and whether the offices disagree (exchange.md §5, §6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desk_app.journal.change import ALIVE, Change, ChangeKind, Value
from desk_app.journal.streams import Dot


@dataclass(frozen=True, slots=True)
class Head:
    """One change that stands for a field: its value, what orders it, and how near its office is to the matter."""

    dot: Dot
    value: Value
    depth: int


def winner(heads: Iterable[Head]) -> Head:
    """The head that is shown, the same at every office: greatest depth, then greatest dot; never a clock."""
    return max(heads, key=lambda head: (head.depth, head.dot))


def disagree(heads: Iterable[Head]) -> bool:
    """Whether two of them hold different values; equal values are no disagreement."""
    values = {(type(head.value), head.value) for head in heads}
    return len(values) > 1


def sides(heads: Iterable[Head]) -> list[Value]:
    """The different values that stand, the one that is shown last."""
    found: dict[tuple[type, Value], Value] = {}
    for head in sorted(heads, key=lambda head: (head.depth, head.dot)):
        found.pop((type(head.value), head.value), None)
        found[type(head.value), head.value] = head.value
    return list(found.values())


@dataclass(frozen=True, slots=True)
class FieldState:
    """What stands for one field: its heads, the value shown and whether it is disputed."""

    heads: frozenset[Dot]
    shown: Value
    disputed: bool


def record_state(changes: Mapping[Dot, Change]) -> dict[int, FieldState]:
    """The state of one record as a function of the *set* of its changes: the definition that all else must equal.

    Field `ALIVE` (0) is present where the record was ever deleted: shown True/False, disputed where a standing
    field change is not among what the deletion had seen, or where deletion and its undoing stand side by side.
    """
    standing: dict[int, set[Dot]] = {}
    for dot, change in changes.items():
        for no in fields_of(change):
            standing.setdefault(no, set()).add(dot)
    for change in changes.values():
        for no in fields_of(change):
            standing[no].difference_update(change.preds.get(no, ()))
    state = {}
    for no, dots in standing.items():
        heads = [Head(dot, value_of(changes[dot], no), changes[dot].depth) for dot in dots]
        state[no] = FieldState(frozenset(dots), winner(heads).value, disagree(heads))
    if ALIVE in state and not state[ALIVE].disputed and state[ALIVE].shown is False:
        seen: set[Dot] = set()
        for dot in state[ALIVE].heads:
            seen.update(changes[dot].observed)
        others = set().union(*(field.heads for no, field in state.items() if no != ALIVE))
        if others - seen:
            state[ALIVE] = FieldState(state[ALIVE].heads, False, True)
    return state


def value_of(change: Change, no: int) -> Value:
    """The value that a change gives to a field; for `ALIVE` whether the record lives after it."""
    if no == ALIVE:
        return change.kind != ChangeKind.DELETE
    return change.fields[no]


def fields_of(change: Change) -> Iterable[int]:
    """What a change speaks of; a kind that a newer version brings says nothing here until the upgrade."""
    if change.kind in (ChangeKind.DELETE, ChangeKind.UNDELETE):
        return (ALIVE,)
    return change.fields.keys() if change.kind in (ChangeKind.CREATE, ChangeKind.SET) else ()
