# SPDX-License-Identifier: Apache-2.0
"""When somebody is away: a line each, and a short form for another one."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import roster
from desk_app.operations import team_leave
from ui import icons, theme
from ui.widgets import day_field, fields, form


class LeaveList(QtWidgets.QWidget):
    """`added(first, last, reason)`: days as ISO text; `removed(Leave)`."""

    added = QtCore.Signal(str, str, str)
    removed = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = False
        self._leaves: tuple[team_leave.Leave, ...] | None = None
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
        row.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addLayout(self._rows)
        column.addWidget(self._form)
        self.set_leaves(())

    def set_leaves(self, leaves: Sequence[team_leave.Leave]) -> None:
        """Show these."""
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
        for field in (self.first, self.last):
            field.set_value("")

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._form.setVisible(not read_only)
        shown, self._leaves = self._leaves or (), None
        self.set_leaves(shown)

    def _row(self, one: team_leave.Leave) -> QtWidgets.QWidget:
        line = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        known = one.reason in set(roster.Reason)
        reason = _(roster.REASON_LABELS[roster.Reason(one.reason)]) if known else one.reason
        days = _("{first} s.d. {last}").format(first=day_field.words(one.first), last=day_field.words(one.last))
        row.addWidget(form.label(f"{day_field.words(one.first) if one.first == one.last else days} · {reason}"))
        button = QtWidgets.QPushButton()
        icons.put(button, "hapus", "masalah")
        theme.set_role(button, "link")
        button.setToolTip(_("Hapus"))
        button.setAccessibleName(f"{_('Hapus')}: {days} {reason}")
        button.setVisible(not self._read_only)
        button.clicked.connect(lambda _checked=False: self.removed.emit(one))
        row.addWidget(button)
        row.addStretch(1)
        return line

    def _add(self) -> None:
        first, last = self.first.value(), self.last.value()
        fields.refuse(self.first, not first)
        if first:
            self.added.emit(first, last or first, self.reason.value() or roster.Reason.LEAVE.value)
