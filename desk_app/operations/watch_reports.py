# SPDX-License-Identifier: Apache-2.0
"""Voting day as it was reported: of each place and column the last report, from recaps and from answers of TPS.

A TPS that is done stays done in the later columns of its measure. Its answer in the checklist decides where there is
one; the recap beside it knows the hour.
"""

import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desk_app.data import arrivals, watch_list
from desk_app.data.database import Connection
from desk_app.domain import answers, errors, watch, words
from desk_app.operations import days, elections, settings
from desk_app.operations.desk import Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Report:
    """What stands of one place in one column. `minute` of voting day; `record` of the recap, 0 for an answer.

    `late`: the first that was heard of the place in this column came late.
    """

    count: int
    minute: int
    late: bool
    record: int = 0
    total: int | None = None
    source: str = ""


@dataclass(slots=True)
class Day:
    """Everything reported: place → column → report; `blocked`: place → columns about which offices differ."""

    rules: watch.Rules
    start: int
    """The first second of voting day at the office."""
    now: int
    """The present minute, counted from there; negative before voting day."""
    seen: int = 0
    reports: dict[str, dict[int, Report]] = field(default_factory=dict)
    blocked: dict[str, set[int]] = field(default_factory=dict)


def rules(desk: Desk) -> watch.Rules:
    """The columns and the delay that the office has set."""
    text = settings.get(desk, "watch_columns") or watch.DEFAULT_COLUMNS
    delay = settings.get(desk, "watch_late").strip()
    return watch.Rules(watch.parse_columns(text), int(delay) if delay.isdigit() else 30)


def require_column(columns: Sequence[watch.Column], at: int) -> watch.Column:
    """The column at a place. Raises NotFound."""
    if not 0 <= at < len(columns):
        raise errors.NotFound(N_("Lembar pantau tidak punya kolom ke-{number}."), number=at + 1)
    return columns[at]


def start_of(desk: Desk) -> int:
    """The first second of voting day at the office (seconds UTC)."""
    return days.bounds(desk, elections.working_event(desk).voting_day)[0]


def day(desk: Desk, area: str) -> Day:
    """Read what was reported of an area."""
    found = Day(rules(desk), start_of(desk), 0)
    found.now = (desk.now() - found.start) // 60
    event = settings.event_code(desk)
    items = {column.measure.value for column in found.rules.columns}
    with desk.reading() as connection:
        found.seen = arrivals.latest(connection)
        last = found.start + watch.END * 60
        heard = watch_list.recaps(connection, event, area, items, found.start, last)
        given = watch_list.answers(connection, event, area, items)
        moments = _moments(desk, connection, given)
    _take_recaps(found, heard)
    _take_answers(found, given, moments)
    return found


def _moments(desk: Desk, connection: Connection, given: Iterable[Any]) -> Mapping[int, int]:
    """When the answers that came in packages were given, by their author's clock; changes never alter."""
    known = desk.remembered.setdefault("watch moments", {})
    if not isinstance(known, dict):
        raise TypeError(known)
    came = [row.change for row in given if row.kind == "import" and row.change not in known]
    known.update(watch_list.given_at(connection, came))
    return known


def _take_recaps(found: Day, heard: Iterable[Any]) -> None:
    for row in heard:
        measure = watch.Measure(row.item)
        minute = (row.hour - found.start) // 60
        at = found.rules.column_of(measure, minute)
        if at is None:
            continue
        if row.blocked:
            found.blocked.setdefault(row.place, set()).add(at)
            continue
        held = found.reports.setdefault(row.place, {})
        late = held[at].late if at in held else found.rules.is_late(at, minute)
        report = Report(row.counted or 0, minute, late, row.no, row.total, row.source or "")
        if "-" in row.place and measure.counts_stations:
            _stays(found.rules, held, measure, at, report)
        else:
            held[at] = report


def _stays(rules_: watch.Rules, held: dict[int, Report], measure: watch.Measure, at: int, report: Report) -> None:
    """What a TPS says of itself: done stays done; not yet holds for its own column."""
    for one in range(at, len(rules_.columns)):
        if rules_.columns[one].measure is measure:
            if one == at or report.count:
                held[one] = report
            else:
                held.pop(one, None)


def _take_answers(found: Day, given: Iterable[Any], moments: Mapping[int, int]) -> None:
    asked = {
        measure.value: [at for at, column in enumerate(found.rules.columns) if column.measure is measure]
        for measure in watch.Measure
    }
    begins = {item: [found.rules.begins(at) for at in columns] for item, columns in asked.items()}
    for row in given:
        subject = row.subject
        own = asked[row.item]
        minute = (moments.get(row.change, row.at) - found.start) // 60
        if minute < 0 or not own or "-" not in subject or "/" in subject:
            continue  # before voting day: a rehearsal
        first = max(bisect.bisect_right(begins[row.item], minute) - 1, 0)
        count = int(row.choice != answers.Mark.NOT_YET.value)
        held = found.reports.setdefault(subject, {})
        if held:
            said = [held[at].count for at in own if at in held]
            if said and bool(said[-1]) == bool(count):
                continue  # the recap beside it knows the hour
            for at in own:
                if not count and at in held and held[at].count:
                    del held[at]
        report = Report(count, minute, found.rules.is_late(own[first], minute))
        if count:
            held.update(dict.fromkeys(own[first:], report))
        else:
            held[own[first]] = report
            for at in own[first + 1 :]:
                held.pop(at, None)
