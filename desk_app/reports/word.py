# SPDX-License-Identifier: Apache-2.0
"""A document as a Word file (.docx) that an office goes on typing in: the front door of the `word_*` modules.

Equal documents give equal bytes. Letters are Arial, which is as wide as the font of the PDF; the office stands as the
author, and no person.
"""

from desk_app.reports import document


def render(paper: document.Document) -> bytes:
    """The document as the bytes of a .docx file."""
    from desk_app.reports import word_pages

    return word_pages.build(paper)
