# SPDX-License-Identifier: Apache-2.0
"""Tables in Word: headings repeated and grouped, totals bold, an empty one says so, its end stays with a signature."""

from desk_app.reports import document
from tests.reports import samples, word_read

COLUMNS = (
    document.Column("No", align=document.Align.RIGHT),
    document.Column("Kecamatan", share=1.0),
    document.Column("L", align=document.Align.RIGHT, group="DPT"),
    document.Column("P", align=document.Align.RIGHT, group="DPT"),
)
ROWS = (
    document.Row(("Wilayah I",), document.RowKind.GROUP),
    document.Row(("1", "Tempe", "10", "20")),
    document.Row(("", "Jumlah", "10", "20"), document.RowKind.TOTAL),
)


def test_headings_are_repeated_and_grouped() -> None:
    table = word_read.opened(word_read.paper(document.Table(COLUMNS, ROWS, numbered=True))).tables[0]
    headings = [row for row in table.rows if word_read.found(row._tr, "./w:trPr/w:tblHeader")]
    assert len(headings) == 3
    assert [cell.text for cell in headings[0].cells] == ["No", "Kecamatan", "DPT", "DPT"]
    assert [cell.text for cell in headings[1].cells] == ["No", "Kecamatan", "L", "P"]
    assert [cell.text for cell in headings[2].cells] == ["1", "2", "3", "4"]
    assert word_read.found(headings[0]._tr, ".//w:gridSpan[@w:val='2']")
    assert len(word_read.found(table._tbl, ".//w:vMerge")) == 4


def test_a_group_goes_over_the_whole_width_and_a_total_is_bold() -> None:
    table = word_read.opened(word_read.paper(document.Table(COLUMNS, ROWS))).tables[0]
    group, body, total = table.rows[2:]
    assert {cell.text for cell in group.cells} == {"Wilayah I"}
    assert word_read.found(group._tr, ".//w:gridSpan[@w:val='4']")
    assert word_read.found(group._tr, ".//w:keepNext")
    assert not word_read.found(body._tr, ".//w:b")
    assert len(word_read.found(total._tr, ".//w:r//w:b")) == 3


def test_an_empty_table_says_so() -> None:
    table = word_read.opened(word_read.paper(document.Table(COLUMNS, (), "Belum ada data"))).tables[0]
    assert {cell.text for cell in table.rows[-1].cells} == {"Belum ada data"}


def test_the_last_row_stays_with_the_signature() -> None:
    told = word_read.paper(document.Table(COLUMNS, ROWS), samples.SIGNATURE)
    rows = word_read.opened(told).tables[0].rows
    assert len(word_read.found(rows[-1]._tr, ".//w:keepNext")) == 4
    assert not word_read.found(rows[-2]._tr, ".//w:keepNext")
    alone = word_read.opened(word_read.paper(document.Table(COLUMNS, ROWS))).tables[0].rows
    assert not word_read.found(alone[-1]._tr, ".//w:keepNext")


def test_widths_fill_the_text_and_a_long_row_may_be_parted() -> None:
    rows = (document.Row(("1", "Tempe", "1", "2")), document.Row(("2", "panjang " * 100, "1", "2")))
    told = word_read.paper(document.Table(COLUMNS, rows))
    table = word_read.opened(told).tables[0]
    wide = sum(int(word_read.value(one, "w:w") or 0) for one in word_read.found(table._tbl, "./w:tblGrid/w:gridCol"))
    assert abs(wide / 20 * 25.4 / 72 - told.page.text_width) < 0.2
    assert [bool(word_read.found(row._tr, "./w:trPr/w:cantSplit")) for row in table.rows[2:]] == [True, False]
