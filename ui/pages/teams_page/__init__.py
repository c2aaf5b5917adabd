# SPDX-License-Identifier: Apache-2.0
"""Tim & Penugasan: the structure of the desk, who covers which kecamatan, the roster of the posko, and the decrees."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import localities, places, regions
from desk_app.operations import (
    areas,
    days,
    issues,
    offices,
    printing,
    succession,
    targets,
    team_clashes,
    team_leave,
    teams,
)
from desk_app.operations.desk import Desk
from ui import icons, runner
from ui.dialogs import workbook_button
from ui.pages.teams_page import decreeing, roster_tab, structure
from ui.widgets import (
    clash_list,
    coverage_matrix,
    decree_panel,
    group_sheet,
    handover_panel,
    notice,
    page,
    succession_list,
)

_STRUCTURE = frozenset({"team", "member", "section", "decree", "team_district", "region", "leave"})
_ROSTER = frozenset({"shift", "handover", "member", "section", "setting", "issue", "task"})


@dataclass(frozen=True, slots=True)
class _Read:
    """What the tabs of the structure show."""

    held: teams.Structure
    matrix: teams.Matrix
    districts: tuple[tuple[str, str], ...]
    leaves: tuple[team_leave.Leave, ...]
    today: str


class TeamsPage(page.Page):
    """The page. A target's `record` is a team, a section, a member or a decree; `subject` a kecamatan, shown in the
    matrix; `chosen["show"]` is matrix, roster, decrees, clashes or succession."""

    listens = _STRUCTURE | _ROSTER | {"attachment", "phone", "clash_accepted"}
    help_topic = "teams"
    drafts_name = "teams"

    def __init__(self, desk: Desk, runner_: runner.Runner) -> None:
        super().__init__(_("Tim & Penugasan"))
        self._desk = desk
        self._runner = runner_
        self._read: _Read | None = None
        self.structure = structure.StructureTab(desk, runner_, self._write_failed, self.drafts)
        self.groups = self.structure.groups
        self.matrix = coverage_matrix.CoverageMatrix()
        self._roster: roster_tab.RosterTab | None = None
        self._decree_tab: decreeing.DecreeTab | None = None
        self._rooms = {name: _room() for name in ("roster", "decrees")}
        self.clashes = clash_list.ClashList()
        self.clashes.wanted.connect(self._mend)
        self.clashes.accepted.connect(
            lambda clash, reason: self._write(lambda: team_clashes.accept(self._desk, clash, reason))
        )
        self.clashes.withdrawn.connect(
            lambda clash: self._write(lambda: team_clashes.withdraw(self._desk, clash.accepted))
        )
        self.succession = succession_list.SuccessionList()
        self.succession.handed.connect(
            lambda member, to: self._write(lambda: succession.hand_over(self._desk, member, to or 0))
        )
        self.tabs = QtWidgets.QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.structure, icons.icon("tim"), _("Susunan"))
        self.tabs.addTab(self.matrix, icons.icon("matriks"), _("Tim & wilayah").replace("&", "&&"))
        self.tabs.addTab(self._rooms["roster"], icons.icon("jam"), _("Piket posko"))
        self.tabs.addTab(self._rooms["decrees"], icons.icon("catatan"), _("SK"))
        self.tabs.currentChanged.connect(lambda _place: self._build_shown())
        self.body.addWidget(self.clashes)
        self.body.addWidget(self.succession)
        self.body.addWidget(self.tabs, 1)
        self.print_button = self.add_button(_("Cetak Susunan Tim"), "cetak", self._print)
        self.new_section = self.add_button(_("Bidang baru"), "tambah", self.structure.new_section)
        self.new_team = self.add_button(_("Tim baru"), "tambah", self.structure.new_team, role="primary")
        self.excel_button = workbook_button.WorkbookButton(desk, runner_, "members", "teams")
        self.excel_button.notices.connect(self.notices.tell)
        self.buttons.insertWidget(0, self.excel_button)
        self.first_field = self.groups.view
        self._read_only = desk.identity.level == places.Level.DISTRICT
        self._connect()
        if self._read_only:
            self._forbid()

    @property
    def sheet(self) -> group_sheet.GroupSheet:
        """The group that is chosen."""
        return self.structure.sheet

    @property
    def roster(self) -> roster_tab.RosterTab:
        """The tab of the posko; built when it is first wanted."""
        if self._roster is None:
            made = roster_tab.RosterTab(self._desk, self._runner, self._write_failed, self.drafts)
            self._roster = made
            self._take_in("roster", made)
            made.set_clashes(self.clashes.shown)
        return self._roster

    @property
    def decree_tab(self) -> decreeing.DecreeTab:
        """The tab of the decrees; built when it is first wanted."""
        if self._decree_tab is None:
            made = decreeing.DecreeTab(self._desk, self._runner, self._write_failed)
            self._decree_tab = made
            self._take_in("decrees", made)
            made.panel.set_read_only(self._read_only)
            if self._read is not None:
                made.show_all(self._read.held.decrees, self._read.held.seen, self._read.today)
        return self._decree_tab

    @property
    def decrees(self) -> decree_panel.DecreePanel:
        """The list of the decrees with its form."""
        return self.decree_tab.panel

    def show_tab(self, name: str) -> None:
        """Bring a tab into sight: structure, matrix, roster or decrees."""
        parts: dict[str, QtWidgets.QWidget] = {"structure": self.structure, "matrix": self.matrix, **self._rooms}
        self.tabs.setCurrentWidget(parts[name])

    def refresh(self, flags: frozenset[str]) -> None:
        """Read anew what has changed."""
        if not flags or flags & _STRUCTURE:
            self._runner.read(self._read_all, self._show, self.failed, key="teams")
        if self._roster is not None and (not flags or flags & _ROSTER):
            self._roster.reload()
        if not flags or flags & (_STRUCTURE | {"shift", "clash_accepted"}):
            desk = self._desk
            self._runner.read(lambda: team_clashes.clashes(desk), self._show_clashes, self.failed, key="teams clashes")
        if not flags or flags & (_STRUCTURE | {"issue", "task"}):
            desk = self._desk
            self._runner.read(
                lambda: (succession.left(desk), issues.members(desk)),
                lambda read: self.succession.set_left(*read),
                self.failed,
                key="teams succession",
            )
        if "attachment" in flags and self._decree_tab is not None:
            self._decree_tab.reload_attached()

    def open(self, target: object) -> None:
        """Show a team, a member, a kecamatan in the matrix, the roster, a decree, or what clashes."""
        if not isinstance(target, targets.Target):
            return
        show = target.chosen.get("show")
        if show in ("roster", "decrees", "clashes", "succession"):
            self.show_tab("structure" if show in ("clashes", "succession") else str(show))
            if show == "clashes":
                self.clashes.show_all(True)
            elif show == "decrees" and target.record:
                self.decrees.await_decree(target.record)
            elif show == "roster":
                self.roster.show_day(_day(target.chosen.get("day")), target.record)
        elif target.record:
            self.structure.choose(target.record)
        elif target.subject or show == "matrix":
            self.show_tab("matrix")
            for at, row in enumerate(self.matrix.model.matrix.rows):
                if target.subject and places.is_within(target.subject, row.code):
                    self.matrix.view.setCurrentIndex(self.matrix.model.index(at, 0))

    def open_draft(self, key: str) -> None:
        """Go on with a new member of a group, with the successor of one, or with a hand-over."""
        if key == handover_panel.KEY:
            self.show_tab("roster")
            self.roster.open_draft()
        else:
            self.structure.open_draft(key)

    def _connect(self) -> None:
        self.structure.shown.connect(lambda: self.show_tab("structure"))
        self.structure.covered.connect(self._set_covered)
        self.matrix.ticked.connect(self._set_covered)
        self.matrix.team_wanted.connect(lambda no: self.open(targets.Target(targets.Page.TEAMS, record=no)))
        self.matrix.told.connect(lambda words: self.tell(words, notice.Tone.DONE))
        self.structure.notices.connect(self.notices.tell)
        self.structure.history_wanted.connect(self._open_history)
        self.structure.paper_wanted.connect(self._open_paper)

    def _take_in(self, name: str, made: roster_tab.RosterTab | decreeing.DecreeTab) -> None:
        """Put a tab that was just built into its room."""
        made.notices.connect(self.notices.tell)
        made.history_wanted.connect(self._open_history)
        room = self._rooms[name].layout()
        assert room is not None
        room.addWidget(made)

    def _build_shown(self) -> None:
        """Build the tab that was chosen, if it is not there yet."""
        shown = self.tabs.currentWidget()
        sheets = {self._rooms["roster"]: ("shifts",), self._rooms["decrees"]: ("decrees",), self.matrix: ("teams",)}
        self.excel_button.set_keys(sheets.get(shown, ("members", "teams")))
        for name, room in self._rooms.items():
            if room is shown:
                built: QtWidgets.QWidget = self.roster if name == "roster" else self.decree_tab
                built.show()

    def _forbid(self) -> None:
        for button in (self.new_section, self.new_team):
            button.hide()
        self.structure.set_read_only()
        self.clashes.set_read_only()
        self.matrix.read_only = True
        words = localities.words_for(self._desk.identity.place)
        self.stand(
            _("Hanya dapat dibaca: tim diatur oleh kantor {regency}. Perubahannya datang lewat Terima Data.").format(
                regency=words.regency.lower()
            )
        )

    def _read_all(self) -> _Read:
        desk = self._desk
        districts = {area.code: area.name for area in areas.covered(desk)}
        held = teams.structure(desk)
        # At a kecamatan the other kecamatan of a team are none of its own regions.
        elsewhere = {code for team in held.teams for code in team.districts} - districts.keys()
        if elsewhere:
            index = offices.region_index()
            for code in elsewhere:
                try:
                    districts[code] = regions.find(index, code).name
                except known.NotFound:
                    districts[code] = code
        leaves = tuple(team_leave.leaves(desk))
        today = days.today(desk).isoformat()
        return _Read(held, teams.matrix(desk), tuple(districts.items()), leaves, today)

    def _show(self, read: _Read) -> None:
        self._read = read
        self.structure.show_all(read.held, read.districts, read.leaves, read.matrix.heading)
        self.matrix.set_matrix(read.matrix)
        if self._decree_tab is not None:
            self._decree_tab.show_all(read.held.decrees, read.held.seen, read.today)
        members = sum(not one.replaced for one in read.held.members)
        self.subtitle.setText(_("{teams} tim · {members} anggota").format(teams=len(read.held.teams), members=members))
        holes = len(read.matrix.holes)
        words = _("Tim & wilayah ({count} kosong)").format(count=holes) if holes else _("Tim & wilayah")
        self.tabs.setTabText(self.tabs.indexOf(self.matrix), words.replace("&", "&&"))

    def _show_clashes(self, found: list[team_clashes.Clash]) -> None:
        self.clashes.set_clashes(found)
        if self._roster is not None:
            self._roster.set_clashes(found)

    def _mend(self, clash: team_clashes.Clash) -> None:
        """Go to where a clash is mended."""
        if clash.is_of_roster:
            self.show_tab("roster")
            self.roster.show_day(_day(clash.day), clash.record)
        else:
            self.structure.choose(clash.record)

    def _set_covered(self, team: int, code: str, on: bool) -> None:
        self._write(lambda: teams.set_covered(self._desk, team, code, on))

    def _write(self, work: Callable[[], Any]) -> None:
        self._runner.write(work, None, self._write_failed)

    def _write_failed(self, error: Exception) -> None:
        self.failed(error)
        self.refresh(frozenset())

    def _print(self) -> None:
        self._open_paper(printing.TEAM_STRUCTURE, 0)

    def _open_paper(self, key: str, record: int) -> None:
        target = targets.Target(targets.Page.REPORTS, record=record, chosen={"report": key})
        self.navigate.emit(target.page.value, target)

    def _open_history(self, no: int, title: str) -> None:
        from ui.dialogs import history_dialog

        history_dialog.HistoryDialog(self._desk, self._runner, no, title, self.window()).open()


def _room() -> QtWidgets.QWidget:
    """What a tab stands in that is built later."""
    made = QtWidgets.QWidget()
    QtWidgets.QVBoxLayout(made).setContentsMargins(0, 0, 0, 0)
    return made


def _day(value: object) -> date | None:
    """A day of a target (ISO text)."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
