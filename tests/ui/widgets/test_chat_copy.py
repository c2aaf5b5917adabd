# SPDX-License-Identifier: Apache-2.0
"""Salin untuk WA of a list: by key and button, all of it or what is chosen, cut when long, masked when confidential."""

from dataclasses import dataclass

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from ui import runner
from ui.widgets import big_table, chat_copy, columns, figure_table, marks, table_panel

Key = QtCore.Qt.Key
BOTH = QtCore.Qt.KeyboardModifier.ControlModifier | QtCore.Qt.KeyboardModifier.ShiftModifier
TITLES = (
    columns.Column("number", "Nomor"),
    columns.Column("title", "Permasalahan"),
    columns.Column("count", "Jumlah"),
    columns.Column("phone", "Telepon", private=True),
)


@dataclass(frozen=True)
class Row:
    number: str
    title: marks.Marked | str
    count: int
    phone: str = "0812 0000 0000"


def copied() -> str:
    return QtGui.QGuiApplication.clipboard().text()


@pytest.fixture
def panel(qtbot: QtBot) -> table_panel.TablePanel:
    made = table_panel.TablePanel(TITLES, identity="number", chat_title="Permasalahan terbuka")
    qtbot.addWidget(made)
    made.set_rows([Row("WAJ-1", "Jalan tergenang", 3), Row("WAJ-2", marks.Marked("Kades memihak", "rahasia"), 1)])
    made.show()
    return made


def test_all_rows_by_the_button(panel: table_panel.TablePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.told) as told:
        qtbot.mouseClick(panel.chat_button, QtCore.Qt.MouseButton.LeftButton)
    assert told.args == ["2 baris disalin untuk WhatsApp."]
    assert copied() == "*Permasalahan terbuka* (2)\n\n1. *WAJ-1* – Jalan tergenang – Jumlah 3\n2. *WAJ-2* (rahasia)\n"


def test_no_telephone_and_nothing_confidential(panel: table_panel.TablePanel) -> None:
    panel.copy_for_chat()
    assert "0812" not in copied()
    assert "Kades" not in copied()
    first = chat_copy.row_text((TITLES[1], TITLES[0]), [marks.Marked("Kades memihak 2 calon", "rahasia"), "WAJ-2"])
    assert first == "(rahasia)", "what leads a row is no number of its own"


def test_what_is_chosen_by_keys(panel: table_panel.TablePanel, qtbot: QtBot) -> None:
    panel.set_rows([Row(f"WAJ-{at}", "x", at) for at in range(1, 5)])
    panel.view.selectAll()
    panel.view.selectionModel().select(
        panel.model.index(3, 0),
        QtCore.QItemSelectionModel.SelectionFlag.Deselect | QtCore.QItemSelectionModel.SelectionFlag.Rows,
    )
    qtbot.keyClick(panel.view, Key.Key_C, BOTH)
    assert "(3)" in copied()
    assert "WAJ-4" not in copied()


def test_a_long_list_is_cut_and_its_filter_told(panel: table_panel.TablePanel) -> None:
    panel.set_rows([Row(f"WAJ-{at}", "banjir", at) for at in range(37)])
    panel.filter.setText("banjir")
    panel.copy_for_chat()
    lines = copied().splitlines()
    assert lines[0] == "*Permasalahan terbuka* (37)"
    assert lines[1] == "Saringan: banjir"
    assert lines[-1] == "… dan 12 lainnya"
    assert len([line for line in lines if "WAJ" in line]) == 25


def test_a_list_is_called_as_its_tab(qtbot: QtBot) -> None:
    panel = table_panel.TablePanel(TITLES)
    panel.set_rows([Row("WAJ-1", "Jalan tergenang", 3)])
    tabs = QtWidgets.QTabWidget()
    qtbot.addWidget(tabs)
    tabs.addTab(QtWidgets.QWidget(), "Lain")
    tabs.addTab(panel, "Buku Posko")
    assert chat_copy.title_of(panel) == "Buku Posko"
    panel.copy_for_chat()
    assert copied().startswith("*Buku Posko* (1)")


def test_a_big_table_fetches_only_what_it_copies(lanes: runner.Runner, qtbot: QtBot) -> None:
    asked: list[int] = []

    def fetch(ids: list[int]) -> list[tuple[str, str, int, str] | None]:
        asked.extend(ids)
        return [(f"WAJ-{one}", "x", one, "0812") for one in ids]

    table = big_table.BigTable(TITLES, fetch, lanes, chat_title="Daftar")
    qtbot.addWidget(table)
    table.set_ids(big_table.array("q", range(20_000)))
    asked.clear()
    table.copy_for_chat()
    lanes.wait_idle()
    assert len(asked) == 25
    assert copied().endswith("… dan 19.975 lainnya\n")


def test_figures_with_their_sum(qtbot: QtBot) -> None:
    table = figure_table.FigureTable(TITLES[:1] + TITLES[2:3])
    qtbot.addWidget(table)
    table.set_rows([Row("Tempe", "", 3), Row("Belawa", "", 0)], Row("Jumlah", "", 3))
    table.copy_for_chat()
    assert copied().splitlines()[2:] == ["1. *Tempe* – Jumlah 3", "2. *Belawa* – Jumlah 0", "*Jumlah* – Jumlah 3"]
