# SPDX-License-Identifier: Apache-2.0
"""Pictures in Word: three in a row, within their room, each told in words, none counted twice."""

from desk_app.reports import document
from tests.reports import samples, word_read
from tests.reports.test_word_flow import CHART


def test_three_in_a_row_with_what_stands_under_them() -> None:
    photos = tuple(document.Picture(samples.png(300 + place, 200), f"Foto {place}") for place in range(5))
    told = word_read.paper(document.Pictures(photos))
    file = word_read.opened(told)
    assert [[cell.text.strip() for cell in table.rows[0].cells] for table in file.tables] == [
        ["Foto 0", "Foto 1", "Foto 2"],
        ["Foto 3", "Foto 4", ""],
    ]
    assert len(file.inline_shapes) == 5
    assert all(shape.width.mm <= told.page.text_width / 3 and shape.height.mm <= 60.1 for shape in file.inline_shapes)
    numbers = [one.get("id") for one in word_read.found(file.element.body, ".//wp:docPr")]
    assert len(set(numbers)) == 5
    assert word_read.found(file.element.body, ".//wp:docPr[@descr='Foto 3']")


def test_a_chart_goes_over_the_whole_width() -> None:
    told = word_read.paper(document.Figure(CHART))
    shape = word_read.opened(told).inline_shapes[0]
    assert abs(shape.width.mm - told.page.text_width) < 0.2
    assert word_read.part(told).count("Kesiapan") == 1


def test_no_pictures_no_table() -> None:
    assert not word_read.opened(word_read.paper(document.Pictures(()))).tables
