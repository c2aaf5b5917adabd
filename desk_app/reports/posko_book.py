# SPDX-License-Identifier: Apache-2.0
"""Buku Posko of one day: who sat in the posko, and what was reported and done, line by line.

A line that became an issue in confidence is counted and left out, as in the matrix of issues.
"""

from dataclasses import dataclass
from datetime import date, datetime

from desk_app.reports import check_code, daily_report, document, letterhead, pages, words

TITLE = "Buku Posko"


@dataclass(frozen=True, slots=True)
class BookLine:
    """One line. `at` is already in the zone of the office; `issue`: the number of what it became; "" where none."""

    at: datetime
    sender: str
    text: str
    measure: str = ""
    place: str = ""
    issue: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Watch:
    """One shift of the day: its hours and who sat there."""

    hours: str
    name: str


@dataclass(frozen=True, slots=True)
class PoskoBook:
    """All that the paper says. `withheld`: lines of issues in confidence, which are counted and not printed."""

    office: daily_report.Office
    day: date
    day_words: str
    lines: tuple[BookLine, ...]
    as_of: datetime
    signature: document.SignatureBlock
    page: pages.PageSetup
    shifts: tuple[Watch, ...] = ()
    withheld: int = 0
    head: letterhead.Letterhead | None = None


def build(book: PoskoBook) -> document.Document:
    """The document, with its check code; `text.render` makes the message of it."""
    office = book.office
    moment = words.moment(book.as_of, office.zone)
    title = f"{TITLE} {office.desk} {words.long_date(book.day)}"
    blocks: list[document.Block] = [
        document.Title(("BUKU POSKO", office.desk.upper(), office.event.upper())),
        document.Facts(tuple(_facts(book))),
        document.Paragraph(_summary(book)),
        _table(book.lines),
    ]
    if book.withheld:
        left_out = (
            f"Sebanyak {words.counted(book.withheld)} catatan tentang permasalahan yang bersifat rahasia tidak dimuat."
        )
        blocks.append(document.Paragraph(left_out, emphasis=document.Emphasis.NOTE))
    blocks.append(book.signature)
    foot = document.Footer(f"{TITLE} {words.long_date(book.day)}", f"data per {moment}")
    return check_code.sealed(document.Document(title, office.desk, book.page, tuple(blocks), book.head, foot))


def _facts(book: PoskoBook) -> list[document.Fact]:
    told = [document.Fact("Hari, tanggal", f"{words.full_date(book.day)} ({book.day_words})")]
    watches = "; ".join(f"{one.hours} {one.name}" for one in book.shifts)
    return [*told, document.Fact("Petugas piket", watches or "tidak dicatat")]


def _summary(book: PoskoBook) -> str:
    count = len(book.lines) + book.withheld
    if not count:
        return "Tidak ada berita yang dicatat pada hari ini (NIHIL)."
    became = sum(bool(one.issue) for one in book.lines) + book.withheld
    said = f"Pada hari ini dicatat {words.counted(count)} berita"
    return f"{said}, {words.counted(became)} di antaranya menjadi permasalahan." if became else f"{said}."


def _table(lines: tuple[BookLine, ...]) -> document.Table:
    columns = (
        document.Column("No", align=document.Align.RIGHT, paper_only=True),
        document.Column("Pukul", align=document.Align.CENTER, lead=True),
        document.Column("Dari", share=1.0, short=""),
        document.Column("Isi Berita", share=2.2, short=""),
        document.Column("Tindakan", share=1.35, short="tindakan"),
        document.Column("Tempat", share=1.2, short=""),
        document.Column("Masalah", short=""),
        document.Column("Dicatat oleh", share=1.2, paper_only=True),
    )
    rows = tuple(
        document.Row(
            (
                str(number),
                words.hour(one.at),
                one.sender or "–",
                one.text,
                one.measure or "–",
                one.place or "–",
                one.issue or "–",
                one.by or "–",
            )
        )
        for number, one in enumerate(lines, start=1)
    )
    return document.Table(columns, rows)
