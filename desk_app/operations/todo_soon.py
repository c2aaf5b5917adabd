# SPDX-License-Identifier: Apache-2.0
"""What of the calendar waits for somebody: repeated votes by their limit, stages, the posko, older answers."""

from desk_app.base.text import _, ngettext
from desk_app.domain import elections as rules
from desk_app.domain import readiness, roster
from desk_app.domain.words import dotted
from desk_app.operations import completeness, days, revote_register, stages, team_roster
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page, Target
from desk_app.operations.todo_lines import Todo, TodoKind

NEAR = 3
"""Days before a stage begins or ends within which it is told."""


def waiting(desk: Desk) -> list[Todo]:
    """The lines there are, gravest first."""
    return [*_revotes(desk), *_shift(desk), *_stages(desk), *_again(desk)]


def _revotes(desk: Desk) -> list[Todo]:
    """PSU, PSSU, PSL and PSS that wait past the limit of the office's setting, or close to it."""
    rows = revote_register.rows(desk, open_only=True)
    late = [row for row in rows if row.due is revote_register.Due.LATE]
    near = [row for row in rows if row.due is revote_register.Due.NEAR]
    found = []
    if late:
        text = ngettext(
            "{count} {kinds} belum dilaksanakan dan lewat batas harinya",
            "{count} {kinds} belum dilaksanakan dan lewat batas harinya",
            len(late),
        )
        found.append(_of_revotes(late, text, readiness.Readiness.PROBLEM))
    if near:
        left = min(row.count.left or 0 for row in near)
        text = ngettext(
            "{count} {kinds} belum dilaksanakan, batasnya {left} hari lagi",
            "{count} {kinds} belum dilaksanakan, yang terdekat {left} hari lagi",
            len(near),
        )
        if not left:
            text = _("{count} {kinds} belum dilaksanakan, hari ini batasnya")
        found.append(_of_revotes(near, text.replace("{left}", str(left)), readiness.Readiness.NOT_YET))
    return found


def _of_revotes(rows: list[revote_register.RevoteRow], text: str, mark: readiness.Readiness) -> Todo:
    kinds = "/".join(dict.fromkeys(row.kind_label for row in rows))
    chosen = {"revote_record": rows[0].no} if len(rows) == 1 else {"revotes": rows[0].due.value}
    target = Target(Page.ISSUES, chosen=chosen)
    return Todo(TodoKind.REVOTE, mark, len(rows), text.format(count=len(rows), kinds=kinds), target)


def _shift(desk: Desk) -> list[Todo]:
    """Nobody is in the posko now though the roster has it open."""
    at = days.local(desk, desk.now())
    minute = at.date().toordinal() * roster.DAY + at.hour * 60 + at.minute
    hole = next((one for one in team_roster.week(desk).holes if one.start <= minute < one.end), None)
    if hole is None:
        return []
    until = roster.clock(hole.end, as_end=True)
    words = _("Posko sekarang tanpa petugas piket, sampai {hour}").format(hour=until)
    target = Target(Page.TEAMS, chosen={"show": "roster", "day": at.date().isoformat()})
    return [Todo(TodoKind.SHIFT, readiness.Readiness.PROBLEM, 1, words, target)]


def _stages(desk: Desk) -> list[Todo]:
    """Days on which a stage begins or ends within a few days; the vote itself needs no reminder."""
    held = stages.calendar(desk, most=_MANY)
    day = held.event.voting_day
    soon = [one for one in held.deadlines if one.days <= NEAR and not (one.stage.starts == one.stage.ends == day)]
    if not soon:
        return []
    first = soon[0]
    target = Target(Page.ACTIVITIES, chosen={"show": "stages"})
    if len(soon) == 1:
        text = _("Tahapan {name} berakhir {day}") if first.is_end else _("Tahapan {name} mulai {day}")
        words = text.format(name=first.stage.name, day=_in_days(first.days))
    else:
        words = ngettext(
            "{count} tahapan mulai atau berakhir dalam {days} hari",
            "{count} tahapan mulai atau berakhir dalam {days} hari",
            len(soon),
        ).format(count=len(soon), days=NEAR)
    return [Todo(TodoKind.STAGE, readiness.Readiness.NOT_YET, len(soon), words, target)]


_MANY = 1000


def _in_days(count: int) -> str:
    if not count:
        return _("hari ini")
    return _("besok") if count == 1 else _("{count} hari lagi").format(count=count)


def _again(desk: Desk) -> list[Todo]:
    """Answers given under a version of the checklist that is accepted no longer, by phase."""
    found = []
    for phase, count in completeness.again(desk).items():
        text = ngettext(
            "{count} isian lama perlu dilihat lagi ({phase})", "{count} isian lama perlu dilihat lagi ({phase})", count
        ).format(count=dotted(count), phase=rules.day_words(phase))
        target = Target(Page.CHECKLIST, chosen={"complete": True}, phase=phase)
        found.append(Todo(TodoKind.CHECKLIST, readiness.Readiness.INCOMPLETE, count, text, target))
    return found
