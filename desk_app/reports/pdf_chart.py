# SPDX-License-Identifier: Apache-2.0
"""A chart on paper: the strokes of `domain.charts` in black, grey and patterns that a copy still tells apart."""

import dataclasses
from typing import Any

from reportlab.lib import colors
from reportlab.platypus import Flowable

from desk_app.domain import charts
from desk_app.reports import pdf_fonts, pdf_style

SIZE = 8.5
_HATCH = 2.6
"""Between two strokes of a pattern, in points."""
_FILLED = colors.Color(0.36, 0.36, 0.36)
_QUIET = colors.Color(0.25, 0.25, 0.25)


def measure(text: str, size: float) -> float:
    """How wide a text of a chart is, in points."""
    return pdf_fonts.width(text, pdf_fonts.bold(), size)


class ChartFlowable(Flowable):  # type: ignore[misc]
    """The chart over the whole width of the text, never taller than what is left of a page."""

    def __init__(self, chart: charts.Chart, width: float) -> None:
        super().__init__()
        self._chart = chart
        self.width = width
        self.height = charts.height_of(chart, SIZE)
        self.spaceAfter = 8.0

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def split(self, _width: float, height: float) -> list["ChartFlowable"]:
        """Rows go on over the page, their title with the first, what the patterns mean with the last."""
        chart = self._chart
        fitting = int((height - SIZE * 6) // (SIZE * charts.ROW))
        if chart.kind is not charts.Kind.ROWS or fitting < 3:
            return []
        first = dataclasses.replace(chart, parts=chart.parts[:fitting], target=None)
        rest = dataclasses.replace(chart, parts=chart.parts[fitting:], title="")
        most = None if chart.shares else charts.most_of(chart)
        return [ChartFlowable(dataclasses.replace(part, most=most), self.width) for part in (first, rest)]

    def draw(self) -> None:
        drawing = charts.draw(self._chart, self.width, self.height, SIZE, measure)
        for mark in drawing.marks:
            _mark(self.canv, mark, self.height)


def _mark(canvas: Any, mark: charts.Mark, height: float) -> None:
    match mark:
        case charts.Box():
            _box(canvas, mark.x, height - mark.y - mark.height, mark.width, mark.height, charts.PATTERNS[mark.tone])
        case charts.Stroke(points=points, dashed=dashed, strong=strong):
            canvas.saveState()
            canvas.setLineWidth(1.0 if strong else pdf_style.RULE)
            if dashed:
                canvas.setDash(3, 2)
            path = canvas.beginPath()
            path.moveTo(points[0][0], height - points[0][1])
            for x, y in points[1:]:
                path.lineTo(x, height - y)
            canvas.drawPath(path, stroke=1, fill=0)
            canvas.restoreState()
        case charts.Dot(x=x, y=y, radius=radius):
            canvas.saveState()
            canvas.setFillColor(colors.white)
            canvas.circle(x, height - y, radius, stroke=1, fill=1)
            canvas.restoreState()
        case charts.Words():
            _words(canvas, mark, height)


def _words(canvas: Any, mark: charts.Words, height: float) -> None:
    canvas.saveState()
    canvas.setFillColor(_QUIET if mark.muted else colors.black)
    text = canvas.beginText()
    font = pdf_fonts.bold() if mark.strong else pdf_fonts.regular()
    wide = pdf_fonts.width(mark.text, font, mark.size)
    shift = {charts.Anchor.START: 0.0, charts.Anchor.MIDDLE: wide / 2, charts.Anchor.END: wide}[mark.anchor]
    text.setTextOrigin(mark.x - shift, height - mark.y)
    for piece, marks in pdf_fonts.pieces(mark.text):
        text.setFont(pdf_fonts.MARKS if marks else font, mark.size)
        text.textOut(piece)
    canvas.drawText(text)
    canvas.restoreState()


def _box(canvas: Any, x: float, y: float, width: float, height: float, pattern: charts.Pattern) -> None:
    canvas.saveState()
    canvas.setLineWidth(pdf_style.RULE)
    if pattern is charts.Pattern.FULL:
        canvas.setFillColor(_FILLED)
        canvas.rect(x, y, width, height, stroke=1, fill=1)
    else:
        inside = canvas.beginPath()
        inside.rect(x, y, width, height)
        canvas.saveState()
        canvas.clipPath(inside, stroke=0, fill=0)
        _pattern(canvas, x, y, width, height, pattern)
        canvas.restoreState()
        canvas.rect(x, y, width, height, stroke=1, fill=0)
    canvas.restoreState()


def _pattern(canvas: Any, x: float, y: float, width: float, height: float, pattern: charts.Pattern) -> None:
    steps = int((width + height) / _HATCH) + 1
    if pattern in (charts.Pattern.RISING, charts.Pattern.CROSSED):
        canvas.lines([(x + at * _HATCH - height, y, x + at * _HATCH, y + height) for at in range(steps)])
    if pattern is charts.Pattern.CROSSED:
        canvas.lines([(x + at * _HATCH - height, y + height, x + at * _HATCH, y) for at in range(steps)])
    if pattern is charts.Pattern.DOTTED:
        canvas.setFillColor(colors.black)
        for across in range(int(width / _HATCH) + 1):
            for up in range(int(height / _HATCH) + 1):
                canvas.circle(x + (across + 0.5) * _HATCH, y + (up + 0.5) * _HATCH, 0.35, stroke=0, fill=1)
