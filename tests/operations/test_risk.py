# SPDX-License-Identifier: Apache-2.0
"""Risk: ticked many at once, listed by number and filtered by indicator, and counted by kecamatan and band."""

import pytest

from desk_app.domain import errors, records
from desk_app.domain.risk_bands import Band
from desk_app.operations import history, risk, stations
from desk_app.operations.desk import Desk
from desk_app.operations.stations import Order, StationFilter
from desk_app.operations.transact import transact
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps

ONE, TWO, THREE = tps(TEMPE_VILLAGE, 1), tps(MADDUKELLENG, 5), tps(BELAWA_VILLAGE, 901)


@pytest.fixture
def ticked(wajo: Desk) -> Desk:
    risk.tick(wajo, ONE, {"P04": True, "P08": True, "P10": True})
    risk.tick(wajo, TWO, {"P04": True})
    risk.tick(wajo, THREE, {"P04": True, "P07": True})
    return wajo


def listed(desk: Desk, chosen: StationFilter = stations.EVERYTHING, *, descending: bool = True) -> list[str]:
    ids = stations.station_ids(desk, chosen, Order.INDICATORS, descending=descending)
    return [row.subject for row in risk.rows(desk, ids) if row is not None]


def test_many_at_once_are_one_undo_and_keep_their_notes(wajo: Desk) -> None:
    stations.set_indicator(wajo, ONE, "P07", True, "sungai")
    risk.tick(wajo, ONE, {"P04": True, "P07": False, "P22": False})
    assert risk.row(wajo, ONE).codes == ("P04",)
    risk.tick(wajo, ONE, {"P07": True})
    assert [(one.code, one.note) for one in stations.station(wajo, ONE).indicators] == [("P04", ""), ("P07", "sungai")]
    history.undo(wajo)
    history.undo(wajo)
    assert risk.row(wajo, ONE).codes == ("P07",)
    history.undo(wajo)
    assert risk.row(wajo, ONE).codes == ()


def test_what_was_never_there_is_not_written_as_absent(wajo: Desk) -> None:
    risk.tick(wajo, ONE, {"P22": False})
    with wajo.reading() as connection:
        rows = connection.exec_driver_sql("SELECT count(*) FROM station_risk").scalar_one()
    assert rows == 0


def test_the_list_by_number_and_by_indicator(ticked: Desk) -> None:
    assert listed(ticked)[:3] == [ONE, THREE, TWO]
    assert listed(ticked, StationFilter(indicator="P04")) == [ONE, THREE, TWO]
    assert listed(ticked, StationFilter(indicator="P04", area=TEMPE)) == [ONE, TWO]
    assert listed(ticked, StationFilter(indicator="P07", risk="khusus")) == [THREE]
    assert listed(ticked, StationFilter(indicator="P99")) == []
    assert listed(ticked, descending=False)[-1] == ONE


def test_a_row_says_what_the_list_shows(ticked: Desk) -> None:
    row = risk.row(ticked, ONE)
    assert (row.number, row.district_name, row.risk, row.codes) == (1, "Tempe", "rawan", ("P04", "P08", "P10"))
    assert risk.rows(ticked, [row.no, 1]) == [row, None]


def test_totals_by_kecamatan_add_up(ticked: Desk) -> None:
    found = risk.totals(ticked)
    assert (found.heading, len(found.regions), found.whole.stations, found.whole.with_any) == ("Kecamatan", 14, 9, 3)
    counted = {one.code: (one.count, dict(one.parts)) for one in found.indicators if one.count}
    assert counted == {
        "P04": (3, {TEMPE: 2, BELAWA: 1}),
        "P07": (1, {BELAWA: 1}),
        "P08": (1, {TEMPE: 1}),
        "P10": (1, {TEMPE: 1}),
    }
    assert found.whole.classes == {"rawan": 2, "kurang_rawan": 1, "sangat_rawan": 1, "khusus": 1, "": 4}
    for name in ("stations", "with_any", "low", "at_risk", "high", "special", "unknown"):
        assert getattr(found.whole, name) == sum(getattr(one, name) for one in found.regions)
    assert len(found.indicators) == 22


def test_totals_in_a_kecamatan_are_by_village(ticked: Desk) -> None:
    found = risk.totals(ticked, TEMPE)
    assert found.whole.stations == 6
    assert {one.code: one.with_any for one in found.regions if one.stations} == {TEMPE_VILLAGE: 1, MADDUKELLENG: 1}


def test_a_deleted_tps_counts_no_more(ticked: Desk) -> None:
    stations.delete_station(ticked, ONE)
    found = risk.totals(ticked)
    assert (found.whole.stations, found.whole.with_any) == (8, 2)
    assert {one.code: one.count for one in found.indicators if one.count} == {"P04": 2, "P07": 1}
    assert ONE not in listed(ticked)


def test_bands_only_when_the_office_has_said_where_they_begin(ticked: Desk) -> None:
    assert {one.band for one in risk.totals(ticked).indicators} == {None}
    risk.set_bounds(ticked, "30 12")
    found = risk.totals(ticked)
    assert str(found.bounds) == "30 12"
    assert {one.code: one.band for one in found.indicators if one.count} == {
        "P04": Band.MOST,
        "P07": Band.FEW,
        "P08": Band.FEW,
        "P10": Band.FEW,
    }
    risk.set_bounds(ticked, "")
    assert risk.bounds(ticked) is None


def test_a_class_for_many(wajo: Desk) -> None:
    risk.set_class(wajo, [ONE, TWO], "Sangat rawan")
    assert [risk.row(wajo, one).risk for one in (ONE, TWO)] == ["sangat_rawan", "sangat_rawan"]
    history.undo(wajo)
    assert [risk.row(wajo, one).risk for one in (ONE, TWO)] == ["rawan", None]
    risk.set_class(wajo, [ONE], None)
    assert risk.row(wajo, ONE).risk is None
    with pytest.raises(errors.Refused):
        risk.set_class(wajo, [ONE], "gawat")
    with pytest.raises(errors.Refused):
        risk.set_class(wajo, [TEMPE], "rawan")


def test_only_of_the_own_area_and_of_what_is_there(wajo: Desk) -> None:
    with pytest.raises(errors.NotPermitted):
        risk.tick(wajo, "74.06.01.1001-001", {"P04": True})
    with pytest.raises(errors.NotFound):
        risk.tick(wajo, tps(TEMPE_VILLAGE, 77), {"P04": True})


def test_an_indicator_that_nobody_knows_is_still_counted(wajo: Desk) -> None:
    key = ("pemilu-2024", TEMPE_VILLAGE, 1, "9999-07")
    transact(wajo, "x", lambda unit: unit.put(records.STATION_RISK, key, {"present": True}))
    [line] = [one for one in risk.totals(wajo).indicators if one.count]
    assert (line.code, line.label, line.short) == ("9999-07", "9999-07", "9999-07")
