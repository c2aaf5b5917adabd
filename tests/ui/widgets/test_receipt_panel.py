# SPDX-License-Identifier: Apache-2.0
"""The receipt: large words for how it ended, why a file was refused, what may be done next."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import intake
from ui.widgets import receipt_panel


def words(widget: QtWidgets.QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QtWidgets.QLabel) if label.isVisibleTo(widget))


def test_what_was_refused_is_told_and_another_receipt_takes_its_place(app: object, qtbot: QtBot) -> None:
    panel = receipt_panel.ReceiptPanel()
    qtbot.addWidget(panel)
    panel.show_receipt(intake.Receipt(0, (), (("a.desk", "Berkas ini rusak."),), 0), "15-02-2024 08.00")
    assert panel.large.text() == "Tidak ada yang dimasukkan"
    assert "a.desk tidak dimasukkan" in words(panel)
    assert panel.text == "Tanda terima data\nDiterima: 15-02-2024 08.00\na.desk: Berkas ini rusak.\n"
    assert panel.back_button.isHidden()
    joined = intake.Receipt(0, (), (), 0, ("Desk Tempe",), 2, ("73.13.06",))
    panel.show_receipt(joined, "15-02-2024 09.00")
    assert panel.large.text() == "Sudah dicatat"
    assert "a.desk" not in words(panel)
    assert "2 titipan untuk kantor lain" in words(panel)
    with qtbot.waitSignal(panel.back_wanted) as told:
        panel.back_button.click()
    assert told.args == [("73.13.06",)]
