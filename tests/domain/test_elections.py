# SPDX-License-Identifier: Apache-2.0
"""Events: their races where they are voted in, spare ballots, days and stages."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import elections, errors
from desk_app.domain.elections import Event, VoterClass


def test_the_figures_of_the_two_events(pemilu: Event, pilkada: Event) -> None:
    assert (pemilu.voting_day, pemilu.max_voters, pemilu.reserve_per_mille) == (date(2024, 2, 14), 300, 20)
    assert (pilkada.voting_day, pilkada.max_voters, pilkada.reserve_per_mille) == (
        date(2024, 11, 27),
        600,
        25,
    )
    assert [race.code for race in pemilu.races] == ["ppwp", "dpr", "dpd", "dprd_prov", "dprd_kab"]
    assert [race.code for race in pilkada.races] == ["gubernur", "bupati"]
    assert pemilu.phases == pilkada.phases == (-7, -3, -1, 0, 1)
    assert {pilkada.voter_classes[c].short for c in VoterClass} == {"DPT", "DPTb", "DPK"}
    assert pilkada.voter_classes[VoterClass.TRANSFERRED].short == "DPTb"


def test_the_races_of_a_region(pemilu: Event, pilkada: Event) -> None:
    def races(event: Event, code: str) -> list[str]:
        return [race.short for race in elections.for_region(event, code).races]

    assert races(pemilu, "73.13") == ["PPWP", "DPR", "DPD", "DPRD Prov", "DPRD Kab"]
    assert races(pemilu, "16.72") == ["PPWP", "DPR", "DPD", "DPRD Prov", "DPRD Kota"]
    assert races(pemilu, "31.71.01.1001-001") == ["PPWP", "DPR", "DPD", "DPRD Prov"]
    assert races(pilkada, "16.72") == ["Pilgub", "Pilwali"]
    assert races(pilkada, "34.01") == ["Pilbup"]
    assert races(pilkada, "31.71") == ["Pilgub"]


def test_the_words_of_a_race_follow_kabupaten_and_kota(pilkada: Event) -> None:
    heads = {code: elections.for_region(pilkada, code).races[1] for code in ("73.13", "16.72")}
    assert heads["73.13"].label == "Bupati dan Wakil Bupati"
    assert heads["73.13"].label_en == "Regent"
    assert heads["16.72"].label == "Wali Kota dan Wakil Wali Kota"
    assert heads["16.72"].label_en == "Mayor"
    assert elections.for_region(pilkada, "16.72").races[0].label == "Gubernur dan Wakil Gubernur"


def test_spare_ballots_are_rounded_up(pemilu: Event, pilkada: Event) -> None:
    assert elections.ballots_needed(287, pemilu) == 293
    assert elections.ballots_needed(300, pemilu) == 306
    assert elections.ballots_needed(301, pemilu) == 308
    assert elections.ballots_needed(600, pilkada) == 615
    assert elections.ballots_needed(1, pilkada) == 2
    assert elections.ballots_needed(0, pilkada) == 0


def test_spare_ballots_of_pasaman_are_more_than_of_its_total(pilkada: Event) -> None:
    """2.5 % of 186,760 gives 191,429; the office printed 191,748, rounding up in each TPS."""
    assert elections.ballots_needed(186_760, pilkada) == 191_429
    stations = [292] * 639 + [172]
    assert sum(stations) == 186_760
    assert sum(elections.ballots_needed(dpt, pilkada) for dpt in stations) > 191_429


def test_spare_ballots_of_bangkalan(pemilu: Event) -> None:
    """2 % of the total would be 17,321."""
    assert elections.spare_ballots(866_019, pemilu) == 17_321


@given(stations=st.lists(st.integers(0, 600), min_size=1, max_size=40))
def test_rounding_each_tps_never_gives_less(pilkada: Event, stations: list[int]) -> None:
    each = sum(elections.spare_ballots(dpt, pilkada) for dpt in stations)
    total = elections.spare_ballots(sum(stations), pilkada)
    assert total <= each < total + len(stations)


def test_days_in_words(pemilu: Event) -> None:
    assert elections.day_offset(pemilu, date(2024, 2, 8)) == -6
    assert [elections.day_words(offset) for offset in (-6, 0, 1)] == ["H-6", "H", "H+1"]


@given(st.integers(-400, 400))
def test_a_phase_reads_back(offset: int) -> None:
    assert elections.parse_phase(elections.day_words(offset)) == offset
    assert elections.parse_phase(f" {elections.day_words(offset).lower()} ") == offset


@pytest.mark.parametrize("text", ["X-1", "H-", "besok", "H1.5"])
def test_no_phase(text: str) -> None:
    with pytest.raises(errors.Refused):
        elections.parse_phase(text)


def test_the_phase_a_desk_works_on(pemilu: Event) -> None:
    day = pemilu.voting_day
    phases = {
        offset: elections.phase_on(pemilu, day + timedelta(offset)) for offset in (-30, -7, -6, -2, 0, 1, 9)
    }
    assert phases == {-30: -7, -7: -7, -6: -3, -2: -1, 0: 0, 1: 1, 9: 1}


def test_when_reports_are_waited_for_every_day(pilkada: Event, pemilu: Event) -> None:
    def daily(event: Event, *days: date) -> list[bool]:
        return [elections.is_daily(event, day) for day in days]

    assert daily(pilkada, date(2024, 2, 13), date(2024, 9, 24)) == [False, False]
    assert daily(pilkada, date(2024, 9, 25), date(2024, 12, 9), date(2024, 12, 10)) == [True, True, False]
    assert daily(pemilu, date(2024, 1, 30), date(2024, 1, 31)) == [False, True], "the campaign's days are not known"
    assert daily(pemilu, date(2024, 3, 20), date(2024, 3, 21)) == [True, False]
    moved = replace(pilkada, voting_day=date(2025, 8, 27))
    assert daily(moved, date(2024, 11, 26), date(2025, 8, 12), date(2025, 8, 13)) == [False, False, True]
    assert daily(moved, date(2025, 9, 4), date(2025, 9, 5)) == [True, False]


@pytest.mark.parametrize("data", [b"", b"code = 1", b"\xff", b'code = "x"\nkind = "lain"', b"[["])
def test_a_broken_template_is_refused(data: bytes) -> None:
    with pytest.raises(errors.Damaged):
        elections.parse(data)
