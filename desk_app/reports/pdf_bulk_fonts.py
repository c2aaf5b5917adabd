# SPDX-License-Identifier: Apache-2.0
"""The fonts of a file that is written as it goes: a letter gets its number when it is first used.

At the end each font is embedded with the letters that were used and no others, and with what they mean, so that the
text of the file can be searched and copied.
"""

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase import pdfmetrics

from desk_app.reports import pdf_bulk_file, pdf_fonts

_TAG = "ABCDEF"
"""Before the name of a font of which only a part is embedded."""


class Face:
    """One font: `codes` gives the four hexadecimal figures of a letter."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.codes = _Codes(pdfmetrics.getFont(name).face)

    def put(self, file: pdf_bulk_file.PdfFile, number: int) -> None:
        """Write the font as object `number`."""
        face = self.codes.face
        base = f"{_TAG}+{face.name.decode()}".encode()
        used = self.codes.used
        data = face.makeSubset(used)
        program = file.put_stream(data, b"/Length1 %d" % len(data))
        box = b" ".join(b"%d" % round(edge) for edge in face.bbox)
        descriptor = file.put(
            b"<</Type/FontDescriptor/FontName/%b/Flags 4/FontBBox[%b]/ItalicAngle %d/Ascent %d/Descent %d"
            b"/CapHeight %d/StemV %d/FontFile2 %d 0 R>>"
            % (
                base, box, round(face.italicAngle), round(face.ascent), round(face.descent), round(face.capHeight),
                face.stemV, program,
            )
        )
        widths = b" ".join(b"%d" % round(face.charWidths.get(code, face.defaultWidth)) for code in used)
        inner = file.put(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            b"/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap/Identity/DW %d/W[1[%b]]>>"
            % (base, descriptor, round(face.defaultWidth), widths)
        )
        meaning = file.put_stream(_meaning(used))
        file.put(
            b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
            % (base, inner, meaning),
            number,
        )


class _Codes(dict[int, str]):
    """For `str.translate`: a letter's number in this file, given when it is asked for."""

    def __init__(self, face: Any) -> None:
        super().__init__()
        self.face = face
        self.used: list[int] = []
        self._glyphs: dict[int, str] = {}

    def __missing__(self, code: int) -> str:
        glyph = self.face.charToGlyph.get(code, 0)
        # Two letters of one shape are one: the space that does not break is found as a space.
        number = "0000" if not glyph else self._glyphs.get(glyph)
        if number is None:
            self.used.append(code)
            number = self._glyphs[glyph] = f"{len(self.used):04x}"
        self[code] = number
        return number


class Faces:
    """The fonts of one file, each there when it is first used."""

    def __init__(self) -> None:
        pdf_fonts.register()
        self._known: dict[str, Face] = {}

    def shown(self, text: str, font: str) -> Iterator[tuple[Face, str]]:
        """The runs of a text, each with its font and its letters in hexadecimal figures."""
        for piece, marks in pdf_fonts.pieces(text):
            face = self.face(pdf_fonts.MARKS if marks else font)
            yield face, piece.translate(face.codes)

    def face(self, name: str) -> Face:
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = Face(name)
        return found

    def put(self, file: pdf_bulk_file.PdfFile) -> bytes:
        """Write all fonts; returns the entries of the dictionary that names them."""
        entries = []
        for name, face in self._known.items():
            number = file.reserve()
            face.put(file, number)
            entries.append(b"/%b %d 0 R" % (name.encode(), number))
        return b"".join(entries)


def _meaning(used: list[int]) -> bytes:
    """What each number means, as readers of text want it."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for first in range(0, len(used), 100):
        part = used[first : first + 100]
        lines.append(f"{len(part)} beginbfchar")
        lines += [
            f"<{place:04x}> <{chr(code).encode('utf-16-be').hex()}>" for place, code in enumerate(part, start=first + 1)
        ]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode()
