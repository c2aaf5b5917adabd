# SPDX-License-Identifier: Apache-2.0
"""A D.HASIL in its sheet: what was kept, what is typed, sent and comes back, and what others alter meanwhile."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.operations import count_recaps
from desk_app.operations.desk import Desk
from tests import counting_people, regency_offices
from tests.regency_offices import TEMPE, TEMPE_VILLAGE
from ui.dialogs import count_recap_reading, count_recap_sheet

RACE = counting_people.RACE


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        counting_people.prepare(made)
        yield made


@pytest.fixture
def sheet(app: object, qtbot: QtBot) -> count_recap_sheet.RecapSheet:
    made = count_recap_sheet.RecapSheet()
    qtbot.addWidget(made)
    made.resize(800, 500)
    return made


def test_what_is_typed_is_sent_and_kept_or_comes_back(
    wajo: Desk, sheet: count_recap_sheet.RecapSheet, qtbot: QtBot
) -> None:
    assert not sheet.is_altered
    assert sheet.take(count_recap_reading.read(wajo, RACE, TEMPE), at="v1") == ""
    assert (sheet.title.text(), sheet.saved.text(), sheet.form.fields.at) == ("Kecamatan Tempe", "", "v1")
    with qtbot.waitSignal(sheet.edited):
        qtbot.keyClicks(sheet.form, "512")
    assert (sheet.is_altered, sheet.saved.text()) == (True, "belum tersimpan")
    typed = sheet.send()
    assert (typed, sheet.is_altered, sheet.saved.text()) == (({"v1": 512}, ""), False, "menyimpan …")
    sheet.take_back()
    assert (sheet.is_altered, sheet.saved.text()) == (True, "belum tersimpan")
    sheet.keep(sheet.send())
    assert (sheet.is_altered, sheet.saved.text()) == (False, "✓ tersimpan")
    sheet.take_back()
    assert sheet.saved.text() == "✓ tersimpan"


def test_what_another_keeps_stands_beside_until_ones_own_is_saved(
    wajo: Desk, sheet: count_recap_sheet.RecapSheet, qtbot: QtBot
) -> None:
    count_recaps.put(wajo, TEMPE, RACE, {"v1": 500})
    sheet.take(count_recap_reading.read(wajo, RACE, TEMPE), at="v1")
    qtbot.keyClicks(sheet.form, "512")
    count_recaps.put(wajo, TEMPE, RACE, {"v1": 505})
    assert "1 baris" in sheet.take(count_recap_reading.read(wajo, RACE, TEMPE))
    for _time in range(2):
        finding = sheet.form.finding()
        assert finding is not None
        assert str(finding.words.params["said"]).startswith("diketik 505")
        assert "diketik 505" in sheet.words.text()
        assert sheet.take(count_recap_reading.read(wajo, RACE, TEMPE)) == ""
    sheet.keep(sheet.send())
    sheet.look()
    finding = sheet.form.finding()
    assert finding is None or "diketik" not in str(finding.words.params["said"])


def test_another_region_brings_its_own(wajo: Desk, sheet: count_recap_sheet.RecapSheet, qtbot: QtBot) -> None:
    count_recaps.put(wajo, TEMPE_VILLAGE, RACE, {"v2": 7}, "D.HASIL desa")
    sheet.take(count_recap_reading.read(wajo, RACE, TEMPE), at="v1")
    qtbot.keyClicks(sheet.form, "512")
    assert sheet.take(count_recap_reading.read(wajo, RACE, TEMPE_VILLAGE)) == ""
    assert sheet.typed() == ({"v2": 7}, "D.HASIL desa")
    assert (sheet.is_altered, sheet.saved.text()) == (False, "✓ tersimpan")
    sheet.forget()
    assert sheet.take(count_recap_reading.read(wajo, RACE, TEMPE_VILLAGE)) == ""


def test_lines_that_come_with_other_candidates_keep_what_is_typed(
    wajo: Desk, sheet: count_recap_sheet.RecapSheet, qtbot: QtBot
) -> None:
    found = count_recap_reading.read(wajo, RACE, TEMPE)
    shorter = tuple(line for line in found.form if line.code != "v3")
    sheet.take(dataclasses.replace(found, form=shorter), at="v2")
    qtbot.keyClicks(sheet.form, "512")
    sheet.take(found)
    assert "v3" in sheet.form.fields.row_of
    assert (sheet.typed(), sheet.form.fields.at) == (({"v2": 512}, ""), "v2")


def test_enter_in_the_source_leads_to_the_lines(
    wajo: Desk, sheet: count_recap_sheet.RecapSheet, qtbot: QtBot
) -> None:
    sheet.take(count_recap_reading.read(wajo, RACE, TEMPE))
    sheet.show()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    sheet.note.setFocus()
    qtbot.keyClick(sheet.note, QtCore.Qt.Key.Key_Return)
    assert sheet.form.hasFocus()
