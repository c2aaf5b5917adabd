# SPDX-License-Identifier: Apache-2.0
"""Recaps by region: what is counted in for one item, on what it rests, and one line to enter a recap.

Choose the region, type the number, Enter; hour and source stay for the next one. Or type it as it is said: "Tempe 170
dari 178 TPS buka, 07.30, camat": Enter puts it into the fields, Enter again saves it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import words
from desk_app.domain.words import dotted
from desk_app.operations import recap_board, recap_lines, recaps
from ui import icons, theme
from ui.widgets import columns, empty_state, fields, form, marks, table_panel

NARROW = 900


@dataclass(frozen=True, slots=True)
class RecapRow:
    """A region: how many of its TPS are counted in, what that rests on, its last recap's hour and source."""

    code: str
    name: str
    stations: int
    counted: int | None
    basis: str | marks.Marked
    hour: str
    source: str


@dataclass(frozen=True, slots=True)
class HeardRecap:
    """A recap as it came in; `code` is its region."""

    no: int
    hour: str
    place: str
    counted: str
    source: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A recap that was typed; `item` "" is the one shown."""

    place: str
    count: int
    total: int | None
    hour: time
    source: str
    item: str = ""


def row_of(line: recaps.FigureLine, when: Callable[[int], str]) -> RecapRow:
    """A region as a row; a gap between recap and details is marked."""
    said = _basis_words(line)
    return RecapRow(
        code=line.code,
        name=line.name,
        stations=line.figure.places,
        counted=line.figure.value,
        basis=marks.Marked(said, "masalah") if line.figure.difference else said,
        hour=when(line.hour),
        source=line.source,
    )


def heard_of(line: recaps.RecapLine, when: Callable[[int], str]) -> HeardRecap:
    """A recap as it came in."""
    counted = str(line.count)
    if line.total is not None:
        counted = _("{count} dari {total}").format(count=line.count, total=line.total)
    return HeardRecap(line.no, when(line.hour), line.label, counted, line.source, line.place)


def total_words(line: recaps.FigureLine, *, counts_stations: bool = True) -> str:
    """The sum of an area in words: "Jumlah 812 dari 1146 TPS · rincian 410 dari 1146"."""
    if line.figure.value is None:
        return _("Belum ada angka dari {places} TPS").format(places=dotted(line.figure.places))
    words_ = _("Jumlah {count} dari {places} TPS") if counts_stations else _("Jumlah {count} pemilih, {places} TPS")
    counted = words_.format(count=dotted(line.figure.value), places=dotted(line.figure.places))
    return f"{counted} · {_basis_words(line)}"


def _basis_words(line: recaps.FigureLine) -> str:
    if line.figure.value is None:
        return _("belum ada")
    said = line.figure.words
    return words.render(said.message, said.params, _)


def _row_columns() -> tuple[columns.Column, ...]:
    return (
        columns.Column("name", _("Wilayah"), 150),
        columns.Column("stations", _("TPS"), 60, "right"),
        columns.Column("counted", _("Sudah"), 64, "right"),
        columns.Column("basis", _("Dasar angka"), 220, stretches=True),
        columns.Column("hour", _("Rekap pukul"), 96),
        columns.Column("source", _("Sumber"), 110),
    )


def _heard_columns() -> tuple[columns.Column, ...]:
    return (
        columns.Column("hour", _("Pukul"), 86),
        columns.Column("place", _("Wilayah"), 100, stretches=True),
        columns.Column("counted", _("Rekap"), 86),
        columns.Column("source", _("Sumber"), 104),
    )


class RecapPanel(QtWidgets.QWidget):
    """`item_chosen(code)`, `area_chosen(code)`: show another item, another region's parts.

    `entered(Entry)`: save it, then `accept` or `refuse`. `line_typed(text)`: answer with `fill` or `refuse`.
    `told(words)`.
    """

    item_chosen = QtCore.Signal(str)
    area_chosen = QtCore.Signal(str)
    entered = QtCore.Signal(object)
    line_typed = QtCore.Signal(str)
    told = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts_stations = True
        self._said: recap_lines.Line | None = None
        """A line that was read and waits for its Enter."""
        self._code = ""
        self._heard: list[HeardRecap] = []
        self.item = fields.ChoiceField()
        self.item.setMinimumContentsLength(20)
        self.item.setAccessibleName(_("Butir"))
        self.item.committed.connect(lambda code: self.item_chosen.emit(code))
        self.area = fields.ChoiceField()
        self.area.committed.connect(lambda code: self.area_chosen.emit(code))
        self.sum = form.label("", "strong")
        self.table = table_panel.TablePanel(
            _row_columns(),
            name="recaps",
            identity="code",
            filter_words=_("Cari wilayah …"),
            unit=lambda count: ngettext("{count} wilayah", "{count} wilayah", count),
        )
        self.table.set_empty(
            empty_state.EmptyState(
                "laporan", _("Belum ada TPS"), _("Rekap dihitung terhadap daftar TPS: isi daftar itu dahulu.")
            )
        )
        self.table.chosen.connect(self._show_region)
        self.table.opened.connect(lambda _row: self.count.setFocus())
        self.table.told.connect(self.told)
        self.heard = table_panel.TablePanel(_heard_columns(), name="recaps_heard", identity="no", has_filter=False)
        self.heard.set_empty(
            empty_state.EmptyState(
                "laporan", _("Belum ada rekap"), _("Rekap yang masuk tampil di sini, jam terakhir di atas.")
            )
        )
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(self.item, 2)
        top.addWidget(self.area, 1)
        self.came = QtWidgets.QPushButton(_("Rekap yang masuk"))
        icons.put(self.came, "riwayat", "primary")
        theme.set_role(self.came, "link")
        self.came.clicked.connect(lambda _checked=False: self._show_came(True))
        top.addWidget(self.came)
        left = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.sum)
        column.addWidget(self._entry_line())
        right = QtWidgets.QWidget()
        other = QtWidgets.QVBoxLayout(right)
        other.setContentsMargins(0, 0, 0, 0)
        other.setSpacing(theme.SPACE)
        self.only = QtWidgets.QPushButton(_("Wilayah ini saja"))
        self.only.setCheckable(True)
        self.only.setToolTip(_("Hanya rekap wilayah yang dipilih di kiri, dari jam ke jam"))
        theme.set_role(self.only, "link")
        self.only.toggled.connect(lambda _on: self._show_heard())
        self.back = QtWidgets.QPushButton(_("Kembali ke daftar"))
        icons.put(self.back, "kembali", "primary")
        theme.set_role(self.back, "link")
        self.back.clicked.connect(lambda _checked=False: self._show_came(False))
        head = QtWidgets.QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(form.label(_("Rekap yang masuk"), "heading"), 1)
        head.addWidget(self.only)
        other.addLayout(head)
        other.addWidget(self.heard, 1)
        self._left, self._right = left, right
        self._came_wanted = False
        self._split = QtWidgets.QSplitter(QtCore.Qt.Orientation.Horizontal)
        self._split.setHandleWidth(12)
        self._split.addWidget(left)
        self._split.addWidget(right)
        self._split.setSizes([680, 380])
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(600, 240)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """On a small screen what came in takes the place of the regions while it is asked for."""
        is_narrow = self.width() < NARROW
        for button in (self.came, self.back):
            button.setVisible(is_narrow)
        self._right.setVisible(self._came_wanted or not is_narrow)
        self._left.setVisible(not (self._came_wanted and is_narrow))

    def _show_came(self, wanted: bool) -> None:
        self._came_wanted = wanted
        self._arrange()
        (self.heard.view if wanted else self.table.view).setFocus()

    def set_areas(self, all_words: str, areas: Sequence[tuple[str, str]]) -> None:
        """The regions whose parts can be shown (code, name)."""
        chosen = self.area.value()
        self.area.set_choices([("", all_words), *areas])
        self.area.set_value(chosen if chosen in dict(areas) else "")
        self.area.setAccessibleName(all_words)
        self.area.setVisible(bool(areas))

    def set_board(self, board: recap_board.Board, when: Callable[[int], str], now: time) -> None:
        """Show one item; `now` is the hour that stands in the line until a recap was entered."""
        self.item.set_choices(board.items)
        self.item.set_value(board.item)
        figures = board.figures
        rows = [row_of(line, when) for line in figures.rows] if figures is not None else []
        self.table.set_rows(rows)
        counted_before = self._counts_stations
        self._counts_stations = figures is None or figures.counts_stations
        total = total_words(figures.total, counts_stations=self._counts_stations) if figures is not None else ""
        self.sum.setText(total)
        self._heard = [heard_of(line, when) for line in board.heard]
        self._show_heard()
        if not self.source.value():
            self.hour.set_value(now.replace(second=0, microsecond=0))
        if self._said is None and self.table.current() is None and rows:
            self.table.show_row(rows[0].code)
        if counted_before != self._counts_stations:
            self._show_unit()
        self._line.setEnabled(bool(rows))

    def fill(self, said: recap_lines.Line) -> None:
        """Put a line that was read into the fields, to be looked at and saved by Enter."""
        self.table.show_row(said.place)
        self._said = said
        self._region.setText(said.label)
        self.count.set_value(said.count)
        self.total.set_value(said.total if said.total is not None else self._total_of(said.place))
        if said.hour is not None:
            self.hour.set_value(said.hour)
        if said.source:
            self.source.set_value(said.source)
        theme.set_role(self.hint, "small")
        self.hint.setText(_("Terbaca seperti di atas. Enter menyimpan."))
        self.typed.clear()
        (self.source if not self.source.value() else self.count).setFocus()

    def accept(self) -> None:
        """The recap is saved: go on to the next region, hour and source stay."""
        self.hint.setText("✓ " + _("tersimpan"))
        theme.set_role(self.hint, "small")
        if self._said is not None:
            self._said = None
            self._code = ""
            self._show_region(self.table.current())
            self.count.set_value(None)
            self.typed.setFocus()
            return
        shown = self.table.model.shown()
        current = self.table.current()
        place = shown.index(current) + 1 if current in shown else 0
        if place < len(shown):
            self.table.show_row(shown[place].code)
        self.count.set_value(None)
        self.count.setFocus()

    def refuse(self, words: str) -> None:
        """Say under the line why the recap was not taken."""
        theme.set_role(self.hint, "error")
        self.hint.setText(words)

    def submit(self) -> None:
        """Tell the recap that stands in the line."""
        # A field that still waits for a pause in typing would keep what stands in it.
        for field in (self.count, self.total, self.source):
            field.commit()
        row = self.table.current()
        count = self.count.value()
        place = self._said.place if self._said is not None else row.code if row is not None else ""
        if not place:
            self.refuse(_("Pilih dahulu wilayahnya dalam daftar."))
        elif count is None:
            self.refuse(_("Isi berapa TPS yang sudah."))
            self.count.setFocus()
        elif not self.source.value():
            self.refuse(_("Isi sumbernya: siapa yang melaporkan."))
            self.source.setFocus()
        else:
            item = self._said.item if self._said is not None else ""
            told = Entry(place, count, self.total.value(), self.hour.value(), self.source.value(), item)
            self.entered.emit(told)

    def _entry_line(self) -> QtWidgets.QWidget:
        self._region = form.label("", "strong", wraps=True)
        self.count = fields.NumberField()
        self.count.setFixedWidth(72)
        self.count.setAccessibleName(_("Sudah"))
        self.total = fields.NumberField()
        self.total.setFixedWidth(72)
        self.total.setAccessibleName(_("dari"))
        self.hour = fields.TimeField()
        self.hour.setFixedWidth(80)
        self.hour.setAccessibleName(_("Pukul"))
        self.source = fields.LineField(_("sumber, mis. camat"), limit=120)
        self.source.setAccessibleName(_("Sumber"))
        button = QtWidgets.QPushButton(_("Catat rekap"))
        theme.set_role(button, "primary")
        button.clicked.connect(lambda _checked=False: self.submit())
        self.hint = form.label("", "small")
        self.typed = QtWidgets.QLineEdit()
        self.typed.setMaxLength(300)
        self.typed.setPlaceholderText(_("Atau ketik sebaris: Tempe 170 dari 178 TPS buka, 07.30, camat"))
        self.typed.setAccessibleName(_("Rekap dalam satu baris"))
        self.typed.returnPressed.connect(self._tell_line)
        line = QtWidgets.QHBoxLayout()
        line.setSpacing(theme.SPACE)
        line.addWidget(self._region)
        line.addWidget(self.count)
        line.addWidget(form.label(_("dari"), "muted"))
        line.addWidget(self.total)
        self._unit = form.label(_("TPS, pukul"), "muted")
        line.addWidget(self._unit)
        line.addWidget(self.hour)
        line.addWidget(self.source, 1)
        line.addWidget(button)
        for field in (self.count, self.total, self.hour, self.source):
            field.installEventFilter(self)
        self._line = QtWidgets.QFrame()
        theme.set_role(self._line, "card")
        column = QtWidgets.QVBoxLayout(self._line)
        column.setContentsMargins(12, 8, 12, 6)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.typed)
        column.addWidget(self.hint)
        self.hint.setText(_("Satu baris satu rekap. Enter menyimpan dan lanjut ke wilayah berikutnya."))
        return self._line

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if event.type() is QtCore.QEvent.Type.KeyPress and isinstance(event, QtGui.QKeyEvent):
            keys = QtCore.Qt.Key
            if event.key() in (keys.Key_Return, keys.Key_Enter):
                self.submit()
                return True
            if event.key() in (keys.Key_Up, keys.Key_Down) and watched is not self.hour:
                self._step(-1 if event.key() == keys.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        shown = self.table.model.shown()
        current = self.table.current()
        place = shown.index(current) + by if current in shown else 0
        if 0 <= place < len(shown):
            self.table.show_row(shown[place].code)

    def _show_region(self, row: RecapRow | None) -> None:
        code = row.code if row is not None else ""
        if code == self._code:
            return  # read again: what stands in the line stays
        self._said = None
        self._code = code
        self._region.setText(row.name if row is not None else "")
        self._show_unit()
        if self.only.isChecked():
            self._show_heard()

    def _show_heard(self) -> None:
        """The recaps that came in, of all regions or of the one chosen with its parts."""
        chosen = self._code if self.only.isChecked() else ""
        self.heard.set_rows([one for one in self._heard if one.code.startswith(chosen)])

    def _show_unit(self) -> None:
        """Say what is counted; of how many is known where TPS are."""
        self._unit.setText(_("TPS, pukul") if self._counts_stations else _("pemilih, pukul"))
        if self._said is None:
            self.total.set_value(self._total_of(self._code))

    def _total_of(self, place: str) -> int | None:
        row = next((row for row in self.table.model.shown() if row.code == place), None)
        return row.stations if row is not None and self._counts_stations else None

    def _tell_line(self) -> None:
        if self.typed.text().strip():
            self.line_typed.emit(self.typed.text().strip())
