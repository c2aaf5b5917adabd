# SPDX-License-Identifier: Apache-2.0
"""Rows of Buku Posko: found by time, words and area, with what they became and what is kept in confidence."""

from desk_app.data import log_list
from desk_app.operations import duplicates, issues, logbook
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA
from tests.small_offices import EVENT, NOW


def test_lines_by_time_words_and_area(wajo: Desk) -> None:
    first = logbook.add_line(wajo, "Hujan 100%", "Camat", place=BELAWA, at=NOW - 900)
    second = logbook.add_line(wajo, "Listrik padam", at=NOW)
    with wajo.reading() as connection:

        def found(since: int = 0, until: int = 0, text: str = "", area: str = "", limit: int = 9) -> list[int]:
            return [row.no for row in log_list.lines(connection, EVENT, since, until, text, area, limit)]

        assert found() == [second, first]
        assert found(since=NOW) == [second]
        assert found(until=NOW) == [first]
        assert found(text="camat hujan") == [first]
        assert found(text="100%") == [first]
        assert found(text="%x") == []
        assert found(area=BELAWA) == [first]
        assert found(limit=1) == [second]
        assert log_list.moments(connection, EVENT) == [NOW, NOW - 900]


def test_what_became_an_issue_in_confidence_or_was_merged_into_one(wajo: Desk) -> None:
    lines = [logbook.add_line(wajo, text) for text in ("satu", "dua", "tiga")]
    secret, merged, plain = (logbook.promote(wajo, no) for no in lines)
    issues.edit_issue(wajo, secret, confidential=True)
    with wajo.reading() as connection:
        assert log_list.in_confidence(connection) == {lines[0]}
        [row] = [one for one in log_list.lines(connection, EVENT, 0, 0, "tiga", "", 9) if one.issue_no == plain]
        assert row.issue_number
    duplicates.merge(wajo, secret, [merged])
    with wajo.reading() as connection:
        assert log_list.in_confidence(connection) == set(lines[:2])
