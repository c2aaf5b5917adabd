# SPDX-License-Identifier: Apache-2.0
"""Python's search for garbage in circles, on the window's thread alone.

Python begins it on whichever thread makes objects. A circle with a widget in it that is taken apart beside the window
disconnects its signals there, which can wait for the window while the window waits for Python.
"""

import gc

from PySide6 import QtCore

EVERY_MS = 1000


class Sweeper(QtCore.QObject):
    """Looks for garbage each second, as much as Python's own thresholds ask for; until `stop` nobody else does."""

    _under_way = 0
    _others_search = True
    """Whether Python searched by itself before the first one of those under way."""

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QtCore.QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(sweep)
        self._timer.start()
        self._stopped = False
        if not Sweeper._under_way:
            Sweeper._others_search = gc.isenabled()
        Sweeper._under_way += 1
        gc.disable()

    def stop(self) -> None:
        """Leave the search to Python again if it did it before, once no other sweeper is under way."""
        if self._stopped:
            return
        self._stopped = True
        self._timer.stop()
        Sweeper._under_way -= 1
        if not Sweeper._under_way and Sweeper._others_search:
            gc.enable()


def sweep() -> None:
    """Search the generations that are due, the oldest alone where several are; on the window's thread."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [generation for generation, limit in enumerate(limits) if limit and counts[generation] > limit]
    if due:
        gc.collect(due[-1])
