# SPDX-License-Identifier: Apache-2.0
"""The Laporan Khusus of an issue: gathered from its thread, with its photos, issued once; what may not be printed."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import attachments, duplicates, issue_deeds, issues, papers, printing, signatories
from desk_app.operations.desk import Desk
from tests import photographs
from tests.regency_offices import BELAWA_VILLAGE, tps

FIRST, SECOND = tps(BELAWA_VILLAGE, 1), tps(BELAWA_VILLAGE, 2)


@pytest.fixture
def flood(wajo: Desk) -> int:
    no = issues.new_issue(
        wajo, "Kades memihak saat banjir", FIRST, further=[SECOND], category="NET", severity="kritis",
        description="Air setinggi lutut", impact="Kotak suara terancam", reporter="Camat", source="tim",
    )
    issue_deeds.give_advice(wajo, no, "Pindahkan kotak")
    issue_deeds.convey(wajo, no, "KPU", "surat", letter_number="270/12", letter_date="2024-02-13")
    return no


def special(desk: Desk, no: int) -> papers.Prepared:
    return printing.make(desk, papers.Asked(printing.SPECIAL, issue=no))


def test_it_tells_the_issue_from_beginning_to_end(wajo: Desk, flood: int) -> None:
    said = special(wajo, flood).text()
    for words in (
        "*Dugaan: Kades memihak saat banjir*", "TPS 001, Kel. Belawa, Kecamatan Belawa; TPS 002", "Sangat mendesak",
        "Air setinggi lutut", "Kotak suara terancam", "Saran: Pindahkan kotak", "surat nomor 270/12 tanggal 13-02-2024",
        "Belum selesai", "Pelapor (unsur): Camat",
    ):
        assert words in said
    issue_deeds.close_issue(wajo, flood, "Kotak aman")
    assert "Belum selesai" not in special(wajo, flood).text()
    assert special(wajo, flood).pdf().startswith(b"%PDF")


def test_photos_are_printed_and_the_rest_is_counted(wajo: Desk, flood: int, tmp_path: Path) -> None:
    plain = special(wajo, flood)
    for number in range(2):
        path = tmp_path / f"{number}.jpg"
        path.write_bytes(photographs.jpeg((64, 48), seed=number))
        attachments.add(wajo, flood, path, caption=f"Foto gudang {number}")
    letter = tmp_path / "surat.pdf"
    letter.write_bytes(photographs.pdf())
    attachments.add(wajo, flood, letter)
    made = special(wajo, flood)
    assert "Foto: 2" in made.text()
    assert "1 (satu) lampiran lain" in made.text()
    assert made.pdf().count(b"/Subtype /Image") == 2 + plain.pdf().count(b"/Subtype /Image")
    assert made.code != plain.code


def test_a_confidential_one_is_marked_and_has_neither_photos_nor_reporter(
    wajo: Desk, flood: int, tmp_path: Path
) -> None:
    path = tmp_path / "1.jpg"
    path.write_bytes(photographs.jpeg((64, 48)))
    attachments.add(wajo, flood, path)
    issues.edit_issue(wajo, flood, confidential=True)
    made = special(wajo, flood)
    assert "Sifat: Rahasia" in made.text()
    assert "Pelapor" not in made.text()
    assert "Foto:" not in made.text()
    assert any("rahasia" in str(one.words) for one in made.remarks)


def test_it_is_issued_once_and_comes_back_as_it_was(wajo: Desk, flood: int) -> None:
    signatories.add_signatory(wajo, {"office": "Sekretaris Daerah", "person": "Nama, M.Si."})
    made = special(wajo, flood)
    assert made.signatory
    printing.issue(wajo, made)
    assert special(wajo, flood).issued is not None
    issue_deeds.follow_up(wajo, flood, "KPU menjawab")
    again = special(wajo, flood)
    assert again.issued is None
    assert any("Isinya lain" in str(one.words) for one in again.remarks)


def test_what_was_merged_speaks_too(wajo: Desk, flood: int) -> None:
    other = issues.new_issue(wajo, "Air naik", FIRST, description="Jalan putus", advice="Siapkan perahu")
    duplicates.merge(wajo, flood, [other])
    said = special(wajo, flood).text()
    assert "Jalan putus" in said
    assert "Siapkan perahu" in said


def test_without_an_issue_there_is_none(wajo: Desk) -> None:
    with pytest.raises(errors.Refused, match="Sebutkan"):
        special(wajo, 0)
    with pytest.raises(errors.NotFound):
        special(wajo, 4711)
    assert printing.SPECIAL not in [one.key for one in printing.reports(wajo)]


def test_what_is_missing_is_said_first(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Tinta kurang", FIRST)
    said = " ".join(str(one.words) for one in special(wajo, no).remarks)
    assert "Saran penyelesaian belum ditulis" in said
    assert "Dampaknya belum ditulis" in said


def test_whom_it_went_to_is_spelled_out(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Kotak basah", FIRST, addressee="kpu")
    assert "Ditujukan kepada: KPU" in special(wajo, no).text()
