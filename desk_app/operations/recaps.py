# SPDX-License-Identifier: Apache-2.0
"""Recaps beside details: "Tempe 170 dari 178 TPS buka", and what the answers themselves say."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk_app.base import text
from desk_app.data import disputes, overview_list, place_names
from desk_app.domain import answers, checklists, errors, places, readiness, watch, words
from desk_app.operations import checklist_pages, elections, places_watched
from desk_app.operations.desk import Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class RecapLine:
    """One recap as it came in. `hour`: seconds UTC. `label` names the place, `item_label` the item."""

    no: int
    place: str
    label: str
    item: str
    item_label: str
    count: int
    total: int | None
    hour: int
    source: str
    note: str
    disputed: bool = False
    """Offices differ about its number: no figure counts it until somebody decides."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """How many TPS of a region are counted in for one item; `hour` and `source` are those of its last recap."""

    code: str
    name: str
    figure: readiness.Figure
    hour: int
    source: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one item by region, and their sum for the area."""

    item: str
    label: str
    rows: tuple[FigureLine, ...]
    total: FigureLine
    counts_stations: bool = True
    """Whether TPS are counted; otherwise voters."""


def recap_list(desk: Desk, area: str = "", item: str = "") -> list[RecapLine]:
    """The recaps of the office's area (or of one region, or of one item), newest first."""
    event = elections.working_event(desk)
    template = elections.checklist_for(event, desk.identity.place)
    labels = {one.value: text._(one.label) for one in watch.Measure}
    labels |= {one.code: checklist_pages.item_label(one) for one in template.items}
    with desk.reading() as connection:
        rows = overview_list.recaps(connection, event.code, area or desk.identity.place, item)
        blocked = disputes.recaps(connection, event.code)
        names = place_names.named(connection, event.code, [places.region_of(row.place) for row in rows])
    return [
        RecapLine(
            no=row.no,
            place=row.place,
            label=places_watched.title_of(places.parse(row.place), names[places.region_of(row.place)]),
            item=row.item,
            item_label=labels.get(row.item, row.item),
            count=row.counted or 0,
            total=row.total,
            hour=row.hour or 0,
            source=row.source or "",
            note=row.note or "",
            disputed=row.no in blocked,
        )
        for row in rows
    ]


def figures(desk: Desk, item: str, area: str = "") -> Figures:
    """What is known of one item of the TPS, by kecamatan (in a kecamatan by village): recaps and details reckoned.

    Counted in is a TPS whose answer is good (Sudah, enough, or Tidak perlu), or without an answer one of which it was
    reported on its own (Lembar pantau). What offices differ about is in no figure and counted apart. An item that no
    checklist asks for (`watch.Measure`) has reports only. Raises NotFound for an unknown item.
    """
    event = elections.working_event(desk)
    asked = item_of(desk, item)
    whole = area or desk.identity.place
    with_dpt = asked is not None and checklists.hangs_on_voters(asked, event)
    counted: dict[str, int] = {}
    detailed: dict[str, int] = {}
    with desk.reading() as connection:
        held = overview_list.by_village(connection, event.code, whole)
        heard = overview_list.recaps(connection, event.code, whole, item)
        blocked = disputes.recaps(connection, event.code)
        latest = {row.place: row for row in reversed(heard)}
        alone = {row.place: row for row in latest.values() if "-" in row.place and row.no not in blocked}
        answered = overview_list.answered_stations(connection, event.code, item, whole) if alone else set()
        for subject in alone.keys() - answered:
            village = places.region_of(subject)
            detailed[village] = detailed.get(village, 0) + 1
            counted[village] = counted.get(village, 0) + (alone[subject].counted or 0)
        found = overview_list.answers_to(connection, event.code, item, whole, with_dpt=with_dpt) if asked else ()
        for village, choice, number, written, dpt in found:
            value = answers.value_of(choice, number, written)
            if value is None or asked is None:
                continue
            needed = checklists.required_quantity(asked, event, dpt)
            detailed[village] = detailed.get(village, 0) + 1
            counted[village] = counted.get(village, 0) + (not answers.judge(asked, value, needed).failed)
        differing = disputes.answers(connection, event.code, item, whole)
        width = 13 if places.level_of(whole) in (places.Level.DISTRICT, places.Level.VILLAGE) else 8
        names = place_names.named(connection, event.code, {village[:width] for village, _ in held} | {whole})

    def reckon(region: str, below: Iterable[readiness.Figure]) -> readiness.Figure:
        told = latest.get(region)
        is_open = told is not None and told.no in blocked
        return readiness.reckon(told.counted if told is not None else None, below, disputed=is_open)

    villages = {
        village: reckon(
            village,
            [readiness.details(counted.get(village, 0), detailed.get(village, 0), count, differing.get(village, 0))],
        )
        for village, count in held
    }
    parts = villages
    if width == 8:
        grouped: dict[str, list[readiness.Figure]] = {}
        for village, figure in villages.items():
            grouped.setdefault(village[:8], []).append(figure)
        parts = {district: reckon(district, below) for district, below in grouped.items()}
    lines = [_figure_line(names[code], figure, latest.get(code)) for code, figure in parts.items()]
    figure = readiness.reckon(None, parts.values()) if whole in parts else reckon(whole, parts.values())
    total = _figure_line(names[whole], figure, latest.get(whole))
    measure = watch.measure_of(item)
    label = checklist_pages.item_label(asked) if asked is not None else text._(measure.label) if measure else item
    return Figures(item, label, tuple(lines), total, measure is None or measure.counts_stations)


def item_of(desk: Desk, item: str) -> checklists.Item | None:
    """The item of a recap, None for a measure that no checklist asks for. Raises NotFound, Refused."""
    event = elections.working_event(desk)
    template = elections.checklist_for(event, desk.identity.place)
    if watch.measure_of(item) is not None and item not in {one.code for one in template.items}:
        return None
    asked = checklists.item(template, item)
    if places.Kind.TPS not in asked.places:
        raise errors.Refused(N_("Butir “{item}” tidak berlaku untuk TPS."), item=asked.label)
    return asked


def _figure_line(region: place_names.Named, figure: readiness.Figure, recap: object) -> FigureLine:
    return FigureLine(
        code=region.code,
        name=region.name,
        figure=figure,
        hour=getattr(recap, "hour", 0) or 0,
        source=getattr(recap, "source", "") or "",
    )
