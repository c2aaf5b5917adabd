# SPDX-License-Identifier: Apache-2.0
"""What TPS need of each kind of goods, by TPS, by region and by place; unknown voters are counted apart."""


import pytest

from desk_app.domain import errors
from desk_app.operations import elections, logistics_needs
from desk_app.operations.desk import Desk
from desk_app.operations.logistics_needs import Need
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, TEMPE, tps


def test_boxes_of_all_races_stand_before_each_kind(wajo: Desk) -> None:
    labels = [one.label for one in logistics_needs.choices(wajo)]
    assert labels[:3] == ["Kotak suara (semua)", "Surat suara (semua)", "Kotak suara PPWP"]
    assert len(logistics_needs.covered(wajo, "log.kotak")) == 5
    with pytest.raises(errors.NotFound):
        logistics_needs.covered(wajo, "log.kot")


def test_needs_by_region_and_by_place_are_the_same(wajo: Desk) -> None:
    event = elections.working_event(wajo)
    asked = logistics_needs.covered(wajo, "log.suara.ppwp")
    with wajo.reading() as connection:
        by_region = logistics_needs.by_region(connection, event, "73.13", asked, 8)
        of_ppk = logistics_needs.of_place(connection, event, f"{BELAWA}/ppk", asked)
        of_tps = logistics_needs.of_place(connection, event, tps(BELAWA_VILLAGE, 1), asked)
        nowhere = logistics_needs.of_place(connection, event, "73.13.01/ppk", asked)
    assert by_region[BELAWA] == of_ppk == {"log.suara.ppwp": Need(169 + 26, 3, 1)}
    assert of_tps == {"log.suara.ppwp": Need(165 + 4, 1, 0)}
    assert nowhere == {"log.suara.ppwp": Need()}
    assert set(by_region) == {TEMPE, BELAWA}


def test_needs_of_races_are_added_and_their_tps_are_not() -> None:
    assert logistics_needs.together([Need(10, 3, 1), Need(20, 3, 1)]) == Need(30, 3, 1)
    assert logistics_needs.together([]) == Need()
