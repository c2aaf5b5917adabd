# SPDX-License-Identifier: Apache-2.0
"""Salin: the TPS of a village at the left, the C.HASIL of one of them at the right, copied with the number pad.

What is typed is saved when the form is left or whole; until then a draft under seal keeps it for a power cut.
"""

import functools
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import places
from desk_app.domain.counts import lines
from desk_app.operations import count_drafts, count_entry, targets
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.pages.counts_page import bringing, part, photographing, reading
from ui.widgets import (
    count_sheet,
    count_stations,
    drafts,
    empty_state,
    flow_row,
    notice,
    remembered,
    split_view,
    village_choice,
)

_BASICS = frozenset("election setting region station count_rules candidate".split())


@dataclass
class _Shown:
    """The form that is shown: its TPS and race, how far it was read, and what was handed over to be saved last."""

    subject: str
    race: str
    seen: int
    sent: tuple[dict[str, int], str] | None = None


class EntryPart(part.Part):
    """The tab. Targets: a `subject` is a TPS, `chosen["race"]` a race."""

    listens = frozenset("count_form count_result count_rules candidate revote attachment".split())

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed)
        self._basics: reading.Basics | None = None
        self._stations: Sequence[count_entry.Station] = ()
        self._shown: _Shown | None = None
        self._wanted = ("", "")
        """The TPS and race that were asked for last; what is shown may be behind."""
        self._race = ""
        self._focus_wanted = False
        self._begins = False
        """The first TPS of the village that is being read is to be opened."""
        self._pending: Counter[tuple[str, str]] = Counter()
        self._keep_soon = QtCore.QTimer(self, singleShot=True, interval=drafts.KEEP_MS)
        self._keep_soon.timeout.connect(self._keep)
        self.villages = village_choice.VillageChoice()
        self.list = count_stations.CountStations(())
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
        self._side = QtWidgets.QWidget()
        self._left = QtWidgets.QVBoxLayout(self._side)
        self._fill_side()
        self._right = _stack(self.nothing, self.sheet, self.candidates)
        self.view = split_view.SplitView(self._side, self._right, name="counts", share=0.35)
        self._whole = _stack(self.view, self.closed)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.addWidget(self._whole)
        self.photos = photographing.PhotoPart(desk, lanes, self.sheet, self._save_for_photo, failed)
        self.first_field = self._side
        self._connect()

    def reload(self, flags: frozenset[str] = frozenset()) -> None:
        desk = self.desk
        if not flags or flags & _BASICS:
            self.lanes.read(lambda: reading.basics(desk), self._take_basics, self.failed, key="counts/basics")
        if flags & {"count_form", "count_result", "revote"}:
            self._read_stations()
            self._read_again()
        if "attachment" in flags:
            self.photos.reload()

    def commit(self) -> None:
        self._save()

    def open_target(self, target: targets.Target) -> None:
        """Show a TPS, and the race that is asked for."""
        race = str(target.chosen.get("race") or "")
        if target.subject and places.kind_of(target.subject) is places.Kind.TPS:
            self._go(target.subject, race)

    def _fill_side(self) -> None:
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(theme.SPACE)
        self._left.addWidget(self.villages)
        self._left.addWidget(self.list, 1)
        foot = flow_row.FlowRow(theme.SPACE)
        foot.addWidget(self.villages.next)
        foot.addWidget(self.bringing)
        self._left.addLayout(foot)
        self._side.setFocusProxy(self.list)

    def _connect(self) -> None:
        self._connect_list()
        self.villages.district_picked.connect(lambda code: self._read_villages(code, ""))
        self.villages.picked.connect(self._village_picked)
        sheet = self.sheet
        sheet.edited.connect(self._edited)
        sheet.committed.connect(self._left_form)
        sheet.finished.connect(self._finish)
        sheet.left.connect(self._to_list)
        sheet.stepped.connect(self._step)
        sheet.raced.connect(self._to_race)
        sheet.form.moved.connect(self._save_whole)
        self.photos.notices.connect(self.notices)

    def _connect_list(self) -> None:
        self.list.chosen.connect(lambda subject: self._choose(subject))
        self.list.opened.connect(lambda subject: self._go(subject))
        self.list.told.connect(lambda words: self.say(words, notice.Tone.DONE))
        self.list.wanted.connect(
            lambda: self.navigate.emit("stations", targets.Target(targets.Page.STATIONS, subject=self.villages.code))
        )

    def _take_basics(self, found: reading.Basics) -> None:
        before, self._basics = self._basics, found
        if found.trouble:
            self.closed.set_words(*found.trouble)
            self._whole.setCurrentWidget(self.closed)
            return
        self._whole.setCurrentWidget(self.view)
        codes = [code for code, _short in found.races]
        if self._race not in codes or (self._shown is None and self._race not in found.ready):
            self._race = next(iter((*found.ready, *codes)), "")
        if before is None or before.races != found.races:
            self._renew_list(found)
        self.sheet.set_races(found.races, found.ready)
        if not found.ready and self._shown is None:
            self._right.setCurrentWidget(self.candidates)
        elif self._right.currentWidget() is self.candidates:
            self._right.setCurrentWidget(self.nothing)
        self.villages.set_districts(found.districts)
        kept = str(remembered.get(self._memory) or "")
        inside = any(places.is_within(kept, code) for code, _name in found.districts) if kept else False
        village = self.villages.code or (kept if inside else found.first)
        district = places.district_of(village) if village else None
        if not district and found.districts:
            district = found.districts[0][0]
        if district:
            self._read_villages(district, village)
        if before is None:
            self._look_for_drafts()
        self._read_again()

    def _renew_list(self, found: reading.Basics) -> None:
        """Columns for other races."""
        old = self.list
        had_keys = old.table.view.hasFocus()
        self.list = count_stations.CountStations(found.races)
        self._left.replaceWidget(old, self.list)
        old.deleteLater()
        self._side.setFocusProxy(self.list)
        self.list.show()
        if had_keys:
            self.list.setFocus()
        old.hide()
        self._connect_list()

    @property
    def _memory(self) -> str:
        return f"counts/village/{self.desk.identity.place}"

    def _read_villages(self, district: str, chosen: str) -> None:
        desk = self.desk

        def take(found: reading.Named) -> None:
            before = self.villages.code
            self.villages.set_villages(district, found, chosen)
            if self.villages.code != before or not self._stations:
                self._read_stations()

        self.lanes.read(lambda: reading.villages(desk, district), take, self.failed, key="counts/villages")

    def _village_picked(self, code: str) -> None:
        self._save()
        remembered.keep(self._memory, code)
        self._begins = self.villages.next.hasFocus()
        self._read_stations()

    def _read_stations(self) -> None:
        desk, village = self.desk, self.villages.code
        if village:
            self.lanes.read(
                lambda: (village, count_entry.stations(desk, village)),
                self._take_stations,
                self.failed,
                key="counts/stations",
            )

    def _take_stations(self, read: tuple[str, list[count_entry.Station]]) -> None:
        village, found = read
        if village != self.villages.code:
            return
        self._stations = found
        self.list.set_stations(found)
        begins, self._begins = self._begins, False
        first = next((one.subject for one in found if self._is_open(one)), found[0].subject if found else "")
        if begins and first:
            self._go(first)
        elif any(one.subject == self._wanted[0] for one in found):
            self.list.show_subject(self._wanted[0])
        else:
            # Another village: its first TPS that is still to be copied lies ready for Enter.
            self.list.show_subject(first)
            if first:
                self._choose(first)
            else:
                self._show_nothing()

    def _choose(self, subject: str) -> None:
        """Show a TPS while the keys stay in the list."""
        if subject != self._wanted[0]:
            self._save()
            self._read(subject, self._race)

    def _go(self, subject: str, race: str = "") -> None:
        """Open a TPS, the keys in its form; those that are pressed until it is there are kept for it."""
        self._save()
        self._race = race or self._race
        self._focus_wanted = True
        shown = self._shown
        village = places.parse(subject).code
        if village != self.villages.code:
            district = places.district_of(village)
            remembered.keep(self._memory, village)
            if district:
                self._read_villages(district, village)
        self.list.show_subject(subject)
        self.view.show_detail()
        if shown is not None and (shown.subject, shown.race) == (subject, self._race) and not self._is_behind():
            self._focus_form()
            return
        has_keys = self.sheet.has_keys() or self.list.table.view.hasFocus()
        if has_keys and self._right.currentWidget() is self.sheet:
            # So that a quick hand loses no digit.
            self.sheet.form.wait()
            self.sheet.form.setFocus()
        self._read(subject, self._race)

    def _is_behind(self) -> bool:
        shown = self._shown
        return shown is None or self._wanted != (shown.subject, shown.race)

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
        sheet, shown = read.sheet, self._shown
        key = (read.subject, read.race)
        if key != self._wanted:
            return
        if sheet is None:
            self._tell_no_candidates()
            return
        if shown is not None and (shown.subject, shown.race) == key and self._right.currentWidget() is self.sheet:
            # What was read before the last save is older than what is shown.
            if not self._pending[key] and sheet.seen >= shown.seen:
                if not self.sheet.is_altered:
                    shown.seen = sheet.seen
                self.sheet.renew(sheet)
        else:
            self._shown = _Shown(*key, sheet.seen)
            self._race = sheet.key.race
            self._right.setCurrentWidget(self.sheet)
            self.sheet.show_sheet(sheet, read.title)
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
        self._shown, self._wanted = None, ("", "")
        self.sheet.form.give_up()
        self.photos.show_record(None)
        if self._right.currentWidget() is self.sheet:
            self._right.setCurrentWidget(self.nothing)

    def _tell_no_candidates(self) -> None:
        """A race whose candidates nobody has written has no form: what was shown stays, if anything was."""
        self._focus_wanted = False
        self.sheet.form.give_up()
        shown = self._shown
        if shown is None:
            self._right.setCurrentWidget(self.candidates)
            return
        labels = dict(self._basics.labels) if self._basics is not None else {}
        words = _("Daftar calon {race} belum diisi.").format(race=labels.get(self._wanted[1], self._wanted[1]))
        self._wanted = (shown.subject, shown.race)
        self._race = shown.race
        self.list.show_subject(shown.subject)
        go = functools.partial(self.navigate.emit, "settings", "count")
        self.notices.emit(notice.Notice(words, notice.Tone.WARNING, _("Buka Pengaturan"), go))

    def _edited(self) -> None:
        if not self._keep_soon.isActive():
            self._keep_soon.start()

    @QtCore.Slot()
    def _keep(self) -> None:
        """Keep what was typed until now, in case the light goes out."""
        draft = self._draft()
        if draft is not None:
            desk = self.desk
            self.lanes.write(lambda: count_drafts.keep(desk, draft), None, self.failed)

    def _draft(self) -> count_drafts.Draft | None:
        shown, one = self._shown, self.sheet.sheet
        if shown is None or one is None or not self.sheet.is_altered:
            return None
        return count_drafts.Draft(
            shown.subject, shown.race, one.occasion, self.sheet.form.figures(), self.sheet.reason.value()
        )

    def _left_form(self) -> None:
        # From the figures to their reason is no leaving.
        if not self.sheet.reason.hasFocus():
            self._save()

    def _save_whole(self) -> None:
        """A form that is whole is saved at once, unless nothing could be altered afterwards."""
        one, held = self.sheet.sheet, self._basics
        if one is None or held is None or held.lock:
            return
        if lines.whole(one.form, self.sheet.form.figures()):
            self._save()

    def _save(self, then: Callable[[int], None] | None = None, *, tells: bool = False) -> None:
        """Save what was typed, if anything; `then` is told the record. `tells`: say what was noted of it."""
        self._keep_soon.stop()
        shown, one = self._shown, self.sheet.sheet
        if shown is None or one is None or one.closed is not None:
            return
        now = (self.sheet.form.figures(), self.sheet.reason.value())
        if then is None and (not self.sheet.is_altered or now == shown.sent):
            return
        shown.sent = now
        desk, key = self.desk, (shown.subject, shown.race)
        name = _("TPS {number:03d}").format(number=one.key.number)

        def work() -> tuple[count_entry.Saved, count_entry.Sheet]:
            done = count_entry.save(desk, *key, now[0], reason=now[1], seen=shown.seen)
            count_drafts.drop(desk, *key)
            fresh = count_entry.sheet(desk, *key)
            shown.seen = fresh.seen
            return done, fresh

        self._pending[key] += 1
        self.sheet.say_saving()
        self.lanes.write(
            work,
            functools.partial(self._saved, shown, name if tells else "", then),
            functools.partial(self._not_saved, shown, name, now, one.occasion),
        )

    def _saved(
        self,
        shown: _Shown,
        name: str,
        then: Callable[[int], None] | None,
        done: tuple[count_entry.Saved, count_entry.Sheet],
    ) -> None:
        saved, fresh = done
        self._pending[shown.subject, shown.race] -= 1
        if shown is self._shown:
            self.sheet.show_base(fresh)
            if self.sheet.is_altered:
                self.sheet.say_unsaved()
            else:
                self.sheet.say_saved()
            self.photos.show_record(fresh.record)
        if name:
            self.sheet.say_before(name, saved)
        if then is not None:
            then(saved.record)

    def _not_saved(
        self, shown: _Shown, name: str, now: tuple[dict[str, int], str], occasion: int, error: Exception
    ) -> None:
        """What was typed stays: in the form if it is still shown, and as a draft."""
        self._pending[shown.subject, shown.race] -= 1
        shown.sent = None
        if not isinstance(error, known.Refused):
            raise error
        desk, draft = self.desk, count_drafts.Draft(shown.subject, shown.race, occasion, *now)
        self.lanes.write(lambda: count_drafts.keep(desk, draft), None, self.failed)
        if shown is self._shown:
            self.sheet.say_unsaved()
        words = _("{station} belum tersimpan: {why}").format(station=name, why=errors.words(error))
        back = functools.partial(self._go, shown.subject, shown.race)
        self.notices.emit(notice.Notice(words, notice.Tone.REFUSED, _("Buka lagi"), back))

    def _save_for_photo(self, then: Callable[[int], None]) -> None:
        self._save(then)

    def _finish(self) -> None:
        """The last field, or Ctrl+S: save, and go to the next TPS that is still to be copied."""
        shown = self._shown
        if shown is None:
            return
        if self.sheet.wants_reason:
            self.sheet.look()
            self.sheet.reason.setFocus()
            return
        self._save(tells=True)
        second = self._basics.second if self._basics is not None else frozenset()
        following = count_stations.next_open(self._stations, shown.subject, shown.race, second)
        if following:
            self._go(following)
            return
        self._to_list()
        left = [one for one in self._stations if one.subject != shown.subject and self._is_open(one)]
        if left:
            words = ngettext(
                "TPS terakhir dalam daftar. {count} TPS di atasnya belum lengkap Anda salin.",
                "TPS terakhir dalam daftar. {count} TPS di atasnya belum lengkap Anda salin.",
                len(left),
            )
            self.say(words.format(count=len(left)))
        else:
            self.say(_("Semua TPS desa/kelurahan ini sudah disalin."), notice.Tone.DONE)
            if self.villages.next.isVisible():
                self.villages.next.setFocus()

    def _is_open(self, one: count_entry.Station) -> bool:
        second = self._basics.second if self._basics is not None else frozenset()
        return count_stations.is_open(one, self._race, second)

    def _to_list(self) -> None:
        self._save()
        self.view.show_list()
        self.list.setFocus()

    def _step(self, by: int) -> None:
        subjects = self.list.subjects()
        now = self._wanted[0]
        place = subjects.index(now) + by if now in subjects else 0
        if 0 <= place < len(subjects):
            self._go(subjects[place])
        else:
            self.say(_("Ini yang terakhir dalam daftar.") if by > 0 else _("Ini yang pertama dalam daftar."))

    def _to_race(self, race: str) -> None:
        if self._wanted[0]:
            self._go(self._wanted[0], race)

    def _look_for_drafts(self) -> None:
        desk = self.desk
        self.lanes.read(lambda: count_drafts.waiting(desk), self._tell_drafts, self.failed)

    def _tell_drafts(self, found: list[count_drafts.Draft]) -> None:
        if found:
            count, first = len(found), found[0]
            words = ngettext(
                "{count} salinan C.HASIL diketik dan belum tersimpan.",
                "{count} salinan C.HASIL diketik dan belum tersimpan.",
                count,
            ).format(count=count)
            go_on = functools.partial(self._go, first.subject, first.race)
            self.notices.emit(notice.Notice(words, notice.Tone.WARNING, _("Lanjutkan"), go_on))


def _stack(*widgets: QtWidgets.QWidget) -> QtWidgets.QStackedWidget:
    made = QtWidgets.QStackedWidget()
    for widget in widgets:
        made.addWidget(widget)
    return made
