# SPDX-License-Identifier: Apache-2.0
"""A code typed block by block from paper or from the phone; a mistyped block is marked at once and said."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import spoken
from ui import errors, icons, theme
from ui.widgets import fields, form

_IN_A_ROW = 7
_WIDTH = 92


class SpokenBlocks(QtWidgets.QWidget):
    """Lines of four letters each for `length` secret bytes. `changed()` at each letter; the whole may be pasted.

    `entered()`: Enter was pressed in a code that is whole and right.
    """

    changed = QtCore.Signal()
    entered = QtCore.Signal()

    def __init__(self, length: int, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = length
        blank = spoken.say(bytes(length))
        self.fields: list[_Block] = []
        grid = QtWidgets.QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE)
        grid.setVerticalSpacing(4)
        for at, block in enumerate(blank.split("-")):
            field = _Block(len(block))
            field.setAccessibleName(_("Blok {number}").format(number=at + 1))
            field.setPlaceholderText("·" * len(block))
            field.textEdited.connect(lambda _text, at=at: self._typed(at))
            field.pasted.connect(self.set_text)
            field.left_back.connect(lambda at=at: self._go_back(at))
            field.returnPressed.connect(lambda: self.entered.emit() if self.value() is not None else None)
            grid.addWidget(field, at // _IN_A_ROW, at % _IN_A_ROW)
            self.fields.append(field)
        grid.setColumnStretch(_IN_A_ROW, 1)
        self.said = form.label("", "error", wraps=True)
        self.said.hide()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(grid)
        column.addWidget(self.said)
        self.setFocusProxy(self.fields[0])

    @property
    def text(self) -> str:
        """What was typed, blocks joined by dashes."""
        return "-".join(field.text() for field in self.fields)

    def value(self) -> str | None:
        """The code, None until every block is there and fits."""
        try:
            spoken.hear(self.text, self._length)
        except known.Refused:
            return None
        return self.text

    def set_text(self, text: str) -> None:
        """Put a whole code in, as pasted; what is too much is left out."""
        letters = "".join(letter for letter in text.upper() if letter.isalnum())
        for field in self.fields:
            field.setText(letters[: field.size_])
            letters = letters[field.size_ :]
        self._judge()
        self.changed.emit()
        next((field for field in self.fields if not field.is_whole), self.fields[-1]).setFocus()

    def refuse(self, words: str) -> None:
        """Say that the code as a whole is not the right one."""
        for field in self.fields:
            field.show_state(False)
        self._say(words)
        self.fields[0].setFocus()

    def _typed(self, at: int) -> None:
        field = self.fields[at]
        if field.is_whole and at + 1 < len(self.fields) and not self.fields[at + 1].is_whole:
            self.fields[at + 1].setFocus()
        self._judge()
        self.changed.emit()

    def _go_back(self, at: int) -> None:
        if at:
            self.fields[at - 1].setFocus()

    def _judge(self) -> None:
        """Letters that no code has are told in their block at once; a slip of the finger when all is typed."""
        foreign = [field.foreign for field in self.fields]
        for field, letter in zip(self.fields, foreign, strict=True):
            field.show_state(False if letter else None)
        letter = next((one for one in foreign if one), "")
        if letter:
            where = foreign.index(letter) + 1
            words = _("Blok {number}: huruf “{letter}” tidak dipakai dalam kode. Periksa kembali pada lembarnya.")
            self._say(words.format(number=where, letter=letter))
            return
        if not all(field.is_whole for field in self.fields):
            self._say("")
            return
        try:
            spoken.hear(self.text, self._length)
        except known.Refused as fault:
            self._mark_mistyped(fault)
            return
        for field in self.fields:
            field.show_state(True)
        self._say("")

    def _mark_mistyped(self, fault: known.Refused) -> None:
        where = spoken.mistyped_block(self.text, self._length)
        for number, field in enumerate(self.fields, 1):
            field.show_state(False if where in (0, number) else None)
        if where:
            self._say(_("Blok {number} salah ketik. Periksa pada lembarnya.").format(number=where))
        else:
            self._say(errors.words(fault))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            form.make_room(self)


class _Block(QtWidgets.QLineEdit):
    """One block. `pasted(text)`: more than a block came at once; `left_back()`: Backspace in an empty one."""

    pasted = QtCore.Signal(str)
    left_back = QtCore.Signal()

    def __init__(self, size: int) -> None:
        super().__init__()
        self.size_ = size
        self._sign: QtGui.QAction | None = None
        self.setMaxLength(size)
        self.setFixedWidth(_WIDTH)
        self.textEdited.connect(self._raise)

    @property
    def is_whole(self) -> bool:
        return len(self.text()) == self.size_

    @property
    def foreign(self) -> str:
        """The first letter that no code has."""
        return next((letter for letter in self.text() if letter not in spoken.ALPHABET), "")

    def show_state(self, right: bool | None) -> None:
        """A sign beside the letters, never colour alone; None: nothing is known yet."""
        fields.refuse(self, right is False)
        if self._sign is not None:
            self.removeAction(self._sign)
            self._sign = None
        if right is not None:
            name = "siap" if right else "masalah"
            self._sign = QtGui.QAction(icons.icon(name, name), "", self)
            self.addAction(self._sign, QtWidgets.QLineEdit.ActionPosition.TrailingPosition)

    def _raise(self, text: str) -> None:
        plain = "".join(letter for letter in text.upper() if letter.isalnum())
        if plain != text:
            at = self.cursorPosition()
            self.setText(plain)
            self.setCursorPosition(at)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.matches(QtGui.QKeySequence.StandardKey.Paste):
            self.paste_whole(QtGui.QGuiApplication.clipboard().text())
            return
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            # Taken here: a dialog that hears of it too would go on twice.
            self.returnPressed.emit()
            return
        if event.key() == QtCore.Qt.Key.Key_Backspace and not self.text():
            self.left_back.emit()
            return
        if event.text() in ("-", " ", "."):
            return
        super().keyPressEvent(event)

    def paste_whole(self, text: str) -> None:
        """A whole code goes over all blocks; a piece of it stays in this one."""
        if sum(letter.isalnum() for letter in text) > self.size_:
            self.pasted.emit(text)
        else:
            self.insert(text.strip())
            self.textEdited.emit(self.text())
