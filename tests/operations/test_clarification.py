# SPDX-License-Identifier: Apache-2.0
"""Data berbeda in words, and settled: with one of the values, or with the right one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import clarification, days, disagreements, history, issue_register, issues
from tests import two_offices


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        made.disagree()
        made.carry(made.tempe, made.kabupaten)
        yield made


def matter(two: two_offices.Two, field: str) -> clarification.Matter:
    return next(one for one in clarification.waiting(two.kabupaten) if one.field == field)


def answer(two: two_offices.Two, subject: str, item: str, field: str) -> object:
    no = history.find_record(two.kabupaten, "answer", ("pemilu-2024", subject, item))
    return history.history(two.kabupaten, no)[-1].fields[0].after if field else None


def test_both_values_stand_with_who_and_when(two: two_offices.Two) -> None:
    number = matter(two, "quantity")
    assert number.title.startswith("TPS 002 · Kel. ")
    assert number.subject == two_offices.SECOND
    assert {(side.words, side.office, side.operator) for side in number.sides} == {
        ("4", "Desk Pemilu Kabupaten Wajo", "Andi"),
        ("5", "Desk Pemilu Kecamatan Tempe", "Besse"),
    }
    assert number.sides[0].when == "13-02-2024 pukul 13.00"
    assert number.typing == "number"
    assert number.blocking
    assert " ⇄ " in number.summary
    assert matter(two, "choice").typing == "choice"


def test_one_of_the_values_settles_it(two: two_offices.Two) -> None:
    choice = matter(two, "choice")
    done = next(side for side in choice.sides if side.words == "Sudah")
    clarification.use_side(two.kabupaten, choice, done.key)
    assert answer(two, two_offices.FIRST, two_offices.YES_NO, "choice") == "done"
    assert [one.field for one in clarification.waiting(two.kabupaten)] == ["quantity"]
    two.carry(two.kabupaten, two.tempe)
    assert [one.field for one in clarification.waiting(two.tempe)] == ["quantity"]


def test_the_right_number_may_be_typed(two: two_offices.Two) -> None:
    clarification.use_typed(two.kabupaten, matter(two, "quantity"), "1.005")
    assert answer(two, two_offices.SECOND, two_offices.NUMBER, "quantity") == 1005


def test_what_is_no_number_is_refused(two: two_offices.Two) -> None:
    with pytest.raises(errors.Refused, match="bukan angka"):
        clarification.use_typed(two.kabupaten, matter(two, "quantity"), "lima")
    assert matter(two, "quantity")


def test_what_was_settled_meanwhile_is_told(two: two_offices.Two) -> None:
    number = matter(two, "quantity")
    clarification.use_typed(two.kabupaten, number, "5")
    with pytest.raises(errors.Refused, match="sudah diklarifikasi"):
        clarification.use_side(two.kabupaten, number, number.sides[0].key)


def test_one_office_may_be_right_in_all_or_in_some(two: two_offices.Two) -> None:
    tempe = "Desk Pemilu Kecamatan Tempe"
    matters = clarification.waiting(two.kabupaten)
    assert clarification.offices(matters) == [("Desk Pemilu Kabupaten Wajo", 2), (tempe, 2)]
    assert clarification.use_office(two.kabupaten, tempe, [matter(two, "quantity")], "Surat PPK") == 1
    assert answer(two, two_offices.SECOND, two_offices.NUMBER, "quantity") == 5
    assert [one.field for one in clarification.waiting(two.kabupaten)] == ["choice"]
    assert clarification.use_office(two.kabupaten, "Desk lain") == 0
    assert clarification.use_office(two.kabupaten, tempe) == 1
    assert clarification.waiting(two.kabupaten) == []


def test_the_evidence_is_kept_with_the_decision(two: two_offices.Two) -> None:
    clarification.use_typed(two.kabupaten, matter(two, "quantity"), "5", "Daftar PPK")
    choice = matter(two, "choice")
    clarification.use_side(two.kabupaten, choice, choice.sides[0].key, "Foto papan")
    told = disagreements.decided_on(two.kabupaten, days.today(two.kabupaten))
    assert [one.basis for one in told] == ["Daftar PPK", "Foto papan"]


def test_deleted_against_edited_tells_what_was_edited(two: two_offices.Two) -> None:
    no = issues.new_issue(two.kabupaten, "Padam", two_offices.FIRST)
    two.carry(two.kabupaten, two.tempe)
    issues.delete_issue(two.kabupaten, no)
    [row] = issue_register.issue_rows(two.tempe)
    issues.edit_issue(two.tempe, row.no, impact="Kotak basah", severity="tinggi")
    two.carry(two.tempe, two.kabupaten)
    found = matter(two, "")
    sides = {side.keeps: side for side in found.sides}
    assert (sides[False].words, sides[False].office, sides[False].details) == (
        "dihapus",
        "Desk Pemilu Kabupaten Wajo",
        "",
    )
    assert sides[True].words == "diubah"
    assert not found.blocking
    assert set(sides[True].details.splitlines()) == {"Dampak: Kotak basah", "Tingkat: Tinggi"}
    assert sides[True].operator == "Besse"
    clarification.use_side(two.kabupaten, found, sides[True].key)
    assert [one.title for one in issue_register.issue_rows(two.kabupaten)] == ["Padam"]
