# SPDX-License-Identifier: Apache-2.0
"""The week of the posko: bars where the hours are, keys and mouse, holes and what clashes painted."""

from datetime import date

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import roster
from desk_app.operations import team_roster
from ui import theme
from ui.widgets import roster_week

KEYS = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
MONDAY = date(2024, 2, 12)
LONG = "Drs. H. Andi Muhammad Baharuddin Syamsuddin Mappanyukki, M.Si."


def shift(no: int, day: int, start: int, end: int, name: str = "Andi") -> team_roster.Shift:
    return team_roster.Shift(no, date(2024, 2, day), start * 60, end * 60, no, "", name, "Staf", "")


SHIFTS = (shift(1, 12, 7, 15), shift(2, 12, 14, 22), shift(3, 13, 19, 7, LONG), shift(4, 15, 7, 15))
HOLE = roster.span(date(2024, 2, 14), 9 * 60, 18 * 60)


@pytest.fixture
def week(app: QtWidgets.QApplication, qtbot: QtBot) -> roster_week.RosterWeek:
    made = roster_week.RosterWeek()
    qtbot.addWidget(made)
    made.set_week(team_roster.Week(roster.week(MONDAY), SHIFTS, (HOLE,), (0, 0)), MONDAY)
    made.resize(800, made.sizeHint().height())
    made.show()
    return made


def test_bars_stand_where_their_hours_are(week: roster_week.RosterWeek) -> None:
    one, beside, night = (week.bar_of(no) for no in (1, 2, 3))
    assert one.width() == pytest.approx(beside.width(), abs=2)
    assert not one.intersects(beside)
    assert beside.top() > one.top()
    assert night.right() == pytest.approx(week.width() - 9, abs=3)
    of_night = [bar for bar in week._bars if bar.shift.no == 3]
    assert [bar.goes_on for bar in of_night] == [False, True]
    assert of_night[1].rect.left() == pytest.approx(week._x(0), abs=2)


def test_a_click_chooses_and_a_double_click_opens(week: roster_week.RosterWeek, qtbot: QtBot) -> None:
    with qtbot.waitSignal(week.chosen) as chosen:
        qtbot.mouseClick(week, LEFT, pos=week.bar_of(2).center())
    assert chosen.args == [SHIFTS[1]]
    with qtbot.waitSignal(week.opened) as opened:
        qtbot.mouseDClick(week, LEFT, pos=week.bar_of(3).center())
    assert opened.args == [SHIFTS[2]]
    with qtbot.waitSignal(week.new_wanted) as wanted:
        qtbot.mouseDClick(week, LEFT, pos=QtCore.QPoint(week._x(2 * 60) + 4, week.bar_of(1).center().y()))
    assert wanted.args == [MONDAY, 120]


def test_keys_go_from_shift_to_shift_and_day_to_day(week: roster_week.RosterWeek, qtbot: QtBot) -> None:
    def pressed(key: QtCore.Qt.Key) -> int:
        qtbot.keyClick(week, key)
        return week.current.no if week.current is not None else 0

    assert [pressed(KEYS.Key_Right) for _ in range(5)] == [1, 2, 3, 4, 4]
    assert [pressed(key) for key in (KEYS.Key_Up, KEYS.Key_Up, KEYS.Key_Up, KEYS.Key_Down)] == [3, 2, 2, 3]
    assert pressed(KEYS.Key_Left) == 2
    assert "14.00–22.00" in week.accessibleDescription()
    with qtbot.waitSignal(week.removed) as removed:
        qtbot.keyClick(week, KEYS.Key_Delete)
    assert removed.args == [SHIFTS[1]]
    with qtbot.waitSignal(week.new_wanted) as wanted:
        qtbot.keyClick(week, KEYS.Key_Insert)
    assert wanted.args == [MONDAY, 22 * 60]
    with qtbot.waitSignal(week.opened):
        qtbot.keyClick(week, KEYS.Key_Return)


def colours(week: roster_week.RosterWeek, place: QtCore.QRect) -> set[str]:
    picture = week.grab(place).toImage()
    return {
        QtGui.QColor(picture.pixel(x, y)).name() for x in range(0, picture.width(), 2) for y in range(picture.height())
    }


def test_holes_and_what_clashes_are_painted_in_red(week: roster_week.RosterWeek) -> None:
    now = theme.tokens()
    at = QtCore.QRect(week._x(9 * 60) + 2, week._tops[2] + 6, 30, 30)
    assert {now.masalah, now.masalah_tint} <= colours(week, at)
    assert now.masalah_tint not in colours(week, week.bar_of(4))
    week.set_week(team_roster.Week(roster.week(MONDAY), SHIFTS, (), (0, 0)), MONDAY, {4})
    assert now.masalah_tint in colours(week, week.bar_of(4))
    assert now.masalah not in colours(week, at)


def test_what_is_gone_is_current_no_longer(week: roster_week.RosterWeek) -> None:
    assert week.choose(4)
    week.set_week(team_roster.Week(roster.week(MONDAY), SHIFTS[:1], (), (0, 0)))
    assert week.current is None
    assert not week.choose(4)
