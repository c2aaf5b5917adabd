# SPDX-License-Identifier: Apache-2.0
"""What looks alike while an issue is typed."""

import pytest

from desk_app.operations import issue_look_alikes
from desk_app.operations.desk import Desk
from tests import three_issues
from tests.regency_offices import BELAWA_VILLAGE, tps


@pytest.fixture
def numbers(wajo: Desk) -> tuple[int, int, int]:
    return three_issues.written(wajo)


def test_look_alikes(wajo: Desk, numbers: tuple[int, ...]) -> None:
    alike = issue_look_alikes.look_alikes(wajo, "banjir menutup jalan", tps(BELAWA_VILLAGE, 2), "CUA")
    assert [row.no for row in alike] == [numbers[0]]
    assert [row.no for row in issue_look_alikes.look_alikes(wajo, "", tps(BELAWA_VILLAGE, 1))] == [numbers[0]]
    assert issue_look_alikes.look_alikes(wajo, "banjir jalan", besides=numbers[0]) == []
    assert issue_look_alikes.look_alikes(wajo, "mesin foto rusak") == []
