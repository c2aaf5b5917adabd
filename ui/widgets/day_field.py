# SPDX-License-Identifier: Apache-2.0
"""A day that may be left empty, typed as 14-02-2024, 14/2/24 or 14022024."""

import re
from datetime import date

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from ui.widgets import fields

_TYPED = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})|(\d{2})(\d{2})(\d{4})", re.ASCII)


class DayField(QtWidgets.QLineEdit):
    """A line for a day: `committed(ISO text, "" for none)`; what is no day is marked and not told."""

    committed = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("tgl-bln-tahun"))
        self.setMaxLength(12)
        self._saved = ""
        self.editingFinished.connect(self.commit)

    def value(self) -> str:
        """The day as ISO text, "" while nothing or no day stands there."""
        return read(self.text()) or ""

    @property
    def is_typed(self) -> bool:
        """Whether something is being typed that was not told yet."""
        return self.isModified() and self.hasFocus()

    def set_value(self, value: str) -> None:
        """Show a day (ISO text), silently; what is being typed stays."""
        if self.is_typed:
            self._saved = value
            return
        self._saved = value
        self.setText(words(value))
        self.setCursorPosition(0)
        fields.refuse(self, False)

    @QtCore.Slot()
    def commit(self) -> None:
        typed = self.text().strip()
        day = read(typed)
        fields.refuse(self, bool(typed) and day is None)
        if typed and day is None:
            return
        self.setModified(False)
        if (day or "") != self._saved:
            self._saved = day or ""
            self.setText(words(self._saved))
            self.committed.emit(self._saved)


def read(typed: str) -> str | None:
    """What was typed as ISO text, None when it is no day."""
    match = _TYPED.fullmatch(typed.strip())
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups() if part is not None)
    try:
        return date(year + 2000 if year < 100 else year, month, day).isoformat()
    except ValueError:
        return None


def words(value: str) -> str:
    """A day as it is written here: 14-02-2024; "" stays."""
    try:
        return date.fromisoformat(value).strftime("%d-%m-%Y")
    except ValueError:
        return value
