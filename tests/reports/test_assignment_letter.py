# SPDX-License-Identifier: Apache-2.0
"""Surat tugas: its parts in order, one person in the text, more in the annex."""

from dataclasses import replace
from datetime import date

import pytest

from desk_app.reports import assignment_letter, officers, text
from tests.reports import letter_samples, pages_read

LETTER = assignment_letter.AssignmentLetter(
    sheet=letter_samples.sheet(),
    about="Tim VIII",
    of="13 Februari 2024",
    groups=(officers.Group("", (letter_samples.officer(),)),),
    basis=("Keputusan Bupati Wajo Nomor 10",),
    purposes=("Memantau", "Melaporkan"),
    considering=("bahwa perlu menugaskan",),
    day=date(2024, 2, 13),
)


def test_its_parts_stand_in_order() -> None:
    [page] = pages_read.texts(assignment_letter.build(LETTER))
    places = [
        page.index(said)
        for said in ("SURAT TUGAS", "NOMOR: ....", "Menimbang", "Dasar", "MEMERINTAHKAN:", "Kepada", "Pegawai 1",
                     "Untuk", "Melaporkan", "SEKRETARIS DAERAH", "Tembusan")
    ]
    assert places == sorted(places)
    assert "19700101 199503 1 001" in page
    assert "lampiran" not in page


def test_two_stand_in_the_annex() -> None:
    group = officers.Group("", (letter_samples.officer(1), letter_samples.officer(2, name=letter_samples.LONG)))
    letter, annex = pages_read.texts(assignment_letter.build(replace(LETTER, groups=(group,))))
    assert "2 (dua) orang sebagaimana tercantum dalam lampiran" in letter
    assert "Pegawai 1" not in letter
    assert "LAMPIRAN SURAT TUGAS NOMOR" in annex
    assert "13 Februari 2024" in annex
    assert "Pegawai 1" in annex
    assert "SEKRETARIS DAERAH" in annex


def test_what_the_office_does_not_know_is_left_for_the_pen() -> None:
    bare = replace(LETTER, groups=(), basis=(), purposes=(), considering=(), day=None)
    [page] = pages_read.texts(assignment_letter.build(bare))
    assert "Menimbang" not in page
    for label in ("Dasar", "Kepada", "Untuk"):
        assert "....." in page[page.index(label) : page.index(label) + 20]


def test_the_words_of_the_office() -> None:
    own = replace(LETTER, title="Surat Perintah Tugas", order="Memberi tugas:")
    [page] = pages_read.texts(assignment_letter.build(own))
    assert "SURAT PERINTAH TUGAS" in page
    assert "MEMBERI TUGAS:" in page
    assert assignment_letter.build(own).title == "Surat Perintah Tugas Tim VIII 13 Februari 2024"


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("many", [0, 1, 300])
def test_few_and_many_stay_on_the_sheet(paper: str, many: int) -> None:
    people = tuple(letter_samples.officer(one, name=letter_samples.LONG) for one in range(many))
    sheet = letter_samples.sheet(paper, signature=letter_samples.NARROW)
    letter = replace(LETTER, sheet=sheet, groups=(officers.Group("A", people),))
    assert not pages_read.outside(assignment_letter.build(letter))


def test_three_pages_of_text() -> None:
    letter = replace(LETTER, purposes=tuple("Memantau kesiapan TPS di setiap kelurahan. " * 30 for _ in range(9)))
    paper = assignment_letter.build(letter)
    told = pages_read.texts(paper)
    assert len(told) >= 3
    assert "SEKRETARIS DAERAH" in told[-1]
    assert "Memantau" in told[-1]
    assert not pages_read.outside(paper)


def test_a_message_of_it_has_no_number() -> None:
    sheet = letter_samples.sheet(signature=letter_samples.NARROW)
    told = text.render(assignment_letter.build(replace(LETTER, sheet=sheet)))
    assert "19700101" not in told
    assert "Pegawai 1" in told


def test_the_code_follows_from_who_is_sent() -> None:
    other = replace(LETTER, groups=(officers.Group("", (letter_samples.officer(2),)),))
    assert assignment_letter.build(LETTER).footer.code != assignment_letter.build(other).footer.code
