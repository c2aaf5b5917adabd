# SPDX-License-Identifier: Apache-2.0
"""The kop with and without its picture."""

from reportlab.platypus import HRFlowable, Image, Spacer, Table

from desk_app.reports import letterhead, pdf_fonts, pdf_head
from tests.reports import samples

pdf_fonts.register()


def kinds(head: letterhead.Letterhead) -> list[type]:
    return [type(part) for part in pdf_head.flowables(head, 450.0)]


def test_an_office_has_a_double_line_and_a_bupati_none() -> None:
    assert kinds(samples.setda_head()).count(HRFlowable) == 2
    assert HRFlowable not in kinds(letterhead.of_head("Bupati Wajo"))


def test_without_a_picture_its_place_stays_blank_and_of_the_same_height() -> None:
    heights = []
    for image in (None, samples.png()):
        (table, *_) = pdf_head.flowables(samples.setda_head(image), 450.0)
        assert isinstance(table, Table)
        heights.append(table.wrap(450.0, 800.0)[1])
    assert heights[0] == heights[1]


def test_the_picture_keeps_its_shape() -> None:
    (picture, *_) = pdf_head.flowables(letterhead.of_head("Bupati Wajo", samples.png(90, 180)), 450.0)
    assert isinstance(picture, Image)
    assert picture.drawHeight == 2 * picture.drawWidth == pdf_head.STATE_HEIGHT
    (blank, *_) = pdf_head.flowables(letterhead.of_head("Bupati Wajo"), 450.0)
    assert isinstance(blank, Spacer)
