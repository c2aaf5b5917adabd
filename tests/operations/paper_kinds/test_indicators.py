# SPDX-License-Identifier: Apache-2.0
"""Capaian indikator: each against its target, by region, with its charts."""

from datetime import date

from desk_app.operations import indicator_board, indicator_charts
from desk_app.operations.desk import Desk
from tests import filled_registers
from tests.operations.paper_kinds import shown


def test_an_office_without_indicators_says_so(wajo: Desk) -> None:
    assert "Belum ada indikator" in shown.said(shown.made(wajo, "indikator"))


def test_every_indicator_is_listed_and_drawn_as_in_the_window(wajo: Desk) -> None:
    filled_registers.fill(wajo)
    day = date(2024, 2, 14)
    paper = shown.made(wajo, "indikator", day=day)
    listed = indicator_board.summaries(wajo, day)
    assert shown.cells(shown.tables(paper)[0], "Indikator") == [one.definition.label for one in listed]
    drawn = [figure.chart for figure in shown.figures(paper)]
    boards = [indicator_board.board(wajo, one.definition.code, day) for one in listed]
    wanted = [chart for board in boards for chart in (indicator_charts.course(board), indicator_charts.regions(board))]
    assert drawn == [chart for chart in wanted if chart.parts]
    assert drawn
