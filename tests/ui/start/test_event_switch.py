# SPDX-License-Identifier: Apache-2.0
"""Two elections in one office: the head says which one is worked on, and nothing of the other stays on the screen."""

from dataclasses import replace
from datetime import date

from pytestqt.qtbot import QtBot

from desk_app.operations import election_settings, elections, history, issues, settings, stations
from desk_app.operations.desk import Desk
from ui.pages import stations_page
from ui.start import event_switch, session

FEBRUARY, NOVEMBER = "pemilu-2024", "pilkada-2024"


def menu(opened: session.Session) -> list[tuple[str, bool]]:
    actions = opened.window.head.event_menu.actions()
    return [(one.text(), one.isChecked()) for one in actions if one.isCheckable()]


def test_the_menu_offers_both_with_their_days(opened: session.Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(menu(opened)) == 2)
    (first, first_on), (second, second_on) = menu(opened)
    assert (first, first_on) == ("Pemilihan Umum Tahun 2024 · 14-02-2024", True)
    assert second.startswith("Pemilihan Kepala Daerah Serentak Tahun 2024 · 27-11-2024 (")
    assert not second_on


def test_another_election_is_chosen_in_the_head(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    opened.lanes.write(lambda: stations.create_station(desk, "73.13.06.1001", 5, {"dpt_male": 100}))
    opened.window.go("stations")
    page = opened.window.page("stations")
    assert isinstance(page, stations_page.StationsPage)
    qtbot.waitUntil(lambda: len(page.table.model.ids) == 1)
    qtbot.waitUntil(lambda: len(menu(opened)) == 2)
    opened.window.head.event_menu.actions()[1].trigger()
    shown = opened.window.head.event_name
    qtbot.waitUntil(lambda: shown.text().startswith("Pilkada 2024 · 27-11-2024 · H"), timeout=9000)
    assert settings.event_code(desk) == NOVEMBER
    now = opened.window.page("stations")
    assert isinstance(now, stations_page.StationsPage)
    assert now is not page
    assert opened.window.front == "stations"
    opened.lanes.wait_idle()
    assert len(now.table.model.ids) == 0
    assert "Pilkada 2024, 27-11-2024" in now.notices.text
    qtbot.waitUntil(lambda: [on for _words, on in menu(opened)] == [False, True])
    opened.lanes.write(lambda: history.undo(desk))
    qtbot.waitUntil(lambda: opened.window.head.event_name.text().startswith("Pemilu 2024"), timeout=9000)
    again = opened.window.page("stations")
    assert isinstance(again, stations_page.StationsPage)
    qtbot.waitUntil(lambda: len(again.table.model.ids) == 1)


def test_the_settings_stay_open_at_their_section(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    page = opened.window.page("settings")
    opened.window.head.event_menu.actions()
    qtbot.waitUntil(lambda: len(menu(opened)) == 2)
    opened.window.head.event_menu.actions()[-1].trigger()
    assert page.list.currentItem().text() == "Pemilihan"  # type: ignore[attr-defined]
    opened.lanes.write(lambda: election_settings.choose(desk, NOVEMBER))
    qtbot.waitUntil(lambda: opened.window.head.event_name.text().startswith("Pilkada 2024"), timeout=9000)
    assert opened.window.page("settings") is page
    assert opened.window.front == "settings"


def test_an_election_of_the_office_is_called_by_its_own_name(
    opened: session.Session, desk: Desk, qtbot: QtBot
) -> None:
    assert event_switch.name_of(replace(elections.template(NOVEMBER), code="x", name="W" * 120)) == "W" * 29 + "…"
    name = "Pemungutan Suara Ulang"
    opened.lanes.write(lambda: election_settings.make(desk, NOVEMBER, name, date(2025, 4, 16)))
    qtbot.waitUntil(
        lambda: opened.window.head.event_name.text().startswith(f"{name} · 16-04-2025 · H"), timeout=9000
    )
    qtbot.waitUntil(lambda: len(menu(opened)) == 3)
    assert menu(opened)[-1] == (f"{name} · 16-04-2025", True)


def test_what_is_not_of_the_election_does_not_make_pages_anew(
    opened: session.Session, desk: Desk, qtbot: QtBot
) -> None:
    opened.window.go("issues")
    page = opened.window.page("issues")
    opened.lanes.write(lambda: issues.new_issue(desk, "Listrik padam", "73.13.06"))
    opened.lanes.wait_idle()
    qtbot.wait(20)
    assert opened.window.page("issues") is page
