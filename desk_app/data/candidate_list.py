# SPDX-License-Identifier: Apache-2.0
"""Candidates and the rules of the count, as offices have written them for an election."""

from dataclasses import dataclass

from sqlalchemy import select

from desk_app.data import schema
from desk_app.data.database import Connection

_candidate = schema.by_name["candidate"]
_rules = schema.by_name["count_rules"]


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """One line of votes. `key`: its number as it is kept, "3.1/2" the second who stands under 3.1 (elsewhere)."""

    no: int
    place: str
    race: str
    key: str
    name: str
    kind: str
    districts: tuple[str, ...]
    short: str

    @property
    def code(self) -> str:
        """Its number on the ballot."""
        return self.key.partition("/")[0]


@dataclass(frozen=True, slots=True)
class RulesRow:
    """What a regency has written of the rules of the count; None where it has written nothing."""

    no: int
    second_entry: str | None
    opens: int | None
    closes: int | None
    lock: bool | None
    brief: bool | None
    districts_see: bool | None
    races: str | None
    target: int | None
    denominator: str | None


def candidates(connection: Connection, event: str, place: str, race: str = "") -> list[CandidateRow]:
    """What an office at `place` has written, of one race or of all, in order of key."""
    query = (
        select(_candidate)
        .where(_candidate.c.event == event, _candidate.c.place == place, _candidate.c.alive != 0)
        .order_by(_candidate.c.race, _candidate.c.code)
    )
    if race:
        query = query.where(_candidate.c.race == race)
    return [
        CandidateRow(
            row.no,
            row.place,
            row.race,
            row.code,
            row.name or "",
            row.kind or "",
            tuple(part for part in (row.districts or "").split(",") if part),
            row.short or "",
        )
        for row in connection.execute(query)
    ]


def rules(connection: Connection, event: str, place: str) -> RulesRow | None:
    """The rules of the count that a regency has written for an election."""
    row = connection.execute(
        select(_rules).where(_rules.c.event == event, _rules.c.place == place, _rules.c.alive != 0)
    ).one_or_none()
    if row is None:
        return None
    return RulesRow(
        row.no,
        row.second_entry,
        row.opens,
        row.closes,
        row.lock,
        row.brief,
        row.districts_see,
        row.races,
        row.target,
        row.denominator,
    )
