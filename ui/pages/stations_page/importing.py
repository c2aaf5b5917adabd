# SPDX-License-Identifier: Apache-2.0
"""A list of TPS comes in from Excel: its words, its columns, what of it is odd, and its empty form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk_app.base.progress import Steps
from desk_app.base.text import _, ngettext
from desk_app.domain import places, records, risk
from desk_app.domain import stations as rules
from desk_app.domain.words import dotted
from desk_app.operations import station_import, workbook_export
from desk_app.operations.desk import Desk
from ui.dialogs import workbook_ways
from ui.widgets import columns, import_result

TEMPLATE_NAME = "Daftar TPS - contoh isian.xlsx"


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A TPS that the list alters, one field of it."""

    place: str
    field: str
    before: str
    after: str


class StationWay(workbook_ways.Way[station_import.Preview]):
    """The list of TPS, as KPU or somebody else wrote it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.title = _("Impor daftar TPS dari Excel")
        self.hint = _(
            "Satu baris satu TPS: kode desa (atau kecamatan dan desa), nomor TPS, DPT L dan P. "
            "Judul kolom dari KPU biasanya dikenali. Data baru ditulis setelah tombol Masukkan ditekan."
        )
        self.file_words = _("Pilih daftar TPS")
        self.writing_words = _("Memasukkan daftar TPS …")
        self.template = lambda path: workbook_export.write_template(desk, path)
        self.template_name = TEMPLATE_NAME

    def changes(self) -> Sequence[columns.Column]:
        return [
            columns.Column("place", _("TPS"), 200),
            columns.Column("field", _("Isian"), 160),
            columns.Column("before", _("Sekarang"), 180),
            columns.Column("after", _("Menurut berkas"), 180, stretches=True),
        ]

    def look(self, path: Path) -> tuple[list[str], list[tuple[str, str]]]:
        return station_import.sheet_names(path), [(one.value, one.value) for one in station_import.Column]

    def preview(self, path: Path, sheet: str, mapping: Mapping[str, str] | None) -> Steps[station_import.Preview]:
        return station_import.preview_stations(self._desk, path, sheet, mapping)

    def shown(self, found: station_import.Preview) -> import_result.Result:
        return import_result.Result(
            counts=workbook_ways.counts(found),
            faults=[workbook_ways.fault(one) for one in found.faults],
            faulty=len(found.all_faults),
            changes=[line for one in found.differences for line in _changes(one)],
            mapping=found.mapping,
            warnings=[workbook_ways.said(one) for one in found.warnings],
            remarks=[
                import_result.FaultLine(one.row, _subject(one.station), "", workbook_ways.said(one.words))
                for one in found.remarks
            ],
            sums=_sums(found),
        )

    def write(self, found: station_import.Preview) -> Steps[workbook_ways.Written]:
        return station_import.import_stations(self._desk, found)

    def button_words(self, good: int) -> str:
        return ngettext("Masukkan {count} TPS", "Masukkan {count} TPS", good).format(count=dotted(good))

    def done_words(self, written: workbook_ways.Written) -> str:
        said = _("{new} TPS baru dan {changed} yang berubah sudah dimasukkan.").format(
            new=dotted(written.new), changed=dotted(written.changed)
        )
        return said + workbook_ways.refused_words(written)


def _sums(found: station_import.Preview) -> str:
    total = found.dpt_male + found.dpt_female
    said = _("DPT dalam berkas: {total} (L {male} + P {female}).").format(
        total=dotted(total), male=dotted(found.dpt_male), female=dotted(found.dpt_female)
    )
    if found.missing:
        said += " " + _("{count} TPS yang sudah ada tidak disebut dalam berkas dan tetap ada.").format(
            count=dotted(found.missing)
        )
    return said


def _changes(one: station_import.Difference) -> list[ChangeLine]:
    return [
        ChangeLine(_subject(one.subject), _(records.STATION.field(name).label), _value(name, old), _value(name, new))
        for name, (old, new) in one.fields.items()
    ]


def _value(name: str, value: Any) -> str:
    if value is None:
        return "–"
    if name == "risk":
        return _(risk.CLASS_LABELS[risk.RiskClass(value)])
    return str(value)


def _subject(subject: str) -> str:
    place = places.parse(subject)
    return f"{rules.label(place.number)} · {place.code}" if place.number else place.code
