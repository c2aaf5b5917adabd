# SPDX-License-Identifier: Apache-2.0
"""Lembar Pantau Hari H: kecamatan, desa and TPS by the hour; what is blank when its hour is over is *belum lapor*.

A figure rests on details as far as they are known, else on the recap of its region (`readiness.reckon`).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from desk_app.data import overview_list, place_names
from desk_app.domain import elections as election_rules
from desk_app.domain import places, readiness, watch
from desk_app.operations import days, elections, region_access, settings, watch_reports
from desk_app.operations.desk import Desk

_WIDTHS = (2, 5, 8, 13)
_VILLAGE = _WIDTHS[-1]


@dataclass(frozen=True, slots=True)
class Cell:
    """One place at one hour. `value` None: nothing is known. `covered` of `places` TPS are in it.

    `missing`: its hour is over and it is not whole; `late`: how many reports in it came late. `minute`: of its own
    report (None: it rests on what is below). `difference`: its recap less its details; `disputed`: offices differ.
    """

    value: int | None
    places: int
    covered: int
    missing: bool = False
    late: int = 0
    minute: int | None = None
    source: str = ""
    difference: int = 0
    disputed: int = 0
    record: int = 0
    """Of its own recap, 0 where it rests on what is below or on an answer."""

    @property
    def is_partial(self) -> bool:
        return self.value is not None and self.covered < self.places


@dataclass(frozen=True, slots=True)
class Row:
    """A region or a TPS. `depth` 0: directly below the office; `is_open`: its parts stand under it.

    `hint`: why word from there comes late ("tanpa sinyal, lewat laut"), "" where nothing is known of it.
    """

    code: str
    name: str
    level: str
    depth: int
    stations: int
    voters: int
    is_open: bool
    cells: tuple[Cell, ...]
    hint: str = ""

    @property
    def is_station(self) -> bool:
        return "-" in self.code


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet. `now`: the present minute of voting day (negative before it); `day`: "H-1"; `late`: minutes."""

    columns: tuple[watch.Column, ...]
    late: int
    rows: tuple[Row, ...]
    total: Row
    now: int
    day: str
    seen: int

    @property
    def current(self) -> int:
        """The column whose hour came last, the first before voting day."""
        begun = [at for at, column in enumerate(self.columns) if self.now >= column.minute - watch.EARLY]
        return begun[-1] if begun else 0


def sheet(desk: Desk, opened: Collection[str] = (), area: str = "") -> Sheet:
    """The sheet of the office's area (or of a region in it), with the parts of the regions in `opened`."""
    whole = area or desk.identity.place
    event = settings.event_code(desk)
    day = watch_reports.day(desk, whole)
    first = _next_width(whole)
    with desk.reading() as connection:
        villages = overview_list.by_village(connection, event, whole)
        tree = _Tree(day, whole, first, villages)
        shown = [code for code in tree.codes if tree.is_shown(code, opened)]
        voters = {
            one.code: one.dpt_male + one.dpt_female
            for width in sorted({len(code) for code in shown})
            for one in overview_list.counts(connection, event, whole, width)
        }
        numbers = {
            code: held
            for one in opened
            if len(one) == _VILLAGE and one in tree.places
            for code, held in overview_list.numbers(connection, event, one)
        }
        names = place_names.named(connection, event, {*shown, whole})
        hints = region_access.hints(connection, event, whole, shown)
    rows: list[Row] = []
    for code in shown:
        level = places.level_of(code).value
        depth = _WIDTHS.index(len(code)) - _WIDTHS.index(first)
        is_open = code in opened
        cells = tree.cells(code)
        counted_voters, hint = voters.get(code, 0), hints.get(code, "")
        rows.append(
            Row(code, names[code].name, level, depth, tree.places[code], counted_voters, is_open, cells, hint)
        )
        if is_open:
            rows += [_station_row(tree, day, code, number, depth + 1) for number in numbers.get(code, ())]
    parts = [code for code in tree.codes if len(code) == first]
    counted = sum(voters.get(code, 0) for code in parts)
    name = names[whole].name
    total = Row(whole, name, places.level_of(whole).value, 0, sum(tree.places[one] for one in parts), counted, False,
                tree.total(parts))
    offset = election_rules.day_offset(elections.working_event(desk), days.today(desk))
    return Sheet(
        day.rules.columns, day.rules.late, tuple(rows), total, day.now, election_rules.day_words(offset), day.seen
    )


class _Tree:
    """The regions below an area with their figures by column, reckoned from the TPS upwards."""

    def __init__(self, day: watch_reports.Day, whole: str, first: int, villages: Iterable[tuple[str, int]]) -> None:
        self._day = day
        self._whole = whole
        self._first = first
        self._figures: dict[str, tuple[readiness.Figure, ...]] = {}
        self._late: dict[str, list[int]] = {}
        self.places: dict[str, int] = {}
        columns = len(day.rules.columns)
        counted: dict[str, list[list[int]]] = {}
        for subject, held in day.reports.items():
            if "-" not in subject:
                continue
            village = subject[:_VILLAGE]
            sums = counted.setdefault(village, [[0, 0, 0] for _ in range(columns)])
            for at, report in held.items():
                sums[at][0] += report.count
                sums[at][1] += 1
                sums[at][2] += report.late
        nothing = [[0, 0, 0]] * columns
        parts: dict[str, list[str]] = {}
        for village, stations in villages:
            self.places[village] = stations
            sums = counted.get(village, nothing)
            below = [readiness.details(one[0], min(one[1], stations), stations) for one in sums]
            self._late[village] = [one[2] for one in sums]
            self._figures[village] = tuple(self._reckon(village, at, [one]) for at, one in enumerate(below))
            for width in _WIDTHS:
                if first <= width < _VILLAGE:
                    self.places[village[:width]] = self.places.get(village[:width], 0) + stations
                    wider = village[: _WIDTHS[_WIDTHS.index(width) + 1]]
                    held_parts = parts.setdefault(village[:width], [])
                    if not held_parts or held_parts[-1] != wider:
                        held_parts.append(wider)
        for code in sorted(parts, key=len, reverse=True):
            self._figures[code] = self._sum(code, parts[code])
        self.codes = sorted(self.places)

    def is_shown(self, code: str, opened: Collection[str]) -> bool:
        """Whether every wider region of it stands open."""
        return all(
            code[:width] in opened for width in _WIDTHS if width < len(code) and code[:width] in self.places
        )

    def is_spoken_for(self, subject: str, at: int) -> bool:
        """Whether a wider region has told a figure of its own, so that nobody waits for this one."""
        region = places.region_of(subject)
        wider = [region[:width] for width in _WIDTHS if self._first <= width <= len(region)]
        return any(at in self._day.reports.get(code, {}) for code in wider if code != subject)

    def cells(self, code: str) -> tuple[Cell, ...]:
        """The cells of a region."""
        return tuple(
            self._cell(code, at, figure, self._late[code][at]) for at, figure in enumerate(self._figures[code])
        )

    def total(self, parts: Sequence[str]) -> tuple[Cell, ...]:
        """The cells of the whole area, its own recaps beside its parts."""
        if not parts:
            return tuple(Cell(None, 0, 0) for _ in self._day.rules.columns)
        figures = self._sum(self._whole, parts)
        return tuple(self._cell(self._whole, at, one, self._late[self._whole][at]) for at, one in enumerate(figures))

    def _sum(self, code: str, parts: Sequence[str]) -> tuple[readiness.Figure, ...]:
        columns = range(len(self._day.rules.columns))
        self._late[code] = [sum(self._late[part][at] for part in parts) for at in columns]
        return tuple(self._reckon(code, at, [self._figures[part][at] for part in parts]) for at in columns)

    def _reckon(self, code: str, at: int, below: Sequence[readiness.Figure]) -> readiness.Figure:
        own = self._day.reports.get(code, {}).get(at)
        if own is not None and own.late:
            self._late[code] = [late + (one == at) for one, late in enumerate(self._late[code])]
        is_open = at in self._day.blocked.get(code, ())
        return readiness.reckon(own.count if own is not None else None, below, disputed=is_open)

    def _cell(self, code: str, at: int, figure: readiness.Figure, late: int) -> Cell:
        own = self._day.reports.get(code, {}).get(at)
        due = is_due(self._day, at) and not self.is_spoken_for(code, at)
        return Cell(
            value=figure.value,
            places=figure.places,
            covered=figure.covered if figure.value is not None else 0,
            missing=due and (figure.value is None or figure.covered < figure.places),
            late=late,
            minute=own.minute if own is not None else None,
            source=own.source if own is not None else "",
            difference=figure.difference,
            disputed=figure.disputed,
            record=own.record if own is not None else 0,
        )


def is_due(day: watch_reports.Day, at: int) -> bool:
    """Whether the hour of a column and the delay are over."""
    return day.now > day.rules.columns[at].minute + day.rules.late


def _station_row(tree: _Tree, day: watch_reports.Day, village: str, number: int, depth: int) -> Row:
    subject = places.station_subject(village, number)
    held = day.reports.get(subject, {})
    cells = []
    for at in range(len(day.rules.columns)):
        report = held.get(at)
        due = is_due(day, at) and not tree.is_spoken_for(subject, at)
        disputed = int(at in day.blocked.get(subject, ()))
        if report is None:
            cells.append(Cell(None, 1, 0, missing=due, disputed=disputed))
        else:
            cells.append(
                Cell(report.count, 1, 1, late=int(report.late), minute=report.minute, source=report.source,
                     disputed=disputed, record=report.record)
            )
    return Row(subject, f"TPS {number:03d}", places.Kind.TPS.value, depth, 1, 0, False, tuple(cells))


def _next_width(whole: str) -> int:
    """The length of the codes of what lies directly below an area."""
    return _WIDTHS[0] if whole == places.NATION else next((one for one in _WIDTHS if one > len(whole)), _VILLAGE)
