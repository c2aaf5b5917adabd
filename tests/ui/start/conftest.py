# SPDX-License-Identifier: Apache-2.0
"""An office open in its window, and closed again as a user closes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.operations.desk import Desk
from tests.ui import offices
from ui import errors, runner
from ui.start import session


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with offices.desk(tmp_path / "kantor") as made:
        yield made


@pytest.fixture
def opened(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> Iterator[session.Session]:
    made = session.Session(desk, lanes, errors.Troubles(), first_page="settings")
    made.show()
    qtbot.waitExposed(made.window)
    ended: list[object] = []
    made.ended.connect(ended.append)
    yield made
    if not ended and made.window.isVisible():
        with qtbot.waitSignal(made.ended, timeout=20_000):
            made.leave(session.Leaving.QUIT)
