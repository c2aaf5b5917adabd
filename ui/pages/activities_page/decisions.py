# SPDX-License-Identifier: Apache-2.0
"""Decisions of a meeting: each becomes a task with who and when; those there are stand in the list."""

from collections.abc import Callable

from PySide6 import QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.operations import activity_register, targets, tasks
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.pages.activities_page import cards, duty_lines, part
from ui.widgets import drafts, fields, form, table_panel


class DecisionsCard(part.Part):
    """The card: what, who, until when; Enter in the last field writes it."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self._no = 0
        self.table = table_panel.TablePanel(
            duty_lines.titles(),
            name="decisions",
            identity="no",
            has_filter=False,
            unit=lambda count: ngettext("{count} tugas", "{count} tugas", count),
        )
        self.table.setFixedHeight(170)
        self.table.told.connect(self.told)
        self.table.opened.connect(self._follow)
        self.text = fields.LineField(_("keputusan yang harus dikerjakan"), limit=2000)
        self.office = fields.LineField(_("siapa"), limit=200)
        self.due = fields.LineField(_("tgl-bln-tahun"), limit=12)
        self.due.setMaximumWidth(120)
        named = ((self.text, _("Keputusan")), (self.office, _("Dikerjakan oleh")), (self.due, _("Batas waktu")))
        for field, words in named:
            field.setAccessibleName(words)
            field.returnPressed.connect(self.add)
        self.add_button = part.push(_("Jadikan tugas"), "tambah", self.add)
        self.fault = form.label("", "error", wraps=True)
        self.fault.hide()
        line = drafts.DraftLine()
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.office, 2)
        row.addWidget(self.due)
        row.addWidget(self.add_button)
        self.card = form.card(self.table, self.text, title=_("Keputusan menjadi tugas"))
        column = self.card.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        column.addLayout(row)
        column.addWidget(self.fault)
        column.addWidget(line)
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)
        self.draft = drafts.DraftedForm(held, {"text": self.text, "office": self.office, "due": self.due}, line, self)

    def show_activity(self, found: activity_register.Activity) -> None:
        """Show the tasks that came of an activity."""
        if found.row.no != self._no:
            self._no = found.row.no
            self.fault.hide()
            self.draft.begin(f"activities/plans/decision/{self._no}", _("Keputusan"))
        self.table.set_rows([duty_lines.line(one) for one in found.tasks])
        self.table.setVisible(bool(found.tasks))

    def add(self) -> None:
        """Write the decision as a task."""
        desk, no, key = self.desk, self._no, self.draft.key
        text, office, due = self.text.value(), self.office.value(), self.due.value()

        def work() -> int:
            values = {"office": office, "due": cards.iso(due)}
            return tasks.new_task(desk, text, source_kind=tasks.Source.ACTIVITY.value, source=no, **values)

        def done(_made: int) -> None:
            self.draft.end()
            self.drafts.drop(key)
            for field in (self.text, self.office, self.due):
                field.commit()
                field.set_value("")
            self.fault.hide()
            self.draft.begin(key, _("Keputusan"))
            self.text.setFocus()

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.fault.setText(errors.words(error))
            self.fault.show()

        self.lanes.write(work, done, refused)

    def _follow(self, line: duty_lines.Line) -> None:
        self.navigate.emit(
            "activities", targets.Target(targets.Page.ACTIVITIES, record=line.no, chosen={"show": "duties"})
        )
