# SPDX-License-Identifier: Apache-2.0
"""One line and a button: typed, handed over, refused, and a draft until it is written."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import drafts, quick_add


def test_what_is_typed_is_handed_over_and_stays_until_it_is_written(app: object, qtbot: QtBot) -> None:
    room = QtWidgets.QWidget()
    qtbot.addWidget(room)
    held = drafts.Drafts(room)
    line = quick_add.QuickAdd(held, "page/new", "Tugas baru", "Tambah", parent=room)
    room.show()
    line.show()
    given: list[str] = []
    line.added.connect(given.append)
    line.add()
    assert given == []
    qtbot.keyClicks(line.field, "Hubungi PLN")
    draft = held.get("page/new")
    assert draft is not None
    assert draft.values == {"text": "Hubungi PLN"}
    line.button.click()
    assert given == ["Hubungi PLN"]
    line.refuse("Tidak boleh.")
    assert line.field.text() == "Hubungi PLN"
    line.written()
    assert line.field.text() == ""
    assert held.get("page/new") is None


def test_a_draft_stands_in_a_line_that_is_made_anew(app: object, qtbot: QtBot) -> None:
    room = QtWidgets.QWidget()
    qtbot.addWidget(room)
    held = drafts.Drafts(room)
    first = quick_add.QuickAdd(held, "page/new", "Tugas baru", "Tambah", parent=room)
    qtbot.keyClicks(first.field, "Hubungi PLN")
    again = quick_add.QuickAdd(held, "page/new", "Tugas baru", "Tambah", parent=room)
    assert again.field.text() == "Hubungi PLN"
