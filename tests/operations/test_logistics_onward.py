# SPDX-License-Identifier: Apache-2.0
"""Goods go on as the next places need them; what is not enough has a name, and what follows goes there."""


import pytest

from desk_app.domain import errors
from desk_app.domain.places import Kind
from desk_app.operations import logistics, logistics_onward, logistics_register
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps

STORE, PPK = "73.13/gudang", f"{TEMPE}/ppk"
BOX, BALLOT = "log.kotak.ppwp", "log.suara.ppwp"


def proposed(found: logistics_onward.Onward, item: str) -> dict[str, int]:
    return {one.place: part.proposed for one in found.portions for part in one.parts if part.item == item}


def test_where_nothing_is_known_to_have_come_the_whole_need_is_proposed(wajo: Desk) -> None:
    found = logistics_onward.onward(wajo, STORE, codes=[BOX, BALLOT])
    assert found.stage is Kind.PPK
    assert proposed(found, BOX) == {PPK: 6, f"{BELAWA}/ppk": 3}
    # Of one TPS in Belawa the number of women is not known.
    assert proposed(found, BALLOT)[f"{BELAWA}/ppk"] == 165 + 4 + 25 + 1


def test_ballots_are_rounded_up_tps_by_tps(wajo: Desk) -> None:
    found = logistics_onward.onward(wajo, f"{MADDUKELLENG}/pps", codes=[BALLOT])
    assert proposed(found, BALLOT) == {tps(MADDUKELLENG, 1): 221 + 5, tps(MADDUKELLENG, 5): 287 + 6}


def test_a_shortage_goes_on_to_the_last_places_and_what_follows_goes_there(wajo: Desk) -> None:
    [first] = logistics_onward.send_on(wajo, logistics_onward.onward(wajo, STORE, codes=[BOX]), places_chosen=[PPK])
    logistics.receive_whole(wajo, [first])
    logistics.set_line(wajo, first, BOX, received=4)
    on = logistics_onward.onward(wajo, PPK)
    assert [one.code for one in on.goods] == [BOX], "other goods have not come"
    assert on.stock == {BOX: 4}
    assert proposed(on, BOX) == {f"{TEMPE_VILLAGE}/pps": 4, f"{MADDUKELLENG}/pps": 0}
    assert [one.short for one in on.portions] == [0, 2]
    assert on.left(BOX) == 0
    sent = logistics_onward.send_on(wajo, on, sent_at=100)
    assert [row.place for row in logistics_register.shipment_rows(wajo, sent) if row] == [f"{TEMPE_VILLAGE}/pps"]
    second = logistics.new_shipment(wajo, PPK, {BOX: {"planned": 2, "sent": 2}}, origin=STORE)
    logistics.receive_whole(wajo, [second])
    follows = logistics_onward.onward(wajo, PPK)
    assert follows.stock == {BOX: 2}
    assert proposed(follows, BOX) == {f"{MADDUKELLENG}/pps": 2}


def test_damaged_goods_do_not_go_on(wajo: Desk) -> None:
    no = logistics.new_shipment(wajo, PPK, {BOX: {"sent": 6}})
    logistics.set_line(wajo, no, BOX, received=6, damaged=1, wet=1)
    assert logistics_onward.onward(wajo, PPK).stock == {BOX: 4}


def test_other_quantities_may_be_sent_and_the_need_is_kept_beside_them(wajo: Desk) -> None:
    on = logistics_onward.onward(wajo, f"{TEMPE_VILLAGE}/pps", codes=[BOX])
    made = logistics_onward.send_on(wajo, on, {tps(TEMPE_VILLAGE, 1): {BOX: 0}, tps(TEMPE_VILLAGE, 2): {BOX: 2}})
    told = {
        row.place: logistics_register.shipment(wajo, row.no).lines[0]
        for row in logistics_register.shipment_rows(wajo, made)
        if row
    }
    assert tps(TEMPE_VILLAGE, 1) not in told
    assert (told[tps(TEMPE_VILLAGE, 2)].planned, told[tps(TEMPE_VILLAGE, 2)].sent) == (1, 2)


def test_a_stage_may_be_left_out_but_goods_do_not_go_back(wajo: Desk) -> None:
    straight = logistics_onward.onward(wajo, PPK, Kind.TPS, [BOX])
    assert len(straight.portions) == 6
    assert straight.stages == (Kind.PPS, Kind.TPS)
    for origin, stage in ((tps(TEMPE_VILLAGE, 1), None), (f"{TEMPE_VILLAGE}/pps", Kind.PPK), (TEMPE, None)):
        with pytest.raises(errors.Refused):
            logistics_onward.onward(wajo, origin, stage)


def test_nothing_left_is_said_so(wajo: Desk) -> None:
    on = logistics_onward.onward(wajo, f"{TEMPE_VILLAGE}/pps", codes=[BOX])
    logistics_onward.send_on(wajo, on)
    again = logistics_onward.onward(wajo, f"{TEMPE_VILLAGE}/pps", codes=[BOX])
    assert again.portions == ()
    with pytest.raises(errors.Refused, match="Tidak ada barang"):
        logistics_onward.send_on(wajo, again)
