# SPDX-License-Identifier: Apache-2.0
"""Indicators: numbers as they are typed, targets, sums over regions with holes and disagreements, trend."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import errors, indicators
from desk_app.domain.indicators import Base, Better, Combine, Count, Definition, Figure, Measured, Standing

BELOW = {"74.06": ["74.06.01", "74.06.02"], "74.06.01": ["74.06.01.2001", "74.06.01.2002"]}


@pytest.mark.parametrize(
    ("text", "decimals", "value"),
    [
        ("83,82", 2, 8382),
        ("83", 2, 8300),
        ("83,8", 2, 8380),
        ("83,800", 2, 8380),
        ("98.030", 0, 98030),
        ("Rp 1.250.000.000", 0, 1_250_000_000),
        ("98,03 %", 2, 9803),
        ("-1,5", 1, -15),
        ("0", 0, 0),
    ],
)
def test_a_number_is_read_as_it_is_written_here(text: str, decimals: int, value: int) -> None:
    assert indicators.parse(text, decimals) == value


@pytest.mark.parametrize("text", ["83.82", "1.25", "12.3456", "98.03"])
def test_a_point_for_a_comma_is_refused_with_words_that_say_so(text: str) -> None:
    with pytest.raises(errors.Refused, match="koma untuk pecahan"):
        indicators.parse(text, 2)


@pytest.mark.parametrize(("text", "decimals"), [("abc", 0), ("", 0), ("83,825", 2), ("1,5", 0), ("1..000", 0)])
def test_what_is_no_number_is_refused(text: str, decimals: int) -> None:
    with pytest.raises(errors.Refused):
        indicators.parse(text, decimals)


@given(st.integers(-(10**15), 10**15), st.integers(0, 3))
def test_what_is_written_is_read_back(value: int, decimals: int) -> None:
    assert indicators.parse(indicators.write(value, decimals), decimals) == value


@given(st.integers(-(10**12), 10**12), st.integers(0, 6), st.integers(0, 6))
def test_scaling_up_and_down_again_loses_nothing(value: int, before: int, more: int) -> None:
    after = min(before + more, 6)
    assert indicators.rescaled(indicators.rescaled(value, before, after), after, before) == value


def test_scaling_down_rounds_a_half_away_from_zero() -> None:
    assert [indicators.rescaled(value, 2, 1) for value in (8385, 8384, -8385)] == [839, 838, -839]


def test_units_stand_where_they_are_read() -> None:
    assert indicators.written(8382, Definition("a", "A", "%", decimals=2)) == "83,82 %"
    assert indicators.written(1_250_000, Definition("a", "A", "Rp")) == "Rp 1.250.000"
    assert indicators.written(None, Definition("a", "A")) == "–"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (24_500_000_000, "Rp 24,5 miliar"),
        (-14_700_000_000, "−Rp 14,7 miliar"),
        (1_000_000_000_000, "Rp 1 triliun"),
        (1_259_999_999, "Rp 1,25 miliar"),
        (2_500_000, "Rp 2,5 juta"),
        (950_000, "Rp 950.000"),
        (None, "–"),
    ],
)
def test_large_sums_are_said_in_words_where_room_is_narrow(value: int | None, words: str) -> None:
    assert indicators.brief(value, Definition("a", "A", "Rp")) == words


def test_a_kept_number_is_said_without_noughts_at_its_end() -> None:
    assert [indicators.plain(value, 3) for value in (97400, 98030, 5000, 1_250_000, -500, 0)] == [
        "97,4", "98,03", "5", "1.250", "−0,5", "0",
    ]
    assert indicators.plain(1500, 0) == "1.500"


def test_more_than_a_hundred_per_cent_is_odd_but_not_refused() -> None:
    rate = Definition("a", "A", "%", decimals=2)
    assert indicators.odd(10001, rate) is not None
    assert indicators.odd(10000, rate) is None
    assert indicators.odd(-1, rate) is not None


def test_a_rate_is_aimed_at_everywhere_alike() -> None:
    rate = Definition("a", "A", "%", 8382, 2, combine=Combine.OWN)
    assert indicators.target_of(rate, Count(22, 143), whole=True) == 8382
    assert indicators.target_of(rate, Count(1, 6), whole=False) == 8382


def test_a_target_for_each_is_multiplied_with_what_there_is() -> None:
    ppk = Definition("ppk", "PPK", "orang", target_each=5, base=Base.DISTRICT)
    assert indicators.target_of(ppk, Count(districts=22), whole=True) == 110
    assert indicators.target_of(ppk, Count(districts=1), whole=False) == 5
    assert indicators.target_of(ppk, Count(), whole=False) is None
    pps = replace(ppk, target_each=3, base=Base.VILLAGE)
    assert indicators.target_of(pps, Count(1, 6, 20), whole=False) == 18
    assert indicators.target_of(replace(pps, base=Base.STATION), Count(1, 6, 20), whole=False) == 60


def test_a_target_that_was_set_outweighs_the_reckoned_one_for_the_whole_only() -> None:
    ppk = Definition("ppk", "PPK", "orang", target=100, target_each=5, base=Base.DISTRICT)
    assert indicators.target_of(ppk, Count(districts=22), whole=True) == 100
    assert indicators.target_of(ppk, Count(districts=1), whole=False) == 5


def test_of_a_sum_nobody_knows_what_each_part_shall_bring() -> None:
    funds = Definition("nphd", "NPHD", "Rp", 1000)
    assert indicators.target_of(funds, Count(1, 6), whole=False) is None


@pytest.mark.parametrize(
    ("value", "target", "better", "expected"),
    [
        (8382, 8382, Better.UP, Standing.MET),
        (8381, 8382, Better.UP, Standing.SHORT),
        (3, 4, Better.DOWN, Standing.MET),
        (5, 4, Better.DOWN, Standing.SHORT),
        (5, None, Better.UP, Standing.UNAIMED),
        (None, 4, Better.UP, Standing.UNMEASURED),
    ],
)
def test_standing_towards_the_target(value: int | None, target: int | None, better: str, expected: Standing) -> None:
    assert indicators.standing(value, target, better) is expected


def test_the_latest_value_up_to_a_day() -> None:
    values = [Measured("2024-01-01", 1), Measured("2024-02-01", 2)]
    assert indicators.latest(values) == values[1]
    assert indicators.latest(values, "2024-01-31") == values[0]
    assert indicators.latest(values, "2023-12-31") is None


def test_a_rate_of_the_whole_is_never_summed() -> None:
    values = {"74.06.01": [Measured("2024-02-01", 50)], "74.06.02": [Measured("2024-02-01", 60)]}
    assert indicators.figure("74.06", values, BELOW, Combine.OWN) == Figure()


def test_a_sum_names_how_many_parts_it_has_and_stands_when_nothing_was_typed_for_the_whole() -> None:
    values = {"74.06.01": [Measured("2024-02-01", 5)]}
    found = indicators.figure("74.06", values, BELOW, Combine.SUM)
    assert (found.value, found.parts, found.of, found.partial) == (5, 1, 2, True)


def test_what_was_typed_for_the_whole_stands_until_every_part_is_there_and_the_gap_is_told() -> None:
    values = {"74.06": [Measured("2024-02-01", 12)], "74.06.01": [Measured("2024-02-01", 5)]}
    assert indicators.figure("74.06", values, BELOW, Combine.SUM).value == 12
    values["74.06.02"] = [Measured("2024-02-02", 6)]
    found = indicators.figure("74.06", values, BELOW, Combine.SUM)
    assert (found.value, found.gap, found.partial, found.day) == (11, 1, False, "2024-02-02")


def test_a_sum_of_a_partial_part_is_partial() -> None:
    values = {"74.06.01.2001": [Measured("2024-02-01", 3)], "74.06.02": [Measured("2024-02-01", 4)]}
    found = indicators.figure("74.06", values, BELOW, Combine.SUM)
    assert (found.value, found.parts, found.of) == (7, 1, 2)


def test_what_offices_differ_about_is_in_no_sum() -> None:
    values = {"74.06.01": [Measured("2024-02-01", 5, disputed=True)], "74.06.02": [Measured("2024-02-01", 6)]}
    found = indicators.figure("74.06", values, BELOW, Combine.SUM)
    assert (found.value, found.disputed, found.partial) == (6, 1, True)
    alone = indicators.figure("74.06.01", values, {}, Combine.SUM)
    assert (alone.value, alone.disputed) == (None, 1)
    assert indicators.standing(alone.value, 5, Better.UP, alone.disputed) is Standing.DISPUTED


def test_the_trend_takes_the_sum_of_each_day_and_leaves_out_days_with_holes() -> None:
    values = {
        "74.06.01": [Measured("2024-01-01", 1), Measured("2024-02-01", 5)],
        "74.06.02": [Measured("2024-01-15", 2)],
    }
    assert indicators.trend("74.06", values, BELOW, Combine.SUM) == [("2024-01-15", 3), ("2024-02-01", 7)]
    assert indicators.trend("74.06", values, BELOW, Combine.SUM, "2024-01-20") == [("2024-01-15", 3)]


def test_a_code_is_made_of_the_words_and_never_twice() -> None:
    assert indicators.code_for("Kartu Pemilih (baru)", []) == "kartu-pemilih-baru"
    assert indicators.code_for("Kartu", ["kartu", "kartu-2"]) == "kartu-3"
    assert indicators.code_for("??", []) == "indikator"


def test_what_no_source_gives_is_left_blank_in_the_offered_set() -> None:
    """Figures printed as law would be an invention (domain.md: [memory])."""
    given_figures = {one.code: one.target_each for one in indicators.OFFERED if one.target_each is not None}
    assert given_figures == {"ppk": 5, "pps": 3, "kpps": 7, "linmas-tps": 2, "tps-terbentuk": 1}
    assert all(one.target is None for one in indicators.OFFERED)
    assert len({one.code for one in indicators.OFFERED}) == len(indicators.OFFERED)


def test_which_units_are_rates() -> None:
    assert all(indicators.is_rate(unit) for unit in ("%", " % ", "Persen", "‰"))
    assert not any(indicators.is_rate(unit) for unit in ("", "orang", "Rp", "TPS"))
    assert indicators.combined("orang", None) == Combine.SUM
    assert indicators.combined("Rp", Combine.OWN) == Combine.OWN
    assert indicators.combined("%", Combine.SUM) == Combine.OWN
    assert not any(indicators.is_rate(one.unit) and one.combine == Combine.SUM for one in indicators.OFFERED)
