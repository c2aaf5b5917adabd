# SPDX-License-Identifier: Apache-2.0
"""Permasalahan: the register of issues and, on tabs beside it, the Buku Posko and PSU/PSSU/PSL/PSS."""

import functools

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import targets
from desk_app.operations.desk import Desk
from ui import runner
from ui.dialogs import workbook_button
from ui.pages.issues_page import posko_book, register, revote_new, revotes
from ui.widgets import notice, page

_BOOK = 1
"""The place of the Buku Posko among the tabs."""

MINUTE_MS = 60_000
_OWN_NEWS = frozenset(
    (
        "revote",
        "saved_filter",
        "issue",
        "issue_place",
        "issue_link",
        "issue_identity",
        "follow_up",
        "log_entry",
        "attachment",
    )
)


class IssuesPage(page.Page):
    """The page. Targets: an issue (`record`), a filter (`chosen` by the names of `IssueFilter`), a new issue
    (`chosen["new"]`, pre-filled with `item` of `subject` or with fields by name), noting a PSU and the like
    (`chosen["revote"]`: the record of an issue, or 0), one of them (`chosen["revote_record"]`), those that are due
    (`chosen["revotes"]`), or the Buku Posko."""

    listens = _OWN_NEWS | {"answer", "station", "region", "setting", "exchange"}
    help_topic = "issues"
    drafts_name = "issues"

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(_("Permasalahan"))
        self._desk = desk
        self._lanes = lanes
        self.register = register.IssueRegister(desk, lanes, self.failed, self.drafts)
        self.register.navigate.connect(self.navigate)
        self.register.told.connect(self._say)
        self.register.notices.connect(self.notices.tell)
        self._book_tab = QtWidgets.QWidget()
        self.revotes: revotes.RevotePanel | None = None
        self._revote_tab = QtWidgets.QWidget()
        room = QtWidgets.QVBoxLayout(self._revote_tab)
        room.setContentsMargins(0, 0, 0, 0)
        self.tabs = QtWidgets.QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.register, _("Permasalahan"))
        self.tabs.addTab(self._book_tab, _("Buku Posko"))
        self.tabs.addTab(self._revote_tab, _("PSU/PSSU/PSL/PSS"))
        self.tabs.currentChanged.connect(lambda _place: self._tab_shown())
        self.body.addWidget(self.tabs, 1)
        self.new_button = self.add_button(_("Permasalahan baru"), "tambah", self.begin_new, role="primary")
        self.paste_button = self.add_button(_("Tempel dari WhatsApp"), "wa", lambda: self.logbook.paste())
        self.paste_button.hide()
        self.book_button = self.add_button(_("Simpan dan bagikan"), "unduh", self._show_outputs)
        self.book_button.hide()
        self.excel_button = workbook_button.WorkbookButton(desk, lanes, "issues")
        self.excel_button.notices.connect(self.notices.tell)
        self.buttons.insertWidget(0, self.excel_button)
        self.first_field = self.register.table.filter
        # The clocks of issues run on while nothing is written.
        self._minute = QtCore.QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._look_at_clocks)
        self._minute.start()

    @functools.cached_property
    def logbook(self) -> posko_book.LogbookPanel:
        """The Buku Posko; built, and put in its tab, when it is first wanted."""
        made = posko_book.LogbookPanel(self._desk, self._lanes, self.failed, self.drafts)
        made.told.connect(self._say)
        made.notices.connect(self.notices.tell)
        made.issue_wanted.connect(self._show_issue)
        at = self.tabs.indexOf(self._book_tab)
        is_shown = self.tabs.currentIndex() == at
        blocked = self.tabs.blockSignals(True)
        self.tabs.insertTab(at, made, self.tabs.tabText(at))
        self.tabs.removeTab(at + 1)
        self._book_tab.deleteLater()
        if is_shown:
            self.tabs.setCurrentIndex(at)
        self.tabs.blockSignals(blocked)
        made.reload()
        return made

    def refresh(self, flags: frozenset[str]) -> None:
        """Read again what has changed."""
        if not flags or flags & {"region", "exchange"}:
            self.register.narrowing.load_areas()
        if not flags or "saved_filter" in flags:
            self.register.narrowing.saved.reload()
        if not flags or flags != frozenset(("log_entry",)):
            self.register.reload()
        if "logbook" in self.__dict__ and (not flags or flags & {"log_entry", "issue", "attachment", "exchange"}):
            self.logbook.reload()
        if self.revotes is not None and flags & {"revote", "issue", "setting", "station", "exchange"}:
            self.revotes.reload()

    def open(self, target: object) -> None:
        """Show an issue, a list, a new issue, or the Buku Posko."""
        if not isinstance(target, targets.Target):
            return
        if target.page is targets.Page.LOGBOOK:
            self.tabs.setCurrentWidget(self.logbook)
            self.logbook.show_line(target.record)
            return
        chosen = dict(target.chosen)
        if "revote_record" in chosen:
            self._open_revotes().show_record(int(str(chosen["revote_record"])))
            return
        if "revotes" in chosen:
            self._open_revotes().show_due(str(chosen["revotes"]))
            return
        if "revote" in chosen:
            self._open_revotes().begin(int(str(chosen["revote"] or 0)))
            return
        self.tabs.setCurrentWidget(self.register)
        if chosen.pop("new", False):
            self.register.begin_new(target.subject, {name: str(value) for name, value in chosen.items()})
        elif target.record:
            self.register.show_issue(target.record)
        else:
            if target.subject and not chosen:
                chosen["area"] = target.subject
            self.register.show_chosen(chosen)

    def open_draft(self, key: str) -> None:
        """Go on with what was begun: a new issue, a follow-up, the place of an issue, a line of the book."""
        if key.startswith(revote_new.KEY):
            self._open_revotes().open_draft(key)
            return
        in_book = key.startswith(posko_book.KEY)
        self.tabs.setCurrentWidget(self.logbook if in_book else self.register)
        if in_book:
            self.logbook.open_draft(key)
        else:
            self.register.open_draft(key)

    def begin_new(self) -> None:
        """Begin a new issue."""
        self.tabs.setCurrentWidget(self.register)
        self.register.begin_new()

    def _look_at_clocks(self) -> None:
        if self.register.isVisible():
            self.register.reload()

    def _show_outputs(self) -> None:
        corner = self.book_button.mapToGlobal(self.book_button.rect().bottomLeft())
        self.logbook.outputs.menu(self.book_button).popup(corner)

    def _say(self, words: str) -> None:
        self.tell(words, notice.Tone.DONE)

    def _show_issue(self, no: int) -> None:
        self.tabs.setCurrentWidget(self.register)
        self.register.show_issue(no)
        self.register.take_keys()

    def _tab_shown(self) -> None:
        in_book = self.tabs.currentIndex() == _BOOK
        self.paste_button.setVisible(in_book)
        self.book_button.setVisible(in_book)
        self.new_button.setVisible(self.tabs.currentWidget() is self.register)
        self.excel_button.set_keys([("issues", "logbook", "revotes")[self.tabs.currentIndex()]])
        if in_book:
            self.logbook.begin()
        elif self.tabs.currentWidget() is self._revote_tab:
            self._open_revotes()

    def _open_revotes(self) -> revotes.RevotePanel:
        """The tab of PSU and the like, built when it is first wanted."""
        if self.revotes is None:
            self.revotes = revotes.RevotePanel(self._desk, self._lanes, self.failed, self.drafts)
            self.revotes.told.connect(self._say)
            self.revotes.notices.connect(self.notices.tell)
            self.revotes.navigate.connect(lambda _key, target: self.open(target))
            room = self._revote_tab.layout()
            assert room is not None
            room.addWidget(self.revotes)
            self.revotes.reload()
        self.tabs.setCurrentWidget(self._revote_tab)
        return self.revotes
