# SPDX-License-Identifier: Apache-2.0
"""Answers and indicators of all TPS at once."""

from desk_app.data import station_grid
from desk_app.operations import answers, risk, risk_indicators, settings
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, MADDUKELLENG, STATIONS, TEMPE, tps


def test_what_is_kept_of_an_area(wajo: Desk) -> None:
    place, event = tps(MADDUKELLENG, 5), settings.event_code(wajo)
    answers.set_answer(wajo, place, "log.tinta", "2")
    answers.set_answer(wajo, place, "log.kotak.ppwp", "1")
    told = risk_indicators.offered(wajo)[:2]
    risk.tick(wajo, place, {told[0].code: True, told[1].code: True})
    risk.tick(wajo, place, {told[1].code: False})
    with wajo.reading() as connection:
        assert len(station_grid.stations(connection, event, "73.13")) == len(STATIONS)
        held = station_grid.answers(connection, event, TEMPE, ["log.tinta"])
        assert {subject: list(given) for subject, given in held.items()} == {place: ["log.tinta"]}
        assert station_grid.answers(connection, event, BELAWA, ["log.tinta"]) == {}
        assert station_grid.indicators(connection, event, "73.13") == {(MADDUKELLENG, 5): {told[0].code}}
        assert station_grid.indicators(connection, event, BELAWA) == {}
