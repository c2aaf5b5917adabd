# SPDX-License-Identifier: Apache-2.0
"""The issues of a paper: those of its period, older ones still open, and what was closed meanwhile."""

from collections import Counter
from dataclasses import replace
from typing import Any

from desk_app.data import disputes, issue_list, issue_parts
from desk_app.data.database import Connection
from desk_app.domain import issues, records
from desk_app.journal.change import ALIVE
from desk_app.operations import days, places, settings
from desk_app.operations.desk import Desk
from desk_app.reports import issue_matrix, words

_TOLD = frozenset(set(issues.Verb) - {issues.Verb.ADVISE, issues.Verb.VERIFY})
"""Verbs that are a follow-up; advice has a column of its own."""

_LAST = 2
_PRINTED = (
    "title",
    "description",
    "place",
    "happened_at",
    "reported_at",
    "impact",
    "advice",
    "addressee",
    "state",
    "severity",
    "category",
    "confidential",
    "merged_into",
)


def rows(desk: Desk, area: str, start: int, end: int) -> tuple[issue_matrix.IssueRow, ...]:
    """The issues of an area for the period [start, end) in seconds UTC; what came later is left to the next paper."""
    event = settings.event_code(desk)
    with desk.reading() as connection:
        found = issue_list.search(connection, event, issue_list.IssueFilter(area=area, until=end))
        shown = [raw.row for raw in found if _belongs(raw.row, start)]
        numbers = [row.no for row in shown]
        threads = {
            no: [one for one in told if not one.veiled]
            for no, told in issue_list.threads(connection, numbers).items()
        }
        held = issue_list.merged_of(connection, numbers)
        merged = {no: [one for one in held.get(no, ()) if not one.confidential] for no in numbers}
        further = issue_parts.further_counts(connection, numbers)
        open_ones = _Open(connection)
    labels = places.full_labels(desk, [row.place for row in shown if row.place], area)
    return tuple(
        replace(
            _row(
                desk, row, threads[row.no], _advice(row, merged[row.no]), labels, start, further.get(row.no, 0)
            ),
            disputed=open_ones.labels(row, merged[row.no], threads[row.no]),
        )
        for row in sorted(shown, key=_order)
    )


def reported(desk: Desk, area: str, start: int, end: int) -> int:
    """How many issues of an area were reported in [start, end), seconds UTC."""
    with desk.reading() as connection:
        found = issue_list.search(connection, settings.event_code(desk), issue_list.IssueFilter(area=area, until=end))
    return sum((raw.row.reported_at or 0) >= start for raw in found)


def confidential_at(desk: Desk, area: str) -> Counter[str]:
    """How many open issues are kept in confidence at each place of an area: a number beside a place would tell."""
    chosen = issue_list.IssueFilter(area=area, open_only=True)
    told: Counter[str] = Counter()
    with desk.reading() as connection:
        for raw in issue_list.search(connection, settings.event_code(desk), chosen):
            if raw.row.confidential:
                told.update({raw.row.place, *(one.place for one in issue_parts.places_of(connection, raw.row.no))})
    return told


class _Open:
    """What of issues offices hold differently."""

    def __init__(self, connection: Connection) -> None:
        self._issues = disputes.of_kind(connection, records.ISSUE)
        self._follow_ups = disputes.of_kind(connection, records.FOLLOW_UP)

    def labels(self, row: Any, merged: list[Any], thread: list[Any]) -> tuple[str, ...]:
        """What of it is printed, by the labels of the fields."""
        fields = self._issues.get(row.no, frozenset())
        told = [records.ISSUE.field(name).label for name in _PRINTED if records.ISSUE.field(name).no in fields]
        advice = records.ISSUE.field("advice")
        if any(advice.no in self._issues.get(one.no, ()) for one in merged) and advice.label not in told:
            told.append(advice.label)
        if any(entry.no in self._follow_ups for entry in thread):
            told.append(records.FOLLOW_UP.label)
        if ALIVE in fields:
            told.append("dihapus atau tidak")
        return tuple(label[:1].lower() + label[1:] for label in told)


def _belongs(row: Any, start: int) -> bool:
    reported = row.reported_at or 0
    return reported >= start or _is_open(row) or (row.closed_at or 0) >= start


def _is_open(row: Any) -> bool:
    return issues.is_open(issues.state_of(row.state))


def _order(row: Any) -> tuple[int, int, int]:
    grave = list(issues.Severity)[::-1].index(_severity(row))
    return grave, row.happened_at or row.reported_at or 0, row.no


def _severity(row: Any) -> issues.Severity:
    return issues.severity_of(row.severity)


def _advice(row: Any, merged: list[Any]) -> str:
    """The advice of an issue and of those that are shown with it, each once."""
    return "\n".join(dict.fromkeys(one.advice for one in (row, *merged) if one.advice))


def _row(
    desk: Desk, row: Any, thread: list[Any], advice: str, labels: dict[str, str], start: int, further: int
) -> issue_matrix.IssueRow:
    moment = row.happened_at or row.reported_at
    severity = _severity(row)
    state = issues.state_of(row.state)
    told = not row.confidential  # its words are not even gathered
    return issue_matrix.IssueRow(
        number=row.number or "",
        when=days.local(desk, moment) if moment else None,
        place=_places(labels.get(row.place, row.place or ""), further),
        description=_said(row.title or "", row.description or "") if told else "",
        severity=issues.SEVERITY_LABELS[severity],
        status=issues.STATE_LABELS[state],
        impact=(row.impact or "") if told else "",
        advice=advice if told else "",
        follow_up=_followed(desk, thread) if told else "",
        addressee=issues.ADDRESSEES.get(row.addressee or "", row.addressee or ""),
        new=(row.reported_at or 0) >= start,
        open=issues.is_open(state),
        urgent=severity is issues.Severity.URGENT,
        alleged=row.category in issues.ACCUSING,
        category=issues.CATEGORIES.get(row.category or "", row.category or "Lain-lain"),
        confidential=bool(row.confidential),
    )


def _places(first: str, further: int) -> str:
    """The first place, and how many others there are."""
    return f"{first}\ndan {further} tempat lain" if further else first


def _said(title: str, description: str) -> str:
    """Title and description without saying one thing twice."""
    if not description or description.casefold().startswith(title.rstrip(".").casefold()):
        return description or title
    return f"{title.rstrip('.')}. {description}"


def _followed(desk: Desk, thread: list[Any]) -> str:
    """The last follow-ups, each with its hour and who did it."""
    told = [entry for entry in thread if entry.verb in _TOLD][-_LAST:]
    lines = []
    for entry in told:
        verb = issues.VERB_LABELS[issues.Verb(entry.verb)].removesuffix(" …")
        means = issues.means_in_words(entry.means or "", entry.letter_number or "", entry.letter_date or "")
        said = issues.told(entry.text or verb, entry.addressee or "", means)
        at = days.local(desk, entry.at) if entry.at else None
        when = f"{at:%d-%m} pukul {words.hour(at)}" if at else ""
        marks = ", ".join(part for part in (entry.by or "", when) if part)
        lines.append(f"{said} ({marks})" if marks else said)
    return "\n".join(lines)
