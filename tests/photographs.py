# SPDX-License-Identifier: Apache-2.0
"""Photographs and documents for tests, as phones, cameras and scanners make them."""

import io
import random
from typing import Any

from PIL import Image

GPS = 0x8825
CAMERA = 0x8769
PLACE = b"Kel. Maddukkelleng rumah pelapor"


def noise(size: tuple[int, int] = (640, 480), seed: int = 1, mode: str = "RGB") -> Image.Image:
    """A picture that does not get small; of the same seed always the same one."""
    channels = len(Image.new(mode, (1, 1)).getbands())
    return Image.frombytes(mode, size, random.Random(seed).randbytes(size[0] * size[1] * channels))


def jpeg(size: tuple[int, int] = (640, 480), seed: int = 1, *, quality: int = 60, **more: Any) -> bytes:
    """A JPEG as a program writes it."""
    out = io.BytesIO()
    noise(size, seed).save(out, "JPEG", quality=quality, **more)
    return out.getvalue()


def png(image: Image.Image, **more: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", **more)
    return out.getvalue()


def phone(size: tuple[int, int] = (640, 480), *, turned: int = 6, taken: str = "2024:02:14 07:10:11") -> bytes:
    """A JPEG as a phone makes it: lying on its side, with hour, place and a remark."""
    told = Image.Exif()
    told[0x0112] = turned
    told[0x010F] = "HP Pelapor"
    told.get_ifd(CAMERA)[0x9003] = taken
    told.get_ifd(GPS)[1] = "S"
    told.get_ifd(GPS)[27] = PLACE
    return jpeg(size, exif=told.tobytes(), comment=PLACE)


def half_red(size: tuple[int, int] = (400, 200)) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, (0, 0, 255))
    image.paste((255, 0, 0), (0, 0, size[0] // 2, size[1]))
    return image


def pdf(text: str = "SURAT KETERANGAN") -> bytes:
    """A small whole PDF."""
    from reportlab.pdfgen import canvas

    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=(300, 200), invariant=1)
    page.drawString(40, 120, text)
    page.save()
    return out.getvalue()


def bomb(width: int = 40_000, height: int = 40_000) -> bytes:
    """A PNG of some hundred kilobytes that says, truly, that it is as large as that."""
    import struct
    import zlib

    def part(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    packer = zlib.compressobj(9)
    row = bytes(1 + width // 8)
    rows = b"".join(packer.compress(row * 1000) for _ in range(height // 1000)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b"")
