# SPDX-License-Identifier: Apache-2.0
"""The small picture of an attachment: what it shows, what it says, what keys and mouse do."""

import dataclasses

from PySide6 import QtCore, QtGui
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets import attachment_tile

HERE = attachment_tile.Shown(7, "Gudang", "13-02-2024 07.10", True, "", "tip")
WAITING = attachment_tile.Shown(8, "foto.jpg", "13-02-2024 07.10", True, "Kecamatan Tempe", "tip")
PAPER = attachment_tile.Shown(9, "surat.pdf", "13-02-2024 07.10", False, "", "tip")
PLACE = QtCore.QPoint(attachment_tile.WIDTH // 2, attachment_tile.PICTURE // 2)


def tile(qtbot: QtBot, shown: attachment_tile.Shown) -> attachment_tile.AttachmentTile:
    made = attachment_tile.AttachmentTile(shown)
    qtbot.addWidget(made)
    made.show()
    return made


def red() -> QtGui.QImage:
    image = QtGui.QImage(200, 100, QtGui.QImage.Format.Format_RGB888)
    image.fill(QtGui.QColor(255, 0, 0))
    return image


def colours(made: attachment_tile.AttachmentTile) -> set[str]:
    picture = made.grab().toImage()
    return {
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(attachment_tile.PICTURE)
    }


def test_the_picture_is_shown_whole(qtbot: QtBot) -> None:
    made = tile(qtbot, HERE)
    assert made.picture is None
    made.set_picture(red())
    shot = made.grab().toImage()
    assert shot.pixelColor(PLACE).name() == "#ff0000"
    assert shot.pixelColor(PLACE.x(), 12).name() != "#ff0000"  # twice as wide as high: room above and below
    made.set_shown(attachment_tile.Shown(7, "Gudang KPU", "", True, "", ""))
    assert made.picture is not None
    assert "Gudang KPU" in made.accessibleName()


def test_what_has_not_come_says_for_whom_it_waits(qtbot: QtBot) -> None:
    made = tile(qtbot, WAITING)
    assert made.waiting() == "Belum diterima – menunggu dari Kecamatan Tempe"
    assert made.waiting() in made.accessibleName()
    assert theme.tokens().belum_lengkap in colours(made)
    assert tile(qtbot, HERE).waiting() == ""


def test_what_cannot_be_drawn_and_what_is_a_document(qtbot: QtBot) -> None:
    spoilt = tile(qtbot, HERE)
    assert theme.tokens().masalah not in colours(spoilt)
    spoilt.set_picture(None)
    assert theme.tokens().masalah in colours(spoilt)
    assert theme.tokens().muted in colours(tile(qtbot, PAPER))


def test_what_is_sealed_is_not_said_to_be_spoilt(qtbot: QtBot) -> None:
    sealed = tile(qtbot, dataclasses.replace(HERE, closed=True))
    sealed.set_picture(None)
    found = colours(sealed)
    assert theme.tokens().masalah not in found
    assert theme.tokens().muted in found


def test_mouse_and_keys(qtbot: QtBot) -> None:
    made = tile(qtbot, HERE)
    opened: list[object] = []
    removed: list[object] = []
    wanted: list[object] = []
    made.opened.connect(opened.append)
    made.removed.connect(removed.append)
    made.menu_wanted.connect(lambda no, _place: wanted.append(no))
    qtbot.mouseClick(made, QtCore.Qt.MouseButton.LeftButton)
    for key in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Space, QtCore.Qt.Key.Key_Delete):
        qtbot.keyClick(made, key)
    made.customContextMenuRequested.emit(PLACE)
    assert (opened, removed, wanted) == ([7, 7, 7], [7], [7])
