# SPDX-License-Identifier: Apache-2.0
"""Trouble, in two families: refusals are told in words beside their cause, bugs go to the crash panel.

The program goes on after both. `Troubles` is the one place through which every exception comes that no page
took.
"""

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6 import QtCore

from desk_app.base.text import _
from desk_app.domain import errors

log = logging.getLogger("desk.ui")

_LEVELS = {
    QtCore.QtMsgType.QtDebugMsg: logging.DEBUG,
    QtCore.QtMsgType.QtInfoMsg: logging.INFO,
    QtCore.QtMsgType.QtWarningMsg: logging.WARNING,
    QtCore.QtMsgType.QtCriticalMsg: logging.ERROR,
    QtCore.QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def words(refusal: errors.Refused) -> str:
    """The sentence of a refusal in the language of the window."""
    sentence = _(refusal.message)
    return sentence.format(**refusal.params) if refusal.params else sentence


def report(error: BaseException) -> str:
    """What to copy and send when the program has a bug: the trace and the versions."""
    import platform

    import desk_app

    version = getattr(desk_app, "__version__", "?")
    python = platform.python_version()
    head = f"Desk {version} · Python {python} · Qt {QtCore.qVersion()} · {platform.platform()}"
    return head + "\n\n" + "".join(traceback.format_exception(error))


class Troubles(QtCore.QObject):
    """Sorts exceptions: `refused(words)` for known trouble, `crashed(text)` for bugs, on the window's thread.

    The same bug is told once, so that a fault while painting does not fill the screen.
    """

    refused = QtCore.Signal(str)
    crashed = QtCore.Signal(str)
    _came = QtCore.Signal(object)

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[str] = set()
        self._came.connect(self._sort, QtCore.Qt.ConnectionType.QueuedConnection)

    @QtCore.Slot(object)
    def take(self, error: BaseException) -> None:
        """Take an exception, from any thread."""
        self._came.emit(error)

    def install(self) -> Callable[[], None]:
        """Take what Python and Qt would only print; return a function which gives it back to them."""
        before = sys.excepthook

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                before(kind, error, trace)
            else:
                self.take(error)

        sys.excepthook = hook
        QtCore.qInstallMessageHandler(_log_qt)

        def give_back() -> None:
            sys.excepthook = before
            QtCore.qInstallMessageHandler(None)

        return give_back

    @QtCore.Slot(object)
    def _sort(self, error: BaseException) -> None:
        if isinstance(error, errors.Refused):
            self.refused.emit(words(error))
            return
        place = "".join(traceback.format_tb(error.__traceback__)[-1:]) + repr(type(error))
        log.error("bug", exc_info=error)
        if place not in self._told:
            self._told.add(place)
            self.crashed.emit(report(error))


def _log_qt(kind: QtCore.QtMsgType, context: QtCore.QMessageLogContext, message: str) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "qt: %s", message)
