# SPDX-License-Identifier: Apache-2.0
"""Decrees, sections, teams, members and the districts of teams, read for lists."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import select

from desk_app.data import duplicates, schema
from desk_app.domain import people, records, teams

_decree = schema.by_name["decree"]
_section = schema.by_name["section"]
_team = schema.by_name["team"]
_member = schema.by_name["member"]
_district = schema.by_name["team_district"]


@dataclass(frozen=True, slots=True)
class Decree:
    """A decree that teams stand on; dates are ISO text, "" if not known."""

    no: int
    number: str
    date: str
    subject: str
    period_from: str
    period_to: str
    amends: int = 0
    """The decree that it amends; 0: it stands by itself."""
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A bidang of the desk; `position` is its place in the order of the office."""

    no: int
    name: str
    position: int
    decree: int | None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a team or of a section (0: of the desk itself), in protocol order.

    `nip` is masked; the whole number is for letters only (`member_number`). `replaced`: he serves no longer, his name
    stays on what he did; `replaced_on`: since when, "" for one who was taken out as a slip; `replaced_by`: who came in
    his place. `service`: as it was chosen, "" where it follows from his unit.
    """

    no: int
    team: int
    section: int
    office: str
    person: str
    role: str
    rank: str
    nip: str
    unit: str
    position: int
    replaced: bool
    period_from: str = ""
    period_to: str = ""
    replaced_by: int = 0
    replaced_on: str = ""
    reason: str = ""
    service: str = ""
    decree: int = 0

    @property
    def name(self) -> str:
        """What he is called in a line: his name, his office where no name is known."""
        return self.person or self.office


@dataclass(frozen=True, slots=True)
class Team:
    """A team: `name` may be empty, `label` is "Tim VIII"; `districts` are codes; members that were replaced too."""

    no: int
    number: int
    name: str
    section: int
    decree: int
    period_from: str
    period_to: str
    duty: str
    districts: tuple[str, ...]
    members: tuple[Member, ...]
    former: tuple[int, ...] = ()
    """The numbers that it had before."""

    @property
    def label(self) -> str:
        return f"Tim {teams.roman(self.number)}" if self.number else self.name

    @property
    def present(self) -> tuple[Member, ...]:
        """The members of today."""
        return tuple(member for member in self.members if not member.replaced)


def decrees(connection: sqlalchemy.Connection, event: str) -> list[Decree]:
    rows = connection.execute(
        select(_decree).where(_decree.c.event == event, _decree.c.alive != 0).order_by(_decree.c.date, _decree.c.no)
    )
    return [
        Decree(
            row.no,
            row.number or "",
            row.date or "",
            row.subject or "",
            row.period_from or "",
            row.period_to or "",
            row.amends or 0,
            row.issuer or "",
        )
        for row in rows
    ]


def sections(connection: sqlalchemy.Connection, event: str) -> list[Section]:
    rows = connection.execute(
        select(_section)
        .where(_section.c.event == event, _section.c.alive != 0)
        .order_by(_section.c.position, _section.c.no)
    )
    return [Section(row.no, row.name or "", row.position or 0, row.decree, row.kind or "") for row in rows]


def all_teams(connection: sqlalchemy.Connection, event: str) -> list[Team]:
    """Every team with its members and districts, by number."""
    members: dict[int, list[Member]] = {}
    for member in all_members(connection, event):
        members.setdefault(member.team, []).append(member)
    into = duplicates.every_merged(connection, records.TEAM.no)
    districts: dict[int, list[str]] = {}
    for row in connection.execute(
        select(_district).where(_district.c.alive != 0).order_by(_district.c.district)
    ):
        districts.setdefault(into.get(row.team, row.team), []).append(row.district)
    rows = connection.execute(
        select(_team)
        .where(_team.c.event == event, duplicates.counted(_team))
        .order_by(_team.c.number, _team.c.no)
    )
    return [
        Team(
            no=row.no,
            number=row.number or 0,
            name=row.name or "",
            section=row.section or 0,
            decree=row.decree or 0,
            period_from=row.period_from or "",
            period_to=row.period_to or "",
            duty=row.duty or "",
            districts=tuple(dict.fromkeys(districts.get(row.no, ()))),
            members=tuple(members.get(row.no, ())),
            former=tuple(int(part) for part in (row.former_numbers or "").split(", ") if part.isdigit()),
        )
        for row in rows
    ]


def all_members(connection: sqlalchemy.Connection, event: str) -> list[Member]:
    """Members of teams and sections in protocol order, those that were replaced included.

    Those of a team that was merged stand in the one with which it is shown. One who was written by mistake and taken
    back by undo is no former member.
    """
    taken_back = set(
        connection.execute(
            select(_member.c.no)
            .join(schema.change, schema.change.c.key == _member.c.latest)
            .join(schema.arrival, schema.arrival.c.no == schema.change.c.arrival)
            .where(_member.c.event == event, _member.c.alive == 0, schema.arrival.c.kind == "undo")
        ).scalars()
    )
    rows = connection.execute(
        select(_member)
        .where(_member.c.event == event, duplicates.apart(_member))
        .order_by(_member.c.position, _member.c.no)
    )
    into = duplicates.every_merged(connection, records.TEAM.no)
    one = duplicates.every_merged(connection, records.MEMBER.no)
    return [
        Member(
            no=row.no,
            team=into.get(row.team, row.team or 0),
            section=row.section or 0,
            office=row.office or "",
            person=row.person or "",
            role=row.role or "",
            rank=row.rank or "",
            nip=people.mask_nip(row.nip or ""),
            unit=row.unit or "",
            position=row.position or 0,
            replaced=row.alive == 0 or row.replaced_on is not None,
            period_from=row.period_from or "",
            period_to=row.period_to or "",
            replaced_by=one.get(row.replaced_by, row.replaced_by or 0),
            replaced_on=row.replaced_on or "",
            reason=row.reason or "",
            service=row.service or "",
            decree=row.decree or 0,
        )
        for row in rows
        if row.no not in taken_back
    ]


def district_records(connection: sqlalchemy.Connection, team: int) -> dict[str, list[tuple[int, bool]]]:
    """The records that say which districts a team covers: code → (record, alive)."""
    found: dict[str, list[tuple[int, bool]]] = {}
    for row in connection.execute(
        select(_district).where(_district.c.team.in_([team, *duplicates.merged_with(connection, team)]))
    ):
        found.setdefault(row.district, []).append((row.no, row.alive != 0))
    return found


def teams_of_district(connection: sqlalchemy.Connection, event: str, district: str) -> list[int]:
    """The numbers of the teams that cover a district."""
    rows = connection.execute(
        select(_team.c.number)
        .select_from(_team)
        .join(_district, duplicates.shown_with(_district.c.team) == _team.c.no)
        .where(
            _team.c.event == event, _team.c.alive != 0, _district.c.alive != 0, _district.c.district == district
        )
        .order_by(_team.c.number)
        .distinct()
    )
    return [number for number in rows.scalars() if number]


def member_numbers(connection: sqlalchemy.Connection, members: Sequence[int]) -> dict[int, str]:
    """The whole NIP or NRP of members, for letters only."""
    rows = connection.execute(select(_member.c.no, _member.c.nip).where(_member.c.no.in_(members)))
    return {row.no: row.nip or "" for row in rows}
