# SPDX-License-Identifier: Apache-2.0
"""The *Kode pemeriksaan dokumen*: sixteen letters and digits that follow from what a document says.

The same words and figures give the same code, on A4 or F4, with or without a picture in the kop; one
digit changed gives another. It is no electronic signature and must not be called one (`domain.md §5.8`).
"""

import dataclasses
import hashlib
import json
from typing import Any

from desk_app.domain import spoken
from desk_app.reports import document

_BLOCKS = 4


def of(paper: document.Document) -> str:
    """The code of a document, `7K3F-9QXM-22AD-PVTB`; whatever code its footer holds is not looked at."""
    said = [
        paper.title,
        paper.head.lines if paper.head else [],
        [[type(block).__name__, _said(block)] for block in paper.blocks],
        paper.footer.as_of,
    ]
    plain = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_picture)
    return spoken.blocks(hashlib.sha256(plain.encode()).digest(), _BLOCKS)


def _said(block: document.Block) -> dict[str, Any]:
    """What a block says; what only other faces of it want to know is left out."""
    said = dataclasses.asdict(block)
    if isinstance(block, document.Table):
        del said["name"]
        for column in said["columns"]:
            del column["number"]
    return said


def _picture(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def sealed(paper: document.Document) -> document.Document:
    """The document with its own code in the footer."""
    return dataclasses.replace(paper, footer=dataclasses.replace(paper.footer, code=of(paper)))
