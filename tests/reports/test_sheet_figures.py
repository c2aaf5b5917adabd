# SPDX-License-Identifier: Apache-2.0
"""Figures of a paper read back: what was written by `words` is the number that it was, all else stays text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.reports import sheet_figures, words


@given(st.integers(-(10**14), 10**14))
def test_a_number_as_a_paper_writes_it_comes_back(value: int) -> None:
    found = sheet_figures.read(words.number(value))
    assert found is not None
    assert found.value == value


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_comes_back_to_its_last_digit(part: int, whole: int) -> None:
    part = min(part, whole)
    found = sheet_figures.read(words.percent(part, whole))
    assert found is not None
    assert found.form == "#,##0.00%"
    assert abs(Decimal(str(found.value)) - Decimal(part) / Decimal(whole)) <= Decimal("0.0001")


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("0", 0, "#,##0"),
        ("1.146", 1146, "#,##0"),
        ("2024", 2024, "0"),
        ("80,98", 80.98, "#,##0.00"),
        ("-7", -7, "#,##0"),
        ("−3", -3, "#,##0"),
        (" 12\u00a0%", 0.12, "#,##0%"),
    ],
)
def test_figures(text: str, value: float, form: str) -> None:
    found = sheet_figures.read(text)
    assert found is not None
    if not text.strip().endswith("%"):
        assert found == sheet_figures.Figure(value, form)
    assert found.value == pytest.approx(value)


NO_FIGURES = ("", "–", "001", "07.30", "1.1", "13-02-2024", "12 TPS", "1,2,3", "1.146.", "٣", "9" * 16, "1e5", "=1")


@pytest.mark.parametrize("text", [*NO_FIGURES, "1.0000"])
def test_all_else_stays_text(text: str) -> None:
    assert sheet_figures.read(text) is None
