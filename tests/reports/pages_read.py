# SPDX-License-Identifier: Apache-2.0
"""Reads what stands on the pages of a PDF, and what stands where nothing should."""

import pypdfium2 as pdfium

from desk_app.reports import document, pdf

MM = 72 / 25.4


def texts(paper: document.Document) -> list[str]:
    """The words of each page, lines joined, so that a wrapped sentence is found."""
    with pdfium.PdfDocument(pdf.render(paper)) as file:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in file]


def letters(text: str) -> str:
    """A text without any space: letters of a code stand in cells of their own."""
    return "".join(text.split())


def outside(paper: document.Document, allowed: str = "") -> list[tuple[int, str]]:
    """Signs left or right of the text, above it, or below the foot; and those that stand on the foot's rule."""
    setup = paper.page
    found = []
    with pdfium.PdfDocument(pdf.render(paper)) as file:
        for number, page in enumerate(file, start=1):
            left = setup.inner.left * MM - 1.5
            right = (setup.inner.left + setup.text_width) * MM + 1.5
            top = (setup.height - setup.inner.top) * MM + 1.5
            bottom = setup.inner.bottom * MM
            text = page.get_textpage()
            signs = text.get_text_range()
            for place in range(text.count_chars()):
                box = text.get_charbox(place)
                sign = signs[place : place + 1]
                if box[0] == box[2] or sign in allowed:
                    continue
                over_the_rule = box[1] < bottom - 8 and box[3] > bottom - 17
                if box[0] < left or box[2] > right or box[3] > top or box[1] < 10 or over_the_rule:
                    found.append((number, sign))
    return found


def boxes(paper: document.Document) -> list[list[tuple[str, float, float]]]:
    """For each page, every visible sign with its middle from the left and its foot from below, in points."""
    found = []
    with pdfium.PdfDocument(pdf.render(paper)) as file:
        for page in file:
            text = page.get_textpage()
            signs = text.get_text_range()
            here = []
            for place in range(text.count_chars()):
                left, bottom, right, _ = text.get_charbox(place)
                if signs[place : place + 1].strip():
                    here.append((signs[place], (left + right) / 2, bottom))
            found.append(here)
    return found
