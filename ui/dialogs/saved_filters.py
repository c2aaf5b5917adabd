# SPDX-License-Identifier: Apache-2.0
"""Joins a list with the filters that the office keeps for it: one line in a page, whatever its filter is made of."""

from collections.abc import Callable, Mapping

from PySide6 import QtCore

from desk_app.base.text import _
from desk_app.operations import saved_filters
from desk_app.operations.desk import Desk
from ui import runner
from ui.dialogs import undo_notice
from ui.widgets import filter_choice


class SavedFilters(QtCore.QObject):
    """`button` stands beside the filters of a list. `notices(Notice)`, `told(words)`.

    `page`: the list's own name ("issues"); `chosen` gives its filter as values that JSON holds, `show` takes one.
    """

    notices = QtCore.Signal(object)
    told = QtCore.Signal(str)

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        failed: Callable[[Exception], None],
        page: str,
        chosen: Callable[[], Mapping[str, object]],
        show: Callable[[Mapping[str, object]], object],
        parent: QtCore.QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lanes = lanes
        self._failed = failed
        self._page = page
        self._chosen = chosen
        self._show = show
        self._found: tuple[saved_filters.SavedFilter, ...] = ()
        self._is_first = True
        self._undo = undo_notice.UndoNotice(desk, lanes, self.notices.emit, self)
        self.button = filter_choice.FilterChoice()
        self.button.picked.connect(self.pick)
        self.button.saved.connect(self.save)
        self.button.first_wanted.connect(self._use_first)
        self.button.removed.connect(self._remove)

    def reload(self) -> None:
        """Read the filters again; the first time the one for the opening is shown."""
        desk, page = self._desk, self._page
        self._lanes.read(lambda: saved_filters.filters(desk, page), self._take, self._failed, key=f"filters {page}")

    def look(self) -> None:
        """Look whether the list still shows the filter that is named on the button."""
        found = next((one for one in self._found if one.no == self.button.current), None)
        if found is not None and dict(self._chosen()) != dict(found.what):
            self.button.set_current(0)

    def let_go(self) -> None:
        """The list shows something else by now; also: what opened it had a filter of its own."""
        self._is_first = False
        self.button.set_current(0)

    def pick(self, no: int) -> None:
        """Show one."""
        found = next((one for one in self._found if one.no == no), None)
        if found is not None:
            self._show(found.what)
            self._is_first = False
            self.button.set_current(no)

    def save(self, name: str) -> None:
        """Keep what the list shows under a name."""
        desk, page, what = self._desk, self._page, dict(self._chosen())

        def done(no: int) -> None:
            self.button.current = no
            self.told.emit(_("Saringan “{name}” disimpan.").format(name=" ".join(name.split())))
            self.reload()

        self._lanes.write(lambda: saved_filters.save(desk, page, name, what), done, self._failed)

    def _use_first(self, no: int | None) -> None:
        desk, page = self._desk, self._page
        self._lanes.write(lambda: saved_filters.use_first(desk, page, no), lambda _done: self.reload(), self._failed)

    def _remove(self, no: int) -> None:
        desk = self._desk
        said = _("Saringan dihapus.")
        self._undo.take_out(lambda: saved_filters.delete(desk, no), said, self._failed, self.reload)

    def _take(self, found: tuple[saved_filters.SavedFilter, ...]) -> None:
        self._found = found
        self.button.set_offers([filter_choice.Offer(one.no, one.name, one.first) for one in found])
        first = next((one for one in found if one.first), None)
        if self._is_first and first is not None:
            self.pick(first.no)
        self._is_first = False
