# SPDX-License-Identifier: Apache-2.0
"""Records that look like one, each on a card beside the others: its facts, and what can be done with it."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import duplicate_words
from ui import icons, theme
from ui.widgets import form

_BESIDE = 2
"""So many cards stand side by side; more go on below."""

_LONG = 400
"""A fact is told as far as so many letters; the record itself is a click away."""


class DuplicateCards(QtWidgets.QWidget):
    """`kept(no, others)`: merge the others into this one; `renumbered(no)`, `opened(no)`, `history(no, name)`."""

    kept = QtCore.Signal(object, object)
    renumbered = QtCore.Signal(object)
    opened = QtCore.Signal(object)
    history = QtCore.Signal(object, str)

    def __init__(self, doubt: duplicate_words.Doubt, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[int, QtWidgets.QCheckBox] = {}
        self._keepers: dict[int, QtWidgets.QPushButton] = {}
        grid = QtWidgets.QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.SPACE)
        for column in range(min(_BESIDE, len(doubt.cards))):
            grid.setColumnStretch(column, 1)
        differing = _differing(doubt)
        for place, card in enumerate(doubt.cards):
            grid.addWidget(self._card(doubt, card, differing), place // _BESIDE, place % _BESIDE)
        self._look()

    def included(self) -> list[int]:
        """The records that the decision is about: all of two, of more those that are ticked."""
        return [no for no, box in self._boxes.items() if box.isChecked()]

    def _card(
        self, doubt: duplicate_words.Doubt, card: duplicate_words.Card, differing: frozenset[str]
    ) -> QtWidgets.QWidget:
        frame = form.card()
        column = frame.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        box = QtWidgets.QCheckBox(_("Termasuk"))
        box.setChecked(True)
        box.setVisible(len(doubt.cards) > _BESIDE)
        box.toggled.connect(lambda _on: self._look())
        self._boxes[card.no] = box
        if len(doubt.cards) > _BESIDE:
            column.addWidget(box)
        if card.number:
            column.addWidget(form.label(card.number, "muted"))
        column.addWidget(form.label(card.title or card.number, "heading", wraps=True))
        if doubt.merging:
            keep = QtWidgets.QPushButton(_("Gabungkan, pakai yang ini"))
            icons.put(keep, "klarifikasi")
            keep.setAccessibleName(_("Gabungkan, pakai {name}").format(name=card.name))
            keep.clicked.connect(lambda _checked=False: self._keep(card.no))
            self._keepers[card.no] = keep
            column.addWidget(keep)
        if doubt.renumbering:
            renumber = QtWidgets.QPushButton(_("Beri nomor baru"))
            icons.put(renumber, "ubah")
            renumber.setAccessibleName(_("Beri nomor baru kepada {name}").format(name=card.name))
            renumber.clicked.connect(lambda _checked=False: self.renumbered.emit(card.no))
            column.addWidget(renumber)
        for label, value in card.facts:
            text = value if len(value) <= _LONG else value[: _LONG - 1].rstrip() + "…"
            # What tells one from the other stands out, what they share does not.
            line = form.label(f"{label}: {text}", "strong" if label in differing else "muted", wraps=True)
            line.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
        links = QtWidgets.QHBoxLayout()
        links.setContentsMargins(-8, 0, 0, 0)
        for icon, words, signal in (("buka", _("Buka"), self.opened), ("riwayat", _("Riwayat"), self.history)):
            link = QtWidgets.QPushButton(words)
            icons.put(link, icon, "primary")
            theme.set_role(link, "link")
            told = (card.no,) if signal is self.opened else (card.no, card.name)
            link.clicked.connect(lambda _checked=False, signal=signal, told=told: signal.emit(*told))
            links.addWidget(link)
        links.addStretch(1)
        column.addLayout(links)
        column.addStretch(1)
        return frame

    def _keep(self, no: int) -> None:
        self.kept.emit(no, [other for other in self.included() if other != no])

    def _look(self) -> None:
        included = self.included()
        for no, button in self._keepers.items():
            button.setEnabled(no in included and len(included) > 1)


def _differing(doubt: duplicate_words.Doubt) -> frozenset[str]:
    """The labels of the facts in which the cards differ."""
    told = [dict(card.facts) for card in doubt.cards]
    labels = {label for facts in told for label in facts}
    return frozenset(label for label in labels if len({facts.get(label, "") for facts in told}) > 1)
