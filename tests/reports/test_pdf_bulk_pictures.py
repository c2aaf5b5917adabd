# SPDX-License-Identifier: Apache-2.0
"""Pictures of the kop: opaque or transparent, small or large."""

import io
import re

from PIL import Image

from desk_app.reports import pdf_bulk_file, pdf_bulk_pictures
from tests.reports import samples


def put(data: bytes) -> bytes:
    target = io.BytesIO()
    pdf_bulk_pictures.put(pdf_bulk_file.PdfFile(target), data)
    return target.getvalue()


def encoded(image: Image.Image, kind: str = "PNG") -> bytes:
    target = io.BytesIO()
    image.save(target, kind)
    return target.getvalue()


def test_a_grey_png_is_one_picture() -> None:
    said = put(samples.png())
    assert re.findall(rb"/Width (\d+)/Height (\d+)", said) == [(b"90", b"100")]
    assert b"/SMask" not in said


def test_what_is_transparent_stays_so() -> None:
    said = put(encoded(Image.new("RGBA", (20, 30), (200, 0, 0, 0))))
    assert said.count(b"/Subtype/Image") == 2
    assert re.search(rb"/ColorSpace/DeviceRGB/SMask 1 0 R", said)


def test_a_large_one_is_made_smaller() -> None:
    said = put(encoded(Image.new("RGB", (2400, 1200)), "JPEG"))
    assert re.findall(rb"/Width (\d+)/Height (\d+)", said) == [(b"480", b"240")]
