# SPDX-License-Identifier: Apache-2.0
"""The command that prints: official papers as PDF or text, their list, and the register of what was issued."""

import argparse
from datetime import date, datetime, timedelta
from pathlib import Path

from desk_app.base.text import _, ngettext
from desk_app.commands import frame, own_formats, printed_papers
from desk_app.domain import elections as rules
from desk_app.domain import errors, words, zones
from desk_app.operations import (
    daily_reports,
    elections,
    issue_register,
    paper_batch,
    paper_records,
    papers,
    printing,
    settings,
    signatories,
)
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
    printed_papers.add_to(command)
    command.add_argument("--signatories", action="store_true", help=_("penanda tangan yang ada"))
    command.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help=_("berkas .pdf, .docx (Word), .xlsx (tabelnya), atau .txt untuk teks WhatsApp"),
    )
    own = _("isi format kami yang bernama ini (lihat formats list)")
    command.add_argument("--format", dest="own_format", default="", metavar="NAMA", help=own)
    command.add_argument(
        "--date", "--day", metavar="TGL", help=_("hari laporan: 2024-02-13 atau H-1 (biasa: hari ini)")
    )
    command.add_argument("--phase", metavar="TAHAP", help=_("tahap kesiapan, seperti H-1"))
    command.add_argument(
        "--area", default="", metavar="KODE", help=_("satu kecamatan; formulir ceklis juga satu desa atau TPS")
    )
    command.add_argument(
        "--race", default="", metavar="KODE", help=_("jenis pemilihan, seperti ppwp (naskah hasil suara)")
    )
    command.add_argument(
        "--level", default="", metavar="RINCIAN", help=_("menurut kecamatan, desa, atau tps (rekap hasil suara)")
    )
    command.add_argument("--paper", default="", metavar="KERTAS", help=_("A4 atau F4"))
    command.add_argument(
        "--signatory", metavar="NOMOR", help=_("nomor penanda tangan, atau 0 untuk titik-titik")
    )
    command.add_argument("--number", metavar="NOMOR", help=_("nomor naskah; kosong menjadi titik-titik"))
    command.add_argument(
        "--to", dest="addressed_to", metavar="KEPADA", help=_("kepada siapa laporan ditujukan")
    )
    command.add_argument("--nature", default="", metavar="SIFAT", help=_("sifat surat (biasa: Biasa)"))
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
    command.add_argument(
        "--record",
        type=int,
        default=0,
        metavar="NOMOR",
        help=_("tentang apa: anggota, tim, kegiatan, … (lihat --records)"),
    )
    command.add_argument("--records", action="store_true", help=_("yang dapat menjadi isi naskah itu, dengan nomornya"))
    command.add_argument("--all", action="store_true", help=_("semua surat sekaligus ke folder --out"))
    command.add_argument(
        "--each",
        choices=[one.value for one in paper_batch.Each],
        default=paper_batch.Each.TEAM.value,
        help=_("dengan --all: satu surat setiap tim, atau setiap orang"),
    )
    command.add_argument("--until", metavar="TGL", help=_("sampai hari ini: 2024-02-14 atau H+1"))
    command.add_argument("--carrier", default="", metavar="NAMA", help=_("siapa yang membawa kiriman"))
    command.add_argument("--nihil", action="store_true", help=_("lapor NIHIL dahulu"))
    command.add_argument("--draft", action="store_true", help=_("konsep: tidak dijadikan final dan tidak dicatat"))


def _print(options: argparse.Namespace) -> int:
    if options.list:
        return _list(options)
    if options.office is None:
        raise errors.Refused(N_("Sebutkan folder kantor dengan --office."))
    with frame.opened(options) as desk:
        done = printed_papers.run(desk, options)
        if done is not None:
            return done
        if options.signatories:
            return _signatories(desk, options)
        if not options.report:
            raise errors.Refused(N_("Sebutkan naskah yang dicetak. Yang ada: print --list."))
        if options.records:
            return _records(desk, options)
        if options.out is None:
            raise errors.Refused(N_("Sebutkan berkas tujuan dengan --out."))
        asked = _asked(desk, options)
        if options.nihil:
            daily_reports.report_nihil(desk, asked.day)
        if options.all:
            return _all(desk, asked, options)
        prepared = frame.done(printing.make_in_steps(desk, asked))
        if options.number is None and not options.draft and prepared.issued is None:
            prepared = printing.with_number(desk, prepared)
        if options.draft and prepared.issued is None:
            prepared = prepared.draft()
        if options.own_format:
            prepared = own_formats.fill(desk, prepared, options.own_format, options.out)
        elif prepared.forms is not None and options.out.suffix.casefold() in ("", ".pdf"):
            frame.done(printing.write_pdf(prepared, options.out))
        else:
            printing.save(prepared, options.out)
        if not options.draft and not prepared.report.secret and prepared.report.registered:
            printing.issue(desk, prepared)
    return printed_papers.told(options, prepared)


def _all(desk: Desk, asked: papers.Asked, options: argparse.Namespace) -> int:
    """Every letter that the asked one stands for, a file each in a folder, which is made where it is not there."""
    each = paper_batch.Each(options.each)
    written = frame.done(paper_batch.print_all(desk, asked, options.out, each, final=not options.draft))
    if options.json:
        frame.as_json([{"file": path} for path in written])
        return 0
    for path in written:
        frame.say(str(path))
    frame.say(ngettext("{count} surat dicetak.", "{count} surat dicetak.", len(written)).format(count=len(written)))
    return 0


def _records(desk: Desk, options: argparse.Namespace) -> int:
    rows = paper_records.choices(desk, printing.kind(options.report).key)
    if options.json:
        frame.as_json(rows)
        return 0
    frame.table(
        [_("nomor"), _("tentang")], [(row.no, f"{'  ' if row.indent else ''}{row.label}") for row in rows]
    )
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
        nature=options.nature,
        as_of=_moment(desk, options.as_of) if options.as_of else 0,
        package=options.package,
        way=options.way,
        carrier=options.carrier,
        race=options.race,
        level=options.level,
        issue=issue_register.issue_number(desk, options.issue) if options.issue else 0,
        record=options.record,
        until=_day(desk, options.until) if options.until else None,
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
