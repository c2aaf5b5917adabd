# SPDX-License-Identifier: Apache-2.0
"""What of issues waits: urgent ones, late ones, those passed on here, failures that nobody has written down."""

from desk_app.base.text import ngettext
from desk_app.data import issue_list, report_list
from desk_app.domain import elections as rules
from desk_app.domain import issues, places, readiness
from desk_app.operations import issue_register
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page, Target
from desk_app.operations.todo_lines import Todo, TodoKind

_PASSED_ON = {
    places.Level.REGENCY.value: issues.State.TO_REGENCY,
    places.Level.PROVINCE.value: issues.State.FORWARDED,
}


def waiting(desk: Desk) -> list[Todo]:
    """Urgent and late ones, and what another level passed on; each issue is told once."""
    found = []
    urgent = issue_list.IssueFilter(severities=(issues.Severity.URGENT.value,), unanswered=True)
    waiting = issue_register.issue_rows(desk, urgent)
    if waiting:
        text = ngettext(
            "{count} masalah sangat mendesak belum ditindaklanjuti",
            "{count} masalah sangat mendesak belum ditindaklanjuti",
            len(waiting),
        ).format(count=len(waiting))
        chosen = {"severities": urgent.severities, "unanswered": True}
        target = Target(Page.ISSUES, record=waiting[0].no if len(waiting) == 1 else 0, chosen=chosen)
        found.append(Todo(TodoKind.URGENT, readiness.Readiness.PROBLEM, len(waiting), text, target))
    known = {row.no for row in waiting}
    ours = desk.identity.level
    late = issue_register.issue_rows(desk, issue_list.IssueFilter(open_only=True, overdue=True, hands=ours))
    late = [row for row in late if row.no not in known]
    if late:
        text = ngettext(
            "{count} masalah lain lewat batas waktu tanggapan",
            "{count} masalah lain lewat batas waktu tanggapan",
            len(late),
        ).format(count=len(late))
        chosen = {"open_only": True, "overdue": True, "hands": ours}
        target = Target(Page.ISSUES, record=late[0].no if len(late) == 1 else 0, chosen=chosen)
        found.append(Todo(TodoKind.OVERDUE, readiness.Readiness.PROBLEM, len(late), text, target))
    return [*found, *_passed_on(desk, known | {row.no for row in late})]


def _passed_on(desk: Desk, known: set[int]) -> list[Todo]:
    """What another level passed on to this one and waits for its answer."""
    state = _PASSED_ON.get(desk.identity.level)
    if state is None:
        return []
    chosen = issue_list.IssueFilter(states=(state.value,), hands=desk.identity.level)
    rows = [row for row in issue_register.issue_rows(desk, chosen) if row.no not in known]
    if not rows:
        return []
    text = ngettext(
        "{count} masalah diteruskan ke sini dan menunggu jawaban",
        "{count} masalah diteruskan ke sini dan menunggu jawaban",
        len(rows),
    ).format(count=len(rows))
    target = Target(
        Page.ISSUES, record=rows[0].no if len(rows) == 1 else 0, chosen={"states": chosen.states, "hands": chosen.hands}
    )
    return [Todo(TodoKind.PASSED_ON, readiness.Readiness.PROBLEM, len(rows), text, target)]


def failures(found: report_list.Failures) -> list[Todo]:
    """A line for the TPS and one for the other places: they stand in two lists."""
    made = []
    if found.stations:
        text = ngettext(
            "{count} TPS dengan isian bermasalah ({phase}) belum dicatat sebagai permasalahan",
            "{count} TPS dengan isian bermasalah ({phase}) belum dicatat sebagai permasalahan",
            found.stations,
        )
        made.append(_failure(found.phase, found.stations, text, {"unrecorded": True}))
    if found.others:
        text = ngettext(
            "{count} tempat lain dengan isian bermasalah ({phase}) belum dicatat sebagai permasalahan",
            "{count} tempat lain dengan isian bermasalah ({phase}) belum dicatat sebagai permasalahan",
            found.others,
        )
        made.append(_failure(found.phase, found.others, text, {"places": True, "unrecorded": True}))
    return made


def _failure(phase: int, count: int, words: str, chosen: dict[str, object]) -> Todo:
    return Todo(
        TodoKind.FAILURE,
        readiness.Readiness.PROBLEM,
        count,
        words.format(count=count, phase=rules.day_words(phase)),
        Target(Page.CHECKLIST, chosen=chosen, phase=phase),
    )
