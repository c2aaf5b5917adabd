# SPDX-License-Identifier: Apache-2.0
"""Figures as a paper writes them, read back as numbers: `1.146`, `80,98`, `5,25 %`."""

import re
from dataclasses import dataclass
from decimal import Decimal

_FIGURE = re.compile(
    r"(?P<sign>[-−]?)(?P<whole>0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*)(?:,(?P<part>\d{1,9}))?(?P<cent> ?%)?", re.ASCII
)
_MOST_DIGITS = 15
"""What a workbook holds without rounding."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and how a workbook shows it as it was written."""

    value: int | float
    form: str


def read(text: str) -> Figure | None:
    """The number that a text says; None for all else: words, dashes, `001`, dates and hours."""
    found = _FIGURE.fullmatch(text.replace("\u00a0", " ").strip())
    if found is None:
        return None
    digits, part = found["whole"].replace(".", ""), found["part"] or ""
    if len(digits) + len(part) > _MOST_DIGITS:
        return None
    number = Decimal(f"{'-' if found['sign'] else ''}{digits}.{part or 0}")
    form = "#,##0" if "." in found["whole"] or len(digits) < 4 else "0"
    form += f".{'0' * len(part)}" if part else ""
    if found["cent"]:
        return Figure(float(number / 100), f"{form}%")
    return Figure(float(number) if part else int(number), form)
