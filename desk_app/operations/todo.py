# SPDX-License-Identifier: Apache-2.0
"""Perlu ditindaklanjuti: what waits for somebody at this office, each line leading to where it is done."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from desk_app.base.text import _, ngettext
from desk_app.data import issue_list, parcels, report_list, totals
from desk_app.domain import elections as rules
from desk_app.domain import issues, localities, places, readiness
from desk_app.operations import (
    activity_register,
    alarm_words,
    authority_root,
    clocks,
    daily_reports,
    days,
    duplicate_words,
    duplicates,
    first_step,
    issue_register,
    level_words,
    logistics_todo,
    settings,
    silence,
    succession,
    tasks,
    team_clashes,
    todo_soon,
    watch_calls,
)
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page, Target

_THESE_DAYS = timedelta(7)


class TodoKind(StrEnum):
    """What a line is about."""

    URGENT = "urgent"
    OVERDUE = "overdue"
    PASSED_ON = "passed_on"
    DISAGREEMENT = "disagreement"
    REPORT = "report"
    SILENT = "silent"
    FAILURE = "failure"
    MISSING_PACKAGE = "missing_package"
    CLOCK = "clock"
    SPARE_KEY = "spare_key"
    ALARM = "alarm"
    FIRST_STEP = "first_step"
    DUPLICATE = "duplicate"
    NEWER = "newer"
    TASK = "task"
    ACTIVITY = "activity"
    TEAM = "team"
    LOGISTICS = "logistics"
    WATCH = "watch"
    REVOTE = "revote"
    SUCCESSION = "succession"
    SHIFT = "shift"
    STAGE = "stage"
    CHECKLIST = "checklist"


@dataclass(frozen=True, slots=True)
class Todo:
    """One line. `mark` is a state of readiness for the colour and the symbol, `words` are ready to be shown."""

    kind: TodoKind
    mark: readiness.Readiness
    count: int
    words: str
    target: Target


def todo(desk: Desk) -> list[Todo]:
    """What waits, gravest first; empty when all is done."""
    event = settings.event_code(desk)
    with desk.reading() as connection:
        disagreements = totals.disagreements(connection)
        unread = totals.unread(connection)
        failures = report_list.failures_without_issue(connection, event)
        waiting = parcels.waiting_streams(connection)
        missing = [
            (sender, parcels.missing_numbers(connection, sender))
            for sender in parcels.senders(connection)
            if waiting
        ]
    found = [*_issues(desk), *_watch(desk), *_alarms(desk), *_clocks(desk), *_disagreements(disagreements)]
    soon = [Todo(TodoKind(one.kind), one.mark, one.count, one.words, one.target) for one in todo_soon.waiting(desk)]
    found += [one for one in soon if one.mark is readiness.Readiness.PROBLEM]
    found += [*_tasks(desk), *_activities(desk)]
    found += [*_duplicates(desk), *_first_step(desk), *_reports(desk), *_silent(desk)]
    for one in reversed(failures):
        found += _failures(one)
    found += _logistics(desk)
    found += [one for one in soon if one.mark is not readiness.Readiness.PROBLEM]
    found += [*_succession(desk), *_team_clashes(desk), *_spare_key(desk), *_newer(unread)]
    for office, numbers in missing:
        if numbers:
            listed = ", ".join(_("ke-{number}").format(number=number) for number in numbers[:5])
            text = _("Kiriman {numbers} dari {office} belum diterima").format(numbers=listed, office=office.name)
            target = Target(Page.EXCHANGE)
            found.append(Todo(TodoKind.MISSING_PACKAGE, readiness.Readiness.NOT_YET, len(numbers), text, target))
    return found


def _issues(desk: Desk) -> list[Todo]:
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


_PASSED_ON = {
    places.Level.REGENCY.value: issues.State.TO_REGENCY,
    places.Level.PROVINCE.value: issues.State.FORWARDED,
}


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


def _disagreements(count: int) -> list[Todo]:
    if not count:
        return []
    text = ngettext(
        "{count} data berbeda menunggu klarifikasi", "{count} data berbeda menunggu klarifikasi", count
    ).format(count=count)
    target = Target(Page.EXCHANGE, chosen={"show": "disagreements"})
    return [Todo(TodoKind.DISAGREEMENT, readiness.Readiness.DISPUTED, count, text, target)]


def _duplicates(desk: Desk) -> list[Todo]:
    """Records that look like one."""
    count = duplicates.count(desk)
    if not count:
        return []
    target = Target(Page.EXCHANGE, chosen={"show": "duplicates"})
    words = duplicate_words.todo_words(count)
    return [Todo(TodoKind.DUPLICATE, readiness.Readiness.NOT_YET, count, words, target)]


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


def _alarms(desk: Desk) -> list[Todo]:
    """What the exchange has to tell and nobody has read."""
    count = alarm_words.count(desk)
    if not count:
        return []
    text = ngettext(
        "{count} peringatan pada Kirim & Terima perlu dibaca",
        "{count} peringatan pada Kirim & Terima perlu dibaca",
        count,
    )
    target = Target(Page.EXCHANGE, chosen={"show": "register"})
    return [Todo(TodoKind.ALARM, readiness.Readiness.PROBLEM, count, text.format(count=count), target)]


def _spare_key(desk: Desk) -> list[Todo]:
    """The spare key of an authority lies in this computer until its sheet lies in the safe."""
    if authority_root.spare_sheet(desk) is None:
        return []
    target = Target(Page.EXCHANGE, chosen={"show": "offices"})
    words = _("Kunci cadangan kantor belum dicetak untuk brankas")
    return [Todo(TodoKind.SPARE_KEY, readiness.Readiness.NOT_YET, 1, words, target)]


def _newer(count: int) -> list[Todo]:
    """What a later version of the program wrote waits for this office's upgrade."""
    if not count:
        return []
    text = ngettext(
        "{count} catatan memuat isian yang belum terbaca; perbarui program",
        "{count} catatan memuat isian yang belum terbaca; perbarui program",
        count,
    )
    target = Target(Page.SETTINGS, chosen={"section": "about"})
    return [Todo(TodoKind.NEWER, readiness.Readiness.NOT_YET, count, text.format(count=count), target)]


def _clocks(desk: Desk) -> list[Todo]:
    """Clocks that cannot be right: our own first, then those of other offices."""
    own = clocks.own(desk)
    told = [own.words] if own is not None else []
    told += [one.words for one in clocks.doubts(desk)]
    target = Target(Page.EXCHANGE, chosen={"show": "register"})
    return [Todo(TodoKind.CLOCK, readiness.Readiness.PROBLEM, 1, words, target) for words in told]


def _first_step(desk: Desk) -> list[Todo]:
    """Without it nothing goes to and fro."""
    step = first_step.first_step(desk)
    if step is None:
        return []
    target = Target(Page.EXCHANGE, chosen={"show": step.show})
    return [Todo(TodoKind.FIRST_STEP, readiness.Readiness.NOT_YET, 1, step.words, target)]


def _silent(desk: Desk) -> list[Todo]:
    if not silence.has_begun(desk) or not silence.is_waited_for(desk):
        return []
    found = silence.silent(desk)
    rows = found.silent
    if not rows:
        return []
    if found.is_today and found.due is not None:
        hour = days.local(desk, found.due).strftime("%H.%M")
        if len(rows) <= 3:
            text = _("{names} belum mengirim sampai pukul {hour}")
        else:
            text = ngettext(
                "{count} kantor belum mengirim sampai pukul {hour}",
                "{count} kantor belum mengirim sampai pukul {hour}",
                len(rows),
            )
        text = text.format(names=", ".join(row.name for row in rows), count=len(rows), hour=hour)
        calling = Target(Page.REPORTS, chosen={"report": "call-list"})
        return [Todo(TodoKind.SILENT, readiness.Readiness.NOT_YET, len(rows), text, calling)]
    if len(rows) <= 3:
        text = _("{names} belum mengirim sejak kemarin").format(names=", ".join(row.name for row in rows))
    else:
        text = _silent_words(desk, len(rows))
    target = Target(Page.HOME, chosen={"show": "incoming", "silent": True})
    return [Todo(TodoKind.SILENT, readiness.Readiness.NOT_YET, len(rows), text, target)]


def _silent_words(desk: Desk, count: int) -> str:
    """How many are silent, each level by its own word."""
    district = level_words.words_of(desk).district
    match places.level_of(desk.identity.place):
        case places.Level.NATION:
            text = ngettext(
                "{count} provinsi belum mengirim sejak kemarin",
                "{count} provinsi belum mengirim sejak kemarin",
                count,
            )
        case places.Level.PROVINCE:
            text = ngettext(
                "{count} kabupaten/kota belum mengirim sejak kemarin",
                "{count} kabupaten/kota belum mengirim sejak kemarin",
                count,
            )
        case _ if district == localities.Words().district:
            text = ngettext(
                "{count} kecamatan belum mengirim sejak kemarin",
                "{count} kecamatan belum mengirim sejak kemarin",
                count,
            )
        case _:
            text = _("{count} {level} belum mengirim sejak kemarin")
    return text.format(count=count, level=district.lower())


def _failures(found: report_list.Failures) -> list[Todo]:
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
