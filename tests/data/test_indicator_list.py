# SPDX-License-Identifier: Apache-2.0
"""Indicators as rows: definitions by office, values of an area, and how much there is in each region."""

from datetime import date
from pathlib import Path

from desk_app.data import indicator_list
from desk_app.domain.indicators import Count
from desk_app.operations import indicator_sheet, indicators
from tests import regency_offices
from tests.small_offices import EVENT

TEMPE, BELAWA = regency_offices.TEMPE, regency_offices.BELAWA


def test_counts_add_up_from_tps_to_the_kabupaten(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "office") as desk, desk.reading() as connection:
        found = indicator_list.counts(connection, EVENT, "73.13")
        assert found["73.13"] == Count(14, 190, len(regency_offices.STATIONS))
        assert (found[BELAWA].districts, found[BELAWA].stations) == (1, 3)
        assert found[regency_offices.BELAWA_VILLAGE] == Count(0, 1, 3)
        of_one = indicator_list.counts(connection, EVENT, BELAWA)
        assert of_one[BELAWA] == found[BELAWA]
        assert "73.13" not in of_one


def test_values_of_an_area_are_read_in_thousandths_oldest_first(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "office") as desk:
        indicators.adopt(desk, ["ktp-el", "ppk"])
        indicators.edit_indicator(desk, "ktp-el", target="98,03")
        indicator_sheet.set_values(desk, "ktp-el", date(2024, 2, 1), {TEMPE: "99,1", BELAWA: "98"})
        indicator_sheet.set_values(desk, "ktp-el", date(2024, 1, 1), {TEMPE: "90"})
        indicator_sheet.set_values(desk, "ppk", date(2024, 1, 1), {TEMPE: "5"})
        with desk.reading() as connection:
            found = indicator_list.values(connection, EVENT, TEMPE, "ktp-el")
            assert [(row.day, row.value) for row in found] == [("2024-01-01", 90000), ("2024-02-01", 99100)]
            assert len(indicator_list.values(connection, EVENT, "73.13")) == 4
            kept = indicator_list.definitions(connection, EVENT, ["73.13", "73"])
            assert {one.definition.code: one.definition.target for one in kept} == {"ktp-el": 9803, "ppk": None}
            assert indicator_list.definitions(connection, EVENT, ["73"]) == []
            assert TEMPE in indicator_list.below(connection, EVENT, "73.13")["73.13"]
