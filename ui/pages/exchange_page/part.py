# SPDX-License-Identifier: Apache-2.0
"""What every part of the exchange page is: a panel with the work behind it, one piece of long work at a time."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6 import QtCore, QtWidgets

from desk_app.base.progress import Progress, Steps
from desk_app.domain import errors as known
from desk_app.domain.words import N_
from desk_app.operations import days, papers
from desk_app.operations.desk import Desk
from ui import runner
from ui.dialogs import paper_dialog
from ui.widgets import notice

T = TypeVar("T")


def when(desk: Desk, at: int) -> str:
    """A moment by the office's clock, "" for none."""
    return days.local(desk, at).strftime("%d-%m-%Y %H.%M") if at else ""


class Part(QtCore.QObject):
    """`told(words, Tone)`: a notice for the foot of the page. `failed(Exception)`: a refusal or a bug.

    `left()`: back to the overview. `shown(target)`: another part of the page is wanted.
    """

    told = QtCore.Signal(str, object)
    failed = QtCore.Signal(object)
    left = QtCore.Signal()
    shown = QtCore.Signal(object)
    started = QtCore.Signal()

    def __init__(self, desk: Desk, lanes: runner.Runner, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.lanes = lanes
        self._handle: runner.Handle | None = None

    @property
    def is_busy(self) -> bool:
        """Whether long work is under way."""
        return self._handle is not None

    def cancel(self) -> None:
        """Ask the long work to stop at its next step."""
        if self._handle is not None:
            self._handle.cancel()

    def run_long(
        self,
        steps: Callable[[], Steps[T]],
        show: Callable[[Progress], None],
        done: Callable[[T], None],
        ended: Callable[[], None],
        stopped: Callable[[], None],
        *,
        folder: Path | None = None,
    ) -> None:
        """Run long work; `ended` when it was refused or stopped, then `failed` or `stopped`.

        `folder`: where it writes; if that is gone by then, it was pulled out, and is said so.
        """
        self.started.emit()

        def finished(result: T) -> None:
            self._handle = None
            done(result)

        def refused(error: Exception) -> None:
            self._handle = None
            ended()
            if folder is not None and isinstance(error, known.Refused) and not folder.is_dir():
                error = known.Refused(
                    N_("Flashdisk dicabut sebelum selesai ditulis. Tidak ada isian yang hilang; colokkan, lalu ulangi.")
                )
            self.failed.emit(error)

        def cancelled() -> None:
            self._handle = None
            ended()
            stopped()

        self._handle = self.lanes.long(steps, show, finished, refused, cancelled)

    def paper(self, asked: papers.Asked, over: QtWidgets.QWidget) -> paper_dialog.PaperDialog:
        """Show a paper as it will be printed."""
        dialog = paper_dialog.PaperDialog(self.desk, self.lanes, asked, over)
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def done(self, words: str) -> None:
        """Good news."""
        self.told.emit(words, notice.Tone.DONE)

    def warn(self, words: str) -> None:
        self.told.emit(words, notice.Tone.WARNING)
