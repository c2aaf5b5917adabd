# SPDX-License-Identifier: Apache-2.0
"""The regions to choose from are those of the office, in order of code."""

from desk_app.domain import places
from desk_app.operations import areas
from desk_app.operations.desk import Desk
from tests.regency_offices import MADDUKELLENG, TEMPE


def test_districts_and_villages_of_a_regency(wajo: Desk) -> None:
    assert [one.code for one in areas.regencies(wajo)] == ["73.13"]
    found = areas.districts(wajo)
    assert len(found) == 14
    assert (found[5].code, found[5].name, found[5].label) == (TEMPE, "Tempe", "Kecamatan Tempe")
    villages = areas.villages(wajo, TEMPE)
    assert [one.code for one in villages] == sorted(one.code for one in villages)
    assert {one.code: one.label for one in villages}[MADDUKELLENG] == "Kel. Maddukelleng"


def test_the_office_itself_and_the_kecamatan_of_one_kabupaten(wajo: Desk) -> None:
    assert (areas.own(wajo).code, areas.own(wajo).label) == ("73.13", "Kabupaten Wajo")
    assert areas.named(wajo, "99.99").label.endswith("99.99")
    assert areas.districts_of(wajo, "73.13") == areas.districts(wajo)
    assert areas.districts_of(wajo, "73.14") == []


def test_teams_of_a_kabupaten_are_sent_to_its_kecamatan(wajo: Desk) -> None:
    assert areas.covered_level(wajo) is places.Level.DISTRICT
    assert areas.covered(wajo) == areas.districts(wajo)
    assert areas.covered_word(wajo) == "Kecamatan"
