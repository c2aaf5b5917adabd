# SPDX-License-Identifier: Apache-2.0
"""A code keeps its signatures, names stand on one line."""

import pytest

from desk_app.reports import document, form_parts, pages, pdf_form_parts
from tests.reports import exchange_samples, pages_read, samples

UPRIGHT = pages.setup("A4")


def made(*blocks: document.Block) -> document.Document:
    return document.Document("T", "Desk", UPRIGHT, blocks)


def test_a_code_and_its_signatures_are_never_parted() -> None:
    """However much stands before, they move to the next page together."""
    code = form_parts.numbered_code("KODE", exchange_samples.CODE)
    sides = form_parts.signatures(samples.SIGNATURE, samples.SIGNATURE)
    moved = 0
    for lines in range(20, 60, 3):
        before = tuple(document.Paragraph(f"Baris {n}") for n in range(lines))
        told = pages_read.texts(made(*before, code, sides))
        home = [number for number, text in enumerate(told) if "KODE" in text]
        assert home == [number for number, text in enumerate(told) if "Ir. Contoh" in text]
        moved += home != [0] and "Baris" not in told[home[0]]
    assert moved


def test_names_stand_on_one_line_whatever_stands_above_them() -> None:
    short = document.SignatureBlock((), ("Yang menerima,",), "Qwerty")
    pages_found = pages_read.boxes(made(form_parts.signatures(samples.SIGNATURE, short)))
    feet = {sign: foot for sign, _, foot in pages_found[0] if sign in "PQ"}
    baseline = {round(foot) for sign, _, foot in pages_found[0] if sign in "MSC"}
    assert any(abs(feet["Q"] - foot) <= 3 for foot in baseline)


def test_an_ordinary_block_is_no_part_of_a_form() -> None:
    with pytest.raises(TypeError, match="Paragraph"):
        pdf_form_parts.flowables((document.Paragraph("Isi"),), UPRIGHT)
