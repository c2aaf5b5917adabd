# SPDX-License-Identifier: Apache-2.0
"""Kirim Data: the words beside the button, the folder for files, the cards at the end."""

import dataclasses
from pathlib import Path

import pytest
from PySide6 import QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import outgoing
from ui import runner
from ui.widgets import drive_picker, send_panel

WAJO = outgoing.Receiver("73.13", "Desk Wajo", True, True, 41, "41 isian", 100, 14, 1, 41, confirmed=13)
STICK = drive_picker.Drive(Path("/media/A"), "A", 1 << 30, 1 << 33)


@pytest.fixture
def panel(lanes: runner.Runner, qtbot: QtBot) -> send_panel.SendPanel:
    made = send_panel.SendPanel(lanes)
    made.drives._look = list
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    lanes.wait_idle()
    return made


def words(widget: QtWidgets.QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QtWidgets.QLabel) if label.isVisible())


def test_why_the_button_waits_is_said_beside_it(panel: send_panel.SendPanel) -> None:
    assert panel.why_not.text() == "Belum ada kantor yang terdaftar."
    panel.set_receivers([(dataclasses.replace(WAJO, fresh=0, entries=0), "")], "WXYZ")
    assert panel.why_not.text() == "Centang dahulu kantor penerima."
    panel.offices.tick("73.13")
    assert panel.why_not.text() == "Colokkan flashdisk, atau pilih folder."
    assert not panel.button.isEnabled()
    assert panel.as_files.isEnabled()
    panel.drives.set_drives([dataclasses.replace(STICK, locked=True)])
    assert panel.why_not.text() == "Flashdisk yang dipilih tidak dapat ditulis; pilih yang lain."
    panel.drives.set_drives([STICK, dataclasses.replace(STICK, path=Path("/media/B"))])
    assert panel.why_not.text() == "Pilih flashdisk atau folder."
    panel.drives.set_drives([STICK])
    assert panel.button.isEnabled()
    assert panel.why_not.text() == "Tidak ada isian baru; kiriman ini hanya membawa tanda terima."
    assert "WXYZ" in panel.own_code.text()


def test_what_has_left_already_is_not_to_be_sent_again(panel: send_panel.SendPanel) -> None:
    left = dataclasses.replace(WAJO, fresh=0)
    panel.set_receivers([(left, "")], "WXYZ")
    assert panel.why_not.text() == "Semua isian sudah dikirim. Kirim lagi hanya bila flashdisknya hilang."
    panel.drives.set_drives([STICK])
    panel.offices.tick("73.13")
    assert panel.why_not.text().endswith("mengulang yang belum dikabarkan diterima.")


def test_once_a_place_is_there_enter_sends(panel: send_panel.SendPanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel.start()
    panel.set_receivers([(WAJO, "")], "WXYZ")
    assert not panel.button.hasFocus()
    panel.drives.set_folder(tmp_path)
    qtbot.waitUntil(panel.button.hasFocus)
    assert not panel.is_done
    panel.show_sent([send_panel.SentLine("Desk Wajo", 16, 0, (), "ABCD")])
    assert panel.is_done
    assert "Kiriman ke-16 untuk Desk Wajo: tanda terima saja, tanpa isian baru" in words(panel)


def test_sending_tells_where_and_to_whom(panel: send_panel.SendPanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel.set_receivers([(WAJO, "")], "WXYZ")
    panel.drives.set_drives([STICK])
    with qtbot.waitSignal(panel.send_wanted) as sent:
        panel.button.click()
    assert sent.args == [["73.13"], Path("/media/A")]
    with qtbot.waitSignal(panel.files_wanted) as saved:
        panel.save_in(tmp_path)
    assert saved.args == [["73.13"], tmp_path]
    panel.begin()
    assert not panel.button.isEnabled()
    assert not panel.as_files.isEnabled()
    panel.end()
    assert panel.button.isEnabled()


def test_the_end_says_that_it_may_be_taken_out_with_a_card_for_each(panel: send_panel.SendPanel, qtbot: QtBot) -> None:
    file = Path("/media/A/DESK/73.13.06-1.desk")
    line = send_panel.SentLine("Desk Wajo", 15, 1234, (file,), "ABCD-EFGH-JKLM-2345", "ab", carried=2, cleared=1)
    panel.show_sent([line])
    told = words(panel)
    assert "Flashdisk boleh dicabut" in told
    assert "Kiriman ke-15 untuk Desk Wajo: 1.234 isian" in told
    assert "2 titipan untuk kantor lain ikut dibawa." in told
    assert "Sisa kiriman yang dulu terputus sudah dibersihkan: 1 berkas." in told
    assert panel.handover().splitlines()[1:] == [line.words, "Berkas: 73.13.06-1.desk", "Kode: ABCD-EFGH-JKLM-2345"]
    deeds = {one.text(): one for one in panel.findChildren(QtWidgets.QPushButton) if one.isVisible()}
    with qtbot.waitSignal(panel.paper_wanted) as paper:
        deeds["Cetak berita acara serah terima …"].click()
    with qtbot.waitSignal(panel.copy_wanted) as copy:
        deeds["Tulis juga ke flashdisk lain …"].click()
    assert paper.args == copy.args == ["ab"]
    deeds["Salin tanda kirim"].click()
    assert QtGui.QGuiApplication.clipboard().text() == panel.handover()
    with qtbot.waitSignal(panel.closed):
        deeds["Selesai"].click()


def test_files_are_attached_not_taken_out(panel: send_panel.SendPanel) -> None:
    panel.show_sent([send_panel.SentLine("Desk Wajo", 15, 3, (Path("/x/a.desk"),), "ABCD")], as_files=True)
    assert panel.large.text() == "Berkas siap dilampirkan"
    assert "Lampirkan berkas di /x" in words(panel)


def test_photos_may_be_left_out_and_it_is_said_how_much_that_is(panel: send_panel.SendPanel) -> None:
    panel.set_receivers([(WAJO, "")], "WXYZ")
    assert not panel.without_photos.isVisible()
    assert panel.photos
    heavy = dataclasses.replace(WAJO, photos=12, photo_bytes=4_300_000)
    panel.set_receivers([(heavy, "")], "WXYZ")
    assert panel.without_photos.isVisible()
    assert panel.without_photos.text() == "Tanpa foto (12 foto dan dokumen, 4,3 MB)"
    assert "menyusul" not in words(panel)
    panel.without_photos.setChecked(True)
    assert not panel.photos
    assert "menyusul" in words(panel)
    panel.offices.tick("73.13", on=False)
    assert not panel.without_photos.isVisible()
    assert panel.photos


def test_what_was_sent_names_the_photos(panel: send_panel.SendPanel) -> None:
    line = send_panel.SentLine("Desk Wajo", 3, 7, (Path("/media/A/DESK/a.desk"),), "AAAA", photos=4)
    assert line.words == "Kiriman ke-3 untuk Desk Wajo: 7 isian · 4 foto dan dokumen"
