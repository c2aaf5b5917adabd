# SPDX-License-Identifier: Apache-2.0
"""Categories of regions with their sources: the list at the left, one of them or a new one at the right."""

from collections.abc import Callable

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import localities, places, risk_bands
from desk_app.operations import areas, level_words, region_risk
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.pages.stations_page import risk_part
from ui.widgets import columns, day_field, empty_state, fields, form, record_form, split_view, table_panel


class RegionView(risk_part.RiskPart):
    """The categories; a new one is written with its source, or not at all."""

    filters = frozenset(("area",))

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed)
        self._seen = 0
        self._rows: tuple[region_risk.CategoryRow, ...] = ()
        nouns = localities.words_for(desk.identity.place)
        self.table = table_panel.TablePanel(
            [
                columns.Column("label", _("Wilayah"), 140, stretches=True),
                columns.Column("scheme_label", _("Menurut"), 104, text=lambda words: _(words)),
                columns.Column("category", _("Kategori"), 110),
                columns.Column("source", _("Sumber"), 150),
                columns.Column("day", _("Tanggal"), 92, text=day_field.words),
            ],
            name="region risk",
            identity="no",
            filter_words=_("Cari wilayah, sumber …"),
            unit=_("kategori"),
        )
        self.table.chosen.connect(self._show_row)
        self.table.told.connect(self.say)
        self.table.set_empty(
            empty_state.EmptyState(
                "peta",
                _("Belum ada kategori wilayah"),
                _("Catat kategori {regency} atau {district} seperti tertulis di sumbernya, misalnya IKP.").format(
                    regency=nouns.regency.lower(), district=nouns.district.lower()
                ),
                _("Kategori baru"),
                self._begin,
            )
        )
        self.region = fields.ChoiceField()
        self.village = fields.ChoiceField()
        self.region.committed.connect(lambda _code: self._load_villages())
        self.new = form.Form(2)
        self.new.add("region", _("Wilayah"), self.region)
        self.new.add("village", level_words.villages(self.desk), self.village)
        self.scheme = fields.ChoiceField([(code, _(words)) for code, words in risk_bands.SCHEMES.items()])
        self.scheme.set_value("bawaslu")
        self.scheme.committed.connect(lambda _code: self._suggest())
        self.new.add("scheme", _("Menurut"), self.scheme)
        self.fields: dict[str, QtWidgets.QWidget] = {}
        self.category = fields.LineField(_("seperti tertulis di sumbernya"), limit=60)
        self.source = fields.LineField(_("dokumen, surat, berita"), limit=200)
        self.day = day_field.DayField()
        self.new.add("category", _("Kategori"), self.category)
        self.new.add("source", _("Sumber"), self.source)
        self.new.add("day", _("Tanggal sumber"), self.day)
        self.add_button = QtWidgets.QPushButton(_("Catat kategori"))
        theme.set_role(self.add_button, "primary")
        icons.put(self.add_button, "tambah", "on_primary")
        self.add_button.clicked.connect(lambda _checked=False: self.add())
        new_card = form.card(self.new, title=_("Kategori baru"))
        inside = new_card.layout()
        assert isinstance(inside, QtWidgets.QVBoxLayout)
        line = QtWidgets.QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        inside.addLayout(line)
        self.form = record_form.RecordForm(2)
        self.form.add("category", _("Kategori"), fields.LineField(limit=60))
        self.form.add("day", _("Tanggal sumber"), day_field.DayField())
        self.form.add("source", _("Sumber"), fields.LineField(limit=200), wide=True)
        self.form.add("note", _("Catatan"), fields.NoteField(lines=2), wide=True)
        self.form.edited.connect(self._edit)
        self.title = form.label("", "heading", wraps=True)
        self.history_button = QtWidgets.QPushButton(_("Riwayat"))
        icons.put(self.history_button, "riwayat", "primary")
        self.delete_button = QtWidgets.QPushButton(_("Hapus"))
        icons.put(self.delete_button, "hapus", "primary")
        buttons = QtWidgets.QHBoxLayout()
        for button, slot in ((self.history_button, self._history), (self.delete_button, self.delete)):
            theme.set_role(button, "link")
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.card = form.card(self.title, self.form)
        inside = self.card.layout()
        assert isinstance(inside, QtWidgets.QVBoxLayout)
        inside.addLayout(buttons)
        self.card.hide()
        right = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(right)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.card)
        column.addWidget(new_card)
        column.addStretch(1)
        self.split = split_view.SplitView(self.table, form.scrolled(right), name="region risk", share=0.56)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)
        self.first_field = self.table.view
        self.table.view.clicked.connect(lambda _index: self.split.show_detail())
        self.table.opened.connect(lambda _row: self.split.show_detail())
        self._suggest()

    def refresh(self, flags: frozenset[str] = frozenset()) -> None:
        desk, area = self.desk, self.chosen.area
        self.read(lambda: region_risk.categories(desk, area), self._take)
        if not flags or flags & {"region", "setting", "election", "exchange"}:
            self.lanes.read(lambda: _regions(desk), self._take_regions, self.failed, key="risk regions")

    def copy_for_wa(self) -> None:
        said = [f"*{self.desk.identity.name}*", "*Kategori kerawanan wilayah*", ""]
        for row in self._rows:
            of = f", {day_field.words(row.day)}" if row.day else ""
            said.append(f"- {row.label}: {row.category} menurut {row.scheme_label} ({row.source}{of})")
        self.to_clipboard("\n".join(said) + "\n")

    def commit(self) -> None:
        self.form.commit()

    def add(self) -> None:
        """Write the category that the form holds; what lacks is said under its field."""
        desk, scheme = self.desk, str(self.scheme.value() or "")
        region = str(self.village.value() or self.region.value() or desk.identity.place)
        values = {"category": self.category.value(), "source": self.source.value(), "day": self.day.value()}
        self.new.accept_all()

        def done(_no: int) -> None:
            for field in (self.category, self.source, self.day):
                field.set_value("")
            self.say(_("Kategori dicatat."))

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.new.rows["source" if values["category"] else "category"].refuse(errors.words(error))

        self.write(lambda: region_risk.save(desk, region, scheme, values), done, refused)

    def _begin(self) -> None:
        self.split.show_detail()
        self.category.setFocus()

    def delete(self) -> None:
        """Take the shown category away; Ctrl+Z brings it back."""
        row = self.table.current()
        if row is not None:
            desk = self.desk
            said = _("Kategori dihapus. Ctrl+Z mengembalikannya.")
            self.write(lambda: region_risk.delete(desk, row.place, row.scheme), lambda _nothing: self.say(said))

    def _take(self, found: region_risk.Categories) -> None:
        self._seen = found.seen
        self._rows = found.rows
        self.table.set_rows(found.rows)
        self._show_row(self.table.current())

    def _take_regions(self, found: list[areas.Area]) -> None:
        self.region.set_choices([(one.code, one.label) for one in found])
        if self.region.value() is None:
            self.region.set_value(self.desk.identity.place)
        self._load_villages()

    def _load_villages(self) -> None:
        desk, district = self.desk, places.district_of(str(self.region.value() or ""))
        self.village.setEnabled(bool(district))
        self.village.set_choices([("", _("(seluruh wilayah)"))])
        self.village.set_value("")
        if district:
            self.lanes.read(
                lambda: areas.villages(desk, district), self._take_villages, self.failed, key="risk villages"
            )

    def _take_villages(self, found: list[areas.Area]) -> None:
        self.village.set_choices([("", _("(seluruh wilayah)")), *((one.code, one.label) for one in found)])
        self.village.set_value("")

    def _suggest(self) -> None:
        usual = risk_bands.USUAL_CATEGORIES.get(str(self.scheme.value()), ())
        self.category.setCompleter(QtWidgets.QCompleter(list(usual), self.category))

    def _show_row(self, row: region_risk.CategoryRow | None) -> None:
        self.card.setVisible(row is not None)
        if row is None:
            return
        self.title.setText(f"{row.label} · {_(row.scheme_label)}")
        values = {"category": row.category, "source": row.source, "day": row.day, "note": row.note}
        self.form.show_record((row.place, row.scheme), values, self._seen)
        self.form.set_read_only(not row.own)
        self.delete_button.setVisible(row.own)

    def _edit(self, record: tuple[str, str], name: str, value: str) -> None:
        desk, seen = self.desk, self.form.seen(name)

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.form.refuse(record, name, errors.words(error))

        self.write(lambda: region_risk.save(desk, *record, {name: value}, seen=seen), failed=refused)

    def _history(self) -> None:
        row = self.table.current()
        if row is None:
            return
        from ui.dialogs import history_dialog

        history_dialog.HistoryDialog(self.desk, self.lanes, row.no, self.title.text(), self.window()).open()


def _regions(desk: Desk) -> list[areas.Area]:
    """What a category can be given to: the office's own region, the kabupaten of a province, or the kecamatan."""
    own = areas.own(desk)
    if desk.identity.level == places.Level.DISTRICT.value:
        return [own]
    below = areas.districts(desk) if desk.identity.level == places.Level.REGENCY.value else areas.regencies(desk)
    return [own, *below]
