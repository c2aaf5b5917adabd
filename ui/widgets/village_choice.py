# SPDX-License-Identifier: Apache-2.0
"""One village or kelurahan to work in: a kecamatan first where the office has several, and a button to the next one."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from ui import icons, theme
from ui.widgets import fields


class VillageChoice(QtWidgets.QWidget):
    """`district_picked(code)`: answer with `set_villages`. `picked(code)`: another village."""

    district_picked = QtCore.Signal(str)
    picked = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.district = fields.ChoiceField()
        self.district.setAccessibleName(_("Kecamatan"))
        self.village = fields.ChoiceField()
        self.village.setAccessibleName(_("Desa/kelurahan"))
        self.next = QtWidgets.QPushButton()
        icons.put(self.next, "buka", "primary")
        theme.set_role(self.next, "link")
        self.next.setAutoDefault(True)
        self.next.hide()
        self._villages: tuple[tuple[str, str], ...] = ()
        line = QtWidgets.QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.SPACE)
        for field in (self.district, self.village):
            field.setMinimumContentsLength(6)
            line.addWidget(field, 1)
        self.district.committed.connect(lambda code: self.district_picked.emit(str(code)))
        self.village.committed.connect(lambda code: self._pick(str(code)))
        self.next.clicked.connect(lambda _checked=False: self.go_on())

    @property
    def code(self) -> str:
        """The village that is chosen, "" without one."""
        return str(self.village.value() or "")

    def set_districts(self, districts: Sequence[tuple[str, str]]) -> None:
        """The kecamatan of the office: code and name; of only one none is asked."""
        self.district.set_choices(districts)
        self.district.setVisible(len(districts) > 1)

    def set_villages(self, district: str, villages: Sequence[tuple[str, str]], chosen: str = "") -> None:
        """The villages of a kecamatan; `chosen` among them, or the first."""
        self.district.set_value(district)
        self._villages = tuple(villages)
        self.village.set_choices(villages)
        codes = [code for code, _name in villages]
        self.village.set_value(chosen if chosen in codes else codes[0] if codes else None)
        self.show_next()

    def show_next(self) -> None:
        """Name the village after the chosen one on the button, which is hidden after the last."""
        following = self._following()
        self.next.setVisible(following is not None and self.next.parent() is not None)
        if following is not None:
            self.next.setText(_("Desa/kelurahan berikutnya: {name}").format(name=following[1]))

    def _pick(self, code: str) -> None:
        self.show_next()
        self.picked.emit(code)

    def go_on(self) -> None:
        """Choose the village after this one, as the user does."""
        following = self._following()
        if following is not None:
            self.village.set_value(following[0])
            self._pick(following[0])

    def _following(self) -> tuple[str, str] | None:
        codes = [code for code, _name in self._villages]
        place = codes.index(self.code) + 1 if self.code in codes else 0
        return self._villages[place] if place < len(codes) else None
