# SPDX-License-Identifier: Apache-2.0
"""A chart in the window: it says what it shows, by pointing and to screen readers, in light and dark."""

import pytest
from PySide6 import QtCore, QtGui
from pytestqt.qtbot import QtBot

from desk_app.domain.charts import Chart, Kind, Part, Series, Target, Tone
from ui.widgets import chart_view

STATES = (Series("Siap", Tone.GOOD), Series("Belum", Tone.NOTHING))
CHART = Chart(Kind.ROWS, STATES, (Part("Tempe", (3, 1), "3 dari 4"), Part("Belawa", (0, 2), "0 dari 2")), "Kesiapan")


@pytest.fixture
def view(app: object, qtbot: QtBot) -> chart_view.ChartView:
    made = chart_view.ChartView()
    qtbot.addWidget(made)
    made.resize(400, 10)
    return made


def test_it_says_what_it_shows_and_asks_for_its_height(view: chart_view.ChartView) -> None:
    view.set_chart(CHART)
    assert view.accessibleName() == "Tempe: Siap 3, Belum 1; Belawa: Belum 2"
    assert not view.isHidden()
    assert view.height() > 60


def test_pointing_at_a_part_tells_its_figures(view: chart_view.ChartView, qtbot: QtBot) -> None:
    view.set_chart(CHART)
    drawing = view.drawing()
    assert drawing is not None
    left, top, width, height = drawing.areas[1]
    spot = QtCore.QPointF(left + width / 2, top + height / 2)
    view.mouseMoveEvent(
        QtGui.QMouseEvent(
            QtCore.QEvent.Type.MouseMove,
            spot,
            spot,
            QtCore.Qt.MouseButton.NoButton,
            QtCore.Qt.MouseButton.NoButton,
            QtCore.Qt.KeyboardModifier.NoModifier,
        )
    )
    assert view.toolTip() == "Belawa: Belum 2"


def test_a_full_bar_is_full_and_an_open_one_is_open(view: chart_view.ChartView) -> None:
    def ink(tone: Tone) -> float:
        view.set_chart(Chart(Kind.ROWS, (Series("", tone),), (Part("", (1,)),)))
        view.show()
        image = view.grab().toImage().convertToFormat(QtGui.QImage.Format.Format_Grayscale8)
        drawing = view.drawing()
        assert drawing is not None
        _left, top, _width, height = drawing.areas[0]
        middle = round(top + height / 2)
        line = [image.pixelColor(x, middle).value() for x in range(60, 300)]
        paper = image.pixelColor(390, 2).value()
        return sum(abs(value - paper) > 60 for value in line) / len(line)

    assert ink(Tone.GOOD) > 0.95
    assert 0.05 < ink(Tone.PARTLY) < 0.8
    assert ink(Tone.NOTHING) < 0.05


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("count", [0, 1, 60])
def test_none_one_and_many_are_drawn(view: chart_view.ChartView, kind: Kind, count: int) -> None:
    parts = tuple(Part(f"Bagian {place}", (place % 7, None), str(place)) for place in range(count))
    view.set_chart(Chart(kind, STATES, parts, target=Target(5, "target 5")))
    assert view.isHidden() is (count == 0)
    view.show()
    assert not view.grab().isNull()
