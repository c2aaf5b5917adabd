# SPDX-License-Identifier: Apache-2.0
"""A whole import taken back, days later: the sender sees it, later work stays and is listed."""

from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import answers, checking, disagreements, history, import_undo, issues, receiving
from desk_app.operations.desk import Desk
from tests import acquainted, two_offices

FIRST, SECOND, NUMBER = two_offices.FIRST, two_offices.SECOND, two_offices.NUMBER


def value(desk: Desk, subject: str) -> object:
    with desk.reading() as connection:
        query = f"SELECT quantity FROM answer WHERE subject = '{subject}' AND item = '{NUMBER}' AND alive = 1"
        return connection.exec_driver_sql(query).scalar_one_or_none()


def test_new_and_changed_go_back_and_the_sender_sees_it(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answer(two.tempe, FIRST, NUMBER, "1")
        two.carry(two.tempe, two.kabupaten)
        answers.set_answer(two.tempe, FIRST, NUMBER, "9")
        answers.set_answer(two.tempe, SECOND, NUMBER, "9")
        issues.new_issue(two.tempe, "Keliru", FIRST[:13])
        outcome = two.carry(two.tempe, two.kabupaten)
        done = import_undo.undo_import(two.kabupaten, outcome.arrival)
        assert (done.reversed, done.left) == (3, ())
        assert (value(two.kabupaten, FIRST), value(two.kabupaten, SECOND)) == (1, None)
        two.carry(two.kabupaten, two.tempe)
        assert (value(two.tempe, FIRST), value(two.tempe, SECOND)) == (1, None)
        assert disagreements.open_ones(two.tempe) == []
        for desk in (two.kabupaten, two.tempe):
            assert finish(checking.check(desk)).faults == ()
        with pytest.raises(errors.Refused, match="sudah dibatalkan"):
            import_undo.undo_import(two.kabupaten, outcome.arrival)


def test_what_was_worked_on_since_stays_and_is_listed(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answer(two.tempe, FIRST, NUMBER, "9")
        answers.set_answer(two.tempe, SECOND, NUMBER, "9")
        outcome = two.carry(two.tempe, two.kabupaten)
        answers.set_answer(two.kabupaten, FIRST, NUMBER, "4")
        done = import_undo.undo_import(two.kabupaten, outcome.arrival)
        assert [(one.kind, one.why) for one in done.left] == [("answer", "edited")]
        assert FIRST in done.left[0].title
        assert (value(two.kabupaten, FIRST), value(two.kabupaten, SECOND)) == (4, None)


def test_a_field_edited_since_stays_and_the_others_go_back(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.tempe, [(FIRST, NUMBER, 1, "satu")])
        two.carry(two.tempe, two.kabupaten)
        answers.set_answers(two.tempe, [(FIRST, NUMBER, 9, "sembilan")])
        outcome = two.carry(two.tempe, two.kabupaten)
        answers.set_answers(two.kabupaten, [(FIRST, NUMBER, 9, "dari kabupaten")])
        done = import_undo.undo_import(two.kabupaten, outcome.arrival)
        assert [one.fields for one in done.left] == [("Catatan",)]
        assert value(two.kabupaten, FIRST) == 1


def test_the_master_data_of_the_office_above_are_left_alone(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        acquainted.introduce(two.kabupaten, belawa)
        outcome = two.carry(two.kabupaten, belawa)
        done = import_undo.undo_import(belawa, outcome.arrival)
        assert "above" in {one.why for one in done.left}
        with belawa.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM region WHERE alive = 1").scalar_one() > 0
        assert two.carry(belawa, two.kabupaten).apart == ()


def test_only_an_import_is_taken_back_so(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answer(two.tempe, FIRST, NUMBER, "1")
        own = history.next_undo(two.tempe)
        assert own is not None
        for arrival in (own.arrival, 0, 9999):
            with pytest.raises(errors.NotFound):
                import_undo.undo_import(two.tempe, arrival)


def test_an_import_taken_back_may_come_again_by_new_work_only(tmp_path: Path) -> None:
    """Nothing is un-held: the same package brings nothing, what the sender types after it does."""
    with two_offices.opened(tmp_path) as two:
        answers.set_answer(two.tempe, FIRST, NUMBER, "9")
        sent = two.send(two.tempe, two.kabupaten)
        [outcome] = finish(receiving.receive(two.kabupaten, [sent]))
        import_undo.undo_import(two.kabupaten, outcome.arrival)
        [again] = finish(receiving.receive(two.kabupaten, [sent]))
        assert again.changes == 0
        assert value(two.kabupaten, FIRST) is None
        two.carry(two.kabupaten, two.tempe)
        answers.set_answer(two.tempe, FIRST, NUMBER, "5")
        two.carry(two.tempe, two.kabupaten)
        assert value(two.kabupaten, FIRST) == 5
