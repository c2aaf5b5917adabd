# SPDX-License-Identifier: Apache-2.0
"""The command that prints: official papers as PDF or text, their list, and the register of what was issued."""

import argparse
from datetime import date, datetime, timedelta
from pathlib import Path

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import elections as rules
from desk_app.domain import errors, words, zones
from desk_app.operations import daily_reports, elections, issue_register, papers, printing, settings, signatories
from desk_app.operations.desk import Desk

N_ = words.N_


def add_to(subparsers: frame.Subparsers) -> None:
    command = frame.add(
        subparsers, "print", _print, _("cetak naskah ke berkas PDF"), office=False, listing=True
    )
    command.add_argument("report", nargs="?", metavar="NASKAH", help=_("naskah yang dicetak (lihat --list)"))
    command.add_argument("--office", type=Path, metavar="DIR", help=_("folder kantor"))
    command.add_argument("--as", dest="name", metavar="NAMA", help=_("nama operator (jika lebih dari satu)"))
    command.add_argument("--list", action="store_true", help=_("naskah yang ada"))
    command.add_argument("--register", action="store_true", help=_("naskah yang sudah dicetak"))
    command.add_argument("--signatories", action="store_true", help=_("penanda tangan yang ada"))
    command.add_argument(
        "--out", type=Path, metavar="FILE", help=_("berkas .pdf, atau .txt untuk teks WhatsApp")
    )
    command.add_argument(
        "--date", "--day", metavar="TGL", help=_("hari laporan: 2024-02-13 atau H-1 (biasa: hari ini)")
    )
    command.add_argument("--phase", metavar="TAHAP", help=_("tahap kesiapan, seperti H-1"))
    command.add_argument("--area", default="", metavar="KODE", help=_("hanya satu kecamatan"))
    command.add_argument("--paper", default="", metavar="KERTAS", help=_("A4 atau F4"))
    command.add_argument(
        "--signatory", metavar="NOMOR", help=_("nomor penanda tangan, atau 0 untuk titik-titik")
    )
    command.add_argument("--number", metavar="NOMOR", help=_("nomor naskah; kosong menjadi titik-titik"))
    command.add_argument(
        "--to", dest="addressed_to", metavar="KEPADA", help=_("kepada siapa laporan ditujukan")
    )
    command.add_argument("--date-open", action="store_true", help=_("tanggal tanda tangan dikosongkan"))
    command.add_argument(
        "--as-of", metavar="WAKTU", help=_("data per waktu ini: 2024-02-13T16:00 (biasa: sekarang)")
    )
    command.add_argument(
        "--package", default="", metavar="ID", help=_("kiriman, lihat `packages` (biasa: yang terakhir)")
    )
    command.add_argument(
        "--way", default="", metavar="CARA", help=_("kiriman lewat: flashdisk, whatsapp, email, atau folder")
    )
    command.add_argument("--issue", default="", metavar="NOMOR", help=_("permasalahan, seperti WAJ-0001"))
    command.add_argument("--carrier", default="", metavar="NAMA", help=_("siapa yang membawa kiriman"))
    command.add_argument("--nihil", action="store_true", help=_("lapor NIHIL dahulu"))
    command.add_argument("--draft", action="store_true", help=_("konsep: tidak dijadikan final dan tidak dicatat"))


def _print(options: argparse.Namespace) -> int:
    if options.list:
        return _list(options)
    if options.office is None:
        raise errors.Refused(N_("Sebutkan folder kantor dengan --office."))
    with frame.opened(options) as desk:
        if options.register:
            return _register(desk, options)
        if options.signatories:
            return _signatories(desk, options)
        if not options.report:
            raise errors.Refused(N_("Sebutkan naskah yang dicetak. Yang ada: print --list."))
        if options.out is None:
            raise errors.Refused(N_("Sebutkan berkas tujuan dengan --out."))
        asked = _asked(desk, options)
        if options.nihil:
            daily_reports.report_nihil(desk, asked.day)
        prepared = printing.make(desk, asked)
        if options.draft and prepared.issued is None:
            prepared = prepared.draft()
        printing.save(prepared, options.out)
        if not options.draft and not prepared.report.secret:
            printing.issue(desk, prepared)
    if options.json:
        frame.as_json(
            {
                "report": prepared.report.key,
                "title": prepared.title,
                "file": options.out,
                "number": prepared.number,
                "signatory": prepared.signatory,
                "code": prepared.code,
                "remarks": [frame.sentence(remark.words) for remark in prepared.remarks],
            }
        )
        return 0
    for remark in prepared.remarks:
        frame.say(f"! {frame.sentence(remark.words)}")
    frame.say(str(options.out))
    if prepared.code:
        frame.say(_("{title}, kode {code}").format(title=prepared.title, code=prepared.code))
    return 0


def _asked(desk: Desk, options: argparse.Namespace) -> papers.Asked:
    return papers.Asked(
        report=options.report,
        day=_day(desk, options.date) if options.date else None,
        area=options.area,
        phase=rules.parse_phase(options.phase) if options.phase else None,
        paper=options.paper,
        signatory=_number(options.signatory) if options.signatory is not None else None,
        number=options.number,
        date_open=options.date_open,
        addressed_to=options.addressed_to,
        as_of=_moment(desk, options.as_of) if options.as_of else 0,
        package=options.package,
        way=options.way,
        carrier=options.carrier,
        issue=issue_register.issue_number(desk, options.issue) if options.issue else 0,
    )


def _day(desk: Desk, typed: str) -> date:
    """A day as `2024-02-13`, or by its distance from voting day as `H-1`."""
    if typed[:1].upper() == "H":
        days = rules.parse_phase(typed)
        try:
            return elections.working_event(desk).voting_day + timedelta(days=days)
        except OverflowError:
            raise errors.Refused(N_("“{text}” terlalu jauh dari hari pemungutan suara."), text=typed) from None
    try:
        day = date.fromisoformat(typed)
        if not 1900 < day.year < 9999:
            raise ValueError(typed)
        return day
    except ValueError:
        raise errors.Refused(N_("“{text}” bukan tanggal. Tulis seperti 2024-02-13."), text=typed) from None


def _moment(desk: Desk, typed: str) -> int:
    """A moment of the office's clock, in seconds UTC."""
    try:
        moment = datetime.fromisoformat(typed)
        if not 1900 < moment.year < 9999:
            raise ValueError(typed)
        return zones.moment(moment, settings.zone(desk))
    except ValueError:
        raise errors.Refused(
            N_("“{text}” bukan waktu. Tulis seperti 2024-02-13T16:00."), text=typed
        ) from None


def _number(typed: str) -> int:
    if not typed.isascii() or not typed.isdigit():
        raise errors.Refused(
            N_("“{text}” bukan nomor penanda tangan. Lihat print --signatories."), text=typed
        )
    return int(typed)


def _list(options: argparse.Namespace) -> int:
    rows = printing.every_paper()
    if options.json:
        frame.as_json(rows)
    else:
        frame.table(
            [_("naskah"), _("judul"), _("isi")], [(row.key, _(row.title), _(row.description)) for row in rows]
        )
    return 0


def _register(desk: Desk, options: argparse.Namespace) -> int:
    rows = printing.printed(desk)
    if options.json:
        frame.as_json(rows)
        return 0
    frame.table(
        [_("dicetak"), _("judul"), _("nomor"), _("penanda tangan"), _("kode")],
        [(frame.hour(desk, row.at), row.title, row.number, row.signatory, row.code) for row in rows],
    )
    return 0


def _signatories(desk: Desk, options: argparse.Namespace) -> int:
    rows = signatories.signatories(desk)
    if options.json:
        frame.as_json(
            [{"no": row.no, "label": row.label, "nip": row.masked, "form": row.form} for row in rows]
        )
        return 0
    frame.table(
        [_("nomor"), _("penanda tangan"), "NIP"],
        [(row.no, row.label, row.masked) for row in rows],
    )
    return 0
