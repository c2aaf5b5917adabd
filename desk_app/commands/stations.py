# SPDX-License-Identifier: Apache-2.0
"""Commands of the list of TPS: list, import from a workbook, export, the empty template."""

import argparse
from pathlib import Path

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.operations import marked_copy, station_import, stations, workbook_export


def add_to(subparsers: frame.Subparsers) -> None:
    words = _("daftar TPS")
    parser = subparsers.add_parser("stations", help=words, description=words)
    verbs = parser.add_subparsers(required=True, metavar=_("PERINTAH"))
    listed = frame.add(verbs, "list", _list, _("tampilkan TPS"), listing=True)
    listed.add_argument("--area", default="", metavar="KODE", help=_("satu wilayah saja"))
    listed.add_argument("--text", default="", metavar="KATA", help=_("cari, seperti “tem 5”"))
    imported = frame.add(verbs, "import", _import, _("masukkan daftar TPS dari .xlsx"), listing=True)
    imported.add_argument("path", type=Path, metavar="FILE", help=_("buku kerja"))
    imported.add_argument("--sheet", default="", metavar="LEMBAR", help=_("nama lembar"))
    imported.add_argument("--dry-run", action="store_true", help=_("periksa saja, tidak ada yang dimasukkan"))
    imported.add_argument(
        "--marked", type=Path, metavar="FILE", help=_("tulis salinan dengan kesalahan yang ditandai")
    )
    exported = frame.add(verbs, "export", _export, _("tulis daftar TPS ke .xlsx"))
    exported.add_argument("--out", type=Path, required=True, metavar="FILE", help=_("buku kerja"))
    exported.add_argument("--area", default="", metavar="KODE", help=_("satu wilayah saja"))
    template = frame.add(verbs, "template", _template, _("tulis contoh daftar TPS yang kosong"))
    template.add_argument("--out", type=Path, required=True, metavar="FILE", help=_("buku kerja"))


def _list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        chosen = stations.StationFilter(area=options.area, text=options.text)
        rows = [row for row in stations.station_rows(desk, stations.station_ids(desk, chosen)) if row is not None]
    if options.json:
        frame.as_json(rows)
        return 0
    frame.table(
        ["TPS", _("desa/kel."), _("kecamatan"), _("L"), _("P"), "DPT", _("kesiapan"), _("masalah")],
        [
            (
                row.subject,
                row.village_name,
                row.district_name,
                row.dpt_male,
                row.dpt_female,
                row.dpt,
                f"{row.answered}/{row.required} {row.state.symbol}",
                row.open_issues or "",
            )
            for row in rows
        ],
    )
    return 0


def _import(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = frame.done(station_import.preview_stations(desk, options.path, options.sheet))
        if options.marked is not None and found.refused:
            marked_copy.write(found, options.marked)
        if not options.dry_run and found.good:
            frame.done(station_import.import_stations(desk, found))
    if options.json:
        frame.as_json(
            {
                "rows": found.rows,
                "new": found.new,
                "changed": found.changed,
                "same": found.same,
                "refused": found.refused,
                "faults": found.faults,
                "warnings": [str(one) for one in found.warnings],
            }
        )
    else:
        counts = _("{rows} baris: {new} baru, {changed} berubah, {same} sama, {refused} ditolak")
        frame.say(
            counts.format(
                rows=found.rows, new=found.new, changed=found.changed, same=found.same, refused=found.refused
            )
        )
        for warning in found.warnings:
            frame.say(_("Perhatian: {what}").format(what=frame.sentence(warning)))
        for fault in found.faults:
            frame.say(f"  {found.sheet} {fault.column}{fault.row}: {frame.sentence(fault.what)}")
        if options.dry_run:
            frame.say(_("Diperiksa saja, tidak ada yang dimasukkan."))
    return 1 if found.refused else 0


def _export(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        count = workbook_export.export_stations(desk, options.out, options.area)
    frame.say(_("{count} TPS ditulis ke {path}").format(count=count, path=options.out))
    return 0


def _template(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        workbook_export.write_template(desk, options.out)
    frame.say(str(options.out))
    return 0
