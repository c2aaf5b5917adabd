# SPDX-License-Identifier: Apache-2.0
"""Figures over many TPS leave out what is deleted and what is no TPS."""

from desk_app.data import overview_list
from desk_app.domain.readiness import Readiness
from desk_app.operations import answers, stations
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps
from tests.small_offices import EVENT


def test_counts_by_code_length(wajo: Desk) -> None:
    stations.delete_station(wajo, tps(TEMPE_VILLAGE, 1))
    with wajo.reading() as connection:
        found = overview_list.counts(connection, EVENT, "73.13", 8)
        villages = overview_list.by_village(connection, EVENT, TEMPE)
        numbers = [(code, list(held)) for code, held in overview_list.numbers(connection, EVENT, TEMPE)]
    assert [(one.code, one.stations, one.unknown) for one in found] == [(TEMPE, 5, 0), (BELAWA, 3, 1)]
    assert villages == [(TEMPE_VILLAGE, 3), (MADDUKELLENG, 2)]
    assert numbers == [(TEMPE_VILLAGE, [2, 3, 5]), (MADDUKELLENG, [1, 5])]


def test_states_are_those_of_tps_only(wajo: Desk) -> None:
    answers.set_answer(wajo, tps(BELAWA_VILLAGE, 1), "log.hujan", "B")
    answers.set_answer(wajo, "73.13.07/ppk", "pan.ppk@h-1", "3")
    with wajo.reading() as connection:
        assert overview_list.states_by(connection, EVENT, "73.13", -1, 8) == {BELAWA: {Readiness.PROBLEM: 1}}
        assert list(overview_list.states(connection, EVENT, TEMPE, -1)) == []
        assert list(overview_list.states(connection, EVENT, "", -1)) == [tps(BELAWA_VILLAGE, 1)]


def test_answers_with_and_without_voters(wajo: Desk) -> None:
    answers.set_answer(wajo, tps(MADDUKELLENG, 5), "log.suara.ppwp", "285")
    answers.set_answer(wajo, "73.13.07/ppk", "pan.ppk@h-1", "3")
    with wajo.reading() as connection:
        for with_dpt, dpt in ((True, 287), (False, None)):
            found = list(overview_list.answers_to(connection, EVENT, "log.suara.ppwp", "73.13", with_dpt=with_dpt))
            assert [tuple(row) for row in found] == [(MADDUKELLENG, None, 285, None, dpt)]
        assert list(overview_list.answers_to(connection, EVENT, "pan.ppk@h-1", "73.13", with_dpt=False)) == []
