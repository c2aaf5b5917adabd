# SPDX-License-Identifier: Apache-2.0
"""The register read by words: signs of SQL are plain letters; running numbers are those of one short code."""

import pytest

from desk_app.data import issue_list
from desk_app.data.issue_list import IssueFilter
from desk_app.domain import records
from desk_app.operations import duplicates, issue_deeds, issue_detail, issues
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.small_offices import EVENT


@pytest.mark.parametrize(("text", "count"), [
    ("100%", 1), ("%", 1), ("a_b", 1), ("_", 1), ("^", 1), ("", 2), ("BANJIR", 1),
])
def test_signs_are_letters(wajo: Desk, text: str, count: int) -> None:
    issues.new_issue(wajo, "Banjir 100% di a_b ^")
    issues.new_issue(wajo, "Padam")
    with wajo.reading() as connection:
        assert len(issue_list.search(connection, EVENT, IssueFilter(text=text))) == count


def test_the_highest_number_of_a_short_code(wajo: Desk) -> None:
    for number in ("WAJ-0009", "WAJ-10000", "WAJA-0500", "TEM-0700", "WAJ-x"):
        values = {"event": EVENT, "number": number, "place": "73.13", "title": "x"}
        transact(wajo, "x", lambda unit, values=values: unit.create(records.ISSUE, values))
    with wajo.reading() as connection:
        assert issue_list.highest_number(connection, "WAJ") == 10_000
        assert issue_list.highest_number(connection, "BEL") == 0
    assert issue_detail.issue(wajo, issues.new_issue(wajo, "baru")).row.number == "WAJ-10001"


def test_limit_and_turned_order(wajo: Desk) -> None:
    made = [issues.new_issue(wajo, f"nomor {number}") for number in range(4)]
    with wajo.reading() as connection:
        found = issue_list.search(connection, EVENT, IssueFilter(), limit=2)
        turned = issue_list.search(connection, EVENT, IssueFilter(), descending=True)
    assert [raw.row.no for raw in found] == made[:1:-1]
    assert [raw.row.no for raw in turned] == made


def test_the_threads_of_many_issues_are_those_of_each(wajo: Desk) -> None:
    numbers = [issues.new_issue(wajo, f"nomor {at}") for at in range(5)]
    for at, no in enumerate(numbers[:4]):
        for step in range(at):
            issue_deeds.follow_up(wajo, no, f"langkah {step}", at=2000 - step)
    duplicates.merge(wajo, numbers[1], [numbers[3]])
    with wajo.reading() as connection:
        asked = [no for no in numbers if no != numbers[3]]
        threads = issue_list.threads(connection, asked)
        merged = issue_list.merged_of(connection, asked)
        assert threads == {no: issue_list.thread(connection, no) for no in asked}
        assert len(threads[numbers[1]]) >= 4
        assert merged == {numbers[1]: issue_list.merged_rows(connection, numbers[1])}
        assert [row.no for row in merged[numbers[1]]] == [numbers[3]]
