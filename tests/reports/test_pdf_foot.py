# SPDX-License-Identifier: Apache-2.0
"""What stands at the foot of a page, some of it known only when the paper is written to its end."""

import dataclasses
import itertools

import pytest

from desk_app.reports import document, pages, pdf_foot
from tests.reports import pages_read, samples

LONG = tuple(document.Clause(f"{place}.", f"Butir{place} " + "isi " * 60) for place in range(1, 60))


def long_paper(manner: pages.Manner, *blocks: document.Block) -> document.Document:
    return document.Document("T", "Desk", pages.setup("A4", manner=manner), (*LONG, *blocks, samples.SIGNATURE))


def test_a_frame_for_initials_stands_on_every_page_but_the_last() -> None:
    told = pages_read.texts(long_paper(pages.Manner(initialled=True)))
    assert len(told) > 2
    assert [page.count("Paraf") for page in told] == [1] * (len(told) - 1) + [0]
    alone = document.Document("T", "Desk", pages.setup("A4", manner=pages.Manner(initialled=True)), LONG[:1])
    assert "Paraf" not in pages_read.texts(alone)[0]


@pytest.mark.parametrize("typeface", pages.Typeface)
def test_the_first_word_of_the_next_page_stands_at_the_foot(typeface: pages.Typeface) -> None:
    manner = pages.Manner(typeface, catchword=True)
    told = pages_read.texts(long_paper(manner, document.PageBreak(landscape=True), document.Paragraph("Lampiran")))
    assert len(told) > 3
    for page, following in itertools.pairwise(told[:-1]):
        first, second, *_ = following.split()
        assert (f"{first} {second}…" if first.endswith(".") else f"{first}…") in page
    assert "…" not in told[-2], "an annex goes on from nothing"
    assert "…" not in told[-1]


def test_nothing_of_it_leaves_the_margins() -> None:
    manner = pages.Manner(catchword=True, initialled=True, initials=("Asisten Pemerintahan " * 4,) * 3)
    made = dataclasses.replace(long_paper(manner), footer=document.Footer("T", is_draft=True))
    assert pages_read.outside(made, allowed="KONSEPButir 0123456789.…") == []


def test_the_first_word_of_what_has_none_is_empty() -> None:
    from reportlab.platypus import Spacer, Table

    assert pdf_foot.first_word(Spacer(0, 1)) == ""
    assert pdf_foot.first_word(Table([["", "Hari Selasa"]])) == "Hari"


def test_a_notice_stands_on_every_page_below_the_code() -> None:
    made = dataclasses.replace(
        long_paper(pages.Manner(catchword=True)), footer=document.Footer("T", notice="Bukan data resmi.")
    )
    assert [page.count("Bukan data resmi.") for page in pages_read.texts(made)] == [1] * len(pages_read.texts(made))
    assert pages_read.outside(made, allowed="Butir 0123456789.…") == []
