# SPDX-License-Identifier: Apache-2.0
"""Checklist forms on paper: read as words, read by a scanner, and seen as a picture."""

import dataclasses
import itertools
import re

import pypdfium2 as pdfium
import pytest
import zxingcpp

from desk_app.domain.checklists import ItemKind
from desk_app.reports import checklist_form, pdf_bulk_layout
from tests.reports import form_samples, samples

INCH = 72


def codes(data: bytes, page: int = 0, dots: int = 200) -> dict[str, str]:
    """What a scanner reads from the picture of a page."""
    with pdfium.PdfDocument(data) as file:
        picture = file[page].render(scale=dots / INCH).to_pil()
    return {one.format.name: one.text for one in zxingcpp.read_barcodes(picture)}


def outside(data: bytes, paper: str) -> list[tuple[int, str]]:
    """Letters that leave the margins of the form."""
    setup = checklist_form.setup(paper)
    inner, unit = setup.inner, pdf_bulk_layout.POINTS
    left, right = inner.left * unit - 0.5, (setup.width - inner.right) * unit + 0.5
    bottom, top = inner.bottom * unit - 0.5, (setup.height - inner.top) * unit + 0.5
    found = []
    with pdfium.PdfDocument(data) as file:
        for number, page in enumerate(file, start=1):
            text = page.get_textpage()
            signs = text.get_text_range()
            for place in range(text.count_chars()):
                box = text.get_charbox(place)
                if box[0] != box[2] and (box[0] < left or box[2] > right or box[1] < bottom or box[3] > top):
                    found.append((number, signs[place : place + 1]))
    return found


@pytest.mark.parametrize(
    ("code", "dots"),
    [(form_samples.CODE, 150), (form_samples.CODE, 300), ("73.13/gudang", 200), ("73.13.06.1001/posko-12", 300)],
)
def test_a_scanner_reads_the_number_of_the_form(code: str, dots: int) -> None:
    data = form_samples.rendered(form_samples.stack(form_samples.form(code=code)))
    assert codes(data, dots=dots) == {"Code128": code}


def test_each_form_bears_its_own_code() -> None:
    kind = form_samples.kind(5)
    forms = [form_samples.form(kind, code=f"731306100{place}00{place}") for place in range(1, 5)]
    data = form_samples.rendered(form_samples.stack(*forms))
    assert [codes(data, page)["Code128"] for page in range(4)] == [form.code for form in forms]


def test_squares_stand_beside_the_bars_where_the_office_wants_them() -> None:
    data = form_samples.rendered(form_samples.stack(form_samples.form(), with_squares=True))
    assert codes(data) == {"Code128": form_samples.CODE, "QRCode": form_samples.CODE}


def test_the_page_can_be_read_and_searched() -> None:
    said = form_samples.texts(form_samples.rendered(form_samples.stack(form_samples.form())))[0]
    for words in (
        "1 Kotak suara PPWP *", "1.287 lembar", "(1.287 lembar)", "S / 1", "B / 2", "T / 0",
        "1 PLN", "4 Tidak ada sama sekali", "0 Tidak perlu", "Diisi hanya bila butir 3 = Sudah", "(foto)",
        "* wajib diisi", "Bagian 2",
    ):
        assert words in said, words


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("items", [12, 40, 90])
def test_nothing_leaves_the_margins(paper: str, items: int) -> None:
    long = f"Kelurahan {samples.LONG_NAME}"
    answers = (checklist_form.Answer("Sudah", "Catatan " * 30, "kurang 8", "a", "13-02-24 20.47"),) * items
    kind = form_samples.kind(items, long=True)
    blank = form_samples.form(kind, village=long, district=long, name="Gudang KPU dan tempat lain yang panjang")
    filled = form_samples.form(kind, village=long, answers=answers, typists="Diketik oleh: " + samples.LONG_NAME * 4)
    for form in (blank, filled):
        data = form_samples.rendered(form_samples.stack(form, paper=paper, is_filled=form is filled))
        assert outside(data, paper) == []


def test_more_items_than_a_page_holds_go_on_with_the_place_on_every_page() -> None:
    data = form_samples.rendered(form_samples.stack(form_samples.form(form_samples.kind(90))))
    said = form_samples.texts(data)
    assert len(said) > 1
    for place, text in enumerate(said, start=1):
        assert f"Halaman {place} dari {len(said)}" in text
        assert "TPS 005" in text
        assert ("Petugas yang memeriksa," in text) is (place == len(said))
        assert codes(data, place - 1) == {"Code128": form_samples.CODE}


def test_answers_stand_in_their_boxes() -> None:
    told = {0: "1287", 2: "Sudah", 3: "Genset", 4: "Belum", 7: "14-02-2024 07.10", 8: "Balai desa"}
    answers = tuple(
        checklist_form.Answer(told[place], who="a", when="13-02-24") if place in told else None for place in range(12)
    )
    answers = (checklist_form.Answer("1287", "basah", "kurang 8", "a", "13-02-24"), *answers[1:])
    form = form_samples.form(answers=answers, typists="Diketik oleh: a = Operator 1, Desk Tempe")
    data = form_samples.rendered(form_samples.stack(form, is_filled=True))
    said = form_samples.texts(data)[0]
    for words in ("1287", "basah", "kurang 8", "13-02-24 a", "Balai desa", "a = Operator 1, Desk Tempe"):
        assert words in said, words
    assert said.count("✓") == 3
    at = pdf_bulk_layout.columns(checklist_form.setup("A4"))
    with pdfium.PdfDocument(data) as file:
        text = file[0].get_textpage()
        ticks = [text.get_charbox(place) for place, sign in enumerate(text.get_text_range()) if sign == "✓"]
    middles = sorted((box[0] + box[2]) / 2 for box in ticks)
    assert at.needed < middles[0] < at.remark
    assert middles[-2] == pytest.approx(at.done + pdf_bulk_layout.TICK / 2, abs=1) or middles[0] < at.done
    assert middles[-1] == pytest.approx(at.done + pdf_bulk_layout.TICK * 1.5, abs=1)


def test_a_long_unit_keeps_to_its_column() -> None:
    line = checklist_form.Line(1, "Karton", ItemKind.NUMBER, "kotak karton bersegel plastik", assumed=True)
    kind = dataclasses.replace(form_samples.kind(1), parts=(checklist_form.Part("A", (line,)),))
    data = form_samples.rendered(form_samples.stack(form_samples.form(kind, needed=(12_500,))))
    at = pdf_bulk_layout.columns(checklist_form.setup("A4"))
    with pdfium.PdfDocument(data) as file:
        text = file[0].get_textpage()
        signs = text.get_text_range()
        start = signs.index("(12.500")
        boxes = [text.get_charbox(place) for place in range(start, signs.index("plastik)") + 8)]
    assert min(box[0] for box in boxes) > at.needed
    assert max(box[2] for box in boxes) < at.done


def test_a_form_that_needs_more_room_has_sheets_of_its_own() -> None:
    kind = form_samples.kind(40)
    note = "Kotak suara tiba dalam keadaan basah dan segelnya lepas sehingga dihitung ulang."
    typed = (checklist_form.Answer("1287", f"{note} {note}"), *(None,) * 39)
    forms = [form_samples.form(kind, answers=answers) for answers in ((None,) * 40, typed, (None,) * 40)]
    said = form_samples.texts(form_samples.rendered(form_samples.stack(*forms, is_filled=True)))
    assert [f"Butir 1: {note}" in text for text in said].count(True) == 1
    assert f"Butir 1: {note} {note}" in "".join(said)
    assert sum("Halaman 1 dari 1" in text for text in said) == 2


def test_boxes_that_a_pen_can_tick_are_drawn() -> None:
    """A row of Sudah, Belum, Tidak perlu has three white squares of more than four millimetres in black frames."""
    data = form_samples.rendered(form_samples.stack(form_samples.form(form_samples.kind(3))))
    setup = checklist_form.setup("A4")
    layout = pdf_bulk_layout.lay_out(form_samples.kind(3), setup)
    row = layout.pages[0].rows[3]
    at, scale = pdf_bulk_layout.columns(setup), 4
    with pdfium.PdfDocument(data) as file:
        picture = file[0].render(scale=scale).to_pil().convert("L")
    y = round((setup.inner.top * pdf_bulk_layout.POINTS + row.y + row.tall / 2) * scale)
    seen = range(round(at.done * scale), round(at.remark * scale))
    dark = [x / scale for x in seen if picture.getpixel((x, y)) < 128]
    edges = [x for place, x in enumerate(dark) if place == 0 or x - dark[place - 1] > 1]
    gaps = [following - edge for edge, following in itertools.pairwise(edges)]
    boxes = [gap for gap in gaps if abs(gap - layout.density.box) < 0.6]
    assert len(boxes) == 3
    assert min(boxes) > 4 * pdf_bulk_layout.POINTS


def test_the_same_stack_gives_the_same_bytes_and_few_fonts() -> None:
    forms = form_samples.stack(form_samples.form(), form_samples.form())
    data = form_samples.rendered(forms)
    assert data == form_samples.rendered(forms)
    fonts = set(re.findall(rb"/BaseFont/([A-Za-z+\-]+)", data))
    assert all(name.startswith(b"ABCDEF+") for name in fonts)
    assert b"ABCDEF+LiberationSans" in fonts
