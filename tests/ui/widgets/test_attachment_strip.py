# SPDX-License-Identifier: Apache-2.0
"""The strip of small pictures: empty, some, many; files by dragging, pasting and choosing."""

from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import attachment_strip, form

CTRL = QtCore.Qt.KeyboardModifier.ControlModifier


def shown(count: int, *, first: int = 1) -> list[attachment_strip.Shown]:
    return [
        attachment_strip.Shown(no, f"foto {no}", "13-02-2024 07.10", True, "", "") for no in range(first, first + count)
    ]


@pytest.fixture
def strip(qtbot: QtBot) -> attachment_strip.AttachmentStrip:
    made = attachment_strip.AttachmentStrip()
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show()
    return made


def picture() -> QtGui.QImage:
    image = QtGui.QImage(20, 10, QtGui.QImage.Format.Format_RGB888)
    image.fill(QtGui.QColor(0, 0, 255))
    return image


def given(strip: attachment_strip.AttachmentStrip) -> list[attachment_strip.Given]:
    found: list[attachment_strip.Given] = []
    strip.given.connect(found.append)
    return found


def files(*names: str) -> QtCore.QMimeData:
    data = QtCore.QMimeData()
    data.setUrls([QtCore.QUrl.fromLocalFile(name) for name in names])
    return data


def test_an_empty_one_says_how_to_begin(strip: attachment_strip.AttachmentStrip) -> None:
    assert "Seret foto" in strip.words.text()
    assert strip.words.isVisible()
    strip.set_shown(shown(1))
    assert not strip.words.isVisible()
    assert not strip.more.isVisible()


def test_many_stand_behind_a_button(strip: attachment_strip.AttachmentStrip) -> None:
    asked: list[list[int]] = []
    strip.pictures_wanted.connect(asked.append)
    strip.set_shown(shown(40))
    assert list(strip.tiles) == list(range(1, attachment_strip.FIRST + 1))
    assert strip.more.text() == "Tampilkan yang lain (34)"
    strip.more.click()
    assert len(strip.tiles) == attachment_strip.FIRST + attachment_strip.MORE
    strip.set_shown(shown(40))
    assert len(strip.tiles) == attachment_strip.FIRST + attachment_strip.MORE
    strip.more.click()
    assert len(strip.tiles) == 40
    assert not strip.more.isVisible()
    assert [len(one) for one in asked] == [6, 24, 24, 40]
    strip.set_shown(shown(20, first=100), anew=True)
    assert len(strip.tiles) == attachment_strip.FIRST


def test_pictures_stay_with_their_tiles_and_only_missing_ones_are_asked_for(
    strip: attachment_strip.AttachmentStrip,
) -> None:
    strip.set_shown(shown(3))
    strip.set_picture(2, picture())
    strip.set_picture(99, picture())
    kept = strip.tiles[2]
    asked: list[list[int]] = []
    strip.pictures_wanted.connect(asked.append)
    waiting = attachment_strip.Shown(5, "x", "", True, "Kecamatan Tempe", "")
    paper = attachment_strip.Shown(6, "x.pdf", "", False, "", "")
    strip.set_shown([*shown(2, first=2), waiting, paper])
    assert list(strip.tiles) == [2, 3, 5, 6]
    assert strip.tiles[2] is kept
    assert kept.picture is not None
    assert asked == [[3]]


def test_they_go_on_in_a_second_line_and_the_height_follows(strip: attachment_strip.AttachmentStrip) -> None:
    strip.set_shown(shown(3))
    one_line = strip.sizeHint().height() if strip.heightForWidth(420) < 0 else strip.heightForWidth(420)
    strip.set_shown(shown(4))
    assert strip.heightForWidth(420) > one_line
    assert strip.heightForWidth(900) <= one_line


def test_dropped_files(strip: attachment_strip.AttachmentStrip) -> None:
    found = given(strip)
    for data, taken in ((files("/tmp/a.jpg", "/tmp/b.pdf"), True), (QtCore.QMimeData(), False)):
        point = QtCore.QPoint(5, 5)
        actions, buttons = QtCore.Qt.DropAction.CopyAction, QtCore.Qt.MouseButton.LeftButton
        none = QtCore.Qt.KeyboardModifier.NoModifier
        entering = QtGui.QDragEnterEvent(point, actions, data, buttons, none)
        entering.ignore()
        strip.dragEnterEvent(entering)
        assert entering.isAccepted() is taken
        strip.dropEvent(QtGui.QDropEvent(QtCore.QPointF(point), actions, data, buttons, none))
    assert found == [attachment_strip.Given((Path("/tmp/a.jpg"), Path("/tmp/b.pdf")))]


def test_what_is_on_the_clipboard() -> None:
    web = QtCore.QMimeData()
    web.setUrls([QtCore.QUrl("https://contoh.id/a.jpg")])
    text = QtCore.QMimeData()
    text.setText("halo")
    image = QtCore.QMimeData()
    image.setImageData(picture())
    assert attachment_strip.from_mime(web) is None
    assert attachment_strip.from_mime(text) is None
    found = attachment_strip.from_mime(image)
    assert found is not None
    assert found.picture is not None
    assert found.picture.size() == QtCore.QSize(20, 10)


def test_a_picture_is_pasted_anywhere_and_text_into_its_field(
    strip: attachment_strip.AttachmentStrip, qtbot: QtBot
) -> None:
    field, note = QtWidgets.QLineEdit(), QtWidgets.QPlainTextEdit()
    whole = form.card(field, note)
    qtbot.addWidget(whole)
    whole.show()
    strip.watch(whole)
    found = given(strip)
    clipboard = QtGui.QGuiApplication.clipboard()
    clipboard.setImage(picture())
    for widget in (field, note, whole):
        qtbot.keyClick(widget, QtCore.Qt.Key.Key_V, CTRL)
    assert len(found) == 3
    clipboard.setText("13 kotak")
    qtbot.keyClick(field, QtCore.Qt.Key.Key_V, CTRL)
    assert (field.text(), len(found)) == ("13 kotak", 3)
    cells = QtCore.QMimeData()  # a spreadsheet gives a picture of the cells along
    cells.setImageData(picture())
    cells.setText("baris")
    clipboard.setMimeData(cells)
    qtbot.keyClick(note, QtCore.Qt.Key.Key_V, CTRL)
    assert (note.toPlainText(), len(found)) == ("baris", 3)
    clipboard.setMimeData(files("/tmp/a.jpg"))
    qtbot.keyClick(field, QtCore.Qt.Key.Key_V, CTRL)
    assert found[-1].paths == (Path("/tmp/a.jpg"),)


def test_chosen_files(strip: attachment_strip.AttachmentStrip, monkeypatch: pytest.MonkeyPatch) -> None:
    found = given(strip)
    names: list[str] = []
    monkeypatch.setattr(
        QtWidgets.QFileDialog, "getOpenFileNames", lambda *_given: (names, "")
    )
    strip.add_button.click()
    assert found == []
    names.append("/tmp/a.jpg")
    strip.add_button.click()
    assert found == [attachment_strip.Given((Path("/tmp/a.jpg"),))]


def test_while_files_are_prepared(strip: attachment_strip.AttachmentStrip) -> None:
    strip.set_shown(shown(1))
    strip.set_busy("Menyiapkan 2 dari 5 …")
    assert (strip.words.text(), strip.words.isVisible()) == ("Menyiapkan 2 dari 5 …", True)
    assert not strip.add_button.isEnabled()
    strip.set_busy("")
    assert strip.add_button.isEnabled()
    assert not strip.words.isVisible()


def test_the_menu_of_one(strip: attachment_strip.AttachmentStrip) -> None:
    strip.set_shown([*shown(1), attachment_strip.Shown(2, "x", "", True, "Kecamatan Tempe", "")])
    done: list[tuple[str, object]] = []
    for name in ("opened", "saved", "removed"):
        getattr(strip, name).connect(lambda no, name=name: done.append((name, no)))
    for action in strip.menu(1).actions():
        action.trigger()
    assert done == [("opened", 1), ("saved", 1), ("removed", 1)]
    assert [action.isEnabled() for action in strip.menu(2).actions()] == [True, False, True]
