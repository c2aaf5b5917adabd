# SPDX-License-Identifier: Apache-2.0
"""What a file tells about itself, by the rules of PDF/A-2b that can be read without a validator."""

import io
import re
import zlib
from xml.etree import ElementTree as ET

import pypdfium2 as pdfium
import pytest
from PIL import Image

from desk_app.reports import daily_report, document, letterhead, pages, pdf
from tests.reports import samples

PAPER = daily_report.build(samples.daily("F4", 3))
DC = "{http://purl.org/dc/elements/1.1/}"
LI = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"


def described(data: bytes) -> ET.Element:
    said = re.search(rb"<x:xmpmeta.*</x:xmpmeta>", data, re.DOTALL)
    assert said is not None
    return ET.fromstring(said[0])


def test_both_descriptions_say_the_same() -> None:
    data = pdf.render(PAPER)
    told = described(data)
    with pdfium.PdfDocument(data) as file:
        old = file.get_metadata_dict(skip_empty=True)
    assert old == {
        "Title": PAPER.title,
        "Author": PAPER.author,
        "Subject": PAPER.footer.as_of,
        "Creator": "Desk",
        "Producer": "Desk",
    }
    for key, tag in (("Title", "title"), ("Author", "creator"), ("Subject", "description")):
        assert next(told.iter(f"{DC}{tag}")).find(f".//{LI}").text == old[key]  # type: ignore[union-attr]


def test_it_says_to_be_one_to_keep_and_in_which_language() -> None:
    data = pdf.render(PAPER)
    said = ET.tostring(described(data), encoding="unicode")
    assert re.search(r"part>2<", said)
    assert re.search(r"conformance>B<", said)
    assert b"/Lang (id-ID)" in data
    assert b"/GTS_PDFA1" in data
    profiles = [zlib.decompress(one) for one in re.findall(rb"/N 3.*?stream\n(.*?)\nendstream", data, re.DOTALL)]
    assert [one[36:40] for one in profiles] == [b"acsp"]


def test_every_font_is_inside_and_no_date_is() -> None:
    data = pdf.render(PAPER)
    names = re.findall(rb"/BaseFont /([^\s/]+)", data)
    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+.*", name) for name in names)
    assert data.count(b"/FontFile2") == len(set(names))
    assert b"CreationDate" not in data


@pytest.mark.parametrize(("colours", "kept"), [("RGB", True), ("L", True), ("CMYK", False)])
def test_a_picture_in_the_colours_of_printers_is_not_promised_to_last(colours: str, kept: bool) -> None:
    target = io.BytesIO()
    Image.new(colours, (40, 40), "red" if colours != "L" else 90).save(target, "JPEG")
    head = letterhead.of_office("Pemerintah Kabupaten Wajo", "Setda", image=target.getvalue())
    data = pdf.render(document.Document("T", "Desk", pages.setup("A4"), (), head))
    assert (b"pdfaid:part" in data) is kept


def test_names_with_signs_of_markup_do_no_harm() -> None:
    odd = document.Document("A & <B>", "Desk “Ž”", pages.setup("A4"), ())
    assert next(described(pdf.render(odd)).iter(f"{DC}title")).find(f".//{LI}").text == "A & <B>"  # type: ignore[union-attr]
