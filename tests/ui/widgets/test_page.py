# SPDX-License-Identifier: Apache-2.0
"""A page refuses in words over its foot, hands on bugs, locks its body."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import errors
from ui.widgets import page


@pytest.fixture
def sheet(app: QtWidgets.QApplication, qtbot: QtBot) -> page.Page:
    made = page.Page("Tim & penugasan")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_refusal_stands_over_the_page_and_a_bug_goes_on(sheet: page.Page) -> None:
    sheet.failed(errors.Refused("Tim {roman} sudah ada.", roman="VIII"))
    assert sheet.notices.text == "Tim VIII sudah ada."
    with pytest.raises(ZeroDivisionError):
        sheet.failed(ZeroDivisionError())


def test_a_locked_page_can_only_be_read(sheet: page.Page) -> None:
    field = QtWidgets.QLineEdit()
    sheet.body.addWidget(field)
    sheet.lock("Data sedang dimasukkan.")
    assert not field.isEnabled()
    assert sheet.standing.text == "Data sedang dimasukkan."
    sheet.lock(None)
    assert field.isEnabled()
    assert sheet.standing.text == ""


def test_a_notice_moves_nothing_and_escape_closes_it(sheet: page.Page, qtbot: QtBot) -> None:
    field = QtWidgets.QLineEdit()
    sheet.body.addWidget(field)
    sheet.resize(900, 500)
    QtWidgets.QApplication.processEvents()
    before = field.mapTo(sheet, QtCore.QPoint(0, 0))
    sheet.tell("Tersimpan.")
    QtWidgets.QApplication.processEvents()
    assert sheet.notices.isVisible()
    assert field.mapTo(sheet, QtCore.QPoint(0, 0)) == before
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Escape)
    assert sheet.notices.text == ""


def test_a_long_page_scrolls(sheet: page.Page) -> None:
    for _row in range(60):
        sheet.body.addWidget(QtWidgets.QLabel("baris"))
    QtWidgets.QApplication.processEvents()
    assert sheet.minimumSizeHint().height() > 470
    sheet.make_scrollable()
    assert sheet.minimumSizeHint().height() < 200
