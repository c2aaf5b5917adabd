# SPDX-License-Identifier: Apache-2.0
"""Kekurangan: what each TPS lacks against its need, with sums by desa and kecamatan, for WhatsApp and Excel."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import logistics as rules
from desk_app.domain import places
from desk_app.domain.words import dotted
from desk_app.operations import areas, logistics_needs, logistics_shortages, targets, workbook_export
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.widgets import answer_buttons, columns, empty_state, fields, form, marks, notice, table_panel

MOST_ROWS = 20_000
STATIONS, VILLAGES, DISTRICTS = "tps", "desa", "kecamatan"


@dataclass(frozen=True, slots=True)
class ShortRow:
    """A line of the list: a TPS, or the sum of a region (`stations` of its TPS)."""

    key: str
    district: str
    village: str
    station: str
    goods: str
    needed: int | None
    usable: int | None
    short: marks.Marked
    stations: int | None
    basis: str
    subject: str
    shipment: int


class ShortagesPart(QtWidgets.QWidget):
    """`followed(key, Target)`: a TPS. `shipment_wanted(no)`. `notices(Notice)`."""

    followed = QtCore.Signal(str, object)
    shipment_wanted = QtCore.Signal(object)
    notices = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._found: logistics_shortages.Shortages | None = None
        self.goods = fields.ChoiceField()
        self.goods.setAccessibleName(_("Barang"))
        self.area = fields.ChoiceField()
        self.area.setAccessibleName(_("Wilayah"))
        for field in (self.goods, self.area):
            field.committed.connect(lambda _value: self.reload())
        self.by = answer_buttons.AnswerButtons(
            [
                answer_buttons.Option(STATIONS, _("per TPS")),
                answer_buttons.Option(VILLAGES, _("per desa")),
                answer_buttons.Option(DISTRICTS, _("per kecamatan")),
            ]
        )
        self.by.setAccessibleName(_("Dikelompokkan"))
        self.by.set_value(STATIONS)
        self.by.picked.connect(self._by_picked)
        self.table = table_panel.TablePanel(
            _columns(),
            name="shortages",
            identity="key",
            filter_words=_("Cari: desa, TPS, barang …"),
            unit=lambda count: ngettext("{count} kekurangan", "{count} kekurangan", count),
        )
        self.table.set_empty(
            empty_state.EmptyState(
                "siap",
                _("Tidak ada kekurangan yang diketahui"),
                _("Kekurangan muncul di sini dari isian ceklis H-1 dan dari kiriman ke TPS."),
            )
        )
        self.table.opened.connect(self._open)
        self.table.told.connect(self._say)
        self.sum = form.label("", "strong", wraps=True)
        self.wa_button = QtWidgets.QPushButton(_("Salin untuk WA"))
        icons.put(self.wa_button, "wa")
        self.wa_button.clicked.connect(lambda _checked=False: self.copy_message())
        self.excel_button = QtWidgets.QPushButton(_("Simpan ke Excel"))
        icons.put(self.excel_button, "excel")
        self.excel_button.clicked.connect(lambda _checked=False: self._ask_path())
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(self.goods, 1)
        top.addWidget(self.area, 1)
        top.addWidget(self.by)
        foot = QtWidgets.QHBoxLayout()
        foot.setSpacing(theme.SPACE)
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.wa_button)
        foot.addWidget(self.excel_button)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def refresh(self) -> None:
        """Read goods and regions, then the list."""
        desk = self._desk

        def read() -> tuple[tuple[logistics_needs.Goods, ...], list[areas.Area]]:
            level = places.level_of(desk.identity.place)
            is_district = level is places.Level.DISTRICT
            held = areas.villages(desk, desk.identity.place) if is_district else areas.districts(desk)
            return logistics_needs.choices(desk), held

        self._runner.read(read, lambda found: self._take_basics(*found), self._failed, key="shortage basics")

    def reload(self) -> None:
        """Read what is lacking of the goods and in the region that are chosen."""
        desk, area, code = self._desk, self.area.value() or "", self.goods.value() or ""
        self._runner.read(
            lambda: logistics_shortages.shortages(desk, area, code), self._show, self._failed, key="shortages"
        )

    def chosen_place(self) -> tuple[str, str]:
        """The TPS of the line that is chosen and its name; "" where the line is a sum, or none is chosen."""
        row = self.table.current()
        return (row.subject, f"{row.station} · {row.village}") if row is not None and row.station else ("", "")

    def copy_message(self) -> None:
        """Put the list on the clipboard as a message for WhatsApp."""
        found, desk = self._found, self._desk
        if found is None:
            return

        def done(words: str) -> None:
            QtGui.QGuiApplication.clipboard().setText(words)
            self._say(_("Disalin. Tempelkan di WhatsApp."))

        self._runner.read(lambda: logistics_shortages.as_message(desk, found), done, self._failed)

    def export(self, path: Path) -> None:
        """Save the list as it stands as a workbook."""
        listed, rows = self.table.model.columns, self.table.model.shown()
        titles = [column.title for column in listed]
        cells = [[_plain(column, value) for column, value in zip(listed, self.table.model.cells(row), strict=True)]
                 for row in rows]
        self._runner.read(
            lambda: workbook_export.export_table(path, _("Kekurangan"), titles, cells),
            lambda _nothing: self._say(_("Tersimpan: {path}").format(path=path)),
            self._failed,
        )

    def _take_basics(self, goods: tuple[logistics_needs.Goods, ...], held: list[areas.Area]) -> None:
        self.goods.set_choices([("", _("Semua barang")), *((one.code, one.label) for one in goods)])
        self.area.set_choices([("", _("Semua wilayah")), *((one.code, one.name) for one in held)])
        for field in (self.goods, self.area):
            if field.value() is None:
                field.set_value("")
        self.reload()

    def _by_picked(self, code: str) -> None:
        if not code:
            self.by.set_value(STATIONS)
        self._show_rows()

    def _show(self, found: logistics_shortages.Shortages) -> None:
        self._found = found
        said = _("{short} dari {count} TPS kurang, {silent} TPS belum ada kabarnya").format(
            short=dotted(found.short_stations), count=dotted(found.stations), silent=dotted(found.silent)
        )
        if len(found.rows) > MOST_ROWS:
            said += " · " + _("{count} baris pertama ditampilkan; pilih wilayah").format(count=dotted(MOST_ROWS))
        self.sum.setText(said)
        self._show_rows()

    def _show_rows(self) -> None:
        found = self._found
        if found is None:
            return
        by = self.by.value() or STATIONS
        rows: Sequence[ShortRow]
        if by == STATIONS:
            rows = [_station_row(one) for one in found.rows[:MOST_ROWS]]
        else:
            sums = found.villages if by == VILLAGES else found.districts
            rows = [_sum_row(one, is_village=by == VILLAGES) for one in sums]
        keys = [column.key for column in self.table.model.columns]
        for key, hidden in (
            ("village", by == DISTRICTS), ("station", by != STATIONS), ("needed", by != STATIONS),
            ("usable", by != STATIONS), ("basis", by != STATIONS), ("stations", by == STATIONS),
            ("district", by == VILLAGES),
        ):
            self.table.view.setColumnHidden(keys.index(key), hidden)
        self.table.set_rows(rows)

    def _open(self, row: ShortRow) -> None:
        if row.shipment:
            self.shipment_wanted.emit(row.shipment)
        elif row.station:
            target = targets.Target(targets.Page.CHECKLIST, subject=row.subject, phase=rules.GOODS_PHASE)
            self.followed.emit("checklist", target)
        else:
            self.area.set_value(row.subject[:8] if places.level_of(self._desk.identity.place) is not
                                places.Level.DISTRICT else row.subject)
            self.by.set_value(STATIONS)
            self.reload()

    def _ask_path(self) -> None:
        chosen, _kind = QtWidgets.QFileDialog.getSaveFileName(
            self, _("Simpan ke Excel"), _("Kekurangan logistik") + ".xlsx", "Excel (*.xlsx)"
        )
        if chosen:
            self.export(Path(chosen).with_suffix(".xlsx"))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.notices.emit(notice.Notice(errors.words(error), notice.Tone.REFUSED))

    def _say(self, words: str) -> None:
        self.notices.emit(notice.Notice(words, notice.Tone.DONE))


def _station_row(one: logistics_shortages.Shortage) -> ShortRow:
    return ShortRow(
        key=f"{one.subject} {one.item}",
        district=one.district_name,
        village=one.village_name,
        station=one.label,
        goods=one.item_label,
        needed=one.needed,
        usable=one.usable,
        short=marks.Marked(f"{dotted(one.short)} {one.unit}", "masalah"),
        stations=None,
        basis=logistics_shortages.basis_words(one),
        subject=one.subject,
        shipment=one.shipment,
    )


def _sum_row(one: logistics_shortages.ShortageSum, *, is_village: bool) -> ShortRow:
    return ShortRow(
        key=f"{one.code} {one.item}",
        district="" if is_village else one.name,
        village=one.name if is_village else "",
        station="",
        goods=one.item_label,
        needed=None,
        usable=None,
        short=marks.Marked(f"{dotted(one.short)} {one.unit}", "masalah"),
        stations=one.stations,
        basis="",
        subject=one.code,
        shipment=0,
    )


def _columns() -> tuple[columns.Column, ...]:
    return (
        columns.Column("district", _("Kecamatan"), 130),
        columns.Column("village", _("Desa/kelurahan"), 160, stretches=True),
        columns.Column("station", _("TPS"), 80),
        columns.Column("goods", _("Barang"), 200),
        columns.Column("needed", _("Butuh"), 70, "right"),
        columns.Column("usable", _("Ada"), 70, "right", hint=_("Yang ada atau sedang dikirim, tanpa rusak dan basah")),
        columns.Column("short", _("Kurang"), 110),
        columns.Column("stations", _("Jumlah TPS"), 90, "right"),
        columns.Column("basis", _("Dasar angka"), 110),
    )


def _plain(column: columns.Column, value: Any) -> Any:
    return value if isinstance(value, int) else column.copy(value)
