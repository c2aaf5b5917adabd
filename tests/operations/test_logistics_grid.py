# SPDX-License-Identifier: Apache-2.0
"""Posisi logistik: each cell says how many, since when and by whose word, and leads to what it is made of."""


from pathlib import Path

from desk_app.domain import records
from desk_app.domain.places import Kind
from desk_app.domain.readiness import Readiness
from desk_app.domain.stock import Basis, Stock
from desk_app.operations import (
    answers,
    disagreements,
    logistics,
    logistics_grid,
    logistics_onward,
    logistics_register,
    stock_reports,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import small_offices, two_offices
from tests.regency_offices import BELAWA, MADDUKELLENG, STATIONS, TEMPE, TEMPE_VILLAGE, tps

STORE, PPK = "73.13/gudang", f"{TEMPE}/ppk"
BOX, INK = "log.kotak.ppwp", "log.tinta"
NOW = small_offices.NOW


def cell(desk: Desk, region: str, stage: Kind, item: str = BOX, area: str = "") -> Stock:
    found = logistics_grid.grid(desk, item, area)
    row = next(one for one in (*found.rows, found.total) if one.code == region)
    return row.cells[found.stages.index(stage)]


def test_every_kecamatan_is_a_row_with_its_need_even_without_a_word(wajo: Desk) -> None:
    found = logistics_grid.grid(wajo)
    assert len(found.rows) == 14
    assert found.label == "Kotak suara (semua)"
    by_code = {row.code: row for row in found.rows}
    assert by_code[TEMPE].need.count == 6 * 5
    assert found.total.need.count == len(STATIONS) * 5
    assert {cell.state for row in found.rows for cell in row.cells} == {Readiness.NOT_YET}


def test_a_report_is_shown_with_its_source_until_a_later_one(wajo: Desk) -> None:
    stock_reports.report_stock(wajo, BELAWA, Kind.PPK, 2, item=BOX, hour=NOW - 9000, source="Kapolsek")
    stock_reports.report_stock(wajo, BELAWA, Kind.PPK, 3, item=BOX, damaged=1, hour=NOW - 600, source="camat")
    found = cell(wajo, BELAWA, Kind.PPK)
    assert found.shown is not None
    assert (found.shown.there, found.shown.total, found.shown.at) == (3, 3, NOW - 600)
    assert found.state is Readiness.PROBLEM
    assert found.gap == -1
    assert logistics_grid.source_words(found.shown) == "laporan camat"
    assert logistics_grid.word_line(found.shown) == "3 dari 3, rusak 1"
    told = logistics_grid.as_message(wajo, logistics_grid.grid(wajo, BOX))
    assert "Belawa: Kecamatan (PPK) 3 dari 3, rusak 1" in told


def test_shipments_fill_the_stages_they_reached_and_the_store_they_left(wajo: Desk) -> None:
    made = logistics_onward.send_on(wajo, logistics_onward.onward(wajo, STORE, codes=[BOX]))
    assert cell(wajo, TEMPE, Kind.GUDANG).shown is None, "nothing has left yet"
    logistics.send(wajo, made, NOW - 7200)
    store, ppk = cell(wajo, TEMPE, Kind.GUDANG), cell(wajo, TEMPE, Kind.PPK)
    assert store.shown is not None
    assert (store.shown.there, store.shown.at) == (6, NOW - 7200)
    assert ppk.shown is None
    logistics.receive_whole(wajo, [made[0]], NOW - 60)
    logistics.set_line(wajo, made[0], BOX, received=5, wet=2)
    ppk = cell(wajo, TEMPE, Kind.PPK)
    assert ppk.shown is not None
    assert (ppk.shown.there, ppk.shown.total, ppk.shown.short, ppk.shown.wet) == (5, 6, 1, 2)
    assert ppk.shown.basis is Basis.SHIPPED
    assert logistics_grid.shipments_of(wajo, TEMPE, Kind.PPK, BOX) == (made[0],)
    assert logistics_grid.shipments_of(wajo, TEMPE, Kind.GUDANG, BOX) == (made[0],)


def test_what_was_missing_and_came_with_another_shipment_is_missing_no_more(wajo: Desk) -> None:
    first = logistics.new_shipment(wajo, PPK, {BOX: {"planned": 6, "sent": 6}})
    logistics.receive_whole(wajo, [first], NOW)
    logistics.set_line(wajo, first, BOX, received=4)
    assert cell(wajo, TEMPE, Kind.PPK).state is Readiness.PROBLEM
    second = logistics.new_shipment(wajo, PPK, {BOX: {"planned": 2, "sent": 2}})
    logistics.receive_whole(wajo, [second], NOW)
    found = cell(wajo, TEMPE, Kind.PPK)
    assert found.shown is not None
    assert (found.shown.there, found.shown.short, found.state) == (6, 0, Readiness.READY)


def test_a_part_of_the_counts_replaces_no_report_and_all_of_them_do(wajo: Desk) -> None:
    stock_reports.report_stock(wajo, MADDUKELLENG, Kind.TPS, 2, item=BOX, hour=NOW - 600, source="lurah")
    answers.set_answer(wajo, tps(MADDUKELLENG, 1), BOX, 1)
    found = cell(wajo, MADDUKELLENG, Kind.TPS, area=TEMPE)
    assert found.shown is not None
    assert found.shown.basis is Basis.TOLD
    answers.set_answer(wajo, tps(MADDUKELLENG, 5), BOX, 0)
    found = cell(wajo, MADDUKELLENG, Kind.TPS, area=TEMPE)
    assert found.shown is not None
    assert (found.shown.basis, found.shown.there, found.shown.short, found.gap) == (Basis.COUNTED, 1, 1, 1)
    assert logistics_grid.source_words(found.shown) == "isian ceklis 2 TPS"


def test_below_a_kecamatan_desa_and_tps_are_the_stages(wajo: Desk) -> None:
    found = logistics_grid.grid(wajo, BOX, TEMPE)
    assert found.stages == (Kind.PPS, Kind.TPS)
    assert {row.code for row in found.rows} >= {TEMPE_VILLAGE, MADDUKELLENG}
    assert found.heading == "Desa/Kelurahan"


def test_a_ppk_that_says_all_has_come_has_all(wajo: Desk) -> None:
    answers.set_answer(wajo, PPK, "pan.terima", "S")
    found = cell(wajo, TEMPE, Kind.PPK)
    assert found.shown is not None
    assert (found.shown.there, found.shown.basis, found.state) == (6, Basis.COUNTED, Readiness.READY)


def test_a_recap_of_tps_counts_goods_where_each_tps_needs_the_same(wajo: Desk) -> None:
    answers.add_recap(wajo, TEMPE, INK, 5, 6, hour=NOW, source="camat")
    found = cell(wajo, TEMPE, Kind.TPS, INK)
    assert found.shown is not None
    assert (found.shown.there, found.shown.total, found.shown.basis) == (10, 12, Basis.RECAP)
    answers.add_recap(wajo, TEMPE, "log.suara.ppwp", 5, 6, hour=NOW, source="camat")
    assert cell(wajo, TEMPE, Kind.TPS, "log.suara.ppwp").shown is None
    answers.add_recap(wajo, TEMPE, BOX, 5, 6, hour=NOW, source="camat")
    assert cell(wajo, TEMPE, Kind.TPS, "log.kotak").shown is None, "of one race only"


def test_the_sum_says_what_the_rows_say_and_a_report_of_the_whole_replaces_a_part(wajo: Desk) -> None:
    stock_reports.report_stock(wajo, BELAWA, Kind.PPK, 3, item=BOX, hour=NOW - 600, source="camat")
    total = cell(wajo, "73.13", Kind.PPK).shown
    assert total is not None
    assert (total.there, total.total, total.whole) == (3, 9, False)
    stock_reports.report_stock(wajo, "73.13", Kind.PPK, 9, item=BOX, hour=NOW - 900, source="KPU")
    total = cell(wajo, "73.13", Kind.PPK).shown
    assert total is not None
    assert (total.there, total.source) == (9, "KPU")


def test_what_the_store_received_is_known_of_the_whole(wajo: Desk) -> None:
    no = logistics.new_shipment(wajo, STORE, {BOX: {"planned": 9, "sent": 9}}, sender="Percetakan")
    logistics.receive_whole(wajo, [no], NOW)
    total = cell(wajo, "73.13", Kind.GUDANG).shown
    assert total is not None
    assert (total.there, total.total) == (9, 9)
    assert logistics_grid.shipments_of(wajo, "73.13", Kind.GUDANG, BOX) == (no,)


def test_all_words_of_a_cell_are_told(wajo: Desk) -> None:
    stock_reports.report_stock(wajo, BELAWA, Kind.PPK, 2, item=BOX, hour=NOW - 9000, source="Kapolsek")
    no = logistics.new_shipment(wajo, f"{BELAWA}/ppk", {BOX: {"planned": 3, "sent": 3}})
    logistics.receive_whole(wajo, [no], NOW)
    found = logistics_grid.words_of(wajo, BELAWA, Kind.PPK, BOX)
    assert [(word.basis, word.there) for word in found.words] == [(Basis.SHIPPED, 3), (Basis.TOLD, 2)]


def test_lines_on_which_offices_differ_are_in_no_figure_until_somebody_decides(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        no = logistics.new_shipment(two.kabupaten, PPK, {BOX: {"planned": 6, "sent": 6}}, sent_at=NOW - 60)
        two.carry(two.kabupaten, two.tempe)
        [here] = logistics_register.shipment_ids(two.tempe)
        logistics.receive_whole(two.kabupaten, [no], NOW)
        logistics.set_line(two.tempe, here, BOX, received=5)
        two.carry(two.tempe, two.kabupaten)
        [row] = logistics_register.shipment_rows(two.kabupaten, [no])
        assert row is not None
        assert row.mark is Readiness.DISPUTED
        assert logistics_register.shipment(two.kabupaten, no).lines[0].is_disputed
        assert cell(two.kabupaten, TEMPE, Kind.PPK).shown is None
        [open_one] = [one for one in disagreements.open_ones(two.kabupaten) if one.field == "received"]
        assert {side.value for side in open_one.sides} == {5, 6}


def test_reports_and_recaps_on_which_offices_differ_are_in_no_figure(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        made = {
            records.STOCK_REPORT: stock_reports.report_stock(
                two.kabupaten, TEMPE, Kind.PPK, 5, item=BOX, source="camat"
            ),
            records.RECAP: answers.add_recap(two.kabupaten, TEMPE, BOX, 4, 6, hour=NOW, source="camat"),
        }
        two.carry(two.kabupaten, two.tempe)
        for declared, no in made.items():
            with two.tempe.reading() as connection:
                [here] = connection.exec_driver_sql(f"SELECT no FROM {declared.name}").scalars()
            _count(two.kabupaten, declared, no, 3)
            _count(two.tempe, declared, here, 2)
        assert cell(two.kabupaten, TEMPE, Kind.PPK).shown is not None
        two.carry(two.tempe, two.kabupaten)
        assert cell(two.kabupaten, TEMPE, Kind.PPK).shown is None
        assert cell(two.kabupaten, TEMPE, Kind.TPS).shown is None


def _count(desk: Desk, declared: records.RecordType, no: int, count: int) -> None:
    transact(desk, "Posisi logistik", lambda unit: unit.set(declared, no, {"count": count}))
