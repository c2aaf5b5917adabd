# SPDX-License-Identifier: Apache-2.0
"""What a verifier is about to say of a form: some figures to type, a reason, and the button that says it.

Every decision and correction has a reason; the ready ones are a key away, and any other may be typed.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import N_
from ui import theme
from ui.widgets import fields, flow_row, form

READY: tuple[str, ...] = (
    N_("Formulir dibaca lagi"),
    N_("Salah ketik"),
    N_("Angka pada formulir sulit dibaca, dicocokkan dengan foto"),
    N_("Dikonfirmasi kepada penyalin"),
    N_("Tertulis demikian pada formulir"),
)


_NUMBER, _MOST_HEIGHT = 92, 86


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked. `key`: what it is for; `lines`: code, label and what stands, of the figures to type.

    `words`: what will come of it; `action`: on the button. `picks`: code and words of what may be left out where there
    are several, all ticked at first; it comes back with those that stayed.
    """

    key: str
    title: str
    action: str
    lines: tuple[tuple[str, str, int | None], ...] = ()
    words: str = ""
    may_empty: bool = False
    """A figure may be left out: it was not read."""
    picks: tuple[tuple[str, str], ...] = ()


class SayingPanel(QtWidgets.QFrame):
    """`said(Asked, figures, reason)`; `dropped()`: Esc, or the button."""

    said = QtCore.Signal(object, object, str)
    dropped = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.asked: Asked | None = None
        self.numbers: dict[str, fields.NumberField] = {}
        self.ticks: dict[str, QtWidgets.QCheckBox] = {}
        self.title = form.label("", "strong", wraps=True)
        self.words = form.label("", "muted", wraps=True)
        self._lines = QtWidgets.QGridLayout()
        self._lines.setContentsMargins(0, 4, 4, 4)
        self._lines.setHorizontalSpacing(12)
        self._lines.setVerticalSpacing(4)
        inside = QtWidgets.QWidget()
        inside.setLayout(self._lines)
        self._scroll = form.scrolled(inside)
        for column_ in (0, 2):
            self._lines.setColumnStretch(column_, 1)
        self._picks = flow_row.FlowRow(2 * theme.SPACE)
        self.reason = QtWidgets.QLineEdit(maxLength=400)
        self.reason.setPlaceholderText(_("mengapa; wajib diisi"))
        self.reason.setAccessibleName(_("Alasan"))
        self.reason.returnPressed.connect(self.say)
        self.refusal = form.label("", "error", wraps=True)
        self.ready = QtWidgets.QPushButton(_("Alasan siap pakai"))
        theme.set_role(self.ready, "menu")
        menu = QtWidgets.QMenu(self.ready)
        for no, one in enumerate(READY, 1):
            menu.addAction(f"&{no}  {_(one)}", functools.partial(self._take, _(one)))
        self.ready.setMenu(menu)
        self.button = QtWidgets.QPushButton()
        theme.set_role(self.button, "primary")
        self.button.clicked.connect(lambda _checked=False: self.say())
        self.back = QtWidgets.QPushButton(_("Batal"))
        self.back.clicked.connect(lambda _checked=False: self.dropped.emit())
        foot = QtWidgets.QHBoxLayout()
        foot.setSpacing(theme.SPACE)
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.ready)
        foot.addWidget(self.button)
        foot.addWidget(self.back)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        for widget in (self.title, self.words, self._scroll):
            column.addWidget(widget)
        column.addLayout(self._picks)
        column.addLayout(foot)
        column.addWidget(self.refusal)
        self.refusal.hide()
        self.hide()

    def ask(self, asked: Asked) -> None:
        """Ask for something; the keys go to the first figure, or to the reason."""
        self.asked = asked
        self.title.setText(asked.title)
        self.words.setText(asked.words)
        self.words.setVisible(bool(asked.words))
        self.button.setText(asked.action)
        self.reason.clear()
        self.refuse("")
        self.show()
        self._furnish(asked.lines)
        self._offer(asked.picks)
        first = next(iter(self.numbers.values()), self.reason)
        first.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say what is still wanting; "" for nothing."""
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    def put_away(self) -> None:
        """It was said, or another form is shown."""
        self.asked = None
        self.hide()

    @QtCore.Slot()
    def say(self) -> None:
        """Take what was typed, or say what is wanting."""
        asked = self.asked
        if asked is None:
            return
        figures = {code: one.value() for code, one in self.numbers.items()}
        picks = tuple(one for one in asked.picks if self.ticks[one[0]].isChecked())
        missing = next((code for code, value in figures.items() if value is None), "")
        if missing and not asked.may_empty:
            self.refuse(_("Isi angkanya sesuai formulir."))
            self.numbers[missing].setFocus()
        elif asked.picks and not picks:
            self.refuse(_("Centang paling sedikit satu."))
            self.ticks[asked.picks[0][0]].setFocus()
        elif not self.reason.text().strip():
            self.refuse(_("Tulis alasannya, atau pilih dari alasan siap pakai."))
            self.reason.setFocus()
        else:
            self.said.emit(replace(asked, picks=picks), figures, self.reason.text().strip())

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            if any(tick.hasFocus() for tick in self.ticks.values()):
                self.reason.setFocus()
        else:
            super().keyPressEvent(event)

    def _take(self, words: str) -> None:
        self.reason.setText(words)
        self.refuse("")
        self.reason.setFocus()

    def _furnish(self, listed: Sequence[tuple[str, str, int | None]]) -> None:
        self.numbers = {}
        form.empty(self._lines)
        self._scroll.setVisible(bool(listed))
        for at, (code, label, value) in enumerate(listed):
            number = fields.NumberField()
            number.set_value(value)
            number.setAccessibleName(label)
            number.returnPressed.connect(lambda at=at: self._step(at))
            number.setFixedWidth(_NUMBER)
            name = form.label(label, wraps=True)
            name.setBuddy(number)
            self._lines.addWidget(name, at // 2, at % 2 * 2)
            self._lines.addWidget(number, at // 2, at % 2 * 2 + 1)
            number.show()  # now, not at the next turn of the loop: a quick hand types at once
            self.numbers[code] = number
        self._scroll.setFixedHeight(min(_MOST_HEIGHT, 8 + 38 * ((len(listed) + 1) // 2)))

    def _offer(self, picks: Sequence[tuple[str, str]]) -> None:
        self.ticks = {}
        form.empty(self._picks)
        for code, words in picks:
            tick = QtWidgets.QCheckBox(code)
            tick.setChecked(True)
            tick.setToolTip(words)
            tick.setAccessibleName(words)
            self._picks.addWidget(tick)
            tick.setVisible(len(picks) > 1)
            self.ticks[code] = tick

    def _step(self, at: int) -> None:
        """Enter goes on: to the next figure, after the last one to the reason."""
        following: list[QtWidgets.QWidget] = [*self.numbers.values(), self.reason]
        following[at + 1].setFocus()

