# SPDX-License-Identifier: Apache-2.0
"""Flashdisks that come and go: one, two, locked, full, with what looks like a virus."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.operations import stick_health
from ui import runner
from ui.widgets import drive_picker, remembered

GIB = 1 << 30


def drive(name: str, *, free: int = GIB, locked: bool = False, warning: str = "") -> drive_picker.Drive:
    return drive_picker.Drive(Path(f"/media/{name}"), name, free, 8 * GIB, locked, warning)


@pytest.fixture
def picker(lanes: runner.Runner, qtbot: QtBot) -> drive_picker.DrivePicker:
    made = drive_picker.DrivePicker(lanes, list)
    qtbot.addWidget(made)
    made.show()
    lanes.wait_idle()
    return made


def choose(picker: drive_picker.DrivePicker, name: str) -> None:
    at = picker._box.findData(f"/media/{name}")
    picker._box.setCurrentIndex(at)
    picker._box.activated.emit(at)


def test_of_two_none_is_taken_by_itself(picker: drive_picker.DrivePicker) -> None:
    picker.set_drives([drive("A"), drive("B")])
    assert picker.value() is None
    assert picker._box.currentText() == "Ada 2 tempat; pilih salah satu"
    choose(picker, "B")
    assert picker.value() == Path("/media/B")


def test_a_second_one_asks_unless_the_first_was_chosen_by_hand(picker: drive_picker.DrivePicker) -> None:
    picker.set_drives([drive("A")])
    assert picker.value() == Path("/media/A")
    picker.set_drives([drive("A"), drive("B")])
    assert picker.value() is None
    choose(picker, "A")
    picker.set_drives([drive("A"), drive("B"), drive("C")])
    assert picker.value() == Path("/media/A")


def test_one_that_is_pulled_is_not_replaced_by_another(picker: drive_picker.DrivePicker) -> None:
    picker.set_drives([drive("A"), drive("B")])
    choose(picker, "A")
    picker.set_drives([drive("B")])
    assert picker.value() is None
    assert picker._box.currentText() == "Flashdisk sudah dicabut; pilih lagi"
    picker.set_drives([])
    assert picker._box.currentText() == "Colokkan flashdisk, atau pilih folder"
    picker.set_drives([drive("C")])
    assert picker.value() == Path("/media/C")


def test_the_free_space_is_told_anew_and_the_choice_stays(picker: drive_picker.DrivePicker) -> None:
    picker.set_drives([drive("A"), drive("B")])
    choose(picker, "B")
    picker.set_drives([drive("A"), drive("B", free=5 << 20)])
    assert picker.value() == Path("/media/B")
    assert "kosong 5 MB" in picker._box.currentText()


def test_a_locked_or_full_one_is_said_and_a_locked_one_is_no_place_to_write(
    picker: drive_picker.DrivePicker, lanes: runner.Runner, qtbot: QtBot
) -> None:
    picker.set_drives([drive("A", locked=True)])
    assert picker.value() is None
    assert "terkunci" in picker._box.currentText()
    assert picker.warning.words.startswith("Flashdisk ini terkunci")
    picker.set_drives([drive("A", free=1000)])
    assert picker.value() == Path("/media/A")
    assert "hampir penuh" in picker.warning.words
    reading = drive_picker.DrivePicker(lanes, list, writes=False)
    qtbot.addWidget(reading)
    reading.set_drives([drive("A", locked=True)])
    assert reading.value() == Path("/media/A")
    assert reading.warning.isHidden()


def test_signs_of_a_virus_are_said_in_words(picker: drive_picker.DrivePicker) -> None:
    picker.set_drives([drive("A", warning=stick_health.warning(["DESK.lnk"]))])
    assert "DESK.lnk: ciri virus" in picker.warning.words
    assert picker.value() == Path("/media/A")


def test_the_folder_of_last_time_is_offered_and_never_chosen_by_itself(
    lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    remembered.keep(drive_picker._RECENT, str(tmp_path))
    picker = drive_picker.DrivePicker(lanes, list)
    qtbot.addWidget(picker)
    picker.show()
    lanes.wait_idle()
    qtbot.waitUntil(lambda: picker._box.count() == 2)
    assert picker.value() is None
    assert picker._box.currentText() == "Colokkan flashdisk, atau pilih folder"
    picker.set_drives([drive("A")])
    assert picker.value() == Path("/media/A"), "the only flashdisk is meant"
    picker._box.setCurrentIndex(picker._box.findData(str(tmp_path)))
    picker._box.activated.emit(picker._box.currentIndex())
    assert picker.value() == tmp_path
    picker.set_drives([])
    assert picker.value() == tmp_path


def test_a_place_is_chosen_whether_flashdisk_or_folder(picker: drive_picker.DrivePicker, tmp_path: Path) -> None:
    picker.set_drives([drive("A"), drive("B")])
    picker.choose(Path("/media/B"))
    assert picker.value() == Path("/media/B")
    picker.choose(tmp_path)
    assert picker.value() == tmp_path
