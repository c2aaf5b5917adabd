# SPDX-License-Identifier: Apache-2.0
"""Data berbeda as a panel: one, many, on a small screen."""

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import clarification
from ui.widgets import dispute_panel


def matter(number: int, *, field: str = "quantity", typing: str = "number") -> clarification.Matter:
    sides = (
        clarification.Side(1, "4", "Desk Wajo", "Andi", "13-02-2024", 10),
        clarification.Side(2, "5", "Desk Tempe & Kota", "Besse", "13-02-2024", 20),
    )
    return clarification.Matter(
        number, "answer", "Isian", f"TPS {number:03}", field, "Jumlah", "5", sides, typing, (), f"73.13-{number}"
    )


def shown(qtbot: QtBot, count: int, width: int = 1100) -> dispute_panel.DisputePanel:
    panel = dispute_panel.DisputePanel()
    qtbot.addWidget(panel)
    panel.resize(width, 400)
    panel.show()
    panel.set_matters([matter(number) for number in range(1, count + 1)])
    return panel


def buttons(panel: dispute_panel.DisputePanel, words: str) -> list[QtWidgets.QPushButton]:
    QtWidgets.QApplication.processEvents()
    found = panel.findChildren(QtWidgets.QPushButton)
    return [one for one in found if one.text().startswith(words) and not one.isHidden()]


def test_the_reason_goes_with_the_decision(app: object, qtbot: QtBot) -> None:
    panel = shown(qtbot, 2)
    assert panel._basis is not None
    panel._basis.setText("  dilihat di PPK ")
    with qtbot.waitSignal(panel.side_chosen) as told:
        buttons(panel, "Pakai yang ini")[1].click()
    assert (told.args[0].record, told.args[1:]) == (1, [2, "dilihat di PPK"])


def test_five_thousand_are_chosen_and_settled_with_one_office(app: object, qtbot: QtBot) -> None:
    panel = shown(qtbot, 5000)
    panel.list.view.selectAll()
    [wajo] = buttons(panel, "Pakai semua dari Desk Wajo (5000)")
    assert buttons(panel, "Pakai semua dari Desk Tempe && Kota (5000)")
    with qtbot.waitSignal(panel.office_chosen) as told:
        wajo.click()
    assert (len(told.args[0]), told.args[1]) == (5000, "Desk Wajo")


def test_the_next_row_follows_when_one_is_gone(app: object, qtbot: QtBot) -> None:
    panel = shown(qtbot, 4)
    panel.list.view.select_row(1)
    panel.set_matters([matter(1), matter(3), matter(4)])
    assert [one.record for one in panel._shown] == [3]
    panel.set_matters([matter(1)])
    assert [one.record for one in panel._shown] == [1]
    panel.set_matters([])
    assert panel._shown == ()


def test_on_a_small_screen_several_rows_can_be_chosen(app: object, qtbot: QtBot) -> None:
    panel = shown(qtbot, 3, width=700)
    view = panel.list.view
    place = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=place)
    assert not panel.list.isVisible()
    panel._split.show_list()
    view.selectAll()
    assert panel.many.text() == "Klarifikasi 3 sekaligus …"
    panel.many.click()
    assert not panel.list.isVisible()
    assert buttons(panel, "Pakai semua dari")


def test_deleted_against_edited_tells_what_was_edited_and_is_kept_or_deleted(app: object, qtbot: QtBot) -> None:
    sides = (
        clarification.Side(1, "dihapus", "Desk Wajo", "Andi", "13-02-2024", 10, keeps=False),
        clarification.Side(2, "diubah", "Desk Tempe", "Besse", "13-02-2024", 20, details="Dampak: Kotak basah"),
    )
    about = clarification.Matter(
        7, "issue", "Permasalahan", "TEM-0001", "", "Dihapus, tetapi ada perubahan", "", sides, "", (), ""
    )
    panel = shown(qtbot, 0)
    panel.set_matters([about])
    assert any(one.text() == "Dampak: Kotak basah" for one in panel.findChildren(QtWidgets.QLabel))
    for words, key in (("Tetap dipakai", 2), ("Tetap dihapus", 1)):
        with qtbot.waitSignal(panel.side_chosen) as told:
            buttons(panel, words)[0].click()
        assert told.args == [about, key, ""]
    assert not buttons(panel, "Pakai isian ini")
