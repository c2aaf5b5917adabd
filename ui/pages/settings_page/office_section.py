# SPDX-License-Identifier: Apache-2.0
"""Kantor: name, place, the words of the levels of government, host unit, time zone."""

from dataclasses import dataclass

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.domain import localities, zones
from desk_app.operations import level_words, office_identity, region_search, settings
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.settings_page import section
from ui.widgets import fields, form


@dataclass(frozen=True, slots=True)
class Shown:
    kept: dict[str, str]
    usual: localities.Words
    place: str


class OfficeSection(section.Section):
    """What the office is."""

    listens = frozenset({"setting", "office"})

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        section.add_title(self, _("Kantor"))
        self.form = form.Form(2)
        self.name = fields.LineField(limit=160)
        self.name.committed.connect(self._rename)
        self.form.add("name", _("Nama desk"), self.name, _("Tampil di layar dan pada kiriman data."))
        self.place = QtWidgets.QLineEdit(readOnly=True)
        self.form.add("place", _("Tempat"), self.place, _("Tempat tidak dapat diubah; kantor lain dibuat tersendiri."))
        self.short = fields.LineField(limit=12)
        self.short.committed.connect(self._shorten)
        self.form.add("short", _("Kode pendek"), self.short, _("Di depan nomor permasalahan, seperti WAJ-0001."))
        default = zones.zone_of(desk.identity.place)
        self.zone = fields.ChoiceField(
            [("", _("{zone} (menurut provinsi)").format(zone=default)), *((str(one), str(one)) for one in zones.Zone)]
        )
        self._setting("zone", _("Zona waktu"), self.zone)
        self.host = fields.LineField(limit=200)
        hint = _("Baris kop bila bukan kepala daerah yang menandatangani.")
        self._setting("host_unit", _("Perangkat daerah tempat desk"), self.host, hint)
        self.city = fields.LineField(limit=80)
        hint = _("Seperti “Sengkang”: Sengkang, 13 Februari 2024.")
        self._setting("city", _("Kota pada tanggal surat"), self.city, hint)
        self.organisation = fields.LineField(limit=400)
        self._setting("organisation", _("Dasar pembentukan desk"), self.organisation, wide=True)
        self.column.addWidget(self.form)
        self.column.addWidget(form.line())
        section.add_title(
            self,
            _("Sebutan wilayah"),
            _("Kosong berarti sebutan yang lazim di provinsi ini. Sebutan ini dipakai pada naskah."),
        )
        self.words = form.Form(4)
        self.nouns: dict[str, fields.LineField] = {}
        for name, label in level_words.LABELS.items():
            field = fields.LineField(limit=60)
            made = self.words.add(name, _(label), field)
            kept = settings.word_setting(name)
            field.committed.connect(lambda value, kept=kept, row=made: self.keep(row, kept, value))
            self.nouns[name] = field
        self.column.addWidget(self.words)
        self.column.addStretch(1)

    def refresh(self) -> None:
        desk = self.desk
        self.read(lambda: _read(desk), self._show)

    def _setting(
        self, name: str, label: str, field: fields.LineField | fields.ChoiceField, hint: str = "", *, wide: bool = False
    ) -> None:
        row = self.form.add(name, label, field, hint, wide=wide)
        field.committed.connect(lambda value: self.keep(row, name, value))

    def _show(self, shown: Shown) -> None:
        identity = self.desk.identity
        self.name.set_value(identity.name)
        self.short.set_value(identity.short)
        self.place.setText(shown.place)
        self.place.setCursorPosition(0)
        self.place.setToolTip(shown.place)
        self.zone.set_value(shown.kept["zone"])
        self.host.set_value(shown.kept["host_unit"])
        self.city.set_value(shown.kept["city"])
        self.organisation.set_value(shown.kept["organisation"])
        for name, field in self.nouns.items():
            field.setPlaceholderText(getattr(shown.usual, name))
            field.set_value(shown.kept[settings.word_setting(name)])

    def _rename(self, value: str) -> None:
        desk = self.desk
        self.write(lambda: office_identity.rename(desk, name=value), row=self.form.rows["name"])

    def _shorten(self, value: str) -> None:
        desk = self.desk
        self.write(lambda: office_identity.rename(desk, short=value), row=self.form.rows["short"])


def _read(desk: Desk) -> Shown:
    return Shown(settings.all_of(desk), level_words.usual(desk), region_search.words_of(desk.identity.place))
