# SPDX-License-Identifier: Apache-2.0
"""Tahapan: the stages of the election as a list and as a month, what runs and comes next, and their days altered."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import stages as rules
from desk_app.operations import stages, targets
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.pages.activities_page import part
from ui.widgets import (
    columns,
    day_field,
    drafts,
    empty_state,
    fields,
    form,
    marks,
    record_form,
    split_view,
    stage_month,
    table_panel,
)

_MARKS = {
    rules.State.RUNNING: "belum_lengkap",
    rules.State.COMING: "belum",
    rules.State.OVER: "siap",
    rules.State.OPEN: "masalah",
}


class StageLine:
    """One stage in the table."""

    def __init__(self, row: stages.StageRow) -> None:
        self.row = row
        self.code = row.code
        self.name = _(row.stage.name)
        self.starts = _day(row.stage.starts, row.starts_words)
        self.ends = _day(row.stage.ends, row.ends_words)
        self.length = row.length
        self.state = marks.Marked(_(rules.STATE_LABELS[row.state]), _MARKS[row.state])
        self.source = row.stage.source


class StagesPart(part.Part):
    """The tab. A target's `chosen["code"]` names a stage."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self._found: stages.Calendar | None = None
        self._wanted = ""
        self._may = stages.may_edit(desk)
        self.next = form.label("", "", wraps=True)
        self.table = table_panel.TablePanel(
            [
                columns.Column("name", _("Tahapan"), 170, stretches=True, below="source"),
                columns.Column("starts", _("Mulai"), 128, sortable=False),
                columns.Column("ends", _("Selesai"), 132, sortable=False),
                columns.Column("length", _("Lama"), 54, "right", hint=_("Banyaknya hari")),
                columns.Column("state", _("Keadaan"), 176),
                columns.Column("source", _("Dasar"), 100),
            ],
            name="stages",
            identity="code",
            filter_words=_("Cari tahapan …"),
            unit=_("tahapan"),
        )
        self.table.chosen.connect(self._show_row)
        self.table.told.connect(self.told)
        self.table.opened.connect(lambda _line: self._enter())
        self.table.set_empty(
            empty_state.EmptyState(
                "tanggal", _("Belum ada tahapan"), _("Tahapan pemilihan ini ditambahkan di sebelah kanan.")
            )
        )
        self.month = stage_month.StageMonth()
        self.month.day_chosen.connect(self._show_month)
        self.month.opened.connect(self._open_stage)
        self.first_field: QtWidgets.QWidget = self.table.view
        self.view = QtWidgets.QTabBar()
        self.view.setDrawBase(False)
        self.view.setExpanding(False)
        self.view.setAccessibleName(_("Tampilan tahapan"))
        for words in (_("Daftar"), _("Bulan")):
            self.view.addTab(words)
        self.view.currentChanged.connect(self._view_changed)
        self.stack = QtWidgets.QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(form.scrolled(self._month_card()))
        self.split = split_view.SplitView(self.stack, form.scrolled(self._side()), name="stages", share=0.66)
        self.table.view.clicked.connect(lambda _index: self.split.show_detail())
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(self.view)
        head.addStretch(1)
        copy = part.push(_("Salin untuk WA"), "wa", self.copy)
        head.addWidget(copy)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.next)
        column.addWidget(self.split, 1)

    def reload(self) -> None:
        desk = self.desk
        self.lanes.read(lambda: stages.calendar(desk), self._take, self.failed, key="stages")

    def open_target(self, target: targets.Target) -> None:
        """Show a stage."""
        self._wanted = str(target.chosen.get("code") or "")
        self.view.setCurrentIndex(0)
        self.reload()

    def open_draft(self, key: str) -> None:
        """There are none here: what is typed is saved as it is left."""

    def commit(self) -> None:
        self.form.commit()

    def copy(self) -> None:
        """Put the calendar on the clipboard as text for WhatsApp."""
        desk = self.desk
        self.copy_text(lambda: stages.whatsapp_text(desk))

    def add(self) -> None:
        """Add the stage that is typed."""
        desk, name, source = self.desk, self.new_name.value(), self.new_source.value()
        starts, ends = self.new_starts.value(), self.new_ends.value()

        def done(code: str) -> None:
            self._wanted = code
            for field in (self.new_name, self.new_starts, self.new_ends, self.new_source):
                field.set_value("")
            self.told.emit(_("Tahapan ditambahkan."))
            self.reload()

        self.new.accept_all()
        row = self.new.rows["name"]
        self.lanes.write(
            lambda: stages.add(desk, name, starts, ends or starts, source), done, self._refused(row.refuse)
        )

    def toggle_use(self) -> None:
        """Leave the current stage out of the calendar, or take it in again."""
        line = self.table.current()
        if line is not None:
            desk, code, used = self.desk, line.code, line.row.stage.in_use
            self.write(lambda: stages.use(desk, code, not used), lambda _nothing: self.reload())

    def _month_card(self) -> QtWidgets.QWidget:
        self.month_title = form.label("", "heading")
        back = part.link("", "mundur", lambda: self.month.step_month(-1))
        back.setAccessibleName(_("Bulan sebelumnya"))
        on = part.link("", "buka", lambda: self.month.step_month(1))
        on.setAccessibleName(_("Bulan berikutnya"))
        today = part.link(_("Hari ini"), "jam", self._to_today)
        vote = part.link(_("Hari pemungutan suara"), "tanggal", self._to_vote)
        line = QtWidgets.QHBoxLayout()
        for widget in (back, self.month_title, on):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(today)
        line.addWidget(vote)
        self.day_words = form.label("", "muted", wraps=True)
        card = form.card(margin=8)
        inside = card.layout()
        assert isinstance(inside, QtWidgets.QVBoxLayout)
        inside.addLayout(line)
        inside.addWidget(self.month, 1)
        inside.addWidget(self.day_words)
        return card

    def _side(self) -> QtWidgets.QWidget:
        self.title = form.label("", "heading", wraps=True)
        self.form = record_form.RecordForm(2)
        self.form.add("name", _("Tahapan"), fields.LineField(limit=160), wide=True)
        hint = _("tanggal, atau H-3 yang ikut berubah dengan hari pemungutan suara")
        self.form.add("starts", _("Mulai"), fields.LineField(_("24-11-2024 atau H-3"), limit=20))
        self.form.add("ends", _("Selesai"), fields.LineField(_("26-11-2024 atau H-1"), limit=20))
        self.form.add("source", _("Dasar"), fields.LineField(_("mis. PKPU, keputusan KPU"), limit=200), wide=True)
        self.form.add("note", _("Catatan"), fields.NoteField(lines=2), wide=True)
        self.form.edited.connect(self._edit)
        self.use_button = part.link("", "lihat", self.toggle_use)
        self.card = form.card(self.title, self.form, form.label(hint, "small", wraps=True))
        inside = self.card.layout()
        assert isinstance(inside, QtWidgets.QVBoxLayout)
        inside.addWidget(self.use_button, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self.card.hide()
        self.new_name = fields.LineField(_("mis. Distribusi logistik ke TPS"), limit=160)
        self.new_starts = fields.LineField(_("24-11-2024 atau H-3"), limit=20)
        self.new_ends = fields.LineField(_("kosong: hari yang sama"), limit=20)
        self.new_source = fields.LineField(limit=200)
        self.new = form.Form(2)
        self.new.add("name", _("Tahapan"), self.new_name, wide=True)
        self.new.add("starts", _("Mulai"), self.new_starts)
        self.new.add("ends", _("Selesai"), self.new_ends)
        self.new.add("source", _("Dasar"), self.new_source, wide=True)
        self.add_button = part.push(_("Tambah tahapan"), "tambah", self.add)
        self.new_card = form.card(self.new, self.add_button, title=_("Tahapan sendiri"))
        self.remark = form.label("", "small", wraps=True)
        if not self._may:
            self.form.set_read_only(True)
            self.use_button.hide()
            self.new_card.hide()
            self.remark.setText(_("Tahapan diatur oleh kantor kabupaten/kota, dan sampai lewat Terima Data."))
        whole = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.card)
        column.addWidget(self.new_card)
        column.addWidget(self.remark)
        column.addStretch(1)
        return whole

    def _take(self, found: stages.Calendar) -> None:
        first = self._found is None
        self._found = found
        lines = [StageLine(row) for row in (*found.rows, *found.dropped)]
        self.table.set_rows(lines)
        if self._wanted and self.table.show_row(self._wanted):
            self._wanted = ""
        elif lines and (first or self.table.current() is None):
            chosen = found.running[0].code if found.running else lines[0].code
            self.table.show_row(chosen)
        self.next.setText(next_words(found))
        spans = [
            stage_month.Span(row.code, _(row.stage.name), row.stage.starts or row.stage.ends or found.today,
                             row.stage.ends or row.stage.starts or found.today)
            for row in found.rows
            if row.stage.starts is not None or row.stage.ends is not None
        ]
        days_off = {one.day: one.name for one in found.holidays}
        self.month.set_calendar(spans, found.event.voting_day, found.today, days_off)
        if first:
            near = abs((found.today - found.event.voting_day).days) < _NEAR
            self.month.show_day(found.today if near else found.event.voting_day)
        else:
            self._show_month(self.month.day)
        self._show_row(self.table.current())

    def _show_row(self, line: StageLine | None) -> None:
        self.card.setVisible(line is not None)
        if line is None or self._found is None:
            return
        stage = line.row.stage
        self.title.setText(line.name)
        values = {
            "name": line.name,
            "starts": day_field.words(stage.starts.isoformat()) if stage.starts else "",
            "ends": day_field.words(stage.ends.isoformat()) if stage.ends else "",
            "source": stage.source,
            "note": stage.note,
        }
        self.form.show_record(line.code, values, self._found.seen)
        self.use_button.setText(_("Tidak dipakai di sini") if stage.in_use else _("Pakai lagi"))

    def _edit(self, code: str, name: str, value: str) -> None:
        desk, seen = self.desk, self.form.seen(name)

        def refuse(words: str) -> None:
            self.form.refuse(code, name, words)

        self.lanes.write(
            lambda: stages.save(desk, code, {name: value}, seen=seen),
            lambda _nothing: self.reload(),
            self._refused(refuse),
        )

    def _refused(self, refuse: Callable[[str], object]) -> Callable[[Exception], None]:
        from desk_app.domain import errors as known
        from ui import errors

        def failed(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            refuse(errors.words(error))

        return failed

    def _enter(self) -> None:
        self.split.show_detail()
        self.form.field("starts").setFocus()

    def _open_stage(self, code: str) -> None:
        if self.table.show_row(code):
            self.split.show_detail()

    def _view_changed(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self.first_field = self.month if at else self.table.view
        self.first_field.setFocus()

    def _show_month(self, day: date) -> None:
        self.month_title.setText(stage_month.month_words(day))
        self.day_words.setText(self.month.words(day))

    def _to_today(self) -> None:
        if self._found is not None:
            self.month.show_day(self._found.today)

    def _to_vote(self) -> None:
        if self._found is not None:
            self.month.show_day(self._found.event.voting_day)


_NEAR = 400
"""Days from voting day within which the month opens on today."""


def next_words(found: stages.Calendar) -> str:
    """What runs today and the next deadlines, in one line."""
    today = _("Hari ini {h}.").format(h=found.h(found.today))
    said = [today]
    if found.running:
        names = ", ".join(
            _("{name} (sampai {day})").format(name=_(one.name), day=f"{one.ends:%d-%m}")
            for one in found.running
            if one.ends is not None
        )
        said.append(_("Sedang berjalan: {names}.").format(names=names))
    coming = [_deadline(found, one) for one in found.deadlines[:3]]
    if coming:
        said.append(_("Berikutnya: {deadlines}.").format(deadlines="; ".join(coming)))
    return " ".join(said)


def _deadline(found: stages.Calendar, one: rules.Deadline) -> str:
    words = _("{name} berakhir {when}") if one.is_end else _("{name} mulai {when}")
    if one.days == 0:
        when = _("hari ini")
    elif found.today + timedelta(days=1) == one.day:
        when = _("besok")
    else:
        when = f"{one.day:%d-%m} ({found.h(one.day)})"
    return words.format(name=_(one.stage.name), when=when)


def _day(day: date | None, words: str) -> str:
    return f"{day:%d-%m-%Y} ({words})" if day is not None else ""
