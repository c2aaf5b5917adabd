# SPDX-License-Identifier: Apache-2.0
"""Reads what stands in a Word file, and how: with python-docx and by its XML."""

import io
import zipfile
from typing import Any

import docx
from docx.oxml import ns

from desk_app.reports import document, letterhead, pages, word
from tests.reports import samples

FOOTER = document.Footer("Coba", "data per 13 Februari 2024 pukul 16.00 WITA", "AAAA-BBBB-CCCC-DDDD")


def paper(
    *blocks: document.Block,
    code: str = "A4",
    footer: document.Footer = FOOTER,
    head: letterhead.Letterhead | None = None,
    landscape: bool = False,
) -> document.Document:
    """A document of some blocks."""
    setup = pages.setup(code)
    across = pages.PageSetup(setup.paper, setup.margins, setup.punch, landscape)
    return document.Document("Coba", samples.OFFICE.desk, across, blocks, head, footer)


def opened(told: document.Document) -> Any:
    """The document as python-docx reads its Word file."""
    return docx.Document(io.BytesIO(word.render(told)))


def part(told: document.Document, name: str = "word/document.xml") -> str:
    """The XML of a part of its Word file."""
    with zipfile.ZipFile(io.BytesIO(word.render(told))) as packed:
        return packed.read(name).decode()


def found(element: Any, path: str) -> list[Any]:
    """Elements by a path with Word's prefixes."""
    return list(element.xpath(path))


def value(element: Any, name: str) -> str | None:
    """An attribute by its name with its prefix."""
    text: str | None = element.get(ns.qn(name))
    return text
