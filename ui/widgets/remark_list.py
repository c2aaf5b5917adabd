# SPDX-License-Identifier: Apache-2.0
"""What to look at before going on: one line each with its mark, and a link to where it is put right."""

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from ui import icons, theme
from ui.widgets import form

_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Line:
    """`target` is given back when the link is followed; None has no link."""

    words: str
    grave: bool = False
    target: object = None


class RemarkList(QtWidgets.QFrame):
    """Hidden without lines. `followed(target)`: somebody wants to put it right. The first two are shown at once."""

    followed = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._all = False
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(10, 4, 6, 4)
        self._column.setSpacing(0)
        self.hide()

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self._all = False
        self._fill()

    def _fill(self) -> None:
        form.empty(self._column)
        theme.set_role(self, "notice_refused" if any(line.grave for line in self._lines) else "notice_warning")
        shown = self._lines if self._all or len(self._lines) <= _SHOWN + 1 else self._lines[:_SHOWN]
        for line in shown:
            self._column.addWidget(self._row(line))
        rest = len(self._lines) - len(shown)
        if rest:
            said = ngettext("{count} catatan lagi …", "{count} catatan lagi …", rest)
            more = _link(said.format(count=rest), "", self._show_all)
            more.setContentsMargins(24, 2, 0, 2)
            self._column.addWidget(more, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(self._lines))

    def _row(self, line: Line) -> QtWidgets.QWidget:
        row = QtWidgets.QWidget()
        box = QtWidgets.QHBoxLayout(row)
        box.setContentsMargins(0, 3, 0, 3)
        box.setSpacing(theme.SPACE)
        picture = QtWidgets.QLabel()
        name, tone = ("ditolak", "masalah") if line.grave else ("peringatan", "belum_lengkap")
        picture.setPixmap(icons.icon(name, tone).pixmap(16, 16))
        words = QtWidgets.QLabel(line.words, wordWrap=True)
        words.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addWidget(picture, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        box.addWidget(words, 1)
        if line.target is not None:
            box.addWidget(_link(_("Buka"), line.words, lambda: self.followed.emit(line.target)))
        return row

    def _show_all(self) -> None:
        self._all = True
        self._fill()


def _link(words: str, about: str, slot: Callable[[], None]) -> QtWidgets.QLabel:
    """A word to follow, no higher than the line it stands in; by mouse or by Tab and Enter."""
    made = QtWidgets.QLabel(f'<a href="#">{html.escape(words)}</a>')
    made.setTextFormat(QtCore.Qt.TextFormat.RichText)
    made.setTextInteractionFlags(
        QtCore.Qt.TextInteractionFlag.LinksAccessibleByMouse | QtCore.Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    made.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(f"{words}: {about}" if about else words)
    made.linkActivated.connect(lambda _href: slot())
    return made
