# SPDX-License-Identifier: Apache-2.0
"""Access of regions as rows: kecamatan and villages of an area, with what is known."""

from pathlib import Path

from desk_app.data import access_list
from desk_app.domain.access import Facts
from desk_app.operations import region_access
from tests import regency_offices
from tests.small_offices import EVENT


def test_regions_of_an_area_with_their_facts(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "office") as desk:
        region_access.set_facts(desk, regency_offices.BELAWA, way="sungai", travel=90)
        with desk.reading() as connection:
            found = {row.code: row for row in access_list.regions(connection, EVENT, "73.13")}
            assert len(found) == 14 + 190
            assert found[regency_offices.BELAWA].facts == Facts("sungai", "", 90, "")
            assert found[regency_offices.TEMPE].facts == Facts()
            of_one = access_list.regions(connection, EVENT, regency_offices.BELAWA)
            assert {row.code[:8] for row in of_one} == {regency_offices.BELAWA}
