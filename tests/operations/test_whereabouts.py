# SPDX-License-Identifier: Apache-2.0
"""A list of a province names the kabupaten of each desa, one of a kabupaten does not."""

from pathlib import Path

from desk_app.domain import records
from desk_app.operations import transact
from desk_app.operations.desk import Desk
from desk_app.operations.whereabouts import Whereabouts
from tests import small_offices
from tests.regency_offices import TEMPE_VILLAGE


def test_a_province_says_the_kabupaten_too(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "sulsel", "73", stations=0).desk as province:
        name = ("pemilu-2024", "73.13"), {"name": "Wajo"}
        transact.transact(province, "Wilayah", lambda unit: unit.put_many(records.REGION, [name]))
        assert Whereabouts(province).of(TEMPE_VILLAGE, "Tempe · Kel. Tempe") == "Kabupaten Wajo · Tempe · Kel. Tempe"
        assert Whereabouts(province, "73.13").of(TEMPE_VILLAGE, "Tempe · Kel. Tempe") == "Tempe · Kel. Tempe"
        assert Whereabouts(province).of("73", "Sulawesi Selatan") == "Sulawesi Selatan"


def test_a_kabupaten_does_not(wajo: Desk) -> None:
    assert Whereabouts(wajo).of(TEMPE_VILLAGE, "Tempe · Kel. Tempe") == "Tempe · Kel. Tempe"
