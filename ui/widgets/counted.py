# SPDX-License-Identifier: Apache-2.0
"""How many rows a list has, in words: "1 permasalahan", "3 dari 1.146 TPS"."""

from collections.abc import Callable

from desk_app.base.text import _
from desk_app.domain.words import dotted

Unit = str | Callable[[int], str]
"""What is counted: a word, or words with `{count}` for a number, as `ngettext` gives them."""


def words(unit: Unit, shown: int, total: int) -> str:
    """The rows shown, and of how many where a filter leaves some out."""
    number = dotted(total)
    if shown != total:
        number = _("{count} dari {total}").format(count=dotted(shown), total=number)
    return f"{number} {unit}" if isinstance(unit, str) else unit(total).format(count=number)
