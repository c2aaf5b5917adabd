# SPDX-License-Identifier: Apache-2.0
"""Jalan dan sinyal: how each kecamatan and its desa/kelurahan are reached and heard of, beside whom to call there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6 import QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import access, places
from desk_app.operations import level_words, region_access
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.activities_page import part
from ui.widgets import columns, drafts, fields, form, marks, record_form, table_panel


@dataclass(frozen=True, slots=True)
class Line:
    """A kecamatan, or a desa/kelurahan under it, in words."""

    code: str
    name: str
    way: str
    signal: marks.Marked | str
    travel: int | None
    note: str


class ReachingCard(part.Part):
    """The card: the kecamatan, and what is known of the one that is chosen."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self._rows: dict[str, region_access.RegionAccess] = {}
        noun = level_words.words_of(desk).district
        self.count = form.label("", "muted", wraps=True)
        self.table = table_panel.TablePanel(
            [
                columns.Column("name", noun, 120, stretches=True, below="note"),
                columns.Column("way", _("Cara mencapai"), 100),
                columns.Column("signal", _("Sinyal"), 100),
                columns.Column("travel", _("Menit"), 64, "right"),
                columns.Column("note", _("Catatan"), 100),
            ],
            name="access",
            identity="code",
            filter_words=_("Cari wilayah …"),
            unit=lambda count: ngettext("{count} wilayah", "{count} wilayah", count),
        )
        self.table.setFixedHeight(260)
        self.villages = QtWidgets.QCheckBox(_("Dengan desa/kelurahan"))
        self.villages.setChecked(desk.identity.level == places.Level.DISTRICT.value)
        self.villages.clicked.connect(lambda _on: self.reload())
        self.table.told.connect(self.told)
        self.table.chosen.connect(lambda _line: self._show_one())
        self.form = record_form.RecordForm(3)
        self.form.add("way", _("Cara mencapai"), _choice(access.WAY_LABELS))
        self.form.add("signal", _("Sinyal telepon"), _choice(access.SIGNAL_LABELS))
        self.form.add("travel", _("Lama perjalanan (menit)"), fields.NumberField())
        self.form.add("note", _("Catatan"), fields.NoteField(_("mis. perahu dua kali sehari"), lines=2), wide=True)
        self.form.edited.connect(self._save)
        if desk.identity.level == places.Level.DISTRICT.value:
            self.form.set_read_only(True)
        self.card = form.card(self.count, self.villages, self.table, self.form, title=_("Jalan dan sinyal"))
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)
        self.form.hide()

    def reload(self) -> None:
        desk, districts_only = self.desk, not self.villages.isChecked()
        self.lanes.read(
            lambda: region_access.regions(desk, districts_only=districts_only),
            self._take,
            self.failed,
            key="region access",
        )

    def commit(self) -> None:
        self.form.commit()

    def _take(self, found: list[region_access.RegionAccess]) -> None:
        self._rows = {one.code: one for one in found}
        self.table.set_rows([_line(one) for one in found])
        hard = sum(one.own.is_hard for one in found)
        self.count.setText(
            ngettext(
                "{count} wilayah sulit dijangkau: laporannya dapat terlambat.",
                "{count} wilayah sulit dijangkau: laporannya dapat terlambat.",
                hard,
            ).format(count=hard)
        )
        self._show_one()

    def _show_one(self) -> None:
        line = self.table.current()
        one = self._rows.get(line.code) if line is not None else None
        self.form.setVisible(one is not None)
        if one is None:
            self.form.show_record(None, {})
            return
        facts = one.own
        values = {"way": facts.way, "signal": facts.signal, "travel": facts.travel, "note": facts.note}
        self.form.show_record(one.code, values, one.seen)

    def _save(self, code: str, name: str, value: Any) -> None:
        desk, seen = self.desk, self.form.seen(name)

        def work() -> None:
            words: dict[str, Any] = {name: str(value or "")}
            if name == "travel":
                region_access.set_travel(desk, code, value, seen=seen)
            else:
                region_access.set_facts(desk, code, seen=seen, **words)

        self.write_field(work, lambda said: self.form.refuse(code, name, said))


def _choice(labels: Any) -> fields.ChoiceField:
    return fields.ChoiceField([("", _("Belum diketahui")), *((one.value, _(said)) for one, said in labels.items())])


def _line(one: region_access.RegionAccess) -> Line:
    facts = one.facts
    way = _(access.WAY_LABELS.get(facts.way, facts.way)) if facts.way else ""
    signal: marks.Marked | str = _(access.SIGNAL_LABELS.get(facts.signal, facts.signal)) if facts.signal else ""
    if facts.signal in (access.Signal.WEAK, access.Signal.NONE):
        signal = marks.Marked(str(signal), "masalah" if facts.is_silent else "belum_lengkap")
    if way and not one.own.way:
        way = _("{way} (kecamatannya)").format(way=way)
    name = f"    {one.name}" if one.level is places.Level.VILLAGE else one.name
    return Line(one.code, name, way, signal, facts.travel, facts.note)
