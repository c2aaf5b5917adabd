# SPDX-License-Identifier: Apache-2.0
"""Who signs under which arms, and which pictures are taken."""

import io

import pytest
from PIL import Image

from desk_app.domain import errors
from desk_app.reports import letterhead
from tests.reports import samples


def jpeg(width: int, height: int) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), "grey").save(target, "JPEG")
    return target.getvalue()


def test_head_of_region_stands_under_the_arms_of_the_state() -> None:
    head = letterhead.of_head("Wali Kota Pagar Alam")
    assert head.arms is letterhead.Arms.STATE
    assert head.lines == ("WALI KOTA PAGAR ALAM",)


def test_an_office_stands_under_the_arms_of_the_region() -> None:
    head = letterhead.of_office("Pemerintah Kabupaten Wajo", "Kecamatan Tempe", ("Jalan Contoh",))
    assert head.arms is letterhead.Arms.REGION
    assert head.lines == ("PEMERINTAH KABUPATEN WAJO", "KECAMATAN TEMPE", "Jalan Contoh")


def test_sizes_of_pictures() -> None:
    assert letterhead.image_size(samples.png(90, 100)) == (90, 100)
    assert letterhead.image_size(jpeg(64, 32)) == (64, 32)


@pytest.mark.parametrize("image", [b"", b"GIF89a....", b"\xff\xd8\xff", samples.png()[:20], jpeg(64, 32)[:30]])
def test_what_is_no_picture_is_refused_in_words(image: bytes) -> None:
    with pytest.raises(errors.Refused, match="PNG atau JPEG"):
        letterhead.of_office("Pemerintah", "Setda", image=image)


def test_the_picture_does_not_flood_a_log() -> None:
    assert "PNG" not in repr(letterhead.of_head("Bupati Wajo", samples.png()))
