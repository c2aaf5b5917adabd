# SPDX-License-Identifier: Apache-2.0
"""How the days of a PSU stand by the office's settings, and what a state has to say."""

from datetime import date

import pytest

from desk_app.domain import errors, revotes
from desk_app.domain.revotes import Basis, Kind, Limit, State

VOTED = date(2024, 2, 14)
LIMITS: dict[Limit, int | None] = {Limit.REPEATED: 10, Limit.COURT: 45, Limit.DELAYED: None}


def days(kind: Kind, basis: Basis | None, today: date, ordered: date | None = None, held: date | None = None) -> str:
    found = revotes.count_days(
        kind, basis, voting_day=VOTED, ordered_on=ordered, held_on=held, today=today, limits=LIMITS
    )
    return str(found.words)


@pytest.mark.parametrize(
    ("kind", "basis", "today", "ordered", "held", "said"),
    [
        (Kind.REPEATED, Basis.SUPERVISOR, date(2024, 2, 16), None, None, "8 hari lagi (batas 24-02-2024)"),
        (Kind.REPEATED, None, date(2024, 2, 24), None, None, "hari terakhir (24-02-2024)"),
        (Kind.REPEATED, None, date(2024, 2, 26), None, None, "lewat 2 hari (batas 24-02-2024)"),
        (Kind.REPEATED, None, date(2024, 3, 26), None, date(2024, 2, 24), "sebelum batas 24-02-2024"),
        (Kind.REPEATED, None, date(2024, 3, 26), None, date(2024, 2, 27), "3 hari setelah batas 24-02-2024"),
        (Kind.REPEATED, Basis.COURT, date(2025, 3, 1), date(2025, 2, 24), None, "40 hari lagi (batas 10-04-2025)"),
        (Kind.REPEATED, Basis.COURT, date(2025, 3, 1), None, None, "batas hari belum diatur"),
        (Kind.DELAYED, Basis.COMMISSION, date(2024, 2, 16), None, None, "batas hari belum diatur"),
        (Kind.RECOUNT, Basis.COMMISSION, date(2024, 2, 16), None, None, "batas hari belum diatur"),
    ],
)
def test_the_days(
    kind: Kind, basis: Basis | None, today: date, ordered: date | None, held: date | None, said: str
) -> None:
    assert days(kind, basis, today, ordered, held) == said


@pytest.mark.parametrize(
    ("state", "given", "words"),
    [
        (State.HELD, {}, "tanggal pelaksanaannya"),
        (State.NOT_HELD, {"reason": " "}, "alasan"),
        (State.ORDERED, {}, "keputusan"),
    ],
)
def test_a_state_says_what_it_rests_on(state: State, given: dict[str, str], words: str) -> None:
    with pytest.raises(errors.Refused, match=words):
        revotes.check(state, **{"held_on": "", "reason": "", **given})
    revotes.check(state, held_on="2024-02-20", reason="batal", ordered_on="2024-02-16")


def test_what_is_typed() -> None:
    assert revotes.parse_kind(" PSSU ") is Kind.RECOUNT
    assert revotes.parse_limit(" ") is None
    assert revotes.parse_limit("30") == 30
    for wrong in ("0", "-1", "²", "1000", "x"):
        with pytest.raises(errors.Refused):
            revotes.parse_limit(wrong)
    with pytest.raises(errors.Refused):
        revotes.parse_kind("ulang")


@pytest.mark.parametrize(
    ("today", "held", "due"),
    [
        (date(2024, 2, 20), None, revotes.Due.NONE),
        (date(2024, 2, 21), None, revotes.Due.NEAR),
        (date(2024, 2, 24), None, revotes.Due.NEAR),
        (date(2024, 2, 25), None, revotes.Due.LATE),
        (date(2024, 2, 25), date(2024, 2, 23), revotes.Due.NONE),
        (date(2024, 2, 25), date(2024, 2, 25), revotes.Due.NONE),
    ],
)
def test_how_close_the_limit_is(today: date, held: date | None, due: revotes.Due) -> None:
    counted = revotes.count_days(
        Kind.REPEATED, None, voting_day=VOTED, ordered_on=None, held_on=held, today=today, limits=LIMITS
    )
    assert counted.due is due
    open_ended = revotes.count_days(
        Kind.DELAYED, None, voting_day=VOTED, ordered_on=None, held_on=held, today=today, limits=LIMITS
    )
    assert open_ended.due is revotes.Due.NONE
