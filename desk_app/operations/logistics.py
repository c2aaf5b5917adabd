# SPDX-License-Identifier: Apache-2.0
"""Logistik: a shipment planned, altered, sent and received, one or thousands of them.

Who sends and who receives write about the same record: the kabupaten what it sent, the kecamatan what came.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from desk_app.base.progress import Progress, Steps, finish
from desk_app.data import shipment_list, unit_of_work
from desk_app.domain import elections as rules
from desk_app.domain import records, words
from desk_app.operations import (
    days,
    elections,
    logistics_needs,
    settings,
    shipment_fields,
    shipments_held,
    wholes,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import in_steps, transact

N_ = words.N_

T = TypeVar("T")

_TOGETHER = 200
"""Shipments that are looked up together, and between two steps of long work."""

def default_deadline(desk: Desk) -> int:
    """Until when goods must be there unless said otherwise: the last second of the day that the office has set."""
    event = elections.working_event(desk)
    day = event.voting_day + timedelta(days=rules.parse_phase(settings.get(desk, "logistics_deadline")))
    return days.bounds(desk, day)[1] - 1


def new_shipment(
    desk: Desk, place: str, lines: Mapping[str, Mapping[str, int | None]] | None = None, **values: Any
) -> int:
    """Plan a shipment to a place (gudang, PPK, PPS, TPS); returns its record number.

    `lines`: by item what is known of it (`shipment_fields.LINE_FIELDS`). `values`: other `shipment_fields.FIELDS`;
    without a deadline the office's own holds. Raises Refused.
    """
    return new_shipments(desk, [(place, lines or {})], **values)[0]


def new_shipments(
    desk: Desk, planned: Sequence[tuple[str, Mapping[str, Mapping[str, int | None]]]], **values: Any
) -> list[int]:
    """Plan shipments to several places in one go, undone as one."""
    return finish(plan_many(desk, planned, **values))


def plan_many(
    desk: Desk, planned: Sequence[tuple[str, Mapping[str, Mapping[str, int | None]]]], **values: Any
) -> Steps[list[int]]:
    """`new_shipments` for thousands of them, told of as it goes on; closed before its end it leaves nothing."""
    checked = shipment_fields.checked(desk, values)
    checked.setdefault("deadline", default_deadline(desk))
    event = settings.event_code(desk)
    known = {one.code for one in logistics_needs.items(desk)}
    asked = [
        (shipment_fields.destination(desk, place), shipment_fields.known_lines(known, lines))
        for place, lines in planned
    ]
    shipment_fields.require_apart(checked.get("origin"), [place for place, _lines in asked])

    def work(unit: unit_of_work.Unit) -> Steps[list[int]]:
        made: list[int] = []
        for group in _groups(asked, _TOGETHER):
            yield Progress(len(made), len(asked), N_("Membuat kiriman"))
            shipment_fields.require_stations(unit, event, [place for place, _lines in group])
            for place, lines in group:
                no = unit.create(records.SHIPMENT, {**checked, "event": event, "place": place})
                for item, told in lines.items():
                    unit.create(records.SHIPMENT_LINE, {"shipment": no, "item": item, **told})
                made.append(no)
            unit.let_go()
        return made

    return (yield from in_steps(desk, N_("Pengiriman baru"), work))


def edit_shipment(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `shipment_fields.FIELDS` of a shipment; returns whether anything was different.

    `seen`: as the form was read (`Shipment.seen`).
    """
    checked = shipment_fields.checked(desk, values)

    def work(unit: unit_of_work.Unit) -> bool:
        held = unit.values(records.SHIPMENT, no)
        place = shipments_held.own(desk, held)
        shipment_fields.require_apart(checked.get("origin"), [place])
        shipment_fields.require_order({**held, **checked})
        return unit.set(records.SHIPMENT, no, checked, seen=seen)

    return transact(desk, N_("Pengiriman"), work)


def set_line(desk: Desk, no: int, item: str, *, seen: int | None = None, **values: Any) -> int:
    """Write what is known of one kind of goods in a shipment; returns the record of its line."""
    return set_lines(desk, no, {item: values}, seen=seen)[0]


def set_lines(
    desk: Desk, no: int, lines: Mapping[str, Mapping[str, Any]], *, seen: int | None = None
) -> list[int]:
    """Write what is known of several kinds of goods in a shipment, undone as one."""
    checked = shipment_fields.checked_lines(desk, lines)

    def work(unit: unit_of_work.Unit) -> list[int]:
        shipments_held.own(desk, unit.values(records.SHIPMENT, no))
        held = shipments_held.lines(unit, no)
        made = []
        for item, told in checked.items():
            row = held.get(item)
            if row is None:
                made.append(unit.create(records.SHIPMENT_LINE, {"shipment": no, "item": item, **told}))
            else:
                shipment_fields.require_parts(item, {**unit.values(records.SHIPMENT_LINE, row.no), **told})
                unit.set(records.SHIPMENT_LINE, row.no, told, seen=seen)
                made.append(row.no)
        return made

    return transact(desk, N_("Barang kiriman"), work)


def remove_line(desk: Desk, no: int, item: str) -> None:
    """Take a kind of goods out of a shipment."""

    def work(unit: unit_of_work.Unit) -> None:
        shipments_held.own(desk, unit.values(records.SHIPMENT, no))
        for row in shipment_list.lines_of(unit.connection, [no]).get(no, []):
            if row.item == item:
                unit.delete(records.SHIPMENT_LINE, row.no)

    transact(desk, N_("Barang dikeluarkan dari kiriman"), work)


def delete_shipment(desk: Desk, no: int) -> None:
    """Take a shipment out of the list (a slip of typing); all stays in the history."""

    def work(unit: unit_of_work.Unit) -> None:
        shipments_held.own(desk, unit.values(records.SHIPMENT, no))
        wholes.delete(unit, records.SHIPMENT, no)

    transact(desk, N_("Pengiriman dihapus"), work)


def send(desk: Desk, numbers: Sequence[int], at: int | None = None, **values: Any) -> int:
    """Say that shipments have left, with all that was planned where nothing else is said. Returns how many."""
    return finish(send_many(desk, numbers, at, **values))


def send_many(desk: Desk, numbers: Sequence[int], at: int | None = None, **values: Any) -> Steps[int]:
    """`send` for thousands of them, told of as it goes on; closed before its end it leaves nothing."""
    moment = desk.now() if at is None else at
    checked = shipment_fields.checked(desk, values)

    def one(unit: unit_of_work.Unit, no: int, lines: Sequence[Any]) -> None:
        held = unit.values(records.SHIPMENT, no)
        shipments_held.own(desk, held)
        told = {"sent_at": moment, **checked}
        shipment_fields.require_order({**held, **told})
        unit.set(records.SHIPMENT, no, told)
        for row in lines:
            if row.sent is None and row.planned is not None:
                unit.set(records.SHIPMENT_LINE, row.no, {"sent": row.planned})

    work = _each(numbers, N_("Mencatat keberangkatan"), one)
    return (yield from in_steps(desk, N_("Pengiriman berangkat"), work))


def receive_whole(desk: Desk, numbers: Sequence[int], at: int | None = None, **values: Any) -> int:
    """Say that shipments came with all that was sent, where nothing else was said yet. Returns how many."""
    return finish(receive_many(desk, numbers, at, **values))


def receive_many(desk: Desk, numbers: Sequence[int], at: int | None = None, **values: Any) -> Steps[int]:
    """`receive_whole` for thousands of them, told of as it goes on; closed before its end it leaves nothing."""
    moment = desk.now() if at is None else at
    checked = shipment_fields.checked(desk, values)

    def one(unit: unit_of_work.Unit, no: int, lines: Sequence[Any]) -> None:
        held = unit.values(records.SHIPMENT, no)
        shipments_held.own(desk, held)
        told = {"arrived_at": moment, **checked} if held.get("arrived_at") is None else checked
        shipment_fields.require_order({**held, **told})
        unit.set(records.SHIPMENT, no, told)
        for row in lines:
            came = row.planned if row.sent is None else row.sent
            if row.received is None and came is not None:
                unit.set(records.SHIPMENT_LINE, row.no, {"received": came})

    work = _each(numbers, N_("Mencatat penerimaan"), one)
    return (yield from in_steps(desk, N_("Pengiriman diterima lengkap"), work))


def _each(
    numbers: Sequence[int], words: str, one: Callable[[unit_of_work.Unit, int, Sequence[Any]], None]
) -> Callable[[unit_of_work.Unit], Steps[int]]:
    """Work over many shipments with their lines, a group of them looked up together."""

    def work(unit: unit_of_work.Unit) -> Steps[int]:
        done = 0
        for group in _groups(numbers, _TOGETHER):
            yield Progress(done, len(numbers), words)
            unit.expect(records.SHIPMENT, group)
            held = shipment_list.lines_of(unit.connection, group)
            unit.expect(records.SHIPMENT_LINE, [row.no for rows in held.values() for row in rows])
            for no in group:
                one(unit, no, list(shipments_held.by_item(held.get(no, [])).values()))
            unit.let_go()
            done += len(group)
        return done

    return work


def _groups(every: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    return (every[start : start + most] for start in range(0, len(every), most))
