# SPDX-License-Identifier: Apache-2.0
"""Who guards the TPS: the pattern of each class, and by kecamatan the personnel needed, at hand and missing."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import guarding as rules
from desk_app.domain import risk as risk_rules
from desk_app.domain.words import dotted
from desk_app.operations import areas, guarding, left_out, risk_text
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.pages.stations_page import risk_part
from ui.widgets import columns, fields, figure_table, form


@dataclass(frozen=True, slots=True)
class Shown:
    """The table, and what is kept of the personnel at hand."""

    table: guarding.GuardTable
    at_hand: dict[str, guarding.Guarded]
    whole: str


class AtHandColumn(figure_table.FigureColumn):
    """A figure that may be unknown, which is not 0."""

    __slots__ = ()

    def show(self, value: object) -> str:
        return dotted(value) if isinstance(value, int) else "?"


class GuardView(risk_part.RiskPart):
    """Patterns at the top, the table in the middle, the personnel of the chosen region below."""

    filters = frozenset(("area",))

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed)
        self._shown: Shown | None = None
        self._region = ""
        self.patterns = form.Form(4)
        for one in risk_rules.RiskClass:
            field = fields.LineField(_("belum diisi"), limit=20)
            self.patterns.add(one.value, _(risk_rules.CLASS_LABELS[one]), field)
            field.committed.connect(lambda text, one=one: self._save_pattern(one, text))
        self.example = QtWidgets.QPushButton(_("Isi dengan contoh {year}").format(year=rules.EXAMPLE_YEAR))
        said = ", ".join(f"{_(risk_rules.CLASS_LABELS[one])} {made}" for one, made in rules.EXAMPLE.items())
        self.example.setToolTip(said)
        self.example.clicked.connect(lambda _checked=False: self.fill_example())
        note = _("Contoh Pemilu {year}: {patterns} ({source}). Pola tahun ini dari Polri; tanyakan kepada Polres.")
        self.note = form.label(
            note.format(year=rules.EXAMPLE_YEAR, patterns=said, source=rules.EXAMPLE_SOURCE), "small", wraps=True
        )
        title = form.label(_("Pola Polri-TPS-Linmas per kelas"), "heading")
        head = QtWidgets.QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.example)
        card = form.card()
        inside = card.layout()
        assert isinstance(inside, QtWidgets.QVBoxLayout)
        inside.addLayout(head)
        inside.addWidget(self.patterns)
        inside.addWidget(self.note)
        self.table = figure_table.FigureTable(
            [
                columns.Column("name", _("Wilayah"), 150, stretches=True),
                figure_table.FigureColumn("stations", _("TPS"), 60, "right"),
                figure_table.FigureColumn("without", _("Tanpa pola"), 84, "right", state="masalah"),
                figure_table.FigureColumn("own", _("Pola sendiri"), 88, "right"),
                figure_table.FigureColumn("police", _("Polri perlu"), 88, "right"),
                AtHandColumn("police_at_hand", _("Polri ada"), 76, "right"),
                AtHandColumn("police_short", _("Polri kurang"), 92, "right", state="masalah"),
                figure_table.FigureColumn("linmas", _("Linmas perlu"), 96, "right"),
                AtHandColumn("linmas_at_hand", _("Linmas ada"), 84, "right"),
                AtHandColumn("linmas_short", _("Linmas kurang"), 100, "right", state="masalah"),
                columns.Column("source", _("Sumber"), 140),
            ],
            name="guarding",
        )
        self.table.view.chosen.connect(self._choose_row)
        self.table.followed.connect(self._follow)
        self.table.told.connect(self.say)
        self.police, self.linmas = fields.NumberField(), fields.NumberField()
        self.source = fields.LineField(_("mis. Polres, surat dan tanggalnya"), limit=200)
        self.form = form.Form(3)
        self.form.add("police", _("Polri yang ada"), self.police)
        self.form.add("linmas", _("Linmas yang ada"), self.linmas)
        self.form.add("source", _("Sumber"), self.source)
        for name in ("police", "linmas", "source"):
            self.form.rows[name].field.committed.connect(lambda _value, name=name: self._save_at_hand(name))
        self.region = form.label("", "heading", wraps=True)
        self.left_out = form.label("", "muted", wraps=True)
        self.left_out.hide()
        self.table.setMinimumHeight(4 * theme.ROW_HEIGHT + 60)
        whole = QtWidgets.QWidget()
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(form.scrolled(whole))
        column = QtWidgets.QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(card)
        column.addWidget(self.table, 1)
        column.addWidget(self.left_out)
        column.addWidget(form.card(self.region, self.form))
        self.first_field = self.table.view

    def refresh(self, flags: frozenset[str] = frozenset()) -> None:
        desk, area = self.desk, self.chosen.area

        def read() -> Shown:
            table = guarding.table(desk, area)
            return Shown(table, guarding.at_hand(desk), areas.named(desk, table.total.code).label)

        self.read(read, self._take)

    def copy_for_wa(self) -> None:
        desk, shown = self.desk, self._shown
        if shown is not None:
            self.read(lambda: risk_text.guard_text(desk, shown.table), self.to_clipboard)

    def commit(self) -> None:
        self.patterns.commit()
        self.form.commit()

    def fill_example(self) -> None:
        """Take the pattern of 2019 for the classes that have none yet; it stays marked as an example above."""
        desk, held = self.desk, self._shown.table.patterns if self._shown is not None else {}
        typed = {one: str(made) for one, made in rules.EXAMPLE.items() if one not in held}
        if not typed:
            self.say(_("Semua pola sudah diisi."))
            return
        said = _("Pola contoh {year} diisikan. Ganti dengan pola dari Polres.").format(year=rules.EXAMPLE_YEAR)
        self.write(lambda: guarding.set_patterns(desk, typed), lambda _nothing: self.say(said))

    def _take(self, found: Shown) -> None:
        self._shown = found
        for one in risk_rules.RiskClass:
            made = found.table.patterns.get(one)
            if not self.patterns.rows[one.value].refusal:
                self.patterns.rows[one.value].field.set_value(str(made) if made is not None else "")
        self.left_out.setText(left_out.words(found.table.total.disputed))
        self.left_out.setVisible(bool(self.left_out.text()))
        self.table.set_rows(found.table.rows, replace(found.table.total, name=_("Jumlah")))
        codes = [row.code for row in found.table.rows]
        if self._region not in (*codes, found.table.total.code):
            self._region = found.table.total.code
        self._show_region()

    def _show_region(self) -> None:
        if self._shown is None:
            return
        kept = self._shown.at_hand.get(self._region)
        rows = {row.code: row.label for row in self._shown.table.rows}
        reserve = _("{region} (cadangan untuk semua)").format(region=self._shown.whole)
        self.region.setText(_("Personel yang ada: {region}").format(region=rows.get(self._region) or reserve))
        values = {
            "police": kept.police if kept is not None else None,
            "linmas": kept.linmas if kept is not None else None,
            "source": kept.source if kept is not None else "",
        }
        for name, value in values.items():
            self.form.rows[name].show_value(value, self._shown.table.seen)

    def _choose_row(self, place: int) -> None:
        if place < 0:
            return
        code = self.table.model.row(place).code
        if code != self._region:
            self.form.commit()
            self.form.accept_all()
            self._region = code
            self._show_region()

    def _follow(self, row: guarding.GuardLine, key: str) -> None:
        area = "" if row.code == self.desk.identity.place else row.code
        if row.code != self._region:
            self.form.commit()
            self._region = row.code
            self._show_region()
        if key in ("police_at_hand", "linmas_at_hand"):
            self.form.rows[key.partition("_")[0]].field.setFocus()
        elif key in ("stations", "own"):
            self.followed.emit({"area": area})
        elif key == "without":
            self.followed.emit({"area": area, "risk": "-"})

    def _save_pattern(self, one: risk_rules.RiskClass, text: str) -> None:
        desk, row = self.desk, self.patterns.rows[one.value]
        row.accept()
        self.write(lambda: guarding.set_patterns(desk, {one: text}), failed=lambda error: self._refuse(row, error))

    def _save_at_hand(self, name: str) -> None:
        desk, region, row = self.desk, self._region, self.form.rows[name]
        police, linmas, source = self.police.value(), self.linmas.value(), self.source.value()
        row.accept()
        seen = row.seen
        self.write(
            lambda: guarding.set_at_hand(desk, region, police, linmas, source, seen=seen),
            failed=lambda error: self._refuse(row, error),
        )

    def _refuse(self, row: form.FormRow, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        row.refuse(errors.words(error))
