# SPDX-License-Identifier: Apache-2.0
"""Draws the few pictures which the style sheet needs as files: `python resources/icons/draw.py`."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6 import QtCore, QtGui

from ui import icons, theme

HERE = Path(__file__).parent


def main() -> None:
    app = QtGui.QGuiApplication([])
    for ink, now in (("light", theme.LIGHT), ("dark", theme.DARK)):
        for name, glyph, colour in (
            ("down", "turun", now.muted),
            ("up", "naik", now.muted),
            ("check", "siap", now.on_primary),
            ("dot", None, now.on_primary),
        ):
            for suffix, side in (("", 12), ("@2x", 24)):
                picture = QtGui.QImage(side, side, QtGui.QImage.Format.Format_ARGB32)
                picture.fill(0)
                painter = QtGui.QPainter(picture)
                painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
                whole = QtCore.QRectF(0, 0, side, side)
                if glyph:
                    icons.paint(painter, glyph, whole, QtGui.QColor(colour))
                else:
                    painter.setPen(QtCore.Qt.PenStyle.NoPen)
                    painter.setBrush(QtGui.QColor(colour))
                    painter.drawEllipse(whole.center(), side * 0.2, side * 0.2)
                painter.end()
                picture.save(str(HERE / f"{name}-{ink}{suffix}.png"))
    app.quit()


if __name__ == "__main__":
    main()
