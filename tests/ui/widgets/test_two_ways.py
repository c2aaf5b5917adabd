# SPDX-License-Identifier: Apache-2.0
"""The words under the two large buttons."""

import dataclasses

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import outgoing
from ui.widgets import two_ways

KNOWN = outgoing.Receiver("73.13.06", "Desk Tempe", True, False, 41, "41 isian: 41 dari 6 TPS", 100, 14, 1, 41)
ABOVE = outgoing.Receiver("73", "Provinsi", False, True, 9000, "9.000 isian", 0, 0, 0, 9000)


def test_words_follow_what_waits(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    ways = two_ways.TwoWays()
    qtbot.addWidget(ways)
    ways.set_waiting([])
    assert ways.send_words.text().startswith("Belum ada kantor")
    ways.set_waiting([ABOVE])
    assert ways.send_words.text().endswith("Mulai dari Daftar kantor."), "nothing can be closed for it yet"
    ways.set_waiting([ABOVE, KNOWN])
    assert ways.send_words.text() == "Menunggu dikirim ke Desk Tempe – 41 isian: 41 dari 6 TPS"
    ways.set_waiting([KNOWN, dataclasses.replace(KNOWN, entries=1200, fresh=1200)])
    assert "2 kantor, paling banyak 1.200 isian" in ways.send_words.text()
    gone = dataclasses.replace(KNOWN, fresh=0)
    ways.set_waiting([gone])
    assert ways.send_words.text() == "Semua isian sudah dikirim. 41 isian belum dikabarkan diterima Desk Tempe."
    ways.set_waiting([gone, gone])
    assert "2 kantor belum memberi kabar" in ways.send_words.text()
    ways.set_waiting([dataclasses.replace(KNOWN, entries=0, fresh=0)])
    assert ways.send_words.text() == "Semua isian sudah diterima kantor yang bertukar data."
    owed = dataclasses.replace(KNOWN, entries=0, fresh=0, owed=(14, 15))
    ways.set_waiting([owed])
    assert ways.send_words.text() == "Menunggu dikirim balik ke Desk Tempe: tanda terima kiriman ke-14, ke-15."
    ways.set_waiting([owed, owed])
    assert ways.send_words.text() == "Menunggu dikirim balik: tanda terima untuk 2 kantor."


def test_on_a_low_screen_the_words_stand_beside_the_buttons(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    ways = two_ways.TwoWays()
    qtbot.addWidget(ways)
    ways.resize(800, 200)
    ways.show()
    high = ways.sizeHint().height()
    ways.set_low(True)
    app.processEvents()
    assert ways.sizeHint().height() < high - 20
    ways.set_low(False)
    app.processEvents()
    assert ways.sizeHint().height() == high
