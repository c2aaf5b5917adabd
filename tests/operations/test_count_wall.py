# SPDX-License-Identifier: Apache-2.0
"""What a wall shows of the count: marks of how far it is; sums by region, or a line each where candidates are many."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import count_keys, count_wall, tally
from desk_app.operations.desk import Desk
from tests import counted_offices, regency_offices
from tests.operations.test_count_board import FIRST, SECOND, copy, figures, second


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as desk:
        yield desk


def cells(line: count_wall.Line) -> list[tuple[str, str]]:
    return [(cell.text, cell.mark) for cell in line.cells]


def test_how_far_it_is_with_marks(wajo: Desk) -> None:
    counted_offices.stand(wajo)
    copy(wajo, FIRST, (123, 50, 60))
    wall = count_wall.progress(wajo, "ppwp")
    assert not wall.with_totals
    assert [line.name for line in wall.lines] == ["Tempe", "Belawa"]
    assert cells(wall.lines[0]) == [("6", ""), ("1", "belum_lengkap"), ("–", ""), ("5", ""), ("16,67 %", "")]
    assert cells(wall.lines[1])[1] == ("0", "belum")
    with pytest.raises(errors.NotPermitted):
        count_wall.totals(wajo, "ppwp")


def test_sums_by_region_with_shares_and_what_is_in_none(wajo: Desk) -> None:
    counted_offices.stand(wajo, names=("Anis", "Nama yang jauh terlalu panjang untuk sebuah kolom"))
    counted_offices.hold(wajo)
    copy(wajo, FIRST, (150, 50))
    copy(wajo, SECOND, (1, 2))
    second(wajo, SECOND, figures(wajo, SECOND, (2, 2)))
    finish(tally.refresh(wajo))
    wall = count_wall.totals(wajo, "ppwp")
    assert wall.headings[:2] == ("TPS dijumlah", "1 Anis")
    assert wall.headings[2].endswith("…")
    assert cells(wall.lines[0]) == [("1/6", "berbeda"), ("150", ""), ("50", ""), ("200", "")]
    assert cells(wall.lines[-1])[1:3] == [("75,00 %", ""), ("25,00 %", "")]
    assert cells(wall.total)[0] == ("1/9", "berbeda")
    assert wall.beside == "1 TPS dalam klarifikasi, tidak ikut dijumlahkan"
    count_keys.close(wajo)


def test_many_candidates_have_a_line_each(wajo: Desk) -> None:
    counted_offices.stand(wajo, "dpr", [f"Partai {no}" for no in range(1, 9)])
    counted_offices.hold(wajo)
    wall = count_wall.totals(wajo, "dpr")
    assert [line.name for line in wall.lines] == [f"{no} Partai {no}" for no in range(1, 9)]
    assert wall.headings == ("suara", "bagian")
    assert cells(wall.lines[0]) == [("–", ""), ("– %", "")]
