# SPDX-License-Identifier: Apache-2.0
"""Every form of signing on paper (`domain.md §5.6`), the frame for an electronic one, and initials on drafts."""


import pypdfium2 as pdfium
import pytest

from desk_app.domain import people
from desk_app.reports import document, pages, pdf, signature
from tests.reports import pages_read, samples

Form = people.Form
OFFICER = {"rank": "Pembina Utama Madya", "number": "197001011995031001"}
FORMS = {
    "own": (
        people.Signatory("Sekretaris Daerah", "Contoh Pejabat", **OFFICER),
        "SEKRETARIS DAERAH, Contoh Pejabat Pembina Utama Madya NIP. 19700101 199503 1 001",
    ),
    "a.n.": (
        people.Signatory("Sekretaris Daerah", "Contoh", form=Form.ON_BEHALF, on_behalf_of="Bupati Wajo", **OFFICER),
        "a.n. BUPATI WAJO SEKRETARIS DAERAH, Contoh Pembina Utama Madya NIP. 19700101 199503 1 001",
    ),
    "u.b.": (
        people.Signatory(
            "Asisten Administrasi",
            "Contoh",
            form=Form.BY_ORDER,
            on_behalf_of="Bupati Wajo",
            by_order_of="Sekretaris Daerah",
            **OFFICER,
        ),
        "a.n. BUPATI WAJO SEKRETARIS DAERAH u.b. ASISTEN ADMINISTRASI, Contoh Pembina Utama Madya",
    ),
    "Plt.": (
        people.Signatory(
            "Sekretaris Daerah", "Contoh", form=Form.ACTING, own_office="Asisten Administrasi", **OFFICER
        ),
        "Plt. SEKRETARIS DAERAH, ASISTEN ADMINISTRASI, Contoh Pembina Utama Madya NIP.",
    ),
    "Plh.": (
        people.Signatory("Kepala Bagian Hukum", "Contoh", form=Form.DAILY_ACTING, **OFFICER),
        "Plh. KEPALA BAGIAN HUKUM, Contoh Pembina Utama Madya NIP.",
    ),
    "Pj.": (people.Signatory("Bupati Wajo", "Contoh", form=Form.INTERIM, **OFFICER), "Pj. BUPATI WAJO, Contoh"),
    "Pjs.": (
        people.Signatory("Wali Kota Bima", "Contoh", form=Form.TEMPORARY, **OFFICER),
        "Pjs. WALI KOTA BIMA, Contoh",
    ),
    "Bupati": (people.Signatory("Bupati Wajo", "Contoh", **OFFICER), "BUPATI WAJO, Contoh"),
    "Polri": (
        people.Signatory("Kepala Kepolisian Resor Wajo", "Contoh", "Ajun Komisaris Besar Polisi", "76050123"),
        "KEPALA KEPOLISIAN RESOR WAJO, Contoh Ajun Komisaris Besar Polisi NRP 76050123",
    ),
    "PPPK": (
        people.Signatory("Kepala Seksi Pemerintahan", "Contoh", "IX", "NI PPPK 198701012022211001"),
        "KEPALA SEKSI PEMERINTAHAN, Contoh IX NI PPPK 19870101 202221 1 001",
    ),
}
NAME_ONLY = ("Pj.", "Pjs.", "Bupati")


def paper(block: document.SignatureBlock, manner: pages.Manner, *, is_draft: bool = False) -> document.Document:
    setup = pages.setup("A4", manner=manner)
    blocks = (document.Paragraph("Demikian."), block)
    return document.Document("T", "Desk", setup, blocks, footer=document.Footer("T", is_draft=is_draft))


@pytest.mark.parametrize("form", FORMS)
def test_each_form_stands_on_paper_as_it_must(form: str) -> None:
    signatory, expected = FORMS[form]
    [told] = pages_read.texts(paper(signature.block(signatory), pages.Manner()))
    assert expected in told
    assert ("NIP" in told or "NRP" in told or "PPPK" in told) is (form not in NAME_ONLY)


def drawn_rectangles(data: bytes) -> list[tuple[float, float]]:
    """Width and height of every frame on the first page."""
    found = []
    with pdfium.PdfDocument(data) as file:
        for one in file[0].get_objects():
            left, bottom, right, top = one.get_bounds()
            if one.type == 2 and top - bottom > 20:
                found.append((right - left, top - bottom))
    return found


def test_an_electronic_signature_gets_an_empty_frame_of_the_size_of_the_pen_s_room() -> None:
    by_pen, electronic = (
        pdf.render(paper(samples.SIGNATURE, pages.Manner(electronic=electronic))) for electronic in (False, True)
    )
    assert drawn_rectangles(by_pen) == []
    [(wide, high)] = drawn_rectangles(electronic)
    assert wide == pytest.approx(60 * pages_read.MM, abs=2)
    assert 18 * pages_read.MM < high < samples.SIGNATURE.room * pages_read.MM
    assert pages_read.texts(paper(samples.SIGNATURE, pages.Manner())) == pages_read.texts(
        paper(samples.SIGNATURE, pages.Manner(electronic=True))
    )


def test_initials_stand_on_drafts_only_and_at_most_three() -> None:
    manner = pages.Manner(initials=("Asisten", "Kepala Bagian Hukum", "Kepala Badan", "Satu lagi"))
    [draft] = pages_read.texts(paper(samples.SIGNATURE, manner, is_draft=True))
    [final] = pages_read.texts(paper(samples.SIGNATURE, manner))
    assert "Paraf hierarki" in draft
    assert "Kepala Badan" in draft
    assert "Satu lagi" not in draft
    assert "Paraf" not in final
    assert "Asisten" not in final


@pytest.mark.parametrize("before", range(0, 40, 3))
def test_of_a_long_last_paragraph_some_lines_stand_with_the_signature(before: int) -> None:
    last = document.Paragraph(" ".join(f"kata{number}" for number in range(260)))
    setup = pages.setup("A4")
    made = document.Document("T", "Desk", setup, (*(document.Paragraph("Isi"),) * before, last, samples.SIGNATURE))
    told = pages_read.texts(made)
    [signed] = [page for page in told if "NIP. 19700101" in page]
    assert signed.count("kata") >= 10
    assert sum(page.count("kata") for page in told) == 260
    if len(told) > 1:
        assert told[0].count("kata") == 0 or told[0].count("kata") >= 10
    if before == 24:
        assert told[0].count("kata") > 100, "the page is filled before the signature goes to the next"


def test_a_short_last_paragraph_is_not_parted() -> None:
    last = document.Paragraph("Demikian laporan ini disampaikan.")
    for before in range(20, 40):
        made = document.Document(
            "T", "Desk", pages.setup("A4"), (*(document.Paragraph("Isi"),) * before, last, samples.SIGNATURE)
        )
        [signed] = [page for page in pages_read.texts(made) if "NIP. 19700101" in page]
        assert "Demikian" in signed
