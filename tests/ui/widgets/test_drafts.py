# SPDX-License-Identifier: Apache-2.0
"""What is typed into a form stands in it again, until it is written or thrown away; thrown away it can come back."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import drafts as kept
from ui.widgets import drafts, fields, place_box

LEFT = QtCore.Qt.MouseButton.LeftButton


class Sheet(QtWidgets.QWidget):
    """A form with a field of each kind."""

    def __init__(self, held: drafts.Drafts) -> None:
        super().__init__()
        self.text = fields.LineField()
        self.note = fields.NoteField()
        self.kind = fields.ChoiceField([("a", "Satu"), ("b", "Dua")])
        self.place = place_box.PlaceBox()
        self.secret = QtWidgets.QCheckBox("Rahasia")
        self.line = drafts.DraftLine()
        column = QtWidgets.QVBoxLayout(self)
        parts = {"text": self.text, "note": self.note, "kind": self.kind, "place": self.place, "secret": self.secret}
        for part in (*parts.values(), self.line):
            column.addWidget(part)
        self.form = drafts.DraftedForm(held, parts, self.line, self)

    def open(self, key: str, text: str = "") -> bool:
        """As a form does: everything as it begins, then the draft."""
        self.form.end()
        self.text.commit()
        self.text.set_value(text)
        self.note.commit()
        self.note.set_value("")
        self.kind.set_value("a")
        self.place.forget()
        self.place.set_value("73.13", "Kabupaten Wajo")
        self.secret.setChecked(False)
        return self.form.begin(key, f"Formulir {key}")


@pytest.fixture
def held(app: QtWidgets.QApplication) -> Iterator[drafts.Drafts]:
    made = drafts.Drafts()
    yield made
    made.deleteLater()


@pytest.fixture
def sheet(held: drafts.Drafts, qtbot: QtBot) -> Sheet:
    made = Sheet(held)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_what_was_typed_comes_back_with_its_form(sheet: Sheet, held: drafts.Drafts, qtbot: QtBot) -> None:
    assert not sheet.open("a", "Camat")
    qtbot.keyClicks(sheet.note, "Listrik padam di")
    sheet.secret.click()
    sheet.place.setFocus()
    qtbot.wait(1)
    qtbot.keyClicks(sheet.place, "pasar")
    assert not sheet.line.isVisible()
    assert not sheet.open("b"), "another form is empty"
    assert (sheet.note.value(), sheet.secret.isChecked(), sheet.place.text()) == ("", False, "Kabupaten Wajo")
    assert sheet.open("a", "Camat Tempe")
    assert (sheet.note.value(), sheet.secret.isChecked(), sheet.place.text()) == ("Listrik padam di", True, "pasar")
    assert (sheet.place.value(), sheet.place.unknown_words) == ("73.13", "pasar")
    assert sheet.text.value() == "Camat Tempe", "what was not typed is as it is now"
    assert sheet.line.isVisible()
    draft = held.get("a")
    assert draft is not None
    assert set(draft.values) == {"note", "secret", "place"}


def test_what_is_typed_is_told_after_a_while_and_at_once_when_asked(
    sheet: Sheet, held: drafts.Drafts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    held.altered.connect(told.append)
    held._pause.setInterval(20)
    sheet.open("a")
    with qtbot.waitSignal(held.altered):
        qtbot.keyClicks(sheet.note, "Hujan")
    assert told == ["a"]
    qtbot.keyClicks(sheet.note, " lebat")
    held.flush()
    assert told == ["a", "a"]
    held.flush()
    assert told == ["a", "a"]
    sheet.note.selectAll()
    qtbot.keyClick(sheet.note, QtCore.Qt.Key.Key_Delete)
    assert held.get("a") is None, "nothing is typed any more"


def test_a_form_that_was_begun_first_takes_what_is_read_later(sheet: Sheet, held: drafts.Drafts) -> None:
    sheet.open("a")
    held.load([kept.Draft("a", "Formulir a", {"note": "Hujan"}), kept.Draft("b", "Formulir b", {"note": "Lain"})])
    assert (sheet.note.value(), sheet.line.isVisible()) == ("Hujan", True)


def test_thrown_away_it_can_be_brought_back(sheet: Sheet, held: drafts.Drafts, qtbot: QtBot) -> None:
    sheet.open("a", "Camat")
    qtbot.keyClicks(sheet.note, "Hujan")
    sheet.open("a", "Camat")
    with qtbot.waitSignal(held.thrown) as told:
        qtbot.mouseClick(sheet.line.button, LEFT)
    assert (sheet.note.value(), sheet.text.value(), held.get("a")) == ("", "Camat", None)
    assert not sheet.line.isVisible()
    draft = told.args[0]
    held.keep(draft)
    assert sheet.open("a", "Camat")
    assert sheet.note.value() == "Hujan"
    sheet.form.throw_away()
    qtbot.keyClicks(sheet.note, "Lain")
    assert held.get("a") is not None, "the form goes on"


def test_what_the_program_fills_in_is_no_draft(sheet: Sheet, held: drafts.Drafts, qtbot: QtBot) -> None:
    sheet.open("a")
    qtbot.keyClicks(sheet.text, "diketik")
    sheet.form.fill("text", "dari ceklis")
    sheet.form.fill("note", "dari ceklis")
    assert (sheet.text.value(), sheet.note.value()) == ("diketik", "dari ceklis")
    draft = held.get("a")
    assert draft is not None
    assert dict(draft.values) == {"text": "diketik"}


def test_the_button_lists_what_is_not_in_sight(sheet: Sheet, held: drafts.Drafts, qtbot: QtBot) -> None:
    whole = QtWidgets.QWidget()
    column = QtWidgets.QVBoxLayout(whole)
    button = drafts.DraftButton(held)
    column.addWidget(button)
    qtbot.addWidget(whole)
    whole.show()
    sheet.open("a")
    qtbot.keyClicks(sheet.note, "Hujan lebat")
    assert button.isHidden(), "its form is before the user"
    sheet.open("b")
    assert button.isVisible()
    assert (button.text(), button.toolTip()) == ("1 draf", "1 draf belum disimpan")
    sheet.open("a")
    assert button.isHidden()
    sheet.hide()
    assert button.isVisible()
    values = {"person": "Andi", "place": ["", "", "pasar"], "secret": True}
    held.load([kept.Draft("c", "Anggota baru", values), kept.Draft("a", "Formulir a", {"note": "lama"})])
    assert button.text() == "2 draf"
    a = held.get("a")
    assert a is not None
    assert a.excerpt == "Hujan lebat", "what was typed since stands"
    menus = [action.menu() for action in button.choices.actions()]
    assert [menu.title() for menu in menus if isinstance(menu, QtWidgets.QMenu)] == [
        "Formulir a: “Hujan lebat”",
        "Anggota baru: “Andi”",
    ]
    with qtbot.waitSignal(button.wanted) as told:
        menus[1].actions()[0].trigger()  # type: ignore[union-attr]
    assert told.args == ["c"]
    menus[1].actions()[1].trigger()  # type: ignore[union-attr]
    assert QtWidgets.QApplication.clipboard().text() == "Andi\npasar"
    with qtbot.waitSignal(held.thrown):
        menus[1].actions()[2].trigger()  # type: ignore[union-attr]
    assert button.text() == "1 draf"


def test_a_draft_has_seen_what_its_form_had_when_it_was_begun(
    sheet: Sheet, held: drafts.Drafts, qtbot: QtBot
) -> None:
    sheet.form.begin("a", "Formulir a", 7)
    sheet.form.look(8)
    assert sheet.form.seen == 8, "nothing is typed yet"
    qtbot.keyClicks(sheet.note, "Listrik")
    sheet.form.look(9)
    assert sheet.form.seen == 8
    sheet.form.end()
    sheet.note.commit()
    sheet.note.set_value("")
    assert sheet.form.begin("a", "Formulir a", 10)
    assert (sheet.form.seen, sheet.note.value()) == (8, "Listrik")
    sheet.form.throw_away()
    sheet.form.look(11)
    assert sheet.form.seen == 11
