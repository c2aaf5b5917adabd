# SPDX-License-Identifier: Apache-2.0
"""Piket posko: a week at a sight, one shift with its form, holes and clashes, and the hand-overs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import hours, roster
from desk_app.domain import teams as rules
from desk_app.operations import days, team_clashes, team_handovers, team_roster, teams
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.dialogs import undo_notice
from ui.widgets import (
    drafts,
    fields,
    flow_row,
    form,
    handover_panel,
    member_field,
    notice,
    roster_week,
    shift_panel,
    split_view,
)

_WEEK = timedelta(days=roster.WEEK)
_NEAR = 7
"""Days before and after today whose shifts may be named in a hand-over."""


@dataclass(frozen=True, slots=True)
class _Read:
    """Everything the tab shows."""

    week: team_roster.Week
    today: date
    labels: dict[int, str]
    notes: tuple[team_handovers.Handover, ...]
    moments: dict[int, str]


class RosterTab(QtWidgets.QWidget):
    """The tab; it reads for the first time when it is shown. `notices(Notice)`, `history_wanted(no, title)`."""

    notices = QtCore.Signal(object)
    history_wanted = QtCore.Signal(object, str)

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._undo = undo_notice.UndoNotice(desk, lanes, self.notices.emit, self)
        self._day: date | None = None
        self._read: _Read | None = None
        self._wanted = 0
        self._clashing: frozenset[int] = frozenset()
        self._begin_handover = False
        self._handover_seen: int | None = None
        self.week = roster_week.RosterWeek()
        self.shift = shift_panel.ShiftPanel()
        self.handovers = handover_panel.HandoverPanel(held)
        self.title = form.label("", "strong")
        self.holes = form.label("", "error", wraps=True)
        self.hours = fields.LineField(_("24 jam"), limit=20)
        self.hours.setMaximumWidth(120)
        self.hours.setToolTip(_("Seperti 07.00–22.00; kosong berarti 24 jam"))
        self.hours.committed.connect(self._set_hours)
        right = QtWidgets.QWidget()
        below = QtWidgets.QVBoxLayout(right)
        below.setContentsMargins(0, 0, 8, 0)
        below.setSpacing(theme.SPACE)
        below.addWidget(self.shift)
        below.addWidget(self.handovers)
        below.addStretch(1)
        self._side = form.scrolled(right)
        self._split = split_view.SplitView(self._left(), self._side, name="roster", share=0.62)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.addWidget(self._split)
        self._connect()

    def _left(self) -> QtWidgets.QWidget:
        self.before = _button("mundur", "", lambda: self._step(-1), _("Minggu sebelumnya"))
        self.after = _button("buka", "", lambda: self._step(1), _("Minggu berikutnya"))
        self.now = _button("tanggal", _("Hari ini"), lambda: self.show_day(None))
        self.new_button = _button("tambah", _("Piket baru"), self._begin_new)
        tip = _("Isi minggu ini seperti minggu lalu")
        self.copy_week = _button("salin", _("Salin minggu lalu"), self._copy_week, tip)
        self.copy_text = _button("wa", _("Salin untuk WA"), self._copy_text)
        self.handover_button = _button("catatan", _("Serah terima"), self.show_handovers)
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        for part in (self.before, self.after, self.title):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(form.label(_("Jam buka"), "label"))
        top.addWidget(self.hours)
        tools = QtWidgets.QWidget()
        row = flow_row.FlowRow(theme.SPACE)
        tools.setLayout(row)
        for button in (self.new_button, self.now, self.copy_week, self.copy_text, self.handover_button):
            row.addWidget(button)
        left = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(top)
        column.addWidget(tools)
        column.addWidget(self.holes)
        column.addWidget(form.scrolled(self.week), 1)
        return left

    def _connect(self) -> None:
        self.week.chosen.connect(lambda shift: self.shift.show_shift(shift, self._seen))
        self.week.opened.connect(self._open_shift)
        self.week.new_wanted.connect(self._begin_at)
        self.week.removed.connect(self._remove)
        self.shift.edited.connect(self._edit)
        self.shift.added.connect(self._add)
        self.shift.removed.connect(self._remove)
        self.shift.history_wanted.connect(self.history_wanted)
        self.handovers.wanted.connect(self._draft_handover)
        self.handovers.added.connect(self._add_handover)
        self.handovers.edit_wanted.connect(self._begin_editing)
        self.handovers.edited.connect(self._edit_handover)
        self.handovers.removed.connect(self._remove_handover)
        self.handovers.copied.connect(self._copy_handover)

    @property
    def _seen(self) -> int | None:
        return self._read.week.seen if self._read is not None else None

    def show_handovers(self) -> None:
        """Bring the hand-overs into sight, which stand behind the week on a small screen."""
        self._split.show_detail()
        self._side.ensureWidgetVisible(self.handovers)
        self.handovers.new_button.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self.handover_button.setVisible(self.width() < split_view.NARROW)

    def reload(self) -> None:
        """Read again, as soon as it is in sight."""
        if not self.isVisible():
            self._read = None
            return
        desk, day = self._desk, self._day
        self._runner.read(lambda: _everything(desk, day), self._show, self._failed, key="roster")

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        super().showEvent(event)
        if self._read is None:
            self.reload()

    def set_clashes(self, clashes: Sequence[team_clashes.Clash]) -> None:
        """Mark the shifts with which something is wrong."""
        told = [one for one in clashes if one.is_of_roster and not one.accepted]
        self._clashing = frozenset({one.record for one in told})
        self._clashing |= {one.other for one in told if one.kind is team_clashes.Kind.SHIFT_TWICE}
        if self._read is not None:
            self.week.set_week(self._read.week, self._read.today, self._clashing)

    def show_day(self, day: date | None, shift: int = 0) -> None:
        """Show the week of a day (None: of today), with a shift in it."""
        self.shift.commit()
        self._day, self._wanted = day, shift
        self.reload()

    def open_draft(self) -> None:
        """Go on with a hand-over that was begun."""
        self._draft_handover()

    def _show(self, read: _Read) -> None:
        self._read = read
        self._day = read.week.days[0] if self._day is not None else None
        first, last = read.week.days[0], read.week.days[-1]
        days_ = f"{first.strftime('%d-%m-%Y')} – {last.strftime('%d-%m-%Y')}"
        self.title.setText(days_)
        start, end = read.week.hours
        self.hours.set_value("" if start == end else roster.write_hours(start, end))
        self.shift.set_members(read.labels)
        self.week.set_week(read.week, read.today, self._clashing)
        if self._wanted and self.week.choose(self._wanted):
            self._wanted = 0
        self.shift.show_shift(self.week.current, read.week.seen)
        self.handovers.set_notes(read.notes, read.moments)
        minutes = sum(hole.minutes for hole in read.week.holes)
        if not read.week.shifts:
            self.holes.setText(_("Belum ada piket pada minggu ini."))
        elif minutes:
            count = -(-minutes // 60)
            words = ngettext("{count} jam tanpa petugas minggu ini.", "{count} jam tanpa petugas minggu ini.", count)
            self.holes.setText(words.format(count=count))
        self.holes.setVisible(bool(minutes) or not read.week.shifts)

    def _step(self, by: int) -> None:
        if self._read is not None:
            self.show_day(self._read.week.days[0] + by * _WEEK)

    def _open_shift(self, _shift: object) -> None:
        self._split.show_detail()
        self.shift.one.field("member").setFocus()

    def _begin_new(self) -> None:
        if self._read is None:
            return
        current = self.week.current
        if current is not None:
            self._begin_at(current.day, current.end % roster.DAY)
            return
        hole = next(iter(self._read.week.holes), None)
        today = self._read.today
        if hole is not None:
            self._begin_at(hole.day, hole.start % roster.DAY)
        else:
            self._begin_at(today if today in self._read.week.days else self._read.week.days[0], 7 * 60)

    def _begin_at(self, day: date, minute: int) -> None:
        length = self.week.current.span.minutes if self.week.current is not None else 8 * 60
        self._split.show_detail()
        self.shift.begin(day, minute, (minute + length) % roster.DAY)

    def _add(self, values: dict[str, Any]) -> None:
        told = {name: value for name, value in values.items() if name not in ("day", "start", "end")}
        told |= {"member": told["member"] or 0, "person": told["person"] or "", "note": told["note"] or ""}

        def work() -> list[int]:
            return team_roster.new_shift(self._desk, values["day"] or "", values["start"], values["end"], **told)

        def made(numbers: list[int]) -> None:
            self.shift.give_up()
            self._wanted = numbers[0]
            self.reload()
            self.week.setFocus()

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.shift.refuse(errors.words(error))

        self._runner.write(work, made, refused)

    def _edit(self, no: int, values: dict[str, Any], name: str) -> None:
        told = {key: value if value != "" else None for key, value in values.items()}
        seen = self.shift.one.seen(name)

        def failed(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.shift.one.refuse(no, name, errors.words(error))

        self._runner.write(lambda: team_roster.edit_shift(self._desk, no, seen=seen, **told), None, failed)

    def _remove(self, shift: team_roster.Shift) -> None:
        words = _("Piket {name} {hours} dihapus.").format(name=shift.name, hours=shift.hours)
        self._undo.take_out(lambda: team_roster.delete_shift(self._desk, shift.no), words, self._failed)

    def _copy_week(self) -> None:
        if self._read is None:
            return
        first = self._read.week.days[0]

        def said(count: int) -> None:
            if not count:
                self._done(_("Tidak ada piket minggu lalu yang belum ada di sini."))
                return
            words = ngettext("{count} piket disalin.", "{count} piket disalin.", count)
            self._done(words.format(count=count))

        self._runner.write(lambda: team_roster.copy_week(self._desk, first - _WEEK, first), said, self._failed)

    def _copy_text(self) -> None:
        day = self._read.week.days[0] if self._read is not None else None
        self._runner.read(lambda: team_roster.text_of_week(self._desk, day), self._to_clipboard, self._failed)

    def _set_hours(self, text: str) -> None:
        self._runner.write(lambda: team_roster.set_open_hours(self._desk, text), None, self._hours_refused)

    def _hours_refused(self, error: Exception) -> None:
        fields.refuse(self.hours, True)
        self._failed(error)

    def _draft_handover(self) -> None:
        desk = self._desk
        self._runner.read(lambda: _draft(desk), lambda told: self._open_handover(*told), self._failed)

    def _open_handover(self, draft: team_handovers.Draft, shifts: list[tuple[int, str]]) -> None:
        self._split.show_detail()
        self.handovers.begin(draft, shifts)

    def _add_handover(self, values: dict[str, Any]) -> None:
        told = {name: values[name] or 0 for name in ("from_shift", "to_shift")}

        def work() -> int:
            return team_handovers.new_handover(self._desk, values["text"], matters=values["matters"], **told)

        self._runner.write(work, lambda _no: self.handovers.written(), self._handover_refused)

    def _begin_editing(self, one: team_handovers.Handover) -> None:
        desk = self._desk
        self._handover_seen = self._seen
        self._runner.read(
            lambda: _near_shifts(desk), lambda shifts: self.handovers.begin_editing(one, shifts), self._failed
        )

    def _edit_handover(self, one: team_handovers.Handover, values: dict[str, Any]) -> None:
        told = {name: value or None for name, value in values.items()}
        seen = self._handover_seen
        self._runner.write(
            lambda: team_handovers.edit_handover(self._desk, one.no, seen=seen, **told),
            lambda _done: self.handovers.written(),
            self._handover_refused,
        )

    def _handover_refused(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.handovers.refuse(errors.words(error))

    def _remove_handover(self, one: team_handovers.Handover) -> None:
        words = _("Serah terima dihapus.")
        self._undo.take_out(lambda: team_handovers.delete_handover(self._desk, one.no), words, self._failed)

    def _copy_handover(self, one: team_handovers.Handover) -> None:
        self._runner.read(lambda: team_handovers.text_of(self._desk, one), self._to_clipboard, self._failed)

    def _to_clipboard(self, text: str) -> None:
        QtGui.QGuiApplication.clipboard().setText(text)
        self._done(_("Disalin. Tempel di WhatsApp dengan Ctrl+V."))

    def _done(self, words: str) -> None:
        self.notices.emit(notice.Notice(words, notice.Tone.DONE))


def _everything(desk: Desk, day: date | None) -> _Read:
    held = teams.structure(desk)
    posts = {one.no for one in held.sections if rules.part_of(one.kind, one.name) is rules.Part.POST}
    present = [one for one in held.members if not one.replaced]
    # Those of the posko first: they are meant most often.
    present.sort(key=lambda one: one.section not in posts)
    notes = tuple(team_handovers.handovers(desk))
    return _Read(
        team_roster.week(desk, day),
        days.today(desk),
        {one.no: member_field.label(one.person, one.office) for one in present},
        notes,
        {one.no: hours.write_moment(days.local(desk, one.at)) for one in notes if one.at},
    )


def _draft(desk: Desk) -> tuple[team_handovers.Draft, list[tuple[int, str]]]:
    return team_handovers.draft(desk), _near_shifts(desk)


def _near_shifts(desk: Desk) -> list[tuple[int, str]]:
    """The shifts that can be named in a hand-over, in words."""
    today = days.today(desk)
    near = timedelta(days=_NEAR)
    shifts = team_roster.shifts(desk, (today - near).isoformat(), (today + near).isoformat())
    return [(one.no, f"{one.day.strftime('%d-%m')} {one.hours} {one.name}") for one in shifts]


def _button(icon: str, words: str, slot: Callable[[], object], tip: str = "") -> QtWidgets.QPushButton:
    made = QtWidgets.QPushButton(words)
    icons.put(made, icon)
    if tip:
        made.setToolTip(tip)
        made.setAccessibleName(words or tip)
    made.clicked.connect(lambda _checked=False: slot())
    return made
