# SPDX-License-Identifier: Apache-2.0
"""Photos on paper: three in a row, none wider than its third nor higher than a row may be."""

from reportlab.lib import units
from reportlab.platypus import Image, Table

from desk_app.reports import document, pdf_pictures
from tests import photographs

WIDTH = 170 * units.mm


def images(pictures: list[document.Picture]) -> list[list[Image]]:
    tables = [inner for part in pdf_pictures.rows(pictures, WIDTH) for inner in getattr(part, "_content", ())]
    return [
        [cell[0] for cell in table._cellvalues[0] if cell and isinstance(cell[0], Image)]
        for table in tables
        if isinstance(table, Table)
    ]


def test_three_in_a_row_and_the_rest_below() -> None:
    photos = [document.Picture(photographs.jpeg((64, 48), seed=seed), "Gudang") for seed in range(5)]
    assert [len(row) for row in images(photos)] == [3, 2]
    assert pdf_pictures.rows([], WIDTH) == []


def test_wide_and_tall_ones_fit() -> None:
    wide = document.Picture(photographs.jpeg((400, 20)))
    tall = document.Picture(photographs.jpeg((20, 400)))
    [row] = images([wide, tall])
    for one in row:
        assert one.drawWidth <= WIDTH / 3
        assert one.drawHeight <= 60 * units.mm + 0.01
    assert round(row[0].drawWidth / row[0].drawHeight) == 20
    assert round(row[1].drawHeight / row[1].drawWidth) == 20
