# SPDX-License-Identifier: Apache-2.0
"""What tests of Salin share: a kabupaten whose races have their candidates, and somebody who sits down to copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.operations.desk import Desk
from tests import counted_offices, regency_offices
from tests.ui.pages.counts_page import number_pad
from ui import runner


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        counted_offices.stand(made)
        yield made


@pytest.fixture
def sit(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> number_pad.Sit:
    def made(desk: Desk = wajo, size: tuple[int, int] = (1366, 700)) -> number_pad.Hand:
        return number_pad.sit_down(qtbot, lanes, desk, size)

    return made
