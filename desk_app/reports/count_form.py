# SPDX-License-Identifier: Apache-2.0
"""Formulir salinan C.HASIL: the blank sheet on which the form of one TPS and race is copied in the field.

Its lines are those of the form in their order, so that what was written is typed from top to bottom. It says on every
sheet that it is a copy, and it has no figures: whoever holds it learns nothing from it.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from desk_app.domain import spoken
from desk_app.domain.counts import words as count_words
from desk_app.reports import check_code, document, letterhead, pages, words

NAME = "Formulir Salinan C.HASIL"

_BLOCKS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words, and how many figures it has: three (laki-laki, perempuan, jumlah) or the sum alone."""

    text: str
    by_sex: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the form and its lines; `by_sex`: the columns L and P stand over them."""

    label: str
    lines: tuple[Line, ...]

    @property
    def by_sex(self) -> bool:
        return any(line.by_sex for line in self.lines)


@dataclass(frozen=True, slots=True)
class Kind:
    """What all sheets of a race on one ballot have in common. `race`: its name; `event`: the election and its day."""

    race: str
    event: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The sheet of one TPS and race. `code`: the 13 digits of the TPS; `headings`: where it is in the contents."""

    kind: Kind
    code: str
    name: str
    village: str
    district: str
    voters: int | None
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forms:
    """A stack of sheets; `forms` begins anew each time it is called."""

    title: str
    author: str
    page: pages.PageSetup
    count: int
    forms: Callable[[], Iterator[Form]] = field(repr=False)
    head: letterhead.Letterhead | None = None
    as_of: str = ""
    with_squares: bool = False
    is_filled: bool = False


def build(forms: Forms, footer: str) -> document.Document:
    """What the stack is, in short: how many sheets of which region, and the code of all that stands on them."""
    digest = hashlib.sha256()
    counts: Counter[str] = Counter()
    digest.update(_bytes((forms.title, forms.as_of, forms.head.lines if forms.head else ())))
    kind: Kind | None = None
    for form in forms.forms():
        if form.kind is not kind:
            kind = form.kind
            parts = [(part.label, [(line.text, line.by_sex) for line in part.lines]) for part in kind.parts]
            digest.update(_bytes((kind.race, kind.event, parts)))
        digest.update(_bytes((form.code, form.name, form.village, form.district, form.voters, form.kind.race)))
        counts[form.headings[-1] if form.headings else form.name] += 1
    right = document.Align.RIGHT
    columns = (document.Column("Wilayah", share=1.0, lead=True), document.Column("Lembar", align=right))
    rows = tuple(document.Row((name, words.number(count))) for name, count in counts.items())
    notice = count_words.DISCLAIMER
    return check_code.sealed(
        document.Document(
            forms.title,
            forms.author,
            forms.page,
            (
                document.Title((forms.title,)),
                document.Paragraph(notice, document.Align.CENTER, document.Emphasis.BOLD),
                document.Table(columns, rows, when_empty="Belum ada data TPS"),
                document.Facts((document.Fact("Sidik isi formulir", spoken.blocks(digest.digest(), _BLOCKS)),)),
            ),
            forms.head,
            document.Footer(footer, forms.as_of, notice=notice),
        )
    )


def _bytes(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
