# SPDX-License-Identifier: Apache-2.0
"""Results of many TPS come in from Excel or a text file: their words, their columns, and which TPS have a note."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk_app.base.progress import Steps
from desk_app.base.text import _, ngettext
from desk_app.domain import errors, places, stations
from desk_app.domain.counts.words import DISCLAIMER
from desk_app.domain.words import dotted
from desk_app.operations import count_columns, count_compare, count_import, count_rules, elections
from desk_app.operations.desk import Desk
from ui.dialogs import workbook_ways
from ui.widgets import columns, import_result


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A line that the list alters in what the same person copied before."""

    row: int
    place: str
    field: str
    before: str
    after: str


class CountWay(workbook_ways.Way[count_compare.Preview]):
    """A list of results of one race, in any layout."""

    endings = (".xlsx", ".xls", ".ods", ".csv", ".tsv")
    files = "Excel, CSV (*.xlsx *.xls *.ods *.csv *.tsv)"

    def __init__(self, desk: Desk, race: str = "") -> None:
        """`race`: the one to begin with; "": the one that the sheet is named after."""
        self._desk = desk
        self.title = _("Masukkan hasil suara dari Excel")
        self.hint = _(
            "Satu baris satu TPS: kode TPS, atau nomor TPS dengan kode atau nama desanya. Angka disimpan seperti "
            "tertulis, juga bila jumlahnya tidak cocok; sel kosong dan “-” berarti tidak terbaca."
        )
        self.hint += f" {_(DISCLAIMER)}"
        self.file_words = _("Pilih daftar hasil suara")
        self.writing_words = _("Memasukkan hasil suara …")
        copied = count_rules.race_codes(desk)
        labels = {one.code: one.label for one in elections.working_event(desk).races}
        self.options_title = _("Jenis pemilihan")
        if len(copied) > 1:
            self.options = [("", _("Menurut nama lembar")), *((code, labels[code]) for code in copied)]
        self.chosen = race if race in copied and self.options else ""
        self.template = lambda path: count_import.write_template(desk, self._race(""), path)
        self.template_name = _("Hasil suara - contoh isian.xlsx")

    def changes(self) -> Sequence[columns.Column]:
        return [
            columns.Column("row", _("Baris"), 70, "right"),
            columns.Column("place", _("TPS"), 220),
            columns.Column("field", _("Isian"), 260, stretches=True),
            columns.Column("before", _("Salinan Anda"), 110, "right"),
            columns.Column("after", _("Menurut berkas"), 110, "right"),
        ]

    def look(self, path: Path) -> tuple[list[str], list[tuple[str, str]]]:
        names = count_import.sheet_names(path)
        return names, self._mappable(self._race(names[0] if names else ""))

    def known(self, found: count_compare.Preview) -> list[tuple[str, str]]:
        return self._mappable(found.race)

    def preview(self, path: Path, sheet: str, mapping: Mapping[str, str] | None) -> Steps[count_compare.Preview]:
        return count_import.preview(self._desk, path, self.chosen, sheet, mapping)

    def shown(self, found: count_compare.Preview) -> import_result.Result:
        return import_result.Result(
            counts=workbook_ways.counts(found),
            faults=[workbook_ways.fault(one) for one in found.faults],
            faulty=len(found.all_faults),
            changes=[_change(one) for one in found.differences],
            mapping=found.mapping,
            warnings=[workbook_ways.said(one) for one in found.warnings],
            remarks=[
                import_result.FaultLine(one.row, _subject(one.station), "", workbook_ways.said(one.words))
                for one in found.remarks
            ],
            sums=_told(found),
            faults_title=_("Tidak terbaca atau ditolak"),
        )

    def write(self, found: count_compare.Preview) -> Steps[workbook_ways.Written]:
        return count_import.write(self._desk, found)

    def button_words(self, good: int) -> str:
        return ngettext("Masukkan {count} TPS", "Masukkan {count} TPS", good).format(count=dotted(good))

    def done_words(self, written: workbook_ways.Written) -> str:
        said = _("{new} TPS baru dan {changed} yang berubah sudah dimasukkan.").format(
            new=dotted(written.new), changed=dotted(written.changed)
        )
        return said + workbook_ways.refused_words(written)

    def _race(self, sheet: str) -> str:
        """The race whose lines a column can be taken for before the sheet is read."""
        try:
            return self.chosen or count_import.race_of(self._desk, sheet)
        except errors.Refused:
            return count_rules.race_codes(self._desk)[0]

    def _mappable(self, race: str) -> list[tuple[str, str]]:
        return [(name, workbook_ways.said(label)) for name, label in count_columns.mappable(self._desk, race)]


def _told(found: count_compare.Preview) -> str:
    """What the list has, in sentences."""
    said = [
        _("{count} dari {all} baris formulir ada di berkas.").format(count=found.lines, all=found.form),
    ]
    if found.noted:
        rules = ", ".join(f"{rule.value} {dotted(of)}" for rule, of in found.broken.items())
        many = found.noted
        noted = ngettext(
            "{count} TPS disimpan dengan catatan ({rules}).", "{count} TPS disimpan dengan catatan ({rules}).", many
        )
        said.append(noted.format(count=dotted(many), rules=rules))
    if found.empty:
        many = found.empty
        empty = ngettext(
            "{count} baris tanpa satu angka pun dilewati.", "{count} baris tanpa satu angka pun dilewati.", many
        )
        said.append(empty.format(count=dotted(many)))
    if found.missing > 0:
        said.append(
            ngettext("{count} TPS tidak ada di berkas.", "{count} TPS tidak ada di berkas.", found.missing).format(
                count=dotted(found.missing)
            )
        )
    return " ".join(said)


def _change(one: count_compare.Difference) -> ChangeLine:
    line = workbook_ways.said(one.line)
    return ChangeLine(one.row, _subject(one.station), line, _figure(one.before), _figure(one.after))


def _figure(value: int | None) -> str:
    return "–" if value is None else dotted(value)


def _subject(subject: str) -> str:
    if not subject:
        return ""
    place = places.parse(subject)
    return f"{stations.label(place.number)} · {place.code}" if place.number else place.code
