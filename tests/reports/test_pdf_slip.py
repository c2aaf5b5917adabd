# SPDX-License-Identifier: Apache-2.0
"""Slips: four a sheet, equal parts of its height, smaller letters where there is much to say."""

import itertools

import pypdfium2 as pdfium
import pytest

from desk_app.reports import document, form_parts, pages, pdf
from tests.reports import pages_read


def sheet(count: int, warning: str = "Awas.", facts: tuple[document.Fact, ...] = ()) -> document.Document:
    slip = form_parts.slip("KATA SANDI", "Desk", facts, form_parts.numbered_code("", "QXYZ"), ("Buka.",), warning)
    return document.Document("T", "Desk", pages.setup("A4"), (slip,) * count)


@pytest.mark.parametrize(("count", "sheets"), [(1, [1]), (4, [4]), (5, [4, 1])])
def test_four_slips_stand_on_a_sheet(count: int, sheets: list[int]) -> None:
    assert [text.count("KATA SANDI") for text in pages_read.texts(sheet(count))] == sheets


def test_slips_are_equally_tall() -> None:
    found = pages_read.boxes(sheet(4))[0]
    feet = [foot for sign, _, foot in found if sign == "✂"]
    gaps = [before - after for before, after in itertools.pairwise(feet)]
    assert gaps == pytest.approx([pages.setup("A4").text_height / 4 * pages_read.MM] * 3, abs=0.5)


def test_cut_lines_reach_the_edges_of_the_sheet() -> None:
    with pdfium.PdfDocument(pdf.render(sheet(1))) as file:
        found = [item.get_bounds() for item in file[0].get_objects()]
        width = file[0].get_width()
    assert [left <= 0 and right >= width for left, _, right, _ in found].count(True) == 1


def test_much_to_say_stays_on_its_own_slip() -> None:
    paper = sheet(4, "Jangan difoto. " * 60, (document.Fact("Untuk", "Kecamatan " * 20),))
    assert len(pages_read.texts(paper)) == 1
    assert pages_read.outside(paper, allowed="✂") == []
    found = pages_read.boxes(paper)[0]
    cuts = sorted(foot for sign, _, foot in found if sign == "✂")
    codes = sorted(foot for sign, _, foot in found if sign == "Q")
    assert all(cut < code for cut, code in zip(cuts, codes, strict=True))
    assert all(code < cut for cut, code in zip(cuts[1:], codes[:-1], strict=True))
