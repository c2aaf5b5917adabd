# SPDX-License-Identifier: Apache-2.0
"""What was pasted out of WhatsApp as a table: each line is accepted, skipped or altered by a key, then written."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import chats, hours
from desk_app.domain.words import N_
from desk_app.operations import chat_intake, chat_proposals
from desk_app.operations.chat_proposals import Becomes, Certainty, Proposal
from ui import actions, icons, theme
from ui.pages.issues_page import pasted_line
from ui.widgets import columns, empty_state, form, marks, table_panel

_SURE = {
    Certainty.CLEAR: (N_("jelas"), "siap"),
    Certainty.CHECK: (N_("periksa"), "belum_lengkap"),
    Certainty.ASK: (N_("pilih tempat"), "masalah"),
    Certainty.KNOWN: (N_("sudah ada"), "belum"),
    Certainty.IDLE: (N_("sapaan"), "belum"),
}
_SKIPPED = frozenset((Certainty.KNOWN, Certainty.IDLE))
_KINDS = {
    "I": Becomes.ANSWER,
    "R": Becomes.RECAP,
    "M": Becomes.ISSUE,
    "N": Becomes.NIHIL,
    "B": Becomes.LINE,
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row: `accepted` None while nobody has decided."""

    at: int
    when: str
    proposal: Proposal
    accepted: bool | None = None

    @property
    def choice(self) -> marks.Marked:
        """What was decided."""
        if self.accepted is None:
            return marks.Marked(_("belum dipilih"), "belum")
        return marks.Marked(_("diterima"), "siap") if self.accepted else marks.Marked(_("dilewati"), "tutup")

    @property
    def sure(self) -> marks.Marked:
        """How far it was understood."""
        said, mark = _SURE[self.proposal.certainty]
        return marks.Marked(_(said), mark)

    @property
    def sender(self) -> str:
        return self.proposal.sender

    @property
    def text(self) -> str:
        return self.proposal.text

    @property
    def becomes(self) -> str:
        """What it is written as."""
        return _(chat_proposals.BECOMES_LABELS[self.proposal.becomes])

    @property
    def place(self) -> str:
        """Where, or what it may be."""
        if self.proposal.place_label or not self.proposal.offers:
            return self.proposal.place_label
        return " / ".join(hit.label for hit in self.proposal.offers[:2]) + " ?"

    @property
    def detail(self) -> str:
        """The value that is written."""
        return chat_proposals.detail_words(self.proposal)


def lines(reading: chat_intake.Reading, moments: Sequence[datetime]) -> list[Line]:
    """What was read as rows, with the hour each has at the office; made beside the window, for there may be many."""
    return [
        Line(at, hours.write_moment(when), one, False if one.certainty in _SKIPPED else None)
        for at, (one, when) in enumerate(zip(reading.proposals, moments, strict=True))
    ]


class PastedPanel(QtWidgets.QWidget):
    """`accepted(list of Proposal)`: to be written. `closed()`: nothing more is to be written.

    `altered(row, values)`: the clerk wants a row otherwise; who knows the office answers with `take`.
    """

    accepted = QtCore.Signal(object)
    closed = QtCore.Signal()
    altered = QtCore.Signal(object, object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = form.label("", "muted", wraps=True)
        self.table = table_panel.TablePanel(
            [
                columns.Column("choice", _("Pilihan"), 116, sortable=False),
                columns.Column("sure", _("Dipahami"), 112),
                columns.Column("when", _("Waktu"), 150, below="sender"),
                columns.Column("text", _("Isi"), 250, stretches=True),
                columns.Column("becomes", _("Menjadi"), 110),
                columns.Column("place", _("Tempat"), 250, below="detail"),
                columns.Column("sender", _("Dari"), 110),
                columns.Column("detail", _("Rincian"), 190),
            ],
            name="pasted lines",
            identity="at",
            filter_words=_("Cari kata, pengirim, tempat …"),
            unit=lambda count: ngettext("{count} baris", "{count} baris", count),
        )
        self.table.set_empty(
            empty_state.EmptyState(
                "wa", _("Tidak ada baris yang dapat dibaca."), _("Salin pesannya di WhatsApp, lalu tempel lagi.")
            )
        )
        self.table.setMinimumHeight(150)
        self.table.opened.connect(lambda _line: self.decide(True))
        self.table.chosen.connect(self._show_line)
        self.line = pasted_line.PastedLineForm()
        self.line.altered.connect(self._alter)
        self.line.returned.connect(self.table.view.setFocus)
        self.accept_button = QtWidgets.QPushButton()
        theme.set_role(self.accept_button, "primary")
        self.accept_button.setToolTip(_("Ctrl+Enter"))
        self.accept_button.clicked.connect(lambda _checked=False: self.write())
        self.clear_button = QtWidgets.QPushButton()
        icons.put(self.clear_button, "siap")
        self.clear_button.clicked.connect(lambda _checked=False: self.accept_clear())
        self.cancel_button = QtWidgets.QPushButton(_("Batal"))
        self.cancel_button.clicked.connect(lambda _checked=False: self.closed.emit())
        buttons = QtWidgets.QHBoxLayout()
        for button in (self.clear_button, self.accept_button, self.cancel_button):
            buttons.addWidget(button)
        buttons.addWidget(self.words, 1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(buttons)
        # Each scrolls for itself, so that a small window holds both.
        parts = QtWidgets.QSplitter(QtCore.Qt.Orientation.Vertical)
        parts.setHandleWidth(theme.SPACE)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        area = form.scrolled(self.line)
        area.setMinimumHeight(72)
        parts.addWidget(area)
        parts.setStretchFactor(0, 1)
        parts.setSizes([1000, 190])
        column.addWidget(parts, 1)
        self._keys()

    def show_reading(self, reading: chat_intake.Reading, shown: Sequence[Line]) -> None:
        """Show what was read (`lines`); nothing is accepted yet."""
        self.table.filter.clear()
        self.table.set_rows(shown)
        self.words.setText(self._explained(reading))
        if shown:
            first = next((at for at, one in enumerate(shown) if one.accepted is None), 0)
            self.table.view.select_row(first)
        self._count()
        clear = self.clear_button if self.clear_button.isEnabled() else self.table.view
        clear.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def take(self, at: int, proposal: Proposal) -> None:
        """Show a row as it was altered; it is accepted by that, where nothing lacks."""
        place = self._place_of(at)
        if place is None:
            return
        line = self.table.model.row(place)
        self._put(place, replace(line, proposal=proposal, accepted=line.accepted and not proposal.lacks))
        self._show_line(self.table.current())

    def chosen(self) -> list[Proposal]:
        """The accepted proposals, as they were corrected."""
        return [line.proposal for line in self._lines() if line.accepted]

    def decide(self, accepted: bool) -> None:
        """Accept or skip the current line and go on to the next; one that lacks something is asked about instead."""
        place = self.table.view.currentIndex().row()
        line = self.table.current()
        if line is None:
            return
        if accepted and line.proposal.lacks:
            self.line.ask(line.proposal)
            return
        self._put(place, replace(line, accepted=accepted))
        if place + 1 < self.table.model.rowCount():
            self.table.view.select_row(place + 1)

    def accept_clear(self) -> None:
        """Terima semua yang jelas: all that is clear and not decided."""
        lines = [
            replace(line, accepted=True)
            if line.accepted is None and line.proposal.certainty is Certainty.CLEAR and not line.proposal.lacks
            else line
            for line in self._lines()
        ]
        self.table.set_rows(lines)
        waiting = next((place for place, line in enumerate(self.table.model.shown()) if line.accepted is None), None)
        if waiting is not None:
            self.table.view.select_row(waiting)
        self._count()
        rest = self.table.view if waiting is not None else self.accept_button
        rest.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Hand over what was accepted."""
        self.line.commit()
        found = self.chosen()
        if found:
            self.accepted.emit(found)

    def written(self) -> bool:
        """Take out what is written and what was skipped; returns whether anything still waits for a decision."""
        waiting = [line for line in self._lines() if line.accepted is None]
        self.table.set_rows(waiting)
        self._count()
        if waiting:
            self.table.view.select_row(0)
            self.table.view.setFocus()
        return bool(waiting)

    def _keys(self) -> None:
        view = self.table.view
        actions.add(view, "", "Del", "Backspace", slot=lambda: self.decide(False), window_wide=False)
        actions.add(view, "", "F2", "Space", slot=lambda: self.line.begin(), window_wide=False)
        actions.add(self, "", "Ctrl+Return", "Ctrl+Enter", slot=self.write, window_wide=False)
        for key, becomes in _KINDS.items():
            slot = functools.partial(self._alter, {"becomes": becomes})
            actions.add(view, "", key, slot=slot, window_wide=False)
        for number in range(9):
            slot = functools.partial(self._take_offer, number)
            actions.add(view, "", str(number + 1), slot=slot, window_wide=False)

    def _take_offer(self, at: int) -> None:
        line = self.table.current()
        if line is not None and at < len(line.proposal.offers):
            self._alter({"places": (line.proposal.offers[at].subject,)})

    def _alter(self, values: dict[str, Any]) -> None:
        line = self.table.current()
        if line is not None:
            self.altered.emit(line, values)

    def _show_line(self, line: Line | None) -> None:
        self.line.show_proposal(line.proposal if line is not None else None)

    def _lines(self) -> list[Line]:
        """Every line in the order of the paste, also those that the filter hides."""
        return sorted(self.table.model.rows(), key=lambda line: line.at)

    def _place_of(self, at: int) -> int | None:
        return next((place for place, line in enumerate(self.table.model.shown()) if line.at == at), None)

    def _put(self, place: int, line: Line) -> None:
        self.table.model.change_row(place, line)
        self._count()

    def _explained(self, reading: chat_intake.Reading) -> str:
        media = reading.left_out.get(chats.Kind.MEDIA, 0)
        said = _("Enter menerima, Del melewati, F2 mengubah; I R M N B mengganti jenisnya, angka memilih tempat.")
        if media:
            told = ngettext("{count} pesan berisi gambar saja.", "{count} pesan berisi gambar saja.", media)
            said += " " + told.format(count=media)
        return said

    def _count(self) -> None:
        lines = self.table.model.rows()
        count = sum(bool(line.accepted) for line in lines)
        clear = sum(
            line.accepted is None and line.proposal.certainty is Certainty.CLEAR and not line.proposal.lacks
            for line in lines
        )
        self.accept_button.setText(
            ngettext("Catat {count} baris", "Catat {count} baris", count).format(count=count)
        )
        self.accept_button.setEnabled(count > 0)
        self.clear_button.setText(_("Terima semua yang jelas ({count})").format(count=clear))
        self.clear_button.setEnabled(clear > 0)
