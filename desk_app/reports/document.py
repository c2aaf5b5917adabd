# SPDX-License-Identifier: Apache-2.0
"""What a page says: plain frozen values, without a word about how it looks.

A report (`daily_report`, `team_structure`, …) builds one `Document`; the faces (`pdf`, `text`, and others
to come) show it. A new kind of content is a new block here and one branch in each face. Texts are plain:
no mark-up is read in them, so what a clerk typed is printed as it was typed. Lengths are millimetres.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from desk_app.domain import charts
from desk_app.reports import letterhead, pages


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Emphasis(StrEnum):
    PLAIN = "plain"
    BOLD = "bold"
    NOTE = "note"
    """Small print: what a table needs to be read rightly."""


class RowKind(StrEnum):
    BODY = "body"
    GROUP = "group"
    """One text over the whole width (the first cell) that heads the rows after it."""
    TOTAL = "total"


class TextForm(StrEnum):
    """What becomes of a table where there are no columns (text for WhatsApp)."""

    LINE = "line"
    """A row is one line: lead, then `title value` pairs."""
    LINES = "lines"
    """A row is a lead and one line for each cell."""
    OMIT = "omit"


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the document in centred capitals, and its number (None: the line is left out)."""

    lines: tuple[str, ...]
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a long report, on a new sheet: `BAB I`, `PENDAHULUAN`."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the list of contents; `level` 0 is a chapter or an annex, `page` 0 not known yet."""

    text: str
    level: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of contents. Its lines follow from the blocks after it; a face that has pages fills them in."""

    heading: str = "DAFTAR ISI"
    lines: tuple[ContentsLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    align: Align = Align.JUSTIFY
    emphasis: Emphasis = Emphasis.PLAIN
    indent: bool = False
    """First line indented, as in the body of a letter."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered or lettered point; `level` 0 stands at the margin."""

    mark: str
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values with the colons in one line below each other."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class PaperFact(Fact):
    """A fact that stands on paper alone and not in plain text: the service number of a person."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point beside a label: a text, or facts under each other; `mark` "1." where there are several."""

    text: str = ""
    mark: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A label, a colon, and points beside it, as a letter of assignment has them: Menimbang, Dasar, Kepada, Untuk."""

    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class LetterOpening:
    """How a letter begins: facts (Nomor, Sifat, Lampiran, Hal), place and date on the line of the first of them at
    the right, the addressee below."""

    dated: str
    facts: tuple[Fact, ...]
    addressee: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line over the whole width."""


@dataclass(frozen=True, slots=True)
class Column:
    """`share` is the part of the free width a text column takes; 0 fits the column to its content.

    Neighbours with the same `group` stand under one common heading.
    """

    title: str
    share: float = 0.0
    align: Align = Align.LEFT
    group: str = ""
    short: str | None = None
    """The title in plain text; empty where the cell speaks for itself."""
    paper_only: bool = False
    """Left out in plain text: what the reader knows already."""
    quiet_zero: bool = False
    """A zero is not worth a word in plain text."""
    lead: bool = False
    """In plain text, this cell names the row."""
    number: bool | None = None
    """In a workbook its figures are numbers; None: where the column is set to the right."""

    @property
    def holds_numbers(self) -> bool:
        return self.align is Align.RIGHT if self.number is None else self.number


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[str, ...]
    kind: RowKind = RowKind.BODY


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    when_empty: str = "NIHIL"
    numbered: bool = False
    """A row of column numbers under the headings, as long official tables have."""
    text_form: TextForm = TextForm.LINE
    name: str = ""
    """What the table is called in a form of the office's own; otherwise by its place in the document."""

    def __post_init__(self) -> None:
        for row in self.rows:
            expected = 1 if row.kind is RowKind.GROUP else len(self.columns)
            if len(row.cells) != expected:
                raise ValueError(f"a {row.kind} row has {len(row.cells)} cells instead of {expected}: {row.cells}")


@dataclass(frozen=True, slots=True)
class AnnexHead:
    """The head of an annex, top right: `LAMPIRAN I`, and what it is annexed to."""

    heading: str
    rows: tuple[Fact, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Where a document is signed: lines above, room for signature and stamp, name, lines below."""

    place_and_date: tuple[str, ...]
    office: tuple[str, ...]
    name: str
    below: tuple[str, ...] = ()
    room: float = 24.0


@dataclass(frozen=True, slots=True)
class Copies:
    """Who gets a copy, in order."""

    names: tuple[str, ...]
    heading: str = "Tembusan:"


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo with what stands under it; `data` is JPEG or PNG."""

    data: bytes = field(repr=False)
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Photos beside each other, three in a row."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart; the same figures stand in a table, so that plain text does without."""

    chart: charts.Chart


@dataclass(frozen=True, slots=True)
class Space:
    height: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new sheet; from here on across or upright."""

    landscape: bool = False


Block = (
    Title
    | Heading
    | Chapter
    | Contents
    | Paragraph
    | Clause
    | Facts
    | Points
    | LetterOpening
    | Rule
    | Table
    | AnnexHead
    | SignatureBlock
    | Copies
    | Pictures
    | Figure
    | Space
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Footer:
    """The foot of every page, beside `Halaman n dari m`.

    `notice`: what everybody who has one page of it in hand must read.

    `as_of` is the moment of the data in words, `code` the *Kode pemeriksaan dokumen* (`check_code`). `is_draft` marks
    every sheet as not yet final. `replaces`: the code of the issue whose place this one takes; `qr`: what a QR holds
    for checking in the program, "" for none.
    """

    name: str
    as_of: str = ""
    code: str = ""
    is_draft: bool = False
    replaces: str = ""
    qr: str = ""
    notice: str = ""

    @property
    def replacing(self) -> str:
        """In words, what it replaces."""
        return f"menggantikan naskah berkode {self.replaces}" if self.replaces else ""


@dataclass(frozen=True, slots=True)
class Document:
    """`title` and `author` go into the file's own description; `author` is an office, never a person."""

    title: str
    author: str
    page: pages.PageSetup
    blocks: tuple[Block, ...]
    head: letterhead.Letterhead | None = None
    footer: Footer = field(default_factory=lambda: Footer(""))
