# SPDX-License-Identifier: Apache-2.0
"""A day of the Buku Posko as workbook and as text for WhatsApp."""

from datetime import date
from pathlib import Path

from desk_app.operations import issues, log_sheets, logbook
from desk_app.operations.desk import Desk
from desk_app.workbooks import reading
from tests.regency_offices import BELAWA
from tests.small_offices import NOW

TODAY, YESTERDAY = date(2024, 2, 13), date(2024, 2, 12)


def test_a_day_as_text(wajo: Desk) -> None:
    assert log_sheets.whatsapp_text(wajo, TODAY).endswith("NIHIL\n")
    no = logbook.add_line(wajo, "Pohon tumbang *besar*", "Camat Belawa", "hubungi BPBD", BELAWA, NOW - 60)
    logbook.add_line(wajo, "Hujan")
    logbook.promote(wajo, no)
    text = log_sheets.whatsapp_text(wajo, TODAY)
    assert text.splitlines() == [
        "*Desk Pemilu Kabupaten Wajo*",
        "Buku Posko 13-02-2024 (H-1)",
        "",
        "12.59 *Camat Belawa, Kecamatan Belawa* Pohon tumbang ·besar· → hubungi BPBD [WAJ-0001]",
        "13.00 Hujan",
    ]


def test_what_became_an_issue_in_confidence_goes_into_no_chat(wajo: Desk) -> None:
    no = logbook.add_line(wajo, "Uang dibagikan", "Warga")
    issues.edit_issue(wajo, logbook.promote(wajo, no), confidential=True)
    text = log_sheets.whatsapp_text(wajo, TODAY)
    assert "Uang" not in text
    assert "13.00 (rahasia) [WAJ-0001]" in text


def test_a_long_day_is_cut(wajo: Desk) -> None:
    for number in range(27):
        logbook.add_line(wajo, f"kabar {number}", at=NOW - 60 * (27 - number))
    lines = log_sheets.whatsapp_text(wajo, TODAY).splitlines()
    assert lines[3].endswith("kabar 0")
    assert lines[-1] == "… dan 2 lainnya"


def test_a_workbook_of_a_day_and_of_all(wajo: Desk, tmp_path: Path) -> None:
    logbook.add_line(wajo, "=1+1", at=NOW - 86_400)
    logbook.add_line(wajo, "Hujan", "PLN")
    assert log_sheets.export(wajo, tmp_path / "satu.xlsx", YESTERDAY) == 1
    assert log_sheets.export(wajo, tmp_path / "semua.xlsx") == 2
    rows = reading.read_sheet(tmp_path / "semua.xlsx").rows
    assert tuple(rows[0]) == log_sheets.HEADINGS
    assert [row[3] for row in rows[1:]] == ["=1+1", "Hujan"]
