# SPDX-License-Identifier: Apache-2.0
"""A drawing (SVG) of unknown origin, made a picture of points: it may refer to nothing outside itself.

What a drawing refers to would be read from this computer or from the net while it is drawn, so one that does is
refused before it is. Texts in it are set in the fonts that come with the program.
"""

import re
from typing import Final
from xml.parsers import expat

from desk_app.base import paths
from desk_app.domain import errors, words

N_ = words.N_

LARGEST: Final = 4_000_000
"""Bytes of a drawing at most."""

_OPENING: Final = re.compile(
    rb"(?:<\?xml[^>]*\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\])?[^>]*>|\s++)*+<(?:\w+:)?svg[\s>]", re.DOTALL
)
_HELD: Final = r"data:image/(?:png|jpe?g|gif);base64,"
_PICTURE: Final = re.compile(_HELD, re.IGNORECASE)
_OUTSIDE: Final = re.compile(rf"@import|url\(\s*+['\"]?+\s*+(?!#|{_HELD})", re.IGNORECASE)
_LENGTH: Final = re.compile(r"\s*([0-9.]+)\s*(px|pt|mm|cm|in|pc)?\s*")


def is_drawing(data: bytes) -> bool:
    """Whether a file begins as an SVG does."""
    return _OPENING.match(data.removeprefix(b"\xef\xbb\xbf")) is not None


def drawn(data: bytes, edge: int) -> bytes:
    """The drawing on white as a PNG, its longer side `edge` points. Raises Refused for an unsafe or broken one."""
    import resvg_py

    if len(data) > LARGEST:
        raise errors.Refused(N_("Gambar SVG terlalu besar. Simpan dahulu sebagai PNG."))
    reading = _Reading()
    reading.read(data)
    wide = edge if reading.across > reading.up else None
    try:
        return resvg_py.svg_to_bytes(
            svg_string=data.decode("utf-8-sig"),
            width=wide,
            height=None if wide else edge,
            background="#ffffff",
            dpi=96.0,
            skip_system_fonts=True,
            font_dirs=[str(paths.resources() / "fonts")],
            font_family="Liberation Sans",
            sans_serif_family="Liberation Sans",
            serif_family="Liberation Serif",
        )
    except ValueError as fault:
        raise _broken() from fault


class _Reading:
    """Goes through a drawing once: refuses what leads outside, notes how wide and high it is."""

    def __init__(self) -> None:
        self.across = self.up = 1.0
        self._begun = False
        self._inside_style = False
        self._style: list[str] = []

    def read(self, data: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        try:
            parser.Parse(data, True)
        except expat.ExpatError as fault:
            raise _broken() from fault

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(" ")[2]
        if not self._begun:
            self._begun = True
            self.across, self.up = _size(attributes)
        self._inside_style = kind == "style"
        self._style = []
        for key, value in attributes.items():
            bare = key.rpartition(" ")[2]
            leads_on = bare in ("href", "src", "base") and kind != "a" and not value.strip().startswith("#")
            if (leads_on and not _PICTURE.match(value.strip())) or _OUTSIDE.search(value):
                raise _outside(value)

    def _text(self, text: str) -> None:
        if self._inside_style:
            self._style.append(text)

    def _end(self, _name: str) -> None:
        if self._inside_style and _OUTSIDE.search(style := "".join(self._style)):
            raise _outside(style)
        self._inside_style = False

    def _entity(self, *_declared: object) -> None:
        raise _broken()

    def _instruction(self, target: str, data: str) -> None:
        if target == "xml-stylesheet":
            raise _outside(data)


def _size(attributes: dict[str, str]) -> tuple[float, float]:
    """Width and height of a drawing, in whatever unit both are given."""
    told = [_LENGTH.fullmatch(attributes.get(key, "")) for key in ("width", "height")]
    sizes = [float(one[1]) for one in told if one is not None and one[1].replace(".", "", 1).isdigit()]
    if len(sizes) == 2 and all(sizes):
        return sizes[0], sizes[1]
    box = attributes.get("viewBox", "").replace(",", " ").split()
    try:
        across, up = (float(one) for one in box[2:4])
    except ValueError:
        return 1.0, 1.0
    return (across, up) if across > 0 and up > 0 else (1.0, 1.0)


def _outside(link: str) -> errors.Refused:
    return errors.Refused(
        N_("Gambar SVG itu memuat tautan ke berkas lain ({link}). Simpan dahulu sebagai PNG."), link=link.strip()[:60]
    )


def _broken() -> errors.Refused:
    return errors.Refused(N_("Gambar SVG itu tidak dapat dibaca. Simpan dahulu sebagai PNG."))
