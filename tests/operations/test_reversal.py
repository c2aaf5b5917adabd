# SPDX-License-Identifier: Apache-2.0
"""An undone decision brings the disagreement back, at every office; a redo settles it again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_app.base import progress
from desk_app.data import rows
from desk_app.domain import answers as rules
from desk_app.domain import errors, records
from desk_app.operations import answers, checking, disagreements, history, issues
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import two_offices
from tests.regency_offices import TEMPE
from tests.two_offices import NUMBER, SECOND, Two


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    """Both offices hold what both have typed, and differ."""
    with two_offices.opened(tmp_path) as made:
        made.disagree()
        made.carry(made.tempe, made.kabupaten)
        made.carry(made.kabupaten, made.tempe)
        yield made
        for desk in (made.kabupaten, made.tempe):
            assert progress.finish(checking.check(desk)).faults == ()


def differing(desk: Desk, field: str = "quantity") -> list[disagreements.Disagreement]:
    return [one for one in disagreements.open_ones(desk) if one.field == field]


def said(desk: Desk) -> set[tuple[Any, str]]:
    """What stands against each other about the number, and whose it is."""
    [found] = differing(desk)
    return {(side.value, side.operator) for side in found.sides}


def decide(desk: Desk, value: object, field: str = "quantity") -> disagreements.Disagreement:
    [found] = differing(desk, field)
    disagreements.decide(desk, found.record, found.kind, field, value)
    return found


@pytest.mark.parametrize("decided", [4, 5, 9], ids=["one side", "the other side", "neither"])
def test_an_undone_decision_is_open_again_at_both(two: Two, decided: int) -> None:
    before = decide(two.kabupaten, decided)
    two.carry(two.kabupaten, two.tempe)
    assert differing(two.kabupaten) == differing(two.tempe) == []
    group = history.undo(two.kabupaten, even_if_sent=True)
    assert group.label == "Data berbeda diklarifikasi"
    two.carry(two.kabupaten, two.tempe)
    for desk in (two.kabupaten, two.tempe):
        assert said(desk) == {(4, "Andi"), (5, "Besse")}, "who said each, not who undid"
        [found] = differing(desk)
        assert found.shown == before.shown
    decide(two.tempe, 5)
    two.carry(two.tempe, two.kabupaten)
    assert differing(two.kabupaten) == []


def test_a_decision_goes_and_comes_and_the_step_before_it_is_reached(two: Two) -> None:
    desk = two.kabupaten
    answers.set_answer(desk, SECOND, "log.tinta", "1")
    before = history.next_undo(desk)
    decide(desk, 9)
    for _ in range(3):
        history.undo(desk)
        assert said(desk) == {(4, "Andi"), (5, "Besse")}
        assert history.next_undo(desk) == before
        history.redo(desk)
        assert differing(desk) == []
    history.undo(desk)
    history.undo(desk)
    assert len(disagreements.open_ones(desk)) == 2


def test_the_history_marks_each_value_that_an_undo_brought_back(two: Two) -> None:
    record = decide(two.kabupaten, 9).record
    history.undo(two.kabupaten)
    told = history.history(two.kabupaten, record)
    assert [one.undoes for one in told[-3:]] == [False, True, True]
    assert {part.after for one in told[-2:] for part in one.fields} == {4, 5}


def test_an_answer_typed_over_a_disagreement_is_taken_back_likewise(two: Two) -> None:
    """One column filled down decides where offices differ, and only there the undo writes two values."""
    desk = two.kabupaten
    places = [two_offices.FIRST, SECOND]
    answers.set_answers(desk, [(places[0], NUMBER, 2, None)])
    answers.fill_down(desk, places, NUMBER, "9")
    assert differing(desk) == []
    history.undo(desk)
    assert said(desk) == {(4, "Andi"), (5, "Besse")}
    kept = history.find_record(desk, "answer", ("pemilu-2024", places[0], NUMBER))
    assert len(history.history(desk, kept)) == 3
    history.redo(desk)
    assert differing(desk) == []


def test_a_choice_of_two_offices_comes_back(two: Two) -> None:
    decide(two.tempe, rules.Mark.DONE, "choice")
    history.undo(two.tempe)
    [found] = differing(two.tempe, "choice")
    assert {side.value for side in found.sides} == {rules.Mark.DONE, rules.Mark.NOT_YET}


def test_three_values_come_back(two: Two) -> None:
    """The third one by a decision that one office made while the other went on typing."""
    decide(two.kabupaten, 9)
    history.undo(two.kabupaten)
    answers.set_answer(two.tempe, SECOND, NUMBER, "7")
    two.carry(two.tempe, two.kabupaten)
    assert {side.value for side in differing(two.kabupaten)[0].sides} == {4, 5, 7}
    decide(two.kabupaten, 4)
    history.undo(two.kabupaten)
    assert {side.value for side in differing(two.kabupaten)[0].sides} == {4, 5, 7}


def deleted_and_edited(two: Two) -> int:
    """Tempe deletes an issue while the kabupaten writes on it; the number of the record at the kabupaten."""
    no = issues.new_issue(two.kabupaten, "Banjir", TEMPE)
    two.carry(two.kabupaten, two.tempe)
    [there] = [one for one in _issues(two.tempe) if one["title"] == "Banjir"]
    transact(two.kabupaten, "Permasalahan", lambda unit: unit.set(records.ISSUE, no, {"advice": "Pindahkan"}))
    transact(two.tempe, "Hapus", lambda unit: unit.delete(records.ISSUE, there["no"]))
    two.carry(two.tempe, two.kabupaten)
    return no


def _issues(desk: Desk) -> list[Any]:
    from sqlalchemy import select

    from desk_app.data import schema

    with desk.reading() as connection:
        return list(connection.execute(select(schema.by_name["issue"])).mappings())


def alive(desk: Desk, no: int) -> int:
    with desk.reading() as connection:
        found: int = rows.row(connection, records.ISSUE, no)["alive"]
        return found


@pytest.mark.parametrize("keep", [True, False], ids=["kept", "deleted"])
def test_deleted_against_edited_is_open_again(two: Two, keep: bool) -> None:
    no = deleted_and_edited(two)
    decide(two.kabupaten, keep, "")
    for _ in range(2):
        assert alive(two.kabupaten, no) == (1 if keep else 0)
        history.undo(two.kabupaten)
        assert alive(two.kabupaten, no) == 2
        assert len(differing(two.kabupaten, "")) == 1
        history.redo(two.kabupaten)
    history.undo(two.kabupaten)
    two.carry(two.kabupaten, two.tempe)
    assert [one["alive"] for one in _issues(two.tempe)] == [2]
    decide(two.tempe, False, "")
    two.carry(two.tempe, two.kabupaten)
    assert alive(two.kabupaten, no) == 0


def test_deleted_and_brought_back_at_once_comes_back_as_both(two: Two) -> None:
    no = issues.new_issue(two.kabupaten, "Banjir", TEMPE)
    transact(two.kabupaten, "Hapus", lambda unit: unit.delete(records.ISSUE, no))
    two.carry(two.kabupaten, two.tempe)
    [there] = _issues(two.tempe)
    for _ in range(2):
        transact(two.tempe, "Kembalikan", lambda unit: unit.undelete(records.ISSUE, there["no"]))
        transact(two.tempe, "Hapus", lambda unit: unit.delete(records.ISSUE, there["no"]))
    transact(two.kabupaten, "Kembalikan", lambda unit: unit.undelete(records.ISSUE, no))
    two.carry(two.tempe, two.kabupaten)
    transact(two.kabupaten, "Hapus", lambda unit: unit.delete(records.ISSUE, no))
    for _ in range(2):
        assert alive(two.kabupaten, no) == 0
        history.undo(two.kabupaten)
        assert alive(two.kabupaten, no) == 2
        with two.kabupaten.reading() as connection:
            assert len(rows.standing_changes(connection, no, 0)) == 2
        history.redo(two.kabupaten)


def test_what_moved_on_since_is_left(two: Two) -> None:
    """The other office has settled it meanwhile: the undo would set its decision aside unseen."""
    decide(two.kabupaten, 9)
    two.carry(two.kabupaten, two.tempe)
    answers.set_answer(two.tempe, SECOND, NUMBER, "6")
    two.carry(two.tempe, two.kabupaten)
    with pytest.raises(errors.Refused, match="sudah diubah lagi"):
        history.undo(two.kabupaten, even_if_sent=True)
    assert differing(two.kabupaten) == []
