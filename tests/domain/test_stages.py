# SPDX-License-Identifier: Apache-2.0
"""Stages: typed days, H-n, what runs and comes next, and which days are worked."""

from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain import errors, stages
from desk_app.domain.stages import Stage, State
from desk_app.operations import elections

VOTE = date(2024, 11, 27)
QUIET = Stage("masa_tenang", "Masa tenang", date(2024, 11, 24), date(2024, 11, 26))
CAMPAIGN = Stage("kampanye", "Kampanye", date(2024, 9, 25), date(2024, 11, 23))
DAY_ITSELF = Stage("pemungutan", "Pemungutan suara", VOTE, VOTE)
BLANK = Stage("lain", "Belum tentu")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("27-11-2024", VOTE),
        ("27/11/2024", VOTE),
        ("27.11.2024", VOTE),
        ("2024-11-27", VOTE),
        (" H ", VOTE),
        ("H-3", date(2024, 11, 24)),
        ("h - 3", date(2024, 11, 24)),
        ("H−3", date(2024, 11, 24)),
        ("H+19", date(2024, 12, 16)),
        ("", None),
    ],
)
def test_a_day_as_typed(typed: str, day: date | None) -> None:
    assert stages.parse_day(typed, VOTE) == day


@pytest.mark.parametrize("typed", ["31-11-2024", "besok", "H3", "27-11-24", "H-99999"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(errors.Refused, match=r"H-3"):
        stages.parse_day(typed, VOTE)


def test_a_day_and_its_offset_go_both_ways() -> None:
    for offset in range(-400, 400):
        assert stages.offset_of(stages.day_at(offset, VOTE), VOTE) == offset
    assert stages.day_at(19, VOTE) == date(2024, 12, 16)


@pytest.mark.parametrize(
    ("stage", "day", "state"),
    [
        (QUIET, date(2024, 11, 23), State.COMING),
        (QUIET, date(2024, 11, 24), State.RUNNING),
        (QUIET, date(2024, 11, 26), State.RUNNING),
        (QUIET, date(2024, 11, 27), State.OVER),
        (BLANK, VOTE, State.OPEN),
        (replace(QUIET, ends=None), date(2024, 11, 25), State.OPEN),
        (replace(QUIET, ends=None), date(2024, 11, 1), State.COMING),
        (replace(QUIET, starts=None), date(2024, 12, 1), State.OVER),
    ],
)
def test_where_a_stage_is(stage: Stage, day: date, state: State) -> None:
    assert stages.state_on(stage, day) is state


def test_what_runs_ends_first_before() -> None:
    long = Stage("x", "Lama", date(2024, 1, 1), date(2024, 12, 31))
    assert stages.running([long, QUIET, CAMPAIGN, BLANK], date(2024, 11, 25)) == [QUIET, long]


def test_deadlines_are_the_next_days_on_which_something_begins_or_ends() -> None:
    found = stages.deadlines([DAY_ITSELF, QUIET, CAMPAIGN, BLANK], date(2024, 11, 23))
    assert [(one.day.day, one.days, one.is_end, one.stage.code) for one in found] == [
        (23, 0, True, "kampanye"),
        (24, 1, False, "masa_tenang"),
        (26, 3, True, "masa_tenang"),
        (27, 4, False, "pemungutan"),
    ]
    assert len(stages.deadlines([DAY_ITSELF, QUIET, CAMPAIGN], date(2024, 11, 23), most=2)) == 2


def test_the_order_is_of_days_and_what_has_none_is_last() -> None:
    assert stages.ordered([BLANK, DAY_ITSELF, QUIET, CAMPAIGN]) == [CAMPAIGN, QUIET, DAY_ITSELF, BLANK]


def test_a_stage_needs_a_name_and_days_in_order() -> None:
    stages.check(BLANK)
    stages.check(DAY_ITSELF)
    with pytest.raises(errors.Refused, match="nama"):
        stages.check(replace(QUIET, name=" "))
    with pytest.raises(errors.Refused, match="selesai sebelum mulai"):
        stages.check(replace(QUIET, ends=date(2024, 11, 23)))


def test_dates_of_the_program_hold_for_its_own_voting_day_only() -> None:
    template = elections.template("pilkada-2024")
    same = {one.code: one for one in stages.shipped(template, template)}
    assert (same["masa_tenang"].starts, same["masa_tenang"].ends) == (date(2024, 11, 24), date(2024, 11, 26))
    assert same["masa_tenang"].source
    later = replace(template, voting_day=date(2025, 4, 16))
    other = {one.code: one for one in stages.shipped(later, template)}
    assert other["pemungutan"].starts == other["pemungutan"].ends == date(2025, 4, 16)
    assert all(one.starts is None and one.ends is None for code, one in other.items() if code != "pemungutan")
    assert other.keys() == same.keys()
    assert not any(one.source for one in other.values())


HOLIDAY = date(2024, 12, 25)


def test_weekends_are_worked_in_stages_and_days_off_are_not() -> None:
    saturday, sunday = date(2024, 11, 23), date(2024, 11, 24)
    assert stages.working_day(saturday)
    assert stages.working_day(sunday)
    assert not stages.working_day(saturday, weekends=False)
    assert not stages.working_day(sunday, weekends=False)
    assert stages.working_day(date(2024, 11, 22), weekends=False)
    assert not stages.working_day(HOLIDAY, {HOLIDAY})


def test_days_are_counted_on_over_what_is_not_worked() -> None:
    friday = date(2024, 12, 20)
    assert stages.add_working_days(friday, 0) == friday
    assert stages.add_working_days(friday, 3) == date(2024, 12, 23)
    assert stages.add_working_days(friday, 3, {HOLIDAY}, weekends=False) == date(2024, 12, 26)
    for count in range(1, 30):
        end = stages.add_working_days(friday, count, {HOLIDAY}, weekends=False)
        assert stages.working_day(end, {HOLIDAY}, weekends=False)
        assert stages.working_days_between(friday, end, {HOLIDAY}, weekends=False) == count
    assert stages.working_days_between(friday, friday) == 0
    assert stages.working_days_between(friday, date(2024, 12, 1)) == 0
