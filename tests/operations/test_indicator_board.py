# SPDX-License-Identifier: Apache-2.0
"""Indicators by region: sums, trends, targets, disagreements."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.operations import clarification, indicator_board, indicator_sheet, indicators
from desk_app.operations.desk import Desk
from desk_app.operations.indicator_board import Standing
from tests import regency_offices, two_offices

TEMPE, BELAWA = regency_offices.TEMPE, regency_offices.BELAWA
DAY = date(2024, 2, 12)
BEFORE = date(2024, 2, 5)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as opened:
        yield opened


def test_sums_trend_and_the_figure_of_a_day_gone_by(desk: Desk) -> None:
    indicators.adopt(desk, ["ppk"])
    everywhere = [one.place for one in indicator_sheet.sheet(desk, "ppk", DAY).entries][1:]
    indicator_sheet.set_values(desk, "ppk", BEFORE, dict.fromkeys(everywhere, "4"))
    indicator_sheet.set_values(desk, "ppk", DAY, {TEMPE: "5"})
    board = indicator_board.board(desk, "ppk")
    assert (board.whole.figure.value, board.whole.target, board.whole.change) == (57, 70, 1)
    assert board.trend == ((BEFORE.isoformat(), 56), (DAY.isoformat(), 57))
    assert indicator_board.board(desk, "ppk", BEFORE).whole.figure.value == 56
    tempe = next(one for one in board.rows if one.code == TEMPE)
    assert (tempe.target, tempe.change, tempe.standing) == (5, 1, Standing.MET)


def test_targets_hang_on_villages_and_tps(desk: Desk) -> None:
    indicators.adopt(desk, ["pps", "tps-terbentuk"])
    lines = {one.definition.code: one.line for one in indicator_board.summaries(desk)}
    assert lines["tps-terbentuk"].target == len(regency_offices.STATIONS)
    assert lines["pps"].target == 3 * 190
    belawa = next(one for one in indicator_board.board(desk, "tps-terbentuk").rows if one.code == BELAWA)
    assert belawa.target == 3


def test_two_offices_that_measured_differently_disagree_and_no_sum_counts_it(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        indicators.adopt(two.kabupaten, ["ppk"])
        two.carry(two.kabupaten, two.tempe)
        assert [one.code for one in indicators.definitions(two.tempe)] == ["ppk"]
        indicator_sheet.set_values(two.tempe, "ppk", DAY, {TEMPE: "5"})
        indicator_sheet.set_values(two.kabupaten, "ppk", DAY, {TEMPE: "3", BELAWA: "5"})
        two.carry(two.tempe, two.kabupaten)
        board = indicator_board.board(two.kabupaten, "ppk")
        tempe = next(one for one in board.rows if one.code == TEMPE)
        assert (tempe.standing, tempe.figure.value) == (Standing.DISPUTED, None)
        assert (board.whole.figure.value, board.whole.figure.disputed) == (5, 1)
        [matter] = clarification.waiting(two.kabupaten)
        assert (matter.kind, sorted(side.words for side in matter.sides)) == ("indicator_value", ["3", "5"])
        assert "Kecamatan Tempe" in matter.title
        clarification.use_typed(two.kabupaten, matter, "4,5")
        settled = next(one for one in indicator_board.board(two.kabupaten, "ppk").rows if one.code == TEMPE)
        assert settled.figure.value == 5  # 4,5 without decimals, a half rounded up
        indicators.edit_indicator(two.kabupaten, "ppk", decimals=1)
        assert indicator_board.board(two.kabupaten, "ppk").whole.figure.value == 95
