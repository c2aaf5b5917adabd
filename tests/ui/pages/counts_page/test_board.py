# SPDX-License-Identifier: Apache-2.0
"""Rekap in the window: figures for who may see them, down to one TPS, kept up with what comes in, gone with the key."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.counts.rights import Right
from desk_app.operations import accounts, count_keys, count_rules, roles, targets
from desk_app.operations.desk import Desk
from tests import counted_offices, regency_offices, small_offices
from tests.operations.test_count_board import ELSEWHERE, FIRST, SECOND, copy, figures, second
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps
from tests.ui.pages import opened
from ui import runner
from ui.pages import counts_page
from ui.pages.counts_page import board

Key = QtCore.Qt.Key
Open = Callable[..., board.BoardPart]


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk, names=("Anis", "Bowo", "Nama Calon Yang Panjang Sekali Dengan Gelar, S.E., M.Si."))
        counted_offices.stand(desk, "dpr", ("Satu", "Dua"))
        copy(desk, FIRST, (100, 50, 60))
        copy(desk, ELSEWHERE, (10, 20, 30))
        yield desk


@pytest.fixture
def open_part(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Open:
    def made(size: tuple[int, int] = (1366, 700)) -> board.BoardPart:
        window = opened.show(qtbot, wajo, lanes, "counts", lambda: counts_page.CountsPage(wajo, lanes), size)
        page = window.page("counts")
        assert isinstance(page, counts_page.CountsPage)
        page.open(targets.Target(targets.Page.COUNTS, chosen={"show": "board"}))
        opened.settle(qtbot, lanes)
        found = page.tab("board")
        assert isinstance(found, board.BoardPart)
        return found

    return made


def texts(part: board.BoardPart, *, total: bool = False) -> list[list[str]]:
    assert part.table is not None
    model = part.table.sums if total else part.table.model
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def click(qtbot: QtBot, lanes: runner.Runner, part: board.BoardPart, row: int, key: str) -> None:
    assert part.table is not None
    view = part.table.view
    place = [column.key for column in part.table.model.columns].index(key)
    index = part.table.model.index(row, place)
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    opened.settle(qtbot, lanes)


def test_sums_by_kecamatan_and_what_is_in_none_of_them(wajo: Desk, open_part: Open) -> None:
    counted_offices.hold(wajo)
    copy(wajo, SECOND, (1, 2, 3))
    second(wajo, SECOND, figures(wajo, SECOND, (1, 2, 4)))
    count_rules.edit(wajo, target=7000)
    part = open_part()
    assert part.words.text().startswith("Data masuk 3 dari 9 TPS (33,33 %) per 13-02-2024 pukul 13.00 WITA")
    assert [row[:5] for row in texts(part)] == [
        ["Tempe", "1 dari 6", "100", "50", "60"],
        ["Belawa", "1 dari 3", "10", "20", "30"],
    ]
    assert texts(part, total=True)[0][:5] == ["Jumlah", "2 dari 9", "110", "70", "90"]
    assert part.excluded.words == "1 TPS dalam klarifikasi, tidak ikut dijumlahkan."
    assert "pemilih dalam DPT" in part.turnout.text()
    assert "target 70,00 %" in part.turnout.text()
    assert part.sealed.isHidden()


def test_long_names_are_cut_and_stand_whole_beside_the_mouse(wajo: Desk, open_part: Open) -> None:
    counted_offices.hold(wajo)
    part = open_part()
    assert part.table is not None
    column = next(one for one in part.table.model.columns if one.key == "v3")
    assert len(column.title) < 14
    assert column.hint == "3. Nama Calon Yang Panjang Sekali Dengan Gelar, S.E., M.Si."


def test_down_to_a_tps_and_back_by_the_way(
    wajo: Desk, open_part: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    counted_offices.hold(wajo)
    part = open_part()
    click(qtbot, lanes, part, 0, "name")
    assert part.region == TEMPE
    click(qtbot, lanes, part, 0, "counted")
    assert part.region == TEMPE_VILLAGE
    assert [row[:3] for row in texts(part)][:2] == [
        ["TPS 001", "Lengkap dengan catatan", "100"],
        ["TPS 002", "Belum masuk", ""],
    ]
    gone: list[tuple[str, object]] = []
    part.navigate.connect(lambda key, target: gone.append((key, target)))
    click(qtbot, lanes, part, 1, "name")
    assert [(key, target.subject) for key, target in gone if isinstance(target, targets.Target)] == [
        ("counts", tps(TEMPE_VILLAGE, 2))
    ]
    links = [one for one in part.findChildren(QtWidgets.QPushButton) if one.text() == "Kabupaten Wajo"]
    qtbot.mouseClick(links[-1], QtCore.Qt.MouseButton.LeftButton)
    opened.settle(qtbot, lanes)
    assert part.region == "73.13"


def test_another_race_has_its_own_columns(wajo: Desk, open_part: Open, lanes: runner.Runner, qtbot: QtBot) -> None:
    counted_offices.hold(wajo)
    part = open_part()
    part.races.setFocus()
    qtbot.keyClick(part.races, Key.Key_Right)
    opened.settle(qtbot, lanes)
    assert part.races.value() == "dpr"
    assert part.table is not None
    assert [one.title for one in part.table.model.columns][2:4] == ["1. Satu", "2. Dua"]
    assert texts(part, total=True)[0][:3] == ["Jumlah", "0 dari 9", ""]


def test_a_candidates_figure_brings_his_bars(wajo: Desk, open_part: Open, lanes: runner.Runner, qtbot: QtBot) -> None:
    counted_offices.hold(wajo)
    part = open_part()
    assert part.votes.chart is not None
    assert [one.said for one in part.votes.chart.parts] == ["110 · 40,74 %", "70 · 25,93 %", "90 · 33,33 %"]
    click(qtbot, lanes, part, 0, "v2")
    assert part.chart_choice.value() == "v2"
    bars = {one.name: one.said for one in part.votes.chart.parts}
    assert bars == {"Tempe": "50 · 23,81 %", "Belawa": "20 · 33,33 %"}
    assert part.region == "73.13"


def test_what_comes_in_is_weighed_and_shown(wajo: Desk, open_part: Open, lanes: runner.Runner, qtbot: QtBot) -> None:
    counted_offices.hold(wajo)
    part = open_part()
    copy(wajo, SECOND, (5, 5, 6))
    opened.settle(qtbot, lanes)
    assert texts(part)[0][:5] == ["Tempe", "2 dari 6", "105", "55", "66"]
    assert part.weighing.text() == ""


def test_without_the_right_there_is_progress_and_who_sees_more(wajo: Desk, open_part: Open) -> None:
    counted_offices.hold(wajo)
    count_keys.grant(wajo, 1, [Right.VERIFY])
    part = open_part()
    assert [row[:4] for row in texts(part)] == [["Tempe", "6", "1", "–"], ["Belawa", "3", "1", "–"]]
    assert not part.sealed.isHidden()
    assert part.sealed.line.words == (
        "Jumlah suara tidak tampil untuk Anda. Belum ada akun yang boleh melihat jumlah suara."
    )
    assert part.votes.chart is None
    assert part.shares.chart is None
    shown = " ".join(label.text() for label in part.findChildren(QtWidgets.QLabel))
    assert "100" not in shown
    assert not part._totals_action.isVisible()


def test_before_the_key_is_prepared_the_card_leads_to_the_settings(
    open_part: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    part = open_part()
    assert "belum disiapkan" in part.sealed.line.words
    with qtbot.waitSignal(part.navigate) as led:
        qtbot.mouseClick(part.sealed.setup_button, QtCore.Qt.MouseButton.LeftButton)
    assert led.args is not None
    assert led.args[0] == "settings"


def test_sealed_by_two_it_goes_with_the_key_and_offers_to_open(
    wajo: Desk, open_part: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    accounts.add_account(wajo, "Citra", roles.Role.VERIFIER, "sandi citra", key_memory=small_offices.KEY_MEMORY)
    counted_offices.hold(wajo)
    count_keys.seal(wajo, 1, 2, key_memory=small_offices.KEY_MEMORY)
    part = open_part()
    assert part.sealed.line.words.endswith("Hasil suara disegel: Andi dan Citra membukanya bersama.")
    assert not part.sealed.open_button.isHidden()
    count_keys.open_with(wajo, "Citra", "sandi citra")
    opened.settle(qtbot, lanes)
    assert texts(part)[0][2] == "100"
    count_keys.close(wajo)
    opened.settle(qtbot, lanes)
    assert texts(part)[0][:4] == ["Tempe", "6", "1", "–"]
    assert part.votes.chart is None


def test_what_is_copied_says_that_it_is_no_official_figure(
    wajo: Desk, open_part: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    counted_offices.hold(wajo)
    part = open_part()
    assert part.table is not None
    clipboard = QtGui.QGuiApplication.clipboard()
    for copy_out in (part.table.copy, part.table.copy_for_chat):
        copy_out()
        assert "Salinan internal desk – bukan data resmi, bukan data pembanding." in clipboard.text()
    qtbot.mouseClick(part.copy_button, QtCore.Qt.MouseButton.LeftButton)
    assert "Data masuk 2 dari 9 TPS" in clipboard.text()
    assert "100" not in clipboard.text().replace("100,00", "")


def test_on_a_small_screen_the_bars_are_one_click_away(
    wajo: Desk, open_part: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    counted_offices.hold(wajo)
    part = open_part((911, 560))
    assert not part.charts_button.isHidden()
    qtbot.mouseClick(part.charts_button, QtCore.Qt.MouseButton.LeftButton)
    opened.settle(qtbot, lanes)
    assert part.votes.isVisible()
    assert part.window().width() == 911


def test_an_office_without_tps_says_so(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    with small_offices.make(tmp_path / "tempe", stations=0).desk as desk:
        window = opened.show(qtbot, desk, lanes, "counts", lambda: counts_page.CountsPage(desk, lanes))
        page = window.page("counts")
        assert isinstance(page, counts_page.CountsPage)
        part = page.show_tab("board")
        opened.settle(qtbot, lanes)
        assert isinstance(part, board.BoardPart)
        assert part.empty.isVisible()
        assert "kantor kabupaten/kota" in part.sealed.line.words
        assert part.sealed.open_button.isHidden()


def test_many_changes_are_one_round_of_weighing(
    wajo: Desk, open_part: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    counted_offices.hold(wajo)
    part = open_part()
    before = lanes.pending
    for _turn in range(20):
        part.reload(frozenset({"count_form"}))
    assert lanes.pending == before + 1
    opened.settle(qtbot, lanes)
    assert texts(part)[0][2] == "100"
