# SPDX-License-Identifier: Apache-2.0
"""The view for the posko's wall: a second window in large type that fills a screen and follows the data.

F11 brings it, Esc or F11 again takes it down. It shows nothing about people, so that it may hang where visitors stand,
also while the other window is locked.
"""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import days, overview, posko_wall
from desk_app.operations.desk import Desk
from ui import bridge, errors, runner, theme
from ui.widgets import form, mosaic, mosaic_layout, wall_table

SECOND_MS, PAGE_MS = 1000, 12_000
FOLLOWS = frozenset("answer issue readiness station region recap conflict election setting".split())
LARGEST_SQUARE, SMALLEST_SQUARE, LABEL_WIDTH = 26, 6, 110
_SETTLE_MS = 700
"""Many answers come close together; the wall need not be drawn for each."""


class WallWindow(QtWidgets.QWidget):
    """The window. `closed()`."""

    closed = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__(None, QtCore.Qt.WindowType.Window)
        self.setWindowTitle(_("Layar posko"))
        self.setMinimumSize(640, 400)
        self.office = form.label("")
        self.day = form.label("")
        self.clock = form.label("")
        self.clock.setAlignment(QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignVCenter)
        self.table = wall_table.WallTable()
        self.incidents = wall_table.IncidentList()
        self._map: overview.Mosaic | None = None
        self._square = 0
        self._holder = QtWidgets.QVBoxLayout()
        self.mosaic: mosaic.Mosaic | None = None
        head = QtWidgets.QHBoxLayout()
        head.addWidget(self.office)
        head.addSpacing(24)
        head.addWidget(self.day, 1)
        head.addWidget(self.clock)
        right = QtWidgets.QVBoxLayout()
        right.addLayout(self._holder, 50)
        right.addWidget(self.incidents, 50)
        right.setSpacing(16)
        body = QtWidgets.QHBoxLayout()
        body.setSpacing(32)
        body.addWidget(self.table, 62)
        body.addLayout(right, 38)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.addLayout(head)
        column.addLayout(body, 1)

    def set_wall(self, wall: posko_wall.Wall) -> None:
        """Show what is known now."""
        self.office.setText(wall.office)
        self.day.setText(f"{wall.event} · {wall.day}")
        self.table.set_wall(wall)
        self.incidents.set_wall(wall)
        self._map = wall.map
        self._show_map()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        unit = max(self.height(), 400) / 768
        for label, size, bold in ((self.office, 26, True), (self.day, 22, False), (self.clock, 34, True)):
            font = QtGui.QFont(theme.font(bold=bold))
            font.setPixelSize(round(size * unit))
            label.setFont(font)
        self._show_map()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() in (QtCore.Qt.Key.Key_F11, QtCore.Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QtGui.QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _show_map(self) -> None:
        """Draw the map with the largest squares for which there is room."""
        if self._map is None:
            return
        rows = [mosaic_layout.MosaicRow(one.name, one.states, one.ends) for one in self._map.rows]
        square = self._largest_square(rows)
        if not square:
            rows = [_by_group(row) for row in rows]
            square = self._largest_square(rows) or SMALLEST_SQUARE
        if self.mosaic is None or square != self._square:
            if self.mosaic is not None:
                self._holder.removeWidget(self.mosaic)
                self.mosaic.deleteLater()
            self._square = square
            self.mosaic = mosaic.Mosaic(square)
            self.mosaic.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
            self.mosaic.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._holder.addWidget(self.mosaic)
        self.mosaic.set_rows(rows)

    def _largest_square(self, rows: Sequence[mosaic_layout.MosaicRow]) -> int:
        """The largest square with which all rows have room, 0 when none is small enough."""
        width, height = round((self.width() - 80) * 0.38), round((self.height() - 90) * 0.46)
        count = sum(len(row.states) for row in rows)
        for square in range(LARGEST_SQUARE, SMALLEST_SQUARE - 1, -1):
            if (square + mosaic_layout.GAP) ** 2 * count > width * height:
                continue  # to place thousands of squares takes its time
            if mosaic_layout.place(rows, width, LABEL_WIDTH, square).height <= height:
                return square
        return 0


def _by_group(row: mosaic_layout.MosaicRow) -> mosaic_layout.MosaicRow:
    """A row with one square for each village, the worst that is in it."""
    starts = (0, *row.ends[:-1])
    worst = bytes(mosaic_layout.worst(row.states[first:last]) for first, last in zip(starts, row.ends, strict=True))
    return mosaic_layout.MosaicRow(row.title, worst, ())


class PoskoWall(QtCore.QObject):
    """Shows and closes the wall of an office, and keeps it up to date."""

    def __init__(self, desk: Desk, lanes: runner.Runner, news: bridge.Bridge, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lanes = lanes
        self.window: WallWindow | None = None
        self._settle = QtCore.QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._read)
        self._second = QtCore.QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._show_clock)
        self._turn = QtCore.QTimer(self, interval=PAGE_MS)
        self._turn.timeout.connect(self._next)
        news.changed.connect(self._hear)

    @QtCore.Slot()
    def show(self) -> None:
        """Show the wall, on the other screen where there is one."""
        if self.window is None:
            self.window = WallWindow()
            theme.dress(self.window)
            self.window.closed.connect(self._gone)
        window = self.window
        beside = self.parent()
        own = beside.screen() if isinstance(beside, QtWidgets.QWidget) else None
        others = [screen for screen in QtGui.QGuiApplication.screens() if screen is not own]
        if own is not None:
            window.setGeometry((others or [own])[0].geometry())
        window.showFullScreen()
        window.activateWindow()
        self._second.start()
        self._turn.start()
        self._show_clock()
        self._read()

    @QtCore.Slot()
    def close(self) -> None:
        """Take it down."""
        if self.window is not None:
            self.window.close()

    @QtCore.Slot(object)
    def _hear(self, flags: frozenset[str]) -> None:
        if self.window is not None and flags & FOLLOWS and not self._settle.isActive():
            self._settle.start()

    def _read(self) -> None:
        desk = self._desk
        if self.window is not None:
            self._lanes.read(lambda: posko_wall.wall(desk), self._take, self._failed, key="posko wall")

    def _take(self, wall: posko_wall.Wall) -> None:
        if self.window is not None:
            self.window.set_wall(wall)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        if self.window is not None:
            self.window.day.setText(errors.words(error))

    def _show_clock(self) -> None:
        if self.window is None:
            return
        now = days.local(self._desk, self._desk.now())
        self.window.clock.setText(now.strftime("%H.%M.%S %Z"))
        if now.second == 0:
            self._read()

    def _next(self) -> None:
        if self.window is not None:
            self.window.table.next_page()

    @QtCore.Slot()
    def _gone(self) -> None:
        self._second.stop()
        self._turn.stop()
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()
