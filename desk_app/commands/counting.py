# SPDX-License-Identifier: Apache-2.0
"""Commands that prepare the count: who stands in each race, and by which rules its forms are copied."""

import argparse
from pathlib import Path
from typing import Any

from desk_app.base.text import _, ngettext
from desk_app.commands import frame
from desk_app.domain import errors, indicators, words
from desk_app.domain.counts import ballot
from desk_app.operations import candidates, count_rules, elections
from desk_app.operations.desk import Desk

N_ = words.N_

_FLAGS = ("lock", "brief", "districts_see")


def add_to(subparsers: frame.Subparsers) -> None:
    _add_candidates(subparsers)
    _add_rules(subparsers)


def _add_candidates(subparsers: frame.Subparsers) -> None:
    words_ = _("calon dan partai pada surat suara")
    parser = subparsers.add_parser("candidates", help=words_, description=words_)
    verbs = parser.add_subparsers(required=True, metavar=_("PERINTAH"))
    listed = frame.add(verbs, "list", _list, _("tampilkan calon"), listing=True)
    listed.add_argument("--race", default="", metavar="KODE", help=_("satu jenis pemilihan"))
    put = frame.add(verbs, "put", _put, _("catat atau ubah satu calon"))
    put.add_argument("race", metavar="KODE", help=_("kode jenis pemilihan"))
    put.add_argument("code", metavar="NOMOR", help=_("1; 3.2 untuk calon nomor 2 dari partai nomor 3; 0 kolom kosong"))
    put.add_argument("title", metavar="NAMA", help=_("nama calon atau partai"))
    put.add_argument("--short", default="", metavar="NAMA", help=_("nama pendek"))
    pasted = frame.add(verbs, "put-list", _put_list, _("masukkan daftar calon dari berkas teks"))
    pasted.add_argument("race", metavar="KODE", help=_("kode jenis pemilihan"))
    pasted.add_argument("path", type=Path, metavar="FILE", help=_("satu per baris: nomor, lalu namanya"))
    for one in (put, pasted):
        one.add_argument(
            "--district",
            action="append",
            default=[],
            metavar="KODE",
            help=_("kecamatan daerah pemilihan; boleh diulang"),
        )
    single = frame.add(verbs, "put-single", _put_single, _("catat calon tunggal melawan kolom kosong"))
    single.add_argument("race", metavar="KODE", help=_("kode jenis pemilihan"))
    single.add_argument("title", metavar="NAMA", help=_("nama pasangan calon"))
    removed = frame.add(verbs, "remove", _remove, _("hapus calon"))
    removed.add_argument("race", metavar="KODE", help=_("kode jenis pemilihan"))
    removed.add_argument("codes", nargs="+", metavar="NOMOR", help=_("nomor calon"))


def _add_rules(subparsers: frame.Subparsers) -> None:
    words_ = _("aturan penyalinan hasil suara")
    parser = subparsers.add_parser("count-rules", help=words_, description=words_)
    verbs = parser.add_subparsers(required=True, metavar=_("PERINTAH"))
    frame.add(verbs, "show", _show, _("tampilkan aturannya"), listing=True)
    altered = frame.add(verbs, "set", _set, _("ubah aturannya"))
    altered.add_argument("--races", metavar="KODE,…", help=_("jenis pemilihan yang disalin"))
    altered.add_argument("--second-entry", metavar="KODE,…", help=_("yang disalin dua kali; - tidak ada"))
    altered.add_argument("--opens", metavar="WAKTU", help=_("entri dibuka, misalnya 27-11-2024 13.00; - kapan saja"))
    altered.add_argument("--closes", metavar="WAKTU", help=_("entri ditutup; - tanpa batas"))
    for name, said in (
        ("--lock", _("dikunci setelah lengkap")),
        ("--brief", _("isian ringkas")),
        ("--districts-see", _("kecamatan melihat jumlahnya sendiri")),
    ):
        altered.add_argument(name, choices=("ya", "tidak"), help=said)
    altered.add_argument("--target", metavar="PERSEN", help=_("target partisipasi, misalnya 82,5; - tidak ada"))
    altered.add_argument("--denominator", choices=tuple(count_rules.DENOMINATORS), help=_("pembagi partisipasi"))


def _list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = candidates.all_of(desk)
    if options.race and options.race not in found:
        raise errors.NotFound(N_("Tidak ada jenis pemilihan “{code}”."), code=options.race)
    rows = [(race, one) for race, held in found.items() for one in held if options.race in ("", race)]
    if options.json:
        frame.as_json(
            [
                {
                    "race": race,
                    "code": one.code,
                    "name": one.name,
                    "kind": one.kind,
                    "short": one.short,
                    "districts": one.districts,
                }
                for race, one in rows
            ]
        )
        return 0
    frame.table(
        [_("jenis"), _("nomor"), _("nama"), _("macam"), _("daerah pemilihan")],
        [(race, one.code, one.name, _(ballot.KIND_LABELS[one.kind]), ", ".join(one.districts)) for race, one in rows],
    )
    return 0


def _put(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        candidates.put(desk, options.race, options.code, options.title, None, options.district, options.short)
    frame.say(_("Dicatat: {number}").format(number=options.code))
    return 0


def _put_list(options: argparse.Namespace) -> int:
    try:
        text = options.path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise errors.Refused(N_("Berkas {path} tidak dapat dibaca."), path=options.path) from fault
    with frame.opened(options) as desk:
        count = candidates.put_list(desk, options.race, text, options.district)
    frame.say(ngettext("{count} calon dimasukkan.", "{count} calon dimasukkan.", count).format(count=count))
    return 0


def _put_single(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        candidates.put_single(desk, options.race, options.title)
    frame.say(_("Dicatat: {number}").format(number="1, 0"))
    return 0


def _remove(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        count = candidates.remove(desk, options.race, options.codes)
    frame.say(ngettext("{count} calon dihapus.", "{count} calon dihapus.", count).format(count=count))
    return 0


def _show(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        held = count_rules.rules(desk)
        if options.json:
            frame.as_json(held)
            return 0
        told = _told(desk, held)
    frame.table([_("aturan"), _("isi")], told)
    return 0


def _told(desk: Desk, held: count_rules.Rules) -> list[tuple[str, str]]:
    short = {one.code: one.short for one in elections.working_event(desk).races}
    second = [one for one in held.races if one in held.second_entry]
    moments = [count_rules.moment_words(desk, one) if one is not None else "–" for one in (held.opens, held.closes)]
    flags = [_("Ya") if getattr(held, name) else _("Tidak") for name in _FLAGS]
    return [
        (_("jenis pemilihan yang disalin"), ", ".join(short[one] for one in held.races)),
        (_("disalin dua kali"), ", ".join(short[one] for one in second) or "–"),
        (_("entri dibuka"), moments[0]),
        (_("entri ditutup"), moments[1]),
        (_("dikunci setelah lengkap"), flags[0]),
        (_("isian ringkas"), flags[1]),
        (_("kecamatan melihat jumlahnya sendiri"), flags[2]),
        (_("target partisipasi"), f"{indicators.plain(held.target, 2)} %" if held.target is not None else "–"),
        (_("pembagi partisipasi"), _(count_rules.DENOMINATORS[held.denominator])),
    ]


def _set(options: argparse.Namespace) -> int:
    told: dict[str, Any] = {}
    for name in ("races", "second_entry"):
        given = getattr(options, name)
        if given is not None:
            told[name] = [code.strip() for code in given.split(",") if code.strip("- ")]
    for name in _FLAGS:
        if getattr(options, name) is not None:
            told[name] = getattr(options, name) == "ya"
    if options.target is not None:
        told["target"] = None if options.target == "-" else indicators.parse(options.target, 2)
    if options.denominator is not None:
        told["denominator"] = options.denominator
    with frame.opened(options) as desk:
        for name in ("opens", "closes"):
            given = getattr(options, name)
            if given is not None:
                told[name] = count_rules.parse_moment(desk, "" if given == "-" else given)
        count_rules.edit(desk, **told)
    frame.say(_("Tersimpan."))
    return 0
