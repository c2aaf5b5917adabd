# SPDX-License-Identifier: Apache-2.0
"""The register in every order and filter, its figures day by day, and what looks alike."""

import pytest

from desk_app.domain import errors
from desk_app.domain.issues import Severity, State
from desk_app.operations import answers, issue_register, issues
from desk_app.operations.desk import Desk
from desk_app.operations.issue_register import IssueFilter, Order
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE, tps
from tests.small_offices import NOW

HOUR, DAY = 3600, 86_400
STATION = tps(MADDUKELLENG, 5)


@pytest.fixture
def numbers(wajo: Desk) -> tuple[int, int, int]:
    """A flood (urgent, an hour ago), a dark TPS (low, conveyed, yesterday), a rumour (closed)."""
    flood = issues.new_issue(
        wajo, "Banjir di jalan ke TPS", tps(BELAWA_VILLAGE, 1), category="CUA", severity="kritis",
        reported_at=NOW - HOUR,
    )
    dark = issues.new_issue(
        wajo, "Listrik padam", tps(MADDUKELLENG, 5), category="LIS", severity="rendah", reported_at=NOW - DAY
    )
    issues.convey(wajo, dark, "PLN", "telepon")
    rumour = issues.new_issue(wajo, "Kabar bohong", TEMPE, category="HOA", reported_at=NOW - 2 * DAY)
    issues.close_issue(wajo, rumour, "100% tidak benar", State.UNFOUNDED)
    return flood, dark, rumour


def found(desk: Desk, chosen: IssueFilter | None = None, order: Order = Order.NEWEST) -> list[int]:
    return [row.no for row in issues.issue_rows(desk, chosen or IssueFilter(), order)]


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
    (IssueFilter(since=NOW - DAY, until=NOW), (0, 1)),
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
    row = issues.issue_rows(wajo, IssueFilter(numbers=(numbers[1],)))[0]
    assert (row.age_days, row.place_label, row.last_text) == (
        1, "TPS 005 · Kel. Maddukelleng", "Disampaikan kepada PLN (telepon).",
    )
    assert (row.severity_label, row.state_label, row.category_label) == (
        "Rendah", "Disampaikan", "Listrik/internet/komunikasi",
    )


def test_what_waits_too_long(wajo: Desk, numbers: tuple[int, ...]) -> None:
    assert found(wajo, IssueFilter(overdue=True)) == []
    wajo.now = lambda: NOW + HOUR
    assert found(wajo, IssueFilter(overdue=True)) == []  # it was reported an hour before it was written down
    assert str(issues.issue(wajo, numbers[0]).row.waits) == "jawaban pertama: 1 menit lagi"
    wajo.now = lambda: NOW + HOUR + 60
    assert found(wajo, IssueFilter(overdue=True)) == [numbers[0]]
    assert str(issues.issue(wajo, numbers[0]).row.overdue) == "jawaban pertama: lewat 1 menit"
    issues.follow_up(wajo, numbers[0], "BPBD berangkat")
    assert found(wajo, IssueFilter(overdue=True)) == []


def test_figures(wajo: Desk, numbers: tuple[int, ...]) -> None:
    figures = issues.counts(wajo, last_days=3)
    assert (figures.open, figures.total, figures.overdue) == (2, 3, 0)
    assert figures.by_state == {State.NEW: 1, State.CONVEYED: 1, State.UNFOUNDED: 1}
    assert figures.by_severity == {Severity.URGENT: 1, Severity.LOW: 1}
    assert [(day.reported, day.closed, day.open) for day in figures.per_day] == [(1, 0, 1), (1, 0, 2), (1, 1, 2)]
    assert issues.counts(wajo, BELAWA).total == 1


def test_look_alikes(wajo: Desk, numbers: tuple[int, ...]) -> None:
    alike = issues.look_alikes(wajo, "banjir menutup jalan", tps(BELAWA_VILLAGE, 2), "CUA")
    assert [row.no for row in alike] == [numbers[0]]
    assert [row.no for row in issues.look_alikes(wajo, "", tps(BELAWA_VILLAGE, 1))] == [numbers[0]]
    assert issues.look_alikes(wajo, "banjir jalan", besides=numbers[0]) == []
    assert issues.look_alikes(wajo, "mesin foto rusak") == []


def test_none_such(wajo: Desk) -> None:
    with pytest.raises(errors.NotFound):
        issues.issue(wajo, 12345)


def test_the_item_an_issue_was_raised_from_is_told_with_its_phase(wajo: Desk) -> None:
    answers.set_answer(wajo, STATION, "log.hujan@h", "B")
    found = issue_register.issue(wajo, issues.issue_from_answer(wajo, STATION, "log.hujan@h"))
    assert (found.item, found.item_phase) == ("log.hujan@h", 0)
    assert found.item_label != found.item
    plain = issue_register.issue(wajo, issues.new_issue(wajo, "Banjir", STATION, item="versi.baru"))
    assert (plain.item_label, plain.item_phase) == ("versi.baru", None)
