# SPDX-License-Identifier: Apache-2.0
"""A village is found as lists write it: with or without its noun, in capitals; what is not there is said."""

import pytest

from desk_app.operations.desk import Desk
from desk_app.operations.station_villages import Villages
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE


@pytest.mark.parametrize(("district", "village"), [
    ("Tempe", "Maddukelleng"), ("Kec. TEMPE", "Kel. MADDUKELLENG"), ("kecamatan tempe", "kelurahan maddukelleng"),
])
def test_a_village_by_names_as_lists_write_them(wajo: Desk, district: str, village: str) -> None:
    with wajo.reading() as connection:
        found = Villages(connection, "pemilu-2024", "73.13")
    assert found.find(district, village) == MADDUKELLENG
    assert {MADDUKELLENG, TEMPE_VILLAGE} <= found.by_code.keys()


@pytest.mark.parametrize(("district", "village", "said"), [
    ("Tempee", "Maddukelleng", "Kecamatan “Tempee” tidak ada"),
    ("Tempe", "Tidak Ada", "“Tidak Ada” tidak ada di Kecamatan Tempe"),
])
def test_what_is_not_there_is_said(wajo: Desk, district: str, village: str, said: str) -> None:
    with wajo.reading() as connection:
        assert said in str(Villages(connection, "pemilu-2024", "73.13").find(district, village))
