# SPDX-License-Identifier: Apache-2.0
"""Forms of an office's own for tests: made with python-docx and openpyxl as a clerk makes them, or spoilt."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import docx
import openpyxl

from desk_app.reports import own_format_values, zipped
from tests.reports import samples

ABOUT = zipped.description("Coba", samples.OFFICE.desk)


def word(*lines: str, table: Sequence[Sequence[str]] = (), footer: str = "") -> bytes:
    """A Word form of some paragraphs, and a table."""
    file = docx.Document()
    for line in lines:
        file.add_paragraph(line)
    if table:
        made = file.add_table(len(table), len(table[0]))
        for at, row in enumerate(table):
            for place, text in enumerate(row):
                made.cell(at, place).text = text
    if footer:
        file.sections[0].footer.paragraphs[0].text = footer
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def sheet(cells: Mapping[str, object], merged: Sequence[str] = ()) -> bytes:
    """An Excel form of some cells."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Isi"
    for place, value in cells.items():
        page[place] = value
    for place in merged:
        page.merge_cells(place)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def changed(data: bytes, files: Mapping[str, bytes]) -> bytes:
    """The same zip with some files more, or other ones."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            made.writestr(name, files.get(name, source.read(name)))
        for name in files.keys() - set(source.namelist()):
            made.writestr(name, files[name])
    return target.getvalue()


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name)


def values() -> own_format_values.Values:
    """A few texts and two tables, one of them empty."""
    from desk_app.reports import document

    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Kecamatan", share=1.0),
        document.Column("TPS", align=document.Align.RIGHT),
    )
    rows = (
        document.Row(("1", "Tempe", "1.146")),
        document.Row(("2", "=cmd()", "86")),
        document.Row(("", "Jumlah", "1.232"), document.RowKind.TOTAL),
    )
    found = own_format_values.Values()
    found.say("nomor", "Nomor", "800/1 & <2>")
    found.say("kepada", "Kepada", "Yth. Bupati\ndi Sengkang")
    found.say("rumus", "Rumus", "=1+1")
    found.say("angka", "Angka", "1.146")
    found.list("kesiapan", "Kesiapan", document.Table(columns, rows))
    found.list("kosong", "Kosong", document.Table(columns, (), "NIHIL"))
    return found
