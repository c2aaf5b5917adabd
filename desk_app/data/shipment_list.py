# SPDX-License-Identifier: Apache-2.0
"""Shipments of election goods, read for lists and sums: record numbers in an order, rows by number, lines by place.

Lines on which offices differ are in no sum until somebody decides.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy
from sqlalchemy import and_, bindparam, exists, func, or_, select

from desk_app.data import disputes, place_names, schema, search, station_filter
from desk_app.domain import places, records
from desk_app.domain.logistics import State, Tick

_shipment = schema.by_name["shipment"]
_line = schema.by_name["shipment_line"]
_report = schema.by_name["stock_report"]
_answer = schema.by_name["answer"]
_recap = schema.by_name["recap"]
_station = schema.by_name["station"]
_CHUNK = 400
_FETCH = 1000
_REGIONS_TRIED = 200
COUNTED = ("planned", "sent", "received", "damaged", "wet")
"""What a line says in numbers."""


class Order(StrEnum):
    """What the list is ordered by."""

    NEWEST = "newest"
    PLACE = "place"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class ShipmentFilter:
    """What is shown; empty fields do not narrow.

    `area`: a region or place that goods go to. `stage`: the kind of place they go to. `origin`: a place they come
    from. `state`: a code of `logistics.State`. `late`: past the deadline and not there (`now` needed). `failed`: with
    a tick that says no, `unissued`: of these the ones without an issue. `short`, `spoilt`: something is missing, or
    damaged or wet, and nobody has said yet whether that is *tepat*. `text`: as typed.
    """

    area: str = ""
    stage: str = ""
    origin: str = ""
    state: str = ""
    late: bool = False
    failed: bool = False
    unissued: bool = False
    short: bool = False
    spoilt: bool = False
    text: str = ""
    now: int = 0
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """A line of a shipment with what is known of its way; `place` is where it goes, `origin` whence ("" unknown)."""

    shipment: int
    origin: str
    place: str
    sent_at: int | None
    arrived_at: int | None
    item: str
    planned: int | None
    sent: int | None
    received: int | None
    damaged: int
    wet: int

    @property
    def good(self) -> int | None:
        """What came and can be used."""
        return None if self.received is None else max(self.received - self.damaged - self.wet, 0)

    @property
    def known(self) -> int:
        """What came, else what was sent, else what is planned."""
        if self.good is not None:
            return self.good
        return (self.planned or 0) if self.sent is None else self.sent


def ids(
    connection: sqlalchemy.Connection, event: str, chosen: ShipmentFilter, order: Order = Order.NEWEST
) -> "array[int]":
    """The record numbers of the shipments that a filter leaves, in order."""
    moved = func.coalesce(_shipment.c.arrived_at, _shipment.c.sent_at, _shipment.c.planned_at, 0)
    keys: dict[Order, list[Any]] = {
        Order.NEWEST: [moved.desc(), _shipment.c.no.desc()],
        Order.PLACE: [_shipment.c.place, _shipment.c.no],
        Order.DEADLINE: [func.coalesce(_shipment.c.deadline, 1 << 50), _shipment.c.place, _shipment.c.no],
    }
    query = select(_shipment.c.no).where(*_conditions(connection, event, chosen)).order_by(*keys[order])
    found: array[int] = array("q")
    result = connection.execute(query)
    while chunk := result.cursor.fetchmany(_FETCH):
        found.extend([row[0] for row in chunk])
    result.close()
    return found


def count(connection: sqlalchemy.Connection, event: str, chosen: ShipmentFilter | None = None) -> int:
    """How many shipments a filter leaves."""
    conditions = _conditions(connection, event, chosen or ShipmentFilter())
    found: int = connection.execute(select(func.count()).select_from(_shipment).where(*conditions)).scalar_one()
    return found


def rows(connection: sqlalchemy.Connection, numbers: Sequence[int]) -> dict[int, Any]:
    """The rows of living shipments by their record numbers."""
    found: dict[int, Any] = {}
    for start in range(0, len(numbers), _CHUNK):
        for row in connection.execute(_ROWS, {"numbers": list(numbers[start : start + _CHUNK])}):
            found[row.no] = row
    return found


def lines_of(connection: sqlalchemy.Connection, numbers: Sequence[int]) -> dict[int, list[Any]]:
    """The living lines of some shipments, by shipment, in the order they were written."""
    found: dict[int, list[Any]] = {}
    for start in range(0, len(numbers), _CHUNK):
        for row in connection.execute(_LINES, {"numbers": list(numbers[start : start + _CHUNK])}):
            found.setdefault(row.shipment, []).append(row)
    return found


def disputed(connection: sqlalchemy.Connection, numbers: Iterable[int]) -> set[int]:
    """Those of some records (shipments or lines) about which offices differ in anything."""
    wanted = sorted(set(numbers))
    found: set[int] = set()
    for start in range(0, len(wanted), _CHUNK):
        query = select(schema.conflict.c.record).where(
            schema.conflict.c.record.in_(wanted[start : start + _CHUNK])
        )
        found.update(connection.execute(query).scalars())
    return found


def moved(
    connection: sqlalchemy.Connection, event: str, area: str, items: Sequence[str], *, stage: str = "", origin: str = ""
) -> Iterator[Moved]:
    """The lines of some items on their way to an area (or from one place), as far as offices agree about them."""
    query = (
        select(
            _shipment.c.no,
            _shipment.c.origin,
            _shipment.c.place,
            _shipment.c.sent_at,
            _shipment.c.arrived_at,
            _line.c.item,
            _line.c.planned,
            _line.c.sent,
            _line.c.received,
            _line.c.damaged,
            _line.c.wet,
        )
        .join(_line, _line.c.shipment == _shipment.c.no)
        .where(
            _shipment.c.event == event,
            _shipment.c.alive != 0,
            _line.c.alive != 0,
            _line.c.item.in_(items),
            ~disputes.blocked(_line, records.SHIPMENT_LINE),
            ~disputes.blocked(_shipment, records.SHIPMENT),
            ~_is_second(),
        )
    )
    if origin:
        query = query.where(_shipment.c.origin == origin)
    else:
        query = query.where(*_within(_shipment.c.place, area), *_at_stage(stage))
    result = connection.execute(query)
    while chunk := result.cursor.fetchmany(_FETCH):
        for no, start, place, sent_at, arrived_at, item, planned, sent, received, damaged, wet in chunk:
            yield Moved(
                no, start or "", place, sent_at, arrived_at, item, planned, sent, received, damaged or 0, wet or 0
            )
    result.close()


def left_out(
    connection: sqlalchemy.Connection, event: str, area: str, items: Sequence[str], width: int
) -> dict[str, int]:
    """How many lines of goods, words about goods, recaps and answers no figure counts, since offices differ about
    them, by region of that code length."""
    goods = and_(_line.c.shipment == _shipment.c.no, _line.c.alive != 0, _line.c.item.in_(items))
    part = func.substr(_shipment.c.place, 1, width).label("part")
    odd = or_(disputes.blocked(_line, records.SHIPMENT_LINE), disputes.blocked(_shipment, records.SHIPMENT), _differs())
    query = (
        select(part, func.count(_line.c.no.distinct()).label("many"))
        .join(_line, goods)
        .where(_shipment.c.event == event, _shipment.c.alive != 0, odd, *_within(_shipment.c.place, area))
        .group_by(part)
    )
    found = {row.part: row.many for row in connection.execute(query)}
    for declared, table, place in (
        (records.STOCK_REPORT, _report, _report.c.place),
        (records.RECAP, _recap, _recap.c.place),
        (records.ANSWER, _answer, _answer.c.subject),
    ):
        asked = (table.c.event == event, table.c.item.in_(items))
        for region, many in disputes.left_out(connection, declared, place, area, width, *asked).items():
            found[region] = found.get(region, 0) + many
    return found


def _differs() -> sqlalchemy.ColumnElement[bool]:
    """A line of goods beside which another office wrote a different one."""
    other = _line.alias("beside")
    return exists().where(
        other.c.shipment == _line.c.shipment,
        other.c.item == _line.c.item,
        other.c.no != _line.c.no,
        other.c.alive != 0,
        or_(*(other.c[name].is_distinct_from(_line.c[name]) for name in COUNTED)),
    )


def _is_second() -> sqlalchemy.ColumnElement[bool]:
    """A line of goods that another office wrote a line of too: two equal ones count once, two different ones never."""
    other = _line.alias("other")
    differ = or_(*(other.c[name].is_distinct_from(_line.c[name]) for name in COUNTED))
    return exists().where(
        other.c.shipment == _line.c.shipment,
        other.c.item == _line.c.item,
        other.c.no != _line.c.no,
        other.c.alive != 0,
        or_(other.c.no < _line.c.no, differ),
    )


def doubled(connection: sqlalchemy.Connection, numbers: Iterable[int]) -> set[int]:
    """Those of some lines that no total counts, since another line of the same goods says something else."""
    wanted = sorted(set(numbers))
    found: set[int] = set()
    for start in range(0, len(wanted), _CHUNK):
        query = select(_line.c.no).where(_line.c.no.in_(wanted[start : start + _CHUNK]), _is_second())
        found.update(connection.execute(query).scalars())
    return found


def reports(
    connection: sqlalchemy.Connection, event: str, area: str, *, item: str = "", stage: str = ""
) -> list[Any]:
    """Words about goods in an area, newest first; `said` is the number of goods."""
    query = (
        select(_report, _report.c["count"].label("said"))
        .where(_report.c.event == event, _report.c.alive != 0, *_within(_report.c.place, area))
        .order_by(_report.c.hour.desc(), _report.c.no.desc())
    )
    if item:
        query = query.where(_report.c.item == item)
    if stage:
        query = query.where(_report.c.stage == stage)
    return list(connection.execute(query))


def blocked_reports(connection: sqlalchemy.Connection, event: str) -> frozenset[int]:
    """The words about goods that no figure counts, since offices differ about them."""
    query = select(_report.c.no).where(_report.c.event == event, disputes.blocked(_report, records.STOCK_REPORT))
    return frozenset(connection.execute(query).scalars())


def answers(
    connection: sqlalchemy.Connection, event: str, area: str, items: Sequence[str]
) -> Iterator[tuple[str, str, str | None, int | None, int]]:
    """The answers of TPS to some items: subject, item, choice, quantity, the change that says it."""
    query = select(_answer.c.subject, _answer.c.item, _answer.c.choice, _answer.c.quantity, _answer.c.latest).where(
        ~disputes.blocked(_answer, records.ANSWER),
        _answer.c.event == event,
        _answer.c.item.in_(items),
        _answer.c.alive != 0,
        *_within(_answer.c.subject, area),
    )
    result = connection.execute(query)
    while chunk := result.cursor.fetchmany(_FETCH):
        for subject, item, choice, quantity, latest in chunk:
            if choice is not None or quantity is not None:
                yield subject, item, choice, quantity, latest
    result.close()


def heard_at(
    connection: sqlalchemy.Connection, event: str, area: str, items: Sequence[str], width: int
) -> dict[str, int]:
    """When this office last heard an answer to one of some items, by region (seconds UTC)."""
    part = func.substr(_answer.c.subject, 1, width).label("part")
    query = (
        select(part, func.max(schema.arrival.c.at).label("last"))
        .join(schema.change, schema.change.c.key == _answer.c.latest)
        .join(schema.arrival, schema.arrival.c.no == schema.change.c.arrival)
        .where(
            _answer.c.event == event,
            _answer.c.item.in_(items),
            _answer.c.alive != 0,
            *_within(_answer.c.subject, area),
        )
        .group_by(part)
    )
    return {row.part: row.last for row in connection.execute(query)}


def stations(connection: sqlalchemy.Connection, event: str, area: str) -> Iterator[tuple[str, int, int | None]]:
    """Every TPS of an area in order of place: village, number, DPT (None where it is not known)."""
    query = (
        select(_station.c.village, _station.c.number, _station.c.dpt_male + _station.c.dpt_female)
        .where(_station.c.event == event, _station.c.alive != 0, *station_filter.within(area))
        .order_by(_station.c.village, _station.c.number)
    )
    result = connection.execute(query)
    while chunk := result.cursor.fetchmany(_FETCH):
        yield from chunk
    result.close()


_ROWS = select(_shipment).where(_shipment.c.no.in_(bindparam("numbers", expanding=True)), _shipment.c.alive != 0)
_LINES = (
    select(_line)
    .where(_line.c.shipment.in_(bindparam("numbers", expanding=True)), _line.c.alive != 0)
    .order_by(_line.c.no)
)


def _conditions(
    connection: sqlalchemy.Connection, event: str, chosen: ShipmentFilter
) -> list[sqlalchemy.ColumnElement[bool]]:
    table = _shipment.c
    conditions = [table.event == event, table.alive != 0, *_within(table.place, chosen.area), *_at_stage(chosen.stage)]
    if chosen.origin:
        conditions.append(table.origin == chosen.origin)
    match chosen.state:
        case State.PLANNED:
            conditions += [table.sent_at.is_(None), table.arrived_at.is_(None)]
        case State.UNDERWAY:
            conditions += [table.sent_at.is_not(None), table.arrived_at.is_(None)]
        case State.ARRIVED:
            conditions.append(table.arrived_at.is_not(None))
    if chosen.late:
        conditions += [table.arrived_at.is_(None), table.deadline < chosen.now]
    if chosen.failed or chosen.unissued:
        conditions.append(or_(*(_shipment.c[tick.field].is_(False) for tick in Tick)))
    if chosen.unissued:
        conditions.append(table.issue.is_(None))
    if chosen.short:
        lacking = func.coalesce(_line.c.received, _line.c.sent) < func.coalesce(_line.c.planned, _line.c.sent)
        conditions += [table.right_quantity.is_(None), table.no.in_(_with_lines(lacking))]
    if chosen.spoilt:
        damaged = (func.coalesce(_line.c.damaged, 0) > 0) | (func.coalesce(_line.c.wet, 0) > 0)
        conditions += [table.right_quality.is_(None), table.no.in_(_with_lines(damaged))]
    if chosen.numbers:
        conditions.append(table.no.in_(chosen.numbers))
    if chosen.text.strip():
        conditions.append(_typed(connection, event, chosen.text))
    return conditions


def _with_lines(condition: sqlalchemy.ColumnElement[bool]) -> sqlalchemy.Select[Any]:
    """The shipments that have such a line."""
    return select(_line.c.shipment).where(_line.c.alive != 0, condition)


def _typed(connection: sqlalchemy.Connection, event: str, typed: str) -> sqlalchemy.ColumnElement[bool]:
    """What was typed, as a place or as words on the shipment's papers."""
    table = _shipment.c
    told = [
        column.contains(typed.strip(), autoescape=True)
        for column in (table.waybill, table.receipt, table.carrier, table.vehicle, table.sender)
    ]
    asked = search.read(typed)
    where = []
    if asked.code:
        where += [table.place >= asked.code, table.place < place_names.after(asked.code)]
    if asked.words:
        found = search.regions(connection, event, search.nearest(connection, event, asked.words), _REGIONS_TRIED)
        where.append(or_(*(func.substr(table.place, 1, width).in_(found) for width in (5, 8, 13))))
    if asked.number is not None:
        where.append(table.place.endswith(f"-{asked.number:03d}"))
    return or_(*told, and_(*where)) if where else or_(*told)


def _within(column: sqlalchemy.Column[Any], area: str) -> list[sqlalchemy.ColumnElement[bool]]:
    if not area or area == places.NATION:
        return []
    if "-" in area or "/" in area:
        return [column == area]
    return [column >= area, column < place_names.after(area)]


def _at_stage(stage: str) -> list[sqlalchemy.ColumnElement[bool]]:
    """Shipments to places of one kind: a TPS has a hyphen behind its village, the others a slash and their kind."""
    if not stage:
        return []
    place = _shipment.c.place
    if stage == places.Kind.TPS:
        return [func.substr(place, 14, 1) == "-"]
    return [func.instr(place, f"/{stage}") > 0]
