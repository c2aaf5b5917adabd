# SPDX-License-Identifier: Apache-2.0
"""The table as it looks everywhere: rows of one line or two, whole rows selected, headings that ask for an order."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons, theme
from ui.widgets import columns, marks, remembered
from ui.widgets import heads as heads_

_KEEP_AFTER_MS = 500
_CHAT = QtCore.QKeyCombination(
    QtCore.Qt.KeyboardModifier.ControlModifier | QtCore.Qt.KeyboardModifier.ShiftModifier, QtCore.Qt.Key.Key_C
)
_TWO_LINES = 46
_PADS = 20


class TableView(QtWidgets.QTableView):
    """A table of columns; ready for a million rows.

    `sort_requested(key, ascending)`: a heading was clicked. `opened(row)`: double click or Enter.
    `copy_requested()`: Ctrl+C. `chat_requested()`: Ctrl+Shift+C. `chosen(row)`: another row is current (-1: none).
    """

    sort_requested = QtCore.Signal(str, bool)
    opened = QtCore.Signal(int)
    chosen = QtCore.Signal(int)
    copy_requested = QtCore.Signal()
    chat_requested = QtCore.Signal()

    def __init__(
        self, titles: Sequence[columns.Column], name: str = "", parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(titles)
        self._name = name
        self._sorted: tuple[int, bool] | None = None
        self.setItemDelegate(marks.MarkDelegate(self))
        self.setSelectionBehavior(QtWidgets.QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QtWidgets.QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QtWidgets.QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(theme.ROW_HEIGHT)
        self._lower = set(columns.under(self.columns).values())
        rows.setDefaultSectionSize(_TWO_LINES if self._lower else theme.ROW_HEIGHT)
        rows.hide()
        self.setHorizontalHeader(heads_.Heads(self))
        heads = self.horizontalHeader()
        stretching = [at for at, column in enumerate(self.columns) if column.stretches]
        self._stretching = stretching[0] if stretching else len(self.columns) - 1
        heads.sectionClicked.connect(self._sort_by)
        heads.sectionResized.connect(self._width_changed)
        self._keep = QtCore.QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._keep.timeout.connect(self._keep_widths)
        self.activated.connect(lambda index: self.opened.emit(index.row()))

    def setModel(self, model: QtCore.QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is None:
            return
        # With the table's own selection the heads ask of every cell whether it is selected: 13 s after Ctrl+A
        # over 823,220 rows.
        self.horizontalHeader().setSelectionModel(QtCore.QItemSelectionModel(model, self))
        self.verticalHeader().setSelectionModel(QtCore.QItemSelectionModel(model, self))
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.chosen.emit(now.row()))
        widths = remembered.get(f"columns/{self._name}", {}) if self._name else {}
        heads = self.horizontalHeader()
        heads.blockSignals(True)
        for place, column in enumerate(self.columns):
            heads.resizeSection(place, int(widths.get(column.key) or self._width(place)))
            heads.setSectionHidden(place, place in self._lower)
        heads.blockSignals(False)
        self._stretch()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def show_order(self, key: str, ascending: bool) -> None:
        """Show the arrow of an order in the heading, without asking for it."""
        place = next(at for at, column in enumerate(self.columns) if column.key == key)
        self._sorted = (place, ascending)
        order = QtCore.Qt.SortOrder
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSortIndicator(place, order.AscendingOrder if ascending else order.DescendingOrder)

    def selected_ranges(self) -> list[tuple[int, int]]:
        """The selected rows as (first, last), in order of the table, without asking cell by cell."""
        ranges = sorted({(part.top(), part.bottom()) for part in self.selectionModel().selection().toList()})
        joined: list[tuple[int, int]] = []
        for first, last in ranges:
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(joined[-1][1], last))
            else:
                joined.append((first, last))
        return joined

    def select_row(self, row: int) -> None:
        """Select one row and bring it into sight."""
        index = self.model().index(row, 0)
        flag = QtCore.QItemSelectionModel.SelectionFlag
        # Not selectRow(), which adds to the selection while Ctrl is held down: Ctrl+Enter, Ctrl+arrow.
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index, QtWidgets.QAbstractItemView.ScrollHint.EnsureVisible)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """The row which Qt makes the current one here is also shown as chosen."""
        before = self.currentIndex().isValid()
        super().focusInEvent(event)
        if not before and self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.select_row(self.currentIndex().row())

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.matches(QtGui.QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
            return
        if event.keyCombination() == _CHAT:
            self.chat_requested.emit()
            return
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
            return
        step = {QtCore.Qt.Key.Key_Up: -1, QtCore.Qt.Key.Key_Down: 1}.get(QtCore.Qt.Key(event.key()), 0)
        if step and event.modifiers() == QtCore.Qt.KeyboardModifier.ControlModifier:
            # Qt would move the current row and leave another one shown as chosen.
            row = self.currentIndex().row() + step
            if 0 <= row < self.model().rowCount():
                self.select_row(row)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        menu = QtWidgets.QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        for icon, words, signal in (
            ("salin", _("Salin"), self.copy_requested),
            ("wa", _("Salin untuk WA"), self.chat_requested),
        ):
            menu.addAction(icons.icon(icon), words).triggered.connect(lambda _checked=False, one=signal: one.emit())
        menu.popup(event.globalPos())

    def _width(self, place: int) -> int:
        """As declared, and never less than the heading, which in another language may be longer."""
        title = str(columns.heading_data(self.columns, place, QtCore.Qt.ItemDataRole.DisplayRole))
        return max(self.columns[place].width, self.horizontalHeader().fontMetrics().horizontalAdvance(title) + _PADS)

    def _sort_by(self, place: int) -> None:
        column = self.columns[place]
        if not column.sortable:
            return
        ascending = not (self._sorted is not None and self._sorted == (place, True))
        self.show_order(column.key, ascending)
        self.sort_requested.emit(column.key, ascending)

    def _width_changed(self, place: int, before: int, now: int) -> None:
        if place != self._stretching:
            self._stretch()
            if self._name:
                self._keep.start()

    def _stretch(self) -> None:
        """Give the room that is left to the column that stretches, and never less than its own width."""
        if self.model() is None:
            return
        place = self._stretching
        others = sum(self.columnWidth(at) for at in range(len(self.columns)) if at != place)
        room = self.viewport().width() - others
        self.horizontalHeader().resizeSection(place, max(self._width(place), room))

    def _keep_widths(self) -> None:
        name = f"columns/{self._name}"
        # One that is hidden in this office has no width now, but may have had one.
        seen = {one.key: self.columnWidth(at) for at, one in enumerate(self.columns) if not self.isColumnHidden(at)}
        remembered.keep(name, remembered.get(name, {}) | seen)
