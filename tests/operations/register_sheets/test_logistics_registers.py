# SPDX-License-Identifier: Apache-2.0
"""Shipments by goods and words about what lies where; rows of one waybill are one shipment."""

from pathlib import Path

from desk_app.data import shipment_list
from desk_app.operations import history, logistics_needs, logistics_register
from desk_app.operations.desk import Desk
from tests.operations.register_sheets import coming_back
from tests.regency_offices import BELAWA, TEMPE


def all_lines(desk: Desk) -> dict[str, dict[str, tuple[int | None, int | None]]]:
    """By waybill the goods with what was planned and received."""
    numbers = logistics_register.shipment_ids(desk)
    with desk.reading() as connection:
        rows = shipment_list.rows(connection, numbers)
        lines = shipment_list.lines_of(connection, list(numbers))
    return {
        row.waybill or "": {line.item: (line.planned, line.received) for line in lines.get(no, [])}
        for no, row in rows.items()
    }


def test_goods_of_a_shipment_are_altered_and_added_and_a_new_one_has_two(filled: Desk, tmp_path: Path) -> None:
    first, second, third = [one.code for one in logistics_needs.goods(filled)][:3]
    path_cells = {
        (3, "Diterima"): 5, (2, "Pengangkut"): "CV Darat",
        (6, "Nomor surat"): "007", (6, "Tujuan"): f"{TEMPE}/ppk", (6, "Butir"): third, (6, "Kebutuhan"): 3,
        (7, "Nomor surat"): "008", (7, "Tujuan"): f"{BELAWA}/ppk", (7, "Butir"): first, (7, "Kebutuhan"): 2,
        (8, "Nomor surat"): "008", (8, "Tujuan"): f"{BELAWA}/ppk", (8, "Butir"): second, (8, "Kebutuhan"): 4,
    }
    found = coming_back.put_in(filled, tmp_path, "shipments", path_cells)
    assert (found.new, found.changed) == (3, 2)
    assert all_lines(filled) == {
        "007": {first: (10, 8), second: (5, 5), third: (3, None)},
        "008": {first: (2, None), second: (4, None)},
        "": {},
    }
    history.undo(filled)
    assert all_lines(filled) == {"007": {first: (10, 8), second: (5, None)}, "": {}}


def test_a_shipment_that_is_written_in_two_ways_is_asked(filled: Desk, tmp_path: Path) -> None:
    cells = {(2, "Pengangkut"): "CV Darat", (3, "Pengangkut"): "CV Udara"}
    found = coming_back.look(filled, tmp_path, "shipments", cells)
    assert (found.changed, coming_back.faults(found)) == (1, [(3, "Pengangkut")])


def test_more_damaged_than_came_is_refused_as_in_the_form(filled: Desk, tmp_path: Path) -> None:
    found = coming_back.look(filled, tmp_path, "shipments", {(2, "Rusak"): 80})
    assert coming_back.faults(found) == [(2, "Rusak")]


def test_a_word_about_goods_is_added_but_not_rewritten(filled: Desk, tmp_path: Path) -> None:
    new = {(5, "Wilayah"): TEMPE, (5, "Tiba"): "PPS", (5, "Jumlah"): 7, (5, "Sumber"): "Lurah"}
    found = coming_back.look(filled, tmp_path, "stock", {(2, "Jumlah"): 9, **new})
    assert (found.new, coming_back.faults(found)) == (1, [(2, "Jumlah")])
