# SPDX-License-Identifier: Apache-2.0
"""The shipments for lists and one in full: goods, hours, six ticks with what figures suggest, and where it goes on."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desk_app.base.text import _
from desk_app.data import arrivals, checklist_rows, duplicates, rows, shipment_list
from desk_app.domain import errors, logistics, places, records, words
from desk_app.domain.readiness import Readiness
from desk_app.operations import indexing, logistics_needs, settings, shipment_fields, shipments_held
from desk_app.operations import places as placing
from desk_app.operations.desk import Desk

N_ = words.N_

Order = shipment_list.Order
ShipmentFilter = shipment_list.ShipmentFilter
EVERYTHING = ShipmentFilter()
YES, NO, UNSAID = "✓", "!", "·"


@dataclass(frozen=True, slots=True)
class ShipmentRow:
    """One shipment of the list. `mark` is its state as a mark; `state` the words beside it.

    `boxes`: boxes that came, else that were sent or planned; `short`, `spoilt`: how many kinds of goods are missing
    something, or came damaged or wet. `ticks`: the six *tepat* as signs in their order ("✓!·✓✓·").
    """

    no: int
    place: str
    place_label: str
    origin_label: str
    stage: places.Kind | None
    state: logistics.State
    mark: Readiness
    is_late: bool
    planned_at: int | None
    sent_at: int | None
    arrived_at: int | None
    deadline: int | None
    boxes: int | None
    kinds: int
    short: int
    spoilt: int
    ticks: str
    waybill: str
    receipt: str
    carrier: str
    issue: int
    is_disputed: bool

    @property
    def moved_at(self) -> int:
        """The last hour that is known of it, 0 for none."""
        return self.arrived_at or self.sent_at or self.planned_at or 0


@dataclass(frozen=True, slots=True)
class ShipmentLine:
    """One kind of goods of a shipment."""

    no: int
    item: str
    label: str
    unit: str
    planned: int | None
    sent: int | None
    received: int | None
    damaged: int | None
    wet: int | None
    note: str
    short: int
    is_disputed: bool


@dataclass(frozen=True, slots=True)
class TickLine:
    """One of the six *tepat*: what a person said (None: not yet) and why, and what the figures say and why."""

    tick: logistics.Tick
    label: str
    value: bool | None
    reason: str
    suggested: bool | None
    because: str


@dataclass(frozen=True, slots=True)
class Shipment:
    """One shipment in full. `values`: its fields as they stand. `onward`: shipments from where it went.

    `issue_number`, `issue_open`: of the issue that was raised from it. `seen`: what a save from a form with these
    values tells that it had seen.
    """

    row: ShipmentRow
    title: str
    values: dict[str, Any]
    labels: dict[str, str]
    lines: tuple[ShipmentLine, ...]
    ticks: tuple[TickLine, ...]
    issue_number: str
    issue_open: bool
    onward: int
    seen: int | None = field(default=None, compare=False)

    @property
    def failed(self) -> tuple[TickLine, ...]:
        """The ticks of which a person says no."""
        return tuple(one for one in self.ticks if one.value is False)


def shipment_ids(desk: Desk, chosen: ShipmentFilter = EVERYTHING, order: Order = Order.NEWEST) -> "array[int]":
    """The record numbers of the shipments that a filter leaves, in order."""
    if chosen.text:
        indexing.ensure(desk)
    with desk.reading() as connection:
        told = replace(chosen, now=desk.now())
        return shipment_list.ids(connection, settings.event_code(desk), told, order)


def count_shipments(desk: Desk, chosen: ShipmentFilter = EVERYTHING) -> int:
    """How many shipments a filter leaves."""
    with desk.reading() as connection:
        return shipment_list.count(connection, settings.event_code(desk), replace(chosen, now=desk.now()))


def shipment_rows(desk: Desk, numbers: Sequence[int]) -> list[ShipmentRow | None]:
    """The shipments with these record numbers, in the order asked; None for one that is gone."""
    with desk.reading() as connection:
        held = shipment_list.rows(connection, numbers)
        lines = shipment_list.lines_of(connection, list(held))
        of_lines = {row.no: no for no, told in lines.items() for row in told}
        odd = shipment_list.disputed(connection, [*held, *of_lines]) | shipment_list.doubled(connection, of_lines)
    odd |= {of_lines[no] for no in odd if no in of_lines}
    subjects = {one for row in held.values() for one in (row.place, row.origin) if one}
    labels = placing.place_labels(desk, subjects)
    now = desk.now()
    made = {no: _row(row, lines.get(no, []), labels, now, disputed=no in odd) for no, row in held.items()}
    return [made.get(no) for no in numbers]


def shipment(desk: Desk, no: int) -> Shipment:
    """One shipment in full. Raises NotFound."""
    [row] = shipment_rows(desk, [no])
    if row is None:
        raise errors.NotFound(N_("Pengiriman ini sudah tidak ada."))
    goods = {one.code: one for one in logistics_needs.goods(desk)}
    event = settings.event_code(desk)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        held = rows.row(connection, records.SHIPMENT, no)
        told = shipment_list.lines_of(connection, [no]).get(no, [])
        numbers = [line.no for line in told]
        odd = shipment_list.disputed(connection, numbers) | shipment_list.doubled(connection, numbers)
        onward = shipment_list.count(connection, event, ShipmentFilter(origin=row.place))
        issue = duplicates.kept(connection, row.issue) if row.issue else 0
        raised = rows.row(connection, records.ISSUE, issue) if issue else {}
        is_open = any(one.no == issue for one in checklist_rows.open_issues(connection, event, row.place))
    order = {code: at for at, code in enumerate(goods)}
    told.sort(key=lambda line: (order.get(line.item, len(order)), line.no))
    lines = [_line(line, goods.get(line.item), disputed=line.no in odd) for line in told]
    judged = [shipments_held.line_of(line, goods[line.item].label if line.item in goods else "") for line in told]
    suggested = logistics.suggest(shipments_held.journey_of(held), judged, desk.now())
    subjects = [one for name in ("origin", "place", "arrived_place") if (one := held.get(name))]
    labels = placing.place_labels(desk, subjects)
    return Shipment(
        row=row,
        title=row.place_label,
        values={name: held.get(name) for name in shipment_fields.FIELDS},
        labels={name: labels.get(held.get(name) or "", "") for name in ("origin", "place", "arrived_place")},
        lines=tuple(lines),
        ticks=tuple(_tick(held, suggested[which]) for which in logistics.Tick),
        issue_number=str(raised.get("number") or ""),
        issue_open=is_open,
        onward=onward,
        seen=seen,
    )


def state_words(row: ShipmentRow) -> str:
    """How far a shipment is, in words: "Tiba, terlambat", "Di jalan"."""
    said = _(logistics.STATE_LABELS[row.state])
    if row.is_late:
        return _("{state}, terlambat").format(state=said)
    return said


def tick_sign(value: bool | None) -> str:
    """A tick as a sign."""
    return UNSAID if value is None else YES if value else NO


def _row(row: Any, told: Sequence[Any], labels: dict[str, str], now: int, *, disputed: bool) -> ShipmentRow:
    lines = [shipments_held.line_of(one) for one in told]
    journey = logistics.Journey(
        row.place, row.planned_at, row.sent_at, row.arrived_at, row.deadline, row.arrived_place or ""
    )
    late = journey.is_late(now)
    boxes = [one for one in lines if logistics.covers(logistics.BOXES, one.item)]
    ticks = [getattr(row, which.field) for which in logistics.Tick]
    short, spoilt = sum(one.short > 0 for one in lines), sum(bool(one.damaged or one.wet) for one in lines)
    return ShipmentRow(
        no=row.no,
        place=row.place,
        place_label=labels.get(row.place, row.place),
        origin_label=labels.get(row.origin or "", row.sender or ""),
        stage=logistics.stage_of(row.place) if row.place in labels else None,
        state=journey.state,
        mark=_mark(journey.state, disputed, late or short > 0 or spoilt > 0 or False in ticks),
        is_late=late,
        planned_at=row.planned_at,
        sent_at=row.sent_at,
        arrived_at=row.arrived_at,
        deadline=row.deadline,
        boxes=sum(_known(one) for one in boxes) if boxes else None,
        kinds=len(lines),
        short=short,
        spoilt=spoilt,
        ticks="".join(tick_sign(value) for value in ticks),
        waybill=row.waybill or "",
        receipt=row.receipt or "",
        carrier=" · ".join(part for part in (row.carrier, row.vehicle) if part),
        issue=row.issue or 0,
        is_disputed=disputed,
    )


def _mark(state: logistics.State, disputed: bool, odd: bool) -> Readiness:
    if disputed:
        return Readiness.DISPUTED
    if odd:
        return Readiness.PROBLEM
    if state is logistics.State.ARRIVED:
        return Readiness.READY
    return Readiness.INCOMPLETE if state is logistics.State.UNDERWAY else Readiness.NOT_YET


def _known(line: logistics.Line) -> int:
    return next((one for one in (line.received, line.sent, line.planned) if one is not None), 0)


def _line(row: Any, goods: logistics_needs.Goods | None, *, disputed: bool) -> ShipmentLine:
    judged = shipments_held.line_of(row)
    return ShipmentLine(
        no=row.no,
        item=row.item,
        label=goods.label if goods else row.item,
        unit=goods.unit if goods else "",
        planned=row.planned,
        sent=row.sent,
        received=row.received,
        damaged=row.damaged,
        wet=row.wet,
        note=row.note or "",
        short=judged.short,
        is_disputed=disputed,
    )


def _tick(held: Any, suggested: logistics.Suggestion) -> TickLine:
    which = suggested.tick
    because = words.render(suggested.words.message, suggested.words.params, _) if suggested.words else ""
    return TickLine(
        tick=which,
        label=_(logistics.TICK_LABELS[which]),
        value=held.get(which.field),
        reason=held.get(which.reason) or "",
        suggested=suggested.value,
        because=because,
    )
