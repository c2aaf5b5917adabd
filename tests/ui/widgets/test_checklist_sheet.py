# SPDX-License-Identifier: Apache-2.0
"""The sheet: what is being saved is not overwritten by an older reading, rows serve the next place too."""

from dataclasses import replace

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import answers, checklists, readiness
from desk_app.operations import checklist_pages, place_sheets
from ui.widgets import checklist_sheet, fields

ITEM = checklist_pages.PageItem(
    code="a", no=1, label="Tinta", kind=checklists.ItemKind.NUMBER, unit="botol", required=True, needed=2,
    assumed=False, value=None, verdict=None, judgement=None, note="", disputed=False, issue=0, issue_number="",
    changed_at=0, changed_by="", changed_office="", record=0,
)  # fmt: skip
YES_NO = replace(ITEM, code="b", no=2, label="TPS sudah berdiri", kind=checklists.ItemKind.YES_NO, needed=None)


def sheet_of(subject: str, *items: checklist_pages.PageItem) -> place_sheets.PlaceSheet:
    section = checklist_pages.PageSection("log", "Logistik", 0, len(items), items)
    page = checklist_pages.ChecklistPage(
        subject, subject, -1, (-1,), (section,) if items else (), readiness.Readiness.NOT_YET, 0, len(items), 0, 0, 0
    )
    return place_sheets.PlaceSheet(1, page, subject, "DPT 287", "", (("H-1", "belum"),), {})


@pytest.fixture
def sheet(app: QtWidgets.QApplication, qtbot: QtBot) -> checklist_sheet.ChecklistSheet:
    made = checklist_sheet.ChecklistSheet()
    qtbot.addWidget(made)
    made.set_sheet(sheet_of("x-001", ITEM, YES_NO))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def number_of(sheet: checklist_sheet.ChecklistSheet) -> fields.NumberField:
    editor = sheet.rows[0].editor
    assert isinstance(editor, fields.NumberField)
    return editor


def test_an_older_reading_does_not_undo_what_is_being_saved(
    sheet: checklist_sheet.ChecklistSheet, qtbot: QtBot
) -> None:
    sheet.answered.connect(lambda subject, item, _value: sheet.begin_saving(subject, item))
    sheet.focus_row(0)
    qtbot.keyClicks(number_of(sheet), "5")
    qtbot.keyClick(number_of(sheet), QtCore.Qt.Key.Key_Down)
    sheet.set_sheet(sheet_of("x-001", ITEM, YES_NO))
    assert number_of(sheet).text() == "5"
    assert sheet.head.saved.text() == "menyimpan …"
    sheet.end_saving("x-001", "a")
    assert "tersimpan" in sheet.head.saved.text()
    sheet.set_sheet(sheet_of("x-001", replace(ITEM, value=7), YES_NO))
    assert number_of(sheet).text() == "7"


def test_a_refusal_stands_beside_its_item(sheet: checklist_sheet.ChecklistSheet) -> None:
    sheet.begin_saving("x-001", "a")
    sheet.end_saving("x-001", "a", "9999999 terlalu besar")
    assert sheet.rows[0].below.refusal.isVisible()
    assert sheet.head.saved.text() == ""
    sheet.begin_saving("x-001", "a")
    sheet.end_saving("x-001", "a")
    assert not sheet.rows[0].below.refusal.isVisible()


def test_rows_serve_the_next_place_and_the_focus_stays(sheet: checklist_sheet.ChecklistSheet) -> None:
    rows = list(sheet.rows)
    sheet.focus_row(1)
    sheet.set_sheet(sheet_of("x-002", replace(ITEM, value=2), YES_NO))
    assert sheet.rows == rows
    assert sheet.has_focus()
    sheet.focus_first_open()
    assert sheet.current_row() is rows[1]


def test_the_last_item_says_so_and_escape_leaves(sheet: checklist_sheet.ChecklistSheet, qtbot: QtBot) -> None:
    sheet.focus_row(1)
    qtbot.keyClick(sheet.rows[1].editor, QtCore.Qt.Key.Key_Return)
    assert "Butir terakhir" in sheet.foot.words.text()
    assert sheet.current_row() is sheet.rows[1]
    with qtbot.waitSignal(sheet.left):
        qtbot.keyClick(sheet.rows[1].editor, QtCore.Qt.Key.Key_Escape)


def test_disagreement_and_issue_can_be_followed(sheet: checklist_sheet.ChecklistSheet, qtbot: QtBot) -> None:
    failed = replace(ITEM, value=1, verdict=answers.Verdict.FAILED)
    held = replace(failed, disputed=True, record=7, issue=9, issue_number="WAJ-0009")
    sheet.set_sheet(sheet_of("x-001", held, YES_NO))
    below = sheet.rows[0].below
    with qtbot.waitSignal(sheet.dispute_followed) as told:
        below.dispute.click()
    assert told.args == [7]
    assert "WAJ-0009" in below.issue.text()
    with qtbot.waitSignal(sheet.issue_followed) as told:
        qtbot.keyClick(sheet.rows[0].editor, QtCore.Qt.Key.Key_M)
    assert told.args == [9]


def test_a_place_without_items_says_so(sheet: checklist_sheet.ChecklistSheet) -> None:
    sheet.set_sheet(sheet_of("x-003"))
    assert sheet.rows == []
    assert not sheet.foot.isVisible()
    sheet.focus_first_open()


def test_items_that_do_not_count_are_said_to(sheet: checklist_sheet.ChecklistSheet) -> None:
    assert sheet.head.optional.text() == ""
    sheet.set_sheet(sheet_of("x-001", ITEM, replace(YES_NO, required=False)))
    assert sheet.head.optional.text() == "1 butir abu-abu: boleh kosong, tidak dihitung"


def test_an_item_is_reached_by_its_code(sheet: checklist_sheet.ChecklistSheet) -> None:
    assert sheet.focus_item("b")
    assert sheet.current_row().code == "b"
    assert not sheet.focus_item("x")


def seen_at(subject: str, seen: int, *items: checklist_pages.PageItem) -> place_sheets.PlaceSheet:
    made = sheet_of(subject, *items)
    return replace(made, page=replace(made.page, seen=seen))


def test_what_is_being_typed_or_saved_has_seen_what_was_read_before(
    sheet: checklist_sheet.ChecklistSheet, qtbot: QtBot
) -> None:
    sheet.answered.connect(lambda subject, item, _value: sheet.begin_saving(subject, item))
    sheet.set_sheet(seen_at("x-001", 7, ITEM, YES_NO))
    sheet.focus_row(0)
    qtbot.keyClicks(number_of(sheet), "5")
    sheet.set_sheet(seen_at("x-001", 9, replace(ITEM, value=8), YES_NO))
    assert (sheet.seen_of("a"), sheet.seen_of("b")) == (7, 9)
    number_of(sheet).commit()
    sheet.set_sheet(seen_at("x-001", 10, replace(ITEM, value=8), YES_NO))
    assert sheet.seen_of("a") == 7
    sheet.end_saving("x-001", "a")
    sheet.set_sheet(seen_at("x-001", 11, replace(ITEM, value=5), YES_NO))
    assert sheet.seen_of("a") == 11
    sheet.rows[1].begin_note()
    qtbot.keyClicks(sheet.rows[1].below.note, "menyusul")
    sheet.set_sheet(seen_at("x-001", 12, ITEM, replace(YES_NO, note="sudah")))
    assert (sheet.seen_of("b"), sheet.seen_of("tidak ada")) == (11, None)


def test_an_item_that_comes_in_above_leaves_the_typing_where_it_is(
    sheet: checklist_sheet.ChecklistSheet, qtbot: QtBot
) -> None:
    """A condition lets an item appear while one types already in the next."""
    told: list[tuple[str, object]] = []
    sheet.answered.connect(lambda _subject, item, value: told.append((item, value)))
    sheet.set_sheet(sheet_of("x-001", YES_NO, replace(ITEM, no=2)))
    sheet.focus_item("a")
    qtbot.wait(1)
    qtbot.keyClicks(sheet.current_row().editor, "28")
    sheet.set_sheet(sheet_of("x-001", YES_NO, replace(YES_NO, code="c", no=2), replace(ITEM, no=3)))
    assert sheet.current_row().code == "a"
    editor = sheet.current_row().editor
    assert editor.hasFocus()
    qtbot.wait(1)
    assert isinstance(editor, fields.NumberField)
    qtbot.keyClicks(editor, "5")
    qtbot.keyClick(editor, QtCore.Qt.Key.Key_Return)
    assert told == [("a", 285)]


def test_after_a_failed_answer_m_and_n_are_about_it_and_not_about_the_next_item(
    sheet: checklist_sheet.ChecklistSheet, qtbot: QtBot
) -> None:
    third = replace(YES_NO, code="c", no=3, label="Atap aman dari hujan")
    sheet.set_sheet(sheet_of("x-001", ITEM, YES_NO, third))
    wanted: list[str] = []
    sheet.issue_wanted.connect(wanted.append)
    sheet.focus_row(1)
    qtbot.keyClicks(sheet.rows[1].editor, "b")
    assert sheet.current_row() is sheet.rows[2]
    qtbot.wait(1)
    qtbot.keyClicks(sheet.rows[2].editor, "m")
    assert wanted == ["b"]
    qtbot.keyClicks(sheet.rows[2].editor, "n")
    assert sheet.rows[1].below.note.hasFocus()
    # Who goes there by an arrow means the item in which the keys are.
    sheet.focus_row(1)
    qtbot.keyClick(sheet.rows[1].editor, QtCore.Qt.Key.Key_Down)
    qtbot.keyClicks(sheet.rows[2].editor, "m")
    assert wanted == ["b", "c"]
