# SPDX-License-Identifier: Apache-2.0
"""Which TPS a row is: by its codes, by names where only these are given, and what is wrong with it in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import places
from desk_app.operations import count_compare, count_known, settings, station_villages
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as made:
        yield made


@pytest.fixture
def stations(desk: Desk) -> count_compare.Stations:
    event, area = settings.event_code(desk), desk.identity.place
    with desk.reading() as connection:
        voters = count_known.voters_here(connection, event, area)
        names = station_villages.Villages(connection, event, area)
    return count_compare.Stations(area, "Wajo", voters, names)


def test_a_code_comes_before_names(stations: count_compare.Stations) -> None:
    whole = places.parse("7313061003001")
    assert stations.find(whole, MADDUKELLENG, "Belawa", "Tempe", 5) == (TEMPE_VILLAGE, 1)
    assert stations.find(None, MADDUKELLENG, "Belawa", "Tempe", 5) == (MADDUKELLENG, 5)
    assert stations.find(None, None, "Kec. Tempe", "Kel. Maddukelleng", 5) == (MADDUKELLENG, 5)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((None, TEMPE_VILLAGE, None, None, None), "Nomor TPS kosong"),
        ((None, None, None, "Tempe", 1), "Isi kode desa/kelurahan"),
        ((None, None, "Tempe", "Negeri Jauh", 1), "tidak ada di Kecamatan Tempe"),
        ((None, TEMPE_VILLAGE, None, None, 99), "TPS 099 di Tempe tidak ada dalam daftar TPS."),
        ((None, "73.08.01.1001", None, None, 1), "di luar wilayah Wajo"),
        ((None, "73.13.06.9999", None, None, 1), "tidak ada dalam daftar wilayah"),
    ],
)
def test_what_is_wrong_is_told(
    stations: count_compare.Stations,
    asked: tuple[places.Place | None, str | None, str | None, str | None, int | None],
    said: str,
) -> None:
    assert said in str(stations.find(*asked))
