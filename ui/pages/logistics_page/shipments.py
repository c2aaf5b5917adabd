# SPDX-License-Identifier: Apache-2.0
"""Pengiriman: the shipments at the left, one of them at the right; new ones, and what came sent on."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import logistics as rules
from desk_app.operations import logistics_needs, logistics_register
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.pages.logistics_page import chosen, hours, sending, sheet
from ui.widgets import big_table, click_keys, columns, empty_state, fields, form, marks, notice, split_view

_ORDERS = {
    "place": logistics_register.Order.PLACE,
    "when": logistics_register.Order.NEWEST,
    "deadline": logistics_register.Order.DEADLINE,
}


class ShipmentsPart(QtWidgets.QWidget):
    """`followed(key, Target)`, `notices(Notice)`, `paper_wanted(no)`."""

    followed = QtCore.Signal(str, object)
    notices = QtCore.Signal(object)
    paper_wanted = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._chosen = logistics_register.EVERYTHING
        self._order = logistics_register.Order.NEWEST
        self._asked = 0
        """The shipment that was read last, or is being read."""
        self._wanted = 0
        self._first = True
        self._enters = 0
        self.stage = fields.ChoiceField(
            [("", _("Semua tujuan")), *((one.value, _(rules.STAGE_LABELS[one])) for one in rules.STAGES)]
        )
        self.stage.setAccessibleName(_("Tujuan"))
        self.stage.set_value("")
        self.state = fields.ChoiceField(
            [("", _("Semua keadaan")), *((one.value, _(words)) for one, words in rules.STATE_LABELS.items()),
             ("late", _("Terlambat")), ("failed", _("Ada yang tidak tepat"))]
        )
        self.state.setAccessibleName(_("Keadaan"))
        self.state.set_value("")
        self.clear_button = QtWidgets.QPushButton(_("Tampilkan semua"))
        icons.put(self.clear_button, "tutup")
        theme.set_role(self.clear_button, "link")
        self.clear_button.hide()
        for field in (self.stage, self.state):
            field.committed.connect(lambda _value: self._filtered())
        self.clear_button.clicked.connect(lambda _checked=False: self.show_filter(logistics_register.EVERYTHING))
        self.table = big_table.BigTable(
            _columns(),
            self._fetch,
            lanes,
            name="shipments",
            filter_words=_("Cari: tujuan, surat jalan, BTTB, kendaraan …"),
            unit=_("pengiriman"),
        )
        self.table.filter_requested.connect(self._set_text)
        self.table.sort_requested.connect(self._set_order)
        self.table.chosen.connect(self._show_no)
        self.table.opened.connect(lambda _no: self._enter_sheet())
        self.table.view.clicked.connect(lambda _index: self._bring_sheet())
        self.table.told.connect(self._say)
        self.several = chosen.ChosenBar(desk, lanes, self._failed)
        self.several.told.connect(self._say)
        self.table.view.selectionModel().selectionChanged.connect(lambda _on, _off: self._look_at_selected())
        self.sheet = sheet.ShipmentSheet(desk, lanes)
        self.new = sending.NewShipmentPanel(desk, lanes)
        self.onward = sending.OnwardPanel(desk, lanes)
        self._nothing = empty_state.EmptyState(
            "logistik", _("Pilih satu pengiriman di daftar"), _("Barang, jam, dan enam tepatnya tampil di sini.")
        )
        self._scrolled = form.scrolled(self.sheet)
        self.right = QtWidgets.QStackedWidget()
        for one in (self._nothing, self._scrolled, self.new, self.onward):
            self.right.addWidget(one)
        self.right.setMinimumHeight(120)
        self._lay_out()
        self._connect()

    def refresh(self, *, goods: bool) -> None:
        """Read the list again, and the shipment that is shown."""
        self.table.refresh()
        self.reload()
        if goods:
            self._runner.read(
                lambda: [(one.code, one.label) for one in logistics_needs.goods(self._desk)],
                self.sheet.set_goods,
                self._failed,
                key="shipment goods",
            )
        if self._asked:
            self._show_no(self._asked)

    def reload(self) -> None:
        """Ask for the shipments that filter, words and order leave."""
        desk, chosen, order = self._desk, self._chosen, self._order

        def read() -> tuple["array[int]", int]:
            found = logistics_register.shipment_ids(desk, chosen, order)
            return found, logistics_register.count_shipments(desk)

        self._runner.read(read, lambda found: self._take(*found), self._failed, key="shipments")

    def show_filter(self, chosen: logistics_register.ShipmentFilter) -> None:
        """Show the shipments that a filter leaves."""
        self._chosen = chosen
        self.stage.set_value(chosen.stage)
        self.state.set_value("late" if chosen.late else "failed" if chosen.failed else chosen.state)
        if not chosen.text:
            self.table.filter.clear()
        self.clear_button.setVisible(bool(chosen.numbers or chosen.origin or chosen.area or chosen.unissued))
        self._first = True
        self.split.show_list()
        self.reload()

    def show_shipment(self, no: int) -> None:
        """Show one shipment, in the list where it stands there."""
        self._wanted = no
        self.right.setCurrentWidget(self._nothing)
        self._show_no(no)
        self.split.show_detail()

    def begin_new(self, place: str = "", label: str = "") -> None:
        """Begin a shipment to a place that is typed, or to one that is known."""
        self.stack.setCurrentWidget(self.split)
        self.right.setCurrentWidget(self.new)
        self.split.show_detail()
        self.new.begin(place, label)

    def commit(self) -> None:
        """Let what is typed be saved."""
        self.sheet.commit()

    def _lay_out(self) -> None:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        for field in (self.stage, self.state):
            row.addWidget(field, 1)
        row.addWidget(self.clear_button)
        left = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.several)
        left.setFocusProxy(self.table.view)
        self.split = split_view.SplitView(left, self.right, name="shipments", share=0.5)
        self.empty = empty_state.EmptyState(
            "logistik",
            _("Belum ada pengiriman"),
            _("Kiriman kotak, surat suara, dan perlengkapan dicatat di sini, dari gudang sampai TPS."),
            _("Kiriman baru"),
            self.begin_new,
        )
        self.stack = QtWidgets.QStackedWidget()
        self.stack.addWidget(self.split)
        self.stack.addWidget(self.empty)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _connect(self) -> None:
        self.sheet.followed.connect(self.followed)
        self.sheet.notices.connect(self.notices)
        self.sheet.paper_wanted.connect(self.paper_wanted)
        self.sheet.onward_wanted.connect(self._go_on)
        self.sheet.listed.connect(
            lambda place: self.show_filter(replace(logistics_register.EVERYTHING, origin=place))
        )
        self.sheet.deleted.connect(self._sheet_gone)
        self.new.made.connect(self._made)
        self.new.closed.connect(self._back_to_sheet)
        self.onward.made.connect(self._sent_on)
        self.onward.closed.connect(self._back_to_sheet)

    def _fetch(self, numbers: list[int]) -> Sequence[tuple[Any, ...] | None]:
        """Rows for the table, on a thread of the runner."""
        rows = logistics_register.shipment_rows(self._desk, numbers)
        return [None if row is None else self._cells(row) for row in rows]

    def _cells(self, row: logistics_register.ShipmentRow) -> tuple[Any, ...]:
        odd = [_("kurang {count}").format(count=row.short)] if row.short else []
        if row.spoilt:
            odd.append(_("rusak/basah {count}").format(count=row.spoilt))
        return (
            row.place_label,
            marks.Marked(logistics_register.state_words(row), row.mark.value),
            hours.short(self._desk, row.moved_at),
            row.ticks,
            ", ".join(odd),
            row.boxes,
            row.origin_label,
            hours.short(self._desk, row.deadline),
            row.waybill,
            row.receipt,
            row.carrier,
        )

    def _take(self, ids: "array[int]", total: int) -> None:
        self.table.set_ids(ids, total)
        is_new = self.right.currentWidget() in (self.new, self.onward)
        self.stack.setCurrentWidget(self.split if total or is_new else self.empty)
        if self._wanted and self.table.show_id(self._wanted):
            self._wanted = 0
        elif ids and self._first and not self.split.is_narrow and not is_new and not self._wanted:
            self.table.view.select_row(0)
        self._first = False

    def _look_at_selected(self) -> None:
        self.several.show_chosen(list(self.table.selected_ids()))

    def _show_no(self, no: int) -> None:
        desk, self._asked = self._desk, no
        self._runner.read(
            lambda: logistics_register.shipment(desk, no), self._show, self._gone, key="shipment"
        )

    def _show(self, found: logistics_register.Shipment) -> None:
        self.sheet.show_shipment(found)
        if self.right.currentWidget() not in (self.new, self.onward):
            self.right.setCurrentWidget(self._scrolled)
        if self._enters == self.sheet.no:
            self._enters = 0
            self.sheet.focus_first()

    def _gone(self, error: Exception) -> None:
        if not isinstance(error, known.NotFound):
            self._failed(error)
        else:
            self._sheet_gone()

    def _sheet_gone(self) -> None:
        if self.right.currentWidget() is self._scrolled:
            self.right.setCurrentWidget(self._nothing)

    def _made(self, no: int) -> None:
        """A new one is gone on with at its numbers."""
        self._enters = no
        self.show_shipment(no)

    def _bring_sheet(self) -> None:
        # Who chooses several, with Ctrl or Shift held, wants to stay in the list.
        if not click_keys.held() and len(self.table.selected_ids()) < 2:
            self.split.show_detail()

    def _enter_sheet(self) -> None:
        self.split.show_detail()
        self.right.setCurrentWidget(self._scrolled)
        self.sheet.focus_first()

    def _back_to_sheet(self) -> None:
        self.right.setCurrentWidget(self._scrolled if self.sheet.no else self._nothing)
        self.reload()

    def _go_on(self, place: str) -> None:
        self.right.setCurrentWidget(self.onward)
        self.onward.begin(place)
        self.split.show_detail()

    def _sent_on(self, made: list[int]) -> None:
        self._say(_("{count} kiriman dibuat.").format(count=len(made)))
        self.right.setCurrentWidget(self._nothing)
        self.show_filter(replace(logistics_register.EVERYTHING, numbers=tuple(made)))

    def _filtered(self) -> None:
        state = self.state.value() or ""
        self._chosen = replace(
            self._chosen,
            stage=self.stage.value() or "",
            state=state if state in [one.value for one in rules.State] else "",
            late=state == "late",
            failed=state == "failed",
            unissued=False,
        )
        self.reload()

    def _set_text(self, text: str) -> None:
        self._chosen = replace(self._chosen, text=text)
        self.reload()

    def _set_order(self, key: str, _ascending: bool) -> None:
        self._order = _ORDERS[key]
        self.reload()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.notices.emit(notice.Notice(errors.words(error), notice.Tone.REFUSED))

    def _say(self, words: str) -> None:
        self.notices.emit(notice.Notice(words, notice.Tone.DONE))


def _columns() -> tuple[columns.Column, ...]:
    signs = _("jenis, jumlah, kualitas, waktu, sasaran, biaya: ✓ ya, ! tidak, · belum")
    return (
        columns.Column("place", _("Tujuan"), 170, stretches=True),
        columns.Column("state", _("Keadaan"), 154, sortable=False),
        columns.Column("when", _("Terakhir"), 92),
        columns.Column("ticks", _("Enam tepat"), 84, sortable=False, hint=signs),
        columns.Column("odd", _("Barang kurang"), 150, sortable=False),
        columns.Column("boxes", _("Kotak"), 60, "right", sortable=False),
        columns.Column("origin", _("Dari"), 170, sortable=False),
        columns.Column("deadline", _("Batas tiba"), 92),
        columns.Column("waybill", _("Surat jalan"), 120, sortable=False),
        columns.Column("receipt", _("BTTB"), 120, sortable=False),
        columns.Column("carrier", _("Pengangkut"), 160, sortable=False),
    )
