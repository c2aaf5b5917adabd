# SPDX-License-Identifier: Apache-2.0
"""One page in a real window over a real office, as its user has it before him."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desk_app.operations.desk import Desk
from ui import bridge, errors, main_window, runner
from ui.widgets import page


class Window(main_window.MainWindow):
    """The window; `gone` notes where its page wanted to lead."""

    def __init__(self, desk: Desk, lanes: runner.Runner, key: str, make: Callable[[], page.Page]) -> None:
        carrier = bridge.Bridge()
        troubles = errors.Troubles()
        self.crashes: list[str] = []
        self.gone: list[tuple[str, object]] = []
        super().__init__([page.PageSpec(key, key, "beranda", make)], lanes, carrier, troubles=troubles)
        troubles.crashed.connect(self.crashes.append)
        self._listener = lambda news: carrier.announce(news.flags)
        self._desk = desk
        desk.news.listen(self._listener)

    def go(self, key: str, target: object = None) -> None:
        if key in self._specs:
            super().go(key, target)
        else:
            self.gone.append((key, target))

    def let_go(self) -> None:
        """Hear no more of the office."""
        self._desk.news.stop(self._listener)


def show(
    qtbot: QtBot,
    desk: Desk,
    lanes: runner.Runner,
    key: str,
    make: Callable[[], page.Page],
    size: tuple[int, int] = (1366, 700),
) -> Window:
    """The window, shown, active, and done with its first reading."""
    window = Window(desk, lanes, key, make)
    qtbot.addWidget(window, before_close_func=lambda one: one.let_go())
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go(key)
    settle(qtbot, lanes)
    return window


def settle(qtbot: QtBot, lanes: runner.Runner) -> None:
    """Wait until what was typed is written, and what was written is shown."""
    for _turn in range(4):
        lanes.wait_idle()
        qtbot.wait(5)
    lanes.wait_idle()
