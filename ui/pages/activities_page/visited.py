# SPDX-License-Identifier: Apache-2.0
"""Hasil kunjungan: the places of a round, each with hour, findings, answers to its points, and the issue it raised."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6 import QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import hours, zones
from desk_app.operations import activity_register, days, settings, targets, visits
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.dialogs import place_finding
from ui.pages.activities_page import part
from ui.widgets import columns, drafts, fields, flow_row, form, place_box, record_form, table_panel


class VisitsCard(part.Part):
    """The card: a list of places, and below it the one that is chosen."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self._no = 0
        self._wanted = 0
        self._seen: int | None = None
        self._visits: dict[int, visits.Visit] = {}
        self.table = table_panel.TablePanel(
            [
                columns.Column("label", _("Tempat"), 170, stretches=True, below="findings"),
                columns.Column("at", _("Pukul"), 110, text=self._hour),
                columns.Column("findings", _("Temuan"), 160),
                columns.Column("issue_number", _("Permasalahan"), 110),
            ],
            name="visits",
            identity="no",
            has_filter=False,
            unit=lambda count: ngettext("{count} tempat", "{count} tempat", count),
        )
        self.table.setFixedHeight(170)
        self.table.told.connect(self.told)
        self.table.chosen.connect(lambda _visit: self._show_one())
        self.place = place_box.PlaceBox(_("Tambah tempat: “tem 5”, nama desa …"))
        self.place.setAccessibleName(_("Tambah tempat kunjungan"))
        place_finding.connect(self.place, desk, lanes, "visit place")
        self.place.committed.connect(self._add)
        self.fault = form.label("", "error", wraps=True)
        self.fault.hide()
        self.place.unknown.connect(lambda text: self._refuse(_("“{text}” tidak ditemukan.").format(text=text)))
        self.form = record_form.RecordForm(2)
        self.form.add("at", _("Waktu kunjungan"), fields.LineField("13-02-2024 07.30", limit=20))
        self.form.add("met", _("Ditemui (unsur)"), fields.LineField(_("mis. Ketua KPPS"), limit=160))
        self.form.add("findings", _("Temuan"), fields.NoteField(lines=2), wide=True)
        self.form.edited.connect(self._save)
        self.points = table_panel.TablePanel(
            [
                columns.Column("label", _("Butir ceklis"), 200, stretches=True),
                columns.Column("value", _("Isian"), 110),
                columns.Column("note", _("Catatan"), 120),
            ],
            name="visit points",
            identity="code",
            has_filter=False,
            unit=lambda count: ngettext("{count} butir", "{count} butir", count),
        )
        self.points.setFixedHeight(150)
        self.points.chosen.connect(lambda _point: self._point_chosen())
        self.answer = fields.LineField(_("S, B, T atau jumlah; Enter untuk butir berikutnya"), limit=40)
        self.answer.setAccessibleName(_("Isian butir"))
        # What is typed here is written with Enter only: half a number is another number.
        self.answer.textEdited.disconnect()
        self.answer.returnPressed.connect(self.write_answer)
        self.issue_button = part.push(_("Catat sebagai permasalahan"), "permasalahan", self.raise_issue)
        self.open_button = part.link(_("Buka ceklis"), "kesiapan", self._open_checklist)
        self.remove_button = part.link(_("Hapus kunjungan"), "hapus", self.remove)
        buttons = flow_row.FlowRow()
        for button in (self.issue_button, self.open_button, self.remove_button):
            buttons.addWidget(button)
        self.below = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(self.below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        for widget in (self.form, self.points, self.answer):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.card = form.card(self.place, self.fault, self.table, self.below, title=_("Hasil kunjungan"))
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)
        self.below.hide()

    def show_activity(self, found: activity_register.Activity) -> None:
        """Show the places of an activity; of another one its first."""
        is_other = found.row.no != self._no
        self._no, self._seen = found.row.no, found.seen
        self._visits = {one.no: one for one in found.visits}
        self.table.set_rows(found.visits)
        if self._wanted and self.table.show_row(self._wanted):
            self._wanted = 0
        elif (is_other or self.table.current() is None) and found.visits:
            self.table.view.select_row(0)
        self._show_one()

    def commit(self) -> None:
        self.form.commit()

    def current(self) -> visits.Visit | None:
        """The visit that is chosen."""
        row = self.table.current()
        return self._visits.get(row.no) if row is not None else None

    def raise_issue(self) -> None:
        """Make an issue of the findings, or of the failed point that is chosen; or follow the one there is."""
        one = self.current()
        if one is None:
            return
        if one.issue:
            self.navigate.emit("issues", targets.Target(targets.Page.ISSUES, record=one.issue))
            return
        self.commit()
        point = self.points.current()
        item = point.code if point is not None and point.failed and not self.form.field("findings").value() else ""
        desk, no = self.desk, one.no

        def done(made: int) -> None:
            self.told.emit(_("Dicatat sebagai permasalahan."))

        self.lanes.write(lambda: visits.raise_issue(desk, no, item=item), done, self.failed)

    def write_answer(self) -> None:
        """Write what was typed for the point that is chosen, and go on to the next."""
        one, point, typed = self.current(), self.points.current(), self.answer.value()
        if one is None or point is None or not typed:
            return
        desk, no = self.desk, one.no

        def done(_record: int) -> None:
            self.answer.set_value("")
            self.fault.hide()
            row = self.points.view.currentIndex().row() + 1
            if row < self.points.model.rowCount():
                self.points.view.select_row(row)

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self._refuse(errors.words(error))

        self.lanes.write(lambda: visits.answer(desk, no, point.code, typed), done, refused)

    def remove(self) -> None:
        """Take the place out of the round; Ctrl+Z brings it back."""
        one = self.current()
        if one is not None:
            desk, no = self.desk, one.no
            words = _("Kunjungan ke {place} dihapus.").format(place=one.label)
            self.undo.take_out(lambda: visits.delete_visit(desk, no), words, self.failed)

    def _add(self, subject: str) -> None:
        if not subject:
            return
        desk, no = self.desk, self._no

        def done(made: list[int]) -> None:
            self.place.forget()
            self.place.set_value("")
            self.fault.hide()
            if made:
                self._wanted = made[0]
            else:
                self._refuse(_("Tempat itu sudah ada di daftar."))

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self._refuse(errors.words(error))

        self.lanes.write(lambda: visits.add_visits(desk, no, [subject]), done, refused)

    def _show_one(self) -> None:
        one = self.current()
        self.below.setVisible(one is not None)
        if one is None:
            self.form.show_record(None, {})
            return
        values = {"at": self._hour(one.at), "met": one.met, "findings": one.findings}
        self.form.show_record(one.no, values, self._seen)
        self.issue_button.setText(
            _("Buka permasalahan {number}").format(number=one.issue_number)
            if one.issue
            else _("Catat sebagai permasalahan")
        )
        desk, no = self.desk, one.no
        self.lanes.read(lambda: (no, visits.points(desk, no)), self._take_points, self.failed, key="visit points")

    def _take_points(self, read: tuple[int, list[visits.PointAnswer]]) -> None:
        no, found = read
        one = self.current()
        if one is None or one.no != no:
            return
        self.points.set_rows(found)
        if self.points.current() is None and found:
            self.points.view.select_row(0)
        for widget in (self.points, self.answer, self.open_button):
            widget.setVisible(bool(found))

    def _point_chosen(self) -> None:
        self.answer.set_value("")

    def _save(self, no: int, name: str, value: Any) -> None:
        desk, seen = self.desk, self.form.seen(name)

        def work() -> None:
            told: Any = value or None
            if name == "at":
                told = self._moment(str(value))
            visits.edit_visit(desk, no, seen=seen, **{name: told})

        self.write_field(work, lambda said: self.form.refuse(no, name, said))

    def _moment(self, typed: str) -> int | None:
        found: datetime | None = hours.parse_moment(typed, days.today(self.desk))
        return None if found is None else zones.moment(found, settings.zone(self.desk))

    def _hour(self, at: int) -> str:
        return hours.write_moment(days.local(self.desk, at)) if at else ""

    def _refuse(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.show()

    def _open_checklist(self) -> None:
        one, point = self.current(), self.points.current()
        if one is not None:
            chosen: dict[str, object] = {"item": point.code} if point is not None else {}
            target = targets.Target(targets.Page.CHECKLIST, subject=one.place, chosen=chosen)
            self.navigate.emit("readiness", target)
