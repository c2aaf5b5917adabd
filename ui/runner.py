# SPDX-License-Identifier: Apache-2.0
"""Work beside the window: the only file that knows threads.

Four lanes: `write` (one thread, in order: the writer), `read` (two threads), `draw` (one thread, for
libraries which no two threads may call, such as pdfium), and `long` (one thread, for generators of progress).
Whatever happens there, `done`, `failed` and `on_progress` are called on the window's thread, and not at all
once their widget is gone. What a job holds is let go on the window's thread as well: a thread beside it that drops the
last hold on a widget disconnects it there, and waits for Python while the window waits for Qt, both for ever.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any, TypeVar

import shiboken6
from PySide6 import QtCore

from desk_app.base.progress import Progress, Steps
from ui import sweeper

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


class _Job:
    """What was asked, and what came of it; the threads beside the window never hold it when they have said so."""

    __slots__ = ("done", "error", "failed", "is_stale", "on_progress", "value", "work")

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Failed | None,
        is_stale: Callable[[], bool],
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        self.work, self.done, self.failed = work, done, failed
        self.is_stale, self.on_progress = is_stale, on_progress
        self.value: Any = None
        self.error: Exception | None = None

    def run(self) -> None:
        if self.is_stale():
            return
        try:
            self.value = self.work()
        except Exception as error:  # noqa: BLE001 - carried to the window's thread, where it is shown
            self.error = error


class Runner(QtCore.QObject):
    """Runs functions beside the window and brings back what they return.

    `trouble(exception)` tells of failures which nobody asked to be told of; `busy(int)` is the number of jobs
    under way, and `idle()` says that it has become zero.
    """

    trouble = QtCore.Signal(object)
    busy = QtCore.Signal(int)
    idle = QtCore.Signal()
    _arrived = QtCore.Signal(int, object)
    """The number of a job, with a step of it, or None when it has ended."""

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, Executor] = {}
        self._jobs: dict[int, _Job] = {}
        self._newest: dict[str, int] = {}
        self._count = 0
        self._pending = 0
        self._inside = 0
        self._closed = False
        self._sweeper = sweeper.Sweeper(self)
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
        turn = self._count + 1

        def show(step: Progress) -> None:
            nonlocal last
            if on_progress is not None and shown.is_set() and time.monotonic() - last >= PROGRESS_EVERY:
                last = time.monotonic()
                shown.clear()
                self._arrived.emit(turn, step)

        def told(step: Progress) -> None:
            shown.set()
            _call(on_progress, step)

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

        self._start(lane, work, finished, failed, None, told)
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
        alarm = QtCore.QTimer()
        alarm.timeout.connect(loop.quit)
        # Events that are delivered together with the last result may ask for more before the loop has ended, and a
        # timer may go off a little before its time.
        while self._pending > inside and not limit.hasExpired():
            alarm.start(max(1, limit.remainingTime()))
            loop.exec()
        alarm.stop()
        self.busy.disconnect(look)
        return self._pending <= inside

    def close(self) -> None:
        """Let every job end, then end the threads; nothing may be asked afterwards."""
        self.wait_idle()
        self._closed = True
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)
        self._lanes.clear()
        self._sweeper.stop()

    def _start(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None] | None,
        failed: Failed | None,
        key: str | None,
        on_progress: Callable[[Progress], None] | None = None,
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

        self._jobs[turn] = _Job(work, done, failed, is_stale, on_progress)
        self._lane(lane).submit(self._run, turn)

    def _run(self, turn: int) -> None:
        """Do a job, on the thread of its lane."""
        self._jobs[turn].run()
        self._arrived.emit(turn, None)

    def _lane(self, name: str) -> Executor:
        if name not in self._lanes:
            self._lanes[name] = ThreadPoolExecutor(LANES[name], thread_name_prefix=name)
        return self._lanes[name]

    @QtCore.Slot(int, object)
    def _deliver(self, turn: int, step: Progress | None) -> None:
        if step is not None:
            listener = self._jobs[turn].on_progress
            if listener is not None:
                listener(step)
            return
        job = self._jobs.pop(turn)
        self._inside += 1
        try:
            if job.is_stale():
                return
            if job.error is not None:
                self._fail(job.failed, job.error)
            else:
                _call(job.done, job.value)
        finally:
            job.error = None  # it and the frames that it tells of would hold each other until some thread cleans up
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
