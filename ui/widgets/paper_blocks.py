# SPDX-License-Identifier: Apache-2.0
"""Blocks of a package's code, typed from the signed sheet; a wrong one is marked and explained."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.operations import paper_check
from ui import icons, theme
from ui.widgets import fields, form

_BLOCK = 4


class PaperBlocks(QtWidgets.QWidget):
    """A line for each block that is asked for. `changed()` at each letter."""

    changed = QtCore.Signal()

    def __init__(self, code: str, blocks: tuple[int, ...], parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self.fields: dict[int, QtWidgets.QLineEdit] = {}
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        last = None
        for number in blocks:
            field = QtWidgets.QLineEdit(maxLength=_BLOCK + 2)
            field.setAccessibleName(_("Blok {number} dari kode pada berita acara").format(number=number))
            field.setFixedWidth(100)
            field.textEdited.connect(lambda _text, number=number: self._typed(number))
            label = form.label(_("Blok {number}").format(number=number))
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field)
            row.addSpacing(theme.SPACE)
            self.fields[number] = last = field
        row.addStretch(1)
        self.said = form.label("", "small", wraps=True)
        asked = form.label(_ask(blocks), wraps=True)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(26, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(asked)
        column.addLayout(row)
        column.addWidget(self.said)
        self.said.hide()
        if last is not None:
            self.setFocusProxy(next(iter(self.fields.values())))

    @property
    def typed(self) -> dict[int, str]:
        """What was typed, by the number of the block."""
        return {number: field.text() for number, field in self.fields.items()}

    @property
    def is_right(self) -> bool:
        """Whether every block stands in the code so."""
        return not paper_check.wrong(self._code, self.typed)

    def _typed(self, number: int) -> None:
        field = self.fields[number]
        if len(_letters(field.text())) >= _BLOCK:
            later = [other for other in self.fields if other > number and not self.fields[other].text()]
            if later:
                self.fields[later[0]].setFocus()
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        """A block is judged once it is whole, so that nobody is scolded in the middle of a word."""
        whole = {at: text for at, text in self.typed.items() if len(_letters(text)) >= _BLOCK}
        bad = set(paper_check.wrong(self._code, whole))
        for number, field in self.fields.items():
            fields.refuse(field, number in bad)
            _mark(field, number in bad if number in whole else None)
        self.said.setVisible(bool(bad) or self.is_right)
        if self.is_right:
            theme.set_role(self.said, "small")
            self.said.setText(_("Kode pada berita acara cocok dengan kiriman ini."))
        elif bad:
            theme.set_role(self.said, "error")
            self.said.setText(
                _(
                    "Blok {blocks} tidak cocok. Baca sekali lagi dari lembarnya. Bila memang berbeda, kiriman ini "
                    "bukan yang tertulis di lembar itu: jangan dimasukkan, telepon pengirimnya."
                ).format(blocks=", ".join(map(str, sorted(bad))))
            )


def _ask(blocks: tuple[int, ...]) -> str:
    listed = _(" dan ").join(str(number) for number in blocks)
    return _("Ketik blok {blocks} dari kode pada berita acara serah terima yang ditandatangani:").format(blocks=listed)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _mark(field: QtWidgets.QLineEdit, bad: bool | None) -> None:
    """A sign beside the letters: never colour alone."""
    for action in field.actions():
        field.removeAction(action)
    if bad is not None:
        name, tone = ("masalah", "masalah") if bad else ("siap", "siap")
        action = QtGui.QAction(icons.icon(name, tone), "", field)
        field.addAction(action, QtWidgets.QLineEdit.ActionPosition.TrailingPosition)
