# SPDX-License-Identifier: Apache-2.0
"""What every tab of Hasil Suara is: it reads when it is shown, and tells its page what it has to say."""

from collections.abc import Callable
from typing import ClassVar

from PySide6 import QtCore, QtWidgets

from desk_app.operations import targets
from desk_app.operations.desk import Desk
from ui import runner
from ui.widgets import notice


class Part(QtWidgets.QWidget):
    """A tab. `navigate(key, target)`: another page is wanted. `notices(Notice)`: something for the foot of the page.

    `first_field` gets the focus when the tab is shown; `listens`: the flags after which `reload` is called.
    """

    navigate = QtCore.Signal(str, object)
    notices = QtCore.Signal(object)

    listens: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self.desk = desk
        self.lanes = lanes
        self.failed = failed
        self.first_field: QtWidgets.QWidget | None = None

    def reload(self, flags: frozenset[str] = frozenset()) -> None:
        """Read again what is shown; `flags` say what has changed, none of them that it is read for the first time."""

    def commit(self) -> None:
        """Let what is typed be saved."""

    def open_target(self, target: targets.Target) -> None:
        """Show what a target names."""

    def say(self, words: str, tone: notice.Tone = notice.Tone.INFO) -> None:
        """Tell something at the foot of the page."""
        self.notices.emit(notice.Notice(words, tone))
