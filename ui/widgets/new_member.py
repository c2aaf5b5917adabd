# SPDX-License-Identifier: Apache-2.0
"""The form for a new member of a group, or for who comes in the place of one; what is typed in it is a draft."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import teams as rules
from ui import theme
from ui.widgets import day_field, drafts, escape, fields, form, record_form


class NewMember(QtWidgets.QFrame):
    """`wanted()`: the form is filled. `cancelled()`: away with it, and with what was typed."""

    wanted = QtCore.Signal()
    cancelled = QtCore.Signal()

    def __init__(self, held: drafts.Drafts) -> None:
        super().__init__()
        theme.set_role(self, "sunken")
        self.form = member_form()
        self.form.add("on", _("Mulai tanggal"), day_field.DayField(), _("kosong: hari ini"))
        self.form.add("reason", _("Alasan"), fields.LineField(_("misalnya mutasi"), limit=300))
        self.burden = form.label("", "small", wraps=True)
        for name in ("role", "office", "person", "unit", "rank", "nip", "on", "reason"):
            self.form.field(name).returnPressed.connect(self.wanted)
        self.title = form.label("", "strong", wraps=True)
        self.confirm = QtWidgets.QPushButton()
        theme.set_role(self.confirm, "primary")
        self.confirm.clicked.connect(lambda _checked=False: self.wanted.emit())
        cancel = QtWidgets.QPushButton(_("Batal"))
        cancel.clicked.connect(lambda _checked=False: self.cancelled.emit())
        row = QtWidgets.QHBoxLayout()
        row.addWidget(self.confirm)
        row.addWidget(cancel)
        row.addStretch(1)
        line = drafts.DraftLine()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        for part in (self.title, self.form, self.burden):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(line)
        escape.Escape(self, self._escaped)
        self.draft = drafts.DraftedForm(
            held, {name: row.field for name, row in self.form.form.rows.items()}, line, self
        )

    def ask(self, title: str, verb: str, *, replaces: bool) -> None:
        """Begin anew, under these words; a successor has a day and a reason besides."""
        self.draft.end()
        # What stood here belongs to another draft by now.
        self.form.commit()
        self.burden.hide()
        for name in ("on", "reason"):
            self.form.form.rows[name].setVisible(replaces)
        self.form.form.accept_all()
        self.title.setText(title)
        self.confirm.setText(verb)

    def _escaped(self) -> bool:
        self.cancelled.emit()
        return True


def member_form() -> record_form.RecordForm:
    """The fields of a member."""
    made = record_form.RecordForm(2)
    made.add("role", _("Kedudukan dalam tim"), fields.LineField(limit=80))
    made.add("unit", _("Instansi"), fields.LineField(limit=160))
    made.add("office", _("Jabatan"), fields.LineField(_("misalnya Camat Tempe"), limit=200), wide=True)
    made.add("person", _("Nama, dengan gelar"), fields.LineField(limit=160), wide=True)
    made.add("rank", _("Pangkat/Golongan"), fields.LineField(limit=80))
    made.add("nip", _("NIP/NRP/NI PPPK"), fields.LineField(limit=30), _("Di daftar nomor ini disamarkan."))
    made.suggest("role", rules.POSITIONS)  # kept as typed, printed in Indonesian
    made.suggest("unit", rules.BODIES)
    return made
