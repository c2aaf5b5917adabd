# SPDX-License-Identifier: Apache-2.0
"""Saved filters: named, one for the opening, replaced by name, of one list, and never sent."""

import pytest

from desk_app.domain import errors, records
from desk_app.operations import history, saved_filters
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact


def test_kept_under_a_name(wajo: Desk) -> None:
    no = saved_filters.save(wajo, "issues", "  Logistik   Belawa ", {"quick": "open", "extra": {"area": "73.13.07"}})
    saved_filters.save(wajo, "stations", "Lain", {})
    [one] = saved_filters.filters(wajo, "issues")
    assert (one.no, one.name, one.first) == (no, "Logistik Belawa", False)
    assert one.what == {"quick": "open", "extra": {"area": "73.13.07"}}
    again = saved_filters.save(wajo, "issues", "logistik belawa", {"quick": "all"})
    assert again == no
    assert [(each.name, each.what) for each in saved_filters.filters(wajo, "issues")] == [
        ("logistik belawa", {"quick": "all"})
    ]


def test_one_is_used_at_opening(wajo: Desk) -> None:
    first, second = (saved_filters.save(wajo, "issues", name, {}) for name in "ab")
    saved_filters.use_first(wajo, "issues", first)
    saved_filters.use_first(wajo, "issues", second)
    assert [each.first for each in saved_filters.filters(wajo, "issues")] == [False, True]
    saved_filters.use_first(wajo, "issues", None)
    assert not any(each.first for each in saved_filters.filters(wajo, "issues"))


def test_forgotten_and_brought_back(wajo: Desk) -> None:
    no = saved_filters.save(wajo, "issues", "a", {})
    saved_filters.delete(wajo, no)
    assert saved_filters.filters(wajo, "issues") == ()
    history.undo(wajo)
    assert len(saved_filters.filters(wajo, "issues")) == 1


def test_refusals_and_what_nobody_here_can_read(wajo: Desk) -> None:
    with pytest.raises(errors.Refused, match="nama"):
        saved_filters.save(wajo, "issues", "  ", {})
    transact(
        wajo, "x", lambda unit: unit.create(records.SAVED_FILTER, {"page": "issues", "name": "baru", "what": "[1"})
    )
    assert saved_filters.filters(wajo, "issues") == ()
    for number in range(saved_filters.MOST - 1):
        saved_filters.save(wajo, "issues", f"n{number}", {})
    with pytest.raises(errors.Refused, match="Paling banyak"):
        saved_filters.save(wajo, "issues", "satu lagi", {})


def test_it_never_leaves_the_office() -> None:
    assert records.SAVED_FILTER.reach is records.Reach.INTERNAL
