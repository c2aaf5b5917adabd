# SPDX-License-Identifier: Apache-2.0
"""A form over one record: what is typed is told for the record it was typed for."""

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import fields, record_form

BIG = 3_298_534_883_330
"""Record numbers do not fit into Qt's int."""


@pytest.fixture
def made(app: QtWidgets.QApplication, qtbot: QtBot) -> record_form.RecordForm:
    form = record_form.RecordForm()
    qtbot.addWidget(form)
    form.add("name", "Nama", fields.LineField())
    form.add("kind", "Jenis", fields.ChoiceField([(0, "–"), (1, "Satu")]))
    return form


def test_what_was_typed_is_told_before_another_record_comes(made: record_form.RecordForm, qtbot: QtBot) -> None:
    told: list[tuple[object, str, object]] = []
    made.edited.connect(lambda *what: told.append(what))
    made.show_record(BIG, {"name": "Satu", "kind": 1})
    qtbot.keyClicks(made.field("name"), "x")
    made.show_record(BIG + 1, {"name": "Dua", "kind": 0})
    assert [(record, name) for record, name, _value in told] == [(BIG, "name")]
    assert made.values() == {"name": "Dua", "kind": 0}


def test_nothing_is_told_while_no_record_is_shown(made: record_form.RecordForm, qtbot: QtBot) -> None:
    told: list[object] = []
    made.edited.connect(lambda *what: told.append(what))
    made.show_record(None, {})
    qtbot.keyClicks(made.field("name"), "x")
    made.field("name").commit()
    assert told == []


def test_a_refusal_stands_under_its_field_until_another_value(made: record_form.RecordForm, qtbot: QtBot) -> None:
    made.show_record(BIG, {"name": "Satu", "kind": 1})
    made.refuse(BIG + 1, "name", "untuk yang lain")
    assert made.form.rows["name"].refusal == ""
    made.refuse(BIG, "name", "sudah ada")
    assert made.form.rows["name"].refusal == "sudah ada"
    qtbot.keyClicks(made.field("name"), "x")
    made.commit()
    assert made.form.rows["name"].refusal == ""


def test_what_is_being_typed_has_seen_what_was_read_before(made: record_form.RecordForm, qtbot: QtBot) -> None:
    made.show_record(BIG, {"name": "Satu", "kind": 1}, 7)
    qtbot.keyClicks(made.field("name"), "x")
    made.show_record(BIG, {"name": "Dua", "kind": 0}, 9)
    assert (made.field("name").text(), made.seen("name"), made.seen("kind")) == ("xSatu", 7, 9)
    made.commit()
    made.show_record(BIG, {"name": "xSatu", "kind": 0}, 11)
    assert made.seen("name") == 11


def test_read_only_fields_can_still_be_read(made: record_form.RecordForm) -> None:
    made.set_read_only(True)
    assert made.field("name").isReadOnly()
    assert made.field("name").isEnabled()
    assert not made.field("kind").isEnabled()
