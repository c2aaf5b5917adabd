# SPDX-License-Identifier: Apache-2.0
"""The three bands: no bounds, no bands; read as percents; and whose categories are known."""

import pytest

from desk_app.domain import errors, risk_bands
from desk_app.domain.risk_bands import Band, Bounds


@pytest.mark.parametrize(
    ("typed", "found"),
    [("25 10", Bounds(250, 100)), ("12,5% 5 %", Bounds(125, 50)), ("25; 10", Bounds(250, 100)), ("", None)],
)
def test_bounds_as_typed(typed: str, found: Bounds | None) -> None:
    assert risk_bands.parse_bounds(typed) == found
    if found is not None:
        assert risk_bands.parse_bounds(str(found)) == found


@pytest.mark.parametrize("typed", ["25", "10 25", "10 10", "a b", "120 10", "25 0", "30 20 10"])
def test_what_are_no_bounds(typed: str) -> None:
    with pytest.raises(errors.Refused, match="dua persen"):
        risk_bands.parse_bounds(typed)


@pytest.mark.parametrize(
    ("count", "band"),
    [(0, None), (1, Band.FEW), (24, Band.FEW), (25, Band.MANY), (61, Band.MANY), (62, Band.MOST), (247, Band.MOST)],
)
def test_an_indicator_is_in_the_band_of_its_share(count: int, band: Band | None) -> None:
    assert risk_bands.band(count, 247, Bounds(250, 100)) is band


def test_no_bands_are_made_up() -> None:
    assert risk_bands.band(200, 247, None) is None
    assert risk_bands.band(0, 0, Bounds(250, 100)) is None


def test_whose_categories() -> None:
    assert risk_bands.check_scheme("polri") == "polri"
    with pytest.raises(errors.Refused):
        risk_bands.check_scheme("koran")
    assert risk_bands.USUAL_CATEGORIES.keys() <= risk_bands.SCHEMES.keys()
    assert len(risk_bands.BAND_LABELS) == len(Band)
