# SPDX-License-Identifier: Apache-2.0
"""SPPD: the form with what is known, the visum, and never an amount."""

import re
from dataclasses import replace

import pytest

from desk_app.reports import text, travel_order
from tests.reports import letter_samples, pages_read

ORDER = travel_order.TravelOrder(
    sheet=letter_samples.sheet(number="090/1"),
    traveller=letter_samples.officer(),
    ordering="Sekretaris Daerah",
    purpose="Kunjungan TPS rawan",
    start="Sengkang",
    target="Kecamatan Tempe",
    first="12 Februari 2024",
    last="13 Februari 2024",
    days=2,
    basis="Surat Tugas Nomor 45",
    stops=("Kelurahan Tempe", "Kelurahan Sengkang"),
)


def test_the_form_and_the_visum() -> None:
    form, visum = pages_read.texts(travel_order.build(ORDER))
    for said in ("SURAT PERINTAH PERJALANAN DINAS", "NOMOR: 090/1", "Pegawai 1", "19700101 199503 1 001",
                 "Kunjungan TPS rawan", "2 (dua) hari", "12 Februari 2024", "Surat Tugas Nomor 45"):
        assert said in form
    for said in ("LEMBAR VISUM", "Berangkat dari: Sengkang", "Tiba di: Kelurahan Tempe", "Ke: Kelurahan Sengkang",
                 "Tiba di: Sengkang"):
        assert said in visum


def test_costs_are_left_for_the_pen() -> None:
    form, _visum = pages_read.texts(travel_order.build(ORDER))
    assert not re.search(r"\bRp|\d\.\d{3}", form)
    assert "Kode rekening" in form


def test_without_stops_there_are_rows_to_fill() -> None:
    bare = replace(ORDER, stops=(), days=0, first="", last="", basis="")
    form, visum = pages_read.texts(travel_order.build(bare))
    assert "hari" not in form.replace("hari Selasa", "")
    assert visum.count("Tiba di:") == travel_order.LEAST_STOPS + 1


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_long_names_stay_on_their_two_pages(paper: str) -> None:
    long = replace(
        ORDER,
        sheet=letter_samples.sheet(paper),
        traveller=letter_samples.officer(name=letter_samples.LONG, office=letter_samples.LONG),
        stops=(letter_samples.LONG,) * 4,
    )
    made = travel_order.build(long)
    assert not pages_read.outside(made)
    assert "LEMBAR VISUM" in pages_read.texts(made)[1]


def test_the_number_of_a_person_stays_on_paper() -> None:
    sheet = letter_samples.sheet(signature=letter_samples.NARROW)
    assert "19700101" not in text.render(travel_order.build(replace(ORDER, sheet=sheet)))
