# SPDX-License-Identifier: Apache-2.0
"""PSU and the like as they are read: each with its TPS, where it stands, and the days that are left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desk_app.data import arrivals, revote_list
from desk_app.domain import errors, words
from desk_app.domain import revotes as rules
from desk_app.operations import days, elections, revote_limits, settings
from desk_app.operations import places as finding
from desk_app.operations.desk import Desk

N_ = words.N_
Due = rules.Due


@dataclass(frozen=True, slots=True)
class RevoteRow:
    """One record. Days are ISO text, "" while unknown. `dpt`: of the TPS now; `voters`: when it was held.

    `state` and `kind` are codes, also ones that only a newer version knows; `race`: "" for all; `count`: how the days
    stand. `seen`: what a save from a form with these values tells that it had seen.
    """

    no: int
    place: str
    place_label: str
    district: str
    kind: str
    state: str
    cause: str
    ordered_by: str
    basis: str
    ordered_on: str
    planned_on: str
    held_on: str
    reason: str
    voters: int | None
    users: int | None
    dpt: int | None
    note: str
    issue: int
    issue_number: str
    count: rules.Count
    race: str = ""
    race_label: str = ""
    seen: int | None = field(default=None, compare=False)

    @property
    def kind_label(self) -> str:
        """The kind as it is abbreviated everywhere: "PSU"."""
        return self.kind.upper()

    @property
    def what_label(self) -> str:
        """The kind with the race it is of, where it is of one alone: "PSU Pilgub"."""
        return f"{self.kind_label} {self.race_label}".strip()

    @property
    def state_label(self) -> str:
        """Where it stands (a msgid); the code itself where only a newer version knows it."""
        return rules.STATE_LABELS[rules.State(self.state)] if self.state in set(rules.State) else self.state

    @property
    def basis_label(self) -> str:
        """Whose it rests on (a msgid)."""
        known = self.ordered_by in set(rules.Basis)
        return rules.BASIS_LABELS[rules.Basis(self.ordered_by)] if known else self.ordered_by

    @property
    def is_open(self) -> bool:
        """Whether it waits to be held."""
        return self.state in set(rules.OPEN)

    @property
    def due(self) -> Due:
        """Whether it waits with its limit over, or close."""
        return self.count.due if self.is_open else Due.NONE


def rows(desk: Desk, area: str = "", *, issue: int = 0, open_only: bool = False) -> list[RevoteRow]:
    """The records of the office's area or of one region, by place; those of one issue."""
    code = settings.event_code(desk)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        found = revote_list.rows(connection, code, area or desk.identity.place, issue)
    labels = finding.full_labels(desk, [row.place for row in found if row.place])
    kept = revote_limits.limits(desk)
    event = elections.working_event(desk)
    races = {one.code: one.short for one in event.races}
    today = days.today(desk)
    made = [_row(row, labels, kept, races, event.voting_day, today, seen) for row in found]
    return [row for row in made if row.is_open or not open_only]


def record(desk: Desk, no: int) -> RevoteRow:
    """One of them. Raises NotFound."""
    found = next((row for row in rows(desk) if row.no == no), None)
    if found is None:
        raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    return found


def summary(found: Sequence[RevoteRow]) -> list[tuple[str, dict[rules.State, int]]]:
    """How many of each kind stand where; kinds without any are left out."""
    told = []
    for kind in rules.Kind:
        of_kind = [row for row in found if row.kind == kind.value]
        if of_kind:
            by_state = {state: sum(row.state == state for row in of_kind) for state in rules.State}
            told.append((kind.value.upper(), by_state))
    return told


def _row(
    row: Any,
    labels: Mapping[str, str],
    kept: Mapping[revote_limits.Limit, int | None],
    races: Mapping[str, str],
    voting_day: date,
    today: date,
    seen: int,
) -> RevoteRow:
    kind = rules.Kind(row.kind) if row.kind in set(rules.Kind) else rules.Kind.REPEATED
    basis = rules.Basis(row.ordered_by) if row.ordered_by in set(rules.Basis) else None
    count = rules.count_days(
        kind,
        basis,
        voting_day=voting_day,
        ordered_on=date.fromisoformat(row.ordered_on) if row.ordered_on else None,
        held_on=date.fromisoformat(row.held_on) if row.held_on else None,
        today=today,
        limits=kept,
    )
    label = labels.get(row.place, row.place or "")
    return RevoteRow(
        no=row.no,
        place=row.place or "",
        place_label=label,
        district=label.rsplit(", ", 1)[-1] if ", " in label else "",
        kind=row.kind or "",
        state=row.state or rules.State.RECOMMENDED.value,
        cause=row.cause or "",
        ordered_by=row.ordered_by or "",
        basis=row.basis or "",
        ordered_on=row.ordered_on or "",
        planned_on=row.planned_on or "",
        held_on=row.held_on or "",
        reason=row.reason or "",
        voters=row.voters,
        users=row.users,
        dpt=row.dpt,
        note=row.note or "",
        issue=row.issue_no or row.issue or 0,
        issue_number=row.issue_number or "",
        count=count,
        race=row.race or "",
        race_label=races.get(row.race or "", row.race or ""),
        seen=seen,
    )
