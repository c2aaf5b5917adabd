# SPDX-License-Identifier: Apache-2.0
"""A shipment and its lines as the rules take them; who may write about it."""

import pytest

from desk_app.domain import errors
from desk_app.operations import shipments_held, transact
from desk_app.operations.desk import Desk
from tests.operations.planned_goods import BOX, INK, PPK, planned


def test_the_lines_are_those_of_the_shipment_with_the_labels_of_the_checklist(wajo: Desk) -> None:
    no = planned(wajo)
    found = transact.transact(wajo, "uji", lambda unit: shipments_held.unit_lines(wajo, unit, no))
    assert [(one.item, one.planned, one.sent, one.received, one.damaged) for one in found] == [
        (BOX, 6, 6, None, 0), (INK, 12, 12, None, 0)]
    assert found[1].label == "Tinta"


def test_what_columns_say_of_the_way() -> None:
    found = shipments_held.journey_of({"place": PPK, "sent_at": 5, "note": "x"})
    assert (found.place, found.sent_at, found.arrived_at, found.arrived_place) == (PPK, 5, None, "")


@pytest.mark.parametrize(("held", "refusal"), [({}, errors.NotFound), ({"place": "73.14.01/ppk"}, errors.Refused)])
def test_what_is_not_there_or_elsewhere_is_not_written(
    wajo: Desk, held: dict[str, str], refusal: type[Exception]
) -> None:
    assert shipments_held.own(wajo, {"place": PPK}) == PPK
    with pytest.raises(refusal):
        shipments_held.own(wajo, held)
