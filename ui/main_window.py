# SPDX-License-Identifier: Apache-2.0
"""The frame: head, rail, one page, foot. It knows pages by their specification and the desk not at all.

Pages are made at the first visit. What changed (`Bridge.changed`) goes to the page in front at once, to the
others when they are shown again.
"""

from collections.abc import Callable, Mapping, Sequence

import shiboken6
from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import actions, bridge, errors, runner, theme, undo_keys
from ui.widgets import (
    crash_panel,
    head_bar,
    nav_rail,
    notice,
    page,
    remembered,
    search_box,
    status_line,
)

FOLD_BELOW = 1200
OF_NO_ELECTION = frozenset(("settings",))
"""Pages that show the same whichever election is worked on."""
USUAL = (1366, 700)
Search = Callable[[str], Sequence[search_box.Hit]]


class MainWindow(QtWidgets.QMainWindow):
    """The window of an open office.

    `undo_wanted`, `redo_wanted`: Ctrl+Z and Ctrl+Y. `help_wanted(topic)`: F1 on a page. `page_shown(key)`.
    `closing`: the window is about to close, every entered value is told and written by then.
    """

    undo_wanted = QtCore.Signal()
    redo_wanted = QtCore.Signal()
    help_wanted = QtCore.Signal(str)
    page_shown = QtCore.Signal(str)
    closing = QtCore.Signal()

    def __init__(
        self,
        pages: Sequence[page.PageSpec],
        runner_: runner.Runner,
        bridge_: bridge.Bridge,
        *,
        search: Search | None = None,
        troubles: errors.Troubles | None = None,
        aliases: Mapping[str, str] | None = None,
    ) -> None:
        """`aliases`: other names by which targets call a page (a tab of it), and its key."""
        super().__init__()
        self._aliases = dict(aliases or {})
        self._specs = {spec.key: spec for spec in pages}
        self._pages: dict[str, page.Page] = {}
        self._missed: dict[str, frozenset[str]] = {}
        self._runner = runner_
        self._search = search
        self._kept = (bridge_, troubles)
        self._front = ""
        self._closed = False
        self.actions_ = actions.Actions(self)
        self._undo_keys = undo_keys.UndoKeys(self)
        self.head = head_bar.HeadBar()
        self.rail = nav_rail.NavRail([(spec.key, spec.title, spec.icon) for spec in pages])
        self.stack = QtWidgets.QStackedWidget()
        self.foot = status_line.StatusLine()
        self.setCentralWidget(self._frame())
        self.crash = crash_panel.CrashPanel(self)
        for action in (self.actions_.undo, self.actions_.redo, self.actions_.help):
            self.head.add_tool(action)
        self._connect(bridge_, troubles)
        theme.dress(self)
        self.resize(*USUAL)
        geometry = remembered.get_bytes("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def fit(self, room: QtCore.QSize) -> None:
        """Open maximised on a screen with no room to spare: 1366×768, or any at 150 %."""
        if room.width() <= USUAL[0] or room.height() <= USUAL[1]:
            self.resize(self.size().boundedTo(room))
            self.setWindowState(self.windowState() | QtCore.Qt.WindowState.WindowMaximized)

    @property
    def front(self) -> str:
        """The key of the page in front."""
        return self._front

    def page(self, key: str) -> page.Page:
        """A page, made now if it was never visited."""
        if key not in self._pages:
            made = self._specs[key].factory()
            made.navigate.connect(self.go)
            made.told.connect(self.tell)
            self._pages[key] = made
            self._missed[key] = frozenset()
            self.stack.addWidget(made)
            made.refresh(frozenset())
        return self._pages[key]

    @QtCore.Slot(str, object)
    def go(self, key: str, target: object = None) -> None:
        """Bring a page to the front, and let it open what `target` names."""
        key = self._aliases.get(key, key)
        self._leave_field()
        shown = self.page(key)
        if key != self._front:
            self._front = key
            # Who was called away comes back to the field that was left. Asked before the stack, which would give
            # the focus to the first button of the page.
            left = shown.focusWidget()
            self.stack.setCurrentWidget(shown)
            self.rail.set_current(key)
            missed, self._missed[key] = self._missed[key], frozenset()
            if missed:
                shown.refresh(missed)
            has_left = left is not None and left.isVisible() and not isinstance(left, QtWidgets.QAbstractButton)
            (left if left is not None and has_left else shown.first_field or shown.title).setFocus()
            self.page_shown.emit(key)
        if target is not None:
            shown.open(target)

    def renew(self) -> None:
        """Make every page anew, as for another election; that of the settings only reads again."""
        self._leave_field()
        front = self._front
        for key, made in list(self._pages.items()):
            made.drafts.flush()
            if key in OF_NO_ELECTION:
                continue
            del self._pages[key], self._missed[key]
            self.stack.removeWidget(made)
            made.hide()
            made.deleteLater()
        if front not in self._pages:
            self._front = ""
            self.go(front)

    def set_office(self, name: str) -> None:
        """Show the name of the desk, in the head and as the title of the window."""
        self.head.set_office(name)
        self.setWindowTitle(name)

    @QtCore.Slot(object)
    def tell(self, said: notice.Notice | str) -> None:
        """Show a notice on the page in front."""
        front = self._pages.get(self._front)
        if front is not None:
            front.notices.tell(said if isinstance(said, notice.Notice) else notice.Notice(said))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fold(event.size().width() < FOLD_BELOW)

    def closeEvent(self, event: QtGui.QCloseEvent) -> None:
        if not self._closed:
            self._closed = True
            self._leave_field()
            for made in self._pages.values():
                made.drafts.flush()
            remembered.keep_bytes("window/geometry", self.saveGeometry())
            self._runner.wait_idle()
            self.closing.emit()
        super().closeEvent(event)

    def _frame(self) -> QtWidgets.QWidget:
        frame = QtWidgets.QWidget()
        grid = QtWidgets.QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.head, 0, 0, 1, 2)
        grid.addWidget(self.rail, 1, 0)
        grid.addWidget(self.stack, 1, 1)
        grid.addWidget(self.foot, 2, 0, 1, 2)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(1, 1)
        return frame

    @QtCore.Slot("QWidget*", "QWidget*")
    def _watch_focus(self, left: QtWidgets.QWidget | None, now: QtWidgets.QWidget | None) -> None:
        """Where a part of a page goes away with the keyboard in it, Qt gives that to whatever is next in the window."""
        front = self._pages.get(self._front)
        if front is None or left is None or now is None or not front.isAncestorOf(left) or front.isAncestorOf(now):
            return
        is_gone = not left.isVisible() or not left.isEnabled()
        if is_gone and front.isVisible() and front.isEnabled() and self.isAncestorOf(now):
            # Not at once: the page is still showing what comes in place of it.
            QtCore.QTimer.singleShot(0, self, lambda: self._bring_back_focus(now))

    def _bring_back_focus(self, taken: QtWidgets.QWidget) -> None:
        front = self._pages.get(self._front)
        if front is None or not shiboken6.isValid(taken) or not taken.hasFocus():
            return
        first = front.first_field
        (first if first is not None and first.isVisible() and first.isEnabled() else front.title).setFocus()

    def _connect(self, bridge_: bridge.Bridge, troubles: errors.Troubles | None) -> None:
        self.rail.picked.connect(self.go)
        self.actions_.page_wanted.connect(self._go_number)
        self.actions_.find.triggered.connect(self._find)
        self.actions_.filter.triggered.connect(self._filter)
        self.actions_.save.triggered.connect(self._say_saved)
        self.actions_.help.triggered.connect(self._help)
        self.actions_.notice.triggered.connect(self._to_notice)
        self.actions_.undo.triggered.connect(lambda _checked=False: self.undo_wanted.emit())
        self.actions_.redo.triggered.connect(lambda _checked=False: self.redo_wanted.emit())
        self.head.search.searched.connect(self._look_for)
        self.head.search.chosen.connect(lambda hit: self.go(hit.page, hit.target))
        bridge_.changed.connect(self._take_change)
        app = QtWidgets.QApplication.instance()
        if isinstance(app, QtWidgets.QApplication):
            app.focusChanged.connect(self._watch_focus)
        if troubles is not None:
            self._runner.trouble.connect(troubles.take)
            troubles.crashed.connect(self.crash.tell)
            troubles.refused.connect(lambda words: self.tell(notice.Notice(words, notice.Tone.REFUSED)))

    @QtCore.Slot(object)
    def _take_change(self, flags: frozenset[str]) -> None:
        for key, made in list(self._pages.items()):
            heard = flags & made.listens
            if not heard:
                continue
            if key == self._front:
                made.refresh(heard)
            else:
                self._missed[key] |= heard

    @QtCore.Slot(int)
    def _go_number(self, number: int) -> None:
        keys = list(self._specs)
        if number < len(keys):
            self.go(keys[number])

    def _find(self) -> None:
        self.head.search.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.head.search.selectAll()

    def _filter(self) -> None:
        from ui.widgets import filter_box

        front = self._pages.get(self._front)
        boxes = front.findChildren(filter_box.FilterBox) if front is not None else []
        for box in boxes:
            if box.isVisible():
                box.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
                box.selectAll()
                return

    def _to_notice(self) -> None:
        front = self._pages.get(self._front)
        if front is not None:
            front.notices.take_focus()

    def _say_saved(self) -> None:
        self._leave_field()
        self.foot.tell(_("Sudah tersimpan otomatis"))

    def _help(self) -> None:
        front = self._pages.get(self._front)
        self.help_wanted.emit((front.help_topic if front is not None else "") or self._front)

    def _look_for(self, text: str) -> None:
        search = self._search
        if search is not None:
            self._runner.read(lambda: search(text), lambda hits: self.head.search.set_hits(text, hits), key="search")

    def _leave_field(self) -> None:
        """Let the field in which one types tell its value, as if it were left; also while another window is active."""
        field = self.focusWidget()
        commit = getattr(field, "commit", None)
        if commit is not None:
            commit()
