# SPDX-License-Identifier: Apache-2.0
"""Laporan: a draft put together from what is written of the activity, gone over, and said to be finished."""

from collections.abc import Callable

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.domain import hours, words
from desk_app.operations import activities, activity_register, activity_text, days
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.activities_page import cards, part
from ui.widgets import drafts, fields, flow_row, form


class ReportCard(cards.FormCard):
    """The card: the text, *Susun draf* and *Laporan selesai*."""

    heading = words.N_("Laporan")

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self._no = 0
        self._is_finished = False
        self.state = form.label("", "muted", wraps=True)
        self.draft_button = part.push(_("Susun draf dari isian"), "catatan", self.put_together)
        self.finish_button = part.push(_("Laporan selesai"), "siap", self.finish, role="primary")
        row = flow_row.FlowRow()
        row.addWidget(self.draft_button)
        row.addWidget(self.finish_button)
        column = self.card.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        column.insertWidget(1, self.state)
        column.addLayout(row)

    def fill(self) -> None:
        self.add("report", _("Isi laporan"), fields.NoteField(lines=10), wide=True)

    def show_activity(self, found: activity_register.Activity) -> None:
        super().show_activity(found)
        self._no, self._is_finished = found.row.no, bool(found.reported_at)
        if found.reported_at:
            when = hours.write_moment(days.local(self.desk, found.reported_at))
            self.state.setText(_("Selesai {when}.").format(when=when))
        else:
            self.state.setText(_("Belum selesai. Draf disusun dari jadwal, petugas, hasil, dan tugas."))
        self.finish_button.setText(_("Buka lagi") if self._is_finished else _("Laporan selesai"))

    def put_together(self) -> None:
        """Write the draft into the field; what stood there comes back with Ctrl+Z."""
        desk, no = self.desk, self._no

        def work() -> None:
            found = activity_register.activity(desk, no)
            activities.edit_activity(desk, no, report=activity_text.draft(desk, found))

        self.commit()
        self.write(work)

    def finish(self) -> None:
        """Say that the report is finished, or is worked on again."""
        desk, no, is_finished = self.desk, self._no, self._is_finished
        text = str(self.form.field("report").value())
        self.commit()
        if is_finished:
            self.write(lambda: activities.reopen_report(desk, no))
        else:
            self.write_field(
                lambda: activities.finish_report(desk, no, text), lambda said: self.form.refuse(no, "report", said)
            )
