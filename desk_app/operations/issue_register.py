# SPDX-License-Identifier: Apache-2.0
"""The issue register as it is read: the list with its filters and orders, each row as any list may show it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from desk_app.data import issue_list, issue_parts
from desk_app.data.database import Connection
from desk_app.domain import errors, issue_clocks, issue_rights, issues, words
from desk_app.operations import issue_hours, issue_secrecy, places, settings
from desk_app.operations.desk import Desk

N_ = words.N_
IssueFilter = issue_list.IssueFilter
Order = issue_list.Order
EVERYTHING = IssueFilter()


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
        dues = {raw.row.no: deadline(raw, timing) for raw in found}
        if chosen.overdue:
            found = [raw for raw in found if is_over(dues[raw.row.no], timing.now)]
        if order is Order.DUE:
            found.sort(key=lambda raw: one.due if (one := dues[raw.row.no]) else _NEVER, reverse=descending)
        found = found[:limit]
        last = issue_list.last_texts(connection, [raw.row.no for raw in found if raw.follow_ups])
        hung = Hung(connection, [raw.row.no for raw in found], found)
    return told(desk, found, last, hung, timing, dues)


def issue_number(desk: Desk, text: str) -> int:
    """The record of an issue as it is named on paper or on the command line: "WAJ-0012". Raises NotFound."""
    with desk.reading() as connection:
        no = issue_list.by_number(connection, settings.event_code(desk), text)
    if no is None:
        raise errors.NotFound(N_("Permasalahan bernomor {number} tidak ada."), number=text)
    return no


_NEVER = 1 << 62


class Hung:
    """What hangs on some issues: attachments, further places, the names of those responsible."""

    def __init__(self, connection: Connection, numbers: list[int], found: list[issue_list.RawIssue]) -> None:
        self.attached = issue_parts.attachments(connection, numbers)
        self.further = issue_parts.further_counts(connection, numbers)
        self.members = issue_parts.member_names(connection, [raw.row.pic for raw in found if raw.row.pic])

    def pic(self, no: int | None) -> str:
        member = self.members.get(no or 0)
        return "" if member is None else str(member.office or member.person or "")


def told(
    desk: Desk,
    found: list[issue_list.RawIssue],
    last: dict[int, Any],
    hung: Hung,
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
                last_text=(told.text or "") if told is not None and not row.confidential and not told.veiled else "",
                followed_up=raw.follow_ups,
                overdue=waits if is_over(due, now) else None,
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


def deadline(raw: issue_list.RawIssue, timing: issue_hours.Timing) -> issue_clocks.Deadline | None:
    row = raw.row
    severity, state = issues.severity_of(row.severity), issues.state_of(row.state)
    return timing.deadline(severity, state, row.reported_at, row.recorded_at, raw.last_at)


def is_over(due: issue_clocks.Deadline | None, now: int) -> bool:
    return due is not None and due.is_over(now)
