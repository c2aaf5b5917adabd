# SPDX-License-Identifier: Apache-2.0
"""Codes in blocks, signatures side by side, slips: what they say also where a face does not know them."""

import pytest

from desk_app.reports import document, form_parts, pages, text

SLIP = form_parts.slip(
    "KATA SANDI",
    "Desk",
    (document.Fact("Untuk", "Kecamatan Tempe"),),
    form_parts.numbered_code("Kata sandi", "ABCD-EFGH", secret=True),
    ("Buka.",),
    "Musnahkan.",
)


def paper(*blocks: document.Block) -> document.Document:
    return document.Document("T", "Desk", pages.setup("A4"), blocks)


@pytest.mark.parametrize(
    ("code", "blocks"),
    [
        ("ABCD-EFGH", ("ABCD", "EFGH")),
        ("ABCDE FGHJK", ("ABCDE", "FGHJK")),
        ("ABCDEFGHJK", ("ABCD", "EFGH", "JK")),
        ("ABC", ("ABC",)),
    ],
)
def test_blocks_of_a_code(code: str, blocks: tuple[str, ...]) -> None:
    assert form_parts.split(code) == blocks


def test_an_empty_code_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one block"):
        form_parts.numbered_code("Kode", " - ")


def test_each_block_can_be_asked_for_by_its_number() -> None:
    code = form_parts.numbered_code("Kode kiriman", "7K3F-9QXM-22AD")
    assert [column.title for column in code.columns] == ["Blok 1", "Blok 2", "Blok 3"]
    assert "Blok 2 9QXM" in text.render(paper(code))


def test_a_secret_stays_out_of_messages_and_logs() -> None:
    secret = form_parts.numbered_code("Kata sandi", "ABCD-EFGH", secret=True)
    assert "ABCD" not in text.render(paper(secret, SLIP))
    assert "ABCD" not in repr(paper(secret, SLIP))
