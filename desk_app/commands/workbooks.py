# SPDX-License-Identifier: Apache-2.0
"""Commands of the registers as workbooks: out, and back in after a dry run."""

import argparse
from pathlib import Path

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.operations import marked_copy, register_export, register_import, register_sheets


def add_to(subparsers: frame.Subparsers) -> None:
    words = _("daftar sebagai buku kerja Excel")
    parser = subparsers.add_parser("workbook", help=words, description=words)
    verbs = parser.add_subparsers(required=True, metavar=_("PERINTAH"))
    named = ", ".join((*register_sheets.KEYS, f"{register_sheets.CHECKLIST}h-1"))
    known = _("daftar: {known}").format(known=named)
    out = frame.add(verbs, "out", _out, _("tulis daftar ke .xlsx"))
    out.add_argument("register", metavar="DAFTAR", help=known)
    out.add_argument("path", type=Path, metavar="FILE", help=_("buku kerja"))
    out.add_argument("--personal", action="store_true", help=_("dengan kolom data pribadi"))
    out.add_argument("--empty", action="store_true", help=_("judul kolom saja, untuk diisi"))
    back = frame.add(verbs, "in", _in, _("masukkan daftar dari .xlsx"), listing=True)
    back.add_argument("register", metavar="DAFTAR", help=known)
    back.add_argument("path", type=Path, metavar="FILE", help=_("buku kerja"))
    back.add_argument("--sheet", default="", metavar="LEMBAR", help=_("nama lembar"))
    back.add_argument(
        "--map", action="append", default=[], metavar="JUDUL=ISIAN", help=_("judul kolom adalah isian ini; diingat")
    )
    back.add_argument("--dry-run", action="store_true", help=_("periksa saja, tidak ada yang dimasukkan"))
    back.add_argument("--marked", type=Path, metavar="FILE", help=_("tulis salinan dengan kesalahan yang ditandai"))


def _out(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        steps = register_export.export(
            desk, options.register, options.path, personal=options.personal, empty=options.empty
        )
        count = frame.done(steps)
    frame.say(_("{count} baris ditulis ke {file}").format(count=count, file=options.path))
    return 0


def _in(options: argparse.Namespace) -> int:
    mapping = dict(one.partition("=")[::2] for one in options.map) or None
    with frame.opened(options) as desk:
        found = frame.done(register_import.preview(desk, options.register, options.path, options.sheet, mapping))
        if options.marked is not None and found.refused:
            marked_copy.write(found, options.marked)
        if not options.dry_run and found.entries:
            frame.done(register_import.write(desk, found))
    if options.json:
        frame.as_json({name: getattr(found, name) for name in ("rows", "new", "changed", "same", "refused", "faults")})
        return 1 if found.refused else 0
    counts = _("{rows} baris: {new} baru, {changed} berubah, {same} sama, {refused} ditolak")
    frame.say(
        counts.format(
            rows=found.rows, new=found.new, changed=found.changed, same=found.same, refused=found.refused
        )
    )
    for one in found.differences:
        frame.say(f"  {one.row}: {one.title} · {_(one.field)}: {one.before} → {one.after}")
    for fault in found.faults:
        frame.complain(f"{fault.sheet}!{fault.column}{fault.row} {fault.heading}: {frame.sentence(fault.what)}")
    return 1 if found.refused else 0
