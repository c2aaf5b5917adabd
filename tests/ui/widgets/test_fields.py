# SPDX-License-Identifier: Apache-2.0
"""Fields tell what was entered once: after a pause, when left, on commit; and never overwrite what is being typed."""

from datetime import date, time

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets import fields


@pytest.fixture
def frame(app: QtWidgets.QApplication, qtbot: QtBot) -> QtWidgets.QWidget:
    made = QtWidgets.QWidget()
    QtWidgets.QVBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def put(frame: QtWidgets.QWidget, field: QtWidgets.QWidget, told: list[object]) -> None:
    frame.layout().addWidget(field)
    field.committed.connect(told.append)  # type: ignore[attr-defined]
    field.show()
    field.setFocus()
    assert field.hasFocus()


def test_a_line_tells_after_a_pause_and_when_left_but_once(frame: QtWidgets.QWidget, qtbot: QtBot) -> None:
    told: list[object] = []
    field = fields.LineField()
    field.set_value("lama")
    put(frame, field, told)
    field.selectAll()
    qtbot.keyClicks(field, "baru ")
    assert told == []
    qtbot.waitUntil(lambda: told == ["baru"], timeout=2000)
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Return)
    field.clearFocus()
    assert told == ["baru"]


def test_what_comes_from_elsewhere_does_not_overwrite_typing(frame: QtWidgets.QWidget, qtbot: QtBot) -> None:
    told: list[object] = []
    field = fields.LineField()
    put(frame, field, told)
    qtbot.keyClicks(field, "setengah")
    field.set_value("dari kantor lain")
    assert field.text() == "setengah"
    field.commit()
    assert told == ["setengah"]
    field.set_value("dari kantor lain")
    assert field.text() == "dari kantor lain"


@pytest.mark.parametrize(
    ("typed", "value", "text"),
    [("285", 285, "285"), ("1.146", 1146, "1.146"), ("293077", 293077, "293.077"), ("", None, ""), ("0", 0, "0"),
     ("12ab", 12, "12")],
)  # fmt: skip
def test_a_number(frame: QtWidgets.QWidget, qtbot: QtBot, typed: str, value: int | None, text: str) -> None:
    told: list[object] = []
    field = fields.NumberField()
    field.set_value(7)
    put(frame, field, told)
    field.clear()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Return)
    assert told == [value]
    assert field.text() == text


def test_no_digit_of_a_number_is_cut_silently(frame: QtWidgets.QWidget, qtbot: QtBot) -> None:
    told: list[object] = []
    field = fields.NumberField()
    put(frame, field, told)
    qtbot.keyClicks(field, "12345678901")
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Return)
    assert told == [12_345_678_901]
    assert field.text() == "12.345.678.901"


def test_a_note_is_told_when_left(frame: QtWidgets.QWidget, qtbot: QtBot) -> None:
    told: list[object] = []
    field = fields.NoteField(lines=2)
    put(frame, field, told)
    low = field.height()
    qtbot.keyClicks(field, "satu")
    for _line in range(4):
        qtbot.keyClick(field, QtCore.Qt.Key.Key_Return)
        qtbot.keyClicks(field, "lagi")
    assert field.height() > low
    field.clearFocus()
    assert told == ["satu\nlagi\nlagi\nlagi\nlagi"]
    field.set_value("")
    assert told == ["satu\nlagi\nlagi\nlagi\nlagi"]
    assert field.height() == low


def test_a_choice(frame: QtWidgets.QWidget, qtbot: QtBot) -> None:
    told: list[object] = []
    field = fields.ChoiceField([("a", "Satu"), ("b", "Dua")])
    assert field.value() is None
    put(frame, field, told)
    field.set_value("b")
    assert told == []
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Up)
    assert told == ["a"]
    field.set_choices([("c", "Tiga"), ("a", "Satu")])
    assert field.value() == "a"
    field.set_choices([("c", "Tiga")])
    assert field.value() is None


def test_words_without_room_end_in_an_ellipsis(frame: QtWidgets.QWidget) -> None:
    field = fields.ChoiceField([("a", "Rekomendasi Bawaslu/Panwaslu"), ("b", "Rekomendasi Bawas")])
    field.setFixedWidth(150)
    frame.layout().addWidget(field)
    field.set_value("a")
    long = field.grab().toImage()
    field.set_choices([("a", "Rekomendasi Bawasluk yang lain")])
    assert field.grab().toImage() == long, "what has no room is not told apart: both end alike"
    field.set_choices([("a", "Rekomendasi B")])
    assert field.grab().toImage() != long
    assert fields.ChoiceField([("a", "Satu")]).offers("a")
    assert not field.offers("b")


def test_a_day_and_an_hour(frame: QtWidgets.QWidget) -> None:
    told: list[object] = []
    day = fields.DateField(date(2024, 2, 14))
    put(frame, day, told)
    assert day.text() == "14-02-2024"
    day.setDate(QtCore.QDate(2024, 11, 27))
    day.commit()
    hour = fields.TimeField(time(7, 30))
    put(frame, hour, told)
    assert hour.text() == "07.30"
    hour.setTime(QtCore.QTime(18, 5))
    hour.commit()
    assert told == [date(2024, 11, 27), time(18, 5)]


def test_a_refused_field_is_seen(frame: QtWidgets.QWidget) -> None:
    field = fields.LineField()
    frame.layout().addWidget(field)
    plain = field.grab().toImage()
    fields.refuse(field, True)
    assert field.grab().toImage() != plain
    fields.refuse(field, False)
    assert field.grab().toImage() == plain


def test_a_choice_shows_its_mark_also_with_other_words(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    field = fields.ChoiceField([("", "Semua"), ("siap", "Siap")])
    qtbot.addWidget(field)
    field.mark(["siap", "belum"])
    assert [field.itemIcon(at).isNull() for at in range(2)] == [True, False]
    field.set_choices([("belum", "Belum"), ("lain", "Lain")])
    assert [field.itemIcon(at).isNull() for at in range(2)] == [False, True]


@pytest.mark.parametrize("scheme", [theme.Scheme.DARK, theme.Scheme.LIGHT])
def test_the_calendar_can_be_read_in_both_schemes(
    frame: QtWidgets.QWidget, qapp: QtWidgets.QApplication, qtbot: QtBot, scheme: theme.Scheme
) -> None:
    theme.apply(qapp, scheme)
    field = fields.DateField(date(2024, 2, 14))
    put(frame, field, [])
    calendar = field.calendarWidget()
    QtWidgets.QApplication.sendEvent(calendar, QtGui.QShowEvent())  # as when its popup opens
    now = theme.tokens()
    for day in (QtCore.Qt.DayOfWeek.Saturday, QtCore.Qt.DayOfWeek.Sunday):
        colour = calendar.weekdayTextFormat(day).foreground().color().name()
        assert theme.contrast(colour, now.surface) >= 4.5
    for name in ("qt_calendar_prevmonth", "qt_calendar_nextmonth"):
        arrow = calendar.findChild(QtWidgets.QToolButton, name)
        drawn = arrow.icon().pixmap(64, 64).toImage()
        inside = [drawn.pixelColor(x, y) for x in range(64) for y in range(64)]
        assert {one.name() for one in inside if one.alpha() == 255} == {now.text}
    theme.apply(qapp, theme.Scheme.LIGHT)
