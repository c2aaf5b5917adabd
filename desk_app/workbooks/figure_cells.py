# SPDX-License-Identifier: Apache-2.0
"""One figure of a form in a cell: a whole number, or nothing where it was not read.

An empty cell and a dash are not read, which is never 0; "1.234" is asked, never guessed.
"""

import re

from desk_app.domain import errors, words
from desk_app.domain.counts import lines
from desk_app.workbooks import cells
from desk_app.workbooks.reading import Cell

N_ = words.N_

_NOT_READ = frozenset(("-", "–", "—", "−", "x", "n/a", "na", "null", "none", "nan"))
_DIGITS = re.compile(r"[0-9]{1,9}", re.ASCII)


def read(cell: Cell) -> int | None:
    """The figure of a cell, None where it was not read. Raises Refused with what is wrong."""
    if type(cell) is float and 0 <= cell <= lines.MOST and cell.is_integer():
        return int(cell)
    written = cells.whole(cell, "217")
    if written.casefold() in _NOT_READ:
        return None
    if _DIGITS.fullmatch(written) is None:
        raise errors.Refused(N_("“{text}” bukan angka. Tulis angka saja, seperti 287."), text=written)
    if int(written) > lines.MOST:
        raise errors.Refused(
            N_("{value} di luar batas 0 sampai {most}."),
            value=words.dotted(int(written)),
            most=words.dotted(lines.MOST),
        )
    return int(written)
