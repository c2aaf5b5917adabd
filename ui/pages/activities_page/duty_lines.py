# SPDX-License-Identifier: Apache-2.0
"""Tasks as rows of a list, late ones marked."""

from dataclasses import dataclass

from desk_app.base.text import _, ngettext
from desk_app.domain import tasks as rules
from desk_app.operations import tasks
from ui.widgets import columns, day_field, marks


@dataclass(frozen=True, slots=True)
class Line:
    """A task in words."""

    no: int
    text: str
    who: str
    due: str
    state: marks.Marked
    source: str


def titles() -> list[columns.Column]:
    """The columns of a list of tasks."""
    return [
        columns.Column("text", _("Tugas"), 180, stretches=True, below="who"),
        columns.Column("who", _("Dikerjakan oleh"), 120),
        columns.Column("due", _("Batas waktu"), 96, text=day_field.words),
        columns.Column("state", _("Status"), 140),
    ]


def line(one: tasks.Task) -> Line:
    """A task as a row."""
    who = one.who
    if one.gone and one.is_open:
        who = _("{who} (tidak bertugas lagi)").format(who=who)
    return Line(one.no, one.text, who, one.due, state(one), one.source_title)


def state(one: tasks.Task) -> marks.Marked:
    """How a task stands, with its mark."""
    if not one.is_open:
        return marks.Marked(_(rules.STATE_LABELS.get(one.state, one.state)), "siap")
    match one.timing:
        case rules.Timing.LATE:
            said = ngettext("lewat {count} hari", "lewat {count} hari", one.late_days).format(count=one.late_days)
            return marks.Marked(said, "masalah")
        case rules.Timing.TODAY:
            return marks.Marked(_("hari ini"), "belum_lengkap")
    return marks.Marked(_("Terbuka"), "belum")
