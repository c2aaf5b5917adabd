# SPDX-License-Identifier: Apache-2.0
"""A file that is written as it goes can be opened, and says where each of its objects is."""

import io
import re
import zlib

import pypdfium2 as pdfium
import pytest

from desk_app.reports import pdf_bulk_file


def written(words: bytes = b"0 0 m") -> bytes:
    target = io.BytesIO()
    file = pdf_bulk_file.PdfFile(target)
    root, pages, page = (file.reserve() for _ in range(3))
    content = file.put_stream(words)
    file.put(b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 200 300]/Contents %d 0 R>>" % (pages, content), page)
    file.put(b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % page, pages)
    file.put(b"<</Type/Catalog/Pages %d 0 R>>" % pages, root)
    file.close(root, file.put(b"<</Title%b>>" % pdf_bulk_file.text("Ceklis “é”")))
    return target.getvalue()


def test_it_is_opened() -> None:
    with pdfium.PdfDocument(written()) as file:
        assert file[0].get_size() == (200, 300)
        assert file.get_metadata_value("Title") == "Ceklis “é”"


def test_each_object_is_where_the_table_says() -> None:
    data = written()
    table = int(re.findall(rb"startxref\n(\d+)", data)[0])
    offsets = [int(line) for line in re.findall(rb"(\d{10}) 00000 n \n", data[table:])]
    assert len(offsets) == 5
    for number, offset in enumerate(offsets, start=1):
        assert data[offset:].startswith(b"%d 0 obj\n" % number)


def test_a_stream_is_packed() -> None:
    data = written(b"0 0 m 1 1 l S " * 100)
    packed = re.findall(rb"/Length (\d+)/Filter/FlateDecode>>\nstream\n(.*?)\nendstream", data, re.DOTALL)
    [(length, body)] = packed
    assert int(length) == len(body) < 100
    assert zlib.decompress(body) == b"0 0 m 1 1 l S " * 100


def test_equal_files_have_equal_bytes_and_one_letter_makes_another_name() -> None:
    names = [re.findall(rb"/ID\[<(\w+)><(\w+)>\]", data)[0] for data in (written(), written(b"0 1 m"))]
    assert written() == written()
    assert names[0] != names[1]


def test_a_number_without_an_object_is_a_fault() -> None:
    file = pdf_bulk_file.PdfFile(io.BytesIO())
    file.reserve()
    with pytest.raises(ValueError, match="without a body"):
        file.close(1, 1)
