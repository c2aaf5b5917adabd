# SPDX-License-Identifier: Apache-2.0
"""What a letter of assignment is made from, as it stands or as this office knew it after an earlier transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy
from sqlalchemy import select

from desk_app.data import duplicates, past, schema
from desk_app.data import team_list as lists
from desk_app.domain import records

_district = schema.by_name["team_district"]


@dataclass(frozen=True, slots=True)
class Person:
    """A member with the whole number, for letters only."""

    no: int
    team: int
    section: int
    office: str
    person: str
    role: str
    rank: str
    number: str
    unit: str
    position: int
    period_from: str
    period_to: str
    replaced_on: str
    service: str


@dataclass(frozen=True, slots=True)
class Group:
    """A team or a section: `number` 0 for a section."""

    no: int
    number: int
    name: str
    decree: int
    period_from: str
    period_to: str
    duty: str
    districts: tuple[str, ...]
    position: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """All of it, in the order of the office."""

    decrees: tuple[lists.Decree, ...]
    sections: tuple[Group, ...]
    teams: tuple[Group, ...]
    members: tuple[Person, ...]


def read(connection: sqlalchemy.Connection, event: str, known: int | None = None) -> Held:
    """As it stands; `known` (a transaction): as it was then, whatever was typed or came in since."""

    def of(declared: records.RecordType) -> list[Mapping[str, Any]]:
        table = schema.tables[declared.no]
        if known is None:
            return [dict(row._mapping) for row in connection.execute(select(table).where(*_of_event(table, event)))]
        numbers = connection.execute(select(table.c.no).where(*_of_event(table, event))).scalars()
        return list(past.rows(connection, declared, numbers, known).values())

    into: dict[int, int] = {}
    for declared in (records.TEAM, records.MEMBER):
        into |= duplicates.every_merged(connection, declared.no)
    living = {declared: [row for row in of(declared) if row["alive"] != 0] for declared in _KINDS}
    districts: dict[int, list[str]] = {}
    for row in sorted(living[records.TEAM_DISTRICT], key=lambda row: str(row["district"] or "")):
        districts.setdefault(into.get(row["team"], row["team"]), []).append(row["district"])
    return Held(
        decrees=tuple(_decree(row) for row in _ordered(living[records.DECREE], "date")),
        sections=tuple(_section(row) for row in _ordered(living[records.SECTION], "position")),
        teams=tuple(
            _team(row, tuple(dict.fromkeys(districts.get(row["no"], ()))))
            for row in _ordered(living[records.TEAM], "number")
            if row["no"] not in into
        ),
        members=tuple(
            _person(row, into.get(row["team"], row["team"] or 0))
            for row in _ordered(living[records.MEMBER], "position")
            if row["no"] not in into
        ),
    )


_KINDS = (records.DECREE, records.SECTION, records.TEAM, records.MEMBER, records.TEAM_DISTRICT)


def _of_event(table: Any, event: str) -> Iterable[sqlalchemy.ColumnElement[bool]]:
    if table is not _district:
        yield table.c.event == event


def _ordered(rows: list[Mapping[str, Any]], name: str) -> list[Mapping[str, Any]]:
    return sorted(rows, key=lambda row: (row[name] is not None, row[name] or 0, row["no"]))


def _decree(row: Mapping[str, Any]) -> lists.Decree:
    return lists.Decree(
        no=row["no"],
        number=row["number"] or "",
        date=row["date"] or "",
        subject=row["subject"] or "",
        period_from=row["period_from"] or "",
        period_to=row["period_to"] or "",
        amends=row["amends"] or 0,
        issuer=row["issuer"] or "",
    )


def _section(row: Mapping[str, Any]) -> Group:
    return Group(row["no"], 0, row["name"] or "", row["decree"] or 0, "", "", "", (), row["position"] or 0)


def _team(row: Mapping[str, Any], districts: tuple[str, ...]) -> Group:
    return Group(
        row["no"],
        row["number"] or 0,
        row["name"] or "",
        row["decree"] or 0,
        row["period_from"] or "",
        row["period_to"] or "",
        row["duty"] or "",
        districts,
    )


def _person(row: Mapping[str, Any], team: int) -> Person:
    return Person(
        no=row["no"],
        team=team,
        section=row["section"] or 0,
        office=row["office"] or "",
        person=row["person"] or "",
        role=row["role"] or "",
        rank=row["rank"] or "",
        number=row["nip"] or "",
        unit=row["unit"] or "",
        position=row["position"] or 0,
        period_from=row["period_from"] or "",
        period_to=row["period_to"] or "",
        replaced_on=row["replaced_on"] or "",
        service=row["service"] or "",
    )
