# SPDX-License-Identifier: Apache-2.0
"""A line of text that proposes what usually stands there; anything else may be typed."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from ui.widgets import fields, offer_list


class ProposalField(fields.LineField):
    """A `LineField`: `committed(str)`. Proposals that hold the typed words are shown; the arrows go through them."""

    def __init__(
        self, proposals: Sequence[str], words: str = "", *, limit: int = 0, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(words, limit=limit, parent=parent)
        self._proposals = list(proposals)
        self._shown: list[str] = []
        self._list: offer_list.OfferList | None = None
        self.textEdited.connect(self._propose)

    @property
    def proposed(self) -> list[str]:
        """What is proposed now."""
        return list(self._shown) if self._list is not None and self._list.isVisible() else []

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        keys = QtCore.Qt.Key
        if self._list is not None and event.key() == keys.Key_Escape and self.proposed:
            self._list.hide()
            return
        if event.key() in (keys.Key_Down, keys.Key_Up):
            if self._list is None or not self.proposed:
                self._propose(self.text())
            else:
                self._list.move_current(1 if event.key() == keys.Key_Down else -1)
            return
        if event.key() in (keys.Key_Return, keys.Key_Enter) and self._list is not None and self.proposed:
            row = self._list.currentRow()
            if row >= 0:
                self._take(row)
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
        wanted = text.strip().casefold()
        self._shown = [one for one in self._proposals if wanted in one.casefold() and wanted != one.casefold()]
        if self._list is None:
            self._list = offer_list.OfferList(self)
            self._list.taken.connect(self._take)
        self._list.offer(self._shown)
        # What is typed stands unless one goes into the list: a new addressee must not turn into an old one.
        self._list.setCurrentRow(-1)

    def _take(self, row: int) -> None:
        self.setText(self._shown[row])
        if self._list is not None:
            self._list.hide()
        self.commit()
