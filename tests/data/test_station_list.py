# SPDX-License-Identifier: Apache-2.0
"""Ids of TPS come as an array in order, and reading stops where it was told to."""

from array import array

from desk_app.data import station_list
from desk_app.data.database import Connection
from desk_app.data.station_filter import StationFilter
from tests.regency_offices import BELAWA_VILLAGE, STATIONS, TEMPE_VILLAGE, tps
from tests.small_offices import EVENT


def test_an_array_of_record_numbers(reading: Connection) -> None:
    found = station_list.ids(reading, EVENT, StationFilter())
    assert isinstance(found, array)
    assert (found.typecode, len(found)) == ("q", len(STATIONS))
    assert station_list.ids(reading, EVENT, StationFilter(), limit=2) == found[:2]


def test_another_event_has_none(reading: Connection) -> None:
    assert len(station_list.ids(reading, "pilkada-2024", StationFilter())) == 0
    assert station_list.count(reading, "pilkada-2024") == 0


def test_many_rows_at_once(reading: Connection) -> None:
    found = station_list.ids(reading, EVENT, StationFilter())
    rows = station_list.rows(reading, EVENT, list(found) * 100, phase=-1, required=23)
    assert len(rows) == 900
    assert rows[0] == rows[9]
    assert rows[0] is not None
    assert rows[0].required == 23


def test_numbered_keeps_the_order_of_the_villages(reading: Connection) -> None:
    given = [BELAWA_VILLAGE, "73.13.07.2001", TEMPE_VILLAGE]
    assert station_list.numbered(reading, EVENT, given, 1) == [tps(BELAWA_VILLAGE, 1), tps(TEMPE_VILLAGE, 1)]
