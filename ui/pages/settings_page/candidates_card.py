# SPDX-License-Identifier: Apache-2.0
"""The candidates of each race: a tab a race, its list in the order of the ballot, and below it what writes them."""

import functools
from collections.abc import Callable
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import elections as election_rules
from desk_app.domain import errors as known
from desk_app.domain.counts import ballot
from desk_app.domain.counts.lines import Candidate, CandidateKind
from desk_app.operations import areas, candidates, elections
from desk_app.operations.desk import Desk
from ui import icons, theme
from ui.dialogs import attached_card, undo_notice, workbook_button
from ui.pages.settings_page import candidate_form, candidate_list_form, section
from ui.widgets import columns, empty_state, flow_row, form, table_panel

_LEAST, _MOST_BOXES = 230, 60


@dataclass(frozen=True, slots=True)
class Line:
    """A candidate as a row."""

    identity: str
    code: str
    name: str
    kind: str
    short: str
    where: str
    one: Candidate


@dataclass(frozen=True, slots=True)
class Shown:
    """What the card shows. `sources`: by race, the name of another office whose list stands here."""

    races: tuple[election_rules.Race, ...]
    lists: dict[str, tuple[Candidate, ...]]
    sources: dict[str, str]
    districts: list[tuple[str, str]]
    seen: int


def read(desk: Desk) -> Shown:
    """Read all of it, for a worker."""
    event = elections.working_event(desk)
    sources = {one.code: candidates.source(desk, one.code) for one in event.races}
    return Shown(
        races=event.races,
        lists=candidates.all_of(desk),
        sources={
            race: areas.named(desk, place).label
            for race, place in sources.items()
            if place and place != desk.identity.place
        },
        districts=[(one.code, one.name) for one in areas.districts(desk)],
        seen=candidates.seen(desk),
    )


class CandidatesCard(QtWidgets.QFrame):
    """The card; it writes through the section in which it stands."""

    def __init__(self, host: section.Section) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self._host, self._desk = host, host.desk
        self._shown = Shown((), {}, {}, [], 0)
        self._may = candidates.may_edit(self._desk)
        self.wanted = 0
        """The record that is to be opened when it is read."""
        self._undo = undo_notice.UndoNotice(host.desk, host.lanes, host.told.emit, self)
        self.tabs = QtWidgets.QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(_("Jenis pemilihan"))
        self.tabs.currentChanged.connect(lambda _at: self._show_race())
        self.remark = form.label("", "muted", wraps=True)
        self.table = table_panel.TablePanel(
            [
                columns.Column("code", _("No"), 56, sortable=False),
                columns.Column("name", _("Nama"), 260, sortable=False, stretches=True),
                columns.Column("kind", _("Macam"), 130, sortable=False),
                columns.Column("short", _("Nama pendek"), 130, sortable=False),
                columns.Column("where", _("Daerah pemilihan"), 170, sortable=False),
            ],
            name="candidates",
            identity="identity",
            has_filter=False,
        )
        self.table.setMinimumHeight(_LEAST)
        self.table.opened.connect(lambda line: self.open(line.one))
        self.table.told.connect(host.say)
        words = _("Tempel daftar dari pengumuman KPU, satu calon per baris, atau tambahkan satu per satu.")
        action = (_("Tempel daftar"), self.begin_list) if self._may else ("", None)
        self.nothing = empty_state.EmptyState("operator", _("Calon belum diisi"), words if self._may else "", *action)
        self.table.set_empty(self.nothing)
        self.buttons = self._tools()
        self.one = candidate_form.CandidateForm()
        self.one.added.connect(self._add)
        self.one.edited.connect(self._edit)
        self.one.closed.connect(self.close_forms)
        self.photos = attached_card.AttachedCard(host.desk, host.lanes, host.failed)
        self.photos.notices.connect(host.told)
        self.list = candidate_list_form.ListForm()
        self.list.entered.connect(self._put_list)
        self.list.closed.connect(self.close_forms)
        self.single = candidate_list_form.SingleForm()
        self.single.entered.connect(self._put_single)
        self.single.closed.connect(self.close_forms)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        for part in (
            form.label(_("Calon"), "heading"), self.tabs, self.remark, self.table, self.buttons, self.one, self.photos,
            self.list, self.single,
        ):
            column.addWidget(part)
        shortcut = QtGui.QShortcut(QtGui.QKeySequence(QtCore.Qt.Key.Key_Delete), self.table.view)
        shortcut.setContext(QtCore.Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.remove)
        self.close_forms()

    @property
    def race(self) -> str:
        """The race whose tab is in front."""
        at = self.tabs.currentIndex()
        return self._shown.races[at].code if 0 <= at < len(self._shown.races) else ""

    def show_read(self, shown: Shown) -> None:
        """Show what was read; the tab and the row that are in front stay."""
        before = self.race
        self._shown = shown
        blocked = self.tabs.blockSignals(True)
        while self.tabs.count() > len(shown.races):
            self.tabs.removeTab(self.tabs.count() - 1)
        for at, race in enumerate(shown.races):
            if at == self.tabs.count():
                self.tabs.addTab("")
            count = len(shown.lists[race.code])
            self.tabs.setTabText(at, f"{race.short} ({count})" if count else race.short)
            self.tabs.setTabToolTip(at, race.label)
        codes = [race.code for race in shown.races]
        self.tabs.setCurrentIndex(codes.index(before) if before in codes else 0)
        self.tabs.blockSignals(blocked)
        for one in (self.one, self.list):
            one.where.set_options(shown.districts)
        self._show_race(same=before == self.race)
        if self.wanted:
            self._open_wanted()

    def _open_wanted(self) -> None:
        wanted, self.wanted = self.wanted, 0
        for at, race in enumerate(self._shown.races):
            for one in self._shown.lists[race.code]:
                if one.record == wanted:
                    self.tabs.setCurrentIndex(at)
                    self.table.show_row(_identity(one))
                    self.open(one)

    def begin_new(self) -> None:
        """Ask for a new candidate, under the next number."""
        taken = [int(one.code) for one in self._list if "." not in one.code and one.record is not None]
        self.close_forms()
        self.one.show()
        self.one.begin(str(max(taken, default=0) + 1), has_where=self._has_where)
        self._into_sight(self.one)

    def begin_list(self) -> None:
        """Ask for a pasted list."""
        self.close_forms()
        self.list.show()
        taken = [one.code for one in self._list if one.record is not None]
        self.list.begin(self.race, taken, has_where=self._has_where)
        self._into_sight(self.list)

    def begin_single(self) -> None:
        """Ask for a single pair."""
        self.close_forms()
        known_ = next((one.name for one in self._list if one.code == "1" and one.record is not None), "")
        self.single.show()
        self.single.begin(known_)
        self._into_sight(self.single)

    def open(self, one: Candidate | None = None) -> None:
        """Show the current one, ready to be altered; one that has only a number is asked for."""
        line = self.table.current()
        chosen = one or (line.one if line is not None else None)
        if chosen is None or not self._own:
            return
        if chosen.record is None:
            self.begin_new()
            self.one.begin(chosen.code, has_where=self._has_where)
            return
        self.close_forms()
        self.one.show()
        self.one.show_one(chosen, has_where=self._has_where)
        self.photos.show()
        self.photos.show_record(chosen.record)
        self.one.lines["name"].setFocus()
        self.one.lines["name"].selectAll()
        self._into_sight(self.one)

    def remove(self) -> None:
        """Take the chosen ones off the list; the notice brings them back."""
        if not self._own:
            return
        chosen = [line.one for line in self.table.selected() if line.one.record is not None]
        numbers = [one.record for one in chosen if one.record is not None]
        if not numbers:
            return
        desk, race = self._desk, self.race
        said = _("Dihapus: {names}").format(names=", ".join(f"{one.code} {one.name}" for one in chosen[:3]))
        self.close_forms()
        self._undo.take_out(
            lambda: candidates.remove_records(desk, race, numbers), said, self._host.failed, self._host.refresh
        )

    def adopt(self) -> None:
        """Make the list of another office this one's own."""
        desk, race = self._desk, self.race
        self._host.write(lambda: candidates.adopt(desk, race))

    def close_forms(self) -> None:
        """Show the list alone."""
        self.one.record = None
        for part in (self.one, self.photos, self.list, self.single):
            part.hide()
        if self.isVisible():
            (self.table.view if self._list else self.tabs).setFocus()
            self._into_sight(self.table, self.tabs)

    @property
    def _list(self) -> tuple[Candidate, ...]:
        return self._shown.lists.get(self.race, ())

    @property
    def _own(self) -> bool:
        """Whether the list can be altered here as it stands."""
        return self._may and self.race not in self._shown.sources

    @property
    def _by_party(self) -> bool:
        return ballot.shape_of(self.race) is CandidateKind.PARTY

    @property
    def _has_where(self) -> bool:
        """Whether kecamatan can be told of a candidate here: a province has too many of them for boxes."""
        return self._by_party and 0 < len(self._shown.districts) <= _MOST_BOXES

    def _tools(self) -> QtWidgets.QWidget:
        self.new_button = self._tool("tambah", _("Tambah calon"), self.begin_new)
        self.list_button = self._tool("salin", _("Tempel daftar"), self.begin_list)
        self.single_button = self._tool("orang", _("Calon tunggal"), self.begin_single)
        self.open_button = self._tool("ubah", _("Ubah"), lambda: self.open())
        self.remove_button = self._tool("hapus", _("Hapus"), self.remove)
        self.adopt_button = self._tool("salin", _("Jadikan daftar kantor ini"), self.adopt)
        self.excel_button = workbook_button.WorkbookButton(self._desk, self._host.lanes, "candidates")
        self.excel_button.notices.connect(self._host.told)
        holder = QtWidgets.QWidget()
        policy = QtWidgets.QSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        row = flow_row.FlowRow(theme.SPACE)
        holder.setLayout(row)
        for button in (
            self.new_button, self.list_button, self.single_button, self.open_button, self.remove_button,
            self.adopt_button, self.excel_button,
        ):
            row.addWidget(button)
        return holder

    def _tool(self, icon: str, words: str, slot: Callable[[], object]) -> QtWidgets.QPushButton:
        button = form.button(icon, words, slot)
        icons.put(button, icon, "primary")
        theme.set_role(button, "link")
        return button

    def _show_race(self, *, same: bool = False) -> None:
        """Show the list of the tab; another tab closes what was open for the one before."""
        if not same:
            if self.one.record is not None:
                self.one.commit()
            self.close_forms()
        names = dict(self._shown.districts)
        self.table.set_rows(
            [
                Line(
                    _identity(one),
                    one.code,
                    one.name,
                    _(ballot.KIND_LABELS[one.kind]),
                    one.short,
                    ", ".join(names.get(code, code) for code in one.districts),
                    one,
                )
                for one in self._list
            ]
        )
        self.table.view.setColumnHidden(4, not self._by_party)
        self._say_remark()
        has = bool(self._list)
        is_pair = ballot.shape_of(self.race) is CandidateKind.PAIR
        self.new_button.setVisible(self._own)
        self.list_button.setVisible(self._own)
        self.single_button.setVisible(self._own and is_pair)
        self.open_button.setVisible(self._own and has)
        self.remove_button.setVisible(self._own and has)
        self.adopt_button.setVisible(self._may and not self._own)
        record = self.one.record
        if record is not None:
            current = next((one for one in self._list if one.record == record), None)
            if current is None:
                self.close_forms()
            else:
                self.one.show_one(current, has_where=self._has_where)
                self.photos.reload()

    def _say_remark(self) -> None:
        office = self._shown.sources.get(self.race, "")
        nameless = [one.code for one in self._list if one.record is None and one.kind is CandidateKind.PAIR]
        said = ""
        if office and self._may:
            said = _("Daftar ini dari {office}. Jadikan daftar kantor ini bila perlu diubah.").format(office=office)
        elif office:
            said = _("Daftar ini dari {office}, dan sampai lewat Terima Data.").format(office=office)
        elif nameless:
            said = _("Belum bernama: nomor {codes}. Banyaknya pasangan calon diisi di Pengaturan > Pemilihan.").format(
                codes=", ".join(nameless)
            )
        self.remark.setText(said)
        self.remark.setVisible(bool(said))

    def _add(self, typed: candidate_form.Typed) -> None:
        desk, race = self._desk, self.race

        def done(_no: int) -> None:
            self._host.say(_("Dicatat: {number}").format(number=f"{typed.code} {typed.name}"))
            self._host.refresh()
            self.one.begin(_next(typed.code), has_where=self._has_where)

        self._host.lanes.write(
            lambda: candidates.add(desk, race, typed.code, typed.name, typed.districts, typed.short),
            done,
            functools.partial(self._refused, self.one),
        )

    def _edit(self, record: int, name: str, value: object) -> None:
        desk, seen = self._desk, self._shown.seen

        def work() -> None:
            if name == "code":
                candidates.renumber(desk, record, str(value))
            else:
                candidates.edit(desk, record, seen=seen, **{name: value})

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused) or name not in self.one.rows.rows:
                self._host.failed(error)
            else:
                self.one.refuse(error, name)

        def done(_nothing: None) -> None:
            if name == "code":
                self.close_forms()
            elif name in self.one.rows.rows:
                self.one.rows.rows[name].accept()

        self._host.lanes.write(work, done, refused)

    def _put_list(self, text: str, districts: tuple[str, ...]) -> None:
        desk, race = self._desk, self.race

        def done(count: int) -> None:
            self.list.taken_in()
            said = ngettext("{count} calon dimasukkan.", "{count} calon dimasukkan.", count)
            self._host.say(said.format(count=count))
            self._host.refresh()
            self.close_forms()

        self._host.lanes.write(
            lambda: candidates.put_list(desk, race, text, districts), done, functools.partial(self._refused, self.list)
        )

    def _put_single(self, name: str) -> None:
        desk, race = self._desk, self.race

        def done(_nothing: None) -> None:
            self._host.say(_("Dicatat: {number}").format(number=f"1 {name}, 0 {_(ballot.EMPTY_NAME)}"))
            self._host.refresh()
            self.close_forms()

        self._host.lanes.write(
            lambda: candidates.put_single(desk, race, name), done, functools.partial(self._refused, self.single)
        )

    def _refused(
        self,
        part: candidate_form.CandidateForm | candidate_list_form.ListForm | candidate_list_form.SingleForm,
        error: Exception,
    ) -> None:
        if isinstance(error, known.Refused):
            part.refuse(error)
        else:
            self._host.failed(error)

    def _into_sight(self, *parts: QtWidgets.QWidget) -> None:
        """Scroll what was opened into sight, once it has its place; of several the last before all."""

        def scroll() -> None:
            area = self.parentWidget()
            while area is not None and not isinstance(area, QtWidgets.QScrollArea):
                area = area.parentWidget()
            if area is not None:
                for part in parts:
                    area.ensureWidgetVisible(part, 0, 12)

        QtCore.QTimer.singleShot(0, self, scroll)


def _identity(one: Candidate) -> str:
    return f"{one.code} {','.join(one.districts)}"


def _next(code: str) -> str:
    """The number behind one: "3.2" after "3.1"."""
    head, dot, last = code.rpartition(".")
    return f"{head}{dot}{int(last) + 1}" if last.strip().isdigit() else code
