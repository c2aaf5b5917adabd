# SPDX-License-Identifier: Apache-2.0
"""The fields of each kind of paper: all of them with a label, the office's own with every paper."""

import pytest

from desk_app.operations import own_format_fields, papers, printing
from desk_app.operations.desk import Desk

OFFICE = {"kantor", "daerah", "provinsi", "pemerintah", "kepala_daerah", "pemilihan", "kota"}


@pytest.mark.parametrize("report", [one.key for one in printing.every_paper() if not one.secret])
def test_every_kind_of_paper_has_fields(wajo: Desk, report: str) -> None:
    found = own_format_fields.fields_of(wajo, report)
    names = [one.name for one in found]
    assert not OFFICE - set(names)
    assert len(set(names)) == len(names)
    assert all(one.label for one in found)


def test_a_paper_about_one_kecamatan_is_shown_by_the_first(wajo: Desk) -> None:
    prepared = own_format_fields.example(wajo, "lembar-kecamatan")
    assert prepared.asked.area.startswith("73.13.")


def test_the_day_and_number_of_a_paper(wajo: Desk) -> None:
    prepared = printing.make(wajo, papers.Asked(number="7/2024"))
    values = own_format_fields.of_paper(wajo, prepared)
    assert values.texts["tanggal"] == "13 Februari 2024"
    assert values.texts["tanggal_huruf"].startswith("Selasa, tanggal tiga belas")
    assert values.texts["nomor"] == "7/2024"
    assert values.texts["daerah"] == "Kabupaten Wajo"


def test_a_number_left_for_the_pen_is_a_line(wajo: Desk) -> None:
    values = own_format_fields.of_paper(wajo, printing.make(wajo, papers.Asked(number="")))
    assert set(values.texts["nomor"]) == {"."}
