# SPDX-License-Identifier: Apache-2.0
"""A word about goods as people type it: numbers, stage, hour and source in any order."""

from datetime import time

import pytest

from desk_app.domain import errors, stock_lines
from desk_app.domain.places import Kind
from desk_app.domain.stock_lines import StockLine


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (
            "Belawa: 410 kotak tiba di PPK 16.30, 2 rusak, sumber camat",
            StockLine("Belawa", Kind.PPK, 410, damaged=2, hour=time(16, 30), source="camat"),
        ),
        ("410 16.30 2 rusak camat", StockLine("", None, 410, damaged=2, hour=time(16, 30), source="camat")),
        (
            "1.146 dari 1.150 kotak, PPS, jam 7.05, kurang 4, basah 3, sumber Sekcam Tempe",
            StockLine("", Kind.PPS, 1146, 1150, 4, None, 3, time(7, 5), "Sekcam Tempe"),
        ),
        ("lengkap 16:30 danramil", StockLine(hour=time(16, 30), source="danramil", is_full=True)),
        ("410/412 tps", StockLine("", Kind.TPS, 410, 412)),
        ("Kec. Tempe : 12 kotak", StockLine("Kec. Tempe", None, 12)),
        ("sumber: camat, 12 kotak", StockLine("", None, 12, source="camat")),
        ("0 kotak tiba, sumber PPS", StockLine("", None, 0, source="PPS")),
    ],
)
def test_a_line_is_read(typed: str, read: StockLine) -> None:
    assert stock_lines.read(typed) == read


@pytest.mark.parametrize("typed", ["", "belum ada kabar", "16.30 camat", "2 rusak"])
def test_without_a_number_of_goods_it_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(errors.Refused, match="410 kotak"):
        stock_lines.read(typed)
