# SPDX-License-Identifier: Apache-2.0
"""Pages are drawn one at a time, what is in sight first; the last ones are kept, and no more memory than is allowed."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import gallery, many_pages
from ui import runner
from ui.widgets import pdf_source


@pytest.fixture
def source(lanes: runner.Runner, qtbot: QtBot) -> pdf_source.PdfSource:
    made = pdf_source.PdfSource(lanes)
    with qtbot.waitSignal(made.opened):
        made.open(gallery.sample_pdf())
    return made


def test_a_page_comes_after_it_was_asked_for(source: pdf_source.PdfSource, qtbot: QtBot) -> None:
    assert source.picture(0, 1.0) is None
    with qtbot.waitSignal(source.drawn) as told:
        pass
    assert told.args == [0]
    picture = source.picture(0, 1.0)
    assert picture is not None
    assert picture.width() == 596
    assert source.has(0, 1.0)


def test_until_another_size_is_drawn_the_one_there_is_shown(source: pdf_source.PdfSource, qtbot: QtBot) -> None:
    with qtbot.waitSignal(source.drawn):
        source.picture(0, 0.2)
    larger = source.picture(0, 2.0)
    assert larger is not None
    assert larger.width() == 120


def test_what_is_in_sight_goes_before_small_pictures(source: pdf_source.PdfSource, qtbot: QtBot) -> None:
    order: list[int] = []
    source.drawn.connect(order.append)
    source.picture(0, 0.5)
    source.picture(2, 0.2, urgent=False)
    source.picture(1, 0.5)
    qtbot.waitUntil(lambda: len(order) >= 2)
    assert order[:2] == [0, 1]


def test_the_pages_of_before_stand_there_until_the_new_ones_are_drawn(
    source: pdf_source.PdfSource, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(source.drawn):
        source.picture(0, 1.0)
    with qtbot.waitSignal(source.opened) as told:
        source.open(many_pages.pdf(5))
    assert told.args == [5]
    assert not source.has(0, 1.0)
    assert source.picture(0, 1.0) is not None
    assert source.picture(4, 1.0) is None


def test_memory_is_bounded(lanes: runner.Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_source, "KEPT", 5 << 20)
    source = pdf_source.PdfSource(lanes)
    with qtbot.waitSignal(source.opened):
        source.open(many_pages.pdf(30))
    for number in range(30):
        with qtbot.waitSignal(source.drawn):
            source.picture(number, 1.0)
    held = sum(one.sizeInBytes() for one in source._pictures.values())
    assert held <= 5 << 20
    assert source.has(29, 1.0)
    assert not source.has(0, 1.0)


def test_only_the_newest_document_counts(lanes: runner.Runner, qtbot: QtBot) -> None:
    source = pdf_source.PdfSource(lanes)
    told: list[int] = []
    source.opened.connect(told.append)
    source.open(many_pages.pdf(4))
    source.open(many_pages.pdf(7))
    lanes.wait_idle()
    assert told == [7]
