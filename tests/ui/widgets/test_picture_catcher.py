# SPDX-License-Identifier: Apache-2.0
"""Pictures and files pasted or dropped anywhere in a part; text stays with the field that takes it."""

from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import attachment_strip, picture_catcher

CTRL = QtCore.Qt.KeyboardModifier.ControlModifier


def picture() -> QtGui.QImage:
    image = QtGui.QImage(8, 8, QtGui.QImage.Format.Format_RGB888)
    image.fill(QtGui.QColor(0, 128, 0))
    return image


def test_a_paste_into_a_field(qtbot: QtBot) -> None:
    part = QtWidgets.QWidget()
    column = QtWidgets.QVBoxLayout(part)
    field = QtWidgets.QLineEdit()
    column.addWidget(field)
    qtbot.addWidget(part)
    catcher = picture_catcher.PictureCatcher(part)
    found: list[attachment_strip.Given] = []
    catcher.given.connect(lambda given, _place: found.append(given))
    QtGui.QGuiApplication.clipboard().setText("halo")
    qtbot.keyClick(field, QtCore.Qt.Key.Key_V, CTRL)
    assert (field.text(), found) == ("halo", [])
    both = QtCore.QMimeData()
    both.setText("sel")
    both.setImageData(picture())
    QtGui.QGuiApplication.clipboard().setMimeData(both)
    qtbot.keyClick(field, QtCore.Qt.Key.Key_V, CTRL)
    assert (field.text(), found) == ("halosel", []), "cells of a spreadsheet are text"
    QtGui.QGuiApplication.clipboard().setImage(picture())
    qtbot.keyClick(field, QtCore.Qt.Key.Key_V, CTRL)
    assert len(found) == 1
    assert found[0].picture is not None


def test_a_drop_says_where(qtbot: QtBot) -> None:
    part = QtWidgets.QWidget()
    part.resize(200, 100)
    field = QtWidgets.QLineEdit(part)
    field.move(50, 40)
    qtbot.addWidget(part)
    catcher = picture_catcher.PictureCatcher(part)
    found: list[tuple[attachment_strip.Given, QtCore.QPoint]] = []
    catcher.given.connect(lambda given, place: found.append((given, place)))
    data = QtCore.QMimeData()
    data.setUrls([QtCore.QUrl.fromLocalFile("/tmp/a.jpg")])
    copy, left = QtCore.Qt.DropAction.CopyAction, QtCore.Qt.MouseButton.LeftButton
    none = QtCore.Qt.KeyboardModifier.NoModifier
    assert part.acceptDrops()
    entering = QtGui.QDragEnterEvent(QtCore.QPoint(5, 5), copy, data, left, none)
    assert catcher.eventFilter(field, entering)
    drop = QtGui.QDropEvent(QtCore.QPointF(5, 5), copy, data, left, none)
    assert catcher.eventFilter(field, drop)
    assert found == [(attachment_strip.Given((Path("/tmp/a.jpg"),)), QtCore.QPoint(55, 45))]
    words = QtCore.QMimeData()
    words.setText("halo")
    assert not catcher.eventFilter(field, QtGui.QDropEvent(QtCore.QPointF(5, 5), copy, words, left, none))
