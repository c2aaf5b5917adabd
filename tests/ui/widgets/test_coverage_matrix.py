# SPDX-License-Identifier: Apache-2.0
"""The matrix says what is covered by nobody and what by two."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import teams
from ui.widgets import coverage_matrix

FIRST, SECOND = 3_298_534_883_330, 3_298_534_883_331


def team(no: int, number: int) -> teams.Team:
    return teams.Team(no, number, "", 0, 0, "", "", "", (), ())


MATRIX = teams.Matrix(
    (team(FIRST, 4), team(SECOND, 9)),
    (
        teams.DistrictTeams("73.13.06", "Tempe", (FIRST,)),
        teams.DistrictTeams("73.13.07", "Belawa", ()),
        teams.DistrictTeams("73.13.08", "Tanasitolo", (FIRST, SECOND)),
    ),
    ("73.13.07",),
    ("73.13.08",),
)


@pytest.fixture
def shown(app: QtWidgets.QApplication, qtbot: QtBot) -> coverage_matrix.CoverageMatrix:
    made = coverage_matrix.CoverageMatrix()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.set_matrix(MATRIX)
    return made


def test_holes_and_doubles_are_said_and_marked(shown: coverage_matrix.CoverageMatrix) -> None:
    assert "Belum ada tim: Belawa." in shown.words.text()
    assert "Lebih dari satu tim: Tanasitolo." in shown.words.text()
    states = [shown.model.state(row) for row in MATRIX.rows]
    assert [(state.shown, state.mark) for state in states] == [
        ("Lengkap", "siap"),
        ("Belum ada tim", "masalah"),
        ("2 tim", "belum_lengkap"),
    ]


def test_a_click_asks_for_the_other_state(shown: coverage_matrix.CoverageMatrix, qtbot: QtBot) -> None:
    place = shown.view.visualRect(shown.model.index(2, 1)).center()
    with qtbot.waitSignal(shown.ticked) as asked:
        qtbot.mouseClick(shown.view.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [FIRST, "73.13.08", False]


def test_what_is_only_read_asks_for_nothing(shown: coverage_matrix.CoverageMatrix, qtbot: QtBot) -> None:
    shown.read_only = True
    shown.set_matrix(MATRIX)
    assert "Klik" not in shown.words.text()
    place = shown.view.visualRect(shown.model.index(2, 1)).center()
    with qtbot.assertNotEmitted(shown.ticked):
        qtbot.mouseClick(shown.view.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=place)


def test_a_heading_leads_to_its_team(shown: coverage_matrix.CoverageMatrix, qtbot: QtBot) -> None:
    head = shown.view.horizontalHeader()
    at = QtCore.QPoint(head.sectionViewportPosition(2) + 10, 10)
    with qtbot.waitSignal(shown.team_wanted) as asked:
        qtbot.mouseClick(head.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [SECOND]


def test_no_team_anywhere_is_one_sentence(shown: coverage_matrix.CoverageMatrix) -> None:
    bare = teams.Matrix((), (teams.DistrictTeams("73.13.06", "Tempe", ()),), ("73.13.06",), ())
    shown.set_matrix(bare)
    assert shown.words.text() == "Belum ada kecamatan yang punya tim."


def test_of_many_kecamatan_the_first_are_named_and_the_others_counted(shown: coverage_matrix.CoverageMatrix) -> None:
    rows = tuple(teams.DistrictTeams(f"73.13.{at:02d}", f"Kecamatan {at}", ()) for at in range(1, 28))
    shown.set_matrix(teams.Matrix(MATRIX.teams, rows, tuple(row.code for row in rows[1:]), ()))
    assert "Belum ada tim: Kecamatan 2, Kecamatan 3, " in shown.words.text()
    assert "Kecamatan 18, dan 9 lagi." in shown.words.text()
    shown.set_matrix(teams.Matrix(MATRIX.teams, rows, tuple(row.code for row in rows[1:15]), ()))
    assert "lagi" not in shown.words.text()
