# SPDX-License-Identifier: Apache-2.0
"""TPS: numbers, voters, remarks that save with the figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import errors, stations
from desk_app.domain.elections import Event


@given(st.integers(1, 999))
def test_a_number_reads_back_from_its_label(number: int) -> None:
    assert stations.parse_number(stations.label(number)) == number
    assert stations.parse_number(f" {number} ") == number


@pytest.mark.parametrize("text", ["", "0", "000", "1000", "5a", "-5", "1.5", "٥", "9" * 5000])
def test_no_number(text: str) -> None:
    with pytest.raises(errors.Refused):
        stations.parse_number(text)


def test_special_stations_begin_at_901() -> None:
    assert [stations.is_special(number) for number in (1, 900, 901, 905)] == [False, False, True, True]
    assert stations.label(5) == "TPS 005"


def test_empty_is_not_zero() -> None:
    assert stations.parse_voters(" ") is None
    assert stations.parse_voters("0") == 0
    assert stations.parse_voters("287") == 287


@pytest.mark.parametrize("text", ["1.146", "1,146", "-1", "banyak", "2 8", "²", "9" * 5000])
def test_voters_are_never_guessed(text: str) -> None:
    with pytest.raises(errors.Refused):
        stations.parse_voters(text)


def test_the_newspaper_figures_of_pagar_alam_do_not_add_up() -> None:
    remarks = stations.check_sum(54_028, 53_028, 107_916)
    assert [str(remark) for remark in remarks] == [
        "L 54028 + P 53028 = 107056, tetapi jumlah tertulis 107916: selisih 860."
    ]


def test_wajo_adds_up() -> None:
    assert stations.check_sum(139_467, 153_610, 293_077) == []
    assert stations.check_sum(None, 153_610, 293_077) == []


def test_more_voters_than_a_tps_may_have_is_a_remark(pemilu: Event, pilkada: Event) -> None:
    assert stations.check_voters(pemilu, 150, 150) == []
    assert "301" in str(stations.check_voters(pemilu, 151, 150)[0])
    assert stations.check_voters(pilkada, 151, 150) == []
    assert len(stations.check_voters(pilkada, None, None, 601)) == 1
    assert len(stations.check_voters(pemilu, 0, 0)) == 1
    assert stations.check_voters(pemilu, None, None) == []
    with pytest.raises(errors.Refused):
        stations.check_voters(pemilu, -1, 5)


def test_voters_are_the_sum_where_both_are_known() -> None:
    assert stations.voters(139, 148) == 287
    assert stations.voters(139, 148, 999) == 287
    assert stations.voters(None, 148, 290) == 290
    assert stations.voters(None, 148) is None

