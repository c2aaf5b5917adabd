# SPDX-License-Identifier: Apache-2.0
"""Activities as they are read: the list, one with its chain, people and visits, and what its surat tugas says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desk_app.base.text import _
from desk_app.data import activity_list, arrivals, team_list
from desk_app.domain import activities as rules
from desk_app.domain import errors, words
from desk_app.domain import teams as team_rules
from desk_app.operations import (
    activities,
    activity_people,
    checklist_pages,
    days,
    elections,
    places,
    settings,
    tasks,
    visits,
)
from desk_app.operations.desk import Desk

N_ = words.N_
ActivityFilter = activity_list.ActivityFilter
Passed = rules.Passed
Stage = rules.Stage
Visit = visits.Visit


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity in the list. `when`: "14-02-2024 09.00–12.00". `open_step`: what is to be done next, None when all
    is. `team_label`: "Tim VIII"."""

    no: int
    kind: str
    title: str
    from_day: str
    to_day: str
    from_minute: int | None
    to_minute: int | None
    when: str
    place: str
    place_label: str
    site: str
    description: str
    figures: str
    pair: str
    participants: int | None
    note: str
    stage: Stage
    open_step: rules.Step | None
    team: int
    team_label: str
    officers: int
    guests: int
    present: int
    visits: int

    @property
    def kind_label(self) -> str:
        return rules.KIND_LABELS.get(self.kind, self.kind)


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the checklist to look at."""

    code: str
    label: str
    phase: int


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity with all that hangs on it. `seen`: what a save from a form with these values tells that it had
    seen."""

    row: ActivityRow
    values: dict[str, Any]
    chain: tuple[tuple[rules.Step, Passed], ...]
    people: tuple[activity_people.Person, ...]
    visits: tuple[Visit, ...]
    tasks: tuple[tasks.Task, ...]
    points: tuple[Point, ...]
    not_needed: tuple[str, ...]
    cancelled: bool
    reported_at: int
    seen: int | None = field(default=None, compare=False)

    def of_part(self, part: rules.Part) -> tuple[activity_people.Person, ...]:
        officer = rules.Part.OFFICER
        return tuple(one for one in self.people if (one.part == officer) == (part is officer))


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a surat tugas says: its number and day, who goes (records of members where known), why, where and when."""

    number: str
    day: str
    purpose: str
    place: str
    from_day: str
    to_day: str
    team_label: str
    people: tuple[activity_people.Person, ...]
    members: tuple[team_list.Member, ...]


def rows(desk: Desk, chosen: ActivityFilter | None = None, stages: Sequence[Stage] = ()) -> list[ActivityRow]:
    """The activities that a filter leaves, the latest first; `stages`: only those that are so far."""
    with desk.reading() as connection:
        found = activity_list.search(connection, settings.event_code(desk), chosen or ActivityFilter())
    labels = places.place_labels(desk, {one.row.place for one in found if one.row.place})
    today = days.today(desk)
    listed = [_row(one, labels, today) for one in found]
    return [one for one in listed if not stages or one.stage in stages]


def activity(desk: Desk, no: int) -> Activity:
    """One activity. Raises NotFound."""
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        found = activity_list.one(connection, no)
        if found is None:
            raise errors.NotFound(N_("Kegiatan itu tidak ada."))
        named = activity_list.attendance(connection, no)
    labels = places.place_labels(desk, [found.row.place] if found.row.place else [])
    told = _written(found)
    return Activity(
        row=_row(found, labels, days.today(desk)),
        values={name: getattr(found.row, name) for name in activities.FIELDS},
        chain=rules.chain(told),
        people=tuple(activity_people.person_of(row) for row in named),
        visits=tuple(visits.of_activity(desk, no)),
        tasks=tuple(tasks.rows(desk, tasks.TaskFilter(source=no))),
        points=_points(desk, rules.parse_codes(found.row.points)),
        not_needed=rules.parse_codes(found.row.not_needed),
        cancelled=found.row.state == rules.CANCELLED,
        reported_at=found.row.reported_at or 0,
        seen=seen,
    )


def waiting(desk: Desk) -> int:
    """How many activities are over and have no report yet."""
    with desk.reading() as connection:
        return activity_list.unreported(connection, settings.event_code(desk), days.today(desk).isoformat())


def assignment(desk: Desk, no: int) -> Assignment:
    """What the surat tugas of an activity says."""
    found = activity(desk, no)
    officers = found.of_part(rules.Part.OFFICER)
    with desk.reading() as connection:
        members = team_list.all_members(connection, settings.event_code(desk))
    named = {one.member for one in officers if one.member}
    return Assignment(
        number=str(found.values["letter_number"] or ""),
        day=str(found.values["letter_date"] or ""),
        purpose=found.row.title,
        place=places.full_labels(desk, [found.row.place]).get(found.row.place, ""),
        from_day=found.row.from_day,
        to_day=found.row.to_day,
        team_label=found.row.team_label,
        people=officers,
        members=tuple(
            one
            for one in members
            if one.no in named or (not officers and found.row.team and one.team == found.row.team and not one.replaced)
        ),
    )


def item_choices(desk: Desk) -> list[Point]:
    """The points of the checklist that can be looked at, in order."""
    template = elections.checklist_for(elections.working_event(desk), desk.identity.place)
    return [Point(item.code, checklist_pages.item_label(item), item.phase) for item in template.items]


def _points(desk: Desk, codes: Sequence[str]) -> tuple[Point, ...]:
    known = {one.code: one for one in item_choices(desk)} if codes else {}
    # One of another version of the checklist is shown by its code.
    return tuple(known.get(code, Point(code, code, 0)) for code in codes)


def _written(found: activity_list.Counted) -> rules.Written:
    row = found.row
    return rules.Written(
        kind=row.kind or activities.Kind.OTHER.value,
        from_day=row.from_day or "",
        to_day=row.to_day or "",
        letter_number=row.letter_number or "",
        sent=found.officers + bool(row.team),
        invitation_number=row.invitation_number or "",
        guests=found.guests,
        points=len(rules.parse_codes(row.points)) + bool(row.watched),
        present=found.present,
        visits=found.visits,
        told=found.told,
        result=row.result or "",
        participants=row.participants,
        minutes=row.minutes or "",
        reported_at=row.reported_at or 0,
        not_needed=rules.parse_codes(row.not_needed),
        state=row.state or "",
    )


def _row(found: activity_list.Counted, labels: dict[str, str], today: date) -> ActivityRow:
    row = found.row
    told = _written(found)
    return ActivityRow(
        no=row.no,
        kind=told.kind,
        title=row.title or "",
        from_day=told.from_day,
        to_day=told.to_day,
        from_minute=row.from_minute,
        to_minute=row.to_minute,
        when=when_words(told.from_day, told.to_day, row.from_minute, row.to_minute),
        place=row.place or "",
        place_label=labels.get(row.place or "", ""),
        site=row.site or "",
        description=row.description or "",
        figures=row.figures or "",
        pair=row.pair or "",
        participants=row.participants,
        note=row.note or "",
        stage=rules.stage(told, today),
        open_step=rules.next_step(told),
        team=row.team or 0,
        team_label=_team_label(found),
        officers=found.officers,
        guests=found.guests,
        present=found.present,
        visits=found.visits,
    )


def _team_label(found: activity_list.Counted) -> str:
    if found.team_number:
        return _("Tim {number}").format(number=team_rules.roman(found.team_number))
    return found.team_name


def when_words(from_day: str, to_day: str, from_minute: int | None, to_minute: int | None) -> str:
    """Day and hour as a list shows them: "14-02-2024 09.00–12.00", "14-02-2024 s.d. 16-02-2024"."""
    if not from_day:
        return ""
    said = _dotted(from_day)
    if to_day and to_day != from_day:
        said += f" s.d. {_dotted(to_day)}"
    hours = rules.minutes_words(from_minute)
    if hours and to_minute is not None:
        hours += f"–{rules.minutes_words(to_minute)}"
    return f"{said} {hours}".rstrip()


def _dotted(day: str) -> str:
    return date.fromisoformat(day).strftime("%d-%m-%Y")
