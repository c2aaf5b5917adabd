# SPDX-License-Identifier: Apache-2.0
"""The list of TPS: ids in an order, the few rows in sight by id, and counts, at 1 or 823,220 rows.

No OFFSET and no paging: the window keeps the ids in an array (8 bytes a TPS) and asks for rows by id.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy
from sqlalchemy import Integer, bindparam, case, cast, func, select

from desk_app.data import issue_parts, place_names, schema, station_filter
from desk_app.domain import places, stations
from desk_app.domain.readiness import Readiness

_station = schema.by_name["station"]
_risk = schema.by_name["station_risk"]
_readiness = schema.readiness
_subject = place_names.subject_of()
_CHUNK = 400


class Order(StrEnum):
    """What the list is ordered by; within equals by place."""

    PLACE = "place"
    NUMBER = "number"
    DPT = "dpt"
    RISK = "risk"
    READINESS = "readiness"
    ISSUES = "issues"
    SITE = "site"
    INDICATORS = "indicators"


@dataclass(frozen=True, slots=True)
class StationRow:
    """One TPS of the list. `no` is its record number, `village` and `district` are codes.

    `dpt` is None while one of L and P is not known. `risk` is a code of `risk.RiskClass` or None, `indicators`
    counts Bawaslu's that are present. `state`, `answered`, `required`, `failed` are those of the phase asked for.
    """

    no: int
    subject: str
    village: str
    number: int
    village_name: str
    village_label: str
    district: str
    district_name: str
    dpt_male: int | None
    dpt_female: int | None
    dpt: int | None
    site: str
    risk: str | None
    indicators: int
    state: Readiness
    answered: int
    required: int
    failed: int
    open_issues: int

    @property
    def label(self) -> str:
        """As on its sign: "TPS 005"."""
        return stations.label(self.number)
_RANK = {state.value: rank for rank, state in enumerate(
    (Readiness.DISPUTED, Readiness.PROBLEM, Readiness.NOT_YET, Readiness.INCOMPLETE, Readiness.READY)
)}
_FETCH = 1000
_RISKS = {"khusus": 0, "sangat_rawan": 1, "rawan": 2, "kurang_rawan": 3}


def ids(
    connection: sqlalchemy.Connection,
    event: str,
    chosen: station_filter.StationFilter,
    order: Order = Order.PLACE,
    *,
    descending: bool = False,
    phase: int = 0,
    limit: int | None = None,
) -> "array[int]":
    """The record numbers of the TPS that a filter leaves, in order."""
    narrowed = station_filter.conditions(event, chosen, phase)
    query = select(_station.c.no).where(*narrowed, *station_filter.typed(connection, event, chosen.text))
    source: sqlalchemy.FromClause = _station
    keys: list[Any] = []
    dpt = _station.c.dpt_male + _station.c.dpt_female
    match order:
        case Order.NUMBER:
            keys = [_station.c.number]
        case Order.DPT:
            keys = [dpt]
        case Order.RISK:
            keys = [case(_RISKS, value=_station.c.risk, else_=9)]
        case Order.SITE:
            keys = [func.coalesce(_station.c.site, "")]
        case Order.READINESS:
            ranks = (
                select(_readiness.c.subject, case(_RANK, value=_readiness.c.state, else_=9).label("rank"))
                .where(_readiness.c.event == event, _readiness.c.phase == phase)
                .subquery()
            )
            source = _station.outerjoin(ranks, ranks.c.subject == _subject)
            keys = [func.coalesce(ranks.c.rank, _RANK[Readiness.NOT_YET.value])]
        case Order.ISSUES:
            counts = station_filter.open_counts(event).subquery()
            source = _station.outerjoin(counts, counts.c.place == _subject)
            keys = [func.coalesce(counts.c.many, 0)]
        case Order.INDICATORS:
            present = (
                select(_risk.c.village, _risk.c.number, func.count().label("many"))
                .where(_risk.c.event == event, _risk.c.alive != 0, _risk.c.present)
                .group_by(_risk.c.village, _risk.c.number)
                .subquery()
            )
            same = (present.c.village == _station.c.village) & (present.c.number == _station.c.number)
            source = _station.outerjoin(present, same)
            keys = [func.coalesce(present.c.many, 0)]
    by_place: list[Any] = [_station.c.village, _station.c.number]
    if descending:
        keys = [key.desc() for key in keys]
        if order is not Order.INDICATORS:  # all of them, so that an index can be read backwards
            by_place = [key.desc() for key in by_place]
    result = connection.execute(query.select_from(source).order_by(*keys, *by_place).limit(limit))
    found: array[int] = array("q")
    # Plain tuples from the driver, few at a time: the window's thread gets its turn between them.
    while chunk := result.cursor.fetchmany(_FETCH):
        found.extend([row[0] for row in chunk])
    result.close()
    return found


def rows(
    connection: sqlalchemy.Connection, event: str, numbers: Sequence[int], *, phase: int, required: int
) -> list[StationRow | None]:
    """The rows with these record numbers, in the order asked; None for one that is gone.

    `required`: how many items a TPS without any answer has still to fill.
    """
    found: dict[int, Any] = {}
    for start in range(0, len(numbers), _CHUNK):
        for row in connection.execute(_ROWS, {"numbers": list(numbers[start : start + _CHUNK])}):
            found[row.no] = row
    subjects = [places.station_subject(row.village, row.number) for row in found.values()]
    by_subject = dict(zip(subjects, found, strict=True))
    standing = _by_subject(connection, _STANDING, subjects, event=event, phase=phase)
    open_issues = _by_subject(connection, _OPEN_OF, subjects, event=event)
    villages = {row.village for row in found.values()}
    names = place_names.named(connection, event, villages | {code[:8] for code in villages})
    indicators = _indicators(connection, event, villages)
    made: dict[int, StationRow] = {}
    for subject, no in by_subject.items():
        row, stands = found[no], standing.get(subject)
        village, district = names[row.village], names[row.village[:8]]
        made[no] = StationRow(
            no=no,
            subject=subject,
            village=row.village,
            number=row.number,
            village_name=village.name,
            village_label=village.label,
            district=district.code,
            district_name=district.name,
            dpt_male=row.dpt_male,
            dpt_female=row.dpt_female,
            dpt=stations.voters(row.dpt_male, row.dpt_female),
            site=row.site or "",
            risk=row.risk,
            indicators=indicators.get((row.village, row.number), 0),
            state=Readiness(stands.state) if stands else Readiness.NOT_YET,
            answered=stands.answered if stands else 0,
            required=stands.required if stands else required,
            failed=stands.failed if stands else 0,
            open_issues=open_issues[subject].many if subject in open_issues else 0,
        )
    return [made.get(no) for no in numbers]


def count(connection: sqlalchemy.Connection, event: str, area: str = "") -> int:
    """How many TPS an event has, in an area."""
    in_area = station_filter.conditions(event, station_filter.StationFilter(area), 0)
    found: int = connection.execute(select(func.count()).select_from(_station).where(*in_area)).scalar_one()
    return found


def find(connection: sqlalchemy.Connection, event: str, village: str, number: int) -> Any:
    """The whole row of one TPS, None if there is none (a deleted one has `alive` 0)."""
    return connection.execute(
        select(_station).where(
            _station.c.event == event, _station.c.village == village, _station.c.number == number
        )
    ).one_or_none()


def numbered(connection: sqlalchemy.Connection, event: str, villages: Sequence[str], number: int) -> list[str]:
    """The TPS with a number in some villages, in the order of the villages given."""
    rows = connection.execute(
        select(_station.c.village).where(
            _station.c.event == event,
            _station.c.village.in_(villages),
            _station.c.number == number,
            _station.c.alive != 0,
        )
    )
    there = set(rows.scalars())
    return [places.station_subject(village, number) for village in villages if village in there]


def present_indicators(
    connection: sqlalchemy.Connection, event: str, village: str, number: int
) -> list[tuple[str, str]]:
    """Bawaslu's indicators that are present at one TPS, with their notes."""
    table = _risk
    found = connection.execute(
        select(table.c.indicator, table.c.note)
        .where(
            table.c.event == event,
            table.c.village == village,
            table.c.number == number,
            table.c.alive != 0,
            table.c.present,
        )
        .order_by(table.c.indicator)
    )
    return [(row.indicator, row.note or "") for row in found]


def all_rows(connection: sqlalchemy.Connection, event: str, area: str = "") -> Iterable[Any]:
    """Every TPS of an area in order of place, as rows of the table; for comparing and for writing lists."""
    return connection.execute(
        select(_station)
        .where(*station_filter.conditions(event, station_filter.StationFilter(area), 0))
        .order_by(_station.c.village, _station.c.number)
    )


def facts(connection: sqlalchemy.Connection, event: str, villages: Sequence[str]) -> dict[tuple[str, int], Any]:
    """What is known of the TPS of some villages, by village and number."""
    found: dict[tuple[str, int], Any] = {}
    for start in range(0, len(villages), 400):
        query = select(_station).where(
            _station.c.event == event,
            _station.c.village.in_(villages[start : start + 400]),
            _station.c.alive != 0,
        )
        found.update(((row.village, row.number), row) for row in connection.execute(query))
    return found


def voters(
    connection: sqlalchemy.Connection, event: str, area: str
) -> dict[tuple[str, int], tuple[int | None, int | None]]:
    """The DPT of every TPS of an area, men and women, by village and number."""
    query = select(_station.c.village, _station.c.number, _station.c.dpt_male, _station.c.dpt_female).where(
        *station_filter.conditions(event, station_filter.StationFilter(area), 0)
    )
    return {(village, number): (men, women) for village, number, men, women in connection.execute(query)}


def standing_at(connection: sqlalchemy.Connection, event: str, subject: str) -> dict[int, Any]:
    """The rows of readiness of one place, by phase."""
    table = _readiness
    found = connection.execute(select(table).where(table.c.event == event, table.c.subject == subject))
    return {row.phase: row for row in found}


_ROWS = select(
    _station.c.no,
    _station.c.village,
    _station.c.number,
    _station.c.dpt_male,
    _station.c.dpt_female,
    _station.c.site,
    _station.c.risk,
).where(_station.c.no.in_(bindparam("numbers", expanding=True)), _station.c.alive != 0)

_STANDING = select(_readiness).where(
    _readiness.c.event == bindparam("event"),
    _readiness.c.phase == bindparam("phase"),
    _readiness.c.subject.in_(bindparam("subjects", expanding=True)),
)

_burdened = issue_parts.at(
    lambda event, place: (event == bindparam("event"), place.in_(bindparam("subjects", expanding=True))), "state"
)
_OPEN_OF = (
    select(_burdened.c.place.label("subject"), func.count().label("many"))
    .where(_burdened.c.state.in_(station_filter.OPEN))
    .group_by(_burdened.c.place)
)

_INDICATORS = (
    select(_risk.c.village, _risk.c.number, func.count().label("many"))
    .where(
        _risk.c.event == bindparam("event"),
        _risk.c.village.in_(bindparam("villages", expanding=True)),
        _risk.c.alive != 0,
        _risk.c.present,
    )
    .group_by(_risk.c.village, _risk.c.number)
)


def _by_subject(
    connection: sqlalchemy.Connection,
    query: sqlalchemy.Select[Any],
    subjects: Sequence[str],
    **named: object,
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for start in range(0, len(subjects), _CHUNK):
        for row in connection.execute(query, named | {"subjects": subjects[start : start + _CHUNK]}):
            found[row.subject] = row
    return found


def _indicators(
    connection: sqlalchemy.Connection, event: str, villages: set[str]
) -> dict[tuple[str, int], int]:
    found: dict[tuple[str, int], int] = {}
    wanted = sorted(villages)
    for start in range(0, len(wanted), _CHUNK):
        rows = connection.execute(_INDICATORS, {"event": event, "villages": wanted[start : start + _CHUNK]})
        found.update({(row.village, row.number): row.many for row in rows})
    return found


def dpt_sum(part: sqlalchemy.ColumnElement[Any]) -> sqlalchemy.ColumnElement[int]:
    """A sum that is 0 where nothing is known."""
    return cast(func.coalesce(func.sum(part), 0), Integer)
