# SPDX-License-Identifier: Apache-2.0
"""The two buttons below the list of TPS open their forms, and what was brought in is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.operations.desk import Desk
from tests import counted_offices, regency_offices
from tests.counted_offices import RACE
from ui import runner
from ui.dialogs import count_phone_dialog, workbook_dialog
from ui.pages.counts_page import bringing
from ui.widgets import notice


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as made:
        counted_offices.stand(made)
        yield made


def test_each_button_opens_its_form_and_tells_what_came_in(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    said: list[tuple[str, notice.Tone]] = []
    made = bringing.Bringing(desk, lanes, lambda: RACE, lambda words, tone: said.append((words, tone)))
    qtbot.addWidget(made)
    made.show()
    made.from_list.click()
    first = made.dialog
    assert isinstance(first, workbook_dialog.WorkbookDialog)
    assert first.option.count() == 6
    first.written.emit("3 TPS")
    first.reject()
    assert made.dialog is None
    made.by_phone.click()
    second = made.dialog
    assert isinstance(second, count_phone_dialog.CountPhoneDialog)
    second.kept.emit("TPS 001")
    second.reject()
    assert made.dialog is None
    assert said == [("3 TPS", notice.Tone.DONE), ("TPS 001", notice.Tone.DONE)]
