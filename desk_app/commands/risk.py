# SPDX-License-Identifier: Apache-2.0
"""Commands of risk: the list of TPS, figures, ticking, who guards, categories of regions, the list of indicators."""

import argparse

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import risk as rules
from desk_app.domain import risk_bands
from desk_app.operations import guarding, region_risk, risk, risk_indicators, risk_text, stations


def add_to(subparsers: frame.Subparsers) -> None:
    words = _("kerawanan TPS dan wilayah")
    parser = subparsers.add_parser("risk", help=words, description=words)
    verbs = parser.add_subparsers(required=True, metavar=_("PERINTAH"))
    listed = frame.add(verbs, "list", _list, _("TPS menurut banyaknya indikator"), listing=True)
    listed.add_argument("--indicator", default="", metavar="KODE", help=_("yang mempunyai indikator ini saja"))
    listed.add_argument("--class", dest="risk", default="", metavar="KELAS", help=_("satu kelas Polri saja"))
    totals = frame.add(verbs, "totals", _totals, _("jumlah TPS per indikator"), listing=True)
    for one in (listed, totals):
        one.add_argument("--area", default="", metavar="KODE", help=_("satu wilayah saja"))
        one.add_argument("--wa", action="store_true", help=_("teks untuk WhatsApp"))
    ticked = frame.add(verbs, "tick", _tick, _("catat indikator satu TPS"))
    ticked.add_argument("station", metavar="TPS", help=_("73.13.06.1001-005 atau 13 angka"))
    ticked.add_argument("codes", metavar="KODE", nargs="*", help=_("kode indikator yang ada"))
    ticked.add_argument("--absent", metavar="KODE", nargs="+", default=[], help=_("kode indikator yang tidak ada"))
    guard = frame.add(verbs, "guard", _guard, _("personel pengamanan: perlu, ada, kurang"), listing=True)
    guard.add_argument("--pattern", action="append", default=[], metavar="KELAS=POLA", help=_("seperti rawan=4-2-8"))
    regions = frame.add(verbs, "regions", _regions, _("kategori kerawanan wilayah"), listing=True)
    regions.add_argument("--set", nargs=3, metavar=("KODE", "MENURUT", "KATEGORI"), help=_("tulis satu kategori"))
    regions.add_argument("--source", default="", metavar="SUMBER", help=_("sumber kategori itu"))
    regions.add_argument("--day", default="", metavar="TANGGAL", help=_("tanggal sumber, seperti 2024-11-01"))
    frame.add(verbs, "indicators", _indicators, _("daftar indikator"), listing=True)


def _list(options: argparse.Namespace) -> int:
    chosen = stations.StationFilter(area=options.area, risk=options.risk, indicator=options.indicator.upper())
    with frame.opened(options) as desk:
        ids = stations.station_ids(desk, chosen, stations.Order.INDICATORS, descending=True)
        if options.wa:
            frame.say(risk_text.list_text(desk, ids))
            return 0
        found = [row for row in risk.rows(desk, ids) if row is not None]
    if options.json:
        frame.as_json(found)
        return 0
    frame.table(
        ["TPS", _("desa/kel."), _("kecamatan"), _("kelas"), _("jumlah"), _("indikator")],
        [
            (row.subject, row.village_label, row.district_name, row.risk, len(row.codes), " ".join(row.codes))
            for row in found
        ],
    )
    return 0


def _totals(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = risk.totals(desk, options.area)
        if options.wa:
            frame.say(risk_text.totals_text(desk, found))
            return 0
    if options.json:
        frame.as_json(found)
        return 0
    bands = risk_bands.BAND_LABELS
    frame.table(
        [_("kode"), _("indikator"), "TPS", _("per seribu"), _("golongan")],
        [
            (one.code, _(one.label), one.count, one.share, _(bands[one.band]) if one.band else "")
            for one in found.indicators
        ],
    )
    return 0


def _tick(options: argparse.Namespace) -> int:
    changes = dict.fromkeys(options.codes, True) | dict.fromkeys(options.absent, False)
    with frame.opened(options) as desk:
        risk.tick(desk, options.station, changes)
        row = risk.row(desk, options.station)
    frame.say(f"{row.subject}: {' '.join(row.codes) or '-'}")
    return 0


def _guard(options: argparse.Namespace) -> int:
    typed = dict(one.partition("=")[::2] for one in options.pattern)
    with frame.opened(options) as desk:
        if typed:
            read = {rules.parse_class(name): text for name, text in typed.items()}
            guarding.set_patterns(desk, {one: text for one, text in read.items() if one is not None})
        found = guarding.table(desk)
    if options.json:
        frame.as_json(found)
        return 0
    headings = [found.heading, "TPS", _("tanpa pola"), _("Polri perlu"), _("ada"), _("Linmas perlu"), _("ada")]
    frame.table(
        headings,
        [
            (
                one.name,
                one.stations,
                one.without,
                one.police,
                one.police_at_hand,
                one.linmas,
                one.linmas_at_hand,
            )
            for one in (*found.rows, found.total)
        ],
    )
    return 0


def _regions(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        if options.set:
            region, scheme, category = options.set
            values = {"category": category, "source": options.source, "day": options.day}
            region_risk.save(desk, region, scheme, values)
        found = region_risk.categories(desk).rows
    if options.json:
        frame.as_json(found)
        return 0
    frame.table(
        [_("wilayah"), _("menurut"), _("kategori"), _("sumber"), _("tanggal")],
        [(row.label, _(row.scheme_label), row.category, row.source, row.day) for row in found],
    )
    return 0


def _indicators(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = risk_indicators.indicators(desk)
    if options.json:
        frame.as_json(found)
        return 0
    frame.table(
        [_("kode"), _("kelompok"), _("indikator"), _("dipakai")],
        [
            (one.code, _(one.variable) if one.variable else "", _(one.label), _("Ya") if one.in_use else _("Tidak"))
            for one in found
        ],
    )
    return 0
