# SPDX-License-Identifier: Apache-2.0
"""The charts of an indicator: two days make a course, regions without a figure are left out."""

from desk_app.domain.charts import Tone
from desk_app.operations import indicator_board, indicator_charts
from desk_app.operations.desk import Desk
from tests import filled_registers


def test_courses_and_regions(wajo: Desk) -> None:
    filled_registers.fill(wajo)
    boards = [
        indicator_board.board(wajo, one.definition.code) for one in indicator_board.summaries(wajo)
    ]
    for board in boards:
        course, regions = indicator_charts.course(board), indicator_charts.regions(board)
        assert len(course.parts) == (len(board.trend) if len(board.trend) > 1 else 0)
        known = [row for row in board.rows if row.figure.value is not None]
        assert [part.values[0] for part in regions.parts] == [row.figure.value for row in known]
        short = [row.standing.value == "belum" for row in known]
        assert [part.tone is Tone.SHORT for part in regions.parts] == short
    assert any(indicator_charts.regions(board).parts for board in boards)
