# SPDX-License-Identifier: Apache-2.0
"""Things that are so or not, one under the other, each with room for a note while it is so."""

from collections.abc import Mapping, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import theme
from ui.widgets import fields


class CheckList(QtWidgets.QWidget):
    """`ticked(code, bool)`: a box was clicked. `noted(code, text)`: another note stands beside a ticked one."""

    ticked = QtCore.Signal(str, bool)
    noted = QtCore.Signal(str, str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, _Row] = {}
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Take the codes and words, in order; the same ones stay as they are."""
        if [(code, row.words.text()) for code, row in self.rows.items()] == list(options):
            return
        for row in self.rows.values():
            row.setParent(None)
            row.deleteLater()
        self.rows = {}
        for code, words in options:
            row = self.rows[code] = _Row(words)
            row.box.clicked.connect(lambda on, code=code: self.ticked.emit(code, on))
            row.note.committed.connect(lambda text, code=code: self.noted.emit(code, text))
            self._column.addWidget(row)

    def set_ticked(self, notes: Mapping[str, str]) -> None:
        """Tick the codes given, each with its note."""
        for code, row in self.rows.items():
            row.show_value(code in notes, notes.get(code, ""))

    def commit(self) -> None:
        """Say what is entered and not yet told."""
        for row in self.rows.values():
            row.note.commit()


class _Row(QtWidgets.QWidget):
    def __init__(self, words: str) -> None:
        super().__init__()
        self.box = QtWidgets.QCheckBox()
        self.box.setAccessibleName(words)
        self.words = _Words(words)
        self.words.clicked.connect(self.box.click)
        self.note = fields.LineField(_("keterangan"), limit=1000)
        self.note.hide()
        grid = QtWidgets.QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SPACE)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.box, 0, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.words, 0, 1)
        grid.addWidget(self.note, 1, 1)
        grid.setColumnStretch(1, 1)
        self.box.toggled.connect(self.note.setVisible)

    def show_value(self, on: bool, note: str) -> None:
        self.box.setChecked(on)
        self.note.set_value(note)


class _Words(QtWidgets.QLabel):
    clicked = QtCore.Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words, wordWrap=True)
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.setMinimumHeight(24)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        self.clicked.emit()
