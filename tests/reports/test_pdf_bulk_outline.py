# SPDX-License-Identifier: Apache-2.0
"""Headings below each other, none of them twice while its pages go on."""

import io

from desk_app.reports import pdf_bulk_file, pdf_bulk_outline
from tests.reports import form_samples, test_pdf_bulk


def test_where_there_are_no_headings_nothing_is_said() -> None:
    assert pdf_bulk_outline.Outline().put(pdf_bulk_file.PdfFile(io.BytesIO())) == b""


def test_kecamatan_and_their_villages_lead_to_their_first_page() -> None:
    kind = form_samples.kind(3)
    forms = [
        form_samples.form(kind, headings=headings)
        for headings in (("Tempe", "A"), ("Tempe", "A"), ("Tempe", "B"), ("Belawa", "A"), ("Belawa", "A"))
    ]
    data = form_samples.rendered(form_samples.stack(*forms))
    assert test_pdf_bulk.contents(data) == [(0, "Tempe", 0), (1, "A", 0), (1, "B", 2), (0, "Belawa", 3), (1, "A", 3)]
