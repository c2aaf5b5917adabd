# SPDX-License-Identifier: Apache-2.0
"""What the wall of the posko shows: one table by region, the map of TPS, the last incidents; nothing about people.

Before voting day the table is readiness, from its first hour on what was reported. Incidents are category, place and
hour; their words, which may name somebody, stay off the wall, and what is confidential is only counted.
"""

from collections import Counter
from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.domain import elections as election_rules
from desk_app.domain import places, readiness, watch
from desk_app.operations import (
    days,
    elections,
    issue_register,
    overview,
    settings,
    watch_reports,
    watch_sheet,
    watch_words,
)
from desk_app.operations.desk import Desk

MOST_INCIDENTS = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in words with the mark of its state ("" none)."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A region of the table."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """An open issue: when it was reported ("13-02 14.05"), what kind, where, how severe (a code and its words)."""

    hour: str
    category: str
    place: str
    severity: str
    severity_words: str


@dataclass(frozen=True, slots=True)
class Wall:
    """The wall at a moment. `confidential`: open issues of which nothing else is shown."""

    office: str
    event: str
    day: str
    zone: str
    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    total: Line
    map: overview.Mosaic
    incidents: tuple[Incident, ...]
    open_issues: int
    confidential: int


def wall(desk: Desk) -> Wall:
    """Everything the wall shows; for a worker."""
    event = elections.working_event(desk)
    today = days.today(desk)
    offset = election_rules.day_offset(event, today)
    rules = watch_reports.rules(desk)
    now = (desk.now() - watch_reports.start_of(desk)) // 60
    rows = issue_register.issue_rows(desk, issue_register.IssueFilter(open_only=True))
    waiting = Counter(row.place for row in rows if row.place)
    if now >= max(rules.begins(0), 0):
        headings, lines, total = _voting_day(watch_sheet.sheet(desk), waiting)
    else:
        headings, lines, total = _readiness(overview.readiness_by_district(desk), waiting)
    told = [row for row in rows if not row.confidential][:MOST_INCIDENTS]
    return Wall(
        office=desk.identity.name,
        event=event.short_name,
        day=election_rules.day_words(offset),
        zone=settings.zone(desk).value,
        headings=headings,
        lines=lines,
        total=total,
        map=overview.mosaic(desk, election_rules.phase_on(event, today)),
        incidents=tuple(_incident(desk, row) for row in told),
        open_issues=len(rows),
        confidential=sum(row.confidential for row in rows),
    )


Table = tuple[tuple[str, ...], tuple[Line, ...], Line]


def _voting_day(sheet: watch_sheet.Sheet, waiting: Counter[str]) -> Table:
    """One column a measure, at the hour that came last."""
    shown: dict[watch.Measure, int] = {}
    for at, column in enumerate(sheet.columns):
        if at == 0 or sheet.now >= column.minute - watch.EARLY:
            shown[column.measure] = at
    places_ = sorted(shown.values())
    headings = tuple(f"{_(sheet.columns[at].measure.short)} {sheet.columns[at].hour}" for at in places_)

    def line(row: watch_sheet.Row, name: str, issues_open: int) -> Line:
        cells = [Cell(watch_words.dots(row.stations))]
        cells += [_figure(sheet.columns[at], row.cells[at]) for at in places_]
        return Line(name, (*cells, _issues(issues_open)))

    lines = tuple(line(row, row.name, _within(waiting, row.code)) for row in sheet.rows)
    total = line(sheet.total, _("Jumlah"), sum(waiting.values()))
    return (_("TPS"), *headings, _("permasalahan")), lines, total


def _figure(column: watch.Column, cell: watch_sheet.Cell) -> Cell:
    if cell.value is None:
        return Cell(_("belum lapor") if cell.missing else "–", "masalah" if cell.missing else "")
    text = watch_words.dots(cell.value)
    if cell.disputed:
        return Cell(text, "berbeda")
    if cell.is_partial:
        return Cell(text, "belum_lengkap")
    if column.measure.counts_stations:
        return Cell(text, "siap" if cell.value >= cell.places else "belum_lengkap")
    return Cell(text)


def _readiness(table: overview.ReadinessTable, waiting: Counter[str]) -> Table:
    states = (
        ("ready", readiness.Readiness.READY),
        ("incomplete", readiness.Readiness.INCOMPLETE),
        ("not_yet", readiness.Readiness.NOT_YET),
        ("problem", readiness.Readiness.PROBLEM),
    )

    def line(row: overview.ReadinessLine, name: str, issues_open: int) -> Line:
        cells = [Cell(watch_words.dots(row.stations))]
        for key, state in states:
            count = getattr(row, key)
            cells.append(Cell(watch_words.dots(count), state.value) if count else Cell("–"))
        return Line(name, (*cells, _issues(issues_open)))

    headings = (_("TPS"), _("siap"), _("belum lengkap"), _("belum"), _("ada masalah"), _("permasalahan"))
    lines = tuple(line(row, row.name, _within(waiting, row.code)) for row in table.rows)
    return headings, lines, line(table.total, _("Jumlah"), sum(waiting.values()))


def _issues(count: int) -> Cell:
    return Cell(str(count), "masalah") if count else Cell("–")


def _within(waiting: Counter[str], code: str) -> int:
    return sum(count for place, count in waiting.items() if places.is_within(place, code))


def _incident(desk: Desk, row: issue_register.IssueRow) -> Incident:
    return Incident(
        hour=days.local(desk, row.reported_at).strftime("%d-%m %H.%M") if row.reported_at else "",
        category=_(row.category_label),
        place=row.place_label,
        severity=row.severity.value,
        severity_words=_(row.severity_label),
    )
