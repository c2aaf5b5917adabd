# SPDX-License-Identifier: Apache-2.0
"""Code 128 by the standard: the same bars as another encoder, the sum, and what the code does not hold."""

import pytest
from reportlab.graphics.barcode import code128

from desk_app.reports import pdf_barcode

CODES = ("7313061001005", "731306100100", "1", "12", "73.13.06/ppk", "AB1234567cd", "12ab", "ab1234", "ab12345x")


def widths(text: str) -> list[tuple[int, int]]:
    """Where each bar begins and how wide it is."""
    words = pdf_barcode.bars(text)[0].split()
    return [(int(words[at]), int(words[at + 2])) for at in range(0, len(words), 5)]


def read(text: str) -> str:
    """The text of symbols, by the rules of the code sets B and C."""
    start, *values, total = pdf_barcode.symbols(text)
    assert total == (start + sum(place * value for place, value in enumerate(values, start=1))) % 103
    pairs, found = start == 105, ""
    for value in values:
        if value in (99, 100):
            pairs = value == 99
        else:
            found += f"{value:02d}" if pairs else chr(value + 32)
    return found


@pytest.mark.parametrize("code", CODES)
def test_what_is_written_is_read(code: str) -> None:
    assert read(code) == code


def test_the_bars_are_those_of_another_encoder() -> None:
    """reportlab writes the same number with pairs of figures as well; both begin and end alike."""
    for place, pattern in enumerate(pdf_barcode._PATTERNS):
        theirs = "".join(str("ABCD".index(sign.upper()) + 1) for sign in code128._patterns[place])
        assert pattern == theirs


def test_figures_take_half_the_room() -> None:
    assert pdf_barcode.bars("7313061001005")[1] == 11 * 10 + 13
    assert pdf_barcode.bars("abcdefghijklm")[1] == 11 * 15 + 13
    start, wide = widths("7313061001005")[-1]
    assert start + wide == pdf_barcode.bars("7313061001005")[1]


@pytest.mark.parametrize("text", ["", "Sulawesi é", "a\nb"])
def test_what_the_code_does_not_hold(text: str) -> None:
    with pytest.raises(ValueError, match="Code 128"):
        pdf_barcode.symbols(text)
