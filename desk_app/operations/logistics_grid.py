# SPDX-License-Identifier: Apache-2.0
"""Posisi logistik: of each region how many goods have reached each stage, by whose word, and what that is made of.

A cell is about the goods *for* a region, wherever its stage is: of Belawa's 410 boxes 410 have come to the PPK, 205 to
the TPS. Below a kecamatan only desa and TPS are stages.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desk_app.base.text import _
from desk_app.data import arrivals, overview_list, place_names, shipment_list
from desk_app.data.database import Connection
from desk_app.domain import checklists, localities, logistics, places, stock
from desk_app.domain.elections import Event
from desk_app.domain.places import Kind, Level
from desk_app.operations import elections, logistics_needs
from desk_app.operations.desk import Desk
from desk_app.operations.standing import value_of


@dataclass(frozen=True, slots=True)
class GridLine:
    """A region and its stock at each stage, in the order of `Grid.stages`."""

    code: str
    name: str
    label: str
    need: logistics_needs.Need
    cells: tuple[stock.Stock, ...]

    def cell(self, grid: "Grid", stage: Kind) -> stock.Stock:
        """The stock at one stage."""
        return self.cells[grid.stages.index(stage)]


@dataclass(frozen=True, slots=True)
class Grid:
    """The table of one kind of goods. `heading`: what a row is ("Kecamatan"). `store`: what lies in the KPU's store.

    `seen`: what a word entered beside it tells that it had seen.
    """

    area: str
    item: str
    label: str
    unit: str
    heading: str
    stages: tuple[Kind, ...]
    rows: tuple[GridLine, ...]
    total: GridLine
    store: stock.Stock
    seen: int | None = field(default=None, compare=False)


def grid(desk: Desk, item: str = logistics.BOXES, area: str = "") -> Grid:
    """Where the goods for each region below an area are (the office's own area by default). For a worker."""
    event = elections.working_event(desk)
    whole = area or desk.identity.place
    asked = logistics_needs.covered(desk, item)
    chosen = next(one for one in logistics_needs.choices(desk) if one.code == item)
    level = _BELOW[places.level_of(whole)]
    width = _WIDTHS[level]
    stages = logistics.STAGES[2:] if width == _VILLAGE else logistics.STAGES
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        gathered = _Gathered(connection, event, whole, item, asked, width)
        regions = place_names.below(connection, event.code, whole, level)
        missing = gathered.needs.keys() - {one.code for one in regions}
        regions = sorted([*regions, *place_names.named(connection, event.code, missing).values()], key=lambda one: one.code)
        own = place_names.named(connection, event.code, [whole])[whole]
    rows = [
        GridLine(
            code=one.code,
            name=one.name,
            label=one.label,
            need=gathered.needs.get(one.code, logistics_needs.Need()),
            cells=tuple(stock.choose(gathered.words(one.code, stage)) for stage in stages),
        )
        for one in regions
    ]
    return Grid(
        area=whole,
        item=item,
        label=chosen.label,
        unit=chosen.unit,
        heading=_heading(whole, level),
        stages=stages,
        rows=tuple(rows),
        total=_total(gathered, own, rows, stages),
        store=stock.choose(gathered.words(whole, Kind.GUDANG)),
        seen=seen,
    )


def cell(desk: Desk, region: str, stage: Kind, item: str = logistics.BOXES) -> stock.Stock:
    """All that is said of the goods of one region at one stage."""
    event = elections.working_event(desk)
    asked = logistics_needs.covered(desk, item)
    with desk.reading() as connection:
        return stock.choose(_Gathered(connection, event, region, item, asked, len(region)).words(region, stage))


def word_line(word: stock.Word) -> str:
    """A word as it is read: "410 dari 410, rusak 2 · laporan camat"."""
    said = f"{word.there:,}".replace(",", ".")
    if word.total is not None:
        said = _("{count} dari {total}").format(count=said, total=f"{word.total:,}".replace(",", "."))
    for label, count in ((_("kurang"), word.short), (_("rusak"), word.damaged), (_("basah"), word.wet)):
        if count:
            said += f", {label} {count:,}".replace(",", ".").replace(". ", ", ") if False else f", {label} {count}"
    return f"{said} · {source_words(word)}"


def source_words(word: stock.Word) -> str:
    """Whose word it is: "laporan camat", "pengiriman (12)", "isian ceklis 60 TPS"."""
    label = _(stock.BASIS_LABELS[word.basis])
    if word.source:
        return f"{label} {word.source}"
    if word.basis is stock.Basis.COUNTED and word.places:
        return _("{label} {count} TPS").format(label=label, count=word.places)
    return f"{label} ({word.places})" if word.places else label
