# SPDX-License-Identifier: Apache-2.0
"""The engine of stacks: what is shared is there once, memory does not grow, and work can be left off."""

import io
import re
import tracemalloc
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from desk_app.base import files
from desk_app.base.progress import Steps, finish
from desk_app.reports import checklist_form, pages, pdf, pdf_bulk, pdf_bulk_pen
from tests.reports import form_samples


def contents(data: bytes) -> list[tuple[int, str, int]]:
    """The list of contents: level, words, page."""
    with pdfium.PdfDocument(data) as file:
        return [(one.level, one.get_title(), one.get_dest().get_index()) for one in file.get_toc()]


def bulk(count: int, own_key: bool = False) -> pdf_bulk.Bulk:
    def common(pen: pdf_bulk_pen.Pen) -> None:
        pen.text(50, 50, "bersama", 10)

    def sheet(place: int) -> pdf_bulk.Sheet:
        return pdf_bulk.Sheet(
            None if own_key else "form", common, lambda pen: pen.text(50, 90, f"nomor {place}", 10)
        )

    return pdf_bulk.Bulk(
        "Judul", "Kantor", "data per hari ini", pages.setup("A4"), count,
        lambda: ((sheet(place),) for place in range(count)),
    )


def test_every_sheet_has_what_is_shared_and_its_own() -> None:
    said = form_samples.texts(pdf_bulk.whole(bulk(3)))
    assert said == [f"bersama nomor {place}" for place in range(3)]


def test_what_is_shared_is_drawn_once() -> None:
    assert pdf_bulk.whole(bulk(300)).count(b"/Subtype/Form") == 1
    alone = pdf_bulk.whole(bulk(3, own_key=True))
    assert alone.count(b"/Subtype/Form") == 0
    assert form_samples.texts(alone) == form_samples.texts(pdf_bulk.whole(bulk(3)))


def test_many_sheets_stand_in_their_order() -> None:
    with pdfium.PdfDocument(pdf_bulk.whole(bulk(1003))) as file:
        assert len(file) == 1003
        for place in (0, 249, 250, 999, 1002):
            assert f"nomor {place}" in file[place].get_textpage().get_text_range()


def test_what_the_file_says_of_itself() -> None:
    data = pdf_bulk.whole(bulk(1))
    with pdfium.PdfDocument(data) as file:
        told = file.get_metadata_dict()
    assert (told["Title"], told["Author"], told["Subject"]) == ("Judul", "Kantor", "data per hari ini")
    assert (told["CreationDate"], told["ModDate"]) == ("", "")
    for entry in (b"/Lang(id-ID)", b"/DisplayDocTitle true", b"<pdfaid:part>2</pdfaid:part>", b"/OutputIntents["):
        assert entry in data


def test_the_first_sheets_are_a_file_of_their_own() -> None:
    assert len(form_samples.texts(pdf_bulk.first(bulk(1000), 8))) == 8
    assert len(form_samples.texts(pdf_bulk.first(bulk(2), 8))) == 2


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert pdf_bulk.whole(bulk(20)) == pdf_bulk.whole(bulk(20))


def test_it_tells_how_far_it_is_and_leaves_off_when_asked() -> None:
    told = []
    assert finish(pdf_bulk.write(bulk(250), io.BytesIO()), told.append) == 250
    assert [(step.done, step.total) for step in told] == [(0, 250), (100, 250), (200, 250), (250, 250)]
    target = io.BytesIO()
    steps = pdf_bulk.write(bulk(250), target)
    next(steps)
    next(steps)
    steps.close()
    assert b"startxref" not in target.getvalue()


def test_memory_does_not_grow_with_the_sheets() -> None:
    class Nowhere:
        def write(self, data: bytes, /) -> None:
            pass

    def most(count: int) -> int:
        finish(pdf_bulk.write(bulk(8), Nowhere()))
        tracemalloc.start()
        finish(pdf_bulk.write(bulk(count), Nowhere()))
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    assert most(4000) - most(500) < 3500 * 100


def test_a_file_without_a_page_is_a_fault() -> None:
    with pytest.raises(ValueError, match="at least one page"):
        pdf_bulk.whole(bulk(0))


def test_left_off_no_half_file_stays(tmp_path: Path) -> None:
    forms = form_samples.stack(*[form_samples.form(form_samples.kind(3))] * 300)
    footer = checklist_form.build(forms, "F").footer

    def work() -> Steps[int]:
        with files.writing(tmp_path / "x.pdf") as part:
            return (yield from pdf.write_forms(forms, footer, part))

    steps = work()
    next(steps)
    next(steps)
    assert list(tmp_path.iterdir()) != []
    steps.close()
    assert list(tmp_path.iterdir()) == []


def test_pictures_are_held_once() -> None:
    data = form_samples.rendered(form_samples.stack(*[form_samples.form()] * 5))
    assert len(re.findall(rb"/Subtype/Image", data)) == 1
