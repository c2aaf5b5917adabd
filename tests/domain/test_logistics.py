# SPDX-License-Identifier: Apache-2.0
"""The six ticks as figures suggest them, what a line lacks, and which items of the checklist are goods."""

import pytest

from desk_app.domain import elections as rules
from desk_app.domain import errors, logistics
from desk_app.domain.logistics import Journey, Line, State, Tick
from desk_app.domain.places import Kind
from desk_app.operations import elections

HOUR = 3600
DEADLINE = 1_000_000
PPK = "62.10.01/ppk"
PILKADA = rules.for_region(elections.template("pilkada-2024"), "62.10")
GOODS = logistics.goods(elections.checklist_for(PILKADA, "62.10").items)


def suggested(tick: Tick, *lines: Line, now: int = 0, **journey: object) -> logistics.Suggestion:
    made = Journey(place=PPK, deadline=DEADLINE, **journey)  # type: ignore[arg-type]
    return logistics.suggest(made, lines, now)[tick]


@pytest.mark.parametrize(
    ("line", "missing", "short", "surplus"),
    [
        (Line("x", planned=293), 0, 0, 0),
        (Line("x", planned=293, sent=285), 8, 8, 0),
        (Line("x", planned=293, sent=293, received=285), 8, 8, 0),
        (Line("x", planned=293, sent=285, received=285, damaged=2, wet=3), 8, 13, 0),
        (Line("x", sent=10, received=10, damaged=1), 0, 1, 0),
        (Line("x", planned=5, sent=7, received=7), 0, 0, 2),
        (Line("x", sent=4, received=0), 4, 4, 0),
    ],
)
def test_what_a_line_lacks(line: Line, missing: int, short: int, surplus: int) -> None:
    assert (line.missing, line.short, line.surplus) == (missing, short, surplus)


def test_the_quantity_is_right_when_all_came_and_wrong_with_the_first_that_lacks() -> None:
    full = Line("a", "Kotak", planned=2, sent=2, received=2)
    assert suggested(Tick.QUANTITY, full).value is True
    found = suggested(Tick.QUANTITY, full, Line("b", "Tinta", planned=4, sent=4, received=3))
    assert found.value is False
    assert str(found.words) == "Tinta kurang 1 dari 4"
    ink = Line("b", "Tinta", planned=4, sent=6, received=6)
    more = suggested(Tick.QUANTITY, ink, Line("c", "X", sent=1, received=2))
    assert str(more.words) == "Tinta lebih 2 dan 1 barang lain"


def test_what_has_not_come_says_nothing_but_a_load_too_small_does() -> None:
    assert suggested(Tick.QUANTITY).value is None
    assert suggested(Tick.QUANTITY, Line("a", planned=2, sent=2)).value is None
    assert suggested(Tick.QUANTITY, Line("a", planned=2, sent=1)).value is False


def test_damaged_or_wet_is_not_the_right_quality_and_nothing_damaged_says_nothing() -> None:
    assert suggested(Tick.QUALITY, Line("a", received=5)).value is None
    assert suggested(Tick.QUALITY, Line("a", received=5, wet=1)).value is False


@pytest.mark.parametrize(
    ("arrived", "now", "value", "words"),
    [
        (DEADLINE, 0, True, "tiba sebelum batasnya"),
        (DEADLINE + 1, 0, False, "tiba 0 menit sesudah batasnya"),
        (DEADLINE + 3 * HOUR, 0, False, "tiba 3 jam sesudah batasnya"),
        (None, DEADLINE, None, ""),
        (None, DEADLINE + 50 * HOUR, False, "belum tiba, lewat 2 hari dari batasnya"),
    ],
)
def test_time_is_measured_against_the_deadline(arrived: int | None, now: int, value: bool | None, words: str) -> None:
    found = suggested(Tick.TIME, arrived_at=arrived, now=now)
    assert (found.value, str(found.words or "")) == (value, words)


def test_without_a_deadline_no_time_is_late() -> None:
    assert logistics.suggest(Journey(PPK, arrived_at=5), [], 9)[Tick.TIME].value is None


def test_the_target_is_where_it_went() -> None:
    assert suggested(Tick.TARGET).value is None
    assert suggested(Tick.TARGET, arrived_at=5).value is True
    assert suggested(Tick.TARGET, arrived_at=5, arrived_place="62.10.02/ppk").value is False


def test_kind_and_cost_are_for_a_person_alone() -> None:
    found = logistics.suggest(Journey(PPK, arrived_at=5), [Line("a", sent=1, received=0)], 9)
    assert found[Tick.KIND].value is None
    assert found[Tick.COST].value is None
    assert list(found) == list(Tick)


def test_a_no_and_a_yes_against_the_figures_want_a_reason() -> None:
    yes, no = (logistics.Suggestion(Tick.TIME, value) for value in (True, False))
    for suggestion, value in ((yes, False), (no, True), (no, False)):
        with pytest.raises(errors.Refused, match="Tepat waktu"):
            logistics.require_reason(suggestion, value, "  ")
        logistics.require_reason(suggestion, value, "banjir")
    logistics.require_reason(yes, True, "")
    logistics.require_reason(no, None, "")


def test_states_follow_from_hours() -> None:
    assert Journey(PPK).state is State.PLANNED
    assert Journey(PPK, sent_at=1).state is State.UNDERWAY
    assert Journey(PPK, arrived_at=1).state is State.ARRIVED


def test_goods_are_the_materials_of_the_day_before_and_not_what_is_done_with_them() -> None:
    codes = [one.code for one in GOODS]
    assert {"log.kotak.gubernur", "log.kotak.bupati", "log.suara.bupati", "log.tinta", "log.formulir"} <= set(codes)
    assert not {"log.hujan", "log.bttb", "log.cukup", "log.kembali.bupati", "org.kpps"} & set(codes)


def test_a_tps_needs_its_voters_and_the_reserve_rounded_up_and_one_set_of_forms() -> None:
    items = {one.code: one for one in GOODS}
    assert logistics.needed(items["log.suara.bupati"], PILKADA, 409) == 409 + 11
    assert logistics.needed(items["log.suara.bupati"], PILKADA, None) is None
    assert logistics.needed(items["log.formulir"], PILKADA, None) == 1
    assert logistics.needed(items["log.segel"], PILKADA, 409) is None
    assert logistics.unit_of(items["log.formulir"]) == "set"


def test_all_races_are_covered_and_no_other_goods() -> None:
    assert logistics.covers("log.kotak", "log.kotak.bupati")
    assert logistics.covers("log.tinta", "log.tinta")
    assert not logistics.covers("log.kot", "log.kotak.bupati")


def test_goods_go_on_downwards_only() -> None:
    assert logistics.next_stages(Kind.PPK) == (Kind.PPS, Kind.TPS)
    assert logistics.next_stages(Kind.TPS) == ()
    assert logistics.stage_of("62.10.01.2001-003") is Kind.TPS
    assert logistics.stage_of("62.10/posko") is None
    assert logistics.stage_of("62.10") is None


def test_a_stock_is_given_out_until_nothing_is_left() -> None:
    assert logistics.share([3, 4, 5], 9) == [3, 4, 2]
    assert logistics.share([3, -1], 9) == [3, 0]
    assert logistics.share([3], -2) == [0]
