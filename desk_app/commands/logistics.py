# SPDX-License-Identifier: Apache-2.0
"""Commands of logistics: where the goods are, a word about them, shipments, and what each TPS lacks."""

import argparse
from datetime import datetime
from pathlib import Path

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import errors, hours, words, zones
from desk_app.domain import logistics as rules
from desk_app.domain.places import Kind
from desk_app.operations import (
    days,
    logistics,
    logistics_grid,
    logistics_onward,
    logistics_papers,
    logistics_register,
    logistics_shortages,
    places,
    settings,
    stock_reports,
)
from desk_app.operations.desk import Desk

N_ = words.N_


def add_to(subparsers: frame.Subparsers) -> None:
    matter = subparsers.add_parser(
        "logistics", help=_("logistik: posisi, pengiriman, kekurangan"), description=_("logistik")
    )
    verbs = matter.add_subparsers(required=True, metavar=_("PERINTAH"))
    position = frame.add(verbs, "position", _position, _("posisi barang per wilayah"), listing=True)
    position.add_argument("--item", default=rules.BOXES, metavar="BARANG", help=_("kode barang, seperti log.kotak"))
    position.add_argument("--area", default="", metavar="KODE", help=_("satu wilayah saja"))
    note = frame.add(verbs, "note", _note, _("catat posisi barang"))
    note.add_argument("place", metavar="WILAYAH", help=_("kecamatan atau desa"))
    note.add_argument("stage", choices=[one.value for one in rules.STAGES], metavar="TAHAP", help=_("tahap"))
    note.add_argument("count", type=int, metavar="JUMLAH", help=_("berapa yang sudah tiba"))
    note.add_argument("--source", required=True, metavar="SUMBER", help=_("siapa yang melaporkan"))
    note.add_argument("--hour", default="", metavar="JAM", help=_("seperti 16.30 atau 13-02-2024 16.30"))
    note.add_argument("--item", default=rules.BOXES, metavar="BARANG", help=_("kode barang, seperti log.kotak"))
    for name, help_text in (("short", _("kurang")), ("damaged", _("rusak")), ("wet", _("basah"))):
        note.add_argument(f"--{name}", type=int, default=None, metavar="JUMLAH", help=help_text)
    listed = frame.add(verbs, "list", _list, _("tampilkan pengiriman"), listing=True)
    listed.add_argument("--area", default="", metavar="KODE", help=_("satu wilayah saja"))
    listed.add_argument("--late", action="store_true", help=_("yang terlambat saja"))
    new = frame.add(verbs, "new", _new, _("kiriman baru sebesar kebutuhan tujuannya"))
    new.add_argument("place", metavar="TUJUAN", help=_("gudang, PPK, PPS, atau TPS"))
    new.add_argument("--waybill", default="", metavar="NOMOR", help=_("nomor surat jalan"))
    for name, run, help_text in (
        ("sent", _sent, _("kiriman berangkat")),
        ("received", _received, _("kiriman diterima lengkap")),
    ):
        moved = frame.add(verbs, name, run, help_text)
        moved.add_argument("number", type=int, metavar="NOMOR", help=_("nomor catatan kiriman"))
        moved.add_argument("--hour", default="", metavar="JAM", help=_("seperti 16.30 atau 13-02-2024 16.30"))
    short = frame.add(verbs, "short", _short, _("kekurangan per TPS"), listing=True)
    short.add_argument("--area", default="", metavar="KODE", help=_("satu wilayah saja"))
    short.add_argument("--item", default="", metavar="BARANG", help=_("kode barang, seperti log.kotak"))
    short.add_argument("--message", action="store_true", help=_("sebagai pesan WhatsApp"))
    paper = frame.add(verbs, "receipt", _receipt, _("tanda terima barang sebagai PDF"))
    paper.add_argument("number", type=int, metavar="NOMOR", help=_("nomor catatan kiriman"))
    paper.add_argument("path", type=Path, metavar="BERKAS", help=_("berkas PDF"))


def _position(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = logistics_grid.grid(desk, options.item, options.area)
        if options.json:
            frame.as_json(found)
            return 0
        frame.say(found.label)
        headings = [found.heading, _("butuh"), *(_(rules.STAGE_LABELS[stage]) for stage in found.stages)]
        rows = []
        for line in (*found.rows, found.total):
            cells = [
                f"{cell.state.symbol} {logistics_grid.word_line(cell.shown)}" if cell.shown else ""
                for cell in line.cells
            ]
            rows.append((line.name, line.need.count, *cells))
        frame.table(headings, rows)
    return 0


def _note(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        stock_reports.report_stock(
            desk,
            options.place,
            Kind(options.stage),
            options.count,
            item=options.item,
            short=options.short,
            damaged=options.damaged,
            wet=options.wet,
            hour=_moment(desk, options.hour),
            source=options.source,
        )
    frame.say(_("Tersimpan."))
    return 0


def _list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        chosen = logistics_register.ShipmentFilter(area=options.area, late=options.late)
        rows = logistics_register.shipment_rows(desk, logistics_register.shipment_ids(desk, chosen))
        if options.json:
            frame.as_json([row for row in rows if row is not None])
            return 0
        frame.table(
            [_("nomor"), _("tujuan"), _("keadaan"), _("terakhir"), _("kotak"), _("enam tepat"), _("surat jalan")],
            [
                (
                    row.no,
                    row.place_label,
                    f"{row.mark.symbol} {logistics_register.state_words(row)}",
                    frame.hour(desk, row.moved_at),
                    row.boxes,
                    row.ticks,
                    row.waybill,
                )
                for row in rows
                if row is not None
            ],
        )
    return 0


def _new(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        values = {"waybill": options.waybill} if options.waybill else {}
        made = logistics_onward.new_to(desk, places.only_place(desk, options.place), **values)
    frame.say(_("Dicatat: {number}").format(number=made))
    return 0


def _sent(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        logistics.send(desk, [options.number], _moment(desk, options.hour))
    frame.say(_("Tersimpan."))
    return 0


def _received(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        logistics.receive_whole(desk, [options.number], _moment(desk, options.hour))
    frame.say(_("Tersimpan."))
    return 0


def _short(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = logistics_shortages.shortages(desk, options.area, options.item)
        if options.json:
            frame.as_json(found)
        elif options.message:
            frame.say(logistics_shortages.as_message(desk, found))
        else:
            headings = [_("kecamatan"), _("desa"), _("TPS"), _("barang"), _("butuh"), _("ada"), _("kurang")]
            frame.table(
                headings,
                [
                    (one.district_name, one.village_name, one.label, one.item_label, one.needed, one.usable, one.short)
                    for one in found.rows
                ],
            )
    return 0


def _receipt(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        logistics_papers.save_receipt(desk, options.number, options.path)
    frame.say(_("Tersimpan: {path}").format(path=options.path))
    return 0


def _moment(desk: Desk, typed: str) -> int | None:
    """What was typed as an hour of the office's clock, in seconds UTC. Raises Refused."""
    moment: datetime | None = hours.parse_moment(typed, days.today(desk))
    if moment is None:
        return None
    found = zones.moment(moment, settings.zone(desk))
    if found > desk.now() + 24 * 60 * 60:
        raise errors.Refused(N_("“{text}” masih jauh di depan. Periksa tanggalnya."), text=typed)
    return found
