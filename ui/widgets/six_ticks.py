# SPDX-License-Identifier: Apache-2.0
"""The six *tepat* of a shipment: a person says yes or no and why; what figures suggest stands beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import N_
from ui import theme
from ui.widgets import answer_buttons, fields, form

_OPTIONS = (
    answer_buttons.Option("yes", N_("Ya"), "siap", "Y1"),
    answer_buttons.Option("no", N_("Tidak"), "masalah", "T0"),
)


@dataclass(frozen=True, slots=True)
class Said:
    """One tick: what was said and why, and what figures say and why. `code` names it."""

    code: str
    label: str
    value: bool | None
    reason: str
    suggested: bool | None
    because: str


class SixTicks(QtWidgets.QWidget):
    """`said(code, value or None, reason)`: a person says it."""

    said = QtCore.Signal(str, object, str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QtWidgets.QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self.buttons: dict[str, answer_buttons.AnswerButtons] = {}
        self.reasons: dict[str, fields.LineField] = {}
        self._hints: dict[str, QtWidgets.QLabel] = {}

    def show_ticks(self, ticks: Sequence[Said]) -> None:
        """Show the six; they are made at the first time."""
        if not self.buttons:
            for row, one in enumerate(ticks):
                self._add(row, one)
        for one in ticks:
            self.buttons[one.code].set_value("" if one.value is None else "yes" if one.value else "no")
            self.reasons[one.code].set_value(one.reason)
            hint = self._hints[one.code]
            hint.setText(_hint(one))
            hint.setVisible(bool(hint.text()))

    def set_read_only(self, read_only: bool) -> None:
        for code, buttons in self.buttons.items():
            buttons.setEnabled(not read_only)
            self.reasons[code].setReadOnly(read_only)

    def commit(self) -> None:
        """Let every field say what is entered and not yet told."""
        for field in self.reasons.values():
            field.commit()

    def ask_reason(self, code: str) -> None:
        """Bring the keyboard to where the reason is wanted."""
        fields.refuse(self.reasons[code], True)
        self.reasons[code].setFocus()

    def _add(self, row: int, one: Said) -> None:
        label = form.label(one.label)
        buttons = answer_buttons.AnswerButtons(_OPTIONS)
        buttons.setAccessibleName(one.label)
        reason = fields.LineField(_("alasan bila tidak"), limit=500)
        reason.setAccessibleName(_("{tick}: alasan").format(tick=one.label))
        hint = form.label("", "small", wraps=True)
        cell = QtWidgets.QVBoxLayout()
        cell.setSpacing(1)
        cell.addWidget(reason)
        cell.addWidget(hint)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(buttons, row, 1)
        self._grid.addLayout(cell, row, 2)
        buttons.picked.connect(lambda _code, name=one.code: self._told(name))
        reason.committed.connect(lambda _text, name=one.code: self._reasoned(name))
        self.buttons[one.code], self.reasons[one.code], self._hints[one.code] = buttons, reason, hint

    def _told(self, name: str) -> None:
        value = {"yes": True, "no": False}.get(self.buttons[name].value())
        self.said.emit(name, value, self.reasons[name].value())

    def _reasoned(self, name: str) -> None:
        if self.buttons[name].value():
            self._told(name)


def _hint(one: Said) -> str:
    """What figures say, where a person has not said the same."""
    if one.suggested is None or (one.value == one.suggested and not (one.value is False and not one.reason)):
        return ""
    verdict = _("ya") if one.suggested else _("tidak")
    return _("menurut angka: {verdict}, {because}").format(verdict=verdict, because=one.because)
