# SPDX-License-Identifier: Apache-2.0
"""Hari libur in the settings: a pasted list is read before it is put in, needs its basis, and is undone by Ctrl+Z."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.operations import holidays
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices
from tests.ui.pages import opened
from ui import runner
from ui.pages import settings_page
from ui.pages.settings_page import holidays_section


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


def show(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> holidays_section.HolidaysSection:
    window = opened.show(qtbot, desk, lanes, "settings", lambda: settings_page.SettingsPage(desk, lanes))
    page = window.page("settings")
    page.open("holidays")
    opened.settle(qtbot, lanes)
    assert isinstance(page, settings_page.SettingsPage)
    found = page.section("holidays")
    assert isinstance(found, holidays_section.HolidaysSection)
    return found


def test_a_list_is_pasted_read_and_put_in(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    section = show(wajo, lanes, qtbot)
    assert not section.add_button.isEnabled()
    section.pasted.setPlainText("08-02-2024 Isra Mikraj\nbesok libur\n")
    assert section.found.text() == "Terbaca 1 hari: 08-02-2024\n“besok libur”: Tanggalnya tidak terbaca."
    section.add_button.click()
    opened.settle(qtbot, lanes)
    assert "dasar" in section.form.rows["source"].refusal
    qtbot.keyClicks(section.source, "SKB 2024")
    section.add_button.click()
    opened.settle(qtbot, lanes)
    assert holidays.days_off(wajo) == {date(2024, 2, 8)}
    assert [(one.name, one.source) for one in section.table.model.shown()] == [("Isra Mikraj", "SKB 2024")]
    assert section.pasted.value() == ""
    section.table.view.select_row(0)
    section.delete()
    opened.settle(qtbot, lanes)
    assert holidays.days_off(wajo) == frozenset()
    assert section.table.model.total == 0


def test_a_kecamatan_only_reads(lanes: runner.Runner, qtbot: QtBot, tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "tempe").desk as tempe:
        section = show(tempe, lanes, qtbot)
        assert section.card.isHidden()
        assert section.delete_button.isHidden()
