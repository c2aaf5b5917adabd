# SPDX-License-Identifier: Apache-2.0
"""Figure card, time line, progress, split view, drives, rail, head, foot, crash panel, empty words, memory."""

import threading
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.base.progress import Progress
from ui import runner
from ui.widgets import (
    crash_panel,
    drive_picker,
    empty_state,
    figure_card,
    head_bar,
    nav_rail,
    progress_panel,
    remembered,
    split_view,
    status_line,
    time_line,
)

LEFT = QtCore.Qt.MouseButton.LeftButton


def test_a_figure_is_followed_by_mouse_and_key(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    card = figure_card.FigureCard("TPS belum", "37", mark="belum")
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.followed):
        qtbot.mouseClick(card, LEFT)
    with qtbot.waitSignal(card.followed):
        qtbot.keyClick(card, QtCore.Qt.Key.Key_Return)
    still = figure_card.FigureCard("DPT", "293.077", can_follow=False)
    qtbot.addWidget(still)
    with qtbot.assertNotEmitted(still.followed):
        qtbot.mouseClick(still, LEFT)
    card.set_figure("36", "dari 1.146")
    assert card.accessibleName() == "TPS belum: 36 dari 1.146"


def test_a_long_head_of_a_time_line_is_broken_and_asks_for_no_room(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    line = time_line.TimeLine()
    qtbot.addWidget(line)
    who = "Operator Kecamatan (Desk Pemilu Kecamatan Tempe) · saran " * 3
    line.set_entries([time_line.Entry("07.10", who, "satu")])
    assert line.minimumSizeHint().width() < 300


def test_a_time_line_shows_what_it_is_given_as_plain_text(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    line = time_line.TimeLine()
    qtbot.addWidget(line)
    line.set_entries([time_line.Entry("07.10", "Operator 2", "<b>tebal</b>"), time_line.Entry("08.00", "", "dua")])
    labels = list(line.findChildren(QtWidgets.QLabel))
    assert [label.text() for label in labels] == ["07.10 · Operator 2", "<b>tebal</b>", "08.00", "dua"]
    assert labels[1].textFormat() == QtCore.Qt.TextFormat.PlainText
    line.set_entries([])
    qtbot.waitUntil(lambda: not line.findChildren(QtWidgets.QLabel))


def test_progress_in_words_and_its_end(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    panel = progress_panel.ProgressPanel()
    qtbot.addWidget(panel)
    panel.begin("Menulis paket …")
    panel.show_progress(Progress(740, 1146, "Menyalin"))
    assert panel._count.text() == "740 dari 1.146"
    assert panel._bar.value() == 645
    panel.show_progress(Progress(5, None, ""))
    assert panel._bar.maximum() == 0, "unknown length"
    with qtbot.waitSignal(panel.cancelled):
        qtbot.mouseClick(panel._button, LEFT)
    assert not panel._button.isEnabled()
    panel.end()
    assert panel.isHidden()


def test_a_split_view_shows_one_side_on_a_small_screen(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    left, right = QtWidgets.QListWidget(), QtWidgets.QLabel("isi")
    view = split_view.SplitView(left, right, back="Pengaturan naskah")
    assert view._back.text() == "Pengaturan naskah"
    assert split_view.SplitView(QtWidgets.QLabel(), QtWidgets.QLabel())._back.text() == "Kembali ke daftar"
    qtbot.addWidget(view)
    view.resize(1100, 400)
    view.show()
    assert left.isVisible()
    assert right.isVisible()
    turned: list[bool] = []
    view.turned.connect(turned.append)
    view.resize(860, 400)
    assert left.isVisible()
    assert not right.isVisible()
    view.activateWindow()
    left.setFocus()
    qtbot.waitUntil(left.hasFocus)
    view.show_detail()
    assert right.isVisible()
    assert not left.isVisible()
    assert view._back.hasFocus(), "not whatever is next in the window"
    qtbot.waitUntil(lambda: view._back.width() > 0)
    qtbot.mouseClick(view._back, LEFT)
    assert left.isVisible()
    assert not right.isVisible()
    assert view.minimumSizeHint().width() < 600
    assert turned == [True, False]


def test_a_slow_drive_is_not_asked_again_and_again(lanes: runner.Runner, qtbot: QtBot) -> None:
    answered, asked = threading.Event(), []

    def look() -> list[drive_picker.Drive]:
        asked.append(1)
        answered.wait(20)
        return []

    picker = drive_picker.DrivePicker(lanes, look)
    qtbot.addWidget(picker)
    picker._timer.setInterval(10)
    picker.show()
    qtbot.wait(150)
    assert len(asked) == 1
    answered.set()
    qtbot.waitUntil(lambda: len(asked) > 2)


def test_drives_appear_by_themselves_and_a_folder_can_be_chosen(
    lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    there: list[drive_picker.Drive] = []
    picker = drive_picker.DrivePicker(lanes, lambda: list(there))
    qtbot.addWidget(picker)
    picker._timer.setInterval(20)
    picker.show()
    lanes.wait_idle()
    assert picker.value() is None
    stick = drive_picker.Drive(Path("/media/STICK"), "STICK", 3 << 30, 8 << 30)
    with qtbot.waitSignal(picker.picked) as told:
        there.append(stick)
    assert told.args == [Path("/media/STICK")]
    assert "kosong 3 GB" in picker._box.currentText()
    picker.set_folder(tmp_path)
    assert picker.value() == tmp_path
    picker.set_drives([])
    assert picker.value() == tmp_path, "a choice stays when a drive goes"
    picker.hide()
    lanes.wait_idle()


def test_the_computers_own_drive_is_no_flashdisk(app: QtWidgets.QApplication) -> None:
    assert all(drive.path not in (Path("/"), Path.home()) for drive in drive_picker.mounted())


def test_the_rail_tells_the_page_and_its_count(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    rail = nav_rail.NavRail([("a", "Beranda", "beranda"), ("b", "Permasalahan", "permasalahan")])
    qtbot.addWidget(rail)
    rail.set_badge("b", 12)
    button = rail._buttons["b"]
    assert button.toolTip() == "Permasalahan (12)  Ctrl+2"
    with qtbot.waitSignal(rail.picked) as told:
        qtbot.mouseClick(button, LEFT)
    assert told.args == ["b"]
    rail.set_current("a")
    assert not button.isChecked()
    wide = button.grab().toImage()
    rail.fold(True)
    assert rail.width() == nav_rail.NARROW
    assert button.grab().toImage() != wide


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "baru saja"), (3, "3 detik lalu"), (59, "59 detik lalu"), (60, "1 menit lalu"), (7300, "2 jam lalu"),
     (200_000, "2 hari lalu"), (-5, "baru saja")],
)  # fmt: skip
def test_how_long_ago(seconds: int, words: str) -> None:
    assert status_line.ago(seconds) == words


def test_the_foot_says_when_it_was_saved_and_tells_for_a_moment(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    moment = [1000]
    foot = status_line.StatusLine(lambda: moment[0])
    qtbot.addWidget(foot)
    foot.set_saved(997)
    assert foot.saved.text() == "tersimpan 3 detik lalu"
    foot.tell("Sudah tersimpan otomatis")
    assert foot.saved.text() == "Sudah tersimpan otomatis"
    moment[0] = 1057
    foot._forget()
    assert foot.saved.text() == "tersimpan 1 menit lalu"
    with qtbot.waitSignal(foot.unsent_followed):
        qtbot.mouseClick(foot.unsent, LEFT)


def test_the_head_gives_way_on_a_small_screen(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    head = head_bar.HeadBar()
    qtbot.addWidget(head)
    head.set_office("Desk Pemilihan Kepala Daerah Kabupaten Pangkajene dan Kepulauan")
    head.set_event("Pemilu 14-02-2024 · H-6")
    head.set_operator("Operator 2", [QtGui.QAction("Keluar", head)])
    assert head.minimumSizeHint().width() < 700
    head.resize(700, 52)
    head.grab()
    assert head.office.toolTip() == head.office.text()
    assert [action.text() for action in head.operator_menu.actions()] == ["Keluar"]


def test_the_crash_panel_gives_its_text(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    window = QtWidgets.QWidget()
    window.resize(800, 400)
    qtbot.addWidget(window)
    panel = crash_panel.CrashPanel(window)
    window.show()
    panel.tell("satu")
    panel.tell("dua")
    qtbot.mouseClick(panel._copy, LEFT)
    assert QtGui.QGuiApplication.clipboard().text() == "satu\n\ndua"
    assert window.rect().contains(panel.geometry())
    qtbot.mouseClick(panel._close, LEFT)
    panel.tell("tiga")
    assert panel.text.toPlainText() == "tiga"


def test_an_empty_screen_offers_the_first_step(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    steps: list[str] = []
    empty = empty_state.EmptyState("tim", "Belum ada tim", "…", "Buat tim", lambda: steps.append("made"))
    qtbot.addWidget(empty)
    assert empty.button is not None
    qtbot.mouseClick(empty.button, LEFT)
    assert steps == ["made"]
    assert empty_state.EmptyState("tim", "Belum ada tim").button is None


def test_the_window_remembers_in_the_users_own_folder(app: QtWidgets.QApplication, home: Path) -> None:
    assert remembered.get("columns/x", {"a": 1}) == {"a": 1}
    remembered.keep("columns/x", {"tps": 90})
    remembered.keep_bytes("window/geometry", QtCore.QByteArray(b"\x00\x01"))
    assert remembered.get("columns/x") == {"tps": 90}
    assert bytes(remembered.get_bytes("window/geometry").data()) == b"\x00\x01"
    assert (home / "window.ini").exists()
    (home / "window.ini").write_text("[columns]\nx=rusak{\n")
    assert remembered.get("columns/x", "lain") == "lain"
