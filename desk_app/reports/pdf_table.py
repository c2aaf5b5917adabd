# SPDX-License-Identifier: Apache-2.0
"""Tables on paper: widths found from the content, headings repeated, rows over the pages."""

from typing import Any

from desk_app.reports import column_widths, document, pdf_grid, pdf_headings, pdf_paging, pdf_rows


def flowable(table: document.Table, width: float, height: float, tail: list[Any] | None = None) -> pdf_grid.Grid:
    """The table over the full width of the text; `height` is that of the text on a page, in points.

    `tail` is what must not part from the end of the table, a signature: it stands on one page with the
    last rows.
    """
    size, widths = column_widths.fitting(table, width)
    heads = pdf_headings.Headings(table, widths, size)
    following = pdf_grid.Tail(tail, width) if tail else None
    tall = following.tall if following is not None else 0.0
    paging = pdf_paging.Paging(pdf_rows.Rows(table, widths, size), height, heads.height, tall)
    return pdf_grid.Grid(pdf_grid.Layout(table.columns, widths, size, heads, paging, following))
