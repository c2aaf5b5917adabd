# SPDX-License-Identifier: Apache-2.0
"""A column to type: one value for each region of a list, Enter goes on to the next; also pasted from a spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import theme
from ui.widgets import fields, form


@dataclass(frozen=True, slots=True)
class Slot:
    """A region: its code and name, what stands there on that day, and what stood before."""

    code: str
    name: str
    value: str
    before: str


class ValueColumn(QtWidgets.QWidget):
    """`typed()`: something was altered. `last_left()`: Enter in the last line."""

    typed = QtCore.Signal()
    last_left = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, QtWidgets.QLineEdit] = {}
        self._saved: dict[str, str] = {}
        self._grid = QtWidgets.QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._parts: list[QtWidgets.QWidget] = []

    def set_slots(self, slots: Sequence[Slot]) -> None:
        """Show other regions or another day; what was typed and not written is gone, so ask `altered` before."""
        if [slot.code for slot in slots] != list(self.lines):
            self._make(slots)
        self._saved = {slot.code: slot.value for slot in slots}
        for at, slot in enumerate(slots):
            line = self.lines[slot.code]
            line.setText(slot.value)
            line.setPlaceholderText(_("sebelumnya {value}").format(value=slot.before) if slot.before else "")
            name = self._grid.itemAtPosition(at, 0)
            label = name.widget() if name is not None else None
            if isinstance(label, QtWidgets.QLabel):
                label.setText(slot.name)
            line.setAccessibleName(slot.name)
            fields.refuse(line, False)

    def altered(self) -> dict[str, str]:
        """What was typed and is not written: by code of the region."""
        now = {code: line.text().strip() for code, line in self.lines.items()}
        return {code: text for code, text in now.items() if text != self._saved[code]}

    def set_altered(self, values: dict[str, str]) -> None:
        """Put in again what was typed and not written (a draft)."""
        for code, text in values.items():
            if code in self.lines:
                self.lines[code].setText(text)

    def focus_first(self) -> None:
        """Begin at the first line that is empty."""
        empty = next((line for line in self.lines.values() if not line.text()), None)
        chosen = empty or next(iter(self.lines.values()), None)
        if chosen is not None:
            chosen.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def paste(self, first: str, text: str) -> int:
        """Fill lines downwards from one with the cells of a spreadsheet; returns how many. Of "name<TAB>value" the name
        says which line."""
        rows = [line.split("\t") for line in text.strip("\r\n").splitlines()]
        codes = list(self.lines)
        by_name = {line.accessibleName().casefold(): code for code, line in self.lines.items()}
        filled = 0
        for place, cells in enumerate(rows):
            named = by_name.get(cells[0].strip().casefold()) if len(cells) > 1 else None
            at = codes.index(first) + place
            code = named or (codes[at] if len(cells) == 1 and at < len(codes) else None)
            if code is not None:
                self.lines[code].setText(cells[-1].strip())
                filled += 1
        if filled:
            self.typed.emit()
        return filled

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if not (isinstance(event, QtGui.QKeyEvent) and event.type() is QtCore.QEvent.Type.KeyPress):
            return super().eventFilter(watched, event)
        code = next((code for code, line in self.lines.items() if line is watched), "")
        keys = QtCore.Qt.Key
        is_plain = event.modifiers() & ~QtCore.Qt.KeyboardModifier.KeypadModifier == _NONE
        if is_plain and event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Down):
            self._go(code, 1, tells=event.key() != keys.Key_Down)
            return True
        if is_plain and event.key() == keys.Key_Up:
            self._go(code, -1, tells=False)
            return True
        if event.matches(QtGui.QKeySequence.StandardKey.Paste):
            text = QtGui.QGuiApplication.clipboard().text()
            if "\n" in text.strip() or "\t" in text:
                self.paste(code, text)
                return True
        return super().eventFilter(watched, event)

    def _go(self, code: str, step: int, *, tells: bool) -> None:
        codes = list(self.lines)
        at = codes.index(code) + step
        if 0 <= at < len(codes):
            line = self.lines[codes[at]]
            line.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
            line.selectAll()
        elif at >= len(codes) and tells:
            self.last_left.emit()

    def _make(self, slots: Sequence[Slot]) -> None:
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.lines = [], {}
        for at, slot in enumerate(slots):
            name = form.label(slot.name, "strong" if at == 0 else "")
            name.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Preferred)
            line = QtWidgets.QLineEdit()
            line.setAlignment(QtCore.Qt.AlignmentFlag.AlignRight)
            line.setMaxLength(24)
            line.setMinimumWidth(150)
            line.installEventFilter(self)
            line.textEdited.connect(lambda _text: self.typed.emit())
            self._grid.addWidget(name, at, 0)
            self._grid.addWidget(line, at, 1)
            self._parts += [name, line]
            self.lines[slot.code] = line


_NONE = QtCore.Qt.KeyboardModifier.NoModifier
