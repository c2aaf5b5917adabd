# SPDX-License-Identifier: Apache-2.0
"""The key figures of a document in one line: what its tables total, for register, QR and a look beside the paper."""

import itertools
import re
from collections.abc import Iterable

from desk_app.reports import document

MOST = 300
"""Letters of the line."""

IN_QR = 90
"""Letters of it that a QR holds: more would make it too fine for a photocopy."""

MARK = "DESK"
"""What a QR of a document begins with."""

_STROKE = " | "
_PLAIN = re.compile(r"[^A-Za-z0-9./()%-]+")
_FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")


def of(paper: document.Document) -> str:
    """"TPS 1.146; DPT 312.004; Siap 1.000": the columns of each table's last total; "" where nothing is totalled."""
    told: list[str] = []
    for block in paper.blocks:
        if isinstance(block, document.Table):
            told += _totals(block)
    return _within(told, MOST)


def qr(code: str, figures: str) -> str:
    """What the QR of a document holds: the code, and of the figures as many as it takes, in one line."""
    return _STROKE.join(part for part in (f"{MARK} {code}", _within(figures.split("; "), IN_QR)) if part)


def read(typed: str) -> tuple[str, str]:
    """The code and the figures in what was typed or scanned: of a QR both, else all of it is the code."""
    first, _stroke, figures = typed.strip().partition(_STROKE.strip())
    word, _space, code = first.strip().partition(" ")
    if word.upper() == MARK:
        return code.strip(), figures.strip()
    return typed.strip(), ""


def different(printed: str, known: str) -> tuple[tuple[str, str], ...]:
    """The figures that stand otherwise in the line that is known, which may be longer: (as printed, as known)."""
    here, there = printed.split("; ") if printed else [], known.split("; ") if known else []
    both = itertools.zip_longest(here, there[: len(here)], fillvalue="")
    return tuple((one, other) for one, other in both if one != other)


def _within(told: Iterable[str], most: int) -> str:
    line = ""
    for one in told:
        longer = f"{line}; {one}" if line else one
        if len(longer) > most:
            break
        line = longer
    return line


def _totals(table: document.Table) -> list[str]:
    last = next((row for row in reversed(table.rows) if row.kind is document.RowKind.TOTAL), None)
    if last is None:
        return []
    named = zip(table.columns, last.cells, strict=True)
    return [f"{_name(column)} {cell.strip()}" for column, cell in named if _FIGURE.fullmatch(cell.strip())]


def _name(column: document.Column) -> str:
    """A heading in plain letters: signs beside its words do not go through every scanner."""
    return " ".join(_PLAIN.sub(" ", f"{column.group} {column.title}").split())
