# SPDX-License-Identifier: Apache-2.0
"""What every view of the tab Kerawanan is: it reads in a worker, takes the filter of the tab, and copies for WA."""

from collections.abc import Callable
from typing import TypeVar

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.operations import stations
from desk_app.operations.desk import Desk
from ui import runner
from ui.widgets import notice

T = TypeVar("T")


class RiskPart(QtWidgets.QWidget):
    """`followed(fields of StationFilter)`: show these in the list. `opened(subject)`: show one TPS in the list.

    `filters` are the names of the filters of the tab that narrow this view.
    """

    navigate = QtCore.Signal(str, object)
    notices = QtCore.Signal(object)
    followed = QtCore.Signal(object)
    opened = QtCore.Signal(str)

    filters: frozenset[str] = frozenset()
    has_copy = True

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self.desk = desk
        self.lanes = lanes
        self.failed = failed
        self.chosen = stations.EVERYTHING
        self.first_field: QtWidgets.QWidget = self
        self.tools: QtWidgets.QWidget | None = None
        """What this view has of its own in the line of the filters."""

    def set_filter(self, chosen: stations.StationFilter) -> None:
        """Take the filter of the tab, and read anew."""
        self.chosen = chosen
        self.refresh()

    def refresh(self, flags: frozenset[str] = frozenset()) -> None:
        """Read anew what is shown."""

    def copy_for_wa(self) -> None:
        """Put what is shown on the clipboard as text for WhatsApp."""

    def commit(self) -> None:
        """Say what is entered and not yet told."""

    def read(self, work: Callable[[], T], take: Callable[[T], None]) -> None:
        """Read in a worker; an older answer of this view is dropped."""
        self.lanes.read(work, take, self.failed, key=f"risk {type(self).__name__}")

    def write(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Write in the writer's lane."""
        self.lanes.write(work, done, failed or self.failed)

    def say(self, words: str, tone: notice.Tone = notice.Tone.DONE) -> None:
        """Tell something over the foot of the page."""
        self.notices.emit(notice.Notice(words, tone))

    def to_clipboard(self, text: str) -> None:
        """Put a text on the clipboard and say so."""
        QtGui.QGuiApplication.clipboard().setText(text)
        self.say(_("Teks disalin. Tempel di WhatsApp dengan Ctrl+V."))
