# SPDX-License-Identifier: Apache-2.0
"""Laporan akhir: a whole election in chapters, with a cover, a list of contents and annexes (`domain.md §1.5 c`).

The order of the chapters is common practice and no rule: an office may rename every one of them.
"""

from dataclasses import dataclass
from datetime import datetime

from desk_app.reports import check_code, daily_report, document, letterhead, pages, statement, words


@dataclass(frozen=True, slots=True)
class Chapter:
    """`name`: as it stands under its number; its sections are lettered."""

    name: str
    sections: tuple[statement.Section, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """`across`: on sheets turned across."""

    name: str
    section: statement.Section
    across: bool = False


@dataclass(frozen=True, slots=True)
class FinalReport:
    """Times are already in the zone of the office; `place_and_year` stands at the foot of the cover."""

    office: daily_report.Office
    chapters: tuple[Chapter, ...]
    annexes: tuple[Annex, ...]
    as_of: datetime
    page: pages.PageSetup
    signature: document.SignatureBlock
    head: letterhead.Letterhead | None = None
    number: str = ""
    place_and_year: tuple[str, ...] = ()


def build(told: FinalReport) -> document.Document:
    """The document, with its check code."""
    office = told.office
    name = f"Laporan akhir {office.desk}"
    region = () if office.desk.casefold().endswith(office.region.casefold()) else (office.region,)
    lines = ("Laporan akhir", office.desk, *region, office.event)
    cover: list[document.Block] = [
        document.Space(told.page.text_height * 0.2),
        document.Title(tuple(line.upper() for line in lines), told.number or words.BLANK_NUMBER),
        document.Space(told.page.text_height * 0.2),
        *(document.Paragraph(line, document.Align.CENTER, document.Emphasis.BOLD) for line in told.place_and_year),
        document.Contents(),
    ]
    body: list[document.Block] = []
    for place, chapter in enumerate(told.chapters, start=1):
        body.append(document.Chapter(f"BAB {words.roman(place)}", chapter.name.upper()))
        body += statement.lettered(chapter.sections)
    body += [document.Space(2), document.Paragraph(daily_report.CLOSING, indent=True), told.signature]
    for place, annex in enumerate(told.annexes, start=1):
        body += [
            document.PageBreak(annex.across),
            document.AnnexHead(f"LAMPIRAN {words.roman(place)}", lines=(annex.name.upper(),)),
            *statement.body(annex.section),
        ]
    foot = document.Footer(name, f"data per {words.moment(told.as_of, office.zone)}")
    return check_code.sealed(document.Document(name, office.desk, told.page, (*cover, *body), told.head, foot))
