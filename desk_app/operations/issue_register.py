# SPDX-License-Identifier: Apache-2.0
"""The issue register as it is read: the list, one issue with its thread, figures, look-alikes."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from desk_app.data import arrivals, authors, duplicates, issue_list, issue_parts
from desk_app.data.database import Connection
from desk_app.domain import checklists, errors, issue_clocks, issue_rights, issues, words
from desk_app.operations import (
    checklist_pages,
    days,
    elections,
    issue_hours,
    issue_links,
    issue_secrecy,
    places,
    settings,
)
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

    `title`: as any list may show it; of a confidential one its category alone. `age_days`: since it was reported.
    `last_at`, `last_text`: the last follow-up. `waits`: what the clock says of an open one, `overdue`: the same where
    it has run out, `due`: when it does. `alleged`: about identifiable people, "dugaan". `followed_up`: follow-ups
    written. `attached`: there are photos or documents. `further`: how many places beside the first. `handled_by`: the
    level that has it to do, `ours`: that is this one. `pic`: the member who is responsible, `pic_label` his office.
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
    waits: words.Phrase | None = None
    due: int = 0
    attached: bool = False
    further: int = 0
    handled_by: str = ""
    ours: bool = True
    pic: int = 0
    pic_label: str = ""


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
    letter_number: str = ""
    letter_date: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A further place of an issue: the record that says so, the subject, its words."""

    no: int
    subject: str
    label: str
    note: str


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

    `title`: in full. `hidden`: its words are not for who is at the keyboard, and left out. `item`: the checklist item
    that it was raised from, with its words and the phase in which it is asked. `seen`: what a save from a form with
    these values tells that it had seen.
    """

    row: IssueRow
    title: str
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
    hidden: bool = False
    letter_number: str = ""
    letter_date: str = ""
    places: tuple[Place, ...] = ()
    """Where else it is, beside `row.place`."""
    links: tuple[issue_links.Link, ...] = ()
    origin: str = ""
    """The level that wrote it down first (`issue_rights.HANDS`)."""
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
    """Figures of the register. `by_severity` counts open ones only; `per_day` is oldest first. `ours`: open ones that
    this level has to do."""

    open: int
    total: int
    overdue: int
    by_state: dict[issues.State, int]
    by_severity: dict[issues.Severity, int]
    per_day: tuple[DayCount, ...]
    ours: int = 0


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
    counts_clocks = chosen.overdue or order is Order.DUE
    with desk.reading() as connection:
        is_veiled = bool(chosen.text) and issue_secrecy.role(desk, connection) not in issue_rights.REVIEWERS
        found = issue_list.search(
            connection,
            event,
            replace(chosen, veils=is_veiled),
            order,
            descending=descending,
            limit=None if counts_clocks else limit,
            brief=True,
        )
        timing = issue_hours.timing(desk)
        dues = {raw.row.no: _deadline(raw, timing) for raw in found}
        if chosen.overdue:
            found = [raw for raw in found if _is_over(dues[raw.row.no], timing.now)]
        if order is Order.DUE:
            found.sort(key=lambda raw: one.due if (one := dues[raw.row.no]) else _NEVER, reverse=descending)
        found = found[:limit]
        last = issue_list.last_texts(connection, [raw.row.no for raw in found if raw.follow_ups])
        hung = _Hung(connection, [raw.row.no for raw in found], found)
    return _rows(desk, found, last, hung, timing, dues)


def issue(desk: Desk, no: int) -> IssueDetail:
    """One issue in full; of one that was merged the one with which it is shown. Raises NotFound."""
    event = settings.event_code(desk)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        no = duplicates.kept(connection, no)
        found = issue_list.search(connection, event, replace(EVERYTHING, numbers=(no,)))
        if not found:
            raise errors.NotFound(N_("Permasalahan itu tidak ada."))
        row = found[0].row
        entries = issue_list.thread(connection, no)
        merged = issue_list.merged_rows(connection, no)
        further = issue_parts.places_of(connection, no)
        written = authors.of_changes(connection, [no, *(entry.no for entry in (*entries, *merged))])
        last = issue_list.last_texts(connection, [no])
        hidden = issue_secrecy.hidden(desk, connection, [row, *merged])
        role = issue_secrecy.role(desk, connection)
        hung = _Hung(connection, [no], found)
    timing = issue_hours.timing(desk)
    listed = _rows(desk, found, last, hung, timing, {no: _deadline(found[0], timing)})[0]
    item = _item(desk, row.item or "")
    unknown = authors.Authored(0, "", "")
    is_hidden = no in hidden
    held = issue_rights.hands(desk.identity.level, row.handled_by, row.origin)
    labels = places.place_labels(desk, [one.place for one in further if one.place])

    def said(text: str | None) -> str:
        return "" if is_hidden else text or ""

    return IssueDetail(
        row=listed,
        title=listed.title if is_hidden else row.title or "",
        description=said(row.description),
        impact=said(row.impact),
        advice=said(row.advice),
        conveyed_at=row.conveyed_at or 0,
        conveyed_by=row.conveyed_by or "",
        happened_at=row.happened_at or 0,
        reporter=said(row.reporter),
        source=row.source or "",
        stage=row.stage or "",
        closed_at=row.closed_at or 0,
        outcome=said(row.outcome),
        item=row.item or "",
        item_label=checklist_pages.item_label(item) if item is not None else row.item or "",
        item_phase=item.phase if item is not None else None,
        thread=tuple(_entry(entry, written.get(entry.no, unknown), veils=is_hidden) for entry in entries),
        verbs=() if is_hidden else issue_rights.offered(listed.state, held, role),
        written_by=written.get(no, unknown).operator,
        written_office=written.get(no, unknown).office,
        merged=tuple(_merged(one, written.get(one.no, unknown), veils=one.no in hidden) for one in merged),
        former_numbers=issues.former_numbers(row.former_numbers),
        hidden=is_hidden,
        letter_number=row.letter_number or "",
        letter_date=row.letter_date or "",
        places=tuple(
            Place(one.no, one.place or "", labels.get(one.place, one.place or ""), one.note or "") for one in further
        ),
        links=issue_links.of_issue(desk, no),
        origin=held.origin,
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
        further = issue_parts.also_at(connection, place) if place else frozenset()
        scored: list[tuple[int, int, Any]] = []
        for row in found:
            if row.no == besides:
                continue
            score = 0 if row.confidential else 2 * len(wanted & _words(row.title or ""))
            score += 3 if place and (row.place == place or row.no in further) else 0
            score += 1 if category and row.category == category else 0
            if score >= _ALIKE:
                scored.append((score, row.no, row))
        scored.sort(key=lambda one: one[:2], reverse=True)
        chosen = [issue_list.RawIssue(row, 0, None) for _score, _no, row in scored[:limit]]
        hung = _Hung(connection, [raw.row.no for raw in chosen], chosen)
    return _rows(desk, chosen, {}, hung, issue_hours.timing(desk), {})


def counts(desk: Desk, area: str = "", last_days: int = 14) -> IssueCounts:
    """The figures of the register, with the last days one by one (for the small chart)."""
    event = settings.event_code(desk)
    today = days.today(desk)
    first = today - timedelta(days=last_days - 1)
    since = days.bounds(desk, first)[0]
    with desk.reading() as connection:
        held = issue_list.counts(connection, event, area)
        moments = issue_list.moments(connection, event, since)
        waiting = issue_list.search(connection, event, replace(EVERYTHING, area=area, open_only=True), brief=True)
    by_state: Counter[issues.State] = Counter()
    by_severity: Counter[issues.Severity] = Counter()
    for state, severity, count in held:
        by_state[issues.state_of(state)] += count
        if issues.is_open(issues.state_of(state)):
            by_severity[issues.severity_of(severity)] += count
    timing = issue_hours.timing(desk)
    late = sum(_is_over(_deadline(raw, timing), timing.now) for raw in waiting)
    ours = sum(raw.row.handled_by in (None, desk.identity.level) for raw in waiting)
    return IssueCounts(
        open=sum(count for state, count in by_state.items() if issues.is_open(state)),
        total=sum(by_state.values()),
        overdue=late,
        by_state=dict(by_state),
        by_severity=dict(by_severity),
        per_day=tuple(_day(desk, first + timedelta(days=step), moments) for step in range(last_days)),
        ours=ours,
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


_NEVER = 1 << 62


class _Hung:
    """What hangs on some issues: attachments, further places, the names of those responsible."""

    def __init__(self, connection: Connection, numbers: list[int], found: list[issue_list.RawIssue]) -> None:
        self.attached = issue_parts.attachments(connection, numbers)
        self.further = issue_parts.further_counts(connection, numbers)
        self.members = issue_parts.member_names(connection, [raw.row.pic for raw in found if raw.row.pic])

    def pic(self, no: int | None) -> str:
        member = self.members.get(no or 0)
        return "" if member is None else str(member.office or member.person or "")


def _rows(
    desk: Desk,
    found: list[issue_list.RawIssue],
    last: dict[int, Any],
    hung: _Hung,
    timing: issue_hours.Timing,
    dues: Mapping[int, issue_clocks.Deadline | None],
) -> list[IssueRow]:
    now = timing.now
    labels = places.place_labels(desk, [raw.row.place for raw in found if raw.row.place])
    rows = []
    for raw in found:
        row = raw.row
        severity, state = issues.severity_of(row.severity), issues.state_of(row.state)
        told = last.get(row.no)
        reported = row.reported_at or 0
        due = dues.get(row.no)
        waits = issue_clocks.told(due, now) if due is not None else None
        held = issue_rights.hands(desk.identity.level, row.handled_by, row.origin)
        rows.append(
            IssueRow(
                no=row.no,
                number=row.number or "",
                place=row.place or "",
                place_label=labels.get(row.place, row.place or ""),
                title=issue_secrecy.listed_title(row.title, row.category, row.confidential),
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
                last_text=(told.text or "") if told is not None and not row.confidential else "",
                followed_up=raw.follow_ups,
                overdue=waits if _is_over(due, now) else None,
                confidential=bool(row.confidential),
                alleged=row.category in issues.ACCUSING,
                waits=waits,
                due=due.due if due is not None else 0,
                attached=row.no in hung.attached,
                further=hung.further.get(row.no, 0),
                handled_by=held.handled_by,
                ours=held.is_ours,
                pic=row.pic or 0,
                pic_label=hung.pic(row.pic),
            )
        )
    return rows


def _deadline(raw: issue_list.RawIssue, timing: issue_hours.Timing) -> issue_clocks.Deadline | None:
    row = raw.row
    severity, state = issues.severity_of(row.severity), issues.state_of(row.state)
    return timing.deadline(severity, state, row.reported_at, row.recorded_at, raw.last_at)


def _is_over(due: issue_clocks.Deadline | None, now: int) -> bool:
    return due is not None and due.is_over(now)


def _merged(row: Any, author: authors.Authored, *, veils: bool) -> Merged:
    return Merged(
        no=row.no,
        number=row.number or "",
        title=issue_secrecy.listed_title(row.title, row.category, True) if veils else row.title or "",
        description="" if veils else row.description or "",
        impact="" if veils else row.impact or "",
        advice="" if veils else row.advice or "",
        recorded_by=author.operator,
        office=author.office,
    )


def _entry(entry: Any, author: authors.Authored, *, veils: bool) -> ThreadEntry:
    verb, state = entry.verb or "", entry.state or ""
    return ThreadEntry(
        no=entry.no,
        at=entry.at or 0,
        by=entry.by or "",
        text="" if veils else entry.text or "",
        verb=verb,
        verb_label=issues.VERB_LABELS[issues.Verb(verb)] if verb in set(issues.Verb) else verb,
        state=state,
        state_label=issues.STATE_LABELS[issues.State(state)] if state in set(issues.State) else state,
        addressee=entry.addressee or "",
        means=entry.means or "",
        recorded_by=author.operator,
        office=author.office,
        letter_number=entry.letter_number or "",
        letter_date=entry.letter_date or "",
    )


def _item(desk: Desk, code: str) -> checklists.Item | None:
    """The checklist item with a code, None for one of another checklist."""
    if not code:
        return None
    template = elections.checklist_for(elections.working_event(desk), desk.identity.place)
    return next((one for one in template.items if one.code == code), None)


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) >= _MIN_WORD}
