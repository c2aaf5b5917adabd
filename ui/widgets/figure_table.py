# SPDX-License-Identifier: Apache-2.0
"""A table of figures by region over a row with their sum; every figure can be followed to what it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from ui import theme
from ui.widgets import chat_copy, columns, filter_box, marks, table_panel, table_view

_PADS = 20
_MARK = 22


@dataclass(frozen=True, slots=True)
class FigureColumn(columns.Column):
    """A column of numbers; `state` is the mark that stands before a number above zero."""

    state: str = ""

    def show(self, value: Any) -> str:
        if value == 0:
            return "–"
        return columns.Column.show(self, value)

    def mark(self, value: Any) -> str | None:
        return self.state or None if value else None


class FigureDelegate(marks.MarkDelegate):
    """The sum is bold; the figure under the mouse is underlined; the current one has a frame."""

    def paint(
        self,
        painter: QtGui.QPainter,
        option: QtWidgets.QStyleOptionViewItem,
        index: QtCore.QModelIndex | QtCore.QPersistentModelIndex,
    ) -> None:
        view = option.widget
        now = theme.tokens()
        is_sum = isinstance(view, SumView)
        font = theme.font(bold=is_sum)
        over = isinstance(view, FigureView) and view.over == (index.row(), index.column())
        font.setUnderline(over and index.data() not in ("–", ""))
        option.font = font
        painter.save()
        painter.setFont(font)
        option.fontMetrics = QtGui.QFontMetrics(font)
        if is_sum and not option.state & QtWidgets.QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour(now.sunken))
        super().paint(painter, option, index)
        if isinstance(view, FigureView) and view.hasFocus() and view.currentIndex() == index:
            painter.setPen(QtGui.QPen(theme.colour(now.focus), 2))
            painter.drawRoundedRect(option.rect.adjusted(2, 3, -2, -3), 3, 3)
        painter.restore()


class FigureView(table_view.TableView):
    """The view: the mouse shows which figure a click would follow."""

    def __init__(self, titles: Sequence[columns.Column], name: str) -> None:
        super().__init__(titles, name)
        self.over = (-1, -1)
        self.setMouseTracking(True)
        self.setItemDelegate(FigureDelegate(self))
        self.entered.connect(lambda index: self._set_over((index.row(), index.column())))

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        self._set_over((-1, -1))
        super().leaveEvent(event)

    def _set_over(self, place: tuple[int, int]) -> None:
        self.over = place
        can_follow = place[0] >= 0
        shape = QtCore.Qt.CursorShape.PointingHandCursor if can_follow else QtCore.Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()


class SumView(FigureView):
    """The one row of the sum; its columns are as wide as those of the table above it."""

    def __init__(self, titles: Sequence[columns.Column], above: FigureView) -> None:
        super().__init__(titles, "")
        self.horizontalHeader().hide()
        self.setFixedHeight(theme.ROW_HEIGHT + 2)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        above.horizontalHeader().sectionResized.connect(lambda place, _before, now: self.setColumnWidth(place, now))
        above.horizontalScrollBar().valueChanged.connect(self.horizontalScrollBar().setValue)

    def _stretch(self) -> None:
        """Widths come from above."""


class FigureTable(QtWidgets.QWidget):
    """`followed(row, column key)`: a figure was clicked, or Enter pressed on it. `told(words)`.

    The rows are frozen objects with an attribute for each column; the sum is one of them, and stays in sight.
    """

    followed = QtCore.Signal(object, str)
    told = QtCore.Signal(str)

    def __init__(
        self, titles: Sequence[columns.Column], *, name: str = "", parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = table_panel.RowsModel(titles, self)
        self.view = FigureView(titles, name)
        self.sums = table_panel.RowsModel(titles, self)
        self.sum_view = SumView(titles, self.view)
        self.view.setModel(self.model)
        self.sum_view.setModel(self.sums)
        # Widths that were remembered come without a signal.
        for place in range(len(titles)):
            self.sum_view.setColumnWidth(place, self.view.columnWidth(place))
        self.filter = filter_box.FilterBox(_("Cari wilayah …"))
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view, 1)
        column.addWidget(self.sum_view)
        self.view.sort_requested.connect(self.model.set_sort)
        for view, model in ((self.view, self.model), (self.sum_view, self.sums)):
            view.copy_requested.connect(self.copy)
            view.chat_requested.connect(self.copy_for_chat)
            view.clicked.connect(lambda index, model=model: self._follow(model, index))
            view.opened.connect(lambda _row, view=view, model=model: self._follow(model, view.currentIndex()))
        self.filter.filtered.connect(self.model.set_filter)
        self.filter.left_down.connect(self.view.setFocus)

    def set_rows(self, rows: Sequence[Any], total: Any) -> None:
        """Show rows, and their sum below them."""
        bar = self.view.verticalScrollBar()
        scrolled = bar.value()
        current = self.view.currentIndex()
        self.model.set_rows(rows)
        self.sums.set_rows([total])
        self._make_room()
        bar.setValue(scrolled)
        if current.isValid() and current.row() < self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(current.row(), current.column()))

    def _make_room(self) -> None:
        """No column of numbers is narrower than its sum, which is the longest of them, and bold."""
        metrics = QtGui.QFontMetrics(theme.font(bold=True))
        for place, column in enumerate(self.sums.columns):
            index = self.sums.index(0, place)
            if column.align == "right" and not self.view.isColumnHidden(place):
                mark = _MARK if isinstance(column, FigureColumn) and column.state else 0
                wanted = metrics.horizontalAdvance(str(index.data() or "")) + mark + _PADS
                if self.view.columnWidth(place) < wanted:
                    self.view.setColumnWidth(place, wanted)

    def hide_column(self, key: str, hidden: bool) -> None:
        """Leave a column out that says nothing here."""
        place = [column.key for column in self.model.columns].index(key)
        for view in (self.view, self.sum_view):
            view.setColumnHidden(place, hidden)

    def copy(self) -> None:
        """Put the selected rows, or all of them, on the clipboard with headings."""
        ranges = self.view.selected_ranges()
        places = [at for first, last in ranges for at in range(first, last + 1)]
        chosen = [self.model.row(at) for at in places]
        rows = chosen if len(chosen) > 1 else [*self.model.shown(), *self.sums.shown()]
        lines = [columns.heading_line(self.model.columns)]
        lines += [columns.copy_line(self.model.columns, self.model.cells(row)) for row in rows]
        QtGui.QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        said = ngettext("{count} baris disalin.", "{count} baris disalin.", len(rows))
        self.told.emit(said.format(count=len(rows)))

    def copy_for_chat(self) -> None:
        """Put the selected rows, or all of them with their sum, on the clipboard as text for WhatsApp."""
        ranges = self.view.selected_ranges()
        chosen = [self.model.row(at) for first, last in ranges for at in range(first, last + 1)]
        rows = chosen if len(chosen) > 1 else self.model.shown()
        cells = [self.model.cells(row) for row in rows[: chat_copy.MOST_ROWS]]
        total = self.sums.cells(self.sums.row(0)) if self.sums.rowCount() and len(chosen) < 2 else None
        title = chat_copy.title_of(self)
        text = chat_copy.text_of(title, self.model.columns, cells, len(rows), last=total)
        chat_copy.copy(text, len(rows), self.told.emit)

    def _follow(self, model: table_panel.RowsModel, index: QtCore.QModelIndex) -> None:
        if index.isValid():
            self.followed.emit(model.row(index.row()), model.columns[index.column()].key)
