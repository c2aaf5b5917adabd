# SPDX-License-Identifier: Apache-2.0
"""Kerawanan in the window: ticked by keyboard, filtered, followed from map and figures, guarded, categorised."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.risk import RiskClass
from desk_app.operations import (
    election_settings,
    guarding,
    history,
    region_risk,
    risk,
    risk_indicators,
    risk_map,
    stations,
    targets,
)
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps
from tests.ui.pages import opened
from ui import runner
from ui.pages import stations_page
from ui.pages.stations_page import guard_view, indicator_view, region_view, risk_tab, risk_totals
from ui.pages.stations_page import risk_map as map_view

ONE, TWO = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)
Key = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
Open = Callable[..., risk_tab.RiskTab]


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


@pytest.fixture
def open_tab(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Open:
    def made(desk: Desk = wajo, view: int = risk_tab.LIST, size: tuple[int, int] = (1366, 700)) -> risk_tab.RiskTab:
        window = opened.show(
            qtbot, desk, lanes, "stations", lambda: stations_page.StationsPage(desk, lanes), size
        )
        page = window.page("stations")
        assert isinstance(page, stations_page.StationsPage)
        page.show_risk()
        opened.settle(qtbot, lanes)
        page.risk.tabs.setCurrentIndex(view)
        opened.settle(qtbot, lanes)
        return page.risk

    return made


def page_of(tab: risk_tab.RiskTab) -> stations_page.StationsPage:
    window = tab.window()
    assert isinstance(window, opened.Window)
    page = window.page("stations")
    assert isinstance(page, stations_page.StationsPage)
    return page


def listed(tab: risk_tab.RiskTab, desk: Desk) -> list[str]:
    return [row.subject for row in risk.rows(desk, tab.list.table.model.ids) if row is not None]


def typed(qtbot: QtBot, lanes: runner.Runner, field: QtWidgets.QWidget, text: str) -> None:
    """Go to a field, write something else there, and leave it."""
    field.setFocus()
    qtbot.wait(1)
    assert isinstance(field, QtWidgets.QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Key.Key_Tab)
    opened.settle(qtbot, lanes)


def clipboard() -> str:
    return QtGui.QGuiApplication.clipboard().text()


def test_a_tps_is_ticked_by_keyboard_alone_and_the_next_one_too(
    open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    tab = open_tab()
    tab.list.table.view.setFocus()
    order = listed(tab, wajo)
    qtbot.keyClick(tab.list.table.view, Key.Key_Return)
    opened.settle(qtbot, lanes)
    ticks = tab.list.ticks
    assert ticks.list.hasFocus()
    assert ticks.subject == order[0]
    qtbot.keyClicks(ticks.list, "4s8s")
    qtbot.keyClicks(ticks.list, "22")
    qtbot.keyClick(ticks.list, Key.Key_Space)
    qtbot.keyClick(ticks.list, Key.Key_Down, CTRL)
    opened.settle(qtbot, lanes)
    assert ticks.subject == order[1]
    assert ticks.list.ticks() == []
    assert ticks.list.hasFocus()
    qtbot.keyClicks(ticks.list, "s")
    opened.settle(qtbot, lanes)
    assert risk.row(wajo, order[0]).codes == ("P04", "P08", "P22")
    assert risk.row(wajo, order[1]).codes == ("P01",)
    qtbot.keyClick(ticks.list, Key.Key_Down, CTRL)
    opened.settle(qtbot, lanes)
    qtbot.keyClicks(ticks.list, "sssss")
    opened.settle(qtbot, lanes)
    assert len(risk.row(wajo, order[2]).codes) == 5
    assert listed(tab, wajo) == order, "no row moves under the hand"
    qtbot.keyClick(ticks.list, Key.Key_Escape)
    assert tab.list.table.view.hasFocus()
    history.undo(wajo)
    opened.settle(qtbot, lanes)
    assert len(ticks.list.ticks()) == 4


def test_a_tick_that_is_not_written_yet_is_not_taken_back_by_what_was_read_before(
    open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    tab = open_tab()
    tab.show_subject(ONE)
    opened.settle(qtbot, lanes)
    ticks, gate, heard = tab.list.ticks, threading.Event(), []
    lanes.write(lambda: gate.wait(20))
    qtbot.keyClicks(ticks.list, "s")
    ticks.show_subject(ONE)
    lanes.read(lambda: None, lambda _nothing: heard.append(1))
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.wait(50)
    shown = ticks.list.ticks()
    gate.set()
    opened.settle(qtbot, lanes)
    assert shown == ["P01"]
    assert ticks.list.ticks() == ["P01"]
    assert risk.row(wajo, ONE).codes == ("P01",)


def test_the_class_by_a_key(open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    tab = open_tab()
    tab.show_subject(ONE)
    opened.settle(qtbot, lanes)
    classes = tab.list.ticks.classes
    assert classes.value() == "rawan"
    qtbot.keyClicks(classes, "s")
    opened.settle(qtbot, lanes)
    assert risk.row(wajo, ONE).risk == "sangat_rawan"
    classes.pick("sangat_rawan")
    opened.settle(qtbot, lanes)
    assert risk.row(wajo, ONE).risk is None


def test_the_list_is_filtered_sorted_and_searched(
    open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    risk.tick(wajo, TWO, {"P04": True, "P08": True})
    risk.tick(wajo, tps(BELAWA_VILLAGE, 1), {"P04": True})
    tab = open_tab()
    assert listed(tab, wajo)[:2] == [TWO, tps(BELAWA_VILLAGE, 1)]
    tab.indicator.set_value("P04")
    tab.indicator.committed.emit("P04")
    opened.settle(qtbot, lanes)
    assert listed(tab, wajo) == [TWO, tps(BELAWA_VILLAGE, 1)]
    tab.area.first.set_value(BELAWA)
    tab.area.first.committed.emit(BELAWA)
    opened.settle(qtbot, lanes)
    assert listed(tab, wajo) == [tps(BELAWA_VILLAGE, 1)]
    qtbot.mouseClick(tab.clear_button, QtCore.Qt.MouseButton.LeftButton)
    opened.settle(qtbot, lanes)
    assert len(listed(tab, wajo)) == 9
    qtbot.keyClicks(tab.list.table.filter, "maddu")
    qtbot.waitUntil(lambda: len(listed(tab, wajo)) == 2)
    keys = [column.key for column in tab.list.table.model.columns]
    tab.list.table.filter.clear()
    tab.list.table.view.horizontalHeader().sectionClicked.emit(keys.index("risk"))
    opened.settle(qtbot, lanes)
    qtbot.waitUntil(lambda: len(listed(tab, wajo)) == 9)
    assert risk.row(wajo, listed(tab, wajo)[0]).risk == "khusus"


def test_copied_for_whatsapp_and_for_excel(open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    risk.tick(wajo, TWO, {"P04": True})
    tab = open_tab()
    tab.copy_button.click()
    opened.settle(qtbot, lanes)
    assert "- TPS 002 Kel. Tempe: Kurang rawan; internet" in clipboard()
    tab.list.table.view.setFocus()
    tab.list.table.view.selectAll()
    qtbot.keyClick(tab.list.table.view, Key.Key_C, CTRL)
    qtbot.waitUntil(lambda: clipboard().startswith("TPS\t"))
    assert "002\tKel. Tempe\tTempe\tKurang rawan\t1\tinternet\t250" in clipboard()


def test_a_pattern_of_its_own_and_one_that_is_none(
    open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    guarding.set_patterns(wajo, {RiskClass.AT_RISK: "4-2-8"})
    tab = open_tab()
    tab.show_subject(ONE)
    opened.settle(qtbot, lanes)
    ticks = tab.list.ticks
    assert "4-2-8" in ticks.pattern.placeholderText()
    typed(qtbot, lanes, ticks.pattern, "dua")
    assert "bukan pola" in ticks.guard.rows["pattern"].refusal
    typed(qtbot, lanes, ticks.pattern, "6-1-4")
    typed(qtbot, lanes, ticks.source, "Surat Polres")
    kept = guarding.of_station(wajo, ONE)
    assert kept is not None
    assert (kept.police, kept.stations, kept.linmas, kept.source) == (6, 1, 4, "Surat Polres")
    assert ticks.guard.rows["pattern"].refusal == ""


def test_a_square_opens_its_tps_by_mouse_and_by_keyboard(
    open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    risk.tick(wajo, TWO, {"P04": True})
    tab = open_tab(view=risk_tab.MAP)
    view = tab.part(risk_tab.MAP)
    assert isinstance(view, map_view.RiskMap)
    assert view._tip(0) == "TPS 001 Kel. Tempe: Rawan"
    view.show_layer("P04")
    opened.settle(qtbot, lanes)
    assert view._tip(1) == "TPS 002 Kel. Tempe: Ada"
    assert view.panel.legend.accessibleName().startswith("Tidak ada: 8, Ada: 1")
    mosaic = view.panel.mosaic
    mosaic.setFocus()
    qtbot.keyClick(mosaic, Key.Key_Home)
    qtbot.keyClick(mosaic, Key.Key_Right)
    qtbot.keyClick(mosaic, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert tab.tabs.currentIndex() == risk_tab.LIST
    assert tab.list.ticks.subject == TWO
    assert tab.list.ticks.list.hasFocus()
    tab.tabs.setCurrentIndex(risk_tab.MAP)
    mosaic.selected.emit([0, 1, 4])
    opened.settle(qtbot, lanes)
    assert sorted(listed(tab, wajo)) == [ONE, TWO, tps(MADDUKELLENG, 1)]


def test_a_larger_square_leads_to_its_village(
    open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(risk_map.overview, "MOST_SQUARES", 8)
    tab = open_tab(view=risk_tab.MAP)
    view = tab.part(risk_tab.MAP)
    assert isinstance(view, map_view.RiskMap)
    assert view._tip(2) == "Kel. Belawa: 3 TPS, Khusus"
    view.panel.mosaic.opened.emit(2)
    opened.settle(qtbot, lanes)
    assert listed(tab, wajo)
    assert {subject[:13] for subject in listed(tab, wajo)} == {BELAWA_VILLAGE}


def test_figures_lead_to_their_tps(open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    risk.tick(wajo, TWO, {"P04": True})
    risk.tick(wajo, tps(BELAWA_VILLAGE, 1), {"P04": True})
    tab = open_tab(view=risk_tab.TOTALS)
    view = tab.part(risk_tab.TOTALS)
    assert isinstance(view, risk_totals.RiskTotals)
    assert view.chosen_words.text() == "Kendala jaringan internet", "the commonest one is chosen at first"
    row = next(row for row in view.regions.model.shown() if row.code == BELAWA)
    assert (row.stations, row.present, row.special) == (3, 1, 1)
    view.regions.followed.emit(row, "present")
    opened.settle(qtbot, lanes)
    assert (tab.tabs.currentIndex(), listed(tab, wajo)) == (risk_tab.LIST, [tps(BELAWA_VILLAGE, 1)])
    tab.tabs.setCurrentIndex(risk_tab.TOTALS)
    qtbot.mouseClick(tab.clear_button, QtCore.Qt.MouseButton.LeftButton)
    opened.settle(qtbot, lanes)
    assert tab.tabs.currentIndex() == risk_tab.TOTALS
    view.copy_matrix()
    lines = clipboard().splitlines()
    assert lines[0].split("\t")[:3] == ["Kode", "Indikator", "Kelompok"]
    assert next(line for line in lines if line.startswith("P04")).split("\t")[-2] == "2"
    view.regions.followed.emit(view.regions.sums.shown()[0], "unknown")
    opened.settle(qtbot, lanes)
    assert len(listed(tab, wajo)) == 4


def test_bands_come_with_their_bounds(open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    risk.tick(wajo, TWO, {"P04": True})
    tab = open_tab(view=risk_tab.TOTALS)
    view = tab.part(risk_tab.TOTALS)
    assert isinstance(view, risk_totals.RiskTotals)
    keys = [column.key for column in view.indicators.model.columns]
    assert view.indicators.view.isColumnHidden(keys.index("band"))
    typed(qtbot, lanes, view.bounds, "5 20")
    assert "dua persen" in view.bounds_row.refusal
    typed(qtbot, lanes, view.bounds, "20 5")
    assert str(risk.bounds(wajo)) == "20 5"
    assert not view.indicators.view.isColumnHidden(keys.index("band"))
    shown = {row.code: row.band for row in view.indicators.model.shown()}
    assert (shown["P04"], shown["P05"]) == ("Banyak terjadi", "")


def test_patterns_are_blank_until_filled_and_the_example_says_its_year(
    open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    tab = open_tab(view=risk_tab.GUARD)
    view = tab.part(risk_tab.GUARD)
    assert isinstance(view, guard_view.GuardView)
    assert {row.field.text() for row in view.patterns.rows.values()} == {""}
    assert "2019" in view.example.text()
    assert "independensi.com" in view.note.text()
    field = view.patterns.rows["rawan"].field
    typed(qtbot, lanes, field, "4-0-8")
    assert "paling sedikit 1 TPS" in view.patterns.rows["rawan"].refusal
    typed(qtbot, lanes, field, "3-2-8")
    view.example.click()
    opened.settle(qtbot, lanes)
    assert {one: str(made) for one, made in guarding.patterns(wajo).items()} == {
        RiskClass.LOW: "2-4-6",
        RiskClass.AT_RISK: "3-2-8",
        RiskClass.HIGH: "6-2-8",
    }
    assert "Ganti dengan pola dari Polres" in page_of(tab).notices.text


def test_personnel_at_hand_by_kecamatan(open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    guarding.set_patterns(wajo, {RiskClass.AT_RISK: "4-2-8", RiskClass.HIGH: "6-2-8"})
    tab = open_tab(view=risk_tab.GUARD)
    view = tab.part(risk_tab.GUARD)
    assert isinstance(view, guard_view.GuardView)
    assert "Kabupaten Wajo" in view.region.text()
    place = [row.code for row in view.table.model.shown()].index(TEMPE)
    view.table.view.select_row(place)
    assert "Kecamatan Tempe" in view.region.text()
    typed(qtbot, lanes, view.police, "3")
    qtbot.keyClick(view.linmas, Key.Key_Tab)
    typed(qtbot, lanes, view.source, "Polsek Tempe")
    row = view.table.model.row(place)
    assert (row.police, row.police_at_hand, row.police_short, row.linmas_at_hand, row.source) == (
        5, 3, 2, None, "Polsek Tempe"
    )
    tab.copy_button.click()
    opened.settle(qtbot, lanes)
    assert "Tempe: 6 TPS; Polri perlu 5, ada 3" in clipboard()


def test_a_category_is_written_with_its_source(
    open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    tab = open_tab(view=risk_tab.REGIONS)
    view = tab.part(risk_tab.REGIONS)
    assert isinstance(view, region_view.RegionView)
    qtbot.keyClicks(view.category, "rawan sedang")
    view.add_button.click()
    opened.settle(qtbot, lanes)
    assert "sumber" in view.new.rows["source"].refusal
    qtbot.keyClicks(view.source, "IKP 2024")
    typed(qtbot, lanes, view.day, "16122022")
    view.region.set_value(TEMPE)
    view.add_button.click()
    opened.settle(qtbot, lanes)
    [row] = region_risk.categories(wajo).rows
    assert (row.place, row.category, row.source, row.day) == (TEMPE, "rawan sedang", "IKP 2024", "2022-12-16")
    view.table.view.select_row(0)
    note = view.form.field("note")
    qtbot.keyClicks(note, "hasil rakor")
    note.commit()
    opened.settle(qtbot, lanes)
    assert region_risk.categories(wajo).rows[0].note == "hasil rakor"
    view.delete_button.click()
    opened.settle(qtbot, lanes)
    assert region_risk.categories(wajo).rows == ()
    assert view.card.isHidden()


def test_the_list_of_indicators_is_edited(open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    tab = open_tab(view=risk_tab.INDICATORS)
    view = tab.part(risk_tab.INDICATORS)
    assert isinstance(view, indicator_view.IndicatorView)
    qtbot.keyClicks(view.new_label, "Jalan longsor")
    qtbot.keyClick(view.new_label, Key.Key_Return)
    opened.settle(qtbot, lanes)
    line = view.table.current()
    assert (line.code, line.number, line.label) == ("7313-01", 23, "Jalan longsor")
    view.shift(-1)
    opened.settle(qtbot, lanes)
    assert [one.code for one in risk_indicators.offered(wajo)][-2:] == ["7313-01", "P22"]
    view.table.show_row("P04")
    label = view.form.field("label")
    typed(qtbot, lanes, label, "Tanpa sinyal")
    assert risk_indicators.known(wajo)["P04"].label == "Tanpa sinyal"
    view.use_button.click()
    opened.settle(qtbot, lanes)
    assert "P04" not in [one.code for one in risk_indicators.offered(wajo)]
    assert view.use_button.text() == "Pakai lagi"
    tab.tabs.setCurrentIndex(risk_tab.LIST)
    opened.settle(qtbot, lanes)
    assert "P04" not in [code for code, _words in tab.indicator._choices]


def test_a_kecamatan_reads_the_list_and_fills_its_own_tps(
    lanes: runner.Runner, qtbot: QtBot, tmp_path: Path, open_tab: Open
) -> None:
    with small_offices.make(tmp_path / "tempe").desk as tempe:
        tab = open_tab(tempe, view=risk_tab.INDICATORS)
        view = tab.part(risk_tab.INDICATORS)
        assert isinstance(view, indicator_view.IndicatorView)
        assert view.new_card.isHidden()
        assert view.form.field("label").isReadOnly()
        tab.tabs.setCurrentIndex(risk_tab.LIST)
        opened.settle(qtbot, lanes)
        assert len(listed(tab, tempe)) == 3
        assert "district" not in [column.key for column in tab.list.table.model.columns]
        tab.list.ticks.list.setFocus()
        qtbot.keyClicks(tab.list.ticks.list, "s")
        opened.settle(qtbot, lanes)
        assert risk.row(tempe, small_offices.station(1)).codes == ("P01",)


def test_another_election_shows_its_own_and_nothing_of_the_first(
    open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    risk.tick(wajo, TWO, {"P04": True})
    tab = open_tab()
    page = page_of(tab)
    assert len(listed(tab, wajo)) == 9
    election_settings.choose(wajo, "pilkada-2024")
    opened.settle(qtbot, lanes)
    assert listed(tab, wajo) == []
    assert tab.list.stack.currentWidget() is tab.list.empty
    assert len(page.table.model.ids) == 0
    assert ("K25", "K25  Kendala aliran listrik") in tab.indicator._choices
    tab.tabs.setCurrentIndex(risk_tab.TOTALS)
    opened.settle(qtbot, lanes)
    view = tab.part(risk_tab.TOTALS)
    assert isinstance(view, risk_totals.RiskTotals)
    assert view.indicators.model.total == 25
    election_settings.choose(wajo, "pemilu-2024")
    opened.settle(qtbot, lanes)
    tab.tabs.setCurrentIndex(risk_tab.LIST)
    opened.settle(qtbot, lanes)
    assert listed(tab, wajo)[0] == TWO


def test_a_target_leads_there_and_back(open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    tab = open_tab()
    page = page_of(tab)
    page.open(targets.Target(targets.Page.STATIONS, subject=TWO))
    opened.settle(qtbot, lanes)
    assert page.tabs.currentIndex() == 0
    assert page.detail.subject == TWO
    page.open(targets.Target(targets.Page.STATIONS, chosen={"show": "risk", "risk": "rawan"}))
    opened.settle(qtbot, lanes)
    assert page.tabs.currentIndex() == 1
    assert listed(tab, wajo) == [ONE, tps(BELAWA_VILLAGE, 1)]
    risk.tick(wajo, TWO, {"P04": True})
    page.open(targets.Target(targets.Page.STATIONS, chosen={"indicator": "P04"}))
    opened.settle(qtbot, lanes)
    assert (page.tabs.currentIndex(), listed(tab, wajo)) == (1, [TWO])
    tab.list.ticks.show_subject(ONE)
    opened.settle(qtbot, lanes)
    tab.list.ticks._open_station()
    opened.settle(qtbot, lanes)
    assert page.tabs.currentIndex() == 0
    assert page.detail.subject == ONE


def test_names_of_sixty_characters_and_a_small_window(
    open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    risk_indicators.add(wajo, "N" * 160, "S" * 40, "V" * 60)
    tab = open_tab(size=(911, 520))
    for view in range(6):
        tab.tabs.setCurrentIndex(view)
        opened.settle(qtbot, lanes)
    tab.tabs.setCurrentIndex(risk_tab.TOTALS)
    totals = tab.part(risk_tab.TOTALS)
    assert isinstance(totals, risk_totals.RiskTotals)
    assert not totals.regions.isVisible()
    qtbot.keyClick(totals.indicators.view, Key.Key_Return)
    assert totals.regions.isVisible(), "one at a time on a small screen"
    tab.tabs.setCurrentIndex(risk_tab.REGIONS)
    regions = tab.part(risk_tab.REGIONS)
    assert isinstance(regions, region_view.RegionView)
    assert regions.table.isVisible()
    regions._begin()
    assert regions.category.isVisible()
    opened.settle(qtbot, lanes)
    page = page_of(tab)
    hint = page.minimumSizeHint()
    assert hint.width() <= 911
    assert hint.height() <= 470
    buttons = [one for one in tab.findChildren(QtWidgets.QPushButton) if one.isVisible()]
    narrow = [(one.text(), one.width(), one.minimumSizeHint().width()) for one in buttons]
    assert [one for one in narrow if one[1] < one[2]] == []


def test_ticks_of_a_tps_that_is_gone_stay_quiet(
    open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    tab = open_tab()
    tab.show_subject(TWO)
    opened.settle(qtbot, lanes)
    stations.delete_station(wajo, TWO)
    opened.settle(qtbot, lanes)
    assert TWO not in listed(tab, wajo)
    window = tab.window()
    assert isinstance(window, opened.Window)
    assert window.crashes == []


def test_many_tps_get_one_class_by_a_key_and_lose_it_by_the_notice(
    open_tab: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    tab = open_tab()
    part = tab.list
    classes = {row.subject: row.risk for row in risk.rows(wajo, part.table.model.ids) if row is not None}
    assert part.several.isHidden()
    part.table.view.setFocus()
    part.table.view.selectAll()
    assert part.several.isVisible()
    assert part.several.count.text() == f"{len(classes)} TPS dipilih; kelas untuk semuanya:"
    part.several.classes.setFocus()
    qtbot.keyClick(part.several.classes, Key.Key_H)
    opened.settle(qtbot, lanes)
    numbers = stations.station_ids(wajo, stations.StationFilter())
    assert {row.risk for row in risk.rows(wajo, numbers) if row is not None} == {"khusus"}
    page = page_of(tab)
    assert page.notices.text == f"{len(classes)} TPS: Khusus."
    page.notices._act()
    opened.settle(qtbot, lanes)
    assert {row.subject: row.risk for row in risk.rows(wajo, numbers) if row is not None} == classes
    part.table.view.select_row(0)
    assert part.several.isHidden()
