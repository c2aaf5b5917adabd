# SPDX-License-Identifier: Apache-2.0
"""Places by typing: the beginning of a name, a number, a code, a kind of place."""

import pytest

from desk_app.domain import errors
from desk_app.operations import places
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA_VILLAGE, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps


@pytest.mark.parametrize(("typed", "first"), [
    ("tem 5", tps(TEMPE_VILLAGE, 5)),
    ("TPS 005 maddu", tps(MADDUKELLENG, 5)),
    ("maddukkelleng 1", tps(MADDUKELLENG, 1)),
    ("tempe", TEMPE),
    ("kel maddukelleng", MADDUKELLENG),
    ("gudang", "73.13/gudang"),
    ("gudang belawa", "73.13.07/gudang"),
    ("ppk tempe", "73.13.06/ppk"),
    ("pps maddu", f"{MADDUKELLENG}/pps"),
    ("73.13.07.1003-901", tps(BELAWA_VILLAGE, 901)),
    ("73.13.06", TEMPE),
    ("901", tps(BELAWA_VILLAGE, 901)),
])
def test_found(wajo: Desk, typed: str, first: str) -> None:
    assert places.find_places(wajo, typed)[0].subject == first


@pytest.mark.parametrize("typed", ["", "  ", "zzzz", "!"])
def test_nothing_found(wajo: Desk, typed: str) -> None:
    assert places.find_places(wajo, typed) == []


def test_a_number_that_no_tps_has_leaves_the_village(wajo: Desk) -> None:
    assert [hit.kind for hit in places.find_places(wajo, "maddukelleng 77")] == ["desa"]
    assert places.find_places(wajo, "maddukelleng 77", exactly=True) == []


def test_in_words(wajo: Desk) -> None:
    hit = places.place_hit(wajo, tps(MADDUKELLENG, 5))
    assert (hit.label, hit.detail, hit.kind) == ("TPS 005 · Kel. Maddukelleng", "Kecamatan Tempe", "tps")
    labels = places.place_labels(wajo, ["73.13", "73.13/gudang", "73.13.06.9999"])
    assert labels == {
        "73.13": "Kabupaten Wajo", "73.13/gudang": "Gudang KPU · Kabupaten Wajo", "73.13.06.9999": "Desa 73.13.06.9999",
    }


def test_the_one_place_that_was_meant(wajo: Desk) -> None:
    assert places.only_place(wajo, "73.13.06.1003-005") == tps(TEMPE_VILLAGE, 5)
    assert places.only_place(wajo, "maddu 5") == tps(MADDUKELLENG, 5)
    with pytest.raises(errors.Refused, match="beberapa tempat"):
        places.only_place(wajo, "tem 5")
    with pytest.raises(errors.NotFound):
        places.only_place(wajo, "zzzz")


def test_a_place_of_a_kind_that_only_a_newer_version_knows_is_called_by_its_code(wajo: Desk) -> None:
    """Another office may have written it; a list of it must not break."""
    labels = places.place_labels(wajo, ["73.13.06/tps_khusus", "73.13"])
    assert labels == {"73.13.06/tps_khusus": "73.13.06/tps_khusus", "73.13": "Kabupaten Wajo"}
