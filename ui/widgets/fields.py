# SPDX-License-Identifier: Apache-2.0
"""Fields that save by themselves: after a pause in typing, and when they are left; only what has changed.

Each has `committed(value)` (the user has entered another value), `set_value` (which is silent, and leaves
alone what is being typed), `commit` (say at once what is entered) and `refuse` (mark it as not accepted).
"""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import dotted
from ui import icons, theme

PAUSE_MS = 800
_LONGEST_NUMBER = 24


class LineField(QtWidgets.QLineEdit):
    """One line of text: `committed(str)`."""

    committed = QtCore.Signal(str)

    def __init__(self, words: str = "", *, limit: int = 0, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(words)
        if limit:
            self.setMaxLength(limit)
        self._saved = ""
        self._pause = QtCore.QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.editingFinished.connect(self.commit)

    def value(self) -> str:
        return self.text().strip()

    @property
    def is_typed(self) -> bool:
        """Whether something is being typed that was not told yet."""
        return self._pause.isActive()

    def set_value(self, value: str) -> None:
        self._saved = value
        if self._pause.isActive():
            return
        if self.text() != value:
            self.setText(value)
            self.setCursorPosition(0)
        elif self.isUndoAvailable():
            self._forget_typing()
        refuse(self, False)

    @QtCore.Slot()
    def commit(self) -> None:
        self._pause.stop()
        if self.value() != self._saved:
            self._saved = self.value()
            self.committed.emit(self._saved)

    def _forget_typing(self) -> None:
        """What was typed is saved: to take it back is no longer the field's matter (`ui.undo_keys`)."""
        at, start, length = self.cursorPosition(), self.selectionStart(), self.selectionLength()
        self.setText(self.text())
        self.setCursorPosition(at)
        if length:
            self.setSelection(start, length)


class NoteField(QtWidgets.QPlainTextEdit):
    """Some lines of text, which grow with it: `committed(str)`."""

    committed = QtCore.Signal(str)

    def __init__(self, words: str = "", *, lines: int = 3, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(words)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._saved = ""
        self._pause = QtCore.QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._changed)
        self._fit()

    def value(self) -> str:
        return self.toPlainText().strip()

    @property
    def is_typed(self) -> bool:
        """Whether something is being typed that was not told yet."""
        return self._pause.isActive()

    def set_value(self, value: str) -> None:
        self._saved = value
        if not self._pause.isActive() and self.toPlainText() != value:
            blocked = self.blockSignals(True)
            self.setPlainText(value)
            self.blockSignals(blocked)
            self._fit()

    @QtCore.Slot()
    def commit(self) -> None:
        self._pause.stop()
        if self.value() != self._saved:
            self._saved = self.value()
            self.committed.emit(self._saved)

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def _changed(self) -> None:
        self._fit()
        self._pause.start()

    def _fit(self) -> None:
        lines = min(max(self._lines, self.document().blockCount()), self._lines + 6)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 20)


class NumberField(QtWidgets.QLineEdit):
    """A whole number from 0: `committed(int or None)`, as large as it was typed. Dots of thousands may be typed.

    Too large a number is refused by whoever takes it, in words: cut to a limit it would be another number.
    """

    committed = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved: int | None = None
        self.setMaxLength(_LONGEST_NUMBER)
        self.setAlignment(QtCore.Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(QtCore.Qt.InputMethodHint.ImhDigitsOnly)
        self.setValidator(QtGui.QRegularExpressionValidator(QtCore.QRegularExpression(r"[0-9. ]*"), self))
        self.setMaximumWidth(120)
        self._pause = QtCore.QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.editingFinished.connect(self._left)

    def value(self) -> int | None:
        """The number that stands there, None when it is empty."""
        digits = self.text().replace(".", "").replace(" ", "")
        return int(digits) if digits else None

    @property
    def is_typed(self) -> bool:
        """Whether something is being typed that was not told yet."""
        return self._pause.isActive()

    def set_value(self, value: int | None) -> None:
        self._saved = value
        if not self._pause.isActive():
            self.setText(_dotted(value))
            refuse(self, False)

    @QtCore.Slot()
    def commit(self) -> None:
        self._pause.stop()
        if self.value() != self._saved:
            self._saved = self.value()
            self.committed.emit(self._saved)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusInEvent(event)
        QtCore.QTimer.singleShot(0, self, self.selectAll)

    def _left(self) -> None:
        self.setText(_dotted(self.value()))
        self.commit()


class ChoiceField(QtWidgets.QComboBox):
    """One of some codes with words: `committed(code)`."""

    committed = QtCore.Signal(object)

    def __init__(self, choices: Sequence[tuple[Any, str]] = (), *, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(16)
        self.setPlaceholderText(_("Pilih …"))
        self.setSizeAdjustPolicy(QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self._choices: list[tuple[Any, str]] = []
        self._marked: frozenset[str] = frozenset()
        self.setIconSize(QtCore.QSize(16, 16))
        self.set_choices(choices)
        self.activated.connect(lambda _place: self.committed.emit(self.value()))

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Take other codes and words; the value stays where it is among them."""
        if list(choices) == self._choices:
            return
        before = self.value()
        self._choices = list(choices)
        self.clear()
        self.addItems([words for _code, words in choices])
        self._show_marks()
        self.set_value(before)

    def mark(self, codes: Iterable[str]) -> None:
        """Draw before the words of these codes the icon of the same name in its colour, as the lists do."""
        self._marked = frozenset(codes)
        self._show_marks()

    def _show_marks(self) -> None:
        for at, (code, _words) in enumerate(self._choices):
            if code in self._marked:
                self.setItemIcon(at, icons.icon(code, code))

    def value(self) -> Any:
        """The code that is chosen, None without one."""
        place = self.currentIndex()
        return self._choices[place][0] if 0 <= place < len(self._choices) else None

    def offers(self, value: Any) -> bool:
        """Whether a code is among those that can be chosen."""
        return any(code == value for code, _words in self._choices)

    def set_value(self, value: Any) -> None:
        codes = [code for code, _words in self._choices]
        self.setCurrentIndex(codes.index(value) if value in codes else -1)

    def commit(self) -> None:
        """Nothing waits here: a choice is told at once."""

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        # Words that have no room end in an ellipsis, not in half a letter.
        painter = QtWidgets.QStylePainter(self)
        option = QtWidgets.QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0 and self.placeholderText():
            option.palette.setBrush(QtGui.QPalette.ColorRole.ButtonText, option.palette.placeholderText())
            option.currentText = self.placeholderText()
        style = self.style()
        painter.drawComplexControl(QtWidgets.QStyle.ComplexControl.CC_ComboBox, option)
        field = QtWidgets.QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QtWidgets.QStyle.ComplexControl.CC_ComboBox, option, field, self).width() - 2
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + 4
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, QtCore.Qt.TextElideMode.ElideRight, room
        )
        painter.drawControl(QtWidgets.QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        # As wide as its longest words, also below a narrow field.
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)
        super().showPopup()

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        # A wheel that scrolls the page must not change an answer on its way.
        event.ignore()


class DateField(QtWidgets.QDateEdit):
    """A day, typed or from a calendar: `committed(datetime.date)`."""

    committed = QtCore.Signal(object)

    def __init__(self, value: date | None = None, *, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QtCore.QLocale(QtCore.QLocale.Language.Indonesian))
        self.setDisplayFormat("dd-MM-yyyy")
        self.setCalendarPopup(True)
        self._saved = value or date(2024, 2, 14)
        self.set_value(self._saved)
        self.editingFinished.connect(self.commit)
        self._calendar = self.calendarWidget()
        self._calendar.clicked.connect(lambda _day: self.commit())
        self._calendar.installEventFilter(self)
        for name, glyph in (("qt_calendar_prevmonth", "mundur"), ("qt_calendar_nextmonth", "buka")):
            arrow = self._calendar.findChild(QtWidgets.QToolButton, name)
            if arrow is not None:
                arrow.setIcon(icons.icon(glyph))

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if watched is self._calendar and event.type() is QtCore.QEvent.Type.Show:
            self._colour_week()
        return super().eventFilter(watched, event)

    def _colour_week(self) -> None:
        """Sundays in the red of the theme: Qt's own red is hardly to be read on a dark ground."""
        for day, tone in ((QtCore.Qt.DayOfWeek.Saturday, "text"), (QtCore.Qt.DayOfWeek.Sunday, "masalah")):
            shown = QtGui.QTextCharFormat()
            shown.setForeground(theme.colour(getattr(theme.tokens(), tone)))
            self._calendar.setWeekdayTextFormat(day, shown)

    def value(self) -> date:
        day = self.date()
        return date(day.year(), day.month(), day.day())

    def set_value(self, value: date) -> None:
        self._saved = value
        self.setDate(QtCore.QDate(value.year, value.month, value.day))

    @QtCore.Slot()
    def commit(self) -> None:
        if self.value() != self._saved:
            self._saved = self.value()
            self.committed.emit(self._saved)

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        event.ignore()


class TimeField(QtWidgets.QTimeEdit):
    """An hour and a minute, written 07.30: `committed(datetime.time)`."""

    committed = QtCore.Signal(object)

    def __init__(self, value: time | None = None, *, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH.mm")
        self.lineEdit().setTextMargins(6, 0, 6, 0)
        self.setMaximumWidth(80)
        self._saved = value or time(0, 0)
        self.set_value(self._saved)
        self.editingFinished.connect(self.commit)

    def value(self) -> time:
        return time(self.time().hour(), self.time().minute())

    def set_value(self, value: time) -> None:
        self._saved = value
        self.setTime(QtCore.QTime(value.hour, value.minute))

    @QtCore.Slot()
    def commit(self) -> None:
        if self.value() != self._saved:
            self._saved = self.value()
            self.committed.emit(self._saved)

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        event.ignore()


def refuse(field: QtWidgets.QWidget, refused: bool) -> None:
    """Mark a field as not accepted, or as in order."""
    if bool(field.property("refused")) != refused:
        field.setProperty("refused", refused)
        field.style().unpolish(field)
        field.style().polish(field)


def _dotted(value: int | None) -> str:
    return "" if value is None else dotted(value)
