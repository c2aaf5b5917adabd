# SPDX-License-Identifier: Apache-2.0
"""Tab Indikator: every indicator with its standing at the left; one by region, its course and its definition right."""

from collections.abc import Callable
from datetime import date

from PySide6 import QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import indicators as rules
from desk_app.domain import places
from desk_app.operations import activity_text, indicator_board, indicator_charts, indicators, level_words, targets
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.pages.activities_page import definition, entering, figure_lines, listing, offering, part
from ui.widgets import chart_view, columns, day_field, drafts, empty_state, form, marks, table_panel


class FiguresPart(listing.ListPart):
    """The tab."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self._board: indicator_board.Board | None = None
        self._wanted = ""
        self._may_define = desk.identity.level != places.Level.DISTRICT.value
        noun = level_words.words_of(desk).district
        self.day = day_field.DayField()
        self.day.setAccessibleName(_("Keadaan per tanggal"))
        self.day.setPlaceholderText(_("terakhir"))
        self.day.setFixedWidth(120)
        self.day.committed.connect(lambda _day: self.reload())
        self.add = self.line_for_new("figures", _("Indikator baru: namanya"), _("Tambah indikator"), limit=200)
        self.list = self.listed(
            [
                columns.Column("label", _("Indikator"), 170, stretches=True, below="heading"),
                columns.Column("value", _("Nilai"), 130),
                columns.Column("target", _("Target"), 104, "right", below="difference"),
                columns.Column("heading", _("Kelompok"), 100),
                columns.Column("difference", _("Selisih"), 90, "right"),
            ],
            empty_state.EmptyState(
                "grafik",
                _("Belum ada indikator"),
                _("Partisipasi, perekaman KTP-el, NPHD, badan ad hoc: apa pun yang diukur terhadap target. "
                  "Mulai dari daftar yang ditawarkan; semuanya dapat diubah."),
                _("Pakai indikator yang ditawarkan") if self._may_define else "",
                self.offer if self._may_define else None,
            ),
            name="indicators",
            filter_words=_("Cari indikator …"),
            unit=lambda count: ngettext("{count} indikator", "{count} indikator", count),
            identity="code",
        )
        self.list.chosen.connect(self._choose)
        part.take_over_copy(self.list, self.copy_list)
        self.table = table_panel.TablePanel(
            [
                columns.Column("label", noun, 130, stretches=True),
                columns.Column("value", _("Nilai"), 120),
                columns.Column("target", _("Target"), 90, "right"),
                columns.Column("difference", _("Selisih"), 100, "right", below="change"),
                columns.Column("day", _("Tanggal"), 96, text=day_field.words, below="source"),
                columns.Column("change", _("Perubahan"), 86, "right"),
                columns.Column("source", _("Sumber"), 80),
            ],
            name="indicator regions",
            identity="code",
            has_filter=False,
            unit=lambda count: ngettext("{count} wilayah", "{count} wilayah", count),
        )
        self.table.setFixedHeight(260)
        self.table.told.connect(self.told)
        self.course = chart_view.ChartView()
        self.bars = chart_view.ChartView()
        self.entry = entering.ValueEntry(desk, lanes, failed, held)
        self.definition = definition.DefinitionCard(desk, lanes, failed, held)
        self.offers = offering.OfferCard(desk, lanes, failed, held)
        for one in (self.entry, self.definition, self.offers):
            self.pass_on(one)
        self.offers.hide()
        self.offers.taken.connect(self._taken)
        self.definition.deleted.connect(self._deleted)
        self.lay_out(self._left(), self._right(), name="indicators", share=0.42)

    def reload(self) -> None:
        desk, day = self.desk, self._day()

        def read() -> list[indicator_board.Summary]:
            return indicator_board.summaries(desk, day)

        self.lanes.read(read, self._take, self.failed, key="indicators")
        if self._board is not None:
            self._read_board(self._board.definition.code)
        if self.offers.isVisible():
            self.offers.reload()

    def open_target(self, target: targets.Target) -> None:
        """Show one indicator by its code."""
        self.list.filter.clear()
        self._wanted = str(target.chosen.get("code") or "")
        self.reload()
        if self._wanted:
            self._read_board(self._wanted)
            self.split.show_detail()

    def open_draft(self, key: str) -> None:
        """Go on with a new indicator, or with a column that was being typed."""
        if key == "new":
            self.split.show_list()
            self.add.begin()
        else:
            _values, _slash, rest = key.partition("/")
            code, _slash, day = rest.partition("/")
            self.open_target(targets.Target(targets.Page.ACTIVITIES, chosen={"code": code}))
            self.entry.wait_for(code, day)

    def commit(self) -> None:
        self.definition.commit()

    def offer(self) -> None:
        """Show what is offered, to be ticked."""
        self.offers.setVisible(True)
        self.offers.reload()
        self.stack.setCurrentWidget(self._area)
        self.head.hide()
        self.entry.hide()
        self.definition.hide()
        self.split.show_detail()

    def copy_list(self) -> None:
        """Put all indicators on the clipboard for WhatsApp."""
        desk, day = self.desk, self._day()
        self.copy_text(lambda: activity_text.summaries_text(desk, indicator_board.summaries(desk, day)))

    def copy_board(self) -> None:
        """Put the indicator that is shown, by region, on the clipboard for WhatsApp."""
        desk, day, board = self.desk, self._day(), self._board
        if board is not None:
            code = board.definition.code
            self.copy_text(lambda: activity_text.board_text(desk, indicator_board.board(desk, code, day)))

    def _day(self) -> date | None:
        found = self.day.value()
        return date.fromisoformat(found) if found else None

    def _left(self) -> QtWidgets.QWidget:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(form.label(_("Keadaan per"), "muted"))
        row.addWidget(self.day)
        self.offer_button = part.link(_("Indikator yang ditawarkan"), "tambah", self.offer)
        self.copy_button = part.link(_("Salin untuk WA"), "wa", self.copy_list)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        offer = QtWidgets.QHBoxLayout()
        offer.addWidget(self.offer_button)
        offer.addStretch(1)
        if not self._may_define:
            # Never shown here: a part that is not in its place yet would be a window of its own for a moment.
            self.add.hide()
            self.offer_button.hide()
        return self.above(self.add, row, offer, self.list)

    def _right(self) -> QtWidgets.QWidget:
        self.title = form.label("", "heading", wraps=True)
        self.standing = marks.Chip()
        self.figure = form.label("", "strong", wraps=True)
        self.hints = form.label("", "muted", wraps=True)
        top = QtWidgets.QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.standing)
        self.board_button = part.link(_("Salin untuk WA"), "wa", self.copy_board)
        self.head = form.card(self.figure, self.hints, self.course, self.bars, self.table, self.board_button)
        column = self.head.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        column.insertLayout(0, top)
        self._sheet = QtWidgets.QWidget()
        inside = QtWidgets.QVBoxLayout(self._sheet)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(theme.SPACE)
        for card in (self.offers, self.head, self.entry, self.definition):
            inside.addWidget(card)
        inside.addStretch(1)
        self._nothing = empty_state.EmptyState("grafik", _("Pilih satu indikator di daftar"))
        self.stack = QtWidgets.QStackedWidget()
        self.stack.addWidget(self._nothing)
        self._area = form.scrolled(self._sheet)
        self.stack.addWidget(self._area)
        self.stack.setMinimumHeight(100)
        return self.stack

    def _take(self, found: list[indicator_board.Summary]) -> None:
        self.list.set_rows([figure_lines.summary(one) for one in found])
        if self._wanted:
            self.list.show_row(self._wanted)
            self._wanted = ""

    def _choose(self, line: figure_lines.Line | None) -> None:
        if line is None or (self._wanted and line.code != self._wanted):
            return  # the row before, which stays the current one until the wanted one is
        if self._board is None or line.code != self._board.definition.code:
            self._read_board(line.code)

    def _read_board(self, code: str) -> None:
        desk, day = self.desk, self._day()

        def missing(error: Exception) -> None:
            if isinstance(error, known.NotFound):
                self._deleted()
            else:
                self.failed(error)

        self.lanes.read(lambda: indicator_board.board(desk, code, day), self._show, missing, key="indicator board")

    def _show(self, board: indicator_board.Board) -> None:
        is_other = self._board is None or self._board.definition.code != board.definition.code
        self._board = board
        told, whole = board.definition, board.whole
        self.offers.hide()
        self.head.show()
        self.entry.show()
        self.definition.setVisible(self._may_define)
        self.title.setText(told.label)
        mark = figure_lines.MARKS[whole.standing] or "belum"
        self.standing.set_value(marks.Marked(_(rules.STANDING_LABELS[whole.standing]), mark))
        self.figure.setText(figure_lines.standing_words(board))
        self.hints.setText(figure_lines.hints(board))
        self.hints.setVisible(bool(self.hints.text()))
        self.course.set_chart(indicator_charts.course(board))
        self.bars.set_chart(indicator_charts.regions(board))
        self.table.set_rows([figure_lines.region(row, told) for row in board.rows])
        self.entry.show_board(board)
        self.definition.show_board(board)
        self.stack.setCurrentWidget(self._area)
        if is_other:
            self._area_top()

    def _area_top(self) -> None:
        if isinstance(self._area, QtWidgets.QScrollArea):
            self._area.verticalScrollBar().setValue(0)

    def make_new(self, label: str) -> None:
        desk = self.desk

        def made(code: str) -> None:
            self.add.written()
            self.open_target(targets.Target(targets.Page.ACTIVITIES, chosen={"code": code}))
            self.definition.focus_first()

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.add.refuse(errors.words(error))

        self.lanes.write(lambda: indicators.new_indicator(desk, label), made, refused)

    def _taken(self, code: str) -> None:
        self.open_target(targets.Target(targets.Page.ACTIVITIES, chosen={"code": code}))

    def _deleted(self) -> None:
        self._board = None
        self.stack.setCurrentWidget(self._nothing)
        self.split.show_list()
