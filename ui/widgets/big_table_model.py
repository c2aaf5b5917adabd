# SPDX-License-Identifier: Apache-2.0
"""A million rows as an item model: the ids in their order, and the few rows in sight, fetched by id.

After the plan in HOUSE.md: ids in an `array`, no OFFSET, pages of rows read beside the window. What has not
come yet shows “…”.
"""

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from PySide6 import QtCore

from ui import runner as runners
from ui.widgets import columns

Row = tuple[Any, ...]
Fetch = Callable[[list[int]], Sequence[Row | None]]
"""Reads rows by id, in the order asked, on another thread; None for a row that is gone."""

BLOCK = 64
KEPT_ROWS = 8192
_AT_ONCE = 6
_PLACEHOLDER = "…"
Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex


class BigTableModel(QtCore.QAbstractTableModel):
    """Rows by id. `set_ids` gives them another order, `refresh` reads again what is in sight."""

    def __init__(
        self,
        titles: Sequence[columns.Column],
        fetch: Fetch,
        runner: runners.Runner,
        parent: QtCore.QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(titles)
        self.ids: array[int] = array("I")
        self._fetch = fetch
        self._runner = runner
        self._rows: dict[int, Row] = {}
        self._old: set[int] = set()
        self._wanted: list[int] = []
        self._reading = False
        self._turn = 0
        self._ask = QtCore.QTimer(self, singleShot=True, interval=0)
        self._ask.timeout.connect(self._read_wanted)

    def set_ids(self, ids: "array[int]") -> None:
        """Take other ids, or another order of them; rows already read stay."""
        self.beginResetModel()
        self.ids = ids
        self._wanted.clear()
        self._turn += 1
        self.endResetModel()

    def refresh(self, ids: Sequence[int] | None = None) -> None:
        """Read rows again when they are next shown (all without `ids`); the old values stand until then."""
        if ids is None:
            self._old.update(self._rows)
        else:
            self._old.update(number for number in ids if number in self._rows)
        self._turn += 1
        self._repaint()

    def row(self, place: int) -> Row | None:
        """The row at a place, None while it is not read."""
        return self._rows.get(self.ids[place])

    def rowCount(self, parent: Index = QtCore.QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QtCore.QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = QtCore.Qt.ItemDataRole.DisplayRole) -> Any:
        place = index.row()
        number = self.ids[place]
        row = self._rows.get(number)
        if row is None or number in self._old:
            self._want(place // BLOCK)
        column = self.columns[index.column()]
        if row is None:
            if role == QtCore.Qt.ItemDataRole.DisplayRole:
                return _PLACEHOLDER
            return column.alignment if role == QtCore.Qt.ItemDataRole.TextAlignmentRole else None
        return columns.cell_data(column, row[index.column()], role)

    def headerData(
        self,
        section: int,
        orientation: QtCore.Qt.Orientation,
        role: int = QtCore.Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is QtCore.Qt.Orientation.Vertical:
            return None
        return columns.heading_data(self.columns, section, role)

    def _want(self, block: int) -> None:
        if block in self._wanted:
            return
        self._wanted.append(block)
        if not self._reading:
            self._ask.start()

    def _read_wanted(self) -> None:
        if self._reading or not self._wanted:
            return
        # The newest wishes are what is in sight; what was scrolled past asks again if it comes back.
        blocks = self._wanted[-_AT_ONCE:]
        self._wanted.clear()
        numbers = [number for block in blocks for number in self.ids[block * BLOCK : (block + 1) * BLOCK]]
        numbers = [number for number in numbers if number not in self._rows or number in self._old]
        if not numbers:
            return
        turn = self._turn
        fetch = self._fetch
        self._reading = True
        self._runner.read(lambda: fetch(numbers), lambda rows: self._take(numbers, rows, turn), self._give_up)

    def _take(self, numbers: list[int], rows: Sequence[Row | None], turn: int) -> None:
        self._reading = False
        while len(self._rows) + len(rows) > KEPT_ROWS:
            oldest = next(iter(self._rows))
            del self._rows[oldest]
            self._old.discard(oldest)
        gone = (None,) * len(self.columns)
        for number, row in zip(numbers, rows, strict=True):
            self._rows[number] = gone if row is None else row
        if turn == self._turn:
            self._old.difference_update(numbers)
        if self._wanted:
            self._ask.start()
        self._repaint()

    def _give_up(self, error: Exception) -> None:
        self._reading = False
        self._wanted.clear()
        raise error

    def _repaint(self) -> None:
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, len(self.columns) - 1))
