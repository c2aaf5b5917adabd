# SPDX-License-Identifier: Apache-2.0
"""Catatan ganda: what looks like one record, and what the user says of it."""

from desk_app.base.text import _
from desk_app.operations import duplicate_words, duplicates, targets
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.exchange_page import part
from ui.widgets import duplicate_panel

Read = tuple[list[duplicate_words.Doubt], list[duplicate_words.Settled]]

_PAGES = {"issue": targets.Page.ISSUES, "team": targets.Page.TEAMS, "member": targets.Page.TEAMS}


def read(desk: Desk) -> Read:
    """What waits and what was said; for a worker."""
    return duplicate_words.waiting(desk), duplicate_words.settled(desk)


class Doubling(part.Part):
    """The panel and its work."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        self.panel = duplicate_panel.DuplicatePanel()
        for table in (self.panel.list, self.panel.settled):
            table.told.connect(self.done)
        self.panel.merge_wanted.connect(self._merge)
        self.panel.number_wanted.connect(self._renumber)
        self.panel.apart_wanted.connect(self._tell_apart)
        self.panel.back_wanted.connect(self._take_back)
        self.panel.open_wanted.connect(self._open)
        self.panel.history_wanted.connect(self._history)

    def show(self, found: Read) -> None:
        self.panel.set_found(*found)

    def _merge(self, _doubt: duplicate_words.Doubt, keep: int, others: list[int]) -> None:
        words = _("Digabung. Tidak ada yang dihapus; Ctrl+Z memisahkannya lagi.")
        self.lanes.write(
            lambda: duplicates.merge(self.desk, keep, others), lambda _none: self.done(words), self.failed.emit
        )

    def _renumber(self, _doubt: duplicate_words.Doubt, no: int) -> None:
        def said(number: str) -> None:
            self.done(_("Nomor baru: {number}. Nomor lama tetap dapat dicari.").format(number=number))

        self.lanes.write(lambda: duplicates.renumber(self.desk, no), said, self.failed.emit)

    def _tell_apart(self, _doubt: duplicate_words.Doubt, numbers: list[int]) -> None:
        words = _("Dicatat: bukan ganda. Tidak ditanyakan lagi.")
        self.lanes.write(
            lambda: duplicates.tell_apart(self.desk, numbers), lambda _none: self.done(words), self.failed.emit
        )

    def _take_back(self, said: duplicate_words.Settled) -> None:
        desk = self.desk

        def work() -> None:
            if said.merged:
                duplicates.separate(desk, said.record)
            else:
                duplicates.ask_again(desk, said.record)

        words = _("Dipisahkan lagi.") if said.merged else _("Akan ditanyakan lagi.")
        self.lanes.write(work, lambda _none: self.done(words), self.failed.emit)

    def _open(self, kind: str, no: int) -> None:
        page = _PAGES.get(kind)
        target = targets.Target(targets.Page.SETTINGS, chosen={"section": "accounts"})
        self.shown.emit(targets.Target(page, record=no) if page is not None else target)

    def _history(self, no: int, title: str) -> None:
        from ui.dialogs import history_dialog

        history_dialog.HistoryDialog(self.desk, self.lanes, no, title, self.panel).open()
