# SPDX-License-Identifier: Apache-2.0
"""Remarks: hidden without one, grave ones in another colour, each link leads where it says."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import remark_list

Line = remark_list.Line


@pytest.fixture
def remarks(app: QtWidgets.QApplication, qtbot: QtBot) -> remark_list.RemarkList:
    made = remark_list.RemarkList()
    qtbot.addWidget(made)
    return made


def labels(remarks: remark_list.RemarkList) -> list[QtWidgets.QLabel]:
    return [label for label in remarks.findChildren(QtWidgets.QLabel) if label.text() and label.isVisibleTo(remarks)]


def test_hidden_without_a_line(remarks: remark_list.RemarkList) -> None:
    remarks.set_lines([Line("Kota belum diisi")])
    assert not remarks.isHidden()
    assert remarks.property("role") == "notice_warning"
    remarks.set_lines([Line("Menyebut daerah lain", grave=True)])
    assert remarks.property("role") == "notice_refused"
    remarks.set_lines([])
    assert remarks.isHidden()


def test_a_link_gives_its_target_back(remarks: remark_list.RemarkList, qtbot: QtBot) -> None:
    remarks.resize(400, 60)
    remarks.set_lines([Line("Satu", target="sana")])
    link = next(label for label in labels(remarks) if "Buka" in label.text())
    assert link.accessibleName() == "Buka: Satu"
    remarks.show()
    link.setFocus()
    with qtbot.waitSignal(remarks.followed) as told:
        qtbot.keyClick(link, QtCore.Qt.Key.Key_Tab)
        link.linkActivated.emit("#")
    assert told.args == ["sana"]


def test_many_are_folded(remarks: remark_list.RemarkList, qtbot: QtBot) -> None:
    remarks.set_lines([Line(f"Catatan {number}") for number in range(5)])
    shown = [label.text() for label in labels(remarks)]
    assert shown[:2] == ["Catatan 0", "Catatan 1"]
    assert "3 catatan lagi" in shown[2]
    labels(remarks)[2].linkActivated.emit("#")
    qtbot.waitUntil(lambda: [one.text() for one in labels(remarks)] == [f"Catatan {number}" for number in range(5)])
