# SPDX-License-Identifier: Apache-2.0
"""Which part of the count is asked, by whom, and what its parts are."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import count_area
from tests import regency_offices, small_offices
from tests.regency_offices import BELAWA_VILLAGE, TEMPE, TEMPE_VILLAGE


def test_a_regency_by_kecamatan_by_village_and_by_tps(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as desk:
        below = count_area.area(desk, "ppwp")
        assert (below.name, below.level, below.heading, below.width) == ("Kabupaten Wajo", "kecamatan", "Kecamatan", 8)
        assert {one.name: one.stations for one in count_area.parts(desk, below) if one.stations} == {
            "Tempe": 6,
            "Belawa": 3,
        }
        villages = count_area.parts(desk, count_area.area(desk, "ppwp", TEMPE))
        assert {one.label: one.voters for one in villages if one.stations} == {
            "Kel. Tempe": 935,
            "Kel. Maddukelleng": 508,
        }
        stations = count_area.parts(desk, count_area.area(desk, "ppwp", BELAWA_VILLAGE))
        assert [(one.code, one.name, one.voters) for one in stations] == [
            (f"{BELAWA_VILLAGE}-001", "TPS 001", 165),
            (f"{BELAWA_VILLAGE}-002", "TPS 002", 0),
            (f"{BELAWA_VILLAGE}-901", "TPS 901", 25),
        ]
        every = count_area.area(desk, "ppwp", level=count_area.STATIONS)
        assert every.of_stations
        assert len(count_area.parts(desk, every)) == len(regency_offices.STATIONS)


def test_what_is_not_there_or_not_the_offices_is_refused(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "tempe").desk as desk:
        assert count_area.area(desk, "ppwp").level == "desa"
        with pytest.raises(errors.NotPermitted):
            count_area.area(desk, "ppwp", "73.13")
        with pytest.raises(errors.NotFound):
            count_area.area(desk, "bupati")
        for level in ("kecamatan", "rt"):
            with pytest.raises(errors.Refused):
                count_area.area(desk, "ppwp", TEMPE, level)
        assert count_area.area(desk, "ppwp", TEMPE_VILLAGE).level == count_area.STATIONS
