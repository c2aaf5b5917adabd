# SPDX-License-Identifier: Apache-2.0
"""The page Hasil Suara: what stands above every figure, tabs that are made when entered, targets that open them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.domain.counts import words
from desk_app.operations import count_entry, targets
from desk_app.operations.desk import Desk
from tests import counted_offices, regency_offices
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE, tps
from tests.ui.pages import opened
from ui import runner
from ui.pages import counts_page
from ui.pages.counts_page import page as pages

SIZES = [(1366, 700), (911, 470)]


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        counted_offices.stand(made)
        yield made


def shown(
    qtbot: QtBot, desk: Desk, lanes: runner.Runner, size: tuple[int, int] = SIZES[0]
) -> counts_page.CountsPage:
    window = opened.show(qtbot, desk, lanes, "counts", lambda: counts_page.CountsPage(desk, lanes), size)
    found = window.page("counts")
    assert isinstance(found, counts_page.CountsPage)
    return found


@pytest.mark.parametrize("size", SIZES)
def test_what_it_is_not_stands_above_every_tab(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page = shown(qtbot, wajo, lanes, size)
    for key, *_rest in pages.PARTS:
        page.show_tab(key)
        opened.settle(qtbot, lanes)
        assert page.disclaimer.words == words.DISCLAIMER
        label = page.disclaimer.label
        assert label.isVisible()
        assert label.width() >= label.fontMetrics().horizontalAdvance(words.DISCLAIMER)
        assert page.minimumSizeHint().width() <= 911
        assert page.minimumSizeHint().height() <= 470


def test_a_tab_is_made_when_it_is_entered(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = shown(qtbot, wajo, lanes)
    made = {key for key, one in page._rooms.items() if one.made is not None}
    assert made == {pages.PARTS[0][0]}


def test_a_target_opens_a_tps(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = shown(qtbot, wajo, lanes)
    part = page.tab("entry")
    for subject in (tps(TEMPE_VILLAGE, 5), tps(MADDUKELLENG, 5)):
        page.open(targets.Target(targets.Page.COUNTS, subject=subject))
        opened.settle(qtbot, lanes)
        assert part.sheet.sheet.key.subject == subject  # type: ignore[attr-defined]
        assert part.side.list.table.current().subject == subject  # type: ignore[attr-defined]
        assert part.side.villages.code == subject[:13]  # type: ignore[attr-defined]


def test_a_tab_behind_hears_when_it_is_shown_again(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = shown(qtbot, wajo, lanes)
    part = page.tab("entry")
    others = [key for key, *_rest in pages.PARTS[1:]]
    page.show_tab(others[0])
    count_entry.save(wajo, tps(TEMPE_VILLAGE, 1), "ppwp", {"v1": 1})
    opened.settle(qtbot, lanes)
    page.show_tab("entry")
    opened.settle(qtbot, lanes)
    assert part.side.list.table.model.shown()[0].ppwp.mark == "belum_lengkap"  # type: ignore[attr-defined]
