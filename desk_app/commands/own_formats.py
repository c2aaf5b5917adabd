# SPDX-License-Identifier: Apache-2.0
"""Commands of Format kami: the office's own .docx and .xlsx with fields, kept, looked at, and filled by `print`."""

import argparse
from dataclasses import replace
from pathlib import Path

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import words
from desk_app.operations import own_formats, papers, printing
from desk_app.operations.desk import Desk


def add_to(subparsers: frame.Subparsers) -> None:
    """Add the commands of this matter."""
    said = _("format kami: berkas Word atau Excel sendiri yang diisi program")
    formats = subparsers.add_parser("formats", help=said, description=said)
    verbs = formats.add_subparsers(required=True, metavar=_("PERINTAH"))
    frame.add(verbs, "list", _list, _("tampilkan format kami"), listing=True)
    add = frame.add(verbs, "add", _add, _("simpan satu berkas sebagai format kami"))
    add.add_argument("file", type=Path, metavar="BERKAS", help=_("berkas .docx atau .xlsx"))
    add.add_argument("--called", default="", metavar="NAMA", help=_("nama format (biasa: nama berkasnya)"))
    which = _("untuk naskah mana (lihat print --list)")
    add.add_argument("--paper", default=printing.DAILY, metavar="NASKAH", help=which)
    fields = frame.add(verbs, "fields", _fields, _("isian yang dapat ditulis dalam format satu naskah"), listing=True)
    fields.add_argument("paper", metavar="NASKAH")
    check = frame.add(verbs, "check", _check, _("periksa satu format"))
    delete = frame.add(verbs, "delete", _delete, _("hapus satu format"))
    for command in (check, delete):
        command.add_argument("own_format", metavar="NAMA")


def fill(desk: Desk, prepared: papers.Prepared, name: str, out: Path) -> papers.Prepared:
    """Write a paper in the form of a name; the paper with what is doubtful in the form."""
    told = own_formats.fill_with(desk, own_formats.find(desk, name, prepared.report.key).no, prepared, out)
    remarks = tuple(printing.Remark(words.Phrase(one)) for one in told)
    return replace(prepared, remarks=(*prepared.remarks, *remarks))


def _list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        rows = own_formats.listing(desk)
    if options.json:
        frame.as_json(rows)
    else:
        headings = [_("nomor"), _("nama"), _("berkas"), _("naskah")]
        frame.table(headings, [(row.no, row.name, row.kind, _(row.paper_title)) for row in rows])
    return 0


def _add(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        no = own_formats.add(desk, options.file, options.called, options.paper)
        return _say(desk, no)


def _fields(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        rows = own_formats.fields_of(desk, options.paper)
    if options.json:
        frame.as_json([row._asdict() for row in rows])
    else:
        headings = [_("isian"), _("artinya"), _("sekarang")]
        frame.table(headings, [(f"{{{{ {row.name} }}}}", row.label, row.example) for row in rows])
    return 0


def _check(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        return _say(desk, own_formats.find(desk, options.own_format).no)


def _say(desk: Desk, no: int) -> int:
    """What is wrong in a form, or that nothing is."""
    for remark in own_formats.check(desk, no) or (_("Format ini dapat diisi."),):
        frame.say(remark)
    return 0


def _delete(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        own_formats.delete(desk, own_formats.find(desk, options.own_format).no)
    return 0
