# SPDX-License-Identifier: Apache-2.0
"""What `resources/regions/pack.py` writes, `desk_app.domain.regions` reads."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from desk_app.domain import regions

PACK = Path(__file__).resolve().parents[2] / "resources" / "regions" / "pack.py"


@pytest.fixture(scope="module")
def packer() -> dict[str, Any]:
    return runpy.run_path(str(PACK))


TABLES = {
    "provinces": [{"code": "73", "name": "Sulawesi Selatan"}],
    "regencies": [
        {"code": "73.71", "province_code": "73", "name": "Kota Makassar"},
        {"code": "73.13", "province_code": "73", "name": "Kabupaten Wajo"},
    ],
    "districts": [
        {"code": "73.13.06", "regency_code": "73.13", "name": "Tempe"},
        {"code": "73.13.01", "regency_code": "73.13", "name": "Sabangparu"},
        {"code": "73.71.01", "regency_code": "73.71", "name": "Mariso"},
    ],
    "villages": [
        {"code": "73.13.06.2002", "district_code": "73.13.06", "name": 'Soka"an I,II'},
        {"code": "73.13.06.1001", "district_code": "73.13.06", "name": "Siengkang"},
        {"code": "73.71.01.1001", "district_code": "73.71.01", "name": "Bu Nuapu’u"},
    ],
}


def test_what_is_packed_is_read_back_in_the_order_of_codes(packer: dict[str, Any]) -> None:
    index = regions.read_index(packer["pack"](TABLES))
    assert [(region.code, region.full_name) for region in regions.all_regions(index)] == [
        ("73", "Provinsi Sulawesi Selatan"),
        ("73.13", "Kabupaten Wajo"),
        ("73.13.01", "Kecamatan Sabangparu"),
        ("73.13.06", "Kecamatan Tempe"),
        ("73.13.06.1001", "Kelurahan Siengkang"),
        ("73.13.06.2002", 'Desa Soka"an I,II'),
        ("73.71", "Kota Makassar"),
        ("73.71.01", "Kecamatan Mariso"),
        ("73.71.01.1001", "Kelurahan Bu Nuapu’u"),
    ]
    assert index.aliases["73.13.01"] == ("Sabbangparu",)


def test_equal_tables_give_equal_bytes(packer: dict[str, Any]) -> None:
    turned = {name: rows[::-1] for name, rows in TABLES.items()}
    assert packer["pack"](TABLES) == packer["pack"](turned)


def test_a_regency_without_its_kind_stops_the_packing(packer: dict[str, Any]) -> None:
    with pytest.raises(SystemExit, match="without a kind"):
        packer["plain_name"]("Wajo")
