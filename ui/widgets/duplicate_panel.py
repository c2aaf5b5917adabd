# SPDX-License-Identifier: Apache-2.0
"""Catatan ganda: what looks like one record at the left; at the right all of it side by side, and what is said of it.

What was said already stands in a list of its own, where it can be taken back.
"""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import duplicate_words
from ui import icons, theme
from ui.widgets import columns, count_bar, duplicate_cards, empty_state, form, split_view, table_panel

_WAITING, _SETTLED = "waiting", "settled"


class DuplicatePanel(QtWidgets.QWidget):
    """`merge_wanted(Doubt, kept, list of the others)`, `number_wanted(Doubt, record)`, `apart_wanted(Doubt, records)`,
    `back_wanted(Settled)`: take back what was said; `open_wanted(kind, record)`, `history_wanted(record, name)`."""

    merge_wanted = QtCore.Signal(object, object, object)
    number_wanted = QtCore.Signal(object, object)
    apart_wanted = QtCore.Signal(object, object)
    back_wanted = QtCore.Signal(object)
    open_wanted = QtCore.Signal(str, object)
    history_wanted = QtCore.Signal(object, str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: duplicate_words.Doubt | duplicate_words.Settled | None = None
        self._cards: duplicate_cards.DuplicateCards | None = None
        self._at = 0
        self.counts = count_bar.CountBar()
        self.counts.set_current(_WAITING)
        self.counts.picked.connect(lambda _key: self._turn())
        self.list = self._table(
            "duplicates",
            "key",
            [columns.Column("title", _("Catatan"), 200, stretches=True), columns.Column("reasons", _("Sebab"), 170)],
            _("Tidak ada catatan ganda"),
            _("Nomor yang sama, permasalahan yang mirip, atau nama yang dua kali tercatat tampil di sini."),
        )
        self.settled = self._table(
            "duplicates settled",
            "record",
            [columns.Column("title", _("Catatan"), 200, stretches=True), columns.Column("words", _("Hasil"), 170)],
            _("Belum ada yang diperiksa"),
            _("Catatan yang digabung atau dinyatakan bukan ganda tampil di sini, dan dapat dikembalikan."),
        )
        self._tables = QtWidgets.QStackedWidget()
        for table in (self.list, self.settled):
            self._tables.addWidget(table)
            table.chosen.connect(lambda _row: self._follow())
        left = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.counts)
        column.addWidget(self._tables, 1)
        left.setFocusProxy(self.list.view)
        self._inner = QtWidgets.QWidget()
        self._column = QtWidgets.QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(theme.SPACE)
        self._split = split_view.SplitView(left, form.scrolled(self._inner), name="duplicates", share=0.42)
        for table in (self.list, self.settled):
            table.opened.connect(lambda _row: self._split.show_detail())
            table.view.clicked.connect(lambda _index: self._split.show_detail())
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, theme.SPACE, 0, 0)
        whole.addWidget(self._split)

    def set_found(
        self, waiting: Sequence[duplicate_words.Doubt], settled: Sequence[duplicate_words.Settled]
    ) -> None:
        """Show what waits and what was said; after a word the next one stands in front."""
        self.counts.set_counts(
            [
                count_bar.Count(_WAITING, _("Perlu diperiksa"), len(waiting)),
                count_bar.Count(_SETTLED, _("Sudah diperiksa"), len(settled)),
            ]
        )
        before = self.list.view.currentIndex().row()
        if before >= 0:
            self._at = before
        self.list.set_rows(waiting)
        self.settled.set_rows(settled)
        if self.list.current() is None and waiting:
            self.list.view.select_row(min(self._at, self.list.model.rowCount() - 1))
        self._follow()

    def show_waiting(self) -> None:
        """Show what waits."""
        self.counts.set_current(_WAITING)
        self._turn()

    def _table(
        self, name: str, identity: str, titles: list[columns.Column], empty: str, why: str
    ) -> table_panel.TablePanel:
        made = table_panel.TablePanel(
            titles, name=name, identity=identity, unit=lambda count: ngettext("{count} baris", "{count} baris", count)
        )
        made.set_empty(empty_state.EmptyState("berhasil", empty, why))
        return made

    def _turn(self) -> None:
        self._tables.setCurrentWidget(self.list if self.counts.current() == _WAITING else self.settled)
        self._split.show_list()
        self._follow()

    def _follow(self) -> None:
        found = (self.list if self.counts.current() == _WAITING else self.settled).current()
        if found == self._shown:
            return
        self._shown, self._cards = found, None
        form.empty(self._column)
        if isinstance(found, duplicate_words.Doubt):
            self._show_doubt(found)
        elif isinstance(found, duplicate_words.Settled):
            self._show_settled(found)
        self._column.addStretch(1)

    def _show_doubt(self, doubt: duplicate_words.Doubt) -> None:
        head = ngettext("{count} catatan {kind} tampak sama", "{count} catatan {kind} tampak sama", len(doubt.cards))
        words = head.format(count=len(doubt.cards), kind=doubt.kind_label.lower())
        apart = QtWidgets.QPushButton(_("Bukan ganda"))
        icons.put(apart, "klarifikasi")
        head_line = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(head_line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(form.label(words, "heading", wraps=True), 1)
        row.addWidget(apart, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(head_line)
        self._column.addWidget(form.label(doubt.reasons, "muted", wraps=True))
        cards = self._cards = duplicate_cards.DuplicateCards(doubt)
        cards.kept.connect(lambda no, others: self.merge_wanted.emit(doubt, no, others))
        cards.renumbered.connect(lambda no: self.number_wanted.emit(doubt, no))
        cards.opened.connect(lambda no: self.open_wanted.emit(doubt.kind, no))
        cards.history.connect(self.history_wanted)
        self._column.addWidget(cards)
        apart.clicked.connect(lambda _checked=False: self.apart_wanted.emit(doubt, cards.included()))
        self._column.addWidget(form.label(_hint(doubt), "muted", wraps=True))

    def _show_settled(self, said: duplicate_words.Settled) -> None:
        self._column.addWidget(form.label(said.title, "heading", wraps=True))
        self._column.addWidget(form.label(f"{said.kind_label} · {said.words}", "muted", wraps=True))
        back = QtWidgets.QPushButton(_("Pisahkan lagi") if said.merged else _("Tanyakan lagi"))
        icons.put(back, "batalkan")
        back.clicked.connect(lambda _checked=False: self.back_wanted.emit(said))
        self._column.addWidget(back, 0, QtCore.Qt.AlignmentFlag.AlignLeft)


def _hint(doubt: duplicate_words.Doubt) -> str:
    """What each of the buttons does."""
    told = []
    if doubt.merging:
        told.append(
            _(
                "Gabungkan: catatan yang lain tampil bersama yang dipakai, dengan tindak lanjut dan sarannya. "
                "Tidak ada yang dihapus; dapat dipisahkan lagi kapan saja."
            )
        )
    else:
        told.append(_("Catatan dari wilayah yang berbeda tidak digabung."))
    if doubt.renumbering:
        told.append(_("Nomor baru: nomor lama tetap dapat dicari."))
    told.append(_("Bukan ganda: tidak ditanyakan lagi."))
    return " ".join(told)
