# SPDX-License-Identifier: Apache-2.0
"""Formulir ceklis of an office: a form for each TPS of an area, in order, each with its own figures."""

from pathlib import Path

import pytest

from desk_app.base import text
from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import papers, printing
from desk_app.operations.desk import Desk
from tests.operations.paper_kinds import shown
from tests.regency_offices import BELAWA, MADDUKELLENG, STATIONS, TEMPE, tps
from tests.reports import form_samples, test_pdf_bulk


def made(desk: Desk, **asked: object) -> papers.Prepared:
    return shown.made(desk, "formulir-tps", phase=-1, **asked)


def test_one_page_for_each_tps_in_order(wajo: Desk) -> None:
    paper = made(wajo)
    said = form_samples.texts(paper.pdf())
    assert len(said) == len(STATIONS)
    numbers = [f"{village.replace('.', '')}{number:03d}" for village, number in sorted(STATIONS)]
    assert [number for number, text in zip(numbers, said, strict=True) if number not in text] == []
    assert paper.title == "Formulir Ceklis H-1 Kabupaten Wajo"
    assert all(f"Kode pemeriksaan dokumen: {paper.code}" in text for text in said)


def test_what_stands_on_one(wajo: Desk) -> None:
    [said] = form_samples.texts(made(wajo, area=tps(MADDUKELLENG, 5)).pdf())
    for words in (
        "TPS 005", "Kelurahan Maddukelleng", "Kecamatan Tempe, Kabupaten Wajo", "287", "Surat suara PPWP",
        "293 lembar", "Kesiapan TPS dan logistik, versi 1", "pemungutan suara Rabu, 14 Februari 2024",
    ):
        assert words in said, words


@pytest.mark.parametrize(
    ("area", "count"),
    [("", 9), (TEMPE, 6), (MADDUKELLENG, 2), (tps(MADDUKELLENG, 5), 1), ("7313061004005", 1), ("73.13/gudang", 1)],
)
def test_an_area_of_any_size(wajo: Desk, area: str, count: int) -> None:
    assert len(form_samples.texts(made(wajo, area=area).pdf())) == count


def test_villages_stand_in_the_list_of_contents_under_their_kecamatan(wajo: Desk) -> None:
    found = [(level, words) for level, words, _ in test_pdf_bulk.contents(made(wajo).pdf())]
    kecamatan = [words for level, words in found if level == 0]
    assert kecamatan == ["Kecamatan Tempe", "Kecamatan Belawa"]
    assert (1, "Kelurahan Maddukelleng") in found


def test_a_tps_without_dpt_is_remarked(wajo: Desk) -> None:
    [remark] = [one for one in made(wajo, area=BELAWA).remarks if "DPT" in one.words.message]
    assert remark.words.params["count"] == "1"
    assert made(wajo, area=TEMPE).remarks == ()


def test_nothing_is_registered_and_nothing_is_a_draft(wajo: Desk) -> None:
    paper = made(wajo)
    with pytest.raises(errors.Refused, match="Formulir kosong"):
        printing.issue(wajo, paper)
    assert printing.printed(wajo) == []
    assert "KONSEP" not in form_samples.texts(paper.draft().pdf())[0]


def test_written_to_a_file_with_progress_it_is_the_same(wajo: Desk, tmp_path: Path) -> None:
    paper = made(wajo)
    told = []
    assert finish(printing.write_pdf(paper, tmp_path / "a.pdf"), told.append) == len(STATIONS)
    assert (told[-1].done, told[-1].total) == (len(STATIONS), len(STATIONS))
    printing.save(paper, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes() == paper.pdf()
    with pytest.raises(errors.Refused, match="tidak dapat ditulis"):
        printing.save(paper, tmp_path / "nowhere" / "c.pdf")


def test_the_first_pages_are_there_to_be_looked_at(wajo: Desk) -> None:
    paper = made(wajo)
    assert form_samples.texts(paper.preview()) == form_samples.texts(paper.pdf())[:8]


def test_the_same_moment_gives_the_same_bytes_and_another_phase_another_code(wajo: Desk) -> None:
    assert made(wajo).pdf() == made(wajo).pdf()
    assert shown.made(wajo, "formulir-tps", phase=0).code != made(wajo).code


def test_in_words_it_is_how_many_of_which_village(wajo: Desk) -> None:
    assert "*Kelurahan Maddukelleng*: Formulir 2" in made(wajo, area=TEMPE).text()


def test_where_there_is_no_tps_it_is_said(wajo: Desk) -> None:
    with pytest.raises(errors.Refused, match="Belum ada TPS"):
        made(wajo, area="73.13.01")


def test_in_an_english_window_the_form_stays_indonesian(wajo: Desk) -> None:
    area = "73.13/gudang"
    before = made(wajo, area=area)
    text.use_language("en")
    try:
        again = made(wajo, area=area)
        assert again.pdf() == before.pdf()
    finally:
        text.use_language("id")
    assert "Gudang KPU" in form_samples.texts(again.pdf())[0]
