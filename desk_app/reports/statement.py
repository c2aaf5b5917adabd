# SPDX-License-Identifier: Apache-2.0
"""A paper of figures: what it is about, then sections of words, charts and tables, and who signs.

Readiness, risk, logistics, indicators, the month and the single kecamatan are all such papers; what they say differs,
their form does not.
"""

from dataclasses import dataclass
from datetime import datetime

from desk_app.domain import charts
from desk_app.reports import check_code, daily_report, document, letterhead, pages, words

NOTE = document.Emphasis.NOTE


@dataclass(frozen=True, slots=True)
class Section:
    """`text`: paragraphs before the figures; `points`: numbered ones; `notes`: small print under the table.

    `title` "" goes on without a heading.
    """

    title: str = ""
    text: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    chart: charts.Chart | None = None
    table: document.Table | None = None
    notes: tuple[str, ...] = ()
    pictures: tuple[document.Picture, ...] = ()
    landscape: bool | None = None
    """Begins a new sheet, across or upright; None goes on where the last section ends."""


@dataclass(frozen=True, slots=True)
class Statement:
    """`name`: what the paper is, for its title and its foot; `lines`: its heading in capitals.

    Times are already in the zone of the office. `number` None: a paper without a number, "" leaves a line for it.
    `signature` None: a list that nobody signs. `notice`: what stands below the heading and at the foot of every page.
    """

    office: daily_report.Office
    name: str
    lines: tuple[str, ...]
    sections: tuple[Section, ...]
    as_of: datetime
    page: pages.PageSetup
    facts: tuple[tuple[str, str], ...] = ()
    signature: document.SignatureBlock | None = None
    head: letterhead.Letterhead | None = None
    number: str | None = None
    copies: tuple[str, ...] = ()
    closing: str = ""
    notice: str = ""


def build(told: Statement) -> document.Document:
    """The document, with its check code."""
    number = None if told.number is None else told.number or words.BLANK_NUMBER
    blocks: list[document.Block] = [document.Title(tuple(line.upper() for line in told.lines), number)]
    if told.notice:
        blocks.append(document.Paragraph(told.notice, document.Align.CENTER, document.Emphasis.BOLD))
    facts = tuple(document.Fact(label, value) for label, value in told.facts if value)
    if facts:
        blocks.append(document.Facts(facts))
    blocks += lettered(told.sections)
    if told.closing:
        blocks += [document.Space(2), document.Paragraph(told.closing, indent=True)]
    if told.signature is not None:
        blocks.append(told.signature)
    if told.copies:
        blocks.append(document.Copies(told.copies))
    foot = document.Footer(told.name, f"data per {words.moment(told.as_of, told.office.zone)}", notice=told.notice)
    return check_code.sealed(document.Document(told.name, told.office.desk, told.page, tuple(blocks), told.head, foot))


_LETTERS = 26


def lettered(sections: tuple[Section, ...]) -> list[document.Block]:
    """Sections below each other; their headings have letters where there are several."""
    several = sum(bool(section.title) for section in sections) > 1
    blocks: list[document.Block] = []
    place = 0
    for section in sections:
        if section.landscape is not None:
            blocks.append(document.PageBreak(section.landscape))
        if section.title:
            mark = f"{chr(ord('A') + place)}." if several and place < _LETTERS else ""
            blocks.append(document.Heading(section.title.upper(), mark))
            place += 1
        blocks += body(section)
    return blocks


def body(section: Section) -> list[document.Block]:
    """What a section holds, without its heading."""
    blocks: list[document.Block] = [document.Paragraph(text) for text in section.text if text]
    blocks += [document.Clause(f"{place}.", text) for place, text in enumerate(section.points, start=1)]
    if section.chart is not None and section.chart.parts:
        blocks.append(document.Figure(section.chart))
    if section.table is not None:
        blocks.append(section.table)
    blocks += [document.Paragraph(note, emphasis=NOTE) for note in section.notes if note]
    if section.pictures:
        blocks.append(document.Pictures(section.pictures))
    return blocks
