# SPDX-License-Identifier: Apache-2.0
"""A place on one sheet: facts in words, what disagrees."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import answers, errors
from desk_app.operations import answers as answering
from desk_app.operations import offices, place_sheets, stations
from desk_app.operations.desk import Desk
from tests.operations import carrying

TEMPE = "73.13.06.1003"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    asked = offices.NewOffice("73.13", "pemilu-2024", "Siti", "rahasia")
    made = offices.create_office(tmp_path / "kantor", asked, key_memory=8 << 20).desk
    for number in (1, 2, 3):
        values = {"dpt_male": 139, "dpt_female": 148, "site": "SDN 12", "risk": "sangat_rawan"}
        stations.create_station(made, TEMPE, number, values)
    yield made
    made.close()


def test_a_tps_with_its_facts(desk: Desk) -> None:
    answering.set_answer(desk, f"{TEMPE}-001", "log.suara.ppwp", "285")
    sheet = place_sheets.place_sheet(desk, f"{TEMPE}-001", -1)
    assert sheet.title == "TPS 001 · Kel. Tempe · Kecamatan Tempe"
    assert sheet.facts == "DPT 287 (L 139, P 148) · SDN 12 · Sangat rawan"
    assert dict(sheet.phases)["H-1"] == "masalah"
    assert dict(sheet.phases)["H-7"] == "belum"
    assert place_sheets.place_sheet(desk, sheet.no, -1) == sheet


def test_another_place_has_no_record_of_a_tps(desk: Desk) -> None:
    sheet = place_sheets.place_sheet(desk, "73.13/gudang", -1)
    assert (sheet.no, sheet.facts, sheet.title) == (0, "", "Gudang KPU · Kabupaten Wajo")


def test_a_tps_that_is_gone_is_said_so(desk: Desk) -> None:
    no = place_sheets.place_sheet(desk, f"{TEMPE}-003", -1).no
    stations.delete_station(desk, f"{TEMPE}-003")
    with pytest.raises(errors.NotFound):
        place_sheets.place_sheet(desk, no, -1)


def test_where_offices_differ_both_values_are_said(desk: Desk, tmp_path: Path) -> None:
    asked = offices.NewOffice("73.13.06", "pemilu-2024", "Andi", "rahasia", with_master_data=False)
    with offices.create_office(tmp_path / "tempe", asked, key_memory=8 << 20).desk as other:
        carrying.pass_on(desk, other)
        answering.set_answer(desk, f"{TEMPE}-001", "log.tinta", "1")
        answering.set_answer(other, f"{TEMPE}-001", "log.tinta", "2")
        carrying.pass_on(other, desk)
    sheet = place_sheets.place_sheet(desk, f"{TEMPE}-001", -1)
    assert list(sheet.sides) == ["log.tinta"]
    assert sorted(sheet.sides["log.tinta"].split(" · ")) == [
        "Desk Pemilu Kabupaten Wajo: 1",
        "Desk Pemilu Kecamatan Tempe: 2",
    ]


def test_values_in_words() -> None:
    said = [place_sheets.value_words(value) for value in (None, answers.Mark.NOT_NEEDED, 0, 12345)]
    assert said == ["kosong", "Tidak perlu", "0", "12.345"]
