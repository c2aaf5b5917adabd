# SPDX-License-Identifier: Apache-2.0
"""The head of a place's sheet: what it is, how far it is, its phases, and whether all is saved."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import place_sheets
from ui import theme
from ui.widgets import form, marks


class SheetHead(QtWidgets.QWidget):
    """Shows a `PlaceSheet` above its items."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = form.label("", "heading", wraps=True)
        self.facts = form.label("", "muted", wraps=True)
        self.warning = form.label("", "error", wraps=True)
        self.chip = marks.Chip()
        self.progress = form.label("", "strong")
        self.progress.setFixedHeight(24)
        self.phases = marks.MarkLine()
        self.optional = form.label("", "small")
        self.saved = form.label("", "muted")
        first = QtWidgets.QHBoxLayout()
        first.setSpacing(theme.SPACE)
        first.addWidget(self.title, 1)
        for widget in (self.progress, self.chip):
            first.addWidget(widget, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        last = QtWidgets.QHBoxLayout()
        last.setSpacing(2 * theme.SPACE)
        last.addWidget(self.phases)
        last.addWidget(self.optional, 1)
        last.addWidget(self.saved)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 2)
        column.setSpacing(2)
        column.addLayout(first)
        column.addWidget(self.facts)
        column.addWidget(self.warning)
        column.addLayout(last)

    def show_sheet(self, head: place_sheets.PlaceSheet) -> None:
        """Show what is known of a place."""
        page = head.page
        self.title.setText(head.title)
        self.facts.setText(head.facts)
        self.facts.setVisible(bool(head.facts))
        self.warning.setText(head.warning)
        self.warning.setVisible(bool(head.warning))
        self.chip.set_value(marks.Marked("", page.state.value))
        self.progress.setText(
            _("{answered} dari {required} terisi").format(answered=page.answered, required=page.required)
        )
        self.phases.set_values([marks.Marked(name, state) for name, state in head.phases])
        optional = sum(not item.required for item in page.items)
        words = ngettext(
            "{count} butir abu-abu: boleh kosong, tidak dihitung",
            "{count} butir abu-abu: boleh kosong, tidak dihitung",
            optional,
        )
        self.optional.setText(words.format(count=optional) if optional else "")
