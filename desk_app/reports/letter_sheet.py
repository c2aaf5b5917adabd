# SPDX-License-Identifier: Apache-2.0
"""What stands around the words of a letter: kop, number, place and date, signature, copies, foot."""

from dataclasses import dataclass
from datetime import datetime

from desk_app.reports import check_code, daily_report, document, letterhead, pages, words

BLANK_LINE = "." * 72
"""A line left for the pen in the text of a letter."""

ORDINARY = "Biasa"
NATURES = (ORDINARY, "Segera", "Sangat Segera", "Penting", "Terbatas", "Rahasia", "Sangat Rahasia")
"""What is proposed as the Sifat of a letter; the office may write its own word (`domain.md §5`, from memory)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """`number` "" leaves a line for the agenda; `dated` is place and date in words; `as_of` the moment of the data in
    the zone of the office; `nature`: the Sifat of a letter to somebody."""

    office: daily_report.Office
    page: pages.PageSetup
    signature: document.SignatureBlock
    as_of: datetime
    head: letterhead.Letterhead | None = None
    number: str = ""
    dated: str = ""
    copies: tuple[str, ...] = ()
    nature: str = ORDINARY

    @property
    def numbered(self) -> str:
        """The number, or the line for it."""
        return self.number or words.BLANK_NUMBER


def opening(
    sheet: Sheet, subject: str, addressee: tuple[str, ...], *, enclosed: str = "–"
) -> document.LetterOpening:
    """The opening of a letter to somebody: Nomor, Sifat, Lampiran, Hal, place and date, Yth."""
    facts = (
        document.Fact("Nomor", sheet.numbered),
        document.Fact("Sifat", sheet.nature),
        document.Fact("Lampiran", enclosed),
        document.Fact("Hal", subject),
    )
    return document.LetterOpening(sheet.dated, facts, addressee)


def addressed(name: str, place: str = "") -> tuple[str, ...]:
    """The lines of an addressee: `Yth. Kapolres Wajo`, `di Sengkang`."""
    to = f"Yth. {name}" if name else f"Yth. {words.BLANK_NUMBER}"
    return (to, f"di {place}") if place else (to,)


def body(*texts: str) -> list[document.Block]:
    """Paragraphs of a letter, each line of a text one, first lines set in."""
    lines = (line.strip() for text in texts for line in text.splitlines())
    return [document.Paragraph(line, indent=True) for line in lines if line]


def points(texts: tuple[str, ...], label: str, *, letters: bool = False) -> document.Points:
    """Points beside a label: one without a mark, several numbered or lettered; a line for the pen where there is none.
    """
    if len(texts) < 2:
        return document.Points(label, (document.Point(texts[0] if texts else BLANK_LINE),))
    marks = [f"{chr(ord('a') + place)}." if letters and place < 26 else f"{place + 1}." for place in range(len(texts))]
    return document.Points(label, tuple(document.Point(text, mark) for text, mark in zip(texts, marks, strict=True)))


def annex_head(sheet: Sheet, of: str, number: int = 0, day: str = "") -> document.AnnexHead:
    """The head of an annex; `number` in Roman where there are several."""
    roman = words.roman(number) if number else ""
    rows = [document.Fact("NOMOR", sheet.numbered)]
    rows.append(document.Fact("TANGGAL", day or words.BLANK_NUMBER))
    return document.AnnexHead(f"LAMPIRAN {roman}".strip(), tuple(rows), lines=(of.upper(),))


def document_of(
    sheet: Sheet, title: str, blocks: list[document.Block], foot: str = "", *, signed: bool = True
) -> document.Document:
    """The document with its check code; `signed`: signature and copies stand at the end."""
    end: list[document.Block] = [sheet.signature] if signed else []
    if signed and sheet.copies:
        end.append(document.Copies(sheet.copies))
    footer = document.Footer(foot or title, f"data per {words.moment(sheet.as_of, sheet.office.zone)}")
    made = document.Document(title, sheet.office.desk, sheet.page, (*blocks, *end), sheet.head, footer)
    return check_code.sealed(made)
