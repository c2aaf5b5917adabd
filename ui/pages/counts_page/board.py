# SPDX-License-Identifier: Apache-2.0
"""Rekap: how far the copies are and, for who may see them, the sums by region: a table and bars, down to one TPS.

What came in is weighed first, beside the window. Without the right nothing but the progress is read.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import places, words
from desk_app.domain.counts.rights import Right
from desk_app.operations import (
    count_area,
    count_board,
    count_keys,
    count_text,
    targets,
)
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.dialogs import count_open_dialog
from ui.pages.counts_page import part, races, walling, weighing
from ui.widgets import (
    chart_view,
    columns,
    count_lines,
    empty_state,
    fields,
    form,
    icon_line,
    notice,
    sealed_card,
    split_view,
)

FOLLOWS = frozenset("count_form count_result count_rules count_wrap count_reader count_key candidate conflict".split())

LONGEST = 28
"""Letters of a region in the way to it; the whole name stands beside the mouse."""


@dataclass(frozen=True, slots=True)
class Board:
    """What is shown: sums only for who may see them."""

    progress: count_board.Progress
    access: count_keys.Access
    refused: words.Phrase | None
    totals: count_board.Totals | None
    turnout: count_board.Participation | None
    trail: tuple[tuple[str, str], ...]


class BoardPart(part.Part):
    """The tab."""

    listens = FOLLOWS

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed)
        self.board: Board | None = None
        self.region = desk.identity.place
        self.rounds = weighing.Weighing(
            self, "counts/board", [Right.TOTALS], look=self._look, take=self._take, failed=self._failed
        )
        self._line = ""
        self._shape: tuple[object, ...] = ()
        self.table: count_lines.CountTable | None = None
        self.split: split_view.SplitView
        self.races = races.RaceButtons(desk)
        self.races.chosen.connect(lambda: self._show_other(self.region))
        self.wall = walling.CountWall(desk, lanes, self)
        self.wall_button = QtWidgets.QPushButton(_("Layar besar"))
        icons.put(self.wall_button, "layar_posko")
        theme.set_role(self.wall_button, "menu")
        menu = QtWidgets.QMenu(self.wall_button)
        menu.addAction(_("Data masuk saja"), lambda: self.wall.show_race(self.races.value(), with_totals=False))
        self._totals_action = menu.addAction(
            _("Dengan jumlah suara …"), lambda: self.wall.show_race(self.races.value(), with_totals=True)
        )
        self.wall_button.setMenu(menu)
        self.copy_button = QtWidgets.QPushButton(_("Salin kemajuan untuk WA"))
        icons.put(self.copy_button, "wa", "primary")
        theme.set_role(self.copy_button, "link")
        self.copy_button.clicked.connect(lambda _checked=False: self._copy_progress())
        self.charts_button = QtWidgets.QPushButton(_("Bagan"))
        icons.put(self.charts_button, "grafik", "primary")
        theme.set_role(self.charts_button, "link")
        self.charts_button.clicked.connect(lambda _checked=False: self.split.show_detail())
        self.words = form.label("", "strong", wraps=True)
        self.excluded = icon_line.IconLine("berbeda", "berbeda", "")
        self.turnout = form.label("", "muted", wraps=True)
        self.weighing = form.label("", "muted")
        self.rounds.stepped.connect(self.weighing.setText)
        self.weighing.setAlignment(QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignVCenter)
        self.weighing.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Preferred)
        self.sealed = sealed_card.SealedCard()
        self.sealed.open_wanted.connect(self._open_sealed)
        self.sealed.setup_wanted.connect(
            lambda: self.navigate.emit("settings", targets.Target(targets.Page.SETTINGS, chosen={"section": "counts"}))
        )
        self.chart_choice = fields.ChoiceField()
        self.chart_choice.setAccessibleName(_("Bagan"))
        self.chart_choice.committed.connect(self._choose_line)
        self.votes = chart_view.ChartView()
        self.bars = chart_view.ChartView()
        self.shares = chart_view.ChartView()
        self._lay_out()
        self.first_field = self.races

    def reload(self, flags: frozenset[str] = frozenset()) -> None:
        """Weigh what came in, where that is allowed, then read."""
        if flags & {"election", "setting", "count_rules"} or not flags:
            self.races.load()
        self.rounds.weigh()

    def open_target(self, target: targets.Target) -> None:
        """Show a race and a region."""
        race = str(target.chosen.get("race") or "")
        if race:
            self.races.set_value(race)
        self._show_other(places.region_of(target.subject) if target.subject else self.region)

    def go_to(self, region: str) -> None:
        """Show another region of the office's area."""
        self._show_other(region)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self.charts_button.setVisible(self.width() < split_view.NARROW)

    def _lay_out(self) -> None:
        self._trail = QtWidgets.QHBoxLayout()
        self._trail.setSpacing(4)
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(self.races)
        head.addWidget(self.weighing, 1)
        head.addWidget(self.charts_button)
        head.addWidget(self.copy_button)
        head.addWidget(self.wall_button)
        where = QtWidgets.QHBoxLayout()
        where.setSpacing(12)
        where.addLayout(self._trail)
        where.addWidget(self.words, 1)
        self._holder = QtWidgets.QVBoxLayout()
        self._holder.setContentsMargins(0, 0, 0, 0)
        self.empty = empty_state.EmptyState("hasil", _("Belum ada TPS"), _("Masukkan dahulu daftar TPS di Data TPS."))
        left = QtWidgets.QWidget()
        left.setLayout(self._holder)
        self._holder.addWidget(self.empty)
        inside = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for widget in (self.chart_choice, self.votes, self.shares, self.bars):
            column.addWidget(widget)
        column.addStretch(1)
        self.split = split_view.SplitView(left, form.scrolled(inside), name="count board", share=0.66)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, theme.SPACE, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(head)
        whole.addLayout(where)
        whole.addWidget(self.excluded)
        whole.addWidget(self.turnout)
        whole.addWidget(self.sealed)
        whole.addWidget(self.split, 1)
        self.excluded.hide()
        self.turnout.hide()
        self.chart_choice.hide()

    def _show_other(self, region: str) -> None:
        self.region = region
        self.rounds.read()

    def _look(self) -> Callable[[], Board] | None:
        desk, race, region = self.desk, self.races.value(), self.region
        return (lambda: _read(desk, race, region)) if race else None

    def _failed(self, error: Exception) -> None:
        if isinstance(error, known.NotPermitted):
            self.board = None
        self.failed(error)

    def _take(self, board: Board) -> None:
        self.board = board
        found = board.progress
        self.words.setText(words.render(found.words.message, found.words.params, _))
        self.sealed.show_access(board.access, board.refused)
        self._totals_action.setVisible(board.totals is not None)
        excluded = count_board.excluded_words(board.totals) if board.totals is not None else []
        self.excluded.setVisible(bool(excluded))
        self.excluded.label.setText("; ".join(excluded) + "." if excluded else "")
        self.turnout.setVisible(board.turnout is not None)
        if board.turnout is not None:
            self.turnout.setText(count_lines.turnout_words(board.turnout))
        self._show_trail(board.trail)
        self._show_rows(board)
        self._show_charts(board)
        self.wall.read()

    def _show_rows(self, board: Board) -> None:
        self.empty.setVisible(not board.progress.total.stations)
        rows: list[Any]
        if board.totals is not None and board.turnout is not None:
            found = board.totals
            shape: tuple[object, ...] = (found.area.race.code, found.area.heading, found.candidates)
            titles = count_lines.totals_columns(found)
            turnout = {row.code: row for row in board.turnout.rows}
            rows = [count_lines.totals_row(found, row, turnout[row.code]) for row in found.rows if row.stations]
            total: Any = count_lines.totals_row(found, found.total, board.turnout.total)
        else:
            shape = (board.progress.area.heading,)
            titles = count_lines.progress_columns(board.progress)
            rows = [count_lines.progress_row(row) for row in board.progress.rows if row.stations]
            total = count_lines.progress_row(board.progress.total)
        if self.table is None or shape != self._shape:
            self._new_table(titles, shape)
        assert self.table is not None
        self.table.set_rows(rows, total)
        self.table.setVisible(bool(board.progress.total.stations))

    def _new_table(self, titles: list[columns.Column], shape: tuple[object, ...]) -> None:
        before, self._shape = self.table, shape
        self.table = count_lines.CountTable(titles)
        self.table.followed.connect(self._follow)
        self.table.told.connect(lambda said: self.say(said, notice.Tone.DONE))
        self._holder.addWidget(self.table, 1)
        if before is not None:
            self._holder.removeWidget(before)
            before.hide()
            before.deleteLater()

    def _show_charts(self, board: Board) -> None:
        totals, turnout = board.totals, board.turnout
        self.chart_choice.setVisible(totals is not None)
        self.bars.set_chart(count_lines.progress_chart(board.progress))
        if totals is None or turnout is None:
            self._line = ""
            self.votes.set_chart(None)
            self.shares.set_chart(None)
            return
        offered = count_lines.choices(totals.candidates)
        if self._line not in dict(offered):
            self._line = ""
        self.chart_choice.set_choices(offered)
        self.chart_choice.set_value(self._line)
        self.votes.set_chart(count_lines.votes_chart(totals, self._line))
        self.shares.set_chart(count_lines.turnout_chart(turnout))

    def _choose_line(self, line: object) -> None:
        self._line = str(line or "")
        if self.board is not None:
            self._show_charts(self.board)

    def _show_trail(self, trail: tuple[tuple[str, str], ...]) -> None:
        form.empty(self._trail)
        for place, (code, name) in enumerate(trail):
            if place:
                self._trail.addWidget(form.label("›", "muted"))
            short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
            if place == len(trail) - 1:
                here = form.label(short)
                here.setToolTip(name)
                self._trail.addWidget(here)
                continue
            link = QtWidgets.QPushButton(short)
            link.setToolTip(name)
            theme.set_role(link, "link")
            link.clicked.connect(lambda _checked=False, code=code: self._show_other(code))
            self._trail.addWidget(link)

    def _follow(self, row: Any, key: str) -> None:
        """Down into the region; a candidate's figure brings its bars; a TPS is shown where it is checked or copied."""
        board = self.board
        if board is None:
            return
        line = key.replace("_", ".")
        if board.totals is not None and line in {one.line for one in board.totals.candidates}:
            self._choose_line("" if line == self._line else line)
            if self.split.is_narrow:
                self.split.show_detail()
            return
        race = self.races.value()
        if key in ("disputed", "missing") and row.code:
            show = "noted" if key == "disputed" else "missing"
            self._tab(show, places.region_of(row.code), {"race": race, "rule": "disputed"})
        elif "-" in row.code:
            self._tab("checking" if Right.VERIFY in board.access.rights else "entry", row.code, {"race": race})
        elif row.code != board.progress.area.region:
            self._show_other(row.code)

    def _tab(self, show: str, subject: str, chosen: dict[str, object]) -> None:
        target = targets.Target(targets.Page.COUNTS, subject, chosen={"show": show, **chosen})
        self.navigate.emit("counts", target)

    def _open_sealed(self) -> None:
        board = self.board
        if board is None:
            return
        other = count_open_dialog.other_of(board.access, self.desk.operator.name)
        dialog = count_open_dialog.CountOpenDialog(self.desk, self.lanes, other, self.window())
        dialog.opened.connect(lambda: self.reload(FOLLOWS))
        dialog.open()

    def _copy_progress(self) -> None:
        if self.board is not None:
            QtGui.QGuiApplication.clipboard().setText(count_text.progress_text(self.desk, self.board.progress))
            self.say(_("Disalin. Tempelkan di WhatsApp dengan Ctrl+V."), notice.Tone.DONE)


def _read(desk: Desk, race: str, region: str) -> Board:
    access = count_keys.access(desk)
    totals = turnout = None
    if Right.TOTALS in access.rights:
        totals = count_board.totals(desk, race, region)
        turnout = count_board.participation_of(desk, totals)
    return Board(
        count_board.progress(desk, race, region),
        access,
        count_keys.why_none(desk),
        totals,
        turnout,
        count_area.trail(desk, region),
    )
