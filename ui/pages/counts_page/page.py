# SPDX-License-Identifier: Apache-2.0
"""The page Hasil Suara: its tabs, each furnished when it is first entered, and what stands above every figure."""

import functools

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain.counts import words
from desk_app.domain.words import N_
from desk_app.operations import targets
from desk_app.operations.desk import Desk
from ui import icons, runner
from ui.pages.counts_page import board, checking, entering, missing, noted, part
from ui.widgets import icon_line, page, room

PARTS: tuple[tuple[str, str, str, type[part.Part]], ...] = (
    ("entry", "ubah", N_("Salin"), entering.EntryPart),
    ("checking", "klarifikasi", N_("Pemeriksaan"), checking.CheckingPart),
    ("board", "grafik", N_("Rekap"), board.BoardPart),
    ("missing", "jam", N_("Belum masuk"), missing.MissingPart),
    ("noted", "catatan", N_("Catatan"), noted.NotedPart),
)
"""Key, icon, words, and the class that is the tab, in their order."""

_BASICS = frozenset("election setting region station exchange".split())


class CountsPage(page.Page):
    """Targets: `chosen["show"]` names a tab (`PARTS`; the first without it), which opens the rest of the target."""

    listens = _BASICS.union(*(made.listens for _key, _icon, _words, made in PARTS))
    help_topic = "counts"

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(_("Hasil Suara"))
        self._desk = desk
        self._lanes = lanes
        self._missed: dict[str, frozenset[str]] = {}
        self._rooms: dict[str, room.Room[part.Part]] = {}
        self.disclaimer = icon_line.IconLine("peringatan", "belum_lengkap", _(words.DISCLAIMER), role="strong")
        self.disclaimer.label.setWordWrap(False)
        self.head.insertWidget(1, self.disclaimer, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        self.tabs = QtWidgets.QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for key, icon, said, _made in PARTS:
            self._rooms[key] = room.Room(functools.partial(self._furnish, key), lambda made: made)
            self.tabs.addTab(self._rooms[key], icons.icon(icon), _(said))
        self.body.addWidget(self.tabs, 1)
        self.first_field = self.tab(PARTS[0][0]).first_field
        self.tabs.currentChanged.connect(self._tab_shown)

    def tab(self, key: str) -> part.Part:
        """A tab, made now if nobody has entered it."""
        return self._rooms[key].content

    def show_tab(self, key: str) -> part.Part:
        """Bring a tab to the front."""
        self.tabs.setCurrentWidget(self._rooms[key])
        return self.tab(key)

    def refresh(self, flags: frozenset[str]) -> None:
        """Read anew what has changed: the tab in front now, the others when they are entered."""
        for key, one in self._rooms.items():
            if one.made is None or not (not flags or flags & (_BASICS | one.made.listens)):
                continue
            if self.tabs.currentWidget() is one:
                one.made.reload(flags)
            else:
                self._missed[key] = self._missed.get(key, frozenset()) | flags

    def open(self, target: object) -> None:
        """Show a tab and what is meant in it."""
        if isinstance(target, targets.Target):
            key = str(target.chosen.get("show") or "")
            self.show_tab(key if key in self._rooms else PARTS[0][0]).open_target(target)

    def commit(self) -> None:
        """Let what is typed be saved."""
        for one in self._rooms.values():
            if one.made is not None:
                one.made.commit()

    def _furnish(self, key: str) -> part.Part:
        made = next(kind for name, _icon, _words, kind in PARTS if name == key)(
            self._desk, self._lanes, self.failed
        )
        made.navigate.connect(self.navigate)
        made.notices.connect(self.notices.tell)
        made.reload()
        return made

    def _tab_shown(self, _place: int) -> None:
        self.commit()
        self.notices.clear()
        key = next(name for name, one in self._rooms.items() if one is self.tabs.currentWidget())
        made = self.tab(key)
        missed = self._missed.pop(key, None)
        if missed is not None:
            made.reload(missed)
        self.first_field = made.first_field
        if made.first_field is not None:
            made.first_field.setFocus()
