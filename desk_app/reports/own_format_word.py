# SPDX-License-Identifier: Apache-2.0
"""A Word form of the office's own (.docx), filled: fields anywhere in it, rows of a table repeated by themselves.

A row of a table that holds fields of rows (`{{ kesiapan.kecamatan }}`) is repeated for each of them; nobody has to
write a loop. What does write one (`{%tr for … %}`, docxtpl's own) is left as it is.
"""

import io
import re
from typing import Any

import docxtpl
import jinja2
from docx.opc import exceptions
from lxml import etree

from desk_app.domain import errors
from desk_app.domain.words import N_
from desk_app.reports import own_format_reading, own_format_sandbox, own_format_values, zipped

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROW_FIELD = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\.\s*([a-z][a-z0-9_]*)")
_WRITTEN = re.compile(r"\{%-?\s*tr\s+for\b")
_TAGS = re.compile(r"<[^>]+>")
_MARKS = re.compile(r"\{\{|\}\}|\{%|%\}|\{#")
_RAW = re.compile(r"\{\{\s*(?:r|p|tr|tc)\s|\{%-?\s*(?:cellbg|colspan|vm|hm)\b")

_FAULTS = (SyntaxError, KeyError, ValueError, TypeError, AttributeError, IndexError, exceptions.PackageNotFoundError)
"""What the libraries raise for a file that is XML but no Word file, found by altering sound ones at random."""


def fill(data: bytes, values: own_format_values.Values, about: bytes) -> tuple[bytes, own_format_reading.Reading]:
    """The form filled in, and what was found in it. `about`: the file's own description. Raises Refused."""
    braces = own_format_sandbox.Braces(values, escape=True)
    form = _Form(io.BytesIO(data), frozenset(values.tables))
    target = io.BytesIO()
    try:
        form.get_docx()
        form.get_xml()
    except _FAULTS as fault:
        unread = N_("Berkas Word ini tidak dapat dibaca. Simpan ulang di Word, lalu coba lagi.")
        raise errors.Damaged(unread) from fault
    try:
        form.render(values.context, braces, autoescape=True)
        form.save(target)
    except (jinja2.TemplateError, *_FAULTS) as fault:
        raise errors.Refused(
            N_("Format tidak dapat diisi. Perintah for dan endfor (juga if dan endif) harus di tempat yang setara.")
        ) from fault
    return zipped.anew(target.getvalue(), {"docProps/core.xml": about}), braces.reading


class _Form(docxtpl.DocxTemplate):  # type: ignore[misc]
    """The library's form, with rows that repeat by themselves, and nothing that puts raw XML into the file."""

    def __init__(self, file: io.BytesIO, tables: frozenset[str]) -> None:
        super().__init__(file)
        self._tables = tables

    def patch_xml(self, src_xml: str) -> str:
        if not _MARKS.search(_TAGS.sub("", src_xml)):
            return str(super().patch_xml(src_xml))
        return str(super().patch_xml(_repeating(src_xml, self._tables)))

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """The description is written anew, whatever the form had there."""


def _repeating(source: str, tables: frozenset[str]) -> str:
    """The XML of a part with a loop around each row that holds fields of a table."""
    root = etree.fromstring(source.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for paragraph in root.iter(f"{_W}p"):
        _require_plain("".join(piece.text or "" for piece in paragraph.iter(f"{_W}t")))
    for table in root.iter(f"{_W}tbl"):
        if _WRITTEN.search(_words(table)):
            continue
        for row in table.findall(f"{_W}tr"):
            named = {name for name, column in _fields(row) if name in tables and column != own_format_values.TOTAL}
            if len(named) > 1:
                raise errors.Refused(
                    N_("Satu baris tabel memuat isian dari dua tabel ({names}). Pisahkan menjadi dua tabel."),
                    names=", ".join(sorted(named)),
                )
            for name in named:
                row.addprevious(_row(f"{{%tr for {name} in {name} %}}"))
                row.addnext(_row("{%tr endfor %}"))
    return str(etree.tostring(root, encoding="unicode"))


def _fields(row: Any) -> list[tuple[str, str]]:
    """The fields of a row, leaving out tables within it."""
    inner = {piece for table in row.iter(f"{_W}tbl") for piece in table.iter(f"{_W}t")}
    told = "".join(piece.text or "" for piece in row.iter(f"{_W}t") if piece not in inner)
    return _ROW_FIELD.findall(told)


def _words(element: Any) -> str:
    return "".join(piece.text or "" for piece in element.iter(f"{_W}t"))


def _row(text: str) -> Any:
    row = etree.Element(f"{_W}tr")
    inner = row
    for tag in ("tc", "p", "r", "t"):
        inner = etree.SubElement(inner, f"{_W}{tag}")
    inner.text = text
    return row


def _require_plain(text: str) -> None:
    """One paragraph: braces that close, and none of the library's commands that put raw XML into a file."""
    if not _MARKS.search(text):
        return
    open_, closed = (len(re.findall(marks, text)) for marks in (r"\{\{|\{%|\{#", r"\}\}|%\}|#\}"))
    if open_ != closed:
        raise errors.Refused(
            N_("Tanda kurung tidak lengkap, pada “{text}”. Tulis isian seperti {{{{ nomor }}}} dalam satu paragraf."),
            text=_short(text),
        )
    if _RAW.search(text):
        raise errors.Refused(
            N_(
                "Format ini memakai perintah yang tidak diizinkan, pada “{text}”. Yang boleh: isian seperti "
                "{{{{ nomor }}}}, for atas satu tabel, dan if."
            ),
            text=_short(text),
        )


def _short(text: str) -> str:
    told = " ".join(text.split())
    return told if len(told) <= 100 else f"{told[:99]}…"
