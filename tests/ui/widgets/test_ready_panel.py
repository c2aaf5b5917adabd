# SPDX-License-Identifier: Apache-2.0
"""Siapkan paket kecamatan: offices to tick with their state, the words at the end."""

from pathlib import Path

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import enrolment, ready_offices
from ui import runner
from ui.widgets import drive_picker, ready_panel

State = ready_offices.State
TEMPE = ready_offices.Row("73.13.06", "Kecamatan Tempe & Kota", State.NONE, 0, "")
BELAWA = ready_offices.Row("73.13.07", "Kecamatan Belawa", State.MADE, 100, "ABCD-EFGH")
BOLA = ready_offices.Row("73.13.11", "Kecamatan Bola", State.JOINED, 100, "")
OWN = ready_offices.Row("73.13", "Komputer lain kantor ini", State.NONE, 0, "", own=True)
ALL = [(TEMPE, ""), (BELAWA, "13-02-2024 10.00"), (BOLA, "12-02-2024 08.00"), (OWN, "")]


@pytest.fixture
def panel(lanes: runner.Runner, qtbot: QtBot) -> ready_panel.ReadyPanel:
    made = ready_panel.ReadyPanel(lanes)
    made.drives._look = list
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    lanes.wait_idle()
    made.set_rows(ALL)
    return made


def ticked(panel: ready_panel.ReadyPanel) -> list[str]:
    return [row.row.place for row in panel.rows if row.box.isChecked()]


def words(widget: QtWidgets.QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QtWidgets.QLabel))


def test_each_office_says_how_far_it_is(panel: ready_panel.ReadyPanel) -> None:
    told = [row.box.accessibleDescription() for row in panel.rows]
    assert told[0] == TEMPE.state_words
    assert told[1] == f"{BELAWA.state_words} · 13-02-2024 10.00"
    assert panel.again.text() == "Cetak lagi slip yang belum dipakai (1)"


def test_those_without_a_file_are_ticked_together_but_not_another_computer_of_its_own(
    panel: ready_panel.ReadyPanel, qtbot: QtBot
) -> None:
    panel.all.click()
    assert ticked(panel) == ["73.13.06"]
    assert panel.why_not.text() == "Colokkan flashdisk, atau pilih folder."
    panel.drives.set_drives([drive_picker.Drive(Path("/media/A"), "A", 1 << 30, 1 << 33)])
    assert panel.why_not.text() == "1 berkas akan dibuat."
    with qtbot.waitSignal(panel.prepare_wanted) as wanted:
        panel.button.click()
    assert wanted.args == [["73.13.06"], Path("/media/A")]


def test_one_that_has_joined_is_pointed_to_the_list(panel: ready_panel.ReadyPanel) -> None:
    panel.drives.set_drives([drive_picker.Drive(Path("/media/A"), "A", 1 << 30, 1 << 33)])
    panel.start(["73.13.11"])
    assert ticked(panel) == ["73.13.11"]
    assert "sudah bergabung" in panel.why_not.text()


def test_what_is_ticked_stays_when_the_list_is_read_anew(panel: ready_panel.ReadyPanel) -> None:
    panel.start(["73.13.07"])
    panel.set_rows(ALL)
    assert ticked(panel) == ["73.13.07"]


def test_the_words_of_the_slips_stand_at_the_end(panel: ready_panel.ReadyPanel, qtbot: QtBot) -> None:
    panel.start(["73.13.06"])
    file = Path("/media/A/DESK/siap.desk")
    panel.show_made([enrolment.Ready("73.13.06", "Kecamatan Tempe & Kota", (file,), "ABCD-EFGH-JKLM")])
    assert panel.large.text() == "1 berkas siap sudah dibuat"
    assert "ABCD-EFGH-JKLM" in words(panel)
    assert ticked(panel) == []
    with qtbot.waitSignal(panel.slips_wanted) as slips:
        panel._print.click()
    assert slips.args == ["73.13.06"]
    panel.start()
    with qtbot.waitSignal(panel.slips_wanted) as slips:
        panel.again.click()
    assert slips.args == [""]


def test_what_is_asked_for_stands_in_front(lanes: runner.Runner, qtbot: QtBot) -> None:
    panel = ready_panel.ReadyPanel(lanes)
    qtbot.addWidget(panel)
    none = ready_offices.State.NONE
    rows = [ready_offices.Row(f"73.13.{no:02d}", f"Kecamatan {no}", none, 0, "") for no in range(1, 15)]
    own = ready_offices.Row("73.13", "Komputer lain kantor ini", none, 0, "", own=True)
    panel.start(["73.13"])
    panel.set_rows([(one, "") for one in (*rows, own)])
    assert panel.rows[0].row is own
    assert panel.rows[0].box.isChecked()
    panel.start()
    panel.set_rows([(one, "") for one in (*rows, own)])
    assert panel.rows[-1].row is own
