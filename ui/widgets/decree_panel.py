# SPDX-License-Identifier: Apache-2.0
"""The decrees that teams stand on: number, date, what about, from when to when."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import teams
from ui import icons, theme
from ui.widgets import columns, day_field, empty_state, fields, form, record_form, split_view, table_panel


class DecreePanel(QtWidgets.QWidget):
    """A list and a form. `edited(no, name, value)`, `new_wanted()`, `history_wanted(no, title)`, `told(words)`."""

    edited = QtCore.Signal(object, str, object)
    new_wanted = QtCore.Signal()
    history_wanted = QtCore.Signal(object, str)
    told = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = 0
        self.list = table_panel.TablePanel(
            [
                columns.Column("number", _("Nomor"), 130),
                columns.Column("date", _("Tanggal"), 90, text=day_field.words),
                columns.Column("subject", _("Tentang"), 180, stretches=True),
            ],
            name="decrees",
            identity="no",
            unit=lambda count: ngettext("{count} SK", "{count} SK", count),
        )
        self.new_button = QtWidgets.QPushButton(_("SK baru"))
        icons.put(self.new_button, "tambah")
        self.new_button.clicked.connect(lambda _checked=False: self.new_wanted.emit())
        self.list.top.insertWidget(0, self.new_button)
        self._empty = empty_state.EmptyState(
            "catatan",
            _("Belum ada surat keputusan"),
            _("Catat SK pembentukan desk: nomornya tercetak pada Susunan Tim dan Wilayah Tugas."),
            _("SK baru"),
            self.new_wanted.emit,
        )
        self.list.set_empty(self._empty)
        self.form = record_form.RecordForm(2)
        self.form.add("number", _("Nomor"), fields.LineField(limit=80), wide=True)
        self.form.add("subject", _("Tentang"), fields.NoteField(lines=2), wide=True)
        self.form.add("date", _("Tanggal"), day_field.DayField())
        self.form.add("period_from", _("Berlaku mulai"), day_field.DayField())
        self.form.add("period_to", _("Berlaku sampai"), day_field.DayField())
        self.form.edited.connect(self.edited)
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
        inside.addWidget(self.history_button, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._card)
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

    def set_decrees(self, decrees: Sequence[teams.Decree], seen: int | None = None) -> None:
        """Show the decrees as they were read so far (`seen`); the current one stays, a new one is chosen."""
        self._seen = seen
        self.list.set_rows(decrees)
        if self._wanted and self.list.show_row(self._wanted):
            self._wanted = 0
            self._split.show_detail()
            self.form.field("number").setFocus()
        elif self.list.current() is None and decrees:
            self.list.view.select_row(0)
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

    def _ask_history(self) -> None:
        decree = self.list.current()
        if decree is not None:
            self.history_wanted.emit(decree.no, decree.number or decree.subject or _("SK tanpa nomor"))

    def _show(self, decree: teams.Decree | None) -> None:
        self._card.setVisible(decree is not None)
        names = ("number", "date", "subject", "period_from", "period_to")
        values = {name: getattr(decree, name) for name in names} if decree is not None else {}
        self.form.show_record(decree.no if decree is not None else None, values, self._seen)
