# SPDX-License-Identifier: Apache-2.0
"""Access of regions: said of a kecamatan, taken over by its villages, altered only where the regions are kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import logistics_grid, region_access, stations, watch_calls, watch_sheet
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices

BELAWA, VILLAGE = regency_offices.BELAWA, regency_offices.BELAWA_VILLAGE


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as opened:
        yield opened


def test_a_village_has_what_its_kecamatan_has_until_it_has_its_own(desk: Desk) -> None:
    region_access.set_facts(desk, BELAWA, way="sungai", signal="lemah", travel=90, note="perahu 2 kali sehari")
    found = {one.code: one for one in region_access.regions(desk, BELAWA)}
    assert (found[BELAWA].inherited, found[VILLAGE].inherited) == (False, True)
    assert found[VILLAGE].facts.travel == 90
    region_access.set_facts(desk, VILLAGE, way="darat", signal="ada")
    assert region_access.facts_of(desk, VILLAGE).way == "darat"
    assert VILLAGE not in {one.code for one in region_access.regions(desk, hard_only=True)}
    assert [one.code for one in region_access.regions(desk, hard_only=True, districts_only=True)] == [BELAWA]
    assert region_access.facts_of(desk, regency_offices.tps(VILLAGE, 1)).way == "darat"


def test_what_is_not_said_of_a_village_is_as_its_kecamatan_has_it(desk: Desk) -> None:
    region_access.set_facts(desk, BELAWA, way="laut", signal="tidak_ada", travel=90)
    region_access.set_facts(desk, VILLAGE, signal="ada")
    found = {one.code: one for one in region_access.regions(desk, BELAWA)}[VILLAGE]
    assert (found.facts.way, found.facts.signal, found.facts.travel) == ("laut", "ada", 90)
    assert (found.own.way, found.own.signal, found.inherited) == ("", "ada", False)


def test_in_a_few_words_why_word_comes_late(desk: Desk) -> None:
    tps = regency_offices.tps(VILLAGE, 1)
    codes = [BELAWA, VILLAGE, tps, regency_offices.TEMPE]

    def told() -> dict[str, str]:
        with desk.reading() as connection:
            return region_access.hints(connection, small_offices.EVENT, "73.13", codes)

    assert told() == {}
    region_access.set_facts(desk, BELAWA, way="laut", signal="tidak_ada")
    assert told() == dict.fromkeys((BELAWA, VILLAGE, tps), "tanpa sinyal, lewat laut")
    region_access.set_facts(desk, VILLAGE, signal="lemah", way="darat")
    assert told() == {BELAWA: "tanpa sinyal, lewat laut", VILLAGE: "sinyal lemah", tps: "sinyal lemah"}
    assert stations.station(desk, tps).reach == "sinyal lemah"
    row = next(one for one in watch_sheet.sheet(desk).rows if one.code == BELAWA)
    assert row.hint == "tanpa sinyal, lewat laut"
    calls = {one.code: one.hint for one in watch_calls.call_list(desk, 0).calls}
    assert (calls[BELAWA], calls[regency_offices.TEMPE]) == ("tanpa sinyal, lewat laut", "")
    line = next(one for one in logistics_grid.grid(desk).rows if one.code == BELAWA)
    assert line.hint == "tanpa sinyal, lewat laut"
    with desk.reading() as connection:
        inside = region_access.hints(connection, small_offices.EVENT, VILLAGE, [VILLAGE])
    assert inside == {VILLAGE: "sinyal lemah"}


def test_a_fact_is_emptied_and_the_others_stay(desk: Desk) -> None:
    region_access.set_facts(desk, BELAWA, way="laut", signal="tidak_ada")
    region_access.set_facts(desk, BELAWA, way="")
    facts = region_access.facts_of(desk, BELAWA)
    assert (facts.way, facts.signal, facts.is_silent) == ("", "tidak_ada", True)
    region_access.set_travel(desk, BELAWA, 90)
    assert region_access.facts_of(desk, BELAWA).travel == 90
    region_access.set_travel(desk, BELAWA, None)
    assert region_access.facts_of(desk, BELAWA).travel is None


def test_what_is_no_way_or_not_ones_own_is_refused(desk: Desk, tmp_path: Path) -> None:
    for words in ({"way": "terbang"}, {"signal": "5G"}):
        with pytest.raises(errors.Refused):
            region_access.set_facts(desk, BELAWA, **words)
    with pytest.raises(errors.NotPermitted):
        region_access.set_facts(desk, "74.06.01", way="laut")
    with pytest.raises(errors.NotFound):
        region_access.set_facts(desk, "73.13.99", way="laut")
    with small_offices.make(tmp_path / "tempe").desk as tempe, pytest.raises(errors.NotPermitted):
        region_access.set_facts(tempe, small_offices.DISTRICT, way="laut")
