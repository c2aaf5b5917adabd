# SPDX-License-Identifier: Apache-2.0
"""Garbage in circles is taken apart on the window's thread, however much is made beside it."""

import gc
import threading
from typing import ClassVar

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui import runner, sweeper


class Circle:
    """Holds itself, and says where it ended."""

    ended: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        Circle.ended.append(threading.get_ident())


def test_a_circle_ends_on_the_windows_thread(lanes: runner.Runner, qtbot: QtBot) -> None:
    Circle.ended.clear()

    def many() -> None:
        for _ in range(gc.get_threshold()[0] * 3):
            Circle()

    lanes.read(many)
    assert lanes.wait_idle()
    assert Circle.ended == []
    sweeper.sweep()
    assert set(Circle.ended) == {threading.get_ident()}


@pytest.mark.parametrize("before", [True, False])
def test_python_searches_again_when_the_last_one_has_stopped_if_it_did(
    app: QtWidgets.QApplication, before: bool
) -> None:
    assert not sweeper.Sweeper._under_way
    (gc.enable if before else gc.disable)()
    first, second = sweeper.Sweeper(), sweeper.Sweeper()
    assert not gc.isenabled()
    first.stop()
    first.stop()
    assert not gc.isenabled()
    second.stop()
    assert gc.isenabled() is before
    gc.disable()


def test_between_two_tests_of_the_window_nobody_else_searches() -> None:
    assert not gc.isenabled()


def test_it_sweeps_by_itself(lanes: runner.Runner, qtbot: QtBot) -> None:
    Circle.ended.clear()
    for _ in range(gc.get_threshold()[0] * 2):
        Circle()
    qtbot.waitUntil(lambda: bool(Circle.ended), timeout=10 * sweeper.EVERY_MS)
