# SPDX-License-Identifier: Apache-2.0
"""A workbook of the office's own filled: numbers, text that stays text, rows repeated and all below moved with them."""

import io
from typing import Any

import openpyxl
import pytest

from desk_app.domain import errors
from desk_app.reports import own_format_cells
from tests.reports import own_forms
from tests.reports.test_own_format_sandbox import HOSTILE

CELLS = {
    "A1": "Nomor {{ nomor }}",
    "A3": "{{ kesiapan.no }}",
    "B3": "{{ kesiapan.kecamatan }}",
    "C3": "{{ kesiapan.tps }}",
    "D3": "=C3*2",
    "E3": "tetap",
    "C4": "=SUM(C3)",
    "D4": "=SUM(C3:C3)+C4",
    "C5": "{{ kesiapan.jumlah.tps }}",
    "A6": "{{ rumus }}",
}


def filled(data: bytes) -> tuple[Any, list[str]]:
    made, reading = own_format_cells.fill(data, own_forms.values(), own_forms.ABOUT)
    return openpyxl.load_workbook(io.BytesIO(made)), [problem.name for problem in reading.problems]


def test_rows_are_repeated_and_what_is_below_moves() -> None:
    book, wrong = filled(own_forms.sheet(CELLS))
    assert list(book["Isi"].iter_rows(values_only=True, min_row=3)) == [
        (1, "Tempe", 1146, "=C3*2", "tetap"),
        (2, "=cmd()", 86, "=C4*2", "tetap"),
        (None, None, "=SUM(C3:C4)", "=SUM(C3:C4)+C5", None),
        (None, None, 1232, None, None),
        ("=1+1", None, None, None, None),
    ]
    assert not wrong


def test_what_was_typed_is_never_a_formula() -> None:
    page = filled(own_forms.sheet(CELLS))[0]["Isi"]
    for place in ("B4", "A7"):
        assert page[place].data_type == "s"
        assert page[place].quotePrefix
    assert page["D3"].data_type == "f"


def test_a_mixed_cell_is_text_and_a_code_stays_text() -> None:
    page = filled(own_forms.sheet({"A1": "TPS: {{ kesiapan.jumlah.tps }}", "A2": "{{ angka }}"}))[0]["Isi"]
    assert page["A1"].value == "TPS: 1.232"
    assert page["A2"].value == "1.146"


def test_merged_cells_heights_and_print_area_follow() -> None:
    book = openpyxl.load_workbook(io.BytesIO(own_forms.sheet(CELLS, ["A1:D1", "E3:F3", "A6:B7"])))
    page = book.active
    page.row_dimensions[5].height, page.print_area = 33, "A1:F7"
    target = io.BytesIO()
    book.save(target)
    made = filled(target.getvalue())[0]["Isi"]
    assert {str(one) for one in made.merged_cells.ranges} == {"A1:D1", "E3:F3", "E4:F4", "A7:B8"}
    assert made.row_dimensions[6].height == 33
    assert made.row_dimensions[5].height is None
    assert made.print_area == "'Isi'!$A$1:$F$8"


def test_a_formula_of_another_sheet_finds_the_rows() -> None:
    book = openpyxl.load_workbook(io.BytesIO(own_forms.sheet(CELLS)))
    book.create_sheet("Rekap")["A1"] = "=Isi!C4+SUM(Isi!$C$3:$C$3)+'Isi'!C1"
    target = io.BytesIO()
    book.save(target)
    assert filled(target.getvalue())[0]["Rekap"]["A1"].value == "=Isi!C5+SUM(Isi!$C$3:$C$4)+'Isi'!C1"


def test_an_empty_table_says_so() -> None:
    page = filled(own_forms.sheet({"A1": "{{ kosong.no }}", "B1": "{{ kosong.kecamatan }}"}))[0]["Isi"]
    assert page["B1"].value == "NIHIL"
    assert page["A1"].value is None


def test_what_is_not_known_is_named_once() -> None:
    page, wrong = filled(own_forms.sheet({"A1": "{{ hal }}", "A2": "{{ kesiapan.tpz }}"}))
    assert sorted(wrong) == ["hal", "kesiapan.tpz"]
    assert page["Isi"]["A1"].value == "........................"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_forms_are_refused(text: str) -> None:
    with pytest.raises(errors.Refused, match="tidak diizinkan"):
        filled(own_forms.sheet({"A1": text}))


def test_a_formula_with_a_field_in_it_is_refused() -> None:
    with pytest.raises(errors.Refused, match="Sel B2 berisi rumus dan isian"):
        filled(own_forms.sheet({"B2": '="{{ rumus }}"'}))


def test_two_tables_in_one_row_are_refused() -> None:
    with pytest.raises(errors.Refused, match="kesiapan, kosong"):
        filled(own_forms.sheet({"A1": "{{ kesiapan.no }}", "B1": "{{ kosong.no }}"}))


def test_a_sheet_without_end_and_a_broken_file_are_refused() -> None:
    with pytest.raises(errors.Refused, match="terlalu luas"):
        filled(own_forms.sheet({"A1": "{{ nomor }}", "XFD1048576": "x"}))
    with pytest.raises(errors.Damaged, match="tidak dapat dibaca"):
        filled(own_forms.changed(own_forms.sheet({"A1": "x"}), {"xl/workbook.xml": b"<x"}))


def test_a_workbook_without_a_sheet_in_sight_is_refused() -> None:
    data = own_forms.sheet({"A1": "{{ nomor }}"})
    hidden = own_forms.part(data, "xl/workbook.xml").replace(b'state="visible"', b'state="hidden"')
    with pytest.raises(errors.Damaged, match="tidak dapat dibaca"):
        filled(own_forms.changed(data, {"xl/workbook.xml": hidden}))


def test_the_same_bytes_twice_and_charts_are_told() -> None:
    data = own_forms.sheet(CELLS)
    one, again = (own_format_cells.fill(data, own_forms.values(), own_forms.ABOUT)[0] for _ in range(2))
    assert one == again
    assert not own_format_cells.loses(data)
    assert own_format_cells.loses(own_forms.changed(data, {"xl/charts/chart1.xml": b"<x/>"}))
