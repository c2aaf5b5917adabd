# SPDX-License-Identifier: Apache-2.0
"""What a figure of the position rests on: each word about it, the newest first, and the way to where it stands."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import logistics as rules
from desk_app.domain import stock
from desk_app.domain.places import Kind
from desk_app.operations import logistics_grid, stock_reports, targets
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.dialogs import undo_notice
from ui.pages.logistics_page import hours
from ui.widgets import columns, form, table_panel


@dataclass(frozen=True, slots=True)
class WordRow:
    """One word that a figure rests on; `used`: it is the one that is shown."""

    at: str
    said: str
    source: str
    used: str
    word: stock.Word


class FigureWords(QtWidgets.QWidget):
    """`shipments_wanted(numbers)`, `followed(key, Target)`: it stands elsewhere. `notices(Notice)`, `told(words)`."""

    shipments_wanted = QtCore.Signal(object)
    followed = QtCore.Signal(str, object)
    notices = QtCore.Signal(object)
    told = QtCore.Signal(str)

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._desk = desk
        self._lanes = lanes
        self._failed = failed
        self._undo = undo_notice.UndoNotice(desk, lanes, self.notices.emit, self)
        self._region, self._item = "", ""
        self._stage = Kind.GUDANG
        self.heading = form.label(_("Pilih satu angka di atas"), "label")
        self.table = table_panel.TablePanel(
            _word_columns(), name="logistics words", has_filter=False, unit=_("keterangan")
        )
        self.table.setMinimumHeight(72)
        self.table.opened.connect(self._open_word)
        self.table.told.connect(self.told)
        self.table.chosen.connect(lambda _row: self._look_at_word())
        self.remove_button = QtWidgets.QPushButton(_("Hapus laporan ini"))
        icons.put(self.remove_button, "hapus")
        self.remove_button.clicked.connect(lambda _checked=False: self._remove())
        self.open_button = QtWidgets.QPushButton(_("Buka asalnya"))
        icons.put(self.open_button, "buka")
        self.open_button.clicked.connect(lambda _checked=False: self._open_word(self.table.current()))
        head = QtWidgets.QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.open_button)
        head.addWidget(self.remove_button)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self._look_at_word()

    def set_low(self, on: bool) -> None:
        """On a low screen only the first word is told, above the button."""
        self.table.setVisible(not on)

    def show_cell(self, region: str, where: str, stage: Kind, item: str, cell: stock.Stock) -> None:
        """Show the words about some goods at a stage of a region; `where` names both."""
        self._region, self._stage, self._item = region, stage, item
        rows = [
            WordRow(
                at=hours.short(self._desk, word.at),
                said=logistics_grid.word_line(word),
                source=logistics_grid.source_words(word),
                used=_("dipakai") if at == 0 else "",
                word=word,
            )
            for at, word in enumerate(cell.words)
        ]
        self.table.set_rows(rows)
        if rows:
            told = ngettext("{place}: {count} keterangan", "{place}: {count} keterangan", len(rows))
            said = told.format(place=where, count=len(rows))
            self.heading.setText(said if not self.table.isHidden() else f"{where}: {rows[0].said} · {rows[0].source}")
            self.table.view.select_row(0)
        else:
            self.heading.setText(_("{place}: belum ada kabar").format(place=where))
        self._look_at_word()

    def _look_at_word(self) -> None:
        row = self.table.current()
        self.remove_button.setVisible(row is not None and row.word.basis is stock.Basis.TOLD)
        self.open_button.setVisible(row is not None and row.word.basis is not stock.Basis.TOLD)

    def _open_word(self, row: WordRow | None) -> None:
        if row is None:
            return
        desk, region, stage, item = self._desk, self._region, self._stage, self._item
        match row.word.basis:
            case stock.Basis.SHIPPED:
                self._lanes.read(
                    lambda: logistics_grid.shipments_of(desk, region, stage, item),
                    self.shipments_wanted.emit,
                    self._failed,
                    key="logistics made of",
                )
            case stock.Basis.COUNTED if stage is Kind.TPS:
                target = targets.Target(targets.Page.CHECKLIST, chosen={"area": region}, phase=rules.GOODS_PHASE)
                self.followed.emit("checklist", target)
            case stock.Basis.COUNTED:
                subject = f"{region}/{stage.value}"
                self.followed.emit("checklist", targets.Target(targets.Page.CHECKLIST, subject=subject))
            case stock.Basis.RECAP:
                self.followed.emit("checklist", targets.Target(targets.Page.CHECKLIST, chosen={"recap": True}))

    def _remove(self) -> None:
        row = self.table.current()
        if row is not None and row.word.record:
            desk, record = self._desk, row.word.record
            self._undo.take_out(lambda: stock_reports.delete_report(desk, record), _("Laporan dihapus."), self._failed)


def _word_columns() -> tuple[columns.Column, ...]:
    return (
        columns.Column("at", _("Pukul"), 96),
        columns.Column("said", _("Jumlah"), 260),
        columns.Column("source", _("Sumber"), 220, stretches=True),
        columns.Column("used", "", 90),
    )
