# SPDX-License-Identifier: Apache-2.0
"""A photo as it is kept: upright, no larger than needed, written anew from its points alone, so without its place."""

import io
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk_app.domain import media
from desk_app.pictures import decoding

if TYPE_CHECKING:
    from PIL import Image

_TAKEN = (0x9003, 0x9004, 0x0132)
"""When the picture was taken, digitised, written, by the camera."""

_FIRST_YEAR, _LAST_YEAR = 2000, 2099


@dataclass(frozen=True, slots=True)
class Taken:
    """The bytes to keep, what they are now, and when the camera says it took the picture (no zone is known)."""

    data: bytes
    media: media.Media
    width: int
    height: int
    taken: datetime | None


def take_in(data: bytes, kind: media.Media, name: str, *, edge: int, quality: int) -> Taken:
    """Make a picture smaller and plain. The same bytes give the same result. Raises Damaged, Refused.

    A drawing or a screenshot stays a PNG where that is no larger than a JPEG of it.
    """
    image = decoding.decoded(data, edge, name)
    kept, made = _written(image, "JPEG", quality), media.Media.JPEG
    if kind is media.Media.PNG:
        other = _written(image, "PNG", quality)
        if len(other) <= len(kept):
            kept, made = other, media.Media.PNG
    return Taken(kept, made, image.width, image.height, _moment(decoding.exif_of(data)))


def _written(image: "Image.Image", form: str, quality: int) -> bytes:
    out = io.BytesIO()
    if form == "JPEG":
        image.save(out, "JPEG", quality=quality, optimize=True)
    else:
        image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _moment(told: dict[int, object]) -> datetime | None:
    """The first of the camera's times that can be one; a camera whose clock was never set says 1970 or 1980."""
    for number in _TAKEN:
        try:
            found = datetime.strptime(str(told[number]).strip(" \0"), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007
        except (KeyError, ValueError):
            continue
        if _FIRST_YEAR <= found.year <= _LAST_YEAR:
            return found
    return None
