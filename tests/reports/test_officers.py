# SPDX-License-Identifier: Apache-2.0
"""People as letters name them."""

from desk_app.reports import document, letter_sheet, officers, text, words
from tests.reports import letter_samples, pages_read


def test_one_person_has_the_label_of_his_number() -> None:
    for number, label, told in (
        ("NIP. 19700101 199503 1 001", "NIP", "19700101 199503 1 001"),
        ("NRP 78010203", "NRP", "78010203"),
        ("NI PPPK 19800101 202321 1 001", "NI PPPK", "19800101 202321 1 001"),
        ("", "NIP/NRP", "–"),
    ):
        fact = officers.facts(letter_samples.officer(number=number))[2]
        assert isinstance(fact, document.PaperFact)
        assert (fact.label, fact.value) == (label, told)


def test_who_has_no_name_yet_gets_a_line() -> None:
    assert officers.facts(officers.Officer("", "Camat"))[0].value == words.BLANK_NUMBER
    [row] = officers.table((officers.Group("", (officers.Officer("", "Camat"),)),)).rows
    assert row.cells == ("1", words.BLANK_NUMBER, "–", "Camat")


def test_groups_are_counted_through_and_never_sorted() -> None:
    groups = (
        officers.Group("Pimpinan", (letter_samples.officer(9),)),
        officers.Group("Kosong", ()),
        officers.Group("Tim I", (letter_samples.officer(2, area="Tempe"), letter_samples.officer(1))),
    )
    table = officers.table(groups)
    assert [column.title for column in table.columns][-2:] == ["Kedudukan dalam Tim", "Wilayah Tugas"]
    assert [row.cells[:2] for row in table.rows if row.kind is document.RowKind.BODY] == [
        ("1", "Pegawai 9"), ("2", "Pegawai 2"), ("3", "Pegawai 1"),
    ]
    assert [row.cells[0] for row in table.rows if row.kind is document.RowKind.GROUP] == ["Pimpinan", "Tim I"]


def test_numbers_stay_out_of_a_message() -> None:
    blocks: list[document.Block] = [
        officers.table((officers.Group("", (letter_samples.officer(),)),)),
        document.Points("Kepada", (officers.point(letter_samples.officer()),)),
    ]
    paper = letter_sheet.document_of(letter_samples.sheet(signature=letter_samples.NARROW), "S", blocks)
    told = text.render(paper)
    assert "19700101" not in told
    assert told.count("Pegawai 1") == 2
    assert pages_read.texts(paper)[0].count("19700101 199503 1 001") == 2


def test_of_one_without_a_name_rank_and_number_are_for_the_pen() -> None:
    told = [fact.value for fact in officers.facts(officers.Officer("", "Sekretaris Daerah"))]
    assert told[:3] == [words.BLANK_NUMBER] * 3
    assert [fact.value for fact in officers.facts(officers.Officer("Baso", "Camat"))][1:3] == ["–", "–"]
