# SPDX-License-Identifier: Apache-2.0
"""What stands around the words of a letter."""

from desk_app.reports import document, letter_sheet, text
from tests.reports import letter_samples, pages_read, samples


def test_the_opening_has_the_date_on_the_line_of_the_number() -> None:
    sheet = letter_samples.sheet(number="200/1")
    paper = letter_sheet.document_of(sheet, "S", [letter_sheet.opening(sheet, "Undangan", ("Yth. Camat",))])
    [signs] = pages_read.boxes(paper)
    number = next(foot for sign, middle, foot in signs if sign == "2" and middle < 300)
    dated = [foot for _sign, middle, foot in signs if middle > 400 and abs(foot - number) < 1]
    assert dated
    told = pages_read.texts(paper)[0]
    assert "Nomor : 200/1" in told
    assert "Sengkang, 13 Februari 2024" in told


def test_one_point_has_no_mark_and_none_leaves_a_line() -> None:
    assert [one.mark for one in letter_sheet.points(("a",), "Dasar").points] == [""]
    assert [one.mark for one in letter_sheet.points(("a", "b"), "Dasar").points] == ["1.", "2."]
    assert [one.mark for one in letter_sheet.points(("a", "b"), "Menimbang", letters=True).points] == ["a.", "b."]
    assert letter_sheet.points((), "Dasar").points == (document.Point(letter_sheet.BLANK_LINE),)


def test_addressees() -> None:
    assert letter_sheet.addressed("Camat Tempe", "Sengkang") == ("Yth. Camat Tempe", "di Sengkang")
    assert letter_sheet.addressed("")[0].startswith("Yth. ....")


def test_each_line_is_a_paragraph_and_empty_ones_are_none() -> None:
    assert len(letter_sheet.body("satu\n\ndua", "tiga")) == 3


def test_lines_for_the_pen_are_no_news_in_a_message() -> None:
    sheet = letter_samples.sheet()
    told = text.render(letter_sheet.document_of(sheet, "S", [letter_sheet.opening(sheet, "Undangan", ("Yth. Camat",))]))
    assert "Nomor" not in told
    assert "Lampiran" not in told
    assert "Hal: Undangan" in told
    assert "Yth. Camat" in told


def test_a_letter_is_sealed_and_signed() -> None:
    paper = letter_sheet.document_of(letter_samples.sheet(), "Surat", list(letter_sheet.body("Isi.")))
    assert paper.footer.code
    assert paper.blocks[-2:] == (samples.SIGNATURE, document.Copies(("Bupati Wajo",)))
    assert not pages_read.outside(paper)


def test_annexes_go_on_beyond_the_fifth() -> None:
    sheet = letter_samples.sheet()
    heads = [letter_sheet.annex_head(sheet, "Surat Tugas", number).heading for number in (0, 5, 6, 14)]
    assert heads == ["LAMPIRAN", "LAMPIRAN V", "LAMPIRAN VI", "LAMPIRAN XIV"]
