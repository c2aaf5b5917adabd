# SPDX-License-Identifier: Apache-2.0
"""A card of a paper: its words stay inside, a page across keeps its shape, the box shows only while ticking."""

from PySide6 import QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets import paper_card


def made(qtbot: QtBot, title: str = "Laporan harian", description: str = "Kesiapan TPS.") -> paper_card.PaperCard:
    card = paper_card.PaperCard(paper_card.Card("a", title, description, "Laporan"))
    qtbot.addWidget(card)
    card.resize(paper_card.LEAST, paper_card.HEIGHT)
    card.show()
    return card


def test_what_a_card_answers_to() -> None:
    card = paper_card.Card("a", "Kerawanan TPS", "Kelas dan indikator.", "Tabel dan daftar")
    assert card.answers(["rawan", "tabel"])
    assert card.answers([])
    assert not card.answers(["rawan", "surat"])


def test_the_box_shows_only_while_ticking(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    card = made(qtbot)
    plain = card.grab().toImage()
    card.set_ticking(True)
    boxed = card.grab().toImage()
    assert boxed != plain
    card.click()
    assert card.isChecked()
    assert card.grab().toImage() != boxed
    card.set_ticking(False)
    assert not card.isChecked()
    assert card.grab().toImage() == plain


def test_long_words_end_inside_the_card(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    picture = made(qtbot, "Surat perintah perjalanan dinas " * 2, "Petugas satu kegiatan, seorang satu surat. " * 6)
    drawn = picture.grab().toImage()
    text = QtGui.QColor(theme.tokens().muted)
    below = [drawn.pixelColor(x, drawn.height() - 5) for x in range(90, drawn.width() - 8)]
    assert text not in below


def test_a_page_across_keeps_its_shape(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    card = made(qtbot)
    card.set_picture(QtGui.QImage(330, 215, QtGui.QImage.Format.Format_RGB32))
    sheet = card._sheet()
    assert sheet.width() > sheet.height()
    assert abs(sheet.width() / sheet.height() - 330 / 215) < 0.01


def test_only_whole_lines_are_shown_and_what_is_left_out_is_told(app: QtWidgets.QApplication) -> None:
    font, words = theme.font(theme.SMALL), "Satu formulir untuk setiap TPS: butir bernomor, jumlah yang diperlukan."
    every = paper_card.lines_in(words, font, 150, 1000)
    assert " ".join(line for line, _tall in every) == words
    tall = every[0][1]
    first, last = paper_card.lines_in(words, font, 150, tall * 2.9)
    assert first == every[0]
    assert last[0].endswith("…")
    assert QtGui.QFontMetricsF(font).horizontalAdvance(last[0]) <= 150
    assert paper_card.lines_in(words, font, 150, tall / 2) == []
