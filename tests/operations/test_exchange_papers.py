# SPDX-License-Identifier: Apache-2.0
"""The papers of the exchange come from the office's data through the one door of printing, in Indonesian and exact."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from desk_app.base import text
from desk_app.data import parcels
from desk_app.domain import errors, spoken
from desk_app.operations import exchange_papers, package_making, papers, parcel_register, printing, signatories
from tests import two_offices

MARK = bytes(range(32))
EVERY = (
    printing.HANDOVER,
    printing.RECEIPT,
    printing.CLARIFICATION,
    printing.CALL_LIST,
    printing.SLIPS,
    printing.SPARE_KEY,
)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        made.disagree()
        made.carry(made.tempe, made.kabupaten)
        yield made


def test_the_code_on_paper_goes_on_where_the_one_on_the_screen_ends() -> None:
    blocks = exchange_papers.code(MARK).split("-")
    assert len(blocks) == exchange_papers.BLOCKS == 8
    assert all(len(block) == 4 and set(block) <= set(spoken.ALPHABET) for block in blocks)
    assert package_making.code_of(MARK).split("-") == blocks[:4]


def test_a_wrong_block_is_named() -> None:
    blocks = exchange_papers.code(MARK).split("-")
    assert exchange_papers.check_blocks(MARK, {2: f" {blocks[1].lower()} ", 7: blocks[6]}) == ()
    assert exchange_papers.check_blocks(MARK, {2: blocks[1], 7: blocks[2]}) == (7,)
    assert exchange_papers.check_blocks(MARK, {2: "", 7: blocks[1]}) == (2, 7)
    for number in (0, 9):
        with pytest.raises(errors.NotFound, match="8 blok"):
            exchange_papers.check_blocks(MARK, {number: "AAAA"})


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("report", EVERY)
def test_each_paper_in_both_sheets(two: two_offices.Two, report: str, paper: str) -> None:
    made = printing.make(two.kabupaten, papers.Asked(report, paper=paper))
    width, height = (210, 297) if paper == "A4" else (215, 330)
    with pypdfium2.PdfDocument(made.pdf()) as file:
        for page in file:
            assert page.get_size() == pytest.approx((width * 72 / 25.4, height * 72 / 25.4), abs=0.3)
    assert bool(made.code) is not made.report.secret


@pytest.mark.parametrize("report", [printing.HANDOVER, printing.RECEIPT, printing.CLARIFICATION])
def test_papers_are_indonesian_whatever_the_window_speaks(two: two_offices.Two, report: str) -> None:
    asked = papers.Asked(report, as_of=two.kabupaten.now())
    plain = printing.make(two.kabupaten, asked)
    text.use_language("en")
    try:
        assert printing.make(two.kabupaten, asked).text() == plain.text()
    finally:
        text.use_language("id")


def test_papers_of_a_package_are_registered_once_each(two: two_offices.Two) -> None:
    kabupaten = two.kabupaten
    ids = [one.package for one in parcel_register.entries(kabupaten) if not one.sent]
    assert len(ids) == 2
    made = [printing.make(kabupaten, papers.Asked(printing.RECEIPT, package=one)) for one in ids]
    numbers = [printing.issue(kabupaten, one) for one in made]
    assert len(set(numbers)) == 2
    again = printing.make(kabupaten, papers.Asked(printing.RECEIPT, package=ids[1]))
    assert again.issued is not None
    assert again.issued.no == numbers[1]
    assert not any("naskah final berkode" in str(remark.words) for remark in again.remarks)
    assert {one.kind for one in printing.printed(kabupaten)} == {printing.RECEIPT}


def test_what_is_secret_is_neither_registered_nor_written_as_text(two: two_offices.Two, tmp_path: Path) -> None:
    made = printing.make(two.kabupaten, papers.Asked(printing.SPARE_KEY))
    with pytest.raises(errors.Refused, match="tidak dicatat"):
        printing.issue(two.kabupaten, made)
    with pytest.raises(errors.Refused, match="hanya ditulis sebagai PDF"):
        printing.save(made, tmp_path / "kunci.txt")
    assert printing.printed(two.kabupaten) == []


def test_who_signs_a_receipt(two: two_offices.Two) -> None:
    kabupaten = two.kabupaten
    no = signatories.add_signatory(kabupaten, {"office": "Kepala Badan Kesbangpol", "person": "Contoh Pejabat"})
    assert printing.make(kabupaten, papers.Asked(printing.RECEIPT)).signatory == "Operator Desk – Andi"
    asked = papers.Asked(printing.RECEIPT, signatory=no)
    assert printing.make(kabupaten, asked).signatory.endswith("Contoh Pejabat")
    assert printing.make(kabupaten, papers.Asked(printing.RECEIPT, signatory=papers.NOBODY)).signatory == ""
    call_list = printing.make(kabupaten, papers.Asked(printing.CALL_LIST))
    assert call_list.signatory == ""
    assert "Contoh Pejabat" not in call_list.text()


def test_what_stands_in_the_gallery(two: two_offices.Two) -> None:
    keys = [one.key for one in printing.reports(two.kabupaten)]
    assert {printing.CLARIFICATION, printing.CALL_LIST} < set(keys)
    assert not {printing.HANDOVER, printing.RECEIPT, printing.SLIPS, printing.SPARE_KEY} & set(keys)
    assert printing.CALL_LIST not in {one.key for one in printing.reports(two.tempe)}
    assert {one.key for one in printing.every_paper()} > set(keys)
    with pytest.raises(errors.Refused, match="tidak membawahi"):
        printing.make(two.tempe, papers.Asked(printing.CALL_LIST))


def test_the_register_keeps_the_package_it_is_about_apart(two: two_offices.Two) -> None:
    with two.kabupaten.reading() as connection:
        newest = parcels.newest(connection, "in")
    assert newest is not None
    by_id = printing.make(two.kabupaten, papers.Asked(printing.RECEIPT, package=newest.package.hex()))
    assert printing.make(two.kabupaten, papers.Asked(printing.RECEIPT)).code == by_id.code
