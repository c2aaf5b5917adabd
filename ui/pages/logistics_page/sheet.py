# SPDX-License-Identifier: Apache-2.0
"""One shipment: its way and papers, its goods, the six ticks with what figures suggest, and what is done with it."""

import itertools
from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import logistics as rules
from desk_app.operations import days, logistics, logistics_issues, logistics_register, shipment_ticks, targets
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.dialogs import history_dialog, undo_notice
from ui.pages.logistics_page import finding, hours
from ui.widgets import fields, flow_row, form, goods_table, moment_field, notice, place_box, record_form, six_ticks

_MOMENTS = ("planned_at", "sent_at", "arrived_at", "deadline")
_TEXTS = ("sender", "carrier", "vehicle", "waybill", "receipt", "received_by", "note")


class ShipmentSheet(QtWidgets.QWidget):
    """`onward_wanted(place)`: send on what came here. `listed(place)`: show the shipments that went on from here.

    `followed(key, Target)`, `notices(Notice)`, `deleted()`, `paper_wanted(no)`.
    """

    onward_wanted = QtCore.Signal(str)
    listed = QtCore.Signal(str)
    followed = QtCore.Signal(str, object)
    notices = QtCore.Signal(object)
    deleted = QtCore.Signal()
    paper_wanted = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._shown: logistics_register.Shipment | None = None
        self._seen: int | None = None
        self._chain: list[QtWidgets.QWidget] = []
        self._choices: list[tuple[str, str]] = []
        self._undo = undo_notice.UndoNotice(desk, lanes, self.notices.emit, self)
        self.title = form.label("", "heading", wraps=True)
        self.state = form.label("", "muted", wraps=True)
        self.goods = goods_table.GoodsTable()
        self.goods.edited.connect(self._edit_line)
        self.goods.removed.connect(self._remove_line)
        self.add_goods = fields.ChoiceField()
        self.add_goods.setPlaceholderText(_("Tambah barang …"))
        self.add_goods.setAccessibleName(_("Tambah barang"))
        self.add_goods.committed.connect(self._add_line)
        self.ticks = six_ticks.SixTicks()
        self.ticks.said.connect(self._tick)
        self.form = self._make_form()
        self.buttons: dict[str, QtWidgets.QPushButton] = {}
        self._lay_out()

    @property
    def no(self) -> int:
        """The shipment that is shown, 0 for none."""
        return self._shown.row.no if self._shown is not None else 0

    def show_shipment(self, found: logistics_register.Shipment) -> None:
        """Show a shipment; what was typed for the one before is told first."""
        if found.row.no != self.no:
            self.commit()
        self._shown, self._seen = found, found.seen
        row = found.row
        self.title.setText(found.title)
        parts = [logistics_register.state_words(row)]
        if row.origin_label:
            parts.append(_("dari {place}").format(place=row.origin_label))
        if row.is_disputed:
            parts.append(_("data berbeda menunggu klarifikasi"))
        self.state.setText(" · ".join(parts))
        today = days.today(self._desk)
        values: dict[str, Any] = {name: found.values[name] or "" for name in _TEXTS}
        for name in _MOMENTS:
            self.form.field(name).today = today
            values[name] = hours.local(self._desk, found.values[name])
        self.form.show_record(row.no, values, found.seen)
        for name in ("origin", "arrived_place"):
            self.places[name].set_value(found.values[name] or "", found.labels[name])
        self.goods.show_lines([_goods(line) for line in found.lines])
        held = {line.item for line in found.lines}
        self.add_goods.set_choices([(code, label) for code, label in self._choices if code not in held])
        self.add_goods.set_value(None)
        self.ticks.show_ticks(
            [six_ticks.Said(one.tick.value, one.label, one.value, one.reason, one.suggested, one.because)
             for one in found.ticks]
        )
        self._look(found)
        self._order_keys()

    def set_goods(self, choices: list[tuple[str, str]]) -> None:
        """The kinds of goods that can be added (code, words)."""
        self._choices = choices

    def commit(self) -> None:
        """Let every field say what is entered and not yet told."""
        self.form.commit()
        self.goods.commit()
        self.ticks.commit()

    def focus_first(self) -> None:
        """Bring the keyboard to the number that is typed next."""
        arrived = self._shown is not None and self._shown.row.state is not rules.State.PLANNED
        self.goods.focus("received" if arrived else "sent")

    def _order_keys(self) -> None:
        """Tab goes down the sheet as it is read; goods and ticks were made after what stands below them."""
        chain: list[QtWidgets.QWidget] = [*self.buttons.values(), *self.goods.fields.values()]
        chain += [self.add_goods, self.take]
        for code, buttons in self.ticks.buttons.items():
            chain += [buttons, self.ticks.reasons[code]]
        chain += [row.field for row in self.form.form.rows.values()]
        if chain != self._chain:
            self._chain = chain
            for before, after in itertools.pairwise(chain):
                QtWidgets.QWidget.setTabOrder(before, after)

    def _make_form(self) -> record_form.RecordForm:
        self.places = {name: place_box.PlaceBox(_("gudang, PPK, desa …")) for name in ("origin", "arrived_place")}
        made = record_form.RecordForm(2)
        row = made.form.add("origin", _("Dari"), self.places["origin"])
        finding.connect(self.places["origin"], row, self._desk, self._runner, "shipment origin")
        made.add("sender", _("Pengirim (bila bukan tempat di daftar)"), fields.LineField(limit=160))
        made.add("sent_at", _("Berangkat"), moment_field.MomentField())
        made.add("arrived_at", _("Tiba"), moment_field.MomentField())
        made.add("deadline", _("Batas tiba"), moment_field.MomentField())
        made.add("received_by", _("Diterima oleh (jabatan)"), fields.LineField(limit=160))
        made.add("waybill", _("Nomor surat jalan"), fields.LineField(limit=80))
        made.add("receipt", _("Nomor BTTB"), fields.LineField(limit=80))
        made.add("carrier", _("Pengangkut"), fields.LineField(limit=160))
        made.add("vehicle", _("Kendaraan"), fields.LineField(_("mis. truk KH 8123"), limit=80))
        made.add("planned_at", _("Rencana berangkat"), moment_field.MomentField())
        row = made.form.add("arrived_place", _("Tiba di tempat lain"), self.places["arrived_place"])
        finding.connect(self.places["arrived_place"], row, self._desk, self._runner, "shipment elsewhere")
        made.add("note", _("Catatan"), fields.NoteField(lines=2), wide=True)
        made.edited.connect(self._edit)
        for name, box in self.places.items():
            box.committed.connect(lambda subject, name=name: self._edit(self.no, name, subject or None))
        return made

    def _lay_out(self) -> None:
        row = flow_row.FlowRow()
        for name, words, icon, slot in (
            ("send", _("Berangkat sekarang"), "kirim", self._send),
            ("receive", _("Diterima lengkap"), "terima", self._receive),
            ("onward", _("Teruskan …"), "teruskan", self._go_on),
            ("listed", "", "buka", self._list),
            ("issue", _("Catat sebagai permasalahan"), "permasalahan", self._issue),
            ("paper", _("Cetak tanda terima"), "cetak", self._paper),
            ("history", _("Riwayat"), "riwayat", self._history),
            ("delete", _("Hapus"), "hapus", self._delete),
        ):
            button = QtWidgets.QPushButton(words)
            icons.put(button, icon)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            row.addWidget(button)
            self.buttons[name] = button
        actions = QtWidgets.QWidget()
        actions.setLayout(row)
        self.take = QtWidgets.QPushButton(_("Pakai usulan"))
        self.take.setToolTip(_("Yang belum diisi mengikuti angka dan jamnya"))
        self.take.clicked.connect(lambda _checked=False: self._take())
        head = QtWidgets.QHBoxLayout()
        head.addWidget(form.label(_("Enam tepat"), "heading"), 1)
        head.addWidget(self.take)
        ticks = form.card()
        inside = ticks.layout()
        assert isinstance(inside, QtWidgets.QVBoxLayout)
        inside.addLayout(head)
        inside.addWidget(self.ticks)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.title)
        column.addWidget(self.state)
        column.addWidget(actions)
        column.addWidget(form.card(self.goods, self.add_goods, title=_("Barang")))
        column.addWidget(ticks)
        column.addWidget(form.card(self.form, title=_("Perjalanan dan surat")))
        column.addStretch(1)

    def _look(self, found: logistics_register.Shipment) -> None:
        row = found.row
        self.buttons["send"].setVisible(row.state is rules.State.PLANNED)
        waiting = row.arrived_at is None or any(line.received is None for line in found.lines)
        self.buttons["receive"].setVisible(waiting)
        goes_on = row.stage is not None and bool(rules.next_stages(row.stage))
        self.buttons["onward"].setVisible(goes_on)
        self.buttons["listed"].setVisible(found.onward > 0)
        self.buttons["listed"].setText(_("Sudah diteruskan: {count}").format(count=found.onward))
        issue = self.buttons["issue"]
        issue.setVisible(bool(found.failed) or bool(found.issue_number))
        words = _("Catat sebagai permasalahan")
        if found.issue_open or not found.failed:
            words = _("Permasalahan {number}").format(number=found.issue_number)
        issue.setText(words)
        self.take.setEnabled(any(one.value is None and one.suggested is not None for one in found.ticks))

    def _edit(self, record: object, name: str, value: Any) -> None:
        if not isinstance(record, int) or not record:
            return
        told = hours.kept(self._desk, value) if isinstance(value, datetime) else value or None
        if isinstance(value, datetime) and name == "deadline":
            told = (told or 0) + 59  # "23.59" means until the end of that minute
        desk, no = self._desk, record
        seen = self._seen if name in self.places else self.form.seen(name)

        def failed(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.form.form.rows[name].refuse(errors.words(error))

        self._runner.write(lambda: logistics.edit_shipment(desk, no, seen=seen, **{name: told}), None, failed)

    def _edit_line(self, item: str, name: str, value: object) -> None:
        shown = self._shown
        if shown is None:
            return
        desk, no, seen = self._desk, shown.row.no, shown.seen

        def failed(error: Exception) -> None:
            self.goods.refuse(item, name)
            self._failed(error)

        self._runner.write(lambda: logistics.set_line(desk, no, item, seen=seen, **{name: value}), None, failed)

    def _add_line(self, item: str) -> None:
        self._write(lambda: logistics.set_line(self._desk, self.no, item))

    def _remove_line(self, item: str) -> None:
        shown = self._shown
        if shown is None:
            return
        desk, no = self._desk, shown.row.no
        label = next((line.label for line in shown.lines if line.item == item), item)
        words = _("{item} dikeluarkan dari kiriman.").format(item=label)
        self._undo.take_out(lambda: logistics.remove_line(desk, no, item), words, self._failed)

    def _tick(self, code: str, value: bool | None, reason: str) -> None:
        shown = self._shown
        if shown is None:
            return
        which = rules.Tick(code)
        one = next(tick for tick in shown.ticks if tick.tick is which)
        if value is False and not reason and one.suggested is False:
            reason = one.because
        desk, no, seen = self._desk, shown.row.no, shown.seen

        def failed(error: Exception) -> None:
            self.ticks.ask_reason(code)
            self._failed(error)

        self._runner.write(lambda: shipment_ticks.tick(desk, no, which, value, reason, seen=seen), None, failed)

    def _take(self) -> None:
        self._write(lambda: shipment_ticks.take_suggestions(self._desk, self.no))

    def _send(self) -> None:
        self.commit()
        self._write(lambda: logistics.send(self._desk, [self.no]))

    def _receive(self) -> None:
        self.commit()
        self._write(lambda: logistics.receive_whole(self._desk, [self.no]))

    def _go_on(self) -> None:
        if self._shown is not None:
            self.commit()
            self.onward_wanted.emit(self._shown.row.place)

    def _list(self) -> None:
        if self._shown is not None:
            self.listed.emit(self._shown.row.place)

    def _issue(self) -> None:
        shown = self._shown
        if shown is None:
            return
        if shown.row.issue and (shown.issue_open or not shown.failed):
            self.followed.emit("issues", targets.Target(targets.Page.ISSUES, record=shown.row.issue))
            return
        desk, no = self._desk, shown.row.no

        def raised(issue: int) -> None:
            open_it = lambda: self.followed.emit(  # noqa: E731
                "issues", targets.Target(targets.Page.ISSUES, record=issue)
            )
            said = _("Dicatat sebagai permasalahan logistik.")
            self.notices.emit(notice.Notice(said, notice.Tone.DONE, _("Buka permasalahan"), open_it))

        self._runner.write(lambda: logistics_issues.raise_issue(desk, no), raised, self._failed)

    def _paper(self) -> None:
        if self._shown is not None:
            self.commit()
            self.paper_wanted.emit(self._shown.row.no)

    def _history(self) -> None:
        if self._shown is not None:
            history_dialog.HistoryDialog(self._desk, self._runner, self.no, self._shown.title, self).open()

    def _delete(self) -> None:
        shown = self._shown
        if shown is None:
            return
        desk, no = self._desk, shown.row.no
        words = _("Pengiriman ke {place} dihapus.").format(place=shown.title)
        self._shown = None
        self._undo.take_out(lambda: logistics.delete_shipment(desk, no), words, self._failed, self.deleted.emit)

    def _write(self, work: Callable[[], object]) -> None:
        if self._shown is not None:
            self._runner.write(work, None, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.notices.emit(notice.Notice(errors.words(error), notice.Tone.REFUSED))


def _goods(line: logistics_register.ShipmentLine) -> goods_table.GoodsLine:
    parts = [_("kurang {count}").format(count=line.short)] if line.short else []
    if line.is_disputed:
        parts.append(_("data berbeda menunggu klarifikasi"))
    if line.note:
        parts.append(line.note)
    return goods_table.GoodsLine(
        item=line.item,
        label=line.label,
        unit=line.unit,
        planned=line.planned,
        sent=line.sent,
        received=line.received,
        damaged=line.damaged,
        wet=line.wet,
        remark=" · ".join(parts),
        mark="masalah" if line.short or line.is_disputed else "",
    )
