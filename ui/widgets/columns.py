# SPDX-License-Identifier: Apache-2.0
"""What a column of a table is: its heading, width, and how a value is shown and copied."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6 import QtCore

from desk_app.domain.words import dotted
from ui.widgets import marks

_ALIGN = {
    "left": QtCore.Qt.AlignmentFlag.AlignLeft | QtCore.Qt.AlignmentFlag.AlignVCenter,
    "right": QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignVCenter,
    "center": QtCore.Qt.AlignmentFlag.AlignHCenter | QtCore.Qt.AlignmentFlag.AlignVCenter,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `key` names the field of the row, `title` stands in the heading.

    `text` turns a value into words (a whole number is shown with dots without it); `is_mark` says that the
    value is the code of a mark. A value may also be a `marks.Marked`. The one column that
    `stretches` takes the room that is left (the last one, when none does). `below` is the key of a column that has
    no place of its own: it stands small under this one, in rows of two lines, and is copied as the column it is.
    What is `private` (telephone numbers) goes to no chat.
    """

    key: str
    title: str
    width: int = 120
    align: str = "left"
    text: Callable[[Any], str] | None = None
    is_mark: bool = False
    sortable: bool = True
    stretches: bool = False
    hint: str = ""
    below: str = ""
    private: bool = False

    @property
    def alignment(self) -> QtCore.Qt.AlignmentFlag:
        return _ALIGN[self.align]

    def show(self, value: Any) -> str:
        """The value as it stands in the window, without its mark."""
        if isinstance(value, marks.Marked):
            return value.shown
        if value is None:
            return ""
        if self.text is not None:
            return self.text(value)
        if self.is_mark:
            return marks.Marked("", value).shown
        if isinstance(value, int) and not isinstance(value, bool):
            return dotted(value)
        return str(value)

    def copy(self, value: Any) -> str:
        """The value as it goes to a spreadsheet: numbers without dots, one line, marks as symbols."""
        if isinstance(value, int) and not isinstance(value, bool) and self.text is None:
            return str(value)
        if isinstance(value, marks.Marked):
            words = str(value)
        elif self.is_mark and value is not None:
            words = str(marks.Marked("", value))
        else:
            words = self.show(value)
        return " ".join(words.split())

    def mark(self, value: Any) -> str | None:
        """The code of the mark of a value, None when it has none."""
        if isinstance(value, marks.Marked):
            return value.mark
        return value if self.is_mark and value is not None else None


def under(columns: Sequence[Column]) -> dict[int, int]:
    """Which columns stand under others: place of the upper one → place of the lower one."""
    places = {column.key: place for place, column in enumerate(columns)}
    return {place: places[column.below] for place, column in enumerate(columns) if column.below}


def heading_line(columns: Sequence[Column]) -> str:
    """The headings as a line of tab-separated text."""
    return "\t".join(column.title for column in columns)


def copy_line(columns: Sequence[Column], cells: Sequence[Any]) -> str:
    """A row as a line of tab-separated text."""
    return "\t".join(column.copy(value) for column, value in zip(columns, cells, strict=True))


def cell_data(column: Column, value: Any, role: int) -> Any:
    """What an item model answers for a value in a column."""
    roles = QtCore.Qt.ItemDataRole
    if role in (roles.DisplayRole, roles.EditRole):
        return column.show(value)
    if role == marks.MARK_ROLE:
        return column.mark(value)
    if role == roles.TextAlignmentRole:
        return column.alignment
    if role == roles.ToolTipRole:
        words = column.show(value)
        return words if len(words) > column.width // 8 else None
    if role == roles.AccessibleTextRole:
        return f"{column.title}: {column.copy(value)}"
    return None


def heading_data(columns: Sequence[Column], section: int, role: int) -> Any:
    """What an item model answers for a heading."""
    column = columns[section]
    if role == QtCore.Qt.ItemDataRole.DisplayRole:
        lower = under(columns).get(section)
        return f"{column.title} · {columns[lower].title}" if lower is not None else column.title
    if role == QtCore.Qt.ItemDataRole.TextAlignmentRole:
        return column.alignment
    if role == QtCore.Qt.ItemDataRole.ToolTipRole:
        return column.hint or None
    return None
