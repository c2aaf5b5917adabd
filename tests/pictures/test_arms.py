# SPDX-License-Identifier: Apache-2.0
"""Arms from every kind of file end as one kind of picture."""

import io

import pytest
from PIL import Image

from desk_app.domain import errors
from desk_app.pictures import arms
from tests import photographs


def saved(mode: str, kind: str) -> bytes:
    target = io.BytesIO()
    Image.new(mode, (900, 1000), 0 if mode == "L" else "green").save(target, kind)
    return target.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 10"><rect width="9" height="10" fill="#080"/></svg>'


@pytest.mark.parametrize(
    "data",
    [saved("RGB", "PNG"), saved("RGBA", "PNG"), saved("L", "JPEG"), saved("CMYK", "JPEG"), SVG],
    ids=["png", "alpha", "grey", "printers", "svg"],
)
def test_every_kind_becomes_a_plain_png_of_the_same_shape(data: bytes) -> None:
    with Image.open(io.BytesIO(arms.made(data))) as image:
        assert image.format == "PNG"
        assert image.mode in ("RGB", "L")
        assert image.size == (540, 600)
        assert not image.info.get("exif")


def test_what_a_camera_told_is_gone() -> None:
    data = photographs.jpeg((64, 32))
    assert b"Exif" not in arms.made(data)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(errors.Damaged):
        arms.made(b"GIF89a")
