# SPDX-License-Identifier: Apache-2.0
"""Large type for the wall: everything has room, what does not fit comes page after page."""

from array import array

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import overview, posko_wall
from ui.widgets import wall_table

Cell, Line = posko_wall.Cell, posko_wall.Line


def wall(count: int) -> posko_wall.Wall:
    cells = (Cell("79"), Cell("76", "belum_lengkap"), Cell("belum lapor", "masalah"))
    lines = tuple(Line(f"Kecamatan {'Panjang ' * 8}{number}", cells) for number in range(count))
    total = Line("Jumlah", (Cell("1.146"), Cell("888", "belum_lengkap"), Cell("–")))
    nothing = overview.Mosaic(0, overview.Square.STATION, 0, (), (), (), array("H"), array("L"))
    incidents = (posko_wall.Incident("13-02 20.08", "Cuaca " * 20, "TPS 001", "tinggi", "Tinggi"),)
    headings = ("TPS", "buka 07.00", "pemilih 10.00")
    return posko_wall.Wall("Desk", "Pemilu", "H", "WITA", headings, lines, total, nothing, incidents, 4, 2)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (640, 400)])
def test_rows_fill_the_height_or_turn_over(app: QtWidgets.QApplication, qtbot: QtBot, size: tuple[int, int]) -> None:
    table = wall_table.WallTable()
    qtbot.addWidget(table)
    table.resize(*size)
    table.show()
    table.set_wall(wall(14))
    assert table.pages == 1
    table.set_wall(wall(60))
    assert table.pages > 1
    first = table.grab().toImage()
    table.next_page()
    assert table.grab().toImage() != first
    for _turn in range(table.pages - 1):
        table.next_page()
    assert table.grab().toImage() == first, "after the last page the first"


def test_a_wall_without_regions_is_drawn(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    table = wall_table.WallTable()
    qtbot.addWidget(table)
    table.resize(800, 500)
    table.set_wall(wall(0))
    assert table.pages == 1
    assert not table.grab().isNull()


def test_incidents_are_read_out_and_drawn(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    found = wall_table.IncidentList()
    qtbot.addWidget(found)
    found.resize(500, 300)
    blank = found.grab().toImage()
    found.set_wall(wall(3))
    assert found.grab().toImage() != blank
    assert found.accessibleName().startswith("13-02 20.08 Cuaca")
