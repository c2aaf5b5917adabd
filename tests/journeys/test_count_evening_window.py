# SPDX-License-Identifier: Apache-2.0
"""The evening at one office, through the window: the key is prepared, forms are copied by two, one is decided upon."""

from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import State
from desk_app.operations import accounts, count_entry, count_rules, count_view, opening
from desk_app.operations.desk import Desk
from tests import counted_offices, regency_offices
from tests.counted_offices import RACE
from tests.journeys import clerk
from tests.regency_offices import TEMPE_VILLAGE, tps
from tests.small_offices import KEY_MEMORY, NOW, PASSWORD
from ui import runner

Key = clerk.Key
PAD = QtCore.Qt.KeyboardModifier.KeypadModifier
ONE, TWO = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)
BESSE = "sandi besse"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office whose candidates stand; nobody holds a key yet."""
    with regency_offices.make(tmp_path / "wajo") as made:
        counted_offices.stand(made)
        count_rules.edit(made, brief=True, second_entry=[RACE])
        accounts.add_account(made, "Besse", accounts.Role.OPERATOR, BESSE, key_memory=KEY_MEMORY)
    return tmp_path / "wajo"


def opened(folder: Path, password: str) -> Desk:
    return opening.open_office(folder, password, now=lambda: NOW)


def copy(me: clerk.Clerk, desk: Desk, subject: str, votes: tuple[int, int, int]) -> None:
    """Copy the form of a TPS that is in the list, by the number pad."""
    part = me.go("counts").tab("entry")
    part.side.list.show_subject(subject)
    me.click(part.side.list.table.view.viewport())
    part.side.list.show_subject(subject)
    me.press(Key.Key_Return)
    assert part.sheet.sheet.key.subject == subject
    for value in counted_offices.figures(part.sheet.sheet.form, votes, voters=210).values():
        me.type(str(value))
        me.press(Key.Key_Enter, PAD)
    assert count_entry.sheet(desk, subject, RACE).whole


def tab(me: clerk.Clerk, words: str) -> None:
    page = me.window.page("counts")
    me.tab(page.findChild(QtWidgets.QTabWidget).tabBar(), words)


def shown(me: clerk.Clerk) -> str:
    """All that the tab in front says."""
    page = me.window.page("counts")
    front = page.findChild(QtWidgets.QTabWidget).currentWidget()
    said = [one.text() for one in front.findChildren(QtWidgets.QLabel) if one.isVisible()]
    for view in front.findChildren(QtWidgets.QTableView):
        model = view.model()
        if view.isVisible() and model is not None:
            for row in range(model.rowCount()):
                said += [str(model.index(row, column).data()) for column in range(model.columnCount())]
    return "\n".join(said)


def test_an_evening_through_the_window(folder: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    with opened(folder, PASSWORD) as desk:
        andi = clerk.Clerk(desk, lanes, qtbot)
        andi.go("settings").open("count")
        andi.settle()
        card = andi.window.page("settings").findChild(QtWidgets.QWidget, "count keys")
        for right in (Right.VERIFY, Right.TOTALS):
            andi.click(card.ticks.ticks[1, right])
        andi.click(card.prepare_button)
        andi.until(card.sheet.isVisible)
        andi.click(card.sheet.written)
        copy(andi, desk, ONE, (100, 50, 30))
        copy(andi, desk, TWO, (10, 20, 30))
        tab(andi, "Rekap")
        andi.until(lambda: "110" in shown(andi))
        assert "2 dari" in shown(andi)
        andi.leave()
    with opened(folder, BESSE) as desk:
        besse = clerk.Clerk(desk, lanes, qtbot)
        copy(besse, desk, ONE, (101, 49, 30))
        tab(besse, "Rekap")
        besse.settle()
        assert "110" not in shown(besse)
        assert "111" not in shown(besse)
        tab(besse, "Pemeriksaan")
        besse.settle()
        assert "100" not in shown(besse)
        besse.leave()
    with opened(folder, PASSWORD) as desk:
        andi = clerk.Clerk(desk, lanes, qtbot)
        andi.go("counts")
        tab(andi, "Rekap")
        andi.until(lambda: "1 TPS dalam klarifikasi" in shown(andi))
        tab(andi, "Pemeriksaan")
        part = andi.window.page("counts").tab("checking")
        andi.until(lambda: part.detail.shown is not None and part.detail.compare.table is not None)
        assert part.detail.shown.view.key.subject == ONE
        part.detail.compare.table.view.setFocus()
        andi.press(Key.Key_2)
        andi.type("Foto C.HASIL dibaca lagi")
        andi.press(Key.Key_Return)
        andi.press(Key.Key_Return, clerk.CTRL)
        assert count_view.view(desk, ONE, RACE).standing.state is State.VERIFIED
        tab(andi, "Rekap")
        andi.until(lambda: "111" in shown(andi))
        assert "dalam klarifikasi" not in shown(andi)
        andi.leave()
