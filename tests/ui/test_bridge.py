# SPDX-License-Identifier: Apache-2.0
"""Announcements from any thread arrive on the window's thread, together."""

import threading

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui import bridge


def test_announcements_from_another_thread_arrive_as_one(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = bridge.Bridge()
    seen: list[tuple[frozenset[str], int]] = []
    made.changed.connect(lambda flags: seen.append((flags, threading.get_ident())))

    def write() -> None:
        for flags in (("answers",), ("answers", "readiness"), ("issues",)):
            made.announce(flags)

    worker = threading.Thread(target=write)
    worker.start()
    worker.join()
    assert seen == []
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(frozenset({"answers", "readiness", "issues"}), threading.get_ident())]
    made.announce(["teams"])
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[1][0] == frozenset({"teams"})


def test_nothing_changed_is_not_told(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = bridge.Bridge()
    with qtbot.assertNotEmitted(made.changed, wait=30):
        made.announce([])
