# SPDX-License-Identifier: Apache-2.0
"""A chart in the window: the strokes of `domain.charts` in the colours of the theme, the patterns of the paper kept."""

from collections.abc import Mapping

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.domain import charts
from ui import theme

_STATUS: Mapping[charts.Tone, str] = {
    charts.Tone.GOOD: "siap",
    charts.Tone.PARTLY: "belum_lengkap",
    charts.Tone.TROUBLE: "masalah",
    charts.Tone.NOTHING: "belum",
    charts.Tone.DIFFERING: "berbeda",
}
_BRUSHES: Mapping[charts.Pattern, QtCore.Qt.BrushStyle] = {
    charts.Pattern.FULL: QtCore.Qt.BrushStyle.SolidPattern,
    charts.Pattern.RISING: QtCore.Qt.BrushStyle.BDiagPattern,
    charts.Pattern.CROSSED: QtCore.Qt.BrushStyle.DiagCrossPattern,
    charts.Pattern.EMPTY: QtCore.Qt.BrushStyle.NoBrush,
    charts.Pattern.DOTTED: QtCore.Qt.BrushStyle.Dense6Pattern,
}
_SIZE = 11


class ChartView(QtWidgets.QWidget):
    """Shows `chart`, as high as it asks to be; its figures are said to screen readers, and by pointing at a part."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart: charts.Chart | None = None
        self.setMinimumWidth(220)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.hide()

    def set_chart(self, chart: charts.Chart | None) -> None:
        """Show a chart; None or one without parts takes it away."""
        self.chart = chart if chart is not None and chart.parts else None
        self.setVisible(self.chart is not None)
        if self.chart is not None:
            self.setFixedHeight(round(charts.height_of(self.chart, _SIZE)) + 2)
            self.setAccessibleName("; ".join(_said(self.chart, part) for part in self.chart.parts))
        self.update()

    def drawing(self) -> charts.Drawing | None:
        """Where each stroke stands now."""
        if self.chart is None:
            return None
        letters = QtGui.QFontMetricsF(theme.font(_SIZE, bold=True))
        room = (self.width() - 2.0, self.height() - 2.0)
        return charts.draw(self.chart, *room, _SIZE, lambda text, _size: letters.horizontalAdvance(text))

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        drawing = self.drawing()
        place = drawing.part_at(event.position().x(), event.position().y()) if drawing is not None else None
        self.setToolTip(_said(self.chart, self.chart.parts[place]) if self.chart and place is not None else "")

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        drawing = self.drawing()
        if drawing is None:
            return
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.translate(1, 1)
        for mark in drawing.marks:
            _paint(painter, mark)


def _paint(painter: QtGui.QPainter, mark: charts.Mark) -> None:
    now = theme.tokens()
    match mark:
        case charts.Box():
            tone = theme.colour(theme.status_colours(_STATUS[mark.tone])[0] if mark.tone in _STATUS else now.primary)
            painter.setPen(QtGui.QPen(tone, 1))
            painter.setBrush(QtGui.QBrush(tone, _BRUSHES[charts.PATTERNS[mark.tone]]))
            painter.drawRect(QtCore.QRectF(mark.x, mark.y, mark.width, mark.height))
        case charts.Stroke(points=points, dashed=dashed, strong=strong):
            style = QtCore.Qt.PenStyle.DashLine if dashed else QtCore.Qt.PenStyle.SolidLine
            tone = theme.colour(now.text if dashed else now.primary if len(points) > 2 else now.border_strong)
            painter.setPen(QtGui.QPen(tone, 2 if strong and len(points) > 2 else 1, style))
            painter.drawPolyline([QtCore.QPointF(x, y) for x, y in points])
        case charts.Dot(x=x, y=y, radius=radius):
            painter.setPen(QtGui.QPen(theme.colour(now.primary), 2))
            painter.setBrush(theme.colour(now.surface))
            painter.drawEllipse(QtCore.QPointF(x, y), radius, radius)
        case charts.Words():
            painter.setFont(theme.font(round(mark.size), bold=mark.strong))
            painter.setPen(theme.colour(now.muted if mark.muted else now.text))
            wide = painter.fontMetrics().horizontalAdvance(mark.text)
            shift = {charts.Anchor.START: 0.0, charts.Anchor.MIDDLE: wide / 2, charts.Anchor.END: float(wide)}
            painter.drawText(QtCore.QPointF(mark.x - shift[mark.anchor], mark.y), mark.text)


def _said(chart: charts.Chart, part: charts.Part) -> str:
    named = [(series.name, value) for series, value in zip(chart.series, part.values, strict=True) if value]
    if len(chart.series) > 1 and named:
        return f"{part.name}: " + ", ".join(f"{name} {value}" for name, value in named)
    return f"{part.name}: {part.said}"
