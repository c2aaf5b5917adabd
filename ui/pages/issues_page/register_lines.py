# SPDX-License-Identifier: Apache-2.0
"""The rows of the register of issues in words and marks: the same marks in the list and over one issue."""

from dataclasses import dataclass

from desk_app.base.text import _, ngettext
from desk_app.domain import hours, words
from desk_app.domain import issues as rules
from desk_app.operations import days, issue_register
from desk_app.operations.desk import Desk
from ui.widgets import marks

SEVERITY_MARKS = {
    rules.Severity.URGENT: "masalah",
    rules.Severity.HIGH: "masalah",
    rules.Severity.MEDIUM: "belum_lengkap",
    rules.Severity.LOW: "belum",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list, in words."""

    no: int
    number: marks.Marked | str
    age: str
    severity: marks.Marked
    title: marks.Marked | str
    place: str
    state: marks.Marked
    addressee: str
    last: str
    waits: str
    category: str


def state_mark(row: issue_register.IssueRow) -> str:
    """The mark of where an issue stands: done, waiting beyond its clock, not begun, or under way."""
    if not row.open:
        return "siap"
    if row.overdue is not None:
        return "masalah"
    return "belum" if row.state is rules.State.NEW else "belum_lengkap"


def line(desk: Desk, row: issue_register.IssueRow) -> Line:
    """An issue as it stands in the list."""
    last = ""
    if row.last_at:
        # What was done is not said of an issue in confidence, only that something was.
        last = f"{hours.write_moment(days.local(desk, row.last_at))[:5]} {row.last_text or _('ada tindak lanjut')}"
    age = _("hari ini")
    if row.age_days:
        age = ngettext("{count} hari", "{count} hari", row.age_days).format(count=row.age_days)
    return Line(
        no=row.no,
        number=marks.Marked(row.number, "lampiran") if row.attached else row.number,
        age=age,
        severity=marks.Marked(_(row.severity_label), SEVERITY_MARKS[row.severity]),
        title=marks.Marked(row.title, "rahasia") if row.confidential else row.title,
        place=_place(row),
        state=marks.Marked(_(row.state_label), state_mark(row)),
        addressee=row.addressee,
        last=last or _("belum ada"),
        waits=words.render(row.waits.message, row.waits.params, _) if row.waits is not None else "",
        category=_(row.category_label),
    )


def _place(row: issue_register.IssueRow) -> str:
    if not row.further:
        return row.place_label
    more = ngettext("dan {count} tempat lain", "dan {count} tempat lain", row.further).format(count=row.further)
    return f"{row.place_label} {more}"
