# SPDX-License-Identifier: Apache-2.0
"""Recaps said in one line, as they come by telephone and WhatsApp."""

import pytest

from desk_app.domain import errors, recap_lines

Said = recap_lines.Said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tempe 170 dari 178 TPS buka, 07.30, camat", Said("Tempe", 170, 178, "buka", 450, "camat")),
        ("Tempe 170 dari 178 TPS buka, pukul 07.30, sumber camat", Said("Tempe", 170, 178, "buka", 450, "camat")),
        ("Kel. Teddaopu: 12/12 selesai 18:05 WITA Lurah", Said("Kel. Teddaopu", 12, 12, "selesai", 1085, "Lurah")),
        ("Belawa 1.120 dari 1.146 buka", Said("Belawa", 1120, 1146, "buka", None, "")),
        ("Tempe 4500 pemilih, 10.00, PPK, via telepon", Said("Tempe", 4500, None, "pemilih", 600, "PPK, via telepon")),
        ("  Tempe   0 ", Said("Tempe", 0, None, "", None, "")),
    ],
)
def test_a_line_is_taken_apart(text: str, said: Said) -> None:
    assert recap_lines.parse(text) == said


@pytest.mark.parametrize("text", ["", "Tempe", "170 dari 178", "buka semua, 07.30"])
def test_a_line_without_place_or_number_is_refused(text: str) -> None:
    with pytest.raises(errors.Refused, match="bukan rekap"):
        recap_lines.parse(text)
