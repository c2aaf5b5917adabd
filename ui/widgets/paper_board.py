# SPDX-License-Identifier: Apache-2.0
"""The cards of a gallery laid out under their headings, as many abreast as there is room; the arrow keys go about."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import theme
from ui.widgets import form, paper_card

_GAP = theme.SPACE
_HEADING = 26
_ABOVE = 8


class PaperBoard(QtWidgets.QWidget):
    """`clicked(key)`: a card was taken or ticked. `typed(text)`: letters for the search, "" to go to it.

    `reached(card)`: the keyboard went to a card. `laid_out()`: cards have other places.
    """

    clicked = QtCore.Signal(str)
    typed = QtCore.Signal(str)
    reached = QtCore.Signal(object)
    laid_out = QtCore.Signal()

    def __init__(self, cards: Sequence[paper_card.Card], parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "plain")
        self._words: list[str] = []
        self._own = [self._made(card) for card in cards]
        self._recent: list[paper_card.PaperCard] = []
        self._headings: dict[str, QtWidgets.QLabel] = {}
        self._ticking = False
        self._abreast = 1
        self.shown: list[paper_card.PaperCard] = []
        """The cards in their order, those that the search hides left out."""
        for card in cards:
            self._heading(card.group)
        self._lay_out()

    @property
    def cards(self) -> list[paper_card.PaperCard]:
        """Every card; those used last stand there twice."""
        return [*self._recent, *self._own]

    def set_recent(self, cards: Sequence[paper_card.Card]) -> None:
        """Show these once more at the top."""
        if [one.card for one in self._recent] == list(cards):
            return
        for old in self._recent:
            old.hide()
            old.deleteLater()
        pictures = {one.card.key: one.picture for one in self._own}
        self._recent = [self._made(card) for card in cards]
        for made in self._recent:
            made.set_picture(pictures.get(made.card.key))
        self._lay_out()

    def set_ticking(self, ticking: bool) -> None:
        """Cards with boxes; those used last do not stand there twice meanwhile."""
        self._ticking = ticking
        for card in self.cards:
            card.set_ticking(ticking)
        self._lay_out()

    def search(self, text: str) -> None:
        """Show only cards in which every word of the text occurs."""
        self._words = text.casefold().split()
        self._lay_out()

    def go_to_first(self) -> None:
        """Bring the keyboard to the first card."""
        if self.shown:
            self._reach(self.shown[0])

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(paper_card.LEAST, self.minimumHeight())

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        focus = self.focusWidget()
        at = self.shown.index(focus) if isinstance(focus, paper_card.PaperCard) and focus in self.shown else -1
        keys = QtCore.Qt.Key
        if at < 0:
            event.ignore()
        elif event.key() in (keys.Key_Left, keys.Key_Right):
            self._reach(self.shown[max(0, min(at + (1 if event.key() == keys.Key_Right else -1), len(self.shown) - 1))])
        elif event.key() in (keys.Key_Up, keys.Key_Down):
            self._step_row(self.shown[at], -1 if event.key() == keys.Key_Up else 1)
        elif event.key() in (keys.Key_Home, keys.Key_End):
            self._reach(self.shown[0 if event.key() == keys.Key_Home else -1])
        elif event.text().strip() and not event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            self.typed.emit(event.text())
        else:
            event.ignore()

    def _step_row(self, card: paper_card.PaperCard, by: int) -> None:
        rows = sorted({one.y() for one in self.shown})
        place = rows.index(card.y()) + by
        if place < 0:
            self.typed.emit("")
        elif place < len(rows):
            row = [one for one in self.shown if one.y() == rows[place]]
            self._reach(min(row, key=lambda one: abs(one.x() - card.x())))

    def _reach(self, card: paper_card.PaperCard) -> None:
        card.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        self.reached.emit(card)

    def _lay_out(self) -> None:
        width = max(self.width(), paper_card.LEAST)
        abreast = max(width // (paper_card.LEAST + _GAP), 1)
        wide = (width - (abreast - 1) * _GAP) // abreast
        groups: dict[str, list[paper_card.PaperCard]] = {}
        for card in self._own:
            if card.card.answers(self._words):
                groups.setdefault(card.card.group, []).append(card)
        if self._recent and not self._words and not self._ticking:
            groups = {_("Terakhir dipakai"): self._recent[:abreast]} | groups
        self.shown = [card for cards in groups.values() for card in cards]
        for other in self.cards:
            other.setVisible(other in self.shown)
        for name, heading in self._headings.items():
            heading.setVisible(name in groups)
        top = 0
        for name, cards in groups.items():
            if name:
                self._heading(name).setGeometry(0, top, width, _HEADING)
                self._heading(name).show()
                top += _HEADING + 2
            for place, card in enumerate(cards):
                row, at = divmod(place, abreast)
                card.setGeometry(at * (wide + _GAP), top + row * (paper_card.HEIGHT + _GAP), wide, paper_card.HEIGHT)
            top += -(-len(cards) // abreast) * (paper_card.HEIGHT + _GAP) + _ABOVE
        self.setMinimumHeight(top)
        self._mark_stop()
        self.laid_out.emit()

    def _mark_stop(self) -> None:
        """One card alone is reached with Tab, the others with the arrow keys."""
        for card in self.cards:
            first = bool(self.shown) and card is self.shown[0]
            card.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus if first else QtCore.Qt.FocusPolicy.ClickFocus)

    def _heading(self, name: str) -> QtWidgets.QLabel:
        if name not in self._headings:
            self._headings[name] = form.label(name, "heading")
            self._headings[name].setParent(self)
        return self._headings[name]

    def _made(self, card: paper_card.Card) -> paper_card.PaperCard:
        made = paper_card.PaperCard(card, self)
        made.clicked.connect(lambda _checked=False: self.clicked.emit(card.key))
        return made
