# SPDX-License-Identifier: Apache-2.0
"""Kesiapan TPS: the list at the left, the checklist of one place at the right, filled by a rhythm of keys."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import answers, elections, places, readiness, risk, teams, words
from desk_app.operations import (
    answers as answering,
)
from desk_app.operations import (
    areas,
    checklist_pages,
    days,
    disagreements,
    recaps,
    stations,
    targets,
)
from desk_app.operations import (
    elections as events,
)
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
TABS = ("tps", "places", "recap")


@dataclass(frozen=True, slots=True)
class _Read:
    """One place as read for the sheet. `no` is the record number of a TPS, 0 for another place."""

    no: int
    page: checklist_pages.ChecklistPage
    head: checklist_sheet.Head
    sides: Mapping[str, str]


class ReadinessPage(page.Page):
    """Takes `targets.Target` with a subject, a phase, fields of `StationFilter`, or {"recap": True}."""

    listens = frozenset(
        {"answer", "issue", "readiness", "station", "station_risk", "region", "recap", "conflict", "election", "setting"}
    )
    help_topic = "readiness"

    def __init__(self, desk: Desk, runner_: runner.Runner) -> None:
        super().__init__(_("Kesiapan TPS"))
        self._desk = desk
        self._runner = runner_
        self._filter = stations.EVERYTHING
        self._order, self._descending = stations.Order.PLACE, False
        self._phase: int | None = None
        self._phases: tuple[int, ...] = ()
        self._subject = ""
        self._focus_wanted = False
        self._item = ""
        self._copy: tuple[str, str] | None = None
        self._places: list[checklist_pages.WatchedPlace] = []
        self.tabs = QtWidgets.QTabBar()
        self.tabs.setDrawBase(False)
        for name in (_("TPS"), _("Tempat lain"), _("Rekap")):
            self.tabs.addTab(name)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.buttons.addWidget(self.tabs)
        self.phase_buttons: answer_buttons.AnswerButtons | None = None
        self.list = station_list.StationList(self._fetch, runner_)
        self.places = place_list.PlaceList()
        self.sheet = checklist_sheet.ChecklistSheet(self._when)
        self.recap = recap_panel.RecapPanel()
        self._lists = QtWidgets.QStackedWidget()
        self._lists.addWidget(self.list)
        self._lists.addWidget(self.places)
        self._right = QtWidgets.QStackedWidget()
        self._right.addWidget(
            empty_state.EmptyState(
                "kesiapan", _("Pilih TPS dalam daftar"), _("Ceklisnya berdiri di sini. Enter mulai mengisi.")
            )
        )
        self._right.addWidget(self.sheet)
        self.split = split_view.SplitView(self._lists, self._right, name="readiness", share=0.41)
        self._whole = QtWidgets.QStackedWidget()
        self._whole.addWidget(self.split)
        self._whole.addWidget(self.recap)
        self.body.addWidget(self._whole)
        self.first_field = self.list.table.view
        self._connect()

    def refresh(self, flags: frozenset[str]) -> None:
        if self.phase_buttons is None or flags & {"election", "setting", "region"}:
            self._runner.read(self._basics, self._take_basics, self.failed, key="readiness/basics")
            return
        if flags & {"station", "region"} or not flags:
            self._reload()
        elif flags & {"answer", "readiness", "issue", "conflict", "station_risk"}:
            self._refresh_list()
        if self._subject:
            self._read_sheet(self._subject)
        if flags & {"recap", "answer"} and self.tabs.currentIndex() == 2:
            self._read_recaps()

    def open(self, target: object) -> None:
        if not isinstance(target, targets.Target):
            return
        if target.phase is not None:
            self._set_phase(target.phase)
        chosen = dict(target.chosen)
        if chosen.pop("recap", False):
            self.tabs.setCurrentIndex(2)
            return
        kind = places.kind_of(target.subject) if target.subject else None
        if kind is not None and kind is not places.Kind.TPS:
            self.tabs.setCurrentIndex(1)
            self._open_subject(target.subject)
            return
        self.tabs.setCurrentIndex(0)
        if target.subject and kind is None:
            chosen.setdefault("area", target.subject)
        known = {name: chosen[name] for name in stations.StationFilter.__slots__ if name in chosen}
        if "states" in known:
            known["states"] = tuple(readiness.Readiness(state) for state in known["states"])  # type: ignore[attr-defined]
        if known or kind is None:
            self._filter = stations.StationFilter(**known)
            self.list.show_filter(self._filter)
            self._reload()
        if kind is places.Kind.TPS:
            self._open_subject(target.subject)
        else:
            self.split.show_list()

    def commit(self) -> None:
        """Let what is typed be saved."""
        self.sheet.commit()

    def _connect(self) -> None:
        self.list.filtered.connect(self._filter_by)
        self.list.sorted.connect(self._sort_by)
        self.list.parts_wanted.connect(self._read_parts)
        self.list.chosen.connect(lambda no: self._read_sheet(no))
        self.list.opened.connect(self._open_row)
        self.list.told.connect(lambda said: self.tell(said, notice.Tone.DONE))
        self.list.stations_wanted.connect(
            lambda: self.navigate.emit("stations", targets.Target(targets.Page.STATIONS))
        )
        self.places.chosen.connect(lambda subject: self._read_sheet(subject))
        self.places.opened.connect(self._open_row)
        self.places.told.connect(lambda said: self.tell(said, notice.Tone.DONE))
        self.sheet.answered.connect(self._answer)
        self.sheet.noted.connect(self._note)
        self.sheet.issue_wanted.connect(self._new_issue)
        self.sheet.issue_followed.connect(
            lambda no: self.navigate.emit("issues", targets.Target(targets.Page.ISSUES, record=no))
        )
        self.sheet.dispute_followed.connect(self._follow_dispute)
        self.sheet.copy_wanted.connect(self._ask_copy)
        self.sheet.history_wanted.connect(self._show_history)
        self.sheet.place_stepped.connect(self._step_place)
        self.sheet.left.connect(self._back_to_list)
        self.recap.item_chosen.connect(self._choose_item)
        self.recap.entered.connect(self._enter_recap)
        self.recap.told.connect(lambda said: self.tell(said, notice.Tone.DONE))

    # The list

    def _basics(self) -> tuple[tuple[int, ...], int, str, list[areas.Area]]:
        level = places.level_of(self._desk.identity.place)
        if level in (places.Level.NATION, places.Level.PROVINCE):
            held = areas.regencies(self._desk)
        elif level is places.Level.REGENCY:
            held = areas.districts(self._desk)
        else:
            held = areas.villages(self._desk, self._desk.identity.place)
        return days.phases(self._desk), days.phase(self._desk), level.value, held

    def _take_basics(self, basics: tuple[tuple[int, ...], int, str, list[areas.Area]]) -> None:
        phases, today, level, held = basics
        self._phases = phases
        all_words, parts = {
            "kabupaten": (_("Semua kecamatan"), _("Semua desa/kelurahan")),
            "kecamatan": (_("Semua desa/kelurahan"), ""),
        }.get(level, (_("Semua kabupaten/kota"), _("Semua kecamatan")))
        self.list.area.set_areas(all_words, [(one.code, one.name) for one in held], parts)
        if self.phase_buttons is not None:
            self.phase_buttons.deleteLater()
        options = [answer_buttons.Option(str(one), elections.day_words(one)) for one in phases]
        self.phase_buttons = answer_buttons.AnswerButtons(options)
        self.phase_buttons.setAccessibleName(_("Tahap"))
        self.phase_buttons.setToolTip(_("Tahap"))
        self.phase_buttons.picked.connect(self._phase_picked)
        self.buttons.addWidget(self.phase_buttons)
        self._set_phase(today if self._phase is None else self._phase)
        self._reload()

    def _phase_picked(self, code: str) -> None:
        self.sheet.commit()
        self._set_phase(int(code) if code else self._phase or 0)

    def _set_phase(self, phase: int) -> None:
        changed = phase != self._phase
        self._phase = phase
        if self.phase_buttons is not None:
            self.phase_buttons.set_value(str(phase))
        if not changed:
            return
        self._item = ""
        self.list.table.refresh()
        if self._filter.states or self._order is stations.Order.READINESS:
            self._reload()
        if self._subject:
            self._read_sheet(self._subject)
        if self.tabs.currentIndex() == 1:
            self._read_places()
        elif self.tabs.currentIndex() == 2:
            self._read_recaps()

    def _fetch(self, numbers: list[int]) -> Sequence[tuple[Any, ...] | None]:
        rows = stations.station_rows(self._desk, numbers, phase=self._phase)
        return [None if row is None else _cells(row) for row in rows]

    def _reload(self) -> None:
        chosen, order, descending, phase = self._filter, self._order, self._descending, self._phase

        def work() -> tuple[array[int], int]:
            ids = stations.station_ids(self._desk, chosen, order, descending=descending, phase=phase)
            return ids, stations.count_stations(self._desk)

        self._runner.read(work, self._take_ids, self.failed, key="readiness/ids")

    def _take_ids(self, found: "tuple[array[int], int]") -> None:
        self.list.set_ids(*found)
        self.tabs.setTabText(0, _("TPS ({count})").format(count=f"{found[1]:,}".replace(",", ".")))

    def _refresh_list(self) -> None:
        self.list.table.refresh()
        narrowed = self._filter.states or self._filter.with_issues
        if narrowed and not self.sheet.isAncestorOf(self.focusWidget() or self):
            self._reload()
        if self.tabs.currentIndex() == 1:
            self._read_places()

    def _filter_by(self, chosen: stations.StationFilter) -> None:
        self._filter = chosen
        self._reload()
        if self.tabs.currentIndex() == 2:
            self._read_recaps()

    def _sort_by(self, order: str, ascending: bool) -> None:
        self._order, self._descending = stations.Order(order), not ascending
        self._reload()

    def _read_parts(self, code: str) -> None:
        def work() -> list[areas.Area]:
            if places.level_of(code) is places.Level.DISTRICT:
                return areas.villages(self._desk, code)
            return [one for one in areas.districts(self._desk) if places.is_within(one.code, code)]

        self._runner.read(
            work,
            lambda held: self.list.area.set_parts(code, [(one.code, one.name) for one in held]),
            self.failed,
            key="readiness/parts",
        )

    def _tab_changed(self, place: int) -> None:
        self.sheet.commit()
        self._whole.setCurrentIndex(1 if TABS[place] == "recap" else 0)
        self._lists.setCurrentIndex(1 if TABS[place] == "places" else 0)
        if TABS[place] == "places":
            self._read_places()
        elif TABS[place] == "recap":
            self._read_recaps()

    def _read_places(self) -> None:
        phase = self._phase
        self._runner.read(
            lambda: checklist_pages.places_watched(self._desk, phase),
            self._take_places,
            self.failed,
            key="readiness/places",
        )

    def _take_places(self, found: list[checklist_pages.WatchedPlace]) -> None:
        self._places = found
        self.places.set_rows([_place_row(one) for one in found])

    def _back_to_list(self) -> None:
        self.sheet.commit()
        self.split.show_list()
        self._lists.currentWidget().setFocus()

    # The sheet

    def _open_row(self, which: int | str) -> None:
        self._focus_wanted = True
        self._read_sheet(which)
        self.split.show_detail()

    def _open_subject(self, subject: str) -> None:
        self._focus_wanted = True
        self._read_sheet(subject)
        self.split.show_detail()

    def _read_sheet(self, which: int | str) -> None:
        """Read a place by its subject, or a TPS by its record number."""
        phase = self._phase
        self._runner.read(
            lambda: self._read_place(which, phase), self._take_sheet, self._no_sheet, key="readiness/sheet"
        )

    def _read_place(self, which: int | str, phase: int | None) -> _Read | None:
        if isinstance(which, int):
            row = stations.station_rows(self._desk, [which], phase=phase)[0]
            if row is None:
                return None
            subject = row.subject
        else:
            subject = which
        found = checklist_pages.checklist_page(self._desk, subject, phase)
        sides: dict[str, str] = {}
        if any(item.disputed for item in found.items):
            sides = _sides(self._desk, found)
        if places.kind_of(subject) is not places.Kind.TPS:
            return _Read(0, found, checklist_sheet.Head(found.title), sides)
        detail = stations.station(self._desk, subject, phase=phase)
        return _Read(detail.row.no, found, _head(detail), sides)

    def _take_sheet(self, read: _Read | None) -> None:
        if read is None:
            return
        if self._subject != read.page.subject:
            self.notices.clear()
            self._copy = None
        self._subject = read.page.subject
        self.sheet.set_page(read.page, read.head, read.sides)
        self._right.setCurrentWidget(self.sheet)
        if read.no and self.list.table.current_id() != read.no:
            blocked = self.list.blockSignals(True)
            self.list.table.show_id(read.no)
            self.list.blockSignals(blocked)
        if self._focus_wanted:
            self._focus_wanted = False
            self.sheet.focus_first_open()

    def _no_sheet(self, error: Exception) -> None:
        self._focus_wanted = False
        self._subject = ""
        self._right.setCurrentIndex(0)
        self.failed(error)

    def _step_place(self, by: int) -> None:
        self._focus_wanted = True
        table = self.list.table if self.tabs.currentIndex() == 0 else self.places
        if table.step(by) is None:
            self._focus_wanted = False
            self.tell(_("Ini TPS terakhir dalam daftar.") if by > 0 else _("Ini TPS pertama dalam daftar."))

    def _answer(self, subject: str, item: str, value: answers.AnswerValue | None) -> None:
        self._save(subject, item, lambda: answering.set_answer(self._desk, subject, item, value))

    def _note(self, subject: str, item: str, text: str) -> None:
        self._save(subject, item, lambda: answering.set_note(self._desk, subject, item, text))

    def _save(self, subject: str, item: str, work: Any) -> None:
        self.sheet.begin_saving(subject, item)

        def saved(_record: int) -> None:
            self.sheet.end_saving(subject, item)
            if subject == self._subject:
                self._read_sheet(subject)

        def refused(error: Exception) -> None:
            known = isinstance(error, errors.errors.Refused)
            self.sheet.end_saving(subject, item, errors.words(error) if known else _("belum tersimpan"))  # type: ignore[arg-type]
            if not known:
                raise error

        self._runner.write(work, saved, refused)

    def _new_issue(self, item: str) -> None:
        self.navigate.emit(
            "issues",
            targets.Target(
                targets.Page.ISSUES, subject=self._subject, chosen={"new": True, "item": item}, phase=self._phase
            ),
        )

    def _follow_dispute(self, record: int) -> None:
        self.navigate.emit(
            "exchange", targets.Target(targets.Page.EXCHANGE, record=record, chosen={"disagreements": True})
        )

    def _show_history(self, record: int) -> None:
        from ui.dialogs import history_dialog

        row = self.sheet.current_row()
        history_dialog.HistoryDialog(self._desk, self._runner, record, row.item.label).exec()

    def _when(self, moment: int) -> str:
        return days.local(self._desk, moment).strftime("%d-%m %H.%M") if moment else ""

    # Salin ke bawah

    def _ask_copy(self, code: str) -> None:
        row = self.sheet.row_of(code)
        value = row.value() if row is not None else None
        if row is None or value is None:
            self.tell(_("Jawab dahulu butir ini, lalu salin ke bawah."))
            return
        if self._copy == (self._subject, code):
            self._do_copy(code, value)
            return
        count, chosen = self._copies()
        if not count:
            self.tell(_("Tidak ada TPS lagi di bawahnya dalam daftar ini."))
            return
        if count > MOST_COPIES:
            self.tell(_("Terlalu banyak TPS untuk sekali salin. Saring dahulu daftarnya."), notice.Tone.REFUSED)
            return
        self._copy = (self._subject, code)
        to = _("{count} TPS terpilih") if chosen else _("{count} TPS di bawahnya dalam daftar")
        self.tell(
            _(
                "Salin “{value}” pada “{item}” ke {to}? Isian yang sudah ada diganti; Ctrl+Z membatalkan "
                "semuanya. Tekan Ctrl+D sekali lagi untuk menyalin."
            ).format(value=_value_words(value), item=row.item.label, to=to.format(count=count)),
            notice.Tone.WARNING,
            _("Salin ke bawah"),
            lambda: self._do_copy(code, value),
        )

    def _copies(self) -> tuple[int, bool]:
        """How many places a copy would reach, and whether they were selected."""
        if self.tabs.currentIndex() == 1:
            return len(self._places_below()), False
        selected = self.list.table.selected_ids()
        if len(selected) > 1:
            return len(selected) - (self.list.table.current_id() in selected), True
        return len(self.list.ids_below()), False

    def _places_below(self) -> list[str]:
        shown = [row.subject for row in self.places.shown()]
        kind = places.kind_of(self._subject)
        below = shown[shown.index(self._subject) + 1 :] if self._subject in shown else []
        return [subject for subject in below if places.kind_of(subject) is kind]

    def _do_copy(self, code: str, value: answers.AnswerValue) -> None:
        self._copy = None
        if self.tabs.currentIndex() == 1:
            subjects, numbers = self._places_below(), array("q")
        else:
            selected = self.list.table.selected_ids()
            numbers = selected if len(selected) > 1 else self.list.ids_below()
            subjects = []
        own = self._subject

        def work() -> int:
            rows = stations.station_rows(self._desk, numbers) if numbers else []
            reached = [*subjects, *(row.subject for row in rows if row is not None and row.subject != own)]
            return answering.fill_down(self._desk, reached, code, value)

        self._runner.write(work, self._copied, self.failed)

    def _copied(self, count: int) -> None:
        self.tell(
            _("Disalin ke {count} TPS. Ctrl+Z membatalkan semuanya sekaligus.").format(count=count), notice.Tone.DONE
        )

    # Recaps

    def _choose_item(self, code: str) -> None:
        self._item = code
        self._read_recaps()

    def _read_recaps(self) -> None:
        phase, item, area = self._phase, self._item, self._filter.area
        self._runner.read(
            lambda: self._recaps(phase, item, area), self._take_recaps, self.failed, key="readiness/recaps"
        )

    def _recaps(self, phase: int | None, item: str, area: str) -> "_Recaps":
        desk = self._desk
        at = days.phase(desk) if phase is None else phase
        held = events.page_items(events.working_event(desk), desk.identity.place, at, places.Kind.TPS)
        items = [(one.code, checklist_pages.item_label(one)) for one in held]
        chosen = item if item in dict(items) else _usual_item(items)
        if not chosen:
            return _Recaps((), "", (), "", ())
        found = recaps.figures(desk, chosen, area)
        return _Recaps(
            items=tuple(items),
            item=chosen,
            rows=tuple(self._recap_row(row) for row in found.rows),
            total=_total_words(found.total.figure),
            heard=tuple(self._heard(line) for line in recaps.recap_list(desk, area, chosen)),
        )

    def _take_recaps(self, found: "_Recaps") -> None:
        self._item = found.item
        self.recap.set_items(found.items, found.item)
        self.recap.set_rows(found.rows, found.total)
        self.recap.set_heard(found.heard)
        if not self.recap.source.value():
            self.recap.set_hour(days.local(self._desk, self._desk.now()).time().replace(second=0, microsecond=0))

    def _recap_row(self, row: recaps.FigureLine) -> recap_panel.RecapRow:
        figure = row.figure
        said = words.render(figure.words.message, figure.words.params, _) if figure.value is not None else _("belum ada")
        return recap_panel.RecapRow(
            code=row.code,
            name=row.name,
            stations=figure.places,
            counted=figure.value,
            basis=recap_panel.marks.Marked(said, "masalah") if figure.difference else said,
            hour=self._when(row.hour),
            source=row.source,
        )

    def _heard(self, line: recaps.RecapLine) -> recap_panel.HeardRecap:
        counted = str(line.count) if line.total is None else _("{count} dari {total}").format(
            count=line.count, total=line.total
        )
        return recap_panel.HeardRecap(line.no, self._when(line.hour), line.label, counted, line.source)

    def _enter_recap(self, entry: recap_panel.Entry) -> None:
        item = self._item

        def work() -> int:
            start = days.bounds(self._desk, days.today(self._desk))[0]
            hour = start + entry.hour.hour * 3600 + entry.hour.minute * 60
            return answering.add_recap(
                self._desk, entry.place, item, entry.count, entry.total, hour=hour, source=entry.source
            )

        self._runner.write(work, lambda _no: self._recap_saved(), self._recap_refused)

    def _recap_saved(self) -> None:
        self.recap.accept()
        self._read_recaps()

    def _recap_refused(self, error: Exception) -> None:
        if not isinstance(error, errors.errors.Refused):
            raise error
        self.recap.refuse(errors.words(error))


@dataclass(frozen=True, slots=True)
class _Recaps:
    items: tuple[tuple[str, str], ...]
    item: str
    rows: tuple[recap_panel.RecapRow, ...]
    total: str
    heard: tuple[recap_panel.HeardRecap, ...]
