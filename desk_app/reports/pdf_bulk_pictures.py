# SPDX-License-Identifier: Apache-2.0
"""A picture of the kop in a file that is written as it goes: its points, and what of it is transparent."""

import io

from reportlab.lib import utils

from desk_app.reports import pdf_bulk_file

_MOST = 480
"""Points along the longer side: more than a printer shows on a kop of a form."""


def put(file: pdf_bulk_file.PdfFile, data: bytes) -> int:
    """Write a PNG or JPEG; returns the number of its object."""
    image = utils.ImageReader(io.BytesIO(data))._image
    transparent = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    image = image.convert("RGBA" if transparent else "RGB")
    image.thumbnail((_MOST, _MOST))
    across, up = image.size
    size = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % (across, up)
    mask = b""
    if transparent:
        number = file.put_stream(image.getchannel("A").tobytes(), size + b"/ColorSpace/DeviceGray")
        mask = b"/SMask %d 0 R" % number
    return file.put_stream(image.convert("RGB").tobytes(), size + b"/ColorSpace/DeviceRGB" + mask)
