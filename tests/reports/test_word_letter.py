# SPDX-License-Identifier: Apache-2.0
"""The parts of a letter in Word: colons below each other, points beside a label, an opening, an annex."""

from desk_app.reports import document
from tests.reports import word_read

FACT = document.Fact("Jabatan", "Kepala Bidang")


def test_facts_have_their_colons_in_one_column() -> None:
    table = word_read.opened(word_read.paper(document.Facts((FACT, document.Fact("NIP", "–"))))).tables[0]
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts == [["Jabatan", ":", "Kepala Bidang"], ["NIP", ":", "–"]]
    assert word_read.found(table._tbl, "./w:tblPr/w:tblBorders/w:top[@w:val='nil']")
    assert not word_read.opened(word_read.paper(document.Facts(()))).tables


def test_points_hang_beside_their_label() -> None:
    block = document.Points("Menimbang", (document.Point("bahwa satu", "a."), document.Point("bahwa dua", "b.")))
    file = word_read.opened(word_read.paper(block))
    first, second = file.paragraphs[:2]
    assert first.text == "Menimbang\t:\ta.\tbahwa satu"
    assert second.text == "\t\tb.\tbahwa dua"
    assert first.paragraph_format.left_indent == -first.paragraph_format.first_line_indent
    assert first.paragraph_format.left_indent == second.paragraph_format.left_indent


def test_people_stand_beside_their_label_with_their_facts() -> None:
    second = document.Point(mark="2.", facts=(document.Fact("Nama", "Ani"),))
    people = (document.Point(mark="1.", facts=(FACT,)), second)
    tables = word_read.opened(word_read.paper(document.Points("Kepada", people))).tables
    assert [cell.text for cell in tables[0].rows[0].cells] == ["Kepada", ":", "1.", "Jabatan", ":", "Kepala Bidang"]
    assert [cell.text for cell in tables[1].rows[0].cells] == ["", "", "2.", "Nama", ":", "Ani"]
    single = word_read.opened(word_read.paper(document.Points("Kepada", (document.Point(facts=(FACT,)),)))).tables[0]
    assert [cell.text for cell in single.rows[0].cells] == ["Kepada", ":", "Jabatan", ":", "Kepala Bidang"]


def test_a_letter_opens_with_place_and_date_at_the_right() -> None:
    facts = (document.Fact("Nomor", "1"),)
    block = document.LetterOpening("Sengkang, 1 Februari 2024", facts, ("Yth. Kapolres", "di Sengkang"))
    file = word_read.opened(word_read.paper(block))
    assert [cell.text for cell in file.tables[0].rows[0].cells] == ["Nomor", ":", "1", "Sengkang, 1 Februari 2024"]
    assert [one.text for one in file.paragraphs if one.text] == ["Yth. Kapolres", "di Sengkang"]
    bare = word_read.opened(word_read.paper(document.LetterOpening("Sengkang", ())))
    assert [cell.text for cell in bare.tables[0].rows[0].cells] == ["", "", "", "Sengkang"]


def test_the_head_of_an_annex_stands_at_the_right() -> None:
    told = word_read.paper(document.AnnexHead("LAMPIRAN I", (FACT,), ("KEPUTUSAN BUPATI",)))
    file = word_read.opened(told)
    assert [one.text for one in file.paragraphs[:2]] == ["LAMPIRAN I", "KEPUTUSAN BUPATI"]
    indent = word_read.found(file.tables[0]._tbl, "./w:tblPr/w:tblInd")[0]
    assert int(word_read.value(indent, "w:w") or 0) / 20 * 25.4 / 72 > told.page.text_width * 0.5
