# SPDX-License-Identifier: Apache-2.0
"""Code 128: a text as bars and spaces, to be read by a scanner at the desk (ISO/IEC 15417)."""

import functools
import textwrap
from typing import Final

QUIET: Final = 10
"""Modules that stay white before and after the bars."""

_MODULES: Final = 11
_PATTERNS: Final = tuple(
    textwrap.wrap(
        "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221"
        "223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321"
        "112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131"
        "311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114"
        "122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141"
        "214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232",
        6,
    )
)
"""The widths of bar, space, bar, space, bar, space of every symbol, the three beginnings last."""

_STOP: Final = "2331112"
_STOP_MODULES: Final = 13
_TO_C, _TO_B = 99, 100
_BEGIN_B, _BEGIN_C = 104, 105


def symbols(text: str) -> tuple[int, ...]:
    """The values of the symbols of a text, the sum last, without the stop.

    Figures stand two in a symbol. Raises ValueError for a letter that the code does not have.
    """
    if not text or not all(" " <= letter <= "~" for letter in text):
        raise ValueError(f"Code 128 holds plain letters and figures only: {text!r}")
    found: list[int] = []
    place, pairs = 0, False
    while place < len(text):
        run = _figures(text, place)
        wanted = run >= (2 if pairs or run == len(text) else 4)
        if not found:
            found.append(_BEGIN_C if wanted else _BEGIN_B)
        elif wanted != pairs:
            found.append(_TO_C if wanted else _TO_B)
        pairs = wanted
        if pairs:
            found.append(int(text[place : place + 2]))
            place += 2
        else:
            found.append(ord(text[place]) - 32)
            place += 1
    total = found[0] + sum(place * value for place, value in enumerate(found[1:], start=1))
    return (*found, total % 103)


def bars(text: str) -> tuple[str, int]:
    """The bars as rectangles of a PDF's content and their width in modules, without the quiet zones.

    A module is one unit wide, the bars are one unit high; they begin at 0.
    """
    values = symbols(text)
    drawn = [_drawn(_PATTERNS[value], place * _MODULES) for place, value in enumerate(values)]
    end = len(values) * _MODULES
    return "".join((*drawn, _drawn(_STOP, end))), end + _STOP_MODULES


@functools.cache
def _drawn(pattern: str, left: int) -> str:
    parts = []
    for place, modules in enumerate(pattern):
        if place % 2 == 0:
            parts.append(f"{left} 0 {modules} 1 re ")
        left += int(modules)
    return "".join(parts)


def _figures(text: str, place: int) -> int:
    end = place
    while end < len(text) and text[end].isdigit():
        end += 1
    return end - place
