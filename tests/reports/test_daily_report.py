# SPDX-License-Identifier: Apache-2.0
"""What a daily report says, and when it may say NIHIL."""

import dataclasses

import pytest

from desk_app.domain import errors
from desk_app.reports import daily_report, document, text
from tests.reports import samples


def said(**changes: object) -> str:
    report = dataclasses.replace(samples.daily(), **changes)  # type: ignore[arg-type]
    return text.render(daily_report.build(report)).replace("\u00a0", " ")


def headings(paper: document.Document) -> list[str]:
    return [f"{b.mark} {b.text}" for b in paper.blocks if isinstance(b, document.Heading)]


def test_the_sections_stand_in_the_order_of_a_laporan() -> None:
    assert headings(daily_report.build(samples.daily())) == [
        "A. PENDAHULUAN",
        "B. KEGIATAN YANG DILAKSANAKAN",
        "C. KESIAPAN TPS PER KECAMATAN",
        "D. REKAP YANG DITERIMA",
        "E. PERMASALAHAN DAN TINDAK LANJUT",
        "F. REKAP LAPORAN MASUK",
        "G. KESIMPULAN",
        "H. SARAN",
    ]


def test_sections_without_content_are_left_out_and_the_letters_close_up() -> None:
    report = samples.daily(
        issue_count=0, activities=(), readiness=(), recaps=(), register=(), conclusions=(), suggestions=()
    )
    assert headings(daily_report.build(report)) == ["A. PENDAHULUAN", "B. PERMASALAHAN DAN TINDAK LANJUT"]


def test_the_head_names_day_period_and_region() -> None:
    words = said()
    assert "Hari/Tanggal: Selasa, 13 Februari 2024 (H-1)" in words
    assert "(14 kecamatan, 190 desa/kelurahan, 1.146 TPS)" in words
    assert "s.d. 13 Februari 2024 pukul 15.00 WITA" in words


def test_figures_are_said_to_be_unofficial() -> None:
    assert "bukan data resmi" in said()


def test_the_desk_never_decides() -> None:
    assert "memutuskan" not in said().lower()


def test_nihil_says_so_and_needs_a_day_without_issues() -> None:
    assert "*NIHIL*" in said(nihil=True, issues=())
    with pytest.raises(errors.Refused, match=r"tercatat \d+ permasalahan"):
        said(nihil=True)


def test_nihil_is_refused_for_a_confidential_issue_too() -> None:
    secret = dataclasses.replace(samples.issues(1)[0], confidential=True)
    with pytest.raises(errors.Refused):
        said(nihil=True, issues=(secret,))


def test_nihil_still_tells_of_older_open_issues() -> None:
    older = dataclasses.replace(samples.issues(1)[0], new=False)
    words = said(nihil=True, issues=(older,))
    assert "*NIHIL*" in words
    assert "belum selesai seluruhnya 1 (satu)" in words


def test_the_matrix_is_an_annex_on_sheets_across_and_only_when_there_is_something() -> None:
    blocks = daily_report.build(samples.daily()).blocks
    assert document.PageBreak(landscape=True) in blocks
    none = daily_report.build(samples.daily(issue_count=0)).blocks
    assert document.PageBreak(landscape=True) not in none


def test_confidential_issues_leave_no_trace_but_their_number() -> None:
    secret = dataclasses.replace(
        samples.issues(1)[0], description="Rincian rahasia", place="Rumah X", confidential=True
    )
    words = said(issues=(secret,))
    assert "Rincian rahasia" not in words
    assert "Rumah X" not in words
    assert "1 (satu) permasalahan bersifat rahasia" in words


def test_urgent_open_issues_stand_in_the_body_with_their_advice() -> None:
    body = said().split("LAMPIRAN")[0]
    assert "Permasalahan sangat mendesak yang belum selesai:" in body
    assert "Saran: Berkoordinasi dengan PPK" in body


def test_a_number_is_a_line_for_the_pen_or_what_was_given() -> None:
    title = daily_report.build(samples.daily()).blocks[0]
    assert isinstance(title, document.Title)
    assert set(title.number or "") == {"."}
    assert "Nomor: 200/12/Setda" in said(number="200/12/Setda")


def test_an_office_of_a_kecamatan_tells_its_villages() -> None:
    office = dataclasses.replace(
        samples.OFFICE, region="Kecamatan Tempe", within="Kabupaten Wajo", unit="Desa/Kelurahan"
    )
    rows = tuple(dataclasses.replace(row, villages=None) for row in samples.readiness_rows()[:2])
    words = said(office=office, readiness=rows)
    assert "Kecamatan Tempe, Kabupaten Wajo (2 desa/kelurahan, 176 TPS)" in words


def test_what_came_after_the_hour_is_counted_and_the_round_of_the_checklist_is_named() -> None:
    told = text.render(daily_report.build(samples.daily(issues=(), later=2, phase="H-3")))
    assert "Sesudah masa laporan, sampai dengan 13 Februari 2024" in told.replace("\u00a0", " ")
    assert "dicatat 2 (dua) permasalahan" in told
    assert "Menurut ceklis H-3, dari" in told
    assert "Sesudah masa laporan" not in text.render(daily_report.build(samples.daily()))
