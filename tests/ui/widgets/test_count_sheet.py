# SPDX-License-Identifier: Apache-2.0
"""The sheet of one TPS: what is to be known above it, what does not hold below it, the photo beside it."""

import dataclasses
from collections.abc import Callable

import pytest
from PySide6 import QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.data.count_rows import Key
from desk_app.domain import words
from desk_app.domain.counts import rules
from desk_app.operations import count_entry
from tests.ui.widgets.test_count_fields import form
from ui.widgets import count_sheet

FORM = form(2, brief=True)
SHEET = count_entry.Sheet(
    Key("pemilu-2024", "73.13.06.1001", 5, "ppwp"),
    1,
    "",
    FORM,
    rules.Facts(men=1140, women=150),
    {"v1": 3},
    "",
    None,
    0,
    None,
    7,
)
Made = Callable[..., count_sheet.CountSheet]


@pytest.fixture
def made(app: QtWidgets.QApplication, qtbot: QtBot) -> Made:
    def make(sheet: count_entry.Sheet = SHEET) -> count_sheet.CountSheet:
        one = count_sheet.CountSheet()
        qtbot.addWidget(one)
        one.resize(900, 600)
        one.set_races([("ppwp", "PPWP"), ("dpr", "DPR"), ("dpd", "DPD")], ("ppwp", "dpd"))
        one.show()
        one.show_sheet(sheet, "TPS 005, Kel. Tempe")
        return one

    return make


def test_it_says_which_form_it_is_and_how_far(made: Made) -> None:
    one = made()
    assert one.title.text() == "TPS 005, Kel. Tempe"
    assert one.facts.text() == "DPT 1.290 (L 1.140, P 150)"
    assert one.count.text() == f"1 dari {len(FORM)} terbaca"
    assert one.saved.text() == ""
    assert [note.isHidden() for note in one.notes] == [True, True, True]
    assert not one.is_altered


def test_what_is_to_be_known_stands_above(made: Made) -> None:
    closed = words.phrase("Hasil TPS ini dikunci oleh pemeriksa.")
    one = made(dataclasses.replace(SHEET, kind="pssu", others=1))
    assert [note.words for note in one.notes if not note.isHidden()] == [
        "PSSU – hasil yang lama tetap disimpan",
        "Sudah disalin 1 orang lain – entri kedua Anda tanpa melihatnya",
    ]
    one.renew(dataclasses.replace(SHEET, closed=closed, others=1))
    assert [note.words for note in one.notes if not note.isHidden()] == ["Hasil TPS ini dikunci oleh pemeriksa."]
    assert one.form.is_read_only
    assert one.reason.isReadOnly()


def test_what_is_read_again_leaves_what_is_typed(made: Made) -> None:
    one = made()
    one.renew(dataclasses.replace(SHEET, figures={"v1": 4}))
    assert one.form.figures() == {"v1": 4}
    one.form.fields.put("v2", "9")
    one.renew(dataclasses.replace(SHEET, figures={"v1": 5}))
    assert one.form.figures() == {"v1": 4, "v2": 9}
    assert one.is_altered


def test_the_keys_step_among_races_that_have_candidates(made: Made) -> None:
    one = made()
    told: list[str] = []
    one.raced.connect(told.append)
    one.step_race(1)
    one.step_race(-1)
    assert told == ["dpd", "dpd"]
    one.races.pick("dpr")
    assert told[-1] == "dpr"
    assert one.races.value() == "ppwp"


def test_a_reason_is_asked_where_all_is_the_same(made: Made) -> None:
    one = made()
    assert not one.wants_reason
    one.form.set_figures({"v1": 0, "v2": 0})
    one.look()
    assert one.reason_row.isVisible()
    assert one.wants_reason
    assert not one.wants_reason, "it is asked once"
    one.form.set_figures({"v1": 0, "v2": 1})
    one.look()
    assert not one.reason_row.isVisible()


def test_how_the_form_before_was_saved(made: Made) -> None:
    one = made()
    figures = {"valid": 210, "invalid": 6, "total": 217}
    found = tuple(rules.check(FORM, figures))
    for done, said in (
        (count_entry.Saved(1, True, ()), "✓ TPS 004 tersimpan"),
        (count_entry.Saved(1, True, found), "✓ TPS 004 tersimpan, 1 catatan"),
        (count_entry.Saved(1, False, found), "◐ TPS 004 tersimpan sebagian"),
    ):
        one.say_before("TPS 004", done)
        assert one.saved.text() == said


def test_the_photo_stands_beside_and_is_stepped_through(made: Made) -> None:
    one = made()
    assert not one.photo.isVisible()
    one.photo_button.click()
    assert one.photo.isVisible()
    assert one.photo.words.isVisible()
    picture = QtGui.QImage(2000, 3000, QtGui.QImage.Format.Format_RGB32)
    one.photo.show_picture(picture)
    one.photo.set_place(0, 2)
    told: list[int] = []
    one.photo.stepped.connect(told.append)
    assert not one.photo.back.isEnabled()
    one.photo.next.click()
    assert told == [1]
    view = one.photo.view
    for _step in range(4):
        view.zoom(1)
    bar = view._area.verticalScrollBar()
    bar.setValue(0)
    view.pan(0, 1)
    assert bar.value() > 0
    one.photo.set_busy(True)
    assert not one.photo.add_button.isEnabled()
    one.photo.show_nothing()
    assert not one.photo.large.isVisible()
