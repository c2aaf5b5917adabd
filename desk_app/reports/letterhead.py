# SPDX-License-Identifier: Apache-2.0
"""The kop: which arms, which lines, and where; chosen by who signs (`domain.md §5.3`).

The Bupati or Wali Kota signs under the arms of the state, which stand above the name of the office; the
Sekretariat Daerah, a Badan or a Kecamatan (also "a.n. Bupati") signs under the arms of the region, left of
the lines. The Desk has no kop of its own. Pictures are supplied by the office; where there is none, its
place stays blank for a sheet with a printed head.
"""

import struct
from dataclasses import dataclass, field
from enum import StrEnum

from desk_app.domain import errors
from desk_app.domain.words import N_


class Arms(StrEnum):
    STATE = "negara"
    REGION = "daerah"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """`government` and `office` are the large lines, `address` the small ones; `image` is PNG or JPEG."""

    arms: Arms
    government: str
    office: str
    address: tuple[str, ...] = ()
    image: bytes | None = field(default=None, repr=False)

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line for line in (self.government, self.office, *self.address) if line)


def of_head(office: str, image: bytes | None = None, address: tuple[str, ...] = ()) -> Letterhead:
    """The kop of a head of region: `BUPATI WAJO` under the arms of the state."""
    return Letterhead(Arms.STATE, "", office.upper(), address, _known_image(image))


def of_office(government: str, office: str, address: tuple[str, ...] = (), image: bytes | None = None) -> Letterhead:
    """The kop of an office: `PEMERINTAH KABUPATEN WAJO`, `SEKRETARIAT DAERAH` (or a badan, a kecamatan)."""
    return Letterhead(Arms.REGION, government.upper(), office.upper(), address, _known_image(image))


def image_size(image: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG or JPEG; raises Refused for anything else."""
    if image[:8] == b"\x89PNG\r\n\x1a\n" and len(image) >= 24:
        width, height = struct.unpack(">II", image[16:24])
        if width and height:
            return int(width), int(height)
    elif image[:2] == b"\xff\xd8":
        size = _jpeg_size(image)
        if size is not None:
            return size
    raise errors.Refused(N_("Gambar kop tidak dapat dibaca. Pakai berkas PNG atau JPEG."))


def _known_image(image: bytes | None) -> bytes | None:
    if image is not None:
        image_size(image)
    return image


def _jpeg_size(image: bytes) -> tuple[int, int] | None:
    """The size stands in the first start-of-frame segment; other segments are stepped over."""
    position = 2
    while position + 9 <= len(image) and image[position] == 0xFF:
        marker = image[position + 1]
        (length,) = struct.unpack(">H", image[position + 2 : position + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", image[position + 5 : position + 9])
            return (int(width), int(height)) if width and height else None
        position += 2 + length
    return None
