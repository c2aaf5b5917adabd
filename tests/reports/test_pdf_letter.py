# SPDX-License-Identifier: Apache-2.0
"""Points and openings on paper: labels at the margin, long points over the page."""

from desk_app.reports import document, letter_sheet
from tests.reports import letter_samples, pages_read


def paper(*blocks: document.Block) -> document.Document:
    return letter_sheet.document_of(letter_samples.sheet("F4"), "S", list(blocks))


def test_labels_stand_at_the_margin_and_points_below_each_other() -> None:
    made = paper(
        document.Points("Dasar", (document.Point("Surat satu", "1."), document.Point("Surat dua", "2."))),
        document.Points("Kepada", (document.Point(facts=(document.Fact("Nama", "Pegawai"),)),)),
    )
    [signs] = pages_read.boxes(made)
    first = [middle for sign, middle, _foot in signs if sign in "DK" and middle < 100]
    assert len(first) >= 2
    assert max(first) - min(first) < 3
    told = pages_read.texts(made)[0]
    assert "Dasar" in told
    assert "1." in told
    assert "Nama : Pegawai" in told
    assert not pages_read.outside(made)


def test_a_point_of_three_pages_goes_on_and_its_label_is_said_once() -> None:
    made = paper(document.Points("Untuk", (document.Point("Memantau kesiapan TPS dan melaporkannya. " * 400, "1."),)))
    told = pages_read.texts(made)
    assert len(told) >= 3
    assert sum(page.count("Untuk") for page in told) == 1
    assert sum(page.count("melaporkannya") for page in told) == 400
    assert not pages_read.outside(made)


def test_facts_of_one_person_stay_on_a_page() -> None:
    many = tuple(
        document.Point(mark=f"{one}.", facts=(document.Fact("Nama", f"N{one}"), document.Fact("Jabatan", f"J{one}")))
        for one in range(1, 41)
    )
    told = pages_read.texts(paper(document.Points("Kepada", many)))
    assert len(told) > 1
    for one in range(1, 41):
        assert len([page for page in told if f"N{one} " in page and f"J{one} " in f"{page} "]) == 1


def test_an_opening_without_facts_has_its_date_still() -> None:
    made = paper(document.LetterOpening("Sengkang, 1 Maret 2024", ()), document.Rule())
    assert "Sengkang, 1 Maret 2024" in pages_read.texts(made)[0]


def test_a_long_subject_stays_left_of_the_date() -> None:
    made = paper(document.LetterOpening("Sengkang", (document.Fact("Hal", f"{letter_samples.LONG} " * 4),)))
    assert not pages_read.outside(made)
