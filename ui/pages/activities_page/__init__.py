# SPDX-License-Identifier: Apache-2.0
"""Kegiatan: activities with their chain of steps, tasks, indicators against targets, and whom to call."""

from collections.abc import Callable
from typing import Any

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.operations import targets
from desk_app.operations.desk import Desk
from ui import icons, runner
from ui.dialogs import workbook_button
from ui.pages.activities_page import duties, figures, part, people, plans, stages
from ui.widgets import notice, page

_LISTENS = {
    "plans": frozenset(("activity", "attendance", "visit", "task", "issue", "answer", "team", "member", "attachment")),
    "duties": frozenset(("task", "member", "activity", "issue", "handover")),
    "figures": frozenset(("indicator", "indicator_value", "station", "region", "conflict")),
    "people": frozenset(("contact", "region")),
    "stages": frozenset(("stage", "holiday", "election", "setting")),
}
_PARTS: dict[str, Callable[..., part.Part]] = {
    "plans": plans.PlansPart,
    "duties": duties.DutiesPart,
    "figures": figures.FiguresPart,
    "people": people.PeoplePart,
    "stages": stages.StagesPart,
}
"""The tabs; each is made when it is first wanted."""
_SHEETS = {
    "plans": ("activities", "attendance", "visits", "campaign"),
    "duties": ("tasks",),
    "figures": ("indicator-values", "indicators"),
    "people": ("contacts",),
    "stages": ("stages", "holidays"),
}
"""What of each tab leaves as workbooks."""


class ActivitiesPage(page.Page):
    """The page. Targets: `chosen["show"]` names a tab (`plans`, `duties`, `figures`, `people`), `record` what is shown
    in it (an activity without a tab), `chosen["code"]` an indicator."""

    listens = frozenset().union(*_LISTENS.values()) | {"exchange"}
    help_topic = "activities"
    drafts_name = "activities"

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(_("Kegiatan"))
        self._desk = desk
        self._lanes = lanes
        self.parts: dict[str, Any] = {}
        self.tabs = QtWidgets.QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for key, icon, words in (
            ("plans", "tanggal", _("Kegiatan")),
            ("duties", "kesiapan", _("Tugas")),
            ("figures", "grafik", _("Indikator")),
            ("people", "telepon", _("Kontak")),
            ("stages", "matriks", _("Tahapan")),
        ):
            room = QtWidgets.QWidget()
            room.setObjectName(key)
            column = QtWidgets.QVBoxLayout(room)
            column.setContentsMargins(0, 8, 0, 0)
            self.tabs.addTab(room, icons.icon(icon), words)
        self.excel_button = workbook_button.WorkbookButton(desk, lanes, *_SHEETS["plans"])
        self.excel_button.notices.connect(self.notices.tell)
        self.buttons.addWidget(self.excel_button)
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(lambda _place: self._tab_shown())
        self.first_field = self.tab("plans").first_field

    def tab(self, key: str) -> Any:
        """A tab, made when it is first wanted."""
        if key not in self.parts:
            made = self.parts[key] = _PARTS[key](self._desk, self._lanes, self.failed, self.drafts)
            made.navigate.connect(self.navigate)
            made.told.connect(lambda words: self.tell(words, notice.Tone.DONE))
            made.notices.connect(self.notices.tell)
            column = self._room(key).layout()
            assert column is not None
            column.addWidget(made)
            made.reload()
        return self.parts[key]

    def show_tab(self, key: str) -> Any:
        """Bring a tab to the front."""
        made = self.tab(key)
        self.tabs.setCurrentWidget(self._room(key))
        return made

    def refresh(self, flags: frozenset[str]) -> None:
        """Read again what has changed, in the tabs that were made."""
        for key, made in self.parts.items():
            if not flags or flags & (_LISTENS[key] | {"exchange"}):
                made.reload()

    def open(self, target: object) -> None:
        """Show a tab and what is meant in it."""
        if not isinstance(target, targets.Target):
            return
        key = str(target.chosen.get("show") or "plans")
        made = self.show_tab(key if key in _PARTS else "plans")
        made.open_target(target)

    def open_draft(self, key: str) -> None:
        """Go on with what was begun: the key names its tab, "activities/duties/new"."""
        _page, name, *rest = key.split("/")
        self.show_tab(name if name in _PARTS else "plans").open_draft("/".join(rest))

    def _room(self, key: str) -> QtWidgets.QWidget:
        room = self.tabs.findChild(QtWidgets.QWidget, key)
        assert isinstance(room, QtWidgets.QWidget)
        return room

    def _tab_shown(self) -> None:
        key = self.tabs.currentWidget().objectName()
        made = self.tab(key)
        self.excel_button.set_keys(_SHEETS[key])
        self.first_field = made.first_field
        made.first_field.setFocus()
