# SPDX-License-Identifier: Apache-2.0
"""The register keeps the file of each final paper, its scan, and how it was sent."""

from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import (
    accounts,
    attachments,
    checking,
    daily_reports,
    history,
    issues,
    opening,
    papers,
    printing,
    printing_register,
)
from desk_app.operations.desk import Desk
from tests import photographs, regency_offices, small_offices, two_offices
from tests.regency_offices import TEMPE
from tests.small_offices import NOW


def test_the_file_is_kept_once_and_closed(wajo: Desk) -> None:
    made = printing.make(wajo, papers.Asked())
    no = printing.issue(wajo, made.draft())
    assert printing.issue(wajo, made) == no
    kept = printing_register.kept_pdf(wajo, no)
    assert kept == made.pdf()
    assert b"KONSEP" not in kept
    [line] = printing_register.lines(wajo)
    assert (line.paper.no, line.has_file, line.replaced_by, line.sent) == (no, True, 0, ())
    [name] = wajo.attachments.names()
    assert b"%PDF" not in (wajo.attachments.folder / name).read_bytes()
    wajo.attachments.drop(line.paper.pdf)
    assert not printing_register.line(wajo, no).has_file
    with pytest.raises(errors.NotFound, match="Susun ulang"):
        printing_register.kept_pdf(wajo, no)
    with pytest.raises(errors.NotFound):
        printing_register.line(wajo, no + 1)


def test_a_scan_of_the_signed_sheet_hangs_on_its_line(wajo: Desk, tmp_path: Path) -> None:
    no = printing.issue(wajo, printing.make(wajo, papers.Asked()))
    scan = tmp_path / "pindaian.pdf"
    scan.write_bytes(photographs.pdf())
    attachments.add(wajo, no, scan, "Naskah bertanda tangan")
    [found] = attachments.of_record(wajo, no)
    assert (found.caption, found.here) == ("Naskah bertanda tangan", True)
    assert attachments.content(wajo, found.no) == scan.read_bytes()
    assert finish(checking.check(wajo)).faults == ()


def test_how_any_paper_was_sent(wajo: Desk, tmp_path: Path) -> None:
    no = printing.issue(wajo, printing.make(wajo, papers.Asked(printing.TEAM_STRUCTURE)))
    with pytest.raises(errors.Refused, match="lewat"):
        printing_register.mark_sent(wajo, no, "  ")
    first = printing_register.mark_sent(wajo, no, "WhatsApp", recipient="Bupati", proof="centang dua")
    printing_register.mark_sent(wajo, no, "surat", at=NOW + 60, by="Rahmat")
    sent = printing_register.line(wajo, no).sent
    assert [(one.at, one.means, one.by, one.recipient, one.proof) for one in sent] == [
        (NOW, "WhatsApp", "Andi", "Bupati", "centang dua"),
        (NOW + 60, "surat", "Rahmat", "", ""),
    ]
    assert not daily_reports.report(wajo).sent_at
    proof = tmp_path / "bukti.jpg"
    proof.write_bytes(photographs.jpeg((60, 40)))
    attachments.add(wajo, first, proof)
    assert len(attachments.of_record(wajo, first)) == 1
    history.undo(wajo)
    history.undo(wajo)
    assert len(printing_register.line(wajo, no).sent) == 1
    printing_register.take_back_sending(wajo, first)
    assert printing_register.line(wajo, no).sent == ()


def test_the_report_of_a_day_is_sent_with_its_paper(wajo: Desk) -> None:
    no = printing.issue(wajo, printing.make(wajo, papers.Asked()))
    printing_register.mark_sent(wajo, no, "flashdisk", at=NOW + 5)
    kept = daily_reports.report(wajo)
    assert (kept.sent_at, kept.sent_by) == (NOW + 5, "flashdisk")
    wrong = printing_register.mark_sent(wajo, no, "surat", at=NOW + 7)
    assert daily_reports.report(wajo).sent_by == "surat"
    printing_register.take_back_sending(wajo, wrong)
    kept = daily_reports.report(wajo)
    assert (kept.sent_at, kept.sent_by) == (NOW + 5, "flashdisk")
    part = printing.issue(wajo, printing.make(wajo, papers.Asked(area=TEMPE)))
    printing_register.mark_sent(wajo, part, "WhatsApp", at=NOW + 9)
    assert daily_reports.report(wajo).sent_by == "flashdisk"


def test_a_paper_of_an_issue_in_confidence_is_not_for_everybody(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as office:
        issue = issues.new_issue(office, "Rahasia", TEMPE, confidential=True, reported_at=NOW)
        no = printing.issue(office, printing.make(office, papers.Asked(printing.SPECIAL, issue=issue)))
        accounts.add_account(
            office, "Besse", accounts.Role.OPERATOR, "kata sandi besse", key_memory=small_offices.KEY_MEMORY
        )
    with opening.open_office(tmp_path / "wajo", "kata sandi besse", name="Besse", now=lambda: NOW) as besse:
        with pytest.raises(errors.NotPermitted):
            printing_register.kept_pdf(besse, no)
        with pytest.raises(errors.NotPermitted):
            finish(printing.issued_again(besse, no))


def test_a_paper_about_another_record_of_the_same_title_replaces_none(wajo: Desk) -> None:
    first = printing.make(wajo, papers.Asked())
    no = printing.issue(wajo, first)
    daily_reports.write_report(wajo, situation="Hujan.")
    draft = printing.make(wajo, papers.Asked())
    assert draft.replaces is not None
    assert draft.replaces.no == no
    assert f"Menggantikan naskah berkode {first.code}" in draft.text()
    other = printing.make(wajo, papers.Asked(area=TEMPE))
    assert other.replaces is None


def test_nothing_of_it_leaves_with_a_package(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        no = printing.issue(two.tempe, printing.make(two.tempe, papers.Asked()))
        scan = tmp_path / "pindaian.pdf"
        scan.write_bytes(photographs.pdf())
        attachments.add(two.tempe, no, scan)
        printing_register.mark_sent(two.tempe, no, "WhatsApp")
        two.carry(two.tempe, two.kabupaten)
        with two.kabupaten.reading() as connection:
            for table in ("printed", "paper_sent", "paper_number", "attachment"):
                assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0, table
        assert two.kabupaten.attachments.names() == frozenset()


def test_a_kept_file_that_the_disk_lost_is_found_by_the_check(wajo: Desk) -> None:
    no = printing.issue(wajo, printing.make(wajo, papers.Asked()))
    path = wajo.attachments.path_of(printing_register.line(wajo, no).paper.pdf)
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    [fault] = finish(checking.check(wajo)).faults
    assert "final paper" in fault
