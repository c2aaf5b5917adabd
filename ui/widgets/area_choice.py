# SPDX-License-Identifier: Apache-2.0
"""Two choices one after the other, such as a kecamatan and then a desa in it."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from ui import theme
from ui.widgets import fields


class AreaChoice(QtWidgets.QWidget):
    """`picked(code)`: the narrowest region chosen, "" for all. `parts_wanted(code)`: answer with `set_parts`."""

    picked = QtCore.Signal(str)
    parts_wanted = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = fields.ChoiceField()
        self.second = fields.ChoiceField()
        self._all_parts = ""
        self._areas: list[str] = []
        line = QtWidgets.QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.SPACE)
        for field in (self.first, self.second):
            field.setMinimumContentsLength(8)
            line.addWidget(field, 1)
        self.second.hide()
        self.first.committed.connect(self._first_chosen)
        self.second.committed.connect(lambda _code: self.picked.emit(self.area))

    @property
    def area(self) -> str:
        """The narrowest region that is chosen, "" for all."""
        return str(self.second.value() or self.first.value() or "")

    def set_areas(self, all_words: str, areas: Sequence[tuple[str, str]], part_words: str = "") -> None:
        """The regions of the first choice (code, name); `part_words` "" means there is no second."""
        self._all_parts = part_words
        self._areas = [code for code, _name in areas]
        chosen = self.first.value()
        self.first.set_choices([("", all_words), *areas])
        self.first.set_value(chosen if chosen in dict(areas) else "")
        self.first.setAccessibleName(all_words)

    def set_parts(self, code: str, areas: Sequence[tuple[str, str]]) -> None:
        """The regions of the second choice, if the first is still the one they belong to."""
        if code != self.first.value():
            return
        chosen = self.second.value()
        self.second.set_choices([("", self._all_parts), *areas])
        self.second.set_value(chosen if chosen in dict(areas) else "")
        self.second.setAccessibleName(self._all_parts)
        self.second.setVisible(bool(areas))

    def set_area(self, code: str) -> None:
        """Show a region as chosen, silently; its parts are asked for."""
        held = next((one for one in self._areas if code == one or code.startswith(f"{one}.")), "")
        self.first.set_value(held)
        if held and self._all_parts:
            self.second.set_choices([("", self._all_parts), (code, code)] if code != held else [("", self._all_parts)])
            self.second.set_value(code if code != held else "")
            self.parts_wanted.emit(held)
        else:
            self.second.set_value("")
        self.second.setVisible(bool(held and self._all_parts))

    def _first_chosen(self, code: str) -> None:
        self.second.set_choices([("", self._all_parts)])
        self.second.set_value("")
        self.second.setVisible(bool(code and self._all_parts))
        if code and self._all_parts:
            self.parts_wanted.emit(code)
        self.picked.emit(self.area)
