# SPDX-License-Identifier: Apache-2.0
"""A week of the posko: a line a day, a bar a shift, hours with nobody hatched; mouse and keys."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import roster
from desk_app.operations import team_roster
from ui import icons, theme

_NAMES = 86
_HEAD = 22
_LANE = 46
_PAD = 5
_STEP = 3
_LINES = 3
_LEAST = 36
"""So much room in points a name needs at least; of less the tip tells."""


@dataclass(frozen=True, slots=True)
class _Bar:
    """What of a shift lies in a day; `goes_on`: it began the day before."""

    shift: team_roster.Shift
    rect: QtCore.QRect
    goes_on: bool


class RosterWeek(QtWidgets.QWidget):
    """The week. `chosen(Shift or None)`: another one is current. `opened(Shift)`: Enter or double click.
    `new_wanted(date, minute)`: Insert, or a double click where nothing is. `removed(Shift)`: Del."""

    chosen = QtCore.Signal(object)
    opened = QtCore.Signal(object)
    new_wanted = QtCore.Signal(object, int)
    removed = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._week: team_roster.Week | None = None
        self._today: date | None = None
        self._clashing: frozenset[int] = frozenset()
        self._current = 0
        self._bars: list[_Bar] = []
        self._tops: list[int] = []
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Piket satu minggu"))
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Minimum)
        self.setMouseTracking(True)

    def set_week(
        self, week: team_roster.Week, today: date | None = None, clashing: Collection[int] = ()
    ) -> None:
        """Show a week; `clashing`: shifts with which something is wrong. The current shift stays where it is there."""
        self._week, self._today, self._clashing = week, today, frozenset(clashing)
        if self._current not in {one.no for one in week.shifts}:
            self._current = 0
        self._place()
        self.updateGeometry()
        self.update()
        self._say()

    @property
    def current(self) -> team_roster.Shift | None:
        """The shift that is chosen."""
        if self._week is None:
            return None
        return next((one for one in self._week.shifts if one.no == self._current), None)

    def choose(self, no: int) -> bool:
        """Choose a shift of this week; False where it is not in it."""
        known = self._week is not None and any(one.no == no for one in self._week.shifts)
        wanted = no if known else 0
        if wanted != self._current:
            self._current = wanted
            self.update()
            self._say()
            self.chosen.emit(self.current)
        return known

    def bar_of(self, no: int) -> QtCore.QRect:
        """Where the first bar of a shift stands."""
        return next((QtCore.QRect(bar.rect) for bar in self._bars if bar.shift.no == no), QtCore.QRect())

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(640, self._height())

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(380, self._height())

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        self._place()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        keys = QtCore.Qt.Key
        current = self.current
        match event.key():
            case keys.Key_Right | keys.Key_Left:
                self._go(1 if event.key() == keys.Key_Right else -1)
            case keys.Key_Down | keys.Key_Up:
                self._go_day(1 if event.key() == keys.Key_Down else -1)
            case keys.Key_Return | keys.Key_Enter if current is not None:
                self.opened.emit(current)
            case keys.Key_Delete if current is not None:
                self.removed.emit(current)
            case keys.Key_Insert if self._week is not None:
                day = current.day if current is not None else self._week.days[0]
                self.new_wanted.emit(day, current.end % roster.DAY if current is not None else 7 * 60)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        bar = self._at(event.position().toPoint())
        self.choose(bar.shift.no if bar is not None else 0)

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        place = event.position().toPoint()
        bar = self._at(place)
        if bar is not None:
            self.opened.emit(bar.shift)
        elif self._week is not None and (row := self._row(place.y())) is not None and place.x() >= _NAMES:
            minute = int((place.x() - _NAMES) / max(self._room(), 1) * roster.DAY) // 60 * 60
            self.new_wanted.emit(self._week.days[row], min(max(minute, 0), roster.DAY - 60))

    def event(self, event: QtCore.QEvent) -> bool:
        if isinstance(event, QtGui.QHelpEvent):
            bar = self._at(event.pos())
            QtWidgets.QToolTip.showText(event.globalPos(), _words(bar.shift) if bar is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        if self._week is None:
            return
        now = theme.tokens()
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL))
        self._paint_days(painter, now)
        self._paint_holes(painter, now)
        for bar in self._bars:
            self._paint_bar(painter, bar, now)

    def _paint_days(self, painter: QtGui.QPainter, now: theme.Tokens) -> None:
        assert self._week is not None
        for at, day in enumerate(self._week.days):
            top, height = self._tops[at], self._tops[at + 1] - self._tops[at]
            ground = now.primary_tint if day == self._today else now.surface
            painter.fillRect(QtCore.QRect(0, top, self.width(), height), theme.colour(ground))
            painter.setPen(theme.colour(now.border))
            painter.drawLine(0, top + height - 1, self.width(), top + height - 1)
            painter.setPen(theme.colour(now.text))
            name = QtCore.QRect(6, top + 4, _NAMES - 8, 18)
            sides = QtCore.Qt.AlignmentFlag
            painter.drawText(name, sides.AlignLeft | sides.AlignVCenter, _(team_roster.DAY_NAMES[day.weekday()]))
            painter.setPen(theme.colour(now.muted))
            painter.drawText(name.translated(0, 17), sides.AlignLeft | sides.AlignVCenter, day.strftime("%d-%m-%Y"))
        for hour in range(0, 25, _STEP):
            x = self._x(hour * 60)
            painter.setPen(theme.colour(now.border))
            painter.drawLine(x, _HEAD, x, self._tops[-1])
            painter.setPen(theme.colour(now.muted))
            word = QtCore.QRect(x - 20, 0, 40, _HEAD)
            if hour in (0, 24):
                word = QtCore.QRect(x if hour == 0 else x - 40, 0, 40, _HEAD)
            side = {0: "AlignLeft", 24: "AlignRight"}.get(hour, "AlignHCenter")
            painter.drawText(
                word, getattr(QtCore.Qt.AlignmentFlag, side) | QtCore.Qt.AlignmentFlag.AlignVCenter, f"{hour:02d}.00"
            )

    def _paint_holes(self, painter: QtGui.QPainter, now: theme.Tokens) -> None:
        assert self._week is not None
        for at, day in enumerate(self._week.days):
            for hole in self._week.holes:
                part = roster.cut(hole, day)
                if part is None:
                    continue
                left, right = self._x(part.start % roster.DAY), self._x((part.end - 1) % roster.DAY + 1)
                rect = QtCore.QRect(left, self._tops[at] + 3, right - left, self._tops[at + 1] - self._tops[at] - 7)
                painter.fillRect(rect, theme.colour(now.masalah_tint))
                painter.fillRect(rect, QtGui.QBrush(theme.colour(now.masalah), QtCore.Qt.BrushStyle.BDiagPattern))
                words = _("kosong {start}–{end}").format(
                    start=roster.clock(part.start), end=roster.clock(part.end, as_end=True)
                )
                metrics = painter.fontMetrics()
                short = _("kosong")
                text = words if metrics.horizontalAdvance(words) + 16 < rect.width() else short
                if metrics.horizontalAdvance(text) + 8 < rect.width():
                    label = QtCore.QRect(0, 0, metrics.horizontalAdvance(text) + 12, 18)
                    label.moveCenter(rect.center())
                    painter.fillRect(label, theme.colour(now.masalah_tint))
                    painter.setPen(theme.colour(now.masalah))
                    painter.drawText(label, QtCore.Qt.AlignmentFlag.AlignCenter, text)

    def _paint_bar(self, painter: QtGui.QPainter, bar: _Bar, now: theme.Tokens) -> None:
        wrong = bar.shift.no in self._clashing
        ink, ground = (now.masalah, now.masalah_tint) if wrong else (now.primary, now.surface)
        is_current = bar.shift.no == self._current
        painter.setBrush(theme.colour(ground if not is_current or wrong else now.primary_tint))
        painter.setPen(QtGui.QPen(theme.colour(now.focus if is_current else ink), 3 if is_current else 1))
        rect = QtCore.QRectF(bar.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, 5, 5)
        inner = bar.rect.adjusted(6, 2, -4, -2)
        if wrong:
            icons.paint(painter, "masalah", QtCore.QRectF(inner.left(), inner.top() + 1, 14, 14), theme.colour(ink))
            inner.setLeft(inner.left() + 17)
        painter.setPen(theme.colour(now.text))
        painter.save()
        painter.setClipRect(bar.rect)
        name = f"… {bar.shift.name}" if bar.goes_on else bar.shift.name
        if inner.width() >= _LEAST:
            _some_lines(painter, inner, name)
        painter.restore()

    def _place(self) -> None:
        self._bars, self._tops = [], [_HEAD]
        if self._week is None:
            return
        for day in self._week.days:
            parts = [
                (one, part) for one in self._week.shifts if (part := roster.cut(one.span, day)) is not None
            ]
            parts.sort(key=lambda pair: (pair[1], pair[0].no))
            lanes = roster.lanes(part for _shift, part in parts)
            top = self._tops[-1]
            for (shift, part), lane in zip(parts, lanes, strict=True):
                left, right = self._x(part.start % roster.DAY), self._x((part.end - 1) % roster.DAY + 1)
                rect = QtCore.QRect(left + 1, top + _PAD + lane * _LANE, max(right - left - 2, 8), _LANE - 3)
                self._bars.append(_Bar(shift, rect, shift.day != day))
            self._tops.append(top + 2 * _PAD + max(max(lanes, default=0) + 1, 1) * _LANE)

    def _height(self) -> int:
        return (self._tops[-1] if len(self._tops) > 1 else _HEAD + 7 * (_LANE + 2 * _PAD)) + 2

    def _room(self) -> int:
        return self.width() - _NAMES - 8

    def _x(self, minute: int) -> int:
        return _NAMES + round(minute / roster.DAY * self._room())

    def _row(self, y: int) -> int | None:
        return next((at for at in range(len(self._tops) - 1) if self._tops[at] <= y < self._tops[at + 1]), None)

    def _at(self, place: QtCore.QPoint) -> _Bar | None:
        return next((bar for bar in reversed(self._bars) if bar.rect.contains(place)), None)

    def _go(self, by: int) -> None:
        shifts = list(self._week.shifts) if self._week is not None else []
        numbers = [one.no for one in shifts]
        if not numbers:
            return
        at = numbers.index(self._current) + by if self._current in numbers else (0 if by > 0 else -1)
        self.choose(numbers[min(max(at, 0), len(numbers) - 1) if self._current in numbers else at])

    def _go_day(self, by: int) -> None:
        current = self.current
        if current is None or self._week is None:
            self._go(by)
            return
        later = [one for one in self._week.shifts if (one.day > current.day if by > 0 else one.day < current.day)]
        if later:
            day = later[0].day if by > 0 else later[-1].day
            near = [one for one in later if one.day == day]
            self.choose(min(near, key=lambda one: abs(one.start - current.start)).no)

    def _say(self) -> None:
        current = self.current
        self.setAccessibleDescription(_words(current) if current is not None else "")


def _words(shift: team_roster.Shift) -> str:
    day = _(team_roster.DAY_NAMES[shift.day.weekday()])
    parts = (f"{day} {shift.day.strftime('%d-%m-%Y')}, {shift.hours}", shift.name, shift.office, shift.note)
    return "\n".join(dict.fromkeys(part for part in parts if part))


def _some_lines(painter: QtGui.QPainter, rect: QtCore.QRect, text: str) -> None:
    """Write a name in up to three lines; what does not fit even so ends in dots, and stands whole in the tip."""
    metrics = painter.fontMetrics()
    layout = QtGui.QTextLayout(text, painter.font())
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(rect.width())
        start = line.textStart()
        is_last = len(lines) == _LINES - 1
        lines.append(text[start:] if is_last else text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    height = metrics.height()
    top = rect.top() + max((rect.height() - height * len(lines)) // 2, 0)
    for at, words in enumerate(lines):
        shown = metrics.elidedText(words, QtCore.Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(QtCore.QRect(rect.left(), top + at * height, rect.width(), height), 0, shown)
