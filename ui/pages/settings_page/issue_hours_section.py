# SPDX-License-Identifier: Apache-2.0
"""How long an issue may wait: for the first response and in silence, by severity; and when these clocks run."""

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.domain import issue_clocks, issues
from desk_app.operations import issue_hours, settings
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.settings_page import section
from ui.widgets import fields, form

_WORKING = {
    "voting_days": "issue_voting_days",
    "work_hours": "issue_work_hours",
    "work_days": "issue_work_days",
}


class IssueHoursSection(section.Section):
    """Each field is saved when it is left; what cannot be read is refused under it."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        section.add_title(
            self,
            _("Batas waktu permasalahan"),
            _("Ditulis “4/8”: jawaban pertama dalam 4 jam, tanpa kabar paling lama 8 jam; 0 berarti tanpa batas."),
        )
        self.hours = form.Form(2)
        for pace, label in issue_clocks.PACE_LABELS.items():
            self.hours.add_heading(_(label))
            for severity, words in issues.SEVERITY_LABELS.items():
                field = fields.LineField("4/8", limit=12)
                self.hours.add(f"{pace.value} {severity.value}", _(words), field)
                field.committed.connect(lambda text, pace=pace, severity=severity: self._save(pace, severity, text))
        self.working = form.Form(1)
        for name, setting in _WORKING.items():
            field = fields.LineField(settings.DEFAULTS[setting], limit=40)
            self.working.add(name, _(settings.LABELS[setting]), field)
            field.committed.connect(lambda text, name=name: self._save_working(name, text))
        self.column.addWidget(form.card(self.hours))
        self.column.addWidget(form.card(self.working, title=_("Kapan waktunya dihitung")))
        self.column.addStretch(1)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Preferred)

    def refresh(self) -> None:
        """Show anew what is kept."""

        def look() -> dict[str, str]:
            clocks = issue_hours.clocks(self.desk)
            found = {
                f"{pace.value} {severity.value}": issue_clocks.write_hours(clock)
                for (pace, severity), clock in clocks.items()
            }
            return found | {name: settings.get(self.desk, setting) for name, setting in _WORKING.items()}

        self.read(look, self._show)

    def _show(self, found: dict[str, str]) -> None:
        for one in (self.hours, self.working):
            for name, row in one.rows.items():
                if not row.refusal:
                    row.field.set_value(found[name])

    def _save(self, pace: issue_clocks.Pace, severity: issues.Severity, text: str) -> None:
        desk = self.desk
        row = self.hours.rows[f"{pace.value} {severity.value}"]
        self.write(lambda: issue_hours.set_hours(desk, pace, severity, text), row=row)

    def _save_working(self, name: str, text: str) -> None:
        desk = self.desk
        self.write(lambda: issue_hours.set_working_time(desk, **{name: text}), row=self.working.rows[name])
