# SPDX-License-Identifier: Apache-2.0
"""Kesiapan TPS: the list at the left, the checklist of one place at the right, filled by a rhythm of keys."""

import functools
from array import array
from collections.abc import Callable, Sequence
from dataclasses import fields as fields_of
from typing import Any

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.domain import answers, elections, places, readiness
from desk_app.domain import errors as known
from desk_app.operations import answers as answering
from desk_app.operations import areas, checklist_pages, days, place_sheets, recap_board, stations, targets
from desk_app.operations.desk import Desk
from ui import errors, runner
from ui.widgets import (
    answer_buttons,
    checklist_sheet,
    empty_state,
    notice,
    page,
    place_list,
    recap_panel,
    split_view,
    station_list,
)

MOST_COPIES = 20_000
STATIONS, PLACES, RECAPS = range(3)


class ReadinessPage(page.Page):
    """Takes `targets.Target` with a subject, a phase, fields of `StationFilter`, or {"recap": True}.

    {"item": code}: the row of the subject's sheet in which the keys work.
    {"places": True}: the other places, with {"unrecorded": True} only those that failed without an issue.
    """

    listens = frozenset(
        "answer issue readiness station station_risk region recap conflict election setting team_district".split()
    )
    help_topic = "readiness"

    def __init__(self, desk: Desk, runner_: runner.Runner) -> None:
        super().__init__(_("Kesiapan TPS"))
        self._desk = desk
        self._runner = runner_
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
        self._item = ""
        self._recaps_seen: int | None = None
        self._copy: tuple[str, str] | None = None
        self.tabs = QtWidgets.QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setSizePolicy(QtWidgets.QSizePolicy.Policy.Fixed, QtWidgets.QSizePolicy.Policy.Fixed)
        for name in (_("TPS"), _("Tempat lain"), _("Rekap")):
            self.tabs.addTab(name)
        self.phases = answer_buttons.AnswerButtons([])
        self.phases.setAccessibleName(_("Tahap"))
        self.phases.setToolTip(_("Tahap yang diisi"))
        self.buttons.addWidget(self.tabs)
        self.buttons.addWidget(self.phases)
        self.list = station_list.StationList(self._fetch, runner_)
        self.places = place_list.PlaceList()
        self.sheet = checklist_sheet.ChecklistSheet(self._when, desk.identity.name)
        self._recap_areas: tuple[str, list[tuple[str, str]]] = ("", [])
        self.nothing = empty_state.EmptyState(
            "kesiapan", _("Pilih TPS dalam daftar"), _("Ceklisnya tampil di sini. Tekan Enter untuk mulai mengisi.")
        )
        self._lists = _stack(self.list, self.places)
        self._right = _stack(self.nothing, self.sheet)
        self.split = split_view.SplitView(self._lists, self._right, name="readiness", share=0.41)
        self._whole = _stack(self.split)
        self.body.addWidget(self._whole)
        self.first_field = self.list.table.view
        self._connect()

    @functools.cached_property
    def recap(self) -> recap_panel.RecapPanel:
        """Made when it is first needed: it takes as long as half the page."""
        made = recap_panel.RecapPanel()
        self._whole.addWidget(made)
        made.set_areas(*self._recap_areas)
        made.item_chosen.connect(self._choose_item)
        made.area_chosen.connect(lambda _code: self._read_recaps())
        made.entered.connect(self._enter_recap)
        made.told.connect(self._say_done)
        return made

    def refresh(self, flags: frozenset[str]) -> None:
        if not flags or flags & {"election", "setting", "region"}:
            self._runner.read(self._basics, self._take_basics, self.failed, key="readiness/basics")
        elif "station" in flags:
            self._reload()
        else:
            self._refresh_list()
        if self._wanted:
            self._read_sheet(self._wanted)
        if self.tabs.currentIndex() == RECAPS:
            self._read_recaps()

    def open(self, target: object) -> None:
        if not isinstance(target, targets.Target):
            return
        self.sheet.commit()
        chosen = {name: value for name, value in target.chosen.items() if name != "item"}
        self._item_wanted = str(target.chosen.get("item") or "")
        if target.phase is not None:
            self._set_phase(target.phase)
        kind = places.kind_of(target.subject) if target.subject else None
        if target.chosen.get("recap"):
            self.tabs.setCurrentIndex(RECAPS)
        elif kind is not None and kind is not places.Kind.TPS:
            self.places.show_unrecorded(False)
            self.tabs.setCurrentIndex(PLACES)
            self._open_place(target.subject)
        elif target.chosen.get("places"):
            self.places.show_unrecorded(bool(target.chosen.get("unrecorded")))
            self.tabs.setCurrentIndex(PLACES)
            self.split.show_list()
        else:
            self.tabs.setCurrentIndex(STATIONS)
            if kind is None or chosen:
                self._filter = _filter_of(target, "" if kind else target.subject)
                self.list.show_filter(self._filter)
                self._reload()
                self.split.show_list()
            if kind is not None:
                self._number, self._widens = 0, not chosen
                self._open_place(target.subject)

    def commit(self) -> None:
        """Let what is typed be saved."""
        self.sheet.commit()

    def failed(self, error: Exception) -> None:
        self._focus_wanted = False
        super().failed(error)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._tab_changed)
        self.phases.picked.connect(self._phase_picked)
        self.list.filtered.connect(self._filter_by)
        self.list.sorted.connect(self._sort_by)
        self.list.parts_wanted.connect(self._read_parts)
        self.list.stations_wanted.connect(lambda: self._go("stations", targets.Target(targets.Page.STATIONS)))
        for one in (self.list, self.places):
            one.chosen.connect(self._choose_place)
            one.opened.connect(self._open_place)
            one.told.connect(self._say_done)
        sheet = self.sheet
        sheet.answered.connect(self._answer)
        sheet.noted.connect(self._note)
        sheet.issue_wanted.connect(self._new_issue)
        sheet.issue_followed.connect(lambda no: self._go("issues", targets.Target(targets.Page.ISSUES, record=no)))
        sheet.dispute_followed.connect(self._follow_dispute)
        sheet.copy_wanted.connect(self._ask_copy)
        sheet.history_wanted.connect(self._show_history)
        sheet.place_stepped.connect(self._step_place)
        sheet.left.connect(self._back_to_list)

    def _basics(self) -> tuple[tuple[int, ...], int, places.Level, list[areas.Area]]:
        desk = self._desk
        level = places.level_of(desk.identity.place)
        if level is places.Level.DISTRICT:
            held = areas.villages(desk, desk.identity.place)
        else:
            held = areas.districts(desk) if level is places.Level.REGENCY else areas.regencies(desk)
        return days.phases(desk), days.phase(desk), level, held

    def _take_basics(self, basics: tuple[tuple[int, ...], int, places.Level, list[areas.Area]]) -> None:
        phases, today, level, held = basics
        words = {
            places.Level.REGENCY: (_("Semua kecamatan"), _("Semua desa/kelurahan")),
            places.Level.DISTRICT: (_("Semua desa/kelurahan"), ""),
        }.get(level, (_("Semua kabupaten/kota"), _("Semua kecamatan")))
        self.list.area.set_areas(words[0], [(one.code, one.name) for one in held], words[1])
        self.list.area.set_area(self._filter.area)
        parts = [] if level is places.Level.DISTRICT else [(one.code, one.name) for one in held]
        self._recap_areas = (words[0], parts)
        if "recap" in self.__dict__:
            self.recap.set_areas(words[0], parts)
        self.phases.set_options([answer_buttons.Option(str(one), elections.day_words(one)) for one in phases])
        self._set_phase(today if self._phase is None else self._phase)
        self.phases.set_value(str(self._phase))
        self._reload()

    def _phase_picked(self, code: str) -> None:
        self.sheet.commit()
        self._set_phase(int(code) if code else self._phase or 0)
        self.phases.set_value(str(self._phase))

    def _set_phase(self, phase: int) -> None:
        if phase == self._phase:
            return
        self._phase = phase
        self.phases.set_value(str(phase))
        self._item = ""
        self.list.table.refresh()
        if self._filter.states or self._filter.unrecorded or self._order is stations.Order.READINESS:
            self._reload()
        if self._wanted:
            self._read_sheet(self._wanted)
        self._tab_changed(self.tabs.currentIndex())

    def _fetch(self, numbers: list[int]) -> Sequence[stations.StationRow | None]:
        return stations.station_rows(self._desk, numbers, phase=self._phase)

    def _reload(self) -> None:
        chosen, order, descending, phase = self._filter, self._order, self._descending, self._phase

        def work() -> "tuple[array[int], int]":
            ids = stations.station_ids(self._desk, chosen, order, descending=descending, phase=phase)
            return ids, stations.count_stations(self._desk)

        self._runner.read(work, self._take_ids, self.failed, key="readiness/ids")

    def _take_ids(self, found: "tuple[array[int], int]") -> None:
        self.list.set_ids(*found)
        self._is_listed = True
        self._show_in_list()
        self.tabs.setTabText(STATIONS, _("TPS ({count})").format(count=f"{found[1]:,}".replace(",", ".")))

    def _refresh_list(self) -> None:
        """Read the rows again. What no longer fits the filter goes only when nobody is filling in the sheet."""
        self.list.table.refresh()
        chosen = self._filter
        if (chosen.states or chosen.with_issues or chosen.unrecorded) and not self.sheet.has_focus():
            self._reload()
        if self.tabs.currentIndex() == PLACES:
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
                return areas.villages(self._desk, code)
            return [one for one in areas.districts(self._desk) if places.is_within(one.code, code)]

        def take(held: list[areas.Area]) -> None:
            self.list.area.set_parts(code, [(one.code, one.name) for one in held])

        self._runner.read(work, take, self.failed, key="readiness/parts")

    def _tab_changed(self, tab: int) -> None:
        self.sheet.commit()
        self.notices.clear()
        self._whole.setCurrentWidget(self.recap if tab == RECAPS else self.split)
        self._lists.setCurrentIndex(int(tab == PLACES))
        shows_station = bool(self._subject) and places.kind_of(self._subject) is places.Kind.TPS
        if tab == PLACES:
            self._read_places()
        elif tab == RECAPS:
            self._read_recaps()
        elif not shows_station and (number := self.list.table.current_id()) is not None:
            self._read_sheet(number)

    def _read_places(self) -> None:
        phase = self._phase

        def work() -> list[checklist_pages.WatchedPlace]:
            return checklist_pages.places_watched(self._desk, phase)

        self._runner.read(work, self._take_places, self.failed, key="readiness/places")

    def _take_places(self, found: list[checklist_pages.WatchedPlace]) -> None:
        self.places.set_rows(found)
        if not self.places.show_subject(self._subject) and not self._focus_wanted:
            self.places.step(1)

    def _back_to_list(self) -> None:
        self.sheet.commit()
        self.split.show_list()
        (self.places if self.tabs.currentIndex() == PLACES else self.list).setFocus()

    def _choose_place(self, which: int | str) -> None:
        if not self._focus_wanted:
            self.sheet.commit()
        self._read_sheet(which)

    def _open_place(self, which: int | str) -> None:
        self._focus_wanted = True
        self._read_sheet(which)
        self.split.show_detail()

    def _read_sheet(self, which: int | str) -> None:
        phase = self._phase
        self._wanted = which

        def work() -> place_sheets.PlaceSheet:
            return place_sheets.place_sheet(self._desk, which, phase)

        self._runner.read(work, self._take_sheet, self._no_sheet, key="readiness/sheet")

    def _take_sheet(self, sheet: place_sheets.PlaceSheet) -> None:
        if self._subject != sheet.page.subject:
            self.notices.clear()
            self._copy = None
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
        self._right.setCurrentWidget(self.nothing)
        self.failed(error)

    def _step_place(self, by: int) -> None:
        self._focus_wanted = True
        in_places = self.tabs.currentIndex() == PLACES
        if (self.places.step(by) if in_places else self.list.table.step(by)) is None:
            self._focus_wanted = False
            self.tell(_("Ini yang terakhir dalam daftar.") if by > 0 else _("Ini yang pertama dalam daftar."))

    def _answer(self, subject: str, item: str, value: answers.AnswerValue | None) -> None:
        seen = self.sheet.seen_of(item)
        self._save(subject, item, lambda: answering.set_answer(self._desk, subject, item, value, seen=seen))

    def _note(self, subject: str, item: str, text: str) -> None:
        seen = self.sheet.seen_of(item)
        self._save(subject, item, lambda: answering.set_note(self._desk, subject, item, text, seen=seen))

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

        self._runner.write(work, saved, refused)

    def _go(self, key: str, target: targets.Target) -> None:
        self.navigate.emit(key, target)

    def _new_issue(self, item: str) -> None:
        chosen = {"new": True, "item": item}
        self._go("issues", targets.Target(targets.Page.ISSUES, subject=self._subject, chosen=chosen, phase=self._phase))

    def _follow_dispute(self, record: int) -> None:
        self._go("exchange", targets.Target(targets.Page.EXCHANGE, record=record, chosen={"show": "disagreements"}))

    def _show_history(self, record: int) -> None:
        from ui.dialogs import history_dialog

        title = self.sheet.current_row().item.label
        history_dialog.HistoryDialog(self._desk, self._runner, record, title).exec()

    def _when(self, moment: int) -> str:
        return days.local(self._desk, moment).strftime("%d-%m %H.%M") if moment else ""

    def _say_done(self, said: str) -> None:
        self.tell(said, notice.Tone.DONE)

    def _ask_copy(self, item: str) -> None:
        row = self.sheet.row_of(item)
        value = row.value() if row is not None else None
        if row is None or value is None:
            self.tell(_("Jawab dahulu butir ini, lalu salin ke bawah."))
            return
        if self._copy == (self._subject, item):
            self._copy_down(item, value)
            return
        reached = self._copy_reach()
        if not reached:
            self.tell(_("Tidak ada lagi di bawahnya dalam daftar ini."))
        elif len(reached) > MOST_COPIES:
            self.tell(_("Terlalu banyak untuk sekali salin. Saring dahulu daftarnya."), notice.Tone.REFUSED)
        else:
            self._copy = (self._subject, item)
            said = _(
                "Salin “{value}” pada “{item}” ke {count} tempat {what}? Isian yang sudah ada ikut diganti; "
                "Ctrl+Z membatalkan semuanya."
            ).format(
                value=place_sheets.value_words(value),
                item=row.item.label,
                count=len(reached),
                what=_("yang dipilih") if self._has_selection() else _("di bawahnya"),
            )
            self.tell(said, notice.Tone.WARNING, _("Salin ke bawah"), lambda: self._copy_down(item, value))

    def _has_selection(self) -> bool:
        return self.tabs.currentIndex() == STATIONS and len(self.list.table.selected_ids()) > 1

    def _copy_reach(self) -> Sequence[int] | Sequence[str]:
        """The TPS (record numbers) or other places (subjects) that a copy would reach, this one left out."""
        if self.tabs.currentIndex() == PLACES:
            shown = self.places.subjects()
            below = shown[shown.index(self._subject) + 1 :] if self._subject in shown else []
            return [one for one in below if places.kind_of(one) is places.kind_of(self._subject)]
        if not self._has_selection():
            return self.list.ids_below()
        own = self.list.table.current_id()
        return [number for number in self.list.table.selected_ids() if number != own]

    def _copy_down(self, item: str, value: answers.AnswerValue) -> None:
        self._copy = None
        reached, seen = self._copy_reach(), self.sheet.seen_of(item)

        def work() -> int:
            return place_sheets.fill_down(self._desk, reached, item, value, seen=seen)

        self._runner.write(work, self._copied, self.failed)

    def _copied(self, count: int) -> None:
        self._say_done(_("Disalin {count} kali. Ctrl+Z membatalkan semuanya sekaligus.").format(count=count))

    def _choose_item(self, item: str) -> None:
        self._item = item
        self._read_recaps()

    def _read_recaps(self) -> None:
        phase, item, area = self._phase, self._item, self.recap.area.value() or ""

        def work() -> recap_board.Board:
            return recap_board.board(self._desk, phase, item, area)

        self._runner.read(work, self._take_recaps, self.failed, key="readiness/recaps")

    def _take_recaps(self, board: recap_board.Board) -> None:
        self._item, self._recaps_seen = board.item, board.seen
        now = days.local(self._desk, self._desk.now())
        self.recap.set_board(board, self._when, now.time())

    def _enter_recap(self, entry: recap_panel.Entry) -> None:
        item, minute, seen = self._item, entry.hour.hour * 60 + entry.hour.minute, self._recaps_seen

        def work() -> int:
            return recap_board.add_recap_today(
                self._desk,
                entry.place,
                item,
                entry.count,
                entry.total,
                minute=minute,
                source=entry.source,
                seen=seen,
            )

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.recap.refuse(errors.words(error))

        self._runner.write(work, lambda _no: self.recap.accept(), refused)


def _filter_of(target: targets.Target, area: str) -> stations.StationFilter:
    """The filter that a target names; a region as its subject is an area."""
    names = {field.name for field in fields_of(stations.StationFilter)}
    chosen: dict[str, Any] = {name: value for name, value in target.chosen.items() if name in names}
    if area:
        chosen.setdefault("area", area)
    if "states" in chosen:
        chosen["states"] = tuple(readiness.Readiness(state) for state in chosen["states"])
    if "subjects" in chosen:
        chosen["subjects"] = tuple(chosen["subjects"])
    return stations.StationFilter(**chosen)


def _stack(*widgets: QtWidgets.QWidget) -> QtWidgets.QStackedWidget:
    stack = QtWidgets.QStackedWidget()
    for widget in widgets:
        stack.addWidget(widget)
    return stack
