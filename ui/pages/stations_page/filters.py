# SPDX-License-Identifier: Apache-2.0
"""What narrows the list of TPS: kecamatan, desa, readiness, risk, and a selection that came from elsewhere."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import localities, places, readiness, risk
from desk_app.operations import areas, level_words, stations
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.widgets import fields, flow_row

_WITH_ISSUES = "with_issues"
_UNRECORDED = "unrecorded"


class StationFilters(QtWidgets.QWidget):
    """`changed()`: `chosen` is another one. The text that is typed belongs to the list, not here."""

    changed = QtCore.Signal()

    def __init__(self, desk: Desk, lanes: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = lanes
        self._subjects: tuple[str, ...] = ()
        self._states: tuple[readiness.Readiness, ...] = ()
        self._area = ""
        nouns = localities.words_for(desk.identity.place)
        self._all_districts = _("Semua {nouns}").format(nouns=nouns.district.lower())
        self._all_villages = _("Semua {nouns}").format(nouns=level_words.villages(self._desk).lower())
        self.district = fields.ChoiceField([("", self._all_districts)])
        self.district.setAccessibleName(nouns.district)
        self.village = fields.ChoiceField([("", self._all_villages)])
        self.village.setAccessibleName(level_words.villages(self._desk))
        self.state = fields.ChoiceField(
            [("", _("Semua kesiapan"))]
            + [(state.value, _(state.label)) for state in readiness.Readiness]
            + [(_WITH_ISSUES, _("Dengan permasalahan")), (_UNRECORDED, _("Bermasalah, belum dicatat"))]
        )
        self.state.mark(readiness.Readiness)
        self.state.setAccessibleName(_("Kesiapan"))
        self.risk = fields.ChoiceField(
            [("", _("Semua kerawanan"))]
            + [(one.value, _(risk.CLASS_LABELS[one])) for one in risk.RiskClass]
            + [(stations.NOT_CLASSED, _("Belum dikelaskan"))]
        )
        self.risk.setAccessibleName(_("Kerawanan (Polri)"))
        self.clear_button = QtWidgets.QPushButton(_("Hapus saringan"))
        icons.put(self.clear_button, "tutup", "primary")
        theme.set_role(self.clear_button, "link")
        self.clear_button.clicked.connect(lambda _checked=False: self.clear())
        self.clear_button.hide()
        row = flow_row.FlowRow(theme.SPACE)
        self.setLayout(row)
        for field, length in ((self.district, 12), (self.village, 14), (self.state, 12), (self.risk, 12)):
            field.setMinimumContentsLength(length)
            field.set_value("")
            row.addWidget(field)
        row.addWidget(self.clear_button)
        self.district.committed.connect(self._district_chosen)
        self.village.committed.connect(self._area_chosen)
        self.state.committed.connect(self._state_chosen)
        self.risk.committed.connect(lambda _code: self._tell())
        # A kecamatan has only itself to choose.
        self.district.setVisible(desk.identity.level != places.Level.DISTRICT.value)

    def load(self) -> None:
        """Read the names of the regions; again after the list of regions has changed."""
        self._runner.read(lambda: areas.districts(self._desk), self._take_districts, key="stations districts")
        self._load_villages()

    def chosen(self) -> stations.StationFilter:
        """The filter as it stands, without typed words."""
        state = self.state.value() or ""
        states = self._states
        if not states and state in set(readiness.Readiness):
            states = (readiness.Readiness(state),)
        return stations.StationFilter(
            area=self._area,
            states=states,
            risk=self.risk.value() or "",
            with_issues=state == _WITH_ISSUES,
            subjects=self._subjects,
            unrecorded=state == _UNRECORDED,
        )

    @property
    def is_set(self) -> bool:
        return self.chosen() != stations.EVERYTHING

    def show_chosen(self, chosen: Mapping[str, object]) -> None:
        """Take a filter from elsewhere, by the names of `StationFilter`; the others are cleared."""
        wanted = replace(stations.EVERYTHING, **{name: value for name, value in chosen.items() if name != "text"})  # type: ignore[arg-type]
        self._subjects = tuple(wanted.subjects)
        states = tuple(readiness.Readiness(state) for state in wanted.states)
        # Several states at once do not fit the chooser: they stay until something else is chosen there.
        self._states = states if len(states) > 1 else ()
        one = states[0].value if len(states) == 1 else ""
        self.state.set_value(_WITH_ISSUES if wanted.with_issues else _UNRECORDED if wanted.unrecorded else one)
        self.risk.set_value(wanted.risk)
        self._set_area(wanted.area)
        self._tell()

    def clear(self) -> None:
        """Show everything again."""
        self.show_chosen({})

    def _set_area(self, code: str) -> None:
        self._area = code
        self.district.set_value(places.district_of(code) or "" if code else "")
        self.village.set_value(code)
        self._load_villages()

    def _district_chosen(self, code: str) -> None:
        self._area = code or ""
        self.village.set_value("")
        self._load_villages()
        self._tell()

    def _area_chosen(self, code: str) -> None:
        self._area = code or self.district.value() or ""
        self._tell()

    def _state_chosen(self, _code: str) -> None:
        self._states = ()
        self._tell()

    def _tell(self) -> None:
        self.clear_button.setVisible(self.is_set)
        self.changed.emit()

    def _take_districts(self, found: list[areas.Area]) -> None:
        self.district.set_choices([("", self._all_districts), *((area.code, area.name) for area in found)])
        self.district.set_value(places.district_of(self._area) or "" if self._area else "")

    def _load_villages(self) -> None:
        district = (
            places.district_of(self._area or self._desk.identity.place) if self._area or self._is_district else None
        )
        self.village.setEnabled(bool(district))
        self.village.setVisible(bool(district))
        if not district:
            self.village.set_choices([("", self._all_villages)])
            self.village.set_value("")
            return
        self._runner.read(lambda: areas.villages(self._desk, district), self._take_villages, key="stations villages")

    @property
    def _is_district(self) -> bool:
        return self._desk.identity.level == places.Level.DISTRICT.value

    def _take_villages(self, found: list[areas.Area]) -> None:
        self.village.set_choices([("", self._all_villages), *((area.code, area.label) for area in found)])
        self.village.set_value(self._area if self._area in {area.code for area in found} else "")
