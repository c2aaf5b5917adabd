# SPDX-License-Identifier: Apache-2.0
"""Salin ke bawah: one answer for many places, first as a preview of what it would replace, then as one transaction.

A number that is just what the place needs by its DPT is copied as that: each TPS gets its own required quantity.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.data import arrivals, checklist_rows
from desk_app.domain import answers, checklists, places
from desk_app.operations import answers as answering
from desk_app.operations import elections, stations
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Preview:
    """What a copy would do. `values`: place → answer, of every place reached.

    `empty`, `same`, `replaced` count the places by what stands there now; `left_out`: TPS without DPT, whose own
    quantity is not known. `as_needed`: each gets what it needs. `seen`: what the user had seen who says yes to it.
    """

    item: str
    value: answers.AnswerValue
    values: dict[str, answers.AnswerValue]
    empty: int
    same: int
    replaced: int
    left_out: int
    as_needed: bool
    seen: int

    @property
    def places(self) -> int:
        """How many places get the answer."""
        return len(self.values)


def preview(
    desk: Desk, source: str, reached: Sequence[int] | Sequence[str], item: str, value: answers.AnswerValue
) -> Preview:
    """What the answer of `source` would do at other places: TPS by record number, other places by subject."""
    event = elections.working_event(desk)
    asked = checklists.item(elections.checklist_for(event, desk.identity.place), item)
    by_dpt = checklists.hangs_on_voters(asked, event)
    subjects = {one: _dpt_of(desk, one) if by_dpt else None for one in reached if isinstance(one, str)}
    numbers = [one for one in reached if isinstance(one, int)]
    subjects |= {row.subject: row.dpt for row in stations.station_rows(desk, numbers) if row is not None}
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        held = checklist_rows.answers_to(connection, event.code, item, subjects)
    as_needed = by_dpt and value == checklists.required_quantity(asked, event, _dpt_of(desk, source))
    values: dict[str, answers.AnswerValue] = {}
    empty = same = replaced = 0
    for subject, dpt in subjects.items():
        needed = checklists.required_quantity(asked, event, dpt) if as_needed else None
        if as_needed and needed is None:
            continue
        values[subject] = wanted = value if needed is None else needed
        given = held.get(subject)
        stands = answers.value_of(given.choice, given.quantity, given.written) if given is not None else None
        empty += stands is None
        same += stands == wanted
        replaced += stands is not None and stands != wanted
    left_out = len(subjects) - len(values)
    return Preview(item, value, values, empty, same, replaced, left_out, as_needed, seen)


def fill(desk: Desk, found: Preview) -> int:
    """Give the answers of a preview, undone as one. Returns how many. What came in since is not replaced."""
    given = [(subject, found.item, value, None) for subject, value in found.values.items()]
    return len(answering.set_answers(desk, given, label=answering.FILL_DOWN, seen=found.seen))


def _dpt_of(desk: Desk, subject: str) -> int | None:
    if places.kind_of(subject) is not places.Kind.TPS:
        return None
    return stations.station(desk, subject).row.dpt
