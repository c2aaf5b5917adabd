# SPDX-License-Identifier: Apache-2.0
"""A new TPS, one after the other: the village stays, the number goes on by one."""

from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import localities, places
from desk_app.domain import stations as rules
from desk_app.operations import areas, level_words, stations
from desk_app.operations.desk import Desk
from ui import actions, errors, runner, theme
from ui.widgets import fields, form


class NewStationPanel(QtWidgets.QWidget):
    """`added(subject)`: a TPS was written. `closed()`: nothing more is to be added."""

    added = QtCore.Signal(str)
    closed = QtCore.Signal()

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        nouns = localities.words_for(desk.identity.place)
        self.district = fields.ChoiceField()
        self.village = fields.ChoiceField()
        self.number = fields.LineField(limit=7)
        self.male = fields.NumberField()
        self.female = fields.NumberField()
        self.site = fields.LineField(_("mis. SDN 12, balai desa"), limit=160)
        self.form = form.Form(2)
        self.form.add("district", nouns.district, self.district)
        self.form.add("village", level_words.villages(self._desk), self.village)
        self.form.add("number", _("Nomor TPS"), self.number, _("TPS lokasi khusus mulai nomor 901."))
        self.form.add("site", _("Tempat TPS"), self.site)
        self.form.add("dpt_male", _("DPT laki-laki (L)"), self.male)
        self.form.add("dpt_female", _("DPT perempuan (P)"), self.female)
        self.add_button = QtWidgets.QPushButton(_("Tambah TPS"))
        theme.set_role(self.add_button, "primary")
        self.add_button.clicked.connect(lambda _checked=False: self.add())
        close = QtWidgets.QPushButton(_("Selesai"))
        close.clicked.connect(lambda _checked=False: self.closed.emit())
        self.said = form.label("", "muted", wraps=True)
        buttons = QtWidgets.QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(close)
        buttons.addWidget(self.said, 1)
        card = form.card(self.form, title=_("TPS baru"))
        inside = card.layout()
        assert isinstance(inside, QtWidgets.QVBoxLayout)
        inside.addLayout(buttons)
        held = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(held)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(card)
        column.addStretch(1)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(form.scrolled(held))
        self.district.committed.connect(self._load_villages)
        self.village.committed.connect(lambda _code: self._suggest_number())
        for key in ("Return", "Enter"):
            actions.add(self, "", key, slot=self.add, window_wide=False)
        actions.add(self, "", "Esc", slot=self.closed.emit, window_wide=False)

    def begin(self, area: str) -> None:
        """Start with the kecamatan and desa the list shows."""
        self.form.accept_all()
        self.said.clear()

        def fill(found: list[areas.Area]) -> None:
            self.district.set_choices([(one.code, one.name) for one in found])
            district = places.district_of(area) if area else None
            self.district.set_value(district or (found[0].code if len(found) == 1 else None))
            self._load_villages(self.district.value(), area)

        self._runner.read(lambda: areas.districts(self._desk), fill, key="new station districts")
        self.district.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Write the TPS that is entered."""
        self.form.accept_all()
        village = self.village.value()
        if not village:
            self.form.rows["village"].refuse(_("Pilih desa/kelurahannya."))
            return
        try:
            number = rules.parse_number(self.number.value())
        except known.Refused as refusal:
            self.form.rows["number"].refuse(errors.words(refusal))
            return
        values: dict[str, Any] = {
            "dpt_male": self.male.value(),
            "dpt_female": self.female.value(),
            "site": self.site.value() or None,
        }
        self._runner.write(
            lambda: stations.create_station(self._desk, village, number, values),
            lambda _no: self._added(village, number),
            self._refused,
        )

    def _added(self, village: str, number: int) -> None:
        self.said.setText(_("{station} ditambahkan.").format(station=rules.label(number)))
        for field in (self.male, self.female):
            field.set_value(None)
        self.site.set_value("")
        self.number.set_value(str(number + 1) if number < 999 else "")
        self.number.setFocus()
        self.number.selectAll()
        self.added.emit(places.station_subject(village, number))

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.form.rows["number"].refuse(errors.words(error))

    def _load_villages(self, district: str | None, area: str = "") -> None:
        if not district:
            self.village.set_choices([])
            return

        def fill(found: list[areas.Area]) -> None:
            self.village.set_choices([(one.code, one.label) for one in found])
            self.village.set_value(area if area in {one.code for one in found} else None)
            self._suggest_number()

        self._runner.read(lambda: areas.villages(self._desk, district), fill, key="new station villages")

    def _suggest_number(self) -> None:
        village = self.village.value()
        if village:
            self._runner.read(
                lambda: _next_number(self._desk, village),
                lambda number: self.number.set_value(str(number)),
                key="new station number",
            )


def _next_number(desk: Desk, village: str) -> int:
    chosen = stations.StationFilter(area=village)
    numbers = stations.station_ids(desk, chosen, stations.Order.NUMBER)
    known_ = {row.number for row in stations.station_rows(desk, numbers) if row is not None}
    return max((one for one in known_ if not rules.is_special(one)), default=0) + 1
