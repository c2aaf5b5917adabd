# SPDX-License-Identifier: Apache-2.0
"""PSU and the like, read with the DPT of their TPS and the issue they came from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.data import revote_list
from desk_app.domain.revotes import Kind
from desk_app.operations import issues, revotes
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE, tps
from tests.small_offices import EVENT


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


def test_rows(wajo: Desk) -> None:
    issue = issues.new_issue(wajo, "x", BELAWA)
    first, second = tps(MADDUKELLENG, 5), tps(BELAWA_VILLAGE, 2)
    [one] = revotes.note(wajo, [first], Kind.REPEATED, issue=issue)
    [two] = revotes.note(wajo, [second], Kind.DELAYED)
    with wajo.reading() as connection:
        rows = revote_list.rows(connection, EVENT)
        assert [(row.no, row.dpt, row.issue_number) for row in rows] == [(one, 287, "WAJ-0001"), (two, None, None)]
        assert [row.no for row in revote_list.rows(connection, EVENT, TEMPE)] == [one]
        assert [row.no for row in revote_list.rows(connection, EVENT, issue=issue)] == [one]
        assert revote_list.one(connection, one).place == first
        assert revote_list.standing(connection, EVENT, first, "psu") == one
        assert revote_list.standing(connection, EVENT, first, "pss") is None
        assert revote_list.standing(connection, EVENT, first, "psu", "ppwp") == one, "one of all races is of this one"
    revotes.edit(wajo, one, race="dpd")
    with wajo.reading() as connection:
        assert revote_list.standing(connection, EVENT, first, "psu", "ppwp") is None
        assert revote_list.standing(connection, EVENT, first, "psu", "dpd") == one
        assert revote_list.standing(connection, EVENT, first, "psu") == one
    revotes.note_not_held(wajo, [one], "batal")
    revotes.delete(wajo, [two])
    with wajo.reading() as connection:
        assert revote_list.standing(connection, EVENT, first, "psu") is None
        assert [row.no for row in revote_list.rows(connection, EVENT)] == [one]
        assert revote_list.one(connection, two) is None
