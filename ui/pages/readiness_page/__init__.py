# SPDX-License-Identifier: Apache-2.0
"""Kesiapan TPS in four tabs: checklists, recaps of regions, the watch sheet of voting day, completeness."""

import functools

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import elections, places
from desk_app.operations import register_sheets, targets
from desk_app.operations.desk import Desk
from ui import runner
from ui.dialogs import workbook_button
from ui.pages.readiness_page import checking, completing, part, recapping, watching
from ui.widgets import answer_buttons, page

CHECKLIST, RECAPS, WATCH, COMPLETE = range(4)
CALLED = frozenset("team member phone contact".split())
"""What the call list of Lembar pantau names; the checklists do not hang on it."""


class ReadinessPage(page.Page):
    """Takes `targets.Target` with a subject, a phase, fields of `StationFilter`, {"recap": True} or {"watch": True}.

    {"item": code}: the row of the subject's sheet in which the keys work.
    {"places": True}: the other places, with {"unrecorded": True} only those that failed without an issue.
    `wall_wanted()`: the large view for the posko's wall.
    """

    wall_wanted = QtCore.Signal()

    listens = frozenset({"checklist"}) | frozenset(
        "answer issue readiness station station_risk region recap conflict election setting team_district".split()
    ) | CALLED
    help_topic = "readiness"

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(_("Kesiapan TPS"))
        self._desk = desk
        self._lanes = lanes
        self._phase: int | None = None
        self._basics: part.Basics | None = None
        self.tabs = QtWidgets.QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setSizePolicy(QtWidgets.QSizePolicy.Policy.Fixed, QtWidgets.QSizePolicy.Policy.Fixed)
        for name in (_("Ceklis"), _("Rekap"), _("Lembar pantau"), _("Kelengkapan")):
            self.tabs.addTab(name)
        self.phases = answer_buttons.AnswerButtons([])
        self.phases.setAccessibleName(_("Tahap"))
        self.phases.setToolTip(_("Tahap yang diisi"))
        self.buttons.addWidget(self.tabs)
        self.buttons.addWidget(self.phases)
        self.excel_button = workbook_button.WorkbookButton(desk, lanes)
        self.excel_button.notices.connect(self.notices.tell)
        self.buttons.addWidget(self.excel_button)
        for beside in (self.phases, self.excel_button):  # the tabs stay where they are when one is hidden
            policy = beside.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            beside.setSizePolicy(policy)
        self.checklist = checking.ChecklistPart(desk, lanes)
        self._take_part(self.checklist)
        self.list, self.places, self.sheet = self.checklist.list, self.checklist.places, self.checklist.sheet
        self._whole = checking.stack(self.checklist.view)
        self.body.addWidget(self._whole)
        self.first_field = self.list.table.view
        self.tabs.currentChanged.connect(self._tab_changed)
        self.phases.picked.connect(self._phase_picked)

    @functools.cached_property
    def recaps(self) -> recapping.RecapPart:
        """Made when it is first needed: it takes as long as half the page."""
        made = recapping.RecapPart(self._desk, self._lanes)
        self._take_part(made)
        self._whole.addWidget(made.panel)
        if self._basics is not None:
            made.set_basics(self._basics, self._words(self._basics.level)[0])
        return made

    @functools.cached_property
    def watch(self) -> watching.WatchPart:
        """Made when it is first needed."""
        made = watching.WatchPart(self._desk, self._lanes)
        self._take_part(made)
        made.wall_wanted.connect(self.wall_wanted)
        self._whole.addWidget(made.panel)
        return made

    @functools.cached_property
    def complete(self) -> completing.CompletePart:
        """Made when it is first needed."""
        made = completing.CompletePart(self._desk, self._lanes)
        self._take_part(made)
        self._whole.addWidget(made.panel)
        return made

    def refresh(self, flags: frozenset[str]) -> None:
        if not flags or flags & {"election", "setting", "region"}:
            desk = self._desk
            self._lanes.read(lambda: part.basics(desk), self._take_basics, self.failed, key="readiness/basics")
        if flags - CALLED:
            self.checklist.read_again(flags)
        if self.tabs.currentIndex() == RECAPS:
            self.recaps.read()
        elif self.tabs.currentIndex() == WATCH:
            self.watch.read()
        elif self.tabs.currentIndex() == COMPLETE:
            self.complete.read()

    def open(self, target: object) -> None:
        if not isinstance(target, targets.Target):
            return
        if target.phase is not None:
            self._set_phase(target.phase)
        if target.chosen.get("recap"):
            self.checklist.commit()
            self.tabs.setCurrentIndex(RECAPS)
        elif target.chosen.get("watch"):
            self.checklist.commit()
            self.tabs.setCurrentIndex(WATCH)
        elif target.chosen.get("complete"):
            self.checklist.commit()
            self.tabs.setCurrentIndex(COMPLETE)
        else:
            self.tabs.setCurrentIndex(CHECKLIST)
            self.checklist.open(target)

    def commit(self) -> None:
        """Let what is typed be saved."""
        self.checklist.commit()

    def _take_part(self, made: part.Part) -> None:
        made.setParent(self)  # so that nothing is brought back to it once the page is gone
        made.told.connect(self.notices.tell)
        made.quiet.connect(self.notices.clear)
        made.failed.connect(self.failed)
        made.led.connect(self.navigate)

    def _take_basics(self, found: part.Basics) -> None:
        self._basics = found
        words = self._words(found.level)
        self.checklist.set_basics(found, words)
        if "recaps" in self.__dict__:
            self.recaps.set_basics(found, words[0])
        options = [answer_buttons.Option(str(one), elections.day_words(one)) for one in found.phases]
        self.phases.set_options(options)
        self._set_phase(found.today if self._phase is None else self._phase)
        self.phases.set_value(str(self._phase))

    def _words(self, level: places.Level) -> tuple[str, str]:
        return {
            places.Level.REGENCY: (_("Semua kecamatan"), _("Semua desa/kelurahan")),
            places.Level.DISTRICT: (_("Semua desa/kelurahan"), ""),
        }.get(level, (_("Semua kabupaten/kota"), _("Semua kecamatan")))

    def _phase_picked(self, code: str) -> None:
        self._set_phase(int(code) if code else self._phase or 0)
        self.phases.set_value(str(self._phase))

    def _set_phase(self, phase: int) -> None:
        if phase == self._phase:
            return
        self._phase = phase
        self.phases.set_value(str(phase))
        self.checklist.set_phase(phase)
        self._show_sheet()
        if "recaps" in self.__dict__:
            self.recaps.set_phase(phase)
        self._tab_changed(self.tabs.currentIndex())

    def _show_sheet(self) -> None:
        """The checklist of the phase that is shown and Lembar Pantau leave as sheets, and come back."""
        tab, keys = self.tabs.currentIndex(), []
        if tab == WATCH:
            keys = ["watch"]
        elif tab == CHECKLIST and self._phase is not None:
            keys = [register_sheets.phase_key(self._phase)]
        self.excel_button.set_keys(keys)

    def _tab_changed(self, tab: int) -> None:
        self.checklist.commit()
        self.notices.clear()
        self.phases.setVisible(tab != WATCH)
        self._show_sheet()
        if tab == WATCH:
            self._whole.setCurrentWidget(self.watch.panel)
            self.first_field = self.watch.panel.grid.view
            self.first_field.setFocus()
            self.watch.read()
        elif tab == RECAPS:
            self._whole.setCurrentWidget(self.recaps.panel)
            self.first_field = self.recaps.panel.typed
            self.first_field.setFocus()
            self.recaps.set_phase(self._phase)
            self.recaps.read()
        elif tab == COMPLETE:
            self._whole.setCurrentWidget(self.complete.panel)
            self.first_field = self.complete.panel.regions.view
            self.first_field.setFocus()
            self.complete.set_phase(self._phase)
            self.complete.read()
        else:
            self._whole.setCurrentWidget(self.checklist.view)
            self.first_field = self.list.table.view
