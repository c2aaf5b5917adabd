# SPDX-License-Identifier: Apache-2.0
"""Commands of the calendar: the stages of the election, and days off."""

import argparse
from pathlib import Path

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import errors, words
from desk_app.domain import stages as rules
from desk_app.operations import holidays, stages

N_ = words.N_


def add_to(subparsers: frame.Subparsers) -> None:
    words_ = _("tahapan pemilihan dan hari libur")
    parser = subparsers.add_parser("stages", help=words_, description=words_)
    verbs = parser.add_subparsers(required=True, metavar=_("PERINTAH"))
    listed = frame.add(verbs, "list", _list, _("tampilkan tahapan"), listing=True)
    listed.add_argument("--event", default=None, metavar="KODE", help=_("pemilihan lain daripada yang dikerjakan"))
    listed.add_argument("--wa", action="store_true", help=_("teks untuk WhatsApp"))
    made = frame.add(verbs, "add", _add, _("tambah tahapan sendiri"))
    made.add_argument("title", metavar="NAMA", help=_("nama tahapan"))
    altered = frame.add(verbs, "set", _set, _("ubah tanggal tahapan"))
    altered.add_argument("code", metavar="KODE", help=_("kode tahapan dari daftar"))
    for one in (made, altered):
        one.add_argument("--from", dest="starts", default="", metavar="HARI", help=_("24-11-2024 atau H-3"))
        one.add_argument("--to", dest="ends", default="", metavar="HARI", help=_("26-11-2024 atau H-1"))
        one.add_argument("--source", default="", metavar="DASAR", help=_("dasar tanggalnya"))
    frame.add(verbs, "holidays", _holidays, _("tampilkan hari libur"), listing=True)
    imported = frame.add(verbs, "import-holidays", _import, _("masukkan daftar hari libur dari berkas teks"))
    imported.add_argument("path", type=Path, metavar="FILE", help=_("satu per baris: tanggal, lalu namanya"))
    imported.add_argument("--source", required=True, metavar="DASAR", help=_("dasar daftar itu"))


def _list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = stages.calendar(desk, options.event)
        if options.wa:
            frame.say(stages.whatsapp_text(desk, found))
            return 0
    if options.json:
        frame.as_json(found.rows)
        return 0
    frame.say(f"{found.event.name} · {found.h(found.today)}")
    frame.table(
        [_("kode"), _("tahapan"), _("mulai"), "", _("selesai"), "", _("keadaan"), _("dasar")],
        [
            (
                row.code,
                _(row.stage.name),
                row.stage.starts,
                row.starts_words,
                row.stage.ends,
                row.ends_words,
                _(rules.STATE_LABELS[row.state]),
                row.stage.source,
            )
            for row in found.rows
        ],
    )
    return 0


def _add(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        code = stages.add(desk, options.title, options.starts, options.ends, options.source)
    frame.say(_("Dicatat: {number}").format(number=code))
    return 0


def _set(options: argparse.Namespace) -> int:
    given = {"starts": options.starts, "ends": options.ends, "source": options.source}
    with frame.opened(options) as desk:
        stages.save(desk, options.code, {name: value for name, value in given.items() if value})
    frame.say(_("Dicatat: {number}").format(number=options.code))
    return 0


def _holidays(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = holidays.holidays(desk)
    if options.json:
        frame.as_json([{"day": one.day.isoformat(), "name": one.name, "source": one.source} for one in found])
        return 0
    frame.table([_("tanggal"), _("hari libur"), _("dasar")], [(one.day, one.name, one.source) for one in found])
    return 0


def _import(options: argparse.Namespace) -> int:
    try:
        text = options.path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise errors.Refused(N_("Berkas {path} tidak dapat dibaca."), path=options.path) from fault
    lines = holidays.read_pasted(text)
    with frame.opened(options) as desk:
        count = holidays.add_pasted(desk, lines, options.source)
    for line in lines:
        if line.what is not None:
            frame.say(f"  {line.line}: {frame.sentence(line.what)}")
    frame.say(_("{count} hari libur dimasukkan.").format(count=count))
    return 0
