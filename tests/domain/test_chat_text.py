# SPDX-License-Identifier: Apache-2.0
"""Lists for WhatsApp: bold marks that hold, one line a row, long numbers of persons masked, long lists cut."""

import pytest

from desk_app.domain import chat_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("TPS 5", "*TPS 5*"),
        ("a*b", "*a·b*"),
        ("satu\ndua", "*satu dua*"),
        ("", ""),
        ("NIP 198001012005011003", "*NIP 1980…*"),
        ("19800101 200501 1 003", "*1980…*"),
        ("0812 3456 7890", "*0812 3456 7890*"),
    ],
)
def test_bold(text: str, shown: str) -> None:
    assert chat_text.bold(text) == shown


def test_a_row_says_what_a_bare_number_counts() -> None:
    assert chat_text.row(["Tempe", "178", "", "–", "12 siap"], ["Wilayah", "TPS", "x", "y", "z"]) == (
        "*Tempe* – TPS 178 – 12 siap"
    )
    assert chat_text.row(["", "–"]) == ""


def test_a_list_tells_how_many_are_left_out() -> None:
    assert chat_text.listing("Daftar", ["*a*", "*b*"], 14, "… dan 12 lainnya", "Saringan: x") == (
        "*Daftar* (14)\nSaringan: x\n\n1. *a*\n2. *b*\n… dan 12 lainnya\n"
    )
    assert "lainnya" not in chat_text.listing("Daftar", ["*a*"], 1, "… dan 0 lainnya")


def test_a_long_cell_is_cut() -> None:
    assert len(chat_text.plain("kata " * 100)) == 160
