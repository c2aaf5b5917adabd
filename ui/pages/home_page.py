# SPDX-License-Identifier: Apache-2.0
"""Beranda: what waits, how the TPS stand by kecamatan and on the map, which reports came in, what is open."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import elections, issues, places, readiness
from desk_app.domain import errors as known
from desk_app.domain.words import dotted
from desk_app.operations import daily_reports, days, issue_counts, overview, targets, todo
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.widgets import (
    answer_buttons,
    empty_state,
    figure_table,
    form,
    incoming_table,
    mosaic_layout,
    mosaic_panel,
    notice,
    page,
    report_card,
    severity_bars,
    todo_list,
)

T = TypeVar("T")
TABLE, MAP, REPORTS, FIRST = range(4)
WIDE = 900
KEYS = {targets.Page.CHECKLIST: "readiness", targets.Page.LOGBOOK: "issues"}
"""Pages whose key in the window is another word."""
STATES = {
    "ready": readiness.Readiness.READY,
    "incomplete": readiness.Readiness.INCOMPLETE,
    "not_yet": readiness.Readiness.NOT_YET,
    "problem": readiness.Readiness.PROBLEM,
    "disputed": readiness.Readiness.DISPUTED,
}
COUNTED = frozenset(("count_form", "count_result", "count_key"))
"""Flags of the count, which has its line in the list of what waits and nothing else here."""
MEANS = ("WhatsApp", "telepon", "surat", "surel")


class HomePage(page.Page):
    """Takes `targets.Target` with {"show": "incoming"}: the register of reports; "silent": only who sent nothing."""

    listens = frozenset(
        "answer issue follow_up readiness station region election setting conflict exchange daily_report".split()
    ) | COUNTED
    help_topic = "home"

    def __init__(self, desk: Desk, runner_: runner.Runner) -> None:
        super().__init__(_("Beranda"))
        self._desk = desk
        self._runner = runner_
        self._phase: int | None = None
        self._map: overview.Mosaic | None = None
        self._todo: list[todo.Todo] = []
        self._stale = {TABLE, MAP, REPORTS}
        self._wide: bool | None = None
        self.phases = answer_buttons.AnswerButtons([])
        self.phases.setAccessibleName(_("Tahap"))
        self.phases.setToolTip(_("Tahap yang ditampilkan"))
        self.buttons.addWidget(self.phases)
        self.todo = todo_list.TodoList()
        self.issues = severity_bars.SeverityBars()
        self.report = report_card.ReportCard()
        self.table = figure_table.FigureTable(_columns(), name="home")
        self.mosaic = mosaic_panel.MosaicPanel(10)
        self.incoming = incoming_table.IncomingTable()
        self.tabs = QtWidgets.QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for name in (_("Kesiapan TPS"), _("Peta TPS"), _("Rekap laporan masuk")):
            self.tabs.addTab(name)
        self._stack = QtWidgets.QStackedWidget()
        for widget in (self.table, self.mosaic, self.incoming):
            self._stack.addWidget(widget)
        self._first = self._first_steps()
        self._stack.addWidget(self._first)
        self._lay_out()
        self.first_field = self.table.view
        self._connect()

    def refresh(self, flags: frozenset[str]) -> None:
        if not flags or flags & {"election", "setting"}:
            self._read("phases", self._phases, self._take_phases)
            return
        if flags & {"exchange", "daily_report"}:
            self._stale.add(REPORTS)
        if flags - {"exchange", "daily_report"} - COUNTED:
            self._stale |= {TABLE, MAP}
        self._read_all()

    def open(self, target: object) -> None:
        if isinstance(target, targets.Target) and target.chosen.get("show") == "incoming":
            self.tabs.setCurrentIndex(REPORTS)
            self.incoming.show_silent(bool(target.chosen.get("silent")))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._main = QtWidgets.QFrame()
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(self.tabs)
        head.addStretch(1)
        head.addWidget(self.table.filter)
        self.table.filter.setMaximumWidth(220)
        column = QtWidgets.QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self._inside = QtWidgets.QWidget()
        self._grid = QtWidgets.QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self.area = form.scrolled(self._inside)
        self.area.setMinimumWidth(300)
        self.body.addWidget(self.area)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= WIDE
        if wide is self._wide:
            return
        self._wide = wide
        for widget in (self._main, self.todo, self.issues, self.report):
            self._grid.removeWidget(widget)
        if wide:
            self._grid.addWidget(self._main, 0, 0, 3, 1)
        else:
            self._grid.addWidget(self._main, 1, 0)
        places_ = ((0, 1), (1, 1), (2, 1)) if wide else ((0, 0), (2, 0), (3, 0))
        for widget, (row, column) in zip((self.todo, self.issues, self.report), places_, strict=True):
            self._grid.addWidget(widget, row, column)
        self._grid.setColumnStretch(0, 65)
        self._grid.setColumnStretch(1, 35 if wide else 0)
        self._grid.setRowStretch(0, int(wide))
        self._grid.setRowStretch(1, int(not wide))
        self._main.setMinimumHeight(300)
        self._fit_todo()

    def _fit_todo(self) -> None:
        lines = min(max(len(self._todo), 1), 5)
        self.todo.setMinimumHeight(120 if self._wide else 52 + lines * theme.ROW_HEIGHT)

    def _connect(self) -> None:
        self.phases.picked.connect(self._phase_picked)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.todo.followed.connect(lambda number: self._follow(self._todo[number].target))
        self.issues.followed.connect(self._follow_severity)
        self.report.nihil_wanted.connect(self._report_nihil)
        self.report.report_wanted.connect(lambda: self._open_report("", days.today(self._desk).isoformat()))
        self.table.followed.connect(self._follow_figure)
        self.mosaic.mosaic.opened.connect(self._follow_square)
        self.mosaic.mosaic.selected.connect(self._follow_squares)
        self.incoming.cell_opened.connect(self._open_cell)
        for one in (self.table, self.incoming):
            one.told.connect(lambda said: self.tell(said, notice.Tone.DONE))

    def _first_steps(self) -> QtWidgets.QWidget:
        box = QtWidgets.QFrame()
        theme.set_role(box, "card")
        is_district = self._desk.identity.level == places.Level.DISTRICT.value
        receive = (_("Terima Data"), lambda: self._follow(targets.Target(targets.Page.EXCHANGE)))
        fill = (_("Impor daftar TPS"), lambda: self._follow(targets.Target(targets.Page.STATIONS)))
        one, other = (receive, fill) if is_district else (fill, receive)
        words = (
            _("Terima dahulu data dari kantor kabupaten/kota: daftar TPS, tim dan pengaturannya datang bersamanya.")
            if is_district
            else _("Mulai dari daftar TPS: impor berkas Excel dari KPU. Atau terima data dari kantor lain.")
        )
        title = _("Selamat datang. Daftar TPS belum ada.")
        self.first = empty_state.EmptyState("data_tps", title, words, one[0], one[1])
        link = QtWidgets.QPushButton(other[0])
        theme.set_role(link, "link")
        link.clicked.connect(lambda _checked=False: other[1]())
        inner = self.first.layout()
        assert isinstance(inner, QtWidgets.QVBoxLayout)
        inner.insertWidget(inner.count() - 1, link, 0, QtCore.Qt.AlignmentFlag.AlignHCenter)
        column = QtWidgets.QVBoxLayout(box)
        column.addWidget(self.first)
        return box

    def _read(self, name: str, work: Callable[[], T], take: Callable[[T], None]) -> None:
        self._runner.read(work, take, self.failed, key=f"home/{name}")

    def _phases(self) -> tuple[tuple[int, ...], int]:
        return days.phases(self._desk), days.phase(self._desk)

    def _take_phases(self, found: tuple[tuple[int, ...], int]) -> None:
        phases, today = found
        self.phases.set_options([answer_buttons.Option(str(one), elections.day_words(one)) for one in phases])
        if self._phase not in phases:
            self._phase = today
        self.phases.set_value(str(self._phase))
        self._stale = {TABLE, MAP, REPORTS}
        self._read_all()

    def _phase_picked(self, code: str) -> None:
        if code:
            self._phase = int(code)
            self._stale |= {TABLE, MAP}
            self._read_shown()
        self.phases.set_value(str(self._phase))

    def _tab_changed(self, tab: int) -> None:
        self.table.filter.setVisible(tab == TABLE)
        if self._stack.currentWidget() is not self._first or tab == REPORTS:
            self._stack.setCurrentIndex(tab)
        self._stale |= {TABLE} if self._stack.currentWidget() is self._first else set()
        self._read_shown()

    def _read_all(self) -> None:
        desk = self._desk
        self._read("todo", lambda: todo.todo(desk), self._take_todo)
        self._read("issues", lambda: issue_counts.counts(desk), self._take_issues)
        self._read("report", lambda: daily_reports.report(desk), self.report.set_report)
        self._read_shown()

    def _read_shown(self) -> None:
        """Read what the tab in front shows, if it is older than the data."""
        desk, phase, tab = self._desk, self._phase, self.tabs.currentIndex()
        if tab not in self._stale:
            return
        self._stale.discard(tab)
        if tab == TABLE:
            self._read("table", lambda: overview.readiness_by_district(desk, phase), self._take_table)
        elif tab == MAP:
            self._read("map", lambda: overview.mosaic(desk, phase), self._take_map)
        else:
            self._read("incoming", lambda: daily_reports.incoming(desk), self._take_incoming)

    def _take_todo(self, found: list[todo.Todo]) -> None:
        self._todo = found
        self._fit_todo()
        self.todo.set_lines([todo_list.Line(one.mark.value, one.words) for one in found])

    def _take_issues(self, found: issue_counts.IssueCounts) -> None:
        bars = [
            severity_bars.Bar(one.value, _(issues.SEVERITY_LABELS[one]), found.by_severity.get(one, 0))
            for one in reversed(issues.Severity)
        ]
        note = _("{count} lewat batas waktu tanggapan").format(count=found.overdue) if found.overdue else ""
        shown = [day.open for day in found.per_day]
        tip = _("Terbuka pada akhir tiap hari, {count} hari terakhir: {numbers}").format(
            count=len(shown), numbers=", ".join(str(number) for number in shown)
        )
        title = _("Permasalahan terbuka: {count}").format(count=_dots(found.open))
        self.issues.set_figures(title, bars, shown, note, tip)

    def _take_table(self, found: overview.ReadinessTable) -> None:
        self._show_or_welcome(TABLE, found.total.stations)
        self.table.hide_column("villages", found.level is places.Level.VILLAGE)
        self.table.set_rows(found.rows, dataclasses.replace(found.total, name=_("Jumlah")))
        self.subtitle.setText(
            _("{stations} TPS · DPT {dpt} (L {male}, P {female})").format(
                stations=_dots(found.total.stations),
                dpt=_dots(found.total.dpt),
                male=_dots(found.total.dpt_male),
                female=_dots(found.total.dpt_female),
            )
            if found.total.stations
            else ""
        )

    def _take_map(self, found: overview.Mosaic) -> None:
        self._map = found
        self._show_or_welcome(MAP, found.stations)
        rows = [
            mosaic_layout.MosaicRow(
                f"{one.name}  {_dots(sum(held.stations for held in one.groups))}", one.states, one.ends
            )
            for one in found.rows
        ]
        unit = {
            overview.Square.STATION: _("1 kotak = 1 TPS"),
            overview.Square.VILLAGE: _("1 kotak = 1 desa/kelurahan"),
            overview.Square.DISTRICT: _("1 kotak = 1 kecamatan"),
        }[found.square]
        self.mosaic.set_rows(rows, self._tip, unit)

    def _take_incoming(self, found: daily_reports.IncomingRegister) -> None:
        self.incoming.set_register(found, self._when)

    def _show_or_welcome(self, tab: int, count: int) -> None:
        if self.tabs.currentIndex() == tab:
            self._stack.setCurrentIndex(tab if count else FIRST)
            self.table.filter.setVisible(tab == TABLE and bool(count))

    def _tip(self, square: int) -> str:
        found = self._map
        if found is None:
            return ""
        group = found.group(square)
        state = _(readiness.Readiness(overview.STATES[found.states[square]]).label)
        if found.square is overview.Square.STATION:
            number = f"{found.numbers[square]:03d}"
            return _("TPS {number} {village}: {state}").format(number=number, village=group.label, state=state)
        return _("{place}: {count} TPS, {state}").format(place=group.label, count=_dots(group.stations), state=state)

    def _follow(self, target: targets.Target) -> None:
        if target.page is targets.Page.HOME:
            self.open(target)
        else:
            self.navigate.emit(KEYS.get(target.page, target.page.value), target)

    def _follow_severity(self, code: str) -> None:
        chosen: dict[str, object] = {"open_only": True}
        if code:
            chosen["severities"] = (code,)
        self._follow(targets.Target(targets.Page.ISSUES, chosen=chosen))

    def _follow_figure(self, row: overview.ReadinessLine, key: str) -> None:
        area = "" if row.code == self._desk.identity.place else row.code
        if key in ("stations", "dpt", "villages"):
            self._follow(targets.Target(targets.Page.STATIONS, chosen={"area": area}))
            return
        chosen: dict[str, object] = {"area": area}
        if key in STATES:
            chosen["states"] = (STATES[key],)
        self._follow(targets.Target(targets.Page.CHECKLIST, chosen=chosen, phase=self._phase))

    def _follow_square(self, square: int) -> None:
        if self._map is not None:
            self._follow(targets.Target(targets.Page.CHECKLIST, subject=self._map.subject(square), phase=self._phase))

    def _follow_squares(self, squares: Sequence[int]) -> None:
        if self._map is not None:
            subjects = tuple(self._map.subject(square) for square in squares)
            self._follow(targets.Target(targets.Page.CHECKLIST, chosen={"subjects": subjects}, phase=self._phase))

    def _when(self, moment: int) -> str:
        return days.local(self._desk, moment).strftime("%d-%m %H.%M") if moment else ""

    def _open_report(self, place: str, day: str) -> None:
        chosen: dict[str, object] = {"report": "daily_report", "day": day}
        self._follow(targets.Target(targets.Page.REPORTS, subject=place, chosen=chosen))

    def _open_cell(self, place: str, day: int) -> None:
        """A report that came in is opened; one that did not can be noted as come in another way."""
        register = self.incoming.register
        if register is None:
            return
        row = next(one for one in register.rows if one.place == place)
        if row.marks[day].state is not daily_reports.Received.NOTHING:
            self._open_report(place, register.days[day].day.isoformat())
            return
        menu = QtWidgets.QMenu(self)
        menu.addSection(f"{row.name} · {register.days[day].words}")
        for means in MEANS:
            for nihil in (False, True):
                words = _("Nihil, lewat {means}") if nihil else _("Laporan diterima lewat {means}")
                action = menu.addAction(words.format(means=means))
                action.triggered.connect(
                    lambda _checked=False, means=means, nihil=nihil: self.note_received(place, day, means, nihil=nihil)
                )
        menu.popup(QtGui.QCursor.pos())

    def note_received(self, place: str, day: int, means: str, *, nihil: bool) -> None:
        """Note that the report of an office below came in another way than by package."""
        register = self.incoming.register
        if register is not None:
            when = register.days[day].day
            self._runner.write(
                lambda: daily_reports.note_received(self._desk, place, means, when, nihil=nihil), None, self.failed
            )

    def _report_nihil(self, even_so: bool = False) -> None:
        def done(_record: int) -> None:
            self.tell(_("Laporan hari ini NIHIL, sudah selesai dan terhitung melapor."), notice.Tone.DONE)

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused) or isinstance(error, known.NotPermitted):
                self.failed(error)
            else:
                words = errors.words(error)
                self.tell(words, notice.Tone.REFUSED, _("Tetap lapor NIHIL"), lambda: self._report_nihil(even_so=True))

        self._runner.write(lambda: daily_reports.report_nihil(self._desk, even_so=even_so), done, refused)


def _dots(number: int) -> str:
    return dotted(number)


def _columns() -> tuple[figure_table.FigureColumn, ...]:
    column = figure_table.FigureColumn
    return (
        column("name", _("Wilayah"), 112, stretches=True),
        column("villages", _("Desa"), 50, "right"),
        column("stations", _("TPS"), 58, "right"),
        column("dpt", _("DPT"), 70, "right"),
        column("ready", _("Siap"), 70, "right", state="siap"),
        column("incomplete", _("Belum lengkap"), 98, "right", state="belum_lengkap"),
        column("not_yet", _("Belum"), 70, "right", state="belum"),
        column("problem", _("Masalah"), 72, "right", state="masalah"),
        column("disputed", _("Berbeda"), 70, "right", state="berbeda"),
    )
