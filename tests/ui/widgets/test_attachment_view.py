# SPDX-License-Identifier: Apache-2.0
"""A picture large: whole at first, then enlarged about its middle and moved."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import attachment_view


@pytest.fixture
def view(qtbot: QtBot) -> attachment_view.AttachmentView:
    made = attachment_view.AttachmentView()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def picture(width: int, height: int) -> QtGui.QImage:
    image = QtGui.QImage(width, height, QtGui.QImage.Format.Format_RGB888)
    image.fill(QtGui.QColor(0, 128, 0))
    return image


def bars(view: attachment_view.AttachmentView) -> tuple[QtWidgets.QScrollBar, QtWidgets.QScrollBar]:
    [area] = view.findChildren(QtWidgets.QScrollArea)
    return area.horizontalScrollBar(), area.verticalScrollBar()


def test_a_large_one_is_shown_whole_a_small_one_as_it_is(view: attachment_view.AttachmentView) -> None:
    view.set_picture(picture(2000, 1000))
    assert 0.2 < view.factor < 0.26
    assert all(bar.maximum() == 0 for bar in bars(view))
    assert view.scale_words.text() == f"{round(view.factor * 100)} %"
    view.set_picture(picture(100, 80))
    assert view.factor == 1.0


def test_enlarging_keeps_the_middle_and_the_whole_comes_back(view: attachment_view.AttachmentView) -> None:
    view.set_picture(picture(2000, 2000))
    for _step in range(4):
        view.zoom(1)
    across, down = bars(view)
    assert across.maximum() > 0
    assert abs(across.value() - across.maximum() / 2) <= 3
    assert abs(down.value() - down.maximum() / 2) <= 3
    for _step in range(30):
        view.zoom(1)
    assert view.factor == 4.0
    view.zoom(-1)
    assert view.factor == 3.0
    view.fit()
    assert across.maximum() == 0


def test_wheel_with_ctrl_and_dragging(view: attachment_view.AttachmentView, qtbot: QtBot) -> None:
    view.set_picture(picture(2000, 2000))
    [area] = view.findChildren(QtWidgets.QScrollArea)
    before = view.factor
    place = QtCore.QPointF(50, 50)
    wheel = QtGui.QWheelEvent(
        place, place, QtCore.QPoint(), QtCore.QPoint(0, 120), QtCore.Qt.MouseButton.NoButton,
        QtCore.Qt.KeyboardModifier.ControlModifier, QtCore.Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QtWidgets.QApplication.sendEvent(area.viewport(), wheel)
    assert view.factor > before
    for _step in range(4):
        view.zoom(1)
    across, _down = bars(view)
    start = across.value()
    qtbot.mousePress(area.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(200, 100))
    qtbot.mouseMove(area.viewport(), QtCore.QPoint(160, 100))
    qtbot.mouseRelease(area.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(160, 100))
    assert across.value() == start + 40
