# SPDX-License-Identifier: Apache-2.0
"""Cells of Lembar Pantau: their words and marks, what is on its way, what was refused and stays."""

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from tests.ui.widgets import watch_sheets
from ui.widgets import watch_model

FIRST = watch_model.FIRST
EDIT = QtCore.Qt.ItemDataRole.EditRole


def shown(model: watch_model.WatchModel, row: int, at: int = 0) -> watch_model.Shown:
    found = model.index(row, FIRST + at).data(watch_model.SHOWN_ROLE)
    assert isinstance(found, watch_model.Shown)
    return found


def made() -> watch_model.WatchModel:
    model = watch_model.WatchModel()
    model.set_sheet(watch_sheets.make())
    return model


def test_words_and_marks(app: QtWidgets.QApplication) -> None:
    model = made()
    assert [(shown(model, row).text, shown(model, row).mark) for row in range(4)] == [
        ("2", ""), ("1", "belum_lengkap"), ("07.05", ""), ("belum", "masalah")
    ]
    assert (shown(model, 4).words, shown(model, 4).tone) == ("belum lapor", "masalah")
    assert shown(model, 0, 1) == watch_model.Shown(""), "not yet asked: blank"
    assert model.headerData(FIRST, QtCore.Qt.Orientation.Horizontal) == "07.00\nbuka"
    late = watch_sheets.make(tempe=watch_sheets.Cell(2, 3, 3, late=1, minute=460))
    model.set_sheet(late)
    assert shown(model, 0).mark == "jam"
    model.set_sheet(watch_sheets.make(tempe=watch_sheets.Cell(2, 3, 3, disputed=1)))
    assert shown(model, 0).mark == "berbeda"


def test_what_is_typed_stands_there_until_it_is_saved(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    model = made()
    index = model.index(0, FIRST)
    assert index.data(EDIT) == "2"
    with qtbot.waitSignal(model.typed) as told:
        assert model.setData(index, " 3 ")
    assert told.args == ["73.13.06", 0, "3"]
    assert shown(model, 0).text == "3"
    model.settle("73.13.06", 0)
    assert shown(model, 0).text == "2", "as the sheet says"
    with qtbot.assertNotEmitted(model.typed):
        assert not model.setData(index, "2")


def test_what_was_refused_stays_to_be_put_right(app: QtWidgets.QApplication) -> None:
    model = made()
    index = model.index(0, FIRST)
    model.setData(index, "9")
    model.refuse("73.13.06", 0, "lebih banyak dari TPS")
    assert shown(model, 0).is_refused
    assert index.data(EDIT) == "9"
    assert index.data(QtCore.Qt.ItemDataRole.ToolTipRole) == "lebih banyak dari TPS"
    assert model.give_up("73.13.06", 0)
    assert not shown(model, 0).is_refused
    assert not model.give_up("73.13.06", 0)


def test_the_same_rows_are_not_built_anew(app: QtWidgets.QApplication) -> None:
    model = made()
    assert not model.set_sheet(watch_sheets.make(tempe=watch_sheets.Cell(3, 3, 3)))
    assert shown(model, 0).text == "3"
    assert model.set_sheet(watch_sheets.make(opened=False))
    assert model.rowCount() == 2
    assert model.row_of("73.13.07") == 1


def test_the_sum_is_one_row_that_cannot_be_typed(app: QtWidgets.QApplication) -> None:
    model = watch_model.WatchModel(is_sum=True)
    model.set_sheet(watch_sheets.make())
    assert (model.rowCount(), model.index(0, 0).data(), model.index(0, 1).data()) == (1, "Jumlah", "5")
    assert not model.flags(model.index(0, FIRST)) & QtCore.Qt.ItemFlag.ItemIsEditable
