# SPDX-License-Identifier: Apache-2.0
"""Papers of the count on the page of papers: no picture on their cards, race and parts by keys, and who may not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import count_keys
from desk_app.operations.desk import Desk
from tests import counting_people, regency_offices
from tests.operations.paper_kinds import counted
from tests.small_offices import KEY_MEMORY
from tests.ui.pages.test_reports_shelf import pick, settle
from ui import runner
from ui.pages import reports_page


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        counted.fill(made)
        yield made


@pytest.fixture
def page(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> reports_page.ReportsPage:
    made = reports_page.ReportsPage(desk, lanes)
    qtbot.addWidget(made)
    made.resize(1160, 620)
    made.show()
    made.refresh(frozenset())
    settle(made, qtbot)
    return made


def choose(page: reports_page.ReportsPage, qtbot: QtBot, key: str) -> None:
    page.show_all()
    card = next(card for card in page.gallery.board.shown if card.card.key == key)
    qtbot.mouseClick(card, QtCore.Qt.MouseButton.LeftButton)
    settle(page, qtbot)


def test_a_recap_with_its_race_and_parts(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    choose(page, qtbot, "rekap-suara")
    assert page.prepared is not None, page.view.refusal.words.text()
    assert page.options.race.currentText() == "Presiden dan Wakil Presiden"
    pick(page.options.level, qtbot, "Desa/Kelurahan")
    settle(page, qtbot)
    assert page.prepared.asked.level == "desa"
    pick(page.options.race, qtbot, "DPR")
    settle(page, qtbot)
    assert page.prepared.asked.race == "dpr"
    page.show_all()
    settle(page, qtbot)
    drawn = {card.card.key for card in page.gallery.board.shown if card.picture is not None}
    assert not drawn & set(counted.WITH_VOTES), "a picture is seen by everybody who comes to the page"
    assert "laporan-harian" in drawn


def test_a_region_with_fewer_parts_begins_with_its_nearest(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    choose(page, qtbot, "rekap-suara")
    pick(page.options.level, qtbot, "TPS")
    settle(page, qtbot)
    step = page.options.area.steps[0]
    assert isinstance(step, QtWidgets.QComboBox)
    pick(step, qtbot, "Kecamatan Tempe")
    settle(page, qtbot)
    assert page.prepared is not None
    assert page.prepared.asked.level == ""


def test_who_may_not_is_told_why(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    with counting_people.somebody(desk, "Sitti"):
        made = reports_page.ReportsPage(desk, lanes)
        qtbot.addWidget(made)
        made.resize(1160, 620)
        made.show()
        made.refresh(frozenset())
        settle(made, qtbot)
        assert not count_keys.access(desk).opened
        choose(made, qtbot, "rekap-suara")
        assert made.prepared is None
        assert "Melihat jumlah suara" in made.view.refusal.words.text()
        choose(made, qtbot, "belum-lapor")
        assert made.prepared is not None


def test_with_the_key_put_away_the_paper_goes(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    choose(page, qtbot, "rekap-suara")
    assert page.prepared is not None
    count_keys.seal(desk, 1, 2, key_memory=KEY_MEMORY)
    count_keys.close(desk)
    page.refresh(frozenset({"count_key"}))
    assert page.prepared is None, "at once"
    assert not page.save_button.isEnabled()
    settle(page, qtbot)
    assert page.prepared is None
    assert "Melihat jumlah suara" in page.view.refusal.words.text()


def test_a_form_that_is_copied_makes_no_other_paper_anew(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    choose(page, qtbot, "data-umum")
    before = page.prepared
    page.refresh(frozenset({"count_form"}))
    settle(page, qtbot)
    assert page.prepared is before
    page.refresh(frozenset({"station"}))
    settle(page, qtbot)
    assert page.prepared is not before
