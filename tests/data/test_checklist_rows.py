# SPDX-License-Identifier: Apache-2.0
"""Answers and open issues of one place, and nothing of the place beside it."""

from desk_app.data import checklist_rows
from desk_app.operations import answers, issue_deeds, issues
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA_VILLAGE, MADDUKELLENG, TEMPE_VILLAGE, tps
from tests.small_offices import EVENT

HERE, BESIDE = tps(MADDUKELLENG, 1), tps(MADDUKELLENG, 5)


def test_one_place(wajo: Desk) -> None:
    answers.set_answer(wajo, HERE, "log.hujan", "B")
    answers.set_answer(wajo, BESIDE, "log.tinta", "2")
    first = issues.issue_from_answer(wajo, HERE, "log.hujan")
    second = issues.new_issue(wajo, "Padam", HERE)
    issue_deeds.close_issue(wajo, issues.new_issue(wajo, "Selesai", HERE), "beres")
    with wajo.reading() as connection:
        assert set(checklist_rows.answers(connection, EVENT, HERE)) == {"log.hujan"}
        assert [row.no for row in checklist_rows.open_issues(connection, EVENT, HERE)] == [first, second]
        assert checklist_rows.issues_by_subject(connection, EVENT, [HERE, BESIDE]) == {HERE: 2}
        assert checklist_rows.disputed(connection, EVENT, HERE) == set()


def test_the_answers_of_a_village_by_tps(wajo: Desk) -> None:
    answers.set_answer(wajo, HERE, "log.hujan", "B")
    answers.set_answer(wajo, BESIDE, "log.tinta", "2")
    for village in (TEMPE_VILLAGE, BELAWA_VILLAGE):
        answers.set_answer(wajo, tps(village, 1), "log.tinta", "2")
    with wajo.reading() as connection:
        found = checklist_rows.answers_in(connection, EVENT, MADDUKELLENG)
    assert {subject: set(rows) for subject, rows in found.items()} == {HERE: {"log.hujan"}, BESIDE: {"log.tinta"}}
