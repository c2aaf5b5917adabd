# SPDX-License-Identifier: Apache-2.0
"""What bringing in a workbook would do: figures, what to look at first, and lists of faults, changes and columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain.words import dotted
from ui import theme
from ui.widgets import columns, figure_card, form, mapping_table, remark_list, table_panel


@dataclass(frozen=True, slots=True)
class FaultLine:
    """A wrong cell in words, or what is odd about a row (`said` is empty then)."""

    row: int
    column: str
    said: str
    what: str


@dataclass(frozen=True, slots=True)
class Result:
    """What is shown. `counts`: new, changed, same and refused; `faulty`: all faults, of which `faults` are shown;
    `sums`: what the rows add up to, in words; `changes`: rows for the columns that the list was made with;
    `faults_title`: what the list of faults is called where not every row of it was refused."""

    counts: Mapping[str, int]
    faults: Sequence[FaultLine]
    faulty: int
    changes: Sequence[Any]
    mapping: Sequence[tuple[str, str, str]]
    warnings: Sequence[str] = ()
    remarks: Sequence[FaultLine] = ()
    sums: str = ""
    faults_title: str = ""


class ImportResult(QtWidgets.QWidget):
    """The lists. `remapped(dict)`: heading as written → what it shall be taken for."""

    remapped = QtCore.Signal(object)

    def __init__(self, changes: Sequence[columns.Column], parent: QtWidgets.QWidget | None = None) -> None:
        """`changes`: the columns of the list of what would be altered."""
        super().__init__(parent)
        self.figures = {
            "new": figure_card.FigureCard(_("Baru"), can_follow=False),
            "changed": figure_card.FigureCard(_("Berubah")),
            "same": figure_card.FigureCard(_("Sama"), can_follow=False),
            "refused": figure_card.FigureCard(_("Ditolak")),
        }
        self.warnings = remark_list.RemarkList()
        self.sums = form.label("", "muted", wraps=True)
        row = columns.Column("row", _("Baris"), 70, "right")
        self.faults = table_panel.TablePanel(
            [
                row,
                columns.Column("column", _("Kolom"), 190),
                columns.Column("said", _("Tertulis"), 160),
                columns.Column("what", _("Yang salah, dan yang perlu dilakukan"), 400, stretches=True),
            ],
            name="import faults",
            unit=lambda count: ngettext("{count} kesalahan", "{count} kesalahan", count),
        )
        self.changes = table_panel.TablePanel(
            list(changes),
            name="import changes",
            unit=lambda count: ngettext("{count} isian", "{count} isian", count),
        )
        self.remarks = table_panel.TablePanel(
            [
                row,
                columns.Column("column", _("Tempat"), 190),
                columns.Column("what", _("Catatan"), 400, stretches=True),
            ],
            name="import remarks",
            unit=lambda count: ngettext("{count} catatan", "{count} catatan", count),
        )
        self.mapping = mapping_table.MappingTable()
        self.mapping.changed.connect(self.remapped)
        self.tabs = QtWidgets.QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setMinimumHeight(100)
        self.tabs.tabBar().setDrawBase(False)
        for panel in (self.faults, self.changes, self.remarks, self.mapping):
            self.tabs.addTab(panel, "")
        self.figures["refused"].followed.connect(lambda: self.tabs.setCurrentWidget(self.faults))
        self.figures["changed"].followed.connect(lambda: self.tabs.setCurrentWidget(self.changes))
        cards = QtWidgets.QHBoxLayout()
        cards.setSpacing(theme.SPACE)
        for one in self.figures.values():
            cards.addWidget(one, 1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(cards)
        column.addWidget(self.warnings)
        column.addWidget(self.sums)
        column.addWidget(self.tabs, 1)

    def show_result(self, found: Result, *, at_columns: bool = False) -> None:
        """Show a dry run; the list to look at first is in front, or the columns while they are mapped by hand."""
        for key, card in self.figures.items():
            card.set_figure(dotted(found.counts[key]))
        self.warnings.set_lines([remark_list.Line(words, grave=True) for words in found.warnings])
        self.sums.setText(found.sums)
        self.sums.setVisible(bool(found.sums))
        self.faults.set_rows(found.faults)
        self.changes.set_rows(found.changes)
        self.remarks.set_rows(found.remarks)
        self.mapping.show_mapping(found.mapping)
        titles: tuple[tuple[QtWidgets.QWidget, str, int], ...] = (
            (self.faults, found.faults_title or _("Ditolak"), found.faulty),
            (self.changes, _("Berubah"), found.counts["changed"]),
            (self.remarks, _("Perlu dilihat"), len(found.remarks)),
            (self.mapping, _("Kolom"), 0),
        )
        for panel, title, count in titles:
            self.tabs.setTabText(self.tabs.indexOf(panel), f"{title} {dotted(count)}" if count else title)
        self.tabs.setTabVisible(self.tabs.indexOf(self.remarks), bool(found.remarks))
        has_changes = found.counts["changed"] > 0
        shown = self.faults if found.faulty else self.changes if has_changes else self.mapping
        self.tabs.setCurrentWidget(self.mapping if at_columns else shown)
