# SPDX-License-Identifier: Apache-2.0
"""Somebody of the desk, found by typing a part of the name or office; who is none is written down as typed."""

from collections.abc import Mapping, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui.widgets import fields, offer_list

_MOST = 10


class MemberField(QtWidgets.QLineEdit):
    """`committed((member, words))`: a member by his record, or 0 and what was typed."""

    committed = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("ketik nama atau jabatan"))
        self.setMaxLength(160)
        self._labels: dict[int, str] = {}
        self._saved: tuple[int, str] = (0, "")
        self._shown: list[int] = []
        self._list: offer_list.OfferList | None = None
        self.textEdited.connect(self._propose)
        self.editingFinished.connect(self.commit)

    @property
    def is_typed(self) -> bool:
        """Whether something is being typed that was not told yet."""
        return self.isModified() and self.hasFocus()

    @property
    def proposed(self) -> list[str]:
        """What is proposed now."""
        is_open = self._list is not None and self._list.isVisible()
        return [self._labels[no] for no in self._shown] if is_open else []

    def set_members(self, labels: Mapping[int, str]) -> None:
        """Take who may be proposed: record and "name · office", the likeliest first."""
        self._labels = dict(labels)
        if not self.is_typed:
            self.set_value(self._saved)

    def value(self) -> tuple[int, str]:
        """The member (0: none) and the words that stand there."""
        text = self.text().strip()
        if text == self._labels.get(self._saved[0]):
            return self._saved[0], text
        wanted = text.casefold()
        exact = [no for no, label in self._labels.items() if label.casefold() == wanted]
        named = exact or [no for no, label in self._labels.items() if wanted and wanted in _parts(label)]
        return (named[0], text) if len(named) == 1 or exact else (0, text)

    def set_value(self, value: tuple[int, str]) -> None:
        """Show a member (0: none), or words, silently; what is being typed stays."""
        self._saved = (value[0], self._labels.get(value[0], value[1]))
        if self.is_typed:
            return
        self.setText(self._saved[1])
        self.setCursorPosition(0)
        fields.refuse(self, False)

    @QtCore.Slot()
    def commit(self) -> None:
        """Say who stands there, if it is another one."""
        if self._list is not None:
            self._list.hide()
        member, words = self.value()
        self.setModified(False)
        told = (member, self._labels.get(member, words))
        if told == self._saved:
            return
        self._saved = told
        if self.text() != told[1]:
            self.setText(told[1])
            self.setCursorPosition(0)
        self.committed.emit((member, "" if member else words))

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        keys = QtCore.Qt.Key
        if self._list is not None and self.proposed:
            if event.key() == keys.Key_Escape:
                self._list.hide()
                return
            if event.key() in (keys.Key_Return, keys.Key_Enter) and self._list.currentRow() >= 0:
                self._take(self._list.currentRow())
                return
        if event.key() in (keys.Key_Down, keys.Key_Up):
            if self._list is None or not self.proposed:
                self._propose(self.text())
            else:
                self._list.move_current(1 if event.key() == keys.Key_Down else -1)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._list is not None:
            # A click into the list comes after the focus has gone.
            QtCore.QTimer.singleShot(200, self._list, self._list.hide)

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        if self._list is not None:
            self._list.hide()
        super().hideEvent(event)

    def _propose(self, text: str) -> None:
        words = text.casefold().split()
        found = (no for no, label in self._labels.items() if all(word in label.casefold() for word in words))
        self._shown = [no for no, _place in zip(found, range(_MOST), strict=False)]
        if self._list is None:
            self._list = offer_list.OfferList(self)
            self._list.taken.connect(self._take)
        self._list.offer([self._labels[no] for no in self._shown])
        if not words:
            self._list.setCurrentRow(-1)

    def _take(self, row: int) -> None:
        self.setText(self._labels[self._shown[row]])
        self.setModified(True)
        self.commit()


def label(name: str, office: str) -> str:
    """What stands for a member: name and office."""
    return " · ".join(part for part in (name, office) if part)


def _parts(label_: str) -> Sequence[str]:
    return [part.casefold() for part in label_.split(" · ")]
