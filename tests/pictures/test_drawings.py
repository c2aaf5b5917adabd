# SPDX-License-Identifier: Apache-2.0
"""Drawings are made points, and lead nowhere."""

import io

import pytest
from PIL import Image

from desk_app.domain import errors
from desk_app.pictures import drawings

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 50">'
SHIELD = f'{HEAD}<path d="M0 0H40V30L20 50L0 30Z" fill="#c00"/><use href="#x"/></svg>'


def drawn(inside: str) -> bytes:
    return drawings.drawn(f"{HEAD}{inside}</svg>".encode(), 100)


def test_a_drawing_becomes_points_on_white() -> None:
    with Image.open(io.BytesIO(drawings.drawn(SHIELD.encode(), 200))) as image:
        assert image.size == (160, 200)
        plain = image.convert("RGB")
        assert plain.getpixel((80, 60)) == (204, 0, 0)
        assert plain.getpixel((2, 198)) == (255, 255, 255)


def test_a_wide_one_is_bounded_by_its_width() -> None:
    wide = '<svg xmlns="http://www.w3.org/2000/svg" width="900mm" height="90mm"></svg>'
    with Image.open(io.BytesIO(drawings.drawn(wide.encode(), 200))) as image:
        assert image.size[0] == 200


@pytest.mark.parametrize(
    "begin",
    [
        "",
        '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- a > b -->\n',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
    ],
)
def test_it_is_known_by_its_beginning(begin: str) -> None:
    data = (begin + SHIELD).encode()
    assert drawings.is_drawing(data)
    assert drawings.drawn(data, 40)[:4] == b"\x89PNG"


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"<html><svg>", b"\xff\xd8\xff"])
def test_other_files_are_no_drawings(data: bytes) -> None:
    assert not drawings.is_drawing(data)


@pytest.mark.parametrize(
    "inside",
    [
        '<image xlink:href="file:///etc/passwd.png" width="9" height="9"/>',
        '<image href="lambang.png" width="9" height="9"/>',
        '<image href="http://example.org/a.png" width="9" height="9"/>',
        '<image href="data:image/svg+xml;base64,AAAA" width="9" height="9"/>',
        '<use href="other.svg#x"/>',
        '<rect width="9" height="9" fill="url(http://example.org/a.svg#p)"/>',
        '<rect width="9" height="9" style="fill:url(\'a.svg#p\')"/>',
        "<style>@import 'http://example.org/a.css';</style>",
        '<style>@font-face{src:url("a.woff")}</style>',
        '<filter id="f"><feImage href="a.png"/></filter>',
    ],
)
def test_what_leads_outside_is_refused_in_words(inside: str) -> None:
    with pytest.raises(errors.Refused, match="tautan ke berkas lain"):
        drawn(inside)


def test_what_stays_inside_is_drawn() -> None:
    target = io.BytesIO()
    Image.new("RGB", (4, 4), "blue").save(target, "PNG")
    import base64

    inner = base64.b64encode(target.getvalue()).decode()
    data = drawn(
        '<defs><linearGradient id="g"><stop stop-color="red"/></linearGradient></defs>'
        '<a href="https://wajokab.example"><rect width="40" height="20" fill="url(#g)"/></a>'
        f'<image href="data:image/png;base64,{inner}" y="30" width="20" height="20"/><style>rect{{opacity:1}}</style>'
    )
    with Image.open(io.BytesIO(data)) as image:
        plain = image.convert("RGB")
        assert plain.getpixel((40, 10)) == (255, 0, 0)
        assert plain.getpixel((10, 80))[2] > 200  # type: ignore[index]


@pytest.mark.parametrize(
    "data",
    [
        SHIELD[:60].encode(),
        b'<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&c;</svg>',
        SHIELD.encode("utf-16"),
        b"<svg>" + b" " * drawings.LARGEST + b"</svg>",
    ],
    ids=["cut off", "entities", "another encoding", "too large"],
)
def test_what_is_not_whole_or_not_plain_is_refused(data: bytes) -> None:
    with pytest.raises(errors.Refused, match="SVG"):
        drawings.drawn(data, 40)
