# SPDX-License-Identifier: Apache-2.0
"""One signal that says what has changed in the desk, on the window's thread whoever wrote."""

from collections.abc import Iterable

from PySide6 import QtCore


class Bridge(QtCore.QObject):
    """`changed(frozenset of flag names)`; announcements that come close together arrive as one."""

    changed = QtCore.Signal(object)
    _arrived = QtCore.Signal(object)

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._flags: frozenset[str] = frozenset()
        self._arrived.connect(self._gather, QtCore.Qt.ConnectionType.QueuedConnection)

    def announce(self, flags: Iterable[str]) -> None:
        """Say what has changed, from any thread: `desk.on_changed(bridge.announce)`."""
        self._arrived.emit(frozenset(flags))

    @QtCore.Slot(object)
    def _gather(self, flags: frozenset[str]) -> None:
        if not self._flags:
            QtCore.QTimer.singleShot(0, self, self._tell)
        self._flags |= flags

    @QtCore.Slot()
    def _tell(self) -> None:
        flags, self._flags = self._flags, frozenset()
        if flags:
            self.changed.emit(flags)
