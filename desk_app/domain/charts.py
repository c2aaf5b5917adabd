# SPDX-License-Identifier: Apache-2.0
"""Charts: what they show, and where each stroke stands. Paper and window draw the same strokes.

A tone is a colour in the window and a pattern everywhere, so that a chart is read in black and white as well. Lengths
have no unit: those of the room that is given, from its upper left corner.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

Measure = Callable[[str, float], float]
"""How wide a text is at a size."""


class Kind(StrEnum):
    ROWS = "rows"
    """A bar to the right for each part, its name before it: many names, long names."""
    COLUMNS = "columns"
    """A bar upwards for each part: days, few regions."""
    COURSE = "course"
    """A line through the parts: one figure over the days."""


class Tone(StrEnum):
    GOOD = "good"
    PARTLY = "partly"
    TROUBLE = "trouble"
    NOTHING = "nothing"
    DIFFERING = "differing"
    PLAIN = "plain"
    SHORT = "short"


class Pattern(StrEnum):
    FULL = "full"
    RISING = "rising"
    CROSSED = "crossed"
    EMPTY = "empty"
    DOTTED = "dotted"


PATTERNS: Mapping[Tone, Pattern] = MappingProxyType(
    {
        Tone.GOOD: Pattern.FULL,
        Tone.PARTLY: Pattern.RISING,
        Tone.TROUBLE: Pattern.CROSSED,
        Tone.NOTHING: Pattern.EMPTY,
        Tone.DIFFERING: Pattern.DOTTED,
        Tone.PLAIN: Pattern.FULL,
        Tone.SHORT: Pattern.RISING,
    }
)


@dataclass(frozen=True, slots=True)
class Series:
    """One of the figures that every part has. An empty `name` is not explained below the chart."""

    name: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Part:
    """A region or a day: its figures in the order of the series (None: not known), and what is written at its end.

    `tone` stands in for that of the series, as where a target is not reached.
    """

    name: str
    values: tuple[int | None, ...]
    said: str = ""
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Target:
    value: int
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`shares`: every bar of rows has the same length, its figures are shares of it. `most`: the value of the longest
    bar, None for that of the longest one here."""

    kind: Kind
    series: tuple[Series, ...]
    parts: tuple[Part, ...]
    title: str = ""
    target: Target | None = None
    shares: bool = False
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A filled part of a bar; `part` is its place in the chart."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    part: int = -1


@dataclass(frozen=True, slots=True)
class Stroke:
    points: tuple[tuple[float, float], ...]
    dashed: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    radius: float


class Anchor(StrEnum):
    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Words:
    """A text on one line; `y` is its base line. `muted`: less loud than figures."""

    x: float
    y: float
    text: str
    size: float
    anchor: Anchor = Anchor.START
    muted: bool = False
    strong: bool = False


Mark = Box | Stroke | Dot | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """The strokes of a chart in their order, the room they take, and where each part stands."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    areas: tuple[tuple[float, float, float, float], ...] = ()
    """Of each part: x, y, width, height."""

    def part_at(self, x: float, y: float) -> int | None:
        """The part that stands there, None for none."""
        for place, (left, top, width, height) in enumerate(self.areas):
            if left <= x < left + width and top <= y < top + height:
                return place
        return None


def height_of(chart: Chart, size: float) -> float:
    """The height that a chart asks for with letters of a size: rows by their number, others a fixed share."""
    head = size * 2.0 if chart.title else 0.0
    legend = size * 2.2 if _explained(chart) else 0.0
    if chart.kind is Kind.ROWS:
        edges = (0.0 if chart.title else size * 0.4) + (0.0 if legend else size * 0.4)
        return head + len(chart.parts) * size * ROW + legend + edges + (size * 1.6 if chart.target else 0.0)
    return head + size * 14 + legend


def draw(chart: Chart, width: float, height: float, size: float, measure: Measure) -> Drawing:
    """The chart in a room, with letters of a size."""
    return _Draughtsman(chart, width, height, size, measure).drawing()


ROW = 1.75
"""The room of a row, in parts of the size of its letters."""
_BAR = 0.62
"""Of the room of a part, what its bar takes."""
_WIDEST = 6
"""Of bars, in heights of the letters: one day is no wall."""


class _Draughtsman:
    def __init__(self, chart: Chart, width: float, height: float, size: float, measure: Measure) -> None:
        self._chart = chart
        self._width, self._height, self._size, self._measure = width, height, size, measure
        self._marks: list[Mark] = []
        self._areas: list[tuple[float, float, float, float]] = []
        self._top = size * 2.0 if chart.title else size * 0.4
        self._floor = height - (size * 2.2 if _explained(chart) else size * 0.4)

    def drawing(self) -> Drawing:
        if self._chart.title:
            title = self._short(self._chart.title, self._width)
            self._marks.append(Words(0, self._size * 1.1, title, self._size, strong=True))
        if self._chart.kind is Kind.ROWS:
            self._rows()
        else:
            self._upright()
        self._legend()
        return Drawing(self._width, self._height, tuple(self._marks), tuple(self._areas))

    def _rows(self) -> None:
        chart, size = self._chart, self._size
        names = max((self._measure(part.name, size) for part in chart.parts), default=0.0)
        names = min(names + size * 0.7, self._width * 0.34)
        said = max((self._measure(part.said, size) for part in chart.parts), default=0.0)
        room = self._width - names - said - size * 0.7
        floor = self._floor - (size * 1.6 if chart.target else 0.0)
        step = (floor - self._top) / max(len(chart.parts), 1)
        most = max(most_of(chart), 1)
        for place, part in enumerate(chart.parts):
            top = self._top + step * place
            middle = top + step / 2 + size * 0.35
            self._areas.append((0, top, self._width, step))
            self._marks.append(Words(0, middle, self._short(part.name, names - size * 0.5), size))
            whole = (sum(value or 0 for value in part.values) or 1) if chart.shares else most
            x = names
            for value, series in zip(part.values, chart.series, strict=True):
                wide = room * max(value or 0, 0) / whole
                if wide > 0:
                    tone = part.tone or series.tone
                    self._marks.append(Box(x, top + step * (1 - _BAR) / 2, wide, step * _BAR, tone, place))
                x += wide
            self._marks.append(Words(self._width, middle, part.said, size, Anchor.END, muted=True))
        self._marks.append(Stroke(((names, self._top), (names, floor))))
        if chart.target is not None and not chart.shares:
            x = names + room * min(chart.target.value / most, 1)
            self._marks.append(Stroke(((x, self._top), (x, floor + size * 0.3)), dashed=True))
            anchor = Anchor.END if x > self._width / 2 else Anchor.START
            self._marks.append(Words(x, floor + size * 1.4, chart.target.words, size, anchor))

    def _upright(self) -> None:
        chart, size = self._chart, self._size
        top, floor = self._top + size * 1.5, self._floor - size * 1.7
        low, high = self._bounds()
        step = self._width / max(len(chart.parts), 1)

        def level(value: float) -> float:
            return floor - (floor - top) * (value - low) / (high - low)

        base = level(max(low, 0))
        self._areas = [(step * place, self._top, step, self._floor - self._top) for place in range(len(chart.parts))]
        if chart.kind is Kind.COLUMNS:
            self._columns(step, level, base)
        else:
            self._course(step, level)
        self._marks.append(Stroke(((0, base), (self._width, base)), strong=True))
        if chart.target is not None and chart.parts:
            y = level(chart.target.value)
            self._marks.append(Stroke(((0, y), (self._width, y)), dashed=True))
            self._marks.append(Words(0, y - size * 0.35, chart.target.words, size))
        self._names(step, floor + size * 1.3)

    def _columns(self, step: float, level: Callable[[float], float], base: float) -> None:
        wide = min(step * _BAR, self._size * _WIDEST)
        for place, part in enumerate(self._chart.parts):
            x, sum_ = step * place + (step - wide) / 2, 0
            for value, series in zip(part.values, self._chart.series, strict=True):
                if not value:
                    continue
                upper, lower = sorted((level(sum_), level(sum_ + value)))
                self._marks.append(Box(x, upper, wide, lower - upper, part.tone or series.tone, place))
                sum_ += value
            if part.said and self._measure(part.said, self._size) <= step:
                y = min(level(sum_), base) - self._size * 0.35
                self._marks.append(Words(x + wide / 2, y, part.said, self._size, Anchor.MIDDLE))

    def _course(self, step: float, level: Callable[[float], float]) -> None:
        spots = [
            (step * (place + 0.5), level(part.values[0]), part)
            for place, part in enumerate(self._chart.parts)
            if part.values[0] is not None
        ]
        if len(spots) > 1:
            self._marks.append(Stroke(tuple((x, y) for x, y, _part in spots), strong=True))
        self._marks += [Dot(x, y, self._size * 0.32) for x, y, _part in spots]
        if spots:
            x, y, last = spots[-1]
            said = min(x + self._measure(last.said, self._size) / 2, self._width)
            self._marks.append(Words(said, y - self._size * 0.7, last.said, self._size, Anchor.END, strong=True))

    def _names(self, step: float, y: float) -> None:
        """Each name where all have room; otherwise the first and the last."""
        parts, size = self._chart.parts, self._size
        if all(self._measure(part.name, size) <= step * 0.94 for part in parts):
            for place, part in enumerate(parts):
                self._marks.append(Words(step * (place + 0.5), y, part.name, size, Anchor.MIDDLE, muted=True))
            return
        half = self._width / 2 - size
        self._marks.append(Words(0, y, self._short(parts[0].name, half), size, muted=True))
        self._marks.append(Words(self._width, y, self._short(parts[-1].name, half), size, Anchor.END, muted=True))

    def _legend(self) -> None:
        size = self._size
        x, y = 0.0, self._height - size * 0.4
        for series in _explained(self._chart):
            self._marks.append(Box(x, y - size * 0.8, size * 1.3, size * 0.9, series.tone))
            self._marks.append(Words(x + size * 1.7, y, series.name, size))
            x += size * 3.0 + self._measure(series.name, size)

    def _bounds(self) -> tuple[float, float]:
        """Of the upright scale: from 0 for bars, whose length speaks; from below the lowest point for a line."""
        values = list(self._values())
        if self._chart.target is not None:
            values.append(self._chart.target.value)
        low, high = min(values, default=0), max(values, default=0)
        if self._chart.kind is Kind.COLUMNS:
            low, high = min(0, low), max(0, high)
        else:
            room = max((high - low) // 4, 1)
            low = low - room if low < 0 or low - room > 0 else 0
        return low, high if high > low else low + 1

    def _values(self) -> Iterator[int]:
        for part in self._chart.parts:
            if self._chart.kind is Kind.COLUMNS:
                yield sum(value or 0 for value in part.values)
            elif part.values[0] is not None:
                yield part.values[0]

    def _short(self, text: str, room: float) -> str:
        if self._measure(text, self._size) <= room:
            return text
        while text and self._measure(f"{text}…", self._size) > room:
            text = text[:-1]
        return f"{text.rstrip()}…"


def most_of(chart: Chart) -> int:
    """The value that the longest bar of rows stands for."""
    if chart.most is not None:
        return chart.most
    sums = [sum(value or 0 for value in part.values) for part in chart.parts]
    return max([*sums, chart.target.value if chart.target else 0], default=0)


def _explained(chart: Chart) -> tuple[Series, ...]:
    return tuple(series for series in chart.series if series.name)
