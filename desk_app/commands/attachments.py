# SPDX-License-Identifier: Apache-2.0
"""Commands of attachments: attach add, list, save, delete."""

import argparse
from pathlib import Path

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import errors, words
from desk_app.operations import attachments, issue_register
from desk_app.operations.desk import Desk

N_ = words.N_


def add_to(subparsers: frame.Subparsers) -> None:
    attach = subparsers.add_parser("attach", help=_("foto dan dokumen"), description=_("foto dan dokumen"))
    verbs = attach.add_subparsers(required=True, metavar=_("PERINTAH"))
    add = frame.add(verbs, "add", _add, _("lampirkan foto (JPEG, PNG) atau PDF"))
    add.add_argument("files", nargs="+", type=Path, metavar="BERKAS", help=_("berkas foto atau PDF"))
    add.add_argument("--caption", default="", metavar="KALIMAT", help=_("apa yang terlihat"))
    listed = frame.add(verbs, "list", _list, _("tampilkan lampiran satu catatan"), listing=True)
    for parser in (add, listed):
        parser.add_argument("--issue", default="", metavar="NOMOR", help=_("nomor register, seperti WAJ-0001"))
        parser.add_argument("--record", type=int, default=0, metavar="NOMOR", help=_("nomor catatan jenis lain"))
    save = frame.add(verbs, "save", _save, _("simpan satu lampiran sebagai berkas"))
    save.add_argument("--out", required=True, type=Path, metavar="PATH", help=_("folder atau berkas tujuan"))
    delete = frame.add(verbs, "delete", _delete, _("hapus satu lampiran (dapat dibatalkan)"))
    for parser in (save, delete):
        parser.add_argument("attachment", type=int, metavar="NOMOR", help=_("nomor lampiran, lihat `attach list`"))


def _add(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        record = _record(desk, options)
        sources = [attachments.Source(path.name, path) for path in options.files]
        added = frame.done(attachments.add_all(desk, record, sources, options.caption))
    for number in added.numbers:
        frame.say(_("Dilampirkan: {number}").format(number=number))
    for _name, why in added.refused:
        frame.complain(why)
    return 1 if added.refused else 0


def _list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = attachments.of_record(desk, _record(desk, options))
        if options.json:
            frame.as_json(found)
            return 0
        frame.table(
            [_("nomor"), _("nama"), _("jenis"), _("besar"), _("keterangan"), _("dilampirkan"), _("keadaan")],
            [
                (
                    one.no,
                    one.name,
                    _(one.label),
                    one.size_words,
                    one.caption,
                    frame.hour(desk, one.added_at),
                    _state(one),
                )
                for one in found
            ],
        )
    return 0


def _state(one: attachments.Attachment) -> str:
    here = _("ada") if one.here else _("menunggu {office}").format(office=one.office)
    return _("{state}, tersegel").format(state=here) if one.closed else here


def _save(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        frame.say(str(attachments.save_as(desk, options.attachment, options.out)))
    return 0


def _delete(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        attachments.delete(desk, options.attachment)
    frame.say(_("Lampiran dihapus."))
    return 0


def _record(desk: Desk, options: argparse.Namespace) -> int:
    if options.issue:
        return issue_register.issue_number(desk, options.issue)
    if options.record:
        return int(options.record)
    raise errors.Refused(N_("Sebutkan permasalahannya dengan --issue, atau catatan lain dengan --record."))
