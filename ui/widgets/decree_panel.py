# SPDX-License-Identifier: Apache-2.0
"""The decrees that teams stand on, each with what amends it; what stands now; a form, and room for the scan."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import team_decrees, teams
from ui import icons, theme
from ui.widgets import columns, day_field, empty_state, fields, form, record_form, split_view, table_panel


class DecreePanel(QtWidgets.QWidget):
    """A list and a form. `edited(no, name, value)`, `new_wanted(no)`: an amendment of that decree, 0: one by itself.
    `removed(no, title)`, `chosen(no)`: another one is shown (0: none), `history_wanted(no, title)`, `told(words)`."""

    edited = QtCore.Signal(object, str, object)
    new_wanted = QtCore.Signal(object)
    removed = QtCore.Signal(object, str)
    chosen = QtCore.Signal(object)
    history_wanted = QtCore.Signal(object, str)
    told = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = 0
        self._shown = 0
        self._held: list[team_decrees.Standing] = []
        self.list = table_panel.TablePanel(
            [
                columns.Column("number", _("Nomor"), 170, below="state"),
                columns.Column("state", _("Keadaan"), 120),
                columns.Column("date", _("Tanggal"), 90, text=day_field.words),
                columns.Column("subject", _("Tentang"), 180, stretches=True),
            ],
            name="decrees",
            identity="no",
            unit=lambda count: ngettext("{count} SK", "{count} SK", count),
        )
        self.new_button = QtWidgets.QPushButton(_("SK baru"))
        icons.put(self.new_button, "tambah")
        self.new_button.clicked.connect(lambda _checked=False: self.new_wanted.emit(0))
        self.list.top.insertWidget(0, self.new_button)
        self._empty = empty_state.EmptyState(
            "catatan",
            _("Belum ada surat keputusan"),
            _("Catat SK pembentukan desk: nomornya tercetak pada Susunan Tim dan Wilayah Tugas."),
            _("SK baru"),
            lambda: self.new_wanted.emit(0),
        )
        # It is hardly ever shown; the list beside it must not be as high for its sake.
        self._empty.setMinimumHeight(120)
        self.list.set_empty(self._empty)
        self.form = record_form.RecordForm(2)
        self.form.add("number", _("Nomor"), fields.LineField(limit=80))
        self.form.add("issuer", _("Ditetapkan oleh"), fields.LineField(limit=160), _("kosong: kepala daerah"))
        self.form.add("subject", _("Tentang"), fields.NoteField(lines=2), wide=True)
        self.form.add("date", _("Tanggal"), day_field.DayField())
        self.form.add("period_from", _("Berlaku mulai"), day_field.DayField())
        self.form.add("period_to", _("Berlaku sampai"), day_field.DayField())
        self.form.add("amends", _("Mengubah SK"), fields.ChoiceField())
        self.form.edited.connect(self.edited)
        self.standing = form.label("", "small", wraps=True)
        self.amend_button = QtWidgets.QPushButton(_("SK Perubahan"))
        icons.put(self.amend_button, "tambah")
        self.amend_button.clicked.connect(lambda _checked=False: self._ask_amendment())
        self.remove_button = QtWidgets.QPushButton(_("Hapus SK"))
        icons.put(self.remove_button, "hapus", "masalah")
        theme.set_role(self.remove_button, "danger")
        self.remove_button.clicked.connect(lambda _checked=False: self._ask_removal())
        self._right = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 8, 0)
        self.history_button = QtWidgets.QPushButton(_("Riwayat"))
        icons.put(self.history_button, "riwayat", "primary")
        theme.set_role(self.history_button, "link")
        self.history_button.clicked.connect(lambda _checked=False: self._ask_history())
        self._card = form.card(self.form, title=_("Surat keputusan"))
        inside = self._card.layout()
        assert isinstance(inside, QtWidgets.QVBoxLayout)
        inside.insertWidget(1, self.standing)
        tools = QtWidgets.QHBoxLayout()
        for button in (self.amend_button, self.remove_button, self.history_button):
            tools.addWidget(button)
        tools.addStretch(1)
        inside.addLayout(tools)
        column.addWidget(self._card)
        self._below = QtWidgets.QVBoxLayout()
        column.addLayout(self._below)
        column.addStretch(1)
        self._split = split_view.SplitView(self.list, form.scrolled(self._right), name="decrees", share=0.5)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, theme.SPACE, 0, 0)
        whole.addWidget(self._split)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(lambda _decree: self._split.show_detail())
        self.list.view.clicked.connect(lambda _index: self._split.show_detail())
        self.list.told.connect(self.told)
        self._seen: int | None = None
        self._show(None)

    def add_below(self, part: QtWidgets.QWidget) -> None:
        """Put a part under the form, as for the scan."""
        self._below.addWidget(part)

    def set_decrees(self, decrees: Sequence[teams.Decree], seen: int | None = None, today: str = "") -> None:
        """Show the decrees as they were read so far (`seen`), amendments under what they amend; the current one stays,
        a new one is chosen. `today` as ISO text."""
        self._seen = seen
        self._held = team_decrees.of_decrees(decrees)
        named = ((one.no, one.number or one.subject or _("SK tanpa nomor")) for one in decrees)
        self.form.field("amends").set_choices([(0, _("– berdiri sendiri –")), *named])
        self.list.set_rows(_rows(self._held, today))
        if self._wanted and self.list.show_row(self._wanted):
            self._wanted = 0
            self._split.show_detail()
            self.form.field("number").setFocus()
        elif self.list.current() is None and decrees:
            self.list.view.select_row(0)
        elif decrees:
            self._show(self.list.current())
        elif not decrees:
            self._show(None)

    def await_decree(self, no: int) -> None:
        """Choose this decree as soon as it is in the list."""
        self._wanted = no
        if self.list.show_row(no):
            self._wanted = 0

    def set_read_only(self, read_only: bool) -> None:
        self.new_button.setVisible(not read_only)
        if self._empty.button is not None:
            self._empty.button.setVisible(not read_only)
        self.form.set_read_only(read_only)
        for button in (self.amend_button, self.remove_button):
            button.setVisible(not read_only)

    def _ask_amendment(self) -> None:
        decree = self.list.current()
        if decree is not None:
            self.new_wanted.emit(decree.root)

    def _ask_removal(self) -> None:
        decree = self.list.current()
        if decree is not None:
            self.removed.emit(decree.no, decree.kept.number or decree.subject or _("SK tanpa nomor"))

    def _ask_history(self) -> None:
        decree = self.list.current()
        if decree is not None:
            self.history_wanted.emit(decree.no, decree.kept.number or decree.subject or _("SK tanpa nomor"))

    def _show(self, row: "Row | None") -> None:
        self._card.setVisible(row is not None)
        names = ("number", "date", "subject", "period_from", "period_to", "amends", "issuer")
        values = {name: getattr(row.kept, name) for name in names} if row is not None else {}
        self.form.show_record(row.no if row is not None else None, values, self._seen)
        self.standing.setText(row.standing if row is not None else "")
        self.standing.setVisible(row is not None and bool(row.standing))
        shown = row.no if row is not None else 0
        if shown != self._shown:
            self._shown = shown
            self.chosen.emit(shown)


@dataclass(frozen=True, slots=True)
class Row:
    """A decree of the list. `root`: the one with which its chain begins; `standing`: what holds of the chain."""

    no: int
    number: str
    date: str
    subject: str
    state: str
    standing: str
    root: int
    kept: teams.Decree


def _rows(held: Sequence[team_decrees.Standing], today: str) -> list[Row]:
    rows = []
    for chain in held:
        period = _period(chain.period_from, chain.period_to)
        if not chain.amendments:
            standing = ""
        elif period:
            words = _("Yang berlaku: {number} dengan {count} perubahan, terakhir {last}; masa berlaku {period}.")
            standing = words.format(
                number=chain.decree.number or "…", count=len(chain.amendments), last=chain.latest.number or "…",
                period=period,
            )
        else:
            words = _("Yang berlaku: {number} dengan {count} perubahan, terakhir {last}.")
            standing = words.format(
                number=chain.decree.number or "…", count=len(chain.amendments), last=chain.latest.number or "…"
            )
        state = _state(chain, today)
        rows.append(_row(chain, chain.decree, chain.decree.number, state, standing))
        for place, one in enumerate(chain.amendments, 1):
            amends = _("perubahan ke-{number}").format(number=place)
            rows.append(_row(chain, one, f"↳ {one.number}".strip(), amends, standing))
    return rows


def _row(chain: team_decrees.Standing, one: teams.Decree, number: str, state: str, standing: str) -> Row:
    return Row(one.no, number, one.date, one.subject, state, standing, chain.decree.no, one)


def _state(chain: team_decrees.Standing, today: str) -> str:
    if today and chain.period_from and today < chain.period_from:
        return _("belum berlaku")
    if today and chain.period_to and chain.period_to < today:
        return _("berakhir {day}").format(day=day_field.words(chain.period_to))
    count = len(chain.amendments)
    return ngettext("{count} perubahan", "{count} perubahan", count).format(count=count) if count else _("berlaku")


def _period(first: str, last: str) -> str:
    if first and last:
        return _("{first} s.d. {last}").format(first=day_field.words(first), last=day_field.words(last))
    return day_field.words(first or last)
