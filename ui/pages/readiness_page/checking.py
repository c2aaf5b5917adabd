# SPDX-License-Identifier: Apache-2.0
"""Ceklis: the list at the left, the checklist of one place at the right, filled by a rhythm of keys.

A paper form is typed in by its number: the box above the list takes it, and after the last item offers the next.
"""

from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import answers, places
from desk_app.domain import errors as known
from desk_app.domain.words import dotted
from desk_app.operations import answers as answering
from desk_app.operations import (
    areas,
    attachments,
    form_numbers,
    place_sheets,
    places_watched,
    reasons,
    stations,
    targets,
)
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.dialogs import answer_pictures
from ui.pages.readiness_page import filling, part, targeting
from ui.widgets import (
    answer_buttons,
    checklist_sheet,
    empty_state,
    form_box,
    place_box,
    place_list,
    split_view,
    station_list,
)

STATIONS, PLACES = range(2)
"""What the list holds: TPS, or gudang, PPK, PPS and posko."""


class ChecklistPart(part.Part):
    """`view` is the widget; `read_again(flags)`, `open(target)`, `set_phase(phase)`, `commit()`."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        self._filter = stations.EVERYTHING
        self._order, self._descending = stations.Order.PLACE, False
        self._phase: int | None = None
        self._subject = ""
        self._wanted: int | str = ""
        """What was asked for last: a subject, or a TPS by its record; what is shown (`_subject`) may be behind it."""
        self._focus_wanted = False
        self._item_wanted = ""
        self._number = 0
        """The record of the TPS whose sheet is shown."""
        self._is_listed = self._widens = False
        self.kinds = answer_buttons.AnswerButtons()
        self.kinds.setAccessibleName(_("Tempat yang diisi"))
        self._show_kinds(0)
        self.kinds.set_value(str(STATIONS))
        self.number = form_box.FormBox()
        self.list = station_list.StationList(self._fetch, lanes)
        self.places = place_list.PlaceList()
        self.sheet = checklist_sheet.ChecklistSheet(self.when, desk.identity.name)
        self.nothing = empty_state.EmptyState(
            "kesiapan", _("Pilih TPS dalam daftar"), _("Ceklisnya tampil di sini. Tekan Enter untuk mulai mengisi.")
        )
        self._lists = stack(self.list, self.places)
        self._right = stack(self.nothing, self.sheet)
        self.view = split_view.SplitView(self._left(), self._right, name="readiness", share=0.41)
        self.filling = filling.FillingPart(desk, lanes, self)
        self._connect()

    @property
    def shows(self) -> int:
        """What the list holds now: STATIONS or PLACES."""
        return self._lists.currentIndex()

    def set_basics(self, found: part.Basics, words: tuple[str, str]) -> None:
        """Take the regions to choose from."""
        self.list.area.set_areas(words[0], [(one.code, one.name) for one in found.regions], words[1])
        self.list.area.set_area(self._filter.area)
        self._reload()

    def set_phase(self, phase: int) -> None:
        """Show another phase."""
        if phase == self._phase:
            return
        self.sheet.commit()
        self._phase = phase
        self.list.table.refresh()
        if self._filter.states or self._filter.unrecorded or self._order is stations.Order.READINESS:
            self._reload()
        if self._wanted:
            self._read_sheet(self._wanted)
        if self.shows == PLACES:
            self._read_places()

    def read_again(self, flags: frozenset[str]) -> None:
        """Show anew what has changed."""
        if "station" in flags:
            self._reload()
        else:
            self._refresh_list()
        if self._wanted:
            self._read_sheet(self._wanted)

    def open(self, target: targets.Target) -> None:
        """Show the place, the filter or the other places that a target names."""
        self.sheet.commit()
        chosen = {name: value for name, value in target.chosen.items() if name != "item"}
        self._item_wanted = str(target.chosen.get("item") or "")
        kind = places.kind_of(target.subject) if target.subject else None
        if kind is not None and kind is not places.Kind.TPS:
            self.places.show_unrecorded(False)
            self.show_kind(PLACES)
            self._open_place(target.subject)
        elif target.chosen.get("places"):
            self.places.show_unrecorded(bool(target.chosen.get("unrecorded")))
            self.show_kind(PLACES)
            self.view.show_list()
        else:
            self.show_kind(STATIONS)
            if kind is None or chosen:
                self._filter = targeting.filter_of(target, "" if kind else target.subject)
                self.list.show_filter(self._filter)
                self._reload()
                self.view.show_list()
            if kind is not None:
                self._number, self._widens = 0, not chosen
                self._open_place(target.subject)

    def show_kind(self, kind: int) -> None:
        """List the TPS, or the other places."""
        self.sheet.commit()
        self.kinds.set_value(str(kind))
        self._lists.setCurrentIndex(kind)
        shows_station = bool(self._subject) and places.kind_of(self._subject) is places.Kind.TPS
        if kind == PLACES:
            self._read_places()
        elif not shows_station and (number := self.list.table.current_id()) is not None:
            self._read_sheet(number)

    def commit(self) -> None:
        """Let what is typed be saved."""
        self.sheet.commit()

    def _left(self) -> QtWidgets.QWidget:
        left = QtWidgets.QWidget()
        line = QtWidgets.QHBoxLayout()
        line.setSpacing(theme.SPACE)
        line.addWidget(self.kinds)
        line.addWidget(self.number, 1)
        column = QtWidgets.QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(line)
        column.addWidget(self._lists, 1)
        left.setFocusProxy(self._lists)
        return left

    def _connect(self) -> None:
        self.kinds.picked.connect(lambda code: self.show_kind(int(code) if code else self.shows))
        self.number.searched.connect(self._find_form)
        self.number.wanted.connect(self._open_form)
        shortcut = QtGui.QShortcut(QtGui.QKeySequence("Ctrl+G"), self.view)
        shortcut.activated.connect(lambda: self._offer(""))
        self.list.filtered.connect(self._filter_by)
        self.list.sorted.connect(self._sort_by)
        self.list.parts_wanted.connect(self._read_parts)
        self.list.stations_wanted.connect(lambda: self.lead("stations", targets.Target(targets.Page.STATIONS)))
        for one in (self.list, self.places):
            one.chosen.connect(self._choose_place)
            one.opened.connect(self._open_place)
            one.told.connect(self.done)
        sheet = self.sheet
        sheet.answered.connect(self._answer)
        sheet.noted.connect(self._note)
        sheet.issue_wanted.connect(self._new_issue)
        sheet.issue_followed.connect(lambda no: self.lead("issues", targets.Target(targets.Page.ISSUES, record=no)))
        sheet.dispute_followed.connect(self._follow_dispute)
        sheet.copy_wanted.connect(self._copy_down)
        sheet.history_wanted.connect(self._show_history)
        sheet.place_stepped.connect(self._step_place)
        sheet.left.connect(self._back_to_list)
        sheet.ended.connect(self._offer_next)
        sheet.reasoned.connect(self._reason)
        sheet.photo_wanted.connect(self._photo)
        pictures = answer_pictures.AnswerPictures(self.desk, self.lanes, sheet, self._row_at, self.failed.emit)
        pictures.told.connect(self.say)
        for name in ("told", "quiet", "failed"):
            getattr(self.filling, name).connect(getattr(self, name))

    def _fetch(self, numbers: list[int]) -> Sequence[stations.StationRow | None]:
        return stations.station_rows(self.desk, numbers, phase=self._phase)

    def _reload(self) -> None:
        chosen, order, descending, phase = self._filter, self._order, self._descending, self._phase

        def work() -> "tuple[array[int], int]":
            ids = stations.station_ids(self.desk, chosen, order, descending=descending, phase=phase)
            return ids, stations.count_stations(self.desk)

        self.lanes.read(work, self._take_ids, self.failed.emit, key="readiness/ids")

    def _take_ids(self, found: "tuple[array[int], int]") -> None:
        self.list.set_ids(*found)
        self._is_listed = True
        self._show_in_list()
        self._show_kinds(found[1])

    def _show_kinds(self, count: int) -> None:
        shown = dotted(count)
        self.kinds.set_options(
            [
                answer_buttons.Option(str(STATIONS), _("TPS ({count})").format(count=shown)),
                answer_buttons.Option(str(PLACES), _("Tempat lain")),
            ]
        )

    def _refresh_list(self) -> None:
        """Read the rows again. What no longer fits the filter goes only when nobody is filling in the sheet."""
        self.list.table.refresh()
        chosen = self._filter
        if (chosen.states or chosen.with_issues or chosen.unrecorded) and not self.sheet.has_focus():
            self._reload()
        if self.shows == PLACES:
            self._read_places()

    def _filter_by(self, chosen: stations.StationFilter) -> None:
        self._filter = chosen
        self._reload()

    def _sort_by(self, order: str, ascending: bool) -> None:
        self._order, self._descending = stations.Order(order), not ascending
        self._reload()

    def _read_parts(self, code: str) -> None:
        def work() -> list[areas.Area]:
            if places.level_of(code) is places.Level.DISTRICT:
                return areas.villages(self.desk, code)
            return [one for one in areas.districts(self.desk) if places.is_within(one.code, code)]

        def take(held: list[areas.Area]) -> None:
            self.list.area.set_parts(code, [(one.code, one.name) for one in held])

        self.lanes.read(work, take, self.failed.emit, key="readiness/parts")

    def _read_places(self) -> None:
        desk, phase = self.desk, self._phase
        self.lanes.read(
            lambda: places_watched.listed(desk, phase),
            self._take_places,
            self.failed.emit,
            key="readiness/places",
        )

    def _take_places(self, found: list[places_watched.WatchedPlace]) -> None:
        self.places.set_rows(found)
        # A place that nobody expects, as a gudang of a kecamatan, is in no list before something is filled in there.
        asked = isinstance(self._wanted, str) and bool(self._wanted)
        is_asked = asked and places.kind_of(str(self._wanted)) is not places.Kind.TPS
        if not self.places.show_subject(self._subject) and not self._focus_wanted and not is_asked:
            self.places.step(1)

    def _back_to_list(self) -> None:
        self.sheet.commit()
        self.filling.forget()
        self.view.show_list()
        (self.places if self.shows == PLACES else self.list).setFocus()

    def _choose_place(self, which: int | str) -> None:
        if not self._focus_wanted:
            self.sheet.commit()
        self._read_sheet(which)

    def _open_place(self, which: int | str) -> None:
        self._focus_wanted = True
        self._read_sheet(which)
        self.view.show_detail()

    def _read_sheet(self, which: int | str) -> None:
        desk, phase = self.desk, self._phase
        self._wanted = which

        def work() -> place_sheets.PlaceSheet:
            return place_sheets.place_sheet(desk, which, phase)

        self.lanes.read(work, self._take_sheet, self._no_sheet, key="readiness/sheet")

    def _take_sheet(self, sheet: place_sheets.PlaceSheet) -> None:
        if self._subject != sheet.page.subject:
            self.quiet.emit()
            self.filling.forget()
        self._subject = sheet.page.subject
        self.sheet.set_sheet(sheet)
        self._right.setCurrentWidget(self.sheet)
        self._number = sheet.no
        self._show_in_list()
        if self._focus_wanted:
            self._focus_wanted = False
            wanted, self._item_wanted = self._item_wanted, ""
            if not self.sheet.focus_item(wanted):
                self.sheet.focus_first_open()

    def _show_in_list(self) -> None:
        """The TPS whose sheet is shown is the current row; one that was asked for by name widens the list."""
        if not self._number or not self._is_listed or self.list.table.current_id() == self._number:
            return
        blocked = self.list.blockSignals(True)
        is_shown = self.list.table.show_id(self._number)
        self.list.blockSignals(blocked)
        if not is_shown and self._widens:
            self.list.show_filter(stations.EVERYTHING)
            self._filter_by(stations.EVERYTHING)
        self._widens = False

    def _no_sheet(self, error: Exception) -> None:
        self._subject = self._wanted = ""
        self._focus_wanted = False
        self._right.setCurrentWidget(self.nothing)
        self.failed.emit(error)

    def _step_place(self, by: int) -> None:
        self._focus_wanted = True
        if (self.places.step(by) if self.shows == PLACES else self.list.table.step(by)) is None:
            self._focus_wanted = False
            self.say(_("Ini yang terakhir dalam daftar.") if by > 0 else _("Ini yang pertama dalam daftar."))

    def _find_form(self, typed: str) -> None:
        desk = self.desk

        def work() -> list[place_box.Offer]:
            return [place_box.Offer(hit.subject, hit.label, hit.detail) for hit in form_numbers.find(desk, typed)]

        self.lanes.read(
            work, lambda found: self.number.set_offers(typed, found), self.failed.emit, key="readiness/form number"
        )

    def _open_form(self, subject: str) -> None:
        kind = STATIONS if places.kind_of(subject) is places.Kind.TPS else PLACES
        if kind != self.shows:
            self.show_kind(kind)
        self.sheet.commit()
        self._number, self._widens = 0, True
        self._open_place(subject)

    def _offer_next(self) -> None:
        """The sheet is through: the number of the one below it stands ready, Enter takes it."""
        if self.shows == PLACES:
            shown = self.places.subjects()
            below = shown[shown.index(self._subject) + 1 :][:1] if self._subject in shown else []
            self._offer(below[0] if below else "")
            return
        numbers = list(self.list.ids_below()[:1])
        desk = self.desk

        def work() -> str:
            rows = [row for row in stations.station_rows(desk, numbers) if row is not None]
            return form_numbers.number_of(rows[0].subject) if rows else ""

        self.lanes.read(work, self._offer, self.failed.emit, key="readiness/next form")

    def _offer(self, number: str) -> None:
        """Bring the keyboard to the box of form numbers, which on a small screen stands behind the sheet."""
        self.view.show_list()
        self.number.offer(number)

    def _answer(self, subject: str, item: str, value: answers.AnswerValue | None) -> None:
        seen = self.sheet.seen_of(item)
        self._save(subject, item, lambda: answering.set_answer(self.desk, subject, item, value, seen=seen))

    def _note(self, subject: str, item: str, text: str) -> None:
        seen = self.sheet.seen_of(item)
        self._save(subject, item, lambda: answering.set_note(self.desk, subject, item, text, seen=seen))

    def _save(self, subject: str, item: str, work: Callable[[], int]) -> None:
        self.sheet.begin_saving(subject, item)

        def saved(_record: int) -> None:
            self.sheet.end_saving(subject, item)
            self._read_sheet(self._wanted)

        def refused(error: Exception) -> None:
            if isinstance(error, known.Refused):
                self.sheet.end_saving(subject, item, errors.words(error))
            else:
                self.sheet.end_saving(subject, item, _("Belum tersimpan."))
                raise error

        self.lanes.write(work, saved, refused)

    def _reason(self, check: str, text: str) -> None:
        desk, subject, phase = self.desk, self._subject, self._phase
        seen = self.sheet.page.seen if self.sheet.page is not None else None
        self._save(subject, check, lambda: reasons.accept(desk, subject, check, text, phase=phase, seen=seen))

    def _row_at(self, place: QtCore.QPoint) -> tuple[str, str]:
        """For which answer a picture is: that under a drop, else the one in which the keys work."""
        rows = self.sheet.rows
        if not rows:
            return self._subject, ""
        under = next((row for row in rows if row.rect().contains(row.mapFrom(self.sheet, place))), None)
        row = self.sheet.current_row() if place.isNull() or under is None else under
        return self._subject, row.code

    def _photo(self, item: str) -> None:
        home = QtCore.QStandardPaths.writableLocation(QtCore.QStandardPaths.StandardLocation.PicturesLocation)
        kinds = _("Foto") + " (*.jpg *.jpeg *.png)"
        chosen, _kind = QtWidgets.QFileDialog.getOpenFileName(self.view, _("Pilih foto"), home, kinds)
        if chosen:
            desk, subject, path = self.desk, self._subject, Path(chosen)
            source = attachments.Source(path.name, path)
            self._save(subject, item, lambda: answering.attach_photo(desk, subject, item, source))

    def _new_issue(self, item: str) -> None:
        chosen = {"new": True, "item": item}
        self.lead("issues", targets.Target(targets.Page.ISSUES, self._subject, chosen=chosen, phase=self._phase))

    def _follow_dispute(self, record: int) -> None:
        chosen = {"show": "disagreements"}
        self.lead("exchange", targets.Target(targets.Page.EXCHANGE, record=record, chosen=chosen))

    def _show_history(self, record: int) -> None:
        from ui.dialogs import history_dialog

        title = self.sheet.current_row().item.label
        history_dialog.HistoryDialog(self.desk, self.lanes, record, title).exec()

    def _copy_down(self, item: str) -> None:
        row = self.sheet.row_of(item)
        value = row.value() if row is not None else None
        if row is None or value is None:
            self.say(_("Jawab dahulu butir ini, lalu salin ke bawah."))
        else:
            self.filling.ask(self._subject, item, row.item.label, value, self._copy_reach)

    def _copy_reach(self) -> filling.Reach:
        """The TPS (record numbers) or other places (subjects) that a copy would reach, this one left out."""
        if self.shows == PLACES:
            shown = self.places.subjects()
            below = shown[shown.index(self._subject) + 1 :] if self._subject in shown else []
            return [one for one in below if places.kind_of(one) is places.kind_of(self._subject)]
        chosen = self.list.table.selected_ids()
        if len(chosen) < 2:
            return self.list.ids_below()
        return [number for number in chosen if number != self._number]


def stack(*widgets: QtWidgets.QWidget) -> QtWidgets.QStackedWidget:
    """Widgets of which one is shown."""
    made = QtWidgets.QStackedWidget()
    for widget in widgets:
        made.addWidget(widget)
    return made
