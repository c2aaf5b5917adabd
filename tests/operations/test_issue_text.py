# SPDX-License-Identifier: Apache-2.0
"""An issue as text for WhatsApp says what matters, and not who told it where that is confidential."""

from desk_app.operations import issue_deeds, issue_detail, issue_text, issues
from desk_app.operations.desk import Desk
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE, tps

STATION = tps(MADDUKELLENG, 5)


def test_place_advice_and_last_follow_ups_are_told(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Listrik padam", STATION, severity="tinggi", reporter="Ketua KPPS")
    issue_deeds.give_advice(wajo, no, "Siapkan genset")
    issue_deeds.convey(wajo, no, "PLN", "WA")
    for step in range(4):
        issue_deeds.follow_up(wajo, no, f"langkah {step}", by="PLN")
    said = issue_text.whatsapp_text(wajo, issue_detail.issue(wajo, no))
    assert said.startswith("*Desk Pemilu Kabupaten Wajo*\nPermasalahan WAJ-0001 (Tinggi)\n")
    assert "Lokasi: TPS 005, Kel. Maddukelleng, Kecamatan Tempe\n" in said
    assert "Pelapor: Ketua KPPS" in said
    assert "Saran: Siapkan genset" in said
    assert "Ditujukan kepada: PLN" in said
    assert "- 13-02-2024 13.00 PLN: langkah 3" in said
    assert "langkah 0" not in said
    assert "*Tindak lanjut* (3 terakhir dari 6)\n" in said


def test_to_whom_it_was_conveyed_and_how_is_told(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Listrik padam", "73.13.06/ppk")
    issue_deeds.convey(wajo, no, "PLN", "WA", "Mohon dinyalakan.")
    issue_deeds.convey(wajo, no, "KPU", "surat")
    said = issue_text.whatsapp_text(wajo, issue_detail.issue(wajo, no))
    assert "Lokasi: PPK, Kecamatan Tempe\n" in said
    assert "*Tindak lanjut*\n" in said
    assert "Andi: Disampaikan kepada PLN (WA): Mohon dinyalakan.\n" in said
    assert "Andi: Disampaikan kepada KPU (surat).\n" in said


def test_a_confidential_issue_tells_what_lists_tell_and_people_are_alleged(wajo: Desk) -> None:
    no = issues.new_issue(
        wajo, "Kades memihak", STATION, category="NET", reporter="Bapak X", description="Kades hadir di kampanye"
    )
    assert "*Dugaan: Kades memihak*" in issue_text.whatsapp_text(wajo, issue_detail.issue(wajo, no))
    issues.edit_issue(wajo, no, title="Dugaan kades memihak")
    assert "*Dugaan kades memihak*" in issue_text.whatsapp_text(wajo, issue_detail.issue(wajo, no))
    issue_deeds.follow_up(wajo, no, "Kades ditanyai camat")
    issues.edit_issue(wajo, no, confidential=True)
    said = issue_text.whatsapp_text(wajo, issue_detail.issue(wajo, no))
    assert "*Dirahasiakan (Netralitas ASN/TNI/Polri/kades/penyelenggara)*" in said
    assert "Uraian disampaikan tersendiri." in said
    assert not [word for word in ("Bapak X", "memihak", "kampanye", "ditanyai") if word in said]


def test_where_else_it_is_and_how_it_was_conveyed(wajo: Desk) -> None:
    others = [tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)]
    no = issues.new_issue(wajo, "Tinta kurang", STATION, further=others)
    issue_deeds.convey(wajo, no, "KPU", "surat", letter_number="270/12", letter_date="2024-02-13")
    said = issue_text.whatsapp_text(wajo, issue_detail.issue(wajo, no))
    assert said.count("TPS 001") == said.count("TPS 002") == 1
    assert "Disampaikan kepada KPU (surat nomor 270/12 tanggal 13-02-2024)." in said
