# SPDX-License-Identifier: Apache-2.0
"""The workbook of a paper: every table on its own sheet, with what stood over it; the same bytes twice."""

import io
import zipfile

import pytest

from desk_app.domain import errors
from desk_app.reports import daily_report, document, form_parts, sheet
from tests.reports import samples, sheet_read, word_read


def test_every_table_of_a_report_has_its_sheet() -> None:
    told = daily_report.build(samples.daily())
    book = sheet_read.opened(told)
    tables = [block for block in told.blocks if isinstance(block, document.Table)]
    assert len(book.sheetnames) == len(tables)
    first = sheet_read.texts(book.worksheets[0])
    said = [row[0] for row in first[:10]]
    assert "LAPORAN HARIAN" in str(said[0])
    assert "Hari/Tanggal: Selasa, 13 Februari 2024 (H-1)" in said
    assert any(told.footer.code in str(line) for line in said)
    assert any(1146 in row for row in first)


def test_the_same_bytes_and_nobody_s_name() -> None:
    told = daily_report.build(samples.daily())
    made = sheet.render(told)
    assert made == sheet.render(told)
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        core = packed.read("docProps/core.xml").decode()
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert samples.OFFICE.desk in core
    assert "openpyxl" not in core
    assert "modified" not in core


def test_a_paper_without_a_table_is_refused_in_words() -> None:
    told = word_read.paper(document.Paragraph("Isi"), form_parts.signatures(samples.SIGNATURE))
    assert not sheet.has_tables(told)
    with pytest.raises(errors.Refused, match="tidak berisi tabel"):
        sheet.render(told)
