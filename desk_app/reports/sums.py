# SPDX-License-Identifier: Apache-2.0
"""Whether the totals of a document are the sums of what stands above them: the last look at figures before print."""

import re
from dataclasses import dataclass

from desk_app.reports import document

_FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")
_NOTHING = frozenset({"", "–", "-", "—", "nihil", "NIHIL"})
_SHARE = re.compile(r"%|persen|rata-rata|urut|\bno\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A total that is none: the column, what is told, what comes out."""

    column: str
    told: int
    summed: int


def wrong(paper: document.Document) -> list[Wrong]:
    """The totals that are not the sum of their rows; columns of anything but whole figures are not looked at."""
    found: list[Wrong] = []
    for block in paper.blocks:
        if isinstance(block, document.Table):
            for place, column in enumerate(block.columns):
                found += _in_column(block, place, " ".join(part for part in (column.group, column.title) if part))
    return found


def _in_column(table: document.Table, place: int, name: str) -> list[Wrong]:
    if _SHARE.search(name) or not any(row.kind is document.RowKind.TOTAL for row in table.rows):
        return []
    found: list[Wrong] = []
    part = whole = parts = 0
    for row in table.rows:
        is_last = row is table.rows[-1]
        if row.kind is document.RowKind.GROUP:
            part = 0
            continue
        cell = row.cells[place].strip()
        if row.kind is document.RowKind.BODY:
            if cell not in _NOTHING and not _FIGURE.fullmatch(cell):
                return []
            part, whole = part + _value(cell), whole + _value(cell)
        elif _FIGURE.fullmatch(cell):
            told = _value(cell)
            if told not in (part, whole, parts):
                found.append(Wrong(name.replace("\n", " "), told, whole if is_last else part))
            part, parts = 0, parts + told
    return found


def _value(cell: str) -> int:
    return 0 if cell in _NOTHING else int(cell.replace(".", ""))
