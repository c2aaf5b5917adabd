# SPDX-License-Identifier: Apache-2.0
"""Settings and pictures are written as one change; arms are taken in as a plain picture."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import change_settings, settings
from desk_app.reports import letterhead
from tests import photographs, small_offices

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 10"><rect width="9" height="10" fill="#080"/></svg>'


def test_many_settings_are_one_change(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "kantor").desk as desk:
        change_settings.set_many(desk, {"city": "Sengkang", "paper": "A4"})
        assert (settings.get(desk, "city"), settings.get(desk, "paper")) == ("Sengkang", "A4")
        with pytest.raises(KeyError):
            change_settings.set_many(desk, {"city": "Makassar", "unknown": "x"})
        assert settings.get(desk, "city") == "Sengkang"


@pytest.mark.parametrize("data", [SVG, photographs.jpeg((90, 100))], ids=["drawing", "photo"])
def test_arms_are_kept_as_a_picture_that_a_kop_can_show(tmp_path: Path, data: bytes) -> None:
    with small_offices.make(tmp_path / "kantor").desk as desk:
        change_settings.set_arms(desk, "arms", data)
        kept = settings.picture(desk, "arms")
        assert kept is not None
        across, up = letterhead.image_size(kept)
        assert across / up == pytest.approx(0.9, abs=0.01)
        change_settings.set_picture(desk, "arms", None)
        assert settings.picture(desk, "arms") is None


def test_what_is_no_picture_leaves_the_one_before(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "kantor").desk as desk:
        change_settings.set_arms(desk, "arms", SVG)
        before = settings.picture(desk, "arms")
        for data in (b"GIF89a", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="a.png"/></svg>', b""):
            with pytest.raises(errors.Refused, match="PNG"):
                change_settings.set_arms(desk, "arms", data)
        assert settings.picture(desk, "arms") == before
