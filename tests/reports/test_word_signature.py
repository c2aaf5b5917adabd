# SPDX-License-Identifier: Apache-2.0
"""Who signs, in Word: at the right and on one page, beside each other on one line, a frame, initials on a draft."""

import dataclasses

from desk_app.reports import document, form_parts, pages
from tests.reports import samples, word_read


def test_a_signature_stands_at_the_right_and_on_one_page() -> None:
    told = word_read.paper(document.Paragraph("Demikian."), samples.SIGNATURE, document.Copies(("Bupati", "Arsip;")))
    lines = word_read.opened(told).paragraphs
    texts = [one.text for one in lines]
    name = texts.index(samples.SIGNATURE.name)
    begin = texts.index("Demikian.")
    assert all(one.paragraph_format.keep_with_next for one in lines[begin : texts.index("1.\tBupati;")])
    assert lines[name].paragraph_format.left_indent.mm > told.page.text_width * 0.4
    assert lines[name].runs[0].bold
    assert texts[-2:] == ["1.\tBupati;", "2.\tArsip."]
    assert not lines[-1].paragraph_format.keep_with_next


def test_signatures_beside_each_other_have_their_names_on_one_line() -> None:
    other = dataclasses.replace(samples.SIGNATURE, office=("CAMAT TEMPE,",), name="Drs. Ahmad", below=())
    table = word_read.opened(word_read.paper(form_parts.signatures(samples.SIGNATURE, other))).tables[0]
    assert [cell.text for cell in table.rows[3].cells] == [samples.SIGNATURE.name, "Drs. Ahmad"]
    assert [cell.text for cell in table.rows[1].cells] == ["a.n. BUPATI WAJO\nSEKRETARIS DAERAH,", "CAMAT TEMPE,"]
    assert table.rows[2].height.mm >= samples.SIGNATURE.room - 0.1


def with_manner(manner: pages.Manner, *, is_draft: bool) -> document.Document:
    told = word_read.paper(samples.SIGNATURE, footer=dataclasses.replace(word_read.FOOTER, is_draft=is_draft))
    return dataclasses.replace(told, page=dataclasses.replace(told.page, manner=manner))


def test_a_frame_for_an_electronic_signature() -> None:
    table = word_read.opened(with_manner(pages.Manner(electronic=True), is_draft=False)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == [""]
    assert table.rows[0].height.mm > 15


def test_initials_stand_on_a_draft_alone() -> None:
    manner = pages.Manner(initials=("Kabag Hukum", "Asisten", "Sekda", "Staf"))
    beside = word_read.opened(with_manner(manner, is_draft=True)).tables[0].rows[0].cells
    asked = [[cell.text for cell in row.cells] for row in beside[0].tables[0].rows]
    assert asked[0] == ["Paraf hierarki", "Paraf", "Tanggal"]
    assert asked[1:] == [[office, "", ""] for office in ("Kabag Hukum", "Asisten", "Sekda")]
    assert samples.SIGNATURE.name in beside[1].text
    assert not word_read.opened(with_manner(manner, is_draft=False)).tables
