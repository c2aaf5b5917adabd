# SPDX-License-Identifier: Apache-2.0
"""The register in every order and filter, its figures day by day, and what looks alike."""

import pytest

from desk_app.operations import issue_deeds, issue_detail, issue_register
from desk_app.operations.desk import Desk
from desk_app.operations.issue_register import IssueFilter, Order
from tests import three_issues
from tests.regency_offices import BELAWA, MADDUKELLENG, TEMPE, tps
from tests.small_offices import NOW


@pytest.fixture
def numbers(wajo: Desk) -> tuple[int, int, int]:
    return three_issues.written(wajo)


def found(desk: Desk, chosen: IssueFilter | None = None, order: Order = Order.NEWEST) -> list[int]:
    return [row.no for row in issue_register.issue_rows(desk, chosen or IssueFilter(), order)]


@pytest.mark.parametrize(("chosen", "which"), [
    (IssueFilter(), (0, 1, 2)),
    (IssueFilter(open_only=True), (0, 1)),
    (IssueFilter(states=("disampaikan",)), (1,)),
    (IssueFilter(severities=("sangat_mendesak", "sedang")), (0, 2)),
    (IssueFilter(categories=("LIS",)), (1,)),
    (IssueFilter(area=BELAWA), (0,)),
    (IssueFilter(area=TEMPE), (1, 2)),
    (IssueFilter(area=tps(MADDUKELLENG, 5)), (1,)),
    (IssueFilter(addressee="PLN"), (1,)),
    (IssueFilter(text="jalan banjir"), (0,)),
    (IssueFilter(text="waj-0002"), (1,)),
    (IssueFilter(text="100%"), ()),
    (IssueFilter(since=NOW - three_issues.DAY, until=NOW), (0, 1)),
    (IssueFilter(unanswered=True), (0,)),
])
def test_filters(wajo: Desk, numbers: tuple[int, ...], chosen: IssueFilter, which: tuple[int, ...]) -> None:
    assert found(wajo, chosen) == [numbers[place] for place in which]


@pytest.mark.parametrize(("order", "which"), [
    (Order.NEWEST, (0, 1, 2)), (Order.NUMBER, (0, 1, 2)), (Order.SEVERITY, (0, 2, 1)), (Order.STATE, (0, 1, 2)),
    (Order.PLACE, (2, 1, 0)), (Order.CATEGORY, (0, 2, 1)), (Order.SILENT, (0, 1, 2)),
])
def test_orders(wajo: Desk, numbers: tuple[int, ...], order: Order, which: tuple[int, ...]) -> None:
    assert found(wajo, order=order) == [numbers[place] for place in which]


def test_a_row_tells_age_place_and_last_follow_up(wajo: Desk, numbers: tuple[int, ...]) -> None:
    row = issue_register.issue_rows(wajo, IssueFilter(numbers=(numbers[1],)))[0]
    assert (row.age_days, row.place_label, row.last_text) == (
        1, "TPS 005 · Kel. Maddukelleng", "Disampaikan kepada PLN (telepon).",
    )
    assert (row.severity_label, row.state_label, row.category_label) == (
        "Rendah", "Disampaikan", "Listrik/internet/komunikasi",
    )


def test_what_waits_too_long(wajo: Desk, numbers: tuple[int, ...]) -> None:
    assert found(wajo, IssueFilter(overdue=True)) == []
    wajo.now = lambda: NOW + three_issues.HOUR
    assert found(wajo, IssueFilter(overdue=True)) == []  # it was reported an hour before it was written down
    assert str(issue_detail.issue(wajo, numbers[0]).row.waits) == "jawaban pertama: 1 menit lagi"
    wajo.now = lambda: NOW + three_issues.HOUR + 60
    assert found(wajo, IssueFilter(overdue=True)) == [numbers[0]]
    assert str(issue_detail.issue(wajo, numbers[0]).row.overdue) == "jawaban pertama: lewat 1 menit"
    issue_deeds.follow_up(wajo, numbers[0], "BPBD berangkat")
    assert found(wajo, IssueFilter(overdue=True)) == []
