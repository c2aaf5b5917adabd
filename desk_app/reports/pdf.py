# SPDX-License-Identifier: Apache-2.0
"""A document as PDF: the front door of the `pdf_*` modules, which alone know reportlab.

Equal documents give equal bytes, so a report issued again can be compared byte by byte. All fonts are
embedded. reportlab is loaded with the first document, not with this module.
"""

from typing import TYPE_CHECKING

from desk_app.base.progress import Steps
from desk_app.reports import checklist_form, count_form, document

Forms = checklist_form.Forms | count_form.Forms
"""Stacks of forms, drawn one after the other."""

FIRST_FORMS = 8
"""So many pages of a stack of forms are shown before it is printed."""

if TYPE_CHECKING:
    from desk_app.reports import pdf_bulk, pdf_bulk_file


def render(paper: document.Document) -> bytes:
    """The document as the bytes of a PDF file, pages sized to the tenth of a millimetre."""
    from desk_app.reports import pdf_pages

    return pdf_pages.build(paper)


def write_forms(forms: Forms, footer: document.Footer, sink: "pdf_bulk_file.Sink") -> Steps[int]:
    """Write a stack of forms as it is drawn; returns the number of pages."""
    from desk_app.reports import pdf_bulk

    return (yield from pdf_bulk.write(_bulk(forms, footer), sink))


def render_forms(forms: Forms, footer: document.Footer, most: int = 0) -> bytes:
    """A stack of forms as the bytes of a PDF file; `most`: no more than its first pages, to be looked at."""
    from desk_app.reports import pdf_bulk

    bulk = _bulk(forms, footer)
    return pdf_bulk.first(bulk, most) if most else pdf_bulk.whole(bulk)


def _bulk(forms: Forms, footer: document.Footer) -> "pdf_bulk.Bulk":
    if isinstance(forms, count_form.Forms):
        from desk_app.reports import pdf_bulk_count

        return pdf_bulk_count.bulk(forms, footer)
    from desk_app.reports import pdf_bulk_form

    return pdf_bulk_form.bulk(forms, footer)
