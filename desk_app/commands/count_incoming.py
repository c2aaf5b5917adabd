# SPDX-License-Identifier: Apache-2.0
"""Commands by which results come in otherwise than copied from a paper: a list, a code told by phone."""

import argparse
from pathlib import Path

from desk_app.base.text import _, ngettext
from desk_app.commands import frame
from desk_app.domain.counts import rules
from desk_app.domain.counts.words import DISCLAIMER
from desk_app.operations import count_import, count_phone, marked_copy


def add_verbs(verbs: frame.Subparsers) -> None:
    """`counts import`, `counts template` and `counts phone`."""
    back = frame.add(verbs, "import", _import, _("masukkan hasil banyak TPS dari .xlsx atau .csv"), listing=True)
    back.add_argument("path", type=Path, metavar="FILE", help=_("satu baris satu TPS, susunan kolom bebas"))
    back.add_argument(
        "--race", default="", metavar="KODE", help=_("kode jenis pemilihan; tanpa ini menurut nama lembar")
    )
    back.add_argument("--sheet", default="", metavar="LEMBAR", help=_("nama lembar"))
    back.add_argument(
        "--map", action="append", default=[], metavar="JUDUL=ISIAN", help=_("judul kolom adalah isian ini; diingat")
    )
    back.add_argument("--try", dest="dry", action="store_true", help=_("periksa saja, tidak ada yang dimasukkan"))
    back.add_argument("--marked", type=Path, metavar="FILE", help=_("tulis salinan dengan kesalahan yang ditandai"))
    empty = frame.add(verbs, "template", _template, _("tulis daftar kosong untuk diisi"))
    empty.add_argument("race", metavar="KODE", help=_("kode jenis pemilihan"))
    empty.add_argument("path", type=Path, metavar="FILE", help=_("buku kerja"))
    phone = frame.add(verbs, "phone", _phone, _("catat hasil satu TPS dari kode yang dibacakan"), listing=True)
    phone.add_argument("code", metavar="KODE", help=_("misalnya 06.1001-005#1#417#210#…#25219"))
    phone.add_argument(
        "--read-back", action="store_true", help=_("tanpa angka pemeriksa; semua angka sudah dibacakan ulang")
    )
    phone.add_argument("--try", dest="dry", action="store_true", help=_("periksa saja, tidak ada yang disimpan"))


def _import(options: argparse.Namespace) -> int:
    mapping = dict(one.partition("=")[::2] for one in options.map) or None
    with frame.opened(options) as desk:
        found = frame.done(count_import.preview(desk, options.path, options.race, options.sheet, mapping))
        if options.marked is not None and found.all_faults:
            marked_copy.write(found, options.marked)
        if not options.dry and found.entries:
            frame.done(count_import.write(desk, found))
    if options.json:
        names = "race sheet rows new changed same refused unread empty noted lines form missing".split()
        told = {name: getattr(found, name) for name in names}
        frame.as_json(told | {"broken": {rule.number: many for rule, many in found.broken.items()}})
        return 1 if found.all_faults else 0
    frame.say(_(DISCLAIMER))
    counts = _("{rows} baris: {new} baru, {changed} berubah, {same} sama, {refused} ditolak")
    frame.say(
        counts.format(rows=found.rows, new=found.new, changed=found.changed, same=found.same, refused=found.refused)
    )
    for phrase in found.warnings:
        frame.complain(frame.sentence(phrase))
    for one in found.differences:
        frame.say(f"  {one.row}: {one.station} · {frame.sentence(one.line)}: {_figure(one.before)} → {one.after}")
    for remark in found.remarks:
        frame.say(f"  {remark.row}: {remark.station} {frame.sentence(remark.words)}")
    for fault in found.faults:
        frame.complain(f"{fault.sheet}!{fault.column}{fault.row} {fault.heading}: {frame.sentence(fault.what)}")
    return 1 if found.all_faults else 0


def _template(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        count_import.write_template(desk, options.race, options.path)
    frame.say(_("Tersimpan: {path}").format(path=options.path))
    return 0


def _phone(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        ask = count_phone.told if options.dry else count_phone.keep
        found = ask(desk, options.code, read_back=options.read_back)
    if options.json:
        frame.as_json(
            {
                "subject": found.subject,
                "race": found.race,
                "figures": dict(found.figures),
                "check": found.check,
                "findings": [one.rule.number for one in found.findings],
                "closed": frame.sentence(found.closed),
            }
        )
        return 0
    frame.say(_(DISCLAIMER))
    frame.say(frame.sentence(found.place))
    frame.table([_("isi"), _("angka")], [(frame.sentence(one.label), one.value) for one in found.lines])
    frame.say(_("Angka pemeriksa: {number}").format(number=found.check))
    for one in found.findings:
        frame.say(f"{one.rule.number} {_(rules.LEVEL_LABELS[one.level])}: {frame.sentence(one.words)}")
    if found.closed is not None:
        frame.complain(frame.sentence(found.closed))
    count = len(rules.open_findings(found.findings))
    if count:
        frame.say(ngettext("{count} catatan.", "{count} catatan.", count).format(count=count))
    return 0


def _figure(value: int | None) -> str:
    return "–" if value is None else str(value)
