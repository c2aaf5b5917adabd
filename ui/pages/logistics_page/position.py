# SPDX-License-Identifier: Apache-2.0
"""Posisi: how many goods have reached each stage by kecamatan, a line to note a word, and what a figure is made of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import logistics as rules
from desk_app.domain import places, stock, stock_lines
from desk_app.domain.places import Kind
from desk_app.domain.words import N_, dotted
from desk_app.operations import areas, days, left_out, logistics_grid, logistics_needs, stock_reports
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.pages.logistics_page import figure_words, hours
from ui.widgets import columns, fields, figure_table, form, marks, notice

_LOW = 420
_STAGE_KEYS = tuple(stage.value for stage in rules.STAGES)


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A region of the table: what it needs, and its stock at each stage in words with a mark."""

    code: str
    name: str
    need: int
    gudang: marks.Marked | None
    ppk: marks.Marked | None
    pps: marks.Marked | None
    tps: marks.Marked | None


class PositionPart(QtWidgets.QWidget):
    """`shipments_wanted(numbers)`, `followed(key, Target)`: what a figure is made of stands elsewhere."""

    shipments_wanted = QtCore.Signal(object)
    followed = QtCore.Signal(str, object)
    notices = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._grid: logistics_grid.Grid | None = None
        self._source = ""
        self.goods = fields.ChoiceField()
        self.goods.setMinimumContentsLength(20)
        self.goods.setAccessibleName(_("Barang"))
        self.goods.committed.connect(lambda _code: self.reload())
        self.area = fields.ChoiceField()
        self.area.setAccessibleName(_("Wilayah"))
        self.area.committed.connect(lambda _code: self.reload())
        self.table = figure_table.FigureTable(self._columns(), name="logistics")
        self.table.followed.connect(lambda _row, _key: self._show_words())
        self.table.told.connect(self._say)
        self.table.view.selectionModel().currentChanged.connect(lambda _now, _before: self._cell_changed())
        sums = self.table.sum_view.selectionModel()
        sums.currentChanged.connect(lambda _now, _before: self._cell_changed(total=True))
        self.table.view.installEventFilter(self)
        self.line = fields.LineField(_("mis. 410 tiba 16.30, 2 rusak, camat"), limit=200)
        self.line.setAccessibleName(_("Catat posisi"))
        self.line.textChanged.connect(lambda _text: self._echo())
        self.line.returnPressed.connect(self.submit)
        self.line.installEventFilter(self)
        self.where = form.label("", "strong", wraps=True)
        self.hint = form.label("", "small", wraps=True)
        self.save_button = QtWidgets.QPushButton(_("Catat posisi"))
        theme.set_role(self.save_button, "primary")
        self.save_button.clicked.connect(lambda _checked=False: self.submit())
        self.made_of = figure_words.FigureWords(desk, lanes, self._failed)
        self.made_of.shipments_wanted.connect(self.shipments_wanted)
        self.made_of.followed.connect(self.followed)
        self.made_of.notices.connect(self.notices)
        self.made_of.told.connect(self._say)
        self.table.view.opened.connect(lambda _row: self.made_of.table.view.setFocus())
        self._lay_out()

    def refresh(self) -> None:
        """Read goods and regions, then the table."""
        desk = self._desk

        def read() -> tuple[tuple[logistics_needs.Goods, ...], list[areas.Area]]:
            is_district = places.level_of(desk.identity.place) is places.Level.DISTRICT
            return logistics_needs.choices(desk), [] if is_district else areas.districts(desk)

        self._runner.read(read, lambda found: self._take_basics(*found), self._failed, key="logistics basics")

    def reload(self) -> None:
        """Read the table of the goods and region that are chosen."""
        desk, item, area = self._desk, self.goods.value() or rules.BOXES, self.area.value() or ""
        self._runner.read(
            lambda: logistics_grid.grid(desk, item, area), self._show, self._failed, key="logistics grid"
        )

    def copy_message(self) -> None:
        """Put the table on the clipboard as a message for WhatsApp."""
        if self._grid is not None:
            QtGui.QGuiApplication.clipboard().setText(logistics_grid.as_message(self._desk, self._grid))
            self._say(_("Disalin. Tempelkan di WhatsApp."))

    def commit(self) -> None:
        """A word that is typed and not entered stays where it is: it was not said to whom it belongs."""

    def current(self) -> tuple[str, str, Kind] | None:
        """The region (code, name) and stage of the cell that is chosen."""
        if self._grid is None:
            return None
        view, model, rows = self.table.view, self.table.model, [*self._grid.rows]
        if self.table.sum_view.hasFocus() or not view.currentIndex().isValid():
            view, model, rows = self.table.sum_view, self.table.sums, [self._grid.total]
        index = view.currentIndex()
        if not index.isValid():
            return None
        row = model.row(index.row())
        key = model.columns[index.column()].key
        stage = Kind(key) if key in _STAGE_KEYS else self._grid.stages[0]
        known_row = next((one for one in rows if one.code == row.code), None)
        return (known_row.code, known_row.label, stage) if known_row is not None else None

    def submit(self) -> None:
        """Note what is typed about the cell that is chosen, or about the region and stage that the line names."""
        if not self.line.text().strip() or self._grid is None:
            return
        try:
            region, _name, stage, line = self._read()
            count = line.count
            if count is None:
                count = self._need(region)
            told: dict[str, Any] = {
                "total": line.total,
                "short": line.short,
                "damaged": line.damaged,
                "wet": line.wet,
                "source": line.source or self._source,
                "item": self._grid.item,
                "seen": self._grid.seen,
            }
        except known.Refused as refusal:
            self._refuse(errors.words(refusal))
            return
        desk = self._desk
        if line.hour is not None:
            told["hour"] = hours.kept(desk, datetime.combine(days.today(desk), line.hour))
        self._source = str(told["source"])
        amount = count
        self._runner.write(
            lambda: stock_reports.report_stock(desk, region, stage, amount, **told),
            lambda _no: self._entered(),
            self._failed,
        )

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if event.type() is QtCore.QEvent.Type.KeyPress and isinstance(event, QtGui.QKeyEvent):
            keys, plain = QtCore.Qt.Key, not event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier
            if watched is self.table.view and plain and event.text().isalnum():
                # Typing in the table begins the line about the cell that is chosen.
                self.line.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
                self.line.setText(event.text())
                return True
            if watched is self.line and event.key() in (keys.Key_Up, keys.Key_Down):
                self._step(-1 if event.key() == keys.Key_Up else 1)
                return True
            if watched is self.line and event.key() == keys.Key_Escape:
                self.line.clear()
                self.table.view.setFocus()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        # On a low screen the table has the room; its figure's first word is told above its button.
        is_low = event.size().height() < _LOW
        self.made_of.set_low(is_low)
        self._column.setStretchFactor(self.made_of, 0 if is_low else 1)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(self.goods)
        top.addWidget(self.area)
        top.addWidget(self.table.filter, 1)
        entry = QtWidgets.QFrame()
        theme.set_role(entry, "card")
        line = QtWidgets.QHBoxLayout()
        line.setSpacing(theme.SPACE)
        line.addWidget(self.where)
        line.addWidget(self.line, 1)
        line.addWidget(self.save_button)
        inside = QtWidgets.QVBoxLayout(entry)
        inside.setContentsMargins(12, 8, 12, 6)
        inside.setSpacing(2)
        inside.addLayout(line)
        inside.addWidget(self.hint)
        self.table.setMinimumHeight(120)
        self.where.setFixedWidth(270)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(top)
        column.addWidget(self.table, 4)
        self.left_out = form.label("", "muted", wraps=True)
        self.left_out.hide()
        column.addWidget(self.left_out)
        column.addWidget(entry)
        column.addWidget(self.made_of, 1)
        self._column = column

    def _columns(self) -> tuple[columns.Column, ...]:
        stages = [
            columns.Column(stage.value, _(rules.STAGE_LABELS[stage]), 216, hint=_("Sudah sampai di tahap ini"))
            for stage in rules.STAGES
        ]
        return (
            columns.Column("name", _("Wilayah"), 140, stretches=True),
            columns.Column("need", _("Kebutuhan"), 84, "right"),
            *stages,
        )

    def _take_basics(self, goods: tuple[logistics_needs.Goods, ...], held: list[areas.Area]) -> None:
        self.goods.set_choices([(one.code, one.label) for one in goods])
        if self.goods.value() is None and goods:
            self.goods.set_value(goods[0].code)
        self.area.set_choices([("", _("Semua kecamatan")), *((one.code, one.name) for one in held)])
        if self.area.value() is None:
            self.area.set_value("")
        self.area.setVisible(bool(held))
        self.reload()

    def _show(self, grid: logistics_grid.Grid) -> None:
        self._grid = grid
        for stage in rules.STAGES:
            self.table.hide_column(stage.value, stage not in grid.stages)
        self.table.set_rows([self._row(one) for one in grid.rows], self._row(grid.total))
        self.left_out.setText(left_out.words(grid.total.disputed))
        self.left_out.setVisible(bool(self.left_out.text()))
        view = self.table.view
        if not view.currentIndex().isValid() and self.table.model.rowCount():
            first = [column.key for column in self.table.model.columns].index(grid.stages[0].value)
            view.setCurrentIndex(self.table.model.index(0, first))
        self._cell_changed()

    def _row(self, line: logistics_grid.GridLine) -> PositionRow:
        assert self._grid is not None
        cells: dict[str, marks.Marked | None] = dict.fromkeys(_STAGE_KEYS)
        for stage, cell in zip(self._grid.stages, line.cells, strict=True):
            cells[stage.value] = self._cell(cell)
        name = f"{line.name} · {line.hint}" if line.hint else line.name
        if line.disputed:
            name += f" · ⇄ {line.disputed}"
        return PositionRow(line.code, name, line.need.count, **cells)

    def _cell(self, cell: stock.Stock) -> marks.Marked | None:
        word = cell.shown
        if word is None:
            return None
        parts = [dotted(word.there)]
        for label, count in ((_("kurang"), word.short), (_("rusak"), word.damaged), (_("basah"), word.wet)):
            if count:
                parts.append(f"{label} {count}")
        if cell.gap:
            parts.append(_("selisih {count}").format(count=abs(cell.gap)))
        hour = hours.short(self._desk, word.at)  # last: where the room ends, what is lacking still stands there
        parts += [hour] if hour else []
        return marks.Marked(" · ".join(parts), cell.state.value)

    def _cell_changed(self, *, total: bool = False) -> None:
        if total:
            self.table.view.setCurrentIndex(QtCore.QModelIndex())
        self._echo()
        self._show_words()

    def _show_words(self) -> None:
        chosen = self.current()
        if chosen is None or self._grid is None:
            return
        region, name, stage = chosen
        row = next(one for one in (*self._grid.rows, self._grid.total) if one.code == region)
        cell = row.cells[self._grid.stages.index(stage)]
        self.made_of.show_cell(region, f"{name} · {_(rules.STAGE_LABELS[stage])}", stage, self._grid.item, cell)

    def _echo(self) -> None:
        """Say what would be noted, while it is typed."""
        chosen = self.current()
        self.where.setText(f"{chosen[1]} · {_(rules.STAGE_LABELS[chosen[2]])}" if chosen else "")
        theme.set_role(self.hint, "small")
        if not self.line.text().strip():
            self.hint.setText(_("Jumlah, jam, rusak/basah/kurang, dan sumbernya dalam satu baris. Enter menyimpan."))
            return
        try:
            _code, name, stage, line = self._read()
        except known.Refused as refusal:
            self.hint.setText(errors.words(refusal))
            return
        parts = [_("lengkap") if line.is_full else str(line.count)]
        parts += [
            f"{label} {count}"
            for label, count in ((_("dari"), line.total), (_("kurang"), line.short), (_("rusak"), line.damaged),
                                 (_("basah"), line.wet))
            if count is not None
        ]
        if line.hour is not None:
            parts.append(_("pukul {hour}").format(hour=line.hour.strftime("%H.%M")))
        source = line.source or self._source
        parts.append(_("sumber {source}").format(source=source) if source else _("sumber belum diisi"))
        self.hint.setText(f"{name} · {_(rules.STAGE_LABELS[stage])}: {', '.join(parts)}")

    def _read(self) -> tuple[str, str, Kind, stock_lines.StockLine]:
        """Region (code, name), stage and what was typed. Raises Refused."""
        assert self._grid is not None
        line = stock_lines.read(self.line.text())
        chosen = self.current()
        if line.place:
            wanted = line.place.casefold().removeprefix("kec.").removeprefix("kecamatan").strip()
            found = [row for row in self._grid.rows if row.name.casefold().startswith(wanted)]
            exact = [row for row in found if row.name.casefold() == wanted]
            if len(exact or found) != 1:
                raise known.Refused(N_("“{text}” tidak ditemukan dalam tabel ini."), text=line.place)
            row = (exact or found)[0]
            region, name = row.code, row.label
        elif chosen is not None:
            region, name = chosen[0], chosen[1]
        else:
            raise known.Refused(N_("Pilih dahulu wilayahnya dalam daftar."))
        stage = line.stage or (chosen[2] if chosen else self._grid.stages[0])
        if stage not in self._grid.stages:
            raise known.Refused(N_("Tahap itu tidak ada dalam tabel ini."))
        return region, name, stage, line

    def _need(self, region: str) -> int:
        assert self._grid is not None
        return next(one.need.count for one in (*self._grid.rows, self._grid.total) if one.code == region)

    def _entered(self) -> None:
        self.line.clear()
        self._step(1)

    def _step(self, by: int) -> None:
        view = self.table.view
        index = view.currentIndex()
        row = (index.row() if index.isValid() else -1) + by
        if 0 <= row < self.table.model.rowCount():
            view.setCurrentIndex(self.table.model.index(row, max(index.column(), 0)))

    def _refuse(self, words: str) -> None:
        theme.set_role(self.hint, "error")
        self.hint.setText(words)
        self.line.setFocus()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self._refuse(errors.words(error))

    def _say(self, words: str) -> None:
        self.notices.emit(notice.Notice(words, notice.Tone.DONE))
