# SPDX-License-Identifier: Apache-2.0
"""Posisi logistik: of each region how many goods have reached each stage, by whose word, and what that is made of.

A cell is about the goods *for* a region, wherever its stage is: of Belawa's 410 boxes 410 have come to the PPK, 205 to
the TPS. Below a kecamatan only desa and TPS are stages.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desk_app.base.text import _
from desk_app.data import arrivals, place_names, shipment_list
from desk_app.domain import localities, logistics, places, stock
from desk_app.domain.places import Kind, Level
from desk_app.domain.words import dotted
from desk_app.operations import elections, left_out, logistics_needs, logistics_words, region_access
from desk_app.operations.desk import Desk

_BELOW = {
    Level.NATION: Level.PROVINCE,
    Level.PROVINCE: Level.REGENCY,
    Level.REGENCY: Level.DISTRICT,
    Level.DISTRICT: Level.VILLAGE,
    Level.VILLAGE: Level.VILLAGE,
}
_WIDTHS = {Level.PROVINCE: 2, Level.REGENCY: 5, Level.DISTRICT: 8, Level.VILLAGE: 13}


@dataclass(frozen=True, slots=True)
class GridLine:
    """A region, what its TPS need, and its stock at each stage, in the order of `Grid.stages`.

    `hint`: how it is reached where that is no road ("tanpa sinyal, lewat laut"). `disputed`: values that no figure
    counts, since offices differ about them.
    """

    code: str
    name: str
    label: str
    need: logistics_needs.Need
    cells: tuple[stock.Stock, ...]
    hint: str = ""
    disputed: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """The table of one kind of goods. `heading`: what a row is ("Kecamatan").

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
    seen: int | None = field(default=None, compare=False)


def grid(desk: Desk, item: str = logistics.BOXES, area: str = "") -> Grid:
    """Where the goods for each region below an area are (the office's own area by default). For a worker."""
    event = elections.working_event(desk)
    whole = area or desk.identity.place
    asked = logistics_needs.covered(desk, item)
    chosen = next(one for one in logistics_needs.choices(desk) if one.code == item)
    level = _BELOW[places.level_of(whole)]
    stages = logistics.STAGES[2:] if level is Level.VILLAGE else logistics.STAGES
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        items = [item, *(one.code for one in asked)]
        differing = shipment_list.left_out(connection, event.code, whole, items, _WIDTHS[level])
        said = logistics_words.Gathered(connection, event, whole, item, asked, _WIDTHS[level])
        regions = place_names.below(connection, event.code, whole, level)
        missing = said.needs.keys() - {one.code for one in regions}
        regions += place_names.named(connection, event.code, missing).values()
        own = place_names.named(connection, event.code, [whole])[whole]
        hints = region_access.hints(connection, event.code, whole, [one.code for one in regions])
    rows = [
        GridLine(
            code=one.code,
            name=one.name,
            label=one.label,
            need=said.needs.get(one.code, logistics_needs.Need()),
            cells=tuple(stock.choose(said.words(one.code, stage)) for stage in stages),
            hint=hints.get(one.code, ""),
            disputed=differing.get(one.code, 0),
        )
        for one in sorted(regions, key=lambda one: one.code)
    ]
    return Grid(
        area=whole,
        item=item,
        label=chosen.label,
        unit=chosen.unit,
        heading=_heading(whole, level),
        stages=stages,
        rows=tuple(rows),
        total=replace(_total(own, rows, stages, said), disputed=sum(differing.values())),
        seen=seen,
    )


def words_of(desk: Desk, region: str, stage: Kind, item: str = logistics.BOXES) -> stock.Stock:
    """All that is said of the goods for one region at one stage, the word that is shown first."""
    event = elections.working_event(desk)
    asked = logistics_needs.covered(desk, item)
    with desk.reading() as connection:
        said = logistics_words.Gathered(connection, event, region, item, asked, len(region))
    return stock.choose(said.words(region, stage))


def shipments_of(desk: Desk, region: str, stage: Kind, item: str = logistics.BOXES) -> tuple[int, ...]:
    """The record numbers of the shipments that a figure of one region at one stage is made of, in order of place."""
    event = elections.working_event(desk)
    codes = [one.code for one in logistics_needs.covered(desk, item)]
    with desk.reading() as connection:
        # What has left the KPU's store for a kecamatan is what was there for it.
        passed = stage is Kind.GUDANG and len(region) > _WIDTHS[Level.REGENCY]
        kind = "" if passed else stage.value
        found = {
            one.shipment
            for one in shipment_list.moved(connection, event.code, region, codes, stage=kind)
            if not passed or one.origin.endswith(f"/{Kind.GUDANG}")
        }
        chosen = shipment_list.ShipmentFilter(area=region, stage=kind)
        ordered = shipment_list.ids(connection, event.code, chosen, shipment_list.Order.PLACE)
    return tuple(no for no in ordered if no in found)


def word_line(word: stock.Word) -> str:
    """A word as it is read: "410 dari 412, rusak 2"."""
    said = dotted(word.there)
    if word.total is not None:
        said = _("{count} dari {total}").format(count=said, total=dotted(word.total))
    for label, count in ((_("kurang"), word.short), (_("rusak"), word.damaged), (_("basah"), word.wet)):
        if count:
            said += f", {label} {dotted(count)}"
    return said


def source_words(word: stock.Word) -> str:
    """Whose word it is: "laporan camat", "pengiriman (12)", "isian ceklis 60 TPS"."""
    label = _(stock.BASIS_LABELS[word.basis])
    if word.source:
        return f"{label} {word.source}"
    if word.basis is stock.Basis.COUNTED and word.places:
        return _("{label} {count} TPS").format(label=label, count=dotted(word.places))
    return f"{label} ({dotted(word.places)})" if word.places else label


def as_message(desk: Desk, found: Grid) -> str:
    """The table as a message for WhatsApp: one line a region, the stages it has a word of."""
    lines = [_("Posisi {goods} · {office}").format(goods=found.label.lower(), office=desk.identity.name)]
    for row in (*found.rows, found.total):
        told = [
            f"{_(logistics.STAGE_LABELS[stage])} {word_line(cell.shown)}"
            for stage, cell in zip(found.stages, row.cells, strict=True)
            if cell.shown is not None
        ]
        lines.append(f"{row.name}: {'; '.join(told) or _('belum ada kabar')}")
    return "\n".join([*lines, *left_out.paper(found.total.disputed)])


def _total(
    own: place_names.Named, rows: Sequence[GridLine], stages: Sequence[Kind], said: "logistics_words.Gathered"
) -> GridLine:
    """The sum of the rows; of the KPU's store what is known of it as a whole, where that is more."""
    needs = [row.need for row in rows]
    need = logistics_needs.Need(
        sum(one.count for one in needs), sum(one.stations for one in needs), sum(one.unknown for one in needs)
    )
    cells = []
    for at, stage in enumerate(stages):
        words = [word for word in (stock.total([row.cells[at] for row in rows], need.count or None),) if word]
        cells.append(stock.choose([*words, *said.words_of_whole(stage)]))
    return GridLine(own.code, _("Jumlah"), own.label, need, tuple(cells))


def _heading(whole: str, level: Level) -> str:
    nouns = localities.words_for(whole)
    match level:
        case Level.PROVINCE:
            return nouns.province
        case Level.REGENCY:
            return _("Kabupaten/Kota")
        case Level.DISTRICT:
            return nouns.district
        case _:
            return nouns.villages
