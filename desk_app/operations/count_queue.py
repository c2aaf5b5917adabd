# SPDX-License-Identifier: Apache-2.0
"""The TPS that wait for a verifier, the most urgent first: in dispute, with notes, whole and not verified yet."""

from collections.abc import Collection
from dataclasses import dataclass

from desk_app.data import count_store, place_names
from desk_app.domain.counts import rules
from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import State
from desk_app.operations import count_keys, settings, tally
from desk_app.operations.desk import Desk

WAITING: tuple[State, ...] = (State.DISPUTED, State.NOTED, State.WHOLE)
"""What a verifier looks at, in the order of work."""

EVERY: tuple[State, ...] = (*WAITING, State.PART, State.NOT_IN, State.VERIFIED, State.LOCKED)


@dataclass(frozen=True, slots=True)
class Line:
    """One TPS of the queue. `differing`: how many lines are in dispute; `notes`: the rules that nobody accepted.

    `mark`: of what stood when the list was read, for `count_check.verify_many`.
    """

    subject: str
    number: int
    village: str
    district: str
    state: State
    readers: int
    differing: int
    notes: tuple[str, ...]
    provisional: bool
    unreadable: int
    occasion: int
    mark: bytes


@dataclass(frozen=True, slots=True)
class Queue:
    """The list, and how many TPS of the region are in each state, whatever was asked for."""

    lines: tuple[Line, ...]
    states: dict[State, int]


def queue(desk: Desk, race: str, region: str = "", states: Collection[State] = WAITING) -> Queue:
    """What was weighed last (`tally.refresh`), in the order of work and of codes. Raises NotPermitted."""
    count_keys.require(desk, Right.VERIFY)
    event, area = settings.event_code(desk), region or desk.identity.place
    store = tally.store_of(desk)
    with store.reading() as kept:
        rows = list(count_store.rows(kept, event, race, area, states))
        open_notes: dict[tuple[str, int], set[str]] = {}
        for one in count_store.findings(kept, event, race, area, accepted=False):
            if one.level != rules.Level.NOTICE.value:
                open_notes.setdefault((one.key.village, one.key.number), set()).add(one.rule)
        counted: dict[State, int] = {}
        for part in count_store.states(kept, event, race, area, 2).values():
            for state, many in part.items():
                counted[state] = counted.get(state, 0) + many
    with desk.reading() as connection:
        codes = {row.key.village for row in rows} | {row.key.district for row in rows}
        names = place_names.named(connection, event, sorted(codes))
    found = [
        Line(
            row.key.subject,
            row.key.number,
            names[row.key.village].name,
            names[row.key.district].name,
            row.standing.state,
            len(row.standing.readers),
            len(row.standing.differing),
            tuple(sorted(open_notes.get((row.key.village, row.key.number), ()))),
            row.standing.provisional,
            row.unreadable,
            row.occasion,
            row.standing.mark,
        )
        for row in rows
    ]
    order = {state: place for place, state in enumerate(EVERY)}
    found.sort(key=lambda one: order[one.state])
    return Queue(tuple(found), counted)


def without_notes(found: Queue) -> dict[str, bytes]:
    """Those that may be verified together: subject → mark, for `count_check.verify_many`."""
    return {
        one.subject: one.mark for one in found.lines if one.state is State.WHOLE and not one.provisional
    }
