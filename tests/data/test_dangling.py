# SPDX-License-Identifier: Apache-2.0
"""References that lead nowhere are listed, and no others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.data import dangling
from desk_app.domain import records
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import small_offices
from tests.small_offices import EVENT, VILLAGE


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "office").desk as made:
        yield made


def listed(desk: Desk) -> list[dangling.Dangling]:
    with desk.reading() as connection:
        return dangling.dangling(connection)


def test_a_reference_to_what_was_deleted_is_listed_until_it_is_brought_back(desk: Desk) -> None:
    """§23 no. 81."""
    held = {"event": EVENT, "place": VILLAGE, "title": "a"}
    issue = transact(desk, "x", lambda unit: unit.create(records.ISSUE, held))
    told = transact(desk, "x", lambda unit: unit.create(records.FOLLOW_UP, {"issue": issue, "text": "Pompa"}))
    assert listed(desk) == []
    transact(desk, "x", lambda unit: unit.delete(records.ISSUE, issue))
    [lost] = listed(desk)
    assert lost == dangling.Dangling("follow_up", told, lost.title, "issue", deleted=True)
    assert "Pompa" in lost.title
    transact(desk, "x", lambda unit: unit.undelete(records.ISSUE, issue))
    assert listed(desk) == []
    transact(desk, "x", lambda unit: unit.delete(records.ISSUE, issue))
    transact(desk, "x", lambda unit: unit.delete(records.FOLLOW_UP, told))
    assert listed(desk) == []
