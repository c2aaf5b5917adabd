# SPDX-License-Identifier: Apache-2.0
"""One line and a button: what is typed here becomes a new record; until then it is a draft."""

from PySide6 import QtCore, QtWidgets

from ui import icons, theme
from ui.widgets import drafts, fields, form


class QuickAdd(QtWidgets.QWidget):
    """`added(text)`: Enter or the button. `written()` empties it, `refuse(words)` says why it was not taken."""

    added = QtCore.Signal(str)

    def __init__(
        self,
        held: drafts.Drafts,
        key: str,
        words: str,
        button_words: str,
        *,
        limit: int = 300,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._drafts = held
        self._key = key
        self._words = button_words
        self.field = fields.LineField(words, limit=limit)
        self.field.setAccessibleName(words)
        self.button = QtWidgets.QPushButton(button_words)
        icons.put(self.button, "tambah")
        self.button.clicked.connect(lambda _checked=False: self.add())
        self.field.returnPressed.connect(self.add)
        self._fault = form.label("", "error", wraps=True)
        self._fault.hide()
        line = drafts.DraftLine()
        # A line that is hardly ever there keeps no room for itself above a list.
        policy = line.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        line.setSizePolicy(policy)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._fault)
        column.addWidget(line)
        self.draft = drafts.DraftedForm(held, {"text": self.field}, line, self)
        self.draft.begin(key, button_words)

    def begin(self) -> None:
        """Bring the keyboard here."""
        self.field.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Hand over what was typed."""
        text = self.field.value()
        if text:
            self.added.emit(text)
        else:
            self.begin()

    def written(self) -> None:
        """What was typed is a record now."""
        self.draft.end()
        self._drafts.drop(self._key)
        self.field.commit()
        self.field.set_value("")
        self._fault.hide()
        self.draft.begin(self._key, self._words)

    def refuse(self, words: str) -> None:
        """Say why it was not taken; what was typed stays."""
        self._fault.setText(words)
        self._fault.show()
        self.begin()
