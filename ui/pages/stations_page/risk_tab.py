# SPDX-License-Identifier: Apache-2.0
"""The tab Kerawanan: one row of filters over six views, each made when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import localities, places
from desk_app.domain import risk as rules
from desk_app.operations import areas, level_words, risk_indicators, stations
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.dialogs import workbook_button
from ui.pages.stations_page import guard_view, indicator_view, region_view, risk_list, risk_map, risk_part, risk_totals
from ui.widgets import area_choice, fields, form

LIST, MAP, TOTALS, GUARD, REGIONS, INDICATORS = range(6)
_PARTS: tuple[type[risk_part.RiskPart], ...] = (
    risk_list.RiskList,
    risk_map.RiskMap,
    risk_totals.RiskTotals,
    guard_view.GuardView,
    region_view.RegionView,
    indicator_view.IndicatorView,
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen: regions of the first level, and the indicators in use."""

    areas: list[areas.Area]
    indicators: list[rules.Indicator]


class RiskTab(QtWidgets.QWidget):
    """The tab. `show_chosen(fields of StationFilter)` narrows the list, `show_subject` opens one TPS."""

    navigate = QtCore.Signal(str, object)
    notices = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._desk = desk
        self._lanes = lanes
        self._failed = failed
        self._made: dict[int, risk_part.RiskPart] = {}
        self._stale: set[int] = set()
        self._subjects: tuple[str, ...] = ()
        self._is_province = desk.identity.level not in (places.Level.REGENCY.value, places.Level.DISTRICT.value)
        self._is_district = desk.identity.level == places.Level.DISTRICT.value
        self.tabs = QtWidgets.QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(_("Tampilan kerawanan"))
        names = (_("Daftar"), _("Peta"), _("Rekap"), _("Pengamanan"), _("Kategori wilayah"), _("Daftar indikator"))
        for words in names:
            self.tabs.addTab(words)
        self.area = area_choice.AreaChoice()
        self.area.picked.connect(lambda _code: self._filter())
        self.area.parts_wanted.connect(self._load_parts)
        self.risk = fields.ChoiceField(
            [("", _("Semua kelas"))]
            + [(one.value, _(rules.CLASS_LABELS[one])) for one in rules.RiskClass]
            + [(stations.NOT_CLASSED, _("Belum dikelaskan"))]
        )
        self.risk.set_value("")
        self.risk.setAccessibleName(_("Kelas kerawanan (Polri)"))
        self.indicator = fields.ChoiceField([("", _("Semua indikator"))])
        self.indicator.set_value("")
        self.indicator.setAccessibleName(_("Indikator"))
        for field in (self.risk, self.indicator):
            field.setMinimumContentsLength(9)
            field.committed.connect(lambda _code: self._filter())
        self.clear_button = QtWidgets.QPushButton(_("Hapus saringan"))
        icons.put(self.clear_button, "tutup", "primary")
        theme.set_role(self.clear_button, "link")
        self.clear_button.clicked.connect(lambda _checked=False: self.clear())
        self.clear_button.hide()
        self.copy_button = QtWidgets.QPushButton(_("Salin untuk WA"))
        icons.put(self.copy_button, "wa")
        self.copy_button.clicked.connect(lambda _checked=False: self.part(self.tabs.currentIndex()).copy_for_wa())
        line = QtWidgets.QHBoxLayout()
        line.setSpacing(theme.SPACE)
        line.addWidget(self.area, 3)
        line.addWidget(self.risk, 1)
        line.addWidget(self.indicator, 2)
        line.addWidget(self.clear_button)
        line.addStretch(1)
        self._line = line
        self.area.setMaximumWidth(440)
        top = QtWidgets.QHBoxLayout()
        top.addWidget(self.tabs, 1)
        self.excel_button = workbook_button.WorkbookButton(desk, lanes, "risk-ticks", "region-risk", "guards")
        self.excel_button.notices.connect(self.notices)
        top.addWidget(self.excel_button)
        top.addWidget(self.copy_button)
        self._areas: dict[int, QtWidgets.QWidget] = {}
        self.stack = QtWidgets.QStackedWidget()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(top)
        column.addLayout(line)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._shown)

    def begin(self) -> None:
        """Show the first view; called when the tab is first shown."""
        if not self._made:
            self._load()
            self._shown(self.tabs.currentIndex())

    def part(self, at: int) -> risk_part.RiskPart:
        """A view, made now if it was never shown."""
        if at not in self._made:
            made = _PARTS[at](self._desk, self._lanes, self._failed)
            made.navigate.connect(self.navigate)
            made.notices.connect(self.notices)
            made.followed.connect(self.show_chosen)
            made.opened.connect(self.show_subject)
            self._made[at] = made
            self._areas[at] = form.scrolled(made)  # at 150 % a view is higher than its room
            self.stack.addWidget(self._areas[at])
            if made.tools is not None:
                self._line.insertWidget(1, made.tools, 4)
            made.set_filter(self._chosen(made))
        return self._made[at]

    @property
    def list(self) -> risk_list.RiskList:
        """The list."""
        found = self.part(LIST)
        assert isinstance(found, risk_list.RiskList)
        return found

    def refresh(self, flags: frozenset[str]) -> None:
        """Read anew what is in front; the others when they are shown again."""
        if not self._made:
            return
        if not flags or flags & {"region", "setting", "election", "exchange", "risk_indicator"}:
            self._load()
        self._stale = set(self._made)
        self._freshen(self.tabs.currentIndex(), flags)

    def clear(self) -> None:
        """Show everything again, in the view that is in front."""
        self._narrow(stations.EVERYTHING)

    def show_chosen(self, chosen: dict[str, object]) -> None:
        """Narrow the list by fields of `StationFilter`, and show it."""
        self.tabs.setCurrentIndex(LIST)
        self.list.table.filter.clear()
        self._narrow(replace(stations.EVERYTHING, **chosen))  # type: ignore[arg-type]

    def show_subject(self, subject: str) -> None:
        """Open one TPS beside the list."""
        self.tabs.setCurrentIndex(LIST)
        self.list.show_subject(subject)
        self.list.ticks.begin()

    def commit(self) -> None:
        """Say what is entered and not yet told."""
        for made in self._made.values():
            made.commit()

    def _narrow(self, wanted: stations.StationFilter) -> None:
        self._subjects = tuple(wanted.subjects)
        self.area.set_area(wanted.area)
        self.risk.set_value(wanted.risk)
        self.indicator.set_value(wanted.indicator)
        self._filter()

    def _load(self) -> None:
        desk, province = self._desk, self._is_province

        def read() -> Choices:
            found = areas.regencies(desk) if province else areas.districts(desk)
            return Choices(found, risk_indicators.offered(desk))

        self._lanes.read(read, self._take, self._failed, key="risk choices")

    def _take(self, found: Choices) -> None:
        nouns = localities.words_for(self._desk.identity.place)
        first = _("Semua {nouns}").format(
            nouns="kabupaten/kota" if self._is_province else nouns.district.lower()
        )
        second = _("Semua {nouns}").format(
            nouns=nouns.district.lower() if self._is_province else level_words.villages(self._desk).lower()
        )
        self.area.set_areas(first, [(one.code, one.name) for one in found.areas], second)
        if self._is_district and found.areas:
            self.area.set_area(self._desk.identity.place)
            self.area.first.hide()
        chosen = self.indicator.value()
        self.indicator.set_choices(
            [("", _("Semua indikator")), *((one.code, f"{one.code}  {_(one.label)}") for one in found.indicators)]
        )
        self.indicator.set_value(chosen if chosen in {one.code for one in found.indicators} else "")

    def _load_parts(self, code: str) -> None:
        desk, province = self._desk, self._is_province

        def read() -> list[areas.Area]:
            return areas.districts_of(desk, code) if province else areas.villages(desk, code)

        self._lanes.read(
            read,
            lambda found: self.area.set_parts(code, [(one.code, one.name if province else one.label) for one in found]),
            self._failed,
            key="risk parts",
        )

    def _chosen(self, part: risk_part.RiskPart) -> stations.StationFilter:
        """The filter, as far as it narrows a view."""
        return stations.StationFilter(
            area=self.area.area if "area" in part.filters else "",
            risk=str(self.risk.value() or "") if "risk" in part.filters else "",
            indicator=str(self.indicator.value() or "") if "indicator" in part.filters else "",
            subjects=self._subjects if part is self._made.get(LIST) else (),
        )

    def _filter(self) -> None:
        if not self._made:
            return
        self._stale = set(self._made)
        self._freshen(self.tabs.currentIndex(), frozenset())
        self._show_filters()

    def _freshen(self, at: int, flags: frozenset[str]) -> None:
        self._stale.discard(at)
        part = self.part(at)
        chosen = self._chosen(part)
        if chosen != part.chosen:
            part.set_filter(chosen)
        else:
            part.refresh(flags)

    def _shown(self, at: int) -> None:
        part = self.part(at)
        self.stack.setCurrentWidget(self._areas[at])
        self._show_filters()
        if at in self._stale or part.chosen != self._chosen(part):
            self._freshen(at, frozenset())

    def _show_filters(self) -> None:
        part = self.part(self.tabs.currentIndex())
        for field, name in ((self.area, "area"), (self.risk, "risk"), (self.indicator, "indicator")):
            field.setVisible(name in part.filters)
        for made in self._made.values():
            if made.tools is not None:
                made.tools.setVisible(made is part)
        self.copy_button.setVisible(part.has_copy)
        chosen = self._chosen(part)
        area = "" if self._is_district else chosen.area
        self.clear_button.setVisible(bool(area or chosen.risk or chosen.indicator or chosen.subjects))
