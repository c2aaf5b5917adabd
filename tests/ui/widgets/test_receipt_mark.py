# SPDX-License-Identifier: Apache-2.0
"""The small ticks."""

from pytestqt.qtbot import QtBot

from desk_app.operations import receipts
from ui.widgets import receipt_mark


def test_ticks_and_their_meaning(app: object, qtbot: QtBot) -> None:
    mark = receipt_mark.ReceiptMark()
    qtbot.addWidget(mark)
    assert mark.text() == ""
    mark.set_receipt(receipts.Receipt(2, "✓ Tersimpan\n✓✓ Sudah ada di kabupaten/kota"))
    assert mark.text() == "✓✓"
    assert "kabupaten" in mark.toolTip()
    assert mark.accessibleName() == "✓✓ Sudah ada di kabupaten/kota"
    mark.set_receipt(None)
    assert mark.text() == mark.toolTip() == ""
