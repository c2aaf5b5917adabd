# SPDX-License-Identifier: Apache-2.0
"""A kept picture as points for the screen, large or as a small one for the strip."""

from dataclasses import dataclass

from desk_app.pictures import decoding


@dataclass(frozen=True, slots=True)
class Shown:
    """Rows of red, green and blue, a byte each, without gaps."""

    width: int
    height: int
    points: bytes


def shown(data: bytes, edge: int, name: str = "") -> Shown:
    """The picture with no side longer than `edge`. Raises Damaged, Refused: it may come from anywhere."""
    image = decoding.decoded(data, edge, name)
    whole = image if image.mode == "RGB" else image.convert("RGB")
    return Shown(whole.width, whole.height, whole.tobytes())
