# SPDX-License-Identifier: Apache-2.0
"""Indikator: what the office measures against its targets, valued by region and day, with difference and trend.

A definition is each office's own: a province's stands where the regency has none, and its target is shown beside the
regency's. Values are typed a column of regions at a time; where offices differ about one, no total counts it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from desk_app.base.text import _
from desk_app.data import arrivals, indicator_list, place_names, unit_of_work
from desk_app.domain import errors, indicators, places, records, words
from desk_app.domain.records.indicator import SCALE
from desk_app.operations import days, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
Definition = indicators.Definition
Standing = indicators.Standing

FIELDS = (
    "label",
    "unit",
    "target",
    "decimals",
    "better",
    "heading",
    "source",
    "position",
    "combine",
    "target_each",
    "base",
    "note",
)
_WHAT = N_("Indikator")
_STEP = 10
_TARGETS = ("target", "target_each")


@dataclass(frozen=True, slots=True)
class Line:
    """One region's row: its figure, its target, the difference (value less target) and the change since the day
    before on which it was measured. None where there is none."""

    code: str
    name: str
    figure: indicators.Figure
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


@dataclass(frozen=True, slots=True)
class Entry:
    """A region in the column that is typed: what it has on that day in words, and what stood there before."""

    place: str
    name: str
    value: str
    before: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The column of one indicator on one day."""

    definition: Definition
    day: str
    entries: tuple[Entry, ...]
    source: str
    seen: int | None = field(default=None, compare=False)


def offered(desk: Desk) -> list[Definition]:
    """What of the offered set the office has not taken yet, in words of the window."""
    known = {one.code for one in definitions(desk)}
    return [one for one in indicators.OFFERED if one.code not in known]


def definitions(desk: Desk) -> list[Definition]:
    """The indicators of the office: its own, and those of offices above it that it has not altered."""
    with desk.reading() as connection:
        return [kept.definition for kept in _chosen(desk, indicator_list.definitions(*_asked(desk, connection)))]


def summaries(desk: Desk, day: date | None = None) -> list[Summary]:
    """Every indicator of the office with the figure of its area, up to a day (None: the last)."""
    at = day.isoformat() if day else ""
    with desk.reading() as connection:
        kept = _chosen(desk, indicator_list.definitions(*_asked(desk, connection)))
        held = _Held.read(desk, connection)
    return [Summary(one.definition, held.lines(one.definition, [held.area], at)[0], _is_own(desk, one)) for one in kept]


def board(desk: Desk, code: str, day: date | None = None) -> Board:
    """One indicator by region, up to a day (None: the last). Raises NotFound."""
    at = day.isoformat() if day else ""
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        known = [one for one in indicator_list.definitions(*_asked(desk, connection)) if one.definition.code == code]
        kept = _of(desk, known, code)
        held = _Held.read(desk, connection, code)
        above = [one for one in known if one.place != desk.identity.place and one.definition.target is not None]
        names = place_names.named(connection, settings.event_code(desk), [one.place for one in above])
    told = kept.definition
    values = held.values_of(told)
    lines = held.lines(told, [held.area, *held.parts], at)
    return Board(
        definition=told,
        own=_is_own(desk, kept),
        whole=lines[0],
        rows=tuple(lines[1:]),
        trend=tuple(indicators.trend(held.area, values, held.pruned(values), told.combine, at)),
        above=tuple(
            (names[one.place].label, indicators.rescaled(one.definition.target or 0, one.definition.decimals,
                                                         told.decimals))
            for one in above
        ),
        day=at,
        record=kept.no,
        seen=seen,
    )


def sheet(desk: Desk, code: str, day: date) -> Sheet:
    """The column to type for one day: the regions below the office, and its own area first."""
    at = day.isoformat()
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        kept = _of(desk, indicator_list.definitions(*_asked(desk, connection)), code)
        held = _Held.read(desk, connection, code)
    told = kept.definition
    values = held.values_of(told)
    entries = []
    source = ""
    for place in (held.area, *held.parts):
        on_day = next((one for one in values.get(place, ()) if one.day == at), None)
        before = indicators.latest([one for one in values.get(place, ()) if one.day < at])
        source = source or (on_day.source if on_day else "")
        entries.append(
            Entry(
                place,
                held.name(place),
                indicators.write(on_day.value, told.decimals) if on_day else "",
                indicators.write(before.value, told.decimals) if before else "",
            )
        )
    return Sheet(told, at, tuple(entries), source or told.source, seen)


def adopt(desk: Desk, codes: Sequence[str]) -> list[str]:
    """Take some of the offered set as the office's own, in words of its papers. Returns their codes."""
    territory.require_master(desk, _WHAT)
    chosen = [one for one in offered(desk) if one.code in codes]
    last = max((one.position for one in definitions(desk)), default=0)

    def work(unit: unit_of_work.Unit) -> list[str]:
        for number, one in enumerate(chosen, 1):
            _put(desk, unit, replace(one, position=last + number * _STEP))
        return [one.code for one in chosen]

    return transact(desk, N_("Indikator dipakai"), work)


def new_indicator(desk: Desk, label: str, **values: Any) -> str:
    """Define an indicator of the office's own; `values`: other `FIELDS`. Returns its code. Raises Refused."""
    territory.require_master(desk, _WHAT)
    if not label.strip():
        raise errors.Refused(N_("Isi nama indikator."))
    known = definitions(desk)
    code = indicators.code_for(label, (one.code for one in (*known, *indicators.OFFERED)))
    position = max((one.position for one in known), default=0) + _STEP
    decimals = int(values.get("decimals") or 0)
    told = {"position": position, "combine": indicators.Combine.SUM.value} | _kept(checked(values), decimals)
    told["label"] = label
    key = (settings.event_code(desk), desk.identity.place, code)
    transact(desk, N_("Indikator baru"), lambda unit: unit.put(records.INDICATOR, key, told))
    return code


def edit_indicator(desk: Desk, code: str, *, seen: int | None = None, **values: Any) -> None:
    """Alter some of the `FIELDS`; of an indicator of an office above, an own definition is made of it first.

    Targets are text as it is typed ("83,82"), or numbers in units of the last decimal.
    """
    territory.require_master(desk, _WHAT)
    with desk.reading() as connection:
        kept = _of(desk, indicator_list.definitions(*_asked(desk, connection)), code)
    told = dict(values)
    decimals = told.get("decimals")
    new = kept.definition.decimals if decimals is None else int(decimals)
    for name in _TARGETS:
        if isinstance(told.get(name), str):
            told[name] = indicators.parse(told[name], new) if told[name].strip() else None
    told = _kept(checked(told), new)
    key = (settings.event_code(desk), desk.identity.place, code)

    def work(unit: unit_of_work.Unit) -> None:
        if not _is_own(desk, kept):
            _put(desk, unit, kept.definition)
        unit.put(records.INDICATOR, key, told, seen=seen)

    transact(desk, N_("Indikator"), work)


def delete_indicator(desk: Desk, code: str) -> None:
    """Take the office's own definition away; values stay, and the definition of an office above stands again."""
    territory.require_master(desk, _WHAT)
    key = (settings.event_code(desk), desk.identity.place, code)

    def work(unit: unit_of_work.Unit) -> None:
        no = unit.find(records.INDICATOR, key)
        if no is None:
            raise errors.Refused(N_("Indikator ini ditetapkan kantor di atasnya dan tidak dapat dihapus di sini."))
        unit.delete(records.INDICATOR, no)

    transact(desk, N_("Indikator dihapus"), work)


def set_values(
    desk: Desk,
    code: str,
    day: date,
    typed: Mapping[str, str],
    *,
    source: str = "",
    seen: int | None = None,
) -> int:
    """Write a column: the value of each region on a day as it was typed; an empty one takes the value away.

    One that cannot be read refuses the whole column, naming each. Returns how many values were
    written. `seen`: as the sheet was read; what came in since is not replaced but stands beside.
    """
    with desk.reading() as connection:
        definition = _of(desk, indicator_list.definitions(*_asked(desk, connection)), code).definition
        names = place_names.named(connection, settings.event_code(desk), list(typed))
    values: dict[str, int | None] = {}
    faults = []
    for place, text in typed.items():
        subject = territory.require_own(desk, place).subject
        try:
            values[subject] = indicators.parse(text, definition.decimals) if text.strip() else None
        except errors.Refused as fault:
            faults.append(f"{names[place].name}: {words.render(fault.message, fault.params, _)}")
    if faults:
        raise errors.Refused(N_("Belum tersimpan. {faults}"), faults=" ".join(faults))
    if day > days.today(desk):
        raise errors.Refused(N_("Tanggal nilai indikator belum lewat. Isi paling lambat hari ini."))
    event = settings.event_code(desk)

    def work(unit: unit_of_work.Unit) -> int:
        written = 0
        for place, value in values.items():
            key = (event, code, place, day.isoformat())
            if value is None:
                no = unit.find(records.INDICATOR_VALUE, key)
                if no is not None:
                    unit.delete(records.INDICATOR_VALUE, no)
                continue
            told: dict[str, Any] = {"value": indicators.rescaled(value, definition.decimals, SCALE)}
            if source.strip():
                told["source"] = source
            unit.put(records.INDICATOR_VALUE, key, told, seen=seen)
            written += 1
        return written

    return transact(desk, N_("Nilai indikator"), work)


def checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """Look over what is to be written of a definition. Raises Refused."""
    told = dict(values)
    for name, labels in (
        ("better", indicators.BETTER_LABELS),
        ("combine", indicators.COMBINE_LABELS),
        ("base", indicators.BASE_LABELS),
    ):
        if name in told and (told[name] or "") not in set(labels) | {""}:
            raise errors.Refused(N_("“{text}” bukan pilihan yang ada."), text=told[name])
    for name in told:
        if name not in FIELDS:
            raise ValueError(f"an indicator has no field {name} to write")
    if "label" in told and not str(told["label"] or "").strip():
        raise errors.Refused(N_("Isi nama indikator."))
    if told.get("decimals") is not None and not 0 <= int(told["decimals"]) <= indicators.MOST_DECIMALS:
        raise errors.Refused(N_("Angka di belakang koma: 0 sampai {most}."), most=indicators.MOST_DECIMALS)
    return told


@dataclass(frozen=True, slots=True)
class _Held:
    """What is read once for all rows: values by indicator, the regions below each, their names and counts."""

    area: str
    parts: tuple[str, ...]
    below: Mapping[str, Sequence[str]]
    names: Mapping[str, str]
    counts: Mapping[str, indicators.Count]
    rows: Mapping[str, Sequence[indicator_list.ValueRow]]

    @classmethod
    def read(cls, desk: Desk, connection: Any, code: str = "") -> "_Held":
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

    def values_of(self, told: Definition) -> dict[str, list[indicators.Measured]]:
        found: dict[str, list[indicators.Measured]] = {}
        for row in self.rows.get(told.code, ()):
            value = indicators.rescaled(row.value or 0, SCALE, told.decimals)
            found.setdefault(row.place, []).append(indicators.Measured(row.day, value, row.source, row.disputed))
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
        values: Mapping[str, Sequence[indicators.Measured]],
        below: Mapping[str, Sequence[str]],
        day: str,
    ) -> Line:
        figure = indicators.figure(region, values, below, told.combine, day)
        course = indicators.trend(region, values, below, told.combine, day)
        target = indicators.target_of(told, self.counts.get(region, indicators.Count()), whole=region == self.area)
        value = figure.value
        return Line(
            code=region,
            name=self.name(region),
            figure=figure,
            target=target,
            difference=None if value is None or target is None else value - target,
            change=course[-1][1] - course[-2][1] if len(course) > 1 else None,
            standing=indicators.standing(value, target, told.better, figure.disputed),
        )


def _asked(desk: Desk, connection: Any) -> tuple[Any, str, list[str]]:
    own = desk.identity.place
    return connection, settings.event_code(desk), [own, *places.ancestors(own), places.NATION]


def _chosen(desk: Desk, kept: Sequence[indicator_list.Kept]) -> list[indicator_list.Kept]:
    """Of each code the definition that is nearest to the office: its own, else its regency's, its province's."""
    nearest: dict[str, indicator_list.Kept] = {}
    for one in kept:
        known = nearest.get(one.definition.code)
        if known is None or len(one.place) > len(known.place):
            nearest[one.definition.code] = one
    return sorted(nearest.values(), key=lambda one: (one.definition.position, one.definition.code))


def _of(desk: Desk, kept: Sequence[indicator_list.Kept], code: str) -> indicator_list.Kept:
    for one in _chosen(desk, kept):
        if one.definition.code == code:
            return one
    raise errors.NotFound(N_("Indikator “{code}” tidak ada."), code=code)


def _is_own(desk: Desk, kept: indicator_list.Kept) -> bool:
    return kept.place == desk.identity.place


def _put(desk: Desk, unit: unit_of_work.Unit, told: Definition) -> None:
    key = (settings.event_code(desk), desk.identity.place, told.code)
    unit.put(records.INDICATOR, key, _kept({name: getattr(told, name) for name in FIELDS}, told.decimals))


def _kept(told: dict[str, Any], decimals: int) -> dict[str, Any]:
    """Fields as the record keeps them: targets in thousandths."""
    kept = dict(told)
    for name in _TARGETS:
        if kept.get(name) is not None:
            kept[name] = indicators.rescaled(kept[name], decimals, SCALE)
    return kept
