# SPDX-License-Identifier: Apache-2.0
"""The parts of a letter in Word: facts, points beside a label, its opening, an annex, and who gets a copy."""

from collections.abc import Sequence
from dataclasses import replace

from desk_app.reports import document, pdf_fonts
from desk_app.reports import word_xml as xml

_COLON = 10.0
_MARK = 20.0
_LABEL = 68.0
_DATED = 0.42


def facts(rows: Sequence[document.Fact], width: float, size: float = xml.BODY, indent: float = 0.0) -> str:
    """Labels and values with the colons below each other."""
    if not rows:
        return ""
    label = min(_widest(rows, size), width * 0.4)
    widths = (label, _COLON, width - label - _COLON)
    look = xml.Look(size, after=1.5)
    made = [
        xml.row(
            [
                xml.cell(xml.paragraph(text, look), wide)
                for text, wide in zip((row.label, ":", row.value), widths, strict=True)
            ]
        )
        for row in rows
    ]
    return xml.table(widths, made, ruled=False, indent=indent)


def points(block: document.Points, width: float) -> list[str]:
    """A label with its points beside it, as a letter of assignment has them."""
    room = max(_LABEL, _wide(block.label))
    made: list[str] = []
    for place, one in enumerate(block.points):
        label = block.label if place == 0 else ""
        mark = room + _COLON
        text = mark + (_MARK if one.mark else 0.0)
        if one.facts:
            made += [_point_facts(one, label, room, width), xml.gap(3)]
            continue
        begun = f"{label}\t{':' if label else ''}\t{one.mark}" + ("\t" if one.mark else "")
        look = xml.Look(align=document.Align.JUSTIFY, left=text, first=-text, after=3, stops=(room, mark, text))
        made.append(xml.paragraph(begun + one.text, look))
    return [*made, xml.gap(5)]


def _point_facts(one: document.Point, label: str, room: float, width: float) -> str:
    """Facts of one person, kept on one page."""
    told = _widest(one.facts, xml.BODY)
    mark = _MARK if one.mark else 0.0
    widths = [room, _COLON, mark, told, _COLON, width - room - 2 * _COLON - mark - told]
    made = []
    for place, fact in enumerate(one.facts):
        begun = (label, ":" if label else "", one.mark) if place == 0 else ("", "", "")
        texts = (*begun, fact.label, ":", fact.value)
        look = xml.Look(after=1.5, keep=place < len(one.facts) - 1)
        kept = [(text, wide) for text, wide in zip(texts, widths, strict=True) if wide]
        made.append(xml.row([xml.cell(xml.paragraph(text, look), wide) for text, wide in kept]))
    return xml.table([wide for wide in widths if wide], made, ruled=False)


def opening(block: document.LetterOpening, width: float) -> list[str]:
    """Facts on the left, place and date on the right of their first line, the addressee below."""
    room = width * _DATED
    label = _widest(block.facts, xml.BODY)
    widths = (label, _COLON, width - room - label - _COLON, room)
    plain, right = xml.Look(after=1.5), xml.Look(after=1.5, align=document.Align.RIGHT)
    made = []
    for place, one in enumerate(block.facts or (document.Fact("", ""),)):
        texts = (one.label, ":" if one.label else "", one.value)
        cells = [xml.cell(xml.paragraph(text, plain), wide) for text, wide in zip(texts, widths, strict=False)]
        made.append(xml.row([*cells, xml.cell(xml.paragraph(block.dated if place == 0 else "", right), room)]))
    addressee = [xml.paragraph(line, xml.Look()) for line in block.addressee]
    return [xml.table(widths, made, ruled=False), xml.gap(14), *addressee, *([xml.gap(14)] if addressee else [])]


def annex_head(block: document.AnnexHead, width: float) -> list[str]:
    """The head of an annex, at the right."""
    room = width * 0.48
    look = xml.Look(10.0, left=width - room, keep=True)
    made = [xml.paragraph(block.heading, replace(look, outline=1))]
    made += [xml.paragraph(line, look) for line in block.lines]
    if block.rows:
        made.append(facts(block.rows, room, 10.0, indent=width - room))
    return [*made, xml.gap(12)]


def copies(names: Sequence[str], heading: str) -> list[str]:
    """Who gets a copy, in order."""
    made = [xml.paragraph(heading, xml.Look(9.5, keep=True))]
    for place, name in enumerate(names, start=1):
        end = "." if place == len(names) else ";"
        look = xml.Look(9.5, left=16, first=-16, stops=(16,), keep=place < len(names))
        made.append(xml.paragraph(f"{place}.\t{name.rstrip('.;')}{end}", look))
    return made


def _widest(rows: Sequence[document.Fact], size: float) -> float:
    return max((_wide(row.label, size) for row in rows), default=0.0)


def _wide(text: str, size: float = xml.BODY) -> float:
    return pdf_fonts.width(text, pdf_fonts.regular(), size) + 8
