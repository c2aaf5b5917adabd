# SPDX-License-Identifier: Apache-2.0
"""Commands of trust: ready, open-ready, join, accept, offices, withdraw, spare-key, rescue."""

import argparse
from pathlib import Path

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import errors, places, words
from desk_app.operations import authority_root, enrolment, joining, package_making, package_opening, vouching

N_ = words.N_


def add_to(subparsers: frame.Subparsers) -> None:
    ready = frame.add(subparsers, "ready", _ready, _("buat berkas siap untuk kantor di bawah"), listing=True)
    ready.add_argument("places", nargs="+", metavar="KODE", help=_("kode wilayah kantor, seperti 73.13.06"))
    ready.add_argument("--out", required=True, type=Path, metavar="DIR", help=_("folder atau flashdisk"))
    opening = frame.add(
        subparsers, "open-ready", _open_ready, _("buat kantor dari berkas siap kabupaten"), office=False
    )
    opening.add_argument("file", type=Path, metavar="BERKAS", help=_("berkas siap"))
    opening.add_argument("--office", type=Path, required=True, metavar="DIR", help=_("folder kantor"))
    opening.add_argument("--word", required=True, metavar="KODE", help=_("kode pembuka pada slip"))
    opening.add_argument("--operator", default=_("Operator 1"), help=_("nama operator pertama"))
    join = frame.add(subparsers, "join", _join, _("tulis permintaan bergabung untuk kantor lain"))
    join.add_argument("--out", required=True, type=Path, metavar="DIR", help=_("folder atau flashdisk"))
    accept = frame.add(subparsers, "accept", _accept, _("terima permintaan bergabung sesudah kodenya dicocokkan"))
    accept.add_argument("file", type=Path, metavar="BERKAS", help=_("permintaan bergabung"))
    accept.add_argument("--code", default="", metavar="KODE", help=_("kode yang dibacakan kantor itu"))
    frame.add(subparsers, "offices", _offices, _("kantor yang terdaftar di sini"), listing=True)
    withdraw = frame.add(subparsers, "withdraw", _withdraw, _("cabut pendaftaran sebuah kantor"))
    withdraw.add_argument("code", metavar="KODE", help=_("kode kantor, lihat `offices`"))
    frame.add(subparsers, "spare-key", _spare_key, _("kunci cadangan untuk brankas, sekali saja"))
    renew = frame.add(subparsers, "renew-key", _renew_key, _("ganti kunci kantor yang hilang dengan kunci cadangan"))
    renew.add_argument("--typed", required=True, metavar="KODE", help=_("kode pada lembar kunci cadangan"))
    rescue = frame.add(subparsers, "rescue", _rescue, _("kode pertolongan bagi kantor yang lupa kata sandi"))
    rescue.add_argument("place", metavar="KODE", help=_("kode wilayah kantor itu"))


def _ready(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        made = frame.done(enrolment.prepare(desk, [places.parse_code(one) for one in options.places], options.out))
    if options.json:
        frame.as_json(made)
        return 0
    for one in made:
        frame.say(_("{name}: kode pembuka {word}").format(name=one.name, word=one.word))
        for path in one.files:
            frame.say(f"  {path}")
    frame.say(_("Sampaikan kode pembuka terpisah dari berkasnya."))
    return 0


def _open_ready(options: argparse.Namespace) -> int:
    made = frame.done(
        enrolment.open_ready(
            options.file, options.word, options.office, options.operator, frame.password(_("Kata sandi baru: "))
        )
    )
    with made.desk:
        frame.say(made.desk.identity.name)
    frame.say(_("Kode pemulihan (tulis dan simpan di tempat aman): {code}").format(code=made.recovery_secret))
    return 0


def _join(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        path = joining.write_request(desk, options.out)
        frame.say(str(path))
        frame.say(_("Bacakan kode ini lewat telepon: {code}").format(code=package_making.code_of(desk.identity.public)))
    return 0


def _accept(options: argparse.Namespace) -> int:
    _head, card, roots = package_opening.request_in(options.file)
    code = package_making.code_of(card.key)
    if not options.code:
        frame.say(_("{name} ({place}), kode {code}").format(name=card.name, place=card.place, code=code))
        frame.say(_("Cocokkan kode itu lewat telepon, lalu ulangi dengan --code."))
        return 1
    with frame.opened(options) as desk:
        if joining.plain(options.code) != joining.plain(code):
            raise errors.NotPermitted(N_("Kode tidak cocok. Kantor ini tidak didaftarkan."))
        vouching.accept(desk, roots, card)
    frame.say(_("{name} terdaftar.").format(name=card.name))
    return 0


def _offices(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = joining.offices(desk)
    if options.json:
        frame.as_json(found)
        return 0
    frame.table(
        [_("wilayah"), _("kantor"), _("kode"), _("keadaan")],
        [(one.place, one.name, one.code, _("terdaftar") if one.valid else _("dicabut")) for one in found],
    )
    return 0


def _withdraw(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        one = joining.withdraw(desk, options.code)
    frame.say(_("Pendaftaran {name} dicabut.").format(name=one.name))
    return 0


def _spare_key(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        typed = authority_root.spare_sheet(desk)
        if typed is None:
            raise errors.Refused(N_("Kunci cadangan sudah dicetak dan tidak disimpan di komputer ini."))
        frame.say(typed)
        authority_root.spare_printed(desk)
    return 0


def _renew_key(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        authority_root.renew_root(desk, options.typed)
    frame.say(_("Kunci kantor diganti. Cetak lembar kunci cadangan yang baru, lalu kirim data ke semua kantor."))
    return 0


def _rescue(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        for name, secret in joining.rescue_words(desk, places.parse_code(options.place)):
            frame.say(_("{name}: kode pertolongan {code}").format(name=name, code=secret))
    return 0
