# SPDX-License-Identifier: Apache-2.0
"""Tim & Penugasan: the structure of the desk, who covers which kecamatan, and the decrees it all stands on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import localities, places, regions
from desk_app.operations import areas, offices, targets, teams
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.dialogs import undo_notice
from ui.widgets import (
    coverage_matrix,
    decree_panel,
    form,
    group_list,
    group_sheet,
    member_panel,
    notice,
    page,
    record_form,
    split_view,
)

_REFERENCES = ("section", "decree")


@dataclass(frozen=True, slots=True)
class _Read:
    """Everything the page shows."""

    held: teams.Structure
    matrix: teams.Matrix
    districts: tuple[tuple[str, str], ...]


class TeamsPage(page.Page):
    """The page. A target's `record` is a team, a section or a member; `subject` a kecamatan, shown in the matrix."""

    listens = frozenset({"team", "member", "section", "decree", "team_district", "region"})
    help_topic = "teams"
    drafts_name = "teams"

    def __init__(self, desk: Desk, runner_: runner.Runner) -> None:
        super().__init__(_("Tim & Penugasan"))
        self._desk = desk
        self._runner = runner_
        self._undo = undo_notice.UndoNotice(desk, runner_, self.notices.tell, self)
        self._read: _Read | None = None
        self._wanted = 0
        self._begun = ""
        self._read_only = desk.identity.level == places.Level.DISTRICT
        self.groups = group_list.GroupList()
        self.sheet = group_sheet.GroupSheet(self.drafts)
        self.matrix = coverage_matrix.CoverageMatrix()
        self.decrees = decree_panel.DecreePanel()
        self._split = split_view.SplitView(self._left(), form.scrolled(self.sheet), name="teams", share=0.38)
        self.tabs = QtWidgets.QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        first = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(first)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.addWidget(self._split)
        self.tabs.addTab(first, icons.icon("tim"), _("Susunan"))
        self.tabs.addTab(self.matrix, icons.icon("matriks"), _("Matriks wilayah"))
        self.tabs.addTab(self.decrees, icons.icon("catatan"), _("Surat keputusan"))
        self.body.addWidget(self.tabs, 1)
        self.print_button = self.add_button(_("Cetak Susunan Tim"), "cetak", self._print)
        self.new_section = self.add_button(_("Bidang baru"), "tambah", self._new_section)
        self.new_team = self.add_button(_("Tim baru"), "tambah", self._new_team, role="primary")
        self.first_field = self.groups.view
        self._connect()
        if self._read_only:
            self._forbid()

    def refresh(self, flags: frozenset[str]) -> None:
        """Read the structure anew."""
        self._runner.read(self._read_all, self._show, self.failed, key="teams")

    def open(self, target: object) -> None:
        """Show a team, or a kecamatan in the matrix."""
        if not isinstance(target, targets.Target):
            return
        if target.record:
            self._choose(target.record)
        elif target.subject or target.chosen.get("show") == "matrix":
            self.tabs.setCurrentWidget(self.matrix)
            for at, row in enumerate(self.matrix.model.matrix.rows):
                if target.subject and places.is_within(target.subject, row.code):
                    self.matrix.view.setCurrentIndex(self.matrix.model.index(at, 0))

    def open_draft(self, key: str) -> None:
        """Go on with a new member of a group, or with the successor of one."""
        self._begun = key
        kind, _slash, no = key.removeprefix(f"{member_panel.KEY}/").partition("/")
        self.tabs.setCurrentIndex(0)
        self.groups.filter.clear()
        if key.startswith(member_panel.SUCCESSOR):
            self._choose(int(key.rpartition("/")[2]))
        else:
            self.groups.show_row((kind, int(no)))
            self._split.show_detail()
        self._go_on()

    def _go_on(self) -> None:
        """Open the form that was left, as soon as its group is shown."""
        key, members = self._begun, self.sheet.members
        current = members.table.current()
        is_successor = current is not None and key == f"{member_panel.SUCCESSOR}/{current.no}"
        if is_successor or key == f"{member_panel.KEY}/{self.sheet.key[0]}/{self.sheet.key[1]}":
            self._begun = ""
            members.go_on(key)

    def _left(self) -> QtWidgets.QWidget:
        left = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.groups)
        return left

    def _connect(self) -> None:
        self.groups.chosen.connect(self._show_group)
        self.groups.opened.connect(lambda _group: self._split.show_detail())
        self.groups.view.clicked.connect(lambda _index: self._split.show_detail())
        self.groups.filter.filtered.connect(self._seek)
        self.groups.told.connect(self._done)
        self.sheet.team_edited.connect(self._edit_team)
        self.sheet.section_edited.connect(self._edit_section)
        self.sheet.ticked.connect(lambda code, on: self._set_covered(self.sheet.key[1], code, on))
        self.sheet.delete_wanted.connect(self._delete_team)
        for part in (self.sheet, self.sheet.members, self.decrees):
            part.history_wanted.connect(self._open_history)
        members = self.sheet.members
        members.edited.connect(self._edit_member)
        members.added.connect(self._add_member)
        members.replaced.connect(self._replace_member)
        members.removed.connect(self._remove_member)
        members.order_wanted.connect(self._order)
        members.number_wanted.connect(self._read_number)
        members.told.connect(self._done)
        self.matrix.ticked.connect(self._set_covered)
        self.matrix.team_wanted.connect(lambda no: self.open(targets.Target(targets.Page.TEAMS, record=no)))
        self.matrix.told.connect(self._done)
        self.decrees.new_wanted.connect(self._new_decree)
        self.decrees.edited.connect(self._edit_decree)
        self.decrees.told.connect(self._done)

    def _forbid(self) -> None:
        for button in (self.new_section, self.new_team):
            button.hide()
        for part in (self.sheet, self.decrees):
            part.set_read_only(True)
        self.matrix.read_only = True
        words = localities.words_for(self._desk.identity.place)
        self.stand(
            _("Hanya dapat dibaca: tim diatur oleh kantor {regency}. Perubahannya datang lewat Terima Data.").format(
                regency=words.regency.lower()
            )
        )

    def _read_all(self) -> _Read:
        districts = {area.code: area.name for area in areas.districts(self._desk)}
        held = teams.structure(self._desk)
        # At a kecamatan the other kecamatan of a team are none of its own regions.
        elsewhere = {code for team in held.teams for code in team.districts} - districts.keys()
        if elsewhere:
            index = offices.region_index()
            for code in elsewhere:
                try:
                    districts[code] = regions.find(index, code).name
                except known.NotFound:
                    districts[code] = code
        return _Read(held, teams.matrix(self._desk), tuple(districts.items()))

    def _show(self, read: _Read) -> None:
        self._read = read
        self.groups.set_rows(group_list.groups(read.held, dict(read.districts)))
        if self._wanted:
            self._choose(self._wanted)
        if self.groups.current() is None:
            self.groups.view.select_row(0)
        self._show_group(self.groups.current())
        self.matrix.set_matrix(read.matrix)
        self.decrees.set_decrees(read.held.decrees, read.held.seen)
        members = sum(not one.replaced for one in read.held.members)
        self.subtitle.setText(_("{teams} tim · {members} anggota").format(teams=len(read.held.teams), members=members))
        holes = len(read.matrix.holes)
        words = _("Matriks wilayah ({count} kosong)").format(count=holes) if holes else _("Matriks wilayah")
        self.tabs.setTabText(self.tabs.indexOf(self.matrix), words)

    def _show_group(self, group: group_list.Group | None) -> None:
        read = self._read
        if group is None or read is None:
            return
        kind, no = group.key
        held = {"team": [one.no for one in read.held.teams], "section": [one.no for one in read.held.sections]}
        if no in held.get(kind, [no]):
            self.sheet.show_group(group.key, read.held, read.districts)
        if self._begun:
            self._go_on()

    def _choose(self, record: int) -> None:
        """Show a team or section, or the group of a member with him in it; as soon as it is in the list."""
        held = self._read.held if self._read is not None else None
        member = next((one for one in held.members if one.no == record), None) if held is not None else None
        keys = [("team", record), ("section", record)] if member is None else [group_list.group_of(member)]
        self.tabs.setCurrentIndex(0)
        if any(self.groups.show_row(key) for key in keys):
            self._wanted = 0
            self._split.show_detail()
            if member is not None:
                self.sheet.members.await_member(member.no)
        else:
            self._wanted = record

    def _seek(self) -> None:
        """Look again for what was wanted, now that the filter is another one."""
        if self._wanted:
            self._choose(self._wanted)

    def _write(self, work: Callable[[], Any], done: Callable[[Any], None] | None = None) -> None:
        self._runner.write(work, done, self._write_failed)

    def _write_failed(self, error: Exception) -> None:
        self.failed(error)
        self.refresh(frozenset())

    def _new_team(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.groups.filter.clear()
        self._write(lambda: teams.new_team(self._desk), self._choose)

    def _new_section(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.groups.filter.clear()
        self._write(lambda: teams.new_section(self._desk, "Bidang baru"), self._choose)

    def _new_decree(self) -> None:
        self._write(lambda: teams.new_decree(self._desk), self.decrees.await_decree)

    def _delete_team(self, no: int) -> None:
        words = _("{team} dihapus bersama anggota dan wilayahnya.").format(team=self.sheet.title.text())
        self._take_out(lambda: teams.delete_team(self._desk, no), words)

    def _edit_team(self, no: int, name: str, value: Any) -> None:
        part = self.sheet.team
        told = _plain(name, value, part)
        self._edit(lambda: teams.edit_team(self._desk, no, **told), no, name, part.refuse)

    def _edit_section(self, no: int, name: str, value: Any) -> None:
        part = self.sheet.section
        told = _plain(name, value, part)
        self._edit(lambda: teams.edit_section(self._desk, no, **told), no, name, part.refuse)

    def _edit_decree(self, no: int, name: str, value: Any) -> None:
        part = self.decrees.form
        told = _plain(name, value, part)
        self._edit(lambda: teams.edit_decree(self._desk, no, **told), no, name, part.refuse)

    def _edit_member(self, no: int, name: str, value: Any) -> None:
        told = _plain(name, value, self.sheet.members.one)

        def work() -> list[str]:
            teams.edit_member(self._desk, no, **told)
            odd = teams.check_member({name: value}) if name == "nip" else []
            return [_(phrase.message).format(**phrase.params) for phrase in odd]

        def odd(words: list[str]) -> None:
            if words:
                self.tell(" ".join(words), notice.Tone.WARNING)

        self._edit(work, no, name, self.sheet.members.one.refuse, odd)

    def _edit(
        self,
        work: Callable[[], Any],
        no: int,
        name: str,
        refuse: Callable[[object, str, str], None],
        done: Callable[[Any], None] | None = None,
    ) -> None:
        """Write one field; a refusal stands under it."""

        def failed(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            refuse(no, name, errors.words(error))

        self._runner.write(work, done, failed)

    def _add_member(self, values: dict[str, Any]) -> None:
        kind, no = self.sheet.key
        where = {kind: no} if kind in ("team", "section") else {}
        told = {name: value or None for name, value in values.items() if name not in ("office", "role")}
        self._runner.write(
            lambda: teams.new_member(self._desk, values["office"], values["role"], **told, **where),
            self._member_made,
            self._member_refused,
        )

    def _replace_member(self, no: int, values: dict[str, Any]) -> None:
        # A name that is left empty would be the old one's: the successor has none yet.
        told = {name: value or None for name, value in values.items()}
        self._runner.write(
            lambda: teams.replace_member(self._desk, no, **told), self._member_made, self._member_refused
        )

    def _member_made(self, no: int) -> None:
        self.sheet.members.written()
        self.sheet.members.await_member(no)

    def _member_refused(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.sheet.members.refuse(errors.words(error))

    def _remove_member(self, member: teams.Member) -> None:
        name = member.person or member.office
        words = _("{name} dikeluarkan.").format(name=name)
        self._take_out(lambda: teams.remove_member(self._desk, member.no), words)

    def _order(self, numbers: list[int]) -> None:
        self._write(lambda: teams.order_members(self._desk, numbers))

    def _read_number(self, no: int) -> None:
        panel = self.sheet.members
        self._runner.read(
            lambda: teams.member_number(self._desk, no), lambda number: panel.set_number(no, number), self.failed
        )

    def _set_covered(self, team: int, code: str, on: bool) -> None:
        self._write(lambda: teams.set_covered(self._desk, team, code, on))

    def _print(self) -> None:
        target = targets.Target(targets.Page.REPORTS, chosen={"report": "susunan-tim"})
        self.navigate.emit("reports", target)

    def _take_out(self, work: Callable[[], None], words: str) -> None:
        """Take something out and say so, with the way back beside it."""
        self._undo.take_out(work, words, self._write_failed)

    def _open_history(self, no: int, title: str) -> None:
        from ui.dialogs import history_dialog

        history_dialog.HistoryDialog(self._desk, self._runner, no, title, self.window()).open()

    def _done(self, words: str) -> None:
        self.tell(words, notice.Tone.DONE)


def _plain(name: str, value: Any, told_by: record_form.RecordForm) -> dict[str, Any]:
    """A value of a form as the operation takes it, with what the form had seen."""
    empty = value == "" or (name in _REFERENCES and value == group_sheet.NONE)
    return {name: None if empty else value, "seen": told_by.seen(name)}
