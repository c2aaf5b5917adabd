# SPDX-License-Identifier: Apache-2.0
"""A list of any length: filter line, count, table; sorting and filtering are asked for, not done here."""

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.progress import Progress, Steps
from desk_app.base.text import _, ngettext
from desk_app.domain.words import dotted
from ui import runner as runners
from ui import theme
from ui.widgets import big_table_model, chat_copy, columns, counted, filter_box, table_view

COPY_LIMIT = 100_000
_COPY_CHUNK = 2_000


class BigTable(QtWidgets.QWidget):
    """The list. The page answers `sort_requested(key, ascending)` and `filter_requested(text)` with
    `set_ids`.

    `opened(id)`: double click or Enter. `chosen(id)`: another row is the current one. `told(words)`:
    something to say, such as how many rows were copied. `fetch` is called on another thread
    (`big_table_model.Fetch`).
    """

    sort_requested = QtCore.Signal(str, bool)
    filter_requested = QtCore.Signal(str)
    opened = QtCore.Signal(object)
    chosen = QtCore.Signal(object)
    told = QtCore.Signal(str)

    def __init__(
        self,
        titles: Sequence[columns.Column],
        fetch: big_table_model.Fetch,
        runner: runners.Runner,
        *,
        name: str = "",
        filter_words: str = "",
        unit: counted.Unit = "",
        chat_title: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chat_title = chat_title
        self._runner = runner
        self._fetch = fetch
        self._unit = unit or _("baris")
        self.model = big_table_model.BigTableModel(titles, fetch, runner, self)
        self.view = table_view.TableView(titles, name)
        self.view.setModel(self.model)
        self.filter = filter_box.FilterBox(filter_words)
        self.count = QtWidgets.QLabel()
        theme.set_role(self.count, "muted")
        self.top = QtWidgets.QHBoxLayout()
        self.top.setSpacing(theme.SPACE)
        self.top.addWidget(self.filter, 1)
        self.top.addWidget(self.count)
        self.chat_button = chat_copy.button(self.copy_for_chat)
        self.top.addWidget(self.chat_button)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(self.top)
        column.addWidget(self.view, 1)
        self.filter.filtered.connect(self.filter_requested)
        self.filter.left_down.connect(self.view.setFocus)
        self.view.sort_requested.connect(self.sort_requested)
        self.view.copy_requested.connect(self.copy)
        self.view.chat_requested.connect(self.copy_for_chat)
        self.view.opened.connect(lambda row: self.opened.emit(self.model.ids[row]))
        self.view.chosen.connect(self._tell_chosen)

    def set_ids(self, ids: "array[int]", total: int | None = None) -> None:
        """Show these rows in this order; `total` is how many there are without the filter."""
        current = self.current_id()
        self.model.set_ids(ids)
        self.count.setText(counted.words(self._unit, len(ids), len(ids) if total is None else total))
        if current is not None:
            self.show_id(current)

    def refresh(self, ids: Sequence[int] | None = None) -> None:
        """Read rows again: their values have changed, their order has not."""
        self.model.refresh(ids)

    def current_id(self) -> int | None:
        """The id of the current row."""
        index = self.view.currentIndex()
        return self.model.ids[index.row()] if index.isValid() and index.row() < len(self.model.ids) else None

    def show_id(self, number: int) -> bool:
        """Select a row by its id and bring it into sight; False when it is not in the list."""
        try:
            place = self.model.ids.index(number)
        except ValueError:
            return False
        self.view.select_row(place)
        return True

    def step(self, by: int) -> int | None:
        """Make the row before (-1) or after (1) the current one; return its id, None at the end."""
        index = self.view.currentIndex()
        place = (index.row() if index.isValid() else -1) + by
        if not 0 <= place < len(self.model.ids):
            return None
        self.view.select_row(place)
        return self.model.ids[place]

    def selected_ids(self) -> "array[int]":
        """The ids of the selected rows, in order of the list."""
        found = array(self.model.ids.typecode)
        for first, last in self.view.selected_ranges():
            found += self.model.ids[first : last + 1]
        return found

    def _tell_chosen(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self.model.ids[row])

    def copy(self) -> None:
        """Put the selected rows on the clipboard, as tab-separated text with headings."""
        ids = self.selected_ids()
        if not ids:
            return
        if len(ids) > COPY_LIMIT:
            self.told.emit(
                _("{count} baris terlalu banyak untuk disalin. Saring dahulu, atau simpan ke Excel.").format(
                    count=dotted(len(ids))
                )
            )
            return
        self._runner.long(lambda: self._copied(ids), done=self._to_clipboard)

    def copy_for_chat(self) -> None:
        """Put the first rows on the clipboard as text for WhatsApp; where several are selected, these."""
        chosen = self.selected_ids()
        ids = chosen if len(chosen) > 1 else self.model.ids
        wanted, total = list(ids[: chat_copy.MOST_ROWS]), len(ids)
        title = self.chat_title or chat_copy.title_of(self)

        def copy(found: Sequence[Sequence[Any] | None]) -> None:
            cells = [row for row in found if row is not None]
            text = chat_copy.text_of(title, self.model.columns, cells, total)
            chat_copy.copy(text, total, self.told.emit)

        self._runner.read(lambda: self._fetch(wanted), copy)

    def _copied(self, ids: "array[int]") -> Steps[list[str]]:
        lines = [columns.heading_line(self.model.columns)]
        for start in range(0, len(ids), _COPY_CHUNK):
            rows = self._fetch(list(ids[start : start + _COPY_CHUNK]))
            lines += [columns.copy_line(self.model.columns, row) for row in rows if row is not None]
            yield Progress(min(start + _COPY_CHUNK, len(ids)), len(ids), _("Menyalin …"))
        return lines

    def _to_clipboard(self, lines: list[str]) -> None:
        QtGui.QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        copied = len(lines) - 1
        said = ngettext("{count} baris disalin.", "{count} baris disalin.", copied)
        self.told.emit(said.format(count=dotted(copied)))
