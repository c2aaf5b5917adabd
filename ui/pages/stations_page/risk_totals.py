# SPDX-License-Identifier: Apache-2.0
"""Kerawanan in figures: TPS per indicator with Bawaslu's bands, beside it the kecamatan; a figure leads to its TPS."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6 import QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import risk as rules
from desk_app.domain import risk_bands
from desk_app.operations import left_out, risk, risk_text
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.pages.stations_page import risk_part
from ui.widgets import columns, fields, figure_table, form, split_view, table_panel

_CLASSES = {
    "low": rules.RiskClass.LOW.value,
    "at_risk": rules.RiskClass.AT_RISK.value,
    "high": rules.RiskClass.HIGH.value,
    "special": rules.RiskClass.SPECIAL.value,
    "unknown": risk.NOT_CLASSED,
}


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator in the table; `band` in words."""

    code: str
    label: str
    variable: str
    count: int
    share: str
    band: str


@dataclass(frozen=True, slots=True)
class RegionLine:
    """One region in the table; `present`: TPS with the indicator that is chosen."""

    code: str
    name: str
    stations: int
    with_any: int
    present: int
    low: int
    at_risk: int
    high: int
    special: int
    unknown: int


class RiskTotals(risk_part.RiskPart):
    """The figures of the area that is chosen."""

    filters = frozenset(("area",))

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed)
        self._found: risk.Totals | None = None
        self._code = ""
        self.indicators = table_panel.TablePanel(
            [
                columns.Column("code", _("Kode"), 62),
                columns.Column("label", _("Indikator"), 180, stretches=True),
                columns.Column("count", _("TPS"), 52, "right"),
                columns.Column("share", _("%"), 48, "right", sortable=False),
                columns.Column("band", _("Golongan"), 120),
                columns.Column("variable", _("Kelompok"), 110),
            ],
            name="risk totals",
            identity="code",
            filter_words=_("Cari indikator …"),
            unit=_("indikator"),
        )
        self.indicators.chosen.connect(self._choose)
        self.indicators.opened.connect(self._follow_indicator)
        self.indicators.told.connect(self.say)
        self.bounds = fields.LineField(_("mis. 25 10"), limit=20)
        self.bounds.setMaximumWidth(110)
        self.bounds.committed.connect(self._save_bounds)
        hint = _("dua persen dari TPS: mulai “paling banyak” dan mulai “banyak”; kosong: tanpa golongan")
        self.bounds_row = form.FormRow(_("Batas golongan Bawaslu"), self.bounds, hint)
        self.excel = QtWidgets.QPushButton(_("Salin matriks untuk Excel"))
        icons.put(self.excel, "excel")
        self.excel.clicked.connect(lambda _checked=False: self.copy_matrix())
        left = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.indicators, 1)
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(self.bounds_row, 1)
        column.addLayout(foot)
        left.setFocusProxy(self.indicators.view)
        self.regions = figure_table.FigureTable(
            [
                columns.Column("name", _("Wilayah"), 104, stretches=True),
                figure_table.FigureColumn("stations", _("TPS"), 62, "right"),
                figure_table.FigureColumn("present", _("Indikator ini"), 80, "right"),
                figure_table.FigureColumn("with_any", _("Berindikator"), 80, "right"),
                figure_table.FigureColumn("low", _("Kr. rawan"), 70, "right", hint=_("Kurang rawan")),
                figure_table.FigureColumn("at_risk", _("Rawan"), 56, "right"),
                figure_table.FigureColumn("high", _("Sgt. rawan"), 74, "right", hint=_("Sangat rawan")),
                figure_table.FigureColumn("special", _("Khusus"), 58, "right"),
                figure_table.FigureColumn("unknown", _("Belum"), 54, "right", hint=_("Belum dikelaskan")),
            ],
            name="risk regions",
        )
        self.regions.followed.connect(self._follow)
        self.regions.told.connect(self.say)
        self.chosen_words = form.label("", "strong", wraps=True)
        right = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        head = QtWidgets.QHBoxLayout()
        head.addWidget(self.chosen_words, 1)
        head.addWidget(self.excel)
        column.addLayout(head)
        column.addWidget(self.regions, 1)
        self.left_out = form.label("", "muted", wraps=True)
        self.left_out.hide()
        column.addWidget(self.left_out)
        self.split = split_view.SplitView(left, right, name="risk totals", share=0.4)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)
        self.first_field = self.indicators.view
        self.indicators.view.clicked.connect(lambda _index: self.split.show_detail())

    def refresh(self, flags: frozenset[str] = frozenset()) -> None:
        desk, area = self.desk, self.chosen.area
        self.read(lambda: risk.totals(desk, area), self._take)

    def copy_for_wa(self) -> None:
        desk, found = self.desk, self._found
        if found is not None:
            self.read(lambda: risk_text.totals_text(desk, found), self.to_clipboard)

    def copy_matrix(self) -> None:
        """Put indicators down and regions across on the clipboard, for a spreadsheet."""
        if self._found is None:
            return
        headed, lines = risk_text.matrix(self._found)
        text = "\n".join(["\t".join(headed), *("\t".join(map(str, line)) for line in lines)]) + "\n"
        QtGui.QGuiApplication.clipboard().setText(text)
        said = ngettext("{count} baris disalin.", "{count} baris disalin.", len(lines))
        self.say(said.format(count=len(lines)))

    def commit(self) -> None:
        self.bounds.commit()

    def _take(self, found: risk.Totals) -> None:
        self._found = found
        self.left_out.setText(left_out.words(found.whole.disputed))
        self.left_out.setVisible(bool(self.left_out.text()))
        self.bounds.set_value(str(found.bounds) if found.bounds is not None else "")
        lines = [
            IndicatorLine(
                one.code,
                _(one.label) if one.in_use else _("{label} (tidak dipakai lagi)").format(label=_(one.label)),
                _(one.variable) if one.variable else "",
                one.count,
                f"{one.share // 10},{one.share % 10}" if one.count else "",
                _(risk_bands.BAND_LABELS[one.band]) if one.band is not None else "",
            )
            for one in found.indicators
        ]
        self.indicators.set_rows(lines)
        keys = [column.key for column in self.indicators.model.columns]
        self.indicators.view.setColumnHidden(keys.index("band"), found.bounds is None)
        self.indicators.view.setColumnHidden(keys.index("variable"), not any(line.variable for line in lines))
        if self.indicators.current() is None and lines:
            self.indicators.show_row(max(lines, key=lambda line: line.count).code)
        self._show_regions()

    def _choose(self, line: IndicatorLine | None) -> None:
        if line is not None:
            self._code = line.code
            self._show_regions()

    def _show_regions(self) -> None:
        found = self._found
        if found is None:
            return
        one = next((one for one in found.indicators if one.code == self._code), None)
        parts = one.parts if one is not None else {}
        self.chosen_words.setText(_(one.label) if one is not None else "")
        rows = [_region(region, parts.get(region.code, 0), region.name) for region in found.regions]
        self.regions.set_rows(rows, _region(found.whole, sum(parts.values()), _("Jumlah")))

    def _follow(self, line: RegionLine, key: str) -> None:
        chosen: dict[str, object] = {"area": "" if line.code == self.desk.identity.place else line.code}
        if key == "present" and self._code:
            chosen["indicator"] = self._code
        if key in _CLASSES:
            chosen["risk"] = _CLASSES[key]
        self.followed.emit(chosen)

    def _follow_indicator(self, line: IndicatorLine) -> None:
        if self.split.is_narrow:
            self.split.show_detail()
            return
        self.followed.emit({"area": self.chosen.area, "indicator": line.code})

    def _save_bounds(self, typed: str) -> None:
        desk, row = self.desk, self.bounds_row
        row.accept()

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            row.refuse(errors.words(error))

        self.write(lambda: risk.set_bounds(desk, typed), failed=refused)


def _region(one: risk.RegionTotal, present: int, name: str) -> RegionLine:
    return RegionLine(
        one.code,
        name,
        one.stations,
        one.with_any,
        present,
        one.low,
        one.at_risk,
        one.high,
        one.special,
        one.unknown,
    )
