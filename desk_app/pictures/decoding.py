# SPDX-License-Identifier: Apache-2.0
"""A picture of unknown origin, decoded within bounds: two formats, a limit on its points before it is unpacked.

What a file says of its size is read before anything is set aside for it. A JPEG is decoded at a fraction of its size
where that is enough; what must be unpacked whole (PNG, progressive JPEG) has the lower limit (§23 no. 118).
"""

import contextlib
import io
import struct
import threading
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from desk_app.domain import errors, words

if TYPE_CHECKING:
    from PIL import Image

N_ = words.N_

MOST_POINTS = 80_000_000
"""Points of a JPEG that is decoded at a fraction of its size."""

MOST_WHOLE = 40_000_000
"""Points of a picture that is unpacked whole: 160 MB in memory."""

FAULTS = (
    OSError,
    ValueError,
    SyntaxError,
    struct.error,
    LookupError,
    TypeError,
    ArithmeticError,
    AttributeError,
    NotImplementedError,
)
"""What the library raises on bytes that are no picture."""

_ORIENTATION, _EXIF_PART = 0x0112, 0x8769
_quietly = threading.Lock()


def decoded(data: bytes, edge: int, name: str) -> "Image.Image":
    """The picture upright, in RGB or grey, no side longer than `edge`, and nothing but its points.

    Raises Damaged for bytes that are no whole picture, Refused for one beyond the bounds.
    """
    from PIL import Image

    try:
        image = _opened(data, name)
        _require_bounds(image, name)
        if image.format != "PNG":
            image.draft("RGB", (edge, edge))
        image.load()
        turn = _turn(image)
        image = _averageable(image, edge)
        image.thumbnail((edge, edge), Image.Resampling.LANCZOS, reducing_gap=2.0)
        return _on_white(image if turn is None else image.transpose(turn))
    except FAULTS as fault:
        raise damaged(name) from fault


def exif_of(data: bytes) -> dict[int, Any]:
    """The camera's own words by number, those of its inner part too; empty where they cannot be read."""
    try:
        image = _opened(data, "")
        with _quiet():
            told = image.getexif()
            return {**dict(told), **dict(told.get_ifd(_EXIF_PART))}
    except (*FAULTS, errors.Refused):
        return {}


def damaged(name: str) -> errors.Damaged:
    """The refusal of a picture whose bytes are not all there."""
    return errors.Damaged(N_("{file} rusak atau terpotong. Salin sekali lagi dari HP atau kamera."), file=name)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """The library warns of what this room refuses or does without; one thread at a time may say so."""
    with _quietly, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _opened(data: bytes, name: str) -> "Image.Image":
    from PIL import Image

    with _quiet():
        try:
            return Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))
        except Image.DecompressionBombError as fault:
            raise _too_large(name) from fault


def _require_bounds(image: "Image.Image", name: str) -> None:
    width, height = image.size
    by_parts = image.format != "PNG" and not image.info.get("progressive")
    if width * height > (MOST_POINTS if by_parts else MOST_WHOLE):
        raise _too_large(name)


def _too_large(name: str) -> errors.Refused:
    return errors.Refused(
        N_("{file} terlalu besar: gambarnya lebih dari {most} megapiksel. Perkecil dahulu, lalu lampirkan lagi."),
        file=name,
        most=MOST_WHOLE // 1_000_000,
    )


def _turn(image: "Image.Image") -> Any:
    """What sets the picture upright, as the camera noted how it was held; None if it stands."""
    from PIL import Image

    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    try:
        with _quiet():
            return turns.get(image.getexif().get(_ORIENTATION, 1))
    except FAULTS:
        return None


def _averageable(image: "Image.Image", edge: int) -> "Image.Image":
    """In a mode whose points can be averaged; made smaller first where that spares memory."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    match image.mode:
        case "L" | "RGB" | "RGBA" | "LA":
            return image
        case "1":
            return image.convert("L")
        case "P":
            return image.convert("RGBA" if "transparency" in image.info else "RGB")
    image.thumbnail((2 * edge, 2 * edge))
    return image.convert("RGB")


def _on_white(image: "Image.Image") -> "Image.Image":
    """A picture of its own that holds nothing but points: no words of the camera, no comment, no profile."""
    from PIL import Image

    grey = image.mode in ("L", "LA")
    plain = Image.new("L" if grey else "RGB", image.size, 255 if grey else (255, 255, 255))
    if image.mode in ("RGBA", "LA"):
        plain.paste(image.convert(plain.mode), mask=image.getchannel("A"))
    else:
        plain.paste(image)
    return plain
