# SPDX-License-Identifier: Apache-2.0
"""What is still with members who serve no longer: a line for each, to whom it shall go, and the deed."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import succession
from ui import icons, theme
from ui.widgets import fields, form, icon_line

_AT_ONCE = 4


class SuccessionList(QtWidgets.QFrame):
    """Hidden while nothing is left. `handed(member, to)`: all that is with a member shall go to another one."""

    handed = QtCore.Signal(object, object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._left: tuple[succession.Left, ...] = ()
        self._members: tuple[tuple[int, str], ...] = ()
        theme.set_role(self, "notice_warning")
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(12, 4, 6, 4)
        self._column.setSpacing(4)
        self.hide()

    @property
    def shown(self) -> tuple[succession.Left, ...]:
        return self._left

    def set_left(self, left: Sequence[succession.Left], members: Sequence[tuple[int, str]]) -> None:
        """Show these; `members`: who can have it (record, words)."""
        if (tuple(left), tuple(members)) == (self._left, self._members):
            return
        self._left, self._members = tuple(left), tuple(members)
        form.empty(self._column)
        for one in self._left[:_AT_ONCE]:
            self._column.addWidget(self._row(one))
        rest = len(self._left) - _AT_ONCE
        if rest > 0:
            words = ngettext("… dan {count} lagi", "… dan {count} lagi", rest).format(count=rest)
            self._column.addWidget(form.label(words, "muted"))
        self.setVisible(bool(self._left))

    def _row(self, one: succession.Left) -> QtWidgets.QWidget:
        line = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(icon_line.IconLine("peringatan", "belum_lengkap", one.words), 1)
        heir = fields.ChoiceField(self._members)
        heir.setAccessibleName(_("Diserahkan kepada"))
        heir.setMinimumContentsLength(24)
        if one.successor:
            heir.set_value(one.successor)
        button = QtWidgets.QPushButton(_("Serahkan"))
        button.setAccessibleName(_("Serahkan: {words}").format(words=one.words))
        icons.put(button, "tim")
        button.setEnabled(heir.value() is not None)
        heir.committed.connect(lambda _code: button.setEnabled(heir.value() is not None))
        button.clicked.connect(lambda _checked=False: self.handed.emit(one.member, heir.value()))
        row.addWidget(heir)
        row.addWidget(button)
        return line
