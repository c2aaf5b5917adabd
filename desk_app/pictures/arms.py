# SPDX-License-Identifier: Apache-2.0
"""The arms of a letterhead, from whatever file an office has of them: a plain PNG on white, sharp on paper."""

import io
from typing import Final

from desk_app.pictures import decoding, drawings

EDGE: Final = 600
"""Points of the longer side: 600 to the inch where the arms stand 25 mm high."""


def made(data: bytes, name: str = "") -> bytes:
    """The picture as a letterhead takes it, without what else its file told. Raises Refused, Damaged.

    A PNG, a JPEG (those for printers too) or a drawing (SVG).
    """
    if drawings.is_drawing(data):
        data = drawings.drawn(data, EDGE)
    image = decoding.decoded(data, EDGE, name)
    target = io.BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()
