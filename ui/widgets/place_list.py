# SPDX-License-Identifier: Apache-2.0
"""The other places a desk watches: gudang, PPK, PPS and posko, with how each stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import places_watched
from ui import icons, theme
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
            unit=lambda count: ngettext("{count} tempat", "{count} tempat", count),
        )
        self._found: Sequence[places_watched.WatchedPlace] = ()
        self._unrecorded = False
        self._nothing = empty_state.EmptyState("tempat", "")
        self.table.set_empty(self._nothing)
        self.picked = QtWidgets.QPushButton(_("Hanya yang bermasalah dan belum dicatat · tampilkan semua"))
        icons.put(self.picked, "tutup", "primary")
        theme.set_role(self.picked, "link")
        self.picked.hide()
        self.picked.clicked.connect(lambda _checked=False: self.show_unrecorded(False))
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.picked, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table)
        self.setFocusProxy(self.table.view)
        self.table.chosen.connect(self._tell_chosen)
        self.table.opened.connect(lambda row: self.opened.emit(row.subject))
        self.table.told.connect(self.told)

    def set_rows(self, found: Sequence[places_watched.WatchedPlace]) -> None:
        """Show places. The current one stays until another is chosen, also when it no longer fits what is asked."""
        current = self.table.current()
        self._found = found
        self._show(current.subject if current is not None else "")

    def show_unrecorded(self, on: bool) -> None:
        """Show only the places where something failed and no issue is open, or all again."""
        self._unrecorded = on
        self.picked.setVisible(on)
        self._show()

    def _show(self, kept: str = "") -> None:
        only = self._unrecorded
        shown = [one for one in self._found if not only or one.unrecorded or one.subject == kept]
        if only:
            self._nothing.set_words(_("Semua isian bermasalah sudah dicatat sebagai permasalahan"))
        else:
            self._nothing.set_words(
                _("Tidak ada tempat lain di wilayah ini"),
                _("Gudang KPU, PPK, PPS, dan posko di wilayah kantor ini tampil di sini."),
            )
        self.table.set_rows(
            [
                PlaceRow(
                    one.subject,
                    one.label,
                    marks.Marked(f"{one.answered}/{one.required}", one.state.value),
                    one.open_issues or None,
                )
                for one in shown
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
