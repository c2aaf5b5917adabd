# SPDX-License-Identifier: Apache-2.0
"""Pictures in a Word file: the arms of a kop, photos three in a row, and charts drawn as on paper."""

import io
from collections.abc import Sequence

import docx.document
from docx import shared
from lxml import etree

from desk_app.domain import charts
from desk_app.reports import chart_picture, document, letterhead
from desk_app.reports import word_xml as xml

BESIDE = 3
_HIGHEST = 60 * 72 / 25.4
_GAP = 6.0


class Album:
    """Takes pictures into the file, each once; gives back what shows them."""

    def __init__(self, file: docx.document.Document) -> None:
        self._file = file
        self._count = 0

    def fitted(self, data: bytes, width: float, height: float, told: str) -> str:
        """A picture as large as it goes into a room, in points; `told`: what it shows, for who cannot see it."""
        across, high = letterhead.image_size(data)
        scale = min(width / across, height / high)
        return self._shown(data, across * scale, high * scale, told)

    def chart(self, chart: charts.Chart, width: float) -> str:
        """A chart over the whole width."""
        height = chart_picture.height_of(chart)
        return self._shown(chart_picture.png(chart, width, height), width, height, chart.title or "Grafik")

    def rows(self, pictures: Sequence[document.Picture], width: float) -> list[str]:
        """Photos beside each other with what stands under them; no row is torn by the end of a page."""
        room = width / BESIDE
        made: list[str] = []
        for start in range(0, len(pictures), BESIDE):
            cells = [self._cell(one, room) for one in pictures[start : start + BESIDE]]
            cells += [xml.cell("", room)] * (BESIDE - len(cells))
            made += [xml.table([room] * BESIDE, [xml.row(cells)], ruled=False), xml.gap(_GAP)]
        return made

    def _cell(self, one: document.Picture, room: float) -> str:
        inside = xml.holding(self.fitted(one.data, room - _GAP, _HIGHEST, one.caption or "Foto"), xml.Look(after=2))
        if one.caption:
            inside += xml.paragraph(one.caption, xml.Look(xml.SMALL, right=_GAP, after=2))
        return xml.cell(inside, room)

    def _shown(self, data: bytes, width: float, height: float, told: str) -> str:
        self._count += 1
        part, scale = self._file.part, xml.scale()
        inline = part.new_pic_inline(io.BytesIO(data), shared.Pt(width * scale), shared.Pt(height * scale))
        for side in "TBLR":
            inline.set(f"dist{side}", "0")
        inline.docPr.set("id", str(self._count))
        inline.docPr.set("name", f"Gambar {self._count}")
        inline.docPr.set("descr", xml.plain(told).replace("\n", " "))
        return f"<w:r><w:drawing>{etree.tostring(inline, encoding='unicode')}</w:drawing></w:r>"
