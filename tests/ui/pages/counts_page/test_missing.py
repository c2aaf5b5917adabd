# SPDX-License-Identifier: Apache-2.0
"""Belum masuk in the window: who is waited for, whom to call, the message, and the way to the form."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import contacts, targets
from desk_app.operations.desk import Desk
from tests import counted_offices, regency_offices
from tests.operations.test_count_board import FIRST, SECOND, copy
from tests.regency_offices import TEMPE_VILLAGE
from tests.ui.pages import opened
from ui import runner
from ui.pages import counts_page
from ui.pages.counts_page import missing

Open = Callable[..., missing.MissingPart]


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        copy(desk, FIRST)
        contacts.new_contact(desk, "PPS", place=TEMPE_VILLAGE, person="Rahma", phone="0811 2233 4455")
        yield desk


@pytest.fixture
def open_part(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Open:
    def made(subject: str = "") -> missing.MissingPart:
        window = opened.show(qtbot, wajo, lanes, "counts", lambda: counts_page.CountsPage(wajo, lanes))
        page = window.page("counts")
        assert isinstance(page, counts_page.CountsPage)
        page.open(targets.Target(targets.Page.COUNTS, subject, chosen={"show": "missing", "race": "ppwp"}))
        opened.settle(qtbot, lanes)
        found = page.tab("missing")
        assert isinstance(found, missing.MissingPart)
        return found

    return made


def test_who_is_waited_for_and_whom_to_call(open_part: Open, lanes: runner.Runner, qtbot: QtBot) -> None:
    part = open_part()
    assert part.table.count.text() == "8 TPS belum masuk"
    part.table.view.select_row(0)
    opened.settle(qtbot, lanes)
    said = " ".join(one.text() for one in part.card.findChildren(QtWidgets.QLabel))
    assert "TPS 002 · Kel. Tempe" in said
    assert "Rahma\nPPS\n0811 2233 4455" in said


def test_one_that_comes_in_leaves_the_list(
    open_part: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    part = open_part()
    copy(wajo, SECOND)
    opened.settle(qtbot, lanes)
    assert part.table.count.text() == "7 TPS belum masuk"


def test_one_region_alone_and_all_again(open_part: Open, lanes: runner.Runner, qtbot: QtBot) -> None:
    part = open_part(TEMPE_VILLAGE)
    assert part.everywhere.text() == "Hanya Kel. Tempe: tampilkan semua"
    assert part.table.model.total == 3
    qtbot.mouseClick(part.everywhere, QtCore.Qt.MouseButton.LeftButton)
    opened.settle(qtbot, lanes)
    assert part.table.model.total == 8
    assert part.everywhere.isHidden()


def test_the_message_has_no_phone(open_part: Open, qtbot: QtBot) -> None:
    part = open_part(TEMPE_VILLAGE)
    qtbot.mouseClick(part.copy_button, QtCore.Qt.MouseButton.LeftButton)
    said = QtGui.QGuiApplication.clipboard().text()
    assert "Kel. Tempe: 002, 003, 005" in said
    assert "0811" not in said
    part.table.view.chat_requested.emit()
    assert QtGui.QGuiApplication.clipboard().text() == said


def test_a_line_leads_to_the_form(open_part: Open, qtbot: QtBot) -> None:
    part = open_part()
    part.table.view.select_row(0)
    with qtbot.waitSignal(part.navigate) as led:
        qtbot.mouseClick(part.enter, QtCore.Qt.MouseButton.LeftButton)
    assert led.args is not None
    target = led.args[1]
    assert isinstance(target, targets.Target)
    assert (target.subject, target.chosen["show"]) == (SECOND, "entry")


def test_a_long_list_and_many_people_are_cut_and_say_so(
    open_part: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(missing.CALLED + 2):
        contacts.new_contact(wajo, f"PPS {number}", place=TEMPE_VILLAGE, person=f"Orang {number}")
    monkeypatch.setattr(missing, "MOST", 3)
    part = open_part()
    assert part.table.count.text() == "3 TPS belum masuk"
    assert part.more.text() == "3 TPS pertama dari 8; persempit lewat Rekap"
    part.copy_message()
    assert "005" in QtGui.QGuiApplication.clipboard().text()  # the message has all of them
    part.table.view.select_row(0)
    opened.settle(qtbot, lanes)
    said = [one.text() for one in part.card.findChildren(QtWidgets.QLabel)]
    assert sum("PPS" in one for one in said) == missing.CALLED
    assert "dan 3 orang lagi di Tim" in said
