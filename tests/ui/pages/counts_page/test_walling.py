# SPDX-License-Identifier: Apache-2.0
"""The count on a wall: progress for everybody, sums only by choice and right, gone with the key, closed by Esc."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.base.progress import finish
from desk_app.operations import count_keys, tally
from desk_app.operations.desk import Desk
from tests import counted_offices, regency_offices
from tests.operations.test_count_board import FIRST, copy
from tests.ui.pages import opened
from ui import runner
from ui.pages.counts_page import walling


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        copy(desk, FIRST, (123, 50, 60))
        yield desk


@pytest.fixture
def wall(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Iterator[walling.CountWall]:
    beside = QtWidgets.QWidget()
    qtbot.addWidget(beside)
    made = walling.CountWall(wajo, lanes, beside)
    yield made
    if made.window is not None:
        made.window.close()


def shown(wall: walling.CountWall) -> str:
    assert wall.window is not None
    return wall.window.table.accessibleName()


def test_without_the_right_it_never_shows_sums(wall: walling.CountWall, lanes: runner.Runner, qtbot: QtBot) -> None:
    wall.show_race("ppwp", with_totals=True)
    opened.settle(qtbot, lanes)
    assert wall.window is not None
    assert wall.window.said.text().startswith("Data masuk 1 dari 9 TPS (11,11 %)")
    assert "Tempe 6 1" in shown(wall)
    assert "123" not in shown(wall)
    assert wall.window.disclaimer.text() == "Salinan internal desk – bukan data resmi, bukan data pembanding."


def test_sums_where_they_are_chosen_until_the_key_is_put_away(
    wajo: Desk, wall: walling.CountWall, lanes: runner.Runner, qtbot: QtBot
) -> None:
    counted_offices.hold(wajo)
    finish(tally.refresh(wajo))
    wall.show_race("ppwp", with_totals=False)
    opened.settle(qtbot, lanes)
    assert "123" not in shown(wall)
    wall.show_race("ppwp", with_totals=True)
    opened.settle(qtbot, lanes)
    assert "123" in shown(wall)
    count_keys.close(wajo)
    qtbot.waitUntil(lambda: "123" not in shown(wall), timeout=5000)
    opened.settle(qtbot, lanes)
    assert "Tempe 6 1" in shown(wall)
    wall.read()
    opened.settle(qtbot, lanes)
    assert "123" not in shown(wall)  # it is chosen again, not taken up again


def test_esc_closes_it(wall: walling.CountWall, lanes: runner.Runner, qtbot: QtBot) -> None:
    wall.show_race("ppwp", with_totals=False)
    opened.settle(qtbot, lanes)
    assert wall.window is not None
    qtbot.keyClick(wall.window, QtCore.Qt.Key.Key_Escape)
    assert wall.window is None
    wall.read()
