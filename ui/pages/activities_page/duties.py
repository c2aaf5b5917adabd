# SPDX-License-Identifier: Apache-2.0
"""Tab Tugas: who does what by when; late ones first, done ones with what came of them."""

from collections.abc import Callable
from typing import Any

from PySide6 import QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import tasks as rules
from desk_app.operations import activity_text, targets, tasks, teams
from desk_app.operations.desk import Desk
from ui import actions, errors, runner, theme
from ui.dialogs import place_finding
from ui.pages.activities_page import duty_lines, listing, part
from ui.widgets import (
    day_field,
    drafts,
    empty_state,
    fields,
    form,
    place_box,
    record_form,
)

OPEN, LATE, CLOSED = "open", "late", "closed"
_SOURCE_PAGES = {
    rules.Source.ACTIVITY: ("activities", targets.Page.ACTIVITIES),
    rules.Source.ISSUE: ("issues", targets.Page.ISSUES),
    rules.Source.HANDOVER: ("teams", targets.Page.TEAMS),
}


class DutiesPart(listing.ListPart):
    """The tab."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self._rows: dict[int, tasks.Task] = {}
        self._wanted = 0
        self.show_what = fields.ChoiceField(
            [(OPEN, _("Belum selesai")), (LATE, _("Lewat batas waktu")), (CLOSED, _("Sudah selesai")), ("", _("Semua"))]
        )
        self.show_what.setAccessibleName(_("Tampilkan"))
        self.show_what.set_value(OPEN)
        self.show_what.committed.connect(lambda _code: self.reload())
        self.add = self.line_for_new(
            "duties", _("Tugas baru: apa yang harus dikerjakan"), _("Tambah tugas"), limit=2000
        )
        self.table = self.listed(
            duty_lines.titles(),
            empty_state.EmptyState(
                "kesiapan",
                _("Tidak ada tugas di sini"),
                _("Keputusan rapat dan tindak lanjut menjadi tugas: siapa, apa, sampai kapan. "
                  "Tulis satu kalimat di atas."),
            ),
            name="tasks",
            filter_words=_("Cari tugas, orang, jabatan …"),
            unit=lambda count: ngettext("{count} tugas", "{count} tugas", count),
        )
        self.table.chosen.connect(lambda _line: self._show_one())
        part.take_over_copy(self.table, self.copy_list)
        self.lay_out(self._left(), self._right(), name="tasks", share=0.55)
        actions.add(self.table.view, "", "Delete", slot=self.delete, window_wide=False)

    def reload(self) -> None:
        desk, what = self.desk, self.show_what.value()

        def read() -> list[tasks.Task]:
            chosen = tasks.TaskFilter(open_only=what in (OPEN, LATE), closed_only=what == CLOSED)
            rows = tasks.rows(desk, chosen)
            return [row for row in rows if what != LATE or row.timing is rules.Timing.LATE]

        self.lanes.read(read, self._take, self.failed, key="tasks")
        self.lanes.read(lambda: teams.structure(desk).members, self._take_members, self.failed, key="task members")

    def open_target(self, target: targets.Target) -> None:
        """Show a task, or those that are late."""
        if target.record:
            self._wanted = target.record
            self.show_what.set_value("")
            self.split.show_detail()
        else:
            self.show_what.set_value(str(target.chosen.get("what", OPEN)))
            self.split.show_list()
        self.table.filter.clear()
        self.reload()

    def open_draft(self, key: str) -> None:
        """Go on with a new task, or with the result of one."""
        if key == "new":
            self.split.show_list()
            self.add.begin()
        else:
            self.open_target(targets.Target(targets.Page.ACTIVITIES, record=int(key.rpartition("/")[2])))

    def commit(self) -> None:
        self.form.commit()

    def current(self) -> tasks.Task | None:
        """The task that is chosen."""
        line = self.table.current()
        return self._rows.get(line.no) if line is not None else None

    def finish(self) -> None:
        """Done, with the result that stands there; or open again."""
        one = self.current()
        if one is None:
            return
        desk, no = self.desk, one.no
        if not one.is_open:
            self.write(lambda: tasks.reopen(desk, no))
            return
        self.form.commit()
        result = str(self.form.field("result").value())

        def done(_none: object) -> None:
            self.told.emit(_("Tugas dicatat selesai."))

        self.lanes.write(lambda: tasks.finish(desk, no, result), done, self.failed)

    def drop(self) -> None:
        """Not needed any more; the result says why."""
        one = self.current()
        if one is None:
            return
        self.form.commit()
        desk, no, reason = self.desk, one.no, str(self.form.field("result").value())

        def refuse(said: str) -> None:
            self.form.refuse(no, "result", said)

        self.write_field(lambda: tasks.drop(desk, no, reason), refuse)

    def delete(self) -> None:
        one = self.current()
        if one is not None:
            desk, no = self.desk, one.no
            self.undo.take_out(lambda: tasks.delete_task(desk, no), _("Tugas dihapus dari daftar."), self.failed)

    def copy_list(self) -> None:
        """Put the tasks that are listed on the clipboard for WhatsApp."""
        desk = self.desk
        rows = [self._rows[line.no] for line in self.table.model.shown() if line.no in self._rows]
        self.copy_text(lambda: activity_text.tasks_text(desk, rows))

    def _left(self) -> QtWidgets.QWidget:
        row = QtWidgets.QHBoxLayout()
        row.addWidget(self.show_what)
        self.copy_button = part.link(_("Salin untuk WA"), "wa", self.copy_list)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        return self.above(self.add, row, self.table)

    def _right(self) -> QtWidgets.QWidget:
        self.form = record_form.RecordForm(2)
        self.place = place_box.PlaceBox()
        place_finding.connect(self.place, self.desk, self.lanes, "task place")
        self.member = fields.ChoiceField([(0, _("Bukan anggota tim"))])
        self.form.add("text", _("Tugas"), fields.NoteField(lines=2), wide=True)
        self.form.add("member", _("Anggota tim"), self.member)
        self.form.add("office", _("Dikerjakan oleh"), fields.LineField(_("bila bukan anggota tim"), limit=200))
        self.form.add("due", _("Batas waktu"), day_field.DayField())
        self.form.add("place", _("Wilayah"), self.place)
        self.form.add("result", _("Hasil"), fields.NoteField(_("apa yang sudah dikerjakan"), lines=3), wide=True)
        place_finding.explain(self.form.form.rows["place"])
        self.form.edited.connect(self._save)
        self.source_button = part.link("", "tautan", self._follow)
        self.source_button.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Fixed)
        self.finish_button = part.push(_("Selesai"), "siap", self.finish, role="primary")
        self.drop_button = part.push(_("Tidak jadi"), "tutup", self.drop)
        self.delete_button = part.link(_("Hapus"), "hapus", self.delete)
        self.history_button = part.link(_("Riwayat"), "riwayat", self._open_history)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        for button in (self.finish_button, self.drop_button, self.history_button, self.delete_button):
            row.addWidget(button)
        row.addStretch(1)
        self.card = form.card(self.source_button, self.form, title=_("Tugas"))
        column = self.card.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        column.addLayout(row)
        self._nothing = empty_state.EmptyState("kesiapan", _("Pilih satu tugas di daftar"))
        whole = QtWidgets.QWidget()
        outer = QtWidgets.QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 8, 0)
        outer.addWidget(self.card)
        outer.addWidget(self._nothing)
        outer.addStretch(1)
        self.card.hide()
        return form.scrolled(whole)

    def _take(self, found: list[tasks.Task]) -> None:
        self._rows = {one.no: one for one in found}
        self.table.set_rows([duty_lines.line(one) for one in found])
        if self._wanted and self.table.show_row(self._wanted):
            self._wanted = 0
        self._show_one()

    def _take_members(self, found: Any) -> None:
        chosen = self.member.value()
        choices = [(one.no, ", ".join(x for x in (one.office, one.person) if x)) for one in found if not one.replaced]
        known_codes = {code for code, _words in choices}
        one = self.current()
        if one is not None and one.member and one.member not in known_codes:
            choices.append((one.member, one.who))
        self.member.set_choices([(0, _("Bukan anggota tim")), *choices])
        self.member.set_value(chosen or 0)

    def _show_one(self) -> None:
        one = self.current()
        self.card.setVisible(one is not None)
        self._nothing.setVisible(one is None)
        if one is None:
            self.form.show_record(None, {})
            return
        if one.member and self.member.findText(one.who) < 0:
            self.member.addItem(one.who)
        values = {name: getattr(one, name) for name in ("text", "office", "due", "place", "result", "member")}
        self.form.show_record(one.no, values, one.seen)
        if not self.place.is_typed:
            self.place.set_value(one.place, one.place_label)
        label = _(rules.SOURCE_LABELS[one.source_kind]) if one.source_kind in rules.SOURCE_LABELS else ""
        self.source_button.setVisible(bool(one.source))
        self.source_button.setText(f"{label}: {one.source_title}" if label else one.source_title)
        self.finish_button.setText(_("Selesai") if one.is_open else _("Buka lagi"))
        self.drop_button.setVisible(one.is_open)

    def make_new(self, text: str) -> None:
        desk = self.desk

        def made(no: int) -> None:
            self.add.written()
            self._wanted = no
            if self.show_what.value() in (CLOSED, LATE):
                self.show_what.set_value(OPEN)
            self.table.filter.clear()
            self.reload()
            self.split.show_detail()

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.add.refuse(errors.words(error))

        self.lanes.write(lambda: tasks.new_task(desk, text), made, refused)

    def _save(self, no: int, name: str, value: Any) -> None:
        desk, seen = self.desk, self.form.seen(name)
        told = value or None
        self.write_field(
            lambda: tasks.edit_task(desk, no, seen=seen, **{name: told}), lambda said: self.form.refuse(no, name, said)
        )

    def _follow(self) -> None:
        one = self.current()
        if one is not None and one.source_kind in _SOURCE_PAGES:
            key, page = _SOURCE_PAGES[rules.Source(one.source_kind)]
            self.navigate.emit(key, targets.Target(page, record=one.source))

    def _open_history(self) -> None:
        from ui.dialogs import history_dialog

        one = self.current()
        if one is not None:
            history_dialog.HistoryDialog(self.desk, self.lanes, one.no, one.text, self.window()).open()
