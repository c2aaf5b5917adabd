# SPDX-License-Identifier: Apache-2.0
"""Refusals become words, bugs become a report told once, and Qt's own warnings reach the log."""

import logging
import sys
import threading

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import errors as known
from ui import errors


def raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_a_refusal_is_told_in_words(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    troubles = errors.Troubles()
    with qtbot.waitSignal(troubles.refused) as told:
        troubles.take(known.Refused("Nomor {number} sudah ada.", number=5))
    assert told.args == ["Nomor 5 sudah ada."]


def test_a_bug_is_reported_once(app: QtWidgets.QApplication, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    troubles = errors.Troubles()
    reports: list[str] = []
    troubles.crashed.connect(reports.append)
    for _turn in range(3):
        troubles.take(raised(ValueError("aneh")))
    troubles.take(raised(KeyError("lain")))
    qtbot.waitUntil(lambda: len(reports) == 2)
    assert "ValueError: aneh" in reports[0]
    assert "Python" in reports[0]
    assert "raised" in reports[0], "the trace is in it"
    assert len([record for record in caplog.records if record.message == "bug"]) == 4


def test_the_hook_takes_what_nobody_caught_also_from_threads(
    app: QtWidgets.QApplication, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    troubles = errors.Troubles()
    before = sys.excepthook
    give_back = troubles.install()
    try:
        reports: list[int] = []
        troubles.crashed.connect(lambda _text: reports.append(threading.get_ident()))
        error = raised(ZeroDivisionError("x"))
        worker = threading.Thread(target=lambda: sys.excepthook(type(error), error, error.__traceback__))
        worker.start()
        worker.join()
        qtbot.waitUntil(lambda: bool(reports))
        assert reports == [threading.get_ident()]
        with caplog.at_level(logging.DEBUG):
            QtCore.qWarning("dari Qt")
        assert "qt: dari Qt" in caplog.text
    finally:
        give_back()
    assert sys.excepthook is before
