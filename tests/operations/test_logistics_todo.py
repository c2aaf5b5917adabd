# SPDX-License-Identifier: Apache-2.0
"""Beranda says of logistics what is late, missing, spoilt, and not *tepat* without an issue; and leads there."""


from desk_app.domain.logistics import Tick
from desk_app.operations import logistics, logistics_issues, logistics_todo, shipment_ticks, todo
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page
from tests import small_offices
from tests.regency_offices import BELAWA, TEMPE

BOX = "log.kotak.ppwp"
NOW = small_offices.NOW


def names(desk: Desk) -> list[str]:
    return [next(iter(one.chosen)) for one in logistics_todo.waiting(desk)]


def test_nothing_waits_while_all_is_in_order(wajo: Desk) -> None:
    no = logistics.new_shipment(wajo, f"{TEMPE}/ppk", {BOX: {"planned": 6, "sent": 6}})
    assert names(wajo) == []
    logistics.receive_whole(wajo, [no])
    assert names(wajo) == []


def test_what_is_late_waits_until_it_has_come(wajo: Desk) -> None:
    made = [
        logistics.new_shipment(wajo, place, {BOX: {"planned": 1, "sent": 1}}, deadline=NOW - 60)
        for place in (f"{TEMPE}/ppk", f"{BELAWA}/ppk")
    ]
    [line] = logistics_todo.waiting(wajo)
    assert (line.count, line.chosen, line.record) == (2, {"late": True}, 0)
    logistics.receive_whole(wajo, made[:1], NOW - 120)
    [line] = logistics_todo.waiting(wajo)
    assert line.record == made[1]


def test_what_is_missing_or_wet_waits_for_a_word_and_then_for_an_issue(wajo: Desk) -> None:
    no = logistics.new_shipment(wajo, f"{TEMPE}/ppk", {BOX: {"planned": 6, "sent": 6}})
    logistics.receive_whole(wajo, [no])
    logistics.set_line(wajo, no, BOX, received=5, wet=1)
    assert names(wajo) == ["short", "spoilt"]
    shipment_ticks.tick(wajo, no, Tick.QUANTITY, False, "satu kotak tertinggal")
    assert names(wajo) == ["spoilt", "unissued"]
    shipment_ticks.tick(wajo, no, Tick.QUALITY, True, "sudah dikeringkan")
    assert names(wajo) == ["unissued"]
    logistics_issues.raise_issue(wajo, no)
    assert names(wajo) == []


def test_the_first_look_leads_to_the_page(wajo: Desk) -> None:
    logistics.new_shipment(wajo, f"{TEMPE}/ppk", {BOX: {"planned": 6}}, deadline=NOW - 60)
    [line] = [one for one in todo.todo(wajo) if one.kind is todo.TodoKind.LOGISTICS]
    assert line.target.page is Page.LOGISTICS
    assert line.words == "1 kiriman logistik belum tiba dan lewat batasnya"
