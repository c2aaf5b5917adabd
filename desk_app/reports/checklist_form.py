# SPDX-License-Identifier: Apache-2.0
"""Formulir ceklis: what stands on the form of one place, blank for the field or filled with what was typed.

Items carry the numbers that they have on the page of the program, so that a paper is typed in by its numbers; the
form itself is named by its code, the 13 digits of a TPS, which it also bears as bars.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from desk_app.domain import spoken
from desk_app.domain.checklists import ItemKind
from desk_app.reports import check_code, document, letterhead, pages, words

BLANK = "Formulir Ceklis"
FILLED = "Lembar Ceklis Terisi"

MARGINS = pages.Margins(top=8.5, bottom=8.0, left=22.0, right=11.0)
"""Of a form, which is no letter: room for punch holes on the left, all else for the pen."""

_BLOCKS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One item. `no` is its number on the page of the program, `only_if` says when it is asked at all.

    `assumed`: how many are needed is common practice, to be checked with the KPU.
    """

    no: int
    text: str
    kind: ItemKind
    unit: str = ""
    required: bool = False
    options: tuple[str, ...] = ()
    only_if: str = ""
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its items."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """What all forms of one checklist and phase have in common. `signers`: who signs, in words.

    `checklist` names the checklist with its version, `event` the election with its voting day, `phase` is "H-1".
    `has_voters`: the places have a DPT.
    """

    phase: str
    checklist: str
    event: str
    parts: tuple[Part, ...]
    signers: tuple[str, str] = ("Petugas yang memeriksa", "Ketua/anggota KPPS")
    has_voters: bool = True

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for part in self.parts for line in part.lines)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was typed to one item, in words ("Sudah", "261", "PLN", "14-02-2024 07.10"); "" while only a note was.

    `remark` says what is odd about it ("kurang 8", "⇄ dalam klarifikasi"), `who` and `when` who typed it.
    """

    value: str
    note: str = ""
    remark: str = ""
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one place. `needed`: how many each line asks for, in the order of the lines; None where unknown.

    `answers`: None on a blank form; otherwise one for each line, None where nothing was typed. `standing` says in
    words how the place stands, `typists` who is meant by the letter beside each answer. `headings`: where the form is
    found in the list of contents, the widest first.
    """

    kind: Kind
    code: str
    name: str
    village: str
    district: str
    voters: int | None
    needed: tuple[int | None, ...]
    answers: tuple[Answer | None, ...] | None = None
    standing: str = ""
    typists: str = ""
    headings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        count = len(self.kind.lines)
        if len(self.needed) != count or (self.answers is not None and len(self.answers) != count):
            raise ValueError(f"a form of {count} items is told of {len(self.needed)}")


@dataclass(frozen=True, slots=True)
class Forms:
    """A stack of forms. `forms` begins anew each time it is called; `with_squares`: also a QR code, beside the bars."""

    title: str
    author: str
    page: pages.PageSetup
    count: int
    forms: Callable[[], Iterator[Form]] = field(repr=False)
    head: letterhead.Letterhead | None = None
    as_of: str = ""
    with_squares: bool = False
    is_filled: bool = False


def setup(paper: str) -> pages.PageSetup:
    """The sheet of a form. Raises Refused for a paper that is not known."""
    return pages.setup(paper, MARGINS)


def build(forms: Forms, footer: str) -> document.Document:
    """What the stack is, in short: how many forms of which region, and the code of all that stands on them.

    This is the text for WhatsApp and the line of the register; the forms themselves are drawn by `pdf_bulk_form`.
    """
    digest = hashlib.sha256()
    counts: Counter[str] = Counter()
    digest.update(_bytes((forms.title, forms.as_of, forms.head.lines if forms.head else ())))
    kind: Kind | None = None
    for form in forms.forms():
        if form.kind is not kind:
            kind = form.kind
            digest.update(_bytes(_kind(kind)))
        digest.update(_bytes(_form(form)))
        counts[form.headings[-1] if form.headings else form.name] += 1
    right = document.Align.RIGHT
    columns = (document.Column("Wilayah", share=1.0, lead=True), document.Column("Formulir", align=right))
    rows = tuple(document.Row((name, words.number(count))) for name, count in counts.items())
    return check_code.sealed(
        document.Document(
            forms.title,
            forms.author,
            forms.page,
            (
                document.Title((forms.title,)),
                document.Table(columns, rows, when_empty="Belum ada data TPS"),
                document.Facts((document.Fact("Sidik isi formulir", spoken.blocks(digest.digest(), _BLOCKS)),)),
            ),
            forms.head,
            document.Footer(footer, forms.as_of),
        )
    )


def _kind(kind: Kind) -> object:
    lines = [
        (line.no, line.text, line.kind.value, line.unit, line.required, line.options, line.only_if, line.assumed)
        for line in kind.lines
    ]
    return kind.phase, kind.checklist, kind.event, [part.label for part in kind.parts], lines


def _form(form: Form) -> object:
    told = [(one.value, one.note, one.remark, one.who, one.when) if one else None for one in form.answers or ()]
    where = form.code, form.name, form.village, form.district, form.voters
    return where, form.needed, told, form.standing, form.typists


def _bytes(said: object) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
