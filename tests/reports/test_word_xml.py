# SPDX-License-Identifier: Apache-2.0
"""The pieces of a Word file: what was typed is escaped, properties stand in the order that Word asks for."""

import re
import xml.etree.ElementTree as ET

import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from desk_app.reports import document
from desk_app.reports import word_xml as xml

ORDER = "pStyle keepNext keepLines pageBreakBefore pBdr tabs spacing ind jc outlineLvl rPr sectPr".split()


def inside(text: str) -> str:
    return "".join(ET.fromstring(f"<w:body {xml.NAMES}>{text}</w:body>").itertext())


@given(st.text())
def test_any_text_makes_xml_that_can_be_read(text: str) -> None:
    read = inside(xml.paragraph(text, xml.Look()))
    assert read == re.sub(r"[\n\t]", "", xml.plain(text))


def test_what_was_typed_is_not_read_as_xml() -> None:
    assert inside(xml.paragraph("<w:b/> & {{ x }}", xml.Look())) == "<w:b/> & {{ x }}"


def test_lines_and_tabs() -> None:
    made = xml.paragraph("a\nb\tc", xml.Look())
    assert made.count("<w:br/>") == made.count("<w:tab/>") == 1


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\u202e", "\u200b", "\ud800", "\uffff"])
def test_signs_that_no_file_may_hold_are_left_out(sign: str) -> None:
    assert xml.plain(f"a{sign}b") == "ab"


def test_properties_stand_in_order() -> None:
    look = xml.Look(9.0, True, document.Align.RIGHT, left=10, first=-10, before=1, after=2, keep=True, whole=True,
                    stops=(10.0,), style="Heading1", rule=4, new_page=True, outline=1)
    paragraph = parse_xml(f"<w:body {xml.NAMES}>{xml.paragraph('a', look, '<w:sectPr/>')}</w:body>")[0]
    names = [child.tag.rpartition("}")[2] for child in paragraph[0]]
    assert names == ORDER


def test_a_hanging_indent_and_a_tab_to_the_right() -> None:
    made = xml.paragraph("a", xml.Look(left=22, first=-22, stops=(22.0, -400.0)))
    assert 'w:left="440"' in made
    assert 'w:hanging="440"' in made
    assert '<w:tab w:val="right" w:pos="8000"/>' in made


def test_two_tables_are_kept_apart_by_a_gap() -> None:
    one = xml.table([100.0], [xml.row([xml.cell("", 100.0)])])
    body = parse_xml(f"<w:body {xml.NAMES}>{one}{xml.gap(6)}{one}</w:body>")
    assert [child.tag.rpartition("}")[2] for child in body] == ["tbl", "p", "tbl"]
    assert 'w:line="120" w:lineRule="exact"' in xml.gap(6)


def test_a_table_is_as_wide_as_its_columns() -> None:
    made = xml.table([100.0, 50.5], [])
    assert '<w:tblW w:w="3010" w:type="dxa"/>' in made
    assert '<w:tblLayout w:type="fixed"/>' in made
