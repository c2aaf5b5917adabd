# SPDX-License-Identifier: Apache-2.0
"""Messages of the count: how far it is and who is waited for, without a figure of votes or a phone."""

from pathlib import Path

import pytest

from desk_app.operations import contacts, count_board, count_entry, count_text
from tests import counted_offices, regency_offices
from tests.operations.test_count_board import FIRST, SECOND, copy
from tests.regency_offices import TEMPE_VILLAGE


def test_how_far_it_is_by_region(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        copy(desk, FIRST, (123, 50, 60))
        said = count_text.progress_text(desk, count_board.progress(desk, "ppwp"))
    assert said.splitlines()[1:] == [
        "Presiden dan Wakil Presiden",
        "Data masuk 1 dari 9 TPS (11,11 %) per 13-02-2024 pukul 13.00 WITA",
        "",
        "Tempe: 1/6",
        "Belawa: 0/3",
    ]
    assert "123" not in said


def test_who_is_waited_for_by_village(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        copy(desk, FIRST)
        count_entry.save(desk, SECOND, "ppwp", {"v1": 7})
        contacts.new_contact(desk, "PPS", place=TEMPE_VILLAGE, person="Rahma", phone="0811 2233 4455")
        found = count_board.missing(desk, "ppwp")
        said = count_text.missing_text(desk, "Presiden", found)
        monkeypatch.setattr(count_text, "MOST_VILLAGES", 1)
        short = count_text.missing_text(desk, "Presiden", found)
    assert said.splitlines()[1:] == [
        "Presiden: 8 TPS belum masuk lengkap",
        "",
        "*Tempe*",
        "Kel. Tempe: 002*, 003, 005",
        "Kel. Maddukelleng: 001, 005",
        "",
        "*Belawa*",
        "Kel. Belawa: 001, 002, 901",
        "",
        "* baru sebagian",
    ]
    assert "… dan 5 TPS lainnya" in short
