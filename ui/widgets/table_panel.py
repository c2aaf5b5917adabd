# SPDX-License-Identifier: Apache-2.0
"""A list of up to some ten thousand rows that are all at hand: filtered, sorted and copied here."""

import operator
from collections.abc import Callable, Sequence
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from ui import theme
from ui.widgets import chat_copy, columns, counted, empty_state, filter_box, marks, table_view

Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex
_SAID = (
    QtCore.Qt.ItemDataRole.DisplayRole,
    QtCore.Qt.ItemDataRole.ToolTipRole,
    QtCore.Qt.ItemDataRole.AccessibleTextRole,
)


class RowsModel(QtCore.QAbstractTableModel):
    """Frozen rows with an attribute for each column; the rows shown are an order over them."""

    def __init__(self, titles: Sequence[columns.Column], parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(titles)
        self._values: list[Callable[[Any], Any]] = [operator.attrgetter(column.key) for column in titles]
        self._under = columns.under(self.columns)
        self._rows: list[Any] = []
        self._order: list[int] = []
        self._texts: list[str] = []
        self._filter = ""
        self._sort: tuple[str, bool] | None = None

    @property
    def total(self) -> int:
        return len(self._rows)

    def set_rows(self, rows: Sequence[Any], texts: Sequence[str] = ()) -> None:
        """Take other rows; filter and order stay. `texts`: what of each is searched (`texts_of`), made beside the
        window for thousands of rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._texts = list(texts)
        self._arrange()
        self.endResetModel()

    def change_row(self, place: int, row: Any) -> None:
        """Show another row at a place; order and filter stay as they are until the next `set_rows`."""
        self._rows[self._order[place]] = row
        self._texts = []
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def set_filter(self, text: str) -> None:
        """Show only rows in which every word of `text` occurs."""
        self.beginResetModel()
        self._filter = text.casefold()
        self._arrange()
        self.endResetModel()

    def set_sort(self, key: str, ascending: bool) -> None:
        self.layoutAboutToBeChanged.emit()
        self._sort = (key, ascending)
        self._arrange()
        self.layoutChanged.emit()

    def row(self, place: int) -> Any:
        """The row shown at a place."""
        return self._rows[self._order[place]]

    def rows(self) -> list[Any]:
        """Every row, also those that the filter hides."""
        return list(self._rows)

    def shown(self) -> list[Any]:
        """The rows that are shown, in their order."""
        return [self._rows[at] for at in self._order]

    def cells(self, row: Any) -> list[Any]:
        return [value(row) for value in self._values]

    def rowCount(self, parent: Index = QtCore.QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QtCore.QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = QtCore.Qt.ItemDataRole.DisplayRole) -> Any:
        place = index.column()
        row = self.row(index.row())
        said = columns.cell_data(self.columns[place], self._values[place](row), role)
        lower = self._under.get(place)
        if lower is None or role not in _SAID:
            return said
        below = columns.cell_data(self.columns[lower], self._values[lower](row), role)
        return "\n".join(part for part in (said, below) if part) or None

    def headerData(
        self,
        section: int,
        orientation: QtCore.Qt.Orientation,
        role: int = QtCore.Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is QtCore.Qt.Orientation.Vertical:
            return None
        return columns.heading_data(self.columns, section, role)

    def texts_of(self, rows: Sequence[Any]) -> list[str]:
        """What of rows is searched by the filter; it touches nothing of the window."""
        return [columns.copy_line(self.columns, self.cells(row)).casefold() for row in rows]

    def _arrange(self) -> None:
        words = self._filter.split()
        if words and not self._texts:
            self._texts = self.texts_of(self._rows)
        order = (
            [at for at in range(len(self._rows)) if all(word in self._texts[at] for word in words)]
            if words
            else list(range(len(self._rows)))
        )
        if self._sort is not None:
            key, ascending = self._sort
            value = operator.attrgetter(key)
            order.sort(key=lambda at: _sort_key(value(self._rows[at])), reverse=not ascending)
        self._order = order


class TablePanel(QtWidgets.QWidget):
    """A filter line over a table of frozen rows.

    `opened(row)`: double click or Enter. `chosen(row or None)`: another row is the current one.
    `told(words)`. `identity` names the attribute by which a row is found again after `set_rows`. `chat_title` heads
    what is copied for WhatsApp; empty: the tab or the page that the list stands in.
    """

    opened = QtCore.Signal(object)
    chosen = QtCore.Signal(object)
    told = QtCore.Signal(str)

    def __init__(
        self,
        titles: Sequence[columns.Column],
        *,
        name: str = "",
        identity: str = "",
        filter_words: str = "",
        unit: counted.Unit = "",
        has_filter: bool = True,
        chat_title: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chat_title = chat_title
        self._identity = operator.attrgetter(identity) if identity else None
        self._unit = unit or _("baris")
        self.model = RowsModel(titles, self)
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
        # In its place first: a stack without a parent shows what is added as a window of its own for a moment.
        self._stack = QtWidgets.QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.view)
        self._nothing = empty_state.EmptyState("cari", _("Tidak ada yang cocok"), _("Ubah kata penyaring."))
        self._stack.addWidget(self._nothing)
        # Only now: shown without a parent they would be windows of their own for a moment.
        self.filter.setVisible(has_filter)
        self.count.setVisible(has_filter)
        self.chat_button.setVisible(has_filter)
        self._empty: QtWidgets.QWidget | None = None
        self.filter.filtered.connect(self._set_filter)
        self.filter.left_down.connect(self.view.setFocus)
        self.view.sort_requested.connect(self.model.set_sort)
        self.view.copy_requested.connect(self.copy)
        self.view.chat_requested.connect(self.copy_for_chat)
        self.view.opened.connect(lambda place: self.opened.emit(self.model.row(place)))
        self.view.chosen.connect(lambda place: self.chosen.emit(self.model.row(place) if place >= 0 else None))

    def set_empty(self, widget: QtWidgets.QWidget) -> None:
        """What stands here while there is no row at all (an `EmptyState`)."""
        self._empty = widget
        self._stack.addWidget(widget)
        self._show_count()

    def set_rows(self, rows: Sequence[Any], texts: Sequence[str] = ()) -> None:
        """Show other rows; filter, order, current row and place of the scroll bar stay. `texts`: as of the model."""
        current = self.current()
        bar = self.view.verticalScrollBar()
        scrolled = bar.value()
        blocked = self.view.blockSignals(True)
        self.model.set_rows(rows, texts)
        found = current is not None and self._identity is not None and self.show_row(self._identity(current))
        self.view.blockSignals(blocked)
        bar.setValue(scrolled)
        self._show_count()
        if current is not None:
            self.chosen.emit(self.current() if found else None)

    def set_sort(self, key: str, ascending: bool = True) -> None:
        self.view.show_order(key, ascending)
        self.model.set_sort(key, ascending)

    def current(self) -> Any | None:
        """The current row."""
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def selected(self) -> list[Any]:
        """The selected rows, in order of the list."""
        ranges = self.view.selected_ranges()
        return [self.model.row(at) for first, last in ranges for at in range(first, last + 1)]

    def show_row(self, identity: object) -> bool:
        """Make the row with this identity the current one; False when it is not shown."""
        if self._identity is None:
            raise ValueError("the panel was made without an identity")
        for place, row in enumerate(self.model.shown()):
            if self._identity(row) == identity:
                self.view.select_row(place)
                return True
        return False

    def copy(self) -> None:
        """Put the selected rows on the clipboard, as tab-separated text with headings."""
        rows = self.selected()
        if not rows:
            return
        QtGui.QGuiApplication.clipboard().setText(self.text_of(rows))
        said = ngettext("{count} baris disalin.", "{count} baris disalin.", len(rows))
        self.told.emit(said.format(count=len(rows)))

    def copy_for_chat(self) -> None:
        """Put what is shown on the clipboard as text for WhatsApp; where several rows are selected, these."""
        chosen = self.selected()
        rows = chosen if len(chosen) > 1 else self.model.shown()
        typed = self.filter.text().strip()
        note = _("Saringan: {text}").format(text=typed) if typed else ""
        cells = [self.model.cells(row) for row in rows[: chat_copy.MOST_ROWS]]
        title = self.chat_title or chat_copy.title_of(self)
        text = chat_copy.text_of(title, self.model.columns, cells, len(rows), note=note)
        chat_copy.copy(text, len(rows), self.told.emit)

    def text_of(self, rows: Sequence[Any]) -> str:
        """Rows as tab-separated text with headings."""
        lines = [columns.heading_line(self.model.columns)]
        lines += [columns.copy_line(self.model.columns, self.model.cells(row)) for row in rows]
        return "\n".join(lines) + "\n"

    def _set_filter(self, text: str) -> None:
        current = self.current()
        self.model.set_filter(text)
        if current is not None and self._identity is not None:
            self.show_row(self._identity(current))
        self._show_count()

    def _show_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        self.count.setText(counted.words(self._unit, shown, total))
        if total == 0 and self._empty is not None:
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentWidget(self._nothing if shown == 0 and total else self.view)


def _sort_key(value: Any) -> tuple[int, Any]:
    """Values of one column in order: numbers, words whatever their capitals, marks by rank, nothing last."""
    if value is None:
        return (3, "")
    if isinstance(value, marks.Marked):
        return (2, (marks.CODES.index(value.mark) if value.mark in marks.CODES else 9, value.text))
    if isinstance(value, str):
        if value in marks.MARKS:
            return (2, (marks.CODES.index(value), ""))
        return (1, value.casefold())
    return (0, value)
