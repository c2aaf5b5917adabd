# SPDX-License-Identifier: Apache-2.0
"""Around the items: whose form it is, of which place, its code, and who signs."""

import dataclasses

import pypdfium2 as pdfium
import pytest

from desk_app.reports import checklist_form, pdf_bulk_layout
from tests.reports import form_samples, samples


def said(*forms: checklist_form.Form, **changes: object) -> str:
    return form_samples.texts(form_samples.rendered(form_samples.stack(*forms, **changes)))[0]


def test_kop_title_and_place() -> None:
    told = said(form_samples.form())
    for words in (
        "PEMERINTAH KABUPATEN WAJO", "SEKRETARIAT DAERAH", "FORMULIR CEKLIS H-1", "Kesiapan TPS, versi 3",
        "TPS 005", "Kelurahan Maddukkelleng", "Kecamatan Tempe, Kabupaten Wajo", "1.261", form_samples.CODE,
        "Diperiksa tanggal", "Petugas yang memeriksa,", "Ketua/anggota KPPS,", "Diisi ke program",
        "Data per 13 Februari 2024 pukul 15.00 WITA", "Halaman 1 dari 1",
    ):
        assert words in told, words


def test_the_code_of_the_document_stands_in_the_foot() -> None:
    forms = form_samples.stack(form_samples.form())
    code = checklist_form.build(forms, "Formulir Ceklis H-1").footer.code
    assert f"Kode pemeriksaan dokumen: {code}" in form_samples.texts(form_samples.rendered(forms))[0]


def file_top(paper: str) -> float:
    """Where the upper margin is, from below, in points."""
    setup = checklist_form.setup(paper)
    return (setup.height - setup.inner.top) * pdf_bulk_layout.POINTS


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_names_of_sixty_letters_are_there_whole(paper: str) -> None:
    long = samples.LONG_NAME
    form = form_samples.form(village=f"Kelurahan {long}", district=f"Kecamatan {long}, Kabupaten {long}")
    head = dataclasses.replace(samples.setda_head(samples.png()), government=f"PEMERINTAH KABUPATEN {long.upper()}")
    told = said(form, paper=paper, head=head)
    assert told.count(long) == 3
    assert long.upper() in told
    data = form_samples.rendered(form_samples.stack(form, paper=paper, head=head))
    with pdfium.PdfDocument(data) as file:
        page = file[0].get_textpage()
        start = page.get_text_range().index("Kelurahan Kampuang")
        box = page.get_charbox(start), page.get_charbox(page.get_text_range().rindex("Air") + 2)
    top = file_top(paper)
    assert top - 71 > box[0][3]
    assert box[1][1] > top - 71 - 38


def test_a_long_name_of_a_place_keeps_to_its_cell_and_the_foot_to_its_line() -> None:
    form = form_samples.form(name="Posko 12 Kelurahan")
    title = f"Formulir {samples.LONG_NAME} · {samples.LONG_NAME * 3}"
    data = form_samples.rendered(form_samples.stack(form), name=title)
    assert " …" in form_samples.texts(data)[0]
    at = pdf_bulk_layout.columns(checklist_form.setup("A4"))
    with pdfium.PdfDocument(data) as file:
        page = file[0].get_textpage()
        signs = page.get_text_range()
        place, foot = signs.index("Posko 12"), signs.index("Halaman 1")
        name = [page.get_charbox(one) for one in range(place, place + len("Posko 12 Kelurahan"))]
        number, dots = page.get_charbox(foot), page.get_charbox(signs.index("…"))
    assert max(box[2] for box in name) < at.left + 92
    assert dots[2] < number[0]


def test_another_place_has_no_voters() -> None:
    kind = dataclasses.replace(form_samples.kind(), has_voters=False, signers=("Petugas", "Kepala gudang"))
    told = said(form_samples.form(kind, name="Gudang KPU", code="73.13/gudang", voters=None))
    assert "DPT" not in told
    assert "73.13/gudang" in told
    assert "Kepala gudang," in told


def test_a_filled_form_says_how_the_place_stands_and_asks_for_no_pen() -> None:
    form = form_samples.form(answers=(None,) * 12, standing="Data berbeda ⇄")
    told = said(form, is_filled=True)
    assert "LEMBAR CEKLIS TERISI H-1" in told
    assert "Data berbeda ⇄" in told
    assert "Diisi ke program" not in told
    assert "Diperiksa tanggal" not in told


def test_only_what_is_filled_is_a_draft() -> None:
    blank = form_samples.stack(form_samples.form())
    filled = form_samples.stack(form_samples.form(answers=(None,) * 12), is_filled=True)
    assert "KONSEP" not in form_samples.texts(form_samples.rendered(blank, is_draft=True))[0]
    assert "KONSEP" in form_samples.texts(form_samples.rendered(filled, is_draft=True))[0]
    assert "menggantikan" in form_samples.texts(form_samples.rendered(filled, replaces="ABCD-EFGH-JKLM-NPQR"))[0]


def test_each_form_names_its_own_village() -> None:
    kind = form_samples.kind(3)
    forms = [form_samples.form(kind, village=f"Desa {name}") for name in "ABBA"]
    told = form_samples.texts(form_samples.rendered(form_samples.stack(*forms)))
    assert [text.partition("Desa ")[2][0] for text in told] == list("ABBA")
