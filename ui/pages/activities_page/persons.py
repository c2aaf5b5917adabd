# SPDX-License-Identifier: Apache-2.0
"""Who goes, or who is invited and came: a list to which a whole team is added at once, marked with H and T."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6 import QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import activities as rules
from desk_app.domain import errors as known
from desk_app.operations import activity_people, activity_register, contacts, teams
from desk_app.operations.desk import Desk
from ui import actions, errors, runner, theme
from ui.pages.activities_page import part
from ui.widgets import columns, drafts, fields, flow_row, form, marks, table_panel


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody in the list."""

    no: int
    office: str
    name: str
    unit: str
    came: marks.Marked | str


class PersonsCard(part.Part):
    """The card of one part: officers, or guests with their attendance."""

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        failed: Callable[[Exception], None],
        held: drafts.Drafts,
        role: rules.Part,
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self._role = role
        self._no = 0
        self._people: Sequence[activity_people.Person] = ()
        is_guest = role is rules.Part.GUEST
        shown = [
            columns.Column("office", _("Jabatan"), 150, stretches=True, below="unit"),
            columns.Column("name", _("Nama"), 160),
            columns.Column("unit", _("Instansi"), 100),
        ]
        if is_guest:
            shown.append(columns.Column("came", _("Hadir"), 110))
        self.table = table_panel.TablePanel(
            shown,
            name=f"activity {role.value}",
            identity="no",
            has_filter=False,
            unit=lambda count: ngettext("{count} orang", "{count} orang", count),
        )
        self.table.setFixedHeight(190)
        self.table.told.connect(self.told)
        self.office = fields.LineField(_("jabatan"), limit=200)
        self.name = fields.LineField(_("nama (boleh kosong)"), limit=160)
        self.unit = fields.LineField(_("instansi"), limit=160)
        for field, words in ((self.office, _("Jabatan")), (self.name, _("Nama")), (self.unit, _("Instansi"))):
            field.setAccessibleName(words)
            field.returnPressed.connect(self.add)
        completer = QtWidgets.QCompleter([_(one) for one in contacts.UNITS], self.unit)
        self.unit.setCompleter(completer)
        self.add_button = part.push(_("Tambah"), "tambah", self.add)
        self.fault = form.label("", "error", wraps=True)
        self.fault.hide()
        line = drafts.DraftLine()
        typed = QtWidgets.QHBoxLayout()
        typed.setSpacing(theme.SPACE)
        for field_, share in ((self.office, 3), (self.name, 3), (self.unit, 2)):
            typed.addWidget(field_, share)
        typed.addWidget(self.add_button)
        self.team = fields.ChoiceField([(0, _("Pilih tim …"))])
        self.team.setAccessibleName(_("Tim"))
        self.team_button = part.push(_("Tambah anggota tim"), "tim", self.add_team)
        self.came_button = part.push(_("Hadir (H)"), "siap", lambda: self.mark(True))
        self.stayed_button = part.push(_("Tidak hadir (T)"), "tutup", lambda: self.mark(False))
        self.remove_button = part.link(_("Keluarkan"), "hapus", self.remove)
        foot = flow_row.FlowRow()
        for widget in (self.came_button, self.stayed_button, self.team, self.team_button, self.remove_button):
            foot.addWidget(widget)
        title = _("Undangan dan daftar hadir") if is_guest else _("Petugas")
        self.count = form.label("", "muted")
        self.card = form.card(self.count, self.table, title=title)
        column = self.card.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        column.addLayout(typed)
        column.addWidget(self.fault)
        column.addWidget(line)
        column.addLayout(foot)
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)
        self.draft = drafts.DraftedForm(held, {"office": self.office, "name": self.name, "unit": self.unit}, line, self)
        actions.add(self.table.view, "", "Delete", slot=self.remove, window_wide=False)
        if is_guest:
            actions.add(self.table.view, "", "H", slot=lambda: self.mark(True), window_wide=False)
            actions.add(self.table.view, "", "T", slot=lambda: self.mark(False), window_wide=False)
        self.set_marking(False)

    def set_marking(self, on: bool) -> None:
        """Whether it is about who came (Daftar hadir), or about who is named."""
        self.came_button.setVisible(on)
        self.stayed_button.setVisible(on)
        self.team.setVisible(not on)
        self.team_button.setVisible(not on)
        self._show_count()

    def _show_count(self) -> None:
        """How many there are; of guests, once it is about who came, how many of them did."""
        count = len(self._people)
        if self._role is not rules.Part.GUEST:
            said = ngettext("{count} petugas", "{count} petugas", count).format(count=count)
        elif self.came_button.isHidden():
            said = ngettext("{count} undangan", "{count} undangan", count).format(count=count)
        else:
            came = sum(one.present is True for one in self._people)
            said = _("{came} dari {count} undangan hadir").format(came=came, count=count)
        self.count.setText(said)

    def show_activity(self, found: activity_register.Activity) -> None:
        """Show who is named with an activity."""
        people = found.of_part(self._role)
        if found.row.no != self._no:
            self._no = found.row.no
            self.fault.hide()
            self.draft.begin(f"activities/plans/{self._role.value}/{self._no}", _(rules.PART_LABELS[self._role]))
        self._people = people
        self.table.set_rows([_line(one) for one in people])
        self.table.setVisible(bool(people))
        self._show_count()
        desk = self.desk
        key = f"activity people {self._role.value}"
        chosen = found.row.team
        self.lanes.read(lambda: teams.teams(desk), lambda read: self._take_teams(read, chosen), self.failed, key=key)

    def add(self) -> None:
        """Add who was typed."""
        desk, no, role = self.desk, self._no, self._role
        office, name, unit = self.office.value(), self.name.value(), self.unit.value()
        key = self.draft.key

        def done(_made: int) -> None:
            self.draft.end()
            self.drafts.drop(key)
            for field in (self.office, self.name, self.unit):
                field.commit()
                field.set_value("")
            self.fault.hide()
            self.draft.begin(key, _(rules.PART_LABELS[role]))
            self.office.setFocus()

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.fault.setText(errors.words(error))
            self.fault.show()

        self.lanes.write(
            lambda: activity_people.add_person(desk, no, role, office=office, name=name, unit=unit), done, refused
        )

    def add_team(self) -> None:
        """Add the members of the team that is chosen."""
        desk, no, role, team = self.desk, self._no, self._role, int(self.team.value() or 0)
        if not team:
            self.team.setFocus()
            return

        def said(count: int) -> None:
            if not count:
                self.say(_("Semua anggota tim itu sudah ada di daftar."))

        self.write(lambda: activity_people.add_team(desk, no, role, team), said)

    def mark(self, present: bool) -> None:
        """Say of those who are selected that they came or not; once more takes it back."""
        lines = self.table.selected()
        if not lines:
            return
        desk, numbers = self.desk, [line.no for line in lines]
        wanted = "siap" if present else "masalah"
        again = all(isinstance(line.came, marks.Marked) and line.came.mark == wanted for line in lines)
        self.write(lambda: activity_people.mark_present(desk, numbers, None if again else present))
        view = self.table.view
        row = view.currentIndex().row() + 1
        if len(lines) == 1 and row < self.table.model.rowCount():
            view.select_row(row)

    def remove(self) -> None:
        """Take who is selected out of the list."""
        line = self.table.current()
        if line is not None:
            desk, no = self.desk, line.no
            words = _("{name} dikeluarkan.").format(name=line.name or line.office or line.unit)
            self.undo.take_out(lambda: activity_people.remove_person(desk, no), words, self.failed)

    def _take_teams(self, found: list[teams.Team], chosen: int) -> None:
        kept = self.team.value() or chosen
        self.team.set_choices([(0, _("Pilih tim …")), *((one.no, one.label) for one in found)])
        self.team.set_value(kept or 0)


def _line(one: activity_people.Person) -> Line:
    came: marks.Marked | str = ""
    if one.present is not None:
        came = marks.Marked(_("Hadir"), "siap") if one.present else marks.Marked(_("Tidak hadir"), "masalah")
    return Line(one.no, one.office or one.unit, one.name, one.unit if one.office else "", came)
