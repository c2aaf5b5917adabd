# SPDX-License-Identifier: Apache-2.0
"""Lembar Pantau as a spreadsheet: cell to cell by keys, typed over, regions that open, a row of sums below.

Digits begin to type and Enter goes down, Tab goes on; at a TPS S and B are saved at once. Space opens a region.
"""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import watch_sheet
from ui import icons, theme
from ui.widgets import watch_model

Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex
FIRST, NAME = watch_model.FIRST, watch_model.NAME
NARROWEST, WIDEST, STATIONS_WIDTH, NAME_WIDTH = 68, 130, 52, 140
_INDENT = 18
_MIDDLE = QtCore.Qt.AlignmentFlag.AlignVCenter
_RIGHT = _MIDDLE | QtCore.Qt.AlignmentFlag.AlignRight
_KEYS = QtCore.Qt.Key
_STEPS = {_KEYS.Key_Return: 1, _KEYS.Key_Enter: 1, _KEYS.Key_Down: 1, _KEYS.Key_Up: -1}
_PLAIN = QtCore.Qt.KeyboardModifier.KeypadModifier | QtCore.Qt.KeyboardModifier.ShiftModifier


class CellDelegate(QtWidgets.QStyledItemDelegate):
    """Paints names with their arrow and cells with their mark; an editor that goes on with Enter and the arrows."""

    moved = QtCore.Signal(int)

    def paint(self, painter: QtGui.QPainter, option: QtWidgets.QStyleOptionViewItem, index: Index) -> None:
        now = theme.tokens()
        model = index.model()
        assert isinstance(model, watch_model.WatchModel)
        view = option.widget
        is_sum = model.is_sum
        is_current = isinstance(view, WatchView) and view.currentIndex() == index and not is_sum
        row = model.rows[index.row()]
        ground = now.sunken if is_sum else now.surface
        painter.save()
        painter.fillRect(option.rect, theme.colour(ground))
        if index.column() == NAME:
            self._paint_name(painter, option.rect, row, model, bold=is_sum or row.depth == 0)
        elif index.column() < FIRST:
            painter.setFont(theme.font(bold=is_sum))
            painter.setPen(theme.colour(now.muted))
            painter.drawText(option.rect.adjusted(4, 0, -8, 0), _RIGHT, index.data())
        else:
            self._paint_cell(painter, option.rect, index.data(watch_model.SHOWN_ROLE), bold=is_sum or row.depth == 0)
        painter.setPen(theme.colour(now.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if is_current:
            focused = isinstance(view, QtWidgets.QWidget) and view.hasFocus()
            painter.setPen(QtGui.QPen(theme.colour(now.focus if focused else now.border_strong), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def createEditor(
        self, parent: QtWidgets.QWidget, option: QtWidgets.QStyleOptionViewItem, index: Index
    ) -> QtWidgets.QWidget:
        editor = QtWidgets.QLineEdit(parent)
        editor.setFrame(False)
        editor.setMaxLength(40)
        editor.setAlignment(QtCore.Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(str(index.data(QtCore.Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if event.type() is QtCore.QEvent.Type.KeyPress and isinstance(event, QtGui.QKeyEvent):
            step = _STEPS.get(_KEYS(event.key()))
            if step is not None and isinstance(watched, QtWidgets.QLineEdit):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QtWidgets.QAbstractItemDelegate.EndEditHint.NoHint)
                self.moved.emit(step)
                return True
        return super().eventFilter(watched, event)

    def _paint_name(
        self,
        painter: QtGui.QPainter,
        rect: QtCore.QRect,
        row: watch_sheet.Row,
        model: watch_model.WatchModel,
        *,
        bold: bool,
    ) -> None:
        now = theme.tokens()
        left = rect.left() + 6 + row.depth * _INDENT
        if not row.is_station and not model.is_sum:
            square = QtCore.QRectF(left, rect.center().y() - 8, 16, 16)
            icons.paint(painter, "turun" if row.is_open else "buka", square, theme.colour(now.muted))
        painter.setFont(theme.font(bold=bold))
        painter.setPen(theme.colour(now.text))
        room = rect.adjusted(left - rect.left() + 20, 0, -4, 0)
        said = str(model.data(model.index(model.row_of(row.code), NAME)))
        elided = painter.fontMetrics().elidedText(said, QtCore.Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _MIDDLE, elided)

    def _paint_cell(
        self, painter: QtGui.QPainter, rect: QtCore.QRect, shown: watch_model.Shown, *, bold: bool
    ) -> None:
        now = theme.tokens()
        colour, tint = theme.status_colours(shown.tone) if shown.tone else (now.text, "")
        if shown.words or shown.is_refused:
            painter.fillRect(rect.adjusted(1, 1, -1, -1), theme.colour(tint))
        elif shown.is_now:
            painter.fillRect(rect, theme.colour(now.primary_tint))
        room = rect.adjusted(2, 0, -4, 0) if shown.words else rect.adjusted(4, 0, -8, 0)
        if shown.mark:
            square = QtCore.QRectF(rect.left() + 5, rect.center().y() - 7, 14, 14)
            icons.paint(painter, shown.mark, square, theme.colour(colour))
            room = room.adjusted(18, 0, 0, 0)
        painter.setFont(theme.font(theme.SMALL) if shown.words else theme.font(bold=bold))
        if painter.fontMetrics().horizontalAdvance(shown.words or shown.text) > room.width():
            painter.setFont(theme.font(theme.SMALL, bold=bold))
        painter.setPen(theme.colour(colour if shown.words or shown.tone == "masalah" else now.text))
        painter.drawText(room, _RIGHT, shown.words or shown.text)


class WatchView(QtWidgets.QTableView):
    """`toggled(code)`: open or close a region. `copied()`: Ctrl+C. `moved(column)`: another hour is the current one."""

    toggled = QtCore.Signal(str)
    copied = QtCore.Signal()
    moved = QtCore.Signal(int)

    def __init__(self, model: watch_model.WatchModel, *, is_sum: bool = False) -> None:
        super().__init__()
        self.is_sum = is_sum
        self.watch = model
        delegate = CellDelegate(self)
        delegate.moved.connect(self.step)
        self.setItemDelegate(delegate)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(True)
        self.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QtWidgets.QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QtWidgets.QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.ROW_HEIGHT)
        rows.hide()
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QtWidgets.QHeaderView.ResizeMode.Fixed)
        heads.setDefaultAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        heads.setHighlightSections(False)
        heads.setFixedHeight(2 * heads.fontMetrics().lineSpacing() + 12)
        self.setCornerButtonEnabled(False)
        self.clicked.connect(self._clicked)
        if is_sum:
            heads.hide()
            self.setFixedHeight(theme.ROW_HEIGHT + 2)
            self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
            self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setVerticalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Give the hours the room that is left."""
        count = self.watch.columnCount() - FIRST
        if count <= 0:
            return
        room = self.viewport().width() - STATIONS_WIDTH - NAME_WIDTH
        width = min(max(room // count, NARROWEST), WIDEST)
        self.setColumnWidth(NAME, max(NAME_WIDTH, self.viewport().width() - STATIONS_WIDTH - count * width))
        self.setColumnWidth(watch_model.STATIONS, STATIONS_WIDTH)
        for place in range(FIRST, FIRST + count):
            self.setColumnWidth(place, width)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @QtCore.Slot(int)
    def step(self, by: int) -> None:
        """Go up or down in the column."""
        index = self.currentIndex()
        row = index.row() + by
        if index.isValid() and 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, index.column()))
        self.setFocus()

    def go(self, code: str, column: int) -> bool:
        """Make a cell the current one."""
        row = self.watch.row_of(code)
        if row < 0:
            return False
        self.setCurrentIndex(self.watch.index(row, column))
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.column() >= FIRST and current.column() != previous.column():
            self.moved.emit(current.column() - FIRST)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        index = self.currentIndex()
        key = _KEYS(event.key())
        if event.matches(QtGui.QKeySequence.StandardKey.Copy):
            self.copied.emit()
            return
        if self.is_sum or not index.isValid() or event.modifiers() & ~_PLAIN:
            super().keyPressEvent(event)
            return
        row = self.watch.rows[index.row()]
        if key in (_KEYS.Key_Return, _KEYS.Key_Enter):
            self.toggle(row) if index.column() == NAME else self.step(1)
        elif key == _KEYS.Key_Space or (index.column() == NAME and self._turns(key, row)):
            self.toggle(row)
        elif index.column() < FIRST:
            super().keyPressEvent(event) if not event.text().strip() else None
        elif key in (_KEYS.Key_Delete, _KEYS.Key_Backspace):
            self._empty(index, row)
        elif key == _KEYS.Key_Escape and self.watch.give_up(row.code, index.column() - FIRST):
            event.accept()
        elif row.is_station and self._is_done(index) and event.text().casefold() in ("s", "b"):
            self.watch.setData(index, event.text())
            self.step(1)
        else:
            super().keyPressEvent(event)

    def toggle(self, row: watch_sheet.Row) -> None:
        """Open or close a region."""
        if not row.is_station:
            self.toggled.emit(row.code)

    def _turns(self, key: QtCore.Qt.Key, row: watch_sheet.Row) -> bool:
        return (key in (_KEYS.Key_Right, _KEYS.Key_Plus) and not row.is_open) or (
            key in (_KEYS.Key_Left, _KEYS.Key_Minus) and row.is_open
        )

    def _is_done(self, index: Index) -> bool:
        sheet = self.watch.sheet
        return sheet is not None and sheet.columns[index.column() - FIRST].measure.counts_stations

    def _empty(self, index: Index, row: watch_sheet.Row) -> None:
        at = index.column() - FIRST
        cell = row.cells[at]
        if not self.watch.give_up(row.code, at) and cell.value is not None and cell.minute is not None:
            self.watch.typed.emit(row.code, at, "")

    @QtCore.Slot(QtCore.QModelIndex)
    def _clicked(self, index: QtCore.QModelIndex) -> None:
        if index.column() == NAME and not self.is_sum:
            self.toggle(self.watch.rows[index.row()])


class WatchGrid(QtWidgets.QWidget):
    """The sheet over its sum. `typed(code, column, text)`, `toggled(code)`, `column_chosen(column)`, `told(words)`."""

    typed = QtCore.Signal(str, int, str)
    toggled = QtCore.Signal(str)
    column_chosen = QtCore.Signal(int)
    told = QtCore.Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.model = watch_model.WatchModel(parent=self)
        self.sums = watch_model.WatchModel(is_sum=True, parent=self)
        self.view = WatchView(self.model)
        self.sum_view = WatchView(self.sums, is_sum=True)
        self.view.setAccessibleName(_("Lembar pantau"))
        self.setFocusProxy(self.view)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view, 1)
        column.addWidget(self.sum_view)
        self.model.typed.connect(self.typed)
        self.view.toggled.connect(self.toggled)
        self.view.moved.connect(self.column_chosen)
        self.view.copied.connect(self.copy)
        self.view.horizontalHeader().sectionResized.connect(
            lambda place, _before, now: self.sum_view.setColumnWidth(place, now)
        )
        self.view.horizontalScrollBar().valueChanged.connect(self.sum_view.horizontalScrollBar().setValue)

    @property
    def column(self) -> int:
        """The hour in which the keys work, the present one without a choice."""
        place = self.view.currentIndex().column()
        sheet = self.model.sheet
        return place - FIRST if place >= FIRST else sheet.current if sheet is not None else 0

    def set_sheet(self, sheet: watch_sheet.Sheet) -> None:
        """Show a sheet; the current cell stays where its row is shown."""
        index = self.view.currentIndex()
        code = self.model.rows[index.row()].code if index.isValid() else ""
        place = index.column() if index.isValid() else FIRST + sheet.current
        bar = self.view.verticalScrollBar()
        scrolled = bar.value()
        if self.model.set_sheet(sheet):
            self.sums.set_sheet(sheet)
            self.view.fit()
            for at in range(self.model.columnCount()):
                self.sum_view.setColumnWidth(at, self.view.columnWidth(at))
            bar.setValue(scrolled)
            if not (code and self.view.go(code, place)) and sheet.rows:
                self.view.setCurrentIndex(self.model.index(0, place))
        else:
            self.sums.set_sheet(sheet)

    def copy(self) -> None:
        """Put the selected rows, or all of them, on the clipboard with headings and the sum."""
        sheet = self.model.sheet
        if sheet is None:
            return
        places = sorted({index.row() for index in self.view.selectionModel().selectedIndexes()})
        rows = places if len(places) > 1 else list(range(len(self.model.rows)))
        across = QtCore.Qt.Orientation.Horizontal
        heads = [str(self.model.headerData(at, across)) for at in range(self.model.columnCount())]
        lines = ["\t".join(" ".join(head.split()) for head in heads)]
        lines += ["\t".join(self._plain(self.model, row, at) for at in range(len(heads))) for row in rows]
        if len(places) < 2:
            lines.append("\t".join(self._plain(self.sums, 0, at) for at in range(len(heads))))
        QtGui.QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        said = ngettext("{count} baris disalin.", "{count} baris disalin.", len(rows))
        self.told.emit(said.format(count=len(rows)))

    def _plain(self, model: watch_model.WatchModel, row: int, at: int) -> str:
        text = str(model.data(model.index(row, at)) or "")
        digits = text.replace(".", "")
        is_number = at >= FIRST - 1 and digits.isdigit() and not (at >= FIRST and model.rows[row].is_station)
        return digits if is_number else text
