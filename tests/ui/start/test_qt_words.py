# SPDX-License-Identifier: Apache-2.0
"""Qt's own dialogs speak the language of the window."""

from collections.abc import Iterator

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.base import text
from ui.start import qt_words


@pytest.fixture
def installed(app: QtWidgets.QApplication) -> Iterator[None]:
    made = qt_words.QtWords()
    app.installTranslator(made)
    yield
    app.removeTranslator(made)
    text.use_language("id")


def words(qtbot: QtBot) -> set[str]:
    dialog = QtWidgets.QFileDialog()
    dialog.setOption(QtWidgets.QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    qtbot.addWidget(dialog)
    found = {one.text().replace("&", "") for one in dialog.findChildren(QtWidgets.QPushButton)}
    return found | {one.text().replace("&", "") for one in dialog.findChildren(QtWidgets.QLabel)}


def test_the_file_dialog_is_indonesian(installed: None, qtbot: QtBot) -> None:
    found = words(qtbot)
    assert {"Simpan", "Batal", "Nama berkas:", "Jenis berkas:", "Di folder:"} <= found
    assert not found & {"Save", "Cancel", "Look in:", "File name:"}


def test_in_an_english_window_it_is_english(installed: None, qtbot: QtBot) -> None:
    text.use_language("en")
    assert {"Save", "Cancel"} <= words(qtbot)
