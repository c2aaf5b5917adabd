# SPDX-License-Identifier: Apache-2.0
"""A day and an hour that may be left empty, typed as "13-02-2024 16.30", or "16.30" for today."""

from datetime import date, datetime

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import hours
from ui.widgets import fields


class MomentField(QtWidgets.QLineEdit):
    """A line for a moment of the office's clock: `committed(datetime, None for empty)`; what is none is marked.

    `today` is the day that an hour without a day means; whoever shows the field sets it.
    """

    committed = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("jam, atau tanggal dan jam"))
        self.setMaxLength(24)
        self.today = date(2024, 2, 14)
        self._saved: datetime | None = None
        self.editingFinished.connect(self.commit)

    def value(self) -> datetime | None:
        """The moment, None while nothing or no moment stands there."""
        try:
            return hours.parse_moment(self.text(), self.today)
        except known.Refused:
            return None

    @property
    def is_typed(self) -> bool:
        """Whether something is being typed that was not told yet."""
        return self.isModified() and self.hasFocus()

    def set_value(self, value: datetime | None) -> None:
        """Show a moment, silently; what is being typed stays."""
        self._saved = value
        if self.is_typed:
            return
        self.setText("" if value is None else hours.write_moment(value))
        self.setCursorPosition(0)
        fields.refuse(self, False)

    @QtCore.Slot()
    def commit(self) -> None:
        typed = self.text().strip()
        moment = self.value()
        fields.refuse(self, bool(typed) and moment is None)
        if typed and moment is None:
            return
        self.setModified(False)
        if moment != self._saved:
            self._saved = moment
            self.setText("" if moment is None else hours.write_moment(moment))
            self.committed.emit(moment)
