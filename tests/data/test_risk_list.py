# SPDX-License-Identifier: Apache-2.0
"""Risk as rows: only what is present, of living TPS, of one election, inside the area that is asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.data import risk_list
from desk_app.domain import records
from desk_app.operations import guarding, region_risk, risk, risk_indicators, stations
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import regency_offices
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, TEMPE, TEMPE_VILLAGE, tps
from tests.small_offices import EVENT

ONE, OTHER = tps(TEMPE_VILLAGE, 1), tps(BELAWA_VILLAGE, 901)


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        risk.tick(made, ONE, {"P04": True, "P08": True, "P10": True})
        risk.tick(made, ONE, {"P10": False})
        risk.tick(made, OTHER, {"P04": True})
        key = ("pilkada-2024", TEMPE_VILLAGE, 1, "K01")
        transact(made, "x", lambda unit: unit.put(records.STATION_RISK, key, {"present": True}))
        yield made


def test_counted_by_region_and_indicator(wajo: Desk) -> None:
    with wajo.reading() as connection:
        assert risk_list.indicators_by(connection, EVENT, "73.13", 8) == {
            TEMPE: {"P04": 1, "P08": 1},
            BELAWA: {"P04": 1},
        }
        assert risk_list.indicators_by(connection, EVENT, BELAWA, 13) == {BELAWA_VILLAGE: {"P04": 1}}
        assert risk_list.with_any(connection, EVENT, "73.13", 5) == {"73.13": 2}
        assert risk_list.present_at(connection, EVENT, "73.13") == {(TEMPE_VILLAGE, 1): 2, (BELAWA_VILLAGE, 901): 1}
        assert risk_list.present_at(connection, EVENT, TEMPE, "P08") == {(TEMPE_VILLAGE, 1): 1}


def test_deleted_tps_are_nowhere(wajo: Desk) -> None:
    stations.delete_station(wajo, OTHER)
    with wajo.reading() as connection:
        assert BELAWA not in risk_list.indicators_by(connection, EVENT, "73.13", 8)
        assert risk_list.with_any(connection, EVENT, "73.13", 8) == {TEMPE: 1}
        assert (BELAWA_VILLAGE, 901, "khusus") not in list(risk_list.classes(connection, EVENT, BELAWA))
        assert risk_list.classes_by(connection, EVENT, BELAWA, 8) == {BELAWA: {"rawan": 1, "": 1}}


def test_what_is_kept_of_guards_and_categories_inside_an_area(wajo: Desk) -> None:
    guarding.set_station(wajo, ONE, "2-1-3")
    guarding.set_at_hand(wajo, TEMPE, 5, None)
    guarding.set_at_hand(wajo, BELAWA, 7, 1)
    region_risk.save(wajo, "73.13", "polri", {"category": "Rawan", "source": "x"})
    region_risk.save(wajo, BELAWA, "polri", {"category": "Rawan", "source": "x"})
    with wajo.reading() as connection:
        assert [one.subject for one in risk_list.guarded(connection, EVENT, TEMPE)] == [TEMPE, ONE]
        assert [one.place for one in risk_list.categories(connection, EVENT, TEMPE)] == ["73.13"]
        assert risk_list.categories(connection, EVENT, TEMPE, above=False) == []
        assert len(risk_list.categories(connection, EVENT, "0")) == 2
        assert risk_list.categories(connection, "pilkada-2024", "73.13") == []


def test_labels_of_other_offices_are_known(wajo: Desk) -> None:
    code = risk_indicators.add(wajo, "Jalan longsor", "longsor")
    risk_indicators.retire(wajo, "P04")
    with wajo.reading() as connection:
        assert risk_list.foreign_labels(connection, EVENT) == {code: ("Jalan longsor", "longsor")}
        assert [one.code for one in risk_list.written_indicators(connection, EVENT, "73.13")] == [code, "P04"]
        assert risk_list.written_indicators(connection, EVENT, "73.14") == []
