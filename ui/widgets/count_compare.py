# SPDX-License-Identifier: Apache-2.0
"""Readings of one form beside each other and beside what stands, line by line; where they differ is marked in words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import dotted
from ui.widgets import columns, marks, table_panel

MOST = 6
"""Readings that are shown beside each other."""

DIFFERS = "berbeda"
"""The tone of a line in dispute, and of a reading that is not what stands."""

_SIDE, _TITLE = 82, 10
_LEAST = 100
"""Heading and two lines; what is shown instead of them would want more."""
_KEYS = tuple(f"side{no}" for no in range(MOST))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the form: what stands (None: nothing), what each reading says, and what is to be said of it.

    `tone`: `DIFFERS`, "masalah", "belum_lengkap" or "".
    """

    code: str
    label: str
    stands: int | None
    sides: tuple[int | None, ...]
    words: str = ""
    tone: str = ""
    column: str = ""
    """L, P or J, of a line that is told by sex."""


@dataclass(frozen=True, slots=True)
class _Row:
    code: str
    label: str
    column: str
    stands: str
    words: Any
    side0: Any = field(default="")
    side1: Any = field(default="")
    side2: Any = field(default="")
    side3: Any = field(default="")
    side4: Any = field(default="")
    side5: Any = field(default="")


class CompareTable(QtWidgets.QWidget):
    """`wanted(code)`: Enter or a double click on a line. `pressed(letter)`: a letter or digit typed in the table."""

    wanted = QtCore.Signal(str)
    pressed = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: table_panel.TablePanel | None = None
        self._titles: tuple[str, ...] = ()
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def minimumSizeHint(self) -> QtCore.QSize:
        least = super().minimumSizeHint()
        return QtCore.QSize(least.width(), min(least.height(), _LEAST))

    def show_lines(self, titles: Sequence[str], listed: Sequence[Line], *, stands: str) -> None:
        """Show a form. `titles`: of the readings; `stands`: over what stands."""
        wanted = (stands, *titles[:MOST])
        if wanted != self._titles or self.table is None:
            self._furnish(wanted)
        assert self.table is not None
        self.table.set_rows([_row(one, len(wanted) - 1) for one in listed])
        if self.table.current() is None and listed:
            first = next((one for one in listed if one.tone), listed[0])
            self.table.show_row(first.code)

    def current(self) -> str:
        """The code of the line in which the keys work, "" without one."""
        row = self.table.current() if self.table is not None else None
        return row.code if row is not None else ""

    def show_line(self, code: str) -> None:
        """Bring a line into sight."""
        if self.table is not None:
            self.table.show_row(code)

    def forget(self) -> None:
        """Another form comes: begin at its first difference."""
        if self.table is not None:
            self.table.set_rows([])

    def take_focus(self) -> None:
        """Let the keys work in the table."""
        if self.table is not None:
            self.table.view.setFocus()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if event.type() is QtCore.QEvent.Type.KeyPress and isinstance(event, QtGui.QKeyEvent):
            plain = QtCore.Qt.KeyboardModifier.KeypadModifier
            letter = event.text().upper()
            if not event.modifiers() & ~plain and letter.isalnum():
                self.pressed.emit(letter)
                return True
        return super().eventFilter(watched, event)

    def _furnish(self, titles: tuple[str, ...]) -> None:
        self._titles = titles
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.setParent(None)
            self.table.deleteLater()
        sides = [
            columns.Column(key, _short(title), _SIDE, "right", sortable=False, hint=title)
            for key, title in zip(_KEYS, titles[1:], strict=False)
        ]
        self.table = table_panel.TablePanel(
            (
                columns.Column("label", _("Baris formulir"), 186 if len(sides) > 2 else 250, sortable=False),
                columns.Column("column", "", 26, sortable=False),
                columns.Column("stands", titles[0], 74, "right", sortable=False),
                *sides,
                columns.Column("words", _("Keterangan"), 130, sortable=False, stretches=True),
            ),
            name=f"count compare {len(titles) - 1}",
            identity="code",
            has_filter=False,
        )
        self.table.view.setAccessibleName(_("Salinan berdampingan"))
        self.table.opened.connect(lambda row: self.wanted.emit(row.code))
        self.table.view.installEventFilter(self)
        self._column.addWidget(self.table)


def _row(one: Line, count: int) -> _Row:
    sides: dict[str, Any] = {}
    for key, value in zip(_KEYS[:count], one.sides, strict=False):
        is_other = one.tone == DIFFERS or (value is not None and one.stands is not None and value != one.stands)
        sides[key] = marks.Marked(_told(value), DIFFERS) if is_other else _told(value)
    said = marks.Marked(one.words, one.tone) if one.tone else one.words
    return _Row(one.code, one.label, one.column, _told(one.stands), said, **sides)


def _told(value: int | None) -> str:
    """What was not read is never 0."""
    return "–" if value is None else dotted(value)


def _short(name: str) -> str:
    """A name as it has room over a column; the whole of it is told by the mouse."""
    return name if len(name) <= _TITLE else name[: _TITLE - 1].rstrip() + "…"
