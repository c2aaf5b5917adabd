# SPDX-License-Identifier: Apache-2.0
"""Sheets of paper and their margins, in millimetres: A4 and F4 (215 × 330 mm).

F4 is no "Folio" of a toolkit (210 × 330 mm) and no 8,5 × 13 inch: its size is always given in
millimetres. The margins are the defaults of `domain.md §5.2`; every office has its own regulation, so
all of them are settings.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from desk_app.domain import errors
from desk_app.domain.words import N_


@dataclass(frozen=True, slots=True)
class Paper:
    code: str
    label: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Margins:
    """Margins of the upright sheet; `left` is the side that is punched."""

    top: float
    bottom: float
    left: float
    right: float


class Typeface(StrEnum):
    """What papers are set in; the labels are msgids."""

    SANS = "sans"
    SERIF = "serif"
    BOOK = "book"


TYPEFACES: Mapping[Typeface, str] = MappingProxyType(
    {
        Typeface.SANS: N_("Seperti Arial (Liberation Sans)"),
        Typeface.SERIF: N_("Seperti Times New Roman (Liberation Serif)"),
        Typeface.BOOK: N_("Seperti Bookman Old Style (Desk Book)"),
    }
)

MOST_INITIALS = 3
"""So many officers put their initials to a draft before it is signed (`domain.md §5.6`)."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How an office makes its papers, beside their sheets; it is said by no paper and changes no code.

    `catchword`: the first word of the next page at the foot. `initialled`: room for initials on all pages but the
    last. `initials`: offices that put theirs to a draft, the nearest to the signatory last. `electronic`: an empty
    frame instead of the room for pen and stamp.
    """

    typeface: Typeface = Typeface.SANS
    catchword: bool = False
    initialled: bool = False
    initials: tuple[str, ...] = ()
    electronic: bool = False


@dataclass(frozen=True, slots=True)
class PageSetup:
    """One kind of sheet. `punch` is extra room for punch holes, added at the punched side."""

    paper: Paper
    margins: Margins
    punch: float = 0.0
    landscape: bool = False
    manner: Manner = Manner()

    @property
    def width(self) -> float:
        return self.paper.height if self.landscape else self.paper.width

    @property
    def height(self) -> float:
        return self.paper.width if self.landscape else self.paper.height

    @property
    def inner(self) -> Margins:
        """The margins of the sheet as it is read, `punch` included.

        A sheet across is bound with upright ones by its upper edge: the punched margin goes there.
        """
        upright = self.margins
        bound = upright.left + self.punch
        if self.landscape:
            return Margins(top=bound, bottom=upright.right, left=upright.bottom, right=upright.top)
        return Margins(top=upright.top, bottom=upright.bottom, left=bound, right=upright.right)

    @property
    def text_width(self) -> float:
        return self.width - self.inner.left - self.inner.right

    @property
    def text_height(self) -> float:
        return self.height - self.inner.top - self.inner.bottom


A4 = Paper("A4", "A4 (210 × 297 mm)", 210.0, 297.0)
F4 = Paper("F4", "F4 (215 × 330 mm)", 215.0, 330.0)

PAPERS: Mapping[str, Paper] = MappingProxyType({paper.code: paper for paper in (A4, F4)})

MARGINS: Mapping[str, Margins] = MappingProxyType(
    {
        A4.code: Margins(top=20.0, bottom=25.0, left=30.0, right=20.0),
        F4.code: Margins(top=25.0, bottom=30.0, left=30.0, right=25.0),
    }
)

PUNCH_HOLES = 5.0
"""Extra millimetres offered to an office that punches wide."""


def setup(
    code: str, margins: Margins | None = None, punch: float = 0.0, manner: Manner | None = None
) -> PageSetup:
    """The upright sheet of paper `code` ("A4", "F4", any case), with the default margins unless given.

    Raises Refused for another paper and for margins that leave no room to write.
    """
    paper = PAPERS.get(code.strip().upper())
    if paper is None:
        raise errors.Refused(
            N_("Ukuran kertas {code} tidak dikenal. Pilih {known}."), code=code, known=" / ".join(PAPERS)
        )
    chosen = PageSetup(paper, margins or MARGINS[paper.code], punch, manner=manner or Manner())
    room = chosen.inner
    if min(room.top, room.bottom, room.left, room.right) < 0 or min(chosen.text_width, chosen.text_height) < 80:
        raise errors.Refused(N_("Margin terlalu lebar untuk kertas {paper}."), paper=paper.label)
    return chosen
