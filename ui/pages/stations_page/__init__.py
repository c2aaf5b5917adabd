# SPDX-License-Identifier: Apache-2.0
"""Data TPS: the list of all TPS at the left, one of them at the right; import from and export to Excel."""

import functools
from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.domain import elections as election_rules
from desk_app.domain import errors as known
from desk_app.domain import places
from desk_app.operations import days, stations, targets
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.dialogs import workbook_dialog
from ui.pages.stations_page import detail, exporting, filters, importing, listing, new, risk_tab
from ui.widgets import big_table, empty_state, notice, page, split_view


class StationsPage(page.Page):
    """The page. Targets: a `Target` with a subject (one TPS) or `chosen` (fields of `StationFilter`)."""

    listens = frozenset(
        "station station_risk deployment region_risk risk_indicator readiness issue region election setting exchange "
        "conflict team".split()
    )
    help_topic = "stations"

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(_("Data TPS"))
        self._desk = desk
        self._runner = lanes
        self._phase: int | None = None
        self._order = stations.Order.PLACE
        self._descending = False
        self._text = ""
        self._asked: int | str = 0
        """The TPS that was read last, or is being read."""
        self._wanted = ""
        self._wants_first = False
        self._total: int | None = None
        self.importing: workbook_dialog.WorkbookDialog | None = None
        self.new_button = self.add_button(_("TPS baru"), "tambah", self.begin_new)
        self.import_button = self.add_button(_("Impor Excel"), "impor", self.show_import)
        self.export_button = self.add_button(_("Simpan ke Excel"), "excel", lambda: None)
        theme.set_role(self.export_button, "menu")
        menu = QtWidgets.QMenu(self.export_button)
        self.export_button.setMenu(menu)
        self.filters = filters.StationFilters(desk, lanes)
        self.filters.changed.connect(self.reload)
        self.table = big_table.BigTable(
            listing.columns_of(desk),
            self._fetch,
            lanes,
            name="stations",
            filter_words=_("Cari: nomor, desa, “tem 5” …"),
            unit=_("TPS"),
        )
        self.table.filter_requested.connect(self._set_text)
        self.table.filter.returnPressed.connect(self._take_first)
        self.table.sort_requested.connect(self._set_order)
        self.table.chosen.connect(self._show_one)
        self.table.opened.connect(lambda _no: self._enter_detail())
        self.table.view.clicked.connect(lambda _index: self._bring_detail())
        self.table.told.connect(self._say)
        self.exporting = exporting.StationExport(
            desk, lanes, self.table, self._fetch, lambda: self.filters.chosen().area
        )
        self.exporting.told.connect(self._say)
        self.exporting.failed.connect(self.failed)
        menu.addAction(_("Data TPS lengkap, untuk diisi dan diimpor lagi …"), self.exporting.ask_whole)
        menu.addAction(_("Daftar seperti di layar …"), self.exporting.ask_listed)
        self._nothing = empty_state.EmptyState(
            "data_tps", _("Pilih satu TPS di daftar"), _("Datanya tampil di sini dan dapat langsung diubah.")
        )
        self.right = QtWidgets.QStackedWidget()
        self.right.addWidget(self._nothing)
        self.right.setMinimumHeight(120)
        left = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        left.setFocusProxy(self.table.view)
        self.split = split_view.SplitView(left, self.right, name="stations", share=0.56)
        self.empty = empty_state.EmptyState(
            "data_tps",
            _("Belum ada TPS"),
            _("Daftar TPS dari KPU dimasukkan di sini, paling mudah dari berkas Excel. Contoh isiannya disediakan."),
            _("Impor dari Excel"),
            self.show_import,
        )
        self.stack = QtWidgets.QStackedWidget()
        self.stack.addWidget(self.split)
        self.stack.addWidget(self.empty)
        self.stack.setContentsMargins(0, theme.SPACE, 0, 0)
        self.tabs = QtWidgets.QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.stack, _("Daftar TPS"))
        self._risk_room = QtWidgets.QWidget()
        QtWidgets.QVBoxLayout(self._risk_room).setContentsMargins(0, 0, 0, 0)
        self.tabs.addTab(self._risk_room, _("Kerawanan"))
        self.tabs.currentChanged.connect(lambda _place: self._tab_shown())
        self.body.addWidget(self.tabs, 1)
        self.first_field = self.table.filter

    @functools.cached_property
    def risk(self) -> risk_tab.RiskTab:
        """Made when the tab Kerawanan is first shown."""
        made = risk_tab.RiskTab(self._desk, self._runner, self.failed)
        made.navigate.connect(self._leave_risk)
        made.notices.connect(self.notices.tell)
        room = self._risk_room.layout()
        assert room is not None
        room.addWidget(made)
        return made

    @functools.cached_property
    def detail(self) -> detail.StationPanel:
        """Made when the first TPS is shown: the list is there before."""
        made = detail.StationPanel(self._desk, self._runner, self.failed)
        made.navigate.connect(self.navigate)
        made.deleted.connect(self.split.show_list)
        made.notices.connect(self.notices.tell)
        self.right.addWidget(made)
        return made

    @functools.cached_property
    def new(self) -> new.NewStationPanel:
        """Made when the first TPS is added by hand."""
        made = new.NewStationPanel(self._desk, self._runner)
        made.added.connect(self._show_added)
        made.closed.connect(self._end_new)
        self.right.addWidget(made)
        return made

    def refresh(self, flags: frozenset[str]) -> None:
        """Read the list again; the order only changes on screen where it really is another one."""
        if not flags or flags & {"region", "election", "exchange", "setting"}:
            self.filters.load()
        if "risk" in self.__dict__:
            self.risk.refresh(flags)
        self.table.refresh()
        self.reload()
        self._read_asked()

    def open(self, target: object) -> None:
        """Show one TPS, or the TPS that a filter leaves."""
        if not isinstance(target, targets.Target):
            return
        chosen = dict(target.chosen)
        show = chosen.pop("show", "")
        if show == "import":
            self.show_import()
            return
        if show == "risk" or "indicator" in chosen:
            self.show_risk(target.subject, chosen)
            return
        self.tabs.setCurrentWidget(self.stack)
        self._phase = target.phase
        is_station = bool(target.subject) and places.kind_of(target.subject) is places.Kind.TPS
        self._wanted = target.subject if is_station else ""
        self.table.filter.clear()
        self._text = ""
        self.filters.show_chosen(chosen)
        if self._wanted:
            self._show_one(self._wanted)
            self.split.show_detail()
        else:
            self.split.show_list()

    def reload(self) -> None:
        """Ask for the TPS that filter, words and order leave."""
        desk, order, descending, phase = self._desk, self._order, self._descending, self._phase
        chosen = replace(self.filters.chosen(), text=self._text)

        def read() -> tuple["array[int]", int]:
            found = stations.station_ids(desk, chosen, order, descending=descending, phase=phase)
            return found, stations.count_stations(desk)

        self._runner.read(read, lambda found: self._take(*found), self.failed, key="stations")

    def show_risk(self, subject: str = "", chosen: dict[str, object] | None = None) -> None:
        """Show the tab Kerawanan, with one TPS or the TPS that a filter leaves."""
        self.tabs.setCurrentWidget(self._risk_room)
        if subject and places.kind_of(subject) is places.Kind.TPS:
            self.risk.show_subject(subject)
        elif chosen or subject:
            self.risk.show_chosen({"area": subject, **(chosen or {})} if subject else dict(chosen or {}))

    def begin_new(self) -> None:
        """Begin to add TPS by hand."""
        self.tabs.setCurrentWidget(self.stack)
        self.stack.setCurrentWidget(self.split)
        self.right.setCurrentWidget(self.new)
        self.split.show_detail()
        self.new.begin(self.filters.chosen().area)

    def show_import(self) -> None:
        """Open the dialog that reads a list of TPS from Excel."""
        self.tabs.setCurrentWidget(self.stack)
        if self.importing is None:
            self.importing = workbook_dialog.open_over(
                self.window(), self._runner, importing.StationWay(self._desk), self._say, self._end_import
            )

    def _end_import(self) -> None:
        self.importing = None
        self.reload()
        if self.stack.currentWidget() is self.split:
            self.table.view.setFocus()

    def _fetch(self, numbers: list[int]) -> Sequence[tuple[Any, ...] | None]:
        """Rows for the table, on a thread of the runner."""
        keys = [column.key for column in self.table.model.columns]
        rows = stations.station_rows(self._desk, numbers, phase=self._phase)
        return [None if row is None else tuple(listing.cell(row, key) for key in keys) for row in rows]

    def _take(self, ids: "array[int]", total: int) -> None:
        first = self._total is None
        is_other = ids != self.table.model.ids or total != self._total
        self._total = total
        phase = days.phase(self._desk) if self._phase is None else self._phase
        self.subtitle.setText(_("kesiapan tahap {phase}").format(phase=election_rules.day_words(phase)))
        self.export_button.setEnabled(bool(ids))
        adding = "new" in self.__dict__ and self.right.currentWidget() is self.new
        self.stack.setCurrentWidget(self.split if total or adding else self.empty)
        if is_other:
            self.table.set_ids(ids, total)
        if ids and (self._wants_first or (first and not self._wanted and not self.split.is_narrow)):
            self.table.view.select_row(0)
        elif is_other and self.table.current_id() is None and "detail" in self.__dict__ and self.detail.no:
            self.table.show_id(self.detail.no)
        if ids and self._wants_first:
            self.table.view.setFocus()
        self._wants_first = False

    def _set_text(self, text: str) -> None:
        self._text = text
        self.reload()

    def _take_first(self) -> None:
        self._wants_first = True
        self.reload()

    def _set_order(self, key: str, ascending: bool) -> None:
        self._order = listing.ORDERS[key]
        self._descending = not ascending
        self.reload()

    def _show_one(self, asked: int | str) -> None:
        """Show a TPS by its record or its subject."""
        self._asked = asked
        self._read_asked()

    def _read_asked(self) -> None:
        desk, asked, phase = self._desk, self._asked, self._phase

        def read() -> stations.StationDetail | None:
            if isinstance(asked, str):
                return stations.station(desk, asked, phase=phase)
            row = stations.station_rows(desk, [asked])[0]
            return stations.station(desk, row.subject, phase=phase) if row is not None else None

        if asked:
            self._runner.read(read, self._show, self._gone, key="station")

    def _show(self, found: stations.StationDetail | None) -> None:
        if found is None:
            self._lose()
            return
        self.detail.show_station(found, self._phase)
        if "new" not in self.__dict__ or self.right.currentWidget() is not self.new:
            self.right.setCurrentWidget(self.detail)
        if self._wanted == found.row.subject and self.table.show_id(found.row.no):
            self._wanted = ""

    def _gone(self, error: Exception) -> None:
        if not isinstance(error, known.NotFound):
            self.failed(error)
        else:
            self._lose()

    def _lose(self) -> None:
        """What was shown is deleted; it is asked for again when the page reads again, as after undo."""
        if "detail" in self.__dict__ and self.right.currentWidget() is self.detail:
            self.right.setCurrentWidget(self._nothing)

    def _tab_shown(self) -> None:
        in_list = self.tabs.currentWidget() is self.stack
        for button in (self.import_button, self.export_button, self.new_button):
            button.setVisible(in_list)
        self.subtitle.setVisible(in_list)
        if in_list:
            self.first_field = self.table.filter
            return
        self.risk.begin()
        self.first_field = self.risk.tabs

    def _leave_risk(self, key: str, target: object) -> None:
        if key == "stations":
            self.open(target)
        else:
            self.navigate.emit(key, target)

    def _say(self, words: str) -> None:
        self.tell(words, notice.Tone.DONE)

    def _bring_detail(self) -> None:
        self.split.show_detail()

    def _enter_detail(self) -> None:
        self.split.show_detail()
        self.right.setCurrentWidget(self.detail)
        self.detail.focus_first()

    def _show_added(self, subject: str) -> None:
        self._wanted = subject
        self._show_one(subject)

    def _end_new(self) -> None:
        self.right.setCurrentWidget(self.detail if self.detail.subject else self._nothing)
        if self._total == 0:
            self.stack.setCurrentWidget(self.empty)
        self.split.show_list()
