# SPDX-License-Identifier: Apache-2.0
"""Nota dinas to those who lead the desk: how things stand, in points; the figures are those of the daily report."""

from dataclasses import dataclass

from desk_app.reports import daily_report, document, incoming_tables, issue_matrix, letter_sheet, readiness_table, words

TITLE = "Nota Dinas"
MOST_URGENT = 5


@dataclass(frozen=True, slots=True)
class OfficeNote:
    """`to` and `sender` are offices; `report` the daily report that the note tells in short."""

    sheet: letter_sheet.Sheet
    to: str
    sender: str
    date: str
    report: daily_report.DailyReport


def build(note: OfficeNote) -> document.Document:
    """The document, with its check code."""
    sheet, report = note.sheet, note.report
    day = words.long_date(report.day)
    subject = f"Perkembangan {sheet.office.event} tanggal {day} ({report.day_text})"
    head = [
        ("Yth.", note.to or words.BLANK_NUMBER),
        ("Dari", note.sender or words.BLANK_NUMBER),
        ("Tembusan", "\n".join(sheet.copies) or "–"),
        ("Tanggal", note.date or words.BLANK_NUMBER),
        ("Nomor", sheet.numbered),
        ("Sifat", sheet.nature),
        ("Lampiran", "–"),
        ("Hal", subject),
    ]
    moment = words.moment(report.as_of, sheet.office.zone)
    blocks: list[document.Block] = [
        document.Title((TITLE.upper(),)),
        document.Facts(tuple(document.Fact(label, value) for label, value in head)),
        document.Rule(),
        *letter_sheet.body(f"Bersama ini dilaporkan perkembangan sampai dengan {moment} sebagai berikut:"),
        *(document.Clause(f"{place}.", text) for place, text in enumerate(_points(report), start=1)),
        *letter_sheet.body(
            "Demikian dilaporkan, mohon arahan lebih lanjut.",
        ),
        document.Paragraph(daily_report.UNOFFICIAL, emphasis=document.Emphasis.NOTE),
        sheet.signature,
    ]
    return letter_sheet.document_of(sheet, f"{TITLE} {sheet.office.desk} {day}", blocks, TITLE, signed=False)


def _points(report: daily_report.DailyReport) -> list[str]:
    return [
        *report.introduction,
        _readiness(report),
        _issues(report),
        *_urgent(report),
        *_incoming(report),
        *report.conclusions,
        *(f"Saran: {text}" for text in report.suggestions),
    ]


def _readiness(report: daily_report.DailyReport) -> str:
    whole = readiness_table.total(report.readiness)
    if not whole.stations:
        return "Kesiapan TPS: belum ada data."
    parts = (
        ("belum lengkap", whole.incomplete),
        ("bermasalah", whole.trouble),
        ("belum diisi", whole.not_yet),
        ("berbeda antarkantor", whole.disagreeing),
    )
    told = f"{words.number(whole.ready)} dari {words.number(whole.stations)} TPS siap"
    told += f" ({words.percent(whole.ready, whole.stations)})"
    rest = [f"{words.number(count)} {said}" for said, count in parts if count]
    subject = f"Kesiapan TPS (ceklis {report.phase})" if report.phase else "Kesiapan TPS"
    said = f"{subject}: {told}; {words.listed(rest)}." if rest else f"{subject}: {told}."
    return f"{said} Data yang berbeda masih dalam klarifikasi." if whole.disagreeing else said


def _urgent(report: daily_report.DailyReport) -> list[str]:
    """The gravest that are open, in a line each."""
    shown = [one for one in issue_matrix.printable(report.issues) if one.open and one.urgent]
    return [f"Sangat mendesak: {daily_report.in_short(one)}" for one in shown[:MOST_URGENT]]


def _incoming(report: daily_report.DailyReport) -> list[str]:
    if not report.register:
        return []
    return [f"Laporan masuk: {incoming_tables.register_summary(report.register, report.office.unit)}"]


def _issues(report: daily_report.DailyReport) -> str:
    new = sum(one.new for one in report.issues)
    still = sum(one.open for one in report.issues)
    if not report.issues:
        return " ".join(part for part in ("Permasalahan: NIHIL.", daily_report.later(report)) if part)
    urgent = sum(one.open and one.urgent for one in issue_matrix.printable(report.issues))
    told = f"Permasalahan: {words.number(new)} dicatat pada masa laporan, {words.number(still)} masih terbuka"
    told += f", {words.number(urgent)} di antaranya sangat mendesak." if urgent else "."
    return " ".join(part for part in (told, issue_matrix.withheld(report.issues), daily_report.later(report)) if part)
