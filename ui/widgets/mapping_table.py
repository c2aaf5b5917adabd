# SPDX-License-Identifier: Apache-2.0
"""Which column of a list was taken for what, to be put right by hand."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from ui import theme
from ui.widgets import fields, form


class MappingTable(QtWidgets.QScrollArea):
    """`changed(dict)`: heading as written → what it is taken for ("" leaves it out)."""

    changed = QtCore.Signal(object)

    def __init__(self, known: Sequence[tuple[str, str]] = (), parent: QtWidgets.QWidget | None = None) -> None:
        """`known`: what a column can be taken for, each with its words."""
        super().__init__(parent, widgetResizable=True)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.choices: dict[str, fields.ChoiceField] = {}
        self.set_known(known)

    def set_known(self, known: Sequence[tuple[str, str]]) -> None:
        """Say what a column can be taken for, each with its words."""
        self._choose_from = [("", _("(tidak dipakai)")), *known]

    def show_mapping(self, mapping: Sequence[tuple[str, str, str]]) -> None:
        """Show column letter, heading as written and what it was taken for."""
        self.choices = {}
        card = QtWidgets.QWidget()
        theme.set_role(card, "plain")
        grid = QtWidgets.QGridLayout(card)
        grid.setContentsMargins(0, 8, 8, 8)
        grid.setHorizontalSpacing(16)
        for place, title in enumerate((_("Kolom"), _("Judul di berkas"), _("Dibaca sebagai"))):
            grid.addWidget(form.label(title, "label"), 0, place)
        for row, (letter, heading, taken) in enumerate(mapping, 1):
            choice = fields.ChoiceField(self._choose_from)
            choice.set_value(taken)
            choice.setAccessibleName(heading)
            choice.committed.connect(lambda _code: self.changed.emit(self.value()))
            self.choices[heading] = choice
            grid.addWidget(form.label(letter, "strong"), row, 0)
            grid.addWidget(form.label(heading), row, 1)
            grid.addWidget(choice, row, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(len(mapping) + 1, 1)
        self.setWidget(card)

    def value(self) -> dict[str, str]:
        """The mapping as it stands."""
        return {heading: choice.value() or "" for heading, choice in self.choices.items()}
