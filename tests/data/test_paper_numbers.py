# SPDX-License-Identifier: Apache-2.0
"""Numbers as they were given, and on how many papers each stands."""

from desk_app.data import paper_numbers
from desk_app.domain import records
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.small_offices import EVENT


def paper(desk: Desk, title: str, number: str, about: str = "") -> None:
    values = {"event": EVENT, "kind": "x", "title": title, "number": number, "about": about, "at": 1, "code": title}
    transact(desk, "uji", lambda unit: unit.create(records.PRINTED, values))


def test_issues_of_one_paper_use_a_number_once(wajo: Desk) -> None:
    paper(wajo, "A", "1")
    paper(wajo, "A", "1")
    paper(wajo, "B", "2")
    paper(wajo, "B", "2", about="record 5")
    with wajo.reading() as connection:
        assert paper_numbers.used(connection, EVENT, "x") == {"1": 1, "2": 2}
        assert paper_numbers.used(connection, EVENT, "y") == {}
        assert paper_numbers.one(connection, 1) is None
        assert paper_numbers.series(connection, EVENT) == []
        assert paper_numbers.dropped(connection, EVENT, "1") == []
