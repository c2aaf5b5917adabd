# SPDX-License-Identifier: Apache-2.0
"""Members in protocol order: moved, kept in sight, and copied with headings."""

import dataclasses

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import teams
from ui.widgets import member_table

CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier


def member(no: int, office: str, *, replaced: bool = False) -> teams.Member:
    return teams.Member(no, 1, 0, office, "", "Anggota", "", "", "", no * 10, replaced)


@pytest.fixture
def table(app: QtWidgets.QApplication, qtbot: QtBot) -> member_table.MemberTable:
    made = member_table.MemberTable()
    qtbot.addWidget(made)
    made.set_members([member(1, "Camat"), member(2, "Lurah"), member(3, "Danramil"), member(4, "Lama", replaced=True)])
    made.resize(700, 300)
    made.show()
    return made


@pytest.mark.parametrize(
    ("row", "to", "order"),
    [(0, 3, [2, 3, 1]), (2, 0, [3, 1, 2]), (0, 2, [2, 1, 3]), (1, 9, [1, 3, 2]), (1, -1, [2, 1, 3])],
)
def test_a_dropped_row_stands_where_it_was_let_go(
    table: member_table.MemberTable, qtbot: QtBot, row: int, to: int, order: list[int]
) -> None:
    with qtbot.waitSignal(table.order_wanted) as asked:
        table.view.moved.emit(row, to)
    assert asked.args == [order]
    assert [one.no for one in table.model.shown()] == order


def test_a_row_dropped_on_itself_stays(table: member_table.MemberTable, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.order_wanted):
        table.view.moved.emit(1, 1)
        table.view.moved.emit(1, 2)


def test_rows_can_be_dragged_unless_only_read(table: member_table.MemberTable) -> None:
    flag = QtCore.Qt.ItemFlag.ItemIsDragEnabled
    assert table.model.flags(table.model.index(0, 0)) & flag
    table.set_read_only(True)
    assert not table.model.flags(table.model.index(0, 0)) & flag


def test_the_current_member_stays_current_when_others_come(table: member_table.MemberTable) -> None:
    table.show_member(2)
    renamed = dataclasses.replace(member(2, "Lurah"), person="Andi")
    table.set_members([member(5, "Bupati"), member(1, "Camat"), renamed])
    assert table.current() == renamed
    table.set_members([])
    assert table.current() is None
    assert table.nobody.isVisible()
    assert not table.view.isVisible()


def test_all_members_are_copied_with_headings(table: member_table.MemberTable, qtbot: QtBot) -> None:
    qtbot.keyClick(table.view, QtCore.Qt.Key.Key_C, CONTROL)
    assert QtGui.QGuiApplication.clipboard().text() == (
        "Nama\tJabatan\tKedudukan\tInstansi\tMulai\tSampai\n"
        "\tCamat\tAnggota\t\t\t\n\tLurah\tAnggota\t\t\t\n\tDanramil\tAnggota\t\t\t\n"
    )
    assert table.former.isHidden(), "who was taken out without a day was written by mistake"


def test_of_a_former_member_it_says_since_when_and_who_came(table: member_table.MemberTable) -> None:
    new = dataclasses.replace(member(5, "Camat"), person="Hj. Sitti")
    old = dataclasses.replace(
        member(4, "Camat", replaced=True), person="H. Baso", replaced_by=5, replaced_on="2024-02-14", reason="mutasi"
    )
    table.set_members([new, old])
    assert table.former.text() == (
        "Pernah menjadi anggota: H. Baso (sampai sebelum 14-02-2024, diganti Hj. Sitti, mutasi)"
    )
