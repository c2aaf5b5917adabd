# SPDX-License-Identifier: Apache-2.0
"""Draws on one sheet: words, lines, boxes, bars; places are points from the upper left corner."""

from collections.abc import Sequence

from desk_app.reports import pdf_bulk_fonts, pdf_fonts, pdf_lines


class Pen:
    """Collects what is drawn; `content` is the content of a PDF's page or form."""

    def __init__(self, faces: pdf_bulk_fonts.Faces, height: float) -> None:
        self._faces = faces
        self._height = height
        self._drawn: list[str] = []

    @property
    def content(self) -> bytes:
        return "\n".join(self._drawn).encode("ascii")

    def text(self, x: float, y: float, words: str, size: float, font: str = pdf_fonts.REGULAR) -> None:
        """Words that begin at `x` and stand on `y`."""
        parts = [f"BT 1 0 0 1 {x:.2f} {self._height - y:.2f} Tm"]
        for face, letters in self._faces.shown(words, font):
            parts.append(f"/{face.name} {size:.2f} Tf<{letters}>Tj")
        self._drawn.append(" ".join((*parts, "ET")))

    def faint(self, x: float, y: float, words: str, size: float) -> None:
        """Words that are written over."""
        self._drawn.append("0.62 g")
        self.text(x, y, words, size)
        self._drawn.append("0 g")

    def right(self, x: float, y: float, words: str, size: float, font: str = pdf_fonts.REGULAR) -> None:
        """Words that end at `x`."""
        self.text(x - width_of(words, font, size), y, words, size, font)

    def middle(self, x: float, y: float, words: str, size: float, font: str = pdf_fonts.REGULAR) -> None:
        """Words with their middle at `x`."""
        self.text(x - width_of(words, font, size) / 2, y, words, size, font)

    def spaced(self, x: float, room: float, y: float, words: str, size: float, font: str) -> None:
        """Words over a width, with room between the letters: one word still for who searches."""
        between = (room - width_of(words, font, size)) / max(len(words) - 1, 1)
        self._drawn.append(f"{between:.2f} Tc")
        self.text(x, y, words, size, font)
        self._drawn.append("0 Tc")

    def line(self, x: float, y: float, to_x: float, to_y: float, thick: float = 0.4, dots: bool = False) -> None:
        """A line; `dots`: one to write on."""
        end = f"{x:.2f} {self._height - y:.2f} m {to_x:.2f} {self._height - to_y:.2f} l S"
        self._drawn.append(f"{thick:.2f} w [0.5 1.8] 0 d {end} [] 0 d" if dots else f"{thick:.2f} w {end}")

    def box(self, x: float, y: float, wide: float, tall: float, thick: float = 0.6) -> None:
        """The frame of a box whose upper left corner is at `x`, `y`."""
        self._drawn.append(f"{thick:.2f} w {x:.2f} {self._height - y - tall:.2f} {wide:.2f} {tall:.2f} re S")

    def shade(self, x: float, y: float, wide: float, tall: float, grey: float) -> None:
        """A box filled with grey (0 is black)."""
        self._drawn.append(
            f"{grey:.3f} g {x:.2f} {self._height - y - tall:.2f} {wide:.2f} {tall:.2f} re f 0 g"
        )

    def bars(self, x: float, y: float, bars: str, module: float, tall: float) -> None:
        """Bars of a code with their upper left corner at `x`, `y`; `module` is the width of the thinnest one."""
        place = f"{module:.4f} 0 0 {tall:.2f} {x:.2f} {self._height - y - tall:.2f} cm"
        self._drawn.append(f"q {place} {bars}f Q")

    def squares(self, x: float, y: float, rows: Sequence[Sequence[bool]], module: float) -> None:
        """Black squares where a row says so: a code in two directions."""
        cells = [
            f"{column} {len(rows) - 1 - place} 1 1 re "
            for place, row in enumerate(rows)
            for column, is_dark in enumerate(row)
            if is_dark
        ]
        tall = len(rows) * module
        self._drawn.append(
            f"q {module:.4f} 0 0 {module:.4f} {x:.2f} {self._height - y - tall:.2f} cm {''.join(cells)}f Q"
        )

    def picture(self, x: float, y: float, wide: float, tall: float, name: str) -> None:
        """A picture of the file by its name."""
        self._drawn.append(f"q {wide:.2f} 0 0 {tall:.2f} {x:.2f} {self._height - y - tall:.2f} cm /{name} Do Q")

    def form(self, name: str) -> None:
        """What was drawn before under a name, at its own place."""
        self._drawn.append(f"/{name} Do")

    def beside(self) -> "Pen":
        """Another pen for the same sheet, whose drawing is kept and used again."""
        return Pen(self._faces, self._height)

    def drawn_before(self, content: str) -> None:
        """What another pen drew for a sheet of this height."""
        self._drawn.append(content)


def width_of(words: str, font: str, size: float) -> float:
    """How wide words are, in points; remembered, for on forms the same are said again and again."""
    return pdf_lines.ruler(font).word(words) * size / 1000
