# SPDX-License-Identifier: Apache-2.0
"""A notice tells, acts once, and goes; a refusal stays. Over a page nothing moves, and nothing in use is covered."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import notice


def test_the_button_acts_and_takes_the_bar_away(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    bar = notice.NoticeBar()
    qtbot.addWidget(bar)
    assert bar.text == ""
    acted: list[int] = []
    bar.tell(notice.Notice("Sudah ditutup.", notice.Tone.REFUSED, "Buka kembali", lambda: acted.append(1)))
    assert bar.text == "Sudah ditutup."
    qtbot.mouseClick(bar._button, QtCore.Qt.MouseButton.LeftButton)
    assert acted == [1]
    assert bar.text == ""


def test_good_news_goes_by_itself_and_a_refusal_stays(
    app: QtWidgets.QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice, "SHORT_MS", 20)
    QtGui.QCursor.setPos(790, 590)
    whole = QtWidgets.QWidget()
    qtbot.addWidget(whole)
    column = QtWidgets.QVBoxLayout(whole)
    bar = notice.NoticeBar()
    column.addWidget(QtWidgets.QLineEdit())
    column.addWidget(bar)
    whole.show()
    bar.tell(notice.Notice("Tersimpan.", notice.Tone.DONE))
    with qtbot.waitSignal(bar.closed):
        pass
    bar.tell(notice.Notice("Tersimpan.", notice.Tone.DONE))
    bar.tell(notice.Notice("Ditolak.", notice.Tone.REFUSED))
    qtbot.wait(60)
    assert bar.text == "Ditolak."


def test_what_can_be_acted_upon_stays_longer_and_what_must_be_read_until_it_is_closed() -> None:
    def lasts(*given: object, **more: object) -> int:
        return notice.Notice("Isi.", *given, **more).lasts  # type: ignore[arg-type]

    assert lasts(notice.Tone.DONE) == notice.SHORT_MS
    assert lasts(notice.Tone.DONE, "Ulangi", print) == lasts() == notice.LONG_MS
    assert lasts(notice.Tone.INFO, "Buka lagi sekarang", print) == 0
    assert lasts(notice.Tone.WARNING) == lasts(notice.Tone.REFUSED) == lasts(notice.Tone.DONE, stays=True) == 0


class Over(QtWidgets.QWidget):
    """Something with a floating bar: a field above, one below."""

    def __init__(self) -> None:
        super().__init__()
        self.upper, self.lower = QtWidgets.QLineEdit(), QtWidgets.QLineEdit()
        column = QtWidgets.QVBoxLayout(self)
        column.addSpacing(60)
        column.addWidget(self.upper)
        column.addStretch(1)
        column.addWidget(self.lower)
        self.bar = notice.FloatingBar(self)
        self.acted: list[int] = []

    def tell(self) -> None:
        self.bar.tell(notice.Notice("Baris dihapus.", notice.Tone.INFO, "Batalkan", lambda: self.acted.append(1)))


@pytest.fixture
def over(app: QtWidgets.QApplication, qtbot: QtBot) -> Over:
    QtGui.QCursor.setPos(0, 0)
    made = Over()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_nothing_moves_when_a_notice_comes_and_goes(over: Over) -> None:
    def places() -> list[QtCore.QRect]:
        return [over.upper.geometry(), over.lower.geometry()]

    before = places()
    over.upper.setFocus()
    over.tell()
    assert over.bar.isVisible()
    assert over.bar.geometry().bottom() > over.height() - 20
    assert places() == before
    over.bar.clear()
    assert places() == before
    over.tell()
    over.resize(700, 400)
    assert over.rect().contains(over.bar.geometry())
    assert over.bar.geometry().bottom() > 380


def test_the_field_in_which_one_types_is_not_covered(over: Over) -> None:
    over.lower.setFocus()
    over.tell()
    assert not over.bar.geometry().intersects(over.lower.geometry())
    over.upper.setFocus()
    assert not over.bar.geometry().intersects(over.upper.geometry()), "it gives way again"
    over.lower.setFocus()
    assert not over.bar.geometry().intersects(over.lower.geometry())


def test_what_the_mouse_points_at_is_not_covered(over: Over) -> None:
    spot = QtCore.QPoint(over.width() // 2, over.height() - 24)
    QtGui.QCursor.setPos(over.mapToGlobal(spot))
    over.upper.clearFocus()
    over.tell()
    assert not over.bar.geometry().contains(spot)


def test_a_long_notice_is_seen_whole(over: Over) -> None:
    over.resize(420, 400)
    over.bar.tell(notice.Notice("Data ini belum dapat dimasukkan karena masih menunggu. " * 4, notice.Tone.REFUSED))
    words = over.bar._words
    assert over.rect().contains(over.bar.geometry())
    assert words.height() >= words.heightForWidth(words.width())


def test_the_keyboard_reaches_the_button_and_goes_back(over: Over, qtbot: QtBot) -> None:
    assert not over.bar.take_focus()
    over.upper.setFocus()
    over.tell()
    assert over.upper.hasFocus()
    assert over.bar.take_focus()
    assert over.bar._button.hasFocus()
    qtbot.keyClick(over.bar._button, QtCore.Qt.Key.Key_Escape)
    assert (over.bar.text, over.acted, over.upper.hasFocus()) == ("", [], True)
    over.tell()
    over.bar.take_focus()
    qtbot.keyClick(over.bar._button, QtCore.Qt.Key.Key_Return)
    assert (over.bar.text, over.acted, over.upper.hasFocus()) == ("", [1], True)
    over.tell()
    over.bar.take_focus()
    qtbot.keyClick(over.bar._button, QtCore.Qt.Key.Key_Tab)
    qtbot.keyClick(over.bar._close, QtCore.Qt.Key.Key_Return)
    assert (over.bar.text, over.acted) == ("", [1])


def test_a_click_on_the_bar_leaves_the_keyboard_in_the_field(over: Over, qtbot: QtBot) -> None:
    over.upper.setFocus()
    over.tell()
    qtbot.mouseClick(over.bar._close, QtCore.Qt.MouseButton.LeftButton)
    assert (over.bar.text, over.upper.hasFocus()) == ("", True)
