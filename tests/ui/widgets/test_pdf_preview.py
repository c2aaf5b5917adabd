# SPDX-License-Identifier: Apache-2.0
"""A preview reads pages as they come into sight, keeps its place, and zooms."""

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from tests.ui import gallery
from ui import runner
from ui.widgets import pdf_preview


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


def settle(preview: pdf_preview.PdfPreview, lanes: runner.Runner) -> None:
    for _turn in range(4):
        preview.grab()
        QtWidgets.QApplication.processEvents()
        lanes.wait_idle()


def test_only_pages_in_sight_are_read(preview: pdf_preview.PdfPreview, lanes: runner.Runner) -> None:
    settle(preview, lanes)
    assert {number for number, _dots in preview._sheets._pictures} == {0}
    assert preview._place.text() == "Halaman 1 dari 3"
    bar = preview._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(preview, lanes)
    assert {number for number, _dots in preview._sheets._pictures} >= {0, 2}
    assert preview._place.text() == "Halaman 3 dari 3"


def test_it_fits_the_width_until_zoomed(preview: pdf_preview.PdfPreview) -> None:
    fitted = preview._sheets.scale()
    assert fitted < 0.7
    preview.zoom(1)
    assert preview._sheets.scale() > fitted
    preview.fit()
    assert preview._sheets.scale() == pytest.approx(fitted)
    preview.resize(900, 500)
    assert preview._sheets.scale() > fitted


def test_another_document_keeps_the_place(preview: pdf_preview.PdfPreview, lanes: runner.Runner, qtbot: QtBot) -> None:
    preview._area.verticalScrollBar().setValue(600)
    with qtbot.waitSignal(preview.shown):
        preview.show_pdf(gallery.sample_pdf())
    settle(preview, lanes)
    assert preview._area.verticalScrollBar().value() == 600


def test_what_is_no_pdf_is_trouble(lanes: runner.Runner, qtbot: QtBot) -> None:
    made = pdf_preview.PdfPreview(lanes)
    qtbot.addWidget(made)
    with qtbot.waitSignal(lanes.trouble):
        made.show_pdf(b"bukan pdf")
    lanes.wait_idle()
