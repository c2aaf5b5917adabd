# SPDX-License-Identifier: Apache-2.0
"""One TPS opened for checking: what stands, the readings side by side, its notes, and what may be said of it.

Keys in the table: 1 … 6 use that reading, B the paper was read again, P correct the line, T accept the notes,
F the photo beside it, Ctrl+Enter verify and go on.
"""

import functools
from collections.abc import Callable
from dataclasses import replace

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain.counts.standing import State
from ui import icons, theme
from ui.pages.counts_page import checking_words
from ui.widgets import count_compare, count_photo, count_saying, flow_row, form, icon_line, marks, time_line

CHOOSE, TYPE, CORRECT, ACCEPT, REREAD = "pilih", "ketik", "koreksi", "terima", "baca lagi"
_ASKING_ROOM = 400
_NOTE = 20
_COPIES, _HISTORY = range(2)


class CheckingDetail(QtWidgets.QWidget):
    """`said(Asked, figures, reason)`: with `Asked.key` one of the verbs and what it is about behind a colon.
    `verify_wanted()`, `lock_wanted(bool)`, `reopened(numbers)`: notes that shall not be accepted any more.
    `photo_shown(bool)`: the photo stands beside the figures and wants room, or does not any more.
    """

    said = QtCore.Signal(object, object, str)
    verify_wanted = QtCore.Signal()
    lock_wanted = QtCore.Signal(bool)
    reopened = QtCore.Signal(object)
    photo_shown = QtCore.Signal(bool)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: checking_words.Shown | None = None
        self._is_tight = False
        self.title = form.label("", "heading", wraps=True)
        self.chip = marks.Chip()
        self.words = form.label("", "muted", wraps=True)
        self.notes = QtWidgets.QVBoxLayout()
        self.notes.setContentsMargins(0, 2, 0, 2)
        self.notes.setSpacing(2)
        self.compare = count_compare.CompareTable()
        self.compare.wanted.connect(lambda _code: self._line_wanted())
        self.compare.pressed.connect(self._pressed)
        self.saying = count_saying.SayingPanel()
        self.saying.said.connect(self.said)
        self.saying.dropped.connect(self.drop)
        self.history = time_line.TimeLine()
        self.photo = count_photo.CountPhoto()
        self.photo_button = QtWidgets.QPushButton()
        self.photo_button.setCheckable(True)
        icons.put(self.photo_button, "gambar")
        self.photo_button.toggled.connect(self._show_photo)
        self.buttons = flow_row.FlowRow(theme.SPACE)
        self.verify_button = QtWidgets.QPushButton(_("Verifikasi (Ctrl+Enter)"))
        icons.put(self.verify_button, "siap", "on_primary")
        theme.set_role(self.verify_button, "primary")
        self.verify_button.clicked.connect(lambda _checked=False: self.verify_wanted.emit())
        self._lay_out()

    def show_one(self, shown: checking_words.Shown | None) -> None:
        """Show a TPS, or none. What is being typed for another one goes."""
        before = self.shown
        self.shown = shown
        self._inside.setVisible(shown is not None)
        if shown is None:
            return
        is_other = before is None or before.view.key != shown.view.key
        if is_other:
            self.saying.put_away()
            self._set_asking(False)
            self.compare.forget()
            self.tabs.setCurrentIndex(_COPIES)
        elif self.saying.asked is not None and before is not None and before.view.mark != shown.view.mark:
            self.saying.refuse(_("Ada salinan lain yang baru masuk. Lihat lagi sebelum menyimpan."))
        self.title.setText(shown.title)
        self.chip.set_value(shown.state)
        self.words.setText(shown.words)
        self._show_notes(shown)
        self.compare.show_lines(shown.titles, shown.lines, stands=_("Berlaku"))
        self.history.set_entries(shown.history)
        self.tabs.setTabText(_HISTORY, _("Riwayat ({count})").format(count=len(shown.history)))
        self._show_buttons(shown)

    def set_tight(self, is_tight: bool) -> None:
        """Little room: what is told of the TPS scrolls with its notes."""
        self._is_tight = is_tight
        if self.shown is not None:
            self._show_notes(self.shown)
        self._set_asking(self.saying.asked is not None)

    def drop(self) -> None:
        """Leave what was begun."""
        self.saying.put_away()
        self._set_asking(False)
        self.compare.take_focus()

    def set_photos(self, count: int) -> None:
        """There are photos, or none."""
        self.photo_button.setText(_("F Foto ({count})").format(count=count))
        self.photo_button.setVisible(count > 0)
        if not count:
            self.photo_button.setChecked(False)

    def ask_choice(self, place: int) -> None:
        """Use a reading as it is."""
        shown = self.shown
        if shown is None or not 0 <= place < len(shown.titles) or not self._may_write:
            return
        self._ask(
            count_saying.Asked(
                f"{CHOOSE}:{shown.view.sides[place].choice}",
                _("Pakai salinan {name}").format(name=shown.titles[place]),
                _("Tetapkan"),
                words=_("Semua barisnya menjadi hasil TPS ini; salinan lain tetap disimpan."),
            )
        )

    def ask_typed(self) -> None:
        """The paper was read again: type the lines in which the readings differ."""
        shown = self.shown
        if shown is None or not self._may_write or shown.view.standing.state is not State.DISPUTED:
            return
        wanted = [code for code in shown.labels if code in shown.view.standing.differing]
        self._ask(
            count_saying.Asked(
                TYPE,
                _("Dibaca lagi dari formulir"),
                _("Tetapkan"),
                tuple((code, _asked(shown, code), None) for code in wanted),
                _("Ketik baris yang berbeda; baris lain seperti yang sudah sama pada semua salinan."),
            )
        )

    def ask_correction(self) -> None:
        """Correct the line in which the keys work."""
        shown, code = self.shown, self.compare.current()
        if shown is None or not code or not self._may_write or not shown.view.standing.counts:
            return
        stands = shown.view.standing.figures.get(code)
        words = _("Angka lama dan alasannya tetap tersimpan dalam riwayat.")
        if shown.view.standing.state is State.VERIFIED:
            words = _("Sesudah diperbaiki, TPS ini perlu diverifikasi lagi.")
        asked = count_saying.Asked(
            f"{CORRECT}:{code}",
            _("Perbaiki {line}").format(line=shown.labels[code]),
            _("Simpan perbaikan"),
            ((code, shown.labels[code], stands),),
            words,
        )
        self._ask(replace(asked, may_empty=True))

    def ask_acceptance(self) -> None:
        """Accept the notes that are open, or some of them, with a reason."""
        shown = self.shown
        open_ones = [one for one in shown.notes if one.is_open] if shown is not None else []
        if not open_ones or not self._may_write:
            return
        told: dict[str, list[str]] = {}
        for one in open_ones:
            told.setdefault(one.number, []).append(one.words)
        words = _("Angkanya tetap seperti pada formulir; catatannya tidak lagi menunggu.")
        if len(told) > 1:
            words = _("Catatan yang dicentang diterima: angkanya tetap seperti pada formulir.")
        self._ask(
            count_saying.Asked(
                ACCEPT,
                _("Terima catatan {rules}").format(rules=", ".join(told)) if len(told) == 1 else _("Terima catatan"),
                _("Terima"),
                words=words,
                picks=tuple((number, "\n".join(said)) for number, said in told.items()),
            )
        )

    def ask_reread(self) -> None:
        """Ask who copied it to read the paper again."""
        if self.shown is None or not self._may_write or not self.shown.view.sides:
            return
        self._ask(
            count_saying.Asked(
                REREAD,
                _("Minta formulir dibaca lagi"),
                _("Minta"),
                words=_("Penyalin dapat mengubah salinannya lagi, juga sesudah entri ditutup."),
            )
        )

    @property
    def _may_write(self) -> bool:
        return self.shown is not None and not self.shown.view.is_locked

    def _ask(self, asked: count_saying.Asked) -> None:
        self._set_asking(True)
        self.saying.ask(asked)

    def _set_asking(self, is_asking: bool) -> None:
        """On a low screen the room goes to what is typed."""
        for widget in (self._row, self.tabs):
            widget.setVisible(not is_asking)
        self.words.setVisible(not is_asking and not self._is_tight)
        self._stack.setVisible(not is_asking or self.height() >= _ASKING_ROOM)

    def _line_wanted(self) -> None:
        if self.shown is not None and self.shown.view.standing.state is State.DISPUTED:
            self.ask_typed()
        else:
            self.ask_correction()

    def _pressed(self, letter: str) -> None:
        if letter.isdigit():
            if self.shown is not None and self.shown.view.standing.state is State.DISPUTED:
                self.ask_choice(int(letter) - 1)
            return
        verbs = {"B": self.ask_typed, "P": self.ask_correction, "T": self.ask_acceptance}
        if letter in verbs:
            verbs[letter]()
        elif letter == "F" and self.photo_button.isVisible():
            self.photo_button.toggle()

    def _lay_out(self) -> None:
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.chip, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        self.tabs = QtWidgets.QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for said in (_("Salinan berdampingan"), _("Riwayat")):
            self.tabs.addTab(said)
        self._stack = QtWidgets.QStackedWidget()
        for part in (self.compare, form.scrolled(self.history)):
            self._stack.addWidget(part)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        beside = QtWidgets.QHBoxLayout()
        beside.addWidget(self._stack, 3)
        beside.addWidget(self.photo, 2)
        held = QtWidgets.QWidget()
        held.setLayout(self.notes)
        self._notes = form.scrolled(held)
        self._notes.setMinimumHeight(_NOTE + 4)
        policy = QtWidgets.QSizePolicy.Policy
        self._notes.setSizePolicy(policy.Expanding, policy.Maximum)
        self._row = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addLayout(self.buttons, 1)
        row.addWidget(self.verify_button, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        self._inside = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addWidget(self._notes)
        over = QtWidgets.QHBoxLayout()
        over.addWidget(self.tabs)
        over.addStretch(1)
        over.addWidget(self.photo_button)
        column.addLayout(over)
        column.addLayout(beside, 1)
        column.addWidget(self.saying)
        column.addWidget(self._row)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._inside)
        self._inside.hide()
        self.photo.hide()
        self.photo_button.hide()

    def _show_photo(self, is_wanted: bool) -> None:
        self.photo.setVisible(is_wanted)
        self.photo_shown.emit(is_wanted)

    def _show_notes(self, shown: checking_words.Shown) -> None:
        form.empty(self.notes)
        told = [(one.icon, one.tone, one.words) for one in shown.notes]
        if self._is_tight:
            told.append(("info", "muted", shown.words))
        for icon, tone, words in told:
            self.notes.addWidget(icon_line.IconLine(icon, tone, words))
        self.notes.addStretch(1)
        self._notes.setVisible(bool(told))
        self._notes.setMaximumHeight(min(4, max(1, len(told))) * _NOTE + 4)

    def _show_buttons(self, shown: checking_words.Shown) -> None:
        form.empty(self.buttons)
        one = shown.view
        can_verify = one.standing.counts and one.standing.state not in (State.PART, State.VERIFIED, State.LOCKED)
        self.verify_button.setVisible(can_verify and not one.standing.provisional)
        if one.is_locked:
            self._add("kunci", _("Buka kunci"), lambda: self.lock_wanted.emit(False))
        elif one.standing.state is State.DISPUTED:
            for place, title in enumerate(shown.titles[:3]):
                said = _("{no} Pakai {name}").format(no=place + 1, name=_short(title))
                self._add("klarifikasi", said, functools.partial(self.ask_choice, place))
            self._add("ubah", _("B Baca lagi formulir"), self.ask_typed)
            self._add("ulangi", _("Minta dibaca lagi"), self.ask_reread)
        elif one.standing.state is not State.NOT_IN:
            self._add("ubah", _("P Perbaiki baris"), self.ask_correction)
            many = len({note.number for note in shown.notes if note.is_open})
            if many:
                said = ngettext("T Terima {count} catatan", "T Terima {count} catatan", many).format(count=many)
                self._add("catatan", said, self.ask_acceptance)
            accepted = sorted({note.number for note in shown.notes if note.is_accepted})
            if accepted:
                self._add("batalkan", _("Buka lagi catatan"), lambda: self.reopened.emit(accepted))
            self._add("ulangi", _("Minta dibaca lagi"), self.ask_reread)
            if one.standing.state is State.VERIFIED:
                self._add("terkunci", _("Kunci"), lambda: self.lock_wanted.emit(True))
        self._row.setVisible(self.saying.asked is None)

    def _add(self, icon: str, words: str, slot: Callable[[], object]) -> None:
        self.buttons.addWidget(form.button(icon, words.replace("&", "&&"), slot))


def _short(name: str) -> str:
    return name if len(name) <= 18 else name[:17].rstrip() + "…"


def _asked(shown: checking_words.Shown, code: str) -> str:
    """A line in dispute with what the readings say of it."""
    told = ", ".join(checking_words.value_words(one) for one in shown.view.standing.differing[code])
    return f"{shown.labels[code]} ({told})"
