# SPDX-License-Identifier: Apache-2.0
"""A month with the stages of an election as bars over its days, each day with H-n; arrows move from day to day."""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import theme
from ui.widgets import day_field

_WEEK = 7
_HEAD = 26
_BAR = 17
_TOP = 22
_TONES = ("primary", "siap", "berbeda", "belum_lengkap")
_MOVES = {
    QtCore.Qt.Key.Key_Left: -1,
    QtCore.Qt.Key.Key_Right: 1,
    QtCore.Qt.Key.Key_Up: -_WEEK,
    QtCore.Qt.Key.Key_Down: _WEEK,
}


@dataclass(frozen=True, slots=True)
class Span:
    """One stage on its days; one that has only one of them stands on that day."""

    code: str
    words: str
    first: date
    last: date


class StageMonth(QtWidgets.QWidget):
    """`day_chosen(date)`: another day is the current one; `opened(code)`: the stage of a bar was clicked."""

    day_chosen = QtCore.Signal(object)
    opened = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: tuple[Span, ...] = ()
        self._lanes: dict[str, int] = {}
        self._holidays: dict[date, str] = {}
        self._voting_day = self._today = self._day = date(2024, 2, 14)
        self._bars: list[tuple[QtCore.QRect, Span]] = []
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(420, 180)
        self.setAccessibleName(_("Kalender tahapan"))

    @property
    def day(self) -> date:
        """The day that is current."""
        return self._day

    def set_calendar(
        self, spans: Sequence[Span], voting_day: date, today: date, holidays: Mapping[date, str]
    ) -> None:
        """Show stages; the day that is current stays."""
        self._spans = tuple(sorted(spans, key=lambda one: (one.first, one.last)))
        self._voting_day, self._today, self._holidays = voting_day, today, dict(holidays)
        self._lanes = _placed(self._spans)
        self.update()

    def show_day(self, day: date) -> None:
        """Make a day the current one, and show its month."""
        self._day = day
        self.setAccessibleDescription(self.words(day))
        self.day_chosen.emit(day)
        self.update()

    def step_month(self, by: int) -> None:
        """Show the month before (-1) or after (1)."""
        at = self._day.year * 12 + self._day.month - 1 + by
        year, month = divmod(at, 12)
        last = calendar.monthrange(year, month + 1)[1]
        self.show_day(date(year, month + 1, min(self._day.day, last)))

    def words(self, day: date) -> str:
        """A day in words: its date, H-n, what it is and which stages run."""
        said = [f"{day_field.words(day.isoformat())} ({_offset(day, self._voting_day)})"]
        if day in self._holidays:
            said.append(_("libur: {name}").format(name=self._holidays[day]))
        said += [one.words for one in self._spans if one.first <= day <= one.last]
        return " · ".join(said)

    def weeks(self) -> list[list[date]]:
        """The weeks of the month, Monday first."""
        return calendar.Calendar().monthdatescalendar(self._day.year, self._day.month)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        key = QtCore.Qt.Key(event.key())
        if key in _MOVES:
            self.show_day(self._day + timedelta(days=_MOVES[key]))
        elif key in (QtCore.Qt.Key.Key_PageUp, QtCore.Qt.Key.Key_PageDown):
            self.step_month(-1 if key is QtCore.Qt.Key.Key_PageUp else 1)
        elif key is QtCore.Qt.Key.Key_Home:
            self.show_day(self._today)
        elif key is QtCore.Qt.Key.Key_End:
            self.show_day(self._voting_day)
        elif key in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            running = [one for one in self._spans if one.first <= self._day <= one.last]
            if running:
                self.opened.emit(running[0].code)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        here = event.position().toPoint()
        for rect, span in self._bars:
            if rect.contains(here):
                self.opened.emit(span.code)
                return
        day = self._at(here)
        if day is not None:
            self.show_day(day)

    def event(self, event: QtCore.QEvent) -> bool:
        if event.type() is QtCore.QEvent.Type.ToolTip and isinstance(event, QtGui.QHelpEvent):
            day = self._at(event.pos())
            QtWidgets.QToolTip.showText(event.globalPos(), self.words(day) if day is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        now = theme.tokens()
        painter.fillRect(self.rect(), theme.colour(now.surface))
        painter.setFont(theme.font(theme.SMALL, bold=True))
        painter.setPen(theme.colour(now.muted))
        for column, name in enumerate((_("Sen"), _("Sel"), _("Rab"), _("Kam"), _("Jum"), _("Sab"), _("Min"))):
            left, right = self._column(column)
            painter.drawText(QtCore.QRect(left, 0, right - left, _HEAD), QtCore.Qt.AlignmentFlag.AlignCenter, name)
        self._bars = []
        for row, week in enumerate(self.weeks()):
            for column, day in enumerate(week):
                self._paint_day(painter, self._cell(row, column), day)
            self._paint_bars(painter, row, week)

    def _paint_day(self, painter: QtGui.QPainter, cell: QtCore.QRect, day: date) -> None:
        now = theme.tokens()
        if day == self._voting_day:
            painter.fillRect(cell, theme.colour(now.primary_tint))
        elif day in self._holidays:
            painter.fillRect(cell, theme.colour(now.masalah_tint))
        elif day.month != self._day.month:
            painter.fillRect(cell, theme.colour(now.sunken))
        painter.setPen(theme.colour(now.border))
        painter.drawRect(cell)
        inside = cell.adjusted(6, 3, -6, 0)
        is_off = day.weekday() == _WEEK - 1 or day in self._holidays
        outside = day.month != self._day.month
        tone = now.muted if outside else now.masalah if is_off else now.text
        painter.setFont(theme.font(bold=day == self._today))
        painter.setPen(theme.colour(tone))
        number = f"{day.day}" + (f" {_('hari ini')}" if day == self._today else "")
        painter.drawText(inside, QtCore.Qt.AlignmentFlag.AlignLeft | QtCore.Qt.AlignmentFlag.AlignTop, number)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.colour(now.muted))
        painter.drawText(
            inside,
            QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignTop,
            _offset(day, self._voting_day),
        )
        if day == self._day:
            painter.setPen(QtGui.QPen(theme.colour(now.focus if self.hasFocus() else now.border_strong), 2))
            painter.drawRect(cell.adjusted(1, 1, -1, -1))

    def _paint_bars(self, painter: QtGui.QPainter, row: int, week: list[date]) -> None:
        now = theme.tokens()
        painter.setFont(theme.font(theme.SMALL))
        height = self._cell(row, 0).height()
        room = max((height - _TOP) // _BAR, 1)
        for span in self._spans:
            if span.last < week[0] or span.first > week[-1]:
                continue
            lane = self._lanes[span.code]
            if lane >= room:
                continue
            first, last = max(span.first, week[0]), min(span.last, week[-1])
            left, right = self._cell(row, first.weekday()), self._cell(row, last.weekday())
            top = left.top() + _TOP + lane * _BAR
            rect = QtCore.QRect(left.left() + 2, top, right.right() - left.left() - 3, _BAR - 2)
            tone = _TONES[self._spans.index(span) % len(_TONES)]
            painter.fillRect(rect, theme.colour(getattr(now, f"{tone}_tint")))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour(getattr(now, tone)))
            painter.setPen(theme.colour(now.text))
            text = painter.fontMetrics().elidedText(
                span.words, QtCore.Qt.TextElideMode.ElideRight, rect.width() - 12
            )
            painter.drawText(rect.adjusted(8, 0, -4, 0), QtCore.Qt.AlignmentFlag.AlignVCenter, text)
            self._bars.append((rect, span))

    def _column(self, column: int) -> tuple[int, int]:
        width = self.width() - 1
        return column * width // _WEEK, (column + 1) * width // _WEEK

    def _cell(self, row: int, column: int) -> QtCore.QRect:
        left, right = self._column(column)
        rows, height = len(self.weeks()), self.height() - _HEAD - 1
        top, bottom = _HEAD + row * height // rows, _HEAD + (row + 1) * height // rows
        return QtCore.QRect(left, top, right - left, bottom - top)

    def _at(self, here: QtCore.QPoint) -> date | None:
        for row, week in enumerate(self.weeks()):
            for column, day in enumerate(week):
                if self._cell(row, column).contains(here):
                    return day
        return None


def month_words(day: date) -> str:
    """The month of a day: “November 2024”."""
    names = (
        _("Januari"), _("Februari"), _("Maret"), _("April"), _("Mei"), _("Juni"), _("Juli"), _("Agustus"),
        _("September"), _("Oktober"), _("November"), _("Desember"),
    )
    return f"{names[day.month - 1]} {day.year}"


def _placed(spans: Sequence[Span]) -> dict[str, int]:
    """In which line below the number of the day each stage stands, so that no two lie on each other."""
    free: list[date] = []
    found: dict[str, int] = {}
    for span in spans:
        lane = next((at for at, last in enumerate(free) if last < span.first), len(free))
        if lane == len(free):
            free.append(span.last)
        free[lane] = span.last
        found[span.code] = lane
    return found


def _offset(day: date, voting_day: date) -> str:
    days = (day - voting_day).days
    return f"H{days:+d}" if days else "H"
