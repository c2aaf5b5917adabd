# SPDX-License-Identifier: Apache-2.0
"""The deadlines of issues in the settings: shown, saved when a field is left, refused under it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.domain.issue_clocks import Clock, Pace
from desk_app.domain.issues import Severity
from desk_app.operations import issue_hours, settings
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.ui.pages import opened
from ui import runner
from ui.pages.settings_page import issue_hours_section


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


def test_shown_saved_and_refused(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    shown = issue_hours_section.IssueHoursSection(wajo, lanes)
    qtbot.addWidget(shown)
    shown.show()
    shown.refresh()
    opened.settle(qtbot, lanes)
    row = shown.hours.rows["hari_h tinggi"]
    assert row.field.value() == "2/4"
    row.field.setText("0,5/3")
    row.field.commit()
    opened.settle(qtbot, lanes)
    assert issue_hours.clocks(wajo)[Pace.VOTING, Severity.HIGH] == Clock(30, 180)
    row.field.setText("segera")
    row.field.commit()
    opened.settle(qtbot, lanes)
    assert "batas waktu" in row.refusal
    assert issue_hours.clocks(wajo)[Pace.VOTING, Severity.HIGH] == Clock(30, 180)
    days = shown.working.rows["work_days"]
    assert days.field.value() == "1 2 3 4 5"
    days.field.setText("1,2,3,4,5,6")
    days.field.commit()
    opened.settle(qtbot, lanes)
    assert settings.get(wajo, "issue_work_days") == "1 2 3 4 5 6"
