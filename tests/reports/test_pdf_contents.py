# SPDX-License-Identifier: Apache-2.0
"""The list of contents: every entry with the page on which it really stands, also where words are alike."""

from desk_app.reports import document, pages, pdf_contents
from tests.reports import pages_read

LONG = document.Paragraph("kata " * 900)


def paper(*blocks: document.Block) -> document.Document:
    return document.Document("Isi", "Desk", pages.setup("A4"), (document.Title(("ISI",)), document.Contents(), *blocks))


def test_entries_are_found_where_they_stand() -> None:
    told = paper(
        document.Chapter("BAB I", "PENDAHULUAN"),
        document.Heading("UMUM", "A."),
        LONG,
        document.Heading("DASAR", "B."),
        document.Chapter("BAB II", "ISI"),
        document.Heading("UMUM", "A."),
        document.PageBreak(landscape=True),
        document.AnnexHead("LAMPIRAN I"),
    )
    texts = pages_read.texts(told)
    contents = " ".join(texts[1].replace(" .", "").split())
    entries = "BAB I PENDAHULUAN 3 A. UMUM 3 B. DASAR 4 BAB II ISI 5 A. UMUM 5 LAMPIRAN I 6"
    assert entries in contents
    for words, page in (("PENDAHULUAN", 3), ("DASAR", 4), ("BAB II", 5), ("LAMPIRAN I", 6)):
        assert words in texts[page - 1]


def test_an_entry_that_is_too_long_is_shortened() -> None:
    told = pdf_contents.filled(paper(document.Heading("KATA " * 60, "A.")), [3])
    contents = next(block for block in told.blocks if isinstance(block, document.Contents))
    assert [(line.level, line.page) for line in contents.lines] == [(1, 3)]
    assert "…" in pages_read.texts(paper(document.Heading("KATA " * 60, "A.")))[1]


def test_a_paper_without_contents_is_set_once() -> None:
    assert not pdf_contents.asked(document.Document("x", "y", pages.setup("A4"), ()))
