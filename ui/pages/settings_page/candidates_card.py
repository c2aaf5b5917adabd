# SPDX-License-Identifier: Apache-2.0
"""The candidates of each race: a tab a race, its list in the order of the ballot, and below it what writes them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain.counts import ballot
from desk_app.domain.counts.lines import Candidate, CandidateKind
from desk_app.operations import candidates
from ui import icons, theme
from ui.dialogs import undo_notice, workbook_button
from ui.pages.settings_page import candidate_forms, candidate_reading, section
from ui.widgets import columns, empty_state, flow_row, form, table_panel

_LEAST = 230


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


class CandidatesCard(QtWidgets.QFrame):
    """The card; it writes through the section in which it stands."""

    def __init__(self, host: section.Section) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self._host, self._desk = host, host.desk
        self._shown = candidate_reading.NOTHING
        self._may = candidates.may_edit(self._desk)
        self.wanted = 0
        """The record that is to be opened when it is read."""
        self._undo = undo_notice.UndoNotice(host.desk, host.lanes, host.told.emit, self)
        self.forms = candidate_forms.CandidateForms(host)
        self.forms.opened.connect(lambda opened: self._into_sight(opened))
        self.forms.closed.connect(self._to_list)
        self.tabs = QtWidgets.QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(_("Jenis pemilihan"))
        self.tabs.currentChanged.connect(lambda _at: self._show_race())
        self.remark = form.label("", "muted", wraps=True)
        self.table = table_panel.TablePanel(
            [
                columns.Column("code", _("No"), 56, sortable=False),
                columns.Column("name", _("Nama"), 200, sortable=False, stretches=True),
                columns.Column("kind", _("Macam"), 120, sortable=False),
                columns.Column("short", _("Nama pendek"), 120, sortable=False),
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
        action = (_("Tempel daftar"), lambda: self.forms.begin_list()) if self._may else ("", None)
        self.nothing = empty_state.EmptyState("operator", _("Calon belum diisi"), words if self._may else "", *action)
        self.table.set_empty(self.nothing)
        self.buttons = self._tools()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        title = form.label(_("Calon"), "heading")
        for part in (title, self.tabs, self.remark, self.table, self.buttons, self.forms):
            column.addWidget(part)
        shortcut = QtGui.QShortcut(QtGui.QKeySequence(QtCore.Qt.Key.Key_Delete), self.table.view)
        shortcut.setContext(QtCore.Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.remove)
        self.forms.close_all()

    @property
    def race(self) -> str:
        """The race whose tab is in front."""
        at = self.tabs.currentIndex()
        return self._shown.races[at].code if 0 <= at < len(self._shown.races) else ""

    def show_read(self, shown: candidate_reading.Shown) -> None:
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
        self.forms.show_read(shown)
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

    def open(self, one: Candidate | None = None) -> None:
        """Show the current one, ready to be altered."""
        line = self.table.current()
        chosen = one or (line.one if line is not None else None)
        if chosen is not None and self._own:
            self.forms.open(chosen)

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
        self.forms.close_all()
        self._undo.take_out(
            lambda: candidates.remove_records(desk, race, numbers), said, self._host.failed, self._host.refresh
        )

    def adopt(self) -> None:
        """Make the list of another office this one's own."""
        desk, race = self._desk, self.race
        self._host.write(lambda: candidates.adopt(desk, race))

    def _to_list(self) -> None:
        """The list alone is shown: the keys go there."""
        if self.isVisible():
            (self.table.view if self._list else self.tabs).setFocus()
            self._into_sight(self.table, self.tabs)

    @property
    def _list(self) -> tuple[Candidate, ...]:
        return self._shown.of(self.race)

    @property
    def _own(self) -> bool:
        """Whether the list can be altered here as it stands."""
        return self._may and self.race not in self._shown.sources

    def _tools(self) -> QtWidgets.QWidget:
        self.new_button = self._tool("tambah", _("Tambah calon"), lambda: self.forms.begin_new())
        self.list_button = self._tool("salin", _("Tempel daftar"), lambda: self.forms.begin_list())
        self.single_button = self._tool("orang", _("Calon tunggal"), lambda: self.forms.begin_single())
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
        self.forms.set_race(self.race, same=same)
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
        self.table.view.setColumnHidden(4, not candidate_reading.is_by_party(self.race))
        self._say_remark()
        has = bool(self._list)
        is_pair = ballot.shape_of(self.race) is CandidateKind.PAIR
        self.new_button.setVisible(self._own)
        self.list_button.setVisible(self._own)
        self.single_button.setVisible(self._own and is_pair)
        self.open_button.setVisible(self._own and has)
        self.remove_button.setVisible(self._own and has)
        self.adopt_button.setVisible(self._may and not self._own)

    def _say_remark(self) -> None:
        office = self._shown.sources.get(self.race, "")
        nameless = self._shown.nameless(self.race)
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
