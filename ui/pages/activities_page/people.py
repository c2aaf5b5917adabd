# SPDX-License-Identifier: Apache-2.0
"""Tab Kontak: whom to call at KPU, Bawaslu, Polres, PLN …; this list stays in the office."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6 import QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.operations import contacts, targets
from desk_app.operations.desk import Desk
from ui import actions, errors, runner
from ui.dialogs import place_finding
from ui.pages.activities_page import listing, part, reaching
from ui.widgets import (
    columns,
    drafts,
    empty_state,
    fields,
    form,
    place_box,
    proposal_field,
    record_form,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A contact in words."""

    no: int
    unit: str
    who: str
    phone: str
    place: str
    note: str


class PeoplePart(listing.ListPart):
    """The tab."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self._rows: dict[int, contacts.Contact] = {}
        self._wanted = 0
        self.add = self.line_for_new(
            "people", _("Kontak baru: instansi, mis. PLN Sengkang"), _("Tambah kontak"), limit=160
        )
        self.table = self.listed(
            [
                columns.Column("unit", _("Instansi"), 150, below="who"),
                columns.Column("phone", _("Telepon"), 150, private=True),
                columns.Column("place", _("Wilayah"), 130, stretches=True, below="note"),
                columns.Column("who", _("Jabatan dan nama"), 150),
                columns.Column("note", _("Catatan"), 120),
            ],
            empty_state.EmptyState(
                "telepon",
                _("Belum ada kontak"),
                _("Siapa yang dihubungi di KPU, Bawaslu, Polres, BPBD, PLN, dan kantor camat. "
                  "Daftar ini tidak ikut dikirim."),
            ),
            name="contacts",
            filter_words=_("Cari instansi, jabatan, nama, nomor …"),
            unit=lambda count: ngettext("{count} kontak", "{count} kontak", count),
        )
        self.table.chosen.connect(lambda _line: self._show_one())
        actions.add(self.table.view, "", "Delete", slot=self.delete, window_wide=False)
        self.lay_out(self._left(), self._right(), name="contacts", share=0.55)

    def reload(self) -> None:
        desk = self.desk
        self.lanes.read(lambda: contacts.rows(desk), self._take, self.failed, key="contacts")
        self.reaching.reload()

    def open_target(self, target: targets.Target) -> None:
        """Show a contact."""
        self.table.filter.clear()
        self._wanted = target.record
        if target.record:
            self.split.show_detail()
        self.reload()

    def open_draft(self, key: str) -> None:
        """Go on with a new contact."""
        self.split.show_list()
        self.add.begin()

    def commit(self) -> None:
        self.form.commit()
        self.reaching.commit()

    def current(self) -> contacts.Contact | None:
        """The contact that is chosen."""
        line = self.table.current()
        return self._rows.get(line.no) if line is not None else None

    def delete(self) -> None:
        one = self.current()
        if one is not None:
            desk, no = self.desk, one.no
            words = _("Kontak {name} dihapus.").format(name=one.unit or one.who)
            self.undo.take_out(lambda: contacts.delete_contact(desk, no), words, self.failed)

    def copy_list(self) -> None:
        """Put the contacts that are listed on the clipboard with their numbers, for the desk's own people."""
        rows = [self._rows[line.no] for line in self.table.model.shown() if line.no in self._rows]
        name = self.desk.identity.name
        self.copy_text(lambda: contacts.phone_text(rows, f"Kontak {name}"))

    def _left(self) -> QtWidgets.QWidget:
        row = QtWidgets.QHBoxLayout()
        self.copy_button = part.link(_("Salin dengan nomor telepon"), "wa", self.copy_list)
        self.copy_button.setToolTip(_("Hanya untuk orang desk sendiri. Salin untuk WA di atas daftar tanpa nomor."))
        row.addWidget(self.copy_button)
        row.addWidget(form.label(_("Hanya di kantor ini: kontak tidak ikut dikirim."), "small"))
        row.addStretch(1)
        return self.above(self.add, row, self.table)

    def _right(self) -> QtWidgets.QWidget:
        self.form = record_form.RecordForm(2)
        self.place = place_box.PlaceBox()
        place_finding.connect(self.place, self.desk, self.lanes, "contact place")
        units = [_(one) for one in contacts.UNITS]
        self.form.add("unit", _("Instansi"), proposal_field.ProposalField(units, limit=160), wide=True)
        self.form.add("office", _("Jabatan"), fields.LineField(limit=200))
        self.form.add("person", _("Nama"), fields.LineField(limit=160))
        self.form.add("phone", _("Telepon"), fields.LineField("0812 3456 7890", limit=60))
        self.form.add("other_phone", _("Telepon lain"), fields.LineField(limit=60))
        near = _("Yang terdekat dengan tempat kejadian ditawarkan lebih dulu.")
        self.form.add("place", _("Wilayah"), self.place, near)
        self.form.add("note", _("Catatan"), fields.NoteField(lines=2), wide=True)
        place_finding.explain(self.form.form.rows["place"])
        self.form.edited.connect(self._save)
        self.delete_button = part.link(_("Hapus"), "hapus", self.delete)
        self.card = form.card(self.form, title=_("Kontak"))
        column = self.card.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        row = QtWidgets.QHBoxLayout()
        row.setContentsMargins(-8, 0, 0, 0)
        row.addWidget(self.delete_button)
        row.addStretch(1)
        column.addLayout(row)
        self._nothing = empty_state.EmptyState("telepon", _("Pilih satu kontak di daftar"))
        whole = QtWidgets.QWidget()
        outer = QtWidgets.QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 8, 0)
        self.reaching = reaching.ReachingCard(self.desk, self.lanes, self.failed, self.drafts)
        self.pass_on(self.reaching)
        outer.addWidget(self.card)
        outer.addWidget(self._nothing)
        outer.addWidget(self.reaching)
        outer.addStretch(1)
        self.card.hide()
        return form.scrolled(whole)

    def _take(self, found: list[contacts.Contact]) -> None:
        self._rows = {one.no: one for one in found}
        self.table.set_rows([_line(one) for one in found])
        if self._wanted and self.table.show_row(self._wanted):
            self._wanted = 0
        self._show_one()

    def _show_one(self) -> None:
        one = self.current()
        self.card.setVisible(one is not None)
        self._nothing.setVisible(one is None)
        if one is None:
            self.form.show_record(None, {})
            return
        names = ("unit", "office", "person", "phone", "other_phone", "place", "note")
        self.form.show_record(one.no, {name: getattr(one, name) for name in names}, one.seen)
        if not self.place.is_typed:
            self.place.set_value(one.place, one.place_label)

    def make_new(self, unit: str) -> None:
        desk = self.desk

        def made(no: int) -> None:
            self.add.written()
            self._wanted = no
            self.table.filter.clear()
            self.reload()
            self.split.show_detail()

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.add.refuse(errors.words(error))

        self.lanes.write(lambda: contacts.new_contact(desk, unit), made, refused)

    def _save(self, no: int, name: str, value: Any) -> None:
        desk, seen = self.desk, self.form.seen(name)
        told = value or None
        self.write_field(
            lambda: contacts.edit_contact(desk, no, seen=seen, **{name: told}),
            lambda said: self.form.refuse(no, name, said),
        )


def _line(one: contacts.Contact) -> Line:
    phones = " / ".join(part_ for part_ in (one.phone, one.other_phone) if part_)
    return Line(one.no, one.unit or one.office, one.who, phones, one.place_label, one.note)
