# SPDX-License-Identifier: Apache-2.0
"""Where a candidate of a parliament stands: everywhere, or in the kecamatan of an electoral district."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from ui.widgets import district_choice


class Where(QtWidgets.QWidget):
    """Where somebody stands: everywhere, or in some kecamatan. `changed()`."""

    changed = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__()
        self.only = QtWidgets.QCheckBox(_("Hanya di sebagian kecamatan (daerah pemilihan)"))
        self.choice = district_choice.DistrictChoice(_("Daerah pemilihan"))
        self.choice.hide()
        self._chosen: list[str] = []
        self.only.clicked.connect(self._switch)
        self.choice.ticked.connect(self._tick)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.only)
        column.addWidget(self.choice)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Take the kecamatan, code and name."""
        self.choice.set_options(options)
        self.choice.set_chosen(self._chosen, {})

    def value(self) -> tuple[str, ...]:
        """The kecamatan that are ticked, () for all."""
        return tuple(sorted(self._chosen)) if self.only.isChecked() else ()

    def set_value(self, codes: Sequence[str]) -> None:
        """Show these, silently."""
        self._chosen = list(codes)
        self.only.setChecked(bool(codes))
        self.choice.setVisible(bool(codes))
        self.choice.set_chosen(self._chosen, {})

    def _switch(self, on: bool) -> None:
        self.choice.setVisible(on)
        if not on:
            self.changed.emit()

    def _tick(self, code: str, on: bool) -> None:
        self._chosen = [one for one in self._chosen if one != code] + ([code] if on else [])
        self.choice.set_chosen(self._chosen, {})
        self.changed.emit()
