# SPDX-License-Identifier: Apache-2.0
"""Laporan Khusus: one issue for those who lead: what happened, what it did, the desk's advice, what was done since.

A desk monitors, advises and records; nothing here decides, and no name of a reporter or of an accused is printed.
"""

from dataclasses import dataclass
from datetime import datetime

from desk_app.reports import check_code, daily_report, document, letterhead, pages, words

TITLE = "Laporan Khusus"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the chronology: when (None: unknown), what, and by whom."""

    when: datetime | None
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class SpecialReport:
    """One issue in full. Times are already in the zone of the office; `number` "" leaves a line for the agenda.

    `subject`: its title as it may be printed; `facts`: what it is, in order; `confidential` marks the paper.
    """

    office: daily_report.Office
    register: str
    subject: str
    facts: tuple[document.Fact, ...]
    description: str
    impact: str
    advice: tuple[str, ...]
    steps: tuple[Step, ...]
    outcome: str
    as_of: datetime
    signature: document.SignatureBlock
    page: pages.PageSetup
    addressed_to: str = ""
    number: str = ""
    confidential: bool = False
    pictures: tuple[document.Picture, ...] = ()
    left_out: int = 0
    copies: tuple[str, ...] = ()
    head: letterhead.Letterhead | None = None


def build(report: SpecialReport) -> document.Document:
    """The document, with its check code; `text.render` makes the message of it."""
    office = report.office
    moment = words.moment(report.as_of, office.zone)
    title = f"{TITLE} {report.register} {office.desk}"
    blocks: list[document.Block] = [
        document.Title(
            ("LAPORAN KHUSUS", office.desk.upper(), office.event.upper()), report.number or words.BLANK_NUMBER
        ),
        document.Facts(tuple(_opening(report))),
        document.Heading("POKOK PERMASALAHAN", "A."),
        document.Paragraph(report.subject, emphasis=document.Emphasis.BOLD),
        document.Facts(report.facts),
        document.Heading("URAIAN", "B."),
        *_paragraphs(report.description),
        document.Heading("DAMPAK", "C."),
        *_paragraphs(report.impact),
        document.Heading("SARAN PENYELESAIAN", "D."),
        *_advice(report.advice),
        document.Heading("KRONOLOGI DAN TINDAK LANJUT", "E."),
        _chronology(report),
        document.Heading("HASIL", "F."),
        *_paragraphs(report.outcome, "Belum selesai; perkembangannya dilaporkan lebih lanjut."),
    ]
    if report.pictures:
        blocks += [document.Heading("DOKUMENTASI", "G."), document.Pictures(report.pictures)]
    if report.left_out:
        blocks.append(
            document.Paragraph(
                f"{words.counted(report.left_out)} lampiran lain tersimpan pada {office.desk}.",
                emphasis=document.Emphasis.NOTE,
            )
        )
    blocks.append(
        document.Paragraph(
            "Desk memantau, mencatat, dan menyampaikan saran; tindak lanjut menjadi kewenangan pihak yang dituju.",
            emphasis=document.Emphasis.NOTE,
        )
    )
    blocks.append(report.signature)
    if report.copies:
        blocks.append(document.Copies(report.copies))
    foot = document.Footer(f"{TITLE} {report.register}", f"data per {moment}")
    paper = document.Document(title, office.desk, report.page, tuple(blocks), report.head, foot)
    return check_code.sealed(paper)


def _opening(report: SpecialReport) -> list[document.Fact]:
    said = []
    if report.confidential:
        said.append(document.Fact("Sifat", "Rahasia"))
    if report.addressed_to:
        said.append(document.Fact("Kepada", report.addressed_to))
    said.append(document.Fact("Nomor register", report.register))
    return said


def _paragraphs(text: str, when_empty: str = "–") -> list[document.Block]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [document.Paragraph(line) for line in lines or [when_empty]]


def _advice(advice: tuple[str, ...]) -> list[document.Block]:
    if len(advice) < 2:
        return _paragraphs(advice[0] if advice else "")
    return [document.Clause(f"{place}.", one) for place, one in enumerate(advice, start=1)]


def _chronology(report: SpecialReport) -> document.Table:
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Tanggal/ Pukul", short="", lead=True),
        document.Column("Uraian", share=3.0, short=""),
        document.Column("Oleh", share=1.0, short="oleh"),
    )
    rows = tuple(
        document.Row(
            (
                str(place),
                f"{words.short_date(one.when)}\n{words.hour(one.when)}" if one.when else "–",
                one.text,
                one.by or "–",
            )
        )
        for place, one in enumerate(report.steps, start=1)
    )
    return document.Table(columns, rows, when_empty="Belum ada tindak lanjut yang dicatat.")
