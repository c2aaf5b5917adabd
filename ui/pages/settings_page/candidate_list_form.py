# SPDX-License-Identifier: Apache-2.0
"""Candidates put in together: a pasted list, read before it is put in; a single pair with the empty column."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain.counts import ballot
from desk_app.domain.counts.lines import CandidateKind
from ui import errors, theme
from ui.pages.settings_page import candidate_where
from ui.widgets import escape, fields, form


class ListForm(QtWidgets.QFrame):
    """A pasted list, said before it is put in. `entered(text, districts)`, `closed()`."""

    entered = QtCore.Signal(str, object)
    closed = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self._taken: tuple[str, ...] = ()
        self._race = ""
        self.text = fields.NoteField(lines=5)
        self.text.textChanged.connect(self._preview)
        self.form = form.Form(1)
        self.form.add("text", _("Satu per baris: nomor, lalu namanya"), self.text)
        self.where = candidate_where.Where()
        self.found = form.label("", "muted", wraps=True)
        self.button = QtWidgets.QPushButton(_("Masukkan"))
        theme.set_role(self.button, "primary")
        self.button.clicked.connect(lambda _checked=False: self.enter())
        self.close_button = QtWidgets.QPushButton(_("Tutup"))
        self.close_button.clicked.connect(lambda _checked=False: self.closed.emit())
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(self.button)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        for part in (form.label(_("Tempel daftar"), "heading"), self.form, self.found, self.where):
            column.addWidget(part)
        column.addLayout(foot)
        escape.Escape(self, self._leave)

    def begin(self, race: str, taken: Sequence[str], *, has_where: bool) -> None:
        """Ask for a list of a race in which some numbers are taken."""
        self._race, self._taken = race, tuple(taken)
        by_party = ballot.shape_of(race) is CandidateKind.PARTY
        sample = (
            _("1 Partai A\n1.1 Calon nomor 1 dari partai itu\n2 Partai B")
            if by_party
            else _("1 Nama Calon – Nama Wakil\n2 Nama Calon – Nama Wakil")
        )
        self.text.setPlaceholderText(sample)
        self.where.setVisible(has_where)
        self._preview()
        self.text.setFocus()

    def enter(self) -> None:
        """Put it in."""
        self.form.accept_all()
        self.entered.emit(self.text.value(), self.where.value() if self.where.isVisibleTo(self) else ())

    def taken_in(self) -> None:
        """It stands now."""
        self.text.clear()
        self.text.setFocus()

    def refuse(self, error: known.Refused) -> None:
        """Say why it was not taken."""
        self.form.rows["text"].refuse(errors.words(error))

    def _preview(self) -> None:
        """Say what would be put in, or which line cannot be read."""
        self.form.accept_all()
        said, good = "", False
        if self.text.value():
            try:
                read = ballot.read_list(self.text.value(), self._taken)
                for one in read:
                    ballot.kind_of(self._race, one.code)
                first = ", ".join(f"{one.code} {one.name}" for one in read[:3]) + (" …" if len(read) > 3 else "")
                words = ngettext("Terbaca {count} baris: {names}", "Terbaca {count} baris: {names}", len(read))
                said, good = words.format(count=len(read), names=first), True
            except known.Refused as fault:
                said = errors.words(fault)
        self.found.setText(said)
        theme.set_role(self.found, "muted" if good else "error")
        self.button.setEnabled(good)

    def _leave(self) -> bool:
        self.closed.emit()
        return True


class SingleForm(QtWidgets.QFrame):
    """The name of a single pair, which stands against the empty column. `entered(name)`, `closed()`."""

    entered = QtCore.Signal(str)
    closed = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self.name = fields.LineField(limit=ballot.LONGEST_NAME)
        self.name.returnPressed.connect(self.enter)
        self.form = form.Form(1)
        hint = _("Nomor 1; kolom kosong ditambahkan sendiri dan disalin seperti calon lain.")
        self.form.add("name", _("Nama pasangan calon tunggal"), self.name, hint)
        self.button = QtWidgets.QPushButton(_("Catat calon tunggal"))
        theme.set_role(self.button, "primary")
        self.button.clicked.connect(lambda _checked=False: self.enter())
        self.close_button = QtWidgets.QPushButton(_("Tutup"))
        self.close_button.clicked.connect(lambda _checked=False: self.closed.emit())
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(self.button)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(form.label(_("Calon tunggal"), "heading"))
        column.addWidget(self.form)
        column.addLayout(foot)
        escape.Escape(self, self._leave)

    def begin(self, name: str) -> None:
        """Ask for the name, the one that is known to begin with."""
        self.form.accept_all()
        self.name.set_value(name)
        self.name.setFocus()

    def enter(self) -> None:
        self.form.accept_all()
        self.entered.emit(self.name.value())

    def refuse(self, error: known.Refused) -> None:
        self.form.rows["name"].refuse(errors.words(error))

    def _leave(self) -> bool:
        self.closed.emit()
        return True
