# SPDX-License-Identifier: Apache-2.0
"""Cells and columns that tables of figures share: right-aligned numbers, a dash for what is not known."""

from collections.abc import Sequence

from desk_app.reports import document, words

NOTHING = "–"


def number(value: int | None) -> str:
    """`1.146`; a dash for what is not known."""
    return NOTHING if value is None else words.number(value)


def name(title: str, share: float = 1.0) -> document.Column:
    """The column that names a row."""
    return document.Column(title, share=share, lead=True)


def text(title: str, share: float = 1.0, short: str | None = None) -> document.Column:
    """A column of words."""
    return document.Column(title, share=share, short=short)


def count(title: str, group: str = "", short: str | None = None, *, paper_only: bool = False) -> document.Column:
    """A column of numbers."""
    right = document.Align.RIGHT
    return document.Column(title, align=right, group=group, short=short, paper_only=paper_only, quiet_zero=True)


def place() -> document.Column:
    """The running number of a row."""
    return document.Column("No", align=document.Align.RIGHT)


def table(
    columns: tuple[document.Column, ...],
    rows: Sequence[tuple[str, ...]],
    total: tuple[str, ...] | None = None,
    *,
    empty: str = "Belum ada data",
    lines: bool = False,
) -> document.Table:
    """Rows with their running numbers before them; a total has none."""
    body = [document.Row((str(at), *row)) for at, row in enumerate(rows, start=1)]
    if rows and total is not None:
        body.append(document.Row(("", *total), document.RowKind.TOTAL))
    form = document.TextForm.LINES if lines else document.TextForm.LINE
    return document.Table((place(), *columns), tuple(body), when_empty=empty, text_form=form)
