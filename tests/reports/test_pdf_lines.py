# SPDX-License-Identifier: Apache-2.0
"""Lines of text: nothing is lost, nothing is too wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Paragraph

from desk_app.reports import pdf_fonts, pdf_lines, pdf_style

RULER = pdf_lines.ruler(pdf_fonts.REGULAR)
SAID = "Surat suara PPWP kurang 8 lembar dari kebutuhan; sudah dihitung ulang oleh KPPS disaksikan PTPS. "


@given(st.text(alphabet="ab /-.W\u00a0✓\n", max_size=120), st.integers(2000, 30000))
def test_nothing_is_lost_and_nothing_too_wide(text: str, limit: int) -> None:
    lines = RULER.lines(text, limit)
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    for line in lines:
        assert line.units <= limit
        assert line.units == pytest.approx(pdf_fonts.width(line.text, pdf_fonts.REGULAR, 1000))
    assert sum(line.last for line in lines) == text.count("\n") + 1


def test_lines_break_as_those_of_a_paragraph() -> None:
    style = pdf_style.text(9.0)
    for width in range(60, 400, 7):
        paragraph = Paragraph(SAID * 4, style)
        paragraph.wrap(width, 1e6)
        ours = RULER.lines(SAID * 4, width * 1000 / 9.0)
        theirs = [" ".join(words) for _, words in paragraph.blPara.lines]
        assert len(ours) - len(theirs) in (0, 1), width  # a paragraph lets a line be a little too long
        if len(ours) == len(theirs) and [line.text for line in ours] == theirs:
            break
    else:
        pytest.fail("no width at which both are the same")


def test_a_word_that_is_too_wide_is_rather_broken_after_a_sign() -> None:
    limit = pdf_fonts.width("Penyelenggara/Peng", pdf_fonts.REGULAR, 1000)
    assert [line.text for line in RULER.lines("Penyelenggara/Pengawas", limit)] == ["Penyelenggara/", "Pengawas"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert RULER.lines("", 1000) == [pdf_lines.Line("", 0.0, True)]


def test_no_break_spaces_hold() -> None:
    limit = pdf_fonts.width("pukul 16.00", pdf_fonts.REGULAR, 1000) + 1
    assert [line.text for line in RULER.lines("sejak pukul\u00a016.00", limit)] == ["sejak", "pukul\u00a016.00"]
