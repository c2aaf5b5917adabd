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

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QtCore.QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()
        self._stopped = False
        Sweeper._under_way += 1
        gc.disable()

    def sweep(self) -> None:
        """Search the generations that are due, the oldest alone where several are."""
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [generation for generation, limit in enumerate(limits) if limit and counts[generation] > limit]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Leave the search to Python again, once no other sweeper is under way."""
        if self._stopped:
            return
        self._stopped = True
        self._timer.stop()
        Sweeper._under_way -= 1
        if not Sweeper._under_way:
            gc.enable()
