# SPDX-License-Identifier: Apache-2.0
"""The rules of the count: which races are copied and by how many, from when to when, who sees totals, participation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import elections as election_rules
from desk_app.domain import errors as known
from desk_app.domain import indicators, zones
from desk_app.operations import candidates, count_rules, days, elections, settings
from desk_app.operations.desk import Desk
from ui import errors, theme
from ui.pages.settings_page import section
from ui.widgets import fields, form, moment_field

_MOMENTS = ("opens", "closes")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the card shows. `today`: the day that an hour alone is of."""

    rules: count_rules.Rules
    races: tuple[election_rules.Race, ...]
    zone: zones.Zone
    today: date
    seen: int


def read(desk: Desk) -> Shown:
    """Read all of it, for a worker."""
    return Shown(
        count_rules.rules(desk),
        elections.working_event(desk).races,
        settings.zone(desk),
        days.today(desk),
        candidates.seen(desk),
    )


class RaceTicks(QtWidgets.QWidget):
    """A line a race: copied, and copied by a second person. `altered(name of the rule, codes)`."""

    altered = QtCore.Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.copied: dict[str, QtWidgets.QCheckBox] = {}
        self.second: dict[str, QtWidgets.QCheckBox] = {}
        self._grid = QtWidgets.QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * theme.SPACE)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)

    def show_rules(self, races: Sequence[election_rules.Race], held: count_rules.Rules, *, may: bool) -> None:
        """Tick what holds; the boxes stay as long as the races do."""
        if list(self.copied) != [race.code for race in races]:
            self._build(races)
        for code, box in self.copied.items():
            box.setChecked(code in held.races)
            box.setEnabled(may)
            self.second[code].setChecked(code in held.second_entry)
            self.second[code].setEnabled(may and code in held.races)

    def _build(self, races: Sequence[election_rules.Race]) -> None:
        form.empty(self._grid)
        self.copied, self.second = {}, {}
        for at, words in enumerate((_("Disalin"), _("Disalin dua kali"))):
            self._grid.addWidget(form.label(words, "label"), 0, at)
        for row, race in enumerate(races, 1):
            copied = QtWidgets.QCheckBox(race.label.replace("&", "&&"))
            second = QtWidgets.QCheckBox(_("oleh orang lain"))
            second.setAccessibleName(_("{race} disalin dua kali").format(race=race.label))
            copied.clicked.connect(lambda _on: self._tell("races", self.copied))
            second.clicked.connect(lambda _on: self._tell("second_entry", self.second))
            self.copied[race.code], self.second[race.code] = copied, second
            self._grid.addWidget(copied, row, 0)
            self._grid.addWidget(second, row, 1)

    def _tell(self, name: str, boxes: dict[str, QtWidgets.QCheckBox]) -> None:
        self.altered.emit(name, [code for code, box in boxes.items() if box.isChecked()])


class CountRulesCard(QtWidgets.QFrame):
    """The card; it writes through the section in which it stands."""

    def __init__(self, host: section.Section) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self._host, self._desk = host, host.desk
        self._may = count_rules.may_edit(self._desk)
        self._shown: Shown | None = None
        self.races = RaceTicks()
        self.races.altered.connect(self._tick_races)
        self.refusal = form.label("", "error", wraps=True)
        self.refusal.hide()
        self.form = form.Form(2)
        self.moments = {name: moment_field.MomentField() for name in _MOMENTS}
        for name, words in zip(_MOMENTS, (_("Entri dibuka"), _("Entri ditutup")), strict=True):
            field = self.moments[name]
            field.setPlaceholderText(_("mis. 27-11-2024 13.00"))
            self.form.add(name, words, field)
            field.committed.connect(lambda moment, name=name: self._set_moment(name, moment))
        self.target = fields.LineField("82,5", limit=8)
        self.target.setMaximumWidth(120)
        self.form.add("target", _("Target partisipasi (%)"), self.target, _("Kosong: tidak ada target."))
        self.target.committed.connect(self._set_target)
        self.denominator = fields.ChoiceField([(code, _(words)) for code, words in count_rules.DENOMINATORS.items()])
        hint = _("Tertulis di setiap tabel partisipasi.")
        self.form.add("denominator", _("Partisipasi dibagi dengan"), self.denominator, hint)
        self.denominator.committed.connect(lambda code: self._save("denominator", code))
        self.flags: dict[str, QtWidgets.QCheckBox] = {}
        told = form.card(margin=0)
        theme.set_role(told, "plain")
        inside = told.layout()
        assert inside is not None
        for name, words, more in (
            (
                "lock",
                _("Dikunci setelah lengkap"),
                _("Penyalin tidak dapat mengubah lagi; yang memperbaiki pemeriksa di kabupaten/kota."),
            ),
            (
                "brief",
                _("Isian ringkas"),
                _("Hanya kolom jumlah (J): tanpa laki-laki dan perempuan, tanpa pemilih disabilitas."),
            ),
            (
                "districts_see",
                _("Kecamatan melihat jumlah suara wilayahnya sendiri"),
                _("Tanpa ini kecamatan menyalin per TPS dan tidak melihat jumlahnya."),
            ),
        ):
            box = self.flags[name] = QtWidgets.QCheckBox(words)
            box.setEnabled(self._may)
            box.clicked.connect(lambda on, name=name: self._save(name, on))
            inside.addWidget(box)
            said = form.label(more, "small", wraps=True)
            said.setIndent(24)
            inside.addWidget(said)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addWidget(form.label(_("Aturan penyalinan"), "heading"))
        if not self._may:
            words = _("Diatur oleh kantor kabupaten/kota, dan sampai lewat Terima Data.")
            column.addWidget(form.label(words, "muted", wraps=True))
        said = form.label(
            _("Disalin dua kali: orang kedua menyalin tanpa melihat salinan pertama, dan yang berbeda diperiksa."),
            "small",
            wraps=True,
        )
        for part in (self.races, said, self.refusal, self.form, told):
            column.addWidget(part)
        for row in self.form.rows.values():
            row.field.setEnabled(self._may)

    def show_read(self, shown: Shown) -> None:
        """Show what was read; what is being typed stays."""
        self._shown = shown
        held = shown.rules
        self.races.show_rules(shown.races, held, may=self._may)
        for name, field in self.moments.items():
            field.today = shown.today
            moment = getattr(held, name)
            local = zones.local(moment, shown.zone).replace(tzinfo=None) if moment is not None else None
            self.form.rows[name].show_value(local, shown.seen)
            hint = _("Kosong: kapan saja.") if name == "opens" else _("Kosong: tanpa batas.")
            self.form.rows[name].set_hint(f"{shown.zone.value} · {hint}")
        target = indicators.plain(held.target, 2) if held.target is not None else ""
        self.form.rows["target"].show_value(target, shown.seen)
        self.form.rows["denominator"].show_value(held.denominator, shown.seen)
        for name, box in self.flags.items():
            box.setChecked(bool(getattr(held, name)))

    def _tick_races(self, name: str, codes: list[str]) -> None:
        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.refusal.setText(errors.words(error))
            self.refusal.show()
            self._host.refresh()

        desk = self._desk
        self.refusal.hide()
        values: dict[str, Any] = {name: codes}
        if name == "races" and self._shown is not None:
            values["second_entry"] = [code for code in self._shown.rules.second_entry if code in codes]
        self._host.lanes.write(lambda: count_rules.edit(desk, **values), None, refused)

    def _set_moment(self, name: str, moment: datetime | None) -> None:
        zone = self._shown.zone if self._shown is not None else settings.zone(self._desk)
        self._save(name, None if moment is None else zones.moment(moment, zone))

    def _set_target(self, typed: str) -> None:
        try:
            value = indicators.parse(typed, 2) if typed else None
        except known.Refused:
            words = _("Tulis persen dengan paling banyak dua angka di belakang koma, seperti 82,5.")
            self.form.rows["target"].refuse(words)
            return
        self._save("target", value)

    def _save(self, name: str, value: object) -> None:
        desk, row = self._desk, self.form.rows.get(name)
        seen = row.seen if row is not None else (self._shown.seen if self._shown is not None else None)
        self._host.write(lambda: count_rules.edit(desk, seen=seen, **{name: value}), row=row)
