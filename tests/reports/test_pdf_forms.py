# SPDX-License-Identifier: Apache-2.0
"""Every paper of the exchange: exact sheets, embedded fonts, numbered pages, nothing beyond the margins."""

import dataclasses
import re
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest

from desk_app.reports import (
    clarification_record,
    document,
    handover,
    office_silence,
    pages,
    pdf,
    ready_slips,
    receipt,
    spare_key,
)
from tests.reports import exchange_samples as made
from tests.reports import pages_read

ENDLESS = "Kampuang" * 12
PAPERS: dict[str, Callable[[str, str], document.Document]] = {
    "handover": lambda sheet, name: handover.build(
        made.made_handover(
            sheet,
            sender=made.parcel_words.Party(f"Desk {name}", name, f"Kepala Seksi {name}", ("Penata", "NIP. 1")),
            contents=tuple(handover.Content(f"{name} {place}", place, 1) for place in range(20)),
            files=tuple(handover.File(f"{name}-{place}.desk", place, 40, 10**place) for place in range(1, 9)),
            way=None,
        )
    ),
    "receipt": lambda sheet, name: receipt.build(made.full_receipt(sheet, name=name)),
    "record": lambda sheet, name: clarification_record.build(made.made_record(sheet, 12, 5, name)),
    "slips": lambda sheet, name: ready_slips.build(made.made_slips(sheet, 6, name, phone=name)),
    "key": lambda sheet, name: spare_key.build(
        made.made_key(sheet, holder=made.parcel_words.Party(name, name, f"Sekretaris Daerah {name}"))
    ),
    "silence": lambda sheet, name: office_silence.build(made.made_silence(sheet, 30, name)),
}


@pytest.mark.parametrize("sheet", ["A4", "F4"])
@pytest.mark.parametrize("kind", PAPERS)
def test_sheets_have_their_exact_size_and_their_number(kind: str, sheet: str) -> None:
    setup = pages.setup(sheet)
    paper = PAPERS[kind](sheet, "Tempe")
    with pdfium.PdfDocument(pdf.render(paper)) as file:
        for page in file:
            assert page.get_size() == pytest.approx(
                (setup.width * pages_read.MM, setup.height * pages_read.MM), abs=0.05
            )
    told = pages_read.texts(paper)
    for number, text in enumerate(told, start=1):
        assert f"Halaman {number} dari {len(told)}" in text


@pytest.mark.parametrize("name", [made.LONG, ENDLESS], ids=["sixty letters", "no space"])
@pytest.mark.parametrize("sheet", ["A4", "F4"])
@pytest.mark.parametrize("kind", PAPERS)
def test_nothing_leaves_the_margins(kind: str, sheet: str, name: str) -> None:
    assert pages_read.outside(PAPERS[kind](sheet, name), allowed="✂") == []


@pytest.mark.parametrize("kind", PAPERS)
def test_every_font_is_embedded(kind: str) -> None:
    data = pdf.render(PAPERS[kind]("A4", "Tempe"))
    names = {name.decode() for name in re.findall(rb"/BaseFont\s*/([A-Za-z+\-]+)", data)}
    assert all("+" in name for name in names)
    assert data.count(b"/FontFile2") == len(names)


@pytest.mark.parametrize("kind", PAPERS)
def test_a_paper_without_kop_is_printed_too(kind: str) -> None:
    told = pages_read.texts(PAPERS[kind]("A4", "Tempe"))[0]
    assert ("SEKRETARIAT DAERAH" in told) == (kind != "slips")
    bare = dataclasses.replace(PAPERS[kind]("A4", "Tempe"), head=None)
    assert "SEKRETARIAT DAERAH" not in pages_read.texts(bare)[0]


def test_nothing_speaks_of_proof_or_of_the_trade() -> None:
    for kind, make in PAPERS.items():
        said = " ".join(pages_read.texts(make("A4", "Tempe"))).lower()
        for word in ("bukti yang sah", "sah menurut", "hukum", "pihak pertama", "sidik jari", "sertifikat", "hash"):
            assert word not in said, f"{kind}: {word}"
        assert "putus" not in said, kind
