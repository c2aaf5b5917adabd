# SPDX-License-Identifier: Apache-2.0
"""Laporan harian: what a desk reports every day (`domain.md §1.5 d, e`), and its NIHIL form.

The order is that of a laporan (`§5.5`): opening, what was done, what was found, conclusion and advice,
closing, signature, copies; the matrix of issues follows as an annex on sheets turned across.
"""

from dataclasses import dataclass
from datetime import date, datetime

from desk_app.domain import errors
from desk_app.domain.words import N_
from desk_app.reports import (
    check_code,
    document,
    incoming_tables,
    issue_matrix,
    letterhead,
    pages,
    readiness_table,
    words,
)

UNOFFICIAL = "Angka dalam laporan ini adalah hasil pemantauan Desk dan bukan data resmi penyelenggara pemilihan."
CLOSING = "Demikian laporan ini disampaikan untuk menjadi bahan selanjutnya."


@dataclass(frozen=True, slots=True)
class Office:
    """The words of an office: `desk` "Desk Pemilu Kabupaten Wajo", `region` "Kabupaten Wajo", `within`
    "Provinsi Sulawesi Selatan", `event` "Pemilihan Umum Tahun 2024"; `unit` and `villages` name the rows."""

    desk: str
    region: str
    within: str
    event: str
    zone: str
    unit: str = "Kecamatan"
    villages: str = "Desa/Kel."


MOST_ACCEPTED = 20
"""So many reasons are named; of the others the number."""


@dataclass(frozen=True, slots=True)
class DailyReport:
    """All that a daily report says. Times are already in the zone of the office.

    `number` None leaves a line for the agenda; `sequence` is the running number of the report (0: unsaid).
    `severities` are the labels of severity, gravest first. `suggestions` are advice, never decisions.
    """

    office: Office
    day: date
    day_text: str
    start: datetime
    end: datetime
    as_of: datetime
    signature: document.SignatureBlock
    page: pages.PageSetup
    head: letterhead.Letterhead | None = None
    number: str | None = None
    sequence: int = 0
    addressed_to: str = ""
    legal_basis: tuple[str, ...] = ()
    introduction: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    readiness: tuple[readiness_table.ReadinessRow, ...] = ()
    phase: str = ""
    """Of which round of the checklist the readiness is: "H-1"."""
    accepted: tuple[str, ...] = ()
    """Numbered checks of the checklist that a reason lets pass, a line each."""
    recaps: tuple[incoming_tables.RecapRow, ...] = ()
    issues: tuple[issue_matrix.IssueRow, ...] = ()
    severities: tuple[str, ...] = ("Sangat mendesak", "Tinggi", "Sedang", "Rendah")
    register: tuple[incoming_tables.RegisterRow, ...] = ()
    conclusions: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    closing: str = CLOSING
    copies: tuple[str, ...] = ()
    nihil: bool = False
    counted: tuple[str, ...] = ()
    """How far the copies of the count are, a race a line; never a vote."""
    later: int = 0
    """Issues reported after `end`, up to `as_of`: they stand in the next report."""
    disputed: frozenset[str] = frozenset()
    """Of `introduction`, `activities`, `conclusions` those of which two computers of the office hold other words."""


def build(report: DailyReport) -> document.Document:
    """The document, with its check code; raises Refused for a NIHIL report that would be untrue."""
    new = sum(issue.new for issue in report.issues)
    if report.nihil and new:
        raise errors.Refused(
            N_("Laporan NIHIL tidak dapat dibuat: pada masa laporan tercatat {count} permasalahan."),
            count=new,
        )
    blocks: list[document.Block] = [*_opening(report)]
    for place, (title, section) in enumerate(_sections(report)):
        blocks += [document.Heading(title.upper(), f"{_letter(place)}."), *section]
    blocks += [document.Space(2), document.Paragraph(report.closing, indent=True), report.signature]
    if report.copies:
        blocks.append(document.Copies(report.copies))
    if issue_matrix.printable(report.issues):
        blocks += _annex(report)
    foot = document.Footer(
        name=f"Laporan Harian {report.office.desk}",
        as_of=f"data per {words.moment(report.as_of, report.office.zone)}",
    )
    title = f"Laporan Harian {report.office.desk} {words.long_date(report.day)}"
    return check_code.sealed(
        document.Document(title, report.office.desk, report.page, tuple(blocks), report.head, foot)
    )


def _opening(report: DailyReport) -> list[document.Block]:
    office = report.office
    total = readiness_table.total(report.readiness)
    extent = []
    if report.readiness:
        extent.append(f"{words.number(len(report.readiness))} {office.unit.lower()}")
    if report.readiness and total.villages is not None:
        extent.append(f"{words.number(total.villages)} {office.villages.replace('Kel.', 'kelurahan').lower()}")
    if total.stations:
        extent.append(f"{words.number(total.stations)} TPS")
    region = f"{office.region}, {office.within}" if office.within else office.region
    facts = [
        ("Kepada", report.addressed_to),
        ("Hari/Tanggal", words.full_date(report.day) + (f" ({report.day_text})" if report.day_text else "")),
        ("Laporan ke-", words.number(report.sequence) if report.sequence else ""),
        ("Masa laporan", words.period(report.start, report.end, office.zone)),
        ("Wilayah", region + (f" ({', '.join(extent)})" if extent else "")),
        ("Salinan hasil suara", "\n".join(report.counted)),
    ]
    return [
        document.Title(
            ("LAPORAN HARIAN", office.desk.upper(), office.event.upper()),
            words.BLANK_NUMBER if report.number is None else report.number,
        ),
        document.Facts(tuple(document.Fact(label, value) for label, value in facts if value)),
    ]


def _accepted(lines: tuple[str, ...]) -> list[document.Block]:
    """What was let pass for a reason, and how much more there is than the paper names."""
    if not lines:
        return []
    left = len(lines) - MOST_ACCEPTED
    shown = [*lines[:MOST_ACCEPTED], *([f"dan {words.number(left)} lainnya"] if left > 0 else [])]
    said = "Isian yang diterima dengan alasan: " + "; ".join(shown) + "."
    return [document.Paragraph(said, emphasis=document.Emphasis.NOTE)]


def _sections(report: DailyReport) -> list[tuple[str, list[document.Block]]]:
    """The sections that have something to say, each with its title."""
    unit = report.office.unit
    found = [("Pendahuluan", _introduction(report))]
    if report.activities:
        activities = [*_points(report.activities), *_open_words(report, "activities")]
        found.append(("Kegiatan yang dilaksanakan", activities))
    if report.readiness:
        rows = report.readiness
        said = readiness_table.sentence(readiness_table.total(rows), report.phase)
        note = readiness_table.note(rows, unit)
        found.append(
            (
                f"Kesiapan TPS per {unit}",
                [
                    document.Paragraph(said),
                    readiness_table.table(rows, unit, report.office.villages),
                    *([document.Paragraph(note, emphasis=document.Emphasis.NOTE)] if note else []),
                    *_accepted(report.accepted),
                ],
            )
        )
    if report.recaps:
        note = "Rekap adalah angka yang disampaikan, dan berlaku sampai isian rinci per TPS diterima."
        note = " ".join(part for part in (note, incoming_tables.recap_note(report.recaps)) if part)
        found.append(
            (
                "Rekap yang diterima",
                [
                    incoming_tables.recap_table(report.recaps, "Wilayah"),
                    document.Paragraph(note, emphasis=document.Emphasis.NOTE),
                ],
            )
        )
    found.append(("Permasalahan dan tindak lanjut", _issues(report)))
    if report.register:
        found.append(
            (
                "Rekap laporan masuk",
                [
                    document.Paragraph(incoming_tables.register_summary(report.register, unit)),
                    incoming_tables.register_table(report.register, unit),
                ],
            )
        )
    if report.conclusions:
        conclusions = [*_points(report.conclusions), *_open_words(report, "conclusions")]
        found.append(("Kesimpulan", conclusions))
    if report.suggestions:
        found.append(("Saran", _points(report.suggestions)))
    return found


def _introduction(report: DailyReport) -> list[document.Block]:
    first = (
        f"Bersama ini disampaikan laporan harian {report.office.desk} dalam rangka {report.office.event}, "
        f"disusun dari data yang diterima sampai dengan {words.moment(report.as_of, report.office.zone)}. "
        f"{UNOFFICIAL}"
    )
    blocks: list[document.Block] = [document.Paragraph(first)]
    blocks += [document.Paragraph(text) for text in report.introduction]
    blocks += _open_words(report, "introduction")
    if report.legal_basis:
        blocks += [document.Paragraph("Dasar:"), *_points(report.legal_basis)]
    return blocks


def _issues(report: DailyReport) -> list[document.Block]:
    if report.nihil:
        said = (
            f"Pada hari {words.full_date(report.day)} di wilayah {report.office.region} tidak terdapat "
            "permasalahan maupun kejadian menonjol yang perlu dilaporkan:"
        )
        blocks: list[document.Block] = [
            document.Paragraph(said),
            document.Paragraph("NIHIL", document.Align.CENTER, document.Emphasis.BOLD),
        ]
        if any(issue.open for issue in report.issues):
            blocks.append(document.Paragraph(issue_matrix.summary(report.issues, report.severities)))
    else:
        blocks = [document.Paragraph(issue_matrix.summary(report.issues, report.severities))]
    blocks += [document.Paragraph(text) for text in (issue_matrix.withheld(report.issues), later(report)) if text]
    shown = issue_matrix.printable(report.issues)
    urgent = [issue for issue in shown if issue.urgent and issue.open]
    if urgent:
        blocks.append(document.Paragraph("Permasalahan sangat mendesak yang belum selesai:"))
        blocks += _points(tuple(in_short(issue) for issue in urgent))
    if shown:
        blocks.append(document.Paragraph("Rincian permasalahan tercantum dalam Lampiran."))
    return blocks


def later(report: DailyReport) -> str:
    """The sentence on what came after the period: nobody is to read NIHIL while news is already there."""
    if not report.later:
        return ""
    return (
        f"Sesudah masa laporan, sampai dengan {words.moment(report.as_of, report.office.zone)}, dicatat "
        f"{words.counted(report.later)} permasalahan; rinciannya dimuat dalam laporan berikutnya."
    )


def in_short(issue: issue_matrix.IssueRow) -> str:
    """Where, what, and the advice, with the mark of what offices hold differently."""
    text = f"{issue.place}: {issue.said}"
    if issue.advice:
        text = f"{text.rstrip('.')}. Saran: {issue.advice}"
    return f"{text} ⇄ (dalam klarifikasi)" if issue_matrix.IN_SHORT & set(issue.disputed) else text


def _open_words(report: DailyReport, part: str) -> list[document.Block]:
    """The footnote under words of the office of which two of its computers hold others."""
    if part not in report.disputed:
        return []
    note = "⇄ Uraian ini berbeda pada dua komputer kantor dan dalam klarifikasi."
    return [document.Paragraph(note, emphasis=document.Emphasis.NOTE)]


def _annex(report: DailyReport) -> list[document.Block]:
    note = issue_matrix.note(report.issues)
    number = words.BLANK_NUMBER if report.number is None else report.number
    return [
        document.PageBreak(landscape=True),
        document.AnnexHead(
            "LAMPIRAN LAPORAN HARIAN",
            (document.Fact("Nomor", number), document.Fact("Tanggal", words.long_date(report.day))),
        ),
        document.Title(("MATRIKS PERMASALAHAN DAN TINDAK LANJUT", report.office.region.upper())),
        issue_matrix.table(report.issues),
        *([document.Paragraph(note, emphasis=document.Emphasis.NOTE)] if note else []),
    ]


def _points(texts: tuple[str, ...]) -> list[document.Block]:
    return [document.Clause(f"{place}.", text) for place, text in enumerate(texts, start=1)]


def _letter(place: int) -> str:
    return chr(ord("A") + place)
