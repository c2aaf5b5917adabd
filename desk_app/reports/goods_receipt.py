# SPDX-License-Identifier: Apache-2.0
"""Tanda Terima Barang of one shipment: what was sent and what came, from whom to whom, with two signatures.

It is the desk's own sheet beside the BTTB and surat jalan of KPU, whose numbers it names; it replaces neither.
"""

from dataclasses import dataclass
from datetime import datetime

from desk_app.reports import check_code, daily_report, document, form_parts, letterhead, pages, parcel_words, words

TITLE = "Tanda Terima Barang"
NOTE = "Lembar ini catatan pemantauan Desk dan tidak menggantikan BTTB atau surat jalan KPU."


@dataclass(frozen=True, slots=True)
class Goods:
    """One kind of goods; None is not known and stays a line for the pen."""

    label: str
    unit: str
    sent: int | None
    received: int | None
    damaged: int | None = None
    wet: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class GoodsReceipt:
    """All that the paper says. Times are already in the zone of `office`; texts may be empty."""

    office: daily_report.Office
    origin: str
    destination: str
    goods: tuple[Goods, ...]
    page: pages.PageSetup
    at: datetime
    sent_at: datetime | None = None
    arrived_at: datetime | None = None
    waybill: str = ""
    receipt: str = ""
    carrier: str = ""
    vehicle: str = ""
    received_by: str = ""
    note: str = ""
    head: letterhead.Letterhead | None = None


def build(paper: GoodsReceipt) -> document.Document:
    """The document, with its check code."""
    moment = words.moment(paper.at, paper.office.zone)
    title = f"{TITLE} {paper.destination}"
    blocks: list[document.Block] = [
        document.Title(("TANDA TERIMA BARANG",), paper.receipt or None),
        document.Facts(tuple(document.Fact(label, value) for label, value in _facts(paper) if value)),
        _table(paper.goods),
    ]
    if paper.note:
        blocks.append(document.Paragraph(f"Catatan: {paper.note}", document.Align.LEFT))
    blocks += [document.Paragraph(NOTE, emphasis=document.Emphasis.NOTE), _signatures(paper)]
    foot = document.Footer(title, f"data per {moment}")
    return check_code.sealed(
        document.Document(title, paper.office.desk, paper.page, tuple(blocks), paper.head, foot)
    )


def _facts(paper: GoodsReceipt) -> list[tuple[str, str]]:
    zone = paper.office.zone
    return [
        ("Dalam rangka", paper.office.event),
        ("Dari", paper.origin),
        ("Kepada", paper.destination),
        ("Nomor surat jalan", paper.waybill),
        ("Berangkat", words.moment(paper.sent_at, zone) if paper.sent_at else ""),
        ("Tiba", words.moment(paper.arrived_at, zone) if paper.arrived_at else ""),
        ("Pengangkut", ", ".join(part for part in (paper.carrier, paper.vehicle) if part)),
    ]


def _table(goods: tuple[Goods, ...]) -> document.Table:
    right = document.Align.RIGHT
    columns = (
        document.Column("No", align=right, paper_only=True),
        document.Column("Barang", share=1.0, lead=True),
        document.Column("Satuan", short=""),
        document.Column("Dikirim", align=right, short="dikirim"),
        document.Column("Diterima", align=right, short="diterima"),
        document.Column("Rusak", align=right, short="rusak", quiet_zero=True),
        document.Column("Basah", align=right, short="basah", quiet_zero=True),
        document.Column("Keterangan", share=0.6, short=""),
    )
    rows = tuple(
        document.Row(
            (
                str(place),
                one.label,
                one.unit,
                _count(one.sent),
                _count(one.received),
                _count(one.damaged),
                _count(one.wet),
                one.note or words.NO_BREAK,
            )
        )
        for place, one in enumerate(goods, start=1)
    )
    return document.Table(columns, rows, when_empty="Belum ada barang dalam kiriman ini")


def _signatures(paper: GoodsReceipt) -> document.Block:
    receiver = parcel_words.Party(paper.destination, function=paper.received_by)
    return form_parts.signatures(
        parcel_words.side(parcel_words.Party(paper.origin or "Pengirim"), "Yang menyerahkan,", ("",)),
        parcel_words.side(receiver, "Yang menerima,", (f"Diterima {'.' * 18} pukul {'.' * 8} {paper.office.zone}",)),
    )


def _count(count: int | None) -> str:
    return words.NO_BREAK if count is None else words.number(count)
