# SPDX-License-Identifier: Apache-2.0
"""The chart: heights follow values, what is short is hatched, and it is readable without colour."""

import pytest
from PySide6 import QtGui
from pytestqt.qtbot import QtBot

from ui.widgets import indicator_chart
from ui.widgets.indicator_chart import Point


@pytest.fixture
def chart(app: object, qtbot: QtBot) -> indicator_chart.IndicatorChart:
    made = indicator_chart.IndicatorChart()
    qtbot.addWidget(made)
    made.resize(400, indicator_chart.HEIGHT)
    return made


def drawn(chart: indicator_chart.IndicatorChart) -> QtGui.QImage:
    chart.show()
    return chart.grab().toImage()


def test_larger_values_stand_higher_and_bars_begin_at_nought(chart: indicator_chart.IndicatorChart) -> None:
    chart.set_bars([Point("a", 50, "50"), Point("b", 100, "100")], (80, "target 80"))
    assert chart.base() == 0
    assert chart.height_of(100) < chart.height_of(80) < chart.height_of(50) < chart.height_of(0)


def test_a_line_begins_near_its_lowest_value(chart: indicator_chart.IndicatorChart) -> None:
    chart.set_line([Point("a", 9500, "95"), Point("b", 9700, "97")], (9803, "target 98,03"))
    assert 9000 < chart.base() < 9500
    assert chart.top() == 9803


def test_what_is_short_is_hatched_and_what_is_reached_is_full(chart: indicator_chart.IndicatorChart) -> None:
    def share(reached: bool) -> float:
        """How much of the bar is ink, in grey."""
        chart.set_bars([Point("a", 100, "100", reached)], None)
        image = drawn(chart).convertToFormat(QtGui.QImage.Format.Format_Grayscale8)
        middle, top, foot = image.width() // 2, round(chart.height_of(100)) + 5, round(chart.height_of(0)) - 5
        ink = [
            image.pixelColor(x, y).value() < 160 for x in range(middle - 20, middle + 20) for y in range(top, foot)
        ]
        return sum(ink) / len(ink)

    assert share(True) > 0.95
    assert 0.05 < share(False) < 0.7


def test_one_point_one_value_and_none_are_drawn(chart: indicator_chart.IndicatorChart) -> None:
    for points in ([], [Point("a", 5, "5")], [Point("a", 5, "5"), Point("b", 5, "5")]):
        for show in (chart.set_line, chart.set_bars):
            show(points, (5, "target 5"))
            drawn(chart)
    chart.set_bars([Point("a", -3, "−3"), Point("b", 4, "4")], None)
    assert chart.base() == -3
    assert chart.accessibleName() == "a: −3; b: 4"
    assert not drawn(chart).isNull()
