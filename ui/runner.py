# SPDX-License-Identifier: Apache-2.0
"""Work beside the window: the only file that knows threads.

Four lanes: `write` (one thread, in order: the writer), `read` (two threads), `draw` (one thread, for
libraries which no two threads may call, such as pdfium), and `long` (one thread, for generators of progress).
Whatever happens there, `done`, `failed` and `on_progress` are called on the window's thread, and not at all
once their widget is gone.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any, TypeVar

import shiboken6
from PySide6 import QtCore

from desk_app.base.progress import Progress, Steps

T = TypeVar("T")
Failed = Callable[[Exception], None]
PROGRESS_EVERY = 0.04
"""Seconds between two steps that are shown."""

LANES = {"write": 1, "read": 2, "draw": 1, "long": 1}


class Handle:
    """A piece of long work under way."""

    def __init__(self) -> None:
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; what it had not finished it undoes itself."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()


class Runner(QtCore.QObject):
    """Runs functions beside the window and brings back what they return.

    `trouble(exception)` tells of failures which nobody asked to be told of; `busy(int)` is the number of jobs
    under way, and `idle()` says that it has become zero.
    """

    trouble = QtCore.Signal(object)
    busy = QtCore.Signal(int)
    idle = QtCore.Signal()
    _arrived = QtCore.Signal(object)

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, Executor] = {}
        self._newest: dict[str, int] = {}
        self._count = 0
        self._pending = 0
        self._inside = 0
        self._closed = False
        self._arrived.connect(self._deliver, QtCore.Qt.ConnectionType.QueuedConnection)

    def write(
        self, work: Callable[[], T], done: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Run `work` on the writer's thread, after all that was asked before."""
        self._start("write", work, done, failed, None)

    def read(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        key: str | None = None,
    ) -> None:
        """Run `work` on one of two threads; with a `key`, only the newest result of that key is delivered."""
        self._start("read", work, done, failed, key)

    def draw(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        key: str | None = None,
    ) -> None:
        """As `read`, but never two at a time: for libraries which no two threads may call."""
        self._start("draw", work, done, failed, key)

    def long(
        self,
        steps: Callable[[], Steps[T]],
        on_progress: Callable[[Progress], None] | None = None,
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        cancelled: Callable[[], None] | None = None,
        *,
        lane: str = "long",
    ) -> Handle:
        """Run a generator of progress to its end; `lane="write"` when it writes.

        Progress that comes faster than the window shows it is left out. `cancelled` is called instead of
        `done` when the work stopped because of `Handle.cancel`.
        """
        handle = Handle()
        shown = threading.Event()
        shown.set()
        last = -PROGRESS_EVERY

        def show(step: Progress) -> None:
            nonlocal last
            if on_progress is not None and shown.is_set() and time.monotonic() - last >= PROGRESS_EVERY:
                last = time.monotonic()
                shown.clear()
                self._arrived.emit(lambda: told(on_progress, step))

        def told(listener: Callable[[Progress], None], step: Progress) -> None:
            shown.set()
            _call(listener, step)

        def work() -> tuple[bool, Any]:
            generator = steps()
            while not handle.is_cancelled:
                try:
                    show(next(generator))
                except StopIteration as end:
                    return True, end.value
            generator.close()
            return False, None

        def finished(result: tuple[bool, Any]) -> None:
            whole, value = result
            if whole:
                _call(done, value)
            else:
                _call(cancelled)

        self._start(lane, work, finished, failed, None)
        return handle

    @property
    def pending(self) -> int:
        """The number of jobs whose result has not been delivered."""
        return self._pending

    def wait_idle(self, timeout_ms: int = 30_000) -> bool:
        """Wait until every job is delivered, the window alive meanwhile; False when the time is over.

        Called from inside a delivery it waits for all but that one, which goes on when this returns.
        """
        inside = self._inside
        if self._pending <= inside:
            return True
        loop = QtCore.QEventLoop()

        def look(pending: int) -> None:
            if pending <= inside:
                loop.quit()

        self.busy.connect(look)
        limit = QtCore.QDeadlineTimer(timeout_ms)
        QtCore.QTimer.singleShot(timeout_ms, loop, loop.quit)
        # Events that are delivered together with the last result may ask for more before the loop has ended.
        while self._pending > inside and not limit.hasExpired():
            loop.exec()
        self.busy.disconnect(look)
        return self._pending <= inside

    def close(self) -> None:
        """Let every job end, then end the threads; nothing may be asked afterwards."""
        self.wait_idle()
        self._closed = True
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)
        self._lanes.clear()

    def _start(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None] | None,
        failed: Failed | None,
        key: str | None,
    ) -> None:
        if self._closed:
            raise RuntimeError("the runner is closed")
        self._count += 1
        turn = self._count
        if key is not None:
            self._newest[key] = turn
        self._pending += 1
        self.busy.emit(self._pending)

        def is_stale() -> bool:
            return key is not None and self._newest.get(key) != turn

        def run() -> None:
            if is_stale():
                self._arrived.emit(lambda: self._end(None))
                return
            try:
                value = work()
            except Exception as error:  # noqa: BLE001 - carried to the window's thread, where it is shown
                trouble = error
                self._arrived.emit(lambda: self._end(None if is_stale() else lambda: self._fail(failed, trouble)))
            else:
                self._arrived.emit(lambda: self._end(None if is_stale() else lambda: _call(done, value)))

        self._lane(lane).submit(run)

    def _lane(self, name: str) -> Executor:
        if name not in self._lanes:
            self._lanes[name] = ThreadPoolExecutor(LANES[name], thread_name_prefix=name)
        return self._lanes[name]

    @QtCore.Slot(object)
    def _deliver(self, call: Callable[[], object]) -> None:
        call()

    def _end(self, call: Callable[[], object] | None) -> None:
        self._inside += 1
        try:
            if call is not None:
                call()
        finally:
            self._inside -= 1
            self._pending -= 1
            self.busy.emit(self._pending)
            if self._pending == 0:
                self.idle.emit()

    def _fail(self, failed: Failed | None, error: Exception) -> None:
        if failed is None:
            self.trouble.emit(error)
        else:
            _call(failed, error)


def _call(function: Callable[..., None] | None, *values: object) -> None:
    """Call back, unless a widget which the function belongs to or holds has been deleted meanwhile."""
    if function is not None and all(shiboken6.isValid(owner) for owner in _owners(function)):
        function(*values)


def _owners(function: Callable[..., None]) -> list[QtCore.QObject]:
    """The Qt objects of a method (`self`) or of a lambda (what it holds from outside)."""
    held = [getattr(function, "__self__", None), *(getattr(function, "__defaults__", None) or ())]
    for cell in getattr(function, "__closure__", None) or ():
        try:
            held.append(cell.cell_contents)
        except ValueError:  # not filled yet
            continue
    return [owner for owner in held if isinstance(owner, QtCore.QObject)]
