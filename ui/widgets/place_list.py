# SPDX-License-Identifier: Apache-2.0
"""The other places a desk watches: gudang, PPK, PPS and posko, with how each stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import checklist_pages
from ui.widgets import columns, empty_state, marks, table_panel


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as a row of the list."""

    subject: str
    label: str
    standing: marks.Marked
    issues: int | None


class PlaceList(QtWidgets.QWidget):
    """`chosen(subject)`: another row is current; `opened(subject)`: Enter; `told(words)`."""

    chosen = QtCore.Signal(str)
    opened = QtCore.Signal(str)
    told = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table_panel.TablePanel(
            (
                columns.Column("label", _("Tempat"), 200, stretches=True),
                columns.Column("standing", _("Kesiapan"), 96),
                columns.Column("issues", _("Masalah"), 72, "right"),
            ),
            name="places",
            identity="subject",
            filter_words=_("Cari tempat: gudang, ppk tempe …"),
            unit=_("tempat"),
        )
        self.table.set_empty(
            empty_state.EmptyState(
                "tempat",
                _("Tidak ada tempat lain di wilayah ini"),
                _("Gudang KPU, PPK, PPS dan posko di wilayah kantor ini berdiri di sini."),
            )
        )
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.setFocusProxy(self.table.view)
        self.table.chosen.connect(self._tell_chosen)
        self.table.opened.connect(lambda row: self.opened.emit(row.subject))
        self.table.told.connect(self.told)

    def set_rows(self, found: Sequence[checklist_pages.WatchedPlace]) -> None:
        """Show places."""
        self.table.set_rows(
            [
                PlaceRow(
                    one.subject,
                    one.label,
                    marks.Marked(f"{one.answered}/{one.required}", one.state.value),
                    one.open_issues or None,
                )
                for one in found
            ]
        )

    def subjects(self) -> list[str]:
        """The places that are shown, in their order."""
        return [row.subject for row in self.table.model.shown()]

    def show_subject(self, subject: str) -> bool:
        """Make a place the current one, silently; False when it is not in the list."""
        blocked = self.blockSignals(True)
        found = self.table.show_row(subject)
        self.blockSignals(blocked)
        return found

    def step(self, by: int) -> str | None:
        """Make the place before (-1) or after (1) the current one; return it, None at the end."""
        index = self.table.view.currentIndex()
        place = (index.row() if index.isValid() else -1) + by
        subjects = self.subjects()
        if not 0 <= place < len(subjects):
            return None
        self.table.view.select_row(place)
        return subjects[place]

    def _tell_chosen(self, row: PlaceRow | None) -> None:
        if row is not None:
            self.chosen.emit(row.subject)
