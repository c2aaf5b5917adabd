# SPDX-License-Identifier: Apache-2.0
"""What a wall of the posko shows of the count: how far it is; sums only where they were asked for and may be seen."""

from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.domain import words
from desk_app.domain.counts import lines
from desk_app.domain.counts import words as count_words
from desk_app.operations import count_board
from desk_app.operations.desk import Desk
from desk_app.operations.posko_wall import Cell, Line

MOST_COLUMNS = 6
_LONGEST = 28


@dataclass(frozen=True, slots=True)
class Wall:
    """The table in the form of the posko's wall. `said`: how far it is; `beside`: what is in no sum."""

    office: str
    race: str
    said: words.Phrase
    beside: str
    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    total: Line
    with_totals: bool


def progress(desk: Desk, race: str) -> Wall:
    """How far the copies are, by region; for every account."""
    found = count_board.progress(desk, race)

    def line(row: count_board.ProgressRow) -> Line:
        share = count_words.per_cent(row.whole, row.stations)
        marked = "siap" if row.whole >= row.stations else "belum_lengkap" if row.whole or row.part else "belum"
        return Line(
            row.name,
            (
                Cell(words.dotted(row.stations)),
                Cell(words.dotted(row.whole), marked),
                _counted(row.part),
                _counted(row.missing),
                Cell(f"{share} %" if row.stations else "–"),
            ),
        )

    headings = (_("TPS"), _("lengkap"), _("sebagian"), _("belum masuk"), _("data masuk"))
    rows = tuple(line(row) for row in found.rows if row.stations)
    label = found.area.race.label
    return Wall(desk.identity.name, label, found.words, "", headings, rows, line(found.total), False)


def totals(desk: Desk, race: str) -> Wall:
    """The sums: by region with the candidates as columns, or where these are many, a line each. Raises NotPermitted."""
    found = count_board.totals(desk, race)
    headings, rows, total = _by_region(found) if len(found.candidates) <= MOST_COLUMNS else _by_candidate(found)
    beside = "; ".join(count_board.excluded_words(found))
    return Wall(desk.identity.name, found.area.race.label, found.words, beside, headings, rows, total, True)


def _by_region(found: count_board.Totals) -> tuple[tuple[str, ...], tuple[Line, ...], Line]:
    def line(row: count_board.TotalsRow) -> Line:
        of = max((row.sum(one.line).stations for one in found.candidates), default=0)
        cells = [Cell(f"{words.dotted(of)}/{words.dotted(row.stations)}", "berbeda" if row.disputed else "")]
        cells += [_sum(row.sum(one.line)) for one in found.candidates]
        return Line(row.name, (*cells, _sum(row.sum(lines.VALID))))

    shares = tuple(Cell(f"{found.share(found.total, one)} %") for one in found.candidates)
    names = tuple(_called(one) for one in found.candidates)
    rows = tuple(line(row) for row in found.rows if row.stations)
    shared = Line(_("Bagian suara"), (Cell(""), *shares, Cell("")))
    return (_("TPS dijumlah"), *names, _("sah")), (*rows, shared), line(found.total)


def _by_candidate(found: count_board.Totals) -> tuple[tuple[str, ...], tuple[Line, ...], Line]:
    rows = tuple(
        Line(
            f"{one.code} {one.short or one.name}",
            (_sum(found.total.sum(one.line)), Cell(f"{found.share(found.total, one)} %")),
        )
        for one in found.candidates
    )
    return (_("suara"), _("bagian")), rows, Line(_("Sah"), (_sum(found.total.sum(lines.VALID)), Cell("")))


def _called(candidate: lines.Candidate) -> str:
    name = f"{candidate.code} {candidate.short or candidate.name}"
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def _sum(one: count_board.Sum) -> Cell:
    return Cell(words.dotted(one.value) if one.stations else "–")


def _counted(count: int) -> Cell:
    return Cell(words.dotted(count)) if count else Cell("–")
