# SPDX-License-Identifier: Apache-2.0
"""The rows and cells of Lembar Pantau for a table: values, marks, what is being saved, what was refused."""

from dataclasses import dataclass
from typing import Any

from PySide6 import QtCore

from desk_app.base.text import _
from desk_app.operations import watch_sheet, watch_words

Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex
NAME, STATIONS, FIRST = range(3)
"""The columns: the name, how many TPS, then the hours."""
SHOWN_ROLE = QtCore.Qt.ItemDataRole.UserRole + 11
_ROLES = QtCore.Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Shown:
    """How a cell is painted: `mark` is an icon's name ("" none), `tone` a status colour, `words` small and instead."""

    text: str
    mark: str = ""
    tone: str = ""
    words: str = ""
    is_refused: bool = False
    is_now: bool = False


class WatchModel(QtCore.QAbstractTableModel):
    """`typed(code, column, text)`: save it, then `settle`, or `refuse` it with words. `set_sheet` shows another."""

    typed = QtCore.Signal(str, int, str)

    def __init__(self, *, is_sum: bool = False, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: watch_sheet.Sheet | None = None
        self.rows: tuple[watch_sheet.Row, ...] = ()
        self.is_sum = is_sum
        self._pending: dict[tuple[str, int], str] = {}
        self._refused: dict[tuple[str, int], tuple[str, str]] = {}

    def set_sheet(self, sheet: watch_sheet.Sheet) -> bool:
        """Show a sheet; whether other rows or columns stand there now."""
        rows = (sheet.total,) if self.is_sum else sheet.rows
        before = self.sheet
        same = (
            before is not None
            and before.columns == sheet.columns
            and [row.code for row in rows] == [row.code for row in self.rows]
        )
        if not same:
            self.beginResetModel()
        self.sheet, self.rows = sheet, rows
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
        return not same

    def settle(self, code: str, at: int) -> None:
        """What was typed is saved, and the sheet read again."""
        self._pending.pop((code, at), None)
        self._refused.pop((code, at), None)

    def refuse(self, code: str, at: int, words: str) -> None:
        """What was typed was not taken: it stays in its cell, to be put right."""
        text = self._pending.pop((code, at), "")
        self._refused[code, at] = (text, words)
        self._tell(code, at)

    def give_up(self, code: str, at: int) -> bool:
        """Forget what was refused; False when nothing was."""
        gone = self._refused.pop((code, at), None)
        self._tell(code, at)
        return gone is not None

    def row_of(self, code: str) -> int:
        """The place of a row, -1 when it is not shown."""
        return next((place for place, row in enumerate(self.rows) if row.code == code), -1)

    def rowCount(self, parent: Index = QtCore.QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QtCore.QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or self.sheet is None else FIRST + len(self.sheet.columns)

    def flags(self, index: Index) -> QtCore.Qt.ItemFlag:
        flags = super().flags(index)
        return flags | QtCore.Qt.ItemFlag.ItemIsEditable if index.column() >= FIRST and not self.is_sum else flags

    def setData(self, index: Index, value: Any, role: int = _ROLES.EditRole) -> bool:
        row, at = self.rows[index.row()], index.column() - FIRST
        text = str(value).strip()
        if role != _ROLES.EditRole or at < 0 or text == self._edited(row, at):
            return False
        self._refused.pop((row.code, at), None)
        self._pending[row.code, at] = text
        self.dataChanged.emit(index, index)
        self.typed.emit(row.code, at, text)
        return True

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> Any:
        row, place = self.rows[index.row()], index.column()
        if role == _ROLES.DisplayRole:
            return self._text(row, place)
        if role == _ROLES.EditRole and place >= FIRST:
            return self._edited(row, place - FIRST)
        if role == SHOWN_ROLE and place >= FIRST:
            return self._shown(row, place - FIRST)
        if role == _ROLES.ToolTipRole:
            return self._tip(row, place)
        if role == _ROLES.AccessibleTextRole:
            return f"{row.name}: {self._tip(row, place)}" if place >= FIRST else self._text(row, place)
        return None

    def headerData(
        self, section: int, orientation: QtCore.Qt.Orientation, role: int = _ROLES.DisplayRole
    ) -> Any:
        if orientation is not QtCore.Qt.Orientation.Horizontal or self.sheet is None:
            return None
        if role == _ROLES.DisplayRole:
            if section < FIRST:
                return (_("Wilayah"), _("TPS"))[section]
            column = self.sheet.columns[section - FIRST]
            return f"{column.hour}\n{_(column.measure.short)}"
        if role == _ROLES.ToolTipRole and section >= FIRST:
            return _(self.sheet.columns[section - FIRST].measure.label)
        return None

    def _text(self, row: watch_sheet.Row, place: int) -> str:
        if place == NAME:
            named = f"{row.name} · {row.hint}" if row.hint else row.name
            return _("Jumlah") if self.is_sum else named
        if place == STATIONS:
            return "" if row.is_station else watch_words.dots(row.stations)
        at = place - FIRST
        waiting = self._pending.get((row.code, at))
        if waiting is not None:
            return waiting
        assert self.sheet is not None
        return watch_words.cell_words(self.sheet.columns[at], row.cells[at], station=row.is_station)

    def _edited(self, row: watch_sheet.Row, at: int) -> str:
        """What an editor begins with: what was refused, else the figure of the place's own report."""
        refused = self._refused.get((row.code, at))
        if refused is not None:
            return refused[0]
        cell = row.cells[at]
        return str(cell.value) if cell.minute is not None and cell.value is not None and not row.is_station else ""

    def _shown(self, row: watch_sheet.Row, at: int) -> Shown:
        assert self.sheet is not None
        cell = row.cells[at]
        text = self._text(row, FIRST + at)
        is_now = at == self.sheet.current and self.sheet.now >= 0
        refused = self._refused.get((row.code, at))
        if refused is not None:
            return Shown(refused[0], "ditolak", "masalah", is_refused=True, is_now=is_now)
        if (row.code, at) in self._pending:
            return Shown(text or "…", "", "belum", is_now=is_now)
        if cell.disputed:
            return Shown(text, "berbeda", "berbeda", is_now=is_now)
        if cell.value is None:
            tone, words = ("masalah", _("belum lapor")) if cell.missing else ("", "")
            return Shown("", "", tone, words, is_now=is_now)
        if row.is_station and self.sheet.columns[at].measure.counts_stations and not cell.value:
            return Shown(text, "masalah", "masalah", is_now=is_now)
        if watch_words.is_too_many(self.sheet.columns[at], cell, row.voters):
            return Shown(text, "peringatan", "masalah", is_now=is_now)
        if cell.is_partial:
            return Shown(text, "belum_lengkap", "belum_lengkap", is_now=is_now)
        if cell.difference:
            return Shown(text, "masalah", "masalah", is_now=is_now)
        if cell.late:
            return Shown(text, "jam", "belum_lengkap", is_now=is_now)
        return Shown(text, is_now=is_now)

    def _tip(self, row: watch_sheet.Row, place: int) -> str | None:
        if place < FIRST or self.sheet is None:
            return self._text(row, place) if place == NAME else None
        at = place - FIRST
        refused = self._refused.get((row.code, at))
        if refused is not None:
            return refused[1]
        return watch_words.cell_tip(self.sheet.columns[at], row.cells[at], row.voters)

    def _tell(self, code: str, at: int) -> None:
        place = self.row_of(code)
        if place >= 0:
            index = self.index(place, FIRST + at)
            self.dataChanged.emit(index, index)
