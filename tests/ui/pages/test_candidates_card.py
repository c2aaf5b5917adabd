# SPDX-License-Identifier: Apache-2.0
"""Candidates in the settings: a pasted list, one by keys, a single pair, districts of a parliament, another's list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.operations import candidates, election_settings
from desk_app.operations.desk import Desk
from tests import regency_offices, two_offices
from tests.regency_offices import TEMPE
from tests.ui.pages import opened
from ui import runner
from ui.pages import settings_page
from ui.pages.settings_page import candidates_card, count_section

Key = QtCore.Qt.Key


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


def show(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> candidates_card.CandidatesCard:
    window = opened.show(qtbot, desk, lanes, "settings", lambda: settings_page.SettingsPage(desk, lanes))
    page = window.page("settings")
    page.open("count")
    opened.settle(qtbot, lanes)
    assert isinstance(page, settings_page.SettingsPage)
    section = page.section("count")
    assert isinstance(section, count_section.CountSection)
    return section.candidates


def told(desk: Desk, race: str = "ppwp") -> list[tuple[str, str]]:
    return [(one.code, one.name) for one in candidates.all_of(desk)[race]]


def shown(card: candidates_card.CandidatesCard) -> list[tuple[str, str]]:
    return [(line.code, line.name) for line in card.table.model.shown()]


def test_a_list_is_pasted(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    card = show(wajo, lanes, qtbot)
    assert card.nothing.isVisible()
    assert card.nothing.button is not None
    card.nothing.button.click()
    assert card.forms.list.text.hasFocus()
    assert not card.forms.list.button.isEnabled()
    card.forms.list.text.setPlainText("1 Andi – Budi\n1 Citra")
    assert card.forms.list.found.text() == "Baris 2: nomor 1 sudah ada di atasnya."
    card.forms.list.text.setPlainText("1 Andi – Budi\nCitra – Dewi")
    assert card.forms.list.found.text() == "Terbaca 2 baris: 1 Andi – Budi, 2 Citra – Dewi"
    card.forms.list.button.click()
    opened.settle(qtbot, lanes)
    assert told(wajo) == shown(card) == [("1", "Andi – Budi"), ("2", "Citra – Dewi")]
    assert not card.forms.list.isVisible()
    assert card.tabs.tabText(0) == "PPWP (2)"
    assert not card.nothing.isVisible()


def test_one_after_the_other_by_keys(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    card = show(wajo, lanes, qtbot)
    card.new_button.click()
    for name in ("Andi", "Budi"):
        assert card.forms.one.lines["name"].hasFocus()
        qtbot.keyClicks(card.forms.one.lines["name"], name)
        qtbot.keyClick(card.forms.one.lines["name"], Key.Key_Return)
        opened.settle(qtbot, lanes)
    assert told(wajo) == [("1", "Andi"), ("2", "Budi")]
    card.forms.one.lines["code"].setText("1")
    qtbot.keyClicks(card.forms.one.lines["name"], "Citra")
    qtbot.keyClick(card.forms.one.lines["name"], Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert card.forms.one.rows.rows["code"].refusal == "Nomor 1 sudah dipakai Andi."
    assert len(told(wajo)) == 2
    qtbot.keyClick(card.forms.one.lines["name"], Key.Key_Escape)
    assert not card.forms.one.isVisible()
    assert card.table.view.hasFocus()


def test_one_is_altered_and_removed_by_keys(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    candidates.put_list(wajo, "ppwp", "Andi\nBudi")
    card = show(wajo, lanes, qtbot)
    card.table.view.setFocus()
    card.table.view.select_row(0)
    qtbot.keyClick(card.table.view, Key.Key_Return)
    assert card.forms.one.lines["name"].hasFocus()
    assert card.forms.photos.isVisible()
    qtbot.keyClicks(card.forms.one.lines["name"], "Andi Baso")
    qtbot.keyClick(card.forms.one.lines["name"], Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert told(wajo)[0] == ("1", "Andi Baso")
    card.forms.one.lines["code"].setText("2")
    card.forms.one.lines["code"].commit()
    opened.settle(qtbot, lanes)
    assert "Budi" in card.forms.one.rows.rows["code"].refusal
    card.forms.one.lines["code"].setText("7")
    card.forms.one.lines["code"].commit()
    opened.settle(qtbot, lanes)
    assert told(wajo) == shown(card) == [("2", "Budi"), ("7", "Andi Baso")]
    card.table.view.setFocus()
    card.table.view.select_row(0)
    qtbot.keyClick(card.table.view, Key.Key_Delete)
    opened.settle(qtbot, lanes)
    assert told(wajo) == shown(card) == [("7", "Andi Baso")]


def test_a_single_pair(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    election_settings.choose(wajo, "pilkada-2024")
    card = show(wajo, lanes, qtbot)
    assert [card.tabs.tabText(at) for at in range(card.tabs.count())] == ["Pilgub", "Pilbup"]
    card.tabs.setCurrentIndex(1)
    card.single_button.click()
    qtbot.keyClick(card.forms.single.name, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert "Isi nama" in card.forms.single.form.rows["name"].refusal
    qtbot.keyClicks(card.forms.single.name, "Andi")
    qtbot.keyClick(card.forms.single.name, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert told(wajo, "bupati") == shown(card) == [("1", "Andi"), ("0", "Kolom kosong")]
    card.list_button.click()
    card.forms.list.text.setPlainText("2 Budi")
    card.forms.list.button.click()
    opened.settle(qtbot, lanes)
    assert "tunggal" in card.forms.list.form.rows["text"].refusal


def test_pairs_without_a_name_are_asked_for(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    election_settings.set_pairs(wajo, "ppwp", 2)
    card = show(wajo, lanes, qtbot)
    assert card.remark.text().startswith("Belum bernama: nomor 1, 2.")
    card.table.view.select_row(1)
    card.open_button.click()
    assert card.forms.one.lines["code"].value() == "2"
    qtbot.keyClicks(card.forms.one.lines["name"], "Budi")
    qtbot.keyClick(card.forms.one.lines["name"], Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert told(wajo) == [("1", "Pasangan calon nomor 1"), ("2", "Budi")]


def test_candidates_of_an_electoral_district(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    card = show(wajo, lanes, qtbot)
    assert card.table.view.isColumnHidden(4)
    card.tabs.setCurrentIndex(4)
    assert not card.table.view.isColumnHidden(4)
    assert not card.single_button.isVisible()
    card.list_button.click()
    card.forms.list.text.setPlainText("3 Partai C\n3.1 Andi")
    card.forms.list.where.only.click()
    card.forms.list.where.choice.boxes[TEMPE].click()
    card.forms.list.button.click()
    opened.settle(qtbot, lanes)
    assert [(line.code, line.where) for line in card.table.model.shown()] == [("3", ""), ("3.1", "Tempe")]
    card.table.view.select_row(1)
    card.open_button.click()
    assert card.forms.one.where.value() == (TEMPE,)
    card.forms.one.where.only.click()
    opened.settle(qtbot, lanes)
    assert candidates.all_of(wajo)["dprd_kab"][1].districts == ()


def test_a_kecamatan_only_reads(lanes: runner.Runner, qtbot: QtBot, tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        candidates.put_list(two.kabupaten, "ppwp", "Andi\nBudi")
        two.carry(two.kabupaten, two.tempe)
        card = show(two.tempe, lanes, qtbot)
        assert shown(card) == [("1", "Andi"), ("2", "Budi")]
        assert "Kabupaten Wajo" in card.remark.text()
        buttons = (card.new_button, card.list_button, card.single_button, card.open_button, card.remove_button)
        assert not any(button.isVisible() for button in (*buttons, card.adopt_button))
        card.table.view.select_row(0)
        card.open()
        card.remove()
        opened.settle(qtbot, lanes)
        assert not card.forms.one.isVisible()
        assert len(told(two.tempe)) == 2
