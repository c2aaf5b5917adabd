# SPDX-License-Identifier: Apache-2.0
"""Kegiatan: planned, sent out with a letter, watched by points of the checklist, told of, and reported — one chain."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desk_app.base.text import _
from desk_app.data import activity_list, arrivals, team_list, unit_of_work
from desk_app.domain import activities as rules
from desk_app.domain import checklists, errors, records, words
from desk_app.domain import teams as team_rules
from desk_app.operations import checklist_pages, days, elections, places, settings, tasks, territory, visits
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
ActivityFilter = activity_list.ActivityFilter
Kind = rules.Kind
Step = rules.Step
Passed = rules.Passed
Stage = rules.Stage
Part = rules.Part
Visit = visits.Visit

FIELDS = (
    "kind",
    "title",
    "from_day",
    "to_day",
    "from_minute",
    "to_minute",
    "place",
    "site",
    "description",
    "team",
    "participants",
    "figures",
    "pair",
    "result",
    "note",
    "letter_number",
    "letter_date",
    "watched",
    "invitation_number",
    "invitation_date",
    "agenda",
    "minutes",
    "report",
)
"""What can be written at will; points, passed-over steps, cancelling and reporting have verbs of their own."""

PERSON_FIELDS = ("name", "office", "unit", "note", "present")
_STEP = 10


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
    open_step: Step | None
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
class Person:
    """Somebody who is named with an activity: sent (`petugas`) or invited. `present` None: nobody has said."""

    no: int
    part: str
    name: str
    office: str
    unit: str
    present: bool | None
    member: int
    note: str

    @property
    def label(self) -> str:
        return ", ".join(part for part in (self.office, self.name) if part) or self.unit


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
    chain: tuple[tuple[Step, Passed], ...]
    people: tuple[Person, ...]
    visits: tuple[Visit, ...]
    tasks: tuple[tasks.Task, ...]
    points: tuple[Point, ...]
    not_needed: tuple[str, ...]
    cancelled: bool
    reported_at: int
    seen: int | None = field(default=None, compare=False)

    def of_part(self, part: Part) -> tuple[Person, ...]:
        return tuple(one for one in self.people if (one.part == Part.OFFICER) == (part is Part.OFFICER))


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
    people: tuple[Person, ...]
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
        values={name: getattr(found.row, name) for name in FIELDS},
        chain=rules.chain(told),
        people=tuple(_person(row) for row in named),
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


def new_activity(desk: Desk, title: str, kind: str = Kind.OTHER.value, **values: Any) -> int:
    """Plan an activity; one line is enough. `values`: other `FIELDS`. Returns its record. Raises Refused."""
    if not title.strip():
        raise errors.Refused(N_("Tulis nama kegiatannya."))
    told = checked(desk, {"place": desk.identity.place, "kind": kind} | values | {"title": title})
    rules.check_days(str(told.get("from_day") or ""), str(told.get("to_day") or ""))
    made = told | {"event": settings.event_code(desk)}
    return transact(desk, N_("Kegiatan baru"), lambda unit: unit.create(records.ACTIVITY, made))


def edit_activity(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `FIELDS`. `seen`: as the form was filled; what came in since stands beside."""
    told = checked(desk, values)

    def work(unit: unit_of_work.Unit) -> bool:
        if {"from_day", "to_day"} & told.keys():
            held = dict(unit.values(records.ACTIVITY, no)) | told
            rules.check_days(str(held.get("from_day") or ""), str(held.get("to_day") or ""))
        return unit.set(records.ACTIVITY, no, told, seen=seen)

    return transact(desk, N_("Kegiatan"), work)


def set_points(desk: Desk, no: int, codes: Sequence[str], *, seen: int | None = None) -> None:
    """Say which points of the checklist are looked at. Raises NotFound for one that is not in it."""
    template = elections.checklist_for(elections.working_event(desk), desk.identity.place)
    for code in codes:
        checklists.item(template, code)
    told = {"points": rules.write_codes(codes) or None}
    transact(desk, N_("Lembar pantau"), lambda unit: unit.set(records.ACTIVITY, no, told, seen=seen))


def pass_over(desk: Desk, no: int, step: Step, *, passed: bool = True) -> None:
    """Say that a step is not needed, or is after all. Raises Refused for one that no activity may do without."""
    if passed and step not in rules.OPTIONAL:
        raise errors.Refused(N_("Langkah {step} tidak dapat dilewati."), step=words.phrase(rules.STEP_LABELS[step]))

    def work(unit: unit_of_work.Unit) -> None:
        held = list(rules.parse_codes(unit.values(records.ACTIVITY, no).get("not_needed")))
        left = [one for one in held if one != step.value] + ([step.value] if passed else [])
        unit.set(records.ACTIVITY, no, {"not_needed": rules.write_codes(left) or None})

    transact(desk, N_("Langkah kegiatan"), work)


def cancel(desk: Desk, no: int, *, cancelled: bool = True) -> None:
    """The activity does not take place, or does after all."""
    told = {"state": rules.CANCELLED if cancelled else None}
    label = N_("Kegiatan batal") if cancelled else N_("Kegiatan jadi diadakan")
    transact(desk, label, lambda unit: unit.set(records.ACTIVITY, no, told))


def finish_report(desk: Desk, no: int, text: str, *, seen: int | None = None) -> None:
    """The report of the activity is written. Raises Refused for an empty one."""
    if not text.strip():
        raise errors.Refused(N_("Tulis laporannya dahulu, atau susun drafnya dari isian kegiatan."))
    told = {"report": text, "reported_at": desk.now()}
    transact(desk, N_("Laporan kegiatan selesai"), lambda unit: unit.set(records.ACTIVITY, no, told, seen=seen))


def reopen_report(desk: Desk, no: int) -> None:
    """The report is worked on again; its text stays."""
    transact(
        desk, N_("Laporan kegiatan dibuka lagi"), lambda unit: unit.set(records.ACTIVITY, no, {"reported_at": None})
    )


def delete_activity(desk: Desk, no: int) -> None:
    """Take an activity out of the list (a slip of typing), with who and what was named with it; its tasks stay."""

    def work(unit: unit_of_work.Unit) -> None:
        unit.delete(records.ACTIVITY, no)
        for row in activity_list.attendance(unit.connection, no):
            unit.delete(records.ATTENDANCE, row.no)
        for row in activity_list.visits(unit.connection, no):
            unit.delete(records.VISIT, row.no)

    transact(desk, N_("Kegiatan dihapus"), work)


def add_person(
    desk: Desk, activity_no: int, part: Part, *, name: str = "", office: str = "", unit: str = "", member: int = 0
) -> int:
    """Name an officer or a guest. Raises Refused for nobody."""
    if not (name.strip() or office.strip() or unit.strip()):
        raise errors.Refused(N_("Isi jabatan, nama atau instansinya."))
    told = {"name": name, "office": office, "unit": unit, "member": member or None}
    return _add_people(desk, activity_no, part, [told])[0]


def add_team(desk: Desk, activity_no: int, part: Part, team: int) -> int:
    """Name all members of a team who are not named yet; returns how many were added."""
    with desk.reading() as connection:
        named = {row.member for row in activity_list.attendance(connection, activity_no)}
        members = team_list.all_members(connection, settings.event_code(desk))
    wanted = [
        {"name": one.person, "office": one.office, "unit": one.unit, "member": one.no}
        for one in members
        if one.team == team and not one.replaced and one.no not in named
    ]
    return len(_add_people(desk, activity_no, part, wanted)) if wanted else 0


def edit_person(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `PERSON_FIELDS` of somebody who is named."""
    for name in values:
        if name not in PERSON_FIELDS:
            raise ValueError(f"nobody has a field {name} to write")
    return transact(
        desk, N_("Peserta kegiatan"), lambda unit: unit.set(records.ATTENDANCE, no, values, seen=seen)
    )


def mark_present(desk: Desk, numbers: Sequence[int], present: bool | None) -> None:
    """Say of several that they came, did not, or that nobody knows; undone as one."""

    def work(unit: unit_of_work.Unit) -> None:
        for no in numbers:
            unit.set(records.ATTENDANCE, no, {"present": present})

    transact(desk, N_("Daftar hadir"), work)


def remove_person(desk: Desk, no: int) -> None:
    transact(desk, N_("Peserta dikeluarkan"), lambda unit: unit.delete(records.ATTENDANCE, no))


def assignment(desk: Desk, no: int) -> Assignment:
    """What the surat tugas of an activity says."""
    found = activity(desk, no)
    officers = found.of_part(Part.OFFICER)
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


def checked(desk: Desk, values: dict[str, Any]) -> dict[str, Any]:
    """Look over what is to be written about an activity. Raises Refused."""
    told = dict(values)
    for name in told:
        if name not in FIELDS:
            raise ValueError(f"an activity has no field {name} to write")
    if "title" in told and not str(told["title"] or "").strip():
        raise errors.Refused(N_("Tulis nama kegiatannya."))
    if "place" in told:
        told["place"] = territory.require_own(desk, str(told["place"] or desk.identity.place)).subject
    if "kind" in told and told["kind"] not in set(Kind):
        raise errors.Refused(N_("Jenis kegiatan “{text}” tidak ada."), text=told["kind"])
    if "team" in told:
        told["team"] = told["team"] or None
    return told


def _add_people(desk: Desk, activity_no: int, part: Part, wanted: Sequence[dict[str, Any]]) -> list[int]:
    label = N_("Petugas kegiatan") if part is Part.OFFICER else N_("Undangan kegiatan")

    def work(unit: unit_of_work.Unit) -> list[int]:
        held = activity_list.attendance(unit.connection, activity_no)
        last = max((row.position or 0 for row in held), default=0)
        return [
            unit.create(
                records.ATTENDANCE,
                told | {"activity": activity_no, "part": part.value, "position": last + at * _STEP},
            )
            for at, told in enumerate(wanted, 1)
        ]

    return transact(desk, label, work)


def _points(desk: Desk, codes: Sequence[str]) -> tuple[Point, ...]:
    known = {one.code: one for one in item_choices(desk)} if codes else {}
    # One of another version of the checklist is shown by its code.
    return tuple(known.get(code, Point(code, code, 0)) for code in codes)


def _person(row: Any) -> Person:
    return Person(
        no=row.no,
        part=row.part or Part.GUEST.value,
        name=row.name or "",
        office=row.office or "",
        unit=row.unit or "",
        present=row.present,
        member=row.member or 0,
        note=row.note or "",
    )


def _written(found: activity_list.Counted) -> rules.Written:
    row = found.row
    return rules.Written(
        kind=row.kind or Kind.OTHER.value,
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
