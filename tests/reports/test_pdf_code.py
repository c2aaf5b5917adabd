# SPDX-License-Identifier: Apache-2.0
"""Letters of a code: one distance, one width, smaller where the room asks for it."""

import itertools

import pytest

from desk_app.reports import document, form_parts, pages, pdf_code, pdf_fonts
from tests.reports import pages_read

pdf_fonts.register()


def made(*blocks: document.Block) -> document.Document:
    return document.Document("T", "Desk", pages.setup("A4"), blocks)


def test_letters_of_every_block_stand_at_equal_distances() -> None:
    found = pages_read.boxes(made(form_parts.numbered_code("", "WIMJ")))[0]
    middles = [middle for sign, middle, _ in found if sign in "WIMJ"]
    gaps = [after - before for before, after in itertools.pairwise(middles)]
    assert len(gaps) == 3
    assert max(gaps) - min(gaps) < 2
    assert min(gaps) > 14


@pytest.mark.parametrize("blocks", [1, 3, 8, 13, 40])
def test_any_number_of_blocks_stays_within_the_margins(blocks: int) -> None:
    code = form_parts.numbered_code("", "-".join(["WWWW"] * blocks))
    paper = made(code)
    assert f"Blok {blocks} " in pages_read.texts(paper)[0]
    assert pages_read.letters(pages_read.texts(paper)[0]).count("WWWW") == blocks
    assert pages_read.outside(paper) == []


def test_a_wish_for_one_row_makes_the_letters_smaller() -> None:
    code = form_parts.numbered_code("", "ABCDE-FGHJK-MNPQR-STUVW-XYZ23-4")
    free = pdf_code.CodeCells(code, 450.0, pdf_code.LARGE).wrap(0, 0)[1]
    row = pdf_code.CodeCells(code, 450.0, pdf_code.LARGE, rows=1).wrap(0, 0)[1]
    assert row < free / 2
    assert row > pdf_code.LEAST * 1.5


def test_rows_are_of_equal_length() -> None:
    found = pages_read.boxes(made(form_parts.numbered_code("", "-".join(["ABCD"] * 6))))[0]
    feet = [foot for sign, _, foot in found if sign == "A"]
    assert sorted(feet.count(foot) for foot in set(feet)) == [3, 3]
