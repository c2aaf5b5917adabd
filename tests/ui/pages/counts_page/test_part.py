# SPDX-License-Identifier: Apache-2.0
"""What every tab can do: say something at the foot of its page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.operations.desk import Desk
from tests import small_offices
from ui import runner
from ui.pages.counts_page import page, part
from ui.widgets import notice


@pytest.fixture
def tempe(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "tempe").desk as made:
        yield made


def test_a_tab_tells_its_page(tempe: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    made = part.Part(tempe, lanes, lambda error: None)
    qtbot.addWidget(made)
    told: list[notice.Notice] = []
    made.notices.connect(told.append)
    made.say("Tersalin", notice.Tone.DONE)
    assert told == [notice.Notice("Tersalin", notice.Tone.DONE)]


def test_every_tab_is_such_a_part() -> None:
    keys = [key for key, *_rest in page.PARTS]
    assert keys[0] == "entry"
    assert len(keys) == len(set(keys))
    assert all(issubclass(made, part.Part) for *_rest, made in page.PARTS)
