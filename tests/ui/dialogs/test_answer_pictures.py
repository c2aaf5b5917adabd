# SPDX-License-Identifier: Apache-2.0
"""Pictures for a checklist belong to the answer of a row, also to one that is not answered yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import attachments, checklist_pages
from desk_app.operations.desk import Desk
from tests import small_offices
from tests.ui.pages import opened
from ui import runner
from ui.dialogs import answer_pictures

STATION = small_offices.station(1)
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "office").desk as made:
        yield made


def test_a_paste(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    part = QtWidgets.QWidget()
    qtbot.addWidget(part)
    item = ["tps.berdiri"]
    failures: list[Exception] = []
    pictures = answer_pictures.AnswerPictures(desk, lanes, part, lambda _place: (STATION, item[0]), failures.append)
    said: list[str] = []
    pictures.told.connect(said.append)
    image = QtGui.QImage(60, 40, QtGui.QImage.Format.Format_RGB888)
    image.fill(QtGui.QColor(200, 0, 0))
    QtGui.QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(part, QtCore.Qt.Key.Key_V, CTRL)
    opened.settle(qtbot, lanes)
    page = checklist_pages.checklist_page(desk, STATION, phase=-1)
    [row] = [each for each in page.items if each.code == "tps.berdiri"]
    assert row.value is None or row.value == ""
    assert len(attachments.of_record(desk, row.record)) == 1
    assert said[-1] == "1 foto dilampirkan."
    qtbot.keyClick(part, QtCore.Qt.Key.Key_V, CTRL)
    opened.settle(qtbot, lanes)
    assert "sudah dilampirkan" in said[-1]
    item[0] = "gud.kering"
    qtbot.keyClick(part, QtCore.Qt.Key.Key_V, CTRL)
    opened.settle(qtbot, lanes)
    assert "tidak berlaku" in said[-1]
    item[0] = ""
    count = len(said)
    qtbot.keyClick(part, QtCore.Qt.Key.Key_V, CTRL)
    opened.settle(qtbot, lanes)
    assert len(said) == count
    assert failures == []
