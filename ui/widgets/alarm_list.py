# SPDX-License-Identifier: Apache-2.0
"""What somebody should read, one sentence each, until it was read."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import alarm_words
from ui import icons, theme
from ui.widgets import form, icon_line

_SHOWN = 1


class AlarmList(QtWidgets.QFrame):
    """Hidden while there is nothing. `read(no)`: somebody has read one. Beyond the first they open with a button."""

    read = QtCore.Signal(int)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._alarms: tuple[alarm_words.Alarm, ...] = ()
        self._open = False
        theme.set_role(self, "notice_warning")
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(12, 6, 6, 6)
        self._column.setSpacing(4)
        self.hide()

    def set_alarms(self, alarms: Sequence[alarm_words.Alarm]) -> None:
        """Show these."""
        if tuple(alarms) == self._alarms:
            return
        self._alarms = tuple(alarms)
        self._fill()

    def _fill(self) -> None:
        form.empty(self._column)
        shown = self._alarms if self._open else self._alarms[:_SHOWN]
        for one in shown:
            self._column.addWidget(self._row(one))
        rest = len(self._alarms) - _SHOWN
        if rest > 0:
            words = ngettext("{count} hal lain yang perlu dibaca", "{count} hal lain yang perlu dibaca", rest)
            more = QtWidgets.QPushButton(_("Tutup yang lain") if self._open else words.format(count=rest))
            theme.set_role(more, "link")
            icons.put(more, "turun" if self._open else "buka", "primary")
            more.clicked.connect(self._toggle)
            self._column.addWidget(more, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(self._alarms))

    def _row(self, one: alarm_words.Alarm) -> QtWidgets.QWidget:
        line = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(icon_line.IconLine("peringatan", "belum_lengkap", one.words), 1)
        row.addWidget(form.label(one.when, "small"))
        button = QtWidgets.QPushButton(_("Sudah dibaca"))
        button.clicked.connect(lambda _checked=False: self.read.emit(one.no))
        row.addWidget(button)
        return line

    def _toggle(self) -> None:
        self._open = not self._open
        self._fill()
