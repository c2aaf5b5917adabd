# SPDX-License-Identifier: Apache-2.0
"""The Word file around its body: one style for all, sheets upright and across, the foot of each page."""

import dataclasses
import io
from typing import Any, Final

import docx
import docx.document
from docx import section, shared
from docx.enum import section as kinds
from docx.opc import constants
from docx.oxml import parse_xml

from desk_app.reports import document, pages, pdf_fonts, pdf_one_page, word_flow, word_pictures, zipped
from desk_app.reports import word_xml as xml

DRAFT: Final = "KONSEP"
FONTS: Final = {
    pages.Typeface.SANS: "Arial",
    pages.Typeface.SERIF: "Times New Roman",
    pages.Typeface.BOOK: "Bookman Old Style",
}
"""As wide as what the PDF is set in."""
_FOOT = 7.5
_FOOT_DROP, _FOOT_HIGH, _DRAFT_RISE = 6.0, 8.0, 8.0
"""Millimetres from the text to the rule over the foot, of the foot itself, and from the text up to a draft's mark."""

_SAFE = 0.97
"""Word sets its lines a little wider apart than the PDF."""

_NEEDED = (constants.RELATIONSHIP_TYPE.STYLES, constants.RELATIONSHIP_TYPE.SETTINGS, constants.RELATIONSHIP_TYPE.THEME)
_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Desk</Application></Properties>"
)
_STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="%(font)s" w:hAnsi="%(font)s" w:eastAsia="%(font)s" w:cs="%(font)s"/>
<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="254" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>
<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>
</w:tblPr></w:style>
<w:style w:type="paragraph" w:styleId="%(chapter)s"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:outlineLvl w:val="0"/></w:pPr>
<w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="%(heading)s"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>
<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:outlineLvl w:val="1"/></w:pPr>
<w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/></w:style>
"""
_SETTINGS = """
<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat><w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>
"""


def build(paper: document.Document) -> bytes:
    """The document as bytes of a .docx file."""
    file = docx.Document()
    _strip(file, FONTS[paper.page.manner.typeface])
    with pdf_fonts.used(paper.page.manner.typeface):
        inside, across = _body(paper, word_pictures.Album(file))
    file = _holding(file, inside)
    for one, landscape in zip(file.sections, across, strict=True):
        _sheet(one, dataclasses.replace(paper.page, landscape=landscape), paper.footer)
    target = io.BytesIO()
    file.save(target)
    told = {
        "docProps/core.xml": zipped.description(paper.title, paper.author, paper.footer.as_of),
        "docProps/app.xml": _APPLICATION,
    }
    return zipped.anew(target.getvalue(), told)


def _body(paper: document.Document, album: word_pictures.Album) -> tuple[str, list[bool]]:
    """The body; what must stand on one page is set on a larger sheet and drawn smaller, as in the PDF."""
    scale = pdf_one_page.scale(paper) * _SAFE if pdf_one_page.asked(paper) else 1.0
    if scale >= _SAFE:
        return word_flow.body(paper, album)
    with xml.smaller(scale):
        return word_flow.body(dataclasses.replace(paper, page=pdf_one_page.enlarged(paper.page, 1 / scale)), album)


def _holding(file: docx.document.Document, inside: str) -> docx.document.Document:
    """The same file around another body. Parsed as one: moving elements into a tree takes time squared."""
    part: Any = file.part
    part._element = parse_xml(f"<w:document {xml.NAMES}><w:body>{inside}<w:sectPr/></w:body></w:document>")
    return docx.document.Document(part._element, part)


def _strip(file: docx.document.Document, font: str) -> None:
    """Leave of the file that the library starts from only what is needed, with the styles of an office."""
    package: Any = file.part.package
    for place, rel in list(file.part.rels.items()):
        if rel.reltype not in _NEEDED:
            del file.part.rels[place]
    for place, rel in list(package.rels.items()):
        if rel.reltype == constants.RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[place]
    styles = _STYLES % {"font": font, "chapter": word_flow.CHAPTER, "heading": word_flow.HEADING}
    for element, inside in ((file.styles.element, styles), (file.settings.element, _SETTINGS)):
        for child in list(element):
            element.remove(child)
        element.extend(list(parse_xml(f"<w:all {xml.NAMES}>{inside}</w:all>")))


def _sheet(one: section.Section, setup: pages.PageSetup, footer: document.Footer) -> None:
    room = setup.inner
    one.orientation = kinds.WD_ORIENT.LANDSCAPE if setup.landscape else kinds.WD_ORIENT.PORTRAIT
    one.page_width, one.page_height = shared.Mm(setup.width), shared.Mm(setup.height)
    one.left_margin, one.right_margin = shared.Mm(room.left), shared.Mm(room.right)
    one.top_margin, one.bottom_margin = shared.Mm(room.top), shared.Mm(room.bottom)
    one.gutter = shared.Mm(0)
    one.footer_distance = shared.Mm(max(room.bottom - _FOOT_DROP - _FOOT_HIGH, 4.0))
    one.header_distance = shared.Mm(max(room.top - _DRAFT_RISE, 4.0))
    width = setup.text_width * 72 / 25.4
    _fill(one.footer, _foot(footer, width, initialled=setup.manner.initialled))
    if footer.is_draft:
        _fill(one.header, xml.paragraph(DRAFT, xml.Look(bold=True, align=document.Align.RIGHT)))


def _foot(footer: document.Footer, width: float, *, initialled: bool) -> str:
    """Two lines under a rule, as on paper: the name and the page, the moment of the data and the code."""
    look = xml.Look(_FOOT, stops=(-width,))
    name = f"{DRAFT} · {footer.name}" if footer.is_draft else footer.name
    name = f"{name} · {footer.replacing}" if footer.replaces else name
    page = xml.run(f"{name}\tHalaman ", look) + xml.field("PAGE", look)
    page += xml.run(" dari ", look) + xml.field("NUMPAGES", look)
    code = f"Kode pemeriksaan dokumen: {footer.code}" if footer.code else ""
    as_of = footer.as_of[:1].upper() + footer.as_of[1:]
    rule = xml.paragraph("", xml.Look(1.0, exact=2, after=2, rule=4))
    notice = xml.paragraph(footer.notice, xml.Look(_FOOT, bold=True)) if footer.notice else ""
    bound = " · ".join(part for part in (as_of, code) if part) + ("\tParaf: ............" if initialled else "")
    return rule + xml.holding(page, look) + xml.paragraph(bound, look) + notice


def _fill(place: Any, inside: str) -> None:
    """Put paragraphs into the head or foot of a section, which is then its own."""
    place.is_linked_to_previous = False
    element = place._element
    for child in list(element):
        element.remove(child)
    element.extend(list(parse_xml(f"<w:all {xml.NAMES}>{inside}</w:all>")))
