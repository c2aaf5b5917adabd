# SPDX-License-Identifier: Apache-2.0
"""A code told by phone through the window: looked at while it is typed, kept by Enter, refused in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.domain.counts import short_codes
from desk_app.domain.counts.standing import Source
from desk_app.operations import candidates, count_entry, count_phone, tally
from desk_app.operations.desk import Desk
from tests import counted_offices, regency_offices
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE_VILLAGE, tps
from ui import runner
from ui.dialogs import count_phone_dialog

ONE = tps(TEMPE_VILLAGE, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as made:
        counted_offices.stand(made)
        counted_offices.hold(made)
        yield made


def code(desk: Desk, valid: int = 204) -> str:
    figures = {"users_j": 210, "v1": 100, "v2": 50, "v3": 54, "valid": valid, "invalid": 6, "total": 210}
    form = candidates.form_of(desk, RACE, ONE)
    return short_codes.encode(ONE, count_phone.races(desk), RACE, form, figures, near="73.13")


def settle(lanes: runner.Runner, qtbot: QtBot) -> None:
    for _turn in range(3):
        lanes.wait_idle()
        qtbot.wait(5)


@pytest.fixture
def dialog(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> count_phone_dialog.CountPhoneDialog:
    made = count_phone_dialog.CountPhoneDialog(desk, lanes, RACE)
    qtbot.addWidget(made)
    made.show()
    return made


def enter(dialog: count_phone_dialog.CountPhoneDialog, lanes: runner.Runner, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.code, QtCore.Qt.Key.Key_Return)
    settle(lanes, qtbot)


def test_enter_looks_and_enter_again_keeps(
    dialog: count_phone_dialog.CountPhoneDialog, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.code, code(desk, 205))
    assert not dialog.button.isEnabled()
    enter(dialog, lanes, qtbot)
    assert dialog.place.text() == "TPS 001, Tempe, Kecamatan Tempe"
    assert "1. Anis" in dialog.figures.text()
    assert "Angka pemeriksa" in dialog.check.text()
    assert [one.words.partition(":")[0] for one in dialog.remarks.lines] == ["V03", "V04"]
    with qtbot.waitSignal(dialog.kept):
        enter(dialog, lanes, qtbot)
    assert dialog.code.text() == ""
    assert dialog.isVisible()
    key = count_phone.told(desk, code(desk)).key
    assert [one.source for one in tally.opened(desk, key)[0].readings] == [Source.PHONE]


def test_a_wrong_code_is_refused_beside_the_field(
    dialog: count_phone_dialog.CountPhoneDialog, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.code, code(desk) + "9")
    enter(dialog, lanes, qtbot)
    assert not dialog.button.isEnabled()
    assert "Angka pemeriksa tidak cocok" in dialog.rows.rows["code"]._below.text()
    dialog.code.setText(code(desk))
    qtbot.waitUntil(lambda: dialog.button.isEnabled(), timeout=3000)


def test_without_a_check_the_box_says_that_it_was_read_back(
    dialog: count_phone_dialog.CountPhoneDialog, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    dialog.read_back.setChecked(True)
    dialog.code.setText(code(desk).rpartition("#")[0])
    enter(dialog, lanes, qtbot)
    assert dialog.button.isEnabled()


def test_what_was_copied_from_the_paper_stays_and_is_shown_beside(
    dialog: count_phone_dialog.CountPhoneDialog, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    count_entry.save(desk, ONE, RACE, {"v1": 99})
    dialog.code.setText(code(desk))
    enter(dialog, lanes, qtbot)
    assert not dialog.button.isEnabled()
    assert [one.words for one in dialog.remarks.lines] == [
        "Hasil TPS ini sudah Anda salin; kode telepon tidak dipakai lagi.",
        "1. Anis: telepon 100, salinan Anda 99",
    ]
