# SPDX-License-Identifier: Apache-2.0
"""Who wrote an issue down at this computer, and which role he has."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.data import issue_writers
from desk_app.operations import issue_register, issues
from desk_app.operations.accounts import Role
from tests import two_offices
from tests.operators import at_the_keyboard
from tests.regency_offices import TEMPE_VILLAGE, tps


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def test_own_ones_of_this_operator_at_this_computer(two: two_offices.Two) -> None:
    place = tps(TEMPE_VILLAGE, 1)
    desk = two.kabupaten
    own = issues.new_issue(desk, "Sendiri", place)
    with at_the_keyboard(desk, Role.OPERATOR):
        others = issues.new_issue(desk, "Orang lain", place)
        number = desk.operator.number
    issues.new_issue(two.tempe, "Kecamatan", place)
    two.carry(two.tempe, desk)
    every = [row.no for row in issue_register.issue_rows(desk)]
    assert len(every) == 3
    replica = desk.identity.replica
    with desk.reading() as connection:
        assert issue_writers.written_by(connection, every, replica, desk.operator.number) == {own}
        assert issue_writers.written_by(connection, every, replica, number) == {others}
        assert issue_writers.role(connection, "73.13", replica, desk.operator.number) == "admin"
        assert issue_writers.role(connection, "73.13", replica, number) == "operator"
        assert issue_writers.role(connection, "73.13", replica, 99) == ""
