# SPDX-License-Identifier: Apache-2.0
"""What totals leave out while offices differ: by blocking fields alone, and counted beside."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import disputes, risk_list
from desk_app.domain import places, readiness, records, stock
from desk_app.operations import (
    answers,
    checking,
    days,
    disagreements,
    guarding,
    indicator_board,
    indicator_sheet,
    indicators,
    logistics,
    logistics_grid,
    logistics_register,
    overview,
    recaps,
    risk,
    risk_text,
    sending,
    stations,
    stock_reports,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import regency_offices, two_offices
from tests.small_offices import EVENT, NOW

ITEM = "log.hujan"
TEMPE = regency_offices.TEMPE


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def test_only_what_is_declared_so_blocks() -> None:
    blocking = {
        (declared.name, field.name)
        for declared in records.TYPES.values()
        for field in declared.fields
        if field.policy is records.Policy.BLOCKING
    }
    goods = ("planned", "sent", "received", "damaged", "wet")
    assert blocking == {
        ("answer", "choice"),
        ("answer", "quantity"),
        ("answer", "written"),
        *(("recap", name) for name in ("count", "total")),
        ("station", "risk"),
        ("station_risk", "present"),
        ("shipment", "arrived_at"),
        *(("shipment_line", name) for name in goods),
        *(("stock_report", name) for name in ("count", "total", "short", "damaged", "wet")),
        ("indicator_value", "value"),
        *(("deployment", name) for name in ("police", "stations", "linmas")),
        *((name, "sealed") for name in ("count_form", "count_result", "count_recap")),
    }
    assert records.ANSWER.blocking == {0, 1, 2, 5}
    assert records.ISSUE.blocking == frozenset()


def test_an_answer_in_dispute_is_in_no_total_and_counted_beside(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    answers.set_answer(kabupaten, two_offices.SECOND, ITEM, "S")
    answers.set_answer(kabupaten, two_offices.FIRST, ITEM, "S")
    answers.set_answer(tempe, two_offices.FIRST, ITEM, "B")
    two.carry(tempe, kabupaten)
    found = recaps.figures(kabupaten, ITEM, TEMPE).total.figure
    assert (found.value, found.detailed, found.disputed) == (1, 1, 1)
    assert found.words.params["count"] == 1
    with kabupaten.reading() as connection:
        assert disputes.answers(connection, EVENT, ITEM, TEMPE) == {two_offices.FIRST[:13]: 1}
        assert disputes.answers(connection, EVENT, ITEM, regency_offices.BELAWA) == {}
    line = next(row for row in overview.readiness_by_district(kabupaten).rows if row.code == TEMPE)
    assert line.disputed == 1
    # It stops no package, on either side.
    assert finish(sending.send(kabupaten, "73.13.06", two.stick)).files
    two.carry(kabupaten, tempe)
    assert recaps.figures(tempe, ITEM).total.figure.disputed == 1
    [one] = disagreements.open_ones(kabupaten)
    disagreements.decide_many(kabupaten, [disagreements.choice(one, one.sides[0])])
    assert recaps.figures(kabupaten, ITEM, TEMPE).total.figure.disputed == 0
    assert finish(checking.check(kabupaten)).faults == ()


def test_a_note_in_dispute_blocks_nothing(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    answers.set_answer(kabupaten, two_offices.FIRST, ITEM, "S")
    two.carry(kabupaten, tempe)
    answers.set_note(kabupaten, two_offices.FIRST, ITEM, "terpal")
    answers.set_note(tempe, two_offices.FIRST, ITEM, "tenda")
    two.carry(tempe, kabupaten)
    assert [one.field for one in disagreements.open_ones(kabupaten)] == ["note"]
    assert recaps.figures(kabupaten, ITEM, TEMPE).total.figure == readiness.details(1, 1, 6)
    assert all(row.disputed == 0 for row in overview.readiness_by_district(kabupaten).rows)


def test_a_recap_in_dispute_is_no_figure(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    answers.add_recap(kabupaten, TEMPE, ITEM, 4, 6, hour=NOW - 60, source="Camat")
    two.carry(kabupaten, tempe)
    for desk, count in ((kabupaten, 5), (tempe, 3)):
        with desk.reading() as connection:
            no = connection.exec_driver_sql("SELECT no FROM recap").scalar_one()
        transact(desk, "x", lambda unit, n=no, c=count: unit.set(records.RECAP, n, {"count": c}))
    two.carry(tempe, kabupaten)
    with kabupaten.reading() as connection:
        assert len(disputes.recaps(connection, EVENT)) == 1
    [line] = recaps.recap_list(kabupaten)
    assert line.disputed
    figure = recaps.figures(kabupaten, ITEM, TEMPE).total.figure
    assert (figure.value, figure.recap, figure.disputed) == (None, None, 1)
    whole = recaps.figures(kabupaten, ITEM).total.figure
    assert (whole.value, whole.disputed) == (None, 1)


def test_which_records_of_a_kind_and_which_stations(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    for desk, voters in ((kabupaten, 101), (tempe, 102)):
        key = (EVENT, two_offices.FIRST[:13], 1)
        transact(desk, "x", lambda unit, v=voters, k=key: unit.put(records.STATION, k, {"dpt_male": v, "note": str(v)}))
    two.carry(tempe, kabupaten)
    with kabupaten.reading() as connection:
        [fields] = disputes.of_kind(connection, records.STATION).values()
        assert fields == {records.STATION.field(name).no for name in ("dpt_male", "note")}
        assert disputes.of_kind(connection, records.ISSUE) == {}
        assert disputes.stations(connection, EVENT, "73.13", 8, ["dpt_male"]) == {TEMPE: 1}
        assert disputes.stations(connection, EVENT, TEMPE, 13, ["dpt_male", "note"]) == {two_offices.FIRST[:13]: 1}
        assert disputes.stations(connection, EVENT, "73.13", 8, ["address"]) == {}


BOXES = "log.kotak.ppwp"
PPK = f"{TEMPE}/ppk"


def shipped(desk: Desk) -> int | None:
    """How many boxes have come to the PPK of Tempe by what was shipped."""
    line = next(one for one in logistics_grid.grid(desk, BOXES).rows if one.code == TEMPE)
    words = [word for word in line.cells[1].words if word.basis is stock.Basis.SHIPPED]
    return words[0].there if words else None


def test_goods_in_dispute_are_in_no_total(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    no = logistics.new_shipment(kabupaten, PPK, {BOXES: {"planned": 9, "sent": 9}}, sent_at=NOW - 600)
    logistics.receive_whole(kabupaten, [no], NOW - 60)
    assert shipped(kabupaten) == 9
    two.carry(kabupaten, tempe)
    [there] = logistics_register.shipment_ids(tempe)
    logistics.set_line(kabupaten, no, BOXES, received=8)
    logistics.set_line(tempe, there, BOXES, received=7)
    two.carry(tempe, kabupaten)
    assert shipped(kabupaten) is None
    assert next(one for one in logistics_grid.grid(kabupaten, BOXES).rows if one.code == TEMPE).disputed == 1
    settle(kabupaten)
    assert shipped(kabupaten) == 8
    two.carry(kabupaten, tempe)
    logistics.edit_shipment(kabupaten, no, arrived_at=NOW - 30)
    logistics.edit_shipment(tempe, there, arrived_at=NOW - 20)
    two.carry(tempe, kabupaten)
    assert shipped(kabupaten) is None  # whether it came today is not agreed
    settle(kabupaten)
    two.carry(kabupaten, tempe)
    logistics.delete_shipment(kabupaten, no)
    logistics.edit_shipment(tempe, there, note="diterima malam")
    two.carry(tempe, kabupaten)
    assert shipped(kabupaten) is None  # deleted here, worked on there
    assert finish(checking.check(kabupaten)).faults == ()


def test_one_kind_of_goods_written_by_two_offices_is_counted_once_or_not_at_all(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    no = logistics.new_shipment(kabupaten, PPK, {}, arrived_at=NOW - 60)
    two.carry(kabupaten, tempe)
    [there] = logistics_register.shipment_ids(tempe)
    logistics.set_line(kabupaten, no, BOXES, sent=9, received=9)
    logistics.set_line(tempe, there, BOXES, sent=9, received=9)
    two.carry(tempe, kabupaten)
    assert shipped(kabupaten) == 9
    logistics.set_line(tempe, there, BOXES, received=7)
    two.carry(tempe, kabupaten)
    assert shipped(kabupaten) is None
    [row] = logistics_register.shipment_rows(kabupaten, [no])
    assert row is not None
    assert row.is_disputed
    assert [line.is_disputed for line in logistics_register.shipment(kabupaten, no).lines] == [True, True]


def test_a_word_about_stock_in_dispute_is_not_told(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    no = stock_reports.report_stock(kabupaten, TEMPE, places.Kind.PPK, 4, item=BOXES, source="Camat")
    two.carry(kabupaten, tempe)
    with tempe.reading() as connection:
        there = connection.exec_driver_sql("SELECT no FROM stock_report").scalar_one()
    for desk, one, count in ((kabupaten, no, 5), (tempe, there, 3)):
        transact(desk, "x", lambda unit, n=one, c=count: unit.set(records.STOCK_REPORT, n, {"count": c}))
    two.carry(tempe, kabupaten)
    line = next(one for one in logistics_grid.grid(kabupaten, BOXES).rows if one.code == TEMPE)
    assert line.cells[1].words == ()
    assert line.disputed == 1
    found = logistics_grid.grid(kabupaten, BOXES)
    assert found.total.disputed == 1
    assert "Tidak ikut dijumlahkan: 1 data berbeda antarkantor." in logistics_grid.as_message(kabupaten, found)
    settle(kabupaten)
    assert logistics_grid.grid(kabupaten, BOXES).total.disputed == 0


def test_guards_in_dispute_are_in_no_sum(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    guarding.set_at_hand(kabupaten, TEMPE, 10, 20)
    guarding.set_station(kabupaten, two_offices.FIRST, "2-1-4")
    two.carry(kabupaten, tempe)
    for desk, police in ((kabupaten, 11), (tempe, 12)):
        guarding.set_at_hand(desk, TEMPE, police, 20)
        guarding.set_station(desk, two_offices.FIRST, f"{police}-1-4")
    two.carry(tempe, kabupaten)
    table = guarding.table(kabupaten)
    line = next(one for one in table.rows if one.code == TEMPE)
    assert (line.police_at_hand, line.linmas_at_hand, table.total.police_at_hand) == (None, None, None)
    assert (line.own, line.police, line.without) == (0, 0, line.stations)
    assert (line.disputed, table.total.disputed) == (2, 2)
    assert "Tidak ikut dijumlahkan: 2 data berbeda antarkantor." in risk_text.guard_text(kabupaten, table)
    settle(kabupaten)
    line = next(one for one in guarding.table(kabupaten).rows if one.code == TEMPE)
    assert (line.police_at_hand, line.police, line.own, line.without) == (11, 11, 1, line.stations - 1)


def test_risk_in_dispute_is_in_no_sum(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    before = risk.totals(kabupaten).whole.classes
    for desk, given in ((kabupaten, "sangat_rawan"), (tempe, "khusus")):
        stations.edit_station(desk, two_offices.FIRST, {"risk": given})
    risk.tick(kabupaten, two_offices.SECOND, {"P08": True})
    two.carry(kabupaten, tempe)
    for desk, present in ((kabupaten, False), (tempe, True)):
        risk.tick(desk, two_offices.SECOND, {"P08": present})
    risk.tick(tempe, two_offices.SECOND, {"P08": False})
    risk.tick(tempe, two_offices.SECOND, {"P08": True})
    two.carry(tempe, kabupaten)
    found = risk.totals(kabupaten)
    classes = {one: count for one, count in found.whole.classes.items() if one != risk_list.DISPUTED}
    assert classes == {one: count - (one == "rawan") for one, count in before.items()}, "the TPS stands in no class"
    assert (found.whole.with_any, found.whole.disputed) == (0, 2)
    assert [one.disputed for one in found.regions if one.code == TEMPE] == [2]
    assert "Tidak ikut dijumlahkan: 2 data berbeda antarkantor." in risk_text.totals_text(kabupaten, found)
    assert guarding.table(kabupaten).total.disputed == 1
    settle(kabupaten)
    found = risk.totals(kabupaten)
    assert found.whole.disputed == 0
    assert found.whole.stations == sum(before.values()) == sum(found.whole.classes.values())


def test_out_of_how_many_a_recap_counts_is_agreed_before_it_counts(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    no = answers.add_recap(kabupaten, TEMPE, "har.buka", 3, 4, hour=NOW - 60, source="Camat")
    two.carry(kabupaten, tempe)
    with tempe.reading() as connection:
        there = connection.exec_driver_sql("SELECT no FROM recap").scalar_one()
    for desk, one, total in ((kabupaten, no, 5), (tempe, there, 6)):
        transact(desk, "x", lambda unit, n=one, t=total: unit.set(records.RECAP, n, {"total": t}))
    two.carry(tempe, kabupaten)
    with kabupaten.reading() as connection:
        assert disputes.recaps(connection, EVENT) == {no}


def test_an_indicator_in_dispute_is_in_no_sum(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    code = indicators.new_indicator(kabupaten, "KTP-el terekam")
    two.carry(kabupaten, tempe)
    day = days.today(kabupaten)
    for desk, value in ((kabupaten, "100"), (tempe, "90")):
        indicator_sheet.set_values(desk, code, day, {TEMPE: value})
    indicator_sheet.set_values(kabupaten, code, day, {regency_offices.BELAWA: "40"})
    two.carry(tempe, kabupaten)
    board = indicator_board.board(kabupaten, code)
    line = next(one for one in board.rows if one.code == TEMPE)
    assert (line.figure.value, bool(line.figure.disputed)) == (None, True)
    assert board.whole.figure.value == 40
    settle(kabupaten)
    assert indicator_board.board(kabupaten, code).whole.figure.value == 140


def settle(desk: Desk) -> None:
    """Say of everything in dispute what this office has said."""
    open_ones = disagreements.open_ones(desk)
    assert open_ones
    disagreements.decide_many(desk, disagreements.choices_of(open_ones, desk.identity.name))
    assert disagreements.count(desk) == 0
