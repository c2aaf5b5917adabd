# SPDX-License-Identifier: Apache-2.0
"""The six *tepat* are proposed from figures and hours, and said by a person."""

import pytest

from desk_app.domain import errors
from desk_app.domain.logistics import Tick
from desk_app.operations import logistics, logistics_register, shipment_ticks
from desk_app.operations.desk import Desk
from tests.operations.planned_goods import INK, planned


def test_ticks_are_proposed_from_figures_and_said_by_a_person(wajo: Desk) -> None:
    no = planned(wajo)
    logistics.edit_shipment(wajo, no, deadline=1000, sent_at=500)
    logistics.receive_whole(wajo, [no], 1000 + 7200)
    logistics.set_line(wajo, no, INK, received=10)
    found = {one.tick: one for one in logistics_register.shipment(wajo, no).ticks}
    assert [found[tick].suggested for tick in Tick] == [None, False, None, False, True, None]
    assert found[Tick.TIME].because == "tiba 2 jam sesudah batasnya"
    assert found[Tick.QUANTITY].because == "Tinta kurang 2 dari 12"
    assert {one.value for one in found.values()} == {None}, "nobody has said anything yet"
    with pytest.raises(errors.Refused):
        shipment_ticks.tick(wajo, no, Tick.TIME, True)
    shipment_ticks.tick(wajo, no, Tick.TIME, False, "jalan terputus")
    assert shipment_ticks.take_suggestions(wajo, no) == [Tick.QUANTITY, Tick.TARGET]
    found = {one.tick: one for one in logistics_register.shipment(wajo, no).ticks}
    assert [found[tick].value for tick in Tick] == [None, False, None, False, True, None]
    assert found[Tick.TIME].reason == "jalan terputus"
    assert found[Tick.QUANTITY].reason == "Tinta kurang 2 dari 12"
    shipment_ticks.tick(wajo, no, Tick.TIME, None)
    assert logistics_register.shipment(wajo, no).ticks[3].value is None
    assert logistics_register.shipment(wajo, no).ticks[3].reason == ""
