# SPDX-License-Identifier: Apache-2.0
"""Photos as they are kept: upright, smaller, without hour, place or remark of the camera in them."""

import io
from datetime import datetime

import pytest
from PIL import Image

from desk_app.domain.media import Media
from desk_app.pictures import taking_in
from tests import photographs


def taken(data: bytes, kind: Media = Media.JPEG, edge: int = 320) -> taking_in.Taken:
    return taking_in.take_in(data, kind, "foto.jpg", edge=edge, quality=80)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_a_photo_is_made_smaller_and_stands_upright() -> None:
    out = io.BytesIO()
    told = Image.Exif()
    told[0x0112] = 6  # held with its left side up: the camera's left is below
    photographs.half_red((800, 400)).save(out, "JPEG", exif=told.tobytes())
    made = taken(out.getvalue())
    image = opened(made.data)
    assert (made.width, made.height) == image.size == (160, 320)
    red, blue = image.getpixel((80, 20)), image.getpixel((80, 300))
    assert isinstance(red, tuple)
    assert isinstance(blue, tuple)
    assert red[0] > 200 > 60 > red[2]
    assert blue[2] > 200 > 60 > blue[0]


def test_nothing_of_the_camera_is_left_in_it() -> None:
    source = photographs.phone()
    made = taken(source)
    image = opened(made.data)
    assert photographs.PLACE in source
    assert photographs.PLACE not in made.data
    assert b"Exif" not in made.data
    assert b"HP Pelapor" not in made.data
    assert dict(image.getexif()) == {}
    assert "comment" not in image.info


@pytest.mark.parametrize(("told", "expected"), [
    ("2024:02:14 07:10:11", datetime(2024, 2, 14, 7, 10, 11)),
    ("1980:01:01 00:00:00", None),  # a camera whose clock was never set
    ("kemarin", None),
    ("0000:00:00 00:00:00", None),
])  # fmt: skip
def test_when_it_was_taken(told: str, expected: datetime | None) -> None:
    assert taken(photographs.phone(taken=told)).taken == expected


def test_the_same_photo_gives_the_same_bytes() -> None:
    source = photographs.phone()
    assert taken(source).data == taken(source).data


def test_a_small_picture_is_not_made_larger() -> None:
    made = taken(photographs.jpeg((100, 80)))
    assert (made.width, made.height) == (100, 80)


def test_a_screenshot_stays_sharp_and_a_photo_in_png_does_not_stay_large() -> None:
    screenshot = taken(photographs.png(photographs.half_red()), Media.PNG)
    photo = taken(photographs.png(photographs.noise()), Media.PNG)
    assert (screenshot.media, opened(screenshot.data).format) == (Media.PNG, "PNG")
    assert (photo.media, opened(photo.data).format) == (Media.JPEG, "JPEG")


def test_the_setting_decides_how_small() -> None:
    source = photographs.jpeg((900, 600))
    assert taken(source, edge=600).width == 600
    rough = taking_in.take_in(source, Media.JPEG, "x", edge=600, quality=40)
    assert len(rough.data) < len(taken(source, edge=600).data)
