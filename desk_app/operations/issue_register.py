# SPDX-License-Identifier: Apache-2.0
"""The issue register as it is read: the list, one issue with its thread, figures, look-alikes."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from desk_app.data import arrivals, authors, duplicates, issue_list
from desk_app.domain import checklists, errors, issues, words
from desk_app.operations import checklist_pages, days, elections, places, settings
from desk_app.operations.desk import Desk

N_ = words.N_
IssueFilter = issue_list.IssueFilter
Order = issue_list.Order
EVERYTHING = IssueFilter()

LOOK_ALIKE_DAYS = 30
_MIN_WORD = 4


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue of the list. Codes with their labels (msgids) beside them; times in seconds UTC, 0: not known.

    `age_days`: since it was reported. `last_at`, `last_text`: the last follow-up. `overdue`: since when it waits too
    long, None while it does not. `alleged`: about identifiable people, "dugaan". `followed_up`: follow-ups written.
    """

    no: int
    number: str
    place: str
    place_label: str
    title: str
    category: str
    category_label: str
    severity: issues.Severity
    severity_label: str
    state: issues.State
    state_label: str
    open: bool
    addressee: str
    reported_at: int
    age_days: int
    last_at: int
    last_text: str
    followed_up: int
    overdue: words.Phrase | None
    confidential: bool
    alleged: bool


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """One follow-up: when, who, what; `verb` is an `issues.Verb` code, `verb_label` and `state_label` msgids.

    `addressee`, `means`: to whom it was conveyed and how. `recorded_by`, `office`: the operator and the office that
    wrote it down.
    """

    no: int
    at: int
    by: str
    text: str
    verb: str
    verb_label: str
    state: str
    state_label: str
    addressee: str
    means: str
    recorded_by: str
    office: str


@dataclass(frozen=True, slots=True)
class Merged:
    """An issue that was merged into the one it is shown with; what it said itself, and who wrote it down."""

    no: int
    number: str
    title: str
    description: str
    impact: str
    advice: str
    recorded_by: str
    office: str


@dataclass(frozen=True, slots=True)
class IssueDetail:
    """One issue in full, with what can be done with it now (`verbs`, in the order of the buttons).

    `item`: the checklist item that it was raised from, with its words and the phase in which it is asked. `seen`:
    what a save from a form with these values tells that it had seen.
    """

    row: IssueRow
    description: str
    impact: str
    advice: str
    conveyed_at: int
    conveyed_by: str
    happened_at: int
    reporter: str
    source: str
    stage: str
    closed_at: int
    outcome: str
    item: str
    item_label: str
    item_phase: int | None
    thread: tuple[ThreadEntry, ...]
    verbs: tuple[issues.Verb, ...]
    written_by: str
    written_office: str
    merged: tuple[Merged, ...] = ()
    """Issues that are shown with this one; their follow-ups stand in `thread`."""
    former_numbers: tuple[str, ...] = ()
    seen: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class DayCount:
    """One day of the small chart: reported on it, closed on it, and still open at its end."""

    day: date
    reported: int
    closed: int
    open: int


@dataclass(frozen=True, slots=True)
class IssueCounts:
    """Figures of the register. `by_severity` counts open ones only; `per_day` is oldest first."""

    open: int
    total: int
    overdue: int
    by_state: dict[issues.State, int]
    by_severity: dict[issues.Severity, int]
    per_day: tuple[DayCount, ...]


def issue_rows(
    desk: Desk,
    chosen: IssueFilter = EVERYTHING,
    order: Order = Order.NEWEST,
    *,
    descending: bool = False,
    limit: int | None = None,
) -> list[IssueRow]:
    """The issues that a filter leaves, in order; `descending` turns the order round."""
    event = settings.event_code(desk)
    with desk.reading() as connection:
        found = issue_list.search(
            connection, event, chosen, order, descending=descending, limit=None if chosen.overdue else limit
        )
        if chosen.overdue:
            now = desk.now()
            found = [raw for raw in found if _overdue(raw, now) is not None][:limit]
        last = issue_list.last_texts(connection, [raw.row.no for raw in found if raw.follow_ups])
    return _rows(desk, found, last)


def issue(desk: Desk, no: int) -> IssueDetail:
    """One issue in full; of one that was merged the one with which it is shown. Raises NotFound."""
    event = settings.event_code(desk)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        no = duplicates.kept(connection, no)
        found = issue_list.search(connection, event, replace(EVERYTHING, numbers=(no,)))
        if not found:
            raise errors.NotFound(N_("Permasalahan itu tidak ada."))
        entries = issue_list.thread(connection, no)
        merged = issue_list.merged_rows(connection, no)
        written = authors.of_changes(connection, [no, *(entry.no for entry in (*entries, *merged))])
        last = issue_list.last_texts(connection, [no])
    row = found[0].row
    item = _item(desk, row.item or "")
    listed = _rows(desk, found, last)[0]
    unknown = authors.Authored(0, "", "")
    return IssueDetail(
        row=listed,
        description=row.description or "",
        impact=row.impact or "",
        advice=row.advice or "",
        conveyed_at=row.conveyed_at or 0,
        conveyed_by=row.conveyed_by or "",
        happened_at=row.happened_at or 0,
        reporter=row.reporter or "",
        source=row.source or "",
        stage=row.stage or "",
        closed_at=row.closed_at or 0,
        outcome=row.outcome or "",
        item=row.item or "",
        item_label=checklist_pages.item_label(item) if item is not None else row.item or "",
        item_phase=item.phase if item is not None else None,
        thread=tuple(_entry(entry, written.get(entry.no, unknown)) for entry in entries),
        verbs=issues.verbs(listed.state),
        written_by=written.get(no, unknown).operator,
        written_office=written.get(no, unknown).office,
        merged=tuple(_merged(one, written.get(one.no, unknown)) for one in merged),
        former_numbers=issues.former_numbers(row.former_numbers),
        seen=seen,
    )


def issue_number(desk: Desk, text: str) -> int:
    """The record of an issue as it is named on paper or on the command line: "WAJ-0012". Raises NotFound."""
    with desk.reading() as connection:
        no = issue_list.by_number(connection, settings.event_code(desk), text)
    if no is None:
        raise errors.NotFound(N_("Permasalahan bernomor {number} tidak ada."), number=text)
    return no


def look_alikes(
    desk: Desk, title: str, place: str = "", category: str = "", *, besides: int = 0, limit: int = 5
) -> list[IssueRow]:
    """Issues that may be the same as one being typed: same place, near in category, or sharing words; best first."""
    wanted = _words(title)
    now = desk.now()
    event = settings.event_code(desk)
    with desk.reading() as connection:
        found = issue_list.alike(
            connection, event, place, category, sorted(wanted)[:8], now - LOOK_ALIKE_DAYS * 86_400
        )
    scored: list[tuple[int, int, Any]] = []
    for row in found:
        if row.no == besides:
            continue
        score = 2 * len(wanted & _words(row.title or ""))
        score += 3 if place and row.place == place else 0
        score += 1 if category and row.category == category else 0
        if score >= _ALIKE:
            scored.append((score, row.no, row))
    scored.sort(key=lambda one: one[:2], reverse=True)
    return _rows(desk, [issue_list.RawIssue(row, 0, None) for _, _, row in scored[:limit]], {})


def counts(desk: Desk, area: str = "", last_days: int = 14) -> IssueCounts:
    """The figures of the register, with the last days one by one (for the small chart)."""
    event = settings.event_code(desk)
    today = days.today(desk)
    first = today - timedelta(days=last_days - 1)
    since = days.bounds(desk, first)[0]
    with desk.reading() as connection:
        held = issue_list.counts(connection, event, area)
        moments = issue_list.moments(connection, event, since)
        waiting = issue_list.search(connection, event, replace(EVERYTHING, area=area, open_only=True))
    by_state: Counter[issues.State] = Counter()
    by_severity: Counter[issues.Severity] = Counter()
    for state, severity, count in held:
        by_state[issues.State(state)] += count
        if issues.is_open(issues.State(state)):
            by_severity[issues.Severity(severity)] += count
    now = desk.now()
    late = sum(_overdue(raw, now) is not None for raw in waiting)
    return IssueCounts(
        open=sum(count for state, count in by_state.items() if issues.is_open(state)),
        total=sum(by_state.values()),
        overdue=late,
        by_state=dict(by_state),
        by_severity=dict(by_severity),
        per_day=tuple(_day(desk, first + timedelta(days=step), moments) for step in range(last_days)),
    )


_ALIKE = 3


def _day(desk: Desk, day: date, moments: list[tuple[int, int | None, str]]) -> DayCount:
    start, end = days.bounds(desk, day)
    return DayCount(
        day=day,
        reported=sum(start <= reported < end for reported, _, _ in moments),
        closed=sum(closed is not None and start <= closed < end for _, closed, _ in moments),
        open=sum(reported < end and (closed is None or closed >= end) for reported, closed, _ in moments),
    )


def _rows(desk: Desk, found: list[issue_list.RawIssue], last: dict[int, Any]) -> list[IssueRow]:
    now = desk.now()
    labels = places.place_labels(desk, [raw.row.place for raw in found if raw.row.place])
    rows = []
    for raw in found:
        row = raw.row
        severity = issues.Severity(row.severity or issues.Severity.MEDIUM.value)
        state = issues.State(row.state or issues.State.NEW.value)
        told = last.get(row.no)
        reported = row.reported_at or 0
        rows.append(
            IssueRow(
                no=row.no,
                number=row.number or "",
                place=row.place or "",
                place_label=labels.get(row.place, row.place or ""),
                title=row.title or "",
                category=row.category or "",
                category_label=issues.CATEGORIES.get(row.category or "", row.category or ""),
                severity=severity,
                severity_label=issues.SEVERITY_LABELS[severity],
                state=state,
                state_label=issues.STATE_LABELS[state],
                open=issues.is_open(state),
                addressee=row.addressee or "",
                reported_at=reported,
                age_days=max((now - reported) // 86_400, 0) if reported else 0,
                last_at=raw.last_at or 0,
                last_text=(told.text or "") if told is not None else "",
                followed_up=raw.follow_ups,
                overdue=_overdue(raw, now),
                confidential=bool(row.confidential),
                alleged=row.category in issues.ACCUSING,
            )
        )
    return rows


def _overdue(raw: issue_list.RawIssue, now: int) -> words.Phrase | None:
    row = raw.row
    if not row.reported_at:
        return None
    severity = issues.Severity(row.severity or issues.Severity.MEDIUM.value)
    state = issues.State(row.state or issues.State.NEW.value)
    return issues.overdue(severity, state, row.reported_at, raw.last_at, now)


def _merged(row: Any, author: authors.Authored) -> Merged:
    return Merged(
        no=row.no,
        number=row.number or "",
        title=row.title or "",
        description=row.description or "",
        impact=row.impact or "",
        advice=row.advice or "",
        recorded_by=author.operator,
        office=author.office,
    )


def _entry(entry: Any, author: authors.Authored) -> ThreadEntry:
    verb, state = entry.verb or "", entry.state or ""
    return ThreadEntry(
        no=entry.no,
        at=entry.at or 0,
        by=entry.by or "",
        text=entry.text or "",
        verb=verb,
        verb_label=issues.VERB_LABELS[issues.Verb(verb)] if verb in set(issues.Verb) else verb,
        state=state,
        state_label=issues.STATE_LABELS[issues.State(state)] if state in set(issues.State) else state,
        addressee=entry.addressee or "",
        means=entry.means or "",
        recorded_by=author.operator,
        office=author.office,
    )


def _item(desk: Desk, code: str) -> checklists.Item | None:
    """The checklist item with a code, None for one of another checklist."""
    if not code:
        return None
    template = elections.checklist_for(elections.working_event(desk), desk.identity.place)
    return next((one for one in template.items if one.code == code), None)


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) >= _MIN_WORD}
