# SPDX-License-Identifier: Apache-2.0
"""Piket posko: who sits in the posko of this office and when, a week at a sight, hours with nobody in it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from desk_app.data import arrivals, roster_list, team_list, unit_of_work
from desk_app.domain import errors, records, roster, words
from desk_app.operations import change_settings, days, field_names, settings
from desk_app.operations import values as spoken
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

FIELDS = ("day", "start", "end", "member", "person", "note")
HOURS = "posko_hours"
"""The setting: when the posko is open, "07.00–22.00"; empty: day and night."""

LONGEST = 62
"""Days that one new shift is written for at most."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift in words. `name`: of the member, else who was written down; `office`: of the member."""

    no: int
    day: date
    start: int
    end: int
    member: int
    person: str
    name: str
    office: str
    note: str

    @property
    def span(self) -> roster.Span:
        return roster.span(self.day, self.start, self.end)

    @property
    def hours(self) -> str:
        """ "19.00–07.00"."""
        return roster.write_hours(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from Monday. `shifts`: all that lie in it, one of the Sunday before that goes on into it, too.

    `holes`: when nobody is there though the posko is open, on the days for which there is a roster. `hours`: when it is
    open, as minutes; equal ones: day and night. `seen`: what a save from a form with these values has seen.
    """

    days: tuple[date, ...]
    shifts: tuple[Shift, ...]
    holes: tuple[roster.Span, ...]
    hours: tuple[int, int]
    seen: int | None = field(default=None, compare=False)

    def of_day(self, day: date) -> tuple[Shift, ...]:
        """The shifts that begin on a day."""
        return tuple(one for one in self.shifts if one.day == day)


def week(desk: Desk, day: date | None = None) -> Week:
    """The week of a day, of today without one."""
    found = roster.week(day or days.today(desk))
    hours = open_hours(desk)
    event, place = settings.event_code(desk), desk.identity.place
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        before = (found[0] - timedelta(days=1)).isoformat()
        kept = roster_list.shifts(connection, event, place, before, found[-1].isoformat())
        bounds = roster_list.bounds(connection, event, place)
        members = {one.no: one for one in team_list.all_members(connection, event)}
    whole = roster.days(found[0], found[-1])
    shifts = [one for one in (_shift(row, members) for row in kept) if one.span.meets(whole)]
    holes: list[roster.Span] = []
    if bounds is not None:
        first = max(found[0], date.fromisoformat(bounds[0]))
        last = min(found[-1], date.fromisoformat(bounds[1]))
        holes = roster.holes(roster.open_hours(first, last, *hours), [one.span for one in shifts])
    return Week(found, tuple(shifts), tuple(holes), hours, seen)


def shifts(desk: Desk, first: str = "", last: str = "") -> list[Shift]:
    """The shifts from a day to a day (ISO; "": all), in order."""
    event = settings.event_code(desk)
    with desk.reading() as connection:
        kept = roster_list.shifts(connection, event, desk.identity.place, first, last)
        members = {one.no: one for one in team_list.all_members(connection, event)}
    return [_shift(row, members) for row in kept]


def on_duty(desk: Desk, moment: int | None = None) -> list[Shift]:
    """Who sits in the posko at a moment, now without one."""
    at = days.local(desk, desk.now() if moment is None else moment)
    minute = at.date().toordinal() * roster.DAY + at.hour * 60 + at.minute
    near = shifts(desk, (at.date() - timedelta(days=1)).isoformat(), at.date().isoformat())
    return [one for one in near if one.span.start <= minute < one.span.end]


def new_shift(
    desk: Desk, day: str, start: int, end: int, *, member: int = 0, person: str = "", note: str = "", until: str = ""
) -> list[int]:
    """Put somebody on the roster, the same hours on each day `until` another one. Returns the records.

    Raises Refused without anybody, or without a day.
    """
    if not member and not person.strip():
        raise errors.Refused(N_("Pilih petugas piket."))
    first = _day(day)
    last = _day(until) if until else first
    if last < first:
        raise errors.Refused(N_("Tanggal akhir lebih awal daripada tanggal mulai."))
    if (last - first).days >= LONGEST:
        raise errors.Refused(N_("Paling lama {most} hari sekaligus."), most=LONGEST)
    told = {"start": start, "end": end, "member": member or None, "person": person, "note": note}
    told |= {"event": settings.event_code(desk), "place": desk.identity.place}

    def work(unit: unit_of_work.Unit) -> list[int]:
        days_ = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
        return [unit.create(records.SHIFT, told | {"day": one.isoformat()}) for one in days_]

    return transact(desk, N_("Piket baru"), work)


def edit_shift(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `FIELDS`; a member takes the place of who was written down, and the other way round."""
    field_names.require_known(values, FIELDS, "a roster")
    if "day" in values:
        _day(values["day"] or "")
    told = dict(values)
    if told.get("member"):
        told.setdefault("person", None)
    elif told.get("person"):
        told.setdefault("member", None)

    def work(unit: unit_of_work.Unit) -> bool:
        held = {**unit.values(records.SHIFT, no), **told}
        if not held.get("member") and not held.get("person"):
            raise errors.Refused(N_("Pilih petugas piket."))
        return unit.set(records.SHIFT, no, told, seen=seen)

    return transact(desk, N_("Piket posko"), work)


def delete_shift(desk: Desk, no: int) -> None:
    """Take a shift off the roster."""
    transact(desk, N_("Piket dihapus"), lambda unit: unit.delete(records.SHIFT, no))


def copy_week(desk: Desk, source: date, target: date) -> int:
    """Write the roster of a week for another one, on the same days of the week; what stands there already is left.

    Members who serve no longer are left out. Returns how many shifts were written.
    """
    ahead = (roster.monday(target) - roster.monday(source)).days
    if ahead == 0:
        raise errors.Refused(N_("Pilih minggu yang lain."))
    held = week(desk, source)
    there = {(one.day, one.start, one.end, one.member, one.person) for one in week(desk, target).shifts}
    event = settings.event_code(desk)
    with desk.reading() as connection:
        gone = {one.no: one.replaced_on for one in team_list.all_members(connection, event) if one.replaced}
    made: list[dict[str, Any]] = []
    for one in held.shifts:
        day = one.day + timedelta(days=ahead)
        is_gone = one.member in gone and gone[one.member] <= day.isoformat()
        if one.day in held.days and (day, one.start, one.end, one.member, one.person) not in there and not is_gone:
            told = {"start": one.start, "end": one.end, "member": one.member or None, "person": one.person}
            made.append(told | {"day": day.isoformat(), "note": one.note})
    told_all = {"event": event, "place": desk.identity.place}

    def work(unit: unit_of_work.Unit) -> int:
        for told in made:
            unit.create(records.SHIFT, told_all | told)
        return len(made)

    return transact(desk, N_("Piket disalin dari minggu lain"), work)


def open_hours(desk: Desk) -> tuple[int, int]:
    """When the posko is open, in minutes; equal ones: day and night."""
    return _hours(settings.get(desk, HOURS))


def set_open_hours(desk: Desk, text: str) -> None:
    """Say when the posko is open: "07.00–22.00", "" for day and night. Raises Refused."""
    start, end = _hours(text)
    change_settings.set_many(desk, {HOURS: roster.write_hours(start, end) if start != end else ""})


def text_of_week(desk: Desk, day: date | None = None) -> str:
    """The roster of a week as lines for a chat (Salin untuk WA): without phones."""
    held = week(desk, day)
    lines = [f"*Piket Posko {desk.identity.name}*", f"{_day_words(held.days[0])} s.d. {_day_words(held.days[-1])}"]
    for one in held.days:
        of_day = held.of_day(one)
        if of_day:
            lines += ["", f"*{DAY_NAMES[one.weekday()]}, {_day_words(one)}*"]
            lines += [f"{shift.hours} {shift.name}{f' ({shift.note})' if shift.note else ''}" for shift in of_day]
    return "\n".join(lines) + "\n"


DAY_NAMES = (N_("Senin"), N_("Selasa"), N_("Rabu"), N_("Kamis"), N_("Jumat"), N_("Sabtu"), N_("Minggu"))


def _hours(text: str) -> tuple[int, int]:
    if not text.strip():
        return 0, 0
    start, found, end = text.replace("-", "–").replace("s.d.", "–").partition("–")
    if not found:
        raise errors.Refused(N_("“{text}” bukan jam buka. Tulis seperti 07.00–22.00."), text=text.strip())
    return roster.read_hour(start), roster.read_hour(end)


def _day(text: str) -> date:
    found = records.SHIFT.field("day").check(text)
    if not found:
        raise errors.Refused(N_("Isi tanggal piket."))
    return date.fromisoformat(str(found))


def _day_words(day: date) -> str:
    return spoken.day_words(day.isoformat())


def _shift(row: roster_list.Shift, members: dict[int, team_list.Member]) -> Shift:
    member = members.get(row.member)
    name = member.name if member is not None else row.person
    office = member.office if member is not None else ""
    day = date.fromisoformat(row.day)
    return Shift(row.no, day, row.start, row.end, row.member, row.person, name, office, row.note)
