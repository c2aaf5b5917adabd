# SPDX-License-Identifier: Apache-2.0
"""Rows of a form: the refusal stands under its field, Tab order is reading order."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import fields, form


def test_a_refusal_replaces_the_hint_and_goes_again(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = form.Form()
    qtbot.addWidget(made)
    row = made.add("number", "Nomor", fields.NumberField(), "1 sampai 999")
    made.show()
    assert row.refusal == ""
    row.refuse("Nomor sudah dipakai.")
    assert row.refusal == "Nomor sudah dipakai."
    assert row.field.property("refused") is True
    made.accept_all()
    assert row.refusal == ""
    assert row._below.text() == "1 sampai 999"


def test_rows_fill_columns_in_reading_order(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = form.Form(2)
    qtbot.addWidget(made)
    for name in ("a", "b", "c"):
        made.add(name, name, fields.LineField())
    made.add("wide", "wide", fields.LineField(), wide=True)
    made.add("d", "d", fields.LineField())
    made.resize(500, 400)
    made.show()
    places = {name: (row.y(), row.x()) for name, row in made.rows.items()}
    assert sorted(places, key=lambda name: places[name]) == ["a", "b", "c", "wide", "d"]
    assert places["a"][0] == places["b"][0] < places["c"][0] < places["wide"][0] < places["d"][0]
    assert made.rows["wide"].width() > 400


def test_labels_name_their_fields(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = form.Form()
    qtbot.addWidget(made)
    row = made.add("name", "Nama", fields.LineField())
    assert row.label.buddy() is row.field
    assert row.field.accessibleName() == "Nama"


def test_commit_tells_every_field(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = form.Form()
    qtbot.addWidget(made)
    told: list[str] = []
    for name in ("a", "b"):
        field = fields.LineField()
        field.committed.connect(told.append)
        made.add(name, name, field)
        qtbot.keyClicks(field, name)
    made.commit()
    assert told == ["a", "b"]


def test_what_scrolls_needs_no_height(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    tall = QtWidgets.QWidget()
    tall.setMinimumHeight(2000)
    area = form.scrolled(tall)
    qtbot.addWidget(area)
    assert area.minimumSizeHint().height() < 200


def test_an_emptied_layout_shows_nothing_at_once(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    box = QtWidgets.QWidget()
    qtbot.addWidget(box)
    column = QtWidgets.QVBoxLayout(box)
    old = form.label("lama")
    column.addWidget(old)
    column.addStretch(1)
    box.show()
    form.empty(column)
    assert column.count() == 0
    assert old.isHidden()
