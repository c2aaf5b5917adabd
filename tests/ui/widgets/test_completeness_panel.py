# SPDX-License-Identifier: Apache-2.0
"""The panel of completeness: counts with marks, into a region, into a TPS, and up again."""

from datetime import date

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.completeness import Tally
from desk_app.operations.completeness import ItemLine, PhaseLine, RegionLine, Table
from ui.widgets import completeness_panel

LONG = "Kecamatan dengan nama yang panjangnya enam puluh huruf seperti ini"
VILLAGE = "73.13.06.1003"


def table(area: str, *regions: RegionLine) -> Table:
    items = (
        ItemLine("a", 1, "Tinta", True, False, Tally(1146, 800, 20)),
        ItemLine("b", 2, "Terpal", False, True, Tally(3, 3)),
    )
    phases = (PhaseLine(-1, date(2024, 2, 13), Tally(1146, 1100, 46)),)
    return Table(-1, area, area, regions, items, phases, Tally(1146, 1100, 45, 1))


def test_counts_and_marks(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    panel = completeness_panel.CompletenessPanel()
    qtbot.addWidget(panel)
    panel.set_table(table("73.13", RegionLine("73.13.06", LONG, LONG, Tally(9, 9)), RegionLine("73.13.07", "-", "-",
                                                                                           Tally(0))), "73.13")
    panel.show()
    assert not panel.up.isVisible()
    assert panel.phases.text() == "H-1 (13-02): 1.100 dari 1.146 lengkap"
    [row] = panel.regions.model.shown()
    assert (str(row.name), row.state, row.complete, row.missing) == (f"{LONG} ✓", "Lengkap", 9, 0)
    assert [(one.no, str(one.name), one.state, one.missing) for one in panel.items.model.shown()] == [
        (1, "Tinta ◐", "Sebagian", 326), (2, "Terpal ✓", "Lengkap · bersyarat", 0)]


def test_the_items_are_reached_on_a_small_screen_too(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    panel = completeness_panel.CompletenessPanel()
    qtbot.addWidget(panel)
    panel.resize(820, 400)
    panel.set_table(table("73.13", RegionLine("73.13.06", "Tempe", "Tempe", Tally(9, 9))), "73.13")
    panel.show()
    qtbot.waitUntil(panel.by_item.isVisible)
    assert not panel.items.isVisible()
    panel.by_item.click()
    assert panel.items.isVisible()
    panel.resize(1140, 400)
    qtbot.waitUntil(panel.regions.isVisible)
    assert panel.items.isVisible()
    assert not panel.by_item.isVisible()


def test_into_a_region_into_a_tps_and_up(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    panel = completeness_panel.CompletenessPanel()
    qtbot.addWidget(panel)
    panel.set_table(table("73.13.06", RegionLine(VILLAGE, "Tempe", "Kel. Tempe", Tally(4))), "73.13")
    with qtbot.waitSignal(panel.area_wanted) as wanted:
        panel.regions.opened.emit(panel.regions.model.row(0))
    assert wanted.args == [VILLAGE]
    panel.set_table(table(VILLAGE, RegionLine(f"{VILLAGE}-001", "TPS 001", "TPS 001", Tally(1))), "73.13")
    with qtbot.waitSignal(panel.station_wanted) as station:
        panel.regions.opened.emit(panel.regions.model.row(0))
    assert station.args == [f"{VILLAGE}-001"]
    with qtbot.waitSignal(panel.area_wanted) as up:
        panel.up.click()
    assert up.args == ["73.13.06"]


def test_without_tps_it_says_what_comes_here(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    panel = completeness_panel.CompletenessPanel()
    qtbot.addWidget(panel)
    panel.resize(1140, 500)
    panel.set_table(table("73.13"), "73.13")
    panel.show()
    assert panel.none.isVisible()
    panel.set_table(table("73.13", RegionLine("73.13.06", "Tempe", "Tempe", Tally(9, 9))), "73.13")
    assert not panel.none.isVisible()
