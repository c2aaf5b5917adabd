# SPDX-License-Identifier: Apache-2.0
"""A region is chosen step by step, as far down as a paper can be about it, and every choice makes a paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.operations import offices, paper_regions, papers, printing
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


@pytest.mark.parametrize(
    ("report", "area", "labels"),
    [
        ("kesiapan", "", [("Seluruh wilayah", "Kecamatan Tempe")]),
        ("kesiapan", regency_offices.TEMPE, [("Kecamatan Tempe",), ("Seluruh Kecamatan Tempe", "Kel. Maddukelleng")]),
        ("laporan-harian", regency_offices.TEMPE, [("Kecamatan Tempe",)]),
        ("lembar-kecamatan", regency_offices.TEMPE, [("Kecamatan Tempe",)]),
        ("formulir-tps", regency_offices.MADDUKELLENG, [("Kecamatan Tempe",), ("Kel. Maddukelleng",), ("TPS 005",)]),
        ("formulir-tps", f"{regency_offices.MADDUKELLENG}-005", [(), (), ("TPS 001",)]),
    ],
)
def test_regions_are_chosen_step_by_step(
    wajo: Desk, report: str, area: str, labels: list[tuple[str, ...]]
) -> None:
    steps = paper_regions.steps(wajo, papers.Asked(report, area=area))
    assert len(steps) == len(labels)
    for step, wanted in zip(steps, labels, strict=True):
        assert set(wanted) <= {label for _code, label in step.choices}
    assert next((step.chosen for step in reversed(steps) if step.chosen), "") == area
    has_whole = "" in dict(steps[0].choices)
    assert has_whole is (report != "lembar-kecamatan")


def test_a_choice_of_every_step_makes_a_paper(wajo: Desk) -> None:
    for report in ("kesiapan", "daftar-tps", "tps-rawan", "posisi-logistik", "psu", "formulir-tps"):
        for area in (regency_offices.TEMPE, regency_offices.MADDUKELLENG):
            assert printing.make(wajo, papers.Asked(report, area=area)).document.blocks


def test_a_kecamatan_begins_with_its_desa(tmp_path: Path) -> None:
    asked = offices.NewOffice(regency_offices.TEMPE, small_offices.EVENT, "Andi", small_offices.PASSWORD)
    made = offices.create_office(tmp_path / "tempe", asked, key_memory=small_offices.KEY_MEMORY)
    with made.desk as tempe:
        [step] = paper_regions.steps(tempe, papers.Asked("kesiapan"))
        assert all(str(code).startswith(regency_offices.TEMPE) for code, _label in step.choices if code)
        assert paper_regions.first(tempe, "kesiapan") == ""


def test_what_is_large_begins_with_one_kecamatan(wajo: Desk) -> None:
    [step, *_more] = paper_regions.steps(wajo, papers.Asked("lembar-tps"))
    assert paper_regions.first(wajo, "lembar-tps") == step.choices[1][0]
    assert paper_regions.first(wajo, "formulir-tps") == ""
