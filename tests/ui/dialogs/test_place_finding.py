# SPDX-License-Identifier: Apache-2.0
"""A place box that is connected to an office: offers come, and words that are no place are explained."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests import regency_offices
from ui import runner
from ui.dialogs import place_finding
from ui.widgets import form, place_box


def test_offers_come_from_the_office_and_no_place_is_explained(
    tmp_path: Path, lanes: runner.Runner, qtbot: QtBot
) -> None:
    with regency_offices.make(tmp_path / "office") as desk:
        box = place_box.PlaceBox()
        row = form.FormRow("Tempat", box)
        qtbot.addWidget(row)
        place_finding.connect(box, desk, lanes, "test")
        place_finding.explain(row)
        box.setText("belawa 1")
        box.commit()
        lanes.wait_idle()
        assert box.value() == regency_offices.tps(regency_offices.BELAWA_VILLAGE, 1)
        box.setText("tidak ada di mana pun")
        box.commit()
        lanes.wait_idle()
        assert "tidak ditemukan" in row.refusal
        box.setText("")
        box.commit()
        assert (box.value(), row.refusal) == ("", "")
