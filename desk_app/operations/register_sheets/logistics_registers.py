# SPDX-License-Identifier: Apache-2.0
"""Shipments with one row for each kind of goods, and words about how much lies where, as sheets."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desk_app.data import shipment_list
from desk_app.domain import errors, places, records, words
from desk_app.domain import logistics as rules
from desk_app.operations import logistics, settings, stock_reports
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets import forms
from desk_app.operations.register_sheets.declaring import Register, Row

N_ = words.N_

_LINE_NOTE = "line_note"
_LINES = (
    *(records.SHIPMENT_LINE.field(name) for name in ("item", "planned", "sent", "received", "damaged", "wet")),
    replace(records.SHIPMENT_LINE.field("note"), name=_LINE_NOTE, label=N_("Catatan barang")),
)
_OF_LINES = tuple(one.name for one in _LINES)
_TICKS = tuple(one.field for one in rules.Tick)
_OF_SHIPMENTS = (
    "waybill", "place", "origin", "sender", "planned_at", "sent_at", "arrived_at", "deadline", "carrier", "vehicle",
    "receipt", "received_by", "arrived_place", "note",
)


def _with_lines(desk: Desk, rows: list[Row]) -> list[Row]:
    """A row for each kind of goods; a shipment without goods has one of its own."""
    with desk.reading() as connection:
        lines = shipment_list.lines_of(connection, [row["no"] for row in rows])
    found: list[Row] = []
    for row in rows:
        own = {**row, "shipment": row["no"]} | dict.fromkeys(_OF_LINES)
        held = lines.get(row["no"], [])
        for line in held:
            told = {name: getattr(line, name) for name in _OF_LINES if name != _LINE_NOTE}
            found.append(own | told | {"no": line.no, _LINE_NOTE: line.note})
        if not held:
            found.append(own)
    return found


class _Shipments:
    """Writes rows; rows of one new shipment (the same waybill to the same place) become one."""

    def __init__(self, desk: Desk) -> None:
        with desk.reading() as connection:
            event = settings.event_code(desk)
            held = shipment_list.ids(connection, event, shipment_list.ShipmentFilter(), shipment_list.Order.NEWEST)
            self._known: dict[tuple[str, str], int] = {
                (row.waybill, row.place): row.no
                for row in shipment_list.rows(connection, held).values()
                if row.waybill
            }
            self._of_lines = {
                line.no: (no, line.item)
                for no, lines in shipment_list.lines_of(connection, list(held)).items()
                for line in lines
            }
        self._altered: dict[tuple[int, str], Any] = {}

    def new(self, desk: Desk, place: str, item: str = "", **values: Any) -> int:
        """A row without a code: goods of a shipment that is there, or a shipment."""
        lines, own = _split(values)
        key = (str(own.get("waybill") or ""), place)
        no = self._known.get(key) if key[0] else None
        if no is None:
            no = logistics.new_shipment(desk, place, {item: lines} if item else {}, **own)
            if key[0]:
                self._known[key] = no
            return no
        if not item:
            raise errors.Refused(N_("Kiriman dengan surat jalan ini sudah ada. Isi butir barangnya."))
        logistics.set_line(desk, no, item, **lines)
        return no

    def edit(self, desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> None:
        """A row with a code: what is altered of the shipment, of its goods, or of both."""
        shipment, item = self._of_lines.get(no, (no, ""))
        item = values.pop("item", item)
        lines, own = _split(values)
        for name, value in own.items():
            if self._altered.setdefault((shipment, name), value) != value:
                raise errors.Refused(
                    N_("{field} kiriman ini ditulis berbeda di baris lain. Samakan dahulu."),
                    field=words.phrase(records.SHIPMENT.field(name).label),
                )
        if own:
            logistics.edit_shipment(desk, shipment, seen=seen, **own)
        if lines and not item:
            raise errors.Refused(N_("Isi butir barangnya."))
        if item:
            logistics.set_line(desk, shipment, item, seen=seen, **lines)


def _split(values: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    lines = {("note" if name == _LINE_NOTE else name): value for name, value in values.items() if name in _OF_LINES}
    return lines, {name: value for name, value in values.items() if name not in _OF_LINES}


def shipments(desk: Desk) -> Register:
    """The shipments of an office."""
    verbs = _Shipments(desk)
    return Register(
        "shipments",
        N_("Pengiriman logistik"),
        records.SHIPMENT,
        out=(*_OF_SHIPMENTS[:3], *_OF_LINES, *_OF_SHIPMENTS[3:], *_TICKS),
        back=(*_OF_SHIPMENTS, *_OF_LINES),
        edit=verbs.edit,
        new=verbs.new,
        required=("place",),
        fixed=("place",),
        extra=_LINES,
        forms={"item": forms.goods},
        rows=_with_lines,
    )


def _new_report(desk: Desk, place: str, stage: str, count: int, **values: Any) -> int:
    if stage not in set(places.Kind):
        raise errors.Refused(N_("“{stage}” bukan tahap logistik."), stage=stage)
    return stock_reports.report_stock(desk, place, places.Kind(stage), count, **values)


STOCK = Register(
    "stock",
    N_("Posisi logistik"),
    records.STOCK_REPORT,
    out=("place", "stage", "item", "count", "total", "short", "damaged", "wet", "hour", "source", "note"),
    back=("place", "stage", "item", "count", "total", "short", "damaged", "wet", "hour", "source", "note"),
    new=_new_report,
    required=("place", "stage", "count", "source"),
    forms={"item": forms.counted_goods},
)

MAKERS: Mapping[str, Any] = {"shipments": shipments, "stock": lambda _desk: STOCK}
"""By key."""
