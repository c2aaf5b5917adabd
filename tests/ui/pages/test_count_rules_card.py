# SPDX-License-Identifier: Apache-2.0
"""The rules of the count in the settings: each is saved when it is left, refused under its field; a kecamatan reads."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.operations import count_rules
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices
from tests.ui.pages import opened
from ui import runner
from ui.pages import settings_page
from ui.pages.settings_page import count_rules_card, count_section


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


def show(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> count_rules_card.CountRulesCard:
    window = opened.show(qtbot, desk, lanes, "settings", lambda: settings_page.SettingsPage(desk, lanes))
    page = window.page("settings")
    page.open("count")
    opened.settle(qtbot, lanes)
    assert isinstance(page, settings_page.SettingsPage)
    section = page.section("count")
    assert isinstance(section, count_section.CountSection)
    return section.rules


def test_races_and_a_second_copy(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    card = show(wajo, lanes, qtbot)
    card.races.second["dpd"].click()
    opened.settle(qtbot, lanes)
    card.races.copied["dpd"].click()
    opened.settle(qtbot, lanes)
    held = count_rules.rules(wajo)
    assert ("dpd" in held.races, held.second_entry) == (False, frozenset())
    assert not card.races.second["dpd"].isEnabled()
    for code in ("ppwp", "dpr", "dprd_prov", "dprd_kab"):
        card.races.copied[code].click()
        opened.settle(qtbot, lanes)
    assert "paling sedikit satu" in card.refusal.text()
    assert count_rules.race_codes(wajo) == ("dprd_kab",)
    assert card.races.copied["dprd_kab"].isChecked(), "what was refused is shown as it stands"


def test_hours_of_entry(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    card = show(wajo, lanes, qtbot)
    qtbot.keyClicks(card.moments["opens"], "14-02-2024 13.00")
    card.moments["opens"].commit()
    opened.settle(qtbot, lanes)
    assert count_rules.rules(wajo).opens == count_rules.parse_moment(wajo, "14-02-2024 13.00")
    assert card.form.rows["opens"].hint == "WITA · Kosong: kapan saja."
    qtbot.keyClicks(card.moments["closes"], "14-02-2024 12.00")
    card.moments["closes"].commit()
    opened.settle(qtbot, lanes)
    assert "sesudah" in card.form.rows["closes"].refusal
    assert count_rules.rules(wajo).closes is None
    card.moments["opens"].clear()
    card.moments["opens"].commit()
    opened.settle(qtbot, lanes)
    assert count_rules.rules(wajo).opens is None


def test_participation_and_ticks(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    card = show(wajo, lanes, qtbot)
    for typed in ("82.5", "82,555", "101"):
        card.target.setText(typed)
        card.target.commit()
        opened.settle(qtbot, lanes)
        assert card.form.rows["target"].refusal
        assert count_rules.rules(wajo).target is None
    card.target.setText("82,5")
    card.target.commit()
    card.denominator.set_value("semua")
    card.denominator.committed.emit("semua")
    for box in card.flags.values():
        box.click()
    opened.settle(qtbot, lanes)
    held = count_rules.rules(wajo)
    assert (held.target, held.denominator) == (8250, "semua")
    assert (held.lock, held.brief, held.districts_see) == (True, True, True)
    card.flags["lock"].click()
    opened.settle(qtbot, lanes)
    assert not count_rules.rules(wajo).lock


def test_a_kecamatan_only_reads(lanes: runner.Runner, qtbot: QtBot, tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "tempe").desk as tempe:
        card = show(tempe, lanes, qtbot)
        boxes = (*card.flags.values(), *card.races.copied.values(), *card.races.second.values())
        assert boxes
        assert not any(box.isEnabled() for box in boxes)
        assert not any(row.field.isEnabled() for row in card.form.rows.values())
