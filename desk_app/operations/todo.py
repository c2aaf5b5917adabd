# SPDX-License-Identifier: Apache-2.0
"""Perlu ditindaklanjuti: what waits for somebody at this office, each line leading to where it is done."""

from datetime import timedelta

from desk_app.base.text import _, ngettext
from desk_app.data import report_list
from desk_app.domain import readiness
from desk_app.operations import (
    activity_register,
    daily_reports,
    days,
    logistics_todo,
    settings,
    succession,
    tasks,
    team_clashes,
    todo_counts,
    todo_issues,
    todo_lines,
    todo_offices,
    todo_soon,
    watch_calls,
)
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page, Target

Todo = todo_lines.Todo
TodoKind = todo_lines.TodoKind

_THESE_DAYS = timedelta(7)


def todo(desk: Desk) -> list[Todo]:
    """What waits, gravest first; empty when all is done."""
    event = settings.event_code(desk)
    with desk.reading() as connection:
        failures = report_list.failures_without_issue(connection, event)
    soon = todo_soon.waiting(desk)
    found = [*todo_issues.waiting(desk), *_watch(desk), *todo_offices.grave(desk), *todo_counts.waiting(desk)]
    found += [one for one in soon if one.mark is readiness.Readiness.PROBLEM]
    found += [*_tasks(desk), *_activities(desk)]
    found += [*todo_offices.steps(desk), *_reports(desk), *todo_offices.silent(desk)]
    for one in reversed(failures):
        found += todo_issues.failures(one)
    found += _logistics(desk)
    found += [one for one in soon if one.mark is not readiness.Readiness.PROBLEM]
    return [*found, *_succession(desk), *_team_clashes(desk), *todo_offices.last(desk)]


def _watch(desk: Desk) -> list[Todo]:
    """Silence on voting day: who owes a figure of the hour that came last."""
    silent = watch_calls.silent_now(desk)
    if silent is None:
        return []
    text = ngettext(
        "{count} wilayah belum lapor pukul {hour} (Lembar pantau)",
        "{count} wilayah belum lapor pukul {hour} (Lembar pantau)",
        len(silent.calls),
    ).format(count=len(silent.calls), hour=silent.column.hour)
    target = Target(Page.CHECKLIST, chosen={"watch": True})
    return [Todo(TodoKind.WATCH, readiness.Readiness.PROBLEM, len(silent.calls), text, target)]


def _tasks(desk: Desk) -> list[Todo]:
    """What somebody should have done, and what is due today."""
    late, today = tasks.waiting(desk)
    found = []
    if late:
        text = ngettext("{count} tugas lewat batas waktu", "{count} tugas lewat batas waktu", late).format(count=late)
        target = Target(Page.ACTIVITIES, chosen={"show": "duties", "what": "late"})
        found.append(Todo(TodoKind.TASK, readiness.Readiness.PROBLEM, late, text, target))
    if today:
        text = ngettext("{count} tugas harus selesai hari ini", "{count} tugas harus selesai hari ini", today)
        target = Target(Page.ACTIVITIES, chosen={"show": "duties", "what": "open"})
        found.append(Todo(TodoKind.TASK, readiness.Readiness.NOT_YET, today, text.format(count=today), target))
    return found


def _activities(desk: Desk) -> list[Todo]:
    """Activities that are over and of which no report is written."""
    count = activity_register.waiting(desk)
    if not count:
        return []
    text = ngettext("{count} kegiatan belum dilaporkan", "{count} kegiatan belum dilaporkan", count)
    target = Target(Page.ACTIVITIES, chosen={"show": "plans", "stage": "belum_dilaporkan"})
    return [Todo(TodoKind.ACTIVITY, readiness.Readiness.NOT_YET, count, text.format(count=count), target)]


def _logistics(desk: Desk) -> list[Todo]:
    """Goods that are late, missing, damaged or wet."""
    return [
        Todo(TodoKind.LOGISTICS, readiness.Readiness.PROBLEM, one.count, one.words,
             Target(Page.LOGISTICS, record=one.record, chosen=one.chosen))
        for one in logistics_todo.waiting(desk)
    ]


def _succession(desk: Desk) -> list[Todo]:
    """What is still with members who serve no longer."""
    return [
        Todo(TodoKind.SUCCESSION, readiness.Readiness.NOT_YET, len(one.issues) + len(one.tasks), one.words,
             Target(Page.TEAMS, record=one.member, chosen={"show": "succession"}))
        for one in succession.left(desk)
    ]


def _team_clashes(desk: Desk) -> list[Todo]:
    """What cannot be so in teams and roster."""
    count = len(team_clashes.waiting(desk))
    if not count:
        return []
    text = ngettext("{count} bentrok pada tim dan piket posko", "{count} bentrok pada tim dan piket posko", count)
    target = Target(Page.TEAMS, chosen={"show": "clashes"})
    return [Todo(TodoKind.TEAM, readiness.Readiness.NOT_YET, count, text.format(count=count), target)]


def _reports(desk: Desk) -> list[Todo]:
    """Today's report, and yesterday's where work on it was begun or reporting is under way.

    Months before the vote nobody waits for one each day: only where some were made these days.
    """
    found = []
    today = days.today(desk)
    made = [one.day for one in daily_reports.last_reports(desk, 3)]
    for day in (today - timedelta(days=1), today):
        one = daily_reports.report(desk, day)
        is_waited = days.is_daily(desk, day) or any(abs(day - before) <= _THESE_DAYS for before in made)
        if one.finished or not (is_waited or one.record):
            continue
        if day != today and not (one.record or any(before < day for before in made)):
            continue
        text = _("Laporan harian no. {number} ({day}) belum selesai").format(
            number=one.sequence, day=one.day_words
        )
        target = Target(Page.REPORTS, chosen={"report": "daily_report", "day": day.isoformat()})
        found.append(Todo(TodoKind.REPORT, readiness.Readiness.NOT_YET, 1, text, target))
    return found
