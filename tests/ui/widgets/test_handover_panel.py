# SPDX-License-Identifier: Apache-2.0
"""Hand-over notes: a new one with what was drafted, kept as a draft when it is left, and those there are."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import team_handovers
from ui.widgets import drafts, handover_panel

LEFT = QtCore.Qt.MouseButton.LeftButton
SHIFTS = [(1, "13-02 07.00–15.00 Andi"), (2, "13-02 15.00–23.00 Ani")]


def note(no: int, text: str = "Kunci di laci") -> team_handovers.Handover:
    return team_handovers.Handover(no, 100, 1, 2, "Andi", "", text, "- genset")


@pytest.fixture
def panel(app: QtWidgets.QApplication, qtbot: QtBot) -> handover_panel.HandoverPanel:
    made = handover_panel.HandoverPanel(drafts.Drafts(app))
    qtbot.addWidget(made)
    made.resize(460, 600)
    made.show()
    return made


def test_a_note_begins_with_what_is_known(panel: handover_panel.HandoverPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.wanted):
        qtbot.mouseClick(panel.new_button, LEFT)
    panel.begin(team_handovers.Draft(1, 2, "- Kotak basah"), SHIFTS)
    qtbot.keyClicks(panel.form.rows["text"].field, "Aman")
    with qtbot.waitSignal(panel.added) as told:
        qtbot.mouseClick(panel.confirm, LEFT)
    assert told.args == [{"from_shift": 1, "to_shift": 2, "text": "Aman", "matters": "- Kotak basah"}]
    panel.refuse("Tulis apa yang diserahkan.")
    assert panel.form.rows["text"].refusal == "Tulis apa yang diserahkan."
    panel.written()
    assert panel.asking.isHidden()


def test_what_was_typed_is_a_draft_until_it_is_written(panel: handover_panel.HandoverPanel, qtbot: QtBot) -> None:
    panel.begin(team_handovers.Draft(0, 0, "- lama"), [])
    qtbot.keyClicks(panel.form.rows["text"].field, "Separuh")
    panel._close()
    panel.begin(team_handovers.Draft(0, 0, "- baru"), [])
    assert panel.form.rows["text"].field.value() == "Separuh"
    assert panel.form.rows["matters"].field.value() == "- baru"
    panel.give_up()
    panel.begin(team_handovers.Draft(0, 0, ""), [])
    assert panel.form.rows["text"].field.value() == ""


def test_notes_are_shown_copied_and_deleted(panel: handover_panel.HandoverPanel, qtbot: QtBot) -> None:
    assert panel.empty.isVisible()
    panel.set_notes([note(1), note(2, "Lama")], {1: "13-02-2024 15.00", 2: "13-02-2024 07.00"})
    words = [label.text() for label in panel.findChildren(QtWidgets.QLabel)]
    assert {"Kunci di laci", "Andi → …", "- genset", "13-02-2024 15.00"} <= set(words)
    buttons = {one.accessibleName(): one for one in panel.findChildren(QtWidgets.QPushButton)}
    with qtbot.waitSignal(panel.copied) as copied:
        qtbot.mouseClick(buttons["Salin untuk WA 13-02-2024 15.00"], LEFT)
    assert copied.args == [note(1)]
    with qtbot.waitSignal(panel.removed) as removed:
        qtbot.mouseClick(buttons["Hapus 13-02-2024 07.00"], LEFT)
    assert removed.args == [note(2, "Lama")]


def test_older_notes_come_when_asked_for(panel: handover_panel.HandoverPanel, qtbot: QtBot) -> None:
    panel.set_notes([note(number, f"Catatan {number}") for number in range(9)], {})
    assert "Catatan 8" not in [label.text() for label in panel.findChildren(QtWidgets.QLabel)]
    qtbot.mouseClick(panel.more, LEFT)
    assert "Catatan 8" in [label.text() for label in panel.findChildren(QtWidgets.QLabel)]
    assert not panel.more.isVisible()


def test_a_note_is_mended_and_the_draft_of_a_new_one_waits(panel: handover_panel.HandoverPanel, qtbot: QtBot) -> None:
    panel.begin(team_handovers.Draft(0, 0, ""), SHIFTS)
    qtbot.keyClicks(panel.form.rows["text"].field, "Baru")
    panel.set_notes([note(7)], {7: "13-02-2024 15.00"})
    buttons = {one.accessibleName(): one for one in panel.findChildren(QtWidgets.QPushButton)}
    with qtbot.waitSignal(panel.edit_wanted) as wanted:
        qtbot.mouseClick(buttons["Ubah 13-02-2024 15.00"], LEFT)
    assert wanted.args == [note(7)]
    panel.begin_editing(note(7), SHIFTS[:1])
    assert panel.form.rows["text"].field.value() == "Kunci di laci"
    panel.form.rows["text"].field.setFocus()
    qtbot.keyClicks(panel.form.rows["text"].field, "! ")
    with qtbot.assertNotEmitted(panel.added), qtbot.waitSignal(panel.edited) as told:
        qtbot.mouseClick(panel.confirm, LEFT)
    one, values = told.args
    assert (one, values["from_shift"], values["matters"]) == (note(7), 1, "- genset")
    assert "! " in values["text"]
    panel.written()
    assert panel.asking.isHidden()
    panel.begin(team_handovers.Draft(0, 0, ""), SHIFTS)
    assert panel.form.rows["text"].field.value() == "Baru"
