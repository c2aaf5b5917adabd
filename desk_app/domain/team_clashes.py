# SPDX-License-Identifier: Apache-2.0
"""What cannot be so in teams and roster: one person twice at a time, piket while on leave, days outside a period.

Each is only shown with what to do; nothing is forbidden, since a decree may say it so.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from desk_app.domain import people, roster
from desk_app.domain.words import N_

MOST = 40
"""Of so many records with one name at most every pair is looked at."""


class Kind(StrEnum):
    """What clashes."""

    PERSON_TWICE = "person_twice"
    OFFICE_TWICE = "office_twice"
    SHIFT_ON_LEAVE = "shift_on_leave"
    SHIFT_TWICE = "shift_twice"
    SHIFT_OUTSIDE = "shift_outside"
    MEMBER_OUTSIDE = "member_outside"
    TEAM_OUTSIDE = "team_outside"


KIND_LABELS: dict[Kind, str] = {
    Kind.PERSON_TWICE: N_("Orang yang sama di dua tim pada waktu yang sama"),
    Kind.OFFICE_TWICE: N_("Jabatan yang sama di dua tim pada waktu yang sama"),
    Kind.SHIFT_ON_LEAVE: N_("Piket pada hari cuti atau dinas luar"),
    Kind.SHIFT_TWICE: N_("Dua piket bertumpuk"),
    Kind.SHIFT_OUTSIDE: N_("Piket di luar masa tugas"),
    Kind.MEMBER_OUTSIDE: N_("Anggota di luar masa tugas tim"),
    Kind.TEAM_OUTSIDE: N_("Tim di luar masa berlaku SK"),
}

KIND_MEASURES: dict[Kind, str] = {
    Kind.PERSON_TWICE: N_("Pilih satu tim, atau atur Bertugas mulai dan Bertugas sampai agar tidak bertumpuk."),
    Kind.OFFICE_TWICE: N_("Keluarkan dari satu tim, atau isi nama bila memang dua orang."),
    Kind.SHIFT_ON_LEAVE: N_("Tukar piket dengan petugas lain, atau perbaiki tanggal cutinya."),
    Kind.SHIFT_TWICE: N_("Ubah jam salah satu, atau pilih petugas lain."),
    Kind.SHIFT_OUTSIDE: N_("Pilih petugas yang bertugas pada hari itu."),
    Kind.MEMBER_OUTSIDE: N_("Sesuaikan masa tugas anggota, atau masa tugas timnya."),
    Kind.TEAM_OUTSIDE: N_("Sesuaikan masa tugas tim, atau catat SK Perubahan yang memperpanjangnya."),
}

FIRST, LAST = date.min, date.max
_MANY = frozenset(("staf", "anggota", "operator", "personel", "petugas", "pelaksana", "babinsa", "bhabinkamtibmas",
                   "lurah", "kades", "relawan", "linmas", "pelapor"))
"""Offices that several people hold: the first word."""


@dataclass(frozen=True, slots=True)
class Served:
    """A member with his days; `team` 0: of a section or of the desk itself. `number`: digits of the NIP, "" if none."""

    no: int
    team: int
    person: str
    office: str
    number: str
    first: date = FIRST
    last: date = LAST


@dataclass(frozen=True, slots=True)
class Away:
    """A leave: its record, whose, from which day to which."""

    no: int
    member: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Duty:
    """A shift: its record, whose (0: somebody who is in no team), when."""

    no: int
    member: int
    person: str
    when: roster.Span


@dataclass(frozen=True, slots=True)
class Period:
    """The days of a team or of a decree; `of`: the record."""

    of: int
    first: date = FIRST
    last: date = LAST


@dataclass(frozen=True, slots=True)
class Clash:
    """Two records that do not go together, and from when to when; `first` of a span without beginning is `FIRST`."""

    kind: Kind
    one: int
    other: int
    first: date
    last: date


def identities(members: Iterable[Served]) -> dict[int, Hashable]:
    """Who each member is: the same key is the same person; one without name and number is only himself.

    A name with one number among all members is that number; with several it is several people of one name.
    """
    members = list(members)
    names = {one.no: people.plain_name(one.person) for one in members}
    numbers: dict[str, set[str]] = {}
    for one in members:
        if one.number and names[one.no]:
            numbers.setdefault(names[one.no], set()).add(one.number)
    found: dict[int, Hashable] = {}
    for one in members:
        name = names[one.no]
        known = numbers.get(name, set()) if name else set()
        found[one.no] = one.number or (next(iter(known)) if len(known) == 1 else name) or one.no
    return found


def of_members(members: Sequence[Served]) -> list[Clash]:
    """The same person, or the same office, in two teams on the same days."""
    in_teams = [one for one in members if one.team and one.first <= one.last]
    whose = identities(in_teams)
    found: list[Clash] = []
    by_person: dict[tuple[int, int], None] = {}
    for one, other in _pairs((whose[member.no], member) for member in in_teams):
        if one.team != other.team and (days := _both(one, other)):
            by_person[one.no, other.no] = None
            found.append(Clash(Kind.PERSON_TWICE, one.no, other.no, *days))
    for one, other in _pairs((_office(member), member) for member in in_teams if _office(member)):
        named = bool(one.person and other.person)
        if one.team != other.team and not named and (one.no, other.no) not in by_person and (days := _both(one, other)):
            found.append(Clash(Kind.OFFICE_TWICE, one.no, other.no, *days))
    return found


def of_periods(members: Sequence[Served], teams: Sequence[Period]) -> list[Clash]:
    """Members whose own days go beyond those of their team."""
    held = {one.of: one for one in teams}
    found = []
    for member in members:
        team = held.get(member.team)
        if team is not None and _beyond(member.first, member.last, team):
            found.append(Clash(Kind.MEMBER_OUTSIDE, member.no, team.of, member.first, member.last))
    return found


def of_teams(teams: Iterable[tuple[Period, Period]]) -> list[Clash]:
    """Teams whose days go beyond those of their decree, given beside each."""
    return [
        Clash(Kind.TEAM_OUTSIDE, team.of, decree.of, team.first, team.last)
        for team, decree in teams
        if _beyond(team.first, team.last, decree)
    ]


def of_roster(members: Sequence[Served], leaves: Iterable[Away], shifts: Sequence[Duty]) -> list[Clash]:
    """Piket while on leave or outside the days of the member, and two at once. One person may be several members."""
    known = {one.no: one for one in members}
    whose = identities(members)
    found: list[Clash] = []
    away: dict[Hashable, list[Away]] = {}
    for leave in leaves:
        away.setdefault(whose.get(leave.member, leave.member), []).append(leave)
    busy: dict[Hashable, list[Duty]] = {}
    for shift in shifts:
        key = whose.get(shift.member, shift.member) if shift.member else people.plain_name(shift.person)
        if not key:
            continue
        day = shift.when.day
        for leave in away.get(key, ()):
            if roster.days(leave.first, leave.last).meets(shift.when):
                found.append(Clash(Kind.SHIFT_ON_LEAVE, shift.no, leave.no, day, day))
        member = known.get(shift.member)
        if member is not None and not member.first <= day <= member.last:
            found.append(Clash(Kind.SHIFT_OUTSIDE, shift.no, member.no, day, day))
        busy.setdefault(key, []).append(shift)
    for of_one in busy.values():
        ordered = sorted(of_one, key=lambda one: one.when)
        for at, shift in enumerate(ordered):
            for other in ordered[at + 1 :]:
                if other.when.start >= shift.when.end:
                    break
                day = other.when.day
                found.append(Clash(Kind.SHIFT_TWICE, shift.no, other.no, day, day))
    return found


def day(text: str, otherwise: date) -> date:
    """A day kept as ISO text, another one where it is empty or no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return otherwise


def before(day_: date) -> date:
    """The day before; the first of all stays."""
    return day_ - timedelta(days=1) if day_ > FIRST else day_


def _pairs(keyed: Iterable[tuple[Hashable, Served]]) -> Iterator[tuple[Served, Served]]:
    held: dict[Hashable, list[Served]] = {}
    for key, member in keyed:
        held.setdefault(key, []).append(member)
    for alike in held.values():
        yield from combinations(alike[:MOST], 2)


def _office(member: Served) -> str:
    words = member.office.casefold().split()
    return "" if not words or words[0] in _MANY else " ".join(words)


def _both(one: Served, other: Served) -> tuple[date, date] | None:
    first, last = max(one.first, other.first), min(one.last, other.last)
    return (first, last) if first <= last else None


def _beyond(first: date, last: date, period: Period) -> bool:
    """Whether days that are known go beyond those of a period."""
    return (first != FIRST and not period.first <= first <= period.last) or (
        last != LAST and not period.first <= last <= period.last
    )
