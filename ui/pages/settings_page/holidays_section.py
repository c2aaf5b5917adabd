# SPDX-License-Identifier: Apache-2.0
"""Hari libur: the days off that deadlines go over, typed or pasted as a list, each with what it stands on."""

import functools

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import words
from desk_app.operations import holidays
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.dialogs import workbook_button
from ui.pages.settings_page import section
from ui.widgets import columns, day_field, empty_state, fields, form, notice, table_panel


class HolidaysSection(section.Section):
    """The list, and below it what adds to it."""

    listens = frozenset({"holiday"})

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        section.add_title(
            self,
            _("Hari libur"),
            _(
                "Tenggat dalam hari kerja melompati hari libur. Tahapan pemilihan berjalan tujuh hari seminggu, jadi "
                "Sabtu dan Minggu tidak perlu ditulis. Program tidak membawa daftar: tempel dari keputusan resminya."
            ),
        )
        self.table = table_panel.TablePanel(
            [
                columns.Column("day", _("Tanggal"), 110, text=lambda day: f"{day:%d-%m-%Y}"),
                columns.Column("name", _("Hari libur"), 240, stretches=True),
                columns.Column("source", _("Dasar"), 220),
            ],
            name="holidays",
            identity="no",
            filter_words=_("Cari hari libur …"),
            unit=_("hari"),
        )
        self.table.setMinimumHeight(160)
        self.table.told.connect(self.say)
        self.table.set_empty(
            empty_state.EmptyState("tanggal", _("Belum ada hari libur"), _("Tempel daftarnya di bawah ini."))
        )
        self.delete_button = QtWidgets.QPushButton(_("Hapus yang dipilih"))
        icons.put(self.delete_button, "hapus", "primary")
        theme.set_role(self.delete_button, "link")
        self.delete_button.clicked.connect(lambda _checked=False: self.delete())
        room = QtWidgets.QWidget()  # asks for no more than the list needs at the least, and takes what is left
        inside = QtWidgets.QVBoxLayout(room)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.table, 1)
        self.column.addWidget(room, 1)
        line = QtWidgets.QHBoxLayout()
        line.addWidget(self.delete_button)
        line.addStretch(1)
        self.excel_button = workbook_button.WorkbookButton(desk, lanes, "holidays")
        self.excel_button.notices.connect(self.told)
        line.addWidget(self.excel_button)
        self.column.addLayout(line)
        self.pasted = fields.NoteField(_("17-08-2024 Hari Kemerdekaan\n25 Desember 2024: Hari Natal"), lines=3)
        self.pasted.textChanged.connect(self._preview)
        self.source = fields.LineField(_("mis. keputusan bersama tentang hari libur nasional"), limit=200)
        self.form = form.Form(1)
        self.form.add("pasted", _("Tempel daftar, satu hari per baris: tanggal, lalu namanya"), self.pasted)
        self.form.add("source", _("Dasar daftar ini"), self.source)
        self.found = form.label("", "muted", wraps=True)
        self.add_button = QtWidgets.QPushButton(_("Masukkan"))
        theme.set_role(self.add_button, "primary")
        self.add_button.setEnabled(False)
        self.add_button.clicked.connect(lambda _checked=False: self.add())
        self.card = form.card(self.form, self.found, self.add_button, title=_("Tambah hari libur"))
        self.column.addWidget(self.card)
        if not holidays.may_edit(desk):
            self.card.hide()
            self.delete_button.hide()

    def refresh(self) -> None:
        desk = self.desk
        self.read(lambda: holidays.holidays(desk), self.table.set_rows)

    def add(self) -> None:
        """Put the days that could be read into the list."""
        desk, lines, source = self.desk, holidays.read_pasted(self.pasted.value()), self.source.value()
        row = self.form.rows["source"]
        row.accept()

        def done(count: int) -> None:
            self.pasted.clear()
            self.source.clear()
            self.pasted.setFocus()
            self.say(_("{count} hari libur dimasukkan.").format(count=count))

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            row.refuse(errors.words(error))

        self.lanes.write(lambda: holidays.add_pasted(desk, lines, source), done, refused)

    def delete(self) -> None:
        """Take the selected days off the list; Ctrl+Z brings them back."""
        desk, chosen = self.desk, [one.day for one in self.table.selected()]
        for day in chosen:
            self.write(functools.partial(holidays.delete, desk, day))
        if chosen:
            self.say(_("Dihapus. Ctrl+Z mengembalikannya."), notice.Tone.DONE)

    def _preview(self) -> None:
        """Say what would be put in, and which lines cannot be read."""
        lines = holidays.read_pasted(self.pasted.value())
        good = [one for one in lines if one.what is None]
        said = []
        if good:
            days = ", ".join(day_field.words(one.day.isoformat()) for one in good[:4] if one.day is not None)
            more = " …" if len(good) > 4 else ""
            said.append(_("Terbaca {count} hari: {days}{more}").format(count=len(good), days=days, more=more))
        for one in lines:
            if one.what is not None:
                said.append(f"“{one.line}”: {words.render(one.what.message, one.what.params, _)}")
        self.found.setText("\n".join(said[:6]))
        self.add_button.setEnabled(bool(good))
