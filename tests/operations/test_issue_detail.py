# SPDX-License-Identifier: Apache-2.0
"""One issue in full, and none such."""

import pytest

from desk_app.domain import errors
from desk_app.operations import answers, issue_detail, issue_register, issues
from desk_app.operations.desk import Desk
from desk_app.operations.issue_register import IssueFilter, Order
from tests.regency_offices import MADDUKELLENG, tps

STATION = tps(MADDUKELLENG, 5)


def found(desk: Desk, chosen: IssueFilter | None = None, order: Order = Order.NEWEST) -> list[int]:
    return [row.no for row in issue_register.issue_rows(desk, chosen or IssueFilter(), order)]


def test_none_such(wajo: Desk) -> None:
    with pytest.raises(errors.NotFound):
        issue_detail.issue(wajo, 12345)


def test_the_item_an_issue_was_raised_from_is_told_with_its_phase(wajo: Desk) -> None:
    answers.set_answer(wajo, STATION, "log.hujan@h", "B")
    found = issue_detail.issue(wajo, issues.issue_from_answer(wajo, STATION, "log.hujan@h"))
    assert (found.item, found.item_phase) == ("log.hujan@h", 0)
    assert found.item_label != found.item
    plain = issue_detail.issue(wajo, issues.new_issue(wajo, "Banjir", STATION, item="versi.baru"))
    assert (plain.item_label, plain.item_phase) == ("versi.baru", None)
