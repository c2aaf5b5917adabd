# SPDX-License-Identifier: Apache-2.0
"""Every icon is a glyph of the set, and takes the colour of the theme when it is painted."""

import pytest
from PySide6 import QtCore, QtWidgets

from ui import icons, theme


@pytest.mark.parametrize("name", icons.GLYPHS)
def test_each_name_is_a_glyph_within_its_square(app: QtWidgets.QApplication, name: str) -> None:
    bounds = icons.mark_path(name).boundingRect()
    assert bounds != QtCore.QRectF(8, 8, 8, 8), "the stand-in for a missing glyph"
    assert QtCore.QRectF(-0.5, -0.5, 25, 25).contains(bounds)


def test_an_icon_follows_the_theme(app: QtWidgets.QApplication) -> None:
    made = icons.icon("siap", "siap")
    seen = set()
    for scheme, now in ((theme.Scheme.LIGHT, theme.LIGHT), (theme.Scheme.DARK, theme.DARK)):
        theme.apply(app, scheme)
        image = made.pixmap(64, 64).toImage()
        colours = {
            image.pixelColor(x, y).name() for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha() == 255
        }
        assert colours == {now.siap}
        seen |= colours
    assert len(seen) == 2


def test_an_unknown_name_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        icons.icon("tidak ada")


def test_the_font_is_not_imported_as_a_module(app: QtWidgets.QApplication) -> None:
    import sys

    icons.icon("kirim").pixmap(16, 16)
    assert "superqt" not in sys.modules
    assert "fonticon_mdi7" not in sys.modules
