# SPDX-License-Identifier: Apache-2.0
"""Readiness and recaps: the table of docs/kesiapan.md."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import readiness
from desk_app.domain.readiness import Basis, Readiness


@pytest.mark.parametrize(
    ("required", "answered", "failed", "more", "state"),
    [
        (10, 0, 0, {}, Readiness.NOT_YET),
        (10, 1, 0, {}, Readiness.INCOMPLETE),
        (10, 9, 0, {}, Readiness.INCOMPLETE),
        (10, 10, 0, {}, Readiness.READY),
        (10, 10, 1, {}, Readiness.PROBLEM),
        (10, 3, 1, {}, Readiness.PROBLEM),
        (10, 0, 0, {"severe_issues": 1}, Readiness.PROBLEM),
        (10, 10, 0, {"severe_issues": 1}, Readiness.PROBLEM),
        (10, 10, 1, {"disagreements": 1}, Readiness.DISPUTED),
        (10, 0, 0, {"disagreements": 2, "severe_issues": 1}, Readiness.DISPUTED),
        (10, 0, 0, {"optional_answered": 1}, Readiness.INCOMPLETE),
        (0, 0, 0, {}, Readiness.NOT_YET),
        (0, 0, 0, {"optional_answered": 1}, Readiness.READY),
    ],
)
def test_the_table(required: int, answered: int, failed: int, more: dict[str, int], state: Readiness) -> None:
    assert readiness.assess(required, answered, failed, **more) is state


def test_marks_and_labels_are_the_fixed_ones() -> None:
    assert [(state.value, state.symbol, state.label) for state in Readiness] == [
        ("siap", "✓", "Siap"),
        ("belum_lengkap", "◐", "Belum lengkap"),
        ("belum", "○", "Belum"),
        ("masalah", "!", "Ada masalah"),
        ("berbeda", "⇄", "Data berbeda"),
    ]


def test_a_recap_stands_until_the_details_are_complete() -> None:
    figure = readiness.reckon(170, [readiness.details(38, 40, 178)])
    assert (figure.value, figure.basis) == (170, Basis.RECAP)
    assert str(figure.words) == "rekap 170, rincian 40 dari 178"


def test_complete_details_replace_the_recap_and_the_gap_is_told() -> None:
    figure = readiness.reckon(170, [readiness.details(168, 178, 178)])
    assert (figure.value, figure.basis, figure.difference) == (168, Basis.DETAILS, 2)
    assert str(figure.words) == "rincian 168, rekap 170, selisih 2"
    equal = readiness.reckon(170, [readiness.details(170, 178, 178)])
    assert (equal.value, str(equal.words)) == (170, "rincian lengkap")


def test_nothing_known_is_not_zero() -> None:
    figure = readiness.reckon(None, [readiness.detail(None), readiness.detail(None)])
    assert (figure.value, figure.basis) == (None, Basis.NONE)
    assert str(figure.words) == "rincian 0 dari 2"
    assert readiness.reckon(None, [readiness.detail(False)]).value == 0
    assert readiness.reckon(0, [readiness.detail(None)]).value == 0


def test_details_alone() -> None:
    figure = readiness.reckon(None, [readiness.details(38, 40, 178)])
    assert (figure.value, figure.basis, str(figure.words)) == (38, Basis.DETAILS, "rincian 40 dari 178")


def test_recaps_of_all_villages_stand_before_the_recap_of_the_district() -> None:
    villages = [
        readiness.reckon(9, [readiness.details(0, 0, 10)]),
        readiness.reckon(5, [readiness.details(0, 0, 5)]),
    ]
    district = readiness.reckon(15, villages)
    assert (district.value, district.basis, district.difference) == (14, Basis.RECAP, 1)
    assert str(district.words) == "rekap di bawahnya 14, rekap 15, selisih 1"
    half = readiness.reckon(15, [villages[0], readiness.details(2, 2, 5)])
    assert (half.value, half.basis) == (15, Basis.RECAP)


stations = st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=6)
states = st.lists(stations, min_size=1, max_size=6)


@given(states, st.lists(st.none() | st.integers(0, 6), min_size=6, max_size=6))
def test_recap_and_details_are_never_added(
    villages: list[list[bool | None]], recaps: list[int | None]
) -> None:
    """A village counts with its recap or its details, and a district with the sum of its villages."""
    figures = []
    for below, recap in zip(villages, recaps, strict=False):
        figure = readiness.reckon(recap, [readiness.detail(state) for state in below])
        known = [state for state in below if state is not None]
        complete = len(known) == len(below)
        expected = sum(known) if complete or (recap is None and known) else recap
        assert figure.value == expected
        assert figure.detailed == len(known)
        figures.append(figure)
    district = readiness.reckon(None, figures)
    values = [figure.value for figure in figures if figure.value is not None]
    assert district.value == (sum(values) if values else None)
    assert district.places == sum(map(len, villages))


def test_thousands_are_written_with_dots() -> None:
    figure = readiness.reckon(None, [readiness.details(707, 707, 1338)])
    assert str(figure.words) == "rincian 707 dari 1.338"
    assert str(readiness.reckon(1200, [readiness.details(0, 0, 1338)]).words) == "rekap 1.200, rincian 0 dari 1.338"
