# SPDX-License-Identifier: Apache-2.0
"""A month of stages: day by day with the arrows, month by month, bars that never lie on each other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from ui.widgets import stage_month
from ui.widgets.stage_month import Span

Key = QtCore.Qt.Key
VOTE, TODAY = date(2024, 11, 27), date(2024, 11, 25)
SPANS = [
    Span("kampanye", "Kampanye", date(2024, 9, 25), date(2024, 11, 23)),
    Span("tenang", "Masa tenang", date(2024, 11, 24), date(2024, 11, 26)),
    Span("vote", "Pemungutan suara", VOTE, VOTE),
]


@pytest.fixture
def made(qtbot: QtBot) -> stage_month.StageMonth:
    widget = stage_month.StageMonth()
    qtbot.addWidget(widget)
    widget.resize(700, 480)
    widget.set_calendar(SPANS, VOTE, TODAY, {date(2024, 12, 25): "Natal"})
    widget.show_day(TODAY)
    widget.show()
    widget.grab()
    return widget


def test_a_day_in_words(made: stage_month.StageMonth) -> None:
    assert made.words(TODAY) == "25-11-2024 (H-2) · Masa tenang"
    assert made.words(VOTE) == "27-11-2024 (H) · Pemungutan suara"
    assert made.words(date(2024, 12, 25)) == "25-12-2024 (H+28) · libur: Natal"
    assert stage_month.month_words(TODAY) == "November 2024"


def test_arrows_go_from_day_to_day_and_over_months(made: stage_month.StageMonth, qtbot: QtBot) -> None:
    heard: list[date] = []
    made.day_chosen.connect(heard.append)
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up):
        qtbot.keyClick(made, key)
    assert [one.day for one in heard] == [26, 3, 2, 25]
    qtbot.keyClick(made, Key.Key_PageDown)
    assert made.day == date(2024, 12, 25)
    qtbot.keyClick(made, Key.Key_End)
    assert made.day == VOTE
    qtbot.keyClick(made, Key.Key_Home)
    assert made.day == TODAY
    made.show_day(date(2024, 1, 31))
    made.step_month(1)
    assert made.day == date(2024, 2, 29)
    made.step_month(-2)
    assert made.day == date(2023, 12, 29)


def test_a_bar_or_enter_opens_its_stage_and_a_cell_its_day(made: stage_month.StageMonth, qtbot: QtBot) -> None:
    opened: list[str] = []
    made.opened.connect(opened.append)
    bars = {span.code: rect for rect, span in made._bars}
    left = QtCore.Qt.MouseButton.LeftButton
    qtbot.mouseClick(made, left, pos=bars["vote"].center())
    assert opened == ["vote"]
    qtbot.keyClick(made, Key.Key_Return)
    assert opened == ["vote", "tenang"]
    cell = made._cell(0, 4)
    qtbot.mouseClick(made, left, pos=cell.bottomRight() - QtCore.QPoint(4, 4))
    assert made.day == date(2024, 11, 1)


days = st.integers(0, 120).map(lambda step: date(2024, 9, 1) + timedelta(days=step))


@given(st.lists(st.tuples(days, st.integers(0, 60)), max_size=12))
def test_no_two_stages_lie_on_each_other(drawn: list[tuple[date, int]]) -> None:
    spans = [Span(str(at), "x", first, first + timedelta(days=length)) for at, (first, length) in enumerate(drawn)]
    ordered = sorted(spans, key=lambda one: (one.first, one.last))
    lanes = stage_month._placed(ordered)
    for one in spans:
        for other in spans:
            if one is not other and lanes[one.code] == lanes[other.code]:
                assert one.last < other.first or other.last < one.first
