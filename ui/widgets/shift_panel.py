# SPDX-License-Identifier: Apache-2.0
"""One shift of the posko: its day, hours, who sits there; and the form for a new one, for one day or several."""

from datetime import date, time
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import team_roster
from ui import icons, theme
from ui.widgets import day_field, escape, fields, form, member_field, record_form


class ShiftPanel(QtWidgets.QFrame):
    """`edited(no, values, field)`: some fields of a shift; `added(values)`, `removed(Shift)`,
    `history_wanted(no, title)`.

    `values` are those of `team_roster.new_shift` and `edit_shift`.
    """

    edited = QtCore.Signal(object, object, str)
    added = QtCore.Signal(object)
    removed = QtCore.Signal(object)
    history_wanted = QtCore.Signal(object, str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self._shift: team_roster.Shift | None = None
        self.title = form.label(_("Piket"), "heading")
        self.nothing = form.label(
            _("Pilih piket di sebelah kiri, atau tekan Piket baru. Klik dua kali pada jam yang kosong mengisinya."),
            "muted",
            wraps=True,
        )
        self.one = _form()
        self.one.edited.connect(self._edited)
        self.remove_button = _button("hapus", _("Hapus piket"), "danger")
        self.remove_button.clicked.connect(lambda _checked=False: self._remove())
        self.history_button = _button("riwayat", _("Riwayat"), "link")
        self.history_button.clicked.connect(lambda _checked=False: self._ask_history())
        self._tools = QtWidgets.QWidget()
        tools = QtWidgets.QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.addWidget(self.remove_button)
        tools.addWidget(self.history_button)
        tools.addStretch(1)
        self.fresh = _form()
        self.fresh.add("until", _("Sama setiap hari sampai"), day_field.DayField(), _("kosong: satu hari saja"))
        for name in ("day", "member", "note", "until"):
            self.fresh.field(name).returnPressed.connect(self._finish)
        confirm = _button("tambah", _("Tambahkan"), "primary")
        confirm.clicked.connect(lambda _checked=False: self._finish())
        self.confirm = confirm
        cancel = QtWidgets.QPushButton(_("Batal"))
        cancel.clicked.connect(lambda _checked=False: self.give_up())
        row = QtWidgets.QHBoxLayout()
        row.addWidget(confirm)
        row.addWidget(cancel)
        row.addStretch(1)
        self.asking = QtWidgets.QWidget()
        asking = QtWidgets.QVBoxLayout(self.asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self.fresh)
        asking.addLayout(row)
        escape.Escape(self.asking, self.give_up)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        for part in (self.title, self.nothing, self.one, self._tools, self.asking):
            column.addWidget(part)
        self.asking.hide()
        self.show_shift(None)

    def set_members(self, labels: dict[int, str]) -> None:
        """Who can be proposed: record and name · office."""
        for made in (self.one, self.fresh):
            made.field("member").set_members(labels)

    def show_shift(self, shift: team_roster.Shift | None, seen: int | None = None) -> None:
        """Show a shift as it was read so far (`seen`); None: none is chosen."""
        self._shift = shift
        is_free = self.asking.isHidden()
        self.nothing.setVisible(shift is None and is_free)
        self.one.setVisible(shift is not None and is_free)
        self._tools.setVisible(shift is not None and is_free)
        self.title.setText(_("Piket") if is_free else _("Piket baru"))
        if shift is None:
            self.one.show_record(None, {})
            return
        values = {
            "day": shift.day.isoformat(),
            "start": _time(shift.start),
            "end": _time(shift.end),
            "member": (shift.member, shift.person or shift.name),
            "note": shift.note,
        }
        self.one.show_record(shift.no, values, seen)

    def begin(self, day: date, start: int, end: int) -> None:
        """Open the form for a new shift."""
        self.one.commit()
        empty = {"member": (0, ""), "note": "", "until": ""}
        self.fresh.show_record("new", {"day": day.isoformat(), "start": _time(start), "end": _time(end)} | empty)
        self.asking.show()
        self.show_shift(self._shift)
        self.fresh.field("member").setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> bool:
        """Take the form for a new shift away; True, there was one."""
        self.fresh.show_record("none", {"member": (0, ""), "note": "", "until": ""})
        self.fresh.form.accept_all()
        self.asking.hide()
        self.show_shift(self._shift)
        return True

    def refuse(self, words: str) -> None:
        """Say why a new shift was not taken."""
        self.fresh.form.rows["member"].refuse(words)

    def commit(self) -> None:
        """Let every field say what is entered and not yet told."""
        self.one.commit()

    def _edited(self, no: object, name: str, value: Any) -> None:
        self.edited.emit(no, _told({name: value}), name)

    def _finish(self) -> None:
        self.fresh.form.accept_all()
        values = _told(self.fresh.values())
        values["until"] = values["until"] or ""
        self.added.emit(values)

    def _remove(self) -> None:
        if self._shift is not None:
            self.removed.emit(self._shift)

    def _ask_history(self) -> None:
        if self._shift is not None:
            self.history_wanted.emit(self._shift.no, f"{self._shift.name} · {self._shift.hours}")


def _form() -> record_form.RecordForm:
    made = record_form.RecordForm(3)
    made.add("day", _("Tanggal"), day_field.DayField())
    made.add("start", _("Mulai pukul"), fields.TimeField())
    made.add("end", _("Sampai pukul"), fields.TimeField())
    hint = _("Nama yang tidak ada di tim ditulis apa adanya.")
    made.add("member", _("Petugas"), member_field.MemberField(), hint, wide=True)
    made.add("note", _("Catatan"), fields.LineField(limit=400), wide=True)
    return made


def _told(values: dict[str, Any]) -> dict[str, Any]:
    """What stands in the form as the operation takes it."""
    told: dict[str, Any] = {}
    for name, value in values.items():
        if name == "member":
            told |= {"member": value[0] or None, "person": "" if value[0] else value[1]}
        else:
            told[name] = value.hour * 60 + value.minute if isinstance(value, time) else value
    return told


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _button(icon: str, words: str, role: str) -> QtWidgets.QPushButton:
    made = QtWidgets.QPushButton(words)
    icons.put(made, icon, {"primary": "on_primary", "danger": "masalah", "link": "primary"}[role])
    theme.set_role(made, role)
    return made
