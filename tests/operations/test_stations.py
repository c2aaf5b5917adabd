# SPDX-License-Identifier: Apache-2.0
"""The list of TPS in every order and filter, one TPS in full, and making, altering and removing one."""

import pytest

from desk_app.domain import errors, places
from desk_app.domain.readiness import Readiness
from desk_app.operations import answers, history, issue_deeds, issues, stations, teams
from desk_app.operations.desk import Desk
from desk_app.operations.stations import Order, StationFilter
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, STATIONS, TEMPE_VILLAGE, tps
from tests.small_offices import VILLAGE, station


def listed(
    desk: Desk, chosen: StationFilter = stations.EVERYTHING, order: Order = Order.PLACE, *, descending: bool = False
) -> list[str]:
    ids = stations.station_ids(desk, chosen, order, descending=descending)
    return [row.subject for row in stations.station_rows(desk, ids) if row is not None]


def in_place_order() -> list[str]:
    return [tps(village, number) for village, number in sorted(STATIONS)]


def test_by_place(wajo: Desk) -> None:
    assert listed(wajo) == in_place_order()
    assert listed(wajo, descending=True) == in_place_order()[::-1]


def test_by_number_of_voters_and_unknown_first(wajo: Desk) -> None:
    assert listed(wajo, order=Order.DPT)[:2] == [tps(BELAWA_VILLAGE, 2), tps(BELAWA_VILLAGE, 901)]
    assert listed(wajo, order=Order.DPT, descending=True)[0] == tps(TEMPE_VILLAGE, 5)


def test_by_risk_the_gravest_first(wajo: Desk) -> None:
    assert listed(wajo, order=Order.RISK)[:2] == [tps(BELAWA_VILLAGE, 901), tps(TEMPE_VILLAGE, 5)]


def test_by_readiness_problems_before_what_is_not_begun(wajo: Desk) -> None:
    answers.set_answer(wajo, tps(MADDUKELLENG, 1), "log.hujan", "B")
    answers.set_answer(wajo, tps(MADDUKELLENG, 5), "log.hujan", "S")
    found = listed(wajo, order=Order.READINESS)
    assert (found[0], found[-1]) == (tps(MADDUKELLENG, 1), tps(MADDUKELLENG, 5))


def test_by_open_issues(wajo: Desk) -> None:
    issues.new_issue(wajo, "Banjir", tps(BELAWA_VILLAGE, 2))
    closed = issues.new_issue(wajo, "Padam", tps(BELAWA_VILLAGE, 1))
    issue_deeds.close_issue(wajo, closed, "menyala")
    assert listed(wajo, order=Order.ISSUES, descending=True)[0] == tps(BELAWA_VILLAGE, 2)
    assert listed(wajo, StationFilter(with_issues=True)) == [tps(BELAWA_VILLAGE, 2)]


def test_what_failed_and_is_no_issue(wajo: Desk) -> None:
    for number in (1, 2):
        answers.set_answer(wajo, tps(BELAWA_VILLAGE, number), "log.hujan", "B")
    answers.set_answer(wajo, tps(MADDUKELLENG, 1), "log.hujan@h", "B")
    no = issues.new_issue(wajo, "Basah", tps(BELAWA_VILLAGE, 2))
    assert listed(wajo, StationFilter(unrecorded=True)) == [tps(BELAWA_VILLAGE, 1)]
    issue_deeds.close_issue(wajo, no, "diganti")
    assert listed(wajo, StationFilter(unrecorded=True)) == [tps(BELAWA_VILLAGE, 1), tps(BELAWA_VILLAGE, 2)]


@pytest.mark.parametrize(("typed", "found"), [
    ("maddu", [(MADDUKELLENG, 1), (MADDUKELLENG, 5)]),
    ("maddukkelleng 5", [(MADDUKELLENG, 5)]),
    ("tem 5", [(TEMPE_VILLAGE, 5), (MADDUKELLENG, 5)]),
    ("TPS 005", [(TEMPE_VILLAGE, 5), (MADDUKELLENG, 5)]),
    ("73.13.07", [(BELAWA_VILLAGE, 1), (BELAWA_VILLAGE, 2), (BELAWA_VILLAGE, 901)]),
    ("73.13.06.1003-001", [(TEMPE_VILLAGE, 1)]),
    ("tidak ada", []),
])
def test_typed(wajo: Desk, typed: str, found: list[tuple[str, int]]) -> None:
    assert listed(wajo, StationFilter(text=typed)) == [tps(*one) for one in found]


def test_filters(wajo: Desk) -> None:
    answers.set_answer(wajo, tps(BELAWA_VILLAGE, 1), "log.hujan", "B")
    assert len(listed(wajo, StationFilter(area=BELAWA))) == 3
    assert listed(wajo, StationFilter(risk="rawan")) == [tps(TEMPE_VILLAGE, 1), tps(BELAWA_VILLAGE, 1)]
    assert tps(TEMPE_VILLAGE, 3) in listed(wajo, StationFilter(risk=stations.NOT_CLASSED))
    assert listed(wajo, StationFilter(states=(Readiness.PROBLEM,))) == [tps(BELAWA_VILLAGE, 1)]
    others = listed(wajo, StationFilter(states=(Readiness.NOT_YET, Readiness.READY)))
    assert others == [one for one in in_place_order() if one != tps(BELAWA_VILLAGE, 1)]
    chosen = StationFilter(subjects=(tps(TEMPE_VILLAGE, 3), MADDUKELLENG))
    assert listed(wajo, chosen) == [tps(TEMPE_VILLAGE, 3), tps(MADDUKELLENG, 1), tps(MADDUKELLENG, 5)]


def test_rows_come_in_the_order_asked_and_none_for_what_is_gone(wajo: Desk) -> None:
    ids = stations.station_ids(wajo)
    rows = stations.station_rows(wajo, [ids[4], 12345, ids[0]])
    assert [row.subject if row else None for row in rows] == [tps(MADDUKELLENG, 1), None, tps(TEMPE_VILLAGE, 1)]


def test_a_row_says_what_the_list_shows(wajo: Desk) -> None:
    answers.set_answer(wajo, tps(MADDUKELLENG, 5), "log.tinta", "1")
    row = stations.station(wajo, tps(MADDUKELLENG, 5)).row
    assert (row.label, row.village_label, row.district_name, row.dpt) == ("TPS 005", "Kel. Maddukelleng", "Tempe", 287)
    assert (row.state, row.answered, row.failed) == (Readiness.PROBLEM, 1, 1)
    assert row.required == stations.required_items(wajo, -1)


def test_voters_are_unknown_while_one_of_both_is(wajo: Desk) -> None:
    row = stations.station(wajo, tps(BELAWA_VILLAGE, 2)).row
    assert (row.dpt_male, row.dpt_female, row.dpt) == (70, None, None)


def test_one_in_full(wajo: Desk) -> None:
    stations.set_indicator(wajo, tps(BELAWA_VILLAGE, 901), "P07", True, "sungai")
    stations.set_indicator(wajo, tps(BELAWA_VILLAGE, 901), "P04", True)
    stations.set_indicator(wajo, tps(BELAWA_VILLAGE, 901), "P04", False)
    teams.new_team(wajo, "III", [BELAWA])
    detail = stations.station(wajo, tps(BELAWA_VILLAGE, 901))
    assert detail.title == "TPS 901 · Kel. Belawa · Kecamatan Belawa"
    assert [(one.code, one.note) for one in detail.indicators] == [("P07", "sungai")]
    assert (detail.special, detail.teams, detail.row.indicators) == (True, (3,), 1)
    assert [one.phase for one in detail.phases] == [-7, -3, -1, 0, 1]


def test_made_altered_removed_and_all_undone(wajo: Desk) -> None:
    no = stations.create_station(wajo, MADDUKELLENG, 7, {"dpt_male": 200, "dpt_female": 150})
    made = stations.station(wajo, tps(MADDUKELLENG, 7))
    assert (made.row.no, made.row.dpt) == (no, 350)
    assert "350" in str(made.remarks[0])
    values = {"dpt_male": 140, "latitude": -4_132_500, "longitude": 120_030_000}
    stations.edit_station(wajo, tps(MADDUKELLENG, 7), values)
    assert stations.station(wajo, tps(MADDUKELLENG, 7)).remarks == ()
    stations.delete_station(wajo, tps(MADDUKELLENG, 7))
    assert tps(MADDUKELLENG, 7) not in listed(wajo)
    with pytest.raises(errors.NotFound):
        stations.station(wajo, tps(MADDUKELLENG, 7))
    history.undo(wajo)
    assert tps(MADDUKELLENG, 7) in listed(wajo)
    assert stations.count_stations(wajo, MADDUKELLENG) == 3


def test_one_that_was_removed_can_be_made_again(wajo: Desk) -> None:
    stations.delete_station(wajo, tps(TEMPE_VILLAGE, 1))
    stations.create_station(wajo, TEMPE_VILLAGE, 1)
    assert listed(wajo) == in_place_order()


def test_refusals(wajo: Desk) -> None:
    with pytest.raises(errors.Refused, match="sudah ada"):
        stations.create_station(wajo, TEMPE_VILLAGE, 1)
    with pytest.raises(errors.NotFound, match="daftar wilayah"):
        stations.create_station(wajo, "73.13.06.9999", 1)
    with pytest.raises(errors.NotPermitted):
        stations.create_station(wajo, "73.14.01.1001", 1)
    with pytest.raises(errors.Refused, match="kurang dari 0"):
        stations.edit_station(wajo, tps(TEMPE_VILLAGE, 1), {"dpt_male": -1})
    with pytest.raises(ValueError, match="village"):
        stations.edit_station(wajo, tps(TEMPE_VILLAGE, 1), {"village": "x"})
    issues.new_issue(wajo, "Banjir", tps(TEMPE_VILLAGE, 1))
    with pytest.raises(errors.Refused, match="1 permasalahan"):
        stations.delete_station(wajo, tps(TEMPE_VILLAGE, 1))


def test_a_kecamatan_writes_about_its_own_area_only(desk: Desk) -> None:
    stations.edit_station(desk, station(1), {"site": "SDN 3"})
    assert stations.station(desk, station(1)).row.site == "SDN 3"
    with pytest.raises(errors.NotPermitted, match="di luar wilayah"):
        stations.edit_station(desk, tps(BELAWA_VILLAGE, 1), {"site": "x"})


def test_a_region_that_has_no_name_yet_is_called_by_its_code(desk: Desk) -> None:
    assert stations.station(desk, station(1)).row.village_name == VILLAGE


def test_required_items_differ_by_kind(wajo: Desk) -> None:
    assert stations.required_items(wajo, -1) > stations.required_items(wajo, -1, places.Kind.PPK) > 0
