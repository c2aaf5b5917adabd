# SPDX-License-Identifier: Apache-2.0
"""The count on a wall: a second window in large type; sums only for who may see them, chosen each time, until Esc."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import words
from desk_app.domain.counts import words as count_words
from desk_app.domain.counts.rights import Right
from desk_app.operations import count_keys, count_wall, days
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.widgets import form, wall_table

SECOND_MS, PAGE_MS = 1000, 12_000


class WallWindow(QtWidgets.QWidget):
    """The window. `closed()`."""

    closed = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__(None, QtCore.Qt.WindowType.Window)
        self.setWindowTitle(_("Hasil suara: layar besar"))
        self.setMinimumSize(640, 400)
        self.office = form.label("")
        self.clock = form.label("")
        self.clock.setAlignment(QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignVCenter)
        self.race = form.label("")
        self.said = form.label("", wraps=True)
        self.beside = form.label("", wraps=True)
        self.disclaimer = form.label(_(count_words.DISCLAIMER), wraps=True)
        self.disclaimer.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self.table = wall_table.WallTable()
        head = QtWidgets.QHBoxLayout()
        head.addWidget(self.office)
        head.addSpacing(24)
        head.addWidget(self.race, 1)
        head.addWidget(self.clock)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addWidget(self.beside)
        column.addWidget(self.disclaimer)

    def set_wall(self, wall: count_wall.Wall) -> None:
        """Show what is known now."""
        self.office.setText(wall.office)
        self.race.setText(wall.race)
        self.said.setText(words.render(wall.said.message, wall.said.params, _))
        self.beside.setText(wall.beside)
        self.beside.setVisible(bool(wall.beside))
        self.table.set_wall(wall)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        unit = max(self.height(), 400) / 768
        sizes = (
            (self.office, 24, True),
            (self.race, 22, False),
            (self.clock, 30, True),
            (self.said, 28, True),
            (self.beside, 20, False),
            (self.disclaimer, 30, True),
        )
        for label, size, bold in sizes:
            font = QtGui.QFont(theme.font(bold=bold))
            font.setPixelSize(round(size * unit))
            label.setFont(font)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QtGui.QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


class CountWall(QtCore.QObject):
    """Shows the wall and keeps it up to date; it falls back to how far the count is once no sums may be seen."""

    def __init__(self, desk: Desk, lanes: runner.Runner, beside: QtWidgets.QWidget) -> None:
        super().__init__(beside)
        self._desk, self._lanes, self._beside = desk, lanes, beside
        self.window: WallWindow | None = None
        self._race = ""
        self._with_totals = False
        self._secret: bytes | None = None
        """The key by which sums are shown now; another one, or none, takes them off the wall."""
        self._second = QtCore.QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._tick)
        self._turn = QtCore.QTimer(self, interval=PAGE_MS)
        self._turn.timeout.connect(self._next)

    def show_race(self, race: str, *, with_totals: bool) -> None:
        """Show a race, on the other screen where there is one."""
        self._race = race
        self._with_totals = with_totals and Right.TOTALS in count_keys.rights(self._desk)
        self._secret = self._desk.count_secret if self._with_totals else None
        if self.window is None:
            self.window = WallWindow()
            theme.dress(self.window)
            self.window.closed.connect(self._gone)
        own = self._beside.screen()
        others = [screen for screen in QtGui.QGuiApplication.screens() if screen is not own]
        self.window.setGeometry((others or [own])[0].geometry())
        self.window.showFullScreen()
        self.window.activateWindow()
        self._second.start()
        self._turn.start()
        self.read()

    def read(self) -> None:
        """Read again what is shown, if anything is."""
        if self.window is None:
            return
        desk, race, with_totals = self._desk, self._race, self._with_totals

        def work() -> count_wall.Wall:
            return count_wall.totals(desk, race) if with_totals else count_wall.progress(desk, race)

        self._lanes.read(work, self._take, self._failed, key="counts/wall")

    def _take(self, wall: count_wall.Wall) -> None:
        if self.window is None or (wall.with_totals and self._desk.count_secret is not self._secret):
            return
        self.window.set_wall(wall)
        self._show_clock()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        if self.window is not None:
            self.window.said.setText(errors.words(error))

    def _tick(self) -> None:
        if self.window is None:
            return
        self._show_clock()
        if self._with_totals and self._desk.count_secret is not self._secret:
            self._with_totals, self._secret = False, None  # locked, or put away: chosen again by who may
            self.window.table.clear()
            self.read()

    def _show_clock(self) -> None:
        if self.window is not None:
            self.window.clock.setText(days.local(self._desk, self._desk.now()).strftime("%H.%M.%S %Z"))

    def _next(self) -> None:
        if self.window is not None:
            self.window.table.next_page()

    @QtCore.Slot()
    def _gone(self) -> None:
        self._second.stop()
        self._turn.stop()
        self._with_totals, self._secret = False, None
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()
