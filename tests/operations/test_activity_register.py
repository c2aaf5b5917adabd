# SPDX-License-Identifier: Apache-2.0
"""The list of activities by day, kind and words, and those that wait for a report."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.operations import activities, activity_register
from desk_app.operations.activities import Kind
from desk_app.operations.activity_register import ActivityFilter, Stage
from desk_app.operations.desk import Desk
from tests import regency_offices

BELAWA = regency_offices.BELAWA


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as opened:
        yield opened


def test_the_campaign_is_listed_by_day_kind_and_words(desk: Desk) -> None:
    rally = activities.new_activity(
        desk, "Kampanye tatap muka", Kind.CAMPAIGN, from_day="2024-02-03", from_minute=540, pair="02",
        figures="Ketua DPC", participants=250, place=BELAWA,
    )
    activities.new_activity(desk, "Rakor", Kind.MEETING, from_day="2024-02-03")
    activities.new_activity(desk, "Kampanye lain", Kind.CAMPAIGN, from_day="2024-01-30", to_day="2024-02-01")
    one_day = ActivityFilter(kinds=(Kind.CAMPAIGN,), since="2024-02-03", until="2024-02-03")
    [row] = activity_register.rows(desk, one_day)
    assert (row.no, row.when, row.participants) == (rally, "03-02-2024 09.00", 250)
    assert len(activity_register.rows(desk, ActivityFilter(since="2024-02-01", until="2024-02-01"))) == 1
    assert [one.no for one in activity_register.rows(desk, ActivityFilter(text="ketua 02"))] == [rally]
    assert [one.no for one in activity_register.rows(desk, ActivityFilter(area=BELAWA))] == [rally]


def test_those_that_wait_for_a_report_are_those_that_the_list_shows(desk: Desk) -> None:
    for day, until in (("2024-02-11", None), ("2024-02-10", "2024-02-13"), ("2024-02-14", None), (None, None)):
        activities.new_activity(desk, "Rakor", Kind.MEETING, from_day=day, to_day=until)
    assert activity_register.waiting(desk) == len(activity_register.rows(desk, stages=(Stage.UNREPORTED,))) == 1
