# SPDX-License-Identifier: Apache-2.0
"""Names of regions with their nouns, and the subject of a TPS in SQL as in the domain."""

import pytest
from sqlalchemy import select

from desk_app.data import place_names, schema
from desk_app.data.database import Connection
from desk_app.domain import places
from tests.regency_offices import STATIONS, TEMPE, tps
from tests.small_offices import EVENT


def test_names_and_labels(reading: Connection) -> None:
    found = place_names.named(reading, EVENT, ["73.13", TEMPE, "73.13.06.1004", "73.13.07.2005", "99.99.99.2001"])
    assert [found[code].label for code in ("73.13", TEMPE, "73.13.06.1004")] == [
        "Kabupaten Wajo", "Kecamatan Tempe", "Kel. Maddukelleng",
    ]
    assert found["73.13.07.2005"].label.startswith("Desa ")
    assert found["99.99.99.2001"].name == "99.99.99.2001"


def test_many_names_at_once(reading: Connection) -> None:
    codes = [one.code for one in place_names.below(reading, EVENT, "73.13", places.Level.VILLAGE)]
    assert len(codes) == 190
    assert len(place_names.named(reading, EVENT, [*codes, *(f"11.01.01.{2000 + more}" for more in range(600))])) == 790


@pytest.mark.parametrize(("place", "level", "count"), [
    ("73.13", places.Level.DISTRICT, 14), (TEMPE, places.Level.DISTRICT, 1), (TEMPE, places.Level.VILLAGE, 16),
    ("0", places.Level.DISTRICT, 14), ("73.14", places.Level.DISTRICT, 0), ("73", places.Level.REGENCY, 1),
])
def test_below(reading: Connection, place: str, level: places.Level, count: int) -> None:
    assert len(place_names.below(reading, EVENT, place, level)) == count


def test_the_subject_of_a_tps_in_sql(reading: Connection) -> None:
    table = schema.by_name["station"]
    found = set(reading.execute(select(place_names.subject_of(table))).scalars())
    assert found == {tps(*key) for key in STATIONS}


@pytest.mark.parametrize("part", ["73.13", "73.13.06", "73.13.06.1003-005", "73.13/gudang", "73.13.14.2010"])
def test_all_of_a_region_lies_before_the_end_of_its_range(part: str) -> None:
    assert "73.13" <= part < place_names.after("73.13")
    assert not "73.13" <= "73.14" < place_names.after("73.13")


def test_beginning_of_a_code(reading: Connection) -> None:
    assert place_names.beginning(reading, EVENT, "73.13.0", 3) == ["73.13.01", "73.13.01.1001", "73.13.01.1002"]
