# SPDX-License-Identifier: Apache-2.0
"""Serah terima piket: a new note with the open matters drafted, and the notes there are."""

from collections.abc import Mapping, Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import team_handovers
from ui import icons, theme
from ui.widgets import drafts, escape, fields, form

KEY = "teams/handover"
"""The draft of a new note."""
_NONE = 0
_SHOWN = 5


class HandoverPanel(QtWidgets.QFrame):
    """`wanted()`: a new note is begun, its beginning shall be given to `begin`. `added(values)`;
    `edit_wanted(Handover)`: the shifts that can be chosen shall be given to `begin_editing`;
    `edited(Handover, values)`; `removed(Handover)`; `copied(Handover)`: *Salin untuk WA*."""

    wanted = QtCore.Signal()
    added = QtCore.Signal(object)
    edit_wanted = QtCore.Signal(object)
    edited = QtCore.Signal(object, object)
    removed = QtCore.Signal(object)
    copied = QtCore.Signal(object)

    def __init__(self, held: drafts.Drafts | None = None, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self._drafts = held if held is not None else drafts.Drafts(self)
        self._notes: tuple[team_handovers.Handover, ...] | None = None
        self._moments: dict[int, str] = {}
        self._most = _SHOWN
        self._mending: team_handovers.Handover | None = None
        self.new_button = QtWidgets.QPushButton(_("Serah terima baru"))
        icons.put(self.new_button, "tambah")
        self.new_button.clicked.connect(lambda _checked=False: self.wanted.emit())
        head = QtWidgets.QHBoxLayout()
        head.addWidget(form.label(_("Serah terima piket"), "heading"), 1)
        head.addWidget(self.new_button)
        self.form = form.Form(2)
        self.form.add("from_shift", _("Yang menyerahkan"), fields.ChoiceField(), wide=True)
        self.form.add("to_shift", _("Yang menerima"), fields.ChoiceField(), wide=True)
        self.form.add("text", _("Catatan"), fields.NoteField(_("apa yang perlu diketahui piket berikutnya")), wide=True)
        self.form.add("matters", _("Yang belum selesai"), fields.NoteField(lines=4), wide=True)
        self.confirm = QtWidgets.QPushButton(_("Simpan serah terima"))
        theme.set_role(self.confirm, "primary")
        self.confirm.clicked.connect(lambda _checked=False: self._finish())
        cancel = QtWidgets.QPushButton(_("Batal"))
        cancel.clicked.connect(lambda _checked=False: self.give_up())
        row = QtWidgets.QHBoxLayout()
        row.addWidget(self.confirm)
        row.addWidget(cancel)
        row.addStretch(1)
        line = drafts.DraftLine()
        self.asking = QtWidgets.QFrame()
        theme.set_role(self.asking, "sunken")
        asking = QtWidgets.QVBoxLayout(self.asking)
        asking.setContentsMargins(12, 8, 12, 8)
        asking.addWidget(self.form)
        asking.addLayout(row)
        asking.addWidget(line)
        escape.Escape(self.asking, self.give_up)
        self.draft = drafts.DraftedForm(
            self._drafts,
            {name: self.form.rows[name].field for name in ("text", "matters")},
            line,
            self.asking,
        )
        self.empty = form.label(_("Belum ada serah terima."), "muted", wraps=True)
        self._list = QtWidgets.QVBoxLayout()
        self._list.setSpacing(theme.SPACE)
        self.more = QtWidgets.QPushButton(_("Tampilkan yang lebih lama"))
        theme.set_role(self.more, "link")
        self.more.clicked.connect(lambda _checked=False: self._show_more())
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.asking)
        column.addWidget(self.empty)
        column.addLayout(self._list)
        column.addWidget(self.more, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self.asking.hide()
        self.set_notes((), {})

    def set_notes(self, notes: Sequence[team_handovers.Handover], moments: Mapping[int, str]) -> None:
        """Show notes, the newest first; `moments`: when each was, in words."""
        if tuple(notes) == self._notes:
            return
        self._notes, self._moments = tuple(notes), dict(moments)
        form.empty(self._list)
        for one in self._notes[: self._most]:
            self._list.addWidget(self._card(one))
        self.empty.setVisible(not self._notes)
        self.more.setVisible(len(self._notes) > self._most)

    def begin(self, draft: team_handovers.Draft, shifts: Sequence[tuple[int, str]]) -> None:
        """Open the form with what is known; `shifts`: those that may be chosen, in words."""
        self._mending = None
        self._open(draft.from_shift, draft.to_shift, "", draft.matters, shifts)
        self.draft.begin(KEY, _("Serah terima piket"))
        self.form.rows["text"].field.setFocus()

    def begin_editing(self, one: team_handovers.Handover, shifts: Sequence[tuple[int, str]]) -> None:
        """Open the form with a note that is to be mended; the draft of a new one stays for later."""
        self.draft.end()
        self._mending = one
        named = [(no, words) for no, words in ((one.from_shift, one.handing), (one.to_shift, one.taking)) if words]
        offered = dict(named) | dict(shifts)
        self._open(one.from_shift, one.to_shift, one.text, one.matters, list(offered.items()))
        self.form.rows["text"].field.setFocus()

    def _open(
        self, from_shift: int, to_shift: int, text: str, matters: str, shifts: Sequence[tuple[int, str]]
    ) -> None:
        choices = [(_NONE, _("– belum ditentukan –")), *shifts]
        for name, chosen in (("from_shift", from_shift), ("to_shift", to_shift)):
            field = self.form.rows[name].field
            field.set_choices(choices)
            field.set_value(chosen)
        self.form.rows["text"].field.set_value(text)
        self.form.rows["matters"].field.set_value(matters)
        self.form.accept_all()
        self.asking.show()

    def give_up(self) -> bool:
        """Take the form away, and what was typed in it; True, there was one."""
        if self._mending is None:
            self.draft.throw_away()
        self._close()
        return True

    def written(self) -> None:
        """The note is written."""
        if self._mending is None:
            self._drafts.drop(KEY)
        self._close()

    def refuse(self, words: str) -> None:
        """Say why a note was not taken."""
        self.form.rows["text"].refuse(words)

    def _close(self) -> None:
        self.draft.end()
        self._mending = None
        self.asking.hide()

    def _finish(self) -> None:
        self.form.accept_all()
        values = {name: row.field.value() for name, row in self.form.rows.items()}
        if self._mending is not None:
            self.edited.emit(self._mending, values)
        else:
            self.added.emit(values)

    def _show_more(self) -> None:
        self._most += 20
        notes, self._notes = self._notes or (), None
        self.set_notes(notes, self._moments)

    def _card(self, one: team_handovers.Handover) -> QtWidgets.QWidget:
        made = QtWidgets.QFrame()
        theme.set_role(made, "sunken")
        when = form.label(self._moments.get(one.no, ""), "strong")
        head = QtWidgets.QHBoxLayout()
        head.addWidget(when, 1)
        verbs = (
            ("wa", _("Salin untuk WA"), self.copied),
            ("ubah", _("Ubah"), self.edit_wanted),
            ("hapus", _("Hapus"), self.removed),
        )
        for icon, words, signal in verbs:
            button = QtWidgets.QPushButton(words if icon == "wa" else "")
            button.setAccessibleName(f"{words} {when.text()}")
            button.setToolTip(words)
            icons.put(button, icon, "masalah" if icon == "hapus" else "primary")
            theme.set_role(button, "link")
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit(one))
            head.addWidget(button)
        column = QtWidgets.QVBoxLayout(made)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(4)
        column.addLayout(head)
        if one.handing or one.taking:
            column.addWidget(form.label(f"{one.handing or '…'} → {one.taking or '…'}", "small", wraps=True))
        if one.text:
            column.addWidget(form.label(one.text, wraps=True))
        if one.matters:
            column.addWidget(form.label(_("Yang belum selesai"), "label"))
            column.addWidget(form.label(one.matters, "small", wraps=True))
        return made
