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
from sqlalchemy import Integer, and_, bindparam, case, cast, func, select

from desk_app.data import issue_parts, place_names, schema, search
from desk_app.domain import issues, places, stations
from desk_app.domain.readiness import Readiness

_station = schema.by_name["station"]
_risk = schema.by_name["station_risk"]
_readiness = schema.readiness
_subject = place_names.subject_of()
_CHUNK = 400

NOT_CLASSED = "-"
"""`StationFilter.risk`: TPS that Polri has given no class."""


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
class StationFilter:
    """What is shown; empty fields do not narrow.

    `area`: any region code (kecamatan, desa …). `states`: readiness at the phase. `risk`: a class of
    `risk.RiskClass`, or `NOT_CLASSED`. `text`: as typed ("tem 5", "maddu", "TPS 005"). `with_issues`: only TPS
    with open issues. `subjects`: only these TPS or all TPS of these villages (a selection in the mosaic).
    `unrecorded`: only TPS with failed items at the phase and no open issue at all. `indicator`: only TPS at which
    this indicator of Bawaslu is present.
    """

    area: str = ""
    states: tuple[Readiness, ...] = ()
    risk: str = ""
    text: str = ""
    with_issues: bool = False
    subjects: tuple[str, ...] = ()
    unrecorded: bool = False
    indicator: str = ""


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


_OPEN = tuple(state.value for state in issues.OPEN)
_RANK = {state.value: rank for rank, state in enumerate(
    (Readiness.DISPUTED, Readiness.PROBLEM, Readiness.NOT_YET, Readiness.INCOMPLETE, Readiness.READY)
)}
_FETCH = 1000
_RISKS = {"khusus": 0, "sangat_rawan": 1, "rawan": 2, "kurang_rawan": 3}


def ids(
    connection: sqlalchemy.Connection,
    event: str,
    chosen: StationFilter,
    order: Order = Order.PLACE,
    *,
    descending: bool = False,
    phase: int = 0,
    limit: int | None = None,
) -> "array[int]":
    """The record numbers of the TPS that a filter leaves, in order."""
    query = select(_station.c.no).where(*_conditions(event, chosen, phase), *_typed(connection, event, chosen.text))
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
            counts = _open_counts(event).subquery()
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
    query = select(func.count()).select_from(_station)
    found: int = connection.execute(query.where(*_conditions(event, StationFilter(area), 0))).scalar_one()
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
        .where(*_conditions(event, StationFilter(area), 0))
        .order_by(_station.c.village, _station.c.number)
    )


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
    .where(_burdened.c.state.in_(_OPEN))
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


def _open_counts(event: str) -> sqlalchemy.Select[Any]:
    burdened = issue_parts.at(lambda of, place: (of == event, place.is_not(None)), "state")
    return (
        select(burdened.c.place, func.count().label("many"))
        .where(burdened.c.state.in_(_OPEN))
        .group_by(burdened.c.place)
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


def within(area: str) -> list[sqlalchemy.ColumnElement[bool]]:
    """Conditions that leave the TPS of one region."""
    if not area or area == places.NATION:
        return []
    if places.level_of(area) is places.Level.VILLAGE:
        return [_station.c.village == area]
    return [_station.c.village >= area, _station.c.village < place_names.after(area)]


def _conditions(event: str, chosen: StationFilter, phase: int) -> list[sqlalchemy.ColumnElement[bool]]:
    conditions = [_station.c.event == event, _station.c.alive != 0, *within(chosen.area)]
    if chosen.risk == NOT_CLASSED:
        conditions.append(_station.c.risk.is_(None))
    elif chosen.risk:
        conditions.append(_station.c.risk == chosen.risk)
    if chosen.states and set(chosen.states) != set(Readiness):
        conditions.append(_in_states(event, phase, set(chosen.states)))
    if chosen.with_issues:
        conditions.append(_subject.in_(select(_open_counts(event).subquery().c.place)))
    if chosen.unrecorded:
        failing = select(_readiness.c.subject).where(*failing_unrecorded(event), _readiness.c.phase == phase)
        conditions.append(_subject.in_(failing))
    if chosen.subjects:
        conditions.append(_chosen(chosen.subjects))
    if chosen.indicator:
        conditions.append(
            select(_risk.c.no)
            .where(
                _risk.c.event == event,
                _risk.c.village == _station.c.village,
                _risk.c.number == _station.c.number,
                _risk.c.indicator == chosen.indicator,
                _risk.c.alive != 0,
                _risk.c.present,
            )
            .exists()
        )
    return conditions


def failing_unrecorded(event: str) -> list[sqlalchemy.ColumnElement[bool]]:
    """Conditions that leave the rows of readiness with failed items, of places without any open issue."""
    waiting = select(_open_counts(event).subquery().c.place)
    return [_readiness.c.event == event, _readiness.c.failed > 0, _readiness.c.subject.not_in(waiting)]


def _in_states(event: str, phase: int, wanted: set[Readiness]) -> sqlalchemy.ColumnElement[bool]:
    """A TPS that has no row is *belum*, so that state is what is left when the others are taken away."""
    named = set(Readiness) - wanted if Readiness.NOT_YET in wanted else wanted
    listed = select(_readiness.c.subject).where(
        _readiness.c.event == event,
        _readiness.c.phase == phase,
        _readiness.c.state.in_([state.value for state in sorted(named)]),
    )
    return _subject.not_in(listed) if Readiness.NOT_YET in wanted else _subject.in_(listed)


def _chosen(subjects: Sequence[str]) -> sqlalchemy.ColumnElement[bool]:
    found = [places.parse(subject) for subject in subjects]
    villages = [one.code for one in found if one.kind is None]
    numbered = [one.subject for one in found if one.kind is places.Kind.TPS]
    in_villages = _station.c.village.in_({one.code for one in found})
    return and_(in_villages, _station.c.village.in_(villages) | _subject.in_(numbered))


def _typed(
    connection: sqlalchemy.Connection, event: str, typed: str
) -> list[sqlalchemy.ColumnElement[bool]]:
    asked = search.read(typed)
    conditions: list[sqlalchemy.ColumnElement[bool]] = []
    if asked.number is not None:
        conditions.append(_station.c.number == asked.number)
    if asked.code:
        conditions += [_station.c.village >= asked.code, _station.c.village < asked.code + ":"]
    if asked.words:
        words = search.nearest(connection, event, asked.words)
        conditions.append(_station.c.village.in_(search.codes(event, words)))
    return conditions


def dpt_sum(part: sqlalchemy.ColumnElement[Any]) -> sqlalchemy.ColumnElement[int]:
    """A sum that is 0 where nothing is known."""
    return cast(func.coalesce(func.sum(part), 0), Integer)


