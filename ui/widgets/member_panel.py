# SPDX-License-Identifier: Apache-2.0
"""The members of a team, of a section or of the desk itself: the table, its buttons, and the form of one."""

from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import people
from desk_app.domain import teams as rules
from desk_app.operations import paper_records, printing, team_changes, team_leave, teams
from ui import theme
from ui.widgets import (
    day_field,
    drafts,
    fields,
    flow_row,
    form,
    leave_list,
    member_table,
    new_member,
    record_form,
    room,
)

KEY = "teams/member"
"""The draft of a new member: the kind and number of the group follow."""
SUCCESSOR = "teams/successor"
"""The draft of who comes in the place of a member: the number of that one follows."""


class MemberPanel(QtWidgets.QFrame):
    """The panel; it follows what is chosen in its table.

    `edited(no, name, value)`, `added(values)`, `replaced(no, values)`, `removed(Member)`, `mistaken(Member)`: was
    written by mistake and never served, `order_wanted(numbers)`,
    `number_wanted(no)`: the whole NIP and the phone are asked for, to be given to `set_number`. `burden_wanted(no)`:
    what would go to a successor, to be given to `set_burden`. `leave_added(no, first, last, reason)`,
    `leave_edited(Leave, first, last, reason)`, `leave_removed(Leave)`, `history_wanted(no, title)`,
    `paper_wanted(Member)`: the letter by which he is sent.
    """

    edited = QtCore.Signal(object, str, object)
    added = QtCore.Signal(object)
    replaced = QtCore.Signal(object, object)
    removed = QtCore.Signal(object)
    mistaken = QtCore.Signal(object)
    order_wanted = QtCore.Signal(object)
    number_wanted = QtCore.Signal(object)
    burden_wanted = QtCore.Signal(object)
    leave_added = QtCore.Signal(object, str, str, str)
    leave_edited = QtCore.Signal(object, str, str, str)
    leave_removed = QtCore.Signal(object)
    history_wanted = QtCore.Signal(object, str)
    paper_wanted = QtCore.Signal(object)
    told = QtCore.Signal(str)

    def __init__(self, held: drafts.Drafts | None = None, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self._drafts = held if held is not None else drafts.Drafts(self)
        self._group: tuple[str, int] = ("", 0)
        self._title = ""
        self._asked = ""
        self._read_only = False
        self._wanted = 0
        self.table = member_table.MemberTable()
        self.add_button = form.button("tambah", _("Tambah anggota"), self._start_adding)
        self.replace_button = form.button("orang", _("Ganti anggota"), self._start_replacing)
        self.remove_button = form.button("keluar", _("Keluarkan"), self._remove)
        self.mistake_button = form.button("hapus", _("Salah tulis …"), self._ask_mistake)
        self.mistake_button.setToolTip(_("Hapus anggota yang salah ditulis dan tidak pernah bertugas"))
        self.up = form.button("naik", _("Naik"), lambda: self.table.step(-1))
        self.down = form.button("turun", _("Turun"), lambda: self.table.step(1))
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(form.label(_("Anggota"), "heading"))
        head.addStretch(1)
        head.addWidget(self.add_button)
        self._tools = QtWidgets.QWidget()
        tools = flow_row.FlowRow(theme.SPACE)
        self._tools.setLayout(tools)
        self._altering = (self.replace_button, self.remove_button, self.mistake_button, self.up, self.down)
        self.history_button = form.button("riwayat", _("Riwayat"), self._ask_history)
        self.paper_button = form.button("laporan", _("Surat tugas"), self._ask_paper)
        for button in (self.paper_button, *self._altering, self.history_button):
            tools.addWidget(button)
        self.one = new_member.member_form()
        _add_service(self.one)
        self.one.edited.connect(self.edited)
        self._leaves: tuple[team_leave.Leave, ...] = ()
        self._leaves_seen: int | None = None
        self.leaves = leave_list.LeaveList()
        self.leaves.added.connect(lambda *told: self.leave_added.emit(self.one.record, *told))
        self.leaves.edited.connect(self.leave_edited)
        self.leaves.removed.connect(self.leave_removed)
        self.asking = room.Room(self._furnish_asking, lambda made: made)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self._tools)
        column.addWidget(self.asking)
        column.addWidget(self.one)
        column.addWidget(self.leaves)
        self.asking.hide()
        self._replacing = 0
        self._seen: int | None = None
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _member: self.one.field("office").setFocus())
        self.table.order_wanted.connect(self.order_wanted)
        self.table.told.connect(self.told)
        self._show(None)

    @property
    def new(self) -> new_member.NewMember:
        """The form for a new member; made when it is first wanted."""
        return self.asking.content

    def _furnish_asking(self) -> new_member.NewMember:
        made = new_member.NewMember(self._drafts)
        made.wanted.connect(self._finish)
        made.cancelled.connect(self.give_up)
        return made

    def set_members(self, members: tuple[teams.Member, ...], seen: int | None = None) -> None:
        """Show members in their order, as they were read so far (`seen`)."""
        self._seen = seen
        self.table.set_members(members)
        if self._wanted:
            self.table.show_member(self._wanted)

    def await_member(self, no: int) -> None:
        """Choose this member as soon as it is in the list."""
        self._wanted = no
        self.table.show_member(no)

    def set_number(self, no: int, number: str, phone: str = "") -> None:
        """Show the whole NIP and the phone of the member that is shown."""
        if self.one.record == no:
            self.one.field("nip").set_value(number)
            self.one.field("phone").set_value(phone)

    def set_leaves(self, leaves: tuple[team_leave.Leave, ...], seen: int | None = None) -> None:
        """When members are away; of the one that is shown it is said."""
        self._leaves, self._leaves_seen = leaves, seen
        self.leaves.set_leaves([one for one in leaves if one.member == self.one.record], seen)

    def set_burden(self, no: int, burden: team_changes.Burden) -> None:
        """Say what would go to the successor of a member."""
        if no == self._replacing and burden.is_any:
            words = _(
                "Ikut pindah kepada pengganti: {tasks} tugas yang belum selesai, {shifts} piket mendatang, {issues} "
                "permasalahan."
            )
            self.new.burden.setText(words.format(tasks=burden.tasks, shifts=burden.shifts, issues=burden.issues))
            self.new.burden.show()

    def set_read_only(self, read_only: bool) -> None:
        """Only to be read, as at a kecamatan."""
        self._read_only = read_only
        for button in (self.add_button, *self._altering):
            button.setVisible(not read_only)
        self.leaves.set_read_only(read_only)
        self.table.set_read_only(read_only)
        self.one.set_read_only(read_only)
        self._show(self.table.current())

    def commit(self) -> None:
        """Let every field say what is entered and not yet told."""
        self.one.commit()

    def set_group(self, group: tuple[str, int], title: str) -> None:
        """Say whose members these are; a new member that was begun for another group waits with that one."""
        if group == self._group:
            self._title = title
            return
        self.stop_asking()
        self._group, self._title = group, title
        if self._drafts.get(self._new_key()) is not None and not self._read_only:
            self._open_new()

    def go_on(self, key: str) -> None:
        """Go on with a draft of the group that is shown: a new member, or the successor of the current one."""
        if key.startswith(SUCCESSOR):
            self._start_replacing()
        else:
            self._start_adding()

    def stop_asking(self) -> None:
        """Take the form for a new member away; what was typed in it stays a draft."""
        if self.asking.made is not None:
            self.asking.made.draft.end()
        self.asking.hide()
        self._show(self.table.current())

    def give_up(self) -> bool:
        """Take the form away, and what was typed in it; True, there was a form."""
        self.new.draft.throw_away()
        self.stop_asking()
        return True

    def written(self) -> None:
        """The member that was asked for is written."""
        self._drafts.drop(self._asked)
        if self.asking.made is not None and self.asking.made.draft.key == self._asked:
            self.stop_asking()
            self.add_button.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say why a new member was not taken."""
        self.new.form.form.rows["office"].refuse(words)

    def _show(self, member: teams.Member | None) -> None:
        if member is not None and member.no == self._wanted:
            self._wanted = 0
        shown = member is not None and self.asking.isHidden()
        self.one.setVisible(shown)
        self._tools.setVisible(member is not None)
        if member is None:
            self.one.show_record(None, {})
            self.leaves.hide()
            return
        letter = paper_records.of_member(member)
        self.paper_button.setVisible(bool(letter))
        self.paper_button.setText(_(printing.report_title(letter)) if letter else "")
        known = any(one.member == member.no for one in self._leaves)
        self.leaves.setVisible(shown and (known or not self._read_only))
        is_other = self.one.record != member.no
        names = ("role", "office", "person", "rank", "unit", "service", "period_from", "period_to")
        values = {name: getattr(member, name) for name in names}
        self.one.show_record(member.no, values | ({"nip": member.nip, "phone": ""} if is_other else {}), self._seen)
        if is_other:
            self.leaves.clear_form()
            self.set_leaves(self._leaves, self._leaves_seen)
            self.number_wanted.emit(member.no)

    def _new_key(self) -> str:
        kind, no = self._group
        return f"{KEY}/{kind}/{no}"

    def _start_adding(self) -> None:
        self._open_new()
        # As Tab would: what is proposed is selected, and typed over.
        self.new.form.field("role").setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def _open_new(self) -> None:
        self._ask(0, _("Anggota baru"), _("Tambahkan"))
        self.new.form.show_record("new", dict.fromkeys(("office", "person", "rank", "nip", "unit", "on", "reason"), ""))
        self.new.form.field("role").set_value(rules.POSITIONS[14] if self.table.model.total else rules.POSITIONS[12])
        self.new.draft.begin(self._new_key(), f"{_('Anggota baru')} · {self._title}")

    def _start_replacing(self) -> None:
        member = self.table.current()
        if member is None:
            return
        name = member.person or member.office
        title = _("Pengganti {name} (kedua nama tetap tercatat pada apa yang dikerjakan)")
        self._ask(member.no, title.format(name=name), _("Ganti"))
        kept = {"role": member.role, "office": member.office, "unit": member.unit}
        self.new.form.show_record("new", kept | dict.fromkeys(("person", "rank", "nip", "on", "reason"), ""))
        self.burden_wanted.emit(member.no)
        self.new.draft.begin(f"{SUCCESSOR}/{member.no}", _("Pengganti {name}").format(name=name))
        self.new.form.field("person").setFocus()

    def _ask(self, replacing: int, title: str, verb: str) -> None:
        self.commit()
        self._replacing = replacing
        self.new.ask(title, verb, replaces=bool(replacing))
        self.one.hide()
        self.leaves.hide()
        self.asking.show()
        QtCore.QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QtWidgets.QScrollArea):
            parent = parent.parentWidget()
        if parent is not None:
            parent.ensureWidgetVisible(self.asking)

    def _finish(self) -> None:
        values: dict[str, Any] = self.new.form.values()
        self.new.form.form.accept_all()
        self._asked = self.new.draft.key
        if self._replacing:
            self.replaced.emit(self._replacing, values)
        else:
            self.added.emit({name: value for name, value in values.items() if name not in ("on", "reason")})

    def _ask_paper(self) -> None:
        member = self.table.current()
        if member is not None:
            self.paper_wanted.emit(member)

    def _ask_history(self) -> None:
        member = self.table.current()
        if member is not None:
            self.history_wanted.emit(member.no, member.person or member.office)

    def _remove(self) -> None:
        member = self.table.current()
        if member is not None:
            self.removed.emit(member)

    def _ask_mistake(self) -> None:
        member = self.table.current()
        if member is not None:
            self.mistaken.emit(member)


def _add_service(made: record_form.RecordForm) -> None:
    """What is said of a member besides who he is."""
    services: list[tuple[str, str]] = [("", _("– menurut instansinya –"))]
    services += [(one.value, _(words)) for one, words in people.SERVICE_LABELS.items()]
    made.add("service", _("Status kepegawaian"), fields.ChoiceField(services))
    made.add("phone", _("Telepon"), fields.LineField(limit=40), _("Hanya di kantor ini; tidak ikut terkirim."))
    made.add("period_from", _("Bertugas mulai"), day_field.DayField())
    made.add("period_to", _("Bertugas sampai"), day_field.DayField())
