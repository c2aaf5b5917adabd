# SPDX-License-Identifier: Apache-2.0
"""A paper is made from one state of the data, issued once, and kept in the register with its code."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from desk_app.domain import errors
from desk_app.operations import (
    answers,
    change_settings,
    daily_reports,
    history,
    issues,
    papers,
    printing,
    signatories,
    targets,
)
from desk_app.operations.desk import Desk
from desk_app.reports import check_code
from tests import regency_offices
from tests.regency_offices import BELAWA, TEMPE, TEMPE_VILLAGE, tps
from tests.small_offices import NOW

DAILY = papers.Asked()


def pdf_text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def sizes(data: bytes) -> list[tuple[float, float]]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [document.get_page_size(number) for number in range(len(document))]
    finally:
        document.close()


def test_the_daily_report_as_pdf_and_as_text(wajo: Desk) -> None:
    change_settings.set_many(wajo, {"city": "Sengkang"})
    signatories.add_signatory(wajo, {"office": "Bupati Wajo", "person": "Contoh Bupati, S.Sos., M.Si."})
    made = printing.make(wajo, DAILY)
    said = pdf_text(made.pdf())
    for words in ("BUPATI WAJO", "Contoh Bupati, S.Sos., M.Si.", "Sengkang, 13 Februari 2024", made.code, "Tempe"):
        assert words in said
    assert "data per 13 Februari 2024 pukul 13.00 WITA" in said.replace("\u00a0", " ").replace("Data", "data")
    assert made.text().startswith("*LAPORAN HARIAN*\n")
    assert made.code == check_code.of(made.document)
    assert (made.title, made.file_name) == ("Laporan Harian Desk Pemilu Kabupaten Wajo 13 Februari 2024",) * 2


def test_the_same_moment_gives_the_same_bytes_and_another_answer_another_code(wajo: Desk) -> None:
    asked = papers.Asked(as_of=NOW)
    first, again = printing.make(wajo, asked), printing.make(wajo, asked)
    assert first.pdf() == again.pdf()
    assert first.arrival == again.arrival > 0
    daily_reports.write_report(wajo, situation="Hujan.")
    other = printing.make(wajo, asked)
    assert other.code != first.code
    assert other.arrival == first.arrival + 1
    assert other.digest != first.digest


def test_sheets_are_exact(wajo: Desk) -> None:
    for paper, width, height in (("A4", 210, 297), ("F4", 215, 330)):
        [size, *_others] = sizes(printing.make(wajo, papers.Asked(paper=paper)).pdf())
        assert size == pytest.approx((width * 72 / 25.4, height * 72 / 25.4), abs=0.3)
    with pytest.raises(errors.Refused, match="A4"):
        printing.make(wajo, papers.Asked(paper="A3"))


def test_issuing_registers_once_and_finishes_the_day(wajo: Desk) -> None:
    made = printing.make(wajo, papers.Asked(number="100.2/5/Kesbangpol"))
    no = printing.issue(wajo, made)
    assert printing.issue(wajo, made) == no
    [row] = printing.printed(wajo)
    assert (row.kind, row.number, row.code, row.at, row.arrival) == (
        "laporan-harian",
        "100.2/5/Kesbangpol",
        made.code,
        NOW,
        made.arrival,
    )
    assert row.digest == made.digest
    assert len(row.digest) == 32
    kept = daily_reports.report(wajo)
    assert (kept.finished_at, kept.number) == (NOW, "100.2/5/Kesbangpol")
    assert printing.make(wajo, DAILY).number == "100.2/5/Kesbangpol"
    assert printing.make(wajo, papers.Asked(number="")).number == ""


def test_a_final_paper_comes_back_as_it_was_while_nothing_of_it_changes(tmp_path: Path) -> None:
    clock = [NOW]
    with regency_offices.make(tmp_path / "office", now=lambda: clock[0]) as desk:
        first = printing.make(desk, DAILY)
        assert first.issued is None
        clock[0] += 600
        no = printing.issue(desk, first)
        assert daily_reports.report(desk).finished_at == NOW
        clock[0] += 1800
        again = printing.make(desk, DAILY)
        assert again.issued is not None
        assert (again.issued.no, again.code, again.as_of) == (no, first.code, NOW)
        assert again.pdf() == first.pdf()
        answers.set_answer(desk, tps(TEMPE_VILLAGE, 1), "log.tinta", 2)
        changed = printing.make(desk, DAILY)
        assert (changed.issued, changed.as_of) == (None, clock[0])
        assert changed.code != first.code
        assert changed.remarks[-1].words.params == {"code": first.code}
        assert changed.remarks[-1].target == targets.Target(targets.Page.REPORTS, record=no)
        newer = printing.issue(desk, changed)
        assert newer != no
        again = printing.make(desk, DAILY)
        assert again.issued is not None
        assert again.issued.no == newer
        assert printing.make(desk, papers.Asked(number="lain")).issued is None


def test_a_report_keeps_the_number_under_which_it_became_final(wajo: Desk) -> None:
    printing.issue(wajo, printing.make(wajo, DAILY))
    daily_reports.report_nihil(wajo, date(2024, 2, 12))
    assert daily_reports.report(wajo).sequence == 1
    made = printing.make(wajo, DAILY)
    assert "Laporan ke-: 1" in made.text()
    assert made.issued is not None


def test_a_draft_says_so_on_every_sheet_and_carries_the_same_code(wajo: Desk) -> None:
    issues.new_issue(wajo, "Di Tempe", TEMPE, reported_at=NOW - 60)
    made = printing.make(wajo, DAILY)
    draft = made.draft()
    assert draft.code == made.code
    assert draft.text() == made.text()
    assert len(sizes(draft.pdf())) == len(sizes(made.pdf())) > 1
    assert pdf_text(draft.pdf()).count("KONSEP") == 2 * len(sizes(made.pdf()))
    assert "KONSEP" not in pdf_text(made.pdf())


def test_an_undo_does_not_take_a_signed_paper_back(wajo: Desk) -> None:
    answers.set_answer(wajo, tps(TEMPE_VILLAGE, 1), "log.tinta", 2)
    printing.issue(wajo, printing.make(wajo, DAILY))
    with pytest.raises(errors.NeedsConsent, match="sudah tercetak"):
        history.undo(wajo)
    history.undo(wajo, even_if_sent=True)
    assert len(printing.printed(wajo)) == 1
    assert daily_reports.report(wajo).finished


def test_a_report_about_one_kecamatan_does_not_finish_the_day(wajo: Desk) -> None:
    issues.new_issue(wajo, "Di Belawa", BELAWA, reported_at=NOW - 60)
    made = printing.make(wajo, papers.Asked(area=TEMPE))
    assert made.title.endswith("Kecamatan Tempe")
    assert made.code == check_code.of(made.document)
    assert "Di Belawa" not in made.text()
    printing.issue(wajo, made)
    assert not daily_reports.report(wajo).finished
    with pytest.raises(errors.NotPermitted):
        printing.make(wajo, papers.Asked(area="73.12.01"))


def test_nihil_is_a_report_and_is_not_printed_when_it_would_be_untrue(wajo: Desk) -> None:
    daily_reports.report_nihil(wajo)
    assert "*NIHIL*" in printing.make(wajo, DAILY).text()
    issues.new_issue(wajo, "Terjadi juga", TEMPE, reported_at=NOW - 60)
    with pytest.raises(errors.Refused, match="NIHIL"):
        printing.make(wajo, DAILY)


def test_a_date_left_for_the_pen(wajo: Desk) -> None:
    change_settings.set_many(wajo, {"city": "Sengkang"})
    assert "Sengkang, 13 Februari" not in pdf_text(printing.make(wajo, papers.Asked(date_open=True)).pdf())


def test_saving_by_the_ending_of_the_name(wajo: Desk, tmp_path: Path) -> None:
    made = printing.make(wajo, DAILY)
    printing.save(made, tmp_path / "a.pdf")
    printing.save(made, tmp_path / "a.txt")
    printing.save(made, tmp_path / "a.DOCX")
    printing.save(made, tmp_path / "a.xlsx")
    printing.save(made, tmp_path / "a")
    assert (tmp_path / "a.DOCX").read_bytes() == made.word()
    assert (tmp_path / "a.xlsx").read_bytes() == made.sheet()
    assert (tmp_path / "a").read_bytes() == made.pdf()
    with pytest.raises(errors.Refused, match=r"“\.doc” tidak dikenal"):
        printing.save(made, tmp_path / "a.doc")
    assert (tmp_path / "a.pdf").read_bytes() == made.pdf()
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == made.text()
    with pytest.raises(errors.Refused, match="tidak dapat ditulis"):
        printing.save(made, tmp_path / "none" / "a.pdf")


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".txt"])
def test_a_secret_is_written_as_a_pdf_alone(wajo: Desk, tmp_path: Path, ending: str) -> None:
    made = printing.make(wajo, papers.Asked(printing.SPARE_KEY))
    assert not made.has_word
    assert not made.has_tables
    with pytest.raises(errors.Refused, match="hanya ditulis sebagai PDF"):
        printing.save(made, tmp_path / f"kunci{ending}")
    assert not list(tmp_path.glob("kunci*"))


def test_blank_forms_are_no_word_file(wajo: Desk, tmp_path: Path) -> None:
    made = printing.make(wajo, papers.Asked("formulir-tps"))
    assert not made.has_word
    with pytest.raises(errors.Refused, match="Formulir hanya"):
        printing.save(made, tmp_path / "formulir.docx")


def test_unknown_papers_and_pictures_are_refused(wajo: Desk) -> None:
    with pytest.raises(errors.NotFound, match="laporan-harian"):
        printing.make(wajo, papers.Asked("surat"))
    with pytest.raises(errors.Refused, match="PNG"):
        printing.check_picture(b"GIF89a")
    assert printing.report_title("surat-lain") == "surat-lain"
