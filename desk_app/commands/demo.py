# SPDX-License-Identifier: Apache-2.0
"""The command that makes the demonstration and prints its figures as a table."""

import argparse
from pathlib import Path

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import places
from desk_app.operations import demo

NATION = ("id", "nasional", places.NATION)


def add_to(subparsers: frame.Subparsers) -> None:
    parser = frame.add(
        subparsers, "demo", _demo, _("buat kantor contoh dan kerjakan satu hari"), office=False, listing=True
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help=_("folder baru atau kosong"))
    parser.add_argument(
        "--region", default=demo.REGION, metavar="KODE", help=_("kabupaten/kota, atau nasional")
    )
    parser.add_argument("--tps", type=int, default=None, help=_("berapa TPS (Wajo: angka yang diumumkan)"))
    parser.add_argument("--event", default="pemilu-2024", help=_("pemilihan"))
    evening = _("hari pemungutan suara, dengan hasil TPS yang disalin")
    parser.add_argument("--evening", action="store_true", help=evening)
    parser.add_argument("--bare", action="store_true", help=_("hanya daftar TPS, tanpa pekerjaan satu hari"))


def _demo(options: argparse.Namespace) -> int:
    region = places.NATION if options.region.lower() in NATION else places.parse_code(options.region)
    asked = demo.Asked(
        region=region,
        stations=options.tps,
        event=options.event,
        evening=options.evening,
        work=not options.bare and places.level_of(region) is places.Level.REGENCY,
    )
    made = frame.done(demo.make(options.folder, asked))
    if options.json:
        frame.as_json(made)
        return 0
    below = made.kecamatan
    left = dict(made.kabupaten.rows())
    right = dict(below.rows()) if below is not None else {}
    headings = [_("angka"), _("kabupaten"), *([_("kecamatan")] if below is not None else [])]
    frame.table(
        headings,
        [(name, value, *([right[name]] if below is not None else [])) for name, value in left.items()],
    )
    if below is not None:
        frame.say(
            _("Wilayah data bersama: {shared}, kode isi data sama: {equal}").format(
                shared=made.shared_scopes, equal=made.equal_scopes
            )
        )
    frame.say(
        _("DPT per TPS dibuat acak dengan benih tetap; jumlahnya angka yang diumumkan. Kata sandi: demo")
    )
    for path in made.files:
        frame.say(f"  {path}")
    return 0 if made.shared_scopes == made.equal_scopes else 1
