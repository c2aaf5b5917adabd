# SPDX-License-Identifier: Apache-2.0
"""Cards of papers under their headings: one is found by its words, chosen by mouse or key, and shows its first page."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from tests.ui import gallery as samples
from ui.widgets import paper_card, paper_gallery

CARDS = [
    paper_gallery.Card("harian", "Laporan harian", "Kesiapan TPS.", "Laporan"),
    paper_gallery.Card("situasi", "Laporan situasi", "Pada satu jam.", "Laporan"),
    paper_gallery.Card("rawan", "Kerawanan TPS", "Kelas dan indikator.", "Tabel"),
    *(paper_gallery.Card(f"t{number}", f"Tabel {number}", "Satu tabel.", "Tabel") for number in range(20)),
]


@pytest.fixture
def gallery(app: QtWidgets.QApplication, qtbot: QtBot) -> paper_gallery.PaperGallery:
    made = paper_gallery.PaperGallery(CARDS)
    qtbot.addWidget(made)
    made.resize(600, 420)
    made.show()
    qtbot.wait(20)
    return made


def card(gallery: paper_gallery.PaperGallery, key: str) -> paper_card.PaperCard:
    return next(one for one in gallery.board.shown if one.card.key == key)


def test_a_click_and_a_key_choose(gallery: paper_gallery.PaperGallery, qtbot: QtBot) -> None:
    told: list[str] = []
    gallery.chosen.connect(told.append)
    assert gallery.key == "harian"
    qtbot.mouseClick(card(gallery, "situasi"), QtCore.Qt.MouseButton.LeftButton)
    assert (told, gallery.key) == (["situasi"], "situasi")
    card(gallery, "harian").setFocus()
    qtbot.keyClick(card(gallery, "harian"), QtCore.Qt.Key.Key_Return)
    qtbot.keyClick(card(gallery, "rawan"), QtCore.Qt.Key.Key_Space)
    assert told == ["situasi", "harian", "rawan"]


def test_choosing_by_program_tells_nobody(gallery: paper_gallery.PaperGallery) -> None:
    told: list[str] = []
    gallery.chosen.connect(told.append)
    gallery.choose("rawan")
    assert (told, gallery.key) == ([], "rawan")


def test_words_find_a_paper_and_enter_takes_the_first(gallery: paper_gallery.PaperGallery, qtbot: QtBot) -> None:
    told: list[str] = []
    gallery.chosen.connect(told.append)
    qtbot.keyClicks(gallery.filter, "RAWAN")
    qtbot.waitUntil(lambda: [one.card.key for one in gallery.board.shown] == ["rawan"])
    assert gallery.count.text() == "1 naskah"
    assert not gallery.board.findChildren(QtWidgets.QLabel)[0].isVisible()
    qtbot.keyClick(gallery.filter, QtCore.Qt.Key.Key_Return)
    assert told == ["rawan"]
    gallery.filter.setText("tidak ada itu")
    qtbot.waitUntil(lambda: gallery.stack.currentWidget() is gallery.nothing)
    qtbot.keyClick(gallery.filter, QtCore.Qt.Key.Key_Return)
    assert told == ["rawan"]
    qtbot.keyClick(gallery.filter, QtCore.Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(gallery.board.shown) == len(CARDS))


def test_arrows_lead_from_the_line_to_the_cards_and_back(gallery: paper_gallery.PaperGallery, qtbot: QtBot) -> None:
    gallery.filter.setFocus()
    qtbot.keyClick(gallery.filter, QtCore.Qt.Key.Key_Down)
    assert card(gallery, "harian").hasFocus()
    qtbot.keyClick(card(gallery, "harian"), "r")
    assert gallery.filter.hasFocus()
    assert gallery.filter.text() == "r"


def test_only_pictures_in_sight_are_asked_for_and_once(gallery: paper_gallery.PaperGallery, qtbot: QtBot) -> None:
    told: list[str] = []
    gallery.pictures_wanted.connect(told.extend)
    gallery._asked.clear()
    gallery.hide()
    gallery.show()
    qtbot.waitUntil(lambda: bool(told))
    assert "harian" in told
    assert "t19" not in told
    bar = gallery.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: "t19" in told)
    bar.setValue(0)
    qtbot.wait(200)
    assert len(told) == len(set(told))
    gallery.forget(["harian"])
    bar.setValue(1)
    qtbot.waitUntil(lambda: told.count("harian") == 2)


def test_the_first_page_is_painted(gallery: paper_gallery.PaperGallery) -> None:
    red = QtGui.QImage(60, 90, QtGui.QImage.Format.Format_RGB32)
    red.fill(QtGui.QColor("#ff0000"))
    gallery.set_picture("harian", red)
    first, second = (card(gallery, key).grab().toImage() for key in ("harian", "situasi"))
    middle = first.height() // 2
    assert first.pixelColor(39, middle) == QtGui.QColor("#ff0000")
    assert second.pixelColor(39, middle) != QtGui.QColor("#ff0000")
    assert paper_gallery.first_page(samples.sample_pdf()).height() > 100


def test_those_used_last_stand_at_the_top_with_their_picture(gallery: paper_gallery.PaperGallery) -> None:
    red = QtGui.QImage(6, 9, QtGui.QImage.Format.Format_RGB32)
    gallery.set_picture("rawan", red)
    gallery.set_recent(["rawan", "gone", "harian"])
    assert [one.card.key for one in gallery.board.shown[:2]] == ["rawan", "harian"]
    assert gallery.board.shown[0].picture is not None
    assert gallery.count.text() == "23 naskah"


def test_several_are_ticked(gallery: paper_gallery.PaperGallery, qtbot: QtBot) -> None:
    chosen: list[str] = []
    ticked: list[list[str]] = []
    gallery.chosen.connect(chosen.append)
    gallery.ticked.connect(ticked.append)
    gallery.set_recent(["rawan"])
    gallery.set_ticking(True)
    assert len(gallery.board.shown) == len(CARDS)
    for key in ("rawan", "harian"):
        qtbot.mouseClick(card(gallery, key), QtCore.Qt.MouseButton.LeftButton)
    assert ticked[-1] == gallery.ticks == ["harian", "rawan"]
    qtbot.keyClick(card(gallery, "rawan"), QtCore.Qt.Key.Key_Space)
    assert gallery.ticks == ["harian"]
    assert chosen == []
    gallery.set_ticking(False)
    assert gallery.ticks == []
