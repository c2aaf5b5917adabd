# SPDX-License-Identifier: Apache-2.0
"""Numbered checks over a page: their words, and the reason that settles one."""

from dataclasses import replace

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.checklists.rules import Level
from desk_app.domain.words import Phrase
from desk_app.operations.checklist_pages import PageFinding
from ui.widgets import finding_list

FINDING = PageFinding(
    code="K-001@h-1",
    number="K-001",
    level=Level.REASON,
    label="Semua angka 0",
    words=Phrase("{equation}, selisih 2", {"equation": "a 9 ≤ 7"}),
    items=("a",),
)


def test_nothing_found_takes_no_room(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = finding_list.FindingList()
    qtbot.addWidget(made)
    made.set_findings([])
    assert made.isHidden()


def test_a_reason_is_told_once_and_stays_while_it_is_typed(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = finding_list.FindingList()
    qtbot.addWidget(made)
    made.set_findings([FINDING])
    made.show()
    row = made.rows[0]
    assert row.said.text() == "K-001  Semua angka 0: a 9 ≤ 7, selisih 2"
    qtbot.keyClicks(row.reason, "TPS batal")
    made.set_findings([replace(FINDING, label="Lain")])
    assert row.reason.text() == "TPS batal"
    with qtbot.waitSignal(made.reasoned) as told:
        qtbot.keyClick(row.reason, QtCore.Qt.Key.Key_Return)
    assert told.args == ["K-001@h-1", "TPS batal"]
    made.refuse("K-001@h-1", "Tulis alasannya.")
    assert row.said.text() == "Tulis alasannya."
    made.set_findings([replace(FINDING, reason="TPS batal", who="Andi")])
    assert row.said.text().endswith("alasan menurut Andi")


def test_an_error_takes_no_reason_and_a_right_equation_is_shown(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = finding_list.FindingList()
    qtbot.addWidget(made)
    holds = replace(FINDING, code="K-003@h-1", number="K-003", holds=True, words=Phrase("a 7 = b 7, selisih 0"))
    more = [replace(FINDING, code=f"K-01{number}@h-1") for number in range(4)]
    made.set_findings([replace(FINDING, level=Level.ERROR), holds, *more])
    made.show()
    assert [row.reason.isVisible() for row in made.rows] == [False, False, True, True]
    assert made.rows[1].said.text() == "K-003  a 7 = b 7, selisih 0"
    assert made.more.text() == "dan 2 lagi"
