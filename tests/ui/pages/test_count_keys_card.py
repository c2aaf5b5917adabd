# SPDX-License-Identifier: Apache-2.0
"""Pengaturan > Hasil suara: the key is prepared, given on, sealed with two, opened and closed again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.data import keys
from desk_app.domain.counts.rights import Right
from desk_app.operations import accounts, count_keys, count_secret, opening
from desk_app.operations.desk import Desk
from tests.ui import offices
from tests.ui.pages.opened import settle
from ui import runner
from ui.pages.settings_page import count_keys_card, count_section


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(count_keys.prepare, "__kwdefaults__", {"key_memory": offices.MEMORY})
    monkeypatch.setattr(count_keys.seal, "__kwdefaults__", {"key_memory": offices.MEMORY})
    with offices.desk(tmp_path / "kantor") as made:
        accounts.add_account(made, "Citra", accounts.Role.VERIFIER, "sandi citra", key_memory=offices.MEMORY)
        yield made


def shown(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> count_keys_card.CountKeysCard:
    section = count_section.CountSection(desk, lanes)
    qtbot.addWidget(section)
    section.resize(900, 1400)
    section.show()
    section.refresh()
    settle(qtbot, lanes)
    return section.keys


def yes(monkeypatch: pytest.MonkeyPatch, card: count_keys_card.CountKeysCard) -> None:
    monkeypatch.setattr(card._owner, "confirm", lambda *_words: True)


def test_an_admin_prepares_it_and_the_sheet_is_shown_once(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    card = shown(desk, lanes, qtbot)
    assert "belum disiapkan" in card.state.text()
    card.prepare_button.click()
    settle(qtbot, lanes)
    assert not count_keys.access(desk).prepared  # nobody was chosen
    card.ticks.ticks[1, Right.TOTALS].click()
    card.prepare_button.click()
    settle(qtbot, lanes)
    assert count_keys.rights(desk) == {Right.ENTER, Right.TOTALS}
    assert card.sheet.isVisible()
    count_keys.open_by_sheet(desk, card.sheet.code.text())
    card.sheet.written.click()
    assert not card.sheet.isVisible()
    assert card.prepare_button.isHidden()


def test_a_holder_gives_it_on_by_a_tick_and_takes_it_back(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    count_keys.prepare(desk, {1: [Right.VERIFY, Right.TOTALS]})
    card = shown(desk, lanes, qtbot)
    card.ticks.ticks[2, Right.VERIFY].click()
    settle(qtbot, lanes)
    assert [set(rights) for _no, name, rights in count_keys.access(desk).holders if name == "Citra"] == [{Right.VERIFY}]
    card.ticks.ticks[2, Right.VERIFY].click()
    settle(qtbot, lanes)
    assert [name for _no, name, _rights in count_keys.access(desk).holders] == ["Operator 1"]


def test_two_seal_it_and_the_window_says_so(
    desk: Desk, lanes: runner.Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    count_keys.prepare(desk, {1: [Right.VERIFY, Right.TOTALS]})
    card = shown(desk, lanes, qtbot)
    yes(monkeypatch, card)
    assert not card.seal_button.isEnabled()
    card.first.set_value(1)
    card.second.set_value(1)
    card._look()
    assert not card.seal_button.isEnabled()
    card.second.set_value(2)
    card._look()
    card.seal_button.click()
    settle(qtbot, lanes)
    assert "dibuka Operator 1 bersama Citra" in card.state.text()
    assert "tertutup" in card.state.text()
    assert card.open_button.isVisible()
    assert card.ticks.isHidden()
    count_keys.open_with(desk, "Citra", "sandi citra")
    card._owner.refresh()
    settle(qtbot, lanes)
    assert "terbuka" in card.state.text()
    card.close_button.click()
    settle(qtbot, lanes)
    assert count_secret.secret_of(desk) is None
    count_keys.open_with(desk, "Citra", "sandi citra")
    card._owner.refresh()
    settle(qtbot, lanes)
    card.unseal_button.click()
    settle(qtbot, lanes)
    assert [one.pair for one in keys.load(desk.folder).holders] == ["", ""]


def test_who_may_not_prepare_is_told_who_does(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    folder = desk.folder
    desk.close()
    with opening.open_office(folder, "sandi citra") as citra:
        card = shown(citra, lanes, qtbot)
        assert "Admin kantor" in card.state.text()
        assert not any(tick.isEnabled() for tick in card.ticks.findChildren(QtWidgets.QCheckBox))
        lanes.wait_idle()
