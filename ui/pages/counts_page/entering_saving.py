# SPDX-License-Identifier: Apache-2.0
"""What is typed into a C.HASIL is kept: as a draft while one types, saved when the form is left or whole.

What cannot be saved stays in its form and as a draft, and leads back to it.
"""

import functools
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from PySide6 import QtCore

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain.counts import lines
from desk_app.operations import count_drafts, count_entry
from desk_app.operations.desk import Desk
from ui import errors, runner
from ui.widgets import count_sheet, drafts, notice


@dataclass
class Shown:
    """The form that is shown: its TPS and race, how far it was read, and what was handed over to be saved last.

    `tells`: how it was saved is said while the next one is shown; `done`: how it was.
    """

    subject: str
    race: str
    seen: int
    sent: tuple[dict[str, int], str] | None = None
    tells: bool = False
    done: count_entry.Saved | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.subject, self.race


class Saving(QtCore.QObject):
    """Keeps what is typed into `sheet`, which shows `shown`. `notices(Notice)`; `recorded(int | None)`: the record of
    what is shown, once it is saved; `wanted(subject, race)`: a form is to be opened again.
    """

    notices = QtCore.Signal(object)
    recorded = QtCore.Signal(object)
    wanted = QtCore.Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        sheet: count_sheet.CountSheet,
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(sheet)
        self._desk, self._lanes, self._sheet, self._failed = desk, lanes, sheet, failed
        self.shown: Shown | None = None
        self.locks = False
        """What is saved is not altered any more, so nothing is saved before the form is left."""
        self._pending: Counter[tuple[str, str]] = Counter()
        self._keep_soon = QtCore.QTimer(self, singleShot=True, interval=drafts.KEEP_MS)
        self._keep_soon.timeout.connect(self._keep)
        sheet.edited.connect(self._edited)
        sheet.committed.connect(self._left_form)
        sheet.form.moved.connect(self._save_whole)

    def is_pending(self, key: tuple[str, str]) -> bool:
        """Whether what was typed into a form is being saved."""
        return bool(self._pending[key])

    def save(self, then: Callable[[int], None] | None = None, *, tells: bool = False) -> None:
        """Save what was typed, if anything; `then` is told the record. `tells`: say what was noted of it."""
        self._keep_soon.stop()
        shown, one = self.shown, self._sheet.sheet
        if shown is None or one is None or one.closed is not None:
            return
        shown.tells |= tells
        now = (self._sheet.form.figures(), self._sheet.reason.value())
        if then is None and (not self._sheet.is_altered or now == shown.sent):
            return
        shown.sent = now
        desk, key = self._desk, shown.key
        name = _("TPS {number:03d}").format(number=one.key.number)

        def work() -> tuple[count_entry.Saved, count_entry.Sheet]:
            done = count_entry.save(desk, *key, now[0], reason=now[1], seen=shown.seen)
            count_drafts.drop(desk, *key)
            fresh = count_entry.sheet(desk, *key)
            shown.seen = fresh.seen
            return done, fresh

        self._pending[key] += 1
        self._sheet.say_saving()
        self._lanes.write(
            work,
            lambda done: self._saved(shown, name, then, done),
            lambda error: self._not_saved(shown, name, now, one.occasion, error, with_photo=then is not None),
        )

    def show_next(self, shown: Shown, sheet: count_entry.Sheet, title: str) -> None:
        """Another form; how the one before it was saved stays to be read, whichever of the two came first."""
        before, one = self.shown, self._sheet.sheet
        self.shown = shown
        self._sheet.show_sheet(sheet, title)
        if before is None or one is None or before.done is None or self.is_pending(before.key):
            return
        if before.tells:
            self._sheet.say_before(_("TPS {number:03d}").format(number=one.key.number), before.done)

    def look_for_drafts(self) -> None:
        """Tell of what was typed before and not saved."""
        desk = self._desk
        self._lanes.read(lambda: count_drafts.waiting(desk), self._tell_drafts, self._failed)

    def _edited(self) -> None:
        if not self._keep_soon.isActive():
            self._keep_soon.start()

    @QtCore.Slot()
    def _keep(self) -> None:
        """Keep what was typed until now, in case the light goes out."""
        shown, one, desk = self.shown, self._sheet.sheet, self._desk
        if shown is not None and one is not None and self._sheet.is_altered:
            typed = (self._sheet.form.figures(), self._sheet.reason.value())
            draft = count_drafts.Draft(*shown.key, one.occasion, *typed)
            self._lanes.write(lambda: count_drafts.keep(desk, draft), None, self._failed)

    def _left_form(self) -> None:
        # From the figures to their reason is no leaving.
        if not self._sheet.reason.hasFocus():
            self.save()

    def _save_whole(self) -> None:
        """A form that is whole is saved at once, unless nothing could be altered afterwards."""
        one = self._sheet.sheet
        if one is not None and not self.locks and lines.whole(one.form, self._sheet.form.figures()):
            self.save()

    def _saved(
        self,
        shown: Shown,
        name: str,
        then: Callable[[int], None] | None,
        done: tuple[count_entry.Saved, count_entry.Sheet],
    ) -> None:
        saved, fresh = done
        shown.done = saved
        self._pending[shown.key] -= 1
        if shown is self.shown:
            self._sheet.show_base(fresh)
            if self._sheet.is_altered:
                self._sheet.say_unsaved()
            else:
                self._sheet.say_saved()
            self.recorded.emit(fresh.record)
        if shown.tells:
            self._sheet.say_before(name, saved)
        if then is not None:
            then(saved.record)

    def _not_saved(
        self,
        shown: Shown,
        name: str,
        now: tuple[dict[str, int], str],
        occasion: int,
        error: Exception,
        *,
        with_photo: bool,
    ) -> None:
        """What was typed stays: in the form if it is still shown, and as a draft."""
        self._pending[shown.key] -= 1
        shown.sent = None
        if not isinstance(error, known.Refused):
            raise error
        desk, draft = self._desk, count_drafts.Draft(*shown.key, occasion, *now)
        self._lanes.write(lambda: count_drafts.keep(desk, draft), None, self._failed)
        if shown is self.shown:
            self._sheet.say_unsaved()
        words = _("{station} belum tersimpan: {why}").format(station=name, why=errors.words(error))
        if with_photo:
            words += " " + _("Fotonya belum dilampirkan; berikan lagi sesudah tersimpan.")
        back = functools.partial(self.wanted.emit, *shown.key)
        self.notices.emit(notice.Notice(words, notice.Tone.REFUSED, _("Buka lagi"), back))

    def _tell_drafts(self, found: list[count_drafts.Draft]) -> None:
        if found:
            count, first = len(found), found[0]
            words = ngettext(
                "{count} salinan C.HASIL diketik dan belum tersimpan.",
                "{count} salinan C.HASIL diketik dan belum tersimpan.",
                count,
            ).format(count=count)
            go_on = functools.partial(self.wanted.emit, first.subject, first.race)
            self.notices.emit(notice.Notice(words, notice.Tone.WARNING, _("Lanjutkan"), go_on))
