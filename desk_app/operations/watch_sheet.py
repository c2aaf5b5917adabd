# SPDX-License-Identifier: Apache-2.0
"""Lembar Pantau Hari H: kecamatan, desa and TPS by the hour; what is blank when its hour is over is *belum lapor*.

A figure rests on details as far as they are known, else on the recap of its region (`readiness.reckon`).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from desk_app.data import overview_list, place_names
from desk_app.domain import elections as election_rules
from desk_app.domain import places, readiness, watch
from desk_app.operations import checklist_pages, elections, settings, watch_reports
from desk_app.operations.desk import Desk

_WIDTHS = {2: places.Level.PROVINCE, 5: places.Level.REGENCY, 8: places.Level.DISTRICT, 13: places.Level.VILLAGE}


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
    typed: bool = False

    @property
    def is_partial(self) -> bool:
        return self.value is not None and self.covered < self.places


@dataclass(frozen=True, slots=True)
class Row:
    """A region or a TPS. `depth` 0: directly below the office; `is_open`: its parts stand under it."""

    code: str
    name: str
    level: str
    depth: int
    stations: int
    voters: int
    is_open: bool
    cells: tuple[Cell, ...]

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
    with desk.reading() as connection:
        villages = overview_list.by_village(connection, event, whole)
        numbers = {
            code: held
            for one in opened
            if len(one) == 13
            for code, held in overview_list.numbers(connection, event, one)
        }
        width = _below(len(whole) if whole != places.NATION else 0)
        widths = [one for one in (2, 5, 8, 13) if one >= width]
        codes = {code[:one] for code, _count in villages for one in widths}
        shown = {code for code in codes if _is_shown(code, width, opened)}
        voters = {one.code: one.dpt_male + one.dpt_female for one in _counts(connection, event, whole, shown)}
        names = place_names.named(connection, event, shown | {whole})
    figures = _figures(day, villages, widths)
    children: dict[str, list[str]] = {}
    for code in sorted(codes):
        children.setdefault(_parent(code, width, whole), []).append(code)
    rows: list[Row] = []

    def add(code: str, depth: int) -> None:
        is_open = code in opened
        counted = figures[code]
        rows.append(_region_row(day, code, names[code], depth, is_open, counted, voters.get(code, 0)))
        if not is_open:
            return
        for part in children.get(code, ()):
            add(part, depth + 1)
        for number in numbers.get(code, ()):
            rows.append(_station_row(day, places.station_subject(code, number), number, depth + 1))

    for code in children.get(whole, ()):
        add(code, 0)
    parts = [figures[code] for code in children.get(whole, ())]
    if whole in children.get(whole, ()):
        total_figures = parts[0]
    else:
        total_figures = _reckoned(day, whole, parts)
    total = _region_row(day, whole, names[whole], 0, False, total_figures, sum(voters.get(one, 0) for one in children.get(whole, ())))
    offset = election_rules.day_offset(elections.working_event(desk), _today(desk))
    return Sheet(
        day.rules.columns, day.rules.late, tuple(rows), total, day.now, election_rules.day_words(offset), day.seen
    )
