# SPDX-License-Identifier: Apache-2.0
"""Small sheets at the side: a click or a key goes to one, and the one in sight is kept in sight."""

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from tests.ui import many_pages
from ui import runner
from ui.widgets import pdf_source, pdf_thumbs


@pytest.fixture
def thumbs(lanes: runner.Runner, qtbot: QtBot) -> pdf_thumbs.PdfThumbs:
    source = pdf_source.PdfSource(lanes)
    made = pdf_thumbs.PdfThumbs(source)
    source.setParent(made)
    qtbot.addWidget(made)
    made.resize(pdf_thumbs.WIDTH, 400)
    made.show()
    with qtbot.waitSignal(source.opened):
        source.open(many_pages.pdf(200, across=5))
    return made


def test_a_click_and_the_arrows_go_to_a_sheet(thumbs: pdf_thumbs.PdfThumbs, qtbot: QtBot) -> None:
    told: list[int] = []
    thumbs.chosen.connect(told.append)
    qtbot.mouseClick(thumbs.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(40, 150))
    assert told == [1]
    thumbs.set_current(1)
    for key in (QtCore.Qt.Key.Key_Down, QtCore.Qt.Key.Key_Up, QtCore.Qt.Key.Key_End, QtCore.Qt.Key.Key_Home):
        qtbot.keyClick(thumbs, key)
    assert told == [1, 2, 0, 199, 0]


def test_the_sheet_in_sight_is_brought_into_sight(thumbs: pdf_thumbs.PdfThumbs, lanes: runner.Runner) -> None:
    assert thumbs.verticalScrollBar().value() == 0
    thumbs.set_current(150)
    top = thumbs.verticalScrollBar().value()
    assert top > 10_000
    thumbs.set_current(151)
    assert thumbs.verticalScrollBar().value() == top


def test_only_small_pictures_in_sight_are_drawn(
    thumbs: pdf_thumbs.PdfThumbs, lanes: runner.Runner, qtbot: QtBot
) -> None:
    for _turn in range(12):
        thumbs.grab()
        lanes.wait_idle()
    drawn = {number for number, _dots in thumbs._source._pictures}
    assert {0, 1, 2} <= drawn
    assert max(drawn) < 8
