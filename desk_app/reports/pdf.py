# SPDX-License-Identifier: Apache-2.0
"""A document as PDF: the front door of the `pdf_*` modules, which alone know reportlab.

Equal documents give equal bytes, so a report issued again can be compared byte by byte. All fonts are
embedded. reportlab is loaded with the first document, not with this module.
"""

from desk_app.reports import document


def render(paper: document.Document) -> bytes:
    """The document as the bytes of a PDF file, pages sized to the tenth of a millimetre."""
    from desk_app.reports import pdf_pages

    return pdf_pages.build(paper)
