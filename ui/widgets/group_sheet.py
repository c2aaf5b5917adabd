# SPDX-License-Identifier: Apache-2.0
"""One group of the desk at the right: the team's or section's own fields, its kecamatan, its members."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import teams as rules
from desk_app.operations import teams
from ui import icons, theme
from ui.widgets import day_field, district_choice, drafts, fields, form, member_panel, record_form

NONE = 0


class GroupSheet(QtWidgets.QWidget):
    """The sheet. `team_edited(no, name, value)`, `section_edited(no, name, value)`, `ticked(code, on)`,
    `delete_wanted(team no)`, `copy_wanted(team no)`: *Salin untuk WA*, `history_wanted(no, title)`, `paper_wanted(no)`:
    *Surat tugas* of the group; members tell through `members`."""

    team_edited = QtCore.Signal(object, str, object)
    section_edited = QtCore.Signal(object, str, object)
    ticked = QtCore.Signal(str, bool)
    delete_wanted = QtCore.Signal(object)
    copy_wanted = QtCore.Signal(object)
    history_wanted = QtCore.Signal(object, str)
    paper_wanted = QtCore.Signal(object)

    def __init__(self, held: drafts.Drafts | None = None, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = False
        self._key: tuple[str, int] = ("", 0)
        self.title = form.label("", "heading", wraps=True)
        self.delete = QtWidgets.QPushButton(_("Hapus tim"))
        icons.put(self.delete, "hapus", "masalah")
        theme.set_role(self.delete, "danger")
        self.delete.clicked.connect(lambda _checked=False: self.delete_wanted.emit(self._key[1]))
        self.history_button = QtWidgets.QPushButton(_("Riwayat"))
        icons.put(self.history_button, "riwayat", "primary")
        theme.set_role(self.history_button, "link")
        self.history_button.clicked.connect(
            lambda _checked=False: self.history_wanted.emit(self._key[1], self.title.text())
        )
        self.copy_button = QtWidgets.QPushButton(_("Salin untuk WA"))
        icons.put(self.copy_button, "wa", "primary")
        theme.set_role(self.copy_button, "link")
        self.copy_button.clicked.connect(lambda _checked=False: self.copy_wanted.emit(self._key[1]))
        self.paper_button = QtWidgets.QPushButton(_("Surat tugas"))
        icons.put(self.paper_button, "laporan", "primary")
        theme.set_role(self.paper_button, "link")
        self.paper_button.clicked.connect(lambda _checked=False: self.paper_wanted.emit(self._key[1]))
        self.team = record_form.RecordForm(2)
        self.team.add("number", _("Nomor"), fields.LineField(limit=20), _("seperti VIII atau 8"))
        self.team.add("name", _("Nama (boleh kosong)"), fields.LineField(limit=160))
        self.team.add("section", _("Bidang"), fields.ChoiceField())
        self.team.add("decree", _("Surat keputusan"), fields.ChoiceField())
        self.team.add("period_from", _("Bertugas mulai"), day_field.DayField())
        self.team.add("period_to", _("Bertugas sampai"), day_field.DayField())
        self.team.add("duty", _("Tugas"), fields.NoteField(lines=2), wide=True)
        self.team.edited.connect(self.team_edited)
        self.functions = QtWidgets.QPushButton(_("Isi tugas dengan lima fungsi desk"))
        icons.put(self.functions, "tambah", "primary")
        theme.set_role(self.functions, "link")
        self.functions.clicked.connect(lambda _checked=False: self._put_functions())
        self.section = record_form.RecordForm(2)
        self.section.add("name", _("Nama bidang"), fields.LineField(limit=160))
        self.section.add("decree", _("Surat keputusan"), fields.ChoiceField())
        kinds: list[tuple[str, str]] = [("", _("– menurut namanya –"))]
        kinds += [(one.value, _(words)) for one, words in rules.PART_LABELS.items()]
        self.section.add("kind", _("Jenis bagian"), fields.ChoiceField(kinds))
        self.section.suggest("name", rules.SECTIONS)  # kept as typed, printed in Indonesian
        self.section.edited.connect(self.section_edited)
        self.members = member_panel.MemberPanel(held)
        self.districts = district_choice.DistrictChoice(_("Wilayah tugas"))
        self.districts.ticked.connect(self.ticked)
        head = QtWidgets.QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.paper_button)
        head.addWidget(self.copy_button)
        head.addWidget(self.history_button)
        head.addWidget(self.delete)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.members)
        column.addWidget(self.districts)
        self._team_card = form.card(self.team, self.functions, title=_("Tentang tim"))
        self._section_card = form.card(self.section, title=_("Tentang bidang"))
        column.addWidget(self._team_card)
        column.addWidget(self._section_card)
        column.addStretch(1)

    @property
    def key(self) -> tuple[str, int]:
        """What is shown: ("team", no), ("section", no), ("head", 0)."""
        return self._key

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for part in (self.team, self.section, self.members, self.districts):
            part.set_read_only(read_only)
        self.delete.setVisible(not read_only and self._key[0] == "team")

    def show_group(self, key: tuple[str, int], held: teams.Structure, areas: Sequence[tuple[str, str]]) -> None:
        """Show a group of the structure; the same one keeps what is being typed."""
        if key != self._key:
            self.commit()
        self._key = key
        kind, no = key
        self.delete.setVisible(kind == "team" and not self._read_only)
        self.history_button.setVisible(no != 0)
        self.copy_button.setVisible(kind == "team")
        self.paper_button.setVisible(no != 0)
        for part, of in ((self._team_card, "team"), (self.districts, "team"), (self._section_card, "section")):
            part.setVisible(kind == of)
        self._fill_choices(held)
        if kind == "team":
            self._show_team(next(one for one in held.teams if one.no == no), held, areas)
        elif kind == "section":
            section = next(one for one in held.sections if one.no == no)
            self.title.setText(section.name or _("Bidang tanpa nama"))
            self.team.show_record(None, {})
            told = {"name": section.name, "decree": section.decree or NONE, "kind": section.kind}
            self.section.show_record(no, told, held.seen)
            self.members.set_members(_of(held, section=no), held.seen)
        else:
            self.title.setText(_("Pimpinan desk"))
            self.team.show_record(None, {})
            self.section.show_record(None, {})
            self.members.set_members(_of(held), held.seen)
        self.members.set_group(key, self.title.text())
        if self._read_only:
            self.districts.set_read_only(True)

    def commit(self) -> None:
        """Let every field say what is entered and not yet told."""
        for part in (self.team, self.section, self.members):
            part.commit()

    def _put_functions(self) -> None:
        duty = "\n".join(f"{place}. {words}" for place, words in enumerate(rules.FUNCTIONS, 1))
        self.team_edited.emit(self._key[1], "duty", duty)

    def _fill_choices(self, held: teams.Structure) -> None:
        none: tuple[Any, str] = (NONE, _("– belum ditentukan –"))
        decrees = [none, *((one.no, one.number or one.subject or _("SK tanpa nomor")) for one in held.decrees)]
        self.team.field("section").set_choices([none, *((one.no, one.name) for one in held.sections)])
        self.team.field("decree").set_choices(decrees)
        self.section.field("decree").set_choices(decrees)

    def _show_team(self, team: teams.Team, held: teams.Structure, areas: Sequence[tuple[str, str]]) -> None:
        self.title.setText(" · ".join(part for part in (team.label, team.name) if part))
        self.section.show_record(None, {})
        number = rules.roman(team.number) if team.number else ""
        names = ("name", "section", "decree", "period_from", "period_to", "duty")
        values = {name: getattr(team, name) for name in names} | {"number": number}
        self.team.show_record(team.no, values, held.seen)
        self.functions.setVisible(not team.duty and not self._read_only)
        self.members.set_members(team.members, held.seen)
        self.districts.set_options(areas)
        others: dict[str, list[str]] = {}
        for one in held.teams:
            for code in one.districts:
                if one.no != team.no:
                    others.setdefault(code, []).append(rules.roman(one.number) if one.number else one.name)
        self.districts.set_chosen(team.districts, {code: ", ".join(labels) for code, labels in others.items()})


def _of(held: teams.Structure, section: int = 0) -> tuple[teams.Member, ...]:
    """The members of a section or of the desk's head, those that were replaced too."""
    return tuple(one for one in held.members if not one.team and one.section == section)
