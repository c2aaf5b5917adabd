# SPDX-License-Identifier: Apache-2.0
"""Logistik: a word typed about a cell, figures followed to shipments, numbers, ticks, onward and what is lacking."""

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6 import QtGui
from pytestqt.qtbot import QtBot

from desk_app.domain.logistics import Tick
from desk_app.domain.places import Kind
from desk_app.operations import (
    answers,
    history,
    logistics,
    logistics_grid,
    logistics_onward,
    logistics_register,
    stock_reports,
    targets,
)
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices
from tests.regency_offices import BELAWA, TEMPE, TEMPE_VILLAGE, tps
from tests.ui.pages import opened
from ui import runner
from ui.pages import logistics_page
from ui.pages.logistics_page import SHIPMENTS, SHORTAGES

from PySide6 import QtCore  # isort: skip

BOX, INK = "log.kotak.ppwp", "log.tinta"
STORE, PPK = "73.13/gudang", f"{TEMPE}/ppk"
Key = QtCore.Qt.Key
Open = Callable[..., logistics_page.LogisticsPage]


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


@pytest.fixture
def open_page(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Open:
    def made(size: tuple[int, int] = (1366, 700)) -> logistics_page.LogisticsPage:
        window = opened.show(
            qtbot, wajo, lanes, "logistics", lambda: logistics_page.LogisticsPage(wajo, lanes), size
        )
        found = window.page("logistics")
        assert isinstance(found, logistics_page.LogisticsPage)
        return found

    return made


def choose(page: logistics_page.LogisticsPage, region: str, stage: Kind) -> None:
    model = page.position.table.model
    row = [one.code for one in model.shown()].index(region)
    column = [one.key for one in model.columns].index(stage.value)
    page.position.table.view.setCurrentIndex(model.index(row, column))


def trip(desk: Desk) -> int:
    lines: dict[str, dict[str, int | None]] = {BOX: {"planned": 6, "sent": 6}, INK: {"planned": 12, "sent": 12}}
    return logistics.new_shipment(desk, PPK, lines, origin=STORE, waybill="SJ-9", sent_at=small_offices.NOW - 7200)


def test_a_line_typed_in_the_table_is_saved_for_its_cell_and_goes_on(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    part = page.position
    choose(page, BELAWA, Kind.PPK)
    qtbot.keyClicks(part.table.view, "1")
    assert part.line.hasFocus()
    qtbot.keyClicks(part.line, "5 tiba 10.30, 2 rusak, camat")
    assert part.hint.text() == (
        "Kecamatan Belawa · Kecamatan (PPK): 15, rusak 2, pukul 10.30, sumber camat"
    )
    qtbot.keyClick(part.line, Key.Key_Return)
    opened.settle(qtbot, lanes)
    shown = logistics_grid.words_of(wajo, BELAWA, Kind.PPK).shown
    assert shown is not None
    assert (shown.there, shown.total, shown.damaged, shown.source) == (15, 15, 2, "camat")
    assert part.line.text() == ""
    chosen = part.current()
    assert chosen is not None
    assert chosen[0] != BELAWA, "the next row is chosen"
    # The source stays for the next word, and a name before the colon chooses the row.
    qtbot.keyClicks(part.line, "Tempe: lengkap di PPK 11.00")
    qtbot.keyClick(part.line, Key.Key_Return)
    opened.settle(qtbot, lanes)
    shown = logistics_grid.words_of(wajo, TEMPE, Kind.PPK).shown
    assert shown is not None
    assert (shown.there, shown.source) == (30, "camat")


def test_what_cannot_be_saved_is_said_under_the_line(
    open_page: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    part = open_page().position
    wrong = (("kabar baik", "Tulis jumlahnya"), ("5", "Isi sumbernya"), ("Entah: 5 camat", "tidak ditemukan"))
    for typed, said in wrong:
        part.line.setText(typed)
        part.submit()
        opened.settle(qtbot, lanes)
        assert said in part.hint.text()
        assert part.line.text() == typed


def test_a_figure_leads_to_what_it_is_made_of(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no = trip(wajo)
    logistics.receive_whole(wajo, [no], small_offices.NOW)
    stock_reports.report_stock(wajo, TEMPE, Kind.PPK, 5, source="Kapolsek", hour=small_offices.NOW - 3600)
    page = open_page()
    choose(page, TEMPE, Kind.PPK)
    opened.settle(qtbot, lanes)
    assert [(row.source, row.used) for row in page.position.made_of.table.model.shown()] == [
        ("pengiriman (1)", "dipakai"), ("laporan Kapolsek", "")
    ]
    page.position.made_of.table.view.select_row(0)
    qtbot.keyClick(page.position.made_of.table.view, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert page.tabs.currentIndex() == SHIPMENTS
    assert page.shipments.sheet.no == no


def test_a_report_is_deleted_and_comes_back(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    stock_reports.report_stock(wajo, TEMPE, Kind.PPK, 5, source="Kapolsek")
    page = open_page()
    choose(page, TEMPE, Kind.PPK)
    opened.settle(qtbot, lanes)
    page.position.made_of.remove_button.click()
    opened.settle(qtbot, lanes)
    assert logistics_grid.words_of(wajo, TEMPE, Kind.PPK).shown is None
    page.notices._button.click()
    opened.settle(qtbot, lanes)
    assert logistics_grid.words_of(wajo, TEMPE, Kind.PPK).shown is not None


def test_numbers_are_typed_down_the_column_and_enter_takes_what_was_sent(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = trip(wajo)
    page = open_page()
    page.open(targets.Target(targets.Page.LOGISTICS, record=no))
    opened.settle(qtbot, lanes)
    sheet = page.shipments.sheet
    page.shipments._enter_sheet()
    first, second = sheet.goods.fields[BOX, "received"], sheet.goods.fields[INK, "received"]
    assert first.hasFocus()
    qtbot.keyClick(first, Key.Key_Return)
    assert second.hasFocus()
    qtbot.keyClicks(second, "10")
    qtbot.keyClick(second, Key.Key_Return)
    opened.settle(qtbot, lanes)
    held = {line.item: line.received for line in logistics_register.shipment(wajo, no).lines}
    assert held == {BOX: 6, INK: 10}


def test_ticks_are_said_with_a_reason_and_raise_an_issue(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = trip(wajo)
    logistics.edit_shipment(wajo, no, deadline=small_offices.NOW - 3600)
    logistics.receive_whole(wajo, [no], small_offices.NOW)
    page = open_page()
    page.open(targets.Target(targets.Page.LOGISTICS, record=no))
    opened.settle(qtbot, lanes)
    sheet = page.shipments.sheet
    assert "tiba 1 jam sesudah batasnya" in sheet.ticks._hints["time"].text()
    qtbot.keyClick(sheet.ticks.buttons["time"], Key.Key_T)
    opened.settle(qtbot, lanes)
    said = {one.tick: one for one in logistics_register.shipment(wajo, no).ticks}
    assert said[Tick.TIME].value is False
    assert said[Tick.TIME].reason == "tiba 1 jam sesudah batasnya", "the figures' own words stand as the reason"
    qtbot.keyClick(sheet.ticks.buttons["cost"], Key.Key_T)
    opened.settle(qtbot, lanes)
    assert logistics_register.shipment(wajo, no).ticks[5].value is None
    assert sheet.ticks.reasons["cost"].hasFocus(), "a no wants a reason"
    sheet.buttons["issue"].click()
    opened.settle(qtbot, lanes)
    found = logistics_register.shipment(wajo, no)
    assert found.issue_open
    assert found.issue_number in sheet.buttons["issue"].text()
    sheet.buttons["issue"].click()
    window = page.window()
    assert isinstance(window, opened.Window)
    assert window.gone[-1][0] == "issues"


def test_what_came_is_sent_on(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no = trip(wajo)
    logistics.receive_whole(wajo, [no], small_offices.NOW)
    page = open_page()
    page.open(targets.Target(targets.Page.LOGISTICS, record=no))
    opened.settle(qtbot, lanes)
    page.shipments.sheet.buttons["onward"].click()
    opened.settle(qtbot, lanes)
    assert page.shipments.onward.button.text() == "Buat 2 kiriman"
    page.shipments.onward.button.click()
    opened.settle(qtbot, lanes)
    made = logistics_register.shipment_ids(wajo, logistics_register.ShipmentFilter(origin=PPK))
    assert len(made) == 2
    assert sorted(page.shipments.table.model.ids) == sorted(made), "the new ones are listed"


def test_the_shipment_on_its_way_comes_though_the_list_is_read_again(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    first, second = trip(wajo), trip(wajo)
    shipments = open_page().shipments
    shipments.show_shipment(first)
    opened.settle(qtbot, lanes)
    assert shipments.sheet.no == first
    shipments.show_shipment(second)
    shipments.refresh(goods=False)
    opened.settle(qtbot, lanes)
    assert shipments.sheet.no == second


def test_a_shipment_that_was_deleted_elsewhere_goes_from_sight_and_comes_back(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    shown, _other = trip(wajo), trip(wajo)
    page = open_page()
    page.tabs.setCurrentIndex(SHIPMENTS)
    page.shipments.show_shipment(shown)
    opened.settle(qtbot, lanes)
    sheet = page.shipments.right.currentWidget()
    logistics.delete_shipment(wajo, shown)
    opened.settle(qtbot, lanes)
    assert page.shipments.right.currentWidget() is not sheet
    history.undo(wajo)
    opened.settle(qtbot, lanes)
    assert (page.shipments.right.currentWidget(), page.shipments.sheet.no) == (sheet, shown)


def test_a_new_shipment_is_filled_with_what_its_place_needs(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    page.new_button.click()
    opened.settle(qtbot, lanes)
    box = page.shipments.new.place
    qtbot.keyClicks(box, "belawa")
    qtbot.waitUntil(lambda: bool(box.offers))
    qtbot.keyClick(box, Key.Key_Return)
    assert box.value() == f"{BELAWA}/ppk"
    page.shipments.new.write()
    opened.settle(qtbot, lanes)
    [made] = logistics_register.shipment_ids(wajo)
    found = logistics_register.shipment(wajo, made)
    assert found.values["origin"] == STORE
    assert {line.item: line.planned for line in found.lines}[BOX] == 3
    assert page.shipments.sheet.no == made
    focus = page.shipments.sheet.window().focusWidget()
    assert page.shipments.sheet.goods.isAncestorOf(focus), "it goes on at the first number"


def test_what_is_lacking_is_listed_grouped_copied_and_saved(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in (1, 2):
        answers.set_answer(wajo, tps(TEMPE_VILLAGE, number), INK, 1)
    page = open_page()
    page.open(targets.Target(targets.Page.LOGISTICS, chosen={"show": "shortages"}))
    opened.settle(qtbot, lanes)
    part = page.shortages
    assert page.tabs.currentIndex() == SHORTAGES
    assert [row.station for row in part.table.model.shown()] == ["TPS 001", "TPS 002"]
    assert part.sum.text() == "2 dari 9 TPS kurang, 7 TPS belum ada kabarnya"
    part.by.pick("kecamatan")
    assert [(row.district, row.short.text) for row in part.table.model.shown()] == [("Tempe", "2 botol")]
    part.copy_message()
    opened.settle(qtbot, lanes)
    assert "TPS 002: Tinta kurang 1 botol" in QtGui.QGuiApplication.clipboard().text()
    part.by.pick("tps")
    part.export(tmp_path / "kurang.xlsx")
    opened.settle(qtbot, lanes)
    sheet = openpyxl.load_workbook(tmp_path / "kurang.xlsx").active
    assert sheet is not None
    assert sheet.max_row == 3
    part._open(part.table.model.row(0))
    window = page.window()
    assert isinstance(window, opened.Window)
    key, target = window.gone[-1]
    assert key == "checklist"
    assert isinstance(target, targets.Target)
    assert target.subject == tps(TEMPE_VILLAGE, 1)


def test_the_list_is_filtered_by_typing_and_by_state(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    logistics_onward.send_on(wajo, logistics_onward.onward(wajo, STORE, codes=[BOX]), sent_at=1000, deadline=2000)
    trip(wajo)
    page = open_page()
    page.tabs.setCurrentIndex(SHIPMENTS)
    opened.settle(qtbot, lanes)
    table = page.shipments.table
    assert len(table.model.ids) == 3
    qtbot.keyClicks(table.filter, "belawa")
    qtbot.waitUntil(lambda: len(table.model.ids) == 1)
    table.filter.clear()
    qtbot.waitUntil(lambda: len(table.model.ids) == 3)
    page.open(targets.Target(targets.Page.LOGISTICS, chosen={"late": True}))
    opened.settle(qtbot, lanes)
    assert len(table.model.ids) == 2, "both were to be there long ago"


def test_the_paper_of_a_shipment_is_saved(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    no = trip(wajo)
    page = open_page()
    page.save_receipt(no, tmp_path / "terima.pdf")
    qtbot.waitUntil(lambda: (tmp_path / "terima.pdf").exists())
    assert (tmp_path / "terima.pdf").read_bytes().startswith(b"%PDF")


def test_on_a_low_screen_it_fits(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    trip(wajo)
    page = open_page((911, 512))
    for tab in range(3):
        page.tabs.setCurrentIndex(tab)
        opened.settle(qtbot, lanes)
        assert page.minimumSizeHint().width() <= 911
        assert page.minimumSizeHint().height() <= 470


def test_several_shipments_leave_and_come_by_one_click(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    made = logistics_onward.send_on(wajo, logistics_onward.onward(wajo, STORE))
    logistics.send(wajo, made[:1], small_offices.NOW - 3600)
    page = open_page()
    page.tabs.setCurrentIndex(SHIPMENTS)
    opened.settle(qtbot, lanes)
    part = page.shipments
    assert part.several.isHidden()
    part.table.view.setFocus()
    qtbot.keyClick(part.table.view, Key.Key_A, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert part.several.count.text() == f"{len(made)} dipilih"
    qtbot.mouseClick(part.several.send, QtCore.Qt.MouseButton.LeftButton)
    opened.settle(qtbot, lanes)
    rows = [row for row in logistics_register.shipment_rows(wajo, made) if row is not None]
    assert {row.state.value for row in rows} == {"di_jalan"}
    assert rows[0].moved_at == small_offices.NOW - 3600, "what had left keeps its hour"
    assert page.notices.text == f"{len(made) - 1} pengiriman berangkat."
    part.table.view.setFocus()
    qtbot.keyClick(part.table.view, Key.Key_A, QtCore.Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(part.several.receive, QtCore.Qt.MouseButton.LeftButton)
    opened.settle(qtbot, lanes)
    assert {row.arrived_at for row in logistics_register.shipment_rows(wajo, made) if row} == {small_offices.NOW}


def test_on_a_small_screen_several_are_chosen_by_mouse(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    for number in (1, 2, 3):
        logistics.new_shipment(wajo, tps(TEMPE_VILLAGE, number), {BOX: {"planned": 1}})
    page = open_page((911, 480))
    page.tabs.setCurrentIndex(SHIPMENTS)
    opened.settle(qtbot, lanes)
    part = page.shipments
    assert part.split.is_narrow

    def click(row: int, modifier: QtCore.Qt.KeyboardModifier) -> None:
        view = part.table.view
        place = view.visualRect(view.model().index(row, 0)).center()
        qtbot.mouseClick(view.viewport(), QtCore.Qt.MouseButton.LeftButton, modifier, place)
        opened.settle(qtbot, lanes)

    click(0, QtCore.Qt.KeyboardModifier.ControlModifier)
    click(2, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert part.table.isVisible()
    assert len(part.table.selected_ids()) == 2
    assert part.several.isVisible()
    click(1, QtCore.Qt.KeyboardModifier.NoModifier)
    assert part.sheet.isVisible(), "a plain click opens the shipment"


def test_a_shipment_begins_at_the_tps_that_lacks_something(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    answers.set_answer(wajo, tps(TEMPE_VILLAGE, 2), INK, 1)
    page = open_page()
    page.open(targets.Target(targets.Page.LOGISTICS, chosen={"show": "shortages"}))
    opened.settle(qtbot, lanes)
    page.shortages.table.view.select_row(0)
    assert page.new_button.isVisible()
    page.new_button.click()
    opened.settle(qtbot, lanes)
    assert page.tabs.currentIndex() == SHIPMENTS
    box = page.shipments.new.place
    assert (box.value(), box.text()) == (tps(TEMPE_VILLAGE, 2), "TPS 002 · Kel. Tempe")
    page.shipments.new.write()
    opened.settle(qtbot, lanes)
    [made] = logistics_register.shipment_ids(wajo)
    assert logistics_register.shipment(wajo, made).row.place == tps(TEMPE_VILLAGE, 2)
    page.tabs.setCurrentIndex(SHORTAGES)
    opened.settle(qtbot, lanes)
    page.shortages.by.set_value("kecamatan")
    page.shortages.by.picked.emit("kecamatan")
    page.shortages.table.view.select_row(0)
    page.new_button.click()
    opened.settle(qtbot, lanes)
    assert page.shipments.new.place.value() == "", "a sum is no place to send to"


def test_tab_goes_down_a_shipment_as_it_is_read(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = trip(wajo)
    page = open_page()
    page.open(targets.Target(targets.Page.LOGISTICS, record=no))
    opened.settle(qtbot, lanes)
    sheet = page.shipments.sheet
    sheet.goods.fields[INK, "wet"].setFocus()
    assert not sheet.take.isEnabled()
    for expected in (sheet.add_goods, sheet.ticks.buttons["kind"], sheet.ticks.reasons["kind"]):
        qtbot.keyClick(page.window().focusWidget(), Key.Key_Tab)
        assert page.window().focusWidget() is expected
    sheet.ticks.reasons["cost"].setFocus()
    qtbot.keyClick(sheet.ticks.reasons["cost"], Key.Key_Tab)
    assert page.window().focusWidget() is sheet.places["origin"]


def test_a_wrong_line_of_a_shipment_goes_and_comes_back_by_the_notice(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = trip(wajo)
    page = open_page()
    page.open(targets.Target(targets.Page.LOGISTICS, record=no))
    opened.settle(qtbot, lanes)
    sheet = page.shipments.sheet
    control = QtCore.Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(sheet.goods.fields[INK, "sent"], Key.Key_Delete, control)
    opened.settle(qtbot, lanes)
    assert [one.item for one in logistics_register.shipment(wajo, no).lines] == [BOX]
    assert (INK, "sent") not in sheet.goods.fields
    assert page.notices.text == "Tinta dikeluarkan dari kiriman."
    page.notices._act()
    opened.settle(qtbot, lanes)
    assert [(one.item, one.sent) for one in logistics_register.shipment(wajo, no).lines] == [(BOX, 6), (INK, 12)]
    assert (INK, "sent") in sheet.goods.fields
