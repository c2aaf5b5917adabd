# SPDX-License-Identifier: Apache-2.0
"""Which TPS lie in an area."""


from desk_app.data import station_list
from desk_app.data.database import Connection
from tests.regency_offices import TEMPE, TEMPE_VILLAGE
from tests.small_offices import EVENT


def test_areas(reading: Connection) -> None:
    areas = ("", "0", "73", TEMPE, TEMPE_VILLAGE)
    assert [station_list.count(reading, EVENT, area) for area in areas] == [9, 9, 9, 6, 4]
