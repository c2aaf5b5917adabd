# SPDX-License-Identifier: Apache-2.0
"""*Salin untuk WA* of any list: its rows as plain text for the clipboard, confidential ones masked, long lists cut."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import chat_text
from desk_app.domain.words import dotted
from ui import icons, theme
from ui.widgets import columns, marks

MOST_ROWS = chat_text.MOST_ROWS
KEYS = "Ctrl+Shift+C"
_NUMBER = re.compile(r"[\w./-]*\d[\w./-]*")


def row_text(titles: Sequence[columns.Column], cells: Sequence[Any]) -> str:
    """One row: its first words bold. Of a confidential one only its number, and private columns of none."""
    shown = [
        (column, value) for column, value in zip(titles, cells, strict=True) if not column.private and value is not None
    ]
    if any(isinstance(value, marks.Marked) and value.mark == "rahasia" for _column, value in shown):
        first = _words(*shown[0])
        number = first if _NUMBER.fullmatch(first) else ""
        masked = _(chat_text.masked().message)
        return f"{chat_text.bold(number)} {masked}".strip()
    words = [_words(column, value) for column, value in shown]
    return chat_text.row(words, [column.title for column, _value in shown])


def text_of(
    title: str,
    titles: Sequence[columns.Column],
    rows: Sequence[Sequence[Any]],
    total: int,
    *,
    note: str = "",
    last: Sequence[Any] | None = None,
) -> str:
    """A list as text; `total`: how many rows there are beside those given; `last`: the row of the sum."""
    lines = [row_text(titles, cells) for cells in rows[:MOST_ROWS]]
    left = total - len(lines)
    others = ngettext("… dan {count} lainnya", "… dan {count} lainnya", left).format(
        count=dotted(left)
    )
    said = chat_text.listing(title, lines, total, others, note)
    return said + (row_text(titles, last) + "\n" if last is not None else "")


def copy(text: str, count: int, told: Callable[[str], object]) -> None:
    """Put a text on the clipboard and say so."""
    QtGui.QGuiApplication.clipboard().setText(text)
    said = ngettext("{count} baris disalin untuk WhatsApp.", "{count} baris disalin untuk WhatsApp.", count)
    told(said.format(count=dotted(count)))


def title_of(part: QtWidgets.QWidget) -> str:
    """What a list is called where it stands: the tab that holds it, else the page."""
    below: QtWidgets.QWidget = part
    above = part.parentWidget()
    page = ""
    while above is not None:
        if isinstance(above, QtWidgets.QTabWidget):
            for at in range(above.count()):
                tab = above.widget(at)
                if tab is not None and (tab is part or tab.isAncestorOf(part)):
                    return above.tabText(at).replace("&", "")
        title = getattr(above, "title", None)
        if not page and isinstance(title, QtWidgets.QLabel):
            page = title.text()
        below, above = above, above.parentWidget()
    return page or below.windowTitle()


def button(slot: Callable[[], object]) -> QtWidgets.QToolButton:
    """The small button beside the filter of a list."""
    made = QtWidgets.QToolButton()
    made.setIcon(icons.icon("wa", "primary"))
    made.setIconSize(QtCore.QSize(16, 16))
    made.setAutoRaise(True)
    made.setFixedSize(theme.ROW_HEIGHT, theme.ROW_HEIGHT)
    words = _("Salin untuk WA")
    made.setToolTip(f"{words} ({KEYS})")
    made.setAccessibleName(words)
    made.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda _checked=False: slot())
    return made


def _words(column: columns.Column, value: Any) -> str:
    shown = column.show(value)
    if isinstance(value, marks.Marked) and value.mark in marks.MARKS:
        return f"{marks.MARKS[value.mark].symbol} {shown}".strip() if not value.text else shown
    return shown
