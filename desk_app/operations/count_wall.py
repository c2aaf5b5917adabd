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
    """The sums by region, the candidates as columns. Raises NotPermitted."""
    found = count_board.totals(desk, race)

    def line(row: count_board.TotalsRow, *, shares: bool = False) -> Line:
        of = max((row.sum(one.line).stations for one in found.candidates), default=0)
        cells = [Cell(f"{words.dotted(of)}/{words.dotted(row.stations)}", "berbeda" if row.disputed else "")]
        for one in found.candidates:
            value = row.sum(one.line)
            text = f"{found.share(row, one)} %" if shares else words.dotted(value.value)
            cells.append(Cell(text if value.stations else "–"))
        cells.append(Cell(words.dotted(row.sum(lines.VALID).value)))
        return Line(row.name, tuple(cells))

    names = tuple(f"{one.code} {one.short or one.name}" for one in found.candidates)
    beside = "; ".join(count_board.excluded_words(found))
    shared = line(found.total, shares=True)
    rows = (*(line(row) for row in found.rows if row.stations), Line(_("Bagian suara"), shared.cells))
    return Wall(
        desk.identity.name,
        found.area.race.label,
        found.words,
        beside,
        (_("TPS dijumlah"), *names, _("sah")),
        rows,
        line(found.total),
        True,
    )


def _counted(count: int) -> Cell:
    return Cell(words.dotted(count)) if count else Cell("–")
