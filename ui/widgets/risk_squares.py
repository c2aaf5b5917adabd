# SPDX-License-Identifier: Apache-2.0
"""Squares of the map of risk: each shade has its own colour and its own pattern, so that a print without colour reads.

States: 0 nothing, 1 low (a dot), 2 middle (one bar), 3 high (two bars crossed), 4 special (a diamond).
"""

from PySide6 import QtCore, QtGui

from ui import theme

KINDS = 5
_TONES = ("", "siap", "belum_lengkap", "masalah", "berbeda")


def paint(painter: QtGui.QPainter, rect: QtCore.QRectF, state: int) -> None:
    """Paint one square of the map of risk."""
    now = theme.tokens()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    if not state:
        painter.setPen(QtGui.QPen(theme.colour(now.border_strong), 1))
        painter.setBrush(theme.colour(now.surface))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        return
    colour, tint = theme.status_colours(_TONES[state])
    light = state == 1
    painter.setPen(QtGui.QPen(theme.colour(colour), 1) if light else QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(tint if light else colour))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5) if light else rect, 2, 2)
    ink = theme.colour(colour if light else now.surface)
    inset = rect.width() * 0.24
    inner = rect.adjusted(inset, inset, -inset, -inset)
    painter.setPen(QtGui.QPen(ink, max(1.5, rect.width() * 0.15)))
    painter.setBrush(ink)
    match state:
        case 1:
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.drawEllipse(rect.center(), rect.width() * 0.13, rect.width() * 0.13)
        case 2:
            painter.drawLine(inner.bottomLeft(), inner.topRight())
        case 3:
            painter.drawLine(inner.bottomLeft(), inner.topRight())
            painter.drawLine(inner.topLeft(), inner.bottomRight())
        case _:
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            middle = inner.center()
            corners = (
                QtCore.QPointF(middle.x(), inner.top()),
                QtCore.QPointF(inner.right(), middle.y()),
                QtCore.QPointF(middle.x(), inner.bottom()),
                QtCore.QPointF(inner.left(), middle.y()),
            )
            painter.drawPolygon(QtGui.QPolygonF(corners))
