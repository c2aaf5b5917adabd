# SPDX-License-Identifier: Apache-2.0
"""Each mark has a symbol and words; chips and cells carry both."""

from PySide6 import QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from ui import icons
from ui.widgets import marks


def test_every_mark_is_more_than_a_colour() -> None:
    assert marks.CODES == ("siap", "belum_lengkap", "belum", "masalah", "berbeda")
    assert len({mark.symbol for mark in marks.MARKS.values()}) == 5
    assert all(code in icons.GLYPHS for code in marks.CODES)


def test_a_marked_text_is_copied_with_its_symbol() -> None:
    assert str(marks.Marked("27/30", "belum_lengkap")) == "27/30 ◐"
    assert str(marks.Marked("", "masalah")) == "Ada masalah !"
    assert str(marks.Marked("Tinggi", "bukan tanda")) == "Tinggi"


def test_a_long_text_is_broken_at_a_space_where_there_are_two_lines(app: QtWidgets.QApplication) -> None:
    metrics = QtGui.QFontMetrics(app.font())
    width = metrics.horizontalAdvance("Dalam tindak") + 2
    assert marks._broken("Dalam tindak lanjut", metrics, width) == ("Dalam tindak", "lanjut")
    assert marks._broken("Selesai", metrics, width) == ("Selesai", "")
    assert marks._broken("TEM06-0004-yang-panjang-sekali", metrics, width)[1] == ""


def test_a_chip_is_as_wide_as_its_words(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    chip = marks.Chip(marks.Marked("", "siap"))
    qtbot.addWidget(chip)
    narrow = chip.sizeHint().width()
    chip.set_value(marks.Marked("Sangat mendesak", "masalah"))
    assert chip.sizeHint().width() > narrow
    assert chip.accessibleName() == "Sangat mendesak !"
