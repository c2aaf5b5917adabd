# SPDX-License-Identifier: Apache-2.0
"""Data berbeda settled: one or many at once, with the evidence, read back from the journal, undone and brought back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import rows
from desk_app.domain import errors, records
from desk_app.operations import (
    answers,
    checking,
    count_check,
    count_rules,
    count_view,
    days,
    disagreements,
    history,
    issue_register,
    issues,
    summary,
)
from desk_app.operations.desk import Desk
from tests import counted_offices, counting_people, two_offices

TODAY = date(2024, 2, 13)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        made.disagree()
        made.carry(made.tempe, made.kabupaten)
        yield made


def bases(desk: Desk) -> list[str]:
    with desk.reading() as connection:
        query = "SELECT basis FROM decision WHERE alive = 1 ORDER BY no"
        return [str(one) for one in connection.exec_driver_sql(query).scalars()]


def of(desk: Desk, field: str) -> disagreements.Disagreement:
    return next(one for one in disagreements.open_ones(desk) if one.field == field)


def test_many_are_settled_together_and_undone_together(two: two_offices.Two) -> None:
    kabupaten = two.kabupaten
    chosen = disagreements.choices_of(disagreements.open_ones(kabupaten), "Desk Pemilu Kecamatan Tempe")
    assert {one.value for one in chosen} == {"done", 5}
    before = history.next_undo(kabupaten)
    assert disagreements.decide_many(kabupaten, chosen, "Surat PPK") == 2
    assert disagreements.open_ones(kabupaten) == []
    assert bases(kabupaten) == ["Surat PPK", "Surat PPK"]
    history.undo(kabupaten)
    assert {one.field for one in disagreements.open_ones(kabupaten)} == {"choice", "quantity"}
    assert bases(kabupaten) == []
    assert history.next_undo(kabupaten) == before
    assert disagreements.decided_on(kabupaten, TODAY) == []
    history.redo(kabupaten)
    assert disagreements.open_ones(kabupaten) == []
    assert [one.basis for one in disagreements.decided_on(kabupaten, TODAY)] == ["Surat PPK", "Surat PPK"]
    assert finish(checking.check(kabupaten)).faults == ()


@pytest.mark.parametrize(("kind", "field"), [("tiada", ""), ("answer", "tiada"), ("answer", "subject"), ("", "x")])
def test_what_is_no_record_or_no_field_is_refused_in_words(two: two_offices.Two, kind: str, field: str) -> None:
    one = disagreements.open_ones(two.kabupaten)[0]
    with pytest.raises(errors.Refused, match="tidak"):
        disagreements.decide(two.kabupaten, one.record, kind, field, "x")
    assert len(disagreements.open_ones(two.kabupaten)) == 2


def test_a_record_that_is_of_another_kind_is_refused(two: two_offices.Two) -> None:
    one = disagreements.open_ones(two.kabupaten)[0]
    for kind in ("issue", "recap"):
        with pytest.raises(errors.Refused):
            disagreements.decide(two.kabupaten, one.record, kind, "", True)
        with pytest.raises(errors.Refused):
            disagreements.decide(two.kabupaten, 999, kind, "", False)


def test_what_an_office_said_twice_or_not_at_all_is_left_open(two: two_offices.Two) -> None:
    open_ones = disagreements.open_ones(two.kabupaten)
    assert disagreements.choices_of(open_ones, "Desk Pemilu Kecamatan Belawa") == []
    [quantity] = [one for one in open_ones if one.field == "quantity"]
    side = quantity.sides[0]
    again = disagreements.Side(9, 99, side.office, side.operator, side.at)
    twice = disagreements.Disagreement(
        quantity.record, quantity.kind, quantity.title, "quantity", quantity.label, 4, (*quantity.sides, again)
    )
    assert disagreements.choices_of([twice], side.office) == []


def test_the_evidence_travels_and_each_decision_keeps_its_own(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    one, other = of(kabupaten, "choice"), of(kabupaten, "quantity")
    chosen = [
        disagreements.choice(one, one.sides[0], "Foto papan"),
        disagreements.Choice(other.record, other.kind, other.field, 6),
    ]
    disagreements.decide_many(kabupaten, chosen, " Daftar PPK ")
    told = {one.about.field: one for one in disagreements.decided_on(kabupaten, TODAY)}
    assert (told["choice"].basis, told["quantity"].basis) == ("Foto papan", "Daftar PPK")
    settled = told["quantity"]
    assert {side.value for side in settled.about.sides} == {4, 5}
    assert (settled.chosen.value, settled.chosen.operator) == (6, "Andi")
    two.carry(kabupaten, tempe)
    assert bases(tempe) == ["Foto papan", "Daftar PPK"]
    assert disagreements.open_ones(tempe) == []
    # It was decided elsewhere: nothing of it stands in the record of this office.
    assert disagreements.decided_on(tempe, TODAY) == []
    with kabupaten.reading() as first, tempe.reading() as second:
        row = first.exec_driver_sql("SELECT no FROM decision").scalars().first()
        there = second.exec_driver_sql("SELECT no FROM decision").scalars().first()
        assert rows.row(first, records.DECISION, row)["basis"] == rows.row(second, records.DECISION, there)["basis"]


def test_typing_over_a_disagreement_settles_it_and_an_ordinary_edit_is_no_decision(two: two_offices.Two) -> None:
    kabupaten = two.kabupaten
    answers.set_answer(kabupaten, two_offices.FIRST, two_offices.NUMBER, 8)
    answers.set_answer(kabupaten, two_offices.FIRST, two_offices.NUMBER, 9)
    assert disagreements.decided_on(kabupaten, TODAY) == []
    answers.set_answer(kabupaten, two_offices.SECOND, two_offices.NUMBER, 7)
    [found] = disagreements.decided_on(kabupaten, TODAY)
    assert (found.about.field, found.chosen.value, found.basis) == ("quantity", 7, "")
    assert disagreements.decided_on(kabupaten, date(2024, 2, 14)) == []


def test_the_day_is_that_of_the_office(two: two_offices.Two) -> None:
    kabupaten = two.kabupaten
    _start, midnight = days.bounds(kabupaten, TODAY)
    kabupaten.now = lambda: midnight
    disagreements.decide(kabupaten, of(kabupaten, "quantity").record, "answer", "quantity", 5)
    assert disagreements.decided_on(kabupaten, TODAY) == []
    assert len(disagreements.decided_on(kabupaten, date(2024, 2, 14))) == 1


def deleted_against_edited(two: two_offices.Two) -> disagreements.Disagreement:
    no = issues.new_issue(two.kabupaten, "Padam", two_offices.FIRST[:13])
    two.carry(two.kabupaten, two.tempe)
    issues.delete_issue(two.kabupaten, no)
    [row] = [one for one in issue_register.issue_rows(two.tempe) if one.title == "Padam"]
    issues.edit_issue(two.tempe, row.no, impact="Kotak basah")
    two.carry(two.tempe, two.kabupaten)
    return next(one for one in disagreements.open_ones(two.kabupaten) if one.field == "")


@pytest.mark.parametrize("kept", [True, False])
def test_deleted_against_edited_shows_both_and_is_settled_either_way(two: two_offices.Two, kept: bool) -> None:
    found = deleted_against_edited(two)
    assert {(side.value, side.keeps, side.office) for side in found.sides} == {
        ("dihapus", False, "Desk Pemilu Kabupaten Wajo"),
        ("diubah", True, "Desk Pemilu Kecamatan Tempe"),
    }
    side = next(side for side in found.sides if side.keeps is kept)
    disagreements.decide_many(two.kabupaten, [disagreements.choice(found, side, "Telepon camat")])
    assert all(one.field for one in disagreements.open_ones(two.kabupaten))
    assert any(row.title == "Padam" for row in issue_register.issue_rows(two.kabupaten)) is kept
    [told] = [one for one in disagreements.decided_on(two.kabupaten, TODAY) if not one.about.field]
    assert (told.chosen.keeps, told.basis, len(told.about.sides)) == (kept, "Telepon camat", 2)


def test_what_was_deleted_meanwhile_is_refused_and_nothing_is_settled(two: two_offices.Two) -> None:
    kabupaten = two.kabupaten
    no = issues.new_issue(kabupaten, "Padam", two_offices.FIRST[:13])
    issues.delete_issue(kabupaten, no)
    chosen = [
        disagreements.Choice(of(kabupaten, "quantity").record, "answer", "quantity", 5),
        disagreements.Choice(no, "issue", "title", "Lain"),
    ]
    with pytest.raises(errors.NotFound, match="sudah dihapus"):
        disagreements.decide_many(kabupaten, chosen)
    assert of(kabupaten, "quantity")


def test_what_is_settled_already_is_not_written_again(two: two_offices.Two) -> None:
    number = of(two.kabupaten, "quantity")
    choice = disagreements.choice(number, number.sides[0], "Surat")
    assert disagreements.decide_many(two.kabupaten, [choice]) == 1
    assert disagreements.decide_many(two.kabupaten, [choice]) == 0
    assert bases(two.kabupaten) == ["Surat"]


def test_what_was_copied_of_the_count_is_no_matter_of_data_berbeda(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as both:
        kabupaten, tempe = both.kabupaten, both.tempe
        counting_people.prepare(kabupaten)
        count_rules.edit(kabupaten, districts_see=True)
        both.carry(kabupaten, tempe)
        counted_offices.hold(tempe)
        both.carry(tempe, kabupaten)
        counting_people.copy(tempe, two_offices.FIRST)
        both.carry(tempe, kabupaten)
        for desk in (kabupaten, tempe):  # equal figures under two seals
            seen = count_view.view(desk, two_offices.FIRST, "ppwp").seen
            count_check.correct(desk, two_offices.FIRST, "ppwp", "v1", 79, "Salah ketik", seen=seen)
        outcome = both.carry(tempe, kabupaten)
        assert outcome.changed == {"count_result": 1}
        assert outcome.disputed == 0
        assert not [line for line in outcome.lines if line.disputed]
        for desk in (kabupaten, tempe):
            assert disagreements.open_ones(desk) == []
            assert disagreements.count(desk) == 0
            assert summary.summary(desk).disagreements == 0
        with kabupaten.reading() as connection:
            assert len(rows.disputes(connection)) >= 1
        assert count_view.view(kabupaten, two_offices.FIRST, "ppwp").standing.figures["v1"] == 79
        assert finish(checking.check(kabupaten)).faults == ()
        count_check.decide(kabupaten, two_offices.FIRST, "ppwp", "73.13.06/1", "Dibaca lagi")
        assert disagreements.decided_on(kabupaten, TODAY) == []
