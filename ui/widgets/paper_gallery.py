# SPDX-License-Identifier: Apache-2.0
"""A gallery of papers under their headings, with a line to search and small pictures of what is in sight."""

from collections.abc import Collection, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from ui import theme
from ui.widgets import empty_state, filter_box, form, paper_board, paper_card, pdf_pages

_SCALE = 0.3
"""Of the page in points; twice the size it is shown at, for screens with finer dots."""
_LOOK_MS = 120

Card = paper_card.Card


def first_page(data: bytes) -> QtGui.QImage:
    """The first page of a PDF as a picture for its card; for the runner's `draw` lane."""
    document = pdf_pages.PdfPages(data)
    try:
        return document.picture(0, _SCALE)
    finally:
        document.close()


class PaperGallery(QtWidgets.QWidget):
    """Cards in groups. `chosen(key)`: by click, Enter or Space; the arrow keys go from one card to the next.

    `pictures_wanted(keys)`: cards in sight that have no picture yet, each asked for once. While ticking a card is
    ticked instead of chosen: `ticked(keys in their order)`.
    """

    chosen = QtCore.Signal(str)
    ticked = QtCore.Signal(object)
    pictures_wanted = QtCore.Signal(object)

    def __init__(self, cards: Sequence[Card], parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = list(cards)
        self._asked: set[str] = set()
        self._ticking = False
        self._key = cards[0].key if cards else ""
        self.filter = filter_box.FilterBox(_("Cari naskah, misalnya: rawan"), pause_ms=60)
        self.filter.setMaximumWidth(420)
        self.filter.filtered.connect(self._search)
        self.filter.left_down.connect(self._to_first)
        self.filter.returnPressed.connect(self._take_first)
        self.count = form.label("", "muted")
        self.top = QtWidgets.QHBoxLayout()
        self.top.setSpacing(theme.SPACE)
        self.top.addWidget(self.filter, 2)
        self.top.addWidget(self.count)
        self.top.addStretch(1)
        self.board = paper_board.PaperBoard(self._cards)
        self.board.clicked.connect(self._clicked)
        self.board.typed.connect(self._typed)
        self.area = QtWidgets.QScrollArea(widgetResizable=True)
        self.area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.board)
        self.area.verticalScrollBar().setSingleStep(40)
        self.board.reached.connect(lambda card: self.area.ensureWidgetVisible(card, 0, 24))
        nothing, try_again = _("Tidak ada naskah dengan kata itu"), _("Coba kata lain, atau kosongkan dengan Esc.")
        self.nothing = empty_state.EmptyState("cari", nothing, try_again)
        self.stack = QtWidgets.QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.nothing)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(self.top)
        column.addWidget(self.stack, 1)
        self._look = QtCore.QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._look.timeout.connect(self._want_pictures)
        self.board.laid_out.connect(self._look.start)
        self.area.verticalScrollBar().valueChanged.connect(lambda _value: self._look.start())
        self.setFocusProxy(self.filter)
        self.choose(self._key)
        self._count()

    @property
    def key(self) -> str:
        """The paper that is chosen."""
        return self._key

    def choose(self, key: str) -> None:
        """Mark a paper as chosen without telling so."""
        self._key = key
        for card in self.board.cards:
            card.set_chosen(card.card.key == key and not self._ticking)

    def set_recent(self, keys: Sequence[str]) -> None:
        """Papers to show once more at the top: those that were used last."""
        known = {card.key: card for card in self._cards}
        self.board.set_recent([known[key] for key in keys if key in known])
        self.choose(self._key)

    def set_ticking(self, ticking: bool) -> None:
        """Let several be ticked, instead of one chosen."""
        self._ticking = ticking
        self.board.set_ticking(ticking)
        self.choose(self._key)

    @property
    def ticks(self) -> list[str]:
        """The papers that are ticked, in their order."""
        found = [card.card.key for card in self.board.cards if card.isChecked()]
        return [card.key for card in self._cards if card.key in found]

    def set_picture(self, key: str, picture: QtGui.QImage) -> None:
        """The first page of a paper."""
        self._asked.add(key)
        for card in self.board.cards:
            if card.card.key == key:
                card.set_picture(picture)

    def forget(self, keys: Collection[str]) -> None:
        """Ask for these pictures again when they are in sight."""
        self._asked -= set(keys)

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        super().showEvent(event)
        self._look.start()

    def _search(self, text: str) -> None:
        self.board.search(text)
        self.area.verticalScrollBar().setValue(0)
        self.stack.setCurrentWidget(self.area if self.board.shown else self.nothing)
        self._count()

    def _count(self) -> None:
        count = len({card.card.key for card in self.board.shown})
        self.count.setText(ngettext("{count} naskah", "{count} naskah", count).format(count=count))

    def _clicked(self, key: str) -> None:
        if self._ticking:
            self.ticked.emit(self.ticks)
        else:
            self.choose(key)
            self.chosen.emit(key)

    def _to_first(self) -> None:
        self.board.go_to_first()

    def _take_first(self) -> None:
        if self.filter.text().strip() and self.board.shown:
            self.board.shown[0].click()

    def _typed(self, text: str) -> None:
        """Letters on a card are looked for; the way up from the first row leads to the line."""
        self.filter.setFocus()
        if text:
            self.filter.insert(text)

    def _want_pictures(self) -> None:
        if not self.isVisible():
            return
        sight = self.area.viewport().rect()
        wanted = []
        for card in self.board.shown:
            at = QtCore.QRect(card.mapTo(self.area.viewport(), QtCore.QPoint()), card.size())
            if at.intersects(sight) and card.picture is None and card.card.key not in self._asked:
                wanted.append(card.card.key)
        wanted = list(dict.fromkeys(wanted))
        self._asked.update(wanted)
        if wanted:
            self.pictures_wanted.emit(wanted)
