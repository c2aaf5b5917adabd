# SPDX-License-Identifier: Apache-2.0
"""The *Kode pemeriksaan dokumen*: sixteen letters and digits that follow from what a document says.

The same words and figures give the same code, on A4 or F4, with or without a picture in the kop; one
digit changed gives another. It is no electronic signature and must not be called one (`domain.md §5.8`).
"""

import base64
import dataclasses
import hashlib
import json

from desk_app.reports import document

_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_LEGIBLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are misread or misheard on the telephone."""


def of(paper: document.Document) -> str:
    """The code of a document, `7K3F-9QXM-22AD-0VTB`; whatever code its footer holds is not looked at."""
    said = [
        paper.title,
        paper.head.lines if paper.head else [],
        [[type(block).__name__, dataclasses.asdict(block)] for block in paper.blocks],
        paper.footer.as_of,
    ]
    plain = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(plain.encode()).digest()[:10]
    letters = base64.b32encode(digest).decode().translate(str.maketrans(_STANDARD, _LEGIBLE))
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))


def sealed(paper: document.Document) -> document.Document:
    """The document with its own code in the footer."""
    return dataclasses.replace(paper, footer=dataclasses.replace(paper.footer, code=of(paper)))
