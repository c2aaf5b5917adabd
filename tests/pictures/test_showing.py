# SPDX-License-Identifier: Apache-2.0
"""Pictures as points for the screen."""

import pytest

from desk_app.domain import errors
from desk_app.pictures import showing
from tests import photographs


def test_rows_of_three_bytes_a_point() -> None:
    found = showing.shown(photographs.png(photographs.half_red((400, 200))), 40)
    assert (found.width, found.height, len(found.points)) == (40, 20, 40 * 20 * 3)
    assert found.points[:3] == b"\xff\0\0"
    assert found.points[39 * 3 : 40 * 3] == b"\0\0\xff"


def test_grey_becomes_colour() -> None:
    assert len(showing.shown(photographs.png(photographs.noise((20, 10), mode="L")), 40).points) == 600


def test_what_another_office_sent_may_be_no_picture() -> None:
    with pytest.raises(errors.Damaged, match="x rusak"):
        showing.shown(b"bukan gambar", 40, "x")
