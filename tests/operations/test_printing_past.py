# SPDX-License-Identifier: Apache-2.0
"""A paper of a past moment comes out byte for byte as it was issued then, whatever was typed or received since."""

import dataclasses
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import answers as rules
from desk_app.domain import errors, records
from desk_app.operations import (
    answers,
    attachments,
    change_settings,
    checking,
    daily_reports,
    disagreements,
    duplicates,
    history,
    issues,
    office_identity,
    papers,
    printing,
    printing_register,
    signatories,
    team_changes,
    teams,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import filled_registers, photographs, regency_offices, small_offices, two_offices
from tests.regency_offices import BELAWA, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps

THEN = small_offices.NOW


@pytest.fixture
def clock() -> list[int]:
    return [THEN]


@pytest.fixture
def office(tmp_path: Path, clock: list[int]) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo", now=lambda: clock[0]) as made:
        filled_registers.fill(made)
        change_settings.set_many(made, {"city": "Sengkang", "letterhead_address": "Jalan Rusa 1"})
        signatories.add_signatory(made, {"office": "Sekretaris Daerah", "person": "Ir. Contoh", "rank": "Pembina"})
        issues.new_issue(made, "Kotak rusak", TEMPE, severity="tinggi", reported_at=THEN - 60)
        answers.set_answer(made, tps(TEMPE_VILLAGE, 1), "log.tinta", 2)
        answers.add_recap(made, BELAWA, "log.tinta", 2, 3, hour=THEN - 60, source="camat")
        daily_reports.write_report(made, situation="Aman.", closing="Saran: jaga.")
        yield made


def change_everything(desk: Desk) -> None:
    """All that may happen to an office after a paper was signed."""
    answers.set_answer(desk, tps(TEMPE_VILLAGE, 1), "log.tinta", 0)
    answers.set_answers(desk, [(tps(MADDUKELLENG, 1), "log.tinta", 9, "menyusul")])
    answers.add_recap(desk, BELAWA, "log.tinta", 3, 3, hour=THEN - 30, source="telepon")
    issues.new_issue(desk, "Kotak rusak juga", TEMPE, severity="tinggi", reported_at=THEN - 30)
    rows = [issues.new_issue(desk, f"Lain {count}", BELAWA, reported_at=THEN - 20) for count in range(3)]
    duplicates.merge(desk, rows[0], rows[2:])
    issues.delete_issue(desk, rows[1])
    history.undo(desk, even_if_sent=True)
    team = teams.new_team(desk, 3)
    member = teams.new_member(desk, "Camat Belawa", team=team, person="Baharuddin")
    team_changes.replace_member(desk, member, person="Pengganti")
    daily_reports.write_report(desk, situation="Banjir.", activities="Rapat.")
    change_settings.set_many(desk, {"city": "Watan", "letterhead_address": "Jalan Lain", "paper": "A4"})
    change_settings.set_many(desk, {"copies_to": "Arsip", "word_district_head": "Kepala Distrik"})
    [signer] = signatories.signatories(desk)
    signatories.edit_signatory(desk, signer.no, {"person": "Orang Baru", "rank": "Pembina Utama"})
    signatories.add_signatory(desk, {"office": "Bupati Wajo", "person": "Bupati"})
    office_identity.rename(desk, name="Desk Lain Sama Sekali")


def made_of(desk: Desk) -> list[papers.Prepared]:
    found = []
    for one in printing.reports(desk):
        if one.registered and not one.secret:
            try:
                found.append(printing.make(desk, papers.Asked(one.key)))
            except errors.Refused:
                continue  # this office has nothing to say in it
    return found


def test_every_paper_comes_back_by_its_line_and_by_its_moment(office: Desk, clock: list[int]) -> None:
    made = made_of(office)
    assert {printing.DAILY, printing.TEAM_STRUCTURE, printing.BOOK, "matriks-permasalahan"} <= {
        one.report.key for one in made
    }
    clock[0] += 60
    lines = [printing.issue(office, one) for one in made]
    clock[0] += 3600
    change_everything(office)
    for before, line in zip(made, lines, strict=True):
        again = finish(printing.issued_again(office, line))
        assert (again.code, again.pdf()) == (before.code, before.pdf()), before.report.key
        assert again.digest == before.digest
        assert again.issued is not None
        assert again.issued.no == line
        by_moment = printing.make(office, papers.Asked(before.report.key, as_of=THEN))
        assert (by_moment.code, by_moment.pdf()) == (before.code, before.pdf()), before.report.key
        assert printing_register.kept_pdf(office, line) == before.pdf()
    today = printing.make(office, papers.Asked())
    assert today.code not in {one.code for one in made}
    assert "Banjir" in today.text()
    assert finish(checking.check(office)).faults == ()


def test_after_packages_and_decisions_of_others(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        office = two.kabupaten
        two.disagree()
        first = printing.make(office, papers.Asked())
        line = printing.issue(office, first)
        two.carry(two.tempe, office)
        second = printing.make(office, papers.Asked())
        assert second.code != first.code
        later = printing.issue(office, second)
        chosen = disagreements.choices_of(disagreements.open_ones(office), "Desk Pemilu Kecamatan Tempe")
        disagreements.decide_many(office, chosen, "Surat PPK")
        answers.set_answer(two.tempe, two_offices.FIRST, two_offices.YES_NO, rules.Mark.NOT_YET)
        two.carry(two.tempe, office)
        assert finish(printing.issued_again(office, line)).pdf() == first.pdf()
        again = finish(printing.issued_again(office, later))
        assert again.pdf() == second.pdf()
        assert again.replaces is not None
        assert again.replaces.no == line


def test_papers_of_a_package_by_another_operator_after_further_packages(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        made = []
        for office, key in ((two.kabupaten, printing.HANDOVER), (two.tempe, printing.RECEIPT)):
            paper = printing.make(office, papers.Asked(key, way="flashdisk", carrier="Rahmat"))
            made.append((office, paper, printing.issue(office, paper)))
        two.disagree()
        two.carry(two.kabupaten, two.tempe)
        two.carry(two.tempe, two.kabupaten)
        for office, before, line in made:
            office.operator = dataclasses.replace(office.operator, name="Operator Lain")
            again = finish(printing.issued_again(office, line))
            assert again.code == before.code, before.report.key
            assert again.pdf() == before.pdf()


def test_a_photo_that_came_later_is_not_in_the_paper_of_then(tmp_path: Path, clock: list[int]) -> None:
    with two_offices.opened(tmp_path) as two:
        office = two.kabupaten
        no = issues.new_issue(office, "Kotak rusak", TEMPE, reported_at=THEN)
        path = tmp_path / "foto.jpg"
        path.write_bytes(photographs.jpeg((60, 40)))
        attachments.add(office, no, path)
        [digest] = _digests(office)
        content = office.attachments.get(digest)
        office.attachments.drop(digest)
        asked = papers.Asked(printing.SPECIAL, issue=no)
        before = printing.make(office, asked)
        line = printing.issue(office, before)
        office.attachments.put(content)
        issues.edit_issue(office, no, impact="Besar")
        assert finish(printing.issued_again(office, line)).pdf() == before.pdf()
        assert len(printing.make(office, asked).pdf()) > len(before.pdf())


def _digests(desk: Desk) -> list[bytes]:
    with desk.reading() as connection:
        return list(connection.exec_driver_sql("SELECT digest FROM attachment WHERE alive = 1").scalars())


def test_a_paper_that_does_not_come_out_again_says_so(office: Desk) -> None:
    line = printing.issue(office, printing.make(office, papers.Asked()))
    # As a line of another program's making: its code cannot come out here.
    transact(office, "uji", lambda unit: unit.set(records.PRINTED, line, {"code": "AAAA-BBBB-CCCC-DDDD"}))
    again = finish(printing.issued_again(office, line))
    assert again.issued is None
    assert again.remarks[0].grave
    assert again.remarks[0].words.params == {"code": "AAAA-BBBB-CCCC-DDDD"}


def test_another_signer_at_the_last_minute_replaces_the_issue(office: Desk, clock: list[int]) -> None:
    first = printing.make(office, papers.Asked(number="100/5"))
    line = printing.issue(office, first)
    clock[0] += 600
    answers.set_answer(office, tps(TEMPE_VILLAGE, 2), "log.tinta", 2)
    other = signatories.add_signatory(office, {"office": "Asisten Pemerintahan", "person": "Dra. Pengganti"})
    draft = finish(printing.issued_anew(office, line, signatory=other))
    assert draft.issued is None
    assert (draft.number, draft.as_of, draft.arrival) == ("100/5", first.as_of, first.arrival)
    assert "Dra. Pengganti" in draft.text()
    assert f"Menggantikan naskah berkode {first.code}" in draft.text()
    assert not any("sudah dipakai" in remark.words.message for remark in draft.remarks)
    newer = printing.issue(office, draft)
    assert printing_register.line(office, line).replaced_by == newer
    assert printing_register.line(office, newer).paper.replaces == line
    again = finish(printing.issued_again(office, newer))
    assert again.pdf() == draft.pdf()
    assert finish(printing.issued_again(office, line)).pdf() == first.pdf()


def test_a_paper_of_then_may_be_signed_by_one_of_today(office: Desk, clock: list[int]) -> None:
    [first] = signatories.signatories(office)
    clock[0] += 600
    new = signatories.add_signatory(office, {"office": "Asisten", "person": "Dra. Baru"})
    signatories.edit_signatory(office, first.no, {"person": "Ir. Lain"})
    made = printing.make(office, papers.Asked(as_of=THEN, signatory=new))
    assert "Dra. Baru" in made.text()
    line = printing.issue(office, made)
    signatories.edit_signatory(office, new, {"person": "Dra. Terbaru"})
    assert finish(printing.issued_again(office, line)).pdf() == made.pdf()
    assert "Ir. Contoh" in printing.make(office, papers.Asked(as_of=THEN, signatory=first.no)).text()


def test_a_clock_that_goes_on_while_a_paper_is_gathered_shows_nowhere(tmp_path: Path) -> None:
    clock = itertools.count(THEN, 3600)
    with regency_offices.make(tmp_path / "wajo", now=lambda: next(clock)) as office:
        filled_registers.fill(office)
        team = teams.new_team(office, 4)
        teams.new_member(office, "Camat Tempe", team=team, person="Contoh")
        for before in made_of(office):
            again = finish(printing.issued_again(office, printing.issue(office, before)))
            assert again.code == before.code, before.report.key


def test_of_a_moment_to_come_and_before_the_office(office: Desk) -> None:
    assert printing.make(office, papers.Asked(as_of=THEN + 600)).as_of == THEN + 600
    with pytest.raises(errors.Refused, match="belum ada"):
        printing.make(office, papers.Asked(as_of=THEN - 600))
