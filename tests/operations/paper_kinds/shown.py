# SPDX-License-Identifier: Apache-2.0
"""Papers of tests: one made of an office, its tables by their headings, and all that is said on its pages."""

from typing import Any

from desk_app.operations import papers, printing
from desk_app.operations.desk import Desk
from desk_app.reports import document
from tests.reports import pages_read


def made(desk: Desk, report: str, **asked: Any) -> papers.Prepared:
    return printing.make(desk, papers.Asked(report=report, **asked))


def tables(paper: papers.Prepared) -> list[document.Table]:
    return [block for block in paper.document.blocks if isinstance(block, document.Table)]


def cells(table: document.Table, title: str) -> list[str]:
    """What stands under a heading, from top to bottom, the rows of groups left out."""
    place = [column.title for column in table.columns].index(title)
    return [row.cells[place] for row in table.rows if row.kind is not document.RowKind.GROUP]


def headings(paper: papers.Prepared) -> list[str]:
    return [block.text for block in paper.document.blocks if isinstance(block, document.Heading)]


def said(paper: papers.Prepared) -> str:
    """All words of its pages, in one line."""
    return " ".join(" ".join(pages_read.texts(paper.document)).replace("\u00a0", " ").split())


def figures(paper: papers.Prepared) -> list[document.Figure]:
    return [block for block in paper.document.blocks if isinstance(block, document.Figure)]
