# SPDX-License-Identifier: Apache-2.0
"""Susunan: the groups of the desk at the left, one of them at the right with its fields, kecamatan and members."""

from collections.abc import Callable
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import paper_records, printing, team_changes, team_leave, team_phones, team_text, teams
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.dialogs import ask_dialog, undo_notice
from ui.widgets import drafts, form, group_list, group_sheet, member_panel, notice, record_form, room, split_view

_REFERENCES = ("section", "decree")


class StructureTab(QtWidgets.QWidget):
    """The tab. `notices(Notice)`, `covered(team, code, on)`: a kecamatan was ticked, `history_wanted(no, title)`,
    `shown()`: something in it shall be in sight, `paper_wanted(key, record)`: a letter about it."""

    notices = QtCore.Signal(object)
    covered = QtCore.Signal(object, str, bool)
    history_wanted = QtCore.Signal(object, str)
    shown = QtCore.Signal()
    paper_wanted = QtCore.Signal(str, object)

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._undo = undo_notice.UndoNotice(desk, lanes, self.notices.emit, self)
        self._held: teams.Structure | None = None
        self._districts: tuple[tuple[str, str], ...] = ()
        self._wanted = 0
        self._begun = ""
        self.groups = group_list.GroupList()
        self._drafts = held
        self._read_only = False
        self._sheet = room.Room(self._furnish, lambda made: made, waits=True)
        self.copy_button = QtWidgets.QPushButton(_("Salin semua tim untuk WA"))
        icons.put(self.copy_button, "wa", "primary")
        theme.set_role(self.copy_button, "link")
        self.copy_button.clicked.connect(lambda _checked=False: self.copy_all())
        left = QtWidgets.QWidget()
        listed = QtWidgets.QVBoxLayout(left)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(4)
        listed.addWidget(self.groups, 1)
        listed.addWidget(self.copy_button, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        left.setFocusProxy(self.groups.view)
        self._split = split_view.SplitView(left, form.scrolled(self._sheet), name="teams", share=0.36)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.addWidget(self._split)
        self._connect()

    @property
    def sheet(self) -> group_sheet.GroupSheet:
        """The group that is chosen; made when the first one is."""
        return self._sheet.content

    def _furnish(self) -> group_sheet.GroupSheet:
        made = group_sheet.GroupSheet(self._drafts)
        made.team_edited.connect(self._edit_team)
        made.section_edited.connect(self._edit_section)
        made.ticked.connect(lambda code, on: self.covered.emit(made.key[1], code, on))
        made.delete_wanted.connect(self._delete_team)
        made.copy_wanted.connect(self._copy_team)
        made.paper_wanted.connect(lambda no: self.paper_wanted.emit(printing.ASSIGNMENT, no))
        members = made.members
        members.paper_wanted.connect(
            lambda member: self.paper_wanted.emit(paper_records.of_member(member), member.no)
        )
        for part in (made, members):
            part.history_wanted.connect(self.history_wanted)
        members.edited.connect(self._edit_member)
        members.added.connect(self._add_member)
        members.replaced.connect(self._replace_member)
        members.removed.connect(self._remove_member)
        members.mistaken.connect(self._ask_mistake)
        members.leave_edited.connect(self._edit_leave)
        members.order_wanted.connect(self._order)
        members.number_wanted.connect(self._read_number)
        members.burden_wanted.connect(self._read_burden)
        members.leave_added.connect(self._add_leave)
        members.leave_removed.connect(self._remove_leave)
        members.told.connect(self._done)
        if self._read_only:
            made.set_read_only(True)
        return made

    def _connect(self) -> None:
        self.groups.chosen.connect(self._show_group)
        self.groups.opened.connect(lambda _group: self._split.show_detail())
        self.groups.view.clicked.connect(lambda _index: self._split.show_detail())
        self.groups.filter.filtered.connect(self._seek)
        self.groups.told.connect(self._done)

    def show_all(
        self,
        held: teams.Structure,
        districts: tuple[tuple[str, str], ...],
        leaves: tuple[team_leave.Leave, ...],
        unit: str,
    ) -> None:
        """Show what was read; `unit`: what teams are sent to here, kecamatan or kabupaten and kota."""
        self.groups.set_unit(unit)
        self.sheet.districts.unit = unit
        self._held, self._districts = held, districts
        self.groups.set_rows(group_list.groups(held, dict(districts)))
        if self._wanted:
            self.choose(self._wanted)
        if self.groups.current() is None:
            self.groups.view.select_row(0)
        self.sheet.members.set_leaves(leaves, held.seen)
        self._show_group(self.groups.current())

    def set_read_only(self) -> None:
        """Only to be read, as at a kecamatan."""
        self._read_only = True
        if self._sheet.made is not None:
            self._sheet.made.set_read_only(True)

    def choose(self, record: int) -> None:
        """Show a team or section, or the group of a member with him in it; as soon as it is in the list."""
        held = self._held
        member = next((one for one in held.members if one.no == record), None) if held is not None else None
        keys = [("team", record), ("section", record)] if member is None else [group_list.group_of(member)]
        self.shown.emit()
        if any(self.groups.show_row(key) for key in keys):
            self._wanted = 0
            self._split.show_detail()
            if member is not None:
                self.sheet.members.await_member(member.no)
        else:
            self._wanted = record

    def open_draft(self, key: str) -> None:
        """Go on with a new member of a group, or with the successor of one."""
        self._begun = key
        kind, _slash, no = key.removeprefix(f"{member_panel.KEY}/").partition("/")
        self.shown.emit()
        self.groups.filter.clear()
        if key.startswith(member_panel.SUCCESSOR):
            self.choose(int(key.rpartition("/")[2]))
        else:
            self.groups.show_row((kind, int(no)))
            self._split.show_detail()
        self._go_on()

    def new_team(self) -> None:
        """Make the next team and show it."""
        self._begin_new(lambda: teams.new_team(self._desk))

    def new_section(self) -> None:
        """Make a section and show it."""
        self._begin_new(lambda: teams.new_section(self._desk, "Bidang baru"))

    def _begin_new(self, make: Callable[[], int]) -> None:
        self.shown.emit()
        self.groups.filter.clear()
        self._runner.write(make, self.choose, self._failed)

    def _go_on(self) -> None:
        """Open the form that was left, as soon as its group is shown."""
        key, members = self._begun, self.sheet.members
        current = members.table.current()
        is_successor = current is not None and key == f"{member_panel.SUCCESSOR}/{current.no}"
        if is_successor or key == f"{member_panel.KEY}/{self.sheet.key[0]}/{self.sheet.key[1]}":
            self._begun = ""
            members.go_on(key)

    def _show_group(self, group: group_list.Group | None) -> None:
        held = self._held
        if group is None or held is None:
            return
        kind, no = group.key
        there = {"team": [one.no for one in held.teams], "section": [one.no for one in held.sections]}
        if no in there.get(kind, [no]):
            self.sheet.show_group(group.key, held, self._districts)
        if self._begun:
            self._go_on()

    def _seek(self) -> None:
        """Look again for what was wanted, now that the filter is another one."""
        if self._wanted:
            self.choose(self._wanted)
            return
        words = self.groups.filter.text().casefold().split()
        shown = self.groups.model.shown()
        if words and len(shown) == 1 and shown[0] != self.groups.current():
            self.groups.view.select_row(0)
        members = self.sheet.members.table
        told = (one.no for one in members.model.shown() if all(word in _said(one) for word in words))
        found = next(told, 0) if words else 0
        if found:
            members.show_member(found)

    def _delete_team(self, no: int) -> None:
        words = _("{team} dihapus bersama anggota dan wilayahnya.").format(team=self.sheet.title.text())
        self._undo.take_out(lambda: teams.delete_team(self._desk, no), words, self._failed)

    def copy_all(self) -> None:
        """Put every team on the clipboard, as lines for a chat."""
        self._runner.read(lambda: team_text.text_of_all(self._desk), self._to_clipboard, self._failed)

    def _copy_team(self, no: int) -> None:
        self._runner.read(lambda: team_text.text_of_team(self._desk, no), self._to_clipboard, self._failed)

    def _to_clipboard(self, text: str) -> None:
        QtGui.QGuiApplication.clipboard().setText(text)
        self._done(_("Disalin. Tempel di WhatsApp dengan Ctrl+V."))

    def _edit_team(self, no: int, name: str, value: Any) -> None:
        part = self.sheet.team
        told = plain(name, value, part)
        self._edit(lambda: teams.edit_team(self._desk, no, **told), no, name, part.refuse)

    def _edit_section(self, no: int, name: str, value: Any) -> None:
        part = self.sheet.section
        told = plain(name, value, part)
        self._edit(lambda: teams.edit_section(self._desk, no, **told), no, name, part.refuse)

    def _edit_member(self, no: int, name: str, value: Any) -> None:
        part = self.sheet.members.one
        told = plain(name, value, part)

        def work() -> list[str]:
            if name == "phone":
                team_phones.set_phone(self._desk, no, value)
                return []
            teams.edit_member(self._desk, no, **told)
            odd = teams.check_member({name: value}) if name == "nip" else []
            return [_(phrase.message).format(**phrase.params) for phrase in odd]

        def odd(words: list[str]) -> None:
            if words:
                self.notices.emit(notice.Notice(" ".join(words), notice.Tone.WARNING))

        self._edit(work, no, name, part.refuse, odd)

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
        on, reason = values.pop("on"), values.pop("reason")
        # A name that is left empty would be the old one's: the successor has none yet.
        told = {name: value or None for name, value in values.items()}

        def made(done: team_changes.Replacement) -> None:
            self._member_made(done.new)
            if done.tasks or done.shifts or done.issues:
                words = _("Diganti. Ikut pindah: {tasks} tugas, {shifts} piket, {issues} permasalahan.")
                counts = {"tasks": len(done.tasks), "shifts": len(done.shifts), "issues": len(done.issues)}
                self._done(words.format(**counts))

        self._runner.write(
            lambda: team_changes.replace_member(self._desk, no, on=on, reason=reason, **told),
            made,
            self._member_refused,
        )

    def _member_made(self, no: int) -> None:
        self.sheet.members.written()
        self.sheet.members.await_member(no)

    def _member_refused(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.sheet.members.refuse(errors.words(error))

    def _remove_member(self, member: teams.Member) -> None:
        words = _("{name} dikeluarkan.").format(name=member.name)
        self._undo.take_out(lambda: team_changes.end_member(self._desk, member.no), words, self._failed)

    def _ask_mistake(self, member: teams.Member) -> None:
        """A member who was written by mistake is taken out whole; who has served is not."""
        asked = ask_dialog.AskDialog(
            _("Hapus {name} karena salah tulis?").format(name=member.name),
            _(
                "Namanya hilang dari susunan tim, piket, dan surat. Bila sudah pernah bertugas, jangan dihapus: pakai "
                "Ganti anggota bila ada penggantinya, atau Keluarkan bila tidak. Namanya lalu tetap tercatat pada apa "
                "yang dikerjakannya."
            ),
            _("Hapus"),
            danger=True,
            parent=self.window(),
        )
        asked.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.accepted.connect(lambda: self._remove_mistaken(member))
        asked.open()

    def _remove_mistaken(self, member: teams.Member) -> None:
        words = _("{name} dihapus dari susunan.").format(name=member.name)
        self._undo.take_out(lambda: teams.remove_member(self._desk, member.no), words, self._failed)

    def _order(self, numbers: list[int]) -> None:
        self._runner.write(lambda: teams.order_members(self._desk, numbers), None, self._failed)

    def _read_number(self, no: int) -> None:
        panel, desk = self.sheet.members, self._desk
        self._runner.read(
            lambda: (teams.member_number(desk, no), team_phones.phone(desk, no)),
            lambda told: panel.set_number(no, *told),
            self._failed,
        )

    def _read_burden(self, no: int) -> None:
        panel = self.sheet.members
        self._runner.read(
            lambda: team_changes.burden(self._desk, no), lambda burden: panel.set_burden(no, burden), self._failed
        )

    def _add_leave(self, no: int, first: str, last: str, reason: str) -> None:
        self._runner.write(
            lambda: team_leave.new_leave(self._desk, no, first, last, reason),
            lambda _no: self.sheet.members.leaves.clear_form(),
            self._failed,
        )

    def _edit_leave(self, one: team_leave.Leave, first: str, last: str, reason: str) -> None:
        leaves, told = self.sheet.members.leaves, {"first": first, "last": last, "reason": reason}
        seen = leaves.mending_seen
        self._runner.write(
            lambda: team_leave.edit_leave(self._desk, one.no, seen=seen, **told),
            lambda _done: leaves.written(),
            self._failed,
        )

    def _remove_leave(self, one: team_leave.Leave) -> None:
        words = _("Catatan cuti dihapus.")
        self._undo.take_out(lambda: team_leave.delete_leave(self._desk, one.no), words, self._failed)

    def _done(self, words: str) -> None:
        self.notices.emit(notice.Notice(words, notice.Tone.DONE))


def _said(one: teams.Member) -> str:
    return f"{one.person} {one.office}".casefold()


def plain(name: str, value: Any, told_by: record_form.RecordForm) -> dict[str, Any]:
    """A value of a form as the operation takes it, with what the form had seen."""
    empty = value == "" or (name in _REFERENCES and value == group_sheet.NONE)
    return {name: None if empty else value, "seen": told_by.seen(name)}
