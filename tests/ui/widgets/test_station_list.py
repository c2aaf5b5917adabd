# SPDX-License-Identifier: Apache-2.0
"""The list of TPS: its filters tell what they mean, and a followed filter is shown as chosen."""

from array import array

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.domain.readiness import Readiness
from desk_app.operations import stations
from ui import runner
from ui.widgets import marks, station_list

ROW = stations.StationRow(
    no=1, subject="73.13.06.1003-005", village="73.13.06.1003", number=5, village_name="Tempe",
    village_label="Kel. Tempe", district="73.13.06", district_name="Tempe", dpt_male=1, dpt_female=2, dpt=3, site="",
    risk="khusus", indicators=2, state=Readiness.INCOMPLETE, answered=27, required=30, failed=0, open_issues=0,
)  # fmt: skip


@pytest.fixture
def made(lanes: runner.Runner, qtbot: QtBot) -> station_list.StationList:
    one = station_list.StationList(lambda numbers: [ROW for _ in numbers], lanes)
    qtbot.addWidget(one)
    one.area.set_areas("Semua", [("73.13.06", "Tempe")], "Semua desa")
    one.show()
    return one


def choose(made: station_list.StationList, code: str) -> None:
    made.state.set_value(code)
    made.state.committed.emit(code)


def test_states_are_told(made: station_list.StationList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(made.filtered) as told:
        choose(made, "masalah")
    assert told.args[0].states == (Readiness.PROBLEM,)
    with qtbot.waitSignal(made.filtered) as told:
        choose(made, "unready")
    assert set(told.args[0].states) == set(Readiness) - {Readiness.READY}
    with qtbot.waitSignal(made.filtered) as told:
        choose(made, "issues")
    assert (told.args[0].with_issues, told.args[0].states) == (True, ())
    with qtbot.waitSignal(made.filtered) as told:
        choose(made, "unrecorded")
    assert told.args[0] == stations.StationFilter(unrecorded=True)
    made.show_filter(stations.EVERYTHING)
    made.show_filter(told.args[0])
    assert made.state.value() == "unrecorded"


def test_enter_after_the_words_goes_to_the_first_tps(made: station_list.StationList, qtbot: QtBot) -> None:
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.filtered.connect(lambda _chosen: made.set_ids(array("q", [1, 2]), 2))
    made.table.filter.setFocus()
    qtbot.keyClicks(made.table.filter, "tem")
    assert made.table.filter.hasFocus()
    with qtbot.waitSignal(made.chosen) as chosen:
        qtbot.keyClick(made.table.filter, QtCore.Qt.Key.Key_Return)
    assert chosen.args == [1]
    assert made.table.view.hasFocus()


def test_a_selection_of_the_map_is_kept_until_it_is_dropped(made: station_list.StationList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(made.filtered):
        made.show_filter(stations.StationFilter(area="73.13.06", subjects=("x", "y")))
    assert "2 dipilih" in made.picked.text()
    with qtbot.waitSignal(made.filtered) as told:
        choose(made, "belum")
    assert told.args[0].subjects == ("x", "y")
    with qtbot.waitSignal(made.filtered) as told:
        made.picked.click()
    assert told.args[0].subjects == ()
    assert not made.picked.isVisible()


def test_nothing_found_and_nothing_there_are_not_the_same(made: station_list.StationList, qtbot: QtBot) -> None:
    made.set_ids(array("q", [1]), 1)
    assert made.table.view.isVisible()
    made.set_ids(array("q"), 5)
    assert "cocok" in made._nothing.title.text()
    assert made._nothing.isVisible()
    made.set_ids(array("q"), 0)
    assert made.none.isVisible()


def test_cells_in_words() -> None:
    assert station_list.cells(ROW) == (
        "005", "Tempe", 3, marks.Marked("khusus 2", "masalah"), marks.Marked("27/30", "belum_lengkap"), None,
    )  # fmt: skip
    assert station_list.risk_words(stations.NOT_CLASSED) == "belum dinilai"
    assert station_list.risk_words(None) == ""
