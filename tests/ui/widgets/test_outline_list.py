# SPDX-License-Identifier: Apache-2.0
"""The list of a template keeps what is chosen over changes, and marks what is faulty."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import checklists
from desk_app.domain.checklists import editing
from desk_app.operations import elections
from ui.widgets import outline_list


def test_what_is_chosen_stays_so(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    outline = elections.shipped_checklist()
    made = outline_list.OutlineList()
    qtbot.addWidget(made)
    made.set_outline(outline)
    assert made.count() == len(outline.chapters) + len(outline.questions) + 1 + len(outline.rules)
    assert made.choose(outline_list.QUESTION, "log.hujan")
    with qtbot.assertNotEmitted(made.chosen, wait=20):
        made.set_outline(editing.move_question(outline, "log.tinta", -1), {"log.hujan"})
    assert made.current == (outline_list.QUESTION, "log.hujan")
    gone = editing.remove_question(outline, "log.hujan")
    made.set_outline(gone)
    assert made.current[0] == outline_list.QUESTION
    assert not made.choose(outline_list.QUESTION, "log.hujan")
    made.set_outline(checklists.Outline("x", 1, "X", "X"))
    assert (made.count(), made.current) == (0, ("", ""))


def test_where_the_last_section_is_taken_back_one_before_it_is_shown(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    outline = elections.shipped_checklist()
    longer = editing.add_chapter(outline, "Bagian baru")
    made = outline_list.OutlineList()
    qtbot.addWidget(made)
    made.set_outline(longer)
    assert made.choose(outline_list.CHAPTER, longer.chapters[-1].code)
    with qtbot.waitSignal(made.chosen) as told:
        made.set_outline(outline)
    assert told.args == [outline_list.QUESTION, outline.chapters[-1].questions[-1].code]
