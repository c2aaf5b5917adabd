# SPDX-License-Identifier: Apache-2.0
"""Thousands of sheets in one view: only those in sight are drawn, and every one is reached."""

import pytest
from PySide6 import QtCore, QtGui
from pytestqt.qtbot import QtBot

from tests.ui import gallery, many_pages
from ui import runner
from ui.widgets import pdf_sheets, pdf_source


def opened(lanes: runner.Runner, qtbot: QtBot, data: bytes) -> pdf_sheets.PdfSheets:
    source = pdf_source.PdfSource(lanes)
    made = pdf_sheets.PdfSheets(source)
    source.setParent(made)
    source.opened.connect(lambda _pages: made.lay_out())
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show()
    with qtbot.waitSignal(source.opened):
        source.open(data)
    return made


def draw(sheets: pdf_sheets.PdfSheets, lanes: runner.Runner, qtbot: QtBot) -> set[int]:
    """The sheets that were drawn by now."""
    qtbot.wait(90)
    for _turn in range(4):
        sheets.grab()
        lanes.wait_idle()
    return {number for number, _dots in sheets._source._pictures}


def test_only_sheets_in_sight_are_drawn(lanes: runner.Runner, qtbot: QtBot) -> None:
    sheets = opened(lanes, qtbot, many_pages.pdf(3000, across=7))
    assert draw(sheets, lanes, qtbot) <= {0, 1}
    sheets.go(2998)
    assert draw(sheets, lanes, qtbot) >= {2998}
    assert len(sheets._source._pictures) < 8
    assert sheets.page() in (2998, 2999)
    qtbot.keyClick(sheets, QtCore.Qt.Key.Key_Home)
    assert sheets.page() == 0
    qtbot.keyClick(sheets, QtCore.Qt.Key.Key_End)
    assert sheets.page() == 2999


def test_a_sheet_across_does_not_make_the_others_small(lanes: runner.Runner, qtbot: QtBot) -> None:
    sheets = opened(lanes, qtbot, many_pages.pdf(4, across=2))
    widths = {width for width, _height in sheets._boxes}
    assert max(widths) - min(widths) <= 1
    sheets.set_zoom(1.0)
    assert len({width for width, _height in sheets._boxes}) == 2
    assert sheets.horizontalScrollBar().maximum() > 0
    sheets.set_zoom(pdf_sheets.Fit.WIDTH)
    assert sheets.horizontalScrollBar().maximum() == 0


def test_what_is_at_the_top_stays_there_while_zooming(lanes: runner.Runner, qtbot: QtBot) -> None:
    sheets = opened(lanes, qtbot, many_pages.pdf(50))
    sheets.go(30)
    for zoom in (2.0, 0.5, pdf_sheets.Fit.PAGE, pdf_sheets.Fit.WIDTH):
        sheets.set_zoom(zoom)
        assert sheets._anchor()[0] in (29, 30)


def test_the_wheel_with_control_zooms(lanes: runner.Runner, qtbot: QtBot) -> None:
    sheets = opened(lanes, qtbot, gallery.sample_pdf())
    told: list[int] = []
    sheets.zoom_wanted.connect(told.append)
    for modifier in (QtCore.Qt.KeyboardModifier.ControlModifier, QtCore.Qt.KeyboardModifier.NoModifier):
        middle = QtCore.QPointF(sheets.viewport().rect().center())
        event = QtGui.QWheelEvent(
            middle,
            middle,
            QtCore.QPoint(),
            QtCore.QPoint(0, 120),
            QtCore.Qt.MouseButton.NoButton,
            modifier,
            QtCore.Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        sheets.wheelEvent(event)
    assert told == [1]


def test_ink_stands_where_the_page_has_it(lanes: runner.Runner, qtbot: QtBot) -> None:
    sheets = opened(lanes, qtbot, gallery.sample_pdf())
    draw(sheets, lanes, qtbot)
    picture = sheets.grab().toImage()
    rect = sheets._rect(0)
    dark = sum(
        QtGui.qGray(picture.pixel(x, y)) < 120
        for x in range(rect.left() + 2, rect.right() - 2)
        for y in range(rect.top() + 2, rect.top() + rect.height() // 4)
    )
    assert dark > 20
    assert picture.pixelColor(rect.left() + 4, rect.top() + 4) == QtGui.QColor("white")
    assert sheets.scale() == pytest.approx((420 - 2 * pdf_sheets.GAP) / (595 * 96 / 72), abs=0.05)
