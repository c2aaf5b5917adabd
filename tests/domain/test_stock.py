# SPDX-License-Identifier: Apache-2.0
"""Which word about goods is shown: the later one, unless details do not cover everything yet; gaps are told."""

from desk_app.domain import stock
from desk_app.domain.readiness import Readiness
from desk_app.domain.stock import Basis, Word


def told(there: int, at: int, **more: object) -> Word:
    return Word(Basis.TOLD, there, 410, at, **more)  # type: ignore[arg-type]


def shipped(there: int, at: int, *, whole: bool, **more: object) -> Word:
    return Word(Basis.SHIPPED, there, 410, at, whole=whole, **more)  # type: ignore[arg-type]


def test_nothing_is_known_where_nobody_said_anything() -> None:
    found = stock.choose([])
    assert (found.shown, found.state) == (None, Readiness.NOT_YET)


def test_the_later_of_two_reports_is_shown_and_the_other_is_a_gap() -> None:
    early, late = told(400, 5), told(410, 9)
    found = stock.choose([early, late])
    assert found.shown is late
    assert found.words == (late, early)
    assert found.gap == -10
    assert found.state is Readiness.READY


def test_details_that_lack_places_replace_no_report() -> None:
    report, some = told(410, 5), shipped(30, 9, whole=False)
    found = stock.choose([report, some])
    assert found.shown is report
    assert found.gap == 0, "part of the places says nothing against the whole"


def test_details_that_are_more_already_are_shown() -> None:
    some = shipped(300, 9, whole=False)
    assert stock.choose([told(200, 10), some]).shown is some


def test_details_of_all_places_are_shown_unless_a_report_is_later() -> None:
    every = shipped(400, 5, whole=True)
    report = told(410, 9)
    assert stock.choose([every, told(410, 3)]).shown is every
    assert stock.choose([every, report]).shown is report
    assert stock.choose([every, report]).gap == -10


def test_at_the_same_hour_the_more_exact_is_shown() -> None:
    counted = Word(Basis.COUNTED, 409, 410, 5)
    assert stock.choose([shipped(410, 5, whole=True), counted]).shown is counted


def test_what_is_missing_or_spoilt_is_a_problem() -> None:
    for more in ({"short": 1}, {"damaged": 1}, {"wet": 1}):
        assert stock.choose([told(410, 1, **more)]).state is Readiness.PROBLEM
    assert stock.choose([told(12, 1)]).state is Readiness.INCOMPLETE
    assert stock.choose([told(0, 1)]).state is Readiness.NOT_YET


def test_a_sum_tells_whether_it_lacks_parts() -> None:
    parts = [stock.choose([told(10, 1, damaged=2)]), stock.choose([shipped(5, 7, whole=True)]), stock.choose([])]
    found = stock.total(parts, 30)
    assert found is not None
    assert (found.there, found.total, found.damaged, found.at, found.whole) == (15, 30, 2, 7, False)
    assert found.basis is Basis.TOLD, "a sum is as exact as its least exact part"
    assert stock.total([stock.choose([])], 30) is None
    assert stock.choose([found, told(20, 2)]).shown == told(20, 2), "a report of the whole is more than a sum of some"


def test_what_was_damaged_and_has_been_replaced_is_no_problem_any_more() -> None:
    assert stock.choose([told(412, 1, damaged=2)]).state is Readiness.READY
    assert stock.choose([told(411, 1, damaged=2)]).state is Readiness.PROBLEM
