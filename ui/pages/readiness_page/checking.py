# SPDX-License-Identifier: Apache-2.0
"""Ceklis: the list at the left, the checklist of one place at the right, filled by a rhythm of keys.

A paper form is typed in by its number: the box above the list takes it, and after the last item offers the next.
"""

from array import array
from collections.abc import Sequence

from PySide6 import QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import places
from desk_app.domain.words import dotted
from desk_app.operations import (
    areas,
    place_sheets,
    places_watched,
    stations,
    targets,
)
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.pages.readiness_page import entering, filling, paper_forms, part, targeting
from ui.widgets import (
    answer_buttons,
    checklist_sheet,
    empty_state,
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
        self.forms = paper_forms.FormPart(desk, lanes, self._below, self)
        self.number = self.forms.box
        self.list = station_list.StationList(self._fetch, lanes)
        self.places = place_list.PlaceList()
        self.sheet = checklist_sheet.ChecklistSheet(self.when, desk.identity.name)
        self.nothing = empty_state.EmptyState(
            "kesiapan", _("Pilih TPS dalam daftar"), _("Ceklisnya tampil di sini. Tekan Enter untuk mulai mengisi.")
        )
        self._lists = stack(self.list, self.places)
        self._right = stack(self.nothing, self.sheet)
        self.view = split_view.SplitView(self._left(), self._right, name="readiness", share=0.41)
        self.entering = entering.EntryPart(desk, lanes, self.sheet, self._copy_reach, self)
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
        self._phase = self.entering.phase = phase
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
        self.number.wanted.connect(self._open_form)
        self.forms.called.connect(self._bring_box)
        shortcut = QtGui.QShortcut(QtGui.QKeySequence("Ctrl+G"), self.view)
        shortcut.activated.connect(lambda: self.forms.offer(""))
        self.list.filtered.connect(self._filter_by)
        self.list.sorted.connect(self._sort_by)
        self.list.parts_wanted.connect(self._read_parts)
        self.list.stations_wanted.connect(lambda: self.lead("stations", targets.Target(targets.Page.STATIONS)))
        for one in (self.list, self.places):
            one.chosen.connect(self._choose_place)
            one.opened.connect(self._open_place)
            one.told.connect(self.done)
        sheet = self.sheet
        sheet.place_stepped.connect(self._step_place)
        sheet.left.connect(self._back_to_list)
        sheet.ended.connect(self.forms.offer_next)
        self.entering.saved.connect(lambda: self._read_sheet(self._wanted))
        for name in ("told", "quiet", "failed", "led"):
            getattr(self.entering, name).connect(getattr(self, name))
            getattr(self.forms, name).connect(getattr(self, name))

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
        self.entering.filling.forget()
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
            self.entering.filling.forget()
        self._subject = self.entering.subject = sheet.page.subject
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
        self._subject = self.entering.subject = self._wanted = ""
        self._focus_wanted = False
        self._right.setCurrentWidget(self.nothing)
        self.failed.emit(error)

    def _step_place(self, by: int) -> None:
        self._focus_wanted = True
        if (self.places.step(by) if self.shows == PLACES else self.list.table.step(by)) is None:
            self._focus_wanted = False
            self.say(_("Ini yang terakhir dalam daftar.") if by > 0 else _("Ini yang pertama dalam daftar."))

    def _open_form(self, subject: str) -> None:
        kind = STATIONS if places.kind_of(subject) is places.Kind.TPS else PLACES
        if kind != self.shows:
            self.show_kind(kind)
        self.sheet.commit()
        self._number, self._widens = 0, True
        self._open_place(subject)

    def _below(self) -> int | str | None:
        """The one below that whose sheet is shown: a TPS by its record, another place by its subject."""
        if self.shows == PLACES:
            shown = self.places.subjects()
            return next(iter(shown[shown.index(self._subject) + 1 :]), None) if self._subject in shown else None
        return next(iter(self.list.ids_below()), None)

    def _bring_box(self) -> None:
        """On a small screen the box of form numbers stands behind the sheet."""
        self.view.show_list()

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
