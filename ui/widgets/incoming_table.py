# SPDX-License-Identifier: Apache-2.0
"""Rekap laporan masuk: a row for each office below, a column for each day; nihil is a report."""

from collections.abc import Callable, Sequence
from types import SimpleNamespace

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import daily_reports
from ui import icons, theme
from ui.widgets import columns, empty_state, marks, table_panel


class IncomingTable(QtWidgets.QWidget):
    """`cell_opened(place, day number)`: a cell was clicked, or Enter pressed on it. `told(words)`."""

    cell_opened = QtCore.Signal(str, int)
    told = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.register: daily_reports.IncomingRegister | None = None
        self.panel: table_panel.TablePanel | None = None
        self._heads: tuple[str, ...] = ()
        self._rows: list[tuple[SimpleNamespace, bool]] = []
        self._silent = False
        self._nothing: empty_state.EmptyState | None = None
        self.picked = QtWidgets.QPushButton(_("Hanya yang belum mengirim sejak kemarin · tampilkan semua"))
        icons.put(self.picked, "tutup", "primary")
        theme.set_role(self.picked, "link")
        self.picked.hide()
        self.picked.clicked.connect(lambda _checked=False: self.show_silent(False))
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE)
        self._column.addWidget(self.picked, 0, QtCore.Qt.AlignmentFlag.AlignLeft)

    def set_register(self, register: daily_reports.IncomingRegister, when: Callable[[int], str]) -> None:
        """Show a register; `when` writes a moment as the office writes it."""
        self.register = register
        heads = tuple(f"{head.words} ({head.day:%d-%m})" for head in register.days)
        if self.panel is None or heads != self._heads:
            self._build(heads)
        self._rows = [(_row(one, when), one.silent) for one in register.rows]
        self._show()

    def show_silent(self, on: bool) -> None:
        """Show only the offices that have sent nothing since yesterday, or all again."""
        self._silent = on
        self.picked.setVisible(on)
        self._show()

    def _show(self) -> None:
        if self.panel is None or self._nothing is None:
            return
        if self._silent and self._rows:
            self._nothing.set_words(_("Semua sudah mengirim"))
        else:
            self._nothing.set_words(
                _("Belum ada kantor di bawah kantor ini"),
                _("Laporan harian tiap kecamatan, juga yang nihil, tercatat di sini per hari."),
            )
        self.panel.set_rows([row for row, silent in self._rows if silent or not self._silent])

    def _build(self, heads: Sequence[str]) -> None:
        if self.panel is not None:
            self._column.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
        self._heads = tuple(heads)
        titles = [columns.Column("name", _("Kantor"), 110, stretches=True)]
        titles += [columns.Column(f"day{at}", words, 80) for at, words in enumerate(heads)]
        titles.append(columns.Column("contact", _("Kiriman terakhir"), 104))
        panel = table_panel.TablePanel(
            titles,
            identity="place",
            filter_words=_("Cari kantor …"),
            unit=lambda count: ngettext("{count} kantor", "{count} kantor", count),
        )
        self._nothing = empty_state.EmptyState("laporan", "")
        panel.set_empty(self._nothing)
        panel.told.connect(self.told)
        panel.view.clicked.connect(self._open)
        panel.view.opened.connect(lambda _row: self._open(panel.view.currentIndex()))
        self._column.addWidget(panel)
        self.panel = panel

    def _open(self, index: QtCore.QModelIndex) -> None:
        if self.panel is None or not index.isValid() or self.register is None:
            return
        day = index.column() - 1
        if 0 <= day < len(self.register.days):
            self.cell_opened.emit(self.panel.model.row(index.row()).place, day)


def _row(one: daily_reports.IncomingRow, when: Callable[[int], str]) -> SimpleNamespace:
    shown = {
        daily_reports.Received.REPORT: marks.Marked(_("sudah"), "siap"),
        daily_reports.Received.NIHIL: marks.Marked(_("nihil"), "siap"),
        daily_reports.Received.NOTHING: marks.Marked(_("belum"), "belum"),
    }
    cells = {f"day{at}": shown[mark.state] for at, mark in enumerate(one.marks)}
    return SimpleNamespace(place=one.place, name=one.name, contact=when(one.last_contact) or "–", **cells)
