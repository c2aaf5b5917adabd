# SPDX-License-Identifier: Apache-2.0
"""Slips for ready files that wait, each with its word; the spare key until it lies in the safe."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import authority_root, enrolment, papers, printing, receiving, sending
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.small_offices import KEY_MEMORY, NOW, PASSWORD

TEMPE, BELAWA = regency_offices.TEMPE, regency_offices.BELAWA


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


def said(desk: Desk, report: str, area: str = "") -> str:
    with pypdfium2.PdfDocument(printing.make(desk, papers.Asked(report, area=area)).pdf()) as file:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in file)


def stands(word: str, paper: str) -> bool:
    """Whether every block of a word stands on a paper, its letters drawn apart."""
    return all(re.search(r"\s*".join(block), paper) for block in word.split("-"))


def test_each_file_that_waits_has_its_slip(wajo: Desk, tmp_path: Path) -> None:
    made = finish(enrolment.prepare(wajo, [TEMPE, BELAWA], tmp_path))
    paper = said(wajo, printing.SLIPS)
    for one in made:
        assert stands(one.word, paper)
        assert f"{one.files[0].name.rsplit('-', 1)[0]}-…" in paper
    assert "Desk Kecamatan Tempe" in paper
    only = said(wajo, printing.SLIPS, BELAWA)
    assert "Desk Kecamatan Belawa" in only
    assert "Tempe" not in only
    assert not stands(made[0].word, only)


def test_a_file_that_was_opened_and_what_came_before_it_have_none(wajo: Desk, tmp_path: Path) -> None:
    clock = [NOW]
    wajo.now = lambda: clock[0]
    finish(enrolment.prepare(wajo, [TEMPE], tmp_path))
    clock[0] += 3600
    [ready] = finish(enrolment.prepare(wajo, [TEMPE], tmp_path))
    both = said(wajo, printing.SLIPS)
    assert both.count("KODE PEMBUKA BERKAS SIAP") == 2
    assert "(dibuat 13-02-2024 pukul 13.00)" in both
    assert "(dibuat 13-02-2024 pukul 14.00)" in both
    opened = enrolment.open_ready(
        ready.files[0], ready.word, tmp_path / "tempe", "Besse", PASSWORD, now=wajo.now, key_memory=KEY_MEMORY
    )
    with finish(opened).desk as tempe:
        sent = finish(sending.send(tempe, wajo.identity.place, tmp_path))
        finish(receiving.receive(wajo, sent.files))
    assert "Tidak ada berkas siap yang menunggu dibuka; slip tidak diperlukan." in said(wajo, printing.SLIPS)


def test_another_computer_of_this_office(wajo: Desk, tmp_path: Path) -> None:
    finish(enrolment.prepare(wajo, [wajo.identity.place], tmp_path))
    assert "Komputer lain Desk Pemilu Kabupaten Wajo" in said(wajo, printing.SLIPS)


def test_the_spare_key_until_it_lies_in_the_safe(wajo: Desk) -> None:
    secret = authority_root.spare_sheet(wajo)
    assert secret is not None
    paper = said(wajo, printing.SPARE_KEY)
    assert stands(secret, paper)
    assert "Sekretaris Daerah Kabupaten Wajo" in paper
    assert "1 (lembar yang lebih lama tidak berlaku lagi)" in paper
    authority_root.spare_printed(wajo)
    with pytest.raises(errors.Refused, match="sudah dicetak"):
        printing.make(wajo, papers.Asked(printing.SPARE_KEY))
    authority_root.renew_root(wajo, secret)
    assert "2 (lembar yang lebih lama tidak berlaku lagi)" in said(wajo, printing.SPARE_KEY)
