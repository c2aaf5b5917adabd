# SPDX-License-Identifier: Apache-2.0
"""When somebody is away: a line each, and a short form for another one or to mend one."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import roster
from desk_app.operations import team_leave
from ui import icons, theme
from ui.widgets import day_field, escape, fields, form


class LeaveList(QtWidgets.QWidget):
    """`added(first, last, reason)`: days as ISO text; `edited(Leave, first, last, reason)`; `removed(Leave)`."""

    added = QtCore.Signal(str, str, str)
    edited = QtCore.Signal(object, str, str, str)
    removed = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = False
        self._leaves: tuple[team_leave.Leave, ...] | None = None
        self._mending: team_leave.Leave | None = None
        self._seen: int | None = None
        self.mending_seen: int | None = None
        """How far the leave that is mended was read."""
        self.title = form.label(_("Cuti dan dinas luar"), "label")
        self._rows = QtWidgets.QVBoxLayout()
        self._rows.setSpacing(2)
        self.first = day_field.DayField()
        self.last = day_field.DayField()
        self.reason = fields.ChoiceField([(one.value, _(words)) for one, words in roster.REASON_LABELS.items()])
        self.reason.set_value(roster.Reason.LEAVE.value)
        self.add_button = QtWidgets.QPushButton(_("Catat"))
        self.add_button.clicked.connect(lambda _checked=False: self._add())
        for field, name in ((self.first, _("Mulai")), (self.last, _("Sampai")), (self.reason, _("Alasan"))):
            field.setAccessibleName(name)
        for field in (self.first, self.last):
            field.setMaximumWidth(120)
            field.returnPressed.connect(self._add)
        self._form = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(self._form)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.first)
        row.addWidget(form.label(_("s.d.")))
        row.addWidget(self.last)
        row.addWidget(self.reason)
        row.addWidget(self.add_button)
        self.cancel_button = QtWidgets.QPushButton(_("Batal"))
        self.cancel_button.clicked.connect(lambda _checked=False: self.stop_editing())
        self.cancel_button.hide()
        row.addWidget(self.cancel_button)
        escape.Escape(self._form, self.stop_editing)
        row.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addLayout(self._rows)
        column.addWidget(self._form)
        self.set_leaves(())

    def set_leaves(self, leaves: Sequence[team_leave.Leave], seen: int | None = None) -> None:
        """Show these, as they were read so far (`seen`)."""
        self._seen = seen
        if tuple(leaves) == self._leaves:
            return
        self._leaves = tuple(leaves)
        form.empty(self._rows)
        for one in self._leaves:
            self._rows.addWidget(self._row(one))
        shown = bool(self._leaves) or not self._read_only
        if self.parentWidget() is not None or not shown:  # without a parent it would be a window for a moment
            self.setVisible(shown)

    def clear_form(self) -> None:
        """Empty the short form, as for another member."""
        self.stop_editing()
        for field in (self.first, self.last):
            field.set_value("")

    def begin_editing(self, one: team_leave.Leave) -> None:
        """Put a leave into the short form, to be mended."""
        self._mending, self.mending_seen = one, self._seen
        self.first.set_value(one.first)
        self.last.set_value(one.last)
        self.reason.set_value(one.reason)
        self.add_button.setText(_("Simpan"))
        self.cancel_button.show()
        self.first.setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def stop_editing(self) -> bool:
        """Leave what was to be mended as it is; whether there was anything."""
        if self._mending is None:
            return False
        self._mending = None
        for field in (self.first, self.last):
            field.set_value("")
        self.reason.set_value(roster.Reason.LEAVE.value)
        self.add_button.setText(_("Catat"))
        self.cancel_button.hide()
        self.first.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        return True

    def written(self) -> None:
        """What was mended is written."""
        self.stop_editing()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._form.setVisible(not read_only)
        shown, self._leaves = self._leaves or (), None
        self.set_leaves(shown, self._seen)

    def _row(self, one: team_leave.Leave) -> QtWidgets.QWidget:
        line = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        known = one.reason in set(roster.Reason)
        reason = _(roster.REASON_LABELS[roster.Reason(one.reason)]) if known else one.reason
        days = _("{first} s.d. {last}").format(first=day_field.words(one.first), last=day_field.words(one.last))
        row.addWidget(form.label(f"{day_field.words(one.first) if one.first == one.last else days} · {reason}"))
        verbs = (
            ("ubah", "primary", _("Ubah"), self.begin_editing),
            ("hapus", "masalah", _("Hapus"), self.removed.emit),
        )
        for icon, colour, verb, slot in verbs:
            button = QtWidgets.QPushButton()
            icons.put(button, icon, colour)
            theme.set_role(button, "link")
            button.setToolTip(verb)
            button.setAccessibleName(f"{verb}: {days} {reason}")
            button.clicked.connect(lambda _checked=False, slot=slot: slot(one))
            row.addWidget(button)
            # A reason of a later version cannot be chosen here, so that leave is not mended here either.
            button.setVisible(not self._read_only and (known or icon == "hapus"))
        row.addStretch(1)
        return line

    def _add(self) -> None:
        first, last = self.first.value(), self.last.value()
        fields.refuse(self.first, not first)
        if not first:
            return
        told = (first, last or first, self.reason.value() or roster.Reason.LEAVE.value)
        if self._mending is not None:
            self.edited.emit(self._mending, *told)
        else:
            self.added.emit(*told)
