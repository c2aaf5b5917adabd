# SPDX-License-Identifier: Apache-2.0
"""Indicators by region against their targets: figure, difference, trend, up to a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desk_app.data import arrivals, indicator_list, place_names
from desk_app.domain import indicators as rules
from desk_app.domain import places
from desk_app.domain.records.indicator import SCALE
from desk_app.operations import indicators, settings
from desk_app.operations.desk import Desk

Definition = rules.Definition
Standing = rules.Standing


@dataclass(frozen=True, slots=True)
class Line:
    """One region's row: its figure, its target, the difference (value less target) and the change since the day
    before on which it was measured. None where there is none."""

    code: str
    name: str
    figure: rules.Figure
    target: int | None
    difference: int | None
    change: int | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Summary:
    """An indicator in the list: the office's own area. `own`: defined by this office, else by one above."""

    definition: Definition
    line: Line
    own: bool


@dataclass(frozen=True, slots=True)
class Board:
    """One indicator: the whole, the regions below it, the trend of the whole, and what offices above aim at (their
    place's name and target). `seen`: what a save from a form with these values tells that it had seen."""

    definition: Definition
    own: bool
    whole: Line
    rows: tuple[Line, ...]
    trend: tuple[tuple[str, int], ...]
    above: tuple[tuple[str, int], ...]
    day: str
    record: int
    seen: int | None = field(default=None, compare=False)


def summaries(desk: Desk, day: date | None = None) -> list[Summary]:
    """Every indicator of the office with the figure of its area, up to a day (None: the last)."""
    at = day.isoformat() if day else ""
    with desk.reading() as connection:
        kept = indicators.nearest(indicators.in_reach(desk, connection))
        held = Held.read(desk, connection)
    return [
        Summary(one.definition, held.lines(one.definition, [held.area], at)[0], indicators.is_own(desk, one))
        for one in kept
    ]


def board(desk: Desk, code: str, day: date | None = None) -> Board:
    """One indicator by region, up to a day (None: the last). Raises NotFound."""
    at = day.isoformat() if day else ""
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        known = [one for one in indicators.in_reach(desk, connection) if one.definition.code == code]
        kept = indicators.of_code(known, code)
        held = Held.read(desk, connection, code)
        above = [one for one in known if one.place != desk.identity.place and one.definition.target is not None]
        names = place_names.named(connection, settings.event_code(desk), [one.place for one in above])
    told = kept.definition
    values = held.values_of(told)
    lines = held.lines(told, [held.area, *held.parts], at)
    return Board(
        definition=told,
        own=indicators.is_own(desk, kept),
        whole=lines[0],
        rows=tuple(lines[1:]),
        trend=tuple(rules.trend(held.area, values, held.pruned(values), told.combine, at)),
        above=tuple(
            (names[one.place].label, rules.rescaled(one.definition.target or 0, one.definition.decimals, told.decimals))
            for one in above
        ),
        day=at,
        record=kept.no,
        seen=seen,
    )


@dataclass(frozen=True, slots=True)
class Held:
    """What is read once for all rows: values by indicator, the regions below each, their names and counts."""

    area: str
    parts: tuple[str, ...]
    below: Mapping[str, Sequence[str]]
    names: Mapping[str, str]
    counts: Mapping[str, rules.Count]
    rows: Mapping[str, Sequence[indicator_list.ValueRow]]

    @classmethod
    def read(cls, desk: Desk, connection: Any, code: str = "") -> "Held":
        event, area = settings.event_code(desk), desk.identity.place
        below = indicator_list.below(connection, event, area)
        parts = tuple(below.get(area, ()))
        named = place_names.named(connection, event, (area, *parts))
        rows: dict[str, list[indicator_list.ValueRow]] = {}
        for row in indicator_list.values(connection, event, area, code):
            rows.setdefault(row.code, []).append(row)
        return cls(
            area=area,
            parts=parts,
            below=below,
            names={one: found.label if one == area else found.name for one, found in named.items()},
            counts=indicator_list.counts(connection, event, area),
            rows=rows,
        )

    def name(self, code: str) -> str:
        return self.names.get(code, code)

    def values_of(self, told: Definition) -> dict[str, list[rules.Measured]]:
        found: dict[str, list[rules.Measured]] = {}
        for row in self.rows.get(told.code, ()):
            value = rules.rescaled(row.value or 0, SCALE, told.decimals)
            found.setdefault(row.place, []).append(rules.Measured(row.day, value, row.source, row.disputed))
        return found

    def pruned(self, values: Mapping[str, Sequence[Any]]) -> dict[str, Sequence[str]]:
        """The regions below each, where any value lies below it: the others add nothing."""
        holding = {wider for place in values for wider in (*places.ancestors(place), places.NATION)}
        return {code: parts for code, parts in self.below.items() if code in holding}

    def lines(self, told: Definition, regions: Sequence[str], day: str) -> list[Line]:
        values = self.values_of(told)
        below = self.pruned(values)
        return [self._line(told, region, values, below, day) for region in regions]

    def _line(
        self,
        told: Definition,
        region: str,
        values: Mapping[str, Sequence[rules.Measured]],
        below: Mapping[str, Sequence[str]],
        day: str,
    ) -> Line:
        figure = rules.figure(region, values, below, told.combine, day)
        course = rules.trend(region, values, below, told.combine, day)
        target = rules.target_of(told, self.counts.get(region, rules.Count()), whole=region == self.area)
        value = figure.value
        return Line(
            code=region,
            name=self.name(region),
            figure=figure,
            target=target,
            difference=None if value is None or target is None else value - target,
            change=course[-1][1] - course[-2][1] if len(course) > 1 else None,
            standing=rules.standing(value, target, told.better, figure.disputed),
        )
