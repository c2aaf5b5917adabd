# SPDX-License-Identifier: Apache-2.0
"""A place by typing: "tem 5" offers TPS 005 in Tempe; what is taken stands there in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons
from ui.widgets import fields, offer_list


@dataclass(frozen=True, slots=True)
class Offer:
    """A place that may be meant: its subject, its words, and where it lies."""

    subject: str
    label: str
    detail: str = ""


class PlaceBox(QtWidgets.QLineEdit):
    """`searched(text)` asks for offers, answered by `set_offers(text, offers)`. `committed(subject)`: another
    place was taken ("" when it was emptied). Left with words for which there is no place, the words stay, marked:
    `unknown(text)`. `settled()`: what `is_waiting` told of is over, or the words were given up.
    """

    searched = QtCore.Signal(str)
    committed = QtCore.Signal(str)
    unknown = QtCore.Signal(str)
    settled = QtCore.Signal()

    def __init__(self, words: str = "", parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(words or _("Ketik: “tem 5”, nama desa, gudang …"))
        self.addAction(icons.icon("tempat", "muted"), QtWidgets.QLineEdit.ActionPosition.LeadingPosition)
        self._subject = ""
        self._label = ""
        self._offers: list[Offer] = []
        self._waits_for = ""
        self._answered = ""
        self._unknown = ""
        self._list: offer_list.OfferList | None = None
        self._pause = QtCore.QTimer(self, singleShot=True, interval=120)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._edited)

    def value(self) -> str:
        """The subject that was taken, empty without one."""
        return self._subject

    @property
    def unknown_words(self) -> str:
        """The words that were left here and are no place, empty when there are none."""
        return self._unknown

    @property
    def is_waiting(self) -> bool:
        """Whether the words that stand here are still looked for; `settled` tells the end of it."""
        return bool(self._waits_for)

    @property
    def is_typed(self) -> bool:
        """Whether words stand here that are no place yet."""
        return bool(self._unknown) or self.is_waiting or (self.hasFocus() and self.text() != self._label)

    def insist(self) -> bool:
        """Say again that the words here are no place, and bring the keyboard to them; False when there are none."""
        if self._unknown:
            self._mark(self._unknown)
            self.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        return bool(self._unknown)

    def set_value(self, subject: str, label: str = "") -> None:
        """Show a place, silently; what is being typed, and words that are no place, are left alone."""
        if self.is_typed:
            return
        self._subject, self._label = subject, label or subject
        self.setText(self._label)
        self.setCursorPosition(0)
        fields.refuse(self, False)

    def forget(self) -> None:
        """Take the place before again: what is typed here belongs to something that is shown no longer."""
        self._pause.stop()
        self._waits_for = self._answered = self._unknown = ""
        self._offers = []
        self.setText(self._label)
        fields.refuse(self, False)
        self._hide()

    def state(self) -> list[str]:
        """The place that was taken and the words that stand here, for a draft."""
        return [self._subject, self._label, self.text()]

    def set_state(self, state: Sequence[str]) -> None:
        """Show what a draft kept: a place, and words that are none."""
        self.forget()
        subject, label, text = state
        self._subject, self._label = subject, label
        self.setText(text)
        self.setCursorPosition(0)
        if text.strip() and text.strip() != label:
            self._mark(text.strip())

    def set_offers(self, text: str, offers: Sequence[Offer]) -> None:
        """Show what was found for a text; ignored when something else stands there by now."""
        if text != self.text().strip():
            return
        self._offers = list(offers)
        self._answered = text
        if self._waits_for == text:
            self._waits_for = ""
            if offers:
                self._take(0)
            else:
                self._mark(text)
            self.settled.emit()
            if offers:
                return
        if self.hasFocus():
            self._show_offers()

    @property
    def offers(self) -> list[Offer]:
        """What is offered now."""
        return list(self._offers) if self._list is not None and self._list.isVisible() else []

    def commit(self) -> None:
        """Take what is offered first for the words that stand there; where nothing is, they stay and are marked."""
        self._pause.stop()
        text = self.text().strip()
        if text == self._label:
            self._clear_mark()
        elif not text:
            self._put("", "")
        elif text in (self._unknown, self._waits_for):
            pass  # said already, or still looked for
        elif self._answered != text:
            self._waits_for = text
            self._ask()
        elif self._offers:
            self._take(max(self._current(), 0))
        else:
            self._mark(text)
        self._hide()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        keys = QtCore.Qt.Key
        if event.key() in (keys.Key_Down, keys.Key_Up) and self.offers and self._list is not None:
            self._list.move_current(1 if event.key() == keys.Key_Down else -1)
            return
        if event.key() in (keys.Key_Return, keys.Key_Enter) and self.text().strip() != self._label:
            if self.offers:
                self._take(max(self._current(), 0))
            elif self.text().strip():
                # Enter came before the answer: the first offer is taken when it comes.
                self._waits_for = self.text().strip()
                self._ask()
            else:
                self.commit()
            return
        if event.key() == keys.Key_Escape and self.text() != self._label:
            self.forget()
            self.settled.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusInEvent(event)
        QtCore.QTimer.singleShot(0, self, self.selectAll)

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is QtCore.Qt.FocusReason.MouseFocusReason:
            QtCore.QTimer.singleShot(200, self, self.commit)
        else:
            self.commit()

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        self._pause.stop()
        self._hide()
        super().hideEvent(event)

    def _edited(self, _text: str) -> None:
        self._offers = []
        self._waits_for = self._answered = ""
        self._clear_mark()
        self._pause.start()

    def _mark(self, text: str) -> None:
        self._unknown = text
        fields.refuse(self, True)
        self.unknown.emit(text)

    def _clear_mark(self) -> None:
        self._unknown = ""
        fields.refuse(self, False)

    def _ask(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text:
            self.searched.emit(text)
        else:
            self._hide()

    def _take(self, place: int) -> None:
        offer = self._offers[place]
        self._hide()
        self._put(offer.subject, offer.label)

    def _put(self, subject: str, label: str) -> None:
        before = self._subject
        self._subject, self._label = subject, label
        self._offers = []
        self._clear_mark()
        self.setText(label)
        self.setCursorPosition(0)
        if subject != before:
            self.committed.emit(subject)

    def _current(self) -> int:
        return self._list.currentRow() if self._list is not None else -1

    def _show_offers(self) -> None:
        if self._list is None:
            self._list = offer_list.OfferList(self)
            self._list.taken.connect(self._take)
        words = [" · ".join(part for part in (one.label, one.detail) if part) for one in self._offers]
        self._list.offer(words, _("Tidak ditemukan. Coba nomor TPS dan nama desa."))

    def _hide(self) -> None:
        if self._list is not None:
            self._list.hide()
