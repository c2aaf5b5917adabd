# SPDX-License-Identifier: Apache-2.0
"""Salin: the TPS of a village at the left (`entering_side`), the C.HASIL of one of them at the right, copied with the
number pad and kept by `entering_saving`. Here: which form is shown, and where the keys go next.
"""

import functools
from collections.abc import Callable

from PySide6 import QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import places
from desk_app.operations import targets
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.pages.counts_page import bringing, entering_saving, entering_side, part, photographing, reading
from ui.widgets import count_sheet, empty_state, notice, split_view

_BASICS = frozenset("election setting region station count_rules candidate".split())


class EntryPart(part.Part):
    """The tab. Targets: a `subject` is a TPS, `chosen["race"]` a race."""

    listens = frozenset("count_form count_result count_rules candidate revote attachment".split())

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed)
        self._basics: reading.Basics | None = None
        self._wanted = ("", "")
        """The TPS and race that were asked for last; what is shown may be behind."""
        self._race = ""
        self._focus_wanted = False
        self.sheet = count_sheet.CountSheet()
        self.nothing = empty_state.EmptyState(
            "hasil",
            _("Pilih TPS dalam daftar"),
            _("Formulirnya tampil di sini. Tekan Enter untuk mulai menyalin."),
        )
        self.closed = empty_state.EmptyState("terkunci", "")
        self.candidates = empty_state.EmptyState(
            "hasil",
            _("Daftar calon belum diisi"),
            _("Isi dahulu calon atau partai pada surat suara."),
            _("Buka Pengaturan"),
            lambda: self.navigate.emit("settings", "count"),
        )
        self.bringing = bringing.Bringing(desk, lanes, lambda: self._race, self.say)
        self.side = entering_side.EntrySide(
            desk, lanes, failed, lambda: (self._wanted[0], self._race), self.bringing
        )
        self.saving = entering_saving.Saving(desk, lanes, self.sheet, failed)
        self._right = _stack(self.nothing, self.sheet, self.candidates)
        self.view = split_view.SplitView(self.side, self._right, name="counts", share=0.35)
        self._whole = _stack(self.view, self.closed)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.addWidget(self._whole)
        self.photos = photographing.PhotoPart(desk, lanes, self.sheet, self.saving.save, failed)
        self.first_field = self.side
        self._connect()

    def reload(self, flags: frozenset[str] = frozenset()) -> None:
        desk = self.desk
        if not flags or flags & _BASICS:
            self.lanes.read(lambda: reading.basics(desk), self._take_basics, self.failed, key="counts/basics")
        if flags & {"count_form", "count_result", "revote"}:
            self.side.reload()
            self._read_again()
        if "attachment" in flags:
            self.photos.reload()

    def commit(self) -> None:
        self.saving.save()

    def open_target(self, target: targets.Target) -> None:
        """Show a TPS, and the race that is asked for."""
        race = str(target.chosen.get("race") or "")
        if target.subject and places.kind_of(target.subject) is places.Kind.TPS:
            self._go(target.subject, race)

    def _connect(self) -> None:
        side, sheet, saving = self.side, self.sheet, self.saving
        side.chosen.connect(self._choose)
        side.opened.connect(lambda subject: self._go(subject))
        side.leaving.connect(lambda: saving.save())
        side.emptied.connect(self._show_nothing)
        side.told.connect(lambda words: self.say(words, notice.Tone.DONE))
        side.filling.connect(
            lambda village: self.navigate.emit("stations", targets.Target(targets.Page.STATIONS, subject=village))
        )
        sheet.finished.connect(self._finish)
        sheet.left.connect(self._to_list)
        sheet.stepped.connect(self._step)
        sheet.raced.connect(self._to_race)
        saving.notices.connect(self.notices)
        saving.recorded.connect(self.photos.show_record)
        saving.wanted.connect(self._go)
        self.photos.notices.connect(self.notices)

    def _take_basics(self, found: reading.Basics) -> None:
        before, self._basics = self._basics, found
        if found.trouble:
            self.closed.set_words(*found.trouble)
            self._whole.setCurrentWidget(self.closed)
            return
        self._whole.setCurrentWidget(self.view)
        self.saving.locks = found.lock
        codes = [code for code, _short in found.races]
        if self._race not in codes or (self.saving.shown is None and self._race not in found.ready):
            self._race = next(iter((*found.ready, *codes)), "")
        self.sheet.set_races(found.races, found.ready)
        if not found.ready and self.saving.shown is None:
            self._right.setCurrentWidget(self.candidates)
        elif self._right.currentWidget() is self.candidates:
            self._right.setCurrentWidget(self.nothing)
        self.side.set_basics(found)
        if before is None:
            self.saving.look_for_drafts()
        self._read_again()

    def _choose(self, subject: str) -> None:
        """Show a TPS while the keys stay in the list."""
        if subject != self._wanted[0]:
            self.saving.save()
            self._read(subject, self._race)

    def _go(self, subject: str, race: str = "") -> None:
        """Open a TPS, the keys in its form; those that are pressed until it is there are kept for it."""
        self.saving.save()
        self._race = race or self._race
        self._focus_wanted = True
        shown = self.saving.shown
        self.side.go_to(subject)
        self.view.show_detail()
        if shown is not None and shown.key == (subject, self._race) and not self._is_behind():
            self._focus_form()
            return
        if (self.sheet.has_keys() or self.side.has_keys()) and self._right.currentWidget() is self.sheet:
            # So that a quick hand loses no digit.
            self.sheet.form.wait()
            self.sheet.form.setFocus()
        self._read(subject, self._race)

    def _is_behind(self) -> bool:
        shown = self.saving.shown
        return shown is None or self._wanted != shown.key

    def _read(self, subject: str, race: str) -> None:
        desk = self.desk
        self._wanted = (subject, race)
        self.lanes.read(
            lambda: reading.form(desk, subject, race), self._take, self._refuse, key="counts/sheet"
        )

    def _read_again(self) -> None:
        if self._wanted[0]:
            self._read(*self._wanted)

    def _take(self, read: reading.Read) -> None:
        sheet, shown = read.sheet, self.saving.shown
        key = (read.subject, read.race)
        if key != self._wanted:
            return
        if sheet is None:
            self._tell_no_candidates()
            return
        if shown is not None and shown.key == key and self._right.currentWidget() is self.sheet:
            # What was read before the last save is older than what is shown.
            if not self.saving.is_pending(key) and sheet.seen >= shown.seen:
                if not self.sheet.is_altered:
                    shown.seen = sheet.seen
                self.sheet.renew(sheet)
        else:
            self._race = sheet.key.race
            self._right.setCurrentWidget(self.sheet)
            self.saving.show_next(entering_saving.Shown(*key, sheet.seen), sheet, read.title)
            draft = read.draft
            if draft is not None and draft.occasion == sheet.occasion and sheet.closed is None:
                self.sheet.put_draft(dict(draft.figures), draft.reason)
        self.photos.show_record(sheet.record)
        if self._focus_wanted:
            self._focus_form()
        self.sheet.form.go_on()

    def _focus_form(self) -> None:
        self._focus_wanted = False
        self.sheet.form.setFocus()

    def _refuse(self, error: Exception) -> None:
        """Nothing is shown of a form that cannot be read, as of a TPS that is gone."""
        self._show_nothing()
        self.failed(error)

    def _show_nothing(self) -> None:
        self._focus_wanted = False
        self.saving.shown, self._wanted = None, ("", "")
        self.sheet.form.give_up()
        self.photos.show_record(None)
        if self._right.currentWidget() is self.sheet:
            self._right.setCurrentWidget(self.nothing)

    def _tell_no_candidates(self) -> None:
        """A race whose candidates nobody has written has no form: what was shown stays, if anything was."""
        self._focus_wanted = False
        self.sheet.form.give_up()
        shown = self.saving.shown
        if shown is None:
            self._right.setCurrentWidget(self.candidates)
            return
        labels = dict(self._basics.labels) if self._basics is not None else {}
        words = _("Daftar calon {race} belum diisi.").format(race=labels.get(self._wanted[1], self._wanted[1]))
        self._wanted = shown.key
        self._race = shown.race
        self.side.list.show_subject(shown.subject)
        go = functools.partial(self.navigate.emit, "settings", "count")
        self.notices.emit(notice.Notice(words, notice.Tone.WARNING, _("Buka Pengaturan"), go))

    def _finish(self) -> None:
        """The last field, or Ctrl+S: save, and go to the next TPS that is still to be copied."""
        shown = self.saving.shown
        if shown is None:
            return
        if self.sheet.wants_reason:
            self.sheet.look()
            self.sheet.reason.setFocus()
            return
        self.saving.save(tells=True)
        following = self.side.next_open(shown.subject, shown.race)
        if following:
            self._go(following)
            return
        self._to_list()
        left = self.side.others_open(shown.subject)
        if left:
            words = ngettext(
                "TPS terakhir dalam daftar. {count} TPS di atasnya belum lengkap Anda salin.",
                "TPS terakhir dalam daftar. {count} TPS di atasnya belum lengkap Anda salin.",
                left,
            )
            self.say(words.format(count=left))
        else:
            self.say(_("Semua TPS desa/kelurahan ini sudah disalin."), notice.Tone.DONE)
            if self.side.villages.next.isVisible():
                self.side.villages.next.setFocus()

    def _to_list(self) -> None:
        self.saving.save()
        self.view.show_list()
        self.side.list.setFocus()

    def _step(self, by: int) -> None:
        subjects = self.side.list.subjects()
        now = self._wanted[0]
        place = subjects.index(now) + by if now in subjects else 0
        if 0 <= place < len(subjects):
            self._go(subjects[place])
        else:
            self.say(_("Ini yang terakhir dalam daftar.") if by > 0 else _("Ini yang pertama dalam daftar."))

    def _to_race(self, race: str) -> None:
        if self._wanted[0]:
            self._go(self._wanted[0], race)


def _stack(*widgets: QtWidgets.QWidget) -> QtWidgets.QStackedWidget:
    made = QtWidgets.QStackedWidget()
    for widget in widgets:
        made.addWidget(widget)
    return made
