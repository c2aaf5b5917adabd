# SPDX-License-Identifier: Apache-2.0
"""Logistik: a shipment planned, sent, received and judged by the six ticks; a word about goods noted.

Who sends and who receives write about the same record: the kabupaten what it sent, the kecamatan what came.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from desk_app.base.progress import Progress, Steps, finish
from desk_app.data import shipment_list, unit_of_work
from desk_app.domain import elections as rules
from desk_app.domain import errors, logistics, places, records, words
from desk_app.operations import days, elections, field_names, logistics_needs, settings, territory, wholes
from desk_app.operations.desk import Desk
from desk_app.operations.transact import in_steps, transact

N_ = words.N_

T = TypeVar("T")

FIELDS = (
    "origin",
    "sender",
    "planned_at",
    "sent_at",
    "arrived_at",
    "deadline",
    "carrier",
    "vehicle",
    "waybill",
    "receipt",
    "received_by",
    "arrived_place",
    "note",
)
"""What can be written about a shipment at will; ticks have `tick`, where it goes stays."""

_TOGETHER = 200
"""Shipments that are looked up together, and between two steps of long work."""

LINE_FIELDS = ("planned", "sent", "received", "damaged", "wet", "note")


def default_deadline(desk: Desk) -> int:
    """Until when goods must be there unless said otherwise: the last second of the day that the office has set."""
    event = elections.working_event(desk)
    day = event.voting_day + timedelta(days=rules.parse_phase(settings.get(desk, "logistics_deadline")))
    return days.bounds(desk, day)[1] - 1


def new_shipment(
    desk: Desk, place: str, lines: Mapping[str, Mapping[str, int | None]] | None = None, **values: Any
) -> int:
    """Plan a shipment to a place (gudang, PPK, PPS, TPS); returns its record number.

    `lines`: by item what is known of it (`LINE_FIELDS`). `values`: other `FIELDS`; without a deadline the office's
    own holds. Raises Refused.
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
    checked = _checked(desk, values)
    checked.setdefault("deadline", default_deadline(desk))
    event = settings.event_code(desk)
    known = {one.code for one in logistics_needs.items(desk)}
    asked = [(_destination(desk, place), _known_lines(known, lines)) for place, lines in planned]
    _require_apart(checked.get("origin"), [place for place, _lines in asked])

    def work(unit: unit_of_work.Unit) -> Steps[list[int]]:
        made: list[int] = []
        for group in _groups(asked, _TOGETHER):
            yield Progress(len(made), len(asked), N_("Membuat kiriman"))
            _require_stations(unit, event, [place for place, _lines in group])
            for place, lines in group:
                no = unit.create(records.SHIPMENT, {**checked, "event": event, "place": place})
                for item, told in lines.items():
                    unit.create(records.SHIPMENT_LINE, {"shipment": no, "item": item, **told})
                made.append(no)
            unit.let_go()
        return made

    return (yield from in_steps(desk, N_("Pengiriman baru"), work))


def edit_shipment(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `FIELDS` of a shipment; returns whether anything was different.

    `seen`: as the form was read (`Shipment.seen`).
    """
    checked = _checked(desk, values)

    def work(unit: unit_of_work.Unit) -> bool:
        held = unit.values(records.SHIPMENT, no)
        place = _own(desk, held)
        _require_apart(checked.get("origin"), [place])
        _require_order({**held, **checked})
        return unit.set(records.SHIPMENT, no, checked, seen=seen)

    return transact(desk, N_("Pengiriman"), work)


def set_line(desk: Desk, no: int, item: str, *, seen: int | None = None, **values: Any) -> int:
    """Write what is known of one kind of goods in a shipment; returns the record of its line."""
    return set_lines(desk, no, {item: values}, seen=seen)[0]


def set_lines(
    desk: Desk, no: int, lines: Mapping[str, Mapping[str, Any]], *, seen: int | None = None
) -> list[int]:
    """Write what is known of several kinds of goods in a shipment, undone as one."""
    checked = _checked_lines(desk, lines)

    def work(unit: unit_of_work.Unit) -> list[int]:
        _own(desk, unit.values(records.SHIPMENT, no))
        held = _lines(unit, no)
        made = []
        for item, told in checked.items():
            row = held.get(item)
            if row is None:
                made.append(unit.create(records.SHIPMENT_LINE, {"shipment": no, "item": item, **told}))
            else:
                _require_parts(item, {**unit.values(records.SHIPMENT_LINE, row.no), **told})
                unit.set(records.SHIPMENT_LINE, row.no, told, seen=seen)
                made.append(row.no)
        return made

    return transact(desk, N_("Barang kiriman"), work)


def remove_line(desk: Desk, no: int, item: str) -> None:
    """Take a kind of goods out of a shipment."""

    def work(unit: unit_of_work.Unit) -> None:
        _own(desk, unit.values(records.SHIPMENT, no))
        for row in shipment_list.lines_of(unit.connection, [no]).get(no, []):
            if row.item == item:
                unit.delete(records.SHIPMENT_LINE, row.no)

    transact(desk, N_("Barang dikeluarkan dari kiriman"), work)


def delete_shipment(desk: Desk, no: int) -> None:
    """Take a shipment out of the list (a slip of typing); all stays in the history."""

    def work(unit: unit_of_work.Unit) -> None:
        _own(desk, unit.values(records.SHIPMENT, no))
        wholes.delete(unit, records.SHIPMENT, no)

    transact(desk, N_("Pengiriman dihapus"), work)


def send(desk: Desk, numbers: Sequence[int], at: int | None = None, **values: Any) -> int:
    """Say that shipments have left, with all that was planned where nothing else is said. Returns how many."""
    return finish(send_many(desk, numbers, at, **values))


def send_many(desk: Desk, numbers: Sequence[int], at: int | None = None, **values: Any) -> Steps[int]:
    """`send` for thousands of them, told of as it goes on; closed before its end it leaves nothing."""
    moment = desk.now() if at is None else at
    checked = _checked(desk, values)

    def one(unit: unit_of_work.Unit, no: int, lines: Sequence[Any]) -> None:
        held = unit.values(records.SHIPMENT, no)
        _own(desk, held)
        told = {"sent_at": moment, **checked}
        _require_order({**held, **told})
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
    checked = _checked(desk, values)

    def one(unit: unit_of_work.Unit, no: int, lines: Sequence[Any]) -> None:
        held = unit.values(records.SHIPMENT, no)
        _own(desk, held)
        told = {"arrived_at": moment, **checked} if held.get("arrived_at") is None else checked
        _require_order({**held, **told})
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
                one(unit, no, list(_by_item(held.get(no, [])).values()))
            unit.let_go()
            done += len(group)
        return done

    return work


def tick(
    desk: Desk, no: int, which: logistics.Tick, value: bool | None, reason: str = "", *, seen: int | None = None
) -> None:
    """Say of a shipment one of the six *tepat*; None takes it back. Raises Refused where a reason is wanted."""

    def work(unit: unit_of_work.Unit) -> None:
        held = unit.values(records.SHIPMENT, no)
        _own(desk, held)
        suggested = logistics.suggest(journey_of(held), unit_lines(desk, unit, no), desk.now())[which]
        logistics.require_reason(suggested, value, reason)
        unit.set(records.SHIPMENT, no, {which.field: value, which.reason: reason.strip() or None}, seen=seen)

    transact(desk, N_("Enam tepat"), work)


def take_suggestions(desk: Desk, no: int) -> list[logistics.Tick]:
    """Take over what figures and hours say, for the ticks that nobody has said yet; returns these ticks."""

    def work(unit: unit_of_work.Unit) -> list[logistics.Tick]:
        held = unit.values(records.SHIPMENT, no)
        _own(desk, held)
        taken = []
        told: dict[str, Any] = {}
        for which, one in logistics.suggest(journey_of(held), unit_lines(desk, unit, no), desk.now()).items():
            if one.value is not None and held.get(which.field) is None:
                told[which.field] = one.value
                if one.value is False:
                    told[which.reason] = str(one.words)
                taken.append(which)
        unit.set(records.SHIPMENT, no, told)
        return taken

    return transact(desk, N_("Enam tepat"), work)


def report_stock(
    desk: Desk,
    place: str,
    stage: places.Kind,
    count: int,
    *,
    item: str = logistics.BOXES,
    total: int | None = None,
    short: int | None = None,
    damaged: int | None = None,
    wet: int | None = None,
    hour: int | None = None,
    source: str = "",
    note: str = "",
    seen: int | None = None,
) -> int:
    """Note how many goods of a region are at a stage, as somebody told it; returns the record. Raises Refused.

    `seen`: as the table was read; another word that came in since is told.
    """
    code = places.parse_code(place)
    territory.require_own(desk, code)
    logistics_needs.covered(desk, item)
    if stage not in logistics.STAGES:
        raise errors.Refused(N_("“{stage}” bukan tahap logistik."), stage=str(stage))
    if total is not None and count > total:
        raise errors.Refused(N_("Rekap {count} lebih besar dari jumlahnya, {total}."), count=count, total=total)
    if (damaged or 0) + (wet or 0) > count:
        raise errors.Refused(N_("Rusak dan basah lebih banyak dari yang tiba ({count})."), count=count)
    if not source.strip():
        raise errors.Refused(N_("Isi sumbernya: siapa yang melaporkan."))
    event = settings.event_code(desk)
    told = {
        "event": event,
        "place": code,
        "stage": stage.value,
        "item": item,
        "count": count,
        "total": total,
        "short": short,
        "damaged": damaged,
        "wet": wet,
        "hour": desk.now() if hour is None else hour,
        "source": source,
        "note": note,
    }

    def work(unit: unit_of_work.Unit) -> int:
        held = shipment_list.reports(unit.connection, event, code, item=item, stage=stage.value)
        no = unit.create(records.STOCK_REPORT, told)
        unit.meet(records.STOCK_REPORT, no, "count", [row.no for row in held if row.place == code], seen)
        return no

    return transact(desk, N_("Posisi logistik"), work)


def delete_report(desk: Desk, no: int) -> None:
    """Take a word about goods away that was a slip of typing."""

    def work(unit: unit_of_work.Unit) -> None:
        territory.require_own(desk, str(unit.values(records.STOCK_REPORT, no)["place"]))
        unit.delete(records.STOCK_REPORT, no)

    transact(desk, N_("Posisi logistik dihapus"), work)


def journey_of(held: Mapping[str, Any]) -> logistics.Journey:
    """What a shipment's columns say of its way."""
    return logistics.Journey(
        place=str(held.get("place") or ""),
        planned_at=held.get("planned_at"),
        sent_at=held.get("sent_at"),
        arrived_at=held.get("arrived_at"),
        deadline=held.get("deadline"),
        arrived_place=held.get("arrived_place") or "",
    )


def line_of(row: Any, label: str = "") -> logistics.Line:
    """A row of a line as the rules take it."""
    return logistics.Line(
        row.item, label or row.item, row.planned, row.sent, row.received, row.damaged or 0, row.wet or 0
    )


def unit_lines(desk: Desk, unit: unit_of_work.Unit, no: int) -> list[logistics.Line]:
    """The lines of a shipment inside a transaction; their labels are Indonesian, since reasons are kept with them."""
    labels = {one.code: one.label for one in logistics_needs.items(desk)}
    return [line_of(row, labels.get(row.item, "")) for row in _lines(unit, no).values()]


def _lines(unit: unit_of_work.Unit, no: int) -> dict[str, Any]:
    return _by_item(shipment_list.lines_of(unit.connection, [no]).get(no, []))


def _by_item(rows: Sequence[Any]) -> dict[str, Any]:
    """The lines by item; of two that two offices wrote of the same item the first."""
    found: dict[str, Any] = {}
    for row in rows:
        found.setdefault(row.item, row)
    return found


def _own(desk: Desk, held: Mapping[str, Any]) -> str:
    place = str(held.get("place") or "")
    if not place:
        raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    territory.require_own(desk, place)
    return place


def _destination(desk: Desk, place: str) -> str:
    found = territory.require_own(desk, place)
    if found.kind not in logistics.STAGES:
        raise errors.Refused(
            N_("Tujuan kiriman adalah gudang, PPK, PPS, atau TPS, bukan “{place}”."), place=found.subject
        )
    return found.subject


def _checked(desk: Desk, values: Mapping[str, Any]) -> dict[str, Any]:
    checked = dict(values)
    field_names.require_known(checked, FIELDS, "a shipment")
    for name in ("origin", "arrived_place"):
        if checked.get(name):
            checked[name] = places.parse(str(checked[name])).subject
    return checked


def _checked_lines(desk: Desk, lines: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return _known_lines({one.code for one in logistics_needs.items(desk)}, lines)


def _known_lines(
    known: Collection[str], lines: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    checked: dict[str, dict[str, Any]] = {}
    for item, told in lines.items():
        if item not in known:
            raise errors.NotFound(N_("Tidak ada barang “{code}” dalam ceklis logistik."), code=item)
        field_names.require_known(told, LINE_FIELDS, "a line of a shipment")
        _require_parts(item, told)
        checked[item] = dict(told)
    return checked


def _require_parts(item: str, told: Mapping[str, Any]) -> None:
    """What is damaged or wet is part of what came."""
    received = told.get("received")
    if isinstance(received, int) and (told.get("damaged") or 0) + (told.get("wet") or 0) > received:
        raise errors.Refused(N_("Rusak dan basah lebih banyak dari yang tiba ({count})."), count=received)


def _require_order(held: Mapping[str, Any]) -> None:
    sent, arrived = held.get("sent_at"), held.get("arrived_at")
    if sent is not None and arrived is not None and arrived < sent:
        raise errors.Refused(N_("Kiriman tidak dapat tiba sebelum berangkat. Periksa tanggal dan jamnya."))


def _require_apart(origin: Any, destinations: Sequence[str]) -> None:
    if origin and origin in destinations:
        raise errors.Refused(N_("Asal dan tujuan kiriman sama."))


def _require_stations(unit: unit_of_work.Unit, event: str, subjects: Sequence[str]) -> None:
    """Those of the places that are TPS are in the list."""
    named = [place for place in map(places.parse, subjects) if place.kind is places.Kind.TPS]
    unit.expect(records.STATION, keys=[(event, place.code, place.number) for place in named])
    for place in named:
        if unit.find(records.STATION, (event, place.code, place.number)) is None:
            raise errors.NotFound(
                N_("TPS {number:03d} di {village} tidak ada dalam daftar TPS."), number=place.number, village=place.code
            )


def _groups(every: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    return (every[start : start + most] for start in range(0, len(every), most))
