# SPDX-License-Identifier: Apache-2.0
"""Three zones, fixed offsets, clocks of any year."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import zones
from desk_app.domain.regions import Index
from desk_app.domain.zones import Zone


def test_zones_of_the_seed_regions() -> None:
    assert zones.zone_of("73.13.06.1001-005") is Zone.WITA
    assert zones.zone_of("74.06") is Zone.WITA
    assert zones.zone_of("63.04") is Zone.WITA
    assert zones.zone_of("16.72") is Zone.WIB
    assert zones.zone_of("62.10") is Zone.WIB
    assert zones.zone_of("95.03") is Zone.WIT
    assert zones.zone_of("0") is Zone.WIB


def test_38_provinces_in_three_zones(index: Index) -> None:
    by_zone = [zones.zone_of(code) for code in index.provinces]
    assert [by_zone.count(zone) for zone in (Zone.WIB, Zone.WITA, Zone.WIT)] == [18, 12, 8]


def test_local_time_says_its_zone() -> None:
    morning = zones.local(1_707_868_800, Zone.WITA)
    assert morning.strftime("%d-%m-%Y %H.%M %Z") == "14-02-2024 08.00 WITA"
    assert [zones.local(1_707_868_800, zone).hour for zone in Zone] == [7, 8, 9]


@pytest.mark.parametrize("year", [1969, 1970, 2038, 2100, 9998])
def test_a_clock_gone_wrong_is_still_shown(year: int) -> None:
    moment = zones.moment(datetime(year, 5, 6, 7, 8), Zone.WIT)
    assert zones.local(moment, Zone.WIT).year == year


@given(st.integers(-2_000_000_000, 20_000_000_000), st.sampled_from(Zone))
def test_moment_and_local_time_are_inverse(moment: int, zone: Zone) -> None:
    assert zones.moment(zones.local(moment, zone).replace(tzinfo=None), zone) == moment


@pytest.mark.parametrize(("moment", "year"), [(1 << 62, 9999), (-(1 << 62), 1), (1_099_511_627_776, 9999)])
def test_a_clock_beyond_the_calendar_is_shown_at_its_end(moment: int, year: int) -> None:
    assert all(zones.local(moment, zone).year == year for zone in Zone)
