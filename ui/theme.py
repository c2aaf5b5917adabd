# SPDX-License-Identifier: Apache-2.0
"""How the window looks: colours, type, sizes, and the one style sheet made of them.

Everything that paints asks `tokens()` when it paints, so that a change of the colour scheme is only a
repaint. The style sheet is `resources/styles/desk.qss` with the names of the tokens in it.
"""

import dataclasses
import string
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base import paths
from ui import layout_items

SMALL, NORMAL, LARGE, HUGE = 11, 13, 16, 22
"""The type scale, in logical pixels."""

SPACE = 8
ROW_HEIGHT = 32
FAMILY = "Liberation Sans"
SYMBOLS_FAMILY = "DejaVu Sans"
FONT_FILES = (
    "LiberationSans-Regular.ttf",
    "LiberationSans-Bold.ttf",
    "LiberationSans-Italic.ttf",
    "LiberationSans-BoldItalic.ttf",
    "DejaVuSans.ttf",
)


_DRESSED = "desk_dressed"


class Scheme(StrEnum):
    """What the user chose: as the system does, or always one of the two."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme; `*_tint` lies behind text of the colour of the same name."""

    dark: bool
    window: str
    surface: str
    sunken: str
    border: str
    border_strong: str
    text: str
    muted: str
    primary: str
    primary_hover: str
    on_primary: str
    primary_tint: str
    focus: str
    rail: str
    rail_text: str
    rail_hover: str
    rail_active: str
    siap: str
    siap_tint: str
    belum_lengkap: str
    belum_lengkap_tint: str
    belum: str
    belum_tint: str
    masalah: str
    masalah_tint: str
    berbeda: str
    berbeda_tint: str


LIGHT = Tokens(
    dark=False,
    window="#f3f5f8",
    surface="#ffffff",
    sunken="#edf0f4",
    border="#d5dbe3",
    border_strong="#8792a1",
    text="#17202b",
    muted="#55606e",
    primary="#1b4f8f",
    primary_hover="#163f73",
    on_primary="#ffffff",
    primary_tint="#e1ebf8",
    focus="#2f74d0",
    rail="#12304f",
    rail_text="#dfe8f3",
    rail_hover="#1a3f66",
    rail_active="#25578b",
    siap="#19713a",
    siap_tint="#e0f2e6",
    belum_lengkap="#8a5200",
    belum_lengkap_tint="#fcefd6",
    belum="#576270",
    belum_tint="#e9ecf1",
    masalah="#b4231a",
    masalah_tint="#fce4e1",
    berbeda="#6a3ba8",
    berbeda_tint="#eee6f9",
)

DARK = Tokens(
    dark=True,
    window="#12161c",
    surface="#1a2029",
    sunken="#232b36",
    border="#333d4a",
    border_strong="#75818f",
    text="#e7ecf2",
    muted="#a7b2c0",
    primary="#8ab8f2",
    primary_hover="#a9cbf7",
    on_primary="#0b1d33",
    primary_tint="#213655",
    focus="#8ab8f2",
    rail="#0c1826",
    rail_text="#d3deeb",
    rail_hover="#15283d",
    rail_active="#1f3f63",
    siap="#6fcf8e",
    siap_tint="#173322",
    belum_lengkap="#f0b454",
    belum_lengkap_tint="#3a2b10",
    belum="#a9b4c2",
    belum_tint="#2a323d",
    masalah="#ff9189",
    masalah_tint="#43201d",
    berbeda="#c6a5f3",
    berbeda_tint="#33264a",
)

_current: Tokens = LIGHT


def tokens() -> Tokens:
    """The colours in use now."""
    return _current


@cache
def colour(value: str) -> QtGui.QColor:
    """A colour of the tokens as Qt wants it; do not alter the result."""
    return QtGui.QColor(value)


def status_colours(code: str) -> tuple[str, str]:
    """Return the colour and the tint of a status code (`siap`, `belum_lengkap`, …); unknown is `belum`."""
    now = tokens()
    if not hasattr(now, f"{code}_tint"):
        code = "belum"
    return getattr(now, code), getattr(now, f"{code}_tint")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 defines it, 1 to 21."""
    lights = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def font(size: int = NORMAL, *, bold: bool = False) -> QtGui.QFont:
    """A font of the type scale."""
    made = QtGui.QFont([FAMILY, SYMBOLS_FAMILY])
    made.setPixelSize(size)
    made.setBold(bold)
    return made


def apply(app: QtWidgets.QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
    """Give the program its look, before any window; call again when the choice or the system's scheme has changed."""
    global _current
    layout_items.install()
    hints = app.styleHints()
    if scheme is Scheme.SYSTEM:
        dark = hints.colorScheme() is QtCore.Qt.ColorScheme.Dark
    else:
        dark = scheme is Scheme.DARK
    chosen = DARK if dark else LIGHT
    if chosen is _current and app.property("desk_scheme"):
        app.setProperty("desk_scheme", str(scheme))
        return
    _current = chosen
    if app.property("desk_scheme") is None:
        _load_fonts()
        app.setStyle(QtWidgets.QStyleFactory.create("Fusion"))
        app.setFont(font())
        app.setEffectEnabled(QtCore.Qt.UIEffect.UI_AnimateCombo, False)
        hints.colorSchemeChanged.connect(lambda _scheme: _follow_system(app))
    app.setProperty("desk_scheme", str(scheme))
    app.setPalette(palette(chosen))
    for window in app.topLevelWidgets():
        if window.property(_DRESSED):
            window.setStyleSheet(style_sheet(chosen))


def dress(window: QtWidgets.QWidget) -> None:
    """Give a window of its own (no parent) the style sheet; what is put into it takes it over, now and later.

    The sheet is not the program's, for then Qt styles a part and all that is in it anew each time it is put into
    another one: 4,000 stylings for a page of 400 widgets, a fifth of a second. So a page is built plain, and is
    styled once when it comes into its window.
    """
    if window.parentWidget() is None and not window.property(_DRESSED):
        window.setProperty(_DRESSED, True)
        window.setStyleSheet(style_sheet(tokens()))


def palette(now: Tokens) -> QtGui.QPalette:
    """The palette of the tokens, for all that the style sheet does not name."""
    made = QtGui.QPalette()
    role = QtGui.QPalette.ColorRole
    for name, value in (
        (role.Window, now.window),
        (role.WindowText, now.text),
        (role.Base, now.surface),
        (role.AlternateBase, now.sunken),
        (role.Text, now.text),
        (role.PlaceholderText, now.muted),
        (role.Button, now.surface),
        (role.ButtonText, now.text),
        (role.BrightText, now.masalah),
        (role.Light, now.surface),
        (role.Midlight, now.sunken),
        (role.Mid, now.border),
        (role.Dark, now.border_strong),
        (role.Highlight, now.primary_tint),
        (role.HighlightedText, now.text),
        (role.Accent, now.primary),
        (role.Link, now.primary),
        (role.LinkVisited, now.primary),
        (role.ToolTipBase, now.text),
        (role.ToolTipText, now.surface),
    ):
        made.setColor(name, colour(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QtGui.QPalette.ColorGroup.Disabled, name, colour(now.muted))
    return made


def style_sheet(now: Tokens) -> str:
    """The style sheet with the values of the tokens in it."""
    names: dict[str, object] = dataclasses.asdict(now)
    names.update(
        small=SMALL,
        normal=NORMAL,
        large=LARGE,
        huge=HUGE,
        field=ROW_HEIGHT - 10,
        icons=paths.resources().joinpath("icons").as_posix(),
        ink="dark" if now.dark else "light",
    )
    return string.Template(_sheet()).substitute(names)


def set_role(widget: QtWidgets.QWidget, role: str) -> None:
    """Give a widget a role of the style sheet (`title`, `muted`, `primary`, `card`, …), also later on."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    if role in ("primary", "large") and isinstance(widget, QtWidgets.QPushButton):
        # Outside dialogs a button would hear the space bar only.
        widget.setAutoDefault(True)
    if widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


@cache
def _sheet() -> str:
    return paths.resource_bytes("styles", "desk.qss").decode("utf-8")


def _follow_system(app: QtWidgets.QApplication) -> None:
    if app.property("desk_scheme") == Scheme.SYSTEM:
        apply(app, Scheme.SYSTEM)


def _load_fonts() -> None:
    # A missing file is no reason not to start: Qt takes the nearest family of the system.
    for name in FONT_FILES:
        path = paths.resources() / "fonts" / name
        if path.exists():
            QtGui.QFontDatabase.addApplicationFont(str(path))


def _luminance(value: str) -> float:
    parts = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
