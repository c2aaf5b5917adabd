# SPDX-License-Identifier: Apache-2.0
"""A preview reads pages as they come into sight, keeps its place, zooms, and goes to a page."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from tests.ui import gallery
from ui import runner
from ui.widgets import pdf_preview, pdf_sheets


@pytest.fixture
def preview(lanes: runner.Runner, qtbot: QtBot) -> pdf_preview.PdfPreview:
    made = pdf_preview.PdfPreview(lanes)
    qtbot.addWidget(made)
    made.resize(500, 500)
    made.show()
    with qtbot.waitSignal(made.shown) as told:
        made.show_pdf(gallery.sample_pdf())
    assert told.args == [3]
    return made


def settle(preview: pdf_preview.PdfPreview, lanes: runner.Runner, qtbot: QtBot) -> None:
    qtbot.wait(90)
    for _turn in range(4):
        preview.grab()
        QtWidgets.QApplication.processEvents()
        lanes.wait_idle()


def test_it_says_which_page_is_in_sight(preview: pdf_preview.PdfPreview, lanes: runner.Runner, qtbot: QtBot) -> None:
    assert (preview.number.text(), preview.place.text()) == ("1", "dari 3")
    bar = preview.sheets.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(preview, lanes, qtbot)
    assert preview.number.text() == "3"


def test_a_page_that_is_typed_comes_to_the_top(preview: pdf_preview.PdfPreview, qtbot: QtBot) -> None:
    preview.number.selectAll()
    qtbot.keyClicks(preview.number, "2")
    qtbot.keyClick(preview.number, QtCore.Qt.Key.Key_Return)
    assert preview.sheets.page() == 1
    preview.number.selectAll()
    qtbot.keyClicks(preview.number, "99")
    qtbot.keyClick(preview.number, QtCore.Qt.Key.Key_Return)
    assert preview.number.text() == "3"


def test_it_fits_the_width_until_zoomed(preview: pdf_preview.PdfPreview) -> None:
    fitted = preview.sheets.scale()
    assert fitted < 0.7
    preview.zoom(1)
    assert preview.sheets.scale() > fitted
    preview.fit()
    assert preview.sheets.scale() == pytest.approx(fitted)
    preview.resize(900, 500)
    assert preview.sheets.scale() > fitted
    preview.fit(pdf_sheets.Fit.PAGE)
    assert preview.sheets._boxes[0][1] <= preview.sheets.viewport().height()


def test_zoom_by_keys(preview: pdf_preview.PdfPreview, qtbot: QtBot) -> None:
    preview.sheets.setFocus()
    fitted = preview.sheets.scale()
    control = QtCore.Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(preview.sheets, QtCore.Qt.Key.Key_Minus, control)
    assert preview.sheets.scale() < fitted
    qtbot.keyClick(preview.sheets, QtCore.Qt.Key.Key_Equal, control)
    qtbot.keyClick(preview.sheets, QtCore.Qt.Key.Key_Equal, control)
    assert preview.sheets.scale() >= fitted
    qtbot.keyClick(preview.sheets, QtCore.Qt.Key.Key_0, control)
    assert preview.sheets.scale() == pytest.approx(fitted)


def test_small_pages_stand_beside_where_there_is_room(preview: pdf_preview.PdfPreview, qtbot: QtBot) -> None:
    assert preview.thumbs.isHidden()
    preview.resize(800, 500)
    qtbot.waitUntil(preview.thumbs.isVisible)
    preview.thumbs.chosen.emit(2)
    assert preview.sheets.page() == 2
    assert preview.number.text() == "3"


def test_another_document_keeps_the_place(
    preview: pdf_preview.PdfPreview, lanes: runner.Runner, qtbot: QtBot
) -> None:
    preview.sheets.verticalScrollBar().setValue(600)
    with qtbot.waitSignal(preview.shown):
        preview.show_pdf(gallery.sample_pdf())
    settle(preview, lanes, qtbot)
    assert preview.sheets.verticalScrollBar().value() == 600


def test_first_pages_say_that_more_follow(preview: pdf_preview.PdfPreview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.shown):
        preview.show_pdf(gallery.sample_pdf(), more=True)
    assert "sisanya disusun" in preview.place.text()
    with qtbot.waitSignal(preview.shown):
        preview.show_pdf(gallery.sample_pdf())
    assert preview.place.text() == "dari 3"


def test_what_is_no_pdf_is_trouble(lanes: runner.Runner, qtbot: QtBot) -> None:
    made = pdf_preview.PdfPreview(lanes)
    qtbot.addWidget(made)
    with qtbot.waitSignal(lanes.trouble):
        made.show_pdf(b"bukan pdf")
    lanes.wait_idle()


def test_nothing_but_the_sheets(lanes: runner.Runner, qtbot: QtBot) -> None:
    made = pdf_preview.PdfPreview(lanes, is_small=True)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    with qtbot.waitSignal(made.shown):
        made.show_pdf(gallery.sample_pdf())
    assert not made.number.isVisible()
    assert not made.thumbs.isVisible()
    assert made.sheets.isVisible()
