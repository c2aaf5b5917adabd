# SPDX-License-Identifier: Apache-2.0
"""The list of TPS with its filters: kecamatan, desa, readiness, what is typed; ready for every TPS of the country."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import readiness, risk
from desk_app.operations import stations
from ui import icons, runner, theme
from ui.widgets import area_choice, big_table, columns, empty_state, fields, marks

Fetch = Callable[[list[int]], Sequence[stations.StationRow | None]]


class StationList(QtWidgets.QWidget):
    """`filtered(StationFilter)`, `sorted(Order value, ascending)`: answer with `set_ids`.

    `chosen(record)`: another row is current; `opened(record)`: Enter; `parts_wanted(region)`: answer with
    `area.set_parts`; `stations_wanted()`: there is no TPS at all; `told(words)`.
    """

    filtered = QtCore.Signal(object)
    sorted = QtCore.Signal(str, bool)
    parts_wanted = QtCore.Signal(str)
    chosen = QtCore.Signal(object)
    opened = QtCore.Signal(object)
    stations_wanted = QtCore.Signal()
    told = QtCore.Signal(str)

    def __init__(self, fetch: Fetch, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = stations.EVERYTHING
        self._wants_first = False
        self.area = area_choice.AreaChoice()
        self.state = fields.ChoiceField()
        self.state.setMinimumContentsLength(8)
        self.state.set_choices(
            [
                ("", _("Semua keadaan")),
                *((one.value, _(one.label)) for one in readiness.Readiness),
                ("unready", _("Yang belum siap")),
                ("issues", _("Ada permasalahan terbuka")),
                ("unrecorded", _("Bermasalah, belum dicatat")),
            ]
        )
        self.state.mark(readiness.Readiness)
        self.state.set_value("")
        self.state.setAccessibleName(_("Kesiapan"))
        self.picked = QtWidgets.QPushButton()
        icons.put(self.picked, "tutup", "primary")
        theme.set_role(self.picked, "link")
        self.picked.setToolTip(_("Tampilkan semua lagi"))
        self.picked.hide()
        self.table = big_table.BigTable(
            _columns(),
            lambda numbers: [None if row is None else cells(row) for row in fetch(numbers)],
            runner_,
            name="readiness",
            filter_words=_("Cari TPS: 5, maddu, tem 5 …"),
            unit=_("TPS"),
        )
        self.table.view.show_order(stations.Order.PLACE, True)
        line = QtWidgets.QHBoxLayout()
        line.setSpacing(theme.SPACE)
        line.addWidget(self.area, 2)
        line.addWidget(self.state, 1)
        self.none = empty_state.EmptyState(
            "data_tps",
            _("Daftar TPS belum ada"),
            _("Impor daftar TPS dari Excel, atau terima data dari kantor kabupaten; ceklisnya menyusul di sini."),
            _("Buka Data TPS"),
            self.stations_wanted.emit,
        )
        self._nothing = empty_state.EmptyState(
            "saring",
            _("Tidak ada TPS yang cocok"),
            _("Penyaring di atas menyembunyikan semuanya."),
            _("Hapus penyaring"),
            self.clear_filter,
        )
        self._stack = QtWidgets.QStackedWidget()
        for widget in (self.table.view, self._nothing, self.none):
            self._stack.addWidget(widget)
        body = self.table.layout()
        if body is not None:
            body.addWidget(self._stack)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(line)
        column.addWidget(self.picked, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table.view)
        self.area.picked.connect(lambda _area: self._tell_filter())
        self.area.parts_wanted.connect(self.parts_wanted)
        self.state.committed.connect(lambda _state: self._tell_filter())
        self.picked.clicked.connect(self._drop_picked)
        self.table.filter.returnPressed.connect(self._take_first)
        self.table.filter_requested.connect(lambda _text: self._tell_filter())
        self.table.sort_requested.connect(self.sorted)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self.table.told.connect(self.told)

    def set_ids(self, ids: "array[int]", total: int) -> None:
        """Show these TPS in this order; `total` is how many there are without the filter."""
        self.table.set_ids(ids, total)
        self._stack.setCurrentIndex(0 if len(ids) else 1 if total else 2)
        if self._wants_first and len(ids):
            self.table.view.select_row(0)
            self.table.view.setFocus()
        self._wants_first = False

    def show_filter(self, chosen: stations.StationFilter) -> None:
        """Show a filter that was not chosen here (a number was followed); silent."""
        self._filter = chosen
        self.area.set_area(chosen.area)
        self.state.set_value(_state_code(chosen))
        blocked = self.table.filter.blockSignals(True)
        self.table.filter.setText(chosen.text)
        self.table.filter.blockSignals(blocked)
        self._show_picked()

    def clear_filter(self) -> None:
        """Show all TPS again."""
        self.show_filter(stations.EVERYTHING)
        self.filtered.emit(self._filter)

    def ids_below(self) -> "array[int]":
        """The record numbers of the TPS below the current one."""
        ids = self.table.model.ids
        current = self.table.view.currentIndex()
        return ids[current.row() + 1 :] if current.isValid() else array(ids.typecode)

    def _tell_filter(self) -> None:
        state = self.state.value()
        states: tuple[readiness.Readiness, ...]
        if state == "unready":
            states = tuple(one for one in readiness.Readiness if one is not readiness.Readiness.READY)
        else:
            states = (readiness.Readiness(state),) if state in set(readiness.Readiness) else ()
        self._filter = stations.StationFilter(
            area=self.area.area,
            states=states,
            risk=self._filter.risk,
            text=self.table.filter.text().strip(),
            with_issues=state == "issues",
            subjects=self._filter.subjects,
            unrecorded=state == "unrecorded",
        )
        self.filtered.emit(self._filter)

    def _take_first(self) -> None:
        """Enter after the words: the first TPS that they leave, as in Data TPS."""
        self._wants_first = True
        self._tell_filter()

    def _drop_picked(self) -> None:
        self._filter = stations.StationFilter(area=self.area.area)
        self._show_picked()
        self._tell_filter()

    def _show_picked(self) -> None:
        self.picked.setVisible(bool(self._filter.subjects or self._filter.risk))
        if self._filter.subjects:
            self.picked.setText(_("{count} dipilih di peta TPS").format(count=len(self._filter.subjects)))
        elif self._filter.risk:
            self.picked.setText(_("Rawan: {risk}").format(risk=risk_words(self._filter.risk)))


def cells(row: stations.StationRow) -> tuple[Any, ...]:
    """A TPS as cells of the list."""
    return (
        f"{row.number:03d}",
        row.village_name,
        row.dpt,
        _risk_cell(row),
        marks.Marked(f"{row.answered}/{row.required}", row.state.value),
        row.open_issues or None,
    )


def _risk_cell(row: stations.StationRow) -> str | marks.Marked:
    """The class in one word, and how many indicators are present: room is short here."""
    short = {
        risk.RiskClass.LOW: _("kurang"),
        risk.RiskClass.AT_RISK: _("rawan"),
        risk.RiskClass.HIGH: _("sangat"),
        risk.RiskClass.SPECIAL: _("khusus"),
    }
    said = short.get(risk.RiskClass(row.risk), "") if row.risk else "–"
    if row.indicators:
        said = f"{said} {row.indicators}"
    return marks.Marked(said, "masalah") if row.risk in (risk.RiskClass.HIGH, risk.RiskClass.SPECIAL) else said


def risk_words(code: str | None) -> str:
    """A class of risk in words, empty without one."""
    if code == stations.NOT_CLASSED:
        return _("belum dinilai")
    return _(risk.CLASS_LABELS[risk.RiskClass(code)]) if code in set(risk.RiskClass) else ""


def _state_code(chosen: stations.StationFilter) -> str | None:
    if chosen.with_issues:
        return "issues"
    if chosen.unrecorded:
        return "unrecorded"
    if not chosen.states:
        return ""
    return chosen.states[0].value if len(chosen.states) == 1 else "unready"


def _columns() -> tuple[columns.Column, ...]:
    return (
        columns.Column(stations.Order.PLACE, _("TPS"), 52, hint=_("Urut menurut wilayah dan nomor")),
        columns.Column("village", _("Desa/kelurahan"), 100, sortable=False, stretches=True),
        columns.Column(stations.Order.DPT, _("DPT"), 52, "right"),
        columns.Column(stations.Order.RISK, _("Rawan"), 82),
        columns.Column(stations.Order.READINESS, _("Kesiapan"), 84),
        columns.Column(stations.Order.ISSUES, _("Masalah"), 64, "right"),
    )
