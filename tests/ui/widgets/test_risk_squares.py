# SPDX-License-Identifier: Apache-2.0
"""Squares of risk: no two alike, not even without colours, in light and in dark."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from ui import theme
from ui.widgets import risk_squares


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
def test_each_state_has_its_own_pattern(app: QtWidgets.QApplication, scheme: theme.Scheme) -> None:
    theme.apply(app, scheme)
    seen = []
    for state in range(risk_squares.KINDS):
        image = QtGui.QImage(26, 26, QtGui.QImage.Format.Format_Grayscale8)
        image.fill(theme.colour(theme.tokens().surface))
        painter = QtGui.QPainter(image)
        risk_squares.paint(painter, QtCore.QRectF(0, 0, 26, 26), state)
        painter.end()
        middle = image.pixelColor(13, 13).value()
        bright = [abs(image.pixelColor(x, y).value() - middle) > 60 for x in range(4, 22) for y in range(4, 22)]
        seen.append(tuple(bright))
    assert len(set(seen)) == risk_squares.KINDS
    theme.apply(app, theme.Scheme.LIGHT)
