# SPDX-License-Identifier: Apache-2.0
"""Conditions are read as an office writes them; what is not answered passes none of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import errors
from desk_app.domain.checklists import conditions
from desk_app.domain.checklists.given import AnswerValue, Mark, Written


@pytest.mark.parametrize(
    ("text", "answer", "holds"),
    [
        ("a.b = Sudah", Mark.DONE, True), ("a.b = sudah", Mark.NOT_YET, False),
        ("a.b = tidak perlu", Mark.NOT_NEEDED, True),
        ("a.b ≠ Belum", Mark.DONE, True), ("a.b != Belum", Mark.NOT_YET, False), ("a.b != Belum", None, False),
        ("a.b > 0", 1, True), ("a.b > 0", 0, False), ("a.b>=2", 2, True), ("a.b <= 2", 3, False), ("a.b < 2", 1, True),
        ("a.b > 0", Mark.DONE, False), ("a.b = 0", 0, True), ("a.b = 0", None, False),
        ("a.b = Rusak ringan", Written("rusak ringan"), True), ("a.b = “Baik”", Written("Baik"), True),
        ("a.b terisi", 0, True), ("a.b terisi", None, False),
    ],
)  # fmt: skip
def test_when_an_item_is_asked(text: str, answer: AnswerValue | None, holds: bool) -> None:
    assert conditions.parse(text).holds({"a.b": answer}) is holds


def test_several_tests_must_all_be_passed() -> None:
    both = conditions.parse("a.b = Sudah dan a.c > 1")
    assert both.items == ("a.b", "a.c")
    assert both.holds({"a.b": Mark.DONE, "a.c": 2})
    assert not both.holds({"a.b": Mark.DONE, "a.c": 1})
    assert not both.holds({"a.c": 2})


@pytest.mark.parametrize("text", ["", "a.b", "= 3", "a.b = ", "a.b > Sudah", "a.b ~ 3"])
def test_what_is_no_condition_is_refused(text: str) -> None:
    with pytest.raises(errors.Refused, match="Syarat"):
        conditions.parse(text)


@given(st.text("ab.@ =<>≠!0123Sudahterisi dan", max_size=30))
def test_what_is_read_is_written_back_as_the_same(text: str) -> None:
    try:
        read = conditions.parse(text)
    except errors.Refused:
        return
    assert conditions.parse(str(read)) == read


def test_about_other_items() -> None:
    assert str(conditions.parse("a.b = Sudah").renamed({"a.b": "a.b@h"})) == "a.b@h = Sudah"
