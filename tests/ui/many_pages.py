# SPDX-License-Identifier: Apache-2.0
"""A PDF of many empty pages, some of them across."""

import io

import pypdfium2

A4 = (595.0, 842.0)


def pdf(pages: int, across: int = 0) -> bytes:
    """So many pages; every `across`th lies across."""
    document = pypdfium2.PdfDocument.new()
    for number in range(pages):
        turned = bool(across) and number % across == across - 1
        document.new_page(*(A4[::-1] if turned else A4)).close()
    sink = io.BytesIO()
    document.save(sink)
    document.close()
    return sink.getvalue()
