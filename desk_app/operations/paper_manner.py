# SPDX-License-Identifier: Apache-2.0
"""How the office makes its papers: margins, room for holes, typeface, what stands at the foot and where one signs.

Every office has a regulation of its own, so all of it is settings; the defaults are those of `reports.pages`.
"""

import re
from typing import Final

from desk_app.domain import errors, words
from desk_app.operations import settings
from desk_app.operations.desk import Desk
from desk_app.reports import pages

N_ = words.N_

PEN: Final = "pen"
ELECTRONIC: Final = "electronic"

SIGNING: Final[dict[str, str]] = {
    PEN: N_("Pena dan stempel"),
    ELECTRONIC: N_("Kotak kosong untuk tanda tangan elektronik"),
}
"""The ways to choose from in `paper_signing`, with their labels (msgids)."""

TYPEFACES: Final[dict[str, str]] = {one.value: label for one, label in pages.TYPEFACES.items()}
"""The ways to choose from in `paper_typeface`, with their labels (msgids)."""

_MOST_MM = 120.0
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d+)?")


def page_setup(desk: Desk, paper: str = "") -> pages.PageSetup:
    """The sheet: the paper asked for, else the office's. Raises Refused for another, and for margins in disorder."""
    known = settings.all_of(desk)
    code = (paper or known["paper"]).strip().upper()
    chosen = margins(known.get(f"paper_margins_{code}", ""))
    return pages.setup(code, chosen, punch(known["paper_punch"]), _manner(known))


def margins(text: str) -> pages.Margins | None:
    """Four lengths in millimetres, top/bottom/left/right; None where nothing is said. Raises Refused."""
    if not text.strip():
        return None
    told = [part.strip() for part in text.replace(";", "/").split("/")]
    if len(told) != 4 or not all(_NUMBER.fullmatch(part) for part in told):
        raise errors.Refused(
            N_("Margin “{text}” tidak terbaca. Tulis empat angka dalam mm: atas/bawah/kiri/kanan, misalnya {example}."),
            text=text.strip(),
            example="25/30/30/25",
        )
    return pages.Margins(*(_millimetres(part) for part in told))


def punch(text: str) -> float:
    """Room for holes in millimetres; nothing is none. Raises Refused."""
    told = text.strip()
    if not told:
        return 0.0
    if not _NUMBER.fullmatch(told) or _millimetres(told) > _MOST_MM:
        raise errors.Refused(N_("Ruang lubang jilid “{text}” tidak terbaca. Tulis satu angka dalam mm."), text=told)
    return _millimetres(told)


def initials(text: str) -> tuple[str, ...]:
    """The offices that put their initials to a draft, one a line. Raises Refused for too many."""
    told = tuple(line.strip() for line in text.splitlines() if line.strip())
    if len(told) > pages.MOST_INITIALS:
        raise errors.Refused(N_("Paraf hierarki paling banyak {most} jabatan."), most=pages.MOST_INITIALS)
    return told


def _manner(known: dict[str, str]) -> pages.Manner:
    typeface = known["paper_typeface"]
    return pages.Manner(
        typeface=pages.Typeface(typeface) if typeface in TYPEFACES else pages.Typeface.SANS,
        catchword=known["paper_catchword"] == settings.YES,
        initialled=known["paper_initialled"] == settings.YES,
        initials=initials(known["paper_initials"]),
        electronic=known["paper_signing"] == ELECTRONIC,
    )


def _millimetres(text: str) -> float:
    return float(text.replace(",", "."))
