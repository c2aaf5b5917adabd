# SPDX-License-Identifier: Apache-2.0
"""Complete, partial, missing, disagreeing: of one place, and of many together."""

import pytest

from desk_app.domain.completeness import Completeness, Tally, of_place

COMPLETE, PARTIAL, MISSING, DISAGREEING = Completeness


@pytest.mark.parametrize(
    ("required", "answered", "optional", "unsettled", "disputed", "state"),
    [
        (10, 0, 0, 0, 0, MISSING), (10, 0, 1, 0, 0, PARTIAL), (10, 9, 0, 0, 0, PARTIAL), (10, 10, 0, 0, 0, COMPLETE),
        (10, 10, 3, 1, 0, PARTIAL), (0, 0, 0, 0, 0, MISSING), (0, 0, 1, 0, 0, COMPLETE), (10, 10, 0, 0, 1, DISAGREEING),
        (10, 0, 0, 0, 1, DISAGREEING),
    ],
)  # fmt: skip
def test_a_place(
    required: int, answered: int, optional: int, unsettled: int, disputed: int, state: Completeness
) -> None:
    assert of_place(required, answered, optional, unsettled, disputed) is state


@pytest.mark.parametrize(
    ("tally", "missing", "state"),
    [
        (Tally(0), 0, MISSING), (Tally(3), 3, MISSING), (Tally(3, complete=3), 0, COMPLETE), (Tally(3, 2), 1, PARTIAL),
        (Tally(3, 0, 1), 2, PARTIAL), (Tally(3, 2, 0, 1), 0, DISAGREEING),
    ],
)  # fmt: skip
def test_a_group(tally: Tally, missing: int, state: Completeness) -> None:
    assert (tally.missing, tally.state) == (missing, state)


def test_groups_are_added() -> None:
    assert Tally(3, 1, 1, 0) + Tally(2, 0, 0, 1) == Tally(5, 1, 1, 1)


def test_marks_are_those_of_readiness() -> None:
    assert [(one.symbol, one.label) for one in Completeness] == [
        ("✓", "Lengkap"), ("◐", "Sebagian"), ("○", "Kosong"), ("⇄", "Data berbeda")]
