# SPDX-License-Identifier: Apache-2.0
"""The office's list of indicators: added to, renamed, put in order, taken out of use; it reaches the kecamatan."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import history, risk, risk_indicators, stations
from desk_app.operations.desk import Desk
from tests import two_offices
from tests.regency_offices import TEMPE_VILLAGE, tps

STATION = tps(TEMPE_VILLAGE, 1)


def codes(desk: Desk) -> list[str]:
    return [one.code for one in risk_indicators.offered(desk)]


def test_the_shipped_list_stands_until_it_is_edited(wajo: Desk) -> None:
    assert codes(wajo) == [f"P{number:02d}" for number in range(1, 23)]


def test_one_of_its_own_is_ticked_and_counted(wajo: Desk) -> None:
    code = risk_indicators.add(wajo, "Jalan longsor", "longsor", "Lokasi")
    assert (code, codes(wajo)[-1]) == ("7313-01", "7313-01")
    stations.set_indicator(wajo, STATION, code, True, "km 7")
    [found] = stations.station(wajo, STATION).indicators
    assert (found.code, found.label, found.short, found.note) == ("7313-01", "Jalan longsor", "longsor", "km 7")
    [line] = [one for one in risk.totals(wajo).indicators if one.count]
    assert (line.code, line.label, line.count) == ("7313-01", "Jalan longsor", 1)
    assert risk_indicators.add(wajo, "Jembatan putus") == "7313-02"


def test_a_renamed_one_keeps_what_was_ticked(wajo: Desk) -> None:
    stations.set_indicator(wajo, STATION, "P04", True)
    risk_indicators.rename(wajo, "P04", {"label": "Tanpa sinyal seluler", "short": "sinyal"})
    [found] = stations.station(wajo, STATION).indicators
    assert (found.code, found.label, found.short) == ("P04", "Tanpa sinyal seluler", "sinyal")
    with pytest.raises(errors.Refused, match="sudah ada"):
        risk_indicators.rename(wajo, "P05", {"label": "tanpa sinyal SELULER"})
    history.undo(wajo)
    assert stations.station(wajo, STATION).indicators[0].label == "Kendala jaringan internet"


def test_one_out_of_use_is_not_offered_and_stays_in_the_figures(wajo: Desk) -> None:
    stations.set_indicator(wajo, STATION, "P04", True)
    risk_indicators.retire(wajo, "P04")
    risk_indicators.retire(wajo, "P05")
    assert not {"P04", "P05"} & set(codes(wajo))
    counted = {one.code: one.count for one in risk.totals(wajo).indicators}
    assert counted["P04"] == 1
    assert "P05" not in counted
    risk_indicators.retire(wajo, "P05", in_use=True)
    assert "P05" in codes(wajo)


def test_the_order_is_the_offices(wajo: Desk) -> None:
    risk_indicators.move(wajo, "P22", 0)
    risk_indicators.move(wajo, "P01", 2)
    assert codes(wajo)[:4] == ["P22", "P02", "P01", "P03"]
    history.undo(wajo)
    assert codes(wajo)[:3] == ["P22", "P01", "P02"]


def test_the_list_reaches_the_kecamatan_which_only_reads_it(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        code = risk_indicators.add(two.kabupaten, "Jalan longsor")
        risk_indicators.retire(two.kabupaten, "P22")
        two.carry(two.kabupaten, two.tempe)
        assert codes(two.tempe)[-1] == code
        assert "P22" not in codes(two.tempe)
        assert risk_indicators.may_edit(two.kabupaten)
        assert not risk_indicators.may_edit(two.tempe)
        with pytest.raises(errors.NotPermitted):
            risk_indicators.add(two.tempe, "Lain")
        stations.set_indicator(two.tempe, STATION, code, True)
        two.carry(two.tempe, two.kabupaten)
        assert [one.code for one in stations.station(two.kabupaten, STATION).indicators] == [code]


def test_unknown_codes_are_refused_and_shown_as_they_are(wajo: Desk) -> None:
    for act in (
        lambda: risk_indicators.rename(wajo, "Z99", {"label": "x"}),
        lambda: risk_indicators.move(wajo, "Z99", 0),
        lambda: stations.set_indicator(wajo, STATION, "Z99", True),
    ):
        with pytest.raises(errors.NotFound):
            act()
    assert risk_indicators.words_of({}, "Z99", str) == "Z99"
