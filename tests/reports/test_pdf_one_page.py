# SPDX-License-Identifier: Apache-2.0
"""However much it says, a paper that must stand on one page does, and is not made smaller without need."""

import pypdfium2 as pdfium
import pytest

from desk_app.reports import document, form_parts, pages, pdf
from tests.reports import samples


def made(lines: int, *, one_page: bool = True) -> document.Document:
    body = tuple(document.Paragraph(f"Baris {place}.") for place in range(lines))
    first = (form_parts.OnePage(),) if one_page else ()
    return document.Document(
        "T", "Desk", pages.setup("A4"), (*first, *body, samples.SIGNATURE), samples.setda_head(samples.png())
    )


def heights(paper: document.Document) -> list[float]:
    with pdfium.PdfDocument(pdf.render(paper)) as file:
        found = []
        for page in file:
            text = page.get_textpage()
            place = text.get_text_range().index("M.Si.")
            box = text.get_charbox(place)
            found.append(box[3] - box[1])
        return found


@pytest.mark.parametrize("lines", [0, 5, 40, 60, 90])
def test_it_is_one_page(lines: int) -> None:
    with pdfium.PdfDocument(pdf.render(made(lines))) as file:
        assert len(file) == 1
        told = file[0].get_textpage().get_text_range()
    assert all(f"Baris {place}." in told for place in range(lines))
    assert "Ir. Contoh Pejabat, M.Si." in told


def test_letters_are_smaller_only_where_the_page_is_full() -> None:
    plain = heights(made(5, one_page=False))
    assert heights(made(5)) == pytest.approx(plain, abs=0.01)
    assert heights(made(60))[0] < plain[0] * 0.95


def test_the_kop_keeps_its_place_in_full_size() -> None:
    places = []
    for one_page in (True, False):
        with pdfium.PdfDocument(pdf.render(made(5, one_page=one_page))) as file:
            text = file[0].get_textpage()
            places.append(text.get_charbox(text.get_text_range().index("SEKRETARIAT")))
    assert places[0] == pytest.approx(places[1], abs=0.6)
