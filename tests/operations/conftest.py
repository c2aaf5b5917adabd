# SPDX-License-Identifier: Apache-2.0
"""A small office, open for one test; a filled one, and its registers as files."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk_app.base.progress import finish
from desk_app.operations import issues, logbook, register_export, teams
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices
from tests.regency_offices import MADDUKELLENG, TEMPE, tps


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A kecamatan office with three TPS and the operator “Andi”."""
    with small_offices.make(tmp_path / "office").desk as made:
        yield made


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    """The office of Kabupaten Wajo with its regions and the TPS of `regency_offices.STATIONS`."""
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


@pytest.fixture
def filled(wajo: Desk) -> Desk:
    """The office with two issues, a line of the posko book and a team."""
    issues.new_issue(wajo, "Kotak  basah", tps(MADDUKELLENG, 5), severity="tinggi", category="LOG",
                     description="Satu\n\nDua  ")
    issues.new_issue(wajo, "Jalan putus", TEMPE)
    logbook.add_line(wajo, "Genset dipinjam", "Kodim")
    team = teams.new_team(wajo, "VIII", [TEMPE])
    teams.new_member(wajo, "Camat", team=team, person="Sitti", nip="196802201990032003")
    return wajo


@pytest.fixture
def sheet(wajo: Desk, tmp_path: Path) -> Callable[..., Path]:
    """Export a register, set cells by (row, heading), and save it."""

    def made(key: str, cells: dict[tuple[int, str], Any] | None = None, *, personal: bool = True) -> Path:
        path = tmp_path / f"{key}.xlsx"
        finish(register_export.export(wajo, key, path, personal=personal))
        book = openpyxl.load_workbook(path)
        page = book.worksheets[0]
        heads = [cell.value for cell in page[1]]
        for (row, heading), value in (cells or {}).items():
            page.cell(row, heads.index(heading) + 1).value = value
        book.save(path)
        return path

    return made
