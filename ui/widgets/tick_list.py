# SPDX-License-Identifier: Apache-2.0
"""Many things to tick by keyboard alone: arrows, or the number of a line, then Space; each is told at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import theme

_TYPING_MS = 1200
_CODE = QtCore.Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to tick. `group`: the heading it stands under; `hint`: more about it."""

    code: str
    words: str
    group: str = ""
    hint: str = ""


class _Roomy(QtWidgets.QStyledItemDelegate):
    """Lines that a hand can hit."""

    def sizeHint(
        self, option: QtWidgets.QStyleOptionViewItem, index: QtCore.QModelIndex | QtCore.QPersistentModelIndex
    ) -> QtCore.QSize:
        size = super().sizeHint(option, index)
        return QtCore.QSize(size.width(), size.height() + 8)


class TickList(QtWidgets.QListWidget):
    """`ticked(code, bool)`: one was ticked or not any more. `next_wanted(step)`: Ctrl+Down or Ctrl+Up.

    Keys: arrows move; digits go to the line with that number; Space or Enter ticks; S ticks, B takes away, and both
    go on to the next line.
    """

    ticked = QtCore.Signal(str, bool)
    next_wanted = QtCore.Signal(int)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._typed = ""
        self._pause = QtCore.QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._pause.timeout.connect(self._forget)
        self.setWordWrap(True)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Indikator"))
        self.setItemDelegate(_Roomy(self))
        self.itemChanged.connect(self._changed)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Take the lines, numbered from 1; the same ones stay as they are."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        blocked = self.blockSignals(True)
        self.clear()
        group = ""
        for number, line in enumerate(lines, 1):
            if line.group and line.group != group:
                self.addItem(_heading(line.group))
            group = line.group
            item = QtWidgets.QListWidgetItem(f"{number}  {line.words}")
            item.setData(_CODE, line.code)
            item.setFlags(
                QtCore.Qt.ItemFlag.ItemIsEnabled
                | QtCore.Qt.ItemFlag.ItemIsSelectable
                | QtCore.Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(QtCore.Qt.CheckState.Unchecked)
            item.setToolTip(line.hint)
            self.addItem(item)
        self.blockSignals(blocked)
        self._go(0)

    def set_ticked(self, codes: Collection[str]) -> None:
        """Show which are ticked, silently."""
        blocked = self.blockSignals(True)
        for item in self._items():
            on = item.data(_CODE) in codes
            item.setCheckState(QtCore.Qt.CheckState.Checked if on else QtCore.Qt.CheckState.Unchecked)
        self.blockSignals(blocked)

    def ticks(self) -> list[str]:
        """The codes that are ticked, in order."""
        return [item.data(_CODE) for item in self._items() if item.checkState() is QtCore.Qt.CheckState.Checked]

    def current_code(self) -> str:
        """The code of the current line."""
        item = self.currentItem()
        return str(item.data(_CODE) or "") if item is not None else ""

    def begin(self) -> None:
        """Go to the first line."""
        self._go(0)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        key = QtCore.Qt.Key(event.key())
        keys = QtCore.Qt.Key
        text = event.text().upper()
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier and key in (keys.Key_Down, keys.Key_Up):
            self.next_wanted.emit(1 if key == keys.Key_Down else -1)
        elif text.isdigit() and text.isascii():
            self._type(text)
        elif key in (keys.Key_Space, keys.Key_Return, keys.Key_Enter):
            self._forget()
            self._tick(None)
        elif text in ("S", "B") and not event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            self._forget()
            self._tick(text == "S")
            self._step(1)
        elif key in (keys.Key_Down, keys.Key_Up):
            self._forget()
            self._step(1 if key == keys.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _type(self, digit: str) -> None:
        """Go to the line with the number typed so far; a number too large begins anew with its last digit."""
        typed = self._typed + digit
        if int(typed) > len(self._lines):
            typed = digit
        self._typed = typed
        self._pause.start()
        if 0 < int(typed) <= len(self._lines):
            self._go(int(typed) - 1)

    def _forget(self) -> None:
        self._typed = ""
        self._pause.stop()

    def _tick(self, on: bool | None) -> None:
        item = self.currentItem()
        if item is None or not item.data(_CODE):
            return
        held = item.checkState() is QtCore.Qt.CheckState.Checked
        wanted = not held if on is None else on
        if wanted != held:
            item.setCheckState(QtCore.Qt.CheckState.Checked if wanted else QtCore.Qt.CheckState.Unchecked)

    def _step(self, by: int) -> None:
        found = self._items()
        current = self.currentItem()
        at = found.index(current) + by if current in found else 0
        self._go(min(max(at, 0), len(found) - 1))

    def _go(self, at: int) -> None:
        found = self._items()
        if 0 <= at < len(found):
            self.setCurrentItem(found[at])
            if at == 0:
                self.scrollToTop()

    def _items(self) -> list[QtWidgets.QListWidgetItem]:
        """The lines without headings."""
        every = (self.item(row) for row in range(self.count()))
        return [item for item in every if item is not None and item.data(_CODE)]

    def _changed(self, item: QtWidgets.QListWidgetItem) -> None:
        code = item.data(_CODE)
        if code:
            self.ticked.emit(code, item.checkState() is QtCore.Qt.CheckState.Checked)


def _heading(words: str) -> QtWidgets.QListWidgetItem:
    item = QtWidgets.QListWidgetItem(words)
    item.setFlags(QtCore.Qt.ItemFlag.NoItemFlags)
    item.setFont(theme.font(bold=True))
    item.setForeground(theme.colour(theme.tokens().muted))
    return item
