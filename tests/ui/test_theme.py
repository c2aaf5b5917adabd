# SPDX-License-Identifier: Apache-2.0
"""Contrast of every pair of colours that meet, the style sheet whole, light and dark told apart."""

import dataclasses
import re
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui import theme

STATUS = ("siap", "belum_lengkap", "belum", "masalah", "berbeda")
SCHEMES = pytest.mark.parametrize("now", [theme.LIGHT, theme.DARK], ids=["light", "dark"])


@SCHEMES
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in ("text", "muted") for ground in ("window", "surface", "sunken")),
        *((ink, "primary_tint") for ink in ("text", "muted", "primary")),
        *((code, ground) for code in STATUS for ground in (f"{code}_tint", "surface", "window")),
        *(("text", f"{code}_tint") for code in STATUS),
        *(("muted", f"{code}_tint") for code in STATUS),
        ("on_primary", "primary"),
        ("on_primary", "primary_hover"),
        ("primary", "surface"),
        ("primary", "window"),
        *(("rail_text", ground) for ground in ("rail", "rail_hover", "rail_active")),
    ],
)
def test_text_is_readable(now: theme.Tokens, ink: str, ground: str) -> None:
    assert theme.contrast(getattr(now, ink), getattr(now, ground)) >= 4.5


@SCHEMES
@pytest.mark.parametrize("edge", ["border_strong", "focus"])
def test_edges_of_fields_are_seen(now: theme.Tokens, edge: str) -> None:
    assert theme.contrast(getattr(now, edge), now.surface) >= 3.0


def test_contrast_is_that_of_wcag() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@SCHEMES
def test_the_style_sheet_names_known_tokens_and_files(now: theme.Tokens) -> None:
    sheet = theme.style_sheet(now)
    assert "$" not in sheet
    assert now.primary in sheet
    files = {part.split(")")[0] for part in sheet.split("url(")[1:]}
    assert files
    assert all(Path(name).exists() for name in files)


def test_apply_follows_the_choice(app: QtWidgets.QApplication) -> None:
    theme.apply(app, theme.Scheme.DARK)
    assert theme.tokens() is theme.DARK
    assert app.palette().window().color().name() == theme.DARK.window
    theme.apply(app, theme.Scheme.LIGHT)
    assert theme.tokens() is theme.LIGHT
    assert app.font().pixelSize() == theme.NORMAL


def test_every_colour_is_written_in_full() -> None:
    for now in (theme.LIGHT, theme.DARK):
        colours = [value for value in dataclasses.asdict(now).values() if isinstance(value, str)]
        assert all(len(value) == 7 and value.startswith("#") for value in colours)


def test_an_unknown_status_looks_like_belum(app: QtWidgets.QApplication) -> None:
    assert theme.status_colours("lain") == theme.status_colours("belum")
    assert theme.status_colours("masalah") == (theme.LIGHT.masalah, theme.LIGHT.masalah_tint)


def test_a_window_is_dressed_and_follows_the_scheme(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    window = QtWidgets.QWidget()
    label = QtWidgets.QLabel("Tersimpan", window)
    theme.set_role(label, "muted")
    qtbot.addWidget(window)
    theme.dress(window)
    window.show()
    assert label.palette().windowText().color().name() == theme.LIGHT.muted
    theme.apply(app, theme.Scheme.DARK)
    assert label.palette().windowText().color().name() == theme.DARK.muted
    later = QtWidgets.QLabel("Nanti", window)
    theme.set_role(later, "error")
    later.ensurePolished()
    assert later.palette().windowText().color().name() == theme.DARK.masalah
    theme.apply(app, theme.Scheme.LIGHT)


class _Counter(QtCore.QObject):
    """Counts how often what it watches is styled."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        self.count += event.type() is QtCore.QEvent.Type.StyleChange
        return False


def test_a_part_is_styled_once_however_deep_it_lies(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    window = QtWidgets.QWidget()
    qtbot.addWidget(window)
    theme.dress(window)
    counter = _Counter()
    part: QtWidgets.QWidget = QtWidgets.QPushButton("Kirim Data")
    part.installEventFilter(counter)
    for _level in range(8):
        outer = QtWidgets.QWidget()
        QtWidgets.QVBoxLayout(outer).addWidget(part)
        part = outer
    QtWidgets.QVBoxLayout(window).addWidget(part)
    assert counter.count == 1


def test_every_window_of_its_own_is_dressed() -> None:
    root = Path(theme.__file__).parent
    windows = {
        path.name: path.read_text("utf-8")
        for path in root.rglob("*.py")
        if re.search(r"^class \w+\(QtWidgets\.Q(Dialog|MainWindow)\)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert len(windows) >= 8
    assert [name for name, source in windows.items() if "theme.dress(self)" not in source] == []
