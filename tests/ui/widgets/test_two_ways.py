# SPDX-License-Identifier: Apache-2.0
"""The words under the two large buttons."""

import dataclasses

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import outgoing
from ui.widgets import two_ways

KNOWN = outgoing.Receiver("73.13.06", "Desk Tempe", True, False, 41, "41 isian dari 6 TPS", 100, 14, 1)
ABOVE = outgoing.Receiver("73", "Provinsi", False, True, 9000, "9.000 isian", 0, 0, 0)


def test_words_follow_what_waits(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    ways = two_ways.TwoWays()
    qtbot.addWidget(ways)
    ways.set_waiting([])
    assert ways.send_words.text().startswith("Belum ada kantor")
    ways.set_waiting([ABOVE])
    assert "Provinsi: 9.000 isian" in ways.send_words.text()
    ways.set_waiting([ABOVE, KNOWN])
    assert ways.send_words.text() == "Menunggu dikirim ke Desk Tempe: 41 isian dari 6 TPS"
    ways.set_waiting([KNOWN, dataclasses.replace(KNOWN, changes=1200)])
    assert "2 kantor, paling banyak 1.200 isian" in ways.send_words.text()
    ways.set_waiting([dataclasses.replace(KNOWN, changes=0)])
    assert ways.send_words.text() == "Semua isian sudah diterima kantor yang bertukar data."
