# SPDX-License-Identifier: Apache-2.0
"""The sheet that goes with a shipment: gathered from its record, and written as a PDF."""

from pathlib import Path

from desk_app.base import files, text
from desk_app.data import rows
from desk_app.domain import errors, records, words
from desk_app.operations import days, logistics_register, printing_office
from desk_app.operations import places as placing
from desk_app.operations.desk import Desk
from desk_app.reports import goods_receipt

N_ = words.N_


def receipt(desk: Desk, no: int, paper: str = "") -> goods_receipt.GoodsReceipt:
    """All that the sheet of a shipment says; `paper` is a size, the office's own by default. Raises NotFound."""
    with text.on_paper():
        found = logistics_register.shipment(desk, no)
        with desk.reading() as connection:
            held = rows.row(connection, records.SHIPMENT, no)
        named = placing.full_labels(desk, [one for one in (held["origin"], held["place"]) if one])
        return goods_receipt.GoodsReceipt(
            office=printing_office.office(desk),
            origin=named.get(held["origin"] or "", held["sender"] or ""),
            destination=named[held["place"]],
            goods=tuple(
                goods_receipt.Goods(
                    line.label, line.unit, line.sent, line.received, line.damaged, line.wet, line.note
                )
                for line in found.lines
            ),
            page=printing_office.page_setup(desk, paper),
            at=days.local(desk, desk.now()),
            sent_at=days.local(desk, held["sent_at"]) if held["sent_at"] else None,
            arrived_at=days.local(desk, held["arrived_at"]) if held["arrived_at"] else None,
            waybill=held["waybill"] or "",
            receipt=held["receipt"] or "",
            carrier=held["carrier"] or "",
            vehicle=held["vehicle"] or "",
            received_by=held["received_by"] or "",
            note=held["note"] or "",
            head=printing_office.kop(desk, None),
        )


def save_receipt(desk: Desk, no: int, path: Path, paper: str = "") -> None:
    """Write the sheet of a shipment as a PDF. Raises Refused where it cannot be written."""
    from desk_app.reports import pdf  # a heavy library, loaded when first used

    data = pdf.render(goods_receipt.build(receipt(desk, no, paper)))
    try:
        files.write_whole(path, data)
    except OSError as fault:
        raise errors.Refused(
            N_("Berkas {path} tidak dapat ditulis: {reason}."), path=path, reason=fault.strerror or fault
        ) from fault
