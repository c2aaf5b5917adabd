# SPDX-License-Identifier: Apache-2.0
"""Pemeriksaan: the TPS that wait for a verifier at the left, one of them at the right, decided and verified by keys.

What came in is weighed first, beside the window. Whoever may not verify is told who may.
"""

from collections.abc import Callable, Mapping

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import places, words
from desk_app.domain.counts import standing
from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import State
from desk_app.domain.words import dotted
from desk_app.operations import count_check, count_keys, count_queue, count_view, targets
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.dialogs import count_open_dialog
from ui.pages.counts_page import (
    board,
    checking_detail,
    checking_list,
    checking_photos,
    checking_words,
    part,
    races,
    weighing,
)
from ui.widgets import count_saying, empty_state, fields, form, notice, split_view, table_panel

_WIDEST = 16_777_215
"""What Qt calls no limit."""


class CheckingPart(part.Part):
    """The tab. Targets: `subject` and `chosen["race"]`."""

    listens = board.FOLLOWS | {"attachment"}

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed)
        self._states = ""
        self.rounds = weighing.Weighing(
            self, "counts/check", [Right.VERIFY], look=self._look, take=self._take, failed=self._failed
        )
        self._queue: count_queue.Queue | None = None
        self._access: count_keys.Access | None = None
        self._wanted = ""
        self._next = ""
        self.races = races.RaceButtons(desk)
        self.races.chosen.connect(lambda: self.rounds.read())
        self.area = fields.ChoiceField()
        self.area.setAccessibleName(_("Wilayah"))
        self.area.committed.connect(lambda _value: self.rounds.read())
        self.what = fields.ChoiceField(
            [
                (checking_list.WAITING, _("Perlu diperiksa")),
                *((state.value, _(standing.STATE_LABELS[state])) for state in count_queue.EVERY),
                (checking_list.EVERY, _("Semua")),
            ]
        )
        self.what.set_value(checking_list.WAITING)
        self.what.setAccessibleName(_("Keadaan"))
        self.what.committed.connect(lambda _value: self.rounds.read())
        self.words = form.label("", "muted", wraps=True)
        self.rounds.stepped.connect(lambda said: self.words.setText(said or self._states))
        self.many = form.button("siap", "", self._verify_many)
        self.lock_many = form.button("terkunci", _("Kunci semua yang tampil"), self._lock_many)
        self.list = table_panel.TablePanel(
            checking_list.columns_of(),
            name="count queue",
            identity="subject",
            filter_words=_("Cari: TPS, desa …"),
            unit=lambda count: ngettext("{count} TPS", "{count} TPS", count),
        )
        self.list.set_empty(
            empty_state.EmptyState(
                "siap",
                _("Tidak ada yang menunggu diperiksa"),
                _("Salinan yang berbeda, yang ada catatannya, dan yang belum diverifikasi tampil di sini."),
            )
        )
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _row: self._enter())
        self.list.told.connect(lambda said: self.say(said, notice.Tone.DONE))
        self.detail = checking_detail.CheckingDetail()
        self.detail.said.connect(self._said)
        self.detail.verify_wanted.connect(self.verify)
        self.detail.lock_wanted.connect(self._lock)
        self.detail.reopened.connect(self._reopen)
        self.photos = checking_photos.CheckingPhotos(desk, lanes, self.detail.photo, failed)
        self.photos.counted.connect(self.detail.set_photos)
        self.detail.photo_shown.connect(self._make_room)
        self._lay_out()
        self.first_field = self.list.view
        for keys, slot in (("Ctrl+Return", self.verify), ("Ctrl+Enter", self.verify), ("Ctrl+Down", self._step_on)):
            shortcut = QtGui.QShortcut(QtGui.QKeySequence(keys), self)
            shortcut.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def reload(self, flags: frozenset[str] = frozenset()) -> None:
        """Weigh what came in, where that is allowed, then read; photos alone change nothing else."""
        if "attachment" in flags:
            self.photos.read()
        if flags == {"attachment"}:
            return
        if flags & {"election", "setting", "count_rules"} or not flags:
            self.races.load()
        self.rounds.weigh()

    def open_target(self, target: targets.Target) -> None:
        """Show a TPS, of a race."""
        race = str(target.chosen.get("race") or "")
        if race:
            self.races.set_value(race)
        if target.subject and places.kind_of(target.subject) is places.Kind.TPS:
            self._wanted = target.subject
            self.what.set_value(checking_list.EVERY)
        self.rounds.read()

    def verify(self) -> None:
        """Verify the TPS that is open, and open the next one."""
        shown = self.detail.shown
        if shown is None:
            return
        desk, one = self.desk, shown.view
        self._write(
            lambda: count_check.verify(desk, one.key.subject, one.key.race, one.mark),
            lambda _nothing: self._done(_("{title} diverifikasi.").format(title=shown.title), goes_on=True),
        )

    def _lay_out(self) -> None:
        over = QtWidgets.QWidget()
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(self.races)
        top.addWidget(self.area, 1)
        top.addWidget(self.what, 1)
        below = QtWidgets.QHBoxLayout()
        below.setSpacing(theme.SPACE)
        below.addWidget(self.many)
        below.addWidget(self.lock_many)
        below.addStretch(1)
        self._left = left = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        self.split = split_view.SplitView(left, self.detail, name="count checking", share=0.36)
        self.shut = empty_state.EmptyState(
            "rahasia", _("Pemeriksaan tidak terbuka untuk Anda"), "", _("Buka hasil suara …"), self._open_sealed
        )
        self._stack = QtWidgets.QStackedWidget()
        opened = QtWidgets.QWidget()
        inner = QtWidgets.QVBoxLayout(opened)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        above = QtWidgets.QVBoxLayout(over)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(6)
        above.addLayout(top)
        above.addWidget(self.words)
        inner.addWidget(over)
        inner.addWidget(self.split, 1)
        # On a small screen the room above is that of the TPS, too.
        self.split.turned.connect(lambda is_alone: over.setVisible(not is_alone))
        self.split.turned.connect(self.detail.set_tight)
        for widget in (opened, self.shut):
            self._stack.addWidget(widget)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, theme.SPACE, 0, 0)
        whole.addWidget(self._stack)
        self.many.hide()
        self.lock_many.hide()

    def _look(self) -> Callable[[], checking_list.Read]:
        desk, race = self.desk, self.races.value() or ""
        area, what = self.area.value() or "", self.what.value()
        return lambda: checking_list.read(desk, race, area, what)

    def _take(self, found: checking_list.Read) -> None:
        self._access = found.access
        if found.queue is None:
            self._queue = None
            self.list.set_rows([])
            self.detail.show_one(None)
            self.photos.show_records(())
            why = checking_list.who_may(found.access, found.refused)
            self.shut.set_words(_("Pemeriksaan tidak terbuka untuk Anda"), why)
            if self.shut.button is not None:
                self.shut.button.setVisible(found.access.prepared and bool(found.access.pair))
            self._stack.setCurrentIndex(1)
            return
        self._stack.setCurrentIndex(0)
        self._queue = found.queue
        self.area.set_choices([("", _("Semua wilayah")), *found.regions])
        if self.area.value() is None:
            self.area.set_value("")
        before = self.list.current()
        at = self.list.view.currentIndex().row()
        self.list.set_rows(found.rows)
        self._states = checking_list.states(found.queue.states)
        self.words.setText(self._states)
        many = len(count_queue.without_notes(found.queue))
        said = ngettext("Verifikasi {count} TPS tanpa catatan", "Verifikasi {count} TPS tanpa catatan", many)
        self.many.setText(said.format(count=dotted(many)))
        self.many.setVisible(many > 1)
        self.lock_many.setVisible(self.what.value() == State.VERIFIED.value and bool(found.queue.lines))
        self._choose(before, at)

    def _choose(self, before: checking_list.Row | None, at: int) -> None:
        """The line that was wanted, the one after what was done, the same as before, or the first."""
        wanted, self._wanted = self._wanted, ""
        following, self._next = self._next, ""
        for subject in (wanted, following):
            if subject and self.list.show_row(subject):
                return
        current = self.list.current()
        if current is not None:
            self._chosen(current)
        elif self.list.model.rowCount():
            self.list.view.select_row(min(max(at, 0), self.list.model.rowCount() - 1) if before is not None else 0)
        else:
            self.detail.show_one(None)

    def _chosen(self, row: checking_list.Row | None) -> None:
        if row is None:
            return
        desk, race, subject = self.desk, self.races.value() or "", row.subject
        self.lanes.read(
            lambda: checking_words.read(desk, subject, race), self._show, self._failed, key="counts/check/one"
        )

    def _show(self, shown: checking_words.Shown) -> None:
        current = self.list.current()
        if current is None or current.subject != shown.view.key.subject:
            return
        self.detail.show_one(shown)
        self.photos.show_records(shown.view.records)

    def _enter(self) -> None:
        self.split.show_detail()
        self.detail.compare.take_focus()

    def _make_room(self, is_wanted: bool) -> None:
        """The photo takes the room of the queue, which Ctrl+↓ goes down meanwhile."""
        self._left.setMinimumWidth(0)
        self._left.setMaximumWidth(0 if is_wanted else _WIDEST)

    def _step_on(self) -> None:
        place = self.list.view.currentIndex().row() + 1
        if place < self.list.model.rowCount():
            self.list.view.select_row(place)

    def _said(self, asked: count_saying.Asked, figures: Mapping[str, int | None], reason: str) -> None:
        shown = self.detail.shown
        if shown is None:
            return
        verb, _colon, about = asked.key.partition(":")
        desk, one = self.desk, shown.view
        subject, race, seen = one.key.subject, one.key.race, one.seen
        whole = count_view.agreed(one) | {code: value for code, value in figures.items() if value is not None}

        def work() -> str:
            if verb == checking_detail.CHOOSE:
                count_check.decide(desk, subject, race, about, reason, seen=seen)
                return _("Ditetapkan.")
            if verb == checking_detail.TYPE:
                count_check.decide(desk, subject, race, count_check.TYPED, reason, whole, seen=seen)
                return _("Ditetapkan menurut formulir.")
            if verb == checking_detail.CORRECT:
                falls = count_check.correct(desk, subject, race, about, figures[about], reason, seen=seen)
                return _("Diperbaiki; TPS ini perlu diverifikasi lagi.") if falls else _("Diperbaiki.")
            if verb == checking_detail.ACCEPT:
                count_check.accept(desk, subject, race, [number for number, _words in asked.picks], reason)
                return _("Catatan diterima.")
            count_check.reread(desk, subject, race, reason)
            return _("Diminta dibaca lagi.")

        def done(said: str) -> None:
            self.detail.drop()
            self._done(said)

        self._write(work, done, self._refused)

    def _refused(self, error: Exception) -> None:
        """What was typed stays, and why it was not taken stands under it."""
        if isinstance(error, known.Refused) and self.detail.saying.asked is not None:
            self.detail.saying.refuse(words.render(error.message, error.params, _))
        else:
            self._failed(error)

    def _reopen(self, numbers: list[str]) -> None:
        shown, desk = self.detail.shown, self.desk
        if shown is not None:
            key = shown.view.key
            self._write(
                lambda: count_check.unaccept(desk, key.subject, key.race, numbers),
                lambda _nothing: self._done(_("Catatan dibuka lagi.")),
            )

    def _lock(self, is_wanted: bool) -> None:
        shown, desk = self.detail.shown, self.desk
        if shown is None:
            return
        key = shown.view.key
        verb = count_check.lock if is_wanted else count_check.unlock
        said = _("Dikunci.") if is_wanted else _("Kunci dibuka.")
        self._write(lambda: verb(desk, [key.subject], key.race), lambda _many: self._done(said, goes_on=is_wanted))

    def _lock_many(self) -> None:
        desk, race = self.desk, self.races.value() or ""
        subjects = [one.subject for one in self.list.model.shown()]
        self._write(lambda: count_check.lock(desk, subjects, race), self._done_many)

    def _verify_many(self) -> None:
        desk, race = self.desk, self.races.value() or ""
        if self._queue is not None:
            shown = {one.subject for one in self.list.model.shown()}
            ready = count_queue.without_notes(self._queue)
            seen = {subject: mark for subject, mark in ready.items() if subject in shown}
            self._write(lambda: count_check.verify_many(desk, race, seen), self._done_many)

    def _done_many(self, many: count_check.Many) -> None:
        said = ngettext(
            "{count} TPS selesai. Ctrl+Z membatalkannya.",
            "{count} TPS selesai. Ctrl+Z membatalkan semuanya.",
            many.done,
        ).format(count=dotted(many.done))
        if many.left:
            left = ngettext("{count} TPS dilewati", "{count} TPS dilewati", len(many.left))
            why = many.left[0][1]
            said += f" {left.format(count=dotted(len(many.left)))}: {words.render(why.message, why.params, _)}"
        self.say(said, notice.Tone.DONE if not many.left else notice.Tone.WARNING)

    def _done(self, said: str, *, goes_on: bool = False) -> None:
        if goes_on:
            place = self.list.view.currentIndex().row() + 1
            if place < self.list.model.rowCount():
                self._next = self.list.model.row(place).subject
        self.say(said, notice.Tone.DONE)

    def _write(
        self,
        work: Callable[[], object],
        done: Callable[..., None],
        refused: Callable[[Exception], None] | None = None,
    ) -> None:
        self.lanes.write(work, done, refused or self._failed)

    def _failed(self, error: Exception) -> None:
        self.failed(error)

    def _open_sealed(self) -> None:
        if self._access is not None:
            other = count_open_dialog.other_of(self._access, self.desk.operator.name)
            dialog = count_open_dialog.CountOpenDialog(self.desk, self.lanes, other, self.window())
            dialog.opened.connect(lambda: self.reload(board.FOLLOWS))
            dialog.open()
