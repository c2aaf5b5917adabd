# SPDX-License-Identifier: Apache-2.0
"""A QR in the foot of a page for checking in the program: code and figures in plain letters, no signature of any kind.

Encoded by reportlab's own encoder; drawn once as a form that each page refers to.
"""

import itertools
from typing import Any

from reportlab.graphics.barcode import qrencoder
from reportlab.lib import units

WIDEST = 14 * units.mm
EDGE = 4 * units.mm
"""What office printers leave white at the edge of a sheet."""

GAP = 1 * units.mm
_QUIET = 2
"""White modules around it, beside the white that the foot leaves."""


def draw(canvas: Any, text: str, right: float, rule: float) -> float:
    """Draw it under the rule of the foot, flush right; returns the width that it takes."""
    size: float = min(WIDEST, rule - GAP - EDGE)
    found = modules(text)
    name = f"qr-{len(found)}"
    if not canvas.hasForm(name):
        _make(canvas, name, found)
    scale = size / (len(found) + 2 * _QUIET)
    canvas.saveState()
    canvas.translate(right - size, rule - GAP - size)
    canvas.scale(scale, scale)
    canvas.doForm(name)
    canvas.restoreState()
    return size + float(2 * GAP)


def modules(text: str) -> list[list[bool]]:
    """The dark and light modules, row by row from the top."""
    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(qrencoder.QR8bitByte(text))
    code.make()
    size = code.getModuleCount()
    return [[bool(code.isDark(row, column)) for column in range(size)] for row in range(size)]


def _make(canvas: Any, name: str, found: list[list[bool]]) -> None:
    whole = len(found) + 2 * _QUIET
    canvas.beginForm(name, lowerx=0, lowery=0, upperx=whole, uppery=whole)
    path = canvas.beginPath()
    for place, row in enumerate(found):
        column = 0
        for dark, run in itertools.groupby(row):
            length = len(list(run))
            if dark:
                path.rect(_QUIET + column, whole - _QUIET - place - 1, length, 1)
            column += length
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.endForm()
