# SPDX-License-Identifier: Apache-2.0
"""Cards of papers: one is chosen by mouse or by key, and shows its first page."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import paper_gallery

CARDS = [paper_gallery.Card("a", "Laporan harian", "Kesiapan TPS."), paper_gallery.Card("b", "Susunan tim", "Tim.")]


@pytest.fixture
def gallery(app: QtWidgets.QApplication, qtbot: QtBot) -> paper_gallery.PaperGallery:
    made = paper_gallery.PaperGallery(CARDS)
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def buttons(gallery: paper_gallery.PaperGallery) -> list[QtWidgets.QAbstractButton]:
    return gallery.findChildren(QtWidgets.QAbstractButton)


def test_a_click_and_a_key_choose(gallery: paper_gallery.PaperGallery, qtbot: QtBot) -> None:
    told: list[str] = []
    gallery.chosen.connect(told.append)
    assert gallery.key == "a"
    qtbot.mouseClick(buttons(gallery)[1], QtCore.Qt.MouseButton.LeftButton)
    assert (told, gallery.key) == (["b"], "b")
    buttons(gallery)[0].setFocus()
    qtbot.keyClick(buttons(gallery)[0], QtCore.Qt.Key.Key_Space)
    assert (told, gallery.key) == (["b", "a"], "a")


def test_choosing_by_program_tells_nobody(gallery: paper_gallery.PaperGallery) -> None:
    told: list[str] = []
    gallery.chosen.connect(told.append)
    gallery.choose("b")
    assert (told, gallery.key) == ([], "b")


def test_the_first_page_is_painted(gallery: paper_gallery.PaperGallery) -> None:
    red = QtGui.QImage(60, 90, QtGui.QImage.Format.Format_RGB32)
    red.fill(QtGui.QColor("#ff0000"))
    gallery.set_picture("a", red)
    first, second = (button.grab().toImage() for button in buttons(gallery))
    middle = first.height() // 2
    assert first.pixelColor(33, middle) == QtGui.QColor("#ff0000")
    assert second.pixelColor(33, middle) != QtGui.QColor("#ff0000")


def test_two_abreast_where_there_is_room(gallery: paper_gallery.PaperGallery, qtbot: QtBot) -> None:
    one, other = buttons(gallery)
    assert one.x() == other.x()
    gallery.resize(700, 200)
    qtbot.waitUntil(lambda: one.y() == other.y())
