# SPDX-License-Identifier: Apache-2.0
"""Pages are made at the first visit, hear what changed, and what is typed is told before the window closes."""

from collections.abc import Callable

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.operations import drafts
from ui import bridge, errors, main_window, runner
from ui.widgets import fields, filter_box, notice, page, search_box


class Sheet(page.Page):
    def __init__(self, name: str, listens: str) -> None:
        super().__init__(name)
        self.listens = frozenset({listens})
        self.heard: list[frozenset[str]] = []
        self.targets: list[object] = []
        self.filter = filter_box.FilterBox()
        self.field = fields.LineField()
        self.body.addWidget(self.filter)
        self.body.addWidget(self.field)

    def refresh(self, flags: frozenset[str]) -> None:
        self.heard.append(flags)

    def open(self, target: object) -> None:
        self.targets.append(target)


Make = Callable[..., main_window.MainWindow]


@pytest.fixture
def make(lanes: runner.Runner, qtbot: QtBot) -> Make:
    def made(search: main_window.Search | None = None, width: int = 1366) -> main_window.MainWindow:
        specs = [
            page.PageSpec("beranda", "Beranda", "beranda", lambda: Sheet("Beranda", "answers")),
            page.PageSpec("tim", "Tim", "tim", lambda: Sheet("Tim", "teams")),
        ]
        window = main_window.MainWindow(specs, lanes, bridge.Bridge(), search=search, troubles=errors.Troubles())
        qtbot.addWidget(window)
        window.resize(width, 480)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.go("beranda")
        return window

    return made


def sheet(window: main_window.MainWindow, key: str) -> Sheet:
    found = window.page(key)
    assert isinstance(found, Sheet)
    return found


def test_a_page_is_made_at_the_first_visit(make: Make) -> None:
    window = make()
    assert window.stack.count() == 1
    window.go("tim", 7)
    assert window.front == "tim"
    assert window.stack.count() == 2
    assert sheet(window, "tim").targets == [7]
    assert sheet(window, "tim").heard == [frozenset()]


def test_what_changed_reaches_the_front_now_and_others_when_shown(lanes: runner.Runner, qtbot: QtBot) -> None:
    carrier = bridge.Bridge()
    specs = [
        page.PageSpec("beranda", "Beranda", "beranda", lambda: Sheet("Beranda", "answers")),
        page.PageSpec("tim", "Tim", "tim", lambda: Sheet("Tim", "teams")),
    ]
    window = main_window.MainWindow(specs, lanes, carrier)
    qtbot.addWidget(window)
    window.go("tim")
    window.go("beranda")
    with qtbot.waitSignal(carrier.changed):
        carrier.announce({"answers", "teams", "issues"})
    assert sheet(window, "beranda").heard[1:] == [frozenset({"answers"})]
    assert sheet(window, "tim").heard[1:] == []
    window.go("tim")
    assert sheet(window, "tim").heard[1:] == [frozenset({"teams"})]
    window.go("beranda")
    window.go("tim")
    assert len(sheet(window, "tim").heard) == 2, "told once"


def test_the_rail_folds_on_a_small_screen(make: Make) -> None:
    wide, narrow = make().rail.width(), make(width=911).rail.width()
    assert wide > 150 > 60 > narrow


def test_the_frame_fits_a_small_screen(make: Make) -> None:
    window = make(width=911)
    least = window.minimumSizeHint()
    assert least.width() <= 911
    assert least.height() <= 470


def test_ctrl_s_is_answered_and_keeps_what_is_typed(make: Make, qtbot: QtBot) -> None:
    window = make()
    field = sheet(window, "beranda").field
    field.setFocus()
    qtbot.keyClicks(field, "belum ditinggalkan")
    with qtbot.waitSignal(field.committed) as told:
        window.actions_.save.trigger()
    assert told.args == ["belum ditinggalkan"]
    assert window.foot.saved.text() == "Sudah tersimpan otomatis"


def test_closing_tells_what_is_typed_and_waits_for_writes(make: Make, lanes: runner.Runner, qtbot: QtBot) -> None:
    import time

    window = make()
    field = sheet(window, "beranda").field
    written: list[str] = []

    def write(words: str) -> None:
        time.sleep(0.05)
        written.append(words)

    field.committed.connect(lambda words: lanes.write(lambda: write(words)))
    field.setFocus()
    qtbot.keyClicks(field, "lampu padam")
    with qtbot.waitSignal(window.closing):
        window.close()
    assert written == ["lampu padam"]


def test_search_finds_and_opens(make: Make, qtbot: QtBot) -> None:
    window = make(search=lambda text: [search_box.Hit(f"TPS {text}", "Tempe", "data_tps", "tim", 42)])
    window.actions_.find.trigger()
    box = window.head.search
    assert box.hasFocus()
    qtbot.keyClicks(box, "005")
    qtbot.waitUntil(lambda: [hit.title for hit in box.hits] == ["TPS 005"])
    qtbot.keyClick(box, QtCore.Qt.Key.Key_Return)
    assert window.front == "tim"
    assert sheet(window, "tim").targets == [42]
    assert box.text() == ""


def test_ctrl_f_goes_to_the_filter_of_the_page(make: Make) -> None:
    window = make()
    window.actions_.filter.trigger()
    assert sheet(window, "beranda").filter.hasFocus()


def test_a_failure_of_nobody_is_told_on_the_page_or_in_the_panel(
    make: Make, lanes: runner.Runner, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    from desk_app.domain import errors as known

    def refuse() -> None:
        raise known.Refused("Nomor sudah ada.")

    def crash() -> None:
        raise ValueError("aneh")

    window = make()
    lanes.write(refuse)
    notices = sheet(window, "beranda").notices
    qtbot.waitUntil(lambda: notices.text == "Nomor sudah ada.")
    lanes.write(crash)
    qtbot.waitUntil(window.crash.isVisible)
    assert "ValueError: aneh" in window.crash.text.toPlainText()
    window.go("tim")
    assert window.front == "tim", "the program goes on"


def test_a_page_can_tell_and_navigate(make: Make) -> None:
    window = make()
    home = sheet(window, "beranda")
    home.told.emit(notice.Notice("Sudah."))
    assert home.notices.text == "Sudah."
    home.navigate.emit("tim", ("belum", 37))
    assert sheet(window, "tim").targets == [("belum", 37)]


def test_undo_help_and_numbers_reach_the_outside(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.actions_.set_undo("sesuatu")
    with qtbot.waitSignal(window.undo_wanted):
        window.actions_.undo.trigger()
    with qtbot.waitSignal(window.help_wanted) as told:
        window.actions_.help.trigger()
    assert told.args == ["beranda"]
    window.actions_.page_wanted.emit(1)
    assert window.front == "tim"
    window.actions_.page_wanted.emit(8)
    assert window.front == "tim"


def test_the_window_remembers_its_size(make: Make, lanes: runner.Runner) -> None:
    first = make()
    first.resize(700, 500)
    first.close()
    second = main_window.MainWindow([], lanes, bridge.Bridge())
    assert second.size() == QtCore.QSize(700, 500)
    second.deleteLater()


def test_a_part_of_a_page_has_a_name_of_its_own(lanes: runner.Runner, qtbot: QtBot) -> None:
    specs = [page.PageSpec("tim", "Tim", "tim", lambda: Sheet("Tim", "teams"))]
    window = main_window.MainWindow(specs, lanes, bridge.Bridge(), aliases={"anggota": "tim"})
    qtbot.addWidget(window)
    window.go("anggota", 7)
    assert window.front == "tim"
    assert sheet(window, "tim").targets == [7]


def test_who_comes_back_to_a_page_finds_the_field_that_was_left(make: Make) -> None:
    window = make()
    sheet(window, "beranda").field.setFocus()
    window.go("tim")
    window.go("beranda")
    assert sheet(window, "beranda").field.hasFocus()


def test_the_keyboard_stays_in_the_page_when_its_field_goes_away(make: Make, qtbot: QtBot) -> None:
    window = make()
    home = sheet(window, "beranda")
    home.first_field = home.filter
    for take_away in (home.field.hide, lambda: home.field.setEnabled(False)):
        home.field.setEnabled(True)
        home.field.show()
        home.field.setFocus()
        take_away()
        qtbot.waitUntil(home.filter.hasFocus)
    home.field.setEnabled(True)
    home.field.show()
    home.first_field = None
    home.field.setFocus()
    home.filter.hide()
    home.field.hide()
    qtbot.wait(5)
    assert not window.head.search.hasFocus(), "Enter there would search"
    home.field.show()
    home.field.setFocus()
    window.actions_.find.trigger()
    qtbot.wait(5)
    assert window.head.search.hasFocus(), "who goes there may"


def test_f6_brings_the_keyboard_to_the_notice(make: Make, qtbot: QtBot) -> None:
    window = make()
    home = sheet(window, "beranda")
    home.field.setFocus()
    home.told.emit(notice.Notice("Sudah."))
    qtbot.keyClick(home.field, QtCore.Qt.Key.Key_F6)
    assert home.notices._close.hasFocus()
    qtbot.keyClick(home.notices._close, QtCore.Qt.Key.Key_Escape)
    assert (home.notices.text, home.field.hasFocus()) == ("", True)


def test_closing_keeps_what_was_begun_in_a_form(make: Make, qtbot: QtBot) -> None:
    window = make()
    held = sheet(window, "beranda").drafts
    told: list[str] = []
    held.altered.connect(told.append)
    held.keep(drafts.Draft("beranda/a", "Formulir", {"text": "Hujan"}))
    with qtbot.waitSignal(window.closing):
        window.close()
    assert told == ["beranda/a"]


def test_a_screen_without_room_to_spare_is_filled(make: Make) -> None:
    window = make()
    window.fit(QtCore.QSize(1920, 1040))
    assert not window.isMaximized()
    window.fit(QtCore.QSize(911, 480))
    assert window.isMaximized()
