# SPDX-License-Identifier: Apache-2.0
"""The kop in Word: arms beside or above the lines, a double rule, free room where there is no picture."""

from desk_app.reports import document, letterhead
from tests.reports import samples, word_read

BODY = document.Paragraph("Isi")


def test_the_arms_of_the_region_stand_beside_the_lines() -> None:
    file = word_read.opened(word_read.paper(BODY, head=samples.setda_head(samples.png())))
    cells = file.tables[0].rows[0].cells
    assert cells[1].text.splitlines()[:2] == ["PEMERINTAH KABUPATEN WAJO", "SEKRETARIAT DAERAH"]
    assert len(file.inline_shapes) == 1
    assert word_read.found(cells[0]._tc, ".//w:drawing")
    assert file.inline_shapes[0].height.mm <= 25.1


def test_the_rule_under_it_is_thick_above_and_thin_below() -> None:
    body = word_read.opened(word_read.paper(BODY, head=samples.setda_head())).element.body
    rule = word_read.found(body, "./w:p/w:pPr/w:pBdr")[0]
    above, below = (int(word_read.value(line, "w:sz") or 0) for line in rule)
    assert above >= 3 * below > 0


def test_without_a_picture_its_place_stays_free() -> None:
    file = word_read.opened(word_read.paper(BODY, head=samples.setda_head(None)))
    assert not file.inline_shapes
    assert file.tables[0].rows[0].height.mm > 25


def test_the_arms_of_the_state_stand_above() -> None:
    file = word_read.opened(word_read.paper(BODY, head=letterhead.of_head("Bupati Wajo", samples.png(), ("Jalan X",))))
    assert not file.tables
    assert [one.text for one in file.paragraphs if one.text] == ["BUPATI WAJO", "Jalan X", "Isi"]
    assert word_read.found(file.paragraphs[0]._p, ".//w:drawing")


def test_a_long_name_is_set_smaller() -> None:
    long = letterhead.of_office("Pemerintah Kabupaten Wajo", f"Badan {samples.LONG_NAME}")
    sizes = [
        run.font.size.pt
        for line in word_read.opened(word_read.paper(BODY, head=long)).tables[0].rows[0].cells[1].paragraphs
        for run in line.runs
        if "BADAN" in run.text
    ]
    assert len(sizes) == 1
    assert 12.0 <= sizes[0] < 16.0
