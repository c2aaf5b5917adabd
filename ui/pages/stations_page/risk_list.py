# SPDX-License-Identifier: Apache-2.0
"""Kerawanan as a list: TPS by number of indicators, and at the right the indicators of one, ticked by keyboard."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import localities, places
from desk_app.domain import risk as rules
from desk_app.operations import level_words, risk, risk_indicators, risk_text, stations
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.stations_page import risk_chosen, risk_part, risk_ticks
from ui.widgets import big_table, columns, empty_state, split_view

_ORDERS = {
    "number": risk.Order.NUMBER,
    "village": risk.Order.PLACE,
    "risk": risk.Order.RISK,
    "count": risk.Order.INDICATORS,
    "dpt": risk.Order.DPT,
}


class RiskList(risk_part.RiskPart):
    """The list, ordered by number of indicators at first; ticking does not move rows under the hand."""

    filters = frozenset(("area", "risk", "indicator"))

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed)
        self._order = risk.Order.INDICATORS
        self._descending = True
        self._text = ""
        self._wanted = ""
        self._known: dict[str, rules.Indicator] = {}
        self.table = big_table.BigTable(
            self._columns(),
            self._fetch,
            lanes,
            name="risk",
            filter_words=_("Cari: nomor, desa, “tem 5” …"),
            unit=_("TPS"),
        )
        self.table.filter_requested.connect(self._set_text)
        self.table.sort_requested.connect(self._set_order)
        self.table.told.connect(self.say)
        self.table.chosen.connect(self._show_no)
        self.table.opened.connect(lambda _no: self._enter())
        self.ticks = risk_ticks.RiskTicks(desk, lanes, failed)
        self.ticks.next_wanted.connect(self._step)
        self.ticks.left.connect(self._leave)
        self.ticks.navigate.connect(self.navigate)
        nothing = empty_state.EmptyState(
            "data_tps", _("Pilih satu TPS di daftar"), _("Kelas dan indikatornya tampil di sini dan dapat diubah.")
        )
        self.right = QtWidgets.QStackedWidget()
        self.right.addWidget(nothing)
        self.right.addWidget(self.ticks)
        self.several = risk_chosen.RiskChosen(desk, lanes, failed)
        self.several.notices.connect(self.notices)
        self.table.view.selectionModel().selectionChanged.connect(
            lambda _on, _off: self.several.show_chosen(self.table.selected_ids())
        )
        left = QtWidgets.QWidget()
        listed = QtWidgets.QVBoxLayout(left)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(0)
        listed.addWidget(self.table, 1)
        listed.addWidget(self.several)
        left.setFocusProxy(self.table.view)
        self.split = split_view.SplitView(left, self.right, name="risk", share=0.6)
        self.table.view.clicked.connect(lambda _index: self.split.show_detail())
        self.empty = empty_state.EmptyState(
            "data_tps", _("Tidak ada TPS yang cocok"), _("Ubah saringan, atau masukkan dahulu daftar TPS.")
        )
        self.stack = QtWidgets.QStackedWidget()
        self.stack.addWidget(self.split)
        self.stack.addWidget(self.empty)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.first_field = self.table.view

    def refresh(self, flags: frozenset[str] = frozenset()) -> None:
        self.table.refresh()
        if not flags or flags - {"station_risk", "deployment"}:
            self.reload()
        if self.ticks.subject:
            self.ticks.show_subject(self.ticks.subject)

    def reload(self) -> None:
        """Ask for the TPS that the filter leaves, in the order."""
        desk, chosen, text = self.desk, self.chosen, self._text
        order, descending = self._order, self._descending

        def read() -> tuple["array[int]", int, dict[str, rules.Indicator]]:
            asked = stations.StationFilter(
                area=chosen.area, risk=chosen.risk, indicator=chosen.indicator, text=text, subjects=chosen.subjects
            )
            found = stations.station_ids(desk, asked, order, descending=descending)
            return found, stations.count_stations(desk), risk_indicators.known(desk)

        self.read(read, lambda found: self._take(*found))

    def show_subject(self, subject: str) -> None:
        """Show one TPS, wherever it stands in the list."""
        self._wanted = subject
        self.ticks.show_subject(subject)
        self.right.setCurrentWidget(self.ticks)
        self.split.show_detail()
        self._find_wanted()

    def copy_for_wa(self) -> None:
        desk, chosen = self.desk, self.table.selected_ids()
        ids = chosen if len(chosen) > 1 else self.table.model.ids
        self.read(lambda: risk_text.list_text(desk, ids), self.to_clipboard)

    def commit(self) -> None:
        self.ticks.commit()

    def _take(self, ids: "array[int]", total: int, known: dict[str, rules.Indicator]) -> None:
        renamed = known != self._known
        self._known = known
        if ids != self.table.model.ids:
            self.table.set_ids(ids, total)
        elif renamed:
            self.table.refresh()
        self.stack.setCurrentWidget(self.split if ids or self._text else self.empty)
        if self._wanted:
            self._find_wanted()
        elif ids and self.table.current_id() is None:
            self.table.view.select_row(0)

    def _find_wanted(self) -> None:
        desk, wanted = self.desk, self._wanted

        def show(no: int) -> None:
            if wanted == self._wanted and self.table.show_id(no):
                self._wanted = ""

        self.lanes.read(lambda: stations.station(desk, wanted).row.no, show, self.failed, key="risk find")

    def _fetch(self, numbers: list[int]) -> Sequence[tuple[Any, ...] | None]:
        """Rows for the table, on a thread of the runner."""
        keys = [column.key for column in self.table.model.columns]
        return [
            None if row is None else tuple(self._cell(row, key) for key in keys)
            for row in risk.rows(self.desk, numbers)
        ]

    def _cell(self, row: risk.RiskRow, key: str) -> Any:
        match key:
            case "village":
                return row.village_label
            case "district":
                return row.district_name
            case "count":
                return len(row.codes) or None
            case "words":
                return ", ".join(risk_indicators.words_of(self._known, code, _) for code in row.codes) or None
            case "dpt":
                known = row.dpt_male is not None and row.dpt_female is not None
                return (row.dpt_male or 0) + (row.dpt_female or 0) if known else None
            case _:
                return getattr(row, key)

    def _columns(self) -> Sequence[columns.Column]:
        nouns = localities.words_for(self.desk.identity.place)
        labels = {one.value: _(words) for one, words in rules.CLASS_LABELS.items()}
        listed = [
            columns.Column("number", _("TPS"), 52, text=lambda number: f"{number:03d}"),
            columns.Column("village", level_words.villages(self.desk), 130),
            columns.Column("district", nouns.district, 96, sortable=False),
            columns.Column("risk", _("Kelas"), 98, text=lambda code: labels.get(code, code), hint=_("Menurut Polri")),
            columns.Column("count", _("Jumlah"), 62, "right", hint=_("Banyaknya indikator Bawaslu yang ada")),
            columns.Column("words", _("Indikator"), 140, sortable=False, stretches=True),
            columns.Column("dpt", _("DPT"), 52, "right"),
        ]
        if self.desk.identity.level == places.Level.DISTRICT.value:
            listed = [column for column in listed if column.key != "district"]
        return listed

    def _set_text(self, text: str) -> None:
        self._text = text
        self.reload()

    def _set_order(self, key: str, ascending: bool) -> None:
        self._order, self._descending = _ORDERS[key], not ascending
        self.reload()

    def _show_no(self, no: int) -> None:
        desk = self.desk

        def read() -> str:
            found = risk.rows(desk, [no])[0]
            return found.subject if found is not None else ""

        def show(subject: str) -> None:
            if subject:
                self.right.setCurrentWidget(self.ticks)
                self.ticks.show_subject(subject)

        self.lanes.read(read, show, self.failed, key="risk row")

    def _enter(self) -> None:
        self.split.show_detail()
        self.ticks.begin()

    def _leave(self) -> None:
        self.split.show_list()
        self.table.view.setFocus()

    @QtCore.Slot(int)
    def _step(self, by: int) -> None:
        """The next TPS of the list, with the keyboard staying among the indicators."""
        if self.table.step(by) is None:
            self.say(_("Ini TPS terakhir di daftar.") if by > 0 else _("Ini TPS pertama di daftar."))
