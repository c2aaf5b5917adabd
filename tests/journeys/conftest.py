# SPDX-License-Identifier: Apache-2.0
"""Journeys through the window have the look and the runner that the tests of the window have."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys import clerk
from tests.ui.conftest import app, lanes
from ui import runner

__all__ = ["app", "lanes"]


@pytest.fixture
def qtbot(qtbot: QtBot, lanes: runner.Runner) -> Iterator[QtBot]:
    """No clerk stays behind when a test fails, while the runner is still there."""
    yield qtbot
    for one in clerk.Clerk.at_work[::-1]:
        one.give_up()
