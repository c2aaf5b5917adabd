# SPDX-License-Identifier: Apache-2.0
"""The command about how regions are reached: roads, boats, telephone signal."""

import argparse

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import access
from desk_app.operations import places, region_access


def add_to(subparsers: frame.Subparsers) -> None:
    words = _("jalan dan sinyal wilayah")
    parser = subparsers.add_parser("access", help=words, description=words)
    verbs = parser.add_subparsers(required=True, metavar=_("PERINTAH"))
    listed = frame.add(verbs, "list", _list, _("tampilkan cara mencapai wilayah"), listing=True)
    listed.add_argument("--area", default="", metavar="KODE", help=_("satu wilayah saja"))
    listed.add_argument("--hard", action="store_true", help=_("hanya yang sulit dijangkau"))
    listed.add_argument("--villages", action="store_true", help=_("dengan desa/kelurahan"))
    altered = frame.add(verbs, "set", _set, _("catat cara mencapai satu wilayah"))
    altered.add_argument("place", metavar="WILAYAH", help=_("kecamatan atau desa/kelurahan, kode atau nama"))
    altered.add_argument("--way", default=None, choices=["", *access.Way], help=_("cara mencapai"))
    altered.add_argument("--signal", default=None, choices=["", *access.Signal], help=_("sinyal telepon"))
    altered.add_argument("--travel", type=int, default=None, metavar="MENIT", help=_("lama perjalanan"))
    altered.add_argument("--note", default=None, metavar="CATATAN", help=_("catatan"))


def _list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        area = places.only_place(desk, options.area) if options.area else ""
        found = region_access.regions(desk, area, hard_only=options.hard, districts_only=not options.villages)
    if options.json:
        frame.as_json(found)
        return 0
    frame.table(
        [_("kode"), _("wilayah"), _("cara"), _("sinyal"), _("menit"), _("catatan")],
        [
            (
                one.code,
                one.name,
                _label(access.WAY_LABELS, one.facts.way),
                _label(access.SIGNAL_LABELS, one.facts.signal),
                one.facts.travel,
                one.facts.note,
            )
            for one in found
        ],
    )
    return 0


def _set(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        place = places.only_place(desk, options.place)
        region_access.set_facts(
            desk, place, way=options.way, signal=options.signal, travel=options.travel, note=options.note
        )
    frame.say(_("Tersimpan."))
    return 0


def _label(labels: dict[str, str], code: str) -> str:
    return _(labels.get(code, code)) if code else ""
