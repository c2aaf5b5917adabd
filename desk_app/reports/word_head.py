# SPDX-License-Identifier: Apache-2.0
"""The kop in Word: arms, lines, and the double rule under them, on the first page."""

from desk_app.reports import document, letterhead, pdf_fonts, word_pictures
from desk_app.reports import word_xml as xml

_MM = 72 / 25.4
_STATE = 24 * _MM
_HIGH = 25 * _MM
_WIDE = 24 * _MM
_GOVERNMENT, _OFFICE, _ADDRESS = 14.0, 16.0, 9.0
_ARMS = "Lambang"


def parts(head: letterhead.Letterhead, width: float, album: word_pictures.Album) -> list[str]:
    """The kop over the full width of the text; without a picture its place stays free."""
    if head.arms is letterhead.Arms.STATE:
        return _state(head, width, album)
    wide = any(
        pdf_fonts.width(line, pdf_fonts.bold(), size) > width - 2 * _WIDE
        for line, size in ((head.government, _GOVERNMENT), (head.office, _OFFICE))
    )
    room = width - _WIDE * (1 if wide else 2)
    arms = album.fitted(head.image, _WIDE - 2 * _MM, _HIGH, _ARMS) if head.image else ""
    cells = [
        xml.cell(xml.holding(arms, xml.Look()), _WIDE, middle=True),
        xml.cell("".join(_lines(head, room)), room, middle=True),
    ]
    widths = [_WIDE, room]
    if not wide:
        cells.append(xml.cell("", _WIDE))
        widths.append(_WIDE)
    return [xml.table(widths, [xml.row(cells, least=_HIGH + 4)], ruled=False), xml.double_rule(), xml.gap(14)]


def _state(head: letterhead.Letterhead, width: float, album: word_pictures.Album) -> list[str]:
    centred = xml.Look(align=document.Align.CENTER, after=6)
    made = [
        xml.holding(album.fitted(head.image, _STATE, _STATE, _ARMS), centred) if head.image else xml.gap(_STATE + 6),
        *_lines(head, width),
    ]
    if head.address:
        made += [xml.gap(4), xml.double_rule()]
    return [*made, xml.gap(14)]


def _lines(head: letterhead.Letterhead, width: float) -> list[str]:
    told = [(head.government, _GOVERNMENT, False), (head.office, _OFFICE, True)]
    told += [(line, _ADDRESS, False) for line in head.address]
    return [
        xml.paragraph(line, xml.Look(_fitting(line, size, bold, width), bold, document.Align.CENTER))
        for line, size, bold in told
        if line
    ]


def _fitting(line: str, size: float, bold: bool, width: float) -> float:
    """A long name is set a little smaller before it is broken into two lines; Word knows half points."""
    needed = pdf_fonts.width(line, pdf_fonts.bold() if bold else pdf_fonts.regular(), size)
    return size if needed <= width else max(int(size * width / needed * 2) / 2, size * 0.75)
