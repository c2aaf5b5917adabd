# SPDX-License-Identifier: Apache-2.0
"""Paper forms are found by the 13 digits on them, and by what a person would say."""

import pytest

from desk_app.operations import form_numbers
from desk_app.operations.desk import Desk
from tests import small_offices


@pytest.mark.parametrize(
    "typed", ["7313061001002", "73.13.06.1001-002", "7313 0610 0100 2", "73.13.06.1001 002"]
)
def test_the_number_of_a_form_is_its_tps(desk: Desk, typed: str) -> None:
    assert [hit.subject for hit in form_numbers.find(desk, typed)] == [small_offices.station(2)]


@pytest.mark.parametrize("typed", ["7313061001009", "7313071001001", "7313061001000", ""])
def test_a_number_that_no_tps_here_has_finds_nothing(desk: Desk, typed: str) -> None:
    assert form_numbers.find(desk, typed) == []


def test_said_by_village_and_number(wajo: Desk) -> None:
    hits = form_numbers.find(wajo, "maddu 1")
    assert hits
    assert all("-" in hit.subject or "/" in hit.subject for hit in hits), "a region has no form"


def test_the_number_stands_as_it_is_printed() -> None:
    assert form_numbers.number_of("73.13.06.1001-005") == "7313061001005"
    assert form_numbers.number_of("73.13/gudang") == "73.13/gudang"
