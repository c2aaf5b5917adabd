# SPDX-License-Identifier: Apache-2.0
"""What each TPS lacks: a count holds, what comes later is added, without a count what came or was sent counts."""


from desk_app.domain import stock
from desk_app.operations import answers, logistics, logistics_shortages
from desk_app.operations.desk import Desk
from tests import small_offices
from tests.regency_offices import BELAWA_VILLAGE, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps

BOX, BALLOT, INK, FORMS = "log.kotak.ppwp", "log.suara.ppwp", "log.tinta", "log.formulir"
NOW = small_offices.NOW
FIRST, SECOND = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)


def lacking(desk: Desk, code: str = "", area: str = "") -> dict[tuple[str, str], int]:
    found = logistics_shortages.shortages(desk, area, code)
    return {(one.subject, one.item): one.short for one in found.rows}


def test_without_any_word_nothing_is_lacking_and_all_are_silent(wajo: Desk) -> None:
    found = logistics_shortages.shortages(wajo)
    assert (found.rows, found.silent, found.stations) == ((), 9, 9)
    assert "NIHIL" in logistics_shortages.as_message(wajo, found)


def test_a_count_below_the_need_is_a_shortage_and_so_is_a_no(wajo: Desk) -> None:
    answers.set_answer(wajo, FIRST, BALLOT, 200)
    answers.set_answer(wajo, FIRST, INK, 2)
    answers.set_answer(wajo, SECOND, FORMS, "B")
    answers.set_answer(wajo, SECOND, BOX, "T")
    assert lacking(wajo) == {(FIRST, BALLOT): 15, (SECOND, FORMS): 1}
    found = logistics_shortages.shortages(wajo)
    assert (found.short_stations, found.silent) == (2, 7)
    assert found.rows[0].basis is stock.Basis.COUNTED
    assert (found.rows[0].label, found.rows[0].needed, found.rows[0].unit) == ("TPS 001", 215, "lembar")


def test_goods_that_come_after_the_count_are_added_and_those_before_are_not(wajo: Desk) -> None:
    early = logistics.new_shipment(wajo, FIRST, {BALLOT: {"planned": 215, "sent": 200}})
    logistics.receive_whole(wajo, [early], NOW - 3600)
    answers.set_answer(wajo, FIRST, BALLOT, 200)
    assert lacking(wajo, BALLOT) == {(FIRST, BALLOT): 15}
    late = logistics.new_shipment(wajo, FIRST, {BALLOT: {"planned": 15, "sent": 15}})
    assert lacking(wajo, BALLOT) == {(FIRST, BALLOT): 15}, "it has not come yet"
    logistics.receive_whole(wajo, [late], NOW + 60)
    assert lacking(wajo, BALLOT) == {}


def test_without_a_count_what_came_and_can_be_used_counts(wajo: Desk) -> None:
    no = logistics.new_shipment(wajo, FIRST, {BOX: {"planned": 1, "sent": 1}, INK: {"planned": 2, "sent": 2}})
    assert lacking(wajo) == {}
    logistics.receive_whole(wajo, [no])
    logistics.set_line(wajo, no, INK, received=2, damaged=1)
    assert lacking(wajo) == {(FIRST, INK): 1}
    [row] = logistics_shortages.shortages(wajo).rows
    assert (row.damaged, row.basis, row.shipment) == (1, stock.Basis.SHIPPED, no)


def test_a_load_that_is_too_small_is_a_shortage_before_it_comes(wajo: Desk) -> None:
    logistics.new_shipment(wajo, FIRST, {BALLOT: {"planned": 215, "sent": 210}}, sent_at=NOW)
    assert lacking(wajo) == {(FIRST, BALLOT): 5}


def test_sums_are_by_desa_and_kecamatan(wajo: Desk) -> None:
    for subject in (FIRST, SECOND, tps(MADDUKELLENG, 1), tps(BELAWA_VILLAGE, 1)):
        answers.set_answer(wajo, subject, INK, 1)
    found = logistics_shortages.shortages(wajo)
    assert [(one.code, one.short, one.stations) for one in found.villages] == [
        (TEMPE_VILLAGE, 2, 2), (MADDUKELLENG, 1, 1), (BELAWA_VILLAGE, 1, 1)
    ]
    assert [(one.code, one.short, one.stations) for one in found.districts] == [(TEMPE, 3, 3), ("73.13.07", 1, 1)]
    assert len(logistics_shortages.shortages(wajo, MADDUKELLENG).rows) == 1
    told = logistics_shortages.as_message(wajo, found)
    assert "TPS 001: Tinta kurang 1 botol" in told
    assert "Tempe: Tinta 3 botol (3 TPS)" in told
    assert "5 TPS belum ada kabarnya" in told


def test_a_tps_without_known_voters_lacks_no_ballots_that_nobody_can_reckon(wajo: Desk) -> None:
    answers.set_answer(wajo, tps(BELAWA_VILLAGE, 2), BALLOT, 3)
    assert lacking(wajo) == {}
