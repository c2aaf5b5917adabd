# SPDX-License-Identifier: Apache-2.0
"""The first run with a ready file: found on a stick, its word typed, and the office is open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.base.progress import finish
from desk_app.operations import enrolment, ready_files
from tests import two_offices
from ui import runner
from ui.dialogs import wizard_dialog

ENTER = QtCore.Qt.Key.Key_Return


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


@pytest.fixture
def made(two: two_offices.Two) -> enrolment.Ready:
    [one] = finish(enrolment.prepare(two.kabupaten, ["73.13.07"], two.stick))
    return one


def shown(lanes: runner.Runner, qtbot: QtBot, stick: Path) -> wizard_dialog.WizardDialog:
    wizard = wizard_dialog.WizardDialog(lanes, find=lambda: ready_files.find([stick]))
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.activateWindow()
    lanes.wait_idle()
    return wizard


def type_passwords(wizard: wizard_dialog.WizardDialog) -> None:
    wizard.operator.passwords.first.setText("rahasia")
    wizard.operator.passwords.second.setText("rahasia")


def test_a_file_on_the_stick_leads_to_an_open_office(
    made: enrolment.Ready, two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard = shown(lanes, qtbot, two.stick)
    assert wizard.offer.words.words.startswith("Berkas siap untuk Kecamatan Belawa, Kabupaten Wajo")
    wizard.offer.button.click()
    assert wizard.steps.currentWidget() is wizard.ready
    assert not wizard.next.isEnabled()
    assert "dibuat oleh Desk Pemilu Kabupaten Wajo" in wizard.ready.file.words
    wizard.ready.folder.setText(str(tmp_path / "belawa"))
    for block, field in zip(made.word.lower().split("-"), wizard.ready.word.fields, strict=True):
        qtbot.keyClicks(field, block)
    qtbot.keyClick(wizard.ready.word.fields[-1], ENTER)
    qtbot.waitUntil(lambda: wizard.steps.currentWidget() is wizard.operator, timeout=20_000)
    assert wizard.next.text() == "Buka kantor"
    type_passwords(wizard)
    wizard.next.click()
    assert not wizard.next.isEnabled()
    qtbot.waitUntil(lambda: wizard.steps.currentWidget() is wizard.sheet, timeout=20_000)
    assert wizard.title.text() == "Desk Pemilu Kecamatan Belawa"
    assert wizard.progress.isHidden()
    wizard.sheet.written.setChecked(True)
    with qtbot.waitSignal(wizard.opened) as told:
        wizard.next.click()
    opened = told.args[0]
    assert (opened.identity.place, opened.folder) == ("73.13.07", tmp_path / "belawa")
    opened.close()


def test_the_word_of_another_slip_is_told_where_it_is_typed(
    made: enrolment.Ready, two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    [other] = finish(enrolment.prepare(two.kabupaten, ["73.13.08"], tmp_path))
    wizard = shown(lanes, qtbot, two.stick)
    wizard.offer.button.click()
    wizard.ready.folder.setText(str(tmp_path / "belawa"))
    wizard.ready.word.set_text(other.word)
    wizard.next.click()
    qtbot.waitUntil(lambda: bool(wizard.ready.word.said.text()), timeout=20_000)
    assert wizard.steps.currentWidget() is wizard.ready, "before anything else is typed"
    assert "bukan kode berkas Kecamatan Belawa" in wizard.ready.word.said.text()
    assert not (tmp_path / "belawa" / "desk.db").exists()
    assert wizard.back.isEnabled()


def test_any_other_file_is_refused_in_words(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard = shown(lanes, qtbot, two.stick)
    assert "Menerima berkas siap" in wizard.offer.words.words
    wizard.offer.button.click()
    lanes.wait_idle()
    assert wizard.ready.path is None
    wizard.ready.take_path(two.send(two.kabupaten, two.tempe))
    lanes.wait_idle()
    assert "bukan berkas siap" in wizard.ready.file.words
    assert not wizard.next.isEnabled()
    wizard.back.click()
    assert wizard.place.typed.isVisible()
    assert wizard.next.text() == "Lanjut"


def test_of_several_files_one_is_chosen(
    made: enrolment.Ready, two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    finish(enrolment.prepare(two.kabupaten, ["73.13.08"], two.stick))
    wizard = shown(lanes, qtbot, two.stick)
    assert wizard.offer.words.words == "2 berkas siap ada di flashdisk."
    wizard.offer.button.click()
    lanes.wait_idle()
    assert wizard.ready.list.isVisible()
    assert wizard.ready.path is None
    wizard.ready.list.setCurrentRow(1)
    assert wizard.ready.office.startswith("Kecamatan Pammana") or wizard.ready.office.startswith("Kecamatan")
    assert wizard.ready.path is not None
    smallest = wizard.minimumSizeHint()
    assert isinstance(wizard.ready.word.fields[0], QtWidgets.QLineEdit)
    assert smallest.width() <= 911
    assert smallest.height() <= 500


def test_enter_in_the_word_goes_one_step_and_not_two(
    made: enrolment.Ready, two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard = shown(lanes, qtbot, two.stick)
    wizard.offer.button.click()
    assert wizard.ready.list.isHidden(), "of one file there is nothing to choose"
    wizard.ready.folder.setText(str(tmp_path / "belawa"))
    type_passwords(wizard)  # as after going back once more
    wizard.ready.word.set_text(made.word)
    qtbot.keyClick(wizard.ready.word.fields[-1], ENTER)
    qtbot.waitUntil(lambda: wizard.steps.currentWidget() is wizard.operator, timeout=20_000)
    lanes.wait_idle()
    assert wizard.progress.isHidden()
    assert not (tmp_path / "belawa").exists(), "the name of the operator was not read yet"


def test_without_a_flashdisk_the_file_is_what_is_asked_for_first(
    lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard = shown(lanes, qtbot, tmp_path)
    wizard.offer.button.click()
    assert wizard.ready.first_field is wizard.ready.choose
    assert wizard.ready.list.isHidden()
    qtbot.waitUntil(wizard.ready.choose.hasFocus)
    pressed: list[bool] = []
    wizard.ready.choose.clicked.disconnect()
    wizard.ready.choose.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(wizard.ready.choose, ENTER)
    assert pressed == [True], "Enter presses the button that is lit"
