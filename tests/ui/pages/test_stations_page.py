# SPDX-License-Identifier: Apache-2.0
"""Data TPS: found by typing, altered field by field, added, deleted, read from Excel; the database says the same."""

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import history, issues, offices, risk_indicators, stations, targets, workbook_export
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices
from tests.regency_offices import BELAWA, MADDUKELLENG, TEMPE_VILLAGE, tps
from tests.ui.pages import opened
from ui import runner
from ui.pages import stations_page

STATION = tps(MADDUKELLENG, 5)
Key = QtCore.Qt.Key
Open = Callable[..., stations_page.StationsPage]


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


@pytest.fixture
def open_page(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Open:
    def made(desk: Desk = wajo, size: tuple[int, int] = (1366, 700)) -> stations_page.StationsPage:
        window = opened.show(
            qtbot, desk, lanes, "stations", lambda: stations_page.StationsPage(desk, lanes), size
        )
        found = window.page("stations")
        assert isinstance(found, stations_page.StationsPage)
        return found

    return made


def listed(page: stations_page.StationsPage, desk: Desk) -> list[str]:
    return [row.subject for row in stations.station_rows(desk, page.table.model.ids) if row is not None]


def window_of(page: stations_page.StationsPage) -> opened.Window:
    window = page.window()
    assert isinstance(window, opened.Window)
    return window


def test_all_stations_stand_in_order_and_the_first_is_open(open_page: Open, wajo: Desk) -> None:
    page = open_page()
    assert len(listed(page, wajo)) == len(regency_offices.STATIONS)
    assert page.detail.subject == tps(TEMPE_VILLAGE, 1)
    assert page.table.count.text() == "9 TPS"
    assert "H-1" in page.subtitle.text()


def test_typing_finds_and_enter_opens(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = open_page()
    qtbot.keyClicks(page.table.filter, "maddu 5")
    qtbot.keyClick(page.table.filter, Key.Key_Return)
    qtbot.waitUntil(lambda: listed(page, wajo) == [STATION])
    opened.settle(qtbot, lanes)
    assert page.table.count.text() == "1 dari 9 TPS"
    assert page.detail.subject == STATION
    assert page.table.view.hasFocus()
    qtbot.keyClick(page.table.view, Key.Key_Return)
    assert page.detail.rows["dpt_male"].field.hasFocus()


def test_the_tps_on_its_way_comes_though_the_page_reads_again(
    open_page: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    assert page.detail.subject != STATION
    page.open(targets.Target(targets.Page.STATIONS, subject=STATION))
    page.refresh(frozenset({"station"}))
    opened.settle(qtbot, lanes)
    assert page.detail.subject == STATION


def test_a_tps_that_was_deleted_elsewhere_goes_from_sight(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    page.table.view.select_row(1)
    opened.settle(qtbot, lanes)
    subject = page.detail.subject
    stations.delete_station(wajo, subject)
    opened.settle(qtbot, lanes)
    assert subject not in listed(page, wajo)
    assert page.right.currentWidget() is not page.detail
    history.undo(wajo)
    opened.settle(qtbot, lanes)
    assert (page.right.currentWidget(), page.detail.subject) == (page.detail, subject)


def test_a_field_is_saved_when_it_is_left(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    page.open(targets.Target(targets.Page.STATIONS, subject=STATION))
    opened.settle(qtbot, lanes)
    male = page.detail.rows["dpt_male"].field
    male.setFocus()
    qtbot.wait(1)
    qtbot.keyClicks(male, "141")
    qtbot.keyClick(male, Key.Key_Tab)
    qtbot.keyClicks(page.detail.rows["dpt_female"].field, "170")
    qtbot.keyClick(page.detail.rows["dpt_female"].field, Key.Key_Tab)
    site = page.detail.rows["site"].field
    site.selectAll()
    qtbot.keyClicks(site, "SDN 7")
    qtbot.keyClick(site, Key.Key_Tab)
    opened.settle(qtbot, lanes)
    found = stations.station(wajo, STATION)
    assert (found.row.dpt_male, found.row.dpt_female, found.row.site) == (141, 170, "SDN 7")
    assert page.detail.total.text() == "311"
    assert "melebihi batas 300" in page.detail.remarks.text()


def test_what_is_typed_is_told_before_another_station_is_shown(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    note = page.detail.rows["note"].field
    note.setFocus()
    qtbot.keyClicks(note, "pindah ke balai desa")
    page.table.step(1)
    opened.settle(qtbot, lanes)
    assert page.detail.subject == tps(TEMPE_VILLAGE, 2)
    assert stations.station(wajo, tps(TEMPE_VILLAGE, 1)).note == "pindah ke balai desa"
    assert stations.station(wajo, tps(TEMPE_VILLAGE, 2)).note == ""


def test_coordinates_are_read_and_refused_beside_their_field(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    row = page.detail.rows["coordinates"]
    qtbot.keyClicks(row.field, "dekat masjid")
    qtbot.keyClick(row.field, Key.Key_Return)
    assert "bukan koordinat" in row.refusal
    row.field.selectAll()
    qtbot.keyClicks(row.field, "-4.1325, 120.03")
    qtbot.keyClick(row.field, Key.Key_Return)
    opened.settle(qtbot, lanes)
    found = stations.station(wajo, page.detail.subject)
    assert (found.latitude, found.longitude, row.refusal) == (-4_132_500, 120_030_000, "")


def test_risk_class_and_indicators(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = open_page()
    risk = page.detail.rows["risk"].field
    risk.setFocus()
    qtbot.keyClick(risk, Key.Key_Down)
    opened.settle(qtbot, lanes)
    page.detail._fold(False)
    box = page.detail.indicators.rows["P04"].box
    qtbot.mouseClick(box, QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(8, box.height() // 2))
    opened.settle(qtbot, lanes)
    note = page.detail.indicators.rows["P04"].note
    qtbot.keyClicks(note, "tanpa sinyal")
    qtbot.keyClick(note, Key.Key_Return)
    opened.settle(qtbot, lanes)
    found = stations.station(wajo, page.detail.subject)
    assert found.row.risk == "sangat_rawan"
    assert [(one.code, one.note) for one in found.indicators] == [("P04", "tanpa sinyal")]
    qtbot.mouseClick(box, QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(8, box.height() // 2))
    opened.settle(qtbot, lanes)
    assert stations.station(wajo, page.detail.subject).indicators == ()


def test_the_offices_own_indicator_is_offered_and_one_out_of_use_is_not(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    code = risk_indicators.add(wajo, "Jalan longsor")
    risk_indicators.retire(wajo, "P04")
    page = open_page()
    assert list(page.detail.indicators.rows)[-1] == code
    assert "P04" not in page.detail.indicators.rows


def test_filters_narrow_and_are_cleared(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    page.open(targets.Target(targets.Page.STATIONS, chosen={"risk": "rawan"}))
    opened.settle(qtbot, lanes)
    assert len(listed(page, wajo)) == 2
    page.open(targets.Target(targets.Page.STATIONS, chosen={"area": BELAWA, "states": ("belum",)}))
    opened.settle(qtbot, lanes)
    assert {subject[:8] for subject in listed(page, wajo)} == {BELAWA}
    assert (page.filters.district.value(), page.filters.state.value()) == (BELAWA, "belum")
    assert page.filters.village.isVisible()
    qtbot.mouseClick(page.filters.clear_button, QtCore.Qt.MouseButton.LeftButton)
    opened.settle(qtbot, lanes)
    assert len(listed(page, wajo)) == 9


def test_the_filters_say_all_that_is_chosen_in_them(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    filters = open_page().filters
    assert not filters.village.isVisible(), "first the kecamatan, then its desa"
    for area in ("", BELAWA):
        filters.show_chosen({"area": area} if area else {})
        opened.settle(qtbot, lanes)
        shown = [one for one in (filters.district, filters.village, filters.state, filters.risk) if one.isVisible()]
        assert len(shown) == (4 if area else 3)
        for field in shown:
            room = field.width() - 44  # the frame and the arrow
            assert field.fontMetrics().horizontalAdvance(field.currentText()) <= room, field.currentText()


def test_a_heading_sorts(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = open_page()
    place = [column.key for column in page.table.model.columns].index("dpt")
    page.table.view.horizontalHeader().sectionClicked.emit(place)
    page.table.view.horizontalHeader().sectionClicked.emit(place)
    opened.settle(qtbot, lanes)
    assert listed(page, wajo)[0] == tps(TEMPE_VILLAGE, 5)


def test_stations_are_added_one_after_the_other(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    page.filters.show_chosen({"area": MADDUKELLENG})
    page.begin_new()
    opened.settle(qtbot, lanes)
    new = page.new
    assert (new.village.value(), new.number.text()) == (MADDUKELLENG, "6")
    for male in ("120", "118"):
        new.male.setFocus()
        qtbot.wait(1)
        qtbot.keyClicks(new.male, male)
        qtbot.keyClick(new.male, Key.Key_Return)
        opened.settle(qtbot, lanes)
    assert new.number.text() == "8"
    assert stations.station(wajo, tps(MADDUKELLENG, 6)).row.dpt_male == 120
    assert stations.station(wajo, tps(MADDUKELLENG, 7)).row.dpt_male == 118
    new.number.setText("5")
    new.add()
    opened.settle(qtbot, lanes)
    assert "sudah ada" in new.form.rows["number"].refusal


def test_a_deleted_station_comes_back_by_the_notice(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    page.open(targets.Target(targets.Page.STATIONS, subject=STATION))
    opened.settle(qtbot, lanes)
    qtbot.mouseClick(page.detail.delete_button, QtCore.Qt.MouseButton.LeftButton)
    opened.settle(qtbot, lanes)
    assert stations.count_stations(wajo) == 8
    assert "dihapus" in page.notices.text
    page.notices._button.click()
    opened.settle(qtbot, lanes)
    assert stations.count_stations(wajo) == 9
    assert STATION in listed(page, wajo)


def test_a_station_with_open_issues_is_not_deleted(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    issues.new_issue(wajo, "Atap bocor", STATION)
    page = open_page()
    page.open(targets.Target(targets.Page.STATIONS, subject=STATION))
    opened.settle(qtbot, lanes)
    assert page.detail.issues_button.text() == "Permasalahan: 1"
    page.detail.delete()
    opened.settle(qtbot, lanes)
    assert "permasalahan terbuka" in page.notices.text
    assert stations.count_stations(wajo) == 9
    page.detail.issues_button.click()
    page.detail.sheet_button.click()
    (issues_key, wanted), (sheet_key, sheet) = window_of(page).gone
    assert (issues_key, wanted.chosen["area"]) == ("issues", STATION)  # type: ignore[attr-defined]
    assert (sheet_key, sheet.subject) == ("readiness", STATION)  # type: ignore[attr-defined]


def workbook(desk: Desk, path: Path, rows: list[list[object]]) -> Path:
    workbook_export.write_template(desk, path)
    book = openpyxl.load_workbook(path)
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def test_a_workbook_is_shown_before_it_is_written(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_page()
    page.show_import()
    panel = page.importing
    assert panel is not None
    path = workbook(
        wajo,
        tmp_path / "tps.xlsx",
        [
            [MADDUKELLENG, "", "", 8, 120, 130],
            [MADDUKELLENG, "", "", 5, 139, 150],
            [MADDUKELLENG, "", "", 1, 110, 111],
            ["7313061", "", "", 9, 120, 130],
        ],
    )
    panel.take_file(path)
    opened.settle(qtbot, lanes)
    assert [card._figure.text() for card in panel.outcome.figures.values()] == ["1", "1", "1", "1"]
    assert stations.count_stations(wajo) == 9
    fault = panel.outcome.faults.model.row(0)
    assert (fault.row, fault.said) == (5, "7313061")
    assert "BPS" in fault.what
    change = panel.outcome.changes.model.row(0)
    assert (change.field, change.before, change.after) == ("DPT perempuan", "148", "150")
    copy = tmp_path / "perbaiki.xlsx"
    panel.save_copy(copy)
    opened.settle(qtbot, lanes)
    marked = openpyxl.load_workbook(copy).worksheets[0]
    assert any("BPS" in str(cell.value) for row in marked.iter_rows() for cell in row)
    qtbot.mouseClick(panel.put_in, QtCore.Qt.MouseButton.LeftButton)
    opened.settle(qtbot, lanes)
    assert stations.count_stations(wajo) == 10
    assert stations.station(wajo, STATION).row.dpt_female == 150
    assert "1 TPS baru dan 1 yang berubah" in page.notices.text
    assert page.stack.currentWidget() is page.split
    assert tps(MADDUKELLENG, 8) in listed(page, wajo)


def test_sums_that_contradict_each_other_are_told_above_all(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_page()
    page.show_import()
    panel = page.importing
    assert panel is not None
    row = [MADDUKELLENG, "", "", 8, 120, 130, 250]
    panel.take_file(workbook(wajo, tmp_path / "a.xlsx", [row, ["JUMLAH", "", "", None, 54028, 53028, 107916]]))
    opened.settle(qtbot, lanes)
    said = [line.words for line in panel.outcome.warnings.lines]
    assert "L 54.028 + P 53.028 = 107.056, tetapi jumlah tertulis 107.916: selisih 860." in said[0]
    assert panel.outcome.warnings.isVisible()
    assert panel.put_in.isEnabled(), "told, not refused"
    panel.take_file(workbook(wajo, tmp_path / "b.xlsx", [row, ["JUMLAH", "", "", None, 120, 130, 250]]))
    opened.settle(qtbot, lanes)
    assert panel.outcome.warnings.isHidden()


def test_a_column_is_mapped_by_hand(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_page()
    page.open(targets.Target(targets.Page.STATIONS, chosen={"show": "import"}))
    panel = page.importing
    assert panel is not None
    panel.take_file(workbook(wajo, tmp_path / "tps.xlsx", [[MADDUKELLENG, "", "", 8, 120, 130, None, "SDN 3"]]))
    opened.settle(qtbot, lanes)
    choice = panel.outcome.mapping.choices["Tempat TPS"]
    choice.set_value("")
    choice.committed.emit("")
    opened.settle(qtbot, lanes)
    panel.write()
    opened.settle(qtbot, lanes)
    found = stations.station(wajo, tps(MADDUKELLENG, 8))
    assert (found.row.dpt_male, found.row.site) == (120, "")


def test_what_is_no_workbook_is_refused_in_words(
    open_page: Open, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_page()
    page.show_import()
    assert page.importing is not None
    (tmp_path / "surat.xlsx").write_text("bukan excel")
    page.importing.take_file(tmp_path / "surat.xlsx")
    opened.settle(qtbot, lanes)
    assert "tidak dapat dibaca" in page.importing.notices.text
    assert not window_of(page).crashes


def test_the_list_goes_to_excel(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_page()
    page.filters.show_chosen({"area": BELAWA})
    opened.settle(qtbot, lanes)
    page.exporting.export_listed(tmp_path / "daftar.xlsx")
    page.exporting.export_whole(tmp_path / "lengkap.xlsx")
    opened.settle(qtbot, lanes)
    shown = list(openpyxl.load_workbook(tmp_path / "daftar.xlsx").worksheets[0].iter_rows(values_only=True))
    assert [row[:4] for row in shown[1:]] == [
        ("001", "Kel. Belawa", "Belawa", 165),
        ("002", "Kel. Belawa", "Belawa", None),
        ("901", "Kel. Belawa", "Belawa", 25),
    ]
    whole = list(openpyxl.load_workbook(tmp_path / "lengkap.xlsx").worksheets[0].iter_rows(values_only=True))
    assert len(whole) == 4


def test_copied_rows_have_headings(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = open_page()
    page.table.view.selectAll()
    qtbot.keyClick(page.table.view, Key.Key_C, QtCore.Qt.KeyboardModifier.ControlModifier)
    opened.settle(qtbot, lanes)
    lines = QtWidgets.QApplication.clipboard().text().splitlines()
    assert len(lines) == 10
    assert lines[0].startswith("TPS\tDesa/Kelurahan\tKecamatan\tDPT\tKesiapan")


@pytest.fixture
def empty_office(tmp_path: Path) -> Iterator[Desk]:
    asked = offices.NewOffice("73.13", small_offices.EVENT, "Andi", small_offices.PASSWORD)
    with offices.create_office(tmp_path / "kosong", asked, key_memory=small_offices.KEY_MEMORY).desk as made:
        yield made


def test_an_empty_office_offers_the_first_step(
    empty_office: Desk, open_page: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page(empty_office)
    assert page.stack.currentWidget() is page.empty
    assert page.empty.button is not None
    qtbot.mouseClick(page.empty.button, QtCore.Qt.MouseButton.LeftButton)
    assert page.importing is not None
    assert page.importing.isVisible()


def test_a_small_screen_shows_one_side_at_a_time(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page(size=(911, 470))
    window = window_of(page)
    assert (window.width(), window.height()) == (911, 470)
    assert page.table.isVisible()
    assert not page.detail.isVisible()
    qtbot.keyClick(page.table.filter, Key.Key_Return)
    opened.settle(qtbot, lanes)
    qtbot.keyClick(page.table.view, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert page.detail.isVisible()
    assert not page.table.isVisible()
