# SPDX-License-Identifier: Apache-2.0
"""What reading a chat asks of the database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.data import chat_list
from desk_app.operations import chat_intake, issue_deeds, issues, logbook
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE, TEMPE_VILLAGE
from tests.small_offices import EVENT


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


def test_regions_and_numbers(wajo: Desk) -> None:
    with wajo.reading() as connection:
        regions = dict(chat_list.regions(connection, EVENT, TEMPE))
        assert regions[TEMPE] == "Tempe"
        assert regions[MADDUKELLENG] == "Maddukelleng"
        assert all(code.startswith(TEMPE) for code in regions)
        assert chat_list.numbers(connection, EVENT, TEMPE) == {TEMPE_VILLAGE: {1, 2, 3, 5}, MADDUKELLENG: {1, 5}}
        assert chat_list.numbers(connection, EVENT, BELAWA) == {BELAWA_VILLAGE: {1, 2, 901}}


def test_messages_that_stand_there(wajo: Desk) -> None:
    [one] = chat_intake.read(wajo, "[07.10, 13/2/2024] Camat: aman").proposals
    [no] = chat_intake.accept(wajo, [one]).lines
    with wajo.reading() as connection:
        assert chat_list.known(connection, EVENT, [one.origin, "x"]) == {one.origin}
    logbook.delete_line(wajo, no)
    with wajo.reading() as connection:
        assert chat_list.known(connection, EVENT, [one.origin]) == set()


def test_open_issues_by_place_and_category(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Banjir", BELAWA, category="CUA")
    with wajo.reading() as connection:
        assert chat_list.open_issues(connection, EVENT, ["baru"]) == {(BELAWA, "CUA"): "WAJ-0001"}
    issue_deeds.close_issue(wajo, no)
    with wajo.reading() as connection:
        assert chat_list.open_issues(connection, EVENT, ["baru"]) == {}
