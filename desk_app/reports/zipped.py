# SPDX-License-Identifier: Apache-2.0
"""The zip that a Word file or a workbook is, written again so that equal contents give equal bytes."""

import io
import zipfile
from collections.abc import Collection, Mapping
from typing import Final

_TIME: Final = (1980, 1, 1, 0, 0, 0)
_NONE: Final[Mapping[str, bytes]] = {}


def anew(data: bytes, instead: Mapping[str, bytes] = _NONE, without: Collection[str] = ()) -> bytes:
    """The same files in the same order, all of one time; some with other contents, some left out."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            if name in without:
                continue
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            made.writestr(entry, instead[name] if name in instead else source.read(name))
    return target.getvalue()


def description(title: str, author: str, about: str = "") -> bytes:
    """The file's own description (docProps/core.xml): what it is, of which office; no person and no hour."""
    from xml.sax import saxutils

    told = "".join(
        f"<{name}>{saxutils.escape(''.join(sign for sign in text if sign.isprintable()))}</{name}>"
        for name, text in (("dc:title", title), ("dc:creator", author), ("dc:subject", about), ("dc:language", "id-ID"))
        if text
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{told}</cp:coreProperties>'
    ).encode()
