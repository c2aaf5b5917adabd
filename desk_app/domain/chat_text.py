# SPDX-License-Identifier: Apache-2.0
"""Lists as plain text for WhatsApp: a bold heading, a line a row, long lists shortened, what is confidential masked.

WhatsApp takes asterisks for bold and shows no columns, so the first words of a row stand bold and the rest behind it.
"""

import re
from collections.abc import Sequence

from desk_app.domain.words import N_, Phrase, phrase

MOST_ROWS = 25
"""So many rows before "… dan 12 lainnya"."""

_LONGEST_CELL = 160
_NUMBERS = re.compile(r"(?<!\d)\d(?:[ .]?\d){14,17}(?!\d)")


def bold(text: str) -> str:
    """A text between asterisks, which it must not hold itself or WhatsApp shows them."""
    cleaned = plain(text).replace("*", "·").strip()
    return f"*{cleaned}*" if cleaned else ""


def plain(text: str) -> str:
    """One line without what WhatsApp would take for a format, long numbers of persons masked (P1)."""
    cleaned = " ".join(text.split())
    cleaned = cleaned if len(cleaned) <= _LONGEST_CELL else cleaned[: _LONGEST_CELL - 1].rstrip() + "…"
    return _NUMBERS.sub(lambda found: f"{found[0][:4]}…", cleaned)


def masked() -> Phrase:
    """What stands for a confidential row."""
    return phrase(N_("(rahasia)"))


def row(cells: Sequence[str], headings: Sequence[str] = ()) -> str:
    """A row: its first words bold, the others behind them; with `headings`, a bare number says what it counts."""
    shown = [plain(cell) for cell in cells]
    told: list[str] = []
    for at, cell in enumerate(shown):
        if not cell or cell == "–":
            continue
        is_bare = at and at < len(headings) and bool(re.fullmatch(r"[\d.,%/ ]+", cell))
        told.append(f"{headings[at]} {cell}" if is_bare else cell)
    if not told:
        return ""
    return " – ".join([bold(told[0]), *(one.replace("*", "·") for one in told[1:])])


def listing(title: str, lines: Sequence[str], total: int, others: str, note: str = "") -> str:
    """A list: its heading with how many there are, numbered lines, and `others` ("… dan 12 lainnya") where some are
    left out."""
    said = [f"{bold(title)} ({total})" if title else f"({total})"]
    if note:
        said.append(plain(note))
    said.append("")
    said += [f"{number}. {line}" for number, line in enumerate(lines, 1)]
    if total > len(lines):
        said.append(others)
    return "\n".join(said) + "\n"
