# SPDX-License-Identifier: Apache-2.0
"""A D.HASIL recapitulation typed with the number pad, beside the sum of the TPS copied; at the left, those typed.

It is saved by Enter in the last field, by Ctrl+S, and when its region is left; until then a draft under seal keeps it.
Whoever opens it lets it `follow` what changes meanwhile.
"""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain.counts.words import DISCLAIMER
from desk_app.operations import count_drafts, count_recaps
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.dialogs import ask_dialog, count_recap_news, count_recap_reading, count_recap_sheet
from ui.widgets import (
    answer_buttons,
    count_lines,
    drafts,
    empty_state,
    form,
    icon_line,
    notice,
    region_steps,
)

_SIZE, _LEFT = (1200, 670), 330
_NARROW, _LEFT_NARROW = 1000, 260
_KEYS = QtCore.Qt.Key


class CountRecapDialog(QtWidgets.QDialog):
    """`kept(words)`: a recapitulation was kept or removed."""

    kept = QtCore.Signal(str)

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        race: str = "",
        place: str = "",
        line: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """`line`: the field in which the keys begin."""
        super().__init__(parent)
        self._desk, self._lanes, self._line = desk, lanes, line
        self._wanted = ("", "")
        self._begins = True
        self._is_writing = self._is_behind = False
        self._next: Callable[[], object] | None = None
        """Where one wants to go once what is being written is written."""
        self.setWindowTitle(_("Rekap D.HASIL"))
        self.races = answer_buttons.AnswerButtons([])
        self.races.setAccessibleName(_("Jenis pemilihan"))
        self.races.picked.connect(self._pick_race)
        self.steps = region_steps.RegionSteps()
        self.steps.committed.connect(lambda code: self.go_to(self._wanted[0], code))
        self.list = count_lines.NotesTable(
            count_recap_reading.columns_of(), name="count recaps", identity="place", has_filter=False
        )
        self.list.set_empty(
            empty_state.EmptyState("hasil", _("Belum ada rekap"), _("Pilih wilayah, lalu ketik D.HASIL-nya."))
        )
        self.list.view.clicked.connect(lambda _index: self._open_row())
        self.list.opened.connect(lambda _row: self._open_row())
        self.remove = form.button("hapus", _("Hapus rekap ini …"), self._ask_remove)
        self.remove.setAutoDefault(False)
        self.sheet = count_recap_sheet.RecapSheet()
        self.notices = notice.NoticeBar()
        self.button = QtWidgets.QPushButton(_("Simpan (Ctrl+S)"))
        theme.set_role(self.button, "primary")
        self.button.setAutoDefault(False)
        self._soon = QtCore.QTimer(self, singleShot=True, interval=drafts.KEEP_MS)
        self._soon.timeout.connect(self._keep_draft)
        self._lay_out()
        self._connect()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(QtCore.QSize(*_SIZE).boundedTo(room - QtCore.QSize(16, 32)))
        theme.dress(self)
        self.go_to(race, place)

    def go_to(self, race: str, place: str) -> None:
        """Show a region and race; what was typed of the one before is saved first."""
        self._wanted = (race, place)
        if self.shown is not None and self.shown.key != self._wanted:
            self.sheet.form.wait()
        self._leave(self._read)

    def save(self) -> None:
        """Save what is typed, or say what is wanting."""
        self._save(self._read)

    def follow(self) -> None:
        """Show what has changed; what is typed and not saved stays. What is being written is waited for."""
        if self._is_writing:
            self._is_behind = True
        else:
            self._read()

    @property
    def is_altered(self) -> bool:
        """Whether something is typed that was not saved."""
        return self.sheet.is_altered

    @property
    def shown(self) -> count_recap_reading.Read | None:
        """What is shown, None before it is read."""
        return self.sheet.shown

    def reject(self) -> None:
        self._leave(super().reject)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(_LEFT_NARROW if event.size().width() < _NARROW else _LEFT)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() in (_KEYS.Key_Return, _KEYS.Key_Enter):
            if any(step.hasFocus() for step in self.steps.steps):
                self.sheet.form.setFocus()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        disclaimer = icon_line.IconLine("peringatan", "belum_lengkap", _(DISCLAIMER), role="strong")
        self._left = left = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(form.FormRow(_("Wilayah"), self.steps))
        column.addWidget(form.label(_("Rekap yang sudah diketik"), "strong"))
        column.addWidget(self.list, 1)
        column.addWidget(self.remove, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        both = QtWidgets.QHBoxLayout()
        both.setSpacing(2 * theme.SPACE)
        both.addWidget(left)
        both.addWidget(self.sheet, 1)
        close = QtWidgets.QPushButton(_("Tutup"))
        close.setAutoDefault(False)
        close.clicked.connect(lambda _checked=False: self.reject())
        self.sheet.foot.addWidget(close)
        self.sheet.foot.addWidget(self.button)
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(2 * theme.SPACE)
        head.addWidget(self.races)
        head.addWidget(disclaimer, 1, QtCore.Qt.AlignmentFlag.AlignVCenter)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 14)
        whole.setSpacing(theme.SPACE)
        whole.addLayout(head)
        whole.addLayout(both, 1)
        whole.addWidget(self.notices)

    def _connect(self) -> None:
        self.sheet.edited.connect(self._soon.start)
        self.sheet.finished.connect(self.save)
        self.sheet.left.connect(self.steps.setFocus)
        self.button.clicked.connect(lambda _checked=False: self.save())
        shortcut = QtGui.QShortcut(QtGui.QKeySequence(QtGui.QKeySequence.StandardKey.Save), self)
        shortcut.activated.connect(self.save)

    def _pick_race(self, code: str) -> None:
        now = self._wanted[0]
        self.races.set_value(now)
        if code and code != now:
            self.go_to(code, self._wanted[1])

    def _open_row(self) -> None:
        row = self.list.current()
        if row is not None:
            self.go_to(self._wanted[0], row.place)
            self.sheet.form.setFocus()

    def _read(self) -> None:
        desk, asked = self._desk, self._wanted

        def take(found: count_recap_reading.Read) -> None:
            if asked == self._wanted:
                self._take(found)

        self._lanes.read(lambda: count_recap_reading.read(desk, *asked), take, self._refuse, key="counts/recap")

    def _take(self, found: count_recap_reading.Read) -> None:
        is_same = self.shown is not None and self.shown.key == found.key
        self._wanted = found.key
        self.races.set_options([answer_buttons.Option(code, short) for code, short in found.races])
        self.races.setVisible(len(found.races) > 1)
        self.races.set_value(found.race)
        self.steps.set_steps(found.steps)
        self.list.set_rows(found.rows)
        # Who looks through the list meanwhile stays where he is.
        if not (is_same and self.list.view.hasFocus()) and not self.list.show_row(found.place):
            self.list.view.clearSelection()
        self.remove.setEnabled(found.recap is not None)
        changed = self.sheet.take(found, at=self._line, is_writing=self._is_writing)
        if not is_same:
            self._place_keys(found)
        elif self.is_altered:
            self._soon.start()
        if changed:
            self.notices.tell(notice.Notice(changed, notice.Tone.WARNING if self.is_altered else notice.Tone.INFO))
        self.sheet.form.go_on()

    def _place_keys(self, found: count_recap_reading.Read) -> None:
        if self._line or found.draft is not None:
            self.sheet.form.setFocus()
        elif self._begins:
            self.steps.setFocus()
        self._begins, self._line = False, ""

    def _leave(self, then: Callable[[], object]) -> None:
        """Save what was typed, then go; what cannot be saved stays in sight. A form that was emptied is not kept."""
        if self._is_writing:
            self._next = then
        elif self.is_altered and self.sheet.form.figures():
            self._save(then)
        else:
            if self.is_altered:
                self._drop_draft()
            then()

    def _save(self, then: Callable[[], object]) -> None:
        found, desk = self.shown, self._desk
        if found is None:
            return
        self._soon.stop()
        self._is_writing = True
        typed = self.sheet.send()

        def work() -> int:
            kept = count_recaps.put(desk, found.place, found.race, *typed, seen=found.seen)
            count_drafts.drop(desk, found.place, found.race)
            return kept

        self._lanes.write(work, lambda _record: self._done(found, typed, then), self._not_written)

    def _done(
        self, found: count_recap_reading.Read, typed: count_recap_news.Typed, then: Callable[[], object]
    ) -> None:
        self.kept.emit(_("Rekap {name} tersimpan.").format(name=found.title))
        self._is_writing = self._is_behind = False
        if self.shown is not None and self.shown.key == found.key:
            self.sheet.keep(typed)
        following, self._next = self._next, None
        if following is None and then == self._read:
            then()
        else:  # what was typed while it was written is written, too
            self._leave(following or then)

    def _not_written(self, error: Exception) -> None:
        is_behind, self._is_behind = self._is_behind, False
        self._is_writing, self._next = False, None
        self._refuse(error)
        if is_behind:
            self._read()

    def _refuse(self, error: Exception) -> None:
        self.sheet.take_back()
        self.sheet.form.give_up()
        if not isinstance(error, known.Refused):
            raise error
        if self.shown is not None:
            self._wanted = self.shown.key
            self.steps.set_steps(self.shown.steps)
            if self.is_altered:
                self._soon.start()
        self.notices.tell(notice.Notice(errors.words(error), notice.Tone.REFUSED))

    def _keep_draft(self) -> None:
        found, desk = self.shown, self._desk
        if found is not None and self.is_altered:
            draft = count_drafts.Draft(found.place, found.race, 0, *self.sheet.typed())
            self._lanes.write(lambda: count_drafts.keep(desk, draft), None, self._refuse)

    def _drop_draft(self) -> None:
        found, desk = self.shown, self._desk
        if found is not None:
            self._soon.stop()
            self._lanes.write(lambda: count_drafts.drop(desk, found.place, found.race), None, self._refuse)

    def _ask_remove(self) -> None:
        found = self.shown
        if found is None or found.recap is None:
            return
        many = len(found.recap.figures)
        said = ngettext("{count} baris yang diketik dihapus.", "{count} baris yang diketik dihapus.", many)
        asked = ask_dialog.AskDialog(
            _("Hapus rekap {name}?").format(name=found.title), said.format(count=many), _("Hapus"), danger=True,
            parent=self,
        )
        asked.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.accepted.connect(self._remove)
        asked.open()

    def _remove(self) -> None:
        found, desk = self.shown, self._desk
        if found is None:
            return
        self._soon.stop()
        self._is_writing = True

        def work() -> None:
            count_recaps.remove(desk, found.place, found.race)
            count_drafts.drop(desk, found.place, found.race)

        def done(_nothing: object) -> None:
            said = _("Rekap {name} dihapus.").format(name=found.title)
            self.kept.emit(said)
            self.notices.tell(notice.Notice(said, notice.Tone.DONE))
            self._is_writing = self._is_behind = False
            following, self._next = self._next, None
            self.sheet.forget()
            (following or self._read)()

        self._lanes.write(work, done, self._not_written)


def open_over(
    parent: QtWidgets.QWidget,
    desk: Desk,
    lanes: runner.Runner,
    kept: Callable[[str], object],
    *,
    race: str,
    place: str = "",
    line: str = "",
) -> CountRecapDialog:
    """Open the dialog over a window; it is gone when it is closed."""
    made = CountRecapDialog(desk, lanes, race, place, line, parent)
    made.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
    made.kept.connect(kept)
    made.open()
    return made
