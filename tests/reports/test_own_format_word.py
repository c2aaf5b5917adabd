# SPDX-License-Identifier: Apache-2.0
"""A Word form filled: fields anywhere, rows repeated by themselves, what was typed never a command."""

import io
import zipfile
from typing import Any

import docx
import pytest

from desk_app.domain import errors
from desk_app.reports import own_format_word
from tests.reports import own_forms
from tests.reports.test_own_format_sandbox import HOSTILE

TABLE = (
    ("No", "Kecamatan", "TPS"),
    ("{{ kesiapan.no }}", "{{kesiapan.kecamatan|upper}}", "{{ kesiapan.tps }}"),
    ("", "Jumlah", "{{ kesiapan.jumlah.tps }}"),
)


def filled(data: bytes) -> tuple[Any, list[str]]:
    """The filled form as python-docx reads it, and the names of what is wrong."""
    made, reading = own_format_word.fill(data, own_forms.values(), own_forms.ABOUT)
    return docx.Document(io.BytesIO(made)), [problem.name for problem in reading.problems]


def rows(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_fields_in_paragraphs_and_in_the_foot() -> None:
    file, wrong = filled(own_forms.word("Nomor: {{ nomor }}", "{{ kepada }}", footer="Kode {{ nomor }}"))
    assert [one.text for one in file.paragraphs] == ["Nomor: 800/1 & <2>", "Yth. Bupati\ndi Sengkang"]
    assert file.sections[0].footer.paragraphs[0].text == "Kode 800/1 & <2>"
    assert not wrong


def test_a_row_with_fields_of_a_table_is_repeated() -> None:
    file, wrong = filled(own_forms.word(table=TABLE))
    assert rows(file.tables[0]) == [
        ["No", "Kecamatan", "TPS"],
        ["1", "TEMPE", "1.146"],
        ["2", "=CMD()", "86"],
        ["", "Jumlah", "1.232"],
    ]
    assert not wrong


def test_a_field_that_word_cut_into_pieces_is_found() -> None:
    file = docx.Document()
    line = file.add_paragraph()
    for piece in ("{", "{ no", "mor }", "}"):
        line.add_run(piece).bold = True
    cell = file.add_table(1, 1).cell(0, 0).paragraphs[0]
    for piece in ("{{ kesi", "apan.", "tps }}"):
        cell.add_run(piece)
    target = io.BytesIO()
    file.save(target)
    made, _ = filled(target.getvalue())
    assert made.paragraphs[0].text == "800/1 & <2>"
    assert rows(made.tables[0]) == [["1.146"], ["86"]]


def test_an_empty_table_says_so() -> None:
    file, _ = filled(own_forms.word(table=(("{{ kosong.no }}", "{{ kosong.kecamatan }}"),)))
    assert rows(file.tables[0]) == [["", "NIHIL"]]


def test_a_loop_that_somebody_wrote_is_left_as_it_is() -> None:
    table = (("{%tr for x in kesiapan %}", ""), ("{{ x.no }}", "{{ x.kecamatan }}"), ("{%tr endfor %}", ""))
    file, wrong = filled(own_forms.word("{%p for x in kesiapan %}", "- {{ x.tps }}", "{%p endfor %}", table=table))
    assert rows(file.tables[0]) == [["1", "Tempe"], ["2", "=cmd()"]]
    assert [one.text for one in file.paragraphs if one.text] == ["- 1.146", "- 86"]
    assert not wrong


def test_what_is_not_known_is_named_with_its_paragraph() -> None:
    data = own_forms.word("Hal: {{ hal }}", table=(("{{ kesiapan.tpz }}",),))
    _, reading = own_format_word.fill(data, own_forms.values(), own_forms.ABOUT)
    assert [(one.name, one.around) for one in reading.problems] == [
        ("hal", "Hal: {{ hal }}"),
        ("kesiapan.tpz", "{{ kesiapan.tpz }}"),
    ]


@pytest.mark.parametrize("text", [*HOSTILE, "{{r nomor }}", "{{p nomor }}", "{% cellbg nomor %}"])
def test_hostile_forms_are_refused(text: str) -> None:
    with pytest.raises(errors.Refused, match=r"tidak (diizinkan|lengkap)"):
        filled(own_forms.word(text))


@pytest.mark.parametrize("lines", [("{{ nomor",), ("nomor }}",), ("{% if nomor %}",), ("{{ nomor", "}}")])
def test_braces_that_do_not_close_are_told(lines: tuple[str, ...]) -> None:
    with pytest.raises(errors.Refused, match="tidak lengkap"):
        filled(own_forms.word(*lines))


SPOILT = ((b"<w:tblGrid>", b"<w:other>"), (b"<w:body>", b"<w:bodi>"), (b"<w:p>", b"<p"))


@pytest.mark.parametrize(("found", "instead"), SPOILT)
def test_a_file_that_is_no_word_file_is_refused(found: bytes, instead: bytes) -> None:
    data = own_forms.word("{{ nomor }}", table=TABLE)
    body = own_forms.part(data, "word/document.xml").replace(found, instead)
    body = body.replace(b"</w:tblGrid>", b"</w:other>") if b"other" in instead else body
    body = body.replace(b"</w:body>", b"</w:bodi>") if b"bodi" in instead else body
    with pytest.raises(errors.Refused, match=r"tidak dapat (diisi|dibaca)"):
        filled(own_forms.changed(data, {"word/document.xml": body}))


def test_two_tables_in_one_row_are_refused() -> None:
    with pytest.raises(errors.Refused, match="kesiapan, kosong"):
        filled(own_forms.word(table=(("{{ kesiapan.no }}", "{{ kosong.no }}"),)))


def test_a_command_in_what_was_typed_stays_text() -> None:
    values = own_forms.values()
    values.texts["nomor"] = "{{ kepada }} {% for %} </w:t>"
    made, _ = own_format_word.fill(own_forms.word("{{ nomor }}"), values, own_forms.ABOUT)
    assert docx.Document(io.BytesIO(made)).paragraphs[0].text == "{{ kepada }} {% for %} </w:t>"


def test_the_same_bytes_and_nobody_s_name() -> None:
    data = own_forms.word("{{ nomor }}")
    made, _ = own_format_word.fill(data, own_forms.values(), own_forms.ABOUT)
    assert made == own_format_word.fill(data, own_forms.values(), own_forms.ABOUT)[0]
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert packed.read("docProps/core.xml") == own_forms.ABOUT
