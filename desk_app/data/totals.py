# SPDX-License-Identifier: Apache-2.0
"""Sums over the projected tables: per kecamatan, per kind of record, of the journal itself."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, distinct, func, select

from desk_app.data import duplicates, parts, schema
from desk_app.data.database import Connection
from desk_app.domain import places, records

_region = schema.by_name["region"]
_station = schema.by_name["station"]
_answer = schema.by_name["answer"]
_issue = schema.by_name["issue"]


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """The figures of one kecamatan in one event; `villages`: regions known, else villages with a TPS."""

    code: str
    name: str
    villages: int
    stations: int
    male: int
    female: int
    answers: int
    issues: int


def by_district(connection: Connection, event: str) -> list[DistrictRow]:
    """The figures of every kecamatan of which anything is held, in the order of codes."""
    district = func.substr(_station.c.village, 1, 8)
    stations = {
        row[0]: row
        for row in connection.execute(
            select(
                district,
                func.count(),
                func.sum(func.coalesce(_station.c.dpt_male, 0)),
                func.sum(func.coalesce(_station.c.dpt_female, 0)),
                func.count(distinct(_station.c.village)),
            )
            .where(_station.c.event == event, _station.c.alive != 0)
            .group_by(district)
        )
    }
    names: dict[str, str] = {}
    villages: dict[str, int] = {}
    for code, name in connection.execute(
        select(_region.c.code, _region.c.name).where(_region.c.event == event, _region.c.alive != 0)
    ):
        if len(code) == 8:
            names[code] = name
        elif len(code) > 8:
            villages[code[:8]] = villages.get(code[:8], 0) + 1
    answers = _per_district(connection, _answer.c.subject, event)
    issues = _per_district(connection, _issue.c.place, event)
    return [
        DistrictRow(
            code=code,
            name=names.get(code, ""),
            villages=villages.get(code) or (stations[code][4] if code in stations else 0),
            stations=stations[code][1] if code in stations else 0,
            male=stations[code][2] if code in stations else 0,
            female=stations[code][3] if code in stations else 0,
            answers=answers.get(code, 0),
            issues=issues.get(code, 0),
        )
        for code in sorted({*names, *villages, *stations})
    ]


def most_voters(connection: Connection, event: str) -> int:
    """The DPT of the largest TPS."""
    largest: int | None = connection.execute(
        select(
            func.max(func.coalesce(_station.c.dpt_male, 0) + func.coalesce(_station.c.dpt_female, 0))
        ).where(_station.c.event == event, _station.c.alive != 0)
    ).scalar_one()
    return largest or 0


def living(connection: Connection) -> dict[str, int]:
    """How many records of each kind there are that are not deleted."""
    return {
        declared.name: connection.execute(
            select(func.count()).select_from(schema.tables[no]).where(_living(schema.tables[no]))
        ).scalar_one()
        for no, declared in records.TYPES.items()
    }


def changes(connection: Connection) -> int:
    count: int = connection.execute(select(func.count()).select_from(schema.change)).scalar_one()
    return count


def disagreements(connection: Connection) -> int:
    """How many fields wait for a decision, and records that were written on what another office had deleted.

    What was copied of the count is weighed and settled elsewhere.
    """
    apart = [declared.no for declared in records.TYPES.values() if declared.is_weighed_apart]
    query = select(func.count()).select_from(schema.conflict).where(schema.conflict.c.type.not_in(apart))
    count: int = connection.execute(query).scalar_one()
    return count + len(parts.left(connection))


def unread(connection: Connection) -> int:
    """How many records hold something that this version cannot read: it is kept, and shown after an upgrade."""
    found = select(schema.unread.c.record).union(select(schema.stranger.c.record)).subquery()
    count: int = connection.execute(select(func.count()).select_from(found)).scalar_one()
    return count


def _per_district(connection: Connection, column: Column[Any], event: str) -> dict[str, int]:
    district = func.substr(column, 1, 8)
    table = column.table
    rows = connection.execute(
        select(district, func.count()).where(table.c.event == event, _living(table)).group_by(district)
    )
    return {row[0]: row[1] for row in rows}


def _living(table: Any) -> ColumnElement[bool]:
    """What is not deleted; of what was merged one."""
    return duplicates.counted(table) if "merged_into" in table.c else table.c.alive != 0


def stations_of(connection: Connection, event: str, district: str) -> list[tuple[str, int | None]]:
    """The subject and DPT of every TPS of a kecamatan, in order."""
    rows = connection.execute(
        select(_station.c.village, _station.c.number, _station.c.dpt_male, _station.c.dpt_female)
        .where(
            _station.c.event == event,
            _station.c.village > district,
            _station.c.village < f"{district}.~",
            _station.c.alive != 0,
        )
        .order_by(_station.c.village, _station.c.number)
    )
    return [
        (
            places.station_subject(row.village, row.number),
            None if row.dpt_male is None or row.dpt_female is None else row.dpt_male + row.dpt_female,
        )
        for row in rows
    ]
