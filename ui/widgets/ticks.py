# SPDX-License-Identifier: Apache-2.0
"""Boxes to tick, side by side: which of some things hold, told at once."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from ui import theme
from ui.widgets import flow_row


class TicksField(QtWidgets.QWidget):
    """`committed(tuple)`: the codes that are ticked now, in the order of the boxes."""

    committed = QtCore.Signal(object)

    def __init__(self, options: Sequence[tuple[Any, str]] = ()) -> None:
        super().__init__()
        self.boxes: dict[Any, QtWidgets.QCheckBox] = {}
        self._row = flow_row.FlowRow(spacing=2 * theme.SPACE)
        self.setLayout(self._row)
        policy = QtWidgets.QSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Take other codes and words; the same ones stay as they are."""
        wanted = [(code, words.replace("&", "&&")) for code, words in options]
        if [(code, box.text()) for code, box in self.boxes.items()] == wanted:
            return
        while self._row.count():
            self._row.takeAt(0)
        for box in self.boxes.values():
            box.hide()
            box.setParent(None)
            box.deleteLater()
        self.boxes = {}
        for code, words in wanted:
            box = self.boxes[code] = QtWidgets.QCheckBox(words)
            box.clicked.connect(self._clicked)
            self._row.addWidget(box)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Boxes made later than the form would come last of all to the Tab key."""
        held = list(self.boxes.values())
        before = self.previousInFocusChain()
        while before is not None and before is not self and before.focusPolicy() == QtCore.Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        for one, box in zip([before, *held], held, strict=False):
            if one is not None and one is not self:
                self.setTabOrder(one, box)
        if held:
            self.setFocusProxy(held[0])

    def value(self) -> tuple[Any, ...]:
        """The codes that are ticked."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: Collection[Any]) -> None:
        for code, box in self.boxes.items():
            box.setChecked(code in value)

    def commit(self) -> None:
        """Nothing waits here: a tick is told at once."""

    @QtCore.Slot()
    def _clicked(self) -> None:
        self.committed.emit(self.value())
